"""What a clinician signs: a change of it voids a review and is named, any other change is not."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from msgspec.structs import replace

from careleaf.check.parts import blocks
from careleaf.check.reviewed import reviewed_parts
from careleaf.model.clinic import Clinic
from careleaf.model.digest import digest
from careleaf.model.library import Library
from careleaf.model.review import Part, changes
from careleaf.source import Span
from tests.tools.topics import CLINIC, LIBRARY, read

TOPIC = """\
---
title: Back pain
subtitle: What helps
also: backache
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
icd10: M54.50
sources: nice-ng59
audience: Adults
minutes: 10
icon: walk
pose: walk
---
# Start {#start}
Most back pain eases. It may
be [[sciatica]]. [@acp-2017]

:::key-message
Keep **moving** every day.
:::

- Walk.
- Rest a little.

## Moves {#moves}
:::exercise bridge
name: Bridge
why: Makes your hips strong
reps: 5
hold: 5 seconds
frequency: 2 times a day
pose: bridge
stop: Stop if it hurts more.
1. Lie on your back.
2. Lift your hips.
:::
:::only handout
I will walk ____ minutes.
:::
:::figure dot.png
alt: A red dot on a white field
caption: A dot
:::
:::notes
Ask who walks.
:::
:::red-flag emergency
- You cannot stand.
:::
:::teach-back
answer: Walking.
What helps?
:::
"""
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
OTHER_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dot.png").write_bytes(PIXEL)
    return tmp_path


def parts(
    text: str, folder: Path, library: Library = LIBRARY, clinic: Clinic = CLINIC
) -> tuple[Part, ...]:
    topic, problems, source = read(text, folder)
    assert not problems, [(one.message, source.place(one.span.start)) for one in problems]
    return reviewed_parts(topic, library, [clinic])


def told(before: tuple[Part, ...], after: tuple[Part, ...]) -> list[str]:
    return [f"{one.kind}: {one.what}" for one in changes(before, after)]


COUNTS = {
    "the title": ("title: Back pain", "title: Back aches", 'changed: the title "Back aches"'),
    "the subtitle": ("What helps\n", "What cures\n", 'changed: the subtitle "What cures"'),
    "for whom": ("audience: Adults", "audience: Children", 'changed: the audience "Children"'),
    "a code": ("M54.50", "M54.59", "changed: the codes in 'icd10'"),
    "a word": (
        "Most back pain",
        "All back pain",
        'changed: paragraph "All back pain eases. It may be sciatica." under "Start"',
    ),
    "what stands out": (
        "**moving**",
        "moving",
        'changed: key-message "Keep moving every day." under "Start"',
    ),
    "a heading": ("## Moves", "## Lifts", 'changed: the heading "Lifts"'),
    "a dose": ("reps: 5", "reps: 50", 'changed: exercise "Bridge" under "Moves"'),
    "a stop rule": ("hurts more", "bleeds", 'changed: exercise "Bridge" under "Moves"'),
    "who shows it": ("pose: bridge", "pose: walk", 'changed: exercise "Bridge" under "Moves"'),
    "where it is shown": (
        ":::only handout",
        ":::only slides",
        'changed: paragraph "I will walk ____ minutes." under "Moves"',
    ),
    "words for who cannot see": (
        "A red dot on",
        "A blue dot on",
        'changed: figure "A dot" under "Moves"',
    ),
    "what is said aloud": ("who walks", "who runs", 'changed: notes "Ask who runs." under "Moves"'),
    "a danger sign": (
        "You cannot stand.",
        "You cannot sit.",
        'changed: red-flag "You cannot sit." under "Moves"',
    ),
    "an answer for staff": (
        "Walking.",
        "Lying.",
        'changed: teach-back "What helps?" under "Moves"',
    ),
    "a source": (
        " [@acp-2017]",
        " [@who-2023]",
        'changed: paragraph "Most back pain eases. It may be sciatic\u2026" under "Start"',
    ),
    "a dose that may be chosen": (
        "reps: 5\n",
        "reps: 5\nreps-range: 3 to 30\n",
        'changed: exercise "Bridge" under "Moves"',
    ),
    "an icon": ("- Walk.\n", "- :clock: Walk.\n", 'changed: list "Walk." under "Start"'),
    "where a link leads": (
        "Ask who walks.",
        "Ask who [walks](https://clinic.example/walks).",
        'changed: notes "Ask who walks." under "Moves"',
    ),
    "what a clinic puts in": (
        "Ask who walks.",
        "Ask who walks. {{ clinic.name }}",
        'changed: notes "Ask who walks. clinic.name" under "Moves"',
    ),
    "a new item": (
        "- Rest a little.\n",
        "- Rest a little.\n- Run.\n",
        'changed: list "Walk." under "Start"',
    ),
}


@pytest.mark.parametrize("name", COUNTS)
def test_what_a_reader_can_see_or_hear_counts(name: str, folder: Path) -> None:
    old, new, said = COUNTS[name]
    assert TOPIC.count(old) == 1
    found = told(parts(TOPIC, folder), parts(TOPIC.replace(old, new), folder))
    assert found[0] == said
    assert name == "a source" or len(found) == 1


IGNORED = {
    "a line wrapped anew": ("It may\nbe [[", "It may be\n[["),
    "empty lines": ("## Moves {#moves}\n", "\n\n## Moves {#moves}\n\n"),
    "more blanks": ("Keep **moving** every", "Keep  **moving**   every"),
    "how long a blank is": ("walk ____ minutes", "walk __________ minutes"),
    "an id of a heading": ("{#moves}", "{#lifts}"),
    "the version": ("version: 0.1", "version: 1.0"),
    "when it was written": ("written: 2026-11-23", "written: 2026-11-24"),
    "when to look again": ("review-due: 2028-11-23", "review-due: 2029-01-01"),
    "how long a class takes": ("minutes: 10", "minutes: 20"),
    "other names to look for it by": ("also: backache", "also: backache, lumbago"),
    "the icon of the cover": ("icon: walk", "icon: clock"),
    "who stands on the cover": ("pose: walk\n---", "pose: bridge\n---"),
    "options in another order": ("reps: 5\nhold: 5 seconds\n", "hold: 5 seconds\nreps: 5\n"),
}


@pytest.mark.parametrize("name", IGNORED)
def test_what_no_patient_acts_on_does_not_count(name: str, folder: Path) -> None:
    old, new = IGNORED[name]
    assert TOPIC.count(old) == 1
    assert told(parts(TOPIC, folder), parts(TOPIC.replace(old, new), folder)) == []


def test_the_bytes_of_a_picture_count(folder: Path) -> None:
    before = parts(TOPIC, folder)
    (folder / "dot.png").write_bytes(OTHER_PIXEL)
    assert told(before, parts(TOPIC, folder)) == ['changed: figure "A dot" under "Moves"']


def test_line_ends_of_another_system_do_not_count(folder: Path) -> None:
    assert told(parts(TOPIC, folder), parts(TOPIC.replace("\n", "\r\n"), folder)) == []


def test_one_letter_written_in_two_ways_does_not_count(folder: Path) -> None:
    composed, decomposed = (TOPIC.replace("Adults", word) for word in ("Caf\u00e9", "Cafe\u0301"))
    assert told(parts(composed, folder), parts(decomposed, folder)) == []


def test_a_glossary_entry_that_is_shown_counts_and_another_does_not(folder: Path) -> None:
    before = parts(TOPIC, folder)
    for key, wanted in (
        ("sciatica", ['changed: the glossary entry "sciatica"']),
        ("disk", []),
    ):
        entry = replace(LIBRARY.glossary[key], meaning=LIBRARY.glossary["healing"].meaning)
        library = replace(LIBRARY, glossary={**LIBRARY.glossary, key: entry})
        assert told(before, parts(TOPIC, folder, library)) == wanted


def test_what_the_list_of_sources_says_counts_and_when_it_was_checked_does_not(
    folder: Path,
) -> None:
    before = parts(TOPIC, folder)
    old = LIBRARY.references["acp-2017"]
    for new, wanted in (
        (replace(old, year=1987), ["changed: the source 'acp-2017'"]),
        (replace(old, checked=old.review_due), []),
    ):
        library = replace(LIBRARY, references={**LIBRARY.references, "acp-2017": new})
        assert told(before, parts(TOPIC, folder, library)) == wanted


def test_a_clinics_words_for_emergencies_count_and_how_to_reach_it_does_not(folder: Path) -> None:
    before = parts(TOPIC, folder)
    for clinic, wanted in (
        (replace(CLINIC, emergency_advice="Wait."), ["'emergency-advice' of the clinic 'example'"]),
        (replace(CLINIC, emergency_number="112"), ["'emergency-number' of the clinic 'example'"]),
        (replace(CLINIC, phone="555-0101", name="Other", colour="#264A6E", hours="Never"), []),
    ):
        found = told(before, parts(TOPIC, folder, clinic=clinic))
        assert found == [f"changed: {one}" for one in wanted]


SAID = ("emergency_number", "emergency_advice", "same_day_words", "after_hours")


@pytest.mark.parametrize("name", SAID)
def test_a_clinics_words_in_another_field_are_another_text(name: str, folder: Path) -> None:
    """Words for an emergency under the signs for the same day are not what was signed."""
    nothing = replace(CLINIC, **dict.fromkeys(SAID, ""))
    before = parts(TOPIC, folder, clinic=replace(nothing, **{name: "Do not wait."}))
    for other in SAID:
        after = parts(TOPIC, folder, clinic=replace(nothing, **{other: "Do not wait."}))
        there, gone = (one.replace("_", "-") for one in (other, name))
        wanted = [
            f"new: '{there}' of the clinic 'example'",
            f"gone: '{gone}' of the clinic 'example'",
        ]
        assert told(before, after) == ([] if other == name else wanted)


def test_a_field_of_the_front_matter_under_another_name_is_another_text(folder: Path) -> None:
    one = TOPIC.replace("subtitle: What helps\n", "")
    other = one.replace("audience: Adults\n", "subtitle: Adults\n")
    new, gone = 'the subtitle "Adults"', 'the audience "Adults"'
    assert told(parts(one, folder), parts(other, folder)) == [f"new: {new}", f"gone: {gone}"]
    assert told(parts(other, folder), parts(one, folder)) == [f"new: {gone}", f"gone: {new}"]


def test_another_clinic_has_not_been_read(folder: Path) -> None:
    other = replace(CLINIC, key="other")
    assert told(parts(TOPIC, folder), parts(TOPIC, folder, clinic=other)) == [
        "new: 'emergency-number' of the clinic 'other'",
        "new: 'emergency-advice' of the clinic 'other'",
    ]


def test_a_clinic_that_is_gone_takes_nothing_from_the_others(folder: Path) -> None:
    topic, _, _ = read(TOPIC, folder)
    both = reviewed_parts(topic, LIBRARY, [CLINIC, replace(CLINIC, key="other")])
    assert changes(both, parts(TOPIC, folder)) == ()


def test_blocks_that_come_go_and_move_are_named_and_no_others(folder: Path) -> None:
    before = parts(TOPIC, folder)
    new = TOPIC.replace("# Start {#start}\n", "# Start {#start}\nThis is new.\n\n")
    assert told(before, parts(new, folder)) == ['new: paragraph "This is new." under "Start"']
    gone = TOPIC.replace(":::notes\nAsk who walks.\n:::\n", "")
    assert told(before, parts(gone, folder)) == ['gone: notes "Ask who walks." under "Moves"']
    notes = ":::notes\nAsk who walks.\n:::\n"
    moved = TOPIC.replace(notes, "") + notes
    assert told(before, parts(moved, folder)) == ['moved: notes "Ask who walks." under "Moves"']


def test_two_equal_blocks_are_two(folder: Path) -> None:
    """One of them cannot go unseen."""
    twice = TOPIC + ":::notes\nAsk who walks.\n:::\n"
    assert told(parts(twice, folder), parts(TOPIC, folder)) == [
        'gone: notes "Ask who walks." under "Moves"'
    ]


def test_of_two_equal_blocks_the_one_that_goes_is_named() -> None:
    """It is told from the other by the section that it stood in."""
    at = Span("en.md", 0, 1)
    first, second = (
        Part(id=f"{name}/list-1", what=f"the list under {name}", digest="same", at=at)
        for name in ("today", "tomorrow")
    )
    assert told((first, second), (second,)) == ["gone: the list under today"]
    assert told((first, second), (first,)) == ["gone: the list under tomorrow"]


def test_a_change_is_at_the_block(folder: Path) -> None:
    new = TOPIC.replace("reps: 5", "reps: 50")
    topic, _, source = read(new, folder)
    [change] = changes(parts(TOPIC, folder), reviewed_parts(topic, LIBRARY, [CLINIC]))
    place = source.place(change.at.start)
    assert source.line(place.line) == ":::exercise bridge"


BLOCKS = """\
:::tip
Wave.
:::
:::unknown
Why.
:::
:::warning
- Ice.
:::
:::compare Two
:::risk
count: 20
of: 100
label: people hurt
source: acp-2017
:::
:::risk
count: 10
of: 100
label: walkers hurt
source: acp-2017
:::
:::
:::diary
- Minutes
:::
:::chart Disks
label: People
source: acp-2017
- Week 1: 15
- Week 2: 20
- Week 3: 25
:::
:::do-dont Lift
:::do
- Bend.
:::
:::dont
- Twist.
:::
:::
"""


def test_blocks_are_called_as_they_are_written(folder: Path) -> None:
    """In files that stay for good, and in what is said to authors."""
    topic, problems, _ = read(TOPIC + BLOCKS, folder)
    assert not problems
    wanted = "tip unknown warning list compare risk risk diary list chart do-dont do list dont list"
    called = " ".join(block.called for block, _ in blocks(topic) if block.called != "paragraph")
    assert called.endswith(wanted)
    made = parts(TOPIC + BLOCKS, folder)
    assert {"moves/chart-1", "moves/do-dont-1", "moves/tip-1"} <= {part.id for part in made}


def test_no_place_gets_into_a_digest() -> None:
    """Neither path nor offset is what a text says; in a field of a node it is left out."""
    with pytest.raises(TypeError):
        digest(("Week 1", 15, Span("en.md", 0, 1)))


def test_a_digest_stays_from_one_careleaf_to_the_next(folder: Path) -> None:
    """Were it another one, every review that was ever signed would be void. A new way to write
    digests must know the old one."""
    found = digest([part.digest for part in parts(TOPIC + BLOCKS, folder)])
    assert found == "0f19875415b1a79ac63d723fd4b1eebf"
