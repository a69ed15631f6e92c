"""Several questions about one text at the same time, as a browser asks them: whoever waits for a
screen gets it, and of one screen's script the newest question alone is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette

from careleaf.web.app import create_app
from careleaf.web.safety.csrf import COOKIE, HEADER
from careleaf.web.settings import Settings
from tests.web.conftest import WORD
from tests.web.test_write import AT, TOPIC

SCREEN = "X-Careleaf-Screen"
FORM = {"accept": "text/html"}


def script(screen: str) -> dict[str, str]:
    return {"accept": "application/json", SCREEN: screen}


@pytest.fixture
def app(library: Path) -> Iterator[Starlette]:
    made = create_app(Settings(content=library), lambda line: None)
    yield made
    made.state.workshop.close()


def statuses(
    app: Starlette, text: str, first: tuple[str, dict[str, str]], then: tuple[str, dict[str, str]]
) -> list[int]:
    """Of two questions, the second asked while the first is being answered: the processes that
    answer have only just begun to load."""

    async def both() -> list[int]:
        transport = httpx2.ASGITransport(app)
        ours, cookies = {HEADER: WORD}, {COOKIE: WORD}
        address = Settings().address
        async with httpx2.AsyncClient(
            transport=transport, base_url=address, headers=ours, cookies=cookies, timeout=90
        ) as client:

            async def ask(path: str, headers: dict[str, str]) -> int:
                fields = {"text": text, "digest": "", "medium": "handout"}
                return (await client.post(AT + path, data=fields, headers=headers)).status_code

            older = asyncio.create_task(ask(*first))
            while not (app.state.workshop._waiting or older.done()):
                await asyncio.sleep(0.001)
            return list(await asyncio.gather(older, ask(*then)))

    return asyncio.run(both())


@pytest.mark.parametrize("path", ["/check", "/preview"])
def test_of_one_screen_the_newest_question_is_answered(
    app: Starlette, library: Path, path: str
) -> None:
    text = (library / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")
    asked = (path, script("one"))
    assert statuses(app, text, asked, asked) == [204, 200]


@pytest.mark.parametrize("path", ["/check", "/preview"])
def test_two_screens_of_one_text_do_not_silence_each_other(
    app: Starlette, library: Path, path: str
) -> None:
    text = (library / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")
    assert statuses(app, text, (path, script("one")), (path, script("two"))) == [200, 200]


@pytest.mark.parametrize(
    ("screen", "asked"), [("/edit", "/check"), ("/check", "/check"), ("/preview", "/preview")]
)
def test_a_screen_comes_whatever_a_script_asks_meanwhile(
    app: Starlette, library: Path, screen: str, asked: str
) -> None:
    """The screen that one is about to leave may ask once more what is wrong in its text: a browser
    that is told nothing (204) stays where it is, as if nobody had pressed anything."""
    text = (library / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")
    assert statuses(app, text, (screen, FORM), (asked, script("one"))) == [200, 200]
