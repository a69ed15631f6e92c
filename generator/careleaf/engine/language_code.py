"""A language as typed in; a refusal where it cannot be one, with what was meant, out."""

from __future__ import annotations

import re

from careleaf.engine.job import RefusedError
from careleaf.language import CODE, near_code


def refuse_no_code(typed: str, example: str) -> None:
    """Raise `RefusedError` for what is no language code. `example` is what to type where nobody can
    tell what was meant."""
    if not re.fullmatch(CODE, typed):
        near = near_code(typed)
        hint = f"did you mean '{near}'?" if near else f"for example: {example}"
        raise RefusedError(f"'{typed}' is not a language code", hint)
