"""Topics, what was chosen, and what this browser keeps in; the cards to show out, and if there are
none, what keeps them away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from careleaf.language import language as spoken
from careleaf.web.library.areas import AREAS, areas
from careleaf.web.library.choice import Choice
from careleaf.web.library.folded import folded
from careleaf.web.library.index import Index, Query, query
from careleaf.web.library.marked import has, marked, passage
from careleaf.web.shelf import Edition, Held, Review, State, Topics

_CODES = 2
"""Codes on a card."""
_CALLED = 2
"""Other names on a card."""
_NAMED = 3
"""Languages that a review badge names."""
_CODE_BEGINS = 3
"""Signs of a code that are enough to mean it."""


class Kept(Struct, frozen=True, kw_only=True):
    """Ids of topics that the browser keeps: favourites, and those opened, the last one first."""

    favourites: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()


class Stand(Struct, frozen=True, kw_only=True):
    """What one review badge of a card says, and of which languages: none are named where it is
    true of them all."""

    review: Review
    languages: tuple[str, ...] = ()
    more: int = 0
    """Further languages, for which there is no room."""


class Card(Struct, frozen=True, kw_only=True):
    """One topic as found. Words found are marked."""

    held: Held
    edition: Edition
    """In the clinician's language, or the topic's own."""
    title: Markup
    line: Markup
    """What the topic is for."""
    also: Markup | None
    """The other names that have the words, if title, line and codes do not."""
    passage: Markup | None
    """Where the words are in the text, if nothing above has them."""
    elsewhere: Edition | None
    """The edition that these names or the passage are of, if it is another one."""
    codes: tuple[Markup, ...]
    stands: tuple[Stand, ...]
    """That of the edition shown first."""
    favourite: bool


class Count(Struct, frozen=True, kw_only=True):
    """One tick of the filters: what it is called in an address and how many topics it lets
    through."""

    value: str
    number: int
    on: bool


class Found(Struct, frozen=True, kw_only=True):
    """What the screen shows. `of` is the number of all that were found."""

    cards: tuple[Card, ...]
    of: int
    unfiltered: int
    """How many the words alone would find."""
    shorter: tuple[str, ...]
    """Words of a search without result that find something on their own."""


def found(topics: Topics, index: Index, asked: Choice, kept: Kept, language: str) -> Found:
    """`language`: of the screen."""
    typed = query(asked.typed)
    hits = {hit.topic: hit.language for hit in index.find(typed)}
    if typed.groups:
        named = [topics[name] for name in hits if name in topics]
    elif asked.typed:  # signs alone, no word
        named = []
    else:
        named = _in_order(topics.values(), asked, kept, language)
    through = _filter(asked, kept)
    let = [held for held in named if through(held)]
    cards = [
        _card(held, typed, hits.get(held.id, ""), kept, language) for held in let[: asked.shown]
    ]
    lonely = not named and len(typed.groups) > 1
    return Found(
        cards=tuple(cards),
        of=len(let),
        unfiltered=len(named),
        shorter=_shorter(asked.typed, index) if lonely else (),
    )


def counts(topics: Topics, asked: Choice, kept: Kept) -> dict[str, list[Count]]:
    """Each group of filters, by its name in an address, and how many topics of the whole library
    each tick lets through. What lets none through is left out, unless it is ticked."""
    every = list(topics.values())
    by_area = [area for held in every for area in areas(held.icd10)]
    by_language = [code for held in every for code in held.languages]
    by_state = [state for held in every for state in {one.review.state for one in held.editions}]
    favourites = [held for held in every if held.id in kept.favourites]
    languages = sorted(set(by_language), key=lambda code: (code != "en", code))
    return {
        "favourites": [Count(value="1", number=len(favourites), on=asked.favourites)],
        "area": _counted(AREAS, by_area, asked.areas),
        "language": _counted(languages, by_language, asked.languages),
        "review": _counted(("in-date", "overdue", "draft"), by_state, asked.states),
    }


def _counted(values: Iterable[str], there: Sequence[str], on: Sequence[str]) -> list[Count]:
    every = (Count(value=one, number=there.count(one), on=one in on) for one in values)
    return [one for one in every if one.number or one.on]


def _in_order(topics: Iterable[Held], asked: Choice, kept: Kept, language: str) -> list[Held]:
    recent = kept.recent if asked.order == "used" else ()
    places = {name: place for place, name in enumerate(recent)}

    def place(held: Held) -> tuple[int, str]:
        return places.get(held.id, len(places)), folded(held.edition(language).title)

    return sorted(topics, key=place)


def _filter(asked: Choice, kept: Kept) -> Callable[[Held], bool]:
    def through(held: Held) -> bool:
        return (
            (not asked.favourites or held.id in kept.favourites)
            and (not asked.areas or not set(asked.areas).isdisjoint(areas(held.icd10)))
            and any(_lets(asked, edition) for edition in held.editions)
        )

    return through


def _lets(asked: Choice, edition: Edition) -> bool:
    """Whether language and review hold of one and the same text: "Español" and "In date" find what
    is in date in Spanish."""
    return (not asked.languages or edition.language in asked.languages) and (
        not asked.states or edition.review.state in asked.states
    )


def _card(held: Held, asked: Query, hit: str, kept: Kept, language: str) -> Card:
    edition, typed = held.edition(language), asked.words
    shown = has(f"{edition.title}\n{edition.subtitle}", typed)
    codes = _codes(held, asked)
    also: Markup | None = None
    within: Markup | None = None
    there = edition
    if typed and not shown and not any("<mark>" in code for code in codes):
        also, within, there = _below(edition, held.edition(hit), typed)
    return Card(
        held=held,
        edition=edition,
        title=marked(edition.title, typed),
        line=marked(edition.subtitle, typed),
        also=also,
        passage=within,
        elsewhere=there if there is not edition else None,
        codes=codes,
        stands=stands(held, edition),
        favourite=held.id in kept.favourites,
    )


def _below(
    shown: Edition, hit: Edition, typed: frozenset[str]
) -> tuple[Markup | None, Markup | None, Edition]:
    """Other names or else a stretch of text that have the words, and the edition of these."""
    for one in (shown, hit):
        if also := _called(one, typed):
            return also, None, one
    return None, passage(f"{hit.title}\n{hit.subtitle}\n{hit.text}", typed), hit


def _called(edition: Edition, typed: frozenset[str]) -> Markup | None:
    """The first other names that have a word typed."""
    some = [name for name in edition.also if has(name, typed)][:_CALLED]
    return marked(spoken(edition.language).listed(some), typed) if some else None


def stands(held: Held, shown: Edition) -> tuple[Stand, ...]:
    """How the reviews of all languages stand, those that say the same together."""
    reviews: dict[tuple[State, tuple[int, int] | None], list[Edition]] = {}
    for one in (shown, *(other for other in held.editions if other is not shown)):
        until = one.review.until
        month = (until.year, until.month) if until else None
        reviews.setdefault((one.review.state, month), []).append(one)
    alone = len(reviews) == 1
    return tuple(
        Stand(
            review=each[0].review,
            languages=() if alone else tuple(one.language for one in each[:_NAMED]),
            more=0 if alone else len(each[_NAMED:]),
        )
        for each in reviews.values()
    )


def _codes(held: Held, typed: Query) -> tuple[Markup, ...]:
    """The first codes, those that were typed before all others; a SNOMED code only if it was."""
    plain = [*held.icd10, *held.snomed]
    asked = [code for code in plain if _is_asked(code, typed)]
    others = [code for code in held.icd10 if code not in asked]
    each = [Markup("<mark>{}</mark>").format(code) for code in asked[:_CODES]]
    return (*each, *map(escape, others[: _CODES - len(each)]))


def _is_asked(code: str, typed: Query) -> bool:
    """Whether it was typed, to its end or not, with the point or without it."""
    plain = code.replace(".", "").lower()
    beginnings = ("".join(group) for group in typed.groups)
    return any(len(one) >= _CODE_BEGINS and plain.startswith(one) for one in beginnings)


def _shorter(typed: str, index: Index) -> tuple[str, ...]:
    return tuple(word for word in typed.split() if index.find(query(word)))
