"""A job in; topics read, checked, composed and written out. Only the engine knows all stages."""

from careleaf.engine.building import Made, build, made
from careleaf.engine.content import Content, find_content
from careleaf.engine.formats import second_process
from careleaf.engine.job import FORMATS, Job, Output, Progress, RefusedError, Result

__all__ = (
    "FORMATS",
    "Content",
    "Job",
    "Made",
    "Output",
    "RefusedError",
    "Result",
    "build",
    "check",
    "find_content",
    "made",
    "second_process",
)


def check(job: Job, progress: Progress | None = None, processes: int | None = 1) -> Result:
    """As `checking.check`, which a build does not load."""
    from careleaf.engine.checking import check as run

    return run(job, progress, processes)
