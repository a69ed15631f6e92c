"""A visit's number in; the real topic's handout tailored for that visit, composed or written, out.

One visit after another as in a clinic's day: each has another name, other exercises in another
order and other doses, so that no handout is the one before.

    python -m tests.tools.visits en:0 es:2 zh-Hans+en

writes the named ones, in this order, and prints a digest of each. Two languages are those of a
short topic's handout in which they face each other."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.engine.bilingual import produce_bilingual
from careleaf.engine.edition import Edition
from careleaf.engine.job import Job
from careleaf.engine.opened import open_content, read_one
from careleaf.engine.pictures import kept_pose
from careleaf.language import Language, language
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Group, Leaflet
from careleaf.model.library import Library
from careleaf.model.shape import Callout, Heading, Shape
from careleaf.model.tailoring import DoseChoice, Tailoring, Visit
from careleaf.model.topic import Medium, Topic
from careleaf.theme import default_theme
from careleaf.write.pdf import Written, write

TOPIC = "low-back-and-hip-pain"
SHORT = "first-days-of-back-pain"

_SECTIONS = (("today", "get-help"), ("today", "get-help", "heat-cold"), ("get-help", "desk"))
_EXERCISES = (
    ("knee-rolls", "pelvic-tilt", "sit-to-stand"),
    ("cat-cow", "clamshell"),
    ("knee-rolls", "pelvic-tilt", "clamshell", "bridge"),
    ("pelvic-tilt", "cat-cow", "sit-to-stand"),
    ("hip-flexor-stretch", "cat-cow", "clamshell"),
)
_NAMES = (
    *("Acacia", "Birch", "Cypress", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ironwood"),
    *("Juniper", "Katsura", "Larch", "Maple", "Nutmeg", "Oak", "Poplar", "Quince", "Rowan"),
    *("Spruce", "Tupelo", "Ume", "Viburnum", "Willow", "Xylosma", "Yew", "Zelkova"),
)
"""Trees, not people: with every letter that a name can begin with."""
_RANGED = ("knee-rolls", "pelvic-tilt", "cat-cow", "clamshell", "sit-to-stand")
"""Exercises whose author lets the repetitions be 5 to 10."""


class Day(Struct, frozen=True):
    """A topic as read, and whom its handouts are from."""

    topic: Topic
    library: Library
    clinic: Clinic
    spoken: Language

    def composed(self, tailoring: Tailoring) -> Leaflet:
        """The handout of a visit, as a build composes it."""
        ready, problems = manuscript(
            self.topic,
            Medium.LEAFLET,
            library=self.library,
            clinic=self.clinic,
            language=self.spoken,
            tailoring=tailoring,
            figures=kept_pose,
        )
        leaflet, late = compose_leaflet(ready, default_theme(), self.spoken, paper="letter")
        if problems or late:
            raise ValueError(f"the topic does not compose: {[*problems, *late]}")
        return leaflet

    def written(self, leaflet: Leaflet) -> Written:
        """Its file."""
        return write(leaflet, default_theme(), self.spoken)


@lru_cache(maxsize=2)
def day(code: str = "en") -> Day:
    """The real topic in a language, read once."""
    opened = open_content(Job(languages=(code,), clinic="example"))
    topic, _ = read_one(opened, TOPIC, code)
    if topic is None:
        raise ValueError("the topic cannot be read")
    clinic = opened.library.clinics["example"]
    tag = f"{code}-US" if clinic.language == code else code
    return Day(topic, opened.library, clinic, language(tag))


def visit(number: int) -> Tailoring:
    """The choices of a visit, from 0."""
    exercises = _EXERCISES[number % len(_EXERCISES)]
    turned = exercises[number % 3 :] + exercises[: number % 3]
    sections = _SECTIONS[number % len(_SECTIONS)]
    doses = tuple(
        DoseChoice(exercise=name, field="reps", value=str(5 + (number + place) % 6))
        for place, name in enumerate(exercises)
        if name in _RANGED
    )
    return Tailoring(
        only=(*sections, *exercises),
        order=turned,
        doses=doses,
        visit=Visit(
            patient=f"{_NAMES[number % len(_NAMES)]} {_NAMES[number * 7 % len(_NAMES)]}",
            date=date(2026, 11, 25),
            note=f"Start slowly. You said {number + 3} stairs are hard for you.",
        ),
    )


def repeated(leaflet: Leaflet, times: int) -> Leaflet:
    """With its pages after the first again and again, each section with an id of its own."""
    again = (_again(group, turn) for turn in range(times) for group in leaflet.groups)
    return replace(leaflet, groups=tuple(again))


def _again(group: Group, turn: int) -> Group:
    return replace(group, shapes=tuple(_renamed(shape, turn) for shape in group.shapes))


def _renamed(shape: Shape, turn: int) -> Shape:
    if isinstance(shape, Heading | Callout) and shape.anchor:
        return replace(shape, anchor=f"{shape.anchor}-{turn}")
    return shape


def facing(first: str, second: str) -> bytes:
    """The file of the short topic in two languages."""
    job = Job(languages=(first,), beside=second)
    editions = []
    for code in (first, second):
        opened = open_content(Job(languages=(code,), clinic="example"))
        topic, _ = read_one(opened, SHORT, code)
        if topic is None:
            raise ValueError("the topic cannot be read")
        editions.append(Edition(topic, opened.library, opened.library.clinics["example"]))
    piece, problems = produce_bilingual(editions[0], editions[1], job)
    if problems:
        raise ValueError(f"the topic cannot be made: {problems}")
    return piece.data


def digest(name: str) -> str:
    """That of a visit's file, named "en:0", or of two languages that face each other, "es+en"."""
    if "+" in name:
        return hashlib.sha256(facing(*name.split("+"))).hexdigest()
    code, number = name.split(":")
    there = day(code)
    data = there.written(there.composed(visit(int(number)))).data
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    for one in sys.argv[1:]:
        print(one, digest(one))
