"""A topic in; what patients read of it, as text, out: what those may ask for who know no stage."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.check.parts import patient_lines
from careleaf.model.topic import Topic
from careleaf.model.walk import written


def patient_text(topic: Topic) -> Iterator[str]:
    """Each line that patients read in its sections, in reading order, without spaces around or line
    ends within: no speaker notes, and no easy words."""
    for section in topic.sections():
        for draft in patient_lines(section):
            if line := " ".join(written(draft).split()):
                yield line
