"""What a clinician chooses for one visit: as a file and as options, refused where it is unsafe, and
printed on the sheet and nowhere else."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from careleaf.cli import main
from careleaf.compose.choose import choose, refusals
from careleaf.engine import Job
from careleaf.engine.opened import open_content
from careleaf.model.inline import plain
from careleaf.model.shape import Card
from careleaf.model.tailoring import DoseChoice, DoseField, Tailoring, Visit
from careleaf.model.topic import Medium, Topic
from careleaf.read import read_topic
from careleaf.read.tailoring import read_tailoring
from tests.tools import form_fields
from tests.unit.test_manuscript import HEAD, compose

TOPIC = "low-back-and-hip-pain"
BODY = """# Signs {#signs}
:::red-flag emergency
- You cannot pee.
:::
# Move {#move}
## On your back {#back}
Use a mat.

:::exercise bridge
name: Bridge
why: Builds strong hips
sets: 2
reps: 5
reps-range: 3 to 10
hold: 30 seconds
hold-range: 5 seconds to 1 minute
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift your hips.
:::

Rest a little.

:::exercise clam
name: Clamshell
why: Builds the sides of your hips
reps: 5
frequency: 3 days a week
stop: Stop if it hurts.
caution: Ask us first if you have a new hip.
1. Lie on your side.
2. Lift your knee.
:::
## Outside {#outside}
Walk a little.
""".replace("hold-range: 5 seconds to 1 minute", "hold-range: 5 to 60 seconds")


def topic() -> Topic:
    made, problems = read_topic(
        "t.md", (HEAD + BODY).encode(), topic_id="t", language="en", folder=None
    )
    assert made is not None
    assert not problems
    return made


def dose(exercise: str, part: DoseField, value: str, *, decided: bool = False) -> Tailoring:
    choice = DoseChoice(exercise=exercise, field=part, value=value, decided=decided)
    return Tailoring(doses=(choice,))


def cards(tailoring: Tailoring) -> list[Card]:
    made = compose(BODY, Medium.LEAFLET, tailoring)
    return [shape for part in made.flat() for shape in part.shapes if isinstance(shape, Card)]


def doses(card: Card) -> list[str]:
    return [f"{one.value} {one.unit}" for one in card.doses]


@pytest.mark.parametrize(
    ("tailoring", "kept"),
    [
        (Tailoring(), ["bridge", "clam"]),
        (Tailoring(order=("clam",)), ["clam", "bridge"]),
        (Tailoring(without=("bridge",)), ["clam"]),
        (Tailoring(only=("clam",)), ["clam"]),
        (Tailoring(only=("move",)), ["bridge", "clam"]),
        (Tailoring(only=("move", "clam")), ["clam"]),
        (Tailoring(only=("outside",)), []),
        (Tailoring(without=("bridge", "clam")), []),
    ],
)
def test_exercises_are_chosen_and_ordered(tailoring: Tailoring, kept: list[str]) -> None:
    shown = cards(tailoring)
    assert [card.key for card in shown] == kept
    assert [card.number for card in shown] == list(range(1, len(kept) + 1))


def test_sections_are_ordered_and_red_flags_stay() -> None:
    parts = choose(topic(), Medium.LEAFLET, Tailoring(only=("move",), order=("outside", "move")))
    assert [part.id for part in parts] == ["move", "signs"]
    assert [section.id for section in parts[0].sections] == ["outside", "back"]


@pytest.mark.parametrize(
    ("part", "value", "shown"),
    [
        ("reps", "8", ["8 times in a row, 2 sets", "30 seconds each hold", "2 times a day"]),
        ("reps", "3 to 5", ["3 to 5 times in a row, 2 sets", "30 seconds each hold"]),
        ("reps", "", ["____ times in a row, 2 sets", "30 seconds each hold"]),
        ("sets", "", ["5 times in a row, ____ sets"]),
        ("hold", "1 minute", ["5 times in a row, 2 sets", "1 minute each hold"]),
        ("hold", "", ["5 times in a row, 2 sets", "____ seconds each hold"]),
        ("frequency", "", ["5 times in a row, 2 sets", "30 seconds each hold", "____ times a day"]),
    ],
)
def test_a_dose_is_changed_or_left_to_write_in(
    part: DoseField, value: str, shown: list[str]
) -> None:
    wanted = dose("bridge", part, value)
    assert refusals(topic(), wanted) == []
    assert doses(cards(wanted)[0])[: len(shown)] == shown
    assert cards(wanted)[0].caution == ()


@pytest.mark.parametrize(
    ("tailoring", "message", "hint"),
    [
        (dose("bridge", "reps", "12"), "12 is outside the author's reps", "choose 3 to 10"),
        (dose("bridge", "reps", "2 to 8"), "2 to 8 is outside", "choose 3 to 10"),
        (dose("bridge", "hold", "2 minutes"), "2 minutes is outside", "choose 5 to 60 seconds"),
        (
            dose("clam", "reps", "6"),
            "6 is outside the author's reps",
            "choose 5; or, meant for this patient, write '6 on purpose'",
        ),
        (dose("clam", "frequency", "1 time a day"), "is outside", "choose 3 days a week"),
        (dose("clam", "hold", "5 seconds"), "'clam' has no hold", "it has: reps, frequency"),
        (dose("clam", "reps", "5-6", decided=True), "has a dash in a range", "for example: 5"),
        (dose("clam", "reps", "lots", decided=True), "needs a whole number", "for example: 5"),
        (dose("bridge", "reps", "100", decided=True), "is ten times the author's reps", "3 to 10"),
        (dose("bridge", "hold", "10 minutes", decided=True), "is ten times", "5 to 60 seconds"),
        (dose("clam", "reps", "50"), "is ten times the author's reps", "a slip? choose 5"),
        (dose("brigde", "reps", "5"), "no exercise 'brigde'", "did you mean 'bridge'?"),
        (Tailoring(without=("brigde",)), "no section or exercise 'brigde'", "'bridge'?"),
        (Tailoring(order=("mvoe",)), "no section or exercise 'mvoe'", "did you mean 'move'?"),
        (Tailoring(without=("signs",)), "'signs' holds the emergency signs", "another section"),
    ],
)
def test_what_is_unsafe_or_unknown_is_refused(
    tailoring: Tailoring, message: str, hint: str
) -> None:
    (refusal,) = refusals(topic(), tailoring)
    assert message in refusal.message
    assert hint in refusal.hint


BRIDGE = dose("bridge", "reps", "8").doses


@pytest.mark.parametrize(
    ("tailoring", "message"),
    [
        (
            Tailoring(only=("bridge",), without=("bridge",)),
            "'only' keeps 'bridge', but 'without' leaves it out",
        ),
        (
            Tailoring(only=("bridge",), without=("move",)),
            "'only' keeps 'bridge', but 'without' leaves 'move' out, which holds it",
        ),
        (
            Tailoring(only=("back",), without=("back",)),
            "'only' keeps 'back', but 'without' leaves it out",
        ),
        (
            Tailoring(order=("bridge",), without=("bridge",)),
            "'order' places 'bridge', but 'without' leaves it out",
        ),
        (
            Tailoring(order=("clam", "bridge"), only=("clam",)),
            "'order' places 'bridge', but 'only' does not keep it",
        ),
        (
            Tailoring(doses=BRIDGE, without=("bridge",)),
            "'dose' changes 'bridge', but 'without' leaves it out",
        ),
        (
            Tailoring(doses=BRIDGE, only=("outside",)),
            "'dose' changes 'bridge', but 'only' does not keep it",
        ),
        (
            Tailoring(doses=BRIDGE, only=("move", "clam")),
            "'dose' changes 'bridge', but 'only' does not keep it",
        ),
    ],
)
def test_choices_that_contradict_one_another_are_refused(
    tailoring: Tailoring, message: str
) -> None:
    (refusal,) = refusals(topic(), tailoring)
    assert refusal.message == message
    assert refusal.hint.startswith("keep '")


@pytest.mark.parametrize(
    "tailoring",
    [
        Tailoring(doses=BRIDGE, only=("move",), without=("clam",), order=("bridge",)),
        Tailoring(doses=BRIDGE, only=("bridge",), order=("move", "back", "bridge")),
        Tailoring(only=("outside",), order=("signs",)),
        Tailoring(doses=BRIDGE, without=("outside",)),
    ],
)
def test_choices_that_agree_are_taken(tailoring: Tailoring) -> None:
    assert refusals(topic(), tailoring) == []


def test_a_dose_decided_on_purpose_is_marked() -> None:
    wanted = dose("clam", "reps", "12", decided=True)
    assert refusals(topic(), wanted) == []
    (card,) = cards(replace_only(wanted, "clam"))
    assert doses(card)[0] == "12 times in a row"
    assert plain(card.caution) == (
        "Ask us first if you have a new hip. "
        "Your clinician chose 12 times for you. The usual is 5 times."
    )


def replace_only(tailoring: Tailoring, only: str) -> Tailoring:
    return Tailoring(only=(only,), doses=tailoring.doses)


FILE = """\
only: start, exercises
order: exercises
walk time: 45 minutes on purpose
bridge hold: blank

