"""A handout in two languages: what faces what, what is refused, and what is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from careleaf.cli import main
from careleaf.compose.mirror import mirrored
from careleaf.engine.bilingual import composed
from careleaf.engine.content import bundled_library
from careleaf.engine.edition import Edition
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content, read_one
from careleaf.theme import default_theme
from careleaf.write.pdf.bilingual.document import lay_out
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import Box, Crowd, Group, Mark, Panel
from careleaf.write.pdf.structure import Element
from tests.tools import both_languages
from tests.tools.both_languages import begins, compared, faced, leaves, rows
from tests.tools.outside import CHECKOUT
from tests.tools.tags import said
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

BESIDE_ICON = 11.0
"""Points: words beside an icon stand in its middle, one line lower than three."""
TOPIC = "low-back-and-hip-pain"
EXERCISE = """\
:::exercise bridge
name: Bridge
why: Builds strong hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift your hips.
:::
"""


def topic(block: str) -> str:
    return f"{FRONT}{HEADINGS}{block}{NEEDED}"


@lru_cache(maxsize=2)
def real(leading: str = "es") -> LaidOut:
    """The real topic in Spanish, or another language, and English."""
    both = []
    for code in (leading, "en"):
        opened = open_content(Job(languages=(code,)))
        found, _ = read_one(opened, TOPIC, code)
        assert found is not None
        edition = Edition(found, opened.library, opened.library.clinics["example"])
        leaflet, spoken, problems = composed(edition, Job(languages=(leading,), beside="en"))
        assert not problems
        both.append((leaflet, spoken))
    (first, spanish), (second, english) = both
    second, problems = mirrored(first, second)
    assert not problems
    return lay_out((first, second), default_theme(), (spanish, english))


def test_every_unit_of_both_languages_is_on_one_page() -> None:
    places = begins(real())
    pairs = list(faced(real()))
    assert len(pairs) > 200
    for one, other in pairs:
        ours, theirs = leaves(one), leaves(other)
        assert [leaf.tag for leaf in ours] == [leaf.tag for leaf in theirs]
        pages = [
            {places[id(leaf)].page for leaf in both if id(leaf) in places}
            for both in zip(ours, theirs, strict=True)
        ]
        assert all(len(some) <= 1 for some in pages)


def test_people_who_are_counted_are_drawn_once_a_count() -> None:
    """The number is the same in both languages; only its words are two."""
    drawn = list(
        crowds(mark for page in real().pages for one in page.standings for mark in one.box.marks)
    )
    counts = (CHECKOUT / "content" / "topics" / TOPIC / "en.md").read_text("utf-8").count(":::risk")
    assert len(drawn) == counts > 0


def crowds(marks: Iterable[Mark]) -> Iterator[Crowd]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from crowds(mark.marks)
        elif isinstance(mark, Crowd):
            yield mark


def test_every_unit_faces_its_own_in_one_row() -> None:
    """Save inside what is no list of items: a chart, or the panel with the code to scan, stands
    whole beside the other."""
    places = begins(real())
    compared_rows = exact = 0
    for one, other in faced(real()):
        if _has(one, "Figure") or _has(one, "Table"):
            continue
        for leaf, beside in zip(leaves(one), leaves(other), strict=True):
            assert (id(leaf) in places) == (id(beside) in places)
            if id(leaf) not in places:
                continue  # a gap to write in
            one_place, other_place = places[id(leaf)], places[id(beside)]
            assert one_place.page == other_place.page
            assert abs(one_place.y - other_place.y) <= BESIDE_ICON
            exact += one_place == other_place
            compared_rows += 1
    assert compared_rows > 350
    assert exact > 0.9 * compared_rows


def _has(element: Element, tag: str) -> bool:
    return element.tag == tag or any(
        _has(kid, tag) for kid in element.kids if isinstance(kid, Element)
    )


def test_danger_signs_too_deep_for_page_one_open_page_two_and_page_one_says_so() -> None:
    first, second = real("ar").pages[:2]
    assert not [one for one in first.standings if "red" in _fills(one.box)]
    assert "red" in _fills(second.standings[0].box)
    told = both_languages.rows(real("ar"))
    assert "Danger signs: page 2" in told
    assert "علامات الخطر: الصفحة 2" in told


def test_danger_signs_come_first_in_one_frame() -> None:
    page = real().pages[0]
    [frame] = [one for one in page.standings if "red" in _fills(one.box)]
    told = rows(real())
    assert [line.strip(" 0123456789") for line in told.splitlines()[1:4]] == [
        "Dolor de espalda | Low back",
        "baja y cadera | and hip pain",
        "Pida ayuda de inmediato | Get help right away",
    ]
    assert told.count("Call 911 now if:") == 1
    assert "Llame al 911 ahora si: | Call 911 now if:" in told
    assert "Llámenos hoy si:555-0142 | Call us today if:555-0142" in told
    assert page.top + frame.y + frame.box.height <= real().sheet.bottom


def test_air_gives_way_before_hours_and_no_words_lean_on_hours_that_did() -> None:
    """The real signs keep their hours; where these have no room, other words take their place."""
    first = rows(real()).partition("page 2")[0]
    assert "De lunes a viernes, de 8 am a 5 pm. | Monday to Friday, 8 am to 5 pm." in first
    clinic = replace(CLINIC, hours="Monday to Friday and by agreement " * 20)
    list_of = "".join(f"- Sign {n} of those that need help.\n" for n in range(8))
    text = FRONT + HEADINGS + NEEDED.partition(":::red-flag")[0] + "\n:::contact\n:::\n"
    text += f":::red-flag emergency\n{list_of}:::\n\n:::red-flag same-day\n{list_of}:::\n"
    both = both_languages.composed(text, text, clinic=clinic)
    first = both_languages.rows(both_languages.laid_out(both)).partition("page 2")[0]
    assert "Sign 7" in first
    assert "At other times" not in first
    assert "When we are closed, call" in first
    assert "A otras horas" not in first
    assert "Cuando estemos cerrados," in first


def _fills(box: Box) -> set[str]:
    def within(mark: Mark) -> set[str]:
        if isinstance(mark, Panel) and mark.fill:
            return {mark.fill}
        if isinstance(mark, Group):
            return {fill for inner in mark.marks for fill in within(inner)}
        return set()

    return {fill for mark in box.marks for fill in within(mark)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (EXERCISE, EXERCISE.replace("reps: 5", "reps: 6")),
        (EXERCISE, EXERCISE.replace("2. Lift", "2. Breathe.\n3. Lift")),
        (EXERCISE, "Words.\n"),
        ("- One.\n- Two.\n", "- One.\n- Two.\n- Three.\n"),
        ("I walk ____ minutes.\n", "I walk minutes.\n"),
        ("Words.\n", "Words.\n\nMore words.\n"),
    ],
)
def test_what_one_language_lacks_is_told(first: str, second: str) -> None:
    _, problems = compared(topic(first), topic(second))
    assert [problem.code for problem in problems] == ["E708"]
    assert "no counterpart in 'es'" in problems[0].message


TABLE = ":::table Doses\n| Age | Tablets |\n|---|---|\n| Adults | 2 |\n| Others | 1 |\n:::\n"


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("Walk 5 to 10 minutes.\n", "Walk 50 to 100 minutes.\n", "E704"),
        ("- Rest.\n- Walk 5 minutes.\n", "- Rest.\n- Walk minutes.\n", "E704"),
        (TABLE, TABLE.replace("| 2 |", "| 20 |"), "E704"),
        (EXERCISE.replace("Lift", "Lift 2"), EXERCISE.replace("Lift", "Lift 3"), "E704"),
        ("Take 400 mg, 3 times.\n", "Take 3 mg, 400 times.\n", "E704"),
        ("Wait 5 minutes, then 10 minutes.\n", "Wait 10 minutes, then 5 minutes.\n", "W707"),
        ("Take 1,5 ml, not 1.000.\n", "Take 1.5 ml, not 1,000.\n", ""),
    ],
)
def test_other_numbers_in_words_that_face_each_other_are_told(
    first: str, second: str, code: str
) -> None:
    _, problems = compared(topic(first), topic(second))
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        assert problem.message.endswith("in 'es'")


def test_the_words_that_a_number_faces_are_shown(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file alone is right; what no reader of one language could see stops the build."""
    (content / "one" / "en.md").write_text(topic("Walk 5 to 10 minutes.\n"), encoding="utf-8")
    (content / "one" / "es.md").write_text(topic("Camine 50 a 100 minutos.\n"), encoding="utf-8")
    assert main(["build", "one", "--lang", "es", "--with", "en"]) == 1
    told = capsys.readouterr().err
    assert "E704" in told
    assert "/en.md:" in told
    assert "what it faces: 'Camine 50 a 100 minutos.'" in told
    assert not Path("output").exists()


