"""The files of a topic's `reviews` folder in; the reviews in one language, oldest first, and every
mistake in the files, out; and the text of such a file for a new review.

One file a review, `en-2026-11-26.md`: nothing is ever written into an old one. It is no seal: who
can write in the folder can write a review, and version control says who did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from careleaf.blocks.field import Field, FieldError, day, matching
from careleaf.language import CODE
from careleaf.model.digest import LENGTH, digest
from careleaf.model.review import MOST_DAYS, Part, Review, Reviewer, text_digest
from careleaf.problem import Problem
from careleaf.problem_codes import BAD_REVIEW, EDITED_REVIEW
from careleaf.read.header import Header, read_header
from careleaf.read.intake import take_in
from careleaf.read.opening import file_bytes, shown_path
from careleaf.read.options import Typed
from careleaf.read.reading import Reading
from careleaf.source import Source, Span

FOLDER = "reviews"
_NAME = re.compile(
    rf"(?P<language>{CODE})-(?P<day>\d{{4}}-\d\d-\d\d)(?:-(?P<number>[1-9]\d{{0,5}}))?"
)
_PART = re.compile(rf"- ([0-9a-f]{{{LENGTH}}}) (\S+): (.+)")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060-\u206f]")
"""Characters that nobody sees, and that turn the words after them round."""


def _said(example: str) -> Field[str]:
    """A few words that are printed, or looked up in a register."""

    def parse(value: str) -> str:
        if len(value) > 100:
            raise FieldError("needs 100 characters at most")
        if _UNSEEN.search(value):
            raise FieldError("has characters that cannot be seen")
        if not any(letter.isalnum() for letter in value):
            raise FieldError("needs a letter or a digit")
        return value

    return Field(parse, example, required=True)


FIELDS: Mapping[str, Field[object]] = {
    "language": matching(CODE, "a language code such as en or es", "en", required=True),
    "by": _said("A. Example"),
    "role": _said("Physical therapist"),
    "registration": _said("Example Board of Physical Therapy 00000"),
    "signed": day("2026-01-31", required=True),
    "until": day("2028-01-31", required=True),
    "version": matching(r"[0-9]+(\.[0-9]+){0,2}", "a version number such as 1.2", "1.0"),
    "text": matching(r"[0-9a-f]{64}", "64 hexadecimal digits", "9f86d0" * 10, required=True),
    "record": matching(rf"[0-9a-f]{{{LENGTH}}}", "32 hexadecimal digits", "9f86d0", required=True),
}
"""The front matter of a review."""


class Reviews(Struct, frozen=True):
    """Of one topic in one language, oldest first."""

    found: tuple[Review, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_reviews(folder: Path, language: str, root: Path) -> Reviews:
    """Those of the topic whose folder this is, within the content folder `root`. A file that cannot
    be read is a problem: it may have been the last word."""
    sources: dict[str, Source] = {}
    problems = [_misnamed(path) for path in _others(folder)]
    found: list[Review] = []
    for path in review_files(folder, language):
        data = file_bytes(path, root)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        reading, review = read_review(path, data)
        sources[reading.source.path] = reading.source
        problems += reading.found()
        found += [review] if review else []
    return Reviews(tuple(found), sources, tuple(problems))


class _Named(Struct, frozen=True, order=True):
    """What a file's name says: its day, and which of that day's it is."""

    day: str
    number: int
    path: Path


def review_files(folder: Path, language: str) -> list[Path]:
    """Their files, oldest first."""
    return [one.path for one in _named(folder, language)]


def _named(folder: Path, language: str) -> list[_Named]:
    names = ((path, _NAME.fullmatch(path.stem)) for path in (folder / FOLDER).glob("*.md"))
    return sorted(
        _Named(name["day"], int(name["number"] or 1), path)
        for path, name in names
        if name and name["language"] == language
    )


def new_name(folder: Path, language: str, day: date) -> str:
    """The name of the next file in the topic's `reviews`: a second one of a day gets a number."""
    last = [one.number for one in _named(folder, language) if one.day == day.isoformat()]
    return f"{language}-{day}-{max(last) + 1}.md" if last else f"{language}-{day}.md"


def _others(folder: Path) -> list[Path]:
    """Files that look like reviews and would count as none."""
    files = sorted((folder / FOLDER).glob("*.md"))
    return [path for path in files if path.stem != "README" and not _NAME.fullmatch(path.stem)]


