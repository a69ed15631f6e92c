"""Sign-off: who signed which text until when, what is printed before, meanwhile and after, and what
a library refuses to build. Nobody named here exists."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace
from pptx import Presentation

from careleaf.cli import main
from careleaf.engine import Job, build, made
from careleaf.engine.content import bundled_library
from careleaf.engine.job import RefusedError, Unsaved
from careleaf.engine.overview import Overview, overview
from careleaf.engine.review import reviewing, sign
from careleaf.model.review import MOST_DAYS, Reviewer, State
from careleaf.read.review import read_review, review_text
from tests.tools.reviews import SIGNED, SOMEBODY, UNTIL, as_read, signed

TOPIC = "first-days-of-back-pain"
LANGUAGES = ("en", "es", "ar", "zh-Hans", "hi", "vi")
NEXT_DAY = UNTIL + timedelta(days=1)
TYPED = ("--by", "A. Example", "--role", "Physical therapist", "--registration", "Board 00000")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the library, with the working folder beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return Path("content")


def change(content: Path, old: str, new: str, file: str = f"topics/{TOPIC}/en.md") -> None:
    path = content / file
    text = path.read_text()
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1))


def page(content: Path, today: date = SIGNED, language: str = "en") -> str:
    """The web page as it is built on a day."""
    job = Job(
        topics=(TOPIC,), languages=(language,), formats=("html",), content=content, today=today
    )
    found = made(job)
    assert not [one for one in found.problems if one.code.startswith("E")]
    return found.pieces[0].data.decode()


def marked(html: str) -> list[str]:
    """What stands where the draft mark does."""
    return re.findall(r'<p class="standing">.*?</svg> (.*?)</p>', html, re.DOTALL)


def test_a_topic_is_a_draft_then_signed_then_overdue(content: Path) -> None:
    assert set(marked(page(content))) == {"Draft: not yet reviewed by a clinician"}
    signed(content, TOPIC)
    for day in (SIGNED, UNTIL):
        html = page(content, day)
        assert marked(html) == []
        assert "A. Example, Physical therapist, March 2026" in html
        assert "March 1, 2028" in html
        assert "Board 00000" not in html
    assert set(marked(page(content, NEXT_DAY))) == {"Review overdue"}
    assert "A. Example, Physical therapist, March 2026" in page(content, NEXT_DAY)


def test_any_later_change_makes_it_a_draft_again_and_says_which_block(content: Path) -> None:
    signed(content, TOPIC)
    change(content, "Very few people", "Many people")
    assert set(marked(page(content))) == {"Draft: not yet reviewed by a clinician"}
    found = as_read(content, TOPIC)
    assert found.standing.state is State.DRAFT
    [only] = found.standing.changes
    assert only.kind == "changed"
    assert (
        only.what
        == 'paragraph "Many people with back pain have a serio\u2026" under "The first days"'
    )
    file, place = found.where(only)
    assert (file, place.line) == (f"content/topics/{TOPIC}/en.md", 17)
    [problem] = [one for one in found.result.problems if one.code == "W906"]
    assert problem.message.startswith(f"{only.what} has changed since A. Example signed this")


def test_going_back_to_what_was_signed_before_the_last_review_is_a_change(content: Path) -> None:
    """Whoever read it last had that taken out."""
    signed(content, TOPIC)
    change(content, "Very few people", "Hardly any people")
    signed(content, TOPIC, on=SIGNED + timedelta(days=1))
    change(content, "Hardly any people", "Very few people")
    assert as_read(content, TOPIC, today=UNTIL).standing.state is State.DRAFT


def test_each_language_is_signed_by_itself(content: Path) -> None:
    signed(content, TOPIC, "es")
    assert as_read(content, TOPIC, "es").standing.state is State.SIGNED
    assert as_read(content, TOPIC, "en").standing.state is State.DRAFT
    assert as_read(content, TOPIC, "ar").standing.state is State.DRAFT


def test_a_translated_word_voids_its_language_alone_and_is_named_in_its_file(
    content: Path,
) -> None:
    signed(content, TOPIC, "es")
    signed(content, TOPIC, "en")
    change(content, "Use calor suave", "Use mucho calor", f"topics/{TOPIC}/es.po")
    spanish = as_read(content, TOPIC, "es")
    assert spanish.standing.state is State.DRAFT
    assert as_read(content, TOPIC, "en").standing.state is State.SIGNED
    file, _ = spanish.where(spanish.standing.changes[0])
    assert file == f"content/topics/{TOPIC}/es.po"


def test_a_clinics_translated_words_for_emergencies_void_that_language(content: Path) -> None:
    for language in ("en", "es"):
        signed(content, TOPIC, language)
    change(content, "No espere.", "Espere.", "clinics/example.es.po")
    spanish = as_read(content, TOPIC, "es")
    [only] = spanish.standing.changes
    assert only.what == "'emergency-advice' of the clinic 'example'"
    assert spanish.where(only)[0] == "content/clinics/example.es.po"
    assert as_read(content, TOPIC, "en").standing.state is State.SIGNED


def test_a_dose_of_the_source_voids_every_language(content: Path) -> None:
    for language in ("en", "es"):
        signed(content, TOPIC, language)
    change(content, "reps: 5", "reps: 6")
    for language in ("en", "es"):
        assert as_read(content, TOPIC, language).standing.state is State.DRAFT


def test_the_glossary_counts(content: Path) -> None:
    signed(content, TOPIC)
    change(content, "A kind of pain medicine", "A kind of sweet", "glossary/en.md")
    [only] = as_read(content, TOPIC).standing.changes
    assert only.what == 'the glossary entry "NSAID"'
    assert only.at.path == "content/glossary/en.md"


@pytest.mark.parametrize("language", LANGUAGES)
def test_overdue_is_said_in_every_language(content: Path, language: str) -> None:
    signed(content, TOPIC, language)
    [words] = set(marked(page(content, NEXT_DAY, language)))
    english = "Review overdue"
    assert words and (words == english) == (language == "en")


@pytest.mark.parametrize("day", [SIGNED, NEXT_DAY])
def test_the_mark_is_on_every_slide_or_on_none(content: Path, day: date) -> None:
    signed(content, TOPIC)
    build(Job(topics=(TOPIC,), formats=("pptx",), content=content, today=day))
    deck = Presentation(f"output/{TOPIC}-en.pptx")
    bearing = ["Review overdue" in _words(slide) for slide in deck.slides]
    assert set(bearing) == {day == NEXT_DAY}
    assert not any("Draft:" in _words(slide) for slide in deck.slides)


def _words(slide: Any) -> str:
    return str(slide.element.xpath("string(.)"))


def test_a_build_changes_with_the_day_only_where_the_review_ends(content: Path) -> None:
    """Bytes are those of the day and the state: nothing else of the clock reaches a file."""
    signed(content, TOPIC)

    def files(today: date) -> list[bytes]:
        found = made(Job(topics=(TOPIC,), content=content, today=today))
        return [piece.data for piece in found.pieces]

    assert files(SIGNED) == files(UNTIL)
    assert files(NEXT_DAY) == files(NEXT_DAY + timedelta(days=400))
    assert all(one != other for one, other in zip(files(UNTIL), files(NEXT_DAY), strict=True))


def test_a_sheet_for_one_patient_keeps_the_review(content: Path) -> None:
    """Choices were within what the clinician signed, or are marked as made for this patient."""
    signed(content, TOPIC, on=date.today(), until=date.today() + timedelta(days=9))
    Path("her.txt").write_text("patient: J. Sample\nnote: Walk with your dog.\n")
    choices = ("--without", "medicine", "--dose", "knee-rolls reps: 6", "--tailor", "her.txt")
    assert main(["build", TOPIC, "--to", "html", *choices]) == 0
    html = Path(f"output/{TOPIC}-en-tailored.html").read_text()
    assert "J. Sample" in html
    assert marked(html) == []
    assert "A. Example, Physical therapist" in html


def test_a_programme_is_as_good_as_the_worst_of_its_topics(content: Path) -> None:
    names = ("first-days-of-back-pain", "low-back-and-hip-pain")
    both = content / "programmes" / "both.md"
    both.write_text(
        "---\ntitle: Both\nversion: 0.1\nwritten: 2026-11-23\n---\n"
        + "".join(f"- {name}: 10 minutes\n" for name in names)
    )

    def built(today: date) -> str:
        found = made(Job(programme="both", formats=("html",), content=content, today=today))
        return found.pieces[0].data.decode()

    signed(content, names[0])
    assert set(marked(built(SIGNED))) == {"Draft: not yet reviewed by a clinician"}
    other = Reviewer(name="B. Sample", role="Nurse", registration="Example Board 00001")
    signed(content, names[1], until=UNTIL - timedelta(days=30), by=other)
    html = built(SIGNED)
    assert marked(html) == []
    assert "A. Example, Physical therapist, March 2026" in html
    assert "B. Sample, Nurse, March 2026" in html
    assert "January 31, 2028" in html
    assert set(marked(built(UNTIL))) == {"Review overdue"}


def refusals(content: Path, today: date = SIGNED) -> list[str]:
    found = made(Job(topics=(TOPIC,), formats=("html",), content=content, today=today))
    refused = [f"{one.code} {one.message}" for one in found.problems if one.code.startswith("E")]
    assert bool(refused) != bool(found.pieces)
    return refused


def test_a_library_can_refuse_to_build_drafts(content: Path) -> None:
    (content / "checks.md").write_text("---\ndrafts: refuse\n---\n")
    assert refusals(content) == [f"E904 no clinician has signed this text of '{TOPIC}' in 'en'"]
    signed(content, TOPIC)
    assert refusals(content) == []
    assert refusals(content, NEXT_DAY) == []
    change(content, "Very few people", "Many people")
    assert len(refusals(content)) == 1


def test_a_library_can_refuse_to_build_what_is_overdue(content: Path) -> None:
    (content / "checks.md").write_text("---\noverdue: refuse\n---\n")
    assert refusals(content) == []
    signed(content, TOPIC)
    assert refusals(content, UNTIL) == []
    assert refusals(content, NEXT_DAY) == [
        f"E905 the review of '{TOPIC}' in 'en' ended on 2028-03-01"
    ]


def test_an_author_sees_a_draft_in_the_editor_of_a_library_that_builds_none(content: Path) -> None:
    (content / "checks.md").write_text("---\ndrafts: refuse\n---\n")
    text = (content / "topics" / TOPIC / "en.md").read_text()
    unsaved = Unsaved(topic=TOPIC, language="en", text=text)
    job = Job(topics=(TOPIC,), formats=("html",), content=content, unsaved=(unsaved,))
    found = made(job)
    assert not [one for one in found.problems if one.code.startswith("E")]
    assert set(marked(found.pieces[0].data.decode())) == {"Draft: not yet reviewed by a clinician"}


def test_a_refusal_has_an_exit_code_and_keeps_older_files(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "checks.md").write_text("---\ndrafts: refuse\n---\n")
    assert main(["build", TOPIC, "--to", "html"]) == 1
    said = capsys.readouterr().err
    assert "E904" in said
    assert f"careleaf review {TOPIC} --lang en" in said
    assert not Path("output").exists()


def test_a_slip_in_the_settings_stops_a_build(content: Path) -> None:
    """It may have been meant to refuse."""
    for slip in ("draft: refuse", "drafts: no"):
        (content / "checks.md").write_text(f"---\n{slip}\n---\n")
        assert [one[:4] for one in refusals(content)] in (["E101"], ["E103"])


def test_the_file_of_a_review_is_plain_text_and_a_second_one_stands_beside_it(
    content: Path,
) -> None:
    first = signed(content, TOPIC)
    before = first.read_text()
    assert first == Path(f"content/topics/{TOPIC}/reviews/en-2026-03-01.md")
    assert before.startswith(
        "---\nlanguage: en\nby: A. Example\nrole: Physical therapist\n"
        "registration: Example Board 00000\nsigned: 2026-03-01\nuntil: 2028-03-01\n"
    )
    second = signed(content, TOPIC)
    assert second.name == "en-2026-03-01-2.md"
    assert first.read_text() == before
    assert len(as_read(content, TOPIC).reviews) == 2


def test_the_tenth_review_of_a_day_is_the_last(content: Path) -> None:
    for _ in range(10):
        signed(content, TOPIC)
    change(content, "Very few people", "Hardly any people")
    signed(content, TOPIC)
    assert as_read(content, TOPIC).standing.state is State.SIGNED


def test_what_was_changed_while_it_was_read_is_not_signed(content: Path) -> None:
    seen = as_read(content, TOPIC).text
    change(content, "Very few people", "Many people")
    with pytest.raises(RefusedError, match="was changed while it was read"):
        sign(as_read(content, TOPIC), SOMEBODY, UNTIL, seen=seen)


def test_what_stands_in_an_editor_only_is_not_signed(content: Path) -> None:
    text = (content / "topics" / TOPIC / "en.md").read_text()
    unsaved = Unsaved(topic=TOPIC, language="en", text=text.replace("Very few people", "Many"))
    job = Job(topics=(TOPIC,), content=content, today=SIGNED, unsaved=(unsaved,))
    assert reviewing(job)[0].text == as_read(content, TOPIC).text


def test_a_topic_with_errors_is_not_signed(content: Path) -> None:
    change(content, "reps: 5", "reps: five")
    with pytest.raises(RefusedError, match="has errors"):
        signed(content, TOPIC)
    assert not (content / "topics" / TOPIC / "reviews").exists()


UNWRITTEN = "Write here: why it happens.\n\n## Two gentle exercises {#exercises}"


def test_a_topic_with_words_of_the_example_is_not_signed(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(content, "## Two gentle exercises {#exercises}", UNWRITTEN)
    with pytest.raises(RefusedError, match="words of the example"):
        signed(content, TOPIC)
    until = (date.today() + timedelta(days=100)).isoformat()
    assert main(["review", TOPIC, *TYPED, "--until", until, "--yes"]) == 1
    said = capsys.readouterr()
    assert "W507 these are still the words of the example" in said.err
    assert "Nothing was signed: mend these first." in said.err
    assert not (content / "topics" / TOPIC / "reviews").exists()


def test_before_signing_it_says_how_many_warnings_stand(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    until = (date.today() + timedelta(days=100)).isoformat()
    sign_it = ["review", TOPIC, *TYPED, "--until", until, "--yes"]
    assert main(sign_it) == 0
    assert "warning" not in capsys.readouterr().out
    change(
        content, "## Two gentle exercises", "Have bed rest for 1.5 days.\n\n## Two gentle exercises"
    )
    assert main(sign_it) == 0
    said = capsys.readouterr().out
    assert f"2 warnings stand: careleaf check {TOPIC} --lang en" in said
    assert said.index("2 warnings") < said.index(
        "A. Example, Physical therapist (Board 00000), until"
    )


def test_the_library_that_ships_is_not_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["review", TOPIC, *TYPED, "--until", "2028-01-01", "--yes"]) == 2
    assert "not yours to change" in capsys.readouterr().err


@pytest.mark.parametrize("until", [SIGNED, SIGNED - timedelta(days=1), date(2029, 4, 1)])
def test_a_day_that_cannot_be_is_refused(content: Path, until: date) -> None:
    assert (date(2029, 4, 1) - SIGNED).days > MOST_DAYS
    with pytest.raises(RefusedError, match=r"is not after today|is more than three years away"):
        signed(content, TOPIC, until=until)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "...",
        "A\nrole: Boss",
        "{{ clinic.phone }}",
        "A\u202eB",
        "A\u2067B",
        "x" * 101,
        "\x00",
    ],
)
def test_a_name_that_is_none_is_refused(content: Path, name: str) -> None:
    by = Reviewer(name=name, role="Nurse", registration="Example Board 00000")
    with pytest.raises(RefusedError, match="this cannot be signed"):
        signed(content, TOPIC, by=by)
    assert not (content / "topics" / TOPIC / "reviews").exists()


HOSTILE: dict[str, tuple[Callable[[str], str], str]] = {
    "no front matter": (lambda text: "hello\n", ":1:1: E106"),
    "no name": (lambda text: text.replace("by: A. Example\n", ""), ":1:1: E102"),
    "an empty name": (lambda text: text.replace("A. Example", ""), ":3:1: E108"),
    "no such day": (
        lambda text: text.replace("until: 2028-03-01", "until: 2028-02-30"),
        ":7:8: E103",
    ),
    "for ever": (lambda text: text.replace("until: 2028", "until: 9999"), ":7:8: E901"),
    "an end before the beginning": (
        lambda text: text.replace("until: 2028", "until: 2020"),
        ":7:8: E901",
    ),
    "another day than its name": (
        lambda text: text.replace("signed: 2026-03-01", "signed: 2026-03-02"),
        ":6:9: E901",
    ),
    "another language than its name": (
        lambda text: text.replace("language: en", "language: es"),
        ":2:11: E901",
    ),
    "a field of nobody": (lambda text: text.replace("role:", "rule:"), ":4:1: E101"),
    "a digest changed": (
        lambda text: re.sub(r"- [0-9a-f]{32}", "- " + "0" * 32, text, count=1),
        ":9:7: E902",
    ),
    "a line taken out": (lambda text: "\n".join(text.split("\n")[:-2]) + "\n", ":9:7: E902"),
    "a line that is none": (lambda text: text + "- hello\n", ": E901"),
    "a later last day": (
        lambda text: text.replace("until: 2028-03-01", "until: 2028-12-31"),
        ":10:9: E902",
    ),
    "somebody else": (lambda text: text.replace("A. Example", "B. Example"), ":10:9: E902"),
    "another place": (lambda text: text.replace("front/title", "front/tittle"), ":10:9: E902"),
    "no lines": (lambda text: text.partition("# What")[0], ":9:7: E901"),
    "a bell": (lambda text: text.replace("A. Example", "A.\x07Example"), ":3:7: E002"),
    "somebody who turns the words round": (
        lambda text: text.replace("A. Example", "A.\u202eExample"),
        ":3:7: E002",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_review_that_was_tampered_with_stops_the_build(
    content: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = signed(content, TOPIC)
    spoil, said = HOSTILE[name]
    path.write_text(spoil(path.read_text()))
    assert main(["build", TOPIC, "--to", "html"]) == 1
    told = capsys.readouterr().err
    assert f"{path.as_posix()}{said}" in told or (said == ": E901" and "E901 this line" in told)
    assert main(["review", TOPIC, "--status", "--lang", "en"]) == 1
    assert "E" in capsys.readouterr().err


def test_bytes_that_are_no_text_are_a_problem(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = signed(content, TOPIC)
    for data, code in ((b"\xff\xfe\x00", "E001"), (b"x" * 300_000, "E003"), (b"", "E106")):
        path.write_bytes(data)
        assert main(["build", TOPIC, "--to", "html"]) == 1
        assert code in capsys.readouterr().err


def test_a_file_with_another_name_is_not_overlooked(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = signed(content, TOPIC)
    path.rename(path.with_name("EN-2026-03-01.md"))
    assert main(["build", TOPIC, "--to", "html"]) == 1
    assert "E901 'EN-2026-03-01.md' is not the name of a review" in capsys.readouterr().err


def test_a_link_out_of_the_library_is_not_read(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = signed(content, TOPIC)
    path.rename(tmp_path / "elsewhere.md")
    path.symlink_to(tmp_path / "elsewhere.md")
    assert main(["build", TOPIC, "--to", "html"]) == 1
    assert "a link that leads out of the library" in capsys.readouterr().err


def test_a_review_of_a_day_to_come_is_an_error(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = date.today() + timedelta(days=10)
    signed(content, TOPIC, on=day, until=day + timedelta(days=10))
    assert main(["check", TOPIC, "--lang", "en"]) == 1
    assert "E903 this review is signed on" in capsys.readouterr().out


def test_a_check_warns_once_where_a_review_is_void_and_where_it_is_overdue(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signed(content, TOPIC, on=date(2024, 1, 1), until=date(2026, 1, 1))
    assert main(["check", TOPIC, "--lang", "en"]) == 0
    assert (
        "reviews/en-2024-01-01.md:1:1: W501 the review by A. Example held until 2026-01-01"
        in capsys.readouterr().out
    )
    change(content, "Very few people", "Many people")
    change(content, "Keep moving.", "Stay still.")
    assert main(["check", TOPIC, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.count("W906") == 1
    assert "W501" not in said
    assert "= and 1 more: careleaf review" in said


def test_the_command_signs_and_tells(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--status", TOPIC, "--lang", "en"]) == 1
    assert capsys.readouterr().out == f"{TOPIC}  (en)  draft\n  nobody has signed it yet\n"
    until = (date.today() + timedelta(days=100)).isoformat()
    assert main(["review", TOPIC, *TYPED, "--until", until, "--yes"]) == 0
    said = capsys.readouterr().out
    assert "Nobody has signed it yet: all of it is to be read." in said
    assert f"wrote content/topics/{TOPIC}/reviews/en-{date.today()}.md" in said
    assert main(["review", "--status", TOPIC, "--lang", "en"]) == 0
    who = f"A. Example, Physical therapist (Board 00000), signed {date.today()}, until {until}"
    assert capsys.readouterr().out == f"{TOPIC}  (en)  signed\n  {who}\n"
    change(content, "Very few people", "Many people")
    assert main(["review", TOPIC, *TYPED, "--until", until, "--yes"]) == 0
    assert f"content/topics/{TOPIC}/en.md:17:1: changed: paragraph" in capsys.readouterr().out
    assert main(["review", TOPIC, "--history", "--lang", "en"]) == 0
    assert capsys.readouterr().out.count("A. Example") == 2


def test_a_clinic_that_comes_changes_nothing_of_the_others(content: Path) -> None:
    """Its words for after hours are those of the first, and stand before them."""
    signed(content, TOPIC)
    other = content / "clinics" / "another.md"
    shutil.copy(content / "clinics" / "example.md", other)
    change(content, "emergency-number: 911", "emergency-number: 112", "clinics/another.md")
    found = as_read(content, TOPIC)
    assert {(one.kind, one.what.rpartition(" ")[2]) for one in found.standing.changes} == {
        ("new", "'another'")
    }
    number = next(one for one in found.standing.changes if "number" in one.what)
    assert found.where(number)[1].line == 14


def test_a_status_says_that_there_are_errors(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signed(content, TOPIC, "es")
    change(content, "**Siga moviéndose.**", "Siga moviéndose.", f"topics/{TOPIC}/es.po")
    assert main(["review", "--status", TOPIC, "--lang", "es"]) == 1
    said = capsys.readouterr()
    assert f"it has errors, and can be neither signed nor built: careleaf check {TOPIC}" in said.out
    # The English line has its bold lead: what is wrong is the translation.
    assert re.search(rf"^content/topics/{TOPIC}/es.po:[0-9]+:9: E401", said.err, re.MULTILINE)
    assert main(["review", "--status", TOPIC, "--lang", "es", "--json"]) == 1
    [record] = json.loads(capsys.readouterr().out)
    assert record["errors"] is True


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--status", "--by", "A. Example"], "--status signs nothing, and --by is for signing"),
        (["--status", "--yes", "--until", "2028-01-01"], "--until, --yes is for signing"),
        ([TOPIC, "--history", "--role", "PT"], "--history signs nothing"),
        ([TOPIC, "--json"], "--json writes status or history"),
        ([TOPIC, *TYPED, "--until", "2028-01-01", "--yes", "--json"], "--json writes status"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    content: Path, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", *typed]) == 2
    assert said in capsys.readouterr().err
    assert not (content / "topics" / TOPIC / "reviews").exists()


def test_json_has_all_of_it(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    signed(content, TOPIC)
    change(content, "Very few people", "Many people")
    assert main(["review", TOPIC, "--status", "--lang", "en", "--json"]) == 1
    [record] = json.loads(capsys.readouterr().out)
    assert record["state"] == "draft"
    assert record["reviews"][0]["by"] == "A. Example"
    assert record["changes"][0]["line"] == 17
    assert record["changes"][0]["kind"] == "changed"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "name one topic"),
        ([TOPIC, "low-back-and-hip-pain"], "name one topic"),
        ([TOPIC, "--lang", "en", "--lang", "es"], "name one topic"),
        (["nothing"], "no topic 'nothing'"),
        ([TOPIC, "--lang", "de"], "is not there in 'de'"),
        ([TOPIC, *TYPED, "--until", "tomorrow", "--yes"], "'tomorrow' is not a day"),
        ([TOPIC, *TYPED, "--until", "2020-01-01", "--yes"], "is not after today"),
        ([TOPIC, *TYPED, "--until", "2999-01-01", "--yes"], "more than three years"),
        ([TOPIC, *TYPED, "--until", "2028-01-01"], "nobody is at a terminal to say yes"),
        ([TOPIC, "--yes"], "--by is missing"),
    ],
)
def test_what_cannot_be_signed_is_refused(
    content: Path, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", *typed]) == 2
    assert said in capsys.readouterr().err
    assert not (content / "topics" / TOPIC / "reviews").exists()


def at_a_terminal(*answers: str) -> tuple[int, str]:
    """The bare command, with somebody who types."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "careleaf", "review", TOPIC],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as run:
        os.close(theirs)
        os.write(ours, "".join(f"{one}\n" for one in answers).encode())
        assert run.stdout is not None
        said = run.stdout.read().decode()
        code = run.wait(timeout=60)
    os.close(ours)
    return code, said


