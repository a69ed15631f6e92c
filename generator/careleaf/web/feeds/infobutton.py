"""What an Infobutton request asks for, and the materials there are, in; a feed out.

Its parts are those of a knowledge response (HL7 Context-Aware Knowledge Retrieval, service-oriented
implementation guide), which is an Atom feed (RFC 4287)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, time
from html import escape

from msgspec import Struct

from careleaf.web.feeds.infobutton_request import (
    CODE,
    LANGUAGE,
    NAME,
    RECIPIENT,
    SYSTEM,
    Asked,
)
from careleaf.web.feeds.languages import best_language
from careleaf.web.feeds.material import ENDINGS, Material, by_topic

MOST_ENTRIES = 20
"""An asking system shows them in a small window. The subtitle tells of those left out."""


class Link(Struct, frozen=True, kw_only=True):
    """Where one file of an entry is."""

    href: str
    type: str
    hreflang: str
    title: str


class Entry(Struct, frozen=True, kw_only=True):
    """One topic, in the language that its reader gets."""

    id: str
    language: str
    title: str
    summary: str
    """HTML."""
    updated: str
    """RFC 3339, in UTC."""
    links: tuple[Link, ...]
    categories: tuple[tuple[str, str], ...]


class Feed(Struct, frozen=True, kw_only=True):
    """The answer. Categories are pairs of scheme and term: what of the request was used."""

    id: str
    base: str
    language: str
    title: str
    subtitle: str
    author: str
    updated: str
    categories: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]


def answer(
    asked: Asked, materials: Iterable[Material], *, base: str, publisher: str, now: datetime
) -> Feed:
    """The topics with that code, the nearest code first; none is a feed without entries.

    `base` is the address of the app, without a slash at its end; `now` is when an empty feed is of.
    """
    found = about(asked, materials)
    entries = tuple(_entry(one, asked, base) for one in found[:MOST_ENTRIES])
    categories = (
        (CODE, asked.code),
        (SYSTEM, asked.system.term),
        (NAME, asked.name),
        (RECIPIENT, asked.recipient),
        (LANGUAGE, asked.language),
    )
    return Feed(
        id=_urn(*(term for _, term in categories)),
        base=f"{base}/",
        language=asked.language,
        title="Careleaf",
        subtitle=_subtitle(asked, len(found)),
        author=publisher,
        updated=max((one.updated for one in entries), default=_instant(now)),
        categories=categories,
        entries=entries,
    )


def about(asked: Asked, materials: Iterable[Material]) -> list[Material]:
    """Of each topic with that code the edition to give out, the nearest code first."""
    found: list[tuple[int, str, Material]] = []
    for topic, versions in by_topic(materials).items():
        distances = [one.distance(asked.system, asked.code) for one in versions]
        near = [one for one in distances if one is not None]
        if near:
            spoken = best_language(asked.language, [one.language for one in versions])
            chosen = next(one for one in versions if one.language == spoken)
            found.append((min(near), topic, chosen))
    return [one for _, _, one in sorted(found, key=lambda row: row[:2])]


def _subtitle(asked: Asked, count: int) -> str:
    words = f"Careleaf results for {asked.system.title} {asked.code}"
    if count > MOST_ENTRIES:
        words += f": the nearest {MOST_ENTRIES} of {count}; a more exact code finds fewer"
    return words


def _entry(one: Material, asked: Asked, base: str) -> Entry:
    nearest = min(
        (asked.system.distance(asked.code, held), held)
        for held in one.codes(asked.system)
        if asked.system.distance(asked.code, held) is not None
    )[1]
    paragraphs = [text for text in (one.summary, one.standing()) if text]
    return Entry(
        id=f"urn:uuid:{one.uuid}",
        language=one.language,
        title=one.title,
        summary="".join(f"<p>{escape(text)}</p>" for text in paragraphs),
        updated=_instant(datetime.combine(one.written, time(), UTC)),
        links=tuple(
            Link(
                href=one.address(base, media_type),
                type=media_type,
                hreflang=one.language,
                title=one.title,
            )
            for media_type in ENDINGS
        ),
        categories=((CODE, nearest), (SYSTEM, asked.system.term)),
    )


def _urn(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'careleaf:' + chr(0).join(parts))}"


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
