"""The page answers its own screens, on its own name, within bounds, and writes nothing typed down.

A request; what must come back, and what must not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from careleaf.web.safety.csrf import COOKIE, HEADER
from careleaf.web.safety.failure import Failures
from careleaf.web.safety.limits import Bounded
from careleaf.web.settings import Limits, Settings
from tests.web.addresses import Address, addresses
from tests.web.conftest import LIBRARY, WORD, Visitor, visitor_of

CHANGE = "/interface/language"
"""A change that everybody may ask for: the language of the screens."""
SPANISH = {"language": "es", "back": "/library"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("LOCALHOST:8765", 200),
        ("[::1]:8765", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:9999", 421),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1:8765.evil.example", 421),
        ("localhost.evil.example:8765", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_computer_are_answered(visitor: Visitor, host: str, status: int) -> None:
    answer = visitor.client.get("/library", headers={"host": host})
    assert answer.status_code == status
    assert ("<html" in answer.text) == (status == 200)


def test_a_change_with_our_word_is_made(visitor: Visitor) -> None:
    answer = visitor.client.post(CHANGE, data=SPANISH)
    assert (answer.status_code, answer.headers["location"]) == (303, "/library")
    assert "careleaf-language=es" in answer.headers["set-cookie"]


def test_a_form_without_script_brings_the_word_in_a_field(visitor: Visitor) -> None:
    for encoding in (
        {"data": SPANISH | {COOKIE: WORD}},
        {"files": {"a": b"b"}, "data": SPANISH | {COOKIE: WORD}},
    ):
        answer = visitor.client.post(CHANGE, headers={HEADER: ""}, **encoding)
        assert answer.status_code == 403
        del visitor.client.headers[HEADER]
        try:
            answer = visitor.client.post(CHANGE, **encoding)
        finally:
            visitor.client.headers[HEADER] = WORD
        assert answer.status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {HEADER: "x" * 43},
        {HEADER: ""},
        {"cookie": ""},
        {"cookie": f"{COOKIE}=short", HEADER: "short"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": "http://127.0.0.1:3000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_change_that_another_page_asks_for_is_not_made(
    visitor: Visitor, method: str, headers: dict[str, str]
) -> None:
    answer = visitor.client.request(method, CHANGE, data=SPANISH, headers=headers)
    assert answer.status_code == 403
    assert "careleaf-language" not in answer.headers.get("set-cookie", "")
    assert "Nothing was changed" in answer.text


def test_our_own_origin_may_change(visitor: Visitor) -> None:
    own = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert visitor.client.post(CHANGE, data=SPANISH, headers=own).status_code == 303


def test_a_screen_hands_out_a_word_and_its_forms_hold_it() -> None:
    newcomer = visitor_of(Settings(content=LIBRARY))
    newcomer.client.cookies.clear()
    with newcomer.client as client:
        first = client.get("/library")
        word = client.cookies[COOKIE]
        assert len(word) == 43
        assert f'name="{COOKIE}" value="{word}"' in first.text
        assert "HttpOnly" in first.headers["set-cookie"]
        assert "set-cookie" not in client.get("/library").headers
        del client.headers[HEADER]
        assert client.post(CHANGE, data=SPANISH | {COOKIE: word}).status_code == 303


def test_nothing_inline_runs_and_nothing_foreign_is_fetched(visitor: Visitor) -> None:
    answer = visitor.client.get("/library")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<style" not in answer.text and " style=" not in answer.text
    assert " onclick" not in answer.text and "javascript:" not in answer.text
    assert "//" not in answer.text.replace("http://127.0.0.1:8765/", "").replace(
        "<!doctype html>", ""
    )


def test_styles_and_fonts_are_kept_for_ever_and_screens_by_nobody(visitor: Visitor) -> None:
    page = visitor.client.get("/library").text
    style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    answer = visitor.client.get(style)
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert "set-cookie" not in answer.headers
    stale = visitor.client.get(style.replace(style.split("/")[2], "old"))
    assert stale.headers["cache-control"] == "no-store"


_MAY_BE_KEPT = ("/static/", "/library/pictures/", "/topics/", "/write/figures/", "/write/icons/")
"""Styles, and what is the same for every patient; a file of a topic is asked for anew each time."""


@pytest.mark.parametrize("address", addresses(), ids=lambda one: one.pattern)
def test_what_may_be_about_a_patient_is_kept_by_nobody(visitor: Visitor, address: Address) -> None:
    for method in {*address.methods} - {"HEAD"}:
        answer = visitor.client.request(method, address.filled(), data={"name": "Ada Sample"})
        kept = answer.headers["cache-control"]
        assert kept == "no-store" or (
            method == "GET"
            and address.pattern.startswith(_MAY_BE_KEPT)
            and ("private" in kept or "immutable" in kept)
        ), (method, kept)
        assert "Ada" not in str(answer.headers)
    assert "Ada" not in "".join(visitor.log)


@pytest.mark.parametrize(
    "path",
    [
        "/static/x/%252e%252e/%252e%252e/app.py",
        "/static/x/..%255c..%255capp.py",
        "/static/x/interface/tokens.css%00.js",
        "/static/x/interface/tokens.css/",
        "/static/x/../../etc/passwd",
        "/static/x/..%2f..%2f..%2fetc%2fpasswd",
        "/static/x/%2e%2e/%2e%2e/app.py",
        "/static/x/interface/..%5c..%5capp.py",
        "/static/x//etc/passwd",
        "/static/x/interface/speech.py",
        "/static/x/fonts/README.md",
        "/static/x/vendored/lucide",
        "/static/x/",
    ],
)
def test_no_address_leads_out_of_what_is_served(visitor: Visitor, path: str) -> None:
    assert visitor.client.get(path).status_code == 404


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "library", "/a\nb"]
)
def test_the_way_back_stays_here(visitor: Visitor, back: str) -> None:
    answer = visitor.client.post(CHANGE, data={"language": "es", "back": back})
    assert answer.headers["location"] == "/library"


def test_a_body_over_the_limit_is_refused_whatever_it_claims() -> None:
    small = visitor_of(Settings(content=LIBRARY, limits=Limits(body=1000)))
    with small.client as client:
        assert client.post(CHANGE, data=SPANISH | {"note": "x" * 500}).status_code == 303
        assert client.post(CHANGE, data=SPANISH | {"note": "x" * 1000}).status_code == 413
        parts = (b"note=" + b"x" * 400 for _ in range(3))
        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post(CHANGE, content=parts, headers=kind).status_code == 413
        del client.headers[HEADER]
        assert client.post(CHANGE, data=SPANISH | {"note": "x" * 1000}).status_code == 413


def _around(layer: Middleware, answer: Callable[..., object]) -> Starlette:
    """A page of one route, with one layer round it and a shelf that screens can name."""
    app = Starlette(routes=[Route("/{id}", answer)], middleware=[layer])
    served = visitor_of(Settings(content=LIBRARY)).client.app
    app.state = served.state  # type: ignore[attr-defined]
    return app


def test_a_request_that_takes_too_long_ends() -> None:
    from starlette.testclient import TestClient

    async def slow(request: Request) -> PlainTextResponse:
        await asyncio.sleep(30)
        return PlainTextResponse("late")

    bounded = Middleware(Bounded, limits=Limits(seconds=0.05))
    answer = TestClient(_around(bounded, slow)).get("/x")
    assert answer.status_code == 503
    assert "took too long" in answer.text


def test_only_so_many_are_answered_at_once() -> None:
    busy = visitor_of(Settings(content=LIBRARY, limits=Limits(at_once=0)))
    with busy.client as client:
        assert client.get("/library").status_code == 503
        assert client.post(CHANGE, data=SPANISH).status_code == 503
    quiet = visitor_of(Settings(content=LIBRARY, limits=Limits(at_once=1)))
    with quiet.client as client:
        # One after another, whether they end well or not.
        for path in ("/library", "/nowhere", "/library"):
            assert client.get(path).status_code in (200, 404)


def test_a_defect_tells_where_and_not_what_was_typed() -> None:
    from starlette.testclient import TestClient

    async def broken(request: Request) -> PlainTextResponse:
        try:
            raise KeyError(request.path_params["id"])
        except KeyError as error:
            raise ValueError(f"no {request.path_params['id']}") from error

    told: list[str] = []
    answer = TestClient(_around(Middleware(Failures, told=told.append), broken)).get("/Sample")
    assert answer.status_code == 500
    assert "Sample" not in answer.text
    (line,) = told
    assert "KeyError" in line and "ValueError" in line and "test_safety.py" in line
    assert "Sample" not in line


def test_the_log_names_routes_and_nothing_that_was_typed(visitor: Visitor) -> None:
    visitor.client.get("/library?q=Sample")
    visitor.client.get("/Sample/Sample?Sample")
    visitor.client.get("/static/Sample/Sample")
    visitor.client.post(CHANGE, data=SPANISH | {"patient": "Sample"})
    visitor.client.post("/Sample", data={"patient": "Sample"})
    visitor.client.request("SAMPLE", "/library")
    assert [line.split(" ")[:3] for line in visitor.log] == [
        ["GET", "/library", "200"],
        ["GET", "(nowhere)", "404"],
        ["GET", "/static/{digest}/{name:path}", "404"],
        ["POST", "/interface/language", "303"],
        ["POST", "(nowhere)", "404"],
        ["(other)", "/library", "405"],
    ]
    assert "sample" not in "".join(visitor.log).lower()


def test_a_screen_that_is_not_there_says_a_way_on(visitor: Visitor) -> None:
    answer = visitor.client.get("/nowhere", headers={"accept-language": "es-MX,en;q=0.5"})
    assert answer.status_code == 404
    assert 'lang="es"' in answer.text and 'href="/library"' in answer.text
    plain = visitor.client.get("/nowhere", headers={"accept": "application/json"})
    assert plain.headers["content-type"].startswith("text/plain")
    assert "nowhere" not in answer.text.partition("<main")[2] + plain.text