def test_at_a_terminal_it_asks_for_all_it_needs(content: Path) -> None:
    code, said = at_a_terminal("", "A. Example", "Nurse", "Board 00000", "", "yes")
    assert code == 0, said
    assert "needs a letter or a digit" in said
    assert "Until when it holds [2028-" in said
    [path] = (content / "topics" / TOPIC / "reviews").iterdir()
    assert "by: A. Example\nrole: Nurse\nregistration: Board 00000\n" in path.read_text()


@pytest.mark.parametrize("answer", ["no", "y", "", "\x04"])
def test_nothing_but_yes_signs(content: Path, answer: str) -> None:
    code, said = at_a_terminal("A. Example", "Nurse", "Board 00000", "", answer)
    assert code == 1
    assert said.endswith("Nothing was signed.\n")
    assert not (content / "topics" / TOPIC / "reviews").exists()


def test_a_text_that_changed_while_it_was_read_is_not_signed(content: Path) -> None:
    ours, theirs = pty.openpty()
    until = str(date.today() + timedelta(days=5))
    command = [sys.executable, "-m", "careleaf", "review", TOPIC, *TYPED, "--until", until]
    with subprocess.Popen(command, stdin=theirs, stderr=subprocess.PIPE) as run:
        os.close(theirs)
        assert run.stderr is not None
        asked = run.stderr.read(len("Have you read all of it"))
        change(content, "Very few people", "Many people")
        os.write(ours, b"yes\n")
        said = asked + run.stderr.read()
        code = run.wait(timeout=60)
    os.close(ours)
    assert (code, b"was changed while it was read" in said) == (2, True), said
    assert not (content / "topics" / TOPIC / "reviews").exists()


