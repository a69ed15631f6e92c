"""The parameters of an HL7 Infobutton request in; what is asked for, or every mistake, out.

Names and values: HL7 Context-Aware Knowledge Retrieval, URL-based implementation guide, and
MedlinePlus Connect's web service. Facts about the patient that the guide has room for (age, sex,
task, encounter) are neither used nor kept: a feed's categories tell what was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from careleaf.problem import did_you_mean
from careleaf.web.feeds.code_systems import SYSTEMS, CodeSystem, code_system
from careleaf.web.feeds.languages import ENGLISH, language_tag
from careleaf.web.feeds.mistake import MOST_LETTERS, MOST_PARAMETERS, Mistake

CODE, SYSTEM = "mainSearchCriteria.v.c", "mainSearchCriteria.v.cs"
NAME, TEXT = "mainSearchCriteria.v.dn", "mainSearchCriteria.v.ot"
LANGUAGE, RECIPIENT = "informationRecipient.languageCode.c", "informationRecipient"
TYPE = "knowledgeResponseType"
_USED = (CODE, SYSTEM, NAME, TEXT, LANGUAGE, RECIPIENT, TYPE)

Form = Literal["xml", "json"]
FORMS: dict[str, Form] = {
    "text/xml": "xml",
    "application/atom+xml": "xml",
    "application/json": "json",
}
_SCRIPTS = ("application/javascript", "text/javascript", "application/x-javascript")
_RECIPIENTS = ("PAT", "PROV")

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Asked(Struct, frozen=True, kw_only=True):
    """What a request asks for."""

    system: CodeSystem
    code: str
    name: str = ""
    language: str = ENGLISH
    recipient: str = "PAT"
    form: Form = "xml"


def read_request(pairs: Sequence[tuple[str, str]]) -> Asked | list[Mistake]:
    """Every mistake there is, or what is asked for."""
    if len(pairs) > MOST_PARAMETERS:
        return [Mistake("", f"more than {MOST_PARAMETERS} parameters")]
    mistakes = [*_misnamed(pairs), *_repeated(pairs), *_unreadable(pairs)]
    if mistakes:
        spoilt = {one.parameter for one in mistakes}
        pairs = [(name, value) for name, value in pairs if name not in spoilt]
    else:
        spoilt = set()
    given = {name: value.strip() for name, value in pairs if name in _USED}
    system = code_system(given.get(SYSTEM, ""))
    mistakes += [
        *_system_mistakes(given, system, spoilt),
        *_code_mistakes(given, system, spoilt),
        *_other_mistakes(given, pairs),
    ]
    if mistakes or system is None:
        return mistakes
    return Asked(
        system=system,
        code=system.code(given[CODE]) or "",
        name=given.get(NAME, "") or given.get(TEXT, ""),
        language=language_tag(given.get(LANGUAGE) or ENGLISH) or ENGLISH,
        recipient=(given.get(RECIPIENT) or "PAT").upper(),
        form=FORMS[given.get(TYPE, "").lower() or "text/xml"],
    )


def _misnamed(pairs: Sequence[tuple[str, str]]) -> list[Mistake]:
    """Names that nobody but a misspelt one of ours can be. All others that we do not use are HL7's
    or the asking system's own."""
    mistakes = []
    for name in dict.fromkeys(name for name, _ in pairs if name not in _USED):
        ours = [one for one in _USED if one.lower() == name.lower()]
        if re.fullmatch(r"mainSearchCriteria\.v\.(c|cs|dn|ot)[0-9]{1,2}", name):
            mistakes.append(Mistake(name, "only one code is looked for", _ONE_CODE))
        elif ours or name.lower().startswith("mainsearchcriteria"):
            hint = f"did you mean '{ours[0]}'?" if ours else did_you_mean(name[:80], _USED)
            mistakes.append(Mistake(name, "there is no such parameter", hint or f"write '{CODE}'"))
    return mistakes


def _repeated(pairs: Sequence[tuple[str, str]]) -> list[Mistake]:
    names = [name for name, _ in pairs]
    twice = [name for name in _USED if names.count(name) > 1]
    return [Mistake(name, "given more than once", _ONE_CODE) for name in twice]


_ONE_CODE = "send one request for each code"


def _unreadable(pairs: Sequence[tuple[str, str]]) -> list[Mistake]:
    mistakes = []
    for name, value in pairs:
        if name in _USED and len(value) > MOST_LETTERS:
            mistakes.append(Mistake(name, f"longer than {MOST_LETTERS} characters"))
        elif name in _USED and _NOT_IN_XML.search(value):
            mistakes.append(Mistake(name, "it holds characters that no feed can carry"))
    return mistakes


def _system_mistakes(
    given: dict[str, str], system: CodeSystem | None, spoilt: set[str]
) -> list[Mistake]:
    if system or SYSTEM in spoilt:
        return []
    known = ", ".join(f"{one.oid} ({one.title})" for one in SYSTEMS)
    if not given.get(SYSTEM):
        return [Mistake(SYSTEM, "it is missing", f"the OID of the code system: {known}")]
    return [Mistake(SYSTEM, f"no code system is known by '{given[SYSTEM]}'", f"one of {known}")]


def _code_mistakes(
    given: dict[str, str], system: CodeSystem | None, spoilt: set[str]
) -> list[Mistake]:
    if CODE in spoilt:
        return []
    if not given.get(CODE):
        example = system.example if system else ""
        return [Mistake(CODE, "it is missing", f"for example: {example}" if example else "")]
    if system and system.code(given[CODE]) is None:
        hint = f"for example: {system.example}" if system.example else ""
        return [Mistake(CODE, f"'{given[CODE]}' is not a code of {system.title}", hint)]
    return []


def _other_mistakes(given: dict[str, str], pairs: Sequence[tuple[str, str]]) -> list[Mistake]:
    mistakes = []
    tag, recipient = given.get(LANGUAGE, ""), given.get(RECIPIENT, "")
    if tag and language_tag(tag) is None:
        message = f"'{tag}' is not a language code"
        mistakes.append(Mistake(LANGUAGE, message, "for example: en, es, zh-Hans"))
    if recipient and recipient.upper() not in _RECIPIENTS:
        mistakes.append(Mistake(RECIPIENT, f"'{recipient}' is nobody", "PAT or PROV"))
    wanted = given.get(TYPE, "").lower()  # "text/XML" is what some systems send
    if wanted in _SCRIPTS or any(name in ("callback", "jsonp") for name, _ in pairs):
        mistakes.append(_NO_SCRIPT)
    elif wanted and wanted not in FORMS:
        message = f"answers are not made as '{wanted}'"
        mistakes.append(Mistake(TYPE, message, f"one of {', '.join(FORMS)}"))
    return mistakes


_NO_SCRIPT = Mistake(
    TYPE,
    "JSONP is refused: an answer that is a script can be read by every web page that is open in "
    "the same browser",
    "application/json, asked for by the hospital's own server",
)
