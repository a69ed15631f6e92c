"""How ids are written, as patterns: one rule for parts, sections, exercises, topics and icons."""

from __future__ import annotations

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""What something may be called."""

KEY = r"[a-z0-9][a-z0-9-]*"
"""What may be meant for an id, where one is named: whether there is such a one is asked then."""
