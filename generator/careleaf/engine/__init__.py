"""A job in; topics read, checked, composed and written out. Only the engine knows all stages."""

from careleaf.engine.content import Content, find_content
from careleaf.engine.formats import second_process
from careleaf.engine.job import FORMATS, Job, Output, RefusedError, Result
from careleaf.engine.run import build, check

__all__ = (
    "FORMATS",
    "Content",
    "Job",
    "Output",
    "RefusedError",
    "Result",
    "build",
    "check",
    "find_content",
    "second_process",
)
