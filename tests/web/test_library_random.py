"""Whatever is asked of the library, in address, cookies and forms, it answers in words."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from careleaf.web.library.index import Index, query
from careleaf.web.library.marked import marked, passage
from tests.web.conftest import Visitor

ANY = st.text(max_size=60)
NAMES = st.sampled_from(["q", "area", "language", "review", "favourites", "order", "shown", "x"])
QUERIES = st.lists(st.tuples(NAMES, ANY), max_size=6)
BYTES = st.binary(max_size=200)
COOKIES = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=80)

quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@quick
@given(query=QUERIES, htmx=st.booleans(), language=COOKIES)
@example(query=[("q", '"')], htmx=True, language="")
@example(query=[("q", "\x00")], htmx=False, language="*;q=nan, es;q=1e999")
@example(query=[("shown", "٣"), ("q", "\U000e0041")], htmx=True, language=",,;q=")
def test_any_query_is_answered(
    visitor: Visitor, query: list[tuple[str, str]], htmx: bool, language: str
) -> None:
    headers = {"accept-language": language} | ({"HX-Request": "true"} if htmx else {})
    answer = visitor.client.get(f"/library?{urlencode(query)}", headers=headers)
    assert answer.status_code == 200
    assert answer.text.count("<section") == answer.text.count("</section")


@quick
@given(cookie=COOKIES)
def test_any_cookie_is_answered(visitor: Visitor, cookie: str) -> None:
    headers = {"cookie": f"careleaf-favourites={cookie}; careleaf-recent={cookie}; {cookie}"}
    assert visitor.client.get("/library", headers=headers).status_code == 200


@quick
@given(path=ANY)
def test_any_path_is_answered(visitor: Visitor, path: str) -> None:
    shown = quote(path, safe="/%")
    for begin in ("/", "/library/", "/library/pictures/", "/static/", "/interface/"):
        assert visitor.client.get(begin + shown).status_code in (200, 303, 400, 404, 405)


@quick
@given(
    body=BYTES,
    kind=st.sampled_from(
        [
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json",
            "multipart/form-data",
            "\x7f",
        ]
    ),
)
def test_any_body_is_answered(visitor: Visitor, body: bytes, kind: str) -> None:
    for path in ("/library/favourites", "/interface/language", "/library"):
        answer = visitor.client.post(path, content=body, headers={"content-type": kind})
        assert answer.status_code in (400, 404, 405)


@settings(max_examples=300, deadline=None)
@given(text=ANY, typed=ANY)
def test_marks_take_nothing_away(text: str, typed: str) -> None:
    asked = query(typed).words
    assert marked(text, asked).striptags() == marked(text, frozenset()).striptags()
    found = passage(text, asked)
    assert found is None or "<mark>" in found


@settings(max_examples=200, deadline=None)
@given(typed=ANY)
def test_any_search_is_one_that_sqlite_reads(typed: str) -> None:
    assert Index().find(query(typed)) == []