def test_a_latin_name_leads_a_line_that_is_read_from_the_right(content: Path) -> None:
    """Within a `bdi` the line would run as its first letter does, and put the name last."""
    signed(content, TOPIC, "ar")
    assert "<dd>A. Example\u060c Physical therapist\u060c مارس 2026</dd>" in page(
        content, language="ar"
    )


def test_the_cover_and_its_notes_say_who_signed(content: Path) -> None:
    signed(content, TOPIC)
    build(Job(topics=(TOPIC,), formats=("pptx",), content=content, today=SIGNED))
    cover = Presentation(f"output/{TOPIC}-en.pptx").slides[0]
    for said in (_words(cover), cover.notes_slide.notes_text_frame.text):
        assert "Reviewed by: A. Example, Physical therapist, March 2026" in said
        assert "Next review due: March 1, 2028" in said


def test_long_names_have_room(content: Path) -> None:
    """What the cover cannot hold, its notes say."""
    long = Reviewer(name="Example " * 12, role="Therapist " * 9 + "x", registration="Board 0")
    signed(content, TOPIC, by=replace(long, name=long.name.strip()))
    found = made(Job(topics=(TOPIC,), content=content, today=SIGNED))
    assert not [one for one in found.problems if one.code.startswith("E")]
    Path("deck.pptx").write_bytes(found.pieces[0].data)
    cover = Presentation("deck.pptx").slides[0]
    assert "Reviewed by" not in _words(cover)
    assert "Reviewed by: Example" in cover.notes_slide.notes_text_frame.text