patient: Ada Sample
clinician: Sam Example
date: 2026-02-03
next-visit: Tuesday, 10 am
note: Rest when it swells.
"""


def test_a_file_says_it_all() -> None:
    tailoring, _, problems = read_tailoring("t.txt", FILE.encode())
    assert problems == []
    assert [FILE[at.start : at.end] for _, at in tailoring.places] == [
        text for text, _ in tailoring.places
    ]
    assert replace(tailoring, places=()) == Tailoring(
        only=("start", "exercises"),
        order=("exercises",),
        doses=(
            DoseChoice(exercise="walk", field="time", value="45 minutes", decided=True),
            DoseChoice(exercise="bridge", field="hold", value=""),
        ),
        visit=Visit(
            patient="Ada Sample",
            clinician="Sam Example",
            date=date(2026, 2, 3),
            next_visit="Tuesday, 10 am",
            note="Rest when it swells.",
        ),
    )


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("pateint: Ada Sample", "E101", "unknown field 'pateint'"),
        ("bridge rep: 8", "E101", "unknown field 'bridge rep'"),
        ("bridge reps:", "E108", "has no value"),
        ("date: 3.2.2026", "E103", "needs a date"),
        ("only: Start", "E103", "'only' needs keys of small letters, digits and hyphens"),
        ("only: knee/bridge/up", "E103", "'only' needs keys"),
        ("note: **Rest**", "E109", "'**' would be shown as it stands"),
        ("Ada Sample", "E105", "this line is not 'name: value'"),
    ],
)
def test_mistakes_in_a_file_stand_at_their_line(line: str, code: str, message: str) -> None:
    _, source, problems = read_tailoring("t.txt", f"without: sleep\n{line}\n".encode())
    (problem,) = problems
    assert (problem.code, source.place(problem.span.start).line) == (code, 2)
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("# for Ada", "E105", "write a name, a colon and a value, all on one line"),
        ("bridge: 8", "E101", "and doses, such as 'bridge reps: 5'"),
        ("x: 1\n" * 10_001, "E003", "a file of choices is a few short lines"),
        ("x" * 300_000, "E003", "a file of choices is a few short lines"),
        ("note: " + "x" * 10_001, "E004", "a file of choices is a few short lines"),
    ],
    ids=["comment", "no part of a dose", "lines", "bytes", "a long line"],
)
def test_hints_are_those_of_a_file_of_choices_and_not_of_a_topic(
    text: str, code: str, hint: str
) -> None:
    _, _, problems = read_tailoring("t.txt", text.encode())
    (problem,) = problems
    assert problem.code == code
    assert hint in problem.hint


def test_a_report_of_mistakes_does_not_tell_of_the_patient(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    private = "pateint: Ada Sample\nAda Sample comes at ten\nnote: **Zebra**\nonly: exercises\n"
    Path("t.txt").write_text(private)
    for way in ([], ["--json"]):
        assert main(["build", TOPIC, "--to", "html", "--tailor", "t.txt", *way]) == 1
        said = "".join(capsys.readouterr())
        assert "t.txt" in said
        assert "Ada" not in said
        assert "Zebra" not in said
    assert not Path("output").exists()


@pytest.mark.parametrize(
    "line",
    [
        "Maria Gonzalez 555-1234: diabetic",
        "Nate: diabetic",
        "patient M: diabetic",
        "maria gonzalez: diabetic",
        "only: Jane Secret",
        "without: sleep, Jane Secret",
        "order: sleep,",
        "date: Jane Secret, born 3/4/1950",
        "bridge reps: 8\nbridge reps: Jane Secret",
        "bridge hold: Jane Secret\nMaria: 8",
        "only: jane/secret/maria",
    ],
)
@pytest.mark.parametrize("way", [[], ["--json"]], ids=["text", "json"])
def test_no_report_quotes_a_name_or_a_value(
    line: str,
    way: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.txt").write_text(f"{line}\n")
    assert main(["build", TOPIC, "--to", "html", "--tailor", "t.txt", *way]) == 1
    said = "".join(capsys.readouterr())
    assert "t.txt" in said
    private = r"(?i)maria|gonzalez|555|diabetic|jane|secret|nate\b|1950|patient M"
    assert re.search(private, said) is None


def test_keys_of_a_programme_have_their_topic_before_them() -> None:
    tailoring, _, problems = read_tailoring("t.txt", b"only: knee-pain/bridge, start\n")
    assert problems == []
    assert tailoring.only == ("knee-pain/bridge", "start")


def test_the_visit_stands_on_the_sheet_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.txt").write_text(FILE)
    assert main(["build", TOPIC, "--tailor", "t.txt", "--clinic", "example"]) == 0
    assert "Ada" not in "".join(capsys.readouterr())
    output = Path("output")
    assert sorted(path.name for path in output.iterdir()) == [
        f"{TOPIC}-en-tailored.{kind}" for kind in ("html", "pdf", "pptx")
    ]
    page = (output / f"{TOPIC}-en-tailored.html").read_text()
    head = page.partition("</head>")[0]
    assert "Ada Sample" in page
    assert "Tailored for one patient by Sam Example, February 3, 2026" in page
    assert "Ada" not in head
    with pikepdf.open(output / f"{TOPIC}-en-tailored.pdf") as file:
        assert "Ada" not in str(file.docinfo)
        assert b"Ada" not in file.Root.Metadata.read_bytes()


def test_numbers_in_what_a_clinician_writes_keep_their_order_in_arabic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind an Arabic letter a browser draws "555-0142" as "0142-555", if no mark is before it."""
    monkeypatch.chdir(tmp_path)
    words = {
        "patient": "مريم 555-0101",
        "clinician": "سامي 555-0102",
        "next-visit": "غدًا 555-0103",
        "note": "اتصلوا 555-0142، أو 1-800-222-1222.",
    }
    Path("t.txt").write_text("".join(f"{name}: {said}\n" for name, said in words.items()))
    short = "first-days-of-back-pain"
    asked = ["build", short, "--lang", "ar", "--tailor", "t.txt", "--clinic", "example"]
    assert main([*asked, "--to", "html", "--to", "text"]) == 0
    page = re.sub("<[^>]+>", "", Path(f"output/{short}-ar-tailored.html").read_text())
    text = Path(f"output/{short}-ar-tailored.txt").read_text()
    for said in words.values():
        for number in re.findall(r"[\d-]{8,}", said):
            assert f"\u200e{number}" in page
            assert f"\u200f{number}" in text
    clinics = re.findall("(.)(555-01(?!0)[0-9]+)", text)
    assert len(clinics) > 2
    assert {before for before, _ in clinics} == {"\u200f"}


