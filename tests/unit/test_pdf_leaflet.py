"""What the printed leaflet does at its limits: full pages, long names, what cannot be drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from careleaf.model.clinic import Clinic
from careleaf.problem import Problem
from tests.tools import tags
from tests.tools.leaflets import composed, placed, written
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

MANY_SIGNS = "".join(f"- The sign number {n} is one that needs two lines.\n" for n in range(5))
FULL = f":::red-flag emergency\n{MANY_SIGNS}:::\n:::red-flag same-day\n{MANY_SIGNS}:::\n"
CONTACT = ":::contact\n:::\n"


def topic(section: str) -> str:
    return FRONT + HEADINGS + section + NEEDED


def problems(section: str, clinic: Clinic = CLINIC) -> list[Problem]:
    return written(composed(topic(section), clinic=clinic)).problems


def pages(section: str, clinic: Clinic = CLINIC) -> list[str]:
    """What stands on each page, as text."""
    return re.split(r"^page \d+$", placed(composed(topic(section), clinic=clinic)), flags=re.M)[1:]


def said(section: str, path: Path, clinic: Clinic = CLINIC) -> str:
    path.write_bytes(written(composed(topic(section), clinic=clinic)).data)
    return tags.said(path)


def test_the_contact_panel_stands_on_page_one_where_there_is_room() -> None:
    [first, *rest] = pages("Text.\n\n" + CONTACT)
    assert "Questions? Call us" in first
    assert not any("Questions? Call us" in page for page in rest)


def test_a_person_is_stored_once_and_painted_where_needed(tmp_path: Path) -> None:
    """The same figure in two cards is one form object, as vectors: a page never grows a bitmap."""
    block = (
        ":::exercise {key}\nname: Bridge\nwhy: Builds hips\npose: bridge\nreps: 5\n"
        "frequency: 2 times a day\nstop: Stop if it hurts.\n1. Lie down.\n2. Lift.\n:::\n"
    )
    path = tmp_path / "a.pdf"
    sizes = []
    for count in (1, 2):
        section = "".join(block.format(key=f"bridge-{n}") for n in range(count))
        path.write_bytes(written(composed(topic(section))).data)
        sizes.append(path.stat().st_size)
        with pikepdf.open(path) as pdf:
            objects = {
                str(name): found
                for page in pdf.pages
                for name, found in page.Resources.get("/XObject", {}).items()
            }
            assert {str(found.Subtype) for found in objects.values()} == {"/Form"}
            people = [one for one in objects.values() if len(one.read_bytes()) > 5_000]
            assert len(people) == 2
    assert sizes[1] - sizes[0] < 3_500


def test_a_full_page_one_leaves_the_contact_panel_in_its_section() -> None:
    actions = "".join(f"- :walk: **Lead {n}.** Words of it.\n" for n in range(4))
    first, second, *_ = pages(f":::actions\n{actions}:::\n{FULL}Text.\n\n{CONTACT}")
    assert "Questions? Call us" not in first
    assert "Questions? Call us" in second


def test_hours_that_page_one_has_no_room_for_stand_in_the_contact_panel() -> None:
    clinic = replace(CLINIC, hours="Monday to Friday and by agreement " * 12)
    actions = "".join(f"- :walk: **Lead {n}.** Words of it.\n" for n in range(4))
    first, second, *_ = pages(f":::actions\n{actions}:::\n{FULL}Text.\n\n{CONTACT}", clinic)
    assert "Get help right away" in first
    assert "by agreement" not in first
    assert "by agreement" in second


def test_a_title_of_two_lines_is_set_smaller_before_red_flags_leave_page_one() -> None:
    """As in Spanish, whose words are longer."""
    actions = "".join(
        f"- :walk: **Lead {n}.** Words that need two lines of half the width.\n" for n in range(4)
    )
    wide = "needs two lines even where it has the whole width of the box, as it does here"
    signs = "".join(f"- The sign number {n} {wide}.\n" for n in range(7))
    flags = f":::red-flag emergency\n{signs}:::\n"
    long = re.sub("^title: .*", "title: A title of two lines at least here", FRONT, flags=re.M)
    source = long + HEADINGS + f":::actions\n{actions}:::\n{flags}Text.\n" + NEEDED
    first = placed(composed(source)).split("page ")[1]
    assert "<26/700 navy> A title of two lines at least here" in first
    assert "The sign number 6" in first


def test_the_number_to_call_is_in_the_red_flag_box() -> None:
    assert "<18/700 navy> 555-0142" in pages(FULL)[0]


def test_a_section_that_page_one_emptied_has_no_heading() -> None:
    assert "A section" not in "".join(pages(":::key-message\nKeep moving.\n:::\n"))


def test_a_link_to_an_emptied_section_leads_to_page_one(tmp_path: Path) -> None:
    text = topic("See [the signs](#needed).")
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(written(composed(text)).data)
    assert "Link (annotation) 'the signs'" in tags.tree(path)


def test_a_link_is_told_by_its_words_and_where_it_leads(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(written(composed(topic("See [our own page](https://one.example)."))).data)
    with pikepdf.open(path) as pdf:
        links = [one for page in pdf.pages for one in page.get("/Annots", [])]
        told = {str(one.get("/Contents", "")) for one in links}
    assert "our own page: https://one.example" in told


def test_a_character_that_no_font_has_is_an_error_at_its_place() -> None:
    [problem] = problems("Say ก now.")
    assert problem.code == "E520"
    assert problem.span.end - problem.span.start == 1


def test_so_is_one_in_the_name_of_the_clinic() -> None:
    assert {problem.code for problem in problems("Text.", replace(CLINIC, name="ก Clinic"))} == {
        "E520"
    }


def test_a_panel_deeper_than_a_page_is_an_error_where_it_begins() -> None:
    text = topic(":::tip\n" + "Many words that fill the page. " * 300 + "\n:::\n")
    [problem] = written(composed(text)).problems
    assert problem.code == "E521"
    assert text[problem.span.start :].startswith(":::tip")


COUNTED = ":::risk\ncount: 3\nof: 10\nlabel: people\nsource: nice-ng59\n{}\n:::\n"
COMPARED = f":::compare Two numbers\n{COUNTED.format('')}{COUNTED.format('Act early.')}:::\n"


@pytest.mark.parametrize("before", range(0, 24, 3))
def test_what_to_make_of_two_numbers_stands_on_their_page(before: int) -> None:
    for page in pages("Words.\n\n" * before + COMPARED * 6):
        pairs = page.count(" people 140") / 2
        assert page.count("Act early.") == page.count("Source: A publisher, 2020") == pairs


@pytest.mark.parametrize("words", ["A name of many words " * 8, "Word" * 40])
def test_a_long_name_of_the_clinic_keeps_off_the_draft_mark(words: str, tmp_path: Path) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(
        written(composed(topic("Text."), clinic=replace(CLINIC, name=words.strip()))).data
    )
    assert tags.faults(path) == []
    assert all(len(text) < 400 for text in tags.artifact_text(path))


def test_markup_of_pdf_in_a_name_is_only_text(tmp_path: Path) -> None:
    name = "A) Tj ET (b \\ Clinic <</X 1>> endobj"
    clinic = replace(CLINIC, name=name)
    assert f"Printed by: {name}" in said("Text.", tmp_path / "leaflet.pdf", clinic)


def test_words_of_a_list_and_of_a_card_do_not_run_together(tmp_path: Path) -> None:
    section = ":::actions\n- :walk: **Walk.** Often.\n- :clock: **Rest.** Now and then.\n:::\n"
    assert "Walk. Often." in said(section, tmp_path / "leaflet.pdf")


def test_a_picture_has_words_and_a_caption(tmp_path: Path) -> None:
    folder = Path(__file__).parents[1] / "suite" / "page"
    section = ":::figure box.svg\nalt: A box to lift\ncaption: Lift it close.\n:::\n"
    leaflet = composed(topic(section), folder=folder)
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(written(leaflet).data)
    assert "Figure Alt='A box to lift'\n    Caption 'Lift it close.'" in tags.tree(path)
    assert tags.faults(path) == []


def test_one_document_leaves_nothing_behind_for_the_next() -> None:
    leaflet = composed(topic("Text."))
    before = written(leaflet).data
    written(composed(topic("Other words: 12345 µg.")))
    assert written(leaflet).data == before


def test_an_accent_stands_over_its_letter_and_is_read_with_it(tmp_path: Path) -> None:
    assert "A x\u0301 and x." in said("A x\u0301 and x.", tmp_path / "leaflet.pdf")


MIXED = "- :walk: **Walk.** A little.\n- Without one.\n  - Inside it.\n"


def test_an_item_without_an_icon_has_a_bullet_in_its_cell() -> None:
    lines = "".join(pages(MIXED)).splitlines()
    before = lines[next(n for n, line in enumerate(lines) if "Without one." in line) - 1]
    assert "disc 2.5 teal" in before


def test_items_inside_an_item_of_a_pictured_list_are_drawn() -> None:
    assert "Inside it." in "".join(pages(MIXED))


def test_the_clinic_prints_a_guide_and_is_not_called_its_author(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.pdf"
    assert "Written by" not in said("Text.", path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Author"]) == ""
        with pdf.open_metadata() as metadata:
            assert "dc:creator" not in metadata
            assert metadata["dc:publisher"] == {CLINIC.name}


CARD = (
    ":::exercise bridge\nname: Bridge\nwhy: Builds hips\nreps: 5\nfrequency: 2 times a day\n"
    "stop: Stop if it hurts.\n1. Lie down.\n2. Lift.\n:::\n"
)


@pytest.mark.parametrize(("left", "shares"), [("Words.\n\n", True), ("Words.\n\n" * 12, False)])
def test_a_heading_and_a_line_are_no_page_of_their_own(left: str, shares: bool) -> None:
    """Exercises begin a page, but not after one on which there is next to nothing."""
    source = (
        FRONT + "# Start {#begin}\n" + left + FULL + "\n# Your exercises {#moves}\n" + CARD + NEEDED
    )
    second = re.split(r"^page \d+$", placed(composed(source)), flags=re.M)[2]
    assert "Words." in second
    assert ("Your exercises" in second) is shares


def test_a_long_name_of_the_clinic_stands_in_full_on_every_page(tmp_path: Path) -> None:
    name = "The Example Harbor and Lower Valley Community Health and Physiotherapy Clinic"
    path = tmp_path / "leaflet.pdf"
    result = written(composed(topic("Words.\n\n" * 40), clinic=replace(CLINIC, name=name)))
    assert result.problems == []
    path.write_bytes(result.data)
    heads = " ".join(tags.artifact_text(path))
    assert result.pages > 1
    assert "\u2026" not in heads
    assert heads.count("Physiotherapy Clinic") == result.pages


@pytest.mark.parametrize("name", ["A name of many words " * 8, "Word" * 40])
def test_a_name_too_long_for_any_head_is_an_error_of_the_clinic_file(name: str) -> None:
    [problem] = problems("Text.", replace(CLINIC, name=name.strip()))
    assert (problem.code, problem.span) == ("E521", CLINIC.at)
    assert "clinic's name is too long" in problem.message
