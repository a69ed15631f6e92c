"""What is kept from one handout to the next makes them small and quick, never different."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from careleaf.engine import Job, made
from careleaf.model.art import Drawing
from careleaf.model.art import Path as Outline
from careleaf.model.tailoring import Tailoring, Visit
from careleaf.text import Gap, Part, TextRun, typeface
from careleaf.text.face import MOST_WORDS, face
from careleaf.text.kept import Kept, one_patients_words
from careleaf.text.typeface import MOST_PARAGRAPHS
from careleaf.theme import default_theme
from careleaf.theme.fontfiles import ATKINSON, BODY
from careleaf.write.pdf import drawings, fonts, shown
from careleaf.write.pdf.drawings import MOST_COLOURINGS, MOST_DRAWINGS, drawing_form
from tests.tools.outside import CHECKOUT
from tests.tools.visits import day, digest, repeated, visit

VISITS = 15
"""After so many each pair of sections and exercises has come once."""
MOST_BYTES = 150_000

ORDERS = (
    ("en:0", "en:1", "en:0", "es:2"),
    ("es:2", "en:1", "en:0"),
    ("en:1", "es:2", "es:2", "en:0"),
    ("en:0",),
    ("zh-Hans+en", "es+en", "en+es"),
    ("es+en", "zh-Hans+en"),
    ("en+es",),
)


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_tailored_handout_has_four_to_six_pages_and_at_most_150_kb(code: str) -> None:
    for number in range(VISITS):
        written = day(code).written(day(code).composed(visit(number)))
        assert 4 <= written.pages <= 6, number
        assert len(written.data) <= MOST_BYTES, number


def test_a_file_is_the_same_whatever_was_written_before_it() -> None:
    """Each order in a process of its own, and in this one, which has written much else."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), *sys.path])}
    found: dict[str, set[str]] = {}
    for order in ORDERS:
        command = (sys.executable, "-m", "tests.tools.visits", *order)
        done = subprocess.run(
            command, env=env, cwd=CHECKOUT, capture_output=True, text=True, check=True
        )
        for line in done.stdout.splitlines():
            name, of = line.split()
            found.setdefault(name, set()).add(of)
    for name, digests in found.items():
        assert digests == {digest(name)}, name


