"""An HTML file in; what the Nu HTML checker says of it, out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tools.outside import path_of, run


def validate(path: Path) -> list[str]:
    """One line for each error or warning: line, column and message."""
    done = run(
        *(path_of("java"), "-jar", path_of("vnu")),
        *("--format", "json", "--stdout", "--exit-zero-always", path),
    )
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{message.get('lastLine', 0)}:{message.get('firstColumn', 0)}: "
        f"{message.get('subType') or message['type']}: {message['message']}"
        for message in messages
    ]