def test_numbers_in_another_order_are_told_and_the_handout_is_made(content: Path) -> None:
    (content / "one" / "en.md").write_text(topic("Walk 5 minutes, 2 times.\n"), encoding="utf-8")
    (content / "one" / "es.md").write_text(topic("Camine 2 veces 5 minutos.\n"), encoding="utf-8")
    assert main(["build", "one", "--lang", "es", "--with", "en"]) == 0
    assert [path.name for path in Path("output").iterdir()] == ["one-es-en.pdf"]


@pytest.mark.parametrize(
    ("codes", "ways"),
    [
        (("ar", "en"), ("RlTb", "LrTb")),
        (("en", "ar"), (None, "RlTb")),
        (("en", "es"), (None, None)),
    ],
)
def test_the_structure_says_which_way_each_language_runs(
    codes: tuple[str, str], ways: tuple[str | None, str | None]
) -> None:
    both, problems = compared(topic("Words.\n"), topic("Words.\n"), codes)
    assert not problems
    root = both_languages.laid_out(both).root
    assert _way(root) == ways[0]
    pairs = list(faced(both_languages.laid_out(both)))
    assert len(pairs) > 5
    assert {(_way(one), _way(other)) for one, other in pairs} == {(None, ways[1])}


def _way(element: Element) -> object:
    return element.attributes.get("Layout", {}).get("WritingMode")


