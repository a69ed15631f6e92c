"""A screen in; the ways on from it, links and forms, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

import lxml.html
from msgspec import Struct

from tests.web.wire import Answer


class Form(Struct, frozen=True):
    """One, as it is before anybody fills it in."""

    method: str
    path: str
    fields: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    """All that may be in it, also what is not ticked."""


MOST_SCREENS = 60


def forms_from(start: str, get: Callable[[str], Answer]) -> list[Form]:
    """Every form that can be reached by links from an address, and every link with a query."""
    todo, seen = [start], set[str]()
    found: dict[str, Form] = {}
    while todo and len(seen) < MOST_SCREENS:
        target = todo.pop(0)
        if target in seen:
            continue
        seen.add(target)
        answer = get(target)
        if "location" in answer.headers:
            todo.append(answer.headers["location"])
        if answer.headers.get("content-type", "").startswith("text/html") and answer.body:
            links, forms = _ways(answer.text, target)
            todo += links
            found |= {f"{one.method} {one.path} {one.names}": one for one in forms}
    return list(found.values())


def _ways(text: str, target: str) -> tuple[list[str], list[Form]]:
    screen = lxml.html.document_fromstring(text.encode())
    links, forms = [], list(_forms(screen, target))
    for element in screen.iter("a", "button", "div", "form", "input", "section", "select"):
        for link in (element.get("href"), element.get("hx-get")):
            at = urlsplit(urljoin(target, link or ""))
            if not link or at.netloc or at.scheme or not at.path.startswith("/"):
                continue
            links.append(at.path + (f"?{at.query}" if at.query else ""))
            if at.query:
                pairs = tuple(parse_qsl(at.query, keep_blank_values=True))
                forms.append(Form("GET", at.path, pairs, tuple(name for name, _ in pairs)))
    return links, forms


def _forms(screen: lxml.html.HtmlElement, target: str) -> Iterator[Form]:
    for form in screen.forms:
        fields = tuple((str(name), str(value)) for name, value in form.form_values())
        names = tuple(dict.fromkeys(str(name) for name in form.inputs.keys() if name))  # noqa: SIM118
        method, action = form.method.upper(), form.get("action") or target
        ways = [(method, action)]
        for inside in form.iter("button", "input", "select", "textarea", "form"):
            for name, how in (("formaction", method), ("hx-post", "POST"), ("hx-get", "GET")):
                if where := inside.get(name):
                    ways.append((how, where))
        for how, where in dict.fromkeys(ways):
            yield Form(how, urljoin(target, where), fields, names)
