"""The fields of the tailor form in; what was chosen, as data, out; and the address that says so.

The same names serve the form, a request of the script and an address: `keep` and `order` (ids),
`dose.EXERCISE.FIELD` (as typed), `decided.EXERCISE.FIELD` (a dose meant to lie outside what the
author gives), `blank.EXERCISE`, `language`, `with`, `print`, `paper`, `name`, `note`. An address
never has the last two, nor what was decided for one patient, nor anything in `dose` but numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit

from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import ImmutableMultiDict, UploadFile

from careleaf.engine.choices import Choices, DosePart, SectionChoice, typed_dose
from careleaf.model.leaflet import Paper, Profile
from careleaf.model.tailoring import DoseField
from careleaf.web.tailor.refused import MEND, Fields

PROFILES: tuple[Profile, ...] = get_args(Profile)
PAPERS: tuple[Paper, ...] = get_args(Paper)

_Name = TypeVar("_Name", bound=str)

DoseKey = tuple[str, DoseField]
"""An exercise and a part of its dose."""


class Form(Struct, frozen=True, kw_only=True):
    """What stands in the form. `order` has every id that can be moved, `doses` every part of every
    dose as typed; `kept` holds sections and exercises, `blanked` exercises without any number."""

    language: str
    beside: str = ""
    profile: Profile = "standard"
    paper: Paper | None = None
    kept: frozenset[str]
    order: tuple[str, ...]
    doses: Mapping[DoseKey, str]
    decided: Mapping[DoseKey, str] = {}
    blanked: frozenset[str] = frozenset()
    name: str = ""
    note: str = ""


class UnknownError(ValueError):
    """A field names what there is not: something else must not be made of it."""


def form_of(fields: Fields, choices: Choices, language: str) -> Form:
    """What is not given is as at the beginning. `language` is that of the topic's source.

    Raises `UnknownError` for a print, a paper, or something to keep, to move, to dose or to blank,
    that there is not, and for a field that is given twice and has but one value.
    """
    _refuse_unknown(fields, choices)
    given = fields.getlist("keep") or fields.get("ticked")
    kept = frozenset(_listed(fields.getlist("keep"))) if given else usual(choices)
    if not kept <= everything(choices):
        raise UnknownError("keep")
    usual_doses = dict(_usual_doses(choices))
    return Form(
        language=_text(fields, "language") or language,
        beside=_text(fields, "with"),
        profile=_one_of(PROFILES, fields, "print") or "standard",
        paper=_one_of(PAPERS, fields, "paper"),
        kept=kept,
        order=_ordered(_listed(fields.getlist("order")), choices),
        doses={key: _dose(fields, key, value) for key, value in usual_doses.items()},
        decided={
            key: _text(fields, _name("decided", key))
            for key in usual_doses
            if _name("decided", key) in fields
        },
        blanked=frozenset(one.key for one in choices.exercises() if f"blank.{one.key}" in fields),
        name=_line(_text(fields, "name")),
        note=_line(_text(fields, "note")),
    )


def _refuse_unknown(fields: Fields, choices: Choices) -> None:
    """Of fields that name an exercise, and of those with one value. A link to what has been renamed
    since would print what is usual."""
    doses = {key for key, _ in _dose_parts(choices)}
    known = {_name(kind, key) for kind in ("dose", "decided") for key in doses}
    known |= {f"blank.{one.key}" for one in choices.exercises()}
    for name in fields:
        if name.startswith(_OF_AN_EXERCISE) and name not in known:
            raise UnknownError(name)
        if len(fields.getlist(name)) > 1 and (name in _ONE_VALUE or name in known):
            raise UnknownError(name)
    rows = {one for among in neighbours(choices) for one in among}
    if not rows.issuperset(_listed(fields.getlist("order"))):
        raise UnknownError("order")


_OF_AN_EXERCISE = ("dose.", "decided.", "blank.")
_ONE_VALUE = {"language", "with", "print", "paper", "order", "name", "note"}


def usual(choices: Choices) -> frozenset[str]:
    """What is kept at the beginning: what the author calls usual, else everything. What holds
    emergency signs is always in it."""
    if not choices.usual:
        return frozenset(_leaf_ids(choices))
    wanted = frozenset(choices.usual)
    kept: set[str] = set()
    for part in choices.parts:
        for section in part.leaves:
            whole = bool({part.id, section.id} & wanted)
            named = {one.key for one in section.exercises} & wanted
            if whole or named or section.locked:
                kept |= {section.id, *(named or (one.key for one in section.exercises))}
    return frozenset(kept)


def everything(choices: Choices) -> frozenset[str]:
    """All that can be ticked."""
    return frozenset(_leaf_ids(choices))


def chosen_in(query: ImmutableMultiDict[str, str]) -> Fields:
    """The fields of an address, which may be a link that anybody wrote: nothing of a patient is
    taken from it, and no dose out of the author's range is decided by it."""
    pairs = query.multi_items()
    return ImmutableMultiDict(
        [(name, value) for name, value in pairs if not name.startswith(_NEVER_BY_A_LINK)]
    )


_NEVER_BY_A_LINK = ("name", "note", "decided.", MEND)


