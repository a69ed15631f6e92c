"""A code as another system sends it in; the code as a topic would write it, and how near two codes
of one system are, out."""

from __future__ import annotations

import re

from msgspec import Struct


class CodeSystem(Struct, frozen=True, kw_only=True):
    """One system of codes, by the names that Infobutton and FHIR have for it."""

    oid: str
    term: str
    """How MedlinePlus Connect names it in a feed's category."""
    title: str
    uri: str
    """FHIR's canonical address (terminology.hl7.org)."""
    form: str = ".{1,64}"
    """A regular expression that each code matches, in capitals."""
    example: str = ""
    classes: bool = False
    """Whether a longer code is a kind of what a shorter one at its beginning means."""

    def code(self, typed: str) -> str | None:
        """The code as a topic writes it, or None where it cannot be one of this system."""
        code = typed.strip().upper()
        if not re.fullmatch(self.form, code):
            return None
        plain = code.replace(".", "") if self.classes else code
        return f"{plain[:3]}.{plain[3:]}" if self.classes and len(plain) > 3 else plain

    def distance(self, asked: str, held: str) -> int | None:
        """By how many characters one of two codes is more exact than the other: 0 where they are
        one; None where neither is a kind of the other."""
        if asked == held:
            return 0
        if self.classes and (asked.startswith(held) or held.startswith(asked)):
            return abs(len(asked) - len(held))
        return None


_ICD10 = "[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?"
"""EHRs send it with its point or without: M54.50, M5450."""

ICD10_CM = CodeSystem(
    oid="2.16.840.1.113883.6.90",
    term="ICD10CM",
    title="ICD-10-CM",
    uri="http://hl7.org/fhir/sid/icd-10-cm",
    form=_ICD10,
    example="M54.50",
    classes=True,
)
ICD10 = CodeSystem(
    oid="2.16.840.1.113883.6.3",
    term="ICD10",
    title="ICD-10",
    uri="http://hl7.org/fhir/sid/icd-10",
    form=_ICD10,
    example="M54.5",
    classes=True,
)
SNOMED_CT = CodeSystem(
    oid="2.16.840.1.113883.6.96",
    term="SNOMEDCT",
    title="SNOMED CT",
    uri="http://snomed.info/sct",
    form="[1-9][0-9]{5,17}",
    example="279039007",
)

HELD = (ICD10_CM, ICD10, SNOMED_CT)
"""The systems whose codes topics carry."""

SYSTEMS = (
    *HELD,
    CodeSystem(
        oid="2.16.840.1.113883.6.103",
        term="ICD9CM",
        title="ICD-9-CM",
        uri="http://hl7.org/fhir/sid/icd-9-cm",
    ),
    CodeSystem(
        oid="2.16.840.1.113883.6.88",
        term="RXNORM",
        title="RxNorm",
        uri="http://www.nlm.nih.gov/research/umls/rxnorm",
    ),
    CodeSystem(
        oid="2.16.840.1.113883.6.69",
        term="NDC",
        title="NDC",
        uri="http://hl7.org/fhir/sid/ndc",
    ),
    CodeSystem(
        oid="2.16.840.1.113883.6.1",
        term="LOINC",
        title="LOINC",
        uri="http://loinc.org",
    ),
    CodeSystem(
        oid="2.16.840.1.113883.6.12",
        term="CPT",
        title="CPT",
        uri="http://www.ama-assn.org/go/cpt",
    ),
)
"""Those that MedlinePlus Connect answers for. A code of one that topics do not carry is well asked
and finds nothing."""

_BY_NAME = {name: one for one in SYSTEMS for name in (one.oid, f"urn:oid:{one.oid}", one.uri)}


def code_system(name: str) -> CodeSystem | None:
    """The system of an OID or of a FHIR address."""
    return _BY_NAME.get(name.strip())
