"""A topic, a medium and a tailoring in; the blocks and sections that this reader gets out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from careleaf.blocks.easy import Easy
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.notes import Notes
from careleaf.blocks.only import Only
from careleaf.blocks.red_flag import RedFlag
from careleaf.compose.doses import Refusal, dose_refusal, dosed
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Block, Medium, Section, Topic
from careleaf.problem import did_you_mean

_T = TypeVar("_T", Section, Exercise)


def refusals(topic: Topic, tailoring: Tailoring) -> list[Refusal]:
    """What is wrong with a tailoring: ids that do not exist, red flags left out, doses that cannot
    be or that nobody decided."""
    exercises = {one.key: one for section in topic.sections() for one in _exercises(section.blocks)}
    sections = [section.id for section in topic.sections()]
    known = [*sections, *exercises]
    found = [
        Refusal(
            f"no section or exercise '{wanted}' in {topic.id}",
            did_you_mean(wanted, known) or _list(sections),
            wanted,
        )
        for wanted in dict.fromkeys((*tailoring.only, *tailoring.without, *tailoring.order))
        if wanted not in known
    ]
    refused = (dose_refusal(exercises, choice) for choice in tailoring.doses)
    found += [one for one in refused if one is not None]
    for section in topic.sections():
        if section.id in tailoring.without and _has_red_flag(section):
            message = f"'{section.id}' holds the emergency signs, which every patient must get"
            found.append(Refusal(message, "leave out another section", section.id))
    return found or list(_contradictions(topic, tailoring))


def _contradictions(topic: Topic, tailoring: Tailoring) -> Iterator[Refusal]:
    """Choices about what other choices leave out. Were they not refused, the sheet would lack
    something that the clinician believes to be on it."""
    if not tailoring.only and not tailoring.without:
        return
    gone = _shown(topic, Tailoring()) - _shown(topic, replace(tailoring, doses=()))
    ways = [
        ("only", "keeps", tailoring.only),
        ("order", "places", tailoring.order),
        ("dose", "changes", [one.exercise for one in tailoring.doses]),
    ]
    for name, does, wanted in ways:
        for key in dict.fromkeys(wanted):
            if key in gone:
                message = f"'{name}' {does} '{key}', but {_left_out(topic, key, tailoring)}"
                yield Refusal(message, f"keep '{key}', or take it out of '{name}'", key)


def _shown(topic: Topic, tailoring: Tailoring) -> set[str]:
    """The ids of what is on the slides, the handout or the page."""
    return {key for medium in Medium for key in anchors(choose(topic, medium, tailoring))}


def _left_out(topic: Topic, key: str, tailoring: Tailoring) -> str:
    """Which choice leaves a part, section or exercise out, as the end of a sentence."""
    if key in tailoring.without:
        return "'without' leaves it out"
    for section in topic.sections():
        if section.id in tailoring.without and key in _held(section):
            return f"'without' leaves '{section.id}' out, which holds it"
    if tailoring.only and key not in tailoring.only:
        return "'only' does not keep it"
    return "'without' leaves nothing of it"


def _held(section: Section) -> set[str]:
    """The ids of the sections and exercises in it."""
    inner = {key for one in section.sections for key in (one.id, *_held(one))}
    return inner | {one.key for one in _exercises(section.blocks)}


def choose(topic: Topic, medium: Medium, tailoring: Tailoring) -> tuple[Section, ...]:
    """The parts to show, each with the blocks meant for this medium. Red flags always stay; a
    section of which nothing is left but what a speaker says goes, heading and all."""
    return tuple(_parts(topic, medium, tailoring))


def _parts(topic: Topic, medium: Medium, tailoring: Tailoring) -> Iterator[Section]:
    for part in _ordered(topic.parts, tailoring):
        own = _chosen(part, (part.id,), medium, tailoring)
        inner = (
            replace(section, blocks=_chosen(section, (part.id, section.id), medium, tailoring))
            for section in _ordered(part.sections, tailoring)
        )
        sections = tuple(section for section in inner if _shows(section.blocks))
        if sections or _shows(own):
            yield replace(part, blocks=own, sections=sections)


def _chosen(
    section: Section, ids: tuple[str, ...], medium: Medium, tailoring: Tailoring
) -> tuple[Block, ...]:
    """A section's own blocks; `ids` are the section's and its part's."""
    blocks = tuple(blocks_for(section.blocks, medium))
    if not _wanted(blocks, ids, tailoring):
        return ()
    return _with_exercises(blocks, tailoring)


def _with_exercises(blocks: tuple[Block, ...], tailoring: Tailoring) -> tuple[Block, ...]:
    """The exercises that were chosen, in their order and with their doses, in the places where the
    section has its exercises."""
    every = [block for block in blocks if isinstance(block, Exercise)]
    if not every:
        return blocks
    named = [one for one in every if one.key in tailoring.only]
    kept = [one for one in named or every if one.key not in tailoring.without]
    kept = [dosed(one, tailoring.doses) for one in _ordered(kept, tailoring)]
    last = every[-1]
    shown: list[Block] = []
    for block in blocks:
        if not isinstance(block, Exercise):
            shown.append(block)
        elif block is last:
            shown += kept
        elif kept:
            shown.append(kept.pop(0))
    return tuple(shown)


def _ordered(items: Sequence[_T], tailoring: Tailoring) -> list[_T]:
    """What the tailoring's order names first, in that order; the rest as it was."""
    place = {name: n for n, name in enumerate(tailoring.order)}

    def rank(item: _T) -> int:
        key = item.key if isinstance(item, Exercise) else item.id
        return place.get(key, len(place))

    return sorted(items, key=rank)


def _shows(blocks: tuple[Block, ...]) -> bool:
    return any(not isinstance(block, Notes) for block in blocks)


def _wanted(blocks: tuple[Block, ...], ids: tuple[str, ...], tailoring: Tailoring) -> bool:
    if has_red_flag(blocks):
        return True
    if any(wanted in tailoring.without for wanted in ids):
        return False
    keys = [one.key for one in _exercises(blocks)]
    return not tailoring.only or any(wanted in tailoring.only for wanted in (*ids, *keys))


def blocks_for(blocks: Iterable[Block], medium: Medium) -> Iterator[Block]:
    """The blocks meant for a medium, `only` wrappers opened. What easy words say again is not there
    twice."""
    for block in blocks:
        if medium not in block.media or isinstance(block, Easy):
            continue
        if isinstance(block, Only):
            yield from blocks_for(block.children(), medium)
        else:
            yield block


def _exercises(blocks: Iterable[Block]) -> Iterator[Exercise]:
    for block in blocks:
        if isinstance(block, Exercise):
            yield block
        else:
            yield from _exercises(block.children())


def anchors(parts: Iterable[Section]) -> Iterator[str]:
    """The ids that a link can lead to in these parts: of parts, sections and exercises."""
    for section in parts:
        yield section.id
        yield from (block.key for block in section.blocks if isinstance(block, Exercise))
        yield from anchors(section.sections)


def _has_red_flag(section: Section) -> bool:
    blocks = [*section.blocks, *(b for inner in section.sections for b in inner.blocks)]
    return has_red_flag(blocks)


def has_red_flag(blocks: Iterable[Block]) -> bool:
    """Whether emergency signs are among these blocks, or inside one of them."""
    return any(_is_red_flag(block) for block in blocks)


def _is_red_flag(block: Block) -> bool:
    return isinstance(block, RedFlag) or any(_is_red_flag(child) for child in block.children())


def _list(known: list[str]) -> str:
    return f"sections: {', '.join(known)}"
