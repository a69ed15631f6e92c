"""A feed in; the same as JSON, as MedlinePlus Connect shapes it, out.

Attributes are members of their element's object and its text is `_value`; what may be there more
than once is a list, also where there is one or none."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from careleaf.web.feeds.infobutton import Entry, Feed

MEDIA_TYPE = "application/json"


def feed_json(feed: Feed) -> bytes:
    """UTF-8."""
    whole = {
        "base": feed.base,
        "lang": feed.language,
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "title": _text(feed.title, "text"),
        "subtitle": _text(feed.subtitle, "text"),
        "author": {"name": _text(feed.author)},
        "updated": _text(feed.updated),
        "category": _categories(feed.categories),
        "id": _text(feed.id),
        "entry": [_entry(entry) for entry in feed.entries],
    }
    return msgspec.json.encode({"feed": whole})


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "lang": entry.language,
        "title": _text(entry.title, "text"),
        "link": [
            {
                "rel": "alternate",
                "type": link.type,
                "hreflang": link.hreflang,
                "title": link.title,
                "href": link.href,
            }
            for link in entry.links
        ],
        "id": _text(entry.id),
        "updated": _text(entry.updated),
        "summary": _text(entry.summary, "html"),
        "category": _categories(entry.categories),
    }


def _text(value: str, kind: str | None = None) -> dict[str, str]:
    return {"_value": value} if kind is None else {"type": kind, "_value": value}


def _categories(categories: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"scheme": scheme, "term": term} for scheme, term in categories]