def test_blanks_at_the_ends_of_a_name_are_not_part_of_it(content: Path) -> None:
    path = signed(
        content, TOPIC, by=Reviewer(name=" A. Example ", role="Nurse\t", registration=" 0 ")
    )
    assert "by: A. Example\nrole: Nurse\nregistration: 0\n" in path.read_text()


def test_a_name_that_no_font_draws_is_not_signed(content: Path) -> None:
    with pytest.raises(RefusedError, match="no font can draw 'Ꮳ"):
        signed(content, TOPIC, by=replace(SOMEBODY, name="ᏣᎳᎩ Example"))
    assert not (content / "topics" / TOPIC / "reviews").exists()


def test_a_name_that_no_font_draws_is_found_where_it_stands(content: Path) -> None:
    path = signed(content, TOPIC, by=replace(SOMEBODY, name="Example"))
    [reviewing_one] = reviewing(Job(topics=(TOPIC,), content=content, today=SIGNED))
    [review] = reviewing_one.reviews
    path.write_text(review_text(replace(review, reviewer=replace(SOMEBODY, name="ᏣᎳᎩ Example"))))
    found = made(Job(topics=(TOPIC,), formats=("pdf",), content=content, today=SIGNED))
    [problem] = [one for one in found.problems if one.code == "E520"]
    assert path.read_text()[problem.span.start :].startswith("ᏣᎳᎩ")


