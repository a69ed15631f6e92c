"""What journeys in a real browser share: the real server on a port of its own, Debian's Chromium,
and axe-core."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from careleaf.web.app import create_app
from careleaf.web.settings import Limits, Settings
from tests.tools.outside import path_of

PATIENCE = 90_000
"""Milliseconds for a server's first answers, whose processes load the engine meanwhile, however
busy the computer is. What a request may take at most is no matter of a journey: test_safety and
test_workshop try it."""

expect.set_options(timeout=60_000)

SHOTS = os.environ.get("CARELEAF_SHOTS")
"""A folder for pictures of every state, to hold beside the target."""


@dataclass(slots=True)
class Server:
    """One that runs: where it is, and its log."""

    address: str
    log: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Of one module: while Playwright runs, asyncio counts as running in this thread, and tests of
    other modules could not run anything of theirs."""
    with sync_playwright() as play:
        # A headless browser cannot show a print preview: its page crashes. It still prints.
        arguments = ["--disable-print-preview"]
        browser = play.chromium.launch(executable_path=str(path_of("chromium")), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[[Path], Server]]:
    """Serves content folders until all tests have ended: workers take a while to start."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(content: Path) -> Server:
        listening = socket.create_server(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        limits = Limits(seconds=PATIENCE / 1000)
        settings = Settings(content=content, port=port, limits=limits)
        found = Server(settings.address.rstrip("/"))
        app = create_app(settings, found.log.append)
        config = uvicorn.Config(app, access_log=False, log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        running.append((server, thread))
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        return found

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join(timeout=10)


def held_first(page: Page, address: str, method: str = "GET") -> list[Route]:
    """The first request to an address, as soon as it comes: it goes on when a test lets it."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held or route.request.method != method:
            route.continue_()
        else:
            held.append(route)

    page.route(address, hold)
    return held


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong on a screen as it stands, best practices included."""
    page.evaluate(Path(path_of("axe")).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert found["passes"], "axe-core checked nothing"
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes']]}"
        for one in found["violations"]
    ]


def shot(page: Page, name: str) -> None:
    """A picture of the window, where CARELEAF_SHOTS names a folder."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))
