"""What is wrong with a request, as data: all of it is told at once."""

from __future__ import annotations

from msgspec import Struct

MOST_LETTERS = 500
"""Of one value: a name of a condition is shorter, a code far shorter."""
MOST_PARAMETERS = 100
"""Of one request: HL7's guide has some sixty."""


class Mistake(Struct, frozen=True):
    """What is wrong with a parameter, and what would be right. "" is the request as a whole."""

    parameter: str
    message: str
    hint: str = ""

    def told(self) -> str:
        """On one line."""
        words = f"{self.parameter}: {self.message}" if self.parameter else self.message
        return f"{words} ({self.hint})" if self.hint else words
