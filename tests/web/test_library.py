"""Topics and what was typed and ticked; the cards that come back."""

from __future__ import annotations

import io
import math
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from html import escape, unescape
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from starlette.datastructures import QueryParams

from careleaf.engine.saving import on_disk
from careleaf.language import language
from careleaf.web.library.areas import areas
from careleaf.web.library.choice import Choice, choice
from careleaf.web.library.folded import folded, words
from careleaf.web.library.index import Hit, Index, query
from careleaf.web.library.marked import marked, passage
from careleaf.web.library.results import Card, Kept, counts, found
from careleaf.web.settings import Settings
from careleaf.web.shelf import Edition, Held, Review, Shelf, State
from tests.tools.reviews import signed
from tests.web.conftest import LIBRARY, Visitor


def edition(
    language: str,
    title: str,
    text: str = "",
    state: State = "draft",
    also: tuple[str, ...] = (),
) -> Edition:
    until = None if state == "draft" else date(2028, 5, 1)
    return Edition(
        language=language,
        title=title,
        subtitle="",
        also=also,
        text=text,
        translated=language != "en",
        review=Review(state=state, until=until),
    )


def held(name: str, *editions: Edition, icd10: tuple[str, ...] = ()) -> Held:
    return Held(
        id=name,
        editions=editions,
        icd10=icd10,
        snomed=("279039007",) if name == "hip" else (),
        version="1",
        written=date(2026, 1, 1),
        pose=None,
    )


TOPICS = {
    one.id: one
    for one in (
        held(
            "hip",
            edition("en", "Pain on the outer side of the hip", "Lie on your back."),
            edition("es", "Dolor en la cadera", "Acuéstese boca arriba, sin olé."),
            edition("ar", "أَلَم في الوَرِك", "استلقِ على ظهرك."),
            icd10=("M25.551", "M70.60"),
        ),
        held("sleep", edition("en", "Sleep well", "Put a pillow between your hips.", "in-date")),
        held(
            "lift",
            edition("en", "Lift <b> without strain", "Bend your knees.\nNot your back.", "overdue"),
            edition("zh-Hans", "搬东西", "弯曲膝盖，不要弯腰。"),
            edition("hi", "पीठ का दर्द", "घुटने मोड़ें।"),
            icd10=("M54.50",),
        ),
    )
}


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index()
    made.hold(TOPICS)
    return made


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("hip", ["hip", "sleep"]),
        ("HIP", ["hip", "sleep"]),
        ("hi", ["hip", "sleep"]),
        ("outer hip", ["hip"]),
        ("hip outer pain", ["hip"]),
        ("back", ["hip", "lift"]),
        ("hipster", []),
        ("o", ["hip"]),
        ("k", []),
        ("kn", ["lift"]),
        ("cadera", ["hip"]),
        ("acuestese", ["hip"]),
        ("ACUÉSTESE", ["hip"]),
        ("ole", ["hip"]),
        ("الورك", ["hip"]),
        ("الوَرِك", ["hip"]),
        ("الم", ["hip"]),
        ("膝盖", ["lift"]),
        ("盖膝", []),
        ("पीठ", ["lift"]),
        ("पाठ", []),
        ("M25", ["hip"]),
        ("m25.55", ["hip"]),
        ("M25551", ["hip"]),
        ("M25.6", []),
        ("M54.5", ["lift"]),
        ("279039007", ["hip"]),
        ("2790", ["hip"]),
        ("", []),
        ("   ", []),
        ('" OR * NEAR(', []),
        ("hip'); drop table editions;--", []),
        ("-", []),
    ],
)
def test_a_search_finds(index: Index, typed: str, topics: list[str]) -> None:
    assert sorted(hit.topic for hit in index.find(query(typed))) == topics


def test_a_title_comes_before_a_text(index: Index) -> None:
    assert index.find(query("hip")) == [Hit("hip", "en"), Hit("sleep", "en")]


def test_a_title_comes_before_the_line_below_it() -> None:
    made = Index()
    below = replace(edition("en", "Walk more"), subtitle="A hip plan")
    made.hold({"a": held("a", below), "b": held("b", edition("en", "The hip, a long title here"))})
    assert [hit.topic for hit in made.find(query("hip"))] == ["b", "a"]
    assert [hit.topic for hit in made.find(query("plan hip"))] == ["a"]


