"""Nothing in; what the web page uses of other projects, fetched from npm, out.

Run `python -m tests.tools.vendor` to write `generator/careleaf/web/static/vendored/` anew: exact
versions, each with its licence. It needs npm; to serve the page needs none of this."""

from __future__ import annotations

import shutil
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tools.outside import CHECKOUT, run
from tests.tools.vendor_codemirror import codemirror

VENDORED = CHECKOUT / "generator" / "careleaf" / "web" / "static" / "vendored"

ICONS = (
    *("dumbbell", "git-compare", "list-checks", "list-ordered", "square-check", "square-plus"),
    *("arrow-down", "arrow-left", "arrow-up", "book-open", "check", "chevron-down", "chevron-up"),
    *("circle-alert", "circle-check", "clipboard-copy", "clock", "copy", "download", "eye"),
    *("file-text", "folder", "globe", "grip-vertical", "history", "image", "info", "languages"),
    *("layers", "loader", "lock", "log-in", "menu", "message-square-text", "minus", "network"),
    *("octagon-alert", "pen-line", "pencil", "plus", "presentation", "printer", "rotate-ccw"),
    *("save", "search", "shield-alert", "sliders-horizontal", "star", "triangle-alert"),
    *("undo-2", "user-round", "x"),
)
"""Those that screens use; a line more for one more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Files of one npm package, by the names that they get here."""

    name: str
    version: str
    files: dict[str, str]


PACKAGES = (
    Package(
        name="htmx.org",
        version="2.0.11",
        files={"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx-LICENSE.txt"},
    ),
    Package(
        name="lucide-static",
        version="1.62.0",
        files={f"icons/{name}.svg": f"lucide/{name}.svg" for name in ICONS}
        | {"LICENSE": "lucide/LICENSE.txt"},
    ),
    Package(
        name="@fontsource/atkinson-hyperlegible-mono",
        version="5.3.0",
        files={
            f"files/atkinson-hyperlegible-mono-{part}-{weight}-normal.woff2": (
                f"mono-{part}-{weight}.woff2"
            )
            for part in ("latin", "latin-ext")
            for weight in (400, 700)
        }
        | {"LICENSE": "mono-LICENSE.txt"},
    ),
)


def _copied(package: Package, folder: Path) -> None:
    """Take files as they are from the package that npm fetched."""
    run("npm", "pack", f"{package.name}@{package.version}", "--pack-destination", folder)
    plain = package.name.replace("@", "").replace("/", "-")
    (packed,) = folder.glob(f"{plain}-{package.version}.tgz")
    with tarfile.open(packed) as archive:
        archive.extractall(folder / package.name, filter="data")
    for inside, name in package.files.items():
        target = VENDORED / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / package.name / "package" / inside, target)
        print(f"{package.name} {package.version}: {name}")


def _packages(folder: Path) -> None:
    for package in PACKAGES:
        _copied(package, folder)


def _codemirror(folder: Path) -> None:
    codemirror(folder, VENDORED)


STEPS: tuple[Callable[[Path], None], ...] = (_packages, _codemirror)
"""Each gets an empty folder to work in, and writes into `VENDORED`."""


def main() -> None:
    """Every step, each in a folder of its own."""
    for step in STEPS:
        with TemporaryDirectory(prefix="careleaf-vendor-") as folder:
            step(Path(folder))


if __name__ == "__main__":
    main()
