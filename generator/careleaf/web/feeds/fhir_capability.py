"""The address of the app in; what its FHIR side can do, as a CapabilityStatement, out."""

from __future__ import annotations

from datetime import date

from careleaf import __version__
from careleaf.web.feeds.fhir import KINDS, MEDIA_TYPE, VERSION, Resource
from careleaf.web.feeds.fhir_request import parameters

_TOLD = {
    "code": "what the topic is about, as system|code; ICD-10 finds broader and narrower codes",
    "category": "the same as code",
    "context": "the same as code",
    "language": "the language of the material, and its kinds: es finds es-MX",
    "type": "LOINC 34895-3, Education note",
}

CHANGED = date(2026, 11, 26)
"""When what is stated here last changed."""


def capability_statement(base: str) -> Resource:
    """Read and search, nothing else."""
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": CHANGED.isoformat(),
        "kind": "instance",
        "software": {"name": "Careleaf", "version": __version__},
        "implementation": {
            "description": "Careleaf: materials for patients",
            "url": f"{base}/fhir",
        },
        "fhirVersion": VERSION,
        "format": ["json", MEDIA_TYPE],
        "rest": [{"mode": "server", "resource": [_resource(kind) for kind in KINDS]}],
    }


def _resource(kind: str) -> Resource:
    return {
        "type": kind,
        "interaction": [{"code": "read"}, {"code": "search-type"}],
        "versioning": "no-version",
        "searchParam": [
            {"name": name, "type": form} | ({"documentation": _TOLD[name]} if name in _TOLD else {})
            for name, form in parameters(kind).items()
        ],
    }
