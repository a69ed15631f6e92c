"""The application in; every address that it answers at, and every name that it asks a form for,
out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import careleaf.web
from careleaf.web.app import create_app
from careleaf.web.settings import Settings
from tests.web.conftest import LIBRARY

TOPIC = "first-days-of-back-pain"

_GOOD = {"topic": TOPIC, "id": f"{TOPIC}.en", "language": "en", "file": "en.html", "page": "1"}
_KINDS = {"/fhir": "Library", "/tailor": "pdf"}


@dataclass(frozen=True, slots=True)
class Address:
    """One route: its pattern, and what it is asked with."""

    pattern: str
    methods: tuple[str, ...]

    @property
    def parameters(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(re.findall(r"\{(\w+)[^}]*\}", self.pattern))

    def filled(self, **values: str) -> str:
        """With values for its parameters; those of a topic that is there for all others."""
        start = f"/{self.pattern.split('/')[1]}"
        good = {**_GOOD, "kind": _KINDS.get(start, "x"), **values}
        return re.sub(r"\{(\w+)[^}]*\}", lambda found: good.get(found[1], "x"), self.pattern)

    def spoilt(self, value: str) -> Iterator[str]:
        """With a value in the place of each parameter in turn, and behind it all."""
        yield from (self.filled(**{name: value}) for name in self.parameters)
        yield f"{self.filled()}/{value}"


def addresses() -> list[Address]:
    """In the order in which the application looks through them."""
    found: dict[str, set[str]] = {}
    for route in create_app(Settings(content=LIBRARY), lambda _: None).routes:
        pattern = getattr(route, "path", None)
        assert pattern is not None, f"{route} is asked by nothing here"
        found.setdefault(pattern, set()).update(getattr(route, "methods", None) or {"GET"})
    return [Address(pattern, tuple(sorted(methods))) for pattern, methods in found.items()]


def names() -> list[str]:
    """Those that the code takes out of a form or a query by."""
    code = "".join(path.read_text("utf-8") for path in _CODE.rglob("*.py"))
    found = re.findall(r'(?:get|getlist|pop)\("([\w.-]+)"|\((?:fields|form), "([\w.-]+)"', code)
    return sorted({one or other for one, other in found})


_CODE = Path(careleaf.web.__file__).parent
