"""A screen in; the ways on from it, links and forms, out."""

from __future__ import annotations

from collections import Counter
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


MOST_ALIKE = 3
"""Screens of one kind (their first word and depth) that are looked at."""


def forms_from(start: str, get: Callable[[str], Answer]) -> list[Form]:
    """Every form that can be reached by links from an address, and every link with a query."""
    todo, seen = [start], set[str]()
    alike: Counter[tuple[str, int]] = Counter()
    found: dict[str, Form] = {}
    while todo:
        target = todo.pop(0)
        path = target.partition("?")[0].split("/")
        kind = (path[1], len(path))
        if target in seen or alike[kind] == MOST_ALIKE:
            continue
        seen.add(target)
        alike[kind] += 1
        answer = get(target)
        if "location" in answer.headers:
            todo.append(answer.headers["location"])
        if answer.headers.get("content-type", "").startswith("text/html") and answer.body:
            links, forms = _ways(answer.text, target)
            todo += links
            found |= {f"{one.method} {one.path} {one.names} {_chosen(one)}": one for one in forms}
    return list(found.values())


def _chosen(form: Form) -> str:
    """What tells apart two buttons of a form, but not two texts in it."""
    return form.fields[-1][1][:40] if form.fields else ""


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
        method, action = form.get("method", "get").upper(), form.get("action") or target
        if method == "DIALOG":
            continue
        outside = [one for one in screen.iter(*_INPUTS) if one.get("form", "") == form.get("id")]
        names = [*form.inputs.keys(), *(one.get("name", "") for one in outside)]
        # A text area that stands elsewhere belongs to it all the same.
        fields = [
            *form.form_values(),
            *((one.get("name"), getattr(one, "value", "")) for one in outside),
        ]
        ways: list[tuple[str, str, tuple[tuple[str | None, str | None], ...]]]
        ways = [(method, action, ())]
        for inside in (*form.iter(*_INPUTS), *outside, form):
            if inside.tag == "button":
                pressed = ((inside.get("name"), inside.get("value")),)
                ways.append((method, inside.get("formaction", action), pressed))
            for name, how in (("hx-post", "POST"), ("hx-get", "GET")):
                if where := inside.get(name):
                    ways.append((how, where, ()))
        for how, where, button in dict.fromkeys(ways):
            yield Form(
                how,
                urljoin(target, where),
                tuple((str(name), str(value or "")) for name, value in (*fields, *button) if name),
                tuple(dict.fromkeys(str(name) for name in names if name)),
            )


_INPUTS = ("button", "input", "select", "textarea")
