"""A topic's text as it stands in an editor: checked and made into files without being on disk."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.engine import Job, check, made
from careleaf.engine.content import bundled_library
from careleaf.engine.job import Unsaved

TOPIC = "low-back-and-hip-pain"
TEXT = (bundled_library() / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")


def job(text: str) -> Job:
    unsaved = Unsaved(topic=TOPIC, language="en", text=text)
    return Job(topics=(TOPIC,), content=bundled_library(), clinic="example", unsaved=(unsaved,))


def test_what_is_wrong_in_the_editor_is_told_at_its_place() -> None:
    result = check(job(TEXT.replace("frequency: ", "frequenzy: ", 1)))
    [problem] = [one for one in result.problems if one.code == "E203"]
    source = result.sources[problem.span.path]
    assert source.text[problem.span.start : problem.span.end] == "frequenzy"
    assert source.place(problem.span.start).column == 1
    assert check(replace(job(TEXT), unsaved=())).problems == ()


def test_grades_are_those_of_the_text_in_the_editor() -> None:
    before, after = check(job(TEXT)), check(job(TEXT + "\n# More {#more}\nOne word.\n"))
    assert [one.name for one in after.measured[0].sections][-1] == "More"
    assert len(after.measured[0].sections) == len(before.measured[0].sections) + 1


def test_files_are_made_of_the_text_in_the_editor() -> None:
    title = "title: Low back and hip pain"
    text = TEXT.replace(title, "title: A quite other title", 1)
    [page] = made(replace(job(text), formats=("html",))).pieces
    assert b"A quite other title" in page.data


def test_a_translation_is_looked_at_with_the_text_in_the_editor() -> None:
    text = TEXT.replace("title: Low back and hip pain", "title: Another", 1)
    result = check(replace(job(text), languages=("es",)))
    assert any(problem.code in {"E702", "W703"} for problem in result.problems)


def test_half_a_character_is_a_mistake_with_a_place() -> None:
    result = check(job(TEXT + "\ud800"))
    assert [problem.code for problem in result.problems] == ["E001"]
