"""Where lines end, and what widths are."""

from __future__ import annotations

import pytest

from careleaf.text import Gap, NewLine, Part, TextRun, Typeface, typeface
from careleaf.text.atoms import atoms
from careleaf.text.words import parted, words
from careleaf.theme.fontfiles import BODY, DECK

FACE = typeface(BODY)


def lines(text: str, width: float, face: Typeface = FACE) -> list[str]:
    return [line.text for line in face.measured(text, size=12).wrap(width)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("two words", ["two ", "words"]),
        ("well-known", ["well-", "known"]),
        ("and/or", ["and/", "or"]),
        ("555-0142", ["555-0142"]),
        ("sy-at-ih", ["sy-", "at-", "ih"]),
        ("5\u00a0mg now", ["5\u00a0mg ", "now"]),
        ("X-ray", ["X-", "ray"]),
        ("long\u200bword", ["long\u200b", "word"]),
        ("a front-desk@my-clinic.example now", ["a ", "front-desk@", "my-clinic.example ", "now"]),
        ("", []),
        ("请每天服药两次，每次", ["请", "每", "天", "服", "药", "两", "次，", "每", "次"]),
        ("服（一片）5 mg。", ["服", "（一", "片）", "5 ", "mg。"]),
        ("拨打555-0142或911", ["拨", "打", "555-0142", "或", "911"]),
        ("每日1/2片或low-back操", ["每", "日", "1/2片", "或", "low-", "back", "操"]),
        ("每次5mg/d", ["每", "次", "5mg/d"]),
        ("走5到10分钟，", ["走", "5到10分", "钟，"]),
        ("每天3次，到2月", ["每", "天", "3次，", "到", "2月"]),
        ("信号：第2页。", ["信", "号：", "第2页。"]),
        ("और दवा लें।", ["और ", "दवा ", "लें।"]),
        ("Uống thuốc mỗi ngày", ["Uống ", "thuốc ", "mỗi ", "ngày"]),
    ],
)
def test_a_line_may_end_after(text: str, pieces: list[str]) -> None:
    assert list(words(text)) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "two words",
        " before",
        "behind  ",
        "5\u00a0mg \t now\n",
        "long\u200bword",
        "à é",
        "\u200b \u200b",
    ],
)
def test_a_hyphen_elsewhere_in_a_text_changes_nothing(text: str) -> None:
    """A text without one is looked at in a quicker way."""
    *pieces, last = words(f"{text} and")
    assert last == "and"
    assert words(f"{text} and/or") == (*pieces, "and/", "or")


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        ("请", "立即", True),
        ("拨打", "911", True),
        ("立即", "。请", False),
        ("（", "立即", False),
        ("sy", "at", False),
        ("每日1/", "2片", False),
        ("é", "à", False),
    ],
)
def test_a_line_may_end_between_runs(before: str, after: str, ends: bool) -> None:
    assert parted(before, after) is ends


def test_bold_words_in_a_chinese_sentence_begin_a_line() -> None:
    parts = [TextRun(text="请", size=12), TextRun(text="立即。", size=12, weight=700)]
    found = [len(atom.pieces) for atom in atoms(parts, FACE) if atom]
    assert found == [1, 1, 1]


def test_lines_are_filled_greedily() -> None:
    assert lines("one two three four five", 60) == ["one two", "three four", "five"]


def test_a_number_stays_with_its_unit() -> None:
    assert lines("take 200\u00a0mg", 60) == ["take", "200\u00a0mg"]


def test_a_word_too_wide_is_cut_and_says_so() -> None:
    broken = FACE.measured("m" * 30, size=12).wrap(100)
    assert "".join(line.text for line in broken) == "m" * 30
    assert all(line.forced and line.width <= 100 for line in broken)


def test_an_address_stays_whole_where_it_fits_and_else_ends_a_line_behind_its_sign() -> None:
    """Nobody should wonder whether a hyphen at a line's end is part of it."""
    address = "hello@example-harbor.example"
    wide = FACE.width(address, size=12) + 1
    assert lines(f"Write to {address}", wide) == ["Write to", address]
    narrow = ["Write to hello@", "example-harbor.example"]
    assert lines(f"Write to {address}", wide - 20) == narrow


def test_a_word_taken_apart_leaves_no_empty_line_behind() -> None:
    word = "m" * 32
    for width in range(150, 340):
        assert all(lines(f"{word} ", width)), width


def test_a_line_end_the_author_wants() -> None:
    parts: list[Part] = [TextRun(text="a", size=12), NewLine(), TextRun(text="b", size=12)]
    broken = FACE.measured(parts).wrap(400)
    assert [(line.text, line.end) for line in broken] == [("a", "break"), ("b", "last")]


def test_runs_that_touch_are_one_word() -> None:
    parts: list[Part] = [
        TextRun(text="sy-", size=12),
        TextRun(text="at", size=12, weight=700),
        TextRun(text="-ih-kuh now", size=12),
    ]
    assert [line.text for line in FACE.measured(parts).wrap(60)] == ["sy-at-ih-", "kuh now"]


def test_a_gap_that_fills_takes_the_rest_of_its_line() -> None:
    parts: list[Part] = [TextRun(text="I will ", size=12), Gap(width=44, fills=True)]
    [line] = FACE.measured(parts).wrap(300)
    gap = line.pieces[-1]
    assert gap.x + gap.width == pytest.approx(300)


