"""The parameters of a FHIR search in; what to look for, or every mistake, out.

FHIR lets a server pass over parameters that it does not know. This one refuses them: a search that
is told nothing of what was left out of it finds too much (FHIR R4, 3.1.1.4.1, strict handling)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from careleaf.problem import did_you_mean
from careleaf.web.feeds.code_systems import HELD, SYSTEMS, CodeSystem, code_system
from careleaf.web.feeds.languages import language_tag
from careleaf.web.feeds.mistake import MOST_LETTERS, MOST_PARAMETERS, Mistake

CODES = ("code", "category", "context")
"""Names for a code of what the topic is about: FHIR's own `category` of DocumentReference and
`context` of Library, and one that is the same for both."""

EDUCATION_NOTE = "34895-3"
LOINC = "http://loinc.org"
MOST_PER_PAGE = 200
PER_PAGE = 50
_JSON = ("json", "application/json", "application/fhir+json", "text/json")


class Search(Struct, frozen=True, kw_only=True):
    """What to look for. Each of `codes` and `languages` is one parameter; of its values any will
    do."""

    id: str | None = None
    codes: tuple[tuple[tuple[CodeSystem, str], ...], ...] = ()
    languages: tuple[tuple[str, ...], ...] = ()
    types: tuple[tuple[str, ...], ...] = ()
    count: int = PER_PAGE
    offset: int = 0

    @property
    def page(self) -> slice:
        """Of all that is found, what one answer holds."""
        return slice(self.offset, self.offset + self.count)


def parameters(kind: str) -> dict[str, str]:
    """What a search for a kind of resource may ask, with FHIR's type of each."""
    own = {"DocumentReference": "category", "Library": "context"}[kind]
    names = {"_id": "token", "code": "token", own: "token", "language": "token"}
    return names | ({"type": "token"} if kind == "DocumentReference" else {})


_ANY = ("_count", "_offset", "_format")


def read_search(kind: str, pairs: Sequence[tuple[str, str]]) -> Search | list[Mistake]:
    """Every mistake there is, or what to look for."""
    if len(pairs) > MOST_PARAMETERS:
        return [Mistake("", f"more than {MOST_PARAMETERS} parameters")]
    known = (*parameters(kind), *_ANY)
    mistakes: list[Mistake] = []
    codes, languages, types = [], [], []
    last: dict[str, str] = {}
    for name, value in pairs:
        if name not in known:
            hint = did_you_mean(name[:80], known) or f"one of {', '.join(known)}"
            mistakes.append(Mistake(name[:80], "there is no such search parameter", hint))
        elif len(value) > MOST_LETTERS:
            mistakes.append(Mistake(name, f"longer than {MOST_LETTERS} characters"))
        elif name in CODES:
            codes.append(_codes(name, value, mistakes))
        elif name == "language":
            languages.append(_languages(value, mistakes))
        elif name == "type":
            types.append(tuple(value.split(",")))
        elif name in last:
            mistakes.append(Mistake(name, "given more than once"))
        else:
            last[name] = value
    mistakes += _format_mistakes(last)
    count = _number(last, "_count", PER_PAGE, mistakes)
    offset = _number(last, "_offset", 0, mistakes)
    return mistakes or Search(
        id=last.get("_id"),
        codes=tuple(codes),
        languages=tuple(languages),
        types=tuple(types),
        count=min(count, MOST_PER_PAGE),
        offset=offset,
    )


def _codes(name: str, value: str, mistakes: list[Mistake]) -> tuple[tuple[CodeSystem, str], ...]:
    """`system|code`, or a code alone, which is looked for in every system that it can be of."""
    found: list[tuple[CodeSystem, str]] = []
    for token in value.split(","):
        address, bar, typed = token.rpartition("|")
        system = code_system(address)
        if bar and system is None:
            known = ", ".join(one.uri for one in SYSTEMS)
            mistakes.append(Mistake(name, f"no code system is known by '{address}'", known))
            continue
        read = [(one, one.code(typed)) for one in ((system,) if system else HELD)]
        some = [(one, code) for one, code in read if code is not None]
        if not some:
            hint = "for example: http://hl7.org/fhir/sid/icd-10-cm|M54.50"
            mistakes.append(Mistake(name, f"'{typed}' is not a code", hint))
        found += some
    return tuple(found)


def _languages(value: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    found = []
    for typed in value.split(","):
        tag = language_tag(typed.rpartition("|")[2])
        if tag is None:
            message = f"'{typed}' is not a language code"
            mistakes.append(Mistake("language", message, "for example: en, es, zh-Hans"))
        else:
            found.append(tag)
    return tuple(found)


def _number(given: dict[str, str], name: str, otherwise: int, mistakes: list[Mistake]) -> int:
    typed = given.get(name)
    if typed is None:
        return otherwise
    if not re.fullmatch("[0-9]{1,9}", typed):
        mistakes.append(Mistake(name, "it is not a whole number of 0 or more"))
        return otherwise
    return int(typed)


def _format_mistakes(given: dict[str, str]) -> list[Mistake]:
    """`+` in an address is a space once it is read."""
    wanted = given.get("_format", "json").replace(" ", "+")
    if wanted in _JSON:
        return []
    return [Mistake("_format", f"answers are not made as '{wanted}'", "application/fhir+json")]


def takes_json(accept: str) -> bool:
    """Whether an Accept header lets JSON be the answer, as it does where it says nothing."""
    kinds = [one.partition(";")[0].strip().lower() for one in accept.split(",")]
    return any(one in ("", "*/*", "application/*", "text/html", *_JSON) for one in kinds)
