"""People who stand in the text in; slides with them beside a list, together or alone out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.compose.deck.body import pages
from careleaf.compose.deck.company import only_remarks, with_body, with_shape
from careleaf.compose.deck.gallery import Gallery, Person
from careleaf.compose.deck.gathered import Gathered
from careleaf.compose.deck.picture import PictureBody
from careleaf.model.art import Pose
from careleaf.model.shape import Figure, Paragraph, Shape


def taken_with_people(section: Gathered, shape: Shape) -> bool:
    """Whether a shape shares a slide with the person before it, or is a person who waits."""
    if isinstance(shape, Figure) and isinstance(shape.art, Pose):
        person = Person(at=shape.at, pose=shape.art, alt=shape.alt, caption=shape.caption)
        section.people.append(person)
        return True
    if not section.people or isinstance(shape, Paragraph):
        return False
    if len(section.people) == 1 and only_remarks(shape) and _joined(section):
        section.people = []
        return False
    shared = with_shape(section.people[0], shape) if len(section.people) == 1 else None
    if shared and section.room(shared.body, shared.title, shared.icon):
        section.people = []
        section.add(shared.body, shared.title, icon=shared.icon)
        return True
    end_people(section)
    return False


def end_people(section: Gathered) -> None:
    """One person joins the list before, or stands alone; several share slides."""
    people = section.people
    if len(people) == 1 and _joined(section):
        section.people = []
        return
    section.people = []
    if len(people) == 1:
        (person,) = people
        figure = Figure(at=person.at, art=person.pose, alt=person.alt, caption=person.caption)
        section.add(PictureBody(at=person.at, figure=figure))
        return
    for share in pages(people, lambda share: section.room(_gallery(share)), most=3):
        section.add(_gallery(share))


def _joined(section: Gathered) -> bool:
    """Whether the list on the slide before now has the person beside it."""
    last = section.last
    if last is None or last.bar or last.title != section.title or section.waiting:
        return False
    body = with_body(section.people[0], last.body)
    if body is None or not section.room(body, last.title, last.icon):
        return False
    section.frames[-1] = replace(last, body=body)
    return True


def _gallery(people: Sequence[Person]) -> Gallery:
    return Gallery(at=people[0].at, people=tuple(people))
