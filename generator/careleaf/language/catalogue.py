"""A language in; the product's own phrases in it, with their plural forms, out.

The files `<language>.po` beside this one are read as they are: no compiled copy can be stale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from msgspec import Struct

from careleaf.language.po import parse_po

_FOLDER = Path(__file__).parent
_GERMANIC = "n != 1"


class Catalogue(Struct, frozen=True):
    """Phrases by their English; English itself has none and gives the phrase as it is."""

    phrases: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]
    """Which form a number takes."""

    def say(self, phrase: str) -> str:
        """A phrase, in English where the catalogue lacks it."""
        return self.phrases.get(phrase, (phrase,))[0]

    def say_many(self, one: str, many: str, n: int) -> str:
        """The form for `n`."""
        forms = self.phrases.get(one)
        if forms is None:
            return one if n == 1 else many
        return forms[min(self.plural(n), len(forms) - 1)]


def catalogue_languages() -> tuple[str, ...]:
    """The languages that the product speaks beside English, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.po")))


@lru_cache(maxsize=16)
def catalogue(language: str) -> Catalogue:
    """Of the language itself, else of it in any country ("es" for "es-MX", "zh-Hans" for
    "zh-Hans-SG": RFC 4647, lookup), else English."""
    path = _file(language)
    return (
        catalogue_of(path.read_text(encoding="utf-8")) if path else Catalogue({}, c2py(_GERMANIC))
    )


def has_phrases(language: str) -> bool:
    """Whether the product has words of its own in a language, of whatever country: else all that it
    says itself, "Call 911" too, would be English."""
    return language.partition("-")[0] == "en" or _file(language) is not None


def _file(language: str) -> Path | None:
    name = language
    while name:
        path = _FOLDER / f"{name}.po"
        if path.is_file():
            return path
        name = name.rpartition("-")[0]
    return None


def catalogue_of(text: str) -> Catalogue:
    """The phrases of a PO file that are translated and not in doubt."""
    messages, _ = parse_po(text)
    rule = _GERMANIC
    phrases: dict[str, tuple[str, ...]] = {}
    for message in messages:
        if not message.id:
            rule = _plural_rule(message.text)
        elif all(form.text for form in message.forms) and not message.fuzzy:
            phrases[message.id] = tuple(form.text for form in message.forms)
    return Catalogue(phrases, c2py(rule))


def _plural_rule(head: str) -> str:
    for line in head.split("\n"):
        name, _, value = line.partition(":")
        if name.strip() == "Plural-Forms" and "plural=" in value:
            return value.partition("plural=")[2].strip().rstrip(";")
    return _GERMANIC
