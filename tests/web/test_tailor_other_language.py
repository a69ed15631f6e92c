"""A language that a topic does not have any more, over HTTP: those that it has are buttons, and
nothing else that was chosen is lost."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Visitor

SHORT = "/tailor/first-days-of-back-pain"
SAID = {
    "en": "The topic is not in that language, or not any more.",
    "es": "El tema no está en ese idioma, o ya no está.",
    "ar": "ليس الموضوع بهذه اللغة، أو لم يعد بها.",
}
CHOSEN = {
    "language": "xx",
    "print": "large",
    "keep": "get-help,exercises,knee-rolls",
    "dose.knee-rolls.reps": "8",
}


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form on the page."""
    form = page[page.index('<section class="notice') :]
    return dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form))


@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_another_language_keeps_what_an_address_chose(visitor: Visitor, code: str) -> None:
    asked = {"headers": {"accept-language": code}}
    answer = visitor.client.get(SHORT, params=CHOSEN, **asked)  # type: ignore[arg-type]
    assert answer.status_code == 422 and SAID[code] in answer.text
    assert 'href="/library"' in answer.text
    assert re.search(r'name="language" value="vi" lang="vi">Tiếng Việt</button>', answer.text)
    there = visitor.client.post(SHORT, data={**fields(answer.text), "language": "vi"})
    assert there.status_code == 303
    page = visitor.client.get(there.headers["location"]).text
    assert re.search(r'value="vi" checked', page) and re.search(r'value="large" checked', page)
    assert re.search(r'name="dose\.knee-rolls\.reps"[^>]*value="8"', page)
    assert not re.search(r'value="pelvic-tilt" checked', page)


def test_name_and_note_come_back_too(visitor: Visitor) -> None:
    answer = visitor.client.post(f"{SHORT}/file/pdf", data={**CHOSEN, "name": "Ada Zyx"})
    assert answer.status_code == 422
    assert answer.headers["cache-control"] == "no-store"
    again = visitor.client.post(SHORT, data={**fields(answer.text), "language": "en"})
    assert again.status_code == 200 and 'value="Ada Zyx"' in again.text
    linked = visitor.client.get(SHORT, params={**CHOSEN, "name": "Ada Zyx"})
    assert "Zyx" not in linked.text, "a link names no patient"


def test_a_second_language_is_left_out_by_a_button(visitor: Visitor) -> None:
    answer = visitor.client.get(SHORT, params={"with": "xx", "language": "es"})
    assert answer.status_code == 422 and ">One language only</button>" in answer.text
    there = visitor.client.post(SHORT, data={**fields(answer.text), "with": ""})
    assert there.headers["location"] == f"{SHORT}?language=es"


def test_the_script_gets_the_buttons(visitor: Visitor) -> None:
    answer = visitor.client.post(f"{SHORT}/pages", data=CHOSEN, headers={"accept": "*/*"})
    assert answer.status_code == 422 and answer.json()["wrong"].startswith(SAID["en"])
    assert {"label": "Español", "field": "language", "value": "es"} in answer.json()["ways"]
