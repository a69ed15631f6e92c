"""Writing a topic over HTTP, with and without a script: what is shown, saved, and never lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from httpx2 import Response

from careleaf.web.settings import Settings
from tests.web.conftest import Visitor

TOPIC = "first-days-of-back-pain"
AT = f"/write/{TOPIC}/en"
JSON = {"accept": "application/json"}


@pytest.fixture
def author(visiting: Callable[[Settings], Visitor], library: Path) -> Visitor:
    return visiting(Settings(content=library))


@pytest.fixture
def file(library: Path) -> Path:
    return library / "topics" / TOPIC / "en.md"


def field(answer: Response, name: str) -> str:
    """The value of a hidden field, or of a text area."""
    text = answer.text
    if found := re.search(rf'<input[^>]* name="{name}" value="([^"]*)"', text):
        return unescape(found[1])
    area = re.search(rf'<textarea[^>]* name="{name}"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    assert area, name
    return unescape(area[1])


def digest(author: Visitor) -> str:
    return field(author.client.get(AT), "digest")


def test_the_screen_holds_the_file_as_it_is(author: Visitor, file: Path) -> None:
    answer = author.client.get(AT)
    assert answer.status_code == 200
    assert field(answer, "text") == file.read_text(encoding="utf-8")
    assert "No problems" in answer.text
    assert "Flesch-Kincaid" in answer.text


def test_translations_that_are_behind_are_told(author: Visitor, file: Path) -> None:
    page = author.client.get(AT).text
    assert f'href="/check/{TOPIC}/es"' in page
    assert "to translate" not in page
    text = file.read_text(encoding="utf-8") + "\nTwo sentences more. Nobody knows them.\n"
    file.write_text(text, encoding="utf-8")
    page = author.client.get(AT).text
    assert page.count("1 to translate") == len(list(file.parent.glob("*.po")))


def test_a_translation_is_not_written_here_and_its_address_says_where(
    author: Visitor, library: Path
) -> None:
    answer = author.client.get(f"/write/{TOPIC}/es")
    assert answer.status_code == 200
    assert "Español</bdi> is a translation" in answer.text
    assert "es.po" in answer.text
    assert f'href="{AT}"' in answer.text
    assert f'href="/check/{TOPIC}/es"' in answer.text
    assert "<textarea" not in answer.text
    for none in (f"/write/{TOPIC}/de", "/write/no-such-topic/es"):
        assert author.client.get(none).status_code == 404


def test_blocks_are_named_in_words_of_the_screen(author: Visitor) -> None:
    page = author.client.get(AT).text
    buttons = page[page.index('id="insert"') :].partition("<noscript>")[0]
    assert "<b>Do and do not</b>" in buttons
    assert "Do dont" not in buttons
    author.client.cookies.set("careleaf-language", "es")
    page = author.client.get(AT).text
    buttons = page[page.index('id="insert"') :].partition("<noscript>")[0]
    for words in ("Ejercicio", "Señales de alarma", "Pasos", "Qué hacer y qué no"):
        assert f">{words}<" in buttons
    assert "Side by side" not in buttons


def test_only_a_style_sheet_with_the_words_of_this_answer_applies(author: Visitor) -> None:
    nonces = set()
    for _ in range(2):
        answer = author.client.get(AT)
        policy = answer.headers["content-security-policy"]
        (nonce,) = re.findall(r"style-src 'self' 'nonce-([\w-]{24})'", policy)
        assert f'data-nonce="{nonce}"' in answer.text
        assert "unsafe-inline" not in policy
        nonces.add(nonce)
    assert len(nonces) == 2


def test_a_script_gets_each_slip_with_its_place_and_what_mends_it(
    author: Visitor, file: Path
) -> None:
    text = file.read_text(encoding="utf-8").replace("frequency:", "frequensy:", 1)
    answer = author.client.post(f"{AT}/check", data={"text": text}, headers=JSON)
    data = answer.json()
    [finding] = data["findings"]
    assert text[finding["start"] : finding["end"]] == "frequensy"
    assert finding["fix"]["new"] == "frequency"
    assert 'Change to “<bdi lang="en">frequency</bdi>”' in data["problems"]
    assert data["errors"] == 1
    assert 'scope="row"' in data["outline"]


def test_without_a_script_check_leads_to_the_line_and_mends_it(author: Visitor, file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("frequency:", "frequensy:", 1)
    line = text[: text.index("frequensy")].count("\n") + 1
    sent = {"text": text.replace("\n", "\r\n"), "digest": digest(author)}  # as forms send it
    answer = author.client.post(f"{AT}/check", data=sent)
    assert f'href="#L{line}"' in answer.text
    assert f'<li id="L{line}">frequensy:' in answer.text
    (fix,) = re.findall(r'name="fix" value="([^"]*)"', answer.text)
    mended = author.client.post(f"{AT}/fix", data={**sent, "fix": unescape(fix)})
    assert field(mended, "text") == file.read_text(encoding="utf-8")
    assert "Unsaved changes" in mended.text
    assert "frequensy" not in file.read_text(encoding="utf-8")


def test_saving_by_form_and_by_script(author: Visitor, file: Path) -> None:
    text = file.read_text(encoding="utf-8") + "\nMore words.\n"
    answer = author.client.post(AT, data={"text": text, "digest": digest(author)})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{AT}?saved")
    assert file.read_text(encoding="utf-8") == text
    again = text + "And more.\n"
    tag = {"If-Match": f'"{digest(author)}"'}
    answer = author.client.put(AT, data={"text": again}, headers={**JSON, **tag})
    assert answer.status_code == 200
    assert file.read_text(encoding="utf-8") == again
    assert answer.json()["digest"] == digest(author)
    assert answer.headers["etag"] == f'"{digest(author)}"'


@pytest.mark.parametrize("way", ["form", "script", "no digest"])
def test_a_file_that_changed_is_never_written_over(author: Visitor, file: Path, way: str) -> None:
    before = file.read_text(encoding="utf-8")
    opened = digest(author) if way != "no digest" else ""
    theirs = before.replace("title: ", "title: Their ", 1)
    file.write_text(theirs, encoding="utf-8")
    mine = before + "\nMine.\n"
    if way == "script":
        tag = {"If-Match": f'"{opened}"'}
        answer = author.client.put(AT, data={"text": mine, "base": before}, headers=tag | JSON)
        assert answer.json()["conflict"].count("checked") == 2  # each side changed another place
    else:
        answer = author.client.post(AT, data={"text": mine, "digest": opened})
        assert "checked" not in answer.text
    assert answer.status_code == 409
    assert file.read_text(encoding="utf-8") == theirs


def conflict(author: Visitor, file: Path) -> tuple[Response, str, str]:
    """The screen with both sides, mine and theirs."""
    before = file.read_text(encoding="utf-8")
    opened = digest(author)
    theirs = before.replace("title: ", "title: Their ", 1)
    mine = before + "\nMine.\n"
    file.write_text(theirs, encoding="utf-8")
    return author.client.post(AT, data={"text": mine, "digest": opened}), mine, theirs


def test_picks_are_saved_and_nothing_is_lost(author: Visitor, file: Path) -> None:
    answer, mine, theirs = conflict(author, file)
    sent = {"text": field(answer, "text"), "digest": field(answer, "digest")}
    assert sent["text"] == mine
    unpicked = author.client.post(f"{AT}/conflict", data=sent)
    assert unpicked.status_code == 409
    assert "Nothing was saved yet" in unpicked.text
    assert file.read_text(encoding="utf-8") == theirs
    picks = {"place-0": "file", "place-1": "yours"}
    assert author.client.post(f"{AT}/conflict", data={**sent, **picks}).status_code == 303
    assert file.read_text(encoding="utf-8") == theirs + "\nMine.\n"


def test_a_file_that_changes_once_more_is_shown_once_more(author: Visitor, file: Path) -> None:
    answer, mine, theirs = conflict(author, file)
    sent = {"text": field(answer, "text"), "digest": field(answer, "digest")}
    file.write_text(theirs + "\nAnd theirs.\n", encoding="utf-8")
    picks = {"place-0": "file", "place-1": "yours"}
    again = author.client.post(f"{AT}/conflict", data={**sent, **picks})
    assert again.status_code == 409
    assert "And theirs" in again.text
    assert field(again, "text") == mine
    assert file.read_text(encoding="utf-8").endswith("And theirs.\n")


def test_my_side_can_be_taken_away_as_a_file_or_back_to_the_editor(
    author: Visitor, file: Path
) -> None:
    answer, mine, _ = conflict(author, file)
    sent = {"text": field(answer, "text"), "digest": "whatever"}
    copy = author.client.post(f"{AT}/copy", data=sent)
    assert copy.text == mine
    assert "attachment" in copy.headers["content-disposition"]
    editor = author.client.post(f"{AT}/edit", data=sent)
    assert field(editor, "text") == mine
    assert field(editor, "digest") == "whatever"


def test_back_from_a_conflict_the_file_is_still_not_written_over(
    author: Visitor, file: Path
) -> None:
    answer, _, theirs = conflict(author, file)
    names = ("text", "digest", "opened")
    editor = author.client.post(f"{AT}/edit", data={one: field(answer, one) for one in names})
    sent = {"text": field(editor, "text"), "digest": field(editor, "digest")}
    assert author.client.post(AT, data=sent).status_code == 409
    assert file.read_text(encoding="utf-8") == theirs


@pytest.mark.parametrize("code", ["es", "ar"])
def test_a_screen_that_speaks_another_language_keeps_what_was_written(
    author: Visitor, file: Path, code: str
) -> None:
    before = file.read_text(encoding="utf-8")
    mine = before + "\nMine.\n"
    opened = author.client.get(AT)
    assert f'form="writing" formaction="{AT}/edit" formnovalidate name="screens"' in opened.text
    sent = {"text": mine, "digest": field(opened, "digest"), "screens": code}
    editor = author.client.post(f"{AT}/edit", data=sent)
    assert f'<html lang="{code}"' in editor.text
    assert (field(editor, "text"), field(editor, "base")) == (mine, before)
    assert field(editor, "digest") == sent["digest"]
    assert f'<html lang="{code}"' in author.client.get("/write").text
    same = author.client.post(f"{AT}/edit", data={**sent, "text": before})
    assert 'data-changed="false"' in same.text
    file.write_text(before.replace("title: ", "title: Their ", 1), encoding="utf-8")
    refused = author.client.post(AT, data={"text": mine, "digest": sent["digest"], "base": before})
    assert refused.status_code == 409 and 'form="sides"' in refused.text
    names = ("text", "digest", "base")
    again = {one: field(refused, one) for one in names} | {"screens": "en"}
    sides = author.client.post(f"{AT}/conflict", data=again)
    assert '<html lang="en"' in sides.text
    assert field(sides, "text") == mine
    new = {"name": "knee", "title": "Knee pain", "screens": code}
    form = author.client.post("/write/new", data=new)
    assert f'<html lang="{code}"' in form.text and 'value="Knee pain"' in form.text
    assert not (file.parents[1] / "knee").exists()


@pytest.mark.parametrize("name", ["%E6%97%A5", "a%0d%0aX-Evil:%201", 'a";x="b', "knee.pdf"])
def test_no_name_but_a_topics_is_the_name_of_a_copy(author: Visitor, name: str) -> None:
    assert author.client.post(f"/write/{name}/en/copy", data={"text": "x"}).status_code == 404


def test_the_copy_of_a_topic_whose_folder_has_an_odd_name(author: Visitor, library: Path) -> None:
    (library / "topics" / TOPIC).rename(library / "topics" / 'la"日')
    answer = author.client.post("/write/la%22%E6%97%A5/en/copy", data={"text": "x"})
    name = "attachment; filename*=UTF-8''la%22%E6%97%A5-en-mine.md"
    assert (answer.status_code, answer.headers["content-disposition"]) == (200, name)


def test_a_file_that_is_gone_can_be_put_back(author: Visitor, file: Path) -> None:
    before, opened = file.read_text(encoding="utf-8"), digest(author)
    mine = before + "\nMine.\n"
    file.unlink()
    answer = author.client.post(AT, data={"text": mine, "digest": opened, "base": before})
    assert answer.status_code == 409
    assert "The file of “The first days of back pain” is gone" in answer.text
    assert "<h1>Not saved: the file is gone</h1>" in answer.text
    assert "00:00" not in answer.text and 'type="radio"' not in answer.text
    sent = {"text": field(answer, "text"), "digest": field(answer, "digest")}
    assert author.client.post(f"{AT}/conflict", data=sent).status_code == 303
    assert file.read_text(encoding="utf-8") == mine


@pytest.mark.parametrize("path", ["/edit", "/check", "/fix", "/preview"])
def test_every_way_back_keeps_the_text_of_a_file_that_is_gone(
    author: Visitor, file: Path, path: str
) -> None:
    mine = file.read_text(encoding="utf-8") + "\nMine.\n"
    file.unlink()
    answer = author.client.post(AT + path, data={"text": mine, "digest": "x"})
    assert answer.status_code == 200
    assert "The file of “The first days of back pain” is gone" in answer.text
    assert field(answer, "text") == mine
    assert "no topic" not in answer.text.lower()


def test_what_a_block_that_cannot_be_read_would_mend_is_not_told(
    author: Visitor, file: Path
) -> None:
    text = file.read_text(encoding="utf-8").replace(":::key-message", ":::key-messagx", 1)
    data = author.client.post(f"{AT}/check", data={"text": text}, headers=JSON).json()
    assert [one["message"] for one in data["findings"]] == ["unknown block “key-messagx”"]
    file.write_text(text, encoding="utf-8")
    page = author.client.get(f"/check/{TOPIC}/en").text
    assert "Not scored: a block of this text cannot be read yet." in page
    assert "no key message" not in page


def test_no_hint_on_a_screen_is_a_command_to_type(author: Visitor, file: Path) -> None:
    checks = file.parents[2] / "checks.md"
    checks.write_text("---\nflesch-kincaid: 0\ncdc: 99\n---\n", encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    data = author.client.post(f"{AT}/check", data={"text": text}, headers=JSON).json()
    assert {one["code"] for one in data["findings"]} == {"E545", "E561"}
    page = author.client.get(f"/check/{TOPIC}/en").text
    assert "What it lacks, and what to do: the check report" in page
    for shown in (data["problems"], str(data["findings"]), page):
        assert "careleaf check" not in shown


@pytest.mark.parametrize("way", ["form", "script"])
def test_the_text_of_a_topic_that_is_gone_can_be_kept(
    author: Visitor, file: Path, library: Path, way: str
) -> None:
    mine, opened = file.read_text(encoding="utf-8") + "\nMine.\n", digest(author)
    file.parent.rename(library / "elsewhere")
    if way == "form":
        answer = author.client.post(AT, data={"text": mine, "digest": opened})
        told = answer.text
        assert field(answer, "text") == mine
    else:
        tag = {"If-Match": f'"{opened}"'}
        answer = author.client.put(AT, data={"text": mine}, headers={**JSON, **tag})
        told = answer.json()["conflict"]
        checked = author.client.post(f"{AT}/check", data={"text": mine}, headers=JSON)
        assert checked.json()["message"].startswith("The file of “The first days of back pain” is")
    assert answer.status_code == 409
    assert (
        "The folder of “The first days of back pain” is gone" in told
        and f'formaction="{AT}/copy"' in told
    )
    assert "Put the file back" not in told and "00:00" not in told and 'name="place-' not in told
    copy = author.client.post(f"{AT}/copy", data={"text": mine})
    assert copy.status_code == 200 and copy.text == mine


def test_the_library_that_ships_with_careleaf_is_not_changed(
    visiting: Callable[[Settings], Visitor], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    visitor = visiting(Settings())
    page = visitor.client.get(AT)
    assert "ships with Careleaf" in page.text
    sent = {"text": "x", "digest": field(page, "digest")}
    answer = visitor.client.post(AT, data=sent)
    assert answer.status_code == 422
    assert "is not yours to change" in answer.text
    assert "Start Careleaf in a folder of your own" in answer.text
    assert "--content" not in answer.text
    told = visitor.client.put(AT, data=sent, headers=JSON | {"If-Match": f'"{sent["digest"]}"'})
    assert told.json() == {
        "message": "The library that ships with careleaf is not yours to change.",
        "hint": "Start Careleaf in a folder of your own.",
    }
    answer = visitor.client.post("/write/new", data={"name": "knee"})
    assert answer.status_code == 422
    assert "Start Careleaf in a folder of your own" in answer.text
    assert "--content" not in answer.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["/write/nowhere/en", f"/write/{TOPIC}/xx", "/write/../en"])
def test_what_is_no_text_is_not_there(author: Visitor, path: str) -> None:
    assert author.client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["..%2Fx", "a%00b", "Knee", "%2e%2e", "~"])
def test_no_name_saves_outside_of_the_topics(author: Visitor, library: Path, name: str) -> None:
    before = sorted(library.parent.rglob("*"))
    for method in ("POST", "PUT"):
        answer = author.client.request(
            method, f"/write/{name}/en", data={"text": "x"}, headers={"If-Match": '""'}
        )
        assert answer.status_code in {404, 405, 422}
    assert sorted(library.parent.rglob("*")) == before


@pytest.mark.parametrize("path", [f"{TOPIC}/es", "nieuw/en"])
def test_neither_a_translation_nor_a_new_topic_is_saved_as_a_text(
    author: Visitor, library: Path, path: str
) -> None:
    before = sorted(library.rglob("*"))
    for method in ("POST", "PUT"):
        answer = author.client.request(method, f"/write/{path}", data={"text": "x", "digest": ""})
        assert answer.status_code == 422
    assert sorted(library.rglob("*")) == before


def test_a_request_without_a_text_is_no_request(author: Visitor) -> None:
    for path in ("", "/check", "/fix", "/preview", "/conflict", "/copy", "/edit"):
        assert author.client.post(AT + path, data={"x": "y"}).status_code == 400


def test_a_new_topic_starts_with_an_example_and_says_what_is_to_write(
    author: Visitor, library: Path
) -> None:
    answer = author.client.post("/write/new", data={"name": "knee-pain", "title": "Knee pain"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/write/knee-pain/en")
    assert (library / "topics" / "knee-pain" / "en.md").exists()
    page = author.client.get("/write/knee-pain/en")
    assert "Knee pain" in page.text
    assert "still the words of the example" in page.text
    again = author.client.post("/write/new", data={"name": "knee-pain", "title": "Other"})
    assert again.status_code == 422
    assert "There is a topic of that short name already" in again.text
    assert '<a href="/write/knee-pain/en"><bdi lang="en">Knee pain</bdi></a>' in again.text
    assert str(library) not in again.text and "en.md is there" not in again.text
    assert 'value="Other"' in again.text
    loaded = author.client.get("/write/new")
    assert (loaded.status_code, loaded.headers["location"]) == (303, "/write#new")
    assert 'id="new"' in author.client.get("/write").text


def test_a_new_topic_is_not_named_longer_than_file_systems_take(author: Visitor) -> None:
    answer = author.client.post("/write/new", data={"name": "a" * 256})
    assert answer.status_code == 422
    assert "cannot name a topic" in answer.text


@pytest.mark.parametrize("medium", ["handout", "slides"])
def test_the_pages_of_an_unsaved_text_are_pictures(
    author: Visitor, file: Path, medium: str
) -> None:
    text = file.read_text(encoding="utf-8") + "\n# Another {#another}\nWords of mine.\n"
    sent = {"text": text, "medium": medium}
    answer = author.client.post(f"{AT}/preview", data=sent, headers=JSON)
    data = answer.json()
    assert data["made"]
    addresses = re.findall(r'src="(/write/preview/[^"]+\.png)"', data["pages"])
    assert len(addresses) > 1
    picture = author.client.get(addresses[-1])
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    past = addresses[0].replace("/1.png", f"/{len(addresses) + 1}.png")
    assert author.client.get(past).status_code == 404


def test_the_web_page_is_shown_as_it_is_and_can_do_nothing(author: Visitor, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    answer = author.client.post(f"{AT}/preview", data={"text": text, "medium": "page"})
    (address,) = re.findall(r'<iframe[^>]* src="([^"]+)"', answer.text)
    page = author.client.get(address)
    assert "The first days of back pain" in page.text
    policy = page.headers["content-security-policy"]
    assert "sandbox" in policy
    assert "style-src 'sha256-" in policy
    assert "unsafe-inline" not in policy


def test_a_text_with_errors_has_no_preview_and_says_so(author: Visitor) -> None:
    answer = author.client.post(f"{AT}/preview", data={"text": "# x"}, headers=JSON)
    assert answer.json()["made"] is False
    assert "mend the errors first" in answer.json()["pages"]


def test_a_preview_that_nobody_made_is_not_there(author: Visitor) -> None:
    assert author.client.get("/write/preview/xyz/1.png").status_code == 404
    assert author.client.get("/write/preview/xyz/page.html").status_code == 404


def test_names_pictures_figures_and_icons(author: Visitor, file: Path) -> None:
    names = author.client.get(f"{AT}/names").json()
    assert {"exercise", "red-flag"} <= {one["name"] for one in names["blocks"]}
    (file.parent / "knee.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    page = author.client.get(f"{AT}/parts")
    assert "knee.svg" in page.text
    assert ":::exercise knee-to-chest" in page.text
    picture = author.client.get(f"{AT}/pictures/knee.svg")
    assert picture.headers["content-security-policy"] == "default-src 'none'; sandbox"
    for wrong in ("en.md", "..%2Fen.md", "other.svg"):
        assert author.client.get(f"{AT}/pictures/{wrong}").status_code == 404
    for path in ("/write/figures/bridge.svg", "/write/icons/walk.svg"):
        assert author.client.get(path).headers["content-type"] == "image/svg+xml"
    for path in ("/write/figures/nobody.svg", "/write/icons/none.svg"):
        assert author.client.get(path).status_code == 404
