"""A topic, a medium and a tailoring in; the blocks and sections that this reader gets out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from careleaf.blocks.only import Only
from careleaf.blocks.red_flag import RedFlag
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Block, Medium, Section, Topic
from careleaf.problem import did_you_mean
from careleaf.record import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
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
    """The parts to show, each with the blocks meant for this medium. Red flags always stay."""
    return tuple(_parts(topic, medium, tailoring))


def _parts(topic: Topic, medium: Medium, tailoring: Tailoring) -> Iterator[Section]:
    for part in topic.parts:
        own = part.blocks if _wanted(part.blocks, (part.id,), tailoring) else ()
        sections = tuple(
            replace(section, blocks=tuple(blocks_for(section.blocks, medium)))
            for section in part.sections
            if _wanted(section.blocks, (part.id, section.id), tailoring)
        )
        if own or sections:
            yield replace(part, blocks=tuple(blocks_for(own, medium)), sections=sections)


def _wanted(blocks: tuple[Block, ...], ids: tuple[str, ...], tailoring: Tailoring) -> bool:
    """Whether blocks of a section are shown; `ids` are the section's and its part's."""
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


def _has_red_flag(section: Section) -> bool:
    blocks = [*section.blocks, *(b for inner in section.sections for b in inner.blocks)]
    return any(_is_red_flag(block) for block in blocks)


def _is_red_flag(block: Block) -> bool:
    return isinstance(block, RedFlag) or any(_is_red_flag(child) for child in block.children())


def _list(known: list[str]) -> str:
    return f"sections: {', '.join(known)}"
