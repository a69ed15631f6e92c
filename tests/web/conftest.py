"""What tests of the web page share: the real application, asked over HTTP without a network."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from careleaf.engine.content import bundled_library
from careleaf.web.app import create_app
from careleaf.web.held import Held, Reader
from careleaf.web.safety.csrf import COOKIE, HEADER
from careleaf.web.settings import Limits, Settings

WORD = "w" * 43
"""A form word, as the server hands them out."""

LIBRARY = bundled_library()


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser, whose forms come from our own screens, and what the log says."""

    client: TestClient
    log: list[str] = field(default_factory=list)


BUSY = Limits(seconds=90)
"""What a request may take where the computer does much else: the first ones wait until processes
have loaded the engine."""


def visitor_of(settings: Settings) -> Visitor:
    """A visitor of a server with these settings; of limits that are the usual ones, `BUSY`."""
    if settings.limits == Limits():
        settings = replace(settings, limits=BUSY)
    log: list[str] = []
    app = create_app(settings, log.append)
    app.state.shelf.refresh()
    client = TestClient(
        app,
        base_url=settings.address,
        headers={HEADER: WORD, "accept": "text/html"},
        cookies={COOKIE: WORD},
        follow_redirects=False,
    )
    return Visitor(client, log)


@pytest.fixture(scope="session")
def _served() -> Iterator[Visitor]:
    found = visitor_of(Settings(content=LIBRARY))
    with found.client:
        yield found


@pytest.fixture
def visitor(_served: Visitor) -> Visitor:
    """A newcomer to the library that ships with careleaf, which no test changes."""
    _served.client.cookies.clear()
    _served.client.cookies.set(COOKIE, WORD)
    _served.log.clear()
    return _served


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the content folder, to change."""
    return Path(shutil.copytree(LIBRARY, tmp_path / "content"))


@pytest.fixture
def visiting() -> Iterator[Callable[[Settings], Visitor]]:
    """Makes visitors of servers with other settings; the servers end with the test."""
    found: list[Visitor] = []

    def visit(settings: Settings) -> Visitor:
        found.append(visitor_of(settings))
        found[-1].client.__enter__()
        return found[-1]

    yield visit
    for one in found:
        one.client.__exit__(None, None, None)


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A server that reads all its topics needs a quarter of a second for each, as a slow disk would
    make it, until this is set: so what happens meanwhile does so however quick the computer is. A
    topic that somebody asks for is there at once."""
    quick = threading.Event()
    read = Reader.read

    def slowly(reader: Reader, topic_id: str) -> tuple[Held | None, tuple[str, ...]]:
        if threading.current_thread().name == "shelf":
            quick.wait(0.25)
        return read(reader, topic_id)

    monkeypatch.setattr(Reader, "read", slowly)
    yield quick
    quick.set()
