"""A question for whoever sits at the terminal in; the answer out."""

from __future__ import annotations

import sys

from careleaf.blocks.field import Field, FieldError
from careleaf.engine.job import RefusedError


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Whoever was asked has left, or said no."""


def ask(question: str, option: str, field: Field[object], *, usual: str = "") -> str:
    """The answer, asked for again until the field takes it; `usual` for an empty one.

    Raises `RefusedError` where nobody sits there, with the option that says the same, and
    `Stopped` at the end of the input.
    """
    if not sys.stdin.isatty():
        message = f"{option} is missing, and nobody is at a terminal to be asked"
        raise RefusedError(message, f'for example: {option} "{usual or field.example}"')
    while True:
        typed = _line(f"{question}{f' [{usual}]' if usual else ''}: ") or usual
        try:
            field.parse(typed)
        except FieldError as error:
            print(f"  {error}, for example: {field.example}", file=sys.stderr)
        else:
            return typed


def confirmed(question: str) -> bool:
    """Whether the answer is yes, in full.

    Raises as `ask` does.
    """
    if not sys.stdin.isatty():
        message = "nobody is at a terminal to say yes"
        raise RefusedError(message, "add --yes where the clinician has said so")
    return _line(f'{question} Type "yes": ').lower() == "yes"


def _line(prompt: str) -> str:
    print(prompt, end="", file=sys.stderr, flush=True)
    typed = sys.stdin.readline()
    if not typed:
        print(file=sys.stderr)
        raise Stopped
    return typed.strip()
