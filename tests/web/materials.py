"""A small shelf of materials, as tests of feeds ask for them."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from careleaf.web.feeds.material import Material
from careleaf.web.held import Review

BACK = Material(
    topic="back-pain",
    language="en",
    title="Back pain",
    summary="What helps now",
    version="0.1",
    written=date(2026, 11, 25),
    review=Review(state="draft"),
    icd10=("M54.50",),
    snomed=("279039007",),
    also=("lumbago", "a <sore> back"),
)
BACK_ES = replace(
    BACK,
    language="es",
    title="Dolor de espalda",
    summary="Lo que ayuda ahora",
    translated=True,
    also=(),
)
BACK_ZH = replace(BACK, language="zh-Hans", title="背痛", summary="现在什么有帮助")
HIP = replace(
    BACK,
    topic="hip-pain",
    title="Hip pain <& more>",
    summary="Rest <b>& move",
    icd10=("M25.55", "M54.5"),
    snomed=("49218002",),
    written=date(2026, 11, 20),
    review=Review(state="in-date", signed=date(2026, 11, 24), until=date(2028, 11, 25)),
)
SHELF = (BACK, BACK_ES, BACK_ZH, HIP)
BASE = "http://127.0.0.1:8765"
