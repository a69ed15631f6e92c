"""A feed in; an Atom document out, its elements in the order that HL7's knowledge response has."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from careleaf.web.feeds.infobutton import Entry, Feed

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


def atom(feed: Feed) -> bytes:
    """UTF-8, with an XML declaration. lxml escapes what markup would be."""
    root = etree.fromstring(f'<feed xmlns="{_ATOM}"/>')
    root.set(f"{{{_XML}}}lang", feed.language)
    root.set(f"{{{_XML}}}base", feed.base)
    _add(root, "title", feed.title, type="text")
    _add(root, "subtitle", feed.subtitle, type="text")
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "updated", feed.updated)
    _categories(root, feed.categories)
    _add(root, "id", feed.id)
    for entry in feed.entries:
        _entry(root, entry)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(root: etree._Element, entry: Entry) -> None:
    parent = _add(root, "entry")
    parent.set(f"{{{_XML}}}lang", entry.language)
    _add(parent, "title", entry.title, type="text")
    for link in entry.links:
        _add(
            parent,
            "link",
            rel="alternate",
            type=link.type,
            hreflang=link.hreflang,
            title=link.title,
            href=link.href,
        )
    _add(parent, "id", entry.id)
    _add(parent, "updated", entry.updated)
    _add(parent, "summary", entry.summary, type="html")
    _categories(parent, entry.categories)


def _categories(parent: etree._Element, categories: Iterable[tuple[str, str]]) -> None:
    for scheme, term in categories:
        _add(parent, "category", scheme=scheme, term=term)


def _add(
    parent: etree._Element, name: str, text: str | None = None, **attributes: str
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text
    return element
