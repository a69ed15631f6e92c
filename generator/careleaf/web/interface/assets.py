"""The name of a style, script, font or icon in; its address, and the file at an address, out.

Only files that lie here when the server starts have an address, so none leads anywhere else. An
address holds a digest of all of them: browsers keep it for ever, and ask anew after an update."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

import careleaf.theme

_WEB = Path(__file__).parents[1]
VENDORED = _WEB / "static" / "vendored"
_FONTS = Path(careleaf.theme.__file__).with_name("fonts")
_KEPT = "public, max-age=31536000, immutable"
_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
"""Not the machine's own table, which an office program may have changed."""


@lru_cache(maxsize=1)
def _files() -> dict[str, Path]:
    """By name: "interface/tokens.css", "vendored/htmx.min.js", "fonts/NotoSans-Bold.ttf"."""
    found = {f"vendored/{path.relative_to(VENDORED).as_posix()}": path for path in _in(VENDORED)}
    for folder in sorted(_WEB.glob("*/static")):
        for path in _in(folder):
            found[f"{folder.parent.name}/{path.relative_to(folder).as_posix()}"] = path
    return found | {f"fonts/{path.name}": path for path in _in(_FONTS)}


def _in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _TYPES)


@lru_cache(maxsize=1)
def _digest() -> str:
    """Of all names and contents; fonts count by their size, since they take long to read."""
    found = hashlib.blake2b(digest_size=8)
    for name, path in _files().items():
        found.update(name.encode())
        found.update(str(path.stat().st_size).encode())
        if path.suffix != ".ttf":
            found.update(path.read_bytes())
    return found.hexdigest()


def asset(name: str) -> str:
    """The address of a file. Raises KeyError for one that is not there."""
    _files()[name]
    return f"/static/{_digest()}/{name}"


async def _served(request: Request) -> FileResponse:
    path = _files().get(request.path_params["name"])
    if path is None:
        raise HTTPException(404)
    current = request.path_params["digest"] == _digest()
    return FileResponse(
        path,
        media_type=_TYPES[path.suffix],
        headers={"Cache-Control": _KEPT} if current else None,
    )


ROUTE = Route("/static/{digest}/{name:path}", _served)
