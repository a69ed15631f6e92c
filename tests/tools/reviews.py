"""A content folder and a topic in it in; a review by somebody who does not exist, out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from careleaf.engine.job import Job
from careleaf.engine.review import Reviewing, reviewing, sign
from careleaf.model.review import Reviewer

SOMEBODY = Reviewer(
    name="A. Example", role="Physical therapist", registration="Example Board 00000"
)
SIGNED, UNTIL = date(2026, 3, 1), date(2028, 3, 1)


def as_read(content: Path, topic: str, language: str = "en", today: date = SIGNED) -> Reviewing:
    """The text as a clinician reads it on that day."""
    [found] = reviewing(Job(topics=(topic,), languages=(language,), content=content, today=today))
    return found


def signed(
    content: Path,
    topic: str,
    language: str = "en",
    *,
    on: date = SIGNED,
    until: date = UNTIL,
    by: Reviewer = SOMEBODY,
) -> Path:
    """The file of a review of the text as it is, signed on a day."""
    text = as_read(content, topic, language, on)
    return sign(text, by, until, seen=text.text)
