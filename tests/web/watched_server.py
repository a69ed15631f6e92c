"""A content folder in; the real server on it, with all that its processes open, connect to and run
told, out."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.tools.outside import CHECKOUT

_HOOK = """\
import os
import sys

_told = os.open(os.environ["TEST_WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_EVENTS = {"open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir", "os.symlink",
           "socket.connect", "subprocess.Popen", "os.system", "os.exec"}


def _watch(event, arguments):
    if event in _EVENTS:
        what = repr(arguments[1] if event == "socket.connect" else arguments[0])
        how = repr(arguments[1:]) if event == "open" else ""
        os.write(_told, f"{event}\\t{what}\\t{how}\\n".encode("utf-8", "backslashreplace"))


sys.addaudithook(_watch)
"""
"""Python imports a module of this name in each process by itself, before anything else."""


@dataclass(slots=True)
class Watched:
    """A running server."""

    address: str
    folder: Path
    process: subprocess.Popen[str]
    log: list[str] = field(default_factory=list)
    """Lines that it wrote."""
    _seen: int = 0

    def events(self) -> set[tuple[str, str, str]]:
        """Kind, what and how of all since the last asking, each once."""
        text = (self.folder / "events").read_text(encoding="utf-8")
        lines = {*text[self._seen :].splitlines()}
        self._seen = len(text)
        return {(kind, what, how) for kind, what, how in (line.split("\t", 2) for line in lines)}


@contextmanager
def watched_server(content: Path, folder: Path, *options: str) -> Iterator[Watched]:
    """`folder` is for its cache and for what is told of it."""
    (folder / "hook").mkdir()
    (folder / "hook/sitecustomize.py").write_text(_HOOK, encoding="utf-8")
    path = os.pathsep.join([str(folder / "hook"), str(CHECKOUT / "generator")])
    command = (sys.executable, "-m", "careleaf", "serve", "--no-open", "--port", "0")
    process = subprocess.Popen(
        [*command, "--content", str(content), *options],
        cwd=folder,
        env=os.environ
        | {
            "PYTHONPATH": path,
            "TEST_WATCHED": str(folder / "events"),
            "CARELEAF_CACHE": str(folder / "cache"),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stderr
    said, told = process.stdout, process.stderr
    try:
        first = said.readline()
        assert "http" in first, told.read()
        watched = Watched(first.strip().rpartition(" ")[2], folder, process)
        listener = threading.Thread(target=lambda: watched.log.extend(told), daemon=True)
        listener.start()
        yield watched
    finally:
        process.terminate()
        process.wait(timeout=30)
        listener.join(timeout=10)
        said.close()
        told.close()
