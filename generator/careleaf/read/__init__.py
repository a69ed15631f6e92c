"""Files of a content folder in; topics and the library they refer to, with every mistake, out."""

from __future__ import annotations

from careleaf.read.library import read_library
from careleaf.read.topic import read_topic

__all__ = ["read_library", "read_topic"]
