"""Materials in; FHIR R4 resources of them, as JSON-ready dicts, out.

A DocumentReference says where the printable sheet and the web page are; a Library says what the
topic is, how far its review is and what it is about. Both are honest about drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from urllib.parse import urlencode

from careleaf.language import language
from careleaf.web.feeds.code_systems import ICD10_CM, SNOMED_CT
from careleaf.web.feeds.fhir_request import EDUCATION_NOTE, LOINC, Search
from careleaf.web.feeds.languages import speaks
from careleaf.web.feeds.material import PAGE, PRINT, Material
from careleaf.web.feeds.mistake import Mistake

MEDIA_TYPE = "application/fhir+json"
VERSION = "4.0.1"
KINDS = ("DocumentReference", "Library")
Resource = dict[str, object]


def resource(kind: str, one: Material, *, base: str, publisher: str) -> Resource:
    """The material as a resource of one of `KINDS`. `base` is the address of the app."""
    make = _document_reference if kind == "DocumentReference" else _library
    return _said(make(one, base=base, publisher=publisher))


def _said(some: Mapping[str, object]) -> Resource:
    """Those that say something: FHIR has no empty members."""
    return {name: value for name, value in some.items() if value}


def _document_reference(one: Material, *, base: str, publisher: str) -> Resource:
    """`status` is of the reference, which holds; `docStatus` is of what it leads to."""
    return {
        "resourceType": "DocumentReference",
        "id": one.name,
        **_head(one),
        "masterIdentifier": _identifier(one),
        "status": "current",
        "docStatus": "preliminary" if one.review.state == "draft" else "final",
        "type": {
            "coding": [{"system": LOINC, "code": EDUCATION_NOTE, "display": "Education note"}],
        },
        "category": [_concept(*code) for code in _codes(one)],
        "date": f"{one.written.isoformat()}T00:00:00Z",
        "custodian": {"display": publisher},
        "description": _described(one),
        "content": [{"attachment": attached} for attached in _attachments(one, base)],
    }


def _library(one: Material, *, base: str, publisher: str) -> Resource:
    """`useContext` with the code `focus` is what a topic is about, `topic` also by other names that
    people look for it by; dates of approval are there
    once a clinician gave it."""
    signed = _day(one.review.signed)
    period = {"start": signed, "end": _day(one.review.until)}
    told = {"approvalDate": signed, "lastReviewDate": signed, "effectivePeriod": _said(period)}
    return {
        "resourceType": "Library",
        "id": one.name,
        **_head(one),
        "url": f"urn:uuid:{one.uuid}",
        "identifier": [_identifier(one)],
        "version": one.version,
        "name": "".join(part.capitalize() for part in one.topic.split("-")),
        "title": one.title,
        "status": "draft" if one.review.state == "draft" else "active",
        "type": {"coding": [{"system": _TERMS + "library-type", "code": "asset-collection"}]},
        "date": one.written.isoformat(),
        "publisher": publisher,
        "description": _described(one),
        "useContext": [_focus(*code) for code in _codes(one)],
        **_said(told),
        "topic": [_concept(_TERMS + "definition-topic", "education"), *_called(one)],
        "content": _attachments(one, base),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


_TERMS = "http://terminology.hl7.org/CodeSystem/"


def _head(one: Material) -> Resource:
    words = "".join(f"<p>{escape(text)}</p>" for text in (one.title, _described(one)) if text)
    # An attribute of XHTML is all that tells a reader of the narrative what language it is in.
    shown = f'<div xmlns="http://www.w3.org/1999/xhtml" lang="{one.language}">{words}</div>'
    return {"language": one.language, "text": {"status": "generated", "div": shown}}


def _described(one: Material) -> str:
    told = [text for text in (one.summary, one.standing()) if text]
    return language(one.language).stop.join(told) or one.title


def _identifier(one: Material) -> Resource:
    return {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{one.uuid}"}


def _codes(one: Material) -> list[tuple[str, str]]:
    return [(each.uri, code) for each in (ICD10_CM, SNOMED_CT) for code in one.codes(each)]


def _concept(system: str, code: str) -> Resource:
    return {"coding": [{"system": system, "code": code}]}


def _called(one: Material) -> list[Resource]:
    """What people may look for it by, in words of no code system."""
    return [{"text": name} for name in one.also]


def _focus(system: str, code: str) -> Resource:
    kind = {"system": _TERMS + "usage-context-type", "code": "focus"}
    return {"code": kind, "valueCodeableConcept": _concept(system, code)}


def _attachments(one: Material, base: str) -> list[Resource]:
    return [
        {
            "contentType": media_type,
            "language": one.language,
            "url": one.address(base, media_type),
            "title": one.title,
            "creation": one.written.isoformat(),
        }
        for media_type in (PRINT, PAGE)
    ]


def matches(one: Material, search: Search) -> bool:
    """Whether a material is what a search looks for: some value of every parameter."""
    return (
        search.id in (None, one.name)
        and all(any(one.distance(*code) is not None for code in some) for some in search.codes)
        and all(any(speaks(one.language, tag) for tag in some) for some in search.languages)
        and all(_is_education(some) for some in search.types)
    )


def _is_education(types: Sequence[str]) -> bool:
    return any(one in (EDUCATION_NOTE, f"{LOINC}|{EDUCATION_NOTE}", f"{LOINC}|") for one in types)


def matching(search: Search, materials: Iterable[Material]) -> list[Material]:
    """All that a search finds, in the order of its pages."""
    return sorted((one for one in materials if matches(one, search)), key=lambda one: one.name)


def found(
    kind: str,
    search: Search,
    pairs: Sequence[tuple[str, str]],
    materials: Iterable[Material],
    *,
    base: str,
    publisher: str,
) -> Resource:
    """A searchset Bundle: one page of what a search found, with the way to the next."""
    some = matching(search, materials)
    page = some[search.page]
    asked = [(name, value) for name, value in pairs if name not in ("_count", "_offset")]
    root = f"{base}/fhir/{kind}"

    def link(relation: str, offset: int) -> Resource:
        paged = [*asked, ("_count", str(search.count)), ("_offset", str(offset))]
        return {"relation": relation, "url": f"{root}?{urlencode(paged)}"}

    links = [link("self", search.offset)]
    if page and search.offset + search.count < len(some):
        links.append(link("next", search.offset + search.count))
    bundle: Resource = {
        "resourceType": "Bundle",
        "type": "searchset",
        "total": len(some),
        "link": links,
    }
    entries = [
        {
            "fullUrl": f"{root}/{one.name}",
            "resource": resource(kind, one, base=base, publisher=publisher),
            "search": {"mode": "match"},
        }
        for one in page
    ]
    return bundle | ({"entry": entries} if entries else {})


def outcome(code: str, mistakes: Iterable[Mistake]) -> Resource:
    """An OperationOutcome. `code` is of FHIR's issue types: "invalid", "not-found" ..."""
    return {
        "resourceType": "OperationOutcome",
        "issue": [
            {"severity": "error", "code": code, "diagnostics": one.told()} for one in mistakes
        ],
    }
