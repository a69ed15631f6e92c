"""What stands in a text to translate and is read by nobody: patterns for the readers of both."""

from __future__ import annotations

import re

MARKS = re.compile(r"\{\{[^{}]{0,200}\}\}|\[@[^\]]*\]|_{3,}")
"""Variables, citations and blanks: a translation keeps each of them."""
UNREAD = re.compile(r"\[\[[^\]|]*\||\]\(\S*\)|[*\[\]]")
"""The key of a term, the address of a link, and what makes words bold."""
