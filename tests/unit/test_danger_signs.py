"""Danger signs of a programme of several topics: whoever reads one box must not act on another's.

What is to be done at once, and what today, belongs together topic by topic."""

from __future__ import annotations

from pathlib import Path

from careleaf.compose.deck import compose_deck
from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.compose.page import compose_page
from careleaf.compose.programme import merged
from careleaf.model.leaflet import Leaflet
from careleaf.model.manuscript import Manuscript
from careleaf.model.page import RedFlags
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium, Topic
from careleaf.theme import default_theme
from careleaf.write.pdf import write
from tests.tools import tags
from tests.tools.decks import ENGLISH
from tests.tools.leaflets import composed, placed
from tests.tools.programmes import BACK, KNEE, read, topic
from tests.tools.topics import CLINIC, FRONT, HEADINGS, LIBRARY, NEEDED

BOTH = (
    "---\ntitle: Back and knee class\nversion: 0.1\nwritten: 2026-11-23\n---\n"
    "- back-pain: 25 minutes\n- knee-pain: 35 minutes\n"
)
TODAY = ":::red-flag same-day\n- Your knee will not bend.\n:::\n\n"
EMERGENCY = ":::red-flag emergency\n"


def ready(medium: Medium, back: str = BACK, knee: str = KNEE) -> Manuscript:
    topics: dict[str, Topic] = {
        "back-pain": topic("back-pain", back),
        "knee-pain": topic("knee-pain", knee),
    }
    programme, _, _ = read(BOTH)
    made, problems = manuscript(
        merged(programme, topics),
        medium,
        library=LIBRARY,
        clinic=CLINIC,
        language=ENGLISH,
        tailoring=Tailoring(),
    )
    assert problems == []
    return made


def leaflet(back: str = BACK, knee: str = KNEE) -> Leaflet:
    made, problems = compose_leaflet(
        ready(Medium.LEAFLET, back, knee), default_theme(), ENGLISH, paper="letter"
    )
    assert problems == []
    return made


KNEE_TODAY = KNEE.replace("fever.\n:::\n", f"fever.\n:::\n{TODAY}")


def many(signs: int) -> str:
    lines = "".join(f"- Danger sign number {n} of the knee.\n" for n in range(signs))
    return KNEE_TODAY.replace("- Your knee is hot and you have a fever.\n", lines)


def test_two_topics_signs_are_never_in_one_box() -> None:
    """The first topic has only an emergency box; its other half must not be another topic's."""
    first = leaflet(knee=KNEE_TODAY).first
    assert [flag.topic for flag in first.flags] == ["Back pain"]
    assert first.flags_title == "Get help right away: Back pain"
    [knee] = first.more_signs
    assert [flag.topic for flag in knee.flags] == ["Knee pain", "Knee pain"]


def test_page_one_shows_all_of_them_where_they_fit() -> None:
    first, *rest = placed(leaflet(knee=KNEE_TODAY)).split("page ")[1:]
    order = [
        "Get help right away: Back pain",
        "You cannot stand.",
        "Get help right away: Knee pain",
        "Your knee is hot",
        "Your knee will not bend.",
    ]
    assert [first.find(words) for words in order] == sorted(first.find(words) for words in order)
    assert all(words in first for words in order)
    assert "More danger signs" not in first
    assert "Your knee is hot" in "".join(rest)


def test_page_one_says_on_which_page_those_are_that_do_not_fit(tmp_path: Path) -> None:
    back = BACK.replace(
        "- You cannot stand.\n",
        "".join(f"- Danger sign number {n} of the back.\n" for n in range(8)),
    )
    wide = "- Danger sign of the knee, in so many words that they take two lines of the page {n}.\n"
    knee = KNEE_TODAY.replace(
        "- Your knee is hot and you have a fever.\n",
        "".join(wide.format(n=n * 11111) for n in range(8)),
    )
    made = leaflet(back, knee)
    pages = placed(made).split("page ")
    first = "page ".join(pages[1:3])
    assert "of the back" in first
    line = next(one for one in placed(made).splitlines() if "More danger signs, Knee pain: " in one)
    number = int(line.rpartition(" ")[2])
    whole = placed(made).split(f"\npage {number}\n")[1].split(f"\npage {number + 1}\n")[0]
    assert "Get help right away: Knee pain" in whole
    path = tmp_path / "a.pdf"
    result = write(made, default_theme(), ENGLISH)
    path.write_bytes(result.data)
    assert result.problems == []
    assert tags.faults(path) == []


def test_a_topic_with_emergencies_comes_before_one_without() -> None:
    back = BACK.replace(EMERGENCY, ":::red-flag same-day\n")
    first = leaflet(back).first
    assert first.flags_title == "Get help right away: Knee pain"
    assert [signs.topic for signs in first.more_signs] == ["Back pain"]


def test_one_topic_by_itself_is_not_named_and_tells_of_a_second_box() -> None:
    second = f"{EMERGENCY}- You cannot speak.\n:::\n"
    source = FRONT + HEADINGS + f"{EMERGENCY}- You cannot stand.\n:::\nText.\n\n{second}" + NEEDED
    found = placed(composed(source))
    assert "Get help right away:" not in found
    assert "More danger signs: page 1" in found or "More danger signs: page 2" in found


def test_slides_number_the_signs_of_one_topic() -> None:
    deck, problems = compose_deck(ready(Medium.DECK, knee=many(8)), default_theme(), ENGLISH)
    assert problems == []
    titles = [slide.title for slide in deck.slides if "Call 911 now" in slide.title]
    assert titles == [
        "Back pain: Call 911 now if:",
        "Knee pain: Call 911 now if: (1 of 2)",
        "Knee pain: Call 911 now if: (2 of 2)",
    ]


def test_boxes_of_the_web_page_name_their_topic() -> None:
    page, _ = compose_page(ready(Medium.PAGE), default_theme(), ENGLISH)
    boxes = [
        block.title
        for part in page.sections
        for section in (part, *part.sections)
        for block in section.blocks
        if isinstance(block, RedFlags)
    ]
    assert boxes == ["Get help right away: Back pain", "Get help right away: Knee pain"]


def test_in_its_section_a_topic_has_one_box_for_both() -> None:
    rest = placed(leaflet(knee=KNEE_TODAY)).split("\npage ", 1)[1]
    assert rest.count("Get help right away: Knee pain") == placed(leaflet(knee=KNEE)).split(
        "\npage ", 1
    )[1].count("Get help right away: Knee pain")
    assert "Your knee will not bend." in rest
