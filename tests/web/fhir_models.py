"""A FHIR resource in; the same as FHIR's own models read it, or their ValidationError, out.

`fhir.resources` has R4B, which is R4 for every resource that we make: R4B changed those of
medicines, evidence and subscriptions."""

from __future__ import annotations

import json
from typing import Any

from fhir.resources.R4B import get_fhir_model_class


def valid(resource: object) -> Any:
    """Given as JSON-ready data, or as the bytes of an answer."""
    data = resource if isinstance(resource, bytes) else json.dumps(resource).encode()
    kind = json.loads(data)["resourceType"]
    return get_fhir_model_class(kind).model_validate_json(data)
