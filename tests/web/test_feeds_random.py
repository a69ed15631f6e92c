"""Whatever is asked, in whatever letters: a whole feed or resource, or a list of mistakes."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from careleaf.web.feeds.atom import atom
from careleaf.web.feeds.code_systems import SYSTEMS
from careleaf.web.feeds.feed_json import feed_json
from careleaf.web.feeds.fhir import KINDS, found, outcome
from careleaf.web.feeds.fhir_request import Search, parameters, read_search
from careleaf.web.feeds.infobutton import answer
from careleaf.web.feeds.infobutton_request import Asked, read_request
from tests.web.fhir_models import valid
from tests.web.materials import BACK, BASE, SHELF
from tests.web.test_infobutton import SCHEMA

NAMES = (
    "mainSearchCriteria.v.c",
    "mainSearchCriteria.v.cs",
    "mainSearchCriteria.v.dn",
    "mainSearchCriteria.v.ot",
    "informationRecipient",
    "informationRecipient.languageCode.c",
    "knowledgeResponseType",
    "callback",
    "age.v.v",
)
LIKELY = (
    *(one.oid for one in SYSTEMS),
    *("M54.50", "m545", "M25.551", "279039007", "en", "es-MX", "zh_TW", "PAT", "prov"),
    *("text/xml", "application/json", "</title><script>", "]]>&#0;", "\x00", "\ud800", "a" * 600),
)
VALUES = st.one_of(st.sampled_from(LIKELY), st.text(), st.text("M54.0-\u0660\u06f5", max_size=9))
QUERIES = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(), VALUES), max_size=8)
NEARLY_RIGHT = st.fixed_dictionaries(
    {
        "mainSearchCriteria.v.cs": st.sampled_from([one.oid for one in SYSTEMS]),
        "mainSearchCriteria.v.c": st.sampled_from(["M54.50", "m54", "279039007"]) | VALUES,
    },
    optional={
        "mainSearchCriteria.v.dn": VALUES,
        "informationRecipient.languageCode.c": st.sampled_from(["es", "zh_CN"]) | VALUES,
        "knowledgeResponseType": st.sampled_from(["text/xml", "application/json"]),
        "taskContext.c.c": VALUES,
    },
).map(lambda asked: list(asked.items()))
HOSTILE = replace(BACK, title="</entry>&\u202e", summary="<script>]]>", topic="a-b")


@given(asked=QUERIES | NEARLY_RIGHT)
@settings(max_examples=300)
def test_any_infobutton_request(asked: list[tuple[str, str]]) -> None:
    read = read_request(_sent(asked))
    if not isinstance(read, Asked):
        assert read
        assert msgspec.json.encode(read)
        return
    now = datetime(2026, 11, 26, tzinfo=UTC)
    feed = answer(read, (*SHELF, HOSTILE), base=BASE, publisher="<&>", now=now)
    whole = etree.fromstring(atom(feed))
    assert SCHEMA.validate(whole), SCHEMA.error_log
    assert len(msgspec.json.decode(feed_json(feed))["feed"]["entry"]) == len(feed.entries)


@given(
    kind=st.sampled_from(KINDS),
    names=st.lists(st.integers(0, 9), max_size=5),
    values=st.lists(
        st.one_of(
            VALUES,
            st.tuples(st.sampled_from([one.uri for one in SYSTEMS]), VALUES).map("|".join),
            st.sampled_from(["1", "0", "-1", "9" * 40, "json", "application/fhir+json"]),
        ),
        min_size=5,
        max_size=5,
    ),
)
def test_any_fhir_search(kind: str, names: list[int], values: list[str]) -> None:
    known = (*parameters(kind), "_count", "_offset", "_format", "_sort")
    pairs = _sent([(known[n % len(known)], value) for n, value in zip(names, values, strict=False)])
    search = read_search(kind, pairs)
    if not isinstance(search, Search):
        assert len(valid(outcome("invalid", search)).issue) == len(search)
        return
    bundle = found(kind, search, pairs, SHELF, base=BASE, publisher="<&>")
    read = valid(bundle)
    assert len(read.entry or []) <= read.total
    again = read_search(kind, parse_qsl(urlsplit(read.link[0].url).query, keep_blank_values=True))
    assert again == search, "the link to itself asks for something else"


def _sent(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """As they arrive: through an address, where what is no Unicode becomes U+FFFD."""
    return parse_qsl(urlencode(pairs, errors="surrogatepass"), keep_blank_values=True)
