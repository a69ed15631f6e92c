"""What another system of a hospital asks the running app, and what it gets."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pikepdf
import pytest
from starlette.testclient import TestClient

from careleaf.web.app import create_app
from careleaf.web.safety.csrf import HEADER
from careleaf.web.settings import Settings
from tests.tools.reviews import signed
from tests.web.conftest import Visitor
from tests.web.fhir_models import valid

ASK = "/infobutton?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=M54.50"
SPANISH = "&informationRecipient.languageCode.c=es"
TOPIC = "/topics/first-days-of-back-pain"

Visiting = Callable[[Settings], Visitor]


def test_an_infobutton_leads_to_a_page_and_a_sheet_in_that_language(visitor: Visitor) -> None:
    """As the window of an EHR does it: ask, read the feed, follow its links."""
    answer = visitor.client.get(ASK + SPANISH)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml"
    entry = feedparser.parse(answer.content).entries[0]
    assert entry.title == "Los primeros días del dolor de espalda"
    page, sheet = (visitor.client.get(link.href) for link in entry.links)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="es-US"' in page.text
    assert entry.title in page.text
    assert sheet.headers["content-type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(sheet.content)) as pdf:
        assert str(pdf.Root.Lang) == "es-US"


def test_links_lead_to_the_name_that_was_asked_for(visiting: Visiting) -> None:
    """A clinic's server is asked by its name, so that links by an address would lead nowhere."""
    token = "a-token-of-the-clinic"
    served = visiting(Settings(hosts=("careleaf.clinic.example",), token=token))
    known = {"host": "careleaf.clinic.example", "authorization": f"Bearer {token}"}
    answer = served.client.get(ASK, headers=known)
    entry = feedparser.parse(answer.content).entries[0]
    assert entry.links[0].href.startswith("http://careleaf.clinic.example/topics/")


def test_a_mistake_is_told_as_it_was_asked_for(visitor: Visitor) -> None:
    plain = visitor.client.get("/infobutton?mainSearchCriteria.v.c=M54.50")
    assert plain.status_code == 400
    assert plain.headers["content-type"].startswith("text/plain")
    assert plain.text.startswith("mainSearchCriteria.v.cs: it is missing (the OID")
    told = visitor.client.get("/infobutton?knowledgeResponseType=application/json")
    assert told.status_code == 400
    assert [one["parameter"] for one in told.json()["mistakes"]] == [
        "mainSearchCriteria.v.cs",
        "mainSearchCriteria.v.c",
    ]


def test_no_cache_and_no_log_holds_what_was_asked(visitor: Visitor) -> None:
    """A code with the hour is a fact about a patient."""
    asked = ("M54.50", "279039007", "first-days-of-back-pain.es")
    for path in (
        ASK,
        f"{ASK}&knowledgeResponseType=application/json",
        "/infobutton?mainSearchCriteria.v.c=M54.50",
        "/fhir/Library?code=279039007",
        "/fhir/Library?langauge=279039007",
        "/fhir/DocumentReference/first-days-of-back-pain.es",
    ):
        assert visitor.client.get(path).headers["cache-control"] == "no-store"
    assert len(visitor.log) == 6
    assert visitor.log[0].startswith("GET /infobutton 200 ")
    for line in visitor.log:
        assert not any(word in line for word in (*asked, "?"))


def test_a_server_that_has_just_begun_knows_all_topics(library: Path) -> None:
    """What has not been read yet is not the same as what is not there."""
    settings = Settings(content=library)
    with TestClient(create_app(settings, lambda _: None), base_url=settings.address) as client:
        answer = client.get(ASK)
    assert len(feedparser.parse(answer.content).entries) == 2


# FHIR


def test_a_topic_that_a_clinician_has_signed(visiting: Visiting, library: Path) -> None:
    """In one language: the others are drafts still."""
    today = date.today()
    until = today + timedelta(days=400)
    signed(library, "first-days-of-back-pain", on=today, until=until)
    client = visiting(Settings(content=library)).client
    one = client.get("/fhir/Library/first-days-of-back-pain.en").json()
    assert (one["status"], one["approvalDate"]) == ("active", today.isoformat())
    assert one["effectivePeriod"]["end"] == until.isoformat()
    document = client.get("/fhir/DocumentReference/first-days-of-back-pain.en").json()
    assert document["docStatus"] == "final"
    assert client.get("/fhir/Library/first-days-of-back-pain.es").json()["status"] == "draft"
    entry = feedparser.parse(client.get(ASK).content).entries[0]
    assert "Draft" not in entry.summary


