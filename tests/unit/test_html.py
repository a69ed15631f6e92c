"""The page as HTML: whole in one file, safe with any words, and without loose ends."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from typing import get_args

import jinja2
import pytest
from msgspec.structs import replace

from careleaf.figure.pose import pose
from careleaf.model.art import Picture
from careleaf.model.inline import Line, Run
from careleaf.model.page import Block, Page
from careleaf.model.shape import Definition, Figure, Item, Items, Paragraph, Shape
from careleaf.source import Span
from careleaf.theme import default_theme
from careleaf.write.html.figures import placed, slot
from careleaf.write.html.line import dialled, isolated
from careleaf.write.html.style import style_sheet
from careleaf.write.html.templates import environment
from tests.tools.pages import Anatomy, composed, dissected, drawn_page, written
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED, reference

AT = Span("en.md", 3, 9)
RICH = f"""{FRONT}{HEADINGS}
It may be [[sciatica]] or a [[disk]]. [@nice-ng59, @acp-2017] See [the danger signs](#needed).

:::actions
- :walk: **Walk.** A little.
- :clock: **Shift.** Often.
:::
:::exercise bridge
name: Bridge
why: Builds strong hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift your hips.
:::
:::contact
:::
{NEEDED}"""
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "</title></style></main>",
    "<!-- &amp; &#60; ]]>",
    "' onclick='alert(1)",
)


@pytest.fixture(scope="module")
def html() -> str:
    return drawn_page(RICH)


@pytest.fixture(scope="module")
def anatomy(html: str) -> Anatomy:
    return dissected(html)


def page_of(*shapes: Shape) -> Page:
    """A page with these shapes as its one section."""
    section = replace(composed(RICH).sections[0], blocks=shapes, sections=(), cited=())
    return replace(composed(RICH), sections=(section,), alarm="")


def run(text: str, **marks: str) -> Line:
    return (Run(at=AT, text=text, **marks),)  # type: ignore[arg-type]


@pytest.mark.parametrize("shape", get_args(Block), ids=lambda shape: shape.__name__)
def test_every_shape_has_a_template(shape: type) -> None:
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", shape.__name__).lower()
    folder = "shapes/" if shape in get_args(Shape) else ""
    assert environment().get_template(f"{folder}{name}.html")


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ nothing_of_that_name }}").render()


def test_the_policy_lets_in_this_style_sheet_and_nothing_else(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    rules = policy[1].replace("&#39;", "'").split("; ")
    assert rules[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "img-src data:" in rules


def test_the_policy_comes_before_the_style_sheet(html: str) -> None:
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_nothing_runs_and_nothing_is_fetched(anatomy: Anatomy) -> None:
    assert not {"script", "link", "iframe", "object", "form"} & set(anatomy.tags())
    assert anatomy.values("style") == []
    assert not [
        name for element in anatomy.elements for name in element.attributes if name[:2] == "on"
    ]
    assert all(source.startswith("data:") for source in anatomy.values("src"))


def test_no_style_rule_reaches_out(html: str) -> None:
    assert "url(" not in html
    assert "@import" not in html


def test_no_id_is_there_twice(anatomy: Anatomy) -> None:
    ids = anatomy.values("id")
    assert len(ids) == len(set(ids))


def test_every_way_within_the_page_leads_somewhere(anatomy: Anatomy) -> None:
    ids = set(anatomy.values("id"))
    targets = [href[1:] for href in anatomy.values("href") if href.startswith("#")]
    targets += anatomy.values("popovertarget")
    assert {"bridge", "needed", "_word-disk", "_say-disk", "_source-2", "_icon-walk"} <= ids
    assert [target for target in targets if target not in ids] == []


def test_headings_go_down_one_step_at_a_time(anatomy: Anatomy) -> None:
    levels = [int(e.tag[1]) for e in anatomy.elements if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_landmarks_and_language(anatomy: Anatomy) -> None:
    tags = anatomy.tags()
    assert [tags[tag] for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert anatomy.elements[0].attributes == {"lang": "en-US", "dir": "ltr"}


def test_the_draft_mark_stands_at_the_top_in_the_footer_and_on_every_sheet(html: str) -> None:
    assert html.count("Draft: not yet reviewed by a clinician") == 3
    signed, _ = written(replace(composed(RICH), standing=""))
    assert 'class="standing"' not in signed


def test_same_page_same_bytes() -> None:
    assert drawn_page(RICH) == drawn_page(RICH)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str, anatomy: Anatomy) -> None:
    clinic = replace(CLINIC, name=words, tagline=words, hours=words, address=words)
    page = replace(
        page_of(Paragraph(at=AT, body=run(words)), Paragraph(at=AT, body=run(words, term="disk"))),
        title=words,
        subtitle=words,
        description=words,
        version=words,
        clinic=clinic,
        references=(replace(reference("a"), title=words, publisher=words),),
    )
    text, problems = written(page)
    hostile = dissected(text)
    assert problems == []
    assert hostile.text.count(words) >= 9
    assert set(hostile.tags()) <= set(anatomy.tags()) | {"p"}
    assert not [name for e in hostile.elements for name in e.attributes if name.startswith("on")]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "http://a.example", "data:text/html,x"]
)
def test_an_unsafe_link_is_reported_and_leads_nowhere(target: str) -> None:
    text, problems = written(page_of(Paragraph(at=AT, body=run("here", link=target))))
    assert [(problem.code, problem.span) for problem in problems] == [("E306", AT)]
    assert target not in text
    assert "<p>here</p>" in text


def test_an_unknown_icon_is_reported_at_its_place() -> None:
    item = Item(at=AT, body=run("Walk"), icon="no-such-icon")
    _, problems = written(page_of(Items(at=AT, mark="bullet", items=(item,))))
    assert [(problem.code, problem.span) for problem in problems] == [("E305", AT)]


def test_terms_of_the_same_letters_keep_their_own_windows() -> None:
    page = composed(RICH)
    assert page.words is not None
    keys = ("low back", "low-back", "坐骨神经痛")
    entries = tuple(
        Definition(at=AT, key=key, term=key, say=(), meaning=run(f"About {key}")) for key in keys
    )
    body = tuple(Run(at=AT, text=key, term=key) for key in keys)
    shown = page_of(Paragraph(at=AT, body=body))
    text, _ = written(replace(shown, words=replace(page.words, entries=entries)))
    opened = dissected(text).values("popovertarget")[: len(keys)]
    assert len(set(opened)) == len(keys)
    for key, target in zip(keys, opened, strict=True):
        window = text.partition(f'id="{target}"')[2]
        assert f"About {key}" in window.partition("</div>")[0]


def test_a_term_that_is_not_explained_is_plain() -> None:
    text, _ = written(page_of(Paragraph(at=AT, body=run("bone", term="bone"))))
    assert "<p>bone</p>" in text


def test_only_whole_numbers_of_the_clinic_can_be_tapped() -> None:
    text, _ = written(page_of(Paragraph(at=AT, body=run("555-0142, not 1-555-0142 or 555-01429"))))
    tapped = '<a class="tel" dir="ltr" href="tel:5550142">555-0142</a>'
    assert f"<p>{tapped}, not 1-555-0142 or 555-01429</p>" in text


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("555-0142", "tel:5550142"),
        ("(555) 0142 ext. 12", "tel:5550142;ext=12"),
        ("555 0142 x7", "tel:5550142;ext=7"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("(020) 7946 0000", "tel:02079460000"),
        ("911", "tel:911"),
    ],
)
def test_a_tap_dials_the_number_that_is_printed(printed: str, address: str) -> None:
    assert dialled(printed) == address


def test_a_number_that_begins_another_takes_no_part_of_it() -> None:
    clinic = replace(CLINIC, phone="555-0142", after_hours_phone="555-0142 ext. 9")
    page = replace(page_of(Paragraph(at=AT, body=run("555-0142 ext. 9"))), clinic=clinic)
    text, _ = written(page)
    assert '<p><a class="tel" dir="ltr" href="tel:5550142;ext=9">555-0142 ext. 9</a></p>' in text


def test_a_raster_picture_is_inside_the_file() -> None:
    picture = Picture(data=b"\x89PNG", mime="image/png", width=40, height=30)
    text, _ = written(page_of(Figure(at=AT, art=picture, alt='A "box"')))
    assert 'src="data:image/png;base64,iVBORw==" alt="A &#34;box&#34;" width="40"' in text


@pytest.mark.parametrize(
    ("code", "direction", "words"), [("es", "ltr", "ciática"), ("ar", "rtl", "ألم الظهر")]
)
def test_words_in_another_language_say_so(code: str, direction: str, words: str) -> None:
    text, _ = written(page_of(Paragraph(at=AT, body=run(words, language=code))))
    assert f'<p><span lang="{code}" dir="{direction}">{words}</span></p>' in text


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("اتصل بـ 555 0142 الآن", "555 0142", 'اتصل بـ <bdi dir="ltr">555 0142</bdi> الآن'),
        ("Call <us>", "911", "Call &lt;us&gt;"),
    ],
)
def test_a_number_keeps_its_order_among_words_from_the_right(
    text: str, number: str, shown: str
) -> None:
    assert isolated(text, number) == shown


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Walk for 20 minutes, 2.5 km.", ["20 minutes,", "2.5 km."]),
        ("لمدة 20 دقيقة.", ["20 دقيقة."]),
        ("20 मिनट तक", ["20 मिनट"]),
        ("In 2009. Call 555-0142 now, or 5 otorhinolaryngologists.", []),
    ],
)
def test_a_number_and_the_word_behind_it_stay_on_a_line(text: str, held: list[str]) -> None:
    shown, _ = written(page_of(Paragraph(at=AT, body=run(text))))
    assert re.findall('<span class="counted">(.*?)</span>', shown.partition("<main")[2]) == held


def test_a_number_in_a_heading_beside_an_icon_stays_within_its_words(html: str) -> None:
    """Loose in a grid or a row of boxes, it would take a cell of its own: "Call / 911 now / if"."""
    assert '<span>Call <span class="counted">911 now</span>' in html


@pytest.mark.parametrize(
    ("before", "after", "held"),
    [("A (", ").", "(disk)."), ("布洛芬是一种", "。用有效的最低剂量", "disk。")],
)
def test_what_touches_a_word_that_opens_clings_to_it(before: str, after: str, held: str) -> None:
    """Not a Chinese sentence: it has no spaces, and would stick out of a narrow page."""
    body = (*run(before), *run("disk", term="disk"), *run(after))
    text, _ = written(page_of(Paragraph(at=AT, body=body)))
    together = re.findall(r'<span class="together">(.*?)</span>', text)
    assert [re.sub(r"<[^>]*>", "", one) for one in together] == [held]


def test_a_word_of_a_million_letters_is_quick() -> None:
    body = (*run("x" * 1_000_000), *run("disk", term="disk"), *run("y" * 1_000_000))
    text, _ = written(page_of(Paragraph(at=AT, body=body)))
    assert len(text) > 2_000_000


@pytest.mark.parametrize(
    ("opening", "close"),
    [("", ""), (":::red-flag same-day\n", ":::\n"), (":::warning\n", ":::\n")],
    ids=["plain", "red flag", "warning"],
)
def test_an_item_without_an_icon_keeps_its_cell(opening: str, close: str) -> None:
    """The style sheet sets such a list in two columns: words alone would fall into the first."""
    page = drawn_page(
        f"{FRONT}{HEADINGS}{opening}- :walk: With an icon.\n- Without one.\n{close}{NEEDED}"
    )
    assert re.search(r'<span class="sign"><svg.*?</span><div>\s*With an icon', page)
    assert re.search(r'<span class="sign"></span><div>\s*Without one', page)


def test_an_icon_in_a_numbered_list_stands_before_its_words() -> None:
    page = drawn_page(f"{FRONT}{HEADINGS}1. :walk: Go.\n2. Stop.\n{NEEDED}")
    assert re.search(r'<div>\s*<span class="beside"><svg.*?</span> Go', page)


@pytest.mark.parametrize(
    ("of", "lengths"),
    [("of: 100\n", ["15%", "30%", "60%"]), ("", ["25%", "50%", "100%"])],
    ids=["of-people", "of-anything"],
)
def test_bars_are_as_long_as_their_numbers_on_one_scale(of: str, lengths: list[str]) -> None:
    bars = "- Week 1: 15\n- Week 4: 30\n- Week 6: 60\n"
    chart = f":::chart Better\nlabel: People\n{of}source: nice-ng59\n{bars}:::\n"
    drawn = drawn_page(FRONT + HEADINGS + chart + NEEDED)
    assert re.findall(r'class="bar filled"[^>]*><rect width="([^"]+)"', drawn) == lengths


def test_a_person_on_two_cards_is_drawn_once() -> None:
    card = (
        ":::exercise {key}\nname: Bridge\nwhy: Builds hips\npose: bridge\nreps: 5\n"
        "frequency: 2 times a day\nstop: Stop if it hurts.\n1. Lie down.\n2. Lift.\n:::\n"
    )
    cards = "".join(card.format(key=key) for key in ("one", "two"))
    text, problems = written(composed(FRONT + HEADINGS + cards + NEEDED))
    assert not problems
    assert text.count('<svg class="person"') == 4
    assert [text.count(f'<symbol id="_bridge-{n}"') for n in (1, 2)] == [1, 1]
    assert [text.count(f'href="#_bridge-{n}"') for n in (1, 2)] == [2, 2]


def test_people_side_by_side_stand_on_one_floor_at_one_scale() -> None:
    """Their boxes are equal, and each is as far from the floor of its box."""
    right, wrong = pose("lift-right"), pose("lift-wrong")
    room = slot([right, wrong])
    for shown in (right, wrong):
        text = str(placed("x", shown, 0, room))
        box = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text)
        assert box == [(f"{room.width:g}", f"{room.above + room.below:g}")]
        [(y, height)] = re.findall(r' y="([\d.]+)" width="[\d.]+" height="([\d.]+)"', text)
        assert float(y) + shown.ground[0] == pytest.approx(room.above, abs=0.06)
        assert float(height) == shown.frames[0].height


def test_nothing_is_placed_by_left_or_right() -> None:
    """Every margin, edge and place is said by start and end, so that Arabic mirrors all of it."""
    style = str(style_sheet(default_theme()))
    assert not re.findall(r"[\w-]*\b(?:left|right)\b\s*:", style)
    assert not re.findall(r"(?:float|text-align|clear): *(?:left|right)", style)
    value = r"([^\s;}]+)"
    four = rf"(?:margin|padding|inset): *{value} {value} {value} {value}"
    assert all(right == left for _, right, _, left in re.findall(four, style))


def test_no_person_turns_with_the_reading_direction() -> None:
    """The arrow between start and finish does, and bars and meters: they are read along."""
    style = style_sheet(default_theme())
    turned = [line for line in style.splitlines() if "transform" in line]
    assert {str(line).partition(" {")[0] for line in turned} == {
        '[dir="rtl"] .movement .icon',
        '[dir="rtl"] .bar, [dir="rtl"] .meter',
    }