def test_an_index_follows_its_topics() -> None:
    made = Index()
    made.hold(TOPICS)
    made.hold(
        {"hip": held("hip", edition("en", "Knee pain")), "new": held("new", edition("en", "Hip"))}
    )
    assert [hit.topic for hit in made.find(query("hip"))] == ["new"]
    assert [hit.topic for hit in made.find(query("knee"))] == ["hip"]
    made.hold({})
    assert made.find(query("knee")) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Señor ÁÉÍ", "senor aei"),
        ("أَلَمٌ إلى المدرسـة", "الم الي المدرسه"),
        ("Straße", "strasse"),
        ("Đau lưng", "dau lung"),
        ("कंधा", "कंधा"),
    ],
)
def test_what_people_leave_out_is_folded(text: str, key: str) -> None:
    assert folded(text) == key


def test_a_word_keeps_its_place() -> None:
    text = "¿Café? 腰痛"
    assert [(text[one.start : one.end], one.key) for one in words(text)] == [
        ("Café", "cafe"),
        ("腰", "腰"),
        ("痛", "痛"),
    ]


def test_words_found_are_marked_and_all_else_is_escaped() -> None:
    typed = frozenset({"caf", "hip"})
    assert marked("<i>Café</i> & ship, hips", typed) == (
        "&lt;i&gt;<mark>Caf</mark>é&lt;/i&gt; &amp; ship, <mark>hip</mark>s"
    )
    assert marked("Straße", frozenset({"stra"})) == "<mark>Straße</mark>"


def test_a_passage_is_short_and_has_the_word() -> None:
    line = f"{'word ' * 40}hip {'word ' * 40}".strip()
    cut = passage(f"Nothing here.\n{line}", frozenset({"hip"}))
    assert cut is not None
    assert cut.startswith("…word ") and cut.endswith("word…") and "<mark>hip</mark>" in cut
    assert len(cut) < 120
    assert passage("Nothing here, ship.", frozenset({"hip"})) is None


def shown(index: Index, asked: Choice, kept: Kept | None = None) -> list[str]:
    return [card.held.id for card in found(TOPICS, index, asked, kept or Kept(), "en").cards]


@pytest.mark.parametrize(
    ("address", "topics"),
    [
        ("", ["lift", "hip", "sleep"]),
        ("language=es", ["hip"]),
        ("language=es&language=hi", ["lift", "hip"]),
        ("language=xx", ["lift", "hip", "sleep"]),
        ("area=hip", ["hip"]),
        ("area=hip&area=whole", ["hip", "sleep"]),
        ("area=back&language=es", []),
        ("review=in-date", ["sleep"]),
        ("review=draft&review=overdue", ["lift", "hip"]),
        ("review=draft", ["lift", "hip"]),
        ("review=overdue&language=en", ["lift"]),
        ("review=overdue&language=hi", []),
        ("review=draft&language=en", ["hip"]),
        ("favourites=1", ["sleep"]),
        ("q=hip&review=in-date", ["sleep"]),
    ],
)
def test_filters_keep_what_is_ticked(index: Index, address: str, topics: list[str]) -> None:
    asked = choice(QueryParams(address), {"en", "es", "ar", "hi", "zh-Hans"})
    assert shown(index, asked, Kept(favourites=("sleep",))) == topics


def test_what_was_used_last_comes_first_until_titles_are_asked_for(index: Index) -> None:
    kept = Kept(recent=("sleep", "gone"))
    assert shown(index, Choice(), kept) == ["sleep", "lift", "hip"]
    assert shown(index, Choice(order="title"), kept) == ["lift", "hip", "sleep"]


def test_a_card_is_in_the_language_of_the_screen_and_says_where_words_are(index: Index) -> None:
    (card,) = found(TOPICS, index, Choice(typed="cadera"), Kept(), "en").cards
    assert card.title == "Pain on the outer side of the hip"
    assert card.elsewhere is not None and card.elsewhere.language == "es"
    assert card.passage == "Dolor en la <mark>cadera</mark>"
    (card,) = found(TOPICS, index, Choice(typed="cadera"), Kept(), "es").cards
    assert card.title == "Dolor en la <mark>cadera</mark>" and card.passage is None