def test_words_to_know_go_by_the_leading_language() -> None:
    first = "First [[sciatica]], then [[disk]].\n"
    both, problems = compared(topic(first), topic("First [[disk]], then [[sciatica]].\n"))
    assert not problems
    assert "sciatica | sciatica" in rows(both_languages.laid_out(both))


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a topic in English and Spanish, and one in English alone."""
    monkeypatch.chdir(tmp_path)
    for name in ("clinics", "glossary", "sources"):
        shutil.copytree(bundled_library() / name, tmp_path / "content" / name)
    topics = tmp_path / "content" / "topics"
    for name in ("one/en", "one/es", "two/en"):
        path = topics / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(topic(EXERCISE), encoding="utf-8")
    return topics


@pytest.mark.usefixtures("content")
def test_one_handout_is_made_and_names_both() -> None:
    assert main(["build", "--lang", "es", "--with", "en"]) == 0
    assert [path.name for path in Path("output").iterdir()] == ["one-es-en.pdf"]


@pytest.mark.usefixtures("content")
def test_what_was_chosen_for_one_patient_is_chosen_in_both(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("patient: Ana Sample\nbridge reps: blank\n")
    options = ["one", "--lang", "es", "--with", "en", "--tailor", "visit.txt"]
    assert main(["build", *options]) == 0
    [path] = Path("output").iterdir()
    assert path.name == "one-es-en-tailored.pdf"
    told = [line.strip() for line in said(path).splitlines()]
    assert told.count("Ana Sample") == 2
    assert "Para:" in told
    assert "For:" in told


def test_a_mistake_in_one_language_writes_nothing(content: Path) -> None:
    (content / "one" / "es.md").write_text(topic(EXERCISE.replace("reps: 5", "reps: 6")))
    assert main(["build", "one", "--lang", "es", "--with", "en"]) == 1
    assert not Path("output").exists()


def test_a_unit_without_translation_is_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "one" / "es.md").unlink()
    assert main(["translate", "export", "one", "--lang", "es"]) == 0
    file = content / "one" / "es.po"
    words = file.read_text(encoding="utf-8")
    begun = words.replace('"Lie down."\nmsgstr ""', '"Lie down."\nmsgstr "Acuéstese."')
    assert begun != words
    file.write_text(begun, encoding="utf-8")
    assert main(["build", "one", "--lang", "es", "--with", "en"]) == 1
    told = capsys.readouterr().err
    assert "E702" in told
    assert "Lift your hips" in told
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["one", "--lang", "es", "--with", "es"], "'es' twice"),
        (["one", "--lang", "es", "--lang", "en", "--with", "fr"], "two languages, not more"),
        (["one", "--lang", "es", "--with", "English"], "is not a language code"),
        (["one", "--lang", "es", "--with", "fr"], "'one' is not there in 'fr'"),
        (["two", "--lang", "en", "--with", "es"], "'two' is not there in 'es'"),
        (["one", "--lang", "es", "--with", "en", "--to", "pptx"], "not for: pptx"),
        (["one", "--lang", "es", "--with", "en", "--to", "pdf", "--notes-pages"], "notes-pages"),
        (["one", "--lang", "es", "--with", "en", "--print", "large"], "does not go with --print"),
        (["one", "--lang", "es", "--with", "en", "--fold", "booklet"], "not go with --fold"),
        (["one", "--lang", "es", "--with", "en", "--fillable"], "not go with --fillable"),
    ],
)
def test_what_makes_no_sense_is_refused(
    content: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str
) -> None:
    assert main(["build", *options]) == 2
    assert says in capsys.readouterr().err
    assert not Path("output").exists()
