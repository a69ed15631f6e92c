"""FHIR searches and materials in; resources that FHIR's own models accept out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from careleaf.web.feeds.fhir import KINDS, Resource, found, outcome, resource
from careleaf.web.feeds.fhir_capability import capability_statement
from careleaf.web.feeds.fhir_request import Search, read_search
from careleaf.web.feeds.material import Material
from careleaf.web.feeds.mistake import Mistake
from tests.web.fhir_models import valid
from tests.web.materials import BACK, BACK_ES, BASE, HIP, SHELF


def made(kind: str, one: Material) -> Resource:
    return resource(kind, one, base=BASE, publisher="Example Clinic")


def search(kind: str, query: str, shelf: tuple[Material, ...] = SHELF) -> Resource:
    pairs = parse_qsl(query, keep_blank_values=True)
    asked = read_search(kind, pairs)
    assert isinstance(asked, Search), asked
    return found(kind, asked, pairs, shelf, base=BASE, publisher="Example Clinic")


def names(kind: str, query: str) -> list[str]:
    bundle = valid(search(kind, query))
    assert bundle.total == len(bundle.entry or [])
    return [one.resource.id for one in bundle.entry or []]


def mistakes(kind: str, query: str) -> str:
    asked = read_search(kind, parse_qsl(query, keep_blank_values=True))
    assert isinstance(asked, list), asked
    whole = valid(outcome("invalid", asked))
    return "\n".join(one.diagnostics for one in whole.issue)


@pytest.mark.parametrize("one", [*SHELF, replace(BACK, icd10=(), snomed=(), summary="")])
def test_resources_are_valid(one: Material) -> None:
    document = valid(made("DocumentReference", one))
    library = valid(made("Library", one))
    assert document.type.coding[0].code == "34895-3"
    assert document.type.coding[0].system == "http://loinc.org"
    for attached in (document.content[0].attachment, library.content[0]):
        assert attached.contentType == "application/pdf"
        assert attached.language == one.language
        assert attached.url == f"{BASE}/topics/{one.topic}/{one.language}.pdf"


def test_no_member_is_empty_which_the_models_do_not_see() -> None:
    for kind in KINDS:
        for value in _values(made(kind, replace(BACK, icd10=(), snomed=(), summary=""))):
            assert value not in (None, "", [], {})


def _values(of: object) -> Iterator[object]:
    yield of
    inner = of.values() if isinstance(of, dict) else of if isinstance(of, list) else ()
    for one in inner:
        yield from _values(one)


def test_the_models_would_see_a_mistake() -> None:
    for spoilt in ({"docStatus": 7}, {"content": None}, {"date": "yesterday"}, {"colour": "red"}):
        with pytest.raises(ValidationError):
            valid(made("DocumentReference", BACK) | spoilt)


def test_a_draft_says_that_it_is_one() -> None:
    draft, reviewed = (made("DocumentReference", one) for one in (BACK, HIP))
    assert (draft["status"], draft["docStatus"]) == ("current", "preliminary")
    assert "not yet reviewed" in str(draft["description"])
    assert (reviewed["status"], reviewed["docStatus"]) == ("current", "final")
    draft, reviewed = (made("Library", one) for one in (BACK, HIP))
    assert draft["status"] == "draft"
    assert not {"approvalDate", "lastReviewDate", "effectivePeriod"} & {*draft}
    assert (reviewed["status"], reviewed["approvalDate"]) == ("active", "2026-11-24")
    assert reviewed["effectivePeriod"] == {"start": "2026-11-24", "end": "2028-11-25"}


def test_a_library_says_by_what_other_names_it_is_looked_for() -> None:
    topics = valid(made("Library", BACK)).topic
    assert [one.text for one in topics] == [None, "lumbago", "a <sore> back"]
    assert [one.text for one in valid(made("Library", BACK_ES)).topic] == [None]


def test_words_of_topics_are_no_markup_in_the_narrative() -> None:
    shown = made("Library", HIP)["text"]
    assert isinstance(shown, dict)
    assert "Hip pain &lt;&amp; more&gt;" in shown["div"]


ICD = "http://hl7.org/fhir/sid/icd-10-cm|"
SNOMED = "http://snomed.info/sct|"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["back-pain.en", "back-pain.es", "back-pain.zh-Hans", "hip-pain.en"]),
        ("language=es", ["back-pain.es"]),
        ("language=es,zh", ["back-pain.es", "back-pain.zh-Hans"]),
        ("language=es-MX", []),  # a search does not fall back: it says what is there
        (f"code={ICD}M25.551", ["hip-pain.en"]),
        (f"code={ICD}M54.50&language=en", ["back-pain.en", "hip-pain.en"]),
        ("code=urn:oid:2.16.840.1.113883.6.90|M54.50&language=es", ["back-pain.es"]),
        (f"code={SNOMED}49218002", ["hip-pain.en"]),
        (f"code={SNOMED}49218002,{SNOMED}279039007&language=en", ["back-pain.en", "hip-pain.en"]),
        (f"code={SNOMED}49218002&code={SNOMED}279039007", []),  # both, of one topic
        ("code=49218002", ["hip-pain.en"]),
        ("code=http://loinc.org|4548-4", []),
        ("_id=back-pain.es", ["back-pain.es"]),
        ("_id=nobody", []),
    ],
)
def test_a_search_finds(kind: str, query: str, expected: list[str]) -> None:
    assert names(kind, query) == expected


def test_fhirs_own_names_for_a_code() -> None:
    assert names("DocumentReference", f"category={SNOMED}49218002") == ["hip-pain.en"]
    assert names("Library", f"context={SNOMED}49218002") == ["hip-pain.en"]
    assert "category" in mistakes("Library", f"category={SNOMED}49218002")


def test_documents_are_education_notes_and_nothing_else() -> None:
    assert len(names("DocumentReference", "type=http://loinc.org|34895-3")) == 4
    assert names("DocumentReference", "type=11506-3") == []


def test_a_long_answer_comes_in_pages() -> None:
    shelf = tuple(replace(BACK, topic=f"back-{n:02}") for n in range(25))
    seen: list[str] = []
    query = "language=en&_count=10"
    for _ in range(5):
        bundle = valid(search("Library", query, shelf))
        assert bundle.total == 25
        seen += [one.resource.id for one in bundle.entry]
        further = [one.url for one in bundle.link if one.relation == "next"]
        if not further:
            break
        query = urlsplit(further[0]).query
    assert seen == [f"back-{n:02}.en" for n in range(25)]


def test_every_mistake_is_named_at_once() -> None:
    told = mistakes("Library", "langauge=es&code=http://x|1&_count=-1&_format=xml&language=9")
    assert "langauge: there is no such search parameter (did you mean 'language'?)" in told
    assert "no code system is known by 'http://x'" in told
    assert "_count: it is not a whole number of 0 or more" in told
    assert "_format: answers are not made as 'xml' (application/fhir+json)" in told
    assert "'9' is not a language code" in told


def test_the_statement_of_what_it_can_do() -> None:
    whole = valid(capability_statement(BASE))
    assert whole.fhirVersion == "4.0.1"
    assert [one.type for one in whole.rest[0].resource] == ["DocumentReference", "Library"]
    for one in whole.rest[0].resource:
        for parameter in one.searchParam:
            assert isinstance(read_search(one.type, [(parameter.name, "en")]), (Search, list))


def test_an_id_is_one_of_fhir_however_long_the_name() -> None:
    long = replace(BACK_ES, topic="a-very-long-name-of-a-topic-" * 5 + "x")
    valid(made("DocumentReference", long))
    assert long.name != replace(long, language="ar").name


def test_an_outcome_without_a_parameter() -> None:
    whole = outcome("not-found", [Mistake("", "there is no such material")])
    valid(whole)
    assert whole["issue"] == [
        {"severity": "error", "code": "not-found", "diagnostics": "there is no such material"}
    ]