def test_fhir_answers_what_its_models_read(visitor: Visitor) -> None:
    stated = visitor.client.get("/fhir/metadata")
    assert stated.headers["content-type"] == "application/fhir+json; charset=utf-8"
    valid(stated.content)
    for kind in ("DocumentReference", "Library"):
        answer = visitor.client.get(f"/fhir/{kind}?code=http://snomed.info/sct|279039007")
        bundle = valid(answer.content)
        assert bundle.total >= 9
        for entry in bundle.entry:
            alone = visitor.client.get(entry.fullUrl)
            assert alone.json() == entry.resource.model_dump(mode="json", exclude_none=True)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/fhir/Library?nonsense=1", 400, "invalid"),
        ("/fhir/Library/nobody.en", 404, "not-found"),
        ("/fhir/Patient", 404, "not-found"),
        ("/fhir/Patient/first-days-of-back-pain.en", 404, "not-found"),
        ("/fhir/Library/a/b/c", 404, "not-found"),
        ("/fhir", 404, "not-found"),
    ],
)
def test_fhir_refuses_with_an_outcome(visitor: Visitor, path: str, status: int, code: str) -> None:
    answer = visitor.client.get(path)
    assert answer.status_code == status
    outcome = valid(answer.content)
    assert [one.code for one in outcome.issue] == [code]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/fhir/DocumentReference"),
        ("POST", "/fhir/DocumentReference/_search"),
        ("PUT", "/fhir/Library/first-days-of-back-pain.en"),
        ("DELETE", "/fhir/Library/first-days-of-back-pain.en"),
        ("OPTIONS", "/fhir"),
        ("PATCH", "/fhir/"),
        ("POST", "/infobutton"),
        ("DELETE", "/infobutton"),
    ],
)
def test_the_feeds_are_there_to_read(visiting: Visiting, method: str, path: str) -> None:
    """Told to programs, which have no form word of ours and no cookie."""
    client = visiting(Settings()).client
    client.cookies.clear()
    del client.headers[HEADER]
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    if path.startswith("/fhir"):
        assert answer.headers["content-type"] == "application/fhir+json; charset=utf-8"
        assert [one.code for one in valid(answer.content).issue] == ["not-supported"]
    else:
        assert "ask with GET" in answer.text
    assert client.post("/library/favourites", data={"topic": "x"}).status_code == 403


def test_fhir_finds_the_language_that_was_asked_for_and_no_other(visitor: Visitor) -> None:
    """A token is matched as it is (FHIR R4, 3.1.1.4.10); Infobutton falls back."""
    for tag, there in (("es", True), ("es-MX", False), ("zh", True), ("zh-Hans", True)):
        bundle = valid(visitor.client.get(f"/fhir/DocumentReference?language={tag}").content)
        assert bool(bundle.total) == there, tag
        spoken = {one.resource.content[0].attachment.language for one in bundle.entry or ()}
        assert all(one.startswith(tag) for one in spoken)
    asked = f"{ASK}&informationRecipient.languageCode.c=es-MX"
    assert "/es.html" in visitor.client.get(asked).text


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/fhir+json", 200),
        ("application/json;q=0.9, application/fhir+xml", 200),
        ("text/html,application/xhtml+xml,*/*;q=0.8", 200),
        ("", 200),
        ("application/fhir+xml", 406),
        ("text/turtle, application/xml;q=0.5", 406),
    ],
)
def test_fhir_answers_in_json_alone(visitor: Visitor, accept: str, status: int) -> None:
    answer = visitor.client.get("/fhir/metadata", headers={"accept": accept})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/fhir+json; charset=utf-8"
    valid(answer.content)


# Pages and sheets


def test_a_file_that_has_not_changed_is_not_sent_again(visitor: Visitor) -> None:
    first = visitor.client.get(f"{TOPIC}/en.pdf")
    assert first.headers["cache-control"] == "private, no-cache"
    etag = first.headers["etag"]
    for known in (etag, f'"other", {etag}', f"W/{etag}"):
        again = visitor.client.get(f"{TOPIC}/en.pdf", headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
    other = visitor.client.get(f"{TOPIC}/en.pdf", headers={"if-none-match": '"other"'})
    assert other.content == first.content


def test_a_file_is_of_the_text_as_it_is_now(visiting: Visiting, library: Path) -> None:
    served = visiting(Settings(content=library))
    before = served.client.get(f"{TOPIC}/en.html")
    path = library / "topics/first-days-of-back-pain/en.md"
    path.write_text(path.read_text().replace("The first days of back pain", "A changed title"))
    headers = {"if-none-match": before.headers["etag"]}
    ends = time.monotonic() + 20
    while (after := served.client.get(f"{TOPIC}/en.html", headers=headers)).status_code == 304:
        assert time.monotonic() < ends, "it never looked at the file again"
    assert after.status_code == 200
    assert "A changed title" in after.text
    assert "A changed title" not in before.text


def test_a_page_brings_its_own_style_and_nothing_else(visitor: Visitor) -> None:
    page = visitor.client.get(f"{TOPIC}/en.html")
    policy = page.headers["content-security-policy"]
    assert re.search(r"style-src 'sha256-[^']{44}'; ", policy)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy


@pytest.mark.parametrize(
    "path",
    [
        f"{TOPIC}/fr.pdf",
        f"{TOPIC}/en.md",
        f"{TOPIC}/en",
        f"{TOPIC}/.pdf",
        f"{TOPIC}/..%2f..%2fclinics%2fexample.pdf",
        "/topics/nothing/en.pdf",
        "/topics/../en.pdf",
        "/topics/%2e%2e/en.pdf",
    ],
)
def test_there_is_no_file_but_of_a_topic_in_its_languages(visitor: Visitor, path: str) -> None:
    assert visitor.client.get(path).status_code == 404


def test_a_topic_with_a_mistake_is_not_handed_out(visiting: Visiting, library: Path) -> None:
    path = library / "topics/first-days-of-back-pain/en.md"
    path.write_text(path.read_text().replace("20 minutes at most", "1020 minutes at most {{ x }}"))
    answer = visiting(Settings(content=library)).client.get(f"{TOPIC}/en.pdf")
    assert answer.status_code == 409
    assert "Traceback" not in answer.text
