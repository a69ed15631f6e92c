"""Page one of handouts: whom to call, in every language and way of printing, and what gives way."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pypdfium2
import pytest
from msgspec.structs import replace

from careleaf.cli import main
from careleaf.engine import Job, made
from careleaf.engine.content import bundled_library, find_content
from careleaf.engine.opened import open_content
from careleaf.language import language
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Leaflet, Paper, Profile
from tests.tools.leaflets import composed, laid_out, placed
from tests.tools.printed import text_lines, words
from tests.tools.topics import CLINIC, FRONT, HEADINGS

LIBRARY = bundled_library()
SHIPPED = [
    (topic, code)
    for topic in find_content(LIBRARY).topics()
    for code in ("en", *find_content(LIBRARY).languages(topic))
]
KEY = ":::key-message\nKeep moving.\n:::\n"
ACTIONS = ":::actions\n- :walk: **Walk a little.** Often.\n- :heat: **Use heat.** Gently.\n:::\n"


def pages(folder: Path) -> list[str]:
    """The text of each page of the one handout in a folder."""
    [path] = folder.glob("*.pdf")
    pdf = pypdfium2.PdfDocument(path)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pdf]


@pytest.mark.parametrize("profile", ["standard", "ink-saver"])
@pytest.mark.parametrize(("topic", "code"), SHIPPED)
def test_page_one_says_whom_to_call_at_any_hour(
    topic: str, code: str, profile: str, tmp_path: Path
) -> None:
    asked = ["build", topic, "--lang", code, "--to", "pdf", "--print", profile, "--quiet"]
    assert main([*asked, "--content", str(LIBRARY), "--output", str(tmp_path)]) == 0
    first = pages(tmp_path)[0]
    assert [number for number in ("911", "555-0142", "555-0199") if number not in first] == []


OTHER_TIMES = "{hours}. At other times, call {number}."


@pytest.mark.parametrize("profile", ["standard", "ink-saver"])
@pytest.mark.parametrize(("topic", "code"), SHIPPED)
def test_no_page_one_says_other_times_without_the_hours_before_it(
    topic: str, code: str, profile: Profile
) -> None:
    """Where they are left out, the clinic's own words say when."""
    job = Job(
        topics=(topic,), languages=(code,), formats=("pdf",), profile=profile, clinic="example"
    )
    [piece] = made(job).pieces
    page = letters(pypdfium2.PdfDocument(piece.data)[0].get_textpage().get_text_range())
    clinic = open_content(job).library.clinics["example"]
    whole = language(code).say(OTHER_TIMES, hours=clinic.hours, number="555-0199")
    other = letters(whole.removeprefix(clinic.hours))
    assert (other in page) == (letters(whole) in page)
    assert (letters(clinic.after_hours) in page) or other in page


def letters(text: str) -> str:
    """Without spaces, which lines end with or not."""
    return "".join(one for one in text if one.isalnum())


@pytest.mark.parametrize("code", ["es", "ar"])
def test_a_programme_has_its_danger_signs_on_page_one(code: str, tmp_path: Path) -> None:
    """Where the actions do not fit beside them, these move on."""
    library = tmp_path / "content"
    shutil.copytree(LIBRARY, library)
    shutil.rmtree(library / "programmes")
    (library / "programmes").mkdir()
    lines = "- first-days-of-back-pain/now: 10 minutes\n"
    lines += "- low-back-and-hip-pain/exercises: 20 minutes\n"
    head = f"title: Class\nversion: 0.1\nwritten: 2026-11-25\nlanguage: {code}"
    (library / "programmes" / "class.md").write_text(f"---\n{head}\n---\n{lines}")
    asked = ["build", "--programme", "class", "--lang", code, "--to", "pdf", "--quiet"]
    folder = tmp_path / "out"
    assert main([*asked, "--content", str(library), "--output", str(folder)]) == 0
    first = pages(folder)[0]
    assert [number for number in ("911", "555-0142", "555-0199") if number not in first] == []


def signs(count: int, words: str) -> str:
    rows = "".join(f"- {words.format(n=n)}\n" for n in range(count))
    return f":::red-flag emergency\n{rows}:::\n\n:::red-flag same-day\n{rows}:::\n\n"


def sheet(flags: str, profile: Profile = "standard", clinic: Clinic = CLINIC) -> Leaflet:
    front = FRONT.replace("version:", "subtitle: What helps and when\nversion:", 1)
    return composed(
        front + HEADINGS + KEY + ACTIONS + "Text.\n\n" + flags, profile=profile, clinic=clinic
    )


LONG = "Sign {n} with so many words that it takes two or three lines of its half of the page."


