"""What tests of the web page share: the real application, asked over HTTP without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from careleaf.engine.content import bundled_library
from careleaf.web.app import create_app
from careleaf.web.safety.csrf import COOKIE, HEADER
from careleaf.web.settings import Settings

WORD = "w" * 43
"""A form word, as the server hands them out."""

LIBRARY = bundled_library()


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser, whose forms come from our own screens, and what the log says."""

    client: TestClient
    log: list[str] = field(default_factory=list)


def visitor_of(settings: Settings) -> Visitor:
    """A visitor of a server with these settings."""
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
