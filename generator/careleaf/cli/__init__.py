"""A command line in; files, printed words and an exit code out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

from careleaf.cli.exits import INTERRUPTED, MACHINE, USAGE

_NEW_OBJECTS = 400_000
"""How many objects gather before Python looks for cycles: more than one topic makes. Its own 700
is meant for programs that stay; a command makes much, keeps all of it, and ends."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Without `arguments` it is the whole program: it
    takes them from the command line, and ends. Whatever a user, a file or the machine can cause
    ends in words; a traceback is a defect of careleaf."""
    gc.set_threshold(_NEW_OBJECTS)
    try:
        code = _run(arguments)
    except KeyboardInterrupt as stopped:
        what = str(stopped) or "Files already written are whole."
        print(f"\ncareleaf: stopped. {what}", file=sys.stderr)
        code = INTERRUPTED
    if arguments is None:
        _end(code)
    return code


def _end(code: int) -> NoReturn:
    """The machine takes all memory back at once; Python would first take it apart, object by
    object, which is a thirtieth of a cold build. Every file is closed by now."""
    for stream in (sys.stdout, sys.stderr):
        # Whoever read it may have gone: `_run` has said so by its code.
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    """Everything is imported here, so that Ctrl-C finds somebody at home from the start."""
    import careleaf.cli.later  # noqa: F401 - before anything of other people's
    from careleaf.cli.arguments import parser

    _say_anything()
    words = sys.argv[1:] if arguments is None else list(arguments)
    options = parser(words[0] if words else "").parse_args(words)
    from careleaf.cli.commands import COMMANDS
    from careleaf.engine.job import RefusedError
    from careleaf.problem import CareleafError

    try:
        code = COMMANDS[options.command](options)
        sys.stdout.flush()
        return code
    except RefusedError as refused:
        hint = f"\n  {refused.hint}" if refused.hint else ""
        print(f"careleaf: {refused}{hint}", file=sys.stderr)
        return USAGE
    except CareleafError as error:
        print(f"careleaf: {error}", file=sys.stderr)
        return MACHINE
    except BrokenPipeError:
        _say_no_more()
        return MACHINE
    except OSError as error:
        _say_no_more()
        print(f"careleaf: {error}", file=sys.stderr)
        return MACHINE


def _say_no_more() -> None:
    """The reader (head, less) has gone, or the disk is full: what is still to be printed must not
    fail once more at interpreter exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_anything() -> None:
    """A character that the terminal's encoding lacks is printed as its number: a topic's title or
    a file's name must not end the command."""
    if sys.stdout is None or sys.stderr is None:
        from pathlib import Path

        # Closed by whoever called (`careleaf list >&-`): what would be said goes nowhere.
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - stays to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
