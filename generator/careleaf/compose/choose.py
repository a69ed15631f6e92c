"""A topic, a medium and a tailoring in; the blocks and sections that this reader gets out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.blocks.exercise import Exercise
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.blocks.red_flag import RedFlag
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Block, Medium, Section, Topic
from careleaf.problem import did_you_mean


class Refusal(Struct, frozen=True):
    """A choice that cannot be made, and why: for the person who made it, not for the author."""

    message: str
    hint: str = ""


def refusals(topic: Topic, tailoring: Tailoring) -> list[Refusal]:
    """What is wrong with a tailoring: sections that do not exist, red flags left out."""
    known = [section.id for section in topic.sections()]
    found = [
        Refusal(f"no section '{wanted}' in {topic.id}", did_you_mean(wanted, known) or _list(known))
        for wanted in (*tailoring.only, *tailoring.without)
        if wanted not in known
    ]
    for section in topic.sections():
        if section.id in tailoring.without and _has_red_flag(section):
            message = f"'{section.id}' holds the emergency signs, which every patient must get"
            found.append(Refusal(message, "leave out another section"))
    return found


def choose(topic: Topic, medium: Medium, tailoring: Tailoring) -> tuple[Section, ...]:
    """The parts to show, each with the blocks meant for this medium. Red flags always stay; a
    section of which nothing is left but what a speaker says goes, heading and all."""
    return tuple(_parts(topic, medium, tailoring))


def _parts(topic: Topic, medium: Medium, tailoring: Tailoring) -> Iterator[Section]:
    for part in topic.parts:
        own = _chosen(part, (part.id,), medium, tailoring)
        inner = (
            replace(section, blocks=_chosen(section, (part.id, section.id), medium, tailoring))
            for section in part.sections
        )
        sections = tuple(section for section in inner if _shows(section.blocks))
        if sections or _shows(own):
            yield replace(part, blocks=own, sections=sections)


def _chosen(
    section: Section, ids: tuple[str, ...], medium: Medium, tailoring: Tailoring
) -> tuple[Block, ...]:
    """A section's own blocks; `ids` are the section's and its part's."""
    blocks = tuple(blocks_for(section.blocks, medium))
    return blocks if _wanted(blocks, ids, tailoring) else ()


def _shows(blocks: tuple[Block, ...]) -> bool:
    return any(not isinstance(block, Notes) for block in blocks)


def _wanted(blocks: tuple[Block, ...], ids: tuple[str, ...], tailoring: Tailoring) -> bool:
    if any(_is_red_flag(block) for block in blocks):
        return True
    if any(wanted in tailoring.without for wanted in ids):
        return False
    return not tailoring.only or any(wanted in tailoring.only for wanted in ids)


def blocks_for(blocks: Iterable[Block], medium: Medium) -> Iterator[Block]:
    """The blocks meant for a medium, `only` wrappers opened."""
    for block in blocks:
        if medium not in block.media:
            continue
        if isinstance(block, Only):
            yield from blocks_for(block.children(), medium)
        else:
            yield block


def anchors(parts: Iterable[Section]) -> Iterator[str]:
    """The ids that a link can lead to in these parts: of parts, sections and exercises."""
    for section in parts:
        yield section.id
        yield from (block.key for block in section.blocks if isinstance(block, Exercise))
        yield from anchors(section.sections)


def _has_red_flag(section: Section) -> bool:
    blocks = [*section.blocks, *(b for inner in section.sections for b in inner.blocks)]
    return any(_is_red_flag(block) for block in blocks)


def _is_red_flag(block: Block) -> bool:
    return isinstance(block, RedFlag) or any(_is_red_flag(child) for child in block.children())


def _list(known: list[str]) -> str:
    return f"sections: {', '.join(known)}"
