"""Who comes in from a network: whoever a proxy names, or knows the token; nobody else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import httpx2
import pytest
from starlette.testclient import TestClient

from careleaf.web.app import create_app
from careleaf.web.safety import entrance
from careleaf.web.safety.csrf import COOKIE, HEADER
from careleaf.web.safety.entrance import CrowdedError, Turns
from careleaf.web.settings import Settings
from tests.web.conftest import LIBRARY, WORD

TOKEN = "a-token-of-the-clinic"
OPEN = Settings(content=LIBRARY, hosts=("leaf.example",))
BY_TOKEN = Settings(content=LIBRARY, hosts=("leaf.example",), token=TOKEN)
BY_PROXY = Settings(content=LIBRARY, hosts=("leaf.example",), trusted_header="X-Remote-User")

Answer = httpx2.Response
Asking = Callable[[Settings, str], TestClient]


def asking(settings: Settings, address: str = "127.0.0.1") -> TestClient:
    """Somebody whose requests come from an address."""
    return TestClient(
        create_app(settings, lambda line: None),
        base_url="http://leaf.example",
        client=(address, 50000),
        headers={"accept": "text/html", HEADER: WORD},
        cookies={COOKIE: WORD},
        follow_redirects=False,
    )


def test_nobody_comes_in_unless_somebody_is_let_in() -> None:
    answer = asking(OPEN).get("/library")
    assert answer.status_code == 403
    assert "topics" not in answer.text


def test_a_proxy_says_who_it_is() -> None:
    assert asking(BY_PROXY).get("/library", headers={"X-Remote-User": "ada"}).status_code == 200
    assert asking(BY_PROXY).get("/library", headers={"X-Remote-User": " "}).status_code == 403
    assert asking(BY_PROXY).get("/library").status_code == 403


def test_nobody_but_the_proxy_is_believed() -> None:
    forged = {"X-Remote-User": "ada", "X-Forwarded-For": "127.0.0.1"}
    assert asking(BY_PROXY, "192.0.2.9").get("/library", headers=forged).status_code == 403


def test_a_token_is_typed_once() -> None:
    client = asking(BY_TOKEN, "192.0.2.9")
    answer = client.get("/library?q=Sample")
    assert (answer.status_code, answer.headers["location"]) == (303, "/entrance?back=/library")
    door = client.get("/entrance?back=/library")
    assert door.status_code == 200 and 'value="/library"' in door.text
    inside = client.post("/entrance", data={"token": f" {TOKEN}", "back": "/library"})
    assert (inside.status_code, inside.headers["location"]) == (303, "/library")
    assert TOKEN not in inside.headers["set-cookie"] and "HttpOnly" in inside.headers["set-cookie"]
    assert client.get("/library").status_code == 200
    again = asking(Settings(content=LIBRARY, hosts=("leaf.example",), token=TOKEN[::-1]))
    again.cookies.set("careleaf-entrance", client.cookies["careleaf-entrance"])
    assert again.get("/library").status_code == 303


def test_a_wrong_token_takes_a_while_and_lets_nobody_in() -> None:
    client = asking(BY_TOKEN)
    began = time.monotonic()
    answer = client.post("/entrance", data={"token": TOKEN.upper(), "back": "//evil.example"})
    assert time.monotonic() - began > 0.9
    assert answer.status_code == 403 and "This is not the token" in answer.text
    assert "careleaf-entrance" not in client.cookies
    assert "evil" not in answer.text


def test_wrong_tokens_are_tried_one_after_another_and_keep_nobody_else_out() -> None:
    async def tried() -> tuple[list[bool], list[tuple[str, float]]]:
        turns, began = Turns(), time.monotonic()
        ended: list[tuple[str, float]] = []

        async def one(name: str, given: str, address: str) -> bool:
            right = await turns.right(given, TOKEN, {"client": (address, 1)})
            ended.append((name, time.monotonic() - began))
            return right

        wrong = [one(f"wrong {number}", "wrong", "192.0.2.9") for number in range(2)]
        late, elsewhere = one("late", TOKEN, "192.0.2.9"), one("elsewhere", TOKEN, "192.0.2.7")
        return await asyncio.gather(*wrong, late, elsewhere), ended

    right, ended = asyncio.run(tried())
    assert right == [False, False, True, True]
    assert [name for name, _ in ended] == ["elsewhere", "wrong 0", "wrong 1", "late"]
    assert ended[1][1] > 0.9 and ended[2][1] > 1.9


def test_a_flood_of_tokens_holds_few_connections() -> None:
    async def flooded() -> tuple[int, set[type]]:
        turns, scope = Turns(), {"client": ("192.0.2.9", 1)}
        tries = [asyncio.create_task(turns.right("wrong", TOKEN, scope)) for _ in range(200)]
        await asyncio.sleep(0)  # all have begun, and not a second has gone by for the first
        waiting = [one for one in tries if not one.done()]
        for one in waiting:
            one.cancel()
        return len(waiting), {type(one.exception()) for one in tries if one.done()}

    assert asyncio.run(flooded()) == (10, {CrowdedError})


def test_a_crowd_has_had_its_turn_after_as_long_as_the_refusal_says() -> None:
    assert entrance._MOST_WAITING * entrance._PAUSE == 10
    assert "Wait ten seconds" in entrance.CROWDED[1]


@pytest.mark.parametrize("way", ["typed", "sent"])
def test_where_too_many_wait_a_right_token_is_not_called_wrong(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one address, as a whole clinic is one behind a proxy; elsewhere, and of whoever is in,
    nobody waits. Each wrong token takes so long here that none has had its turn at the end."""
    monkeypatch.setattr("careleaf.web.safety.entrance._PAUSE", 60.0)
    inside = asking(BY_TOKEN)
    inside.post("/entrance", data={"token": TOKEN})
    came_in = {**inside.cookies}
    app = create_app(BY_TOKEN, lambda line: None)

    async def one(token: str, address: str = "192.0.2.9", in_already: bool = False) -> Answer:
        async with httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app, client=(address, 1)),
            base_url="http://leaf.example",
            headers={"accept": "text/html", HEADER: WORD},
            cookies=came_in if in_already else {COOKIE: WORD},
        ) as client:
            if in_already:
                return await client.get("/library")
            if way == "typed":
                return await client.post("/entrance", data={"token": token, "back": "/library"})
            return await client.get("/library", headers={"Authorization": f"Bearer {token}"})

    async def asked() -> tuple[Answer, Answer, Answer, Answer]:
        crowd = [asyncio.create_task(one("wrong")) for _ in range(10)]
        answers = await asyncio.gather(
            one(TOKEN), one(TOKEN[1:]), one(TOKEN, "192.0.2.7"), one("", in_already=True)
        )
        assert not any(each.done() for each in crowd), "they still wait"
        for each in crowd:
            each.cancel()
        return answers

    right, wrong, elsewhere, within = asyncio.run(asked())
    assert (right.status_code, right.headers["retry-after"]) == (503, "600")
    assert "Too many tokens are being tried" in right.text
    assert "not the token" not in right.text and "set-cookie" not in right.headers
    assert (wrong.status_code, wrong.text) == (503, right.text), "it says nothing of the token"
    assert elsewhere.status_code == (303 if way == "typed" else 200)
    assert within.status_code == 200