def _misnamed(path: Path) -> Problem:
    message = f"'{path.name}' is not the name of a review"
    hint = "a language and a day, such as en-2026-01-31.md: careleaf review names them"
    return Problem(BAD_REVIEW, Span(shown_path(path), 0, 0), message, hint)


def read_review(path: Path, data: bytes) -> tuple[Reading, Review | None]:
    """One file, whatever its name is."""
    reading, within = take_in(shown_path(path), data)
    if not within:
        return reading, None
    header = read_header(reading, FIELDS)
    parts = tuple(_parts(reading, header))
    if reading.problems:
        return reading, None
    typed = header.typed
    review = Review(
        at=reading.span(0, len(reading.text)),
        language=_text(typed, "language"),
        reviewer=Reviewer(
            name=_text(typed, "by"),
            role=_text(typed, "role"),
            registration=_text(typed, "registration"),
        ),
        signed=_day(typed, "signed"),
        until=_day(typed, "until"),
        version=_text(typed, "version"),
        parts=parts,
    )
    _sound(reading, review, typed, path)
    return reading, None if reading.problems else review


def _text(typed: Typed, name: str) -> str:
    return str(typed.values.get(name) or "")


def _day(typed: Typed, name: str) -> date:
    found = typed.values.get(name)
    return found if isinstance(found, date) else date.min


def _parts(reading: Reading, header: Header) -> Iterator[Part]:
    """The lines below the front matter, but for a heading and empty ones."""
    lines = reading.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: header.body_line])
    for line in lines[header.body_line :]:
        end = start + len(line)
        if found := _PART.fullmatch(line):
            at = reading.span(start, end)
            yield Part(id=found[2], what=found[3], digest=found[1], at=at)
        elif line.strip() and not line.startswith("# "):
            message = "this line is not a digest, an id and what was read"
            reading.report(BAD_REVIEW, start, end, message, _MENDING)
        start = end + 1


_MENDING = "a review is never changed: bring the file back as it was, or delete it and review again"


def _sound(reading: Reading, review: Review, typed: Typed, path: Path) -> None:
    """Report what no `careleaf review` has written."""

    def report(code: str, name: str, message: str) -> None:
        at = typed.places[name]
        reading.report(code, at.start, at.end, message, _MENDING)

    name = _NAME.fullmatch(path.stem)
    if name and name["language"] != review.language:
        report(BAD_REVIEW, "language", f"the name of the file says '{name['language']}'")
    if name and name["day"] != review.signed.isoformat():
        report(BAD_REVIEW, "signed", f"the name of the file says {name['day']}")
    if review.until <= review.signed:
        report(BAD_REVIEW, "until", f"this is not after {review.signed}, when it was signed")
    if (review.until - review.signed).days > MOST_DAYS:
        report(BAD_REVIEW, "until", f"this is more than three years after {review.signed}")
    if not review.parts:
        report(BAD_REVIEW, "text", "no line says what was read")
    elif review.text != typed.values["text"]:
        report(EDITED_REVIEW, "text", "the lines below are not those that were signed")
    elif _record(review) != typed.values["record"]:
        report(EDITED_REVIEW, "record", "this file was changed after it was signed")


def _record(review: Review) -> str:
    """The digest of all that the file says, so that no slip moves its last day or its name."""
    lines = [f"{part.digest} {part.id}: {part.what}" for part in review.parts]
    return digest(*_fields(review).items(), tuple(lines))


def _fields(review: Review) -> dict[str, str]:
    """Its front matter, but for the digest of the whole; a version that a topic lacks is left
    out."""
    fields = {
        "language": review.language,
        "by": review.reviewer.name,
        "role": review.reviewer.role,
        "registration": review.reviewer.registration,
        "signed": review.signed.isoformat(),
        "until": review.until.isoformat(),
        "version": review.version,
        "text": text_digest(review.parts),
    }
    return {name: value for name, value in fields.items() if value}


def review_text(review: Review) -> str:
    """The file of a review: what `read_reviews` reads back."""
    fields = {**_fields(review), "record": _record(review)}
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    parts = "".join(f"- {part.digest} {part.id}: {part.what}\n" for part in review.parts)
    return f"---\n{head}---\n# What was read: digest, place, words\n{parts}"
