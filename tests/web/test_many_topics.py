"""A large library, asked from its first moment on: what is there is shown, and nothing that has not
been read yet is told to be missing."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from careleaf.web.app import create_app
from careleaf.web.settings import Limits, Settings
from careleaf.web.shelf import Shelf
from tests.benchmarks.many_topics import make
from tests.web.conftest import LIBRARY

TOPICS = 150
"""They take two seconds or more to read, and half a minute from a slow disk."""
LAST = f"topic-{TOPICS - 1:04}"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    make(folder, TOPICS)
    return folder


@pytest.fixture
def asked(many: Path) -> Iterator[TestClient]:
    """Somebody who asks a server that has only just started."""
    app = create_app(Settings(content=many), lambda line: None)
    headers = {"accept": "text/html"}
    with TestClient(app, base_url=Settings().address, headers=headers) as client:
        yield client


def shelf_of(client: TestClient) -> Shelf:
    found: Shelf = client.app.state.shelf  # type: ignore[attr-defined]
    return found


def test_the_first_screen_comes_at_once_and_never_says_that_there_is_nothing(
    slow_disk: threading.Event, asked: TestClient
) -> None:
    page = asked.get("/library?q=walk").text
    assert "Reading the topics" in page and shelf_of(asked).reading().done < TOPICS / 2
    counted = []
    while "Reading the topics" in page:
        assert "No topics for" not in page and "Try a shorter word" not in page
        assert "No topics so far" in page or "topics for “<bdi>walk" in page
        assert "data-reading hx-get=" in page
        counted += re.findall(r"(\d+) topics for “<bdi>walk", page)
        if counted:
            slow_disk.set()
        time.sleep(0.1)
        page = asked.get("/library?q=walk").text
    assert f"{TOPICS} topics for" in page and "data-reading" not in page
    assert len(page) < 100_000  # a screenful, and a button for more
    numbers = [int(one) for one in counted]
    assert numbers == sorted(numbers) and 0 < numbers[0] < TOPICS
    assert "No topics for “<bdi>zebra</bdi>”" in asked.get("/library?q=zebra").text


def test_a_topic_whose_turn_has_not_come_opens_at_once(
    slow_disk: threading.Event, asked: TestClient
) -> None:
    assert LAST not in shelf_of(asked).topics()
    found = shelf_of(asked).one(LAST)
    assert found is not None and found.id == LAST
    assert not shelf_of(asked).reading().ready
    assert asked.get(f"/tailor/{LAST}").status_code == 200
    assert asked.get(f"/tailor/{LAST}x").status_code == 404


def test_other_systems_are_told_to_ask_again(slow_disk: threading.Event, many: Path) -> None:
    impatient = Settings(content=many, limits=Limits(waiting=0.01))
    app = create_app(impatient, lambda line: None)
    with TestClient(app, base_url=Settings().address) as client:
        for address in (
            "/infobutton?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=M54.5",
            "/fhir/Library",
            "/fhir/DocumentReference?language=en",
            f"/fhir/Library/{LAST}-en",
        ):
            answer = client.get(address)
            assert answer.status_code == 503 and answer.headers["retry-after"] == "10"
            assert "still reads its topics" in answer.text
        slow_disk.set()
        shelf_of(client).refresh()
        assert client.get("/fhir/Library").status_code == 200


def test_a_change_is_seen_within_moments(asked: TestClient, many: Path) -> None:
    shelf_of(asked).refresh()
    file = many / "topics" / LAST / "en.md"
    before = file.read_text("utf-8")
    file.write_text(re.sub("(?m)^title: ", "title: Quokka ", before, count=1), "utf-8")
    began = time.monotonic()
    while "1 topic for" not in asked.get("/library?q=quokka").text:
        assert time.monotonic() - began < 20
        time.sleep(0.05)
    file.write_text(before, "utf-8")


def test_a_topic_that_goes_or_cannot_be_read_is_none(library: Path) -> None:
    shelf = Shelf(Settings(content=library))
    shelf.refresh()
    folder = library / "topics" / "new-one"
    folder.mkdir()
    assert shelf.one("new-one") is None
    (folder / "en.md").write_bytes(b"\xff\xfe")
    assert shelf.one("new-one") is None
    (folder / "en.md").write_bytes((LIBRARY / "topics/first-days-of-back-pain/en.md").read_bytes())
    found = shelf.one("new-one")
    assert found is not None and found.id == "new-one"
    assert shelf.one("../clinics") is None


def test_a_topic_that_was_read_and_not_told_of_yet_is_there(library: Path) -> None:
    """Between the two, the thread that reads all topics may be at any of the others."""
    shelf = Shelf(Settings(content=library))
    [name, *_] = shelf.refresh()
    shelf._topics = {}
    found = shelf.one(name)
    assert found is not None and found.id == name
    assert name in shelf.topics()
