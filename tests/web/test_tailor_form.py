"""Fields of the tailor form: what was chosen, the job that it makes, and what is refused."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.datastructures import ImmutableMultiDict

from careleaf.engine import Job
from careleaf.engine.choices import Choices, choices
from careleaf.language import Language
from careleaf.model.tailoring import DoseChoice, Tailoring, Visit
from careleaf.web.interface import spoken
from careleaf.web.tailor.form import (
    Form,
    UnknownError,
    address,
    form_of,
    moved,
    tells_all,
    usual,
)
from careleaf.web.tailor.refused import mended
from careleaf.web.tailor.settled import Settled, settled
from careleaf.web.tailor.view import panel, said_count
from tests.web.conftest import LIBRARY

TODAY = date(2026, 3, 1)
BASE = Job(content=LIBRARY)
WRONG = (
    "Write a number, or a range such as 5 to 10, or leave it blank. "
    "The author gives 2 to 3 times a day."
)
LONG, SHORT = "low-back-and-hip-pain", "first-days-of-back-pain"


@pytest.fixture(scope="module")
def long() -> Choices:
    return choices(Job(topics=(LONG,), content=LIBRARY))


@pytest.fixture(scope="module")
def short() -> Choices:
    return choices(Job(topics=(SHORT,), content=LIBRARY))


def read(there: Choices, *pairs: tuple[str, str]) -> Form:
    return form_of(ImmutableMultiDict(list(pairs)), there, "en")


def settle(there: Choices, *pairs: tuple[str, str], language: str = "en") -> Settled:
    form = read(there, *pairs)
    return settled(form, there, BASE, spoken(language), TODAY)


def tailoring(there: Choices, *pairs: tuple[str, str]) -> Tailoring:
    found = settle(there, *pairs)
    assert found.refused == ()
    return found.job.tailoring


def keep(*ids: str) -> list[tuple[str, str]]:
    return [("ticked", "1"), *(("keep", one) for one in ids)]


def test_an_untouched_form_of_a_short_topic_is_the_handout_for_all(short: Choices) -> None:
    assert tailoring(short) == Tailoring()
    job = settle(short).job
    assert (job.topics, job.formats, job.languages) == ((SHORT,), ("pdf",), ("en",))


def test_a_long_topic_begins_with_what_its_author_calls_usual(long: Choices) -> None:
    kept = usual(long)
    assert {"today", "get-help", "before", "lying", "knee-rolls", "bridge", "my-plan"} <= kept
    assert not {"sciatica", "knee-to-chest", "diary"} & kept
    chosen = tailoring(long)
    assert {"why", "helps", "everyday"} <= set(chosen.without), "a part without anything goes whole"
    assert "knee-to-chest" in chosen.without and "kneeling" in chosen.without
    assert not chosen.personal, "what most patients get is nobody's own"


def test_sections_and_exercises_that_are_not_ticked_are_left_out(short: Choices) -> None:
    chosen = tailoring(short, *keep("get-help", "exercises", "pelvic-tilt", "medicine"))
    assert set(chosen.without) == {"now", "knee-rolls", "before-you-go"}


def test_the_emergency_signs_cannot_be_left_out(short: Choices) -> None:
    found = settle(short, *keep("now"))
    assert [(one.key, one.sentence) for one in found.refused] == [
        (
            "keep.get-help",
            "“When to get help” always prints. It tells people when to call for help.",
        )
    ]
    assert "get-help" not in found.job.tailoring.without


def test_what_was_moved_is_in_its_new_order_and_what_is_gone_is_not_named(short: Choices) -> None:
    order = moved(read(short).order, short, "up:pelvic-tilt")
    order = moved(order, short, "up:pelvic-tilt")
    assert order.index("pelvic-tilt") < order.index("knee-rolls")
    chosen = tailoring(short, ("order", ",".join(order)))
    assert chosen.order.index("pelvic-tilt") < chosen.order.index("knee-rolls")
    gone = keep("get-help", "exercises", "knee-rolls")
    assert tailoring(short, ("order", ",".join(order)), *gone).order == ()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("8", "8"), ("6-8", "6 to 8"), ("٨", "8"), (" 7 ", "7"), ("", "")],
)
def test_a_dose_is_taken_as_typed(short: Choices, typed: str, value: str) -> None:
    chosen = tailoring(short, ("dose.knee-rolls.reps", typed))
    assert chosen.doses == (DoseChoice(exercise="knee-rolls", field="reps", value=value),)
    assert chosen.visit == Visit(date=TODAY), "a sheet for one patient says when"


@pytest.mark.parametrize(
    ("field", "typed", "sentence", "use"),
    [
        ("reps", "12", "12 times is above the author's range, 5 to 10 times.", "12"),
        ("reps", "2", "2 times is below the author's range, 5 to 10 times.", "2"),
        (
            "reps",
            "2 to 12",
            "2 to 12 times is outside the author's range, 5 to 10 times.",
            "2 to 12",
        ),
        ("hold", "4", "4 seconds is not what the author gives: 2 seconds.", "4"),
        (
            "reps",
            "100",
            "100 times is ten times the author's most, 5 to 10 times. Look at the number again.",
            "",
        ),
        (
            "frequency",
            "often",
            WRONG,
            "",
        ),
    ],
)
def test_an_unsafe_dose_is_refused_and_held_out_of_the_pages(
    short: Choices, field: str, typed: str, sentence: str, use: str
) -> None:
    found = settle(short, (f"dose.knee-rolls.{field}", typed))
    [refused] = found.refused
    assert (refused.key, refused.sentence) == (f"dose.knee-rolls.{field}", sentence)
    name = f"knee-rolls.{field}"
    back, other = refused.ways
    assert back.field == f"dose.{name}" and back.value in ("5", "2", "3")
    wanted = (f"decided.{name}", use) if use else (f"dose.{name}", "")
    assert (other.field, other.value) == wanted, "what cannot be decided on can be left blank"
    assert found.job.tailoring.doses == ()


def test_a_dose_can_be_decided_on_but_not_a_slip_nor_what_was_typed_after(short: Choices) -> None:
    name = "knee-rolls.reps"
    decided = settle(short, (f"dose.{name}", "12"), (f"decided.{name}", "12"))
    assert decided.refused == ()
    assert decided.job.tailoring.doses[0].decided
    assert settle(short, (f"dose.{name}", "14"), (f"decided.{name}", "12")).refused
    assert settle(short, (f"dose.{name}", "100"), (f"decided.{name}", "100")).refused


def test_the_pen_blanks_every_dose_of_an_exercise(short: Choices) -> None:
    chosen = tailoring(short, ("blank.knee-rolls", "1"), ("dose.knee-rolls.reps", "99"))
    assert {(one.field, one.value) for one in chosen.doses} == {
        ("reps", ""),
        ("hold", ""),
        ("frequency", ""),
    }


def test_the_dose_of_an_exercise_that_is_left_out_is_of_no_account(short: Choices) -> None:
    kept = keep("get-help", "exercises", "pelvic-tilt")
    assert tailoring(short, *kept, ("dose.knee-rolls.reps", "99")).doses == ()


def test_two_languages_are_there_in_the_standard_print_only(short: Choices) -> None:
    assert settle(short, ("with", "es")).job.beside == "es"
    found = settle(short, ("with", "es"), ("print", "large"))
    [refused] = found.refused
    assert refused.key == "with" and refused.shown == "The pages still show one language."
    assert found.job.beside is None
    for way in refused.ways:
        pressed = read(
            short, *mended_pairs(("with", "es"), ("print", "large"), pressed=(way.field, way.value))
        )
        assert settled(pressed, short, BASE, spoken("en"), TODAY).refused == (), way.label


def mended_pairs(*pairs: tuple[str, str], pressed: tuple[str, str]) -> list[tuple[str, str]]:
    """The pairs after a button that mends was pressed."""
    fields = mended(ImmutableMultiDict([*pairs, ("mend", "=".join(pressed))]))
    return [(name, str(value)) for name, value in fields.multi_items()]


@pytest.mark.parametrize("code", ["en", "es", "ar"])
@pytest.mark.parametrize(
    ("letters", "told"),
    [
        ("\u1000", "\u2068\u1000\u2069 (U+1000)"),
        ("\u1000\U0001f600", "U+1F600"),
        ("\u1000\u1037", "\u2068\u25cc\u1037\u2069 (U+1037)"),
        ("\u1000\u1001\u1002\u1003\u1004\u1005\u1006", "U+1004"),
    ],
)
def test_a_letter_that_no_font_has_is_named_with_its_number_at_its_field(
    short: Choices, code: str, letters: str, told: str
) -> None:
    language = spoken(code)
    form = read(short, ("name", letters), ("note", "Walk."))
    found = settled(form, short, BASE, language, TODAY, lacking={"name": letters})
    [refused] = found.refused
    assert refused.key == "name" and refused.sentence.startswith(language.say("Name"))
    assert told in refused.sentence and "U+1005" not in refused.sentence
    assert refused.shown == language.say(
        "Write it in Latin letters. Until then the pages leave it out."
    )
    assert [(way.field, way.value) for way in refused.ways] == [("name", "")]
    assert found.job.tailoring.visit == Visit(note="Walk.", date=TODAY)


def test_name_and_note_are_one_line_each_and_not_too_long(short: Choices) -> None:
    chosen = tailoring(short, ("name", " Ada\u0007 Sample "), ("note", "Walk.\r\nThen rest."))
    assert chosen.visit == Visit(patient="Ada Sample", note="Walk. Then rest.", date=TODAY)
    refused = settle(short, ("name", "a" * 81), ("note", "b" * 201)).refused
    assert [one.key for one in refused] == ["name", "note"]


@pytest.mark.parametrize("typed", ["Maria Lopez", "8 Maria", "MRN 12", "5550123", "12/03/1961"])
def test_words_in_a_dose_field_are_in_no_address(short: Choices, typed: str) -> None:
    form = read(short, ("dose.knee-rolls.reps", typed), ("dose.knee-rolls.hold", ""))
    assert form.doses["knee-rolls", "reps"] == typed, "the field still shows what was typed"
    query = dict(parse_qsl(urlsplit(address(form, short, "en")).query, keep_blank_values=True))
    assert query == {"dose.knee-rolls.hold": ""}, "a blank may be told, and nothing else"


def test_an_address_leads_to_the_same_choices_and_tells_of_nobody(short: Choices) -> None:
    pairs = [
        *keep("now", "get-help", "exercises", "pelvic-tilt", "knee-rolls"),
        ("order", "exercises,now"),
        ("language", "es"),
        ("print", "large"),
        ("paper", "a4"),
        ("dose.knee-rolls.reps", "8"),
        ("blank.pelvic-tilt", "1"),
    ]
    private = [
        ("dose.knee-rolls.frequency", "9"),
        ("decided.knee-rolls.frequency", "9"),
        ("name", "Zyx Quxley"),
        ("note", "Zyx"),
    ]
    form = read(short, *pairs, *private)
    path = address(form, short, "en")
    assert "Zyx" not in path and "9" not in path
    again = read(short, *parse_qsl(urlsplit(path).query, keep_blank_values=True))
    assert again == read(short, *pairs)
    assert address(read(short), short, "en") == f"/tailor/{SHORT}"


@pytest.mark.parametrize(
    ("pairs", "whole"),
    [
        ([], True),
        ([("dose.knee-rolls.reps", "12"), ("paper", "letter"), ("language", "es")], True),
        ([("blank.knee-rolls", "1"), ("order", "exercises,now")], True),
        ([("dose.knee-rolls.reps", "Maria")], False),
        ([("dose.knee-rolls.reps", "12"), ("decided.knee-rolls.reps", "12")], False),
        ([("name", "Ada")], False),
        ([("note", "Walk.")], False),
    ],
)
def test_an_address_says_whether_it_tells_all(
    short: Choices, pairs: list[tuple[str, str]], whole: bool
) -> None:
    form = read(short, *pairs)
    assert tells_all(address(form, short, "en"), form, short, "en") is whole


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("print", "enormous"),
        ("paper", "a3"),
        ("keep", "nowhere"),
        ("order", "nowhere,exercises"),
        ("dose.nowhere.reps", "3"),
        ("dose.knee-rolls.sets", "3"),
        ("decided.nowhere.reps", "3"),
        ("blank.nowhere", "1"),
    ],
)
def test_what_there_is_not_is_refused(short: Choices, field: str, value: str) -> None:
    with pytest.raises(UnknownError, match=field):
        read(short, (field, value))


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("language", "es", "en"),
        ("print", "large", "standard"),
        ("order", "now", "exercises"),
        ("dose.knee-rolls.reps", "8", "5"),
        ("name", "Ada", "Zyx"),
    ],
)
def test_of_two_neither_is_taken(short: Choices, field: str, one: str, other: str) -> None:
    with pytest.raises(UnknownError, match=field):
        read(short, (field, one), (field, other))


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "All 5 sections"),
        (keep("get-help", "now"), "2 of 5 sections"),
        ([("dose.knee-rolls.reps", "")], "All 5 sections, 1 blank to write in"),
        ([("blank.knee-rolls", "1")], "All 5 sections, 3 blanks to write in"),
    ],
)
def test_the_count_is_in_words(short: Choices, pairs: list[tuple[str, str]], said: str) -> None:
    assert said_count(read(short, *pairs), short, spoken("en")) == said


def test_the_panel_has_a_cell_for_each_part_of_a_dose(short: Choices) -> None:
    rows = panel(read(short), short, spoken("es"))
    [part] = rows.parts
    [exercises] = [row for row in part.rows if row.exercises]
    first = exercises.exercises[0]
    assert rows.headings == ("Veces", "Sostener", "Al día")
    assert [(one.value, one.unit, one.limits) for one in first.cells if one] == [
        ("5", "", "5 to 10"),
        ("2", "s", "2"),
        ("3", "", "2 to 3"),
    ]


def test_sentences_are_in_the_language_of_the_screen(short: Choices) -> None:
    language: Language = spoken("es")
    form = read(short, ("dose.knee-rolls.reps", "12"))
    [refused] = settled(form, short, BASE, language, TODAY).refused
    assert refused.sentence == "12 veces está por encima del rango del autor, 5 a 10 veces."