def test_no_word_stands_alone_in_a_last_line() -> None:
    text = "Point to the sore spot with one finger. It gives us a clue, but is a proof."
    assert lines(text, 350)[-1] == "proof."
    settled = FACE.measured(text, size=12).settled(350)
    assert [line.text for line in settled] == [
        "Point to the sore spot with one finger. It gives us a",
        "clue, but is a proof.",
    ]


def test_titles_are_evened_out() -> None:
    title = "What works, and how sure we are of it today"
    assert [line.text for line in FACE.measured(title, size=20, weight=700).balanced(300)] == [
        "What works, and how",
        "sure we are of it today",
    ]


def test_no_words_make_no_line() -> None:
    assert FACE.measured("", size=12).wrap(100) == ()


def test_the_width_of_a_text_is_the_width_of_its_line() -> None:
    text = "Try 5 to 10 minutes, a few times a day."
    [line] = FACE.measured(text, size=12.5).wrap(1000)
    assert FACE.width(text, size=12.5) == pytest.approx(line.width)


def test_the_widest_word_is_the_least_width_without_a_cut() -> None:
    text = "a herniated disk"
    widest = FACE.widest_word(text, size=12)
    assert not any(line.forced for line in FACE.measured(text, size=12).wrap(widest))
    assert any(line.forced for line in FACE.measured(text, size=12).wrap(widest - 1))


def test_bold_is_wider_and_the_deck_is_measured_with_its_own_font() -> None:
    assert FACE.width("Walk", size=12, weight=700) > FACE.width("Walk", size=12)
    assert typeface(DECK).width("Walk", size=12) != FACE.width("Walk", size=12)


@pytest.mark.parametrize(
    ("text", "before", "broken"),
    [
        ("Walk for 10 minutes a day", "Walk for 10", ["Walk for", "10 minutes", "a day"]),
        ("Take 2.5 tablets (2 boxes)", "2.5 tablets", ["Take", "2.5 tablets", "(2 boxes)"]),
        (
            "up to 300 Bandscheibenvorfälle",
            "Bandscheibenvorfälle",
            ["up to 300", "Bandscheibenvorfälle"],
        ),
        ("Come back by 2. Then rest", "Come back by 2.", ["Come back by 2.", "Then rest"]),
    ],
)
def test_a_number_stays_with_the_short_word_behind_it(
    text: str, before: str, broken: list[str]
) -> None:
    assert lines(text, FACE.width(before, size=12) + 0.1) == broken


@pytest.mark.parametrize(
    ("text", "before", "broken"),
    [
        (
            "Sit down slowly. Do not drop.",
            "Sit down slowly. Do",
            ["Sit down slowly.", "Do not drop."],
        ),
        ("Espere. No se deje caer", "Espere. No", ["Espere.", "No se deje", "caer"]),
        ("Never lift alone", "Never lift", ["Never lift", "alone"]),
        (
            "It was not unconstitutionally",
            "unconstitutionally",
            ["It was not", "unconstitutionally"],
        ),
    ],
)
def test_not_stays_with_what_is_not_to_be_done(text: str, before: str, broken: list[str]) -> None:
    assert lines(text, FACE.width(before, size=12) + 0.1)[: len(broken)] == broken


@pytest.mark.parametrize(
    ("text", "before", "broken"),
    [
        ("Danger signs: page 2", "Danger signs: page", ["Danger signs:", "page 2"]),
        ("Señales: página 2", "Señales: página", ["Señales:", "página 2"]),
        ("Llame ya al 911.", "Llame ya al", ["Llame ya", "al 911."]),
        ("Wait to age 20 people", "Wait to age", ["Wait to age", "20 people"]),
        ("Written: May 23, 2026", "Written: May 23,", ["Written: May 23,", "2026"]),
        ("Try 5\u00a0to\u00a010 minutes", "5 to 10 minutes", ["Try", "5\u00a0to\u00a010 minutes"]),
        ("Open from 8 am to 5 pm", "Open from 8 am to", ["Open from", "8 am to 5 pm"]),
        ("Abre de 8 am a 5 pm.", "de 8 am a 5 pm.", ["Abre", "de 8 am a 5 pm."]),
        ("Page · ¿Una emergencia?", "¿Una emergencia?", ["Page ·", "¿Una emergencia?"]),
        ("Call. An emergency?", "An emergency?", ["Call.", "An emergency?"]),
        ("Or is that an emergency?", "Or is that an", ["Or is that an", "emergency?"]),
        ("No lo deje más de 20 minutos", "No lo deje más de", ["No lo deje más", "de 20 minutos"]),
        ("Keep moving – slowly", "Keep moving", ["Keep", "moving –", "slowly"]),
    ],
)
def test_a_line_does_not_part_what_is_tied(text: str, before: str, broken: list[str]) -> None:
    assert lines(text, FACE.width(before, size=12) + 0.1) == broken


@pytest.mark.parametrize(
    ("width", "broken"),
    [
        (80.0, ["8 am to 5 pm"]),
        (60.0, ["8 am", "to 5 pm"]),
        (38.0, ["8 am", "to", "5 pm"]),
        (19.0, ["8", "am", "to", "5", "pm"]),
    ],
)
def test_in_a_narrow_line_the_loosest_tie_gives_way(width: float, broken: list[str]) -> None:
    assert lines("8 am to 5 pm", width) == broken


def test_a_number_lets_its_word_go_where_both_are_wider_than_a_line() -> None:
    assert lines("300 minutes", FACE.width("minutes", size=12) + 0.1) == ["300", "minutes"]