def test_hours_give_way_before_the_number_for_other_times() -> None:
    first = placed(sheet(signs(8, LONG))).partition("\npage 2\n")[0]
    assert "Often." not in first
    assert "555-0199" in first


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("", "When we are closed, call 555-0199."),
        ("Nights and holidays", "Nights and holidays: 555-0199"),
    ],
)
def test_words_that_stand_without_hours_are_true_alone(own: str, said: str) -> None:
    hours = "Monday to Friday and by agreement " * 9
    clinic = replace(CLINIC, hours=hours, after_hours=own)
    first = placed(sheet(f"{signs(8, LONG)}:::contact\n:::\n", clinic=clinic)).partition(
        "\npage 2\n"
    )[0]
    told = re.sub(r"\s*\n *[0-9,.]+ <[^>]*>", "", first)
    assert "by agreement" not in told
    assert "At other times" not in told
    assert said in told


def test_a_short_note_leaves_the_actions_on_page_one_and_a_long_one_their_leads(
    tmp_path: Path,
) -> None:
    note = "Start with the bridge. Leave the stretch until week two. "
    for times, page in ((1, 0), (5, 1)):
        choices, folder = tmp_path / "choices.txt", tmp_path / str(times)
        choices.write_text(f"patient: Ada\ndate: 2026-11-26\nnote: {note * times}\n")
        asked = ["build", "low-back-and-hip-pain", "--to", "pdf", "--quiet", "--paper", "letter"]
        asked += ["--content", str(LIBRARY), "--output", str(folder), "--tailor", str(choices)]
        assert main(asked) == 0
        found = pages(folder)
        assert "Start with the bridge." in found[0]
        assert "You cannot pee" in found[0]
        assert [n for n in range(3) if "Try 5 to 10 minutes" in found[n]] == [page]
        assert "What you can do today Walk" in found[0]
        assert ("What you can do today (continued)" in found[1]) == bool(page)


@pytest.mark.parametrize(
    ("code", "leads"),
    [
        ("es", ["Camine poco y seguido.", "Use calor suave.", "Pregunte por las medicinas."]),
        ("ar", ["امشوا قليلًا ومرات كثيرة.", "استخدموا الدفء بلطف.", "اسألوا عن الدواء."]),
    ],
)
def test_a_patient_s_own_page_one_says_what_to_do_in_a_longer_language(
    code: str, leads: list[str], tmp_path: Path
) -> None:
    """Two lines of a note beside all danger signs: the words behind each lead stand overleaf."""
    choices = tmp_path / "choices.txt"
    note = "Start with five minutes of walking. We look at your knee rolls together next time."
    choices.write_text(f"patient: Ada\nclinician: Lin\nnext-visit: 2026-12-10\nnote: {note}\n")
    asked = ["build", "low-back-and-hip-pain", "--lang", code, "--to", "pdf", "--quiet"]
    asked += ["--paper", "letter", "--content", str(LIBRARY), "--output", str(tmp_path)]
    assert main([*asked, "--tailor", str(choices)]) == 0
    found = [letters(page) for page in pages(tmp_path)]
    for number in ("911", "5550142", "5550199"):
        assert number in found[0]
    for lead in leads:
        assert letters(lead) in found[0]
        assert letters(lead) in found[1]


def test_words_of_actions_move_on_rather_than_danger_signs() -> None:
    first, _, second = placed(sheet(signs(8, LONG))).partition("\npage 2\n")
    assert "Sign 7 with" in first
    assert "Walk a little." in first
    assert "Often." in second


@pytest.mark.parametrize("profile", get_args(Profile))
def test_no_way_of_printing_drops_the_subtitle(profile: Profile) -> None:
    assert "What helps and when" in placed(sheet(signs(3, "Sign {n}."), profile))


TWO_LINES = "Sign {n} takes two lines of a page where everything is printed as large as it is here."


def test_in_one_column_danger_signs_come_before_actions_or_are_told_by_their_page() -> None:
    few = placed(sheet(signs(1, "Sign {n}."), "large"))
    assert few.index("Sign 0.") < few.index("Walk a little.")
    assert "Danger signs" not in few
    many = placed(sheet(signs(8, TWO_LINES), "large"))
    first, _, second = many.partition("\npage 2\n")
    assert "Danger signs: page 2" in re.sub(r"\n *[0-9,.]+ <[^>]*> ", "", first)
    assert "Walk a little." in first
    assert "Sign 0 takes" in second


def test_in_one_column_signs_of_an_emergency_stand_on_page_one_before_all_others() -> None:
    """Where both boxes are too deep for it; those of the same day are the first thing overleaf."""
    first, _, second = placed(sheet(signs(8, "Sign {n}."), "large")).partition("\npage 2\n")
    assert "Sign 7." in first
    assert "Walk a little." not in first
    assert second.index("Sign 0.") < second.index("Walk a little.")


@pytest.mark.parametrize(
    "title", ["A topic", "The first days and weeks of back pain at work and home"]
)
@pytest.mark.parametrize("profile", get_args(Profile))
def test_the_foot_of_a_page_says_the_version_whole(profile: Profile, title: str) -> None:
    front = FRONT.replace("A topic", title)
    printed = laid_out(composed(front + HEADINGS + KEY + signs(2, "Sign {n}."), profile=profile))
    [line] = [
        words(line) for line in text_lines(printed.pages[0].foot) if "Page" not in words(line)
    ]
    assert line.endswith(" Version 0.1.")
    assert line.startswith(title.split(" ", maxsplit=1)[0])
    assert "...." not in line.replace("\u2026", "...")