def test_a_topic_is_found_by_its_other_names_and_its_card_says_so() -> None:
    english = edition("en", "Low back pain", also=("backache", "lumbago", "sore back", "back ache"))
    spanish = edition("es", "Dolor de espalda", also=("lumbalgia", "lumbago"))
    topics = {
        "back": held("back", english, spanish),
        "walk": held("walk", edition("en", "Walk", "People with lumbago walk.")),
    }
    made = Index()
    made.hold(topics)

    def card(typed: str, screen: str = "en") -> Card:
        return found(topics, made, Choice(typed=typed), Kept(), screen).cards[0]

    assert [hit.topic for hit in made.find(query("lumbago"))] == ["back", "walk"]
    # In the language of the screen where that has it, whichever has it best.
    assert (card("lumbago").also, card("lumbago").elsewhere) == ("<mark>lumbago</mark>", None)
    assert card("LUMB", "es").also == "<mark>lumb</mark>algia, <mark>lumb</mark>ago"
    assert card("lumbago").passage is None
    other = card("lumbalgia")
    assert other.also == "<mark>lumbalgia</mark>"
    assert other.elsewhere is not None and other.elsewhere.language == "es"
    assert card("sore back").also is None  # "back" is in its title


def test_the_librarys_topics_are_found_by_what_people_call_them(visitor: Visitor) -> None:
    for typed in ("lumbago", "backache", "lumbalgia", "ciática", "sciatica nerve", "dolor lumbar"):
        page = visitor.client.get("/library", params={"q": typed})
        assert 'id="topic-low-back-and-hip-pain"' in page.text, typed
    for typed in ("腰痛", "कमर दर्द", "đau thắt lưng", "وجع الظهر"):
        page = visitor.client.get("/library", params={"q": typed})
        assert 'id="topic-first-days-of-back-pain"' in page.text, typed


def test_a_screenful_is_shown_until_more_is_asked_for() -> None:
    many = {f"t{n:02}": held(f"t{n:02}", edition("en", f"Topic {n:02}")) for n in range(60)}
    asked = Choice()
    for shown_now in (24, 48, 60):
        seen = found(many, Index(), asked, Kept(), "en")
        assert (len(seen.cards), seen.of) == (shown_now, 60)
        asked = choice(QueryParams(asked.with_more().address.partition("?")[2]), {"en"})


def test_codes_typed_stand_first_and_marked(index: Index) -> None:
    (card,) = found(TOPICS, index, Choice(typed="M70.6"), Kept(), "en").cards
    assert [str(one) for one in card.codes] == ["<mark>M70.60</mark>", "M25.551"]
    (card,) = found(TOPICS, index, Choice(typed="279039"), Kept(), "en").cards
    assert [str(one) for one in card.codes] == ["<mark>279039007</mark>", "M25.551"]


def test_a_search_without_result_says_what_is_in_the_way(index: Index) -> None:
    none = found(TOPICS, index, Choice(typed="hip", areas=("back",)), Kept(), "en")
    assert (none.of, none.unfiltered) == (0, 2)
    none = found(TOPICS, index, Choice(typed="tennis hip"), Kept(), "en")
    assert (none.of, none.unfiltered, none.shorter) == (0, 0, ("hip",))