def test_no_token_is_written_down() -> None:
    log: list[str] = []
    app = create_app(BY_TOKEN, log.append)
    client = TestClient(
        app,
        base_url="http://leaf.example",
        headers={HEADER: WORD},
        cookies={COOKIE: WORD},
        follow_redirects=False,
    )
    client.get(f"/library?token={TOKEN}", headers={"Authorization": f"Bearer {TOKEN}"})
    client.get(f"/{TOKEN}", headers={"Authorization": f"Bearer {TOKEN}x"})
    client.get("/library", headers={"Cookie": f"careleaf-entrance={TOKEN}"})
    client.post("/entrance", data={"token": f"{TOKEN}x", "back": f"/{TOKEN}"})
    inside = client.post("/entrance", data={"token": TOKEN, "back": "/library"})
    assert inside.status_code == 303
    assert len(log) == 5 and TOKEN not in "".join(log)
    assert TOKEN not in str(inside.headers)


def test_a_program_with_a_wrong_token_waits_too() -> None:
    began = time.monotonic()
    wrong = {"Authorization": "Bearer wrong", "accept": "application/json"}
    assert asking(BY_TOKEN).get("/library", headers=wrong).status_code == 401
    assert time.monotonic() - began > 0.9


def test_the_door_is_for_our_own_forms_too() -> None:
    client = asking(BY_TOKEN)
    foreign = {"Origin": "http://evil.example"}
    assert client.post("/entrance", data={"token": TOKEN}, headers=foreign).status_code == 403


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"bearer {TOKEN}", 200),
        (f"BEARER  {TOKEN}", 200),
        ("Bearer wrong", 401),
        ("Bearer", 401),
        (f"Basic {TOKEN}", 401),
        (TOKEN, 401),
        ("", 401),
    ],
)
def test_programs_send_the_token(header: str, status: int) -> None:
    headers = {"Authorization": header, "accept": "application/json"}
    answer = asking(BY_TOKEN).get("/library", headers=headers)
    assert answer.status_code == status
    assert ("www-authenticate" in answer.headers) == (status == 401)


@pytest.mark.parametrize("given", ["Basic YWRhOmFkYQ==", "Negotiate YIIJ", "Bearerless", TOKEN])
def test_what_a_proxy_in_front_sends_keeps_nobody_out(given: str) -> None:
    """nginx and Kerberos pass on with what somebody signed in at them."""
    client = asking(BY_TOKEN)
    headers = {"Authorization": given}
    assert client.get("/library", headers=headers).headers["location"].startswith("/entrance")
    assert client.post("/entrance", data={"token": TOKEN}, headers=headers).status_code == 303
    assert client.get("/library", headers=headers).status_code == 200
    wrong = {"Authorization": "Bearer wrong", "accept": "application/json"}
    assert client.get("/library", headers=wrong).status_code == 401, "a program says who it is"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_no_method_goes_round_the_door(method: str) -> None:
    assert asking(BY_TOKEN).request(method, "/library/starters").status_code == 401


def test_what_the_door_is_made_of_is_open(visitor_page: str = "/entrance") -> None:
    client = asking(BY_TOKEN)
    page = client.get(visitor_page).text
    style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert client.get(style).status_code == 200
    spanish = client.post("/interface/language", data={"language": "es", "back": "/entrance"})
    assert spanish.headers["location"] == "/entrance"


def test_this_computer_alone_needs_no_door() -> None:
    with TestClient(
        create_app(Settings(content=LIBRARY), print), base_url="http://127.0.0.1:8765"
    ) as client:
        assert client.get("/library").status_code == 200
        assert client.get("/entrance").status_code == 404