def address(form: Form, choices: Choices, language: str) -> str:
    """The path that leads to these choices again, without anything of a patient."""
    pairs: list[tuple[str, str]] = []
    if form.language != language:
        pairs.append(("language", form.language))
    if form.beside:
        pairs.append(("with", form.beside))
    if form.profile != "standard":
        pairs.append(("print", form.profile))
    if form.paper and form.paper != choices.paper:
        pairs.append(("paper", form.paper))
    if form.kept != usual(choices):
        pairs.append(("keep", ",".join(one for one in _leaf_ids(choices) if one in form.kept)))
    if moved_ids := [one for row in _moved_rows(form.order, choices) for one in row]:
        pairs.append(("order", ",".join(moved_ids)))
    for key, part in _dose_parts(choices):
        value = form.doses[key]
        meant = form.decided.get(key) == value
        if value != part.number and not meant and key[0] not in form.blanked:
            pairs += [(_name("dose", key), number) for number in _told(part, value)]
    pairs += [(f"blank.{key}", "1") for key in sorted(form.blanked)]
    query = urlencode(pairs)
    return f"/tailor/{choices.topic}" + (f"?{query}" if query else "")


def tells_all(path: str, form: Form, choices: Choices, language: str) -> bool:
    """Whether the form's address leads back to all of it: no name, no note, nothing decided for one
    patient, and no words where a number belongs."""
    query = parse_qsl(urlsplit(path).query, keep_blank_values=True)
    again = form_of(chosen_in(ImmutableMultiDict(query)), choices, language)
    return replace(again, paper=form.paper) == form


def _told(part: DosePart, typed: str) -> Iterator[str]:
    """What an address may say of a dose: a number that could be one, or a blank. Anything else may
    be a name or a record's number, typed into the wrong field."""
    if typed_dose(part, typed).fault not in ("wrong", "slip"):
        yield typed


def _moved_rows(order: tuple[str, ...], choices: Choices) -> Iterator[list[str]]:
    """The neighbours that do not stand as in the topic."""
    for among in neighbours(choices):
        row = sorted(among, key=order.index)
        if row != among:
            yield row


def moved(order: Iterable[str], choices: Choices, wish: str) -> tuple[str, ...]:
    """The order after `up:ID` or `down:ID`, one place among its neighbours; unchanged at an end."""
    way, _, wanted = wish.partition(":")
    order = list(order)
    for among in neighbours(choices):
        if wanted not in among:
            continue
        row = sorted(among, key=order.index)
        place = row.index(wanted)
        other = place - 1 if way == "up" else place + 1
        if 0 <= other < len(row):
            one, two = order.index(wanted), order.index(row[other])
            order[one], order[two] = order[two], order[one]
    return tuple(order)


def neighbours(choices: Choices) -> Iterator[list[str]]:
    """The ids that change places with one another."""
    yield [part.id for part in choices.parts]
    for part in choices.parts:
        yield [section.id for section in part.sections]
        for section in (part, *part.sections):
            yield [one.key for one in section.exercises]


def _ordered(given: Iterable[str], choices: Choices) -> tuple[str, ...]:
    """Every id, row of neighbours by row: those given first as they are given, the others as in the
    topic."""
    place = {one: n for n, one in enumerate(dict.fromkeys(given))}
    return tuple(
        one
        for among in neighbours(choices)
        for one in sorted(among, key=lambda one: place.get(one, len(place)))
    )


def _leaf_ids(choices: Choices) -> Iterator[str]:
    for section in choices.leaves():
        yield section.id
        yield from (one.key for one in section.exercises)
    yield from _own_exercises(choices.parts)


def _own_exercises(parts: Iterable[SectionChoice]) -> Iterator[str]:
    """Of parts that have sections beside them."""
    for part in parts:
        if part.sections:
            yield from (one.key for one in part.exercises)


def _usual_doses(choices: Choices) -> Iterator[tuple[DoseKey, str]]:
    return ((key, part.number) for key, part in _dose_parts(choices))


def _dose_parts(choices: Choices) -> Iterator[tuple[DoseKey, DosePart]]:
    for exercise in choices.exercises():
        for part in exercise.doses:
            yield (exercise.key, part.field), part


def _dose(fields: Fields, key: DoseKey, usual_one: str) -> str:
    name = _name("dose", key)
    return _line(_text(fields, name)) if name in fields else usual_one


def _name(kind: str, key: DoseKey) -> str:
    exercise, part = key
    return f"{kind}.{exercise}.{part}"


def _one_of(known: tuple[_Name, ...], fields: Fields, field: str) -> _Name | None:
    """None where nothing is given. Raises `UnknownError` for another."""
    text = _text(fields, field)
    found = next((one for one in known if one == text), None)
    if text and found is None:
        raise UnknownError(field)
    return found


def _listed(values: Iterable[str | UploadFile]) -> list[str]:
    return [one for value in values if isinstance(value, str) for one in value.split(",") if one]


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""


def _line(text: str) -> str:
    """On one line, without what cannot be printed."""
    plain = re.sub(r"\s+", " ", text)
    return "".join(one for one in plain if one.isprintable()).strip()
