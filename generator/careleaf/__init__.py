"""Topic files in; PowerPoint decks, PDF handouts and web pages for patients out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careleaf.engine import Job, Result, build, check
    from careleaf.problem import Problem

__version__ = "0.1.0"
__all__ = ("Job", "Problem", "Result", "build", "check")


def __getattr__(name: str) -> object:
    """The public names, imported on first use: `import careleaf` alone costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'careleaf' has no attribute '{name}'")
    from careleaf import engine, problem

    return problem.Problem if name == "Problem" else getattr(engine, name)
