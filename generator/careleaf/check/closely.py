"""A topic in; what its words and numbers could do better, or leave out, out.

For `careleaf check` alone: what must stop a build is in `check_topic`. A translation says what its
source says, so it is not looked at again; words are looked for in English, the language of our
lists."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.check.amounts import numerals_together, slides_alone, without_unit
from careleaf.check.claims import unsourced_blocks, without_source
from careleaf.check.daily_most import above_label
from careleaf.check.emergencies import unlisted_signs
from careleaf.check.frequencies import decimals, denominators, outcomes, percentages
from careleaf.check.guidelines import unplaced_advice
from careleaf.check.limit import first_problems
from careleaf.check.medicine import without_caution
from careleaf.check.outdated import outdated
from careleaf.check.statement import Statement, in_front, in_section, in_topic
from careleaf.model.topic import Topic
from careleaf.problem import Problem

_BY_LINE = (
    percentages,
    decimals,
    numerals_together,
    without_unit,
    outdated,
    without_source,
    above_label,
)
_BY_SECTION = (denominators, outcomes, unplaced_advice)
_BY_TOPIC = (slides_alone, unlisted_signs)


def check_closely(topic: Topic) -> list[Problem]:
    """Warnings, in order, and no more than anybody reads. Each has what to write instead."""
    return [] if topic.translated else first_problems(_found(topic), topic)


def _found(topic: Topic) -> Iterator[Problem]:
    said: list[Statement] = [*in_topic(topic)]
    yield from unsourced_blocks(said)
    if topic.language.partition("-")[0] != "en":
        return
    for one in said:
        for by_line in _BY_LINE:
            yield from by_line(one)
    sections = [[*in_section(section)] for section in topic.sections()]
    for here in sections:
        for by_section in _BY_SECTION:
            yield from by_section(here)
    yield from without_caution([[*in_front(topic)], *sections])
    for by_topic in _BY_TOPIC:
        yield from by_topic(said)
