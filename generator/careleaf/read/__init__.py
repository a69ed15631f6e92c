"""Files of a content folder in; topics and the library they refer to, with every mistake, out."""

from __future__ import annotations

from careleaf.read.library import read_library
from careleaf.read.opening import file_bytes, shown_path
from careleaf.read.topic import read_topic

__all__ = ["file_bytes", "read_library", "read_topic", "shown_path"]
