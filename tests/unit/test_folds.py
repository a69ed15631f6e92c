"""Folded sheets: which page stands where, what a brochure holds, and what is said of the rest."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from careleaf.compose.brochure import compose_brochure
from careleaf.compose.manuscript import manuscript
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Fold, Leaflet, Paper
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.theme import default_theme
from careleaf.write.pdf.document import lay_out
from careleaf.write.pdf.geometry import Sheet
from careleaf.write.pdf.imposition import imposed, panels
from careleaf.write.pdf.laid_out import sides, to_pdf
from tests.tools import tags
from tests.tools.leaflets import ENGLISH, composed, written
from tests.tools.printed import folded, runs, text_lines, words
from tests.tools.topics import CLINIC, FRONT, HEADINGS, LIBRARY, NEEDED, found, read

HALF = Sheet(width=396.0, height=612.0, live=336.0)
ACTIONS = ":::actions\n- :walk: **Walk.** A little.\n- :walk: **Rest.** A bit.\n:::\n"
SUMMARY = (
    "## In short {#short}\n:::summary\n- Keep moving.\n- Walk a bit.\n- Learn the signs.\n:::\n"
)


def pages(count: int) -> list[list[int]]:
    """Page numbers, from 1, on the sides of a booklet, as printed."""
    return [
        [place.page + 1 for place in side]
        for side in imposed(count, HALF, "booklet", "letter").sides
    ]


def test_a_booklet_of_four_pages_is_one_sheet() -> None:
    assert pages(4) == [[4, 1], [2, 3]]


def test_sheets_of_a_booklet_lie_in_one_another() -> None:
    assert pages(12) == [[12, 1], [2, 11], [10, 3], [4, 9], [8, 5], [6, 7]]


@pytest.mark.parametrize("count", range(4, 64, 4))
def test_both_sides_of_each_leaf_of_a_booklet_follow_one_another(count: int) -> None:
    """Folded and stapled, it reads 1, 2, 3 ...: a right-hand page has the next one at its back."""
    sides_ = pages(count)
    for front, back in zip(sides_[::2], sides_[1::2], strict=True):
        assert back[0] == front[1] + 1
        assert front[0] == back[1] + 1
    assert sorted(chain(*sides_)) == list(range(1, count + 1))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_brochure_folds_its_narrow_panel_in(paper: Paper) -> None:
    flap, panel = panels(paper)
    assert panel - 12 < flap < panel - 3
    printed = imposed(6, Sheet(width=264.0, height=612.0, live=200.0), "brochure", paper)
    assert flap + 2 * panel == pytest.approx(printed.width, abs=0.1)
    outside, inside = printed.sides
    assert [place.page for place in outside] == [1, 5, 0]  # flap, back, cover
    assert [place.page for place in inside] == [2, 3, 4]
    # The last panel inside is the back of the flap: its folds are mirrored.
    assert printed.ticks[0] == pytest.approx(
        [printed.width - x for x in printed.ticks[1]][::-1], abs=0.1
    )


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_booklet_is_filled_up_with_pages_for_notes(paper: Paper) -> None:
    leaflet = folded("booklet", paper)
    laid_out = lay_out(leaflet, default_theme(), ENGLISH)
    assert laid_out.problems == []
    assert len(laid_out.pages) % 4 == 0
    assert len(sides(leaflet, laid_out).sides) == len(laid_out.pages) / 2


LONG = "".join(
    f"A paragraph, number {n}. " + "It has a number of words. " * 60 + "\n\n" for n in range(9)
)
"""Paragraphs that go on over pages, in the second half too, whose pages are printed backwards."""


def leaflets(fold: Fold) -> list[Leaflet]:
    long = replace(composed(FRONT + HEADINGS + LONG + NEEDED), fold=fold)
    return [folded(fold, "letter"), *([long] if fold == "booklet" else [])]


@pytest.mark.parametrize("fold", ["booklet", "brochure"])
def test_readers_hear_a_folded_leaflet_in_its_own_order(fold: Fold, tmp_path: Path) -> None:
    """The same words in the same order as of the same pages printed one by one: those of a
    paragraph too that goes on over a page, though its end may be printed first."""
    for leaflet in leaflets(fold):
        laid_out = lay_out(leaflet, default_theme(), ENGLISH)
        said = []
        for name, one in (("folded", leaflet), ("plain", replace(leaflet, fold=None))):
            path = tmp_path / f"{name}.pdf"
            path.write_bytes(to_pdf(one, laid_out)[0])
            assert tags.faults(path) == []
            said.append(tags.said(path))
        assert said[0] == said[1]


def test_bookmarks_of_a_booklet_are_in_the_order_of_reading(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(written(folded("booklet", "letter")).data)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:4] == ["Low back and hip pain", "Start here", "Why it hurts", "What helps"]


def brochure(section: str, *only: str, clinic: Clinic = CLINIC) -> tuple[Leaflet, list[Problem]]:
    topic, problems, source = read(FRONT + HEADINGS + section + NEEDED)
    assert not problems, found(problems, source)
    ready, _ = manuscript(
        topic,
        Medium.LEAFLET,
        library=LIBRARY,
        clinic=clinic,
        language=ENGLISH,
        tailoring=Tailoring(only=only),
    )
    leaflet, lacking = compose_brochure(
        ready, default_theme(), ENGLISH, paper="letter", profile="standard"
    )
    return leaflet, [*lacking, *written(leaflet).problems]


def text(leaflet: Leaflet) -> list[str]:
    """The words of each panel, from cover to back."""
    laid_out = lay_out(leaflet, default_theme(), ENGLISH)
    return [
        "".join(words(line) for one in page.standings for line in text_lines(one.box.marks))
        for page in laid_out.pages
    ]


def test_a_brochure_takes_the_essentials_and_says_what_it_leaves_out() -> None:
    leaflet, problems = brochure(
        "Long words.\n\n" + ACTIONS + "## More {#more}\nWords.\n" + SUMMARY
    )
    cover, *rest = text(leaflet)
    assert "Keep moving." in cover
    assert "Walk. A little." in "".join(rest)
    assert "What to remember" in "".join(rest)
    assert "Ask us for the full guide." in rest[-1]
    assert [f"{one.code} {one.message}" for one in problems] == [
        "W509 the brochure leaves out: more; it has in part only: section"
    ]


def test_danger_signs_stand_on_the_flap() -> None:
    assert "You cannot stand." in text(brochure(ACTIONS)[0])[1]


def test_chosen_sections_are_all_in_a_brochure() -> None:
    leaflet, problems = brochure("Chosen words.\n", "section")
    assert problems == []
    assert "Chosen words." in "".join(text(leaflet))


def test_chosen_sections_that_do_not_fit_are_refused_by_name() -> None:
    paragraph = "Many words that need a line. " * 40
    more = "".join(f"## More {n} {{#more-{n}}}\n{paragraph}\n" for n in range(6))
    [problem] = brochure("Chosen words.\n" + more, "part")[1]
    assert problem.code == "E521"
    assert problem.message == (
        "no room in the brochure beside the other chosen sections: more-3, more-4, more-5"
    )
    said = "or fold a booklet; there is room for section, more-0, more-1, more-2"
    assert said in problem.hint


def test_a_short_section_behind_a_long_one_still_has_its_room() -> None:
    """What is named is only what has no room."""
    long = "Many words that need a line. " * 160
    more = f"## Long {{#long}}\n{long}\n## Short {{#short}}\nA few words.\n"
    [problem] = brochure("Chosen words.\n" + more, "part")[1]
    assert problem.message.endswith(": long")
    assert problem.hint.endswith("section, short")


def test_what_was_not_chosen_gives_way_to_what_was() -> None:
    """The section of the danger signs is in every choice. Its signs are on the flap; its other
    words go where there is no room, and the build says so."""
    words_ = "Many words that need a line. " * 40
    signs = f"{words_}\n\n:::red-flag same-day\n- A sign.\n:::\n"
    chosen = f"## Chosen {{#chosen}}\n{words_}\n\n{words_}\n"
    leaflet, problems = brochure(signs + words_ + "\n\n" + words_ + "\n" + chosen, "chosen")
    assert [f"{one.code} {one.message}" for one in problems] == [
        "W509 the brochure has in part only: section (all danger signs are there)"
    ]
    shown = "".join(text(leaflet))
    assert "A sign." in shown
    assert "Chosen" in shown


def test_a_chosen_section_deeper_than_a_brochure_is_told_alone() -> None:
    long = f"{'Many words that need a line. ' * 40}\n\n" * 8
    [problem] = brochure(long, "section")[1]
    assert problem.message == "what is chosen does not fit in a brochure: section"
    assert "leave out" not in problem.hint


def test_warnings_come_before_what_to_remember() -> None:
    warning = ":::warning Ask us first\n- You are pregnant.\n:::\n"
    more = f"## Medicine {{#medicine}}\nLong words.\n\n{warning}"
    leaflet, problems = brochure(ACTIONS + SUMMARY + more)
    shown = "".join(text(leaflet))
    assert shown.index("Ask us first") < shown.index("What to remember")
    assert "Long words." not in shown
    assert [one.message for one in problems] == ["the brochure has in part only: medicine"]


def test_words_on_panels_are_as_large_as_there_is_room_for() -> None:
    many = "Many words that need a line. " * 40
    for count, size in ((1, 15.6), (3, 13.0)):
        leaflet, _ = brochure(f"{ACTIONS}\n{many}\n\n" + f"{many}\n\n" * (count - 1), "section")
        laid = lay_out(leaflet, default_theme(), ENGLISH)
        sizes = {
            run.size
            for page in laid.pages
            for line in text_lines(mark for one in page.standings for mark in one.box.marks)
            for run in runs(line)
            if "Many words" in words(line)
        }
        assert {round(one, 2) for one in sizes} == {size}


def test_doses_too_wide_for_a_panel_stand_in_rows() -> None:
    exercise = (
        ":::exercise bridge\nname: Bridge\nwhy: Strong\nreps: 5\nhold: 5 seconds\n"
        "frequency: 2 times a day\nstop: Stop if it hurts.\n1. Lift.\n2. Lower.\n:::\n"
    )
    laid = lay_out(brochure(exercise, "section")[0], default_theme(), ENGLISH)
    lines = [
        words(line)
        for page in laid.pages
        for line in text_lines(mark for one in page.standings for mark in one.box.marks)
    ]
    assert "5 seconds " in lines


def test_a_brochure_without_the_clinic_s_panel_has_its_number_at_the_back() -> None:
    assert "Questions? Call us: 555-0142" in text(brochure(ACTIONS)[0])[-1]
    assert "Call us: 555-0142" not in text(brochure(ACTIONS + "\n:::contact\n:::\n")[0])[-1]


@pytest.mark.parametrize(
    ("email", "shown"),
    [
        ("hello@example-harbor.example", ["hello@example-harbor.example"]),
        (
            "appointments@example-harbor-clinic.example",
            ["appointments@", "example-harbor-clinic.example"],
        ),
    ],
)
def test_in_a_narrow_panel_hours_and_addresses_end_lines_where_a_reader_pauses(
    email: str, shown: list[str]
) -> None:
    """An address is smaller rather than on two lines, but no smaller than the footer."""
    clinic = replace(CLINIC, email=email, after_hours="Nights, weekends, and holidays")
    leaflet, _ = brochure(ACTIONS + "\n:::contact\n:::\n", clinic=clinic)
    laid = lay_out(leaflet, default_theme(), ENGLISH)
    told = [
        words(line).strip()
        for one in laid.pages[-1].standings
        for line in text_lines(one.box.marks)
    ]
    begin, address = told.index("Monday to Friday,"), told.index(shown[0])
    assert told[begin : begin + 4] == [
        *("Monday to Friday,", "8 am to 5 pm", "Nights, weekends,", "and holidays: 555-0199")
    ]
    assert told[address : address + len(shown)] == shown