@pytest.mark.parametrize("topic", ["first-days-of-back-pain", "low-back-and-hip-pain"])
@pytest.mark.parametrize(
    ("language", "sign"),
    [("en", "hurt, tingle"), ("es", "Ambas piernas"), ("ar", "في الساقين")],
)
@pytest.mark.parametrize("paper", get_args(Paper))
@pytest.mark.parametrize("choice", [{"fold": "booklet"}, {"profile": "large"}], ids=str)
def test_page_one_has_the_signs_of_an_emergency_in_every_way_of_printing(
    choice: dict[str, Any], paper: Paper, language: str, sign: str, topic: str
) -> None:
    asked = {"languages": (language,), "clinic": "example", "paper": paper, **choice}
    job = Job(topics=(topic,), formats=("pdf",), **asked)
    [piece] = made(job).pieces
    side = pypdfium2.PdfDocument(piece.data)[0]
    wide, high = side.get_size()
    folded = "fold" in choice
    left, right = (wide / 2, wide) if folded and language != "ar" else (0, wide)
    right = wide / 2 if folded and language == "ar" else right
    first = side.get_textpage().get_text_bounded(left, 0, right, high)
    assert "911" in first
    assert letters(sign) in letters(first)


NOTE = "Use the blue cushion. Walk to the corner shop and back, twice a day."
LONG_NOTE = "Walk to the corner shop and back, twice a day, and rest after it. " * 6 + "Rest"
"""Of 400 letters, the most there may be."""


@pytest.mark.parametrize("note", [NOTE, LONG_NOTE], ids=["a note", "a long note"])
@pytest.mark.parametrize("topic", ["first-days-of-back-pain", "low-back-and-hip-pain"])
@pytest.mark.parametrize("code", ["en", "es", "ar"])
@pytest.mark.parametrize("paper", get_args(Paper))
def test_a_patient_s_own_page_one_in_large_print_says_whom_to_call_in_an_emergency(
    paper: Paper, code: str, topic: str, note: str, tmp_path: Path
) -> None:
    choices = tmp_path / "choices.txt"
    people = "patient: Ms. Ada Sample\nclinician: Sam Example, physical therapist\n"
    choices.write_text(f"{people}next-visit: Tuesday, December 8, 10 am\nnote: {note}\n")
    asked = ["build", topic, "--lang", code, "--to", "pdf", "--print", "large", "--quiet"]
    asked += ["--paper", paper, "--content", str(LIBRARY), "--output", str(tmp_path)]
    assert main([*asked, "--tailor", str(choices)]) == 0
    found = pages(tmp_path)
    assert "911" in found[0]
    assert any(letters(note[-8:]) in letters(page) for page in found)


def test_below_a_title_and_a_note_that_fill_a_page_the_emergency_number_comes_first(
    tmp_path: Path,
) -> None:
    library = tmp_path / "content"
    shutil.copytree(LIBRARY, library)
    topic = library / "topics" / "first-days-of-back-pain" / "en.md"
    long = "The first days and weeks of pain in your back, hips and legs at work and at home"
    text = re.sub("^title: .*", f"title: {long}", topic.read_text(), count=1, flags=re.MULTILINE)
    topic.write_text(text)
    choices = tmp_path / "choices.txt"
    choices.write_text(f"patient: Ada\nnote: {LONG_NOTE}\n")
    asked = ["build", "first-days-of-back-pain", "--to", "pdf", "--print", "large", "--quiet"]
    asked += ["--content", str(library), "--output", str(tmp_path / "out")]
    assert main([*asked, "--tailor", str(choices)]) == 0
    found = " ".join(pages(tmp_path / "out")[:2])
    assert "at home" in found.partition("Call 911")[0]
    assert "Ada" not in found.partition("Call 911")[0]
    assert "Danger signs: page 2 An emergency? Call 911." in pages(tmp_path / "out")[0]


def test_two_rows_of_a_visit_share_a_line_wherever_both_fit_on_it(tmp_path: Path) -> None:
    """Though one is wider than half of it: page one then has room for what to do."""
    choices = tmp_path / "choices.txt"
    choices.write_text(
        "patient: Ada\nclinician: Sam Example, physical therapist and teacher of exercises\n"
        f"next-visit: Tuesday\ndate: 2026-11-26\nnote: {NOTE}\n"
    )
    asked = ["build", "low-back-and-hip-pain", "--to", "pdf", "--quiet", "--paper", "letter"]
    asked += ["--content", str(LIBRARY), "--output", str(tmp_path)]
    assert main([*asked, "--tailor", str(choices)]) == 0
    [path] = tmp_path.glob("*.pdf")
    text = pypdfium2.PdfDocument(path)[0].get_textpage()
    heights = []
    for said in ("Ada", "Sam Example, physical therapist and teacher of exercises"):
        at, _ = text.search(said).get_next()
        heights.append(round(text.get_charbox(at, loose=True)[1]))
    assert heights[0] == heights[1]
