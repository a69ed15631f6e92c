"""The real topic, tailored for one visit after another, in; processor time of writing each handout
by us, by plain ReportLab calls and by Typst, how ours grows and how large it is, as JSON, out.

    python -m tests.benchmarks.handout 15

Milliseconds of one warm process; each round is another visit (name, doses, exercises and their
order), as in a clinic's day, so that no handout is the one before. Ours is composed and written
from the topic as read; the others get the finished words and pictures.
"""

from __future__ import annotations

import gc
import io
import json
import sys
import time
from collections.abc import Callable
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image as Raster
from pypdfium2 import PdfDocument

from careleaf.engine.pictures import kept_twins
from careleaf.figure.painted import painted
from careleaf.figure.twins import Twins
from careleaf.model.art import Drawing
from careleaf.model.tailoring import Tailoring
from careleaf.theme import default_theme
from careleaf.write.pdf.document import lay_out
from tests.benchmarks.plain_handout import plain_handout
from tests.benchmarks.told import Shown, pictures, told
from tests.benchmarks.typst_handout import Setter
from tests.tools.visits import day, repeated, visit

LANGUAGES = ("en", "es")
MANY = 200
"""Pages up to which growth is measured."""
FEW_PAGES = 1
"""A visit whose handout has 5."""
_DOTS = 200
"""An inch, of the pictures that plain ReportLab is given."""
_WARM = 15
"""Visits that are not counted: after them each section has stood with each set of exercises, as in
a clinic's second week. Names, notes and doses are still new."""


class Cost:
    """Milliseconds of one run: of all processors together, and by the clock."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        gc.collect()  # what others left behind is not to be its cost
        wall, cpu = time.perf_counter(), time.process_time()
        self.data = work()
        self.cpu = 1000 * (time.process_time() - cpu)
        self.wall = 1000 * (time.perf_counter() - wall)


def main(rounds: int) -> None:
    """The three in turn, so that a busy moment strikes all."""
    english = day("en")
    found: dict[str, list[float]] = {
        name: [] for name in ("ours", "plain", "typst", "typst_clock", "pages")
    }
    words: list[list[int]] = []
    with TemporaryDirectory() as folder:
        setter = Setter(Path(folder), lambda shown: _twins(shown).svg)
        for number in range(-_WARM, rounds):
            chosen = visit(number + _WARM)
            leaflet = english.composed(chosen)
            said = told(lay_out(leaflet, default_theme(), english.spoken))
            for shown in pictures(said):
                _png(shown)
            about = leaflet.title, leaflet.footer
            source = setter.source(said, *about, leaflet.language)
            ours = Cost(partial(_ours, chosen))
            plain = Cost(partial(plain_handout, said, *about, _png))
            typst = Cost(partial(setter.pdf, source))
            if number < 0:
                continue
            found["ours"].append(ours.cpu)
            found["plain"].append(plain.cpu)
            found["typst"].append(typst.cpu)
            found["typst_clock"].append(typst.wall)
            read = [_read(one.data) for one in (ours, plain, typst)]
            found["pages"].append(read[0][0])
            words.append([count for _, count in read])
    told_of = {"words": words, "typst_version": version("typst")}
    print(json.dumps({**found, **told_of, "growth": _growth(rounds), "sizes": _sizes(rounds)}))


def _ours(chosen: Tailoring) -> bytes:
    return day("en").written(day("en").composed(chosen)).data


def _growth(rounds: int) -> list[float]:
    """A page of a handout of 200 pages by a page of one of 5: writing only."""
    english = day("en")
    few = english.composed(visit(FEW_PAGES))
    each = (english.written(repeated(few, 9)).pages - english.written(few).pages) / 8
    many = repeated(few, round(MANY / each))
    found = []
    for _ in range(max(3, rounds // 3)):
        pages: dict[str, float] = {}
        for name, one in (("few", few), ("many", many)):
            gc.collect()
            started = time.process_time()
            written = english.written(one)
            pages[name] = (time.process_time() - started) / written.pages
        found.append(pages["many"] / pages["few"])
    return found


def _sizes(rounds: int) -> dict[str, list[int]]:
    """Bytes of each visit's handout."""
    return {
        code: [
            len(day(code).written(day(code).composed(visit(number))).data)
            for number in range(rounds)
        ]
        for code in LANGUAGES
    }


def _twins(shown: Shown) -> Twins:
    if not isinstance(shown.art, Drawing):
        raise TypeError("the topic's pictures are drawings")
    theme = default_theme()
    white = theme.colour("white")
    return kept_twins(painted(shown.art, theme.colour, "white"), white)


@lru_cache(maxsize=64)
def _png(shown: Shown) -> bytes:
    """Made beforehand: kept once asked for."""
    with Raster.open(io.BytesIO(_twins(shown).png)) as picture:
        rgba = picture.convert("RGBA")
    size = round(shown.width / 72 * _DOTS), round(shown.height / 72 * _DOTS)
    paper = Raster.new("RGB", rgba.size, "white")
    paper.paste(rgba, mask=rgba.getchannel("A"))
    out = io.BytesIO()
    paper.resize(size).save(out, "PNG")
    return out.getvalue()


def _read(data: bytes) -> tuple[int, int]:
    """Its pages, and its words in all."""
    document = PdfDocument(data)
    counted = [len(page.get_textpage().get_text_range().split()) for page in document]
    return len(counted), sum(counted)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
