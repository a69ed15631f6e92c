"""A command line in; files, printed words and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from careleaf.cli.arguments import parser

CONTENT, USAGE, MACHINE, INTERRUPTED = 1, 2, 3, 130
"""Exit codes: mistakes in content, in the command, a machine in the way, and Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Never lets a traceback reach a user."""
    options = parser().parse_args(arguments)
    from careleaf.cli.commands import COMMANDS
    from careleaf.engine.job import RefusedError
    from careleaf.problem import CareleafError

    try:
        return COMMANDS[options.command](options)
    except RefusedError as refused:
        hint = f"\n  {refused.hint}" if refused.hint else ""
        print(f"careleaf: {refused}{hint}", file=sys.stderr)
        return USAGE
    except CareleafError as error:
        print(f"careleaf: {error}", file=sys.stderr)
        return MACHINE
    except BrokenPipeError:
        # The reader (head, less) has gone: say no more, not even at interpreter exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MACHINE
    except KeyboardInterrupt:
        print("\ncareleaf: stopped. Files already written are whole.", file=sys.stderr)
        return INTERRUPTED
