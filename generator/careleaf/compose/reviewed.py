"""A manuscript in; who has read it and when somebody reads it again, line by line, out."""

from __future__ import annotations

from careleaf.language import Language
from careleaf.model.manuscript import Manuscript


def reviewed_by(ready: Manuscript, spoken: Language) -> list[str]:
    """One for each clinician who has signed; none for a draft."""
    return [spoken.say("Reviewed by: {name}", name=name) for name in ready.reviewed]


def next_review(ready: Manuscript, spoken: Language) -> str:
    """When it is due, or was."""
    return spoken.say("Next review due: {date}", date=spoken.date(ready.review_due))