def test_no_field_is_named_after_a_patient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.txt").write_text(FILE)
    asked = ["build", TOPIC, "--to", "pdf", "--fillable", "--clinic", "example"]
    assert main([*asked, "--tailor", "t.txt"]) == 0
    with pikepdf.open(f"output/{TOPIC}-en-tailored-fillable.pdf") as file:
        told = " ".join(f"{one.name} {one.says}" for one in form_fields.widgets(file))
    assert told
    assert not {"Ada", "Sample", "Sam", "Example", "swells"} & set(re.findall(r"\w+", told))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "exercises"], False),
        (["--without", "sleep", "--order", "exercises"], False),
        (["--dose", "walk time: 20 minutes"], True),
        (["--only", "exercises", "--tailor", "t.txt"], True),
    ],
)
def test_a_piece_for_a_class_is_not_said_to_be_for_one_patient(
    words: list[str], said: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.txt").write_text("patient: Ada Sample\n")
    assert main(["build", TOPIC, "--to", "html", *words]) == 0
    (file,) = Path("output").iterdir()
    assert file.name == (f"{TOPIC}-en-tailored.html" if said else f"{TOPIC}-en.html")
    assert ("Tailored for one patient" in file.read_text()) == said


def test_a_sheet_for_one_patient_does_not_replace_the_one_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.txt").write_text("patient: Ada Sample\n")
    assert main(["build", TOPIC, "--to", "html"]) == 0
    before = Path(f"output/{TOPIC}-en.html").read_bytes()
    assert main(["build", TOPIC, "--to", "html", "--tailor", "t.txt"]) == 0
    assert Path(f"output/{TOPIC}-en.html").read_bytes() == before
    assert b"Ada Sample" not in before


def test_options_add_to_the_file_and_win_over_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.txt").write_text("walk time: 45 minutes\n")
    words = ["build", TOPIC, "--to", "html", "--json", "--tailor", "t.txt"]
    assert main(words) == 2
    assert "outside the author's time" in capsys.readouterr().err
    assert main([*words, "--dose", "walk time: 20 minutes"]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert "20 minutes" in Path(written[0]["path"]).read_text()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--dose", "bridge reps 8"], "needs a colon"),
        (["--dose", "bridge: 8"], "needs an exercise's id and one of: reps"),
        (["--dose", "bridge reps: "], "has no value"),
        (["--tailor", "nowhere.txt"], "cannot read nowhere.txt"),
    ],
)
def test_options_that_are_none_are_explained(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", TOPIC, *words]) == 2
    assert message in capsys.readouterr().err


def test_a_topic_that_was_not_tailored_says_nothing_of_it() -> None:
    assert open_content(Job()).content.topics()
    made = compose(BODY, Medium.LEAFLET)
    assert made.tailoring == Tailoring()
