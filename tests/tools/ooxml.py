"""A PowerPoint file in; what the Open XML SDK finds wrong in it, out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tools.outside import path_of, run

VALID, NOT_VALID = 0, 1


def validate(path: Path) -> list[str]:
    """One line for each error: its kind, the part, the place in it, and what is wrong."""
    done = run(
        *(path_of("node"), path_of("ooxml-validator"), path),
        accept=(VALID, NOT_VALID),
    )
    report = json.loads(done.stdout)
    return [_line(error) for error in report["errors"]]


def _line(error: dict[str, object]) -> str:
    where = " ".join(str(error.get(key) or "") for key in ("path", "xPath")).strip()
    return f"{error.get('errorType')}: {where}: {str(error.get('description')).strip()}"
