"""The files of a topic's `judged` folder in; what people said about it in one language, and every
mistake in the files, out; and the text of such a file for a new answer.

One file an answer, `en-pemat-2.md`; a new answer takes the place of an old one, and version control
keeps both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import cast

from msgspec import Struct, field

from careleaf.blocks.field import Field, FieldError, choice, day, matching
from careleaf.language import CODE
from careleaf.model.answer import PersonsAnswer
from careleaf.model.digest import LENGTH
from careleaf.model.said import SAID, Said
from careleaf.problem import Problem
from careleaf.problem_codes import BAD_ANSWER
from careleaf.read.header import read_header
from careleaf.read.intake import take_in
from careleaf.read.opening import file_bytes, shown_path
from careleaf.read.reading import Reading
from careleaf.source import Source, Span

FOLDER = "judged"
_NAME = re.compile(rf"(?P<language>{CODE})-(?P<item>[a-z]+-[0-9]{{1,2}})")
_LONGEST = 200


def _line(example: str, *, required: bool = False) -> Field[str]:
    """Words on one line, which a terminal and a report can show."""

    def parse(value: str) -> str:
        if len(value) > _LONGEST or not value.isprintable():
            raise FieldError(f"needs {_LONGEST} characters at most, all of which can be seen")
        if not any(letter.isalnum() for letter in value):
            raise FieldError("needs a letter or a digit")
        return value

    return Field(parse, example, required=required)


FIELDS: Mapping[str, Field[object]] = {
    "answer": choice(*SAID, required=True),
    "by": _line("A. Example, health educator", required=True),
    "judged": day("2026-01-31", required=True),
    "text": matching(
        rf"[0-9a-f]{{{LENGTH}}}", f"{LENGTH} hexadecimal digits", "9f86d081" * 4, required=True
    ),
    "note": _line("Each picture shows the move that its steps tell."),
}
"""The front matter of an answer."""


class Answers(Struct, frozen=True):
    """About one topic in one language."""

    found: tuple[PersonsAnswer, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_answers(folder: Path, language: str, root: Path) -> Answers:
    """Those about the topic whose folder this is, within the content folder `root`."""
    found: list[PersonsAnswer] = []
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.md")):
        name = _NAME.fullmatch(path.stem)
        if name is None:
            message = f"'{path.name}' is not the name of an answer"
            hint = "a language and an item, such as en-pemat-2.md: careleaf judge names them"
            problems.append(Problem(BAD_ANSWER, Span(shown_path(path), 0, 0), message, hint))
        elif name["language"] == language:
            data = file_bytes(path, root)
            if isinstance(data, Problem):
                problems.append(data)
                continue
            reading, answer = _read(path, data, name["item"])
            sources[reading.source.path] = reading.source
            problems += reading.found()
            found += [answer] if answer else []
    return Answers(tuple(found), sources, tuple(problems))


def _read(path: Path, data: bytes, item: str) -> tuple[Reading, PersonsAnswer | None]:
    reading, within = take_in(shown_path(path), data)
    values = read_header(reading, FIELDS).typed.values if within else {}
    if reading.problems:
        return reading, None
    return reading, PersonsAnswer(
        at=reading.span(0, len(reading.text)),
        item=item,
        said=cast(Said, values["answer"]),
        by=str(values["by"]),
        judged=cast(date, values["judged"]),
        text=str(values["text"]),
        note=str(values.get("note") or ""),
    )


def answer_name(language: str, item: str) -> str:
    """The name of the file of an answer in the topic's `judged`."""
    return f"{language}-{item}.md"


def answer_text(answer: PersonsAnswer) -> str:
    """The file of an answer: what `read_answers` reads back."""
    fields = {
        "answer": answer.said,
        "by": answer.by,
        "judged": answer.judged.isoformat(),
        "text": answer.text,
        "note": answer.note,
    }
    return (
        "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items() if value) + "---\n"
    )
