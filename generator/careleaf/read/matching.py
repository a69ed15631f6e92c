"""A file's units and the messages of a PO file in; which message translates which unit out.

The one rule for builds, checks, exports and imports. An id names a place, and places move when a
line is deleted above: what stands there may be a neighbour's words. So the same words decide, the
id only where the same words stand twice. What was translated from other words is never used. What
each language says for itself is no translation: there the id decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from careleaf.language.po import Message, parse_po
from careleaf.problem import Problem
from careleaf.problem_codes import NOT_PO
from careleaf.read.units import Unit
from careleaf.source import Source


class Match(Struct, frozen=True, kw_only=True):
    """A unit, with its translation or else what is nearest to one."""

    unit: Unit
    found: Message | None = None
    """Translated from just these words."""
    doubtful: bool = False
    """Whether someone should look at it: a translator said so, or it was chosen from several."""
    changed: Message | None = None
    """Where none is found: that of the same place, from other words. Never used; for people."""


def read_po(source: Source) -> tuple[list[Message], list[Problem]]:
    """The messages of a translation without its header. Two for one place are an error: which of
    them was meant, nobody can tell."""
    parsed, faults = parse_po(source.text)
    messages = [one for one in parsed if one.id]
    problems = [
        Problem(NOT_PO, source.span(fault.start, fault.end), fault.message) for fault in faults
    ]
    seen: set[str] = set()
    for one in messages:
        if one.obsolete:
            continue
        key = one.context or f"\n{one.id}"
        if key in seen:
            name = f'msgctxt "{one.context}"' if one.context else "msgid without msgctxt"
            at = source.span(one.at, one.at + len("msgid"))
            hint = "keep the right one of the two entries"
            problems.append(Problem(NOT_PO, at, f"a second entry with the same {name}", hint))
        seen.add(key)
    return messages, problems


def matched(
    units: Sequence[Unit], messages: Iterable[Message]
) -> tuple[list[Match], list[Message]]:
    """Every unit with its message, and the translations that are left over: first by id and
    words, then by words alone (the place moved), else by id alone (the words changed).
    """
    live_first = sorted(messages, key=lambda one: one.obsolete)
    exact: dict[tuple[str, str], Message] = {}
    for one in live_first:
        exact.setdefault((one.context, translated_from(one)), one)
    known = [one for one in live_first if one.translated]
    free = _by_words(known, {(unit.id, unit.text) for unit in units})
    texts = {unit.text for unit in units}
    by_id = {
        one.context: one for one in known if not one.obsolete and translated_from(one) not in texts
    }
    lists = {one.context: one for one in known if not one.obsolete}
    matches: list[Match] = []
    for unit in units:
        here = exact.get((unit.id, unit.text))
        if unit.own:
            match = _own(unit, lists.get(unit.id))
        elif here:
            match = Match(unit=unit, found=here if here.translated else None, doubtful=here.fuzzy)
        elif some := free.get(unit.text):
            doubtful = some[0].fuzzy or len({one.text for one in some}) > 1
            found = some.pop(0) if len(some) > 1 else some[0]
            match = Match(unit=unit, found=found, doubtful=doubtful)
        else:
            match = Match(unit=unit, changed=by_id.get(unit.id))
        matches.append(match)
    used = {id(one.found or one.changed) for one in matches}
    return matches, [one for one in known if id(one) not in used]


def _own(unit: Unit, said: Message | None) -> Match:
    """What a language says for itself holds whatever the source says now: a program that marks it
    because of that raises no doubt."""
    return Match(unit=unit, found=said, doubtful=bool(said and said.fuzzy and not said.previous))


def translated_from(message: Message) -> str:
    """The words that a translator had. An export that finds one by its place alone puts it, in
    doubt, under the new words of that place and keeps the old ones."""
    return (message.fuzzy and message.previous) or message.id


def _by_words(known: Iterable[Message], places: set[tuple[str, str]]) -> dict[str, list[Message]]:
    """Messages by the words of their source: those whose place is gone first, kept ones last."""
    found: dict[str, list[Message]] = {}

    def order(one: Message) -> tuple[bool, bool]:
        return one.obsolete, (one.context, translated_from(one)) in places

    for one in sorted(known, key=order):
        found.setdefault(translated_from(one), []).append(one)
    return found