@pytest.mark.parametrize(
    "choice",
    [
        {},
        {"profile": "large"},
        {"profile": "easy-read"},
        {"profile": "ink-saver"},
        {"fold": "booklet"},
        {"fold": "brochure"},
        {"fillable": True},
        {"formats": ("notes-pages",)},
        {"beside": "es"},
    ],
    ids=str,
)
def test_every_page_in_every_way_of_printing_says_that_it_is_overdue(
    content: Path, choice: dict[str, Any]
) -> None:
    for language in ("en", "es"):
        signed(content, TOPIC, language)

    def pages(today: date) -> list[str]:
        job = Job(topics=(TOPIC,), content=content, today=today, **{"formats": ("pdf",), **choice})
        document = pypdfium2.PdfDocument(made(job).pieces[0].data)
        return [" ".join(one.get_textpage().get_text_range().split()) for one in document]

    assert all("Review overdue" in one for one in pages(NEXT_DAY))
    assert not any("Review overdue" in one or "Draft" in one for one in pages(UNTIL))
    named = any("Reviewed by: A. Example, Physical therapist" in one for one in pages(UNTIL))
    assert named or "notes-pages" in str(choice)


def test_a_given_date_dates_files_and_makes_no_review_hold_longer(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(content, TOPIC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert set(marked(page(content, NEXT_DAY))) == {"Review overdue"}


def test_a_list_of_topics_tells_their_state(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = date.today()
    signed(content, TOPIC, on=today, until=today + timedelta(days=5))
    assert main(["list"]) == 0
    said = capsys.readouterr().out
    assert f"version 0.1, signed, review due {today + timedelta(days=5)}" in said
    assert "version 0.1, draft, review due" in said
    assert main(["list", "--json"]) == 0
    states = [one.get("state") for one in json.loads(capsys.readouterr().out)]
    assert states[:2] == ["signed", "draft"]


def test_a_topic_that_is_not_in_english_is_told_by_its_own_glossary(content: Path) -> None:
    """Written in Spanish, where a term has another meaning on the page."""
    shutil.rmtree(content / "topics" / "low-back-and-hip-pain")
    folder = content / "topics" / TOPIC
    for path in folder.glob("*.po"):
        path.unlink()
    (folder / "en.md").rename(folder / "es.md")
    today = date.today()
    signed(content, TOPIC, "es", on=today, until=today + timedelta(days=5))
    _, rows = overview(Job(content=content))
    assert [one.state for one in rows if isinstance(one, Overview)] == ["signed"]


def test_a_review_means_the_same_on_every_system(content: Path) -> None:
    """Line ends that version control put there, and another order of hashes, change nothing."""
    path = signed(content, TOPIC)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for seed in ("1", "4711"):
        done = subprocess.run(
            [sys.executable, "-m", "careleaf", "review", TOPIC, "--status", "--lang", "en"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert f"{TOPIC}  (en)  signed" in done.stdout, done.stderr


def test_whatever_happens_to_a_file_is_a_problem_with_a_place_or_changes_nothing(
    content: Path,
) -> None:
    """A review is read as it was signed, or not at all."""
    path = signed(content, TOPIC)
    whole = path.read_bytes()
    chance = random.Random(7)
    kept = 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(data))
            end = min(len(data), start + chance.choice((0, 1, 1, 5, 400)))
            data[start:end] = chance.choice(
                (b"", b"\n", b":", b"0", b"- ", b"---\n", b"\xff", b"\x00")
            )
        reading, review = read_review(path, bytes(data))
        source = reading.source
        for problem in reading.found():
            assert 0 <= problem.span.start <= problem.span.end <= max(len(source.text), 1)
        assert (review is None) == bool(reading.found())
        if review is not None:
            kept += 1
            assert review_text(review).encode() == whole
    assert kept