def test_nothing_of_a_patient_outlives_the_build(tmp_path: Path) -> None:
    """Searched for in all that can be reached in the process that built."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), *sys.path])}
    command = (sys.executable, "-m", "tests.tools.remembered", str(tmp_path))
    done = subprocess.run(
        command, env=env, cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "{}\n"
    assert any("tailored" in path.name for path in tmp_path.rglob("*.pdf"))


def test_what_is_made_of_one_patients_words_is_forgotten_and_nothing_else() -> None:
    store = Kept[str, int](3)
    store.put("clinic", 1)
    with pytest.raises(ValueError), one_patients_words():
        assert store.get("clinic") == 1
        assert store.put("Ada", 2) == 2
        assert store.get("Ada") == 2
        raise ValueError
    assert (store.get("clinic"), store.get("Ada"), len(store)) == (1, None, 1)
    store.put("later", 3)
    with one_patients_words():
        pass
    assert store.get("later") == 3


def test_the_first_that_was_kept_is_the_first_to_go() -> None:
    store = Kept[str, int](2)
    for name in ("one", "two", "three"):
        store.put(name, 1)
    assert [name for name in ("one", "two", "three") if store.get(name)] == ["two", "three"]


def test_a_handout_for_a_patient_is_as_quick_after_another_one() -> None:
    """Each used to begin as in a new process."""
    job = Job(
        topics=("first-days-of-back-pain",),
        formats=("pdf",),
        content=CHECKOUT / "content",
        clinic="example",
    )
    made(job)
    warm = calls(lambda: made(job))
    for name in ("Rowan Elm", "Juniper Oak"):
        visit_of = replace(job, tailoring=Tailoring(visit=Visit(patient=name)))
        assert calls(partial(made, visit_of)) < 1.25 * warm


def square(place: int) -> Drawing:
    """A drawing like no other, with a colour of its own and one from its place."""
    commands = (("M", 0.0, 0.0), ("L", float(place), 9.0), ("Z",))
    own = Outline(commands=commands, fill="#123456")
    return Drawing(width=10, height=10, paths=(own, Outline(commands=commands)))


def test_drawings_are_kept_up_to_a_number_and_come_out_the_same() -> None:
    colour = default_theme().colour
    first = square(0)
    before = drawing_form(first, colour, "navy")
    for place in range(1, MOST_DRAWINGS + 50):
        drawing_form(square(place), colour, "navy")
    assert len(drawings._known) == MOST_DRAWINGS
    assert id(first) not in drawings._known
    assert drawing_form(first, colour, "navy") == before


def test_a_drawing_is_kept_in_so_many_colours_each_by_itself() -> None:
    one = square(7)
    made = {
        drawing_form(one, default_theme().colour, f"#{place:06x}")
        for place in range(MOST_COLOURINGS + 5)
    }
    assert len(made) == MOST_COLOURINGS + 5
    assert len(drawings._known[id(one)].forms) == MOST_COLOURINGS
    assert drawing_form(one, default_theme().colour, "#000000") in made


def test_words_and_subsets_are_kept_up_to_a_number() -> None:
    own = face(ATKINSON.face(400).path)
    before = own.shape("word")
    for place in range(MOST_WORDS + 10):
        own.shape(f"w{place}")
    assert len(own._shaped) <= MOST_WORDS
    assert own.shape("word") == before
    for place in range(fonts.MOST_SUBSETS + 5):
        fonts.embedded(own, ((place, "a"),))
    assert fonts.embedded.cache_info().currsize == fonts.MOST_SUBSETS
    for place in range(shown.MOST_SPELLINGS + 10):
        shown._spelled(own, own.shape(f"v{place}"))
    assert len(shown._spellings) <= shown.MOST_SPELLINGS


def test_paragraphs_are_kept_up_to_a_number_and_come_out_the_same() -> None:
    own = typeface(BODY, drawn=True)
    first = TextRun(text="The same words as before.", size=12)

    def placed() -> list[tuple[float, str]]:
        lines = own.set_paragraph([first], 80).lines
        pieces = [piece for line in lines for piece in line.pieces]
        return [(piece.x, piece.shaped.text) for piece in pieces if piece.shaped]

    before = placed()
    for place in range(MOST_PARAGRAPHS + 10):
        own.set_paragraph([TextRun(text=f"{place}", size=12)], 80)
    assert len(own._paragraphs) == MOST_PARAGRAPHS
    assert placed() == before


def test_a_paragraph_that_is_kept_has_the_marks_of_whoever_asks() -> None:
    own = typeface(BODY, drawn=True)
    for mark in ("one", "other"):
        parts: list[Part] = [
            TextRun(text="Call ", size=12, mark=mark),
            Gap(width=40, mark=f"gap of {mark}"),
            TextRun(text="now", size=12, weight=700, mark=mark),
        ]
        [line] = own.set_paragraph(parts, 300).lines
        assert [piece.part.mark for piece in line.pieces] == [mark, f"gap of {mark}", mark]
        assert [line.part(piece) for piece in line.shared.pieces] == parts
        assert line.gapped


def calls(work: Callable[[], object]) -> int:
    """How many functions run in it: work that is counted, not timed."""
    count = 0

    def seen(_frame: object, event: str, _more: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_two_hundred_pages_take_as_much_work_a_page_as_few() -> None:
    there = day("en")
    few = there.composed(visit(0))
    pages = there.written(few).pages
    more = (there.written(repeated(few, 11)).pages - pages) / 10
    many = repeated(few, 1 + ceil(194 / more))
    there.written(many)
    count = there.written(many).pages
    assert count >= 190
    each = calls(lambda: there.written(few)) / pages
    assert calls(lambda: there.written(many)) / count < 1.1 * each


def test_objects_without_a_stream_stand_together(tmp_path: Path) -> None:
    there = day("en")
    path = tmp_path / "a.pdf"
    path.write_bytes(there.written(there.composed(visit(0))).data)
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
        kinds = [str(one.get("/Type", "")) for one in streams(pdf)]
        elements = sum(
            isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
            for one in pdf.objects
        )
    assert elements > 200
    assert kinds.count("/ObjStm") == path.read_bytes().count(b"/Type /ObjStm") >= 1
    assert b"/StructElem" not in path.read_bytes()


def test_every_glyph_number_comes_out_of_its_string_again() -> None:
    """Brackets, backslashes and line ends among its bytes too."""
    numbers = range(0x10000)
    code = "\n".join(f"({shown._code(number)}) Tj" for number in numbers).encode("latin-1")
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(code)
        read = [bytes(one.operands[0]) for one in pikepdf.parse_content_stream(page)]
    assert read == [number.to_bytes(2) for number in numbers]


def test_a_name_with_rare_letters_makes_no_other_subset() -> None:
    """All letters go with one, all digits with one: subsets are kept, and names are many."""
    there = day("en")
    fonts.embedded.cache_clear()
    made = []
    for name in ("Rowan Elm", "Juniper Xylosma", "Zelkova Quince"):
        chosen = visit(0)
        there.written(there.composed(replace(chosen, visit=replace(chosen.visit, patient=name))))
        made.append(fonts.embedded.cache_info().misses)
    assert made[0] == made[-1]


def test_two_handouts_have_two_ids() -> None:
    there = day("en")
    leaflet = there.composed(visit(0))
    other = replace(leaflet, footer=f"{leaflet.footer} Another.")
    names = set()
    for one in (leaflet, other):
        data = there.written(one).data
        at = data.rindex(b"/ID [<")
        names.add(data[at : at + 80])
    assert len(names) == 2


def streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (one for one in pdf.objects if isinstance(one, pikepdf.Stream))