def test_filters_count_the_whole_library(index: Index) -> None:
    counted = counts(TOPICS, Choice(typed="x", areas=("knee",)), Kept(favourites=("hip",)))
    as_shown = {
        group: [(one.value, one.number, one.on) for one in each] for group, each in counted.items()
    }
    assert as_shown == {
        "favourites": [("1", 1, False)],
        "area": [("back", 1, False), ("hip", 1, False), ("knee", 0, True), ("whole", 1, False)],
        "language": [
            ("en", 3, False),
            ("ar", 1, False),
            ("es", 1, False),
            ("hi", 1, False),
            ("zh-Hans", 1, False),
        ],
        # "lift" is overdue in English and a draft in its other languages: its card says both.
        "review": [("in-date", 1, False), ("overdue", 1, False), ("draft", 2, False)],
    }


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("M54.50",), ("back",)),
        (("M54.2",), ("neck",)),
        (("M25.561", "M25.551"), ("hip", "knee")),
        (("M17.11",), ("knee",)),
        (("S93.401",), ("foot",)),
        (("G47.9",), ("whole",)),
        ((), ("whole",)),
    ],
)
def test_codes_say_what_part_of_the_body(codes: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert areas(codes) == expected


def test_an_address_says_the_choice_and_back() -> None:
    asked = Choice(
        typed="hip & <b>",
        areas=("back", "hip"),
        languages=("en", "es"),
        states=("draft", "overdue"),
        favourites=True,
        order="title",
        shown=48,
    )
    back = QueryParams(asked.address.partition("?")[2])
    assert choice(back, {"en", "es"}) == asked
    assert Choice().address == "/library"


@pytest.mark.parametrize(
    "address",
    [
        "shown=x",
        "shown=-1",
        "shown=1",
        "shown=99999999999",
        "q=",
        "area=%00",
        "order=%ff",
        "review=signed",
    ],
)
def test_nonsense_in_an_address_counts_for_nothing(address: str) -> None:
    assert choice(QueryParams(address), {"en"}) == Choice()


# The screen itself.


def text_of(page: str) -> str:
    """As it is read; marks and isolated words stand within a sentence."""
    plain = re.sub(r"</?(bdi|mark)\b[^>]*>", "", page)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", plain)).split())


def test_the_screen_shows_every_topic_and_its_review(visitor: Visitor) -> None:
    page = visitor.client.get("/library").text
    assert "2 topics" in page
    assert text_of(page).count("Draft: not yet reviewed by a clinician") == 2
    assert 'href="/tailor/low-back-and-hip-pain"' in page


def test_a_search_behind_the_bare_address_is_kept(visitor: Visitor) -> None:
    assert visitor.client.get("/").headers["location"] == "/library"
    asked = "q=lumbago%20%26&area=back"
    assert visitor.client.get(f"/?{asked}").headers["location"] == f"/library?{asked}"


def test_htmx_gets_the_results_alone(visitor: Visitor) -> None:
    page = visitor.client.get("/library?q=hip+pain", headers={"HX-Request": "true"}).text
    assert page.lstrip().startswith("<section") and "<html" not in page
    page = text_of(page)
    assert "2 topics for “hip pain”" in page or "1 topic for “hip pain”" in page


def test_what_is_typed_is_never_markup(visitor: Visitor) -> None:
    page = visitor.client.get("/library", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page
    assert "No topics for" in page


@pytest.mark.parametrize("typed", ['"', "*", "- -", "…", "🙂"])
def test_signs_alone_are_no_search_for_everything(visitor: Visitor, typed: str) -> None:
    page = text_of(visitor.client.get("/library", params={"q": typed}).text)
    assert f"No topics for “{typed}”" in page


def test_no_result_offers_ways_on(visitor: Visitor) -> None:
    page = text_of(visitor.client.get("/library?q=hip&area=back&language=hi&language=vi").text)
    assert "topic for “hip”" in page
    page = text_of(visitor.client.get("/library?q=clamshell&language=vi").text)
    assert "1 filter is on: Tiếng Việt" in page
    assert "Show 1 topic without filters" in page
    page = text_of(visitor.client.get("/library?q=tennis+hip").text)
    assert "Try a shorter word hip" in page


def test_a_favourite_is_kept_in_the_browser_and_taken_off_again(visitor: Visitor) -> None:
    form = {"topic": "low-back-and-hip-pain", "back": "/library?q=hip", "keep": "1"}
    answer = visitor.client.post("/library/favourites", data=form)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/library?q=hip#topic-low-back-and-hip-pain"
    page = visitor.client.get("/library?favourites=1").text
    assert page.count('class="card topic') == 1
    assert 'aria-pressed="true"' in page
    star = visitor.client.post(
        "/library/favourites", data=form | {"keep": "0"}, headers={"HX-Request": "true"}
    ).text
    assert star.lstrip().startswith("<form") and 'aria-pressed="false"' in star
    assert "No topics" in visitor.client.get("/library?favourites=1").text


def test_odd_words_in_a_cookie_are_not_kept(visitor: Visitor) -> None:
    visitor.client.cookies.set("careleaf-favourites", "<b>.hip.hip.a b..Sample@Clinic")
    form = {"topic": "low-back-and-hip-pain", "keep": "1"}
    kept = visitor.client.post("/library/favourites", data=form).headers["set-cookie"]
    assert kept.startswith("careleaf-favourites=low-back-and-hip-pain.hip;")


def test_what_was_opened_last_comes_first(visitor: Visitor) -> None:
    first = [
        "first-days-of-back-pain",
        "low-back-and-hip-pain",
    ]
    for topic in first:
        visitor.client.get(f"/tailor/{topic}")
        page = visitor.client.get("/library").text
        assert page.index(f"topic-{topic}") == page.index("topic-")


def test_a_star_on_what_is_not_there_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.post("/library/favourites", data={"topic": "../x", "keep": "1"})
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


def test_a_browser_that_is_full_says_so(visitor: Visitor) -> None:
    visitor.client.cookies.set(
        "careleaf-favourites", ".".join(f"topic-{n:0100}" for n in range(33))
    )
    form = {"topic": "low-back-and-hip-pain", "keep": "1"}
    answer = visitor.client.post("/library/favourites", data=form)
    assert answer.status_code == 422
    assert "keeps no more favourites" in answer.text


def test_a_topic_that_changes_is_read_anew(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    visitor = visiting(Settings(content=library, clinic="example"))
    assert "Zebra" not in visitor.client.get("/library").text
    file = library / "topics" / "low-back-and-hip-pain" / "en.md"
    file.write_text(file.read_text("utf-8").replace("title: Low", "title: Zebra low"), "utf-8")
    visitor.client.app.state.shelf.refresh()  # type: ignore[attr-defined]
    assert "1 topic for “zebra”" in text_of(visitor.client.get("/library?q=zebra").text)


def test_what_only_the_speaker_reads_is_not_found(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    file = library / "topics" / "low-back-and-hip-pain" / "en.md"
    inner = "\n:::only slides\n:::notes\nSay okapi.\n:::\nA zebra walks.\n:::\n"
    notes = "\n:::notes\nSay quagga.\n:::\n"
    file.write_text(file.read_text("utf-8") + notes + inner, "utf-8")
    visitor = visiting(Settings(content=library, clinic="example"))
    assert "1 topic for “zebra”" in text_of(visitor.client.get("/library?q=zebra").text)
    for word in ("quagga", "okapi"):
        assert "No topics" in visitor.client.get(f"/library?q={word}").text


def test_a_topic_that_cannot_be_read_is_told(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    (library / "topics" / "first-days-of-back-pain" / "en.md").write_bytes(b"\xff\xfe\x00")
    (library / "topics" / "low-back-and-hip-pain" / "es.po").write_bytes(b"\xff\xfe\x00")
    page = text_of(visiting(Settings(content=library)).client.get("/library").text)
    assert "1 topic" in page
    assert "cannot be read and are not here" in page
    assert "low-back-and-hip-pain (es)" in page


def test_an_empty_library_offers_the_starter_topics(
    tmp_path: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    (tmp_path / "topics").mkdir()
    visitor = visiting(Settings(content=tmp_path))
    page = text_of(visitor.client.get("/library").text)
    assert "Your library is empty" in page and "Add 2 starter topics" in page
    assert visitor.client.post("/library/starters").headers["location"] == "/library"
    page = text_of(visitor.client.get("/library").text)
    assert "2 topics" in page and "Example Harbor Clinic" in page
    copied = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path) for path in copied} <= {
        path.relative_to(LIBRARY) for path in LIBRARY.rglob("*")
    }
    # Pressed twice, it changes nothing.
    assert visitor.client.post("/library/starters").status_code == 303
    assert copied == {
        path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()
    }


def test_an_empty_library_shows_what_it_can_begin_with(
    tmp_path: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    (tmp_path / "topics").mkdir()
    visitor = visiting(Settings(content=tmp_path))
    page = visitor.client.get("/library").text
    assert "careleaf serve --content FOLDER" in page and str(tmp_path) in page
    assert 'src="/library/pictures/starter.png"' in page
    drawn = []
    for code in ("en", "ar"):
        heard = {"accept-language": code}
        answer = visitor.client.get("/library/pictures/starter.png", headers=heard)
        assert answer.headers["content-type"] == "image/png"
        drawn.append(answer.content)
    assert drawn[0] != drawn[1]


@pytest.mark.parametrize(
    ("typed", "button", "title"),
    [
        ("tennis elbow", "Write “Tennis elbow”", "Tennis elbow"),
        ('"><zzz> & y', 'Write “"><zzz> & y”', '"><zzz> & y'),
        ("M77.1", "Write a topic", ""),
    ],
)
def test_words_that_find_nothing_can_begin_a_topic(
    visitor: Visitor, typed: str, button: str, title: str
) -> None:
    page = visitor.client.get("/library", params={"q": typed}).text
    assert button in text_of(page)
    (address,) = re.findall(r'href="(/write[^"]*#new)">.*?</a></p>', page)
    form = visitor.client.get(unescape(address)).text
    assert 'id="new"' in form
    assert f'name="title" value="{escape(title, quote=True)}"'.replace("&quot;", "&#34;") in form


def test_every_way_on_leads_somewhere(
    visitor: Visitor, tmp_path: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    (tmp_path / "topics").mkdir()
    empty = visiting(Settings(content=tmp_path))
    seen = 0
    for asker, address in (
        (empty, "/library"),
        *((visitor, f"/library{state}") for state in ("", "?q=hip", "?q=zzz&area=hip", "?q=a b")),
    ):
        page = asker.client.get(address).text
        for link in {unescape(one) for one in re.findall(r'(?:href|src)="(/[^"]*)"', page)}:
            assert asker.client.get(link.partition("#")[0]).status_code in (200, 303), link
            seen += 1
    assert seen > 60


def test_what_asks_again_while_topics_are_read_gets_the_filters_too(visitor: Visitor) -> None:
    """They fill while the server reads."""
    by_itself = {"HX-Request": "true", "HX-Trigger": "results"}
    page = visitor.client.get("/library?area=hip", headers=by_itself).text
    _, swapped = page.split('<div hx-swap-oob="innerHTML:#filters">')
    assert 'value="hip" checked' in swapped and "Español" in swapped
    typed = {"HX-Request": "true", "HX-Trigger": "search"}
    assert "hx-swap-oob" not in visitor.client.get("/library?area=hip", headers=typed).text


def picture_of(page: str, topic: str) -> str:
    found = re.search(rf"/library/pictures/{topic}/\w+/\w+\.png", page)
    assert found
    return found[0]


def test_a_card_has_a_picture_of_page_one_that_browsers_keep(visitor: Visitor) -> None:
    address = picture_of(visitor.client.get("/library").text, "first-days-of-back-pain")
    answer = visitor.client.get(address)
    assert answer.headers["content-type"] == "image/png"
    assert "immutable" in answer.headers["cache-control"]
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.width == 272 and picture.height > 340
        assert len(picture.convert("L").getcolors() or []) > 50
    # Now the card says how many pages there are.
    assert re.search(r"\d pages in all", text_of(visitor.client.get("/library?q=first+days").text))


@pytest.mark.parametrize(
    "address",
    [
        "/library/pictures/nowhere/en/x.png",
        "/library/pictures/first-days-of-back-pain/xx/x.png",
        "/library/pictures/..%2f..%2fclinics/en/x.png",
        "/library/pictures/../../clinics/en/x.png",
    ],
)
def test_there_is_no_picture_of_what_is_not_there(visitor: Visitor, address: str) -> None:
    assert visitor.client.get(address).status_code == 404


def test_a_picture_has_another_address_once_it_looks_otherwise(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    visitor = visiting(Settings(content=library))
    before = picture_of(visitor.client.get("/library").text, "first-days-of-back-pain")
    clinic = library / "clinics" / "example.md"
    clinic.write_text(clinic.read_text("utf-8").replace("#264A6E", "#1F5F57"), "utf-8")
    visitor.client.app.state.shelf.refresh()  # type: ignore[attr-defined]
    after = picture_of(visitor.client.get("/library").text, "first-days-of-back-pain")
    assert after != before
    assert visitor.client.get(before).headers["cache-control"] == "no-store"


def test_a_review_is_told_until_the_text_changes(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    topic = "first-days-of-back-pain"
    today = date.today()
    signed(library, topic, on=today, until=today + timedelta(days=400))
    visitor = visiting(Settings(content=library))
    page = visitor.client.get("/library?review=in-date").text
    assert "1 topic" in page
    assert (
        f"English: reviewed until {language('en').month(today + timedelta(days=400))}"
        in text_of(page)
    )
    assert f'href="/topics/{topic}/en.pdf"' in page
    file = library / "topics" / topic / "en.md"
    file.write_text(file.read_text("utf-8").replace("Keep moving", "Go on moving"), "utf-8")
    visitor.client.app.state.shelf.refresh()  # type: ignore[attr-defined]
    assert "No topics" in visitor.client.get("/library?review=in-date").text


FIRST = "first-days-of-back-pain"


@pytest.fixture
def reviewed(library: Path, visiting: Callable[[Settings], Visitor]) -> Visitor:
    """Of a library whose short topic is reviewed in English; it looks round by itself no more, as
    a large one or a slow disk may for a while."""
    today = date.today()
    signed(library, FIRST, on=today, until=today + timedelta(days=400))
    found = visiting(Settings(content=library))
    found.client.app.state.shelf._next = math.inf  # type: ignore[attr-defined]
    assert "English: reviewed until" in text_of(found.client.get("/library").text)
    return found


def test_no_card_says_reviewed_of_a_text_that_has_changed(reviewed: Visitor, library: Path) -> None:
    file = library / "topics" / FIRST / "en.md"
    file.write_text(file.read_text("utf-8").replace("title: The", "title: Zebra"), "utf-8")
    page = text_of(reviewed.client.get("/library").text)
    assert "reviewed until" not in page and "Zebra" in page
    assert "1 topic for “zebra”" in text_of(reviewed.client.get("/library?q=zebra").text)


def test_no_filter_lets_through_what_was_reviewed(reviewed: Visitor, library: Path) -> None:
    for file in (library / "topics" / FIRST / "reviews").glob("*"):
        file.unlink()
    assert "No topics" in reviewed.client.get("/library?review=in-date").text


def test_a_topic_that_has_gone_has_no_card(reviewed: Visitor, library: Path) -> None:
    shutil.rmtree(library / "topics" / FIRST)
    page = text_of(reviewed.client.get("/library").text)
    assert "1 topic" in page and FIRST not in page


def test_no_feed_says_reviewed_of_a_text_that_has_changed(reviewed: Visitor, library: Path) -> None:
    client, one = reviewed.client, f"/fhir/DocumentReference/{FIRST}.en"
    every = "/fhir/DocumentReference?language=en"
    asked = (
        "/infobutton?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=M54.5"
    )
    assert client.get(one).json()["docStatus"] == "final"
    assert '"final"' in client.get(every).text
    before = client.get(asked).text.count("Draft: not yet reviewed")
    file = library / "topics" / FIRST / "en.md"
    file.write_text(file.read_text("utf-8").replace("Keep moving", "Go on moving"), "utf-8")
    for address in (every, one):
        assert '"final"' not in client.get(address).text
        file.touch()
    assert client.get(asked).text.count("Draft: not yet reviewed") == before + 1


def test_what_is_signed_or_saved_here_is_known_at_once(reviewed: Visitor, library: Path) -> None:
    sign = f"/check/{FIRST}/es/sign"
    seen = re.search(r'name="seen" value="([^"]+)"', reviewed.client.get(sign).text)
    assert seen
    given = {
        "name": "A. Example",
        "role": "Nurse",
        "registration": "0",
        "until": (date.today() + timedelta(days=30)).isoformat(),
        "read": "yes",
        "seen": seen[1],
    }
    assert reviewed.client.post(sign, data=given).status_code == 303
    shelf: Shelf = reviewed.client.app.state.shelf  # type: ignore[attr-defined]
    assert shelf.topics()[FIRST].edition("es").review.state == "in-date"
    file = library / "topics" / FIRST / "en.md"
    text = file.read_text("utf-8").replace("title: The", "title: Quokka")
    there = {"If-Match": f'"{on_disk(shelf.content, FIRST, "en").digest}"'}
    answer = reviewed.client.put(f"/write/{FIRST}/en", data={"text": text}, headers=there)
    assert answer.status_code == 200, answer.text
    assert shelf.topics()[FIRST].edition("en").title.startswith("Quokka")
    assert "1 topic for “quokka”" in text_of(reviewed.client.get("/library?q=quokka").text)


def test_a_screen_that_looks_gets_nothing_until_something_changes(
    reviewed: Visitor, library: Path
) -> None:
    page = reviewed.client.get("/library").text
    edition = re.search(r'data-edition="([^"]+)"', page)
    assert edition
    asks = {"HX-Request": "true", "HX-Trigger": "results", "X-Careleaf-Edition": edition[1]}
    assert reviewed.client.get("/library", headers=asks).status_code == 204
    line = "GET /library 204"
    assert line not in "\n".join(reviewed.log)  # a line every few seconds for each open screen
    (library / "topics" / FIRST / "en.md").touch()
    answer = reviewed.client.get("/library", headers=asks)
    assert reviewed.log[-1].startswith("GET /library 200")
    assert answer.status_code == 200 and 'id="results"' in answer.text
    assert edition[1] not in answer.text


@pytest.mark.parametrize("shared", ["glossary/en.md", "clinics/example.md", "sources/acp-2017.md"])
def test_a_screen_sees_what_topics_share_though_nobody_has_signed_any(
    visiting: Callable[[Settings], Visitor], library: Path, shared: str
) -> None:
    visitor = visiting(Settings(content=library))
    page = visitor.client.get("/library").text
    edition = re.search(r'data-edition="([^"]+)"', page)
    assert edition
    asks = {"HX-Request": "true", "X-Careleaf-Edition": edition[1]}
    assert visitor.client.get("/library", headers=asks).status_code == 204
    (library / shared).touch()
    visitor.client.app.state.shelf.refresh()  # type: ignore[attr-defined]
    answer = visitor.client.get("/library", headers=asks)
    assert answer.status_code == 200
    pictures = re.compile(r"/library/pictures/[^\"]+")
    assert set(pictures.findall(answer.text)).isdisjoint(pictures.findall(page))


@pytest.mark.parametrize(
    ("today", "state"), [(date(2026, 3, 31), "in-date"), (date(2026, 4, 1), "overdue")]
)
def test_a_review_is_good_until_the_end_of_its_last_day(
    library: Path, today: date, state: str
) -> None:
    topic = "first-days-of-back-pain"
    signed(library, topic, on=date(2024, 1, 1), until=date(2026, 3, 31))
    shelf = Shelf(Settings(content=library), today=lambda: today)
    assert shelf.refresh()[topic].review.state == state


def test_a_review_is_looked_at_anew_on_the_next_day(library: Path) -> None:
    topic = "first-days-of-back-pain"
    signed(library, topic, on=date(2024, 1, 1), until=date(2026, 3, 31))
    days = [date(2026, 3, 31)]
    shelf = Shelf(Settings(content=library), today=lambda: days[-1])
    assert shelf.refresh()[topic].review.state == "in-date"
    days.append(date(2026, 4, 1))
    assert shelf.refresh()[topic].review.state == "overdue"


def test_an_overdue_review_is_told(library: Path, visiting: Callable[[Settings], Visitor]) -> None:
    signed(library, "first-days-of-back-pain", on=date(2024, 1, 1), until=date(2026, 3, 31))
    page = text_of(visiting(Settings(content=library)).client.get("/library").text)
    assert "English: review overdue since March 2026" in page


SIGNED_IN_ENGLISH = {
    "en": (
        "English: reviewed until November 2028",
        "العربية, Español, हिन्दी and 2 more languages: draft",
    ),
    "es": (
        "English: revisado hasta noviembre de 2028",
        "Español, العربية, हिन्दी y 2 idiomas más: borrador",
    ),
    "ar": (
        "English: مُراجَع حتى نوفمبر 2028",
        "العربية، Español، हिन्दी ولغتان أخريان: مسودة",
    ),
}


@pytest.mark.parametrize("code", SIGNED_IN_ENGLISH)
def test_a_card_says_which_languages_are_reviewed(
    library: Path, visiting: Callable[[Settings], Visitor], code: str
) -> None:
    signed(library, "first-days-of-back-pain", until=date(2028, 11, 30))
    visitor = visiting(Settings(content=library))
    heard = {"accept-language": code}
    page = text_of(visitor.client.get("/library?q=first+days", headers=heard).text)
    # The text of the screen's own language stands first.
    where = [page.find(text_of(one)) for one in SIGNED_IN_ENGLISH[code]]
    assert min(where) > 0 and (where[0] < where[1]) == (code == "en")
    for filters, there in (
        ("review=in-date", True),
        ("review=draft", True),
        ("review=in-date&language=en", True),
        ("review=in-date&language=es", False),
        ("review=draft&language=en", False),
        ("review=draft&language=es", True),
    ):
        page = visitor.client.get(f"/library?q=first+days&{filters}", headers=heard).text
        assert ('id="topic-first-days-of-back-pain"' in page) == there, filters


def test_a_card_whose_languages_agree_names_none(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    topic = "low-back-and-hip-pain"
    for code in ("en", "es", "ar"):
        signed(library, topic, code, until=date(2028, 11, 30))
    page = visiting(Settings(content=library)).client.get("/library?review=in-date").text
    card = text_of(page.partition('<ul class="cards">')[2])
    assert "Reviewed until November 2028" in card and "draft" not in card.lower()


def test_english_words_on_an_arabic_screen_keep_their_own_direction(
    library: Path, visiting: Callable[[Settings], Visitor]
) -> None:
    """Else a full stop or a bracket at their end would stand at their beginning."""
    for code in ("es", "ar"):
        (library / "topics/low-back-and-hip-pain" / f"{code}.po").unlink()
    visitor, heard = visiting(Settings(content=library)), {"accept-language": "ar"}
    page = visitor.client.get("/library?area=hip", headers=heard).text
    card = page.partition('<ul class="cards">')[2]
    for said in re.findall(r"[^<>]*[Hh]elp[^<>]*|[^<>]*hip pain", card):
        assert re.search(rf'lang="en"( dir="auto")?>{said}<', card), said
    assert len(re.findall('<bdi lang="en">', card)) > 3
    page = visitor.client.get("/library?q=hip (-5)", headers=heard).text
    assert "«<bdi>hip (-5)</bdi>»" in page
    page = visitor.client.get("/library?q=%3Cb%3E", headers=heard).text
    assert "«<bdi>&lt;b&gt;</bdi>»" in page
