"""A request as an EHR sends it and a shelf of materials in; the feed that must come out."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qsl

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from careleaf.web.feeds.atom import atom
from careleaf.web.feeds.feed_json import feed_json
from careleaf.web.feeds.infobutton import Feed, answer
from careleaf.web.feeds.infobutton_request import Asked, read_request
from careleaf.web.feeds.languages import best_language
from careleaf.web.feeds.material import Material
from careleaf.web.feeds.mistake import Mistake
from careleaf.web.held import Review
from tests.web.materials import BACK, BASE, HIP, SHELF

ICD10_CM = "mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
SNOMED_CT = "mainSearchCriteria.v.cs=2.16.840.1.113883.6.96"
CODE = "mainSearchCriteria.v.c"
LANGUAGE = "informationRecipient.languageCode.c"
NOW = datetime(2026, 11, 26, 8, 30, tzinfo=UTC)
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("knowledge_response.rng")))


def read(query: str) -> Asked | list[Mistake]:
    return read_request(parse_qsl(query, keep_blank_values=True))


def feed(query: str, shelf: tuple[Material, ...] = SHELF) -> Feed:
    asked = read(query)
    assert isinstance(asked, Asked), asked
    return answer(asked, shelf, base=BASE, publisher="Example Clinic", now=NOW)


def mistakes(query: str) -> dict[str, str]:
    found = read(query)
    assert isinstance(found, list), found
    return {one.parameter: f"{one.message} ({one.hint})" for one in found}


def titles(query: str) -> list[str]:
    return [one.title for one in feed(query).entries]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("M54.50", ["Back pain", "Hip pain <& more>"]),
        ("m5450", ["Back pain", "Hip pain <& more>"]),  # EHRs leave the point out
        ("M54.5", ["Hip pain <& more>", "Back pain"]),  # the nearest first
        ("M54", ["Hip pain <& more>", "Back pain"]),
        ("M54.51", ["Hip pain <& more>"]),  # another kind of M54.5 than M54.50
        ("M25.551", ["Hip pain <& more>"]),  # with the digit for the side
        ("M25.5", ["Hip pain <& more>"]),
        ("M16.11", []),
        ("S01.01XA", []),
    ],
)
def test_icd_10_finds_broader_and_narrower_codes(code: str, found: list[str]) -> None:
    assert titles(f"{ICD10_CM}&{CODE}={code}") == found


def test_snomed_ct_finds_that_very_concept() -> None:
    assert titles(f"{SNOMED_CT}&{CODE}=279039007") == ["Back pain"]
    assert titles(f"{SNOMED_CT}&{CODE}=2790390") == []


def test_systems_that_no_topic_has_codes_of_find_nothing() -> None:
    assert titles(f"mainSearchCriteria.v.cs=2.16.840.1.113883.6.88&{CODE}=637188") == []


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "en"),
        ("en", "en"),
        ("en-US", "en"),
        ("es", "es"),
        ("es-MX", "es"),
        ("ES_mx", "es"),
        ("es-419", "es"),
        ("sp", "es"),  # of old clients of MedlinePlus Connect
        ("es-MX-u-nu-latn", "es"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("zh-TW", "en"),  # a reader of traditional characters
        ("fr", "en"),
    ],
)
def test_a_reader_gets_their_language_or_english(asked: str, given: str) -> None:
    found = feed(f"{ICD10_CM}&{CODE}=M54.50&{LANGUAGE}={asked}").entries[0]
    assert found.language == given
    assert {link.hreflang for link in found.links} == {given}


def test_without_english_there_is_still_something() -> None:
    assert best_language("fr", ["es", "ar"]) == "ar"
    assert best_language("es-MX", ["ar", "es-ES"]) == "es-ES"


def test_an_entry_leads_to_the_page_and_the_sheet_in_its_language() -> None:
    entry = feed(f"{ICD10_CM}&{CODE}=M54.50&{LANGUAGE}=es").entries[0]
    assert [(link.type, link.href) for link in entry.links] == [
        ("text/html", f"{BASE}/topics/back-pain/es.html"),
        ("application/pdf", f"{BASE}/topics/back-pain/es.pdf"),
    ]


def test_an_entry_says_in_its_language_that_it_is_a_draft() -> None:
    draft, reviewed = feed(f"{ICD10_CM}&{CODE}=M54.50").entries
    assert "Draft: not yet reviewed by a clinician" in draft.summary
    assert "Draft" not in reviewed.summary
    spanish = feed(f"{ICD10_CM}&{CODE}=M54.50&{LANGUAGE}=es").entries[0]
    assert spanish.summary.endswith("<p>Borrador: sin revisión clínica en español</p>")


def test_words_of_topics_are_no_markup_in_a_summary() -> None:
    entry = feed(f"{SNOMED_CT}&{CODE}=49218002").entries[0]
    assert entry.summary == "<p>Rest &lt;b&gt;&amp; move</p>"


@pytest.mark.parametrize(
    ("wanted", "form"),
    [
        ("", "xml"),
        ("text/XML", "xml"),
        ("application/atom+xml", "xml"),
        ("Application/JSON", "json"),
    ],
)
def test_the_form_that_was_asked_for(wanted: str, form: str) -> None:
    asked = read(f"{ICD10_CM}&{CODE}=M54.50&knowledgeResponseType={wanted.replace('+', '%2B')}")
    assert isinstance(asked, Asked) and asked.form == form


REAL = [
    (
        f"representedOrganization.id.root=1.2.3&taskContext.c.c=PROBLISTREV&{CODE}=279039007&{SNOMED_CT}"
        "&mainSearchCriteria.v.dn=Low back pain&encounter.c.c=AMB&informationRecipient=PROV"
        f"&{LANGUAGE}=en&informationRecipient.healthCareProvider.c.c=200000000X&performer=PROV"
        "&performer.languageCode.c=en&performer.healthCareProvider.c.c=200000000X"
    ),
    (
        f"patientPerson.administrativeGenderCode.c=F&age.v.v=45&age.v.u=a&{CODE}=M54.50&{ICD10_CM}"
        f"&performer.languageCode.c=en&{LANGUAGE}=sp&knowledgeResponseType=text/XML"
    ),
    f"{ICD10_CM}&{CODE}=M54.50&mainSearchCriteria.v.dn=&{LANGUAGE}=en",
]
"""In the shapes that modules of EHRs have in their sources."""


@pytest.mark.parametrize("query", REAL)
def test_requests_as_real_systems_send_them(query: str) -> None:
    assert feed(query).entries[0].title in ("Back pain", "Dolor de espalda")


def test_a_feed_says_what_of_the_request_was_used() -> None:
    """And nothing else of it: facts about the patient are not repeated."""
    query = (
        f"{ICD10_CM}&{CODE}=m5450&mainSearchCriteria.v.dn=Low back pain"
        "&informationRecipient=PAT&ageGroup.v.dn=Octogenarian&age.v.u=a&taskContext.c.c=PATEDUE"
        "&patientPerson.administrativeGenderCode.c=F&performer=PROV"
    )
    made = feed(query)
    assert dict(made.categories) == {
        "mainSearchCriteria.v.c": "M54.50",
        "mainSearchCriteria.v.cs": "ICD10CM",
        "mainSearchCriteria.v.dn": "Low back pain",
        "informationRecipient": "PAT",
        "informationRecipient.languageCode.c": "en",
    }
    assert b"Octogenarian" not in atom(made)


def test_an_entry_says_that_its_review_is_overdue() -> None:
    shelf = (replace(HIP, review=Review(state="overdue", until=date(2026, 11, 1))),)
    entry = feed(f"{ICD10_CM}&{CODE}=M54.5", shelf).entries[0]
    assert entry.summary.endswith("<p>Review overdue</p>")


def test_no_match_is_a_whole_feed_without_entries() -> None:
    made = feed(f"{ICD10_CM}&{CODE}=S01.01XA")
    assert made.entries == ()
    assert made.updated == "2026-11-26T08:30:00Z"
    assert SCHEMA.validate(etree.fromstring(atom(made))), SCHEMA.error_log
    assert json.loads(feed_json(made))["feed"]["entry"] == []


def test_too_many_are_told_of() -> None:
    shelf = tuple(replace(BACK, topic=f"back-{n}") for n in range(30))
    made = feed(f"{ICD10_CM}&{CODE}=M54", shelf)
    assert len(made.entries) == 20
    assert "20 of 30" in made.subtitle


# What other programs read


def test_atom_keeps_to_the_schema_and_to_what_a_reader_reads() -> None:
    made = feed(f"{ICD10_CM}&{CODE}=M54.50&{LANGUAGE}=es&mainSearchCriteria.v.dn=%3Cb%3E%26")
    data = atom(made)
    assert SCHEMA.validate(etree.fromstring(data)), SCHEMA.error_log
    read_back = feedparser.parse(data)
    assert not read_back.bozo
    assert read_back.version == "atom10"
    assert read_back.feed.title == "Careleaf"
    assert read_back.feed.author == "Example Clinic"
    assert [one.title for one in read_back.entries] == ["Dolor de espalda", "Hip pain <& more>"]
    assert [one.title_detail.language for one in read_back.entries] == ["es", "en"]
    assert [link.href for link in read_back.entries[1].links] == [
        f"{BASE}/topics/hip-pain/en.html",
        f"{BASE}/topics/hip-pain/en.pdf",
    ]
    assert read_back.entries[0].updated == "2026-11-25T00:00:00Z"
    assert read_back.feed.tags[2].term == "<b>&"


def test_the_schema_sees_what_is_missing() -> None:
    whole = atom(feed(f"{ICD10_CM}&{CODE}=M54.50"))
    for part in (b'hreflang="en"', b'type="application/pdf"', b' xml:lang="en"'):
        assert part in whole
        assert not SCHEMA.validate(etree.fromstring(whole.replace(part, b"")))


def test_json_has_the_shape_of_medlineplus_connect() -> None:
    """Read as a client of that service does."""
    made = json.loads(feed_json(feed(f"{ICD10_CM}&{CODE}=M54.50")))["feed"]
    assert {"base", "lang", "xsi", "title", "subtitle", "author", "updated", "category", "id"} < {
        *made
    }
    assert made["title"] == {"type": "text", "_value": "Careleaf"}
    assert made["author"]["name"]["_value"] == "Example Clinic"
    assert made["category"][0] == {"scheme": "mainSearchCriteria.v.c", "term": "M54.50"}
    first = made["entry"][0]
    assert first["title"]["_value"] == "Back pain"
    assert first["link"][0]["href"] == f"{BASE}/topics/back-pain/en.html"
    assert first["link"][0]["rel"] == "alternate"
    assert first["summary"]["type"] == "html"
    assert first["summary"]["_value"].startswith("<p>What helps now</p>")


def test_xml_and_json_say_the_same() -> None:
    made = feed(f"{ICD10_CM}&{CODE}=M54.50&{LANGUAGE}=zh-CN")
    as_json = json.loads(feed_json(made))["feed"]["entry"]
    as_atom = feedparser.parse(atom(made)).entries
    assert [one["id"]["_value"] for one in as_json] == [one.id for one in as_atom]
    assert [one["title"]["_value"] for one in as_json] == [one.title for one in as_atom]


# Mistakes


def test_every_mistake_is_named_at_once() -> None:
    found = mistakes(
        "mainSearchCriteria.v.cs=1.2.3&informationRecipient=DOCTOR"
        f"&{LANGUAGE}=español&knowledgeResponseType=text/csv"
    )
    assert {*found} == {
        "mainSearchCriteria.v.c",
        "mainSearchCriteria.v.cs",
        "informationRecipient",
        LANGUAGE,
        "knowledgeResponseType",
    }
    assert "2.16.840.1.113883.6.90 (ICD-10-CM)" in found["mainSearchCriteria.v.cs"]


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("", CODE, "missing"),
        (f"{CODE}=M54.50", "mainSearchCriteria.v.cs", "missing"),
        (f"{ICD10_CM}&{CODE}=", CODE, "missing"),
        (f"{ICD10_CM}&{CODE}=back pain", CODE, "'back pain' is not a code of ICD-10-CM"),
        (f"{ICD10_CM}&{CODE}=M54.50&{CODE}=M16", CODE, "one request for each code"),
        (f"{ICD10_CM}&{CODE}=M54.5&{CODE}1=M16", f"{CODE}1", "one request for each code"),
        (f"{ICD10_CM}&mainSearchCriteria.v.code=M16", "mainSearchCriteria.v.code", "did you mean"),
        (f"{ICD10_CM}&mainsearchcriteria.v.c=M16", "mainsearchcriteria.v.c", f"mean '{CODE}'"),
        (f"{SNOMED_CT}&{CODE}=M54.50", CODE, "not a code of SNOMED CT"),
        (f"{ICD10_CM}&{CODE}=M54.50%00", CODE, "no feed can carry"),
        (f"{ICD10_CM}&{CODE}=M54.50&mainSearchCriteria.v.dn=%EF%BF%BE", "mainSearchCriteria.v.dn",
         "no feed can carry"),
        (f"{ICD10_CM}&{CODE}={'9' * 100_000}", CODE, "longer than 500"),
        ("&".join(f"a{n}=" for n in range(200)), "", "more than 100 parameters"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(query: str, parameter: str, words: str) -> None:
    assert words in mistakes(query)[parameter]


@pytest.mark.parametrize(
    "how", ["knowledgeResponseType=application/javascript", "callback=show", "jsonp="]
)
def test_jsonp_is_refused_with_the_reason(how: str) -> None:
    found = mistakes(f"{ICD10_CM}&{CODE}=M54.50&{how}")
    assert "read by every web page" in found["knowledgeResponseType"]
