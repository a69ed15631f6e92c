"""A topic in; what a person is asked about it, and their answer in the topic's folder, out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from careleaf.blocks.field import FieldError
from careleaf.check.scores.item import Answer
from careleaf.check.scores.scored import Judged, Scored
from careleaf.engine.checking import check
from careleaf.engine.content import TOPICS, find_content
from careleaf.engine.files import write_whole
from careleaf.engine.job import Job, RefusedError, Result
from careleaf.engine.own_library import refuse_bundled
from careleaf.engine.scoring import no_answer
from careleaf.model.answer import PersonsAnswer
from careleaf.model.said import Said
from careleaf.read.answers import FIELDS, FOLDER, answer_name, answer_text
from careleaf.source import Span


class Judging(Struct, frozen=True):
    """One topic in the language that it is written in, as it is on disk."""

    job: Job
    scored: Scored
    result: Result

    def items(self) -> Iterator[Judged]:
        """Of all scores, in order."""
        for score in self.scored.scores:
            yield from score.items


def judging(job: Job) -> Judging:
    """`job` has one topic and one language.

    Raises `RefusedError` for a topic that is not there, and for a translation.
    """
    job = replace(job, unsaved=())
    result = check(job)
    if not result.scored:
        [topic] = job.topics
        if result.failed:
            raise RefusedError(
                f"'{topic}' cannot be read", f"mend it first: careleaf check {topic}"
            )
        message = f"'{topic}' in '{job.language}' is a translation: judge the text that it is of"
        raise RefusedError(message, "leave out: --lang")
    return Judging(job, result.scored[0], result)


def record(some: Judging, item: str, said: Said, *, by: str, note: str = "") -> Path:
    """Write somebody's answer about exactly this text into the topic's folder; the file. It takes
    the place of an older answer to the same item.

    Raises `RefusedError` for an unknown item, an answer that the item does not have, words that no
    line can hold, and where a program already sees that it is not so; `CareleafError` where the
    disk says no.
    """
    content = find_content(some.job.content)
    refuse_bundled(content)
    if fault := no_answer(item, said):
        raise RefusedError(*fault)
    judged = next((one for one in some.items() if one.key == item), None)
    if judged is None:
        raise RefusedError(f"'{some.scored.topic}' has nothing to read yet")
    if judged.program is Answer.NO:
        message = f"'{item}' is not so, as the text stands: {judged.finding.evidence[-1].words}"
        raise RefusedError(message, judged.finding.advice)
    answer = PersonsAnswer(
        at=Span("", 0, 0),
        item=item,
        said=said,
        by=_line("by", by),
        judged=some.job.today,
        text=judged.text,
        note=_line("note", note) if note else "",
    )
    folder = content.root / TOPICS / some.scored.topic / FOLDER
    path = folder / answer_name(some.scored.language, item)
    write_whole(path, answer_text(answer).encode())
    return path


def _line(name: str, value: str) -> str:
    try:
        return str(FIELDS[name].parse(value.strip()))
    except FieldError as error:
        raise RefusedError(f"--{name} {error}", f"for example: {FIELDS[name].example}") from error
