"""Doses of an exercise: what stays on one line, and what gives way where room is short."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from careleaf.language import language
from careleaf.model.shape import Card, Dose
from careleaf.source import Span
from careleaf.text import typeface
from careleaf.theme import default_theme
from careleaf.theme.fontfiles import body_fonts
from careleaf.write.pdf.dose_strip import dose_strip
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import STANDARD
from tests.tools.printed import text_lines, words

AT = Span("topic.md", 0, 0)
Doses = tuple[tuple[str, str], ...]


def lines(doses: Doses, width: float = STANDARD.width, *, stacks: bool = False) -> list[str]:
    """What a strip in Spanish says before its days, line by line; a gap to write in is ____."""
    card = Card(
        at=AT,
        key="bridge",
        number=1,
        title=(),
        reason=(),
        steps=(),
        stop=(),
        doses=tuple(Dose(value=value, unit=unit) for value, unit in doses),
    )
    spanish = language("es")
    styles = replace(STANDARD, width=width, stacks=stacks)
    setting = Setting(
        typeface(body_fonts("es", ()), drawn=True), default_theme(), spanish, AT, styles=styles
    )
    box = dose_strip(card, setting, Element("P"))
    told = [(words(line), line.line.gapped) for line in text_lines(box.marks)]
    shown = [f"____ {said.strip()}" if gapped else said for said, gapped in told]
    return [said.strip() for said in shown[: shown.index("Hecho ")]]


PEN: Doses = (("____ veces", "por lado"), ("2 segundos", "al sostener"), ("3 veces", "al día"))


def test_a_gap_to_write_in_stays_with_what_it_counts() -> None:
    assert lines(PEN) == [
        *("____ veces", "por lado", "2 segundos", "al sostener", "3 veces", "al día")
    ]


def test_a_unit_is_parted_before_a_value_is() -> None:
    wide = (("De 10 a 15 veces", "por lado"), PEN[1], ("3 veces", "al día, todos los días"))
    found = lines(wide)
    assert [value for value, _ in wide if value not in found] == []
    assert "al día, todos los días" not in found


@pytest.mark.parametrize("width", [180.0, 240.0])
def test_where_values_have_no_room_beside_each_other_they_stand_in_rows(width: float) -> None:
    assert lines(PEN, width, stacks=True)[::2] == ["____ veces", "2 segundos", "3 veces"]
