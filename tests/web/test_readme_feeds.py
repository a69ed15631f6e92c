"""Each request that the README shows hospital IT gets the answer that stands below it."""

from __future__ import annotations

import json
import re

import pytest

from careleaf.web.feeds.infobutton_request import CODE, LANGUAGE, NAME, RECIPIENT, SYSTEM, TYPE
from tests.tools.outside import CHECKOUT
from tests.web.conftest import Visitor

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## For hospital IT\n")[2].partition("\n## ")[0]
SHOWN = re.findall(r"```\nGET (\S+)\n```\n\n```(xml|text|json)\n(.*?)```", SECTION, re.DOTALL)


def test_the_section_has_requests() -> None:
    assert [form for _, form, _ in SHOWN] == ["xml", "text", "json"]
    assert SECTION.count("GET /") == len(SHOWN)


@pytest.mark.parametrize(("path", "form", "shown"), SHOWN, ids=[form for _, form, _ in SHOWN])
def test_the_answer_is_the_one_shown(visitor: Visitor, path: str, form: str, shown: str) -> None:
    answer = visitor.client.get(path)
    if form == "json":
        assert _holds(answer.json(), json.loads(shown))
    else:
        assert answer.text == shown


def _holds(whole: object, part: object) -> bool:
    """Whether every member shown is there, with that value; the answer may have more."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            name in whole and _holds(whole[name], value) for name, value in part.items()
        )
    if isinstance(part, list):
        return isinstance(whole, list) and all(map(_holds, whole, part))
    return whole == part


def test_what_is_not_there_is_missed(visitor: Visitor) -> None:
    whole = visitor.client.get("/fhir/metadata").json()
    assert _holds(whole, {"fhirVersion": "4.0.1"})
    assert not _holds(whole, {"fhirVersion": "5.0.0"})
    assert not _holds(whole, {"rest": [{"mode": "client"}]})


def test_every_parameter_of_the_table_is_one() -> None:
    named = re.findall(r"^\| `([^`]+)` \|", SECTION, re.MULTILINE)
    assert {*named} == {CODE, SYSTEM, NAME, LANGUAGE, RECIPIENT, TYPE}
