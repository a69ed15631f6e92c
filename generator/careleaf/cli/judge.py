"""Options of `careleaf judge` in; the questions for a person, or one more answer, out."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Iterator

from careleaf.check.scores.item import Answer
from careleaf.check.scores.scored import Judged
from careleaf.cli.exits import FINE
from careleaf.cli.scores import item_lines
from careleaf.engine.job import Job, RefusedError
from careleaf.engine.judging import Judging, judging, record


def judge(options: Namespace) -> int:
    """Ask, or record."""
    job = Job(topics=(options.topic,), languages=(options.lang,), content=options.content)
    if options.item is None:
        if given := [f"--{name}" for name in ("by", "note") if getattr(options, name)]:
            message = f"{' and '.join(given)} of no answer: no item is named"
            raise RefusedError(message, "add the item and the answer: pemat-16 yes")
        for line in _asked(judging(job)):
            print(line)
        return FINE
    if options.answer is None:
        raise RefusedError("an item, and no answer to it", "add: yes, no or not-applicable")
    if not options.by:
        raise RefusedError("nobody is named: an answer is somebody's", 'add: --by "Name, role"')
    text = judging(job)
    before = next((one.person for one in text.items() if one.key == options.item), None)
    path = record(text, options.item, options.answer, by=options.by, note=options.note)
    print(f"wrote {path}")
    if before:
        note = f": {before.note}" if before.note else ""
        print(f"It takes the place of: {before.said}, {before.by}, {before.judged}{note}")
    return FINE


def _asked(text: Judging) -> Iterator[str]:
    """What is open, what is void, and what has been said."""
    items = [*text.items()]
    for head, some in (
        ("Needs a person", [one for one in items if one.finding.answer is Answer.PERSON]),
        ("Answered", [one for one in items if _holds(one)]),
    ):
        if some:
            yield head
        for one in some:
            yield from item_lines(one, text.result.sources)
    topic = text.scored.topic
    again = ["careleaf", "judge", topic, "ITEM", "yes", "--by", "Name, role"]
    yield f"Read {topic} as it comes out, then: {shlex.join(again)}"


def _holds(one: Judged) -> bool:
    return one.person is not None and not one.void
