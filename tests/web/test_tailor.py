"""The tailor screen over HTTP: the screen, its pages, its files, and what is refused. A patient's
name is planted, and must be in no address, no file's name, no header and no line of the log."""

from __future__ import annotations

import io
import json
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from starlette.datastructures import URL

from careleaf.engine.starter import new_topic
from careleaf.web.settings import Settings
from tests.web.conftest import WORD, Visitor

SHORT, LONG = "first-days-of-back-pain", "low-back-and-hip-pain"
NAME = "Zyxwvut Quxley"
PATIENT = {"name": NAME, "note": f"Walk with {NAME}."}


def pages(visitor: Visitor, topic: str = SHORT, **fields: str) -> list[dict[str, Any]]:
    answer = visitor.client.post(f"/tailor/{topic}/pages", data={"width": "300", **fields})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return [json.loads(line) for line in answer.text.splitlines()]


def state(lines: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = lines[0]["state"]
    return found


def drawn(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one["page"] for one in lines if "page" in one]


def test_the_screen_has_the_choices_of_its_address(visitor: Visitor) -> None:
    page = visitor.client.get(
        f"/tailor/{SHORT}?keep=get-help,exercises,pelvic-tilt&language=es"
    ).text
    assert "<h1>The first days of back pain</h1>" in page
    assert re.search(r'value="pelvic-tilt" checked', page)
    assert not re.search(r'value="knee-rolls" checked', page)
    assert re.search(r'value="es" checked', page)
    assert "2 of 5 sections" in page and "Draft: not yet reviewed by a clinician" in page


def test_a_link_decides_no_dose_and_names_no_patient(visitor: Visitor) -> None:
    page = visitor.client.get(
        f"/tailor/{SHORT}?dose.knee-rolls.reps=45&decided.knee-rolls.reps=45&name=Zeph&note=Quxley"
    ).text
    assert re.search(r'name="dose\.knee-rolls\.reps"[^>]*value="45"', page)
    assert "Zeph" not in page and "Quxley" not in page
    assert not re.search(r'type="hidden" name="decided\.knee-rolls\.reps"[^>]*value="45"', page)


def test_pages_come_one_by_one_the_one_looked_at_first(visitor: Visitor) -> None:
    lines = pages(visitor, at="2")
    there = lines[1]["outcome"]["pages"]
    assert there > 2
    assert lines[1]["said"]["pages"] == f"{there} pages"
    assert lines[1]["said"]["sheets"] == f"{(there + 1) // 2} sheets, both sides"
    found = drawn(lines)
    assert [one["page"] for one in found] == [2, 1, *range(3, there + 1)]
    assert lines[-1] == {"end": None}
    for one in found:
        assert Image.open(io.BytesIO(b64decode(one["png"]))).size == (300, one["height"])


def test_only_pages_that_changed_are_sent(visitor: Visitor) -> None:
    known = ",".join(f"{one['page']}:{one['digest']}" for one in drawn(pages(visitor)))
    again = drawn(pages(visitor, known=known))
    assert [one["page"] for one in again if one["png"]] == []
    changed = drawn(pages(visitor, known=known, **{"dose.knee-rolls.reps": ""}))
    sent = {one["page"] for one in changed if one["png"]}
    assert sent and 1 not in sent and len(sent) < len(changed), "the exercise is on a later page"


def test_a_page_of_an_address_is_a_picture(visitor: Visitor) -> None:
    answer = visitor.client.get(f"/tailor/{SHORT}/page/1?print=large")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).width == 1144
    assert visitor.client.get(f"/tailor/{SHORT}/page/99").status_code == 404


def test_what_is_refused_is_told_in_the_same_words_wherever_it_is_asked(visitor: Visitor) -> None:
    unsafe = {"dose.knee-rolls.reps": "12"}
    sentence = "12 times is above the author's range, 5 to 10 times."
    lines = pages(visitor, **unsafe)
    assert [one["sentence"] for one in state(lines)["refused"]] == [sentence]
    assert state(lines)["waits"] == "1 choice to settle before you print"
    assert drawn(lines), "pages are drawn with the usual dose meanwhile"
    for kind in ("print", "pdf", "pptx", "html"):
        answer = visitor.client.post(f"/tailor/{SHORT}/file/{kind}", data=unsafe)
        assert answer.status_code == 422
        assert sentence in answer.text.replace("&#39;", "'")
    told = visitor.client.post(f"/tailor/{SHORT}/text", data=unsafe, headers={"accept": "*/*"})
    assert told.status_code == 422
    assert [one["sentence"] for one in told.json()["refused"]] == [sentence]


def test_emergency_signs_off_are_refused_by_the_server_too(visitor: Visitor) -> None:
    fields = {"ticked": "1", "keep": "now"}
    answer = visitor.client.post(f"/tailor/{SHORT}/file/pdf", data=fields)
    assert answer.status_code == 422
    assert "“When to get help” always prints." in answer.text


@pytest.mark.parametrize(
    ("kind", "named", "begins"),
    [
        ("print", 'inline; filename="{}-en-tailored.pdf"', b"%PDF-1.7"),
        ("pdf", 'attachment; filename="{}-en-tailored.pdf"', b"%PDF-1.7"),
        ("pptx", 'attachment; filename="{}-en-tailored.pptx"', b"PK"),
        ("html", 'attachment; filename="{}-en-tailored.html"', b"<!DOCTYPE html>"),
    ],
)
def test_files_are_named_for_nobody(visitor: Visitor, kind: str, named: str, begins: bytes) -> None:
    answer = visitor.client.post(f"/tailor/{SHORT}/file/{kind}", data=PATIENT)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == named.format(SHORT)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content[: len(begins)].lower() == begins.lower()
    assert NAME not in str(answer.headers) and NAME not in "\n".join(visitor.log)


def test_the_printed_file_has_the_choices_and_the_name_in_its_text_alone(visitor: Visitor) -> None:
    fields = PATIENT | {"language": "es", "dose.knee-rolls.reps": "8", "print": "large"}
    answer = visitor.client.post(f"/tailor/{SHORT}/file/pdf", data=fields)
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.Root.Lang).startswith("es")
        assert bool(pdf.Root.MarkInfo.Marked)
        assert NAME not in str(pdf.docinfo) and NAME not in str(pdf.open_metadata())
    assert answer.headers["content-disposition"].endswith('-es-tailored-large.pdf"')


def test_two_languages_are_one_file(visitor: Visitor) -> None:
    fields = {"language": "ar", "with": "en"}
    answer = visitor.client.post(f"/tailor/{SHORT}/file/pdf", data=fields)
    assert answer.headers["content-disposition"] == f'attachment; filename="{SHORT}-ar-en.pdf"'


def test_portal_text_is_plain_and_has_neither_name_nor_note(visitor: Visitor) -> None:
    fields = PATIENT | {"dose.knee-rolls.reps": "8", "language": "es", "with": "en"}
    headers = {"accept": "text/plain"}
    answer = visitor.client.post(f"/tailor/{SHORT}/text", data=fields, headers=headers)
    text = answer.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "8 veces" in text and "8 times each side" in text
    assert text.index("Los primeros días") < text.index("The first days of back pain")
    assert NAME not in text
    screen = visitor.client.post(f"/tailor/{SHORT}/text", data=fields)
    assert "<textarea" in screen.text and "8 times each side" in screen.text


@pytest.mark.parametrize(
    ("chosen", "runs"),
    [
        ({"language": "ar"}, 'lang="ar" dir="rtl"'),
        ({"language": "es"}, 'lang="es" dir="ltr"'),
        ({"language": "ar", "with": "en"}, 'lang="ar" dir="auto"'),
    ],
)
def test_fields_run_as_the_words_that_they_hold(
    visitor: Visitor, chosen: dict[str, str], runs: str
) -> None:
    screen = visitor.client.post(f"/tailor/{SHORT}", data=PATIENT | chosen).text
    for field, way in (
        ("name", f'lang="{chosen["language"]}" dir="auto"'),
        ("note", f'lang="{chosen["language"]}" dir="auto"'),
        ("portal", runs),
        ("as-text", runs),
    ):
        [tag] = re.findall(rf'<[^>]* id="{field}"[^>]*>', screen)
        assert way in tag
    alone = visitor.client.post(f"/tailor/{SHORT}/text", data=chosen).text
    [tag] = re.findall(r'<textarea[^>]* id="portal"[^>]*>', alone)
    assert runs in tag


def test_why_pages_cannot_be_printed_is_whole_sentences(
    visiting: Callable[[Settings], Visitor], library: Path
) -> None:
    """A line of the translation is gone: it names the language, and ends before the next begins."""
    file = library / "topics" / SHORT / "es.po"
    text = re.sub(r'(?m)^msgctxt "title"\n(?:.+\n)+', "", file.read_text(), count=1)
    assert text != file.read_text()
    file.write_text(text)
    visitor = visiting(Settings(content=library))
    wrong = pages(visitor, language="es")[1]["outcome"]["wrong"]
    assert re.fullmatch(r"Not translated into Spanish: “[^”]+”\.", wrong)
    screen = visitor.client.get(f"/tailor/{SHORT}?language=es").text
    assert f"{wrong}</span> Your choices are kept.</p>" in screen


def test_without_a_script_the_whole_screen_comes_back_with_its_pages(visitor: Visitor) -> None:
    fields = PATIENT | {"move": "up:pelvic-tilt", "order": "knee-rolls,pelvic-tilt"}
    answer = visitor.client.post(f"/tailor/{SHORT}", data=fields)
    page = answer.text
    assert page.index('data-id="pelvic-tilt"') < page.index('data-id="knee-rolls"')
    pictures = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    assert len(pictures) == pages(visitor, **fields)[1]["outcome"]["pages"]
    assert Image.open(io.BytesIO(b64decode(pictures[0]))).width == 1144
    assert f'value="{NAME}"' in page
    assert "img-src data: 'self'" in answer.headers["content-security-policy"]
    assert NAME not in page[: page.index("</head>")]
    links = re.findall(r'(?:href|src|action|formaction)="([^"]*)"', page)
    assert not [one for one in links if "Zyx" in URL(one).path and not one.startswith("data:")]


def test_another_language_of_the_screen_keeps_all_that_was_typed(visitor: Visitor) -> None:
    """By the body of a POST: nothing of it is in an address, and no choice is made anew."""
    page = visitor.client.get(f"/tailor/{SHORT}").text
    assert len(re.findall(r'form="tailor"[^>]* name="screens" value="es"', page)) == 2, "both menus"
    fields = PATIENT | {
        "ticked": "1",
        "keep": "get-help,exercises,knee-rolls",
        "dose.knee-rolls.reps": "12",
        "decided.knee-rolls.reps": "12",
        "screens": "es",
    }
    answer = visitor.client.post(f"/tailor/{SHORT}", data=fields)
    assert answer.status_code == 200
    assert '<html lang="es"' in answer.text and "Guardar como conjunto" in answer.text
    assert f'value="{NAME}"' in answer.text and f"Walk with {NAME}." in answer.text
    assert re.search(r'value="knee-rolls" checked', answer.text)
    assert not re.search(r'value="pelvic-tilt" checked', answer.text)
    assert 'name="decided.knee-rolls.reps" value="12"' in answer.text
    assert NAME not in str(answer.headers) and NAME not in "\n".join(visitor.log)
    assert '<html lang="es"' in visitor.client.get("/library").text, "and it is remembered"
    assert visitor.client.post(f"/tailor/{SHORT}", data={"screens": "xx"}).status_code == 400


def test_an_unsafe_form_without_a_script_comes_back_with_the_reason(visitor: Visitor) -> None:
    answer = visitor.client.post(f"/tailor/{SHORT}", data={"dose.knee-rolls.reps": "12"})
    assert answer.status_code == 422
    assert "12 times is above the author" in answer.text
    for value in ("decided.knee-rolls.reps=12", "dose.knee-rolls.reps=5"):
        assert f'name="mend" value="{value}"' in answer.text
        pressed = {"dose.knee-rolls.reps": "12", "mend": value}
        answered = visitor.client.post(f"/tailor/{SHORT}", data=pressed)
        assert answered.status_code == (200 if value.startswith("decided") else 303)
    assert 'name="decided.knee-rolls.reps" value="12"' in (
        visitor.client.post(
            f"/tailor/{SHORT}",
            data={"dose.knee-rolls.reps": "12", "mend": "decided.knee-rolls.reps=12"},
        ).text
    )


BESIDE = {"language": "en", "with": "es", "print": "large"}


@pytest.mark.parametrize(
    ("code", "standard", "alone", "old"),
    [
        ("en", "Standard print", "One language only", "Not up to date"),
        ("es", "Impresión estándar", "Solo un idioma", "No está al día"),
        ("ar", "طباعة عادية", "لغة واحدة فقط", "غير محدّث"),
    ],
)
def test_two_languages_in_large_print_are_refused_with_what_mends_it(
    visitor: Visitor, code: str, standard: str, alone: str, old: str
) -> None:
    headers = {"accept-language": code}
    for way in ("", "/file/pdf", "/file/print"):
        answer = visitor.client.post(f"/tailor/{SHORT}{way}", data=BESIDE, headers=headers)
        assert answer.status_code == 422
        buttons = dict(re.findall(r'name="mend" value="([^"]*)">([^<]*)<', answer.text))
        assert buttons == {"print=standard": standard, "with=": alone}
        assert re.search(rf'id="old">.*?{old}<', answer.text, re.DOTALL), "the pages are marked"
        assert "data-old" in answer.text and "data:image/png" in answer.text
    for pressed, query in (("print=standard", "?with=es"), ("with=", "?print=large")):
        mended = visitor.client.post(f"/tailor/{SHORT}", data=BESIDE | {"mend": pressed})
        assert (mended.status_code, mended.headers["location"]) == (303, f"/tailor/{SHORT}{query}")
    assert 'id="old" hidden' in visitor.client.get(f"/tailor/{SHORT}").text


def test_what_was_refused_comes_back_whole_with_the_reason_first(visitor: Visitor) -> None:
    """Nobody needs the browser's Back button, which cannot go back to what a POST gave."""
    fields = PATIENT | BESIDE | {"dose.knee-rolls.reps": "12"}
    for way in ("file/pdf", "text"):
        answer = visitor.client.post(f"/tailor/{SHORT}/{way}", data=fields)
        page = answer.text
        summary = page[page.index('id="summary"') : page.index("</section>")]
        assert "autofocus" in summary and "Nothing was made yet" in summary
        for key in ("told-dose.knee-rolls.reps", "told-with"):
            assert f'href="#{key}"' in summary and f'id="{key}"' in page
        assert re.search(r'<button[^>]*name="show"[^>]*>.*Back to your choices', summary)
        assert f'value="{NAME}"' in page and 'value="12"' in page
        assert NAME not in str(answer.headers) and NAME not in "\n".join(visitor.log)
    shown = visitor.client.post(f"/tailor/{SHORT}", data=fields).text
    assert 'id="summary"' in shown and "Back to your choices" not in shown


def test_what_has_an_address_is_sent_there_and_a_patient_never_is(visitor: Visitor) -> None:
    chosen = {"dose.knee-rolls.reps": "8", "language": "es", "move": "up:pelvic-tilt"}
    answer = visitor.client.post(f"/tailor/{SHORT}", data=chosen)
    assert answer.status_code == 303
    there = visitor.client.get(answer.headers["location"]).text
    assert re.search(r'name="dose\.knee-rolls\.reps"[^>]*value="8"', there)
    assert there.index('data-id="pelvic-tilt"') < there.index('data-id="knee-rolls"')
    private = (
        {"name": NAME},
        {"note": NAME},
        {"dose.knee-rolls.reps": NAME},
        {"dose.knee-rolls.reps": "12", "decided.knee-rolls.reps": "12"},
    )
    for one in private:
        assert "location" not in visitor.client.post(f"/tailor/{SHORT}", data=one).headers
    linked = visitor.client.get(
        f"/tailor/{SHORT}?dose.knee-rolls.reps=12&mend=decided.knee-rolls.reps%3D12"
    )
    assert 'name="mend" value="decided' in linked.text, "a link decides nothing"


def test_the_name_of_a_patient_is_in_no_log_and_no_header(visitor: Visitor) -> None:
    pages(visitor, **PATIENT)
    visitor.client.post(f"/tailor/{SHORT}", data=PATIENT)
    visitor.client.post(f"/tailor/{SHORT}/text", data=PATIENT)
    assert len(visitor.log) == 3
    assert "Zyx" not in "\n".join(visitor.log)
    assert "Zyx" not in state(pages(visitor, **PATIENT))["address"]


@pytest.mark.parametrize("field", ["name", "note"])
def test_letters_that_cannot_be_printed_are_told_at_their_field(
    visitor: Visitor, field: str
) -> None:
    """To the person who typed them, and to nobody else: not to a log, not in an address."""
    fields = {field: "Ma \u1000\u1001 \u1000"}
    lines = pages(visitor, **fields)
    [refused] = state(lines)["refused"]
    assert refused["key"] == field
    assert refused["sentence"].endswith(
        "no font here has the letters \u2068\u1000\u2069 (U+1000), \u2068\u1001\u2069 (U+1001)."
    )
    assert "Latin letters" in refused["shown"]
    assert drawn(lines) and lines[1]["outcome"]["pages"], "the rest is drawn meanwhile"
    for way in ("file/pdf", "file/pptx", "text", ""):
        answer = visitor.client.post(f"/tailor/{SHORT}/{way}".rstrip("/"), data=fields)
        assert answer.status_code == 422
        told = answer.text[answer.text.index(f'id="told-{field}"') :]
        assert "(U+1001)" in told[: told.index("</div></div>")]
        assert re.search(
            rf'(id|name)="{field}"[^>]*aria-invalid="true" aria-describedby="[^"]*told-{field}"',
            answer.text,
        )
        assert "\u1000" not in str(answer.headers) + "\n".join(visitor.log)
    for printable in ("Jos\u00e9 N\u00fa\u00f1ez", "\u0645\u0631\u064a\u0645"):
        assert state(pages(visitor, **{field: printable}))["refused"] == []


def test_what_is_not_there_is_not_found(visitor: Visitor) -> None:
    assert visitor.client.get("/tailor/nowhere").status_code == 404
    assert visitor.client.post(f"/tailor/{SHORT}/file/exe").status_code == 404
    assert visitor.client.get(f"/tailor/{SHORT}/file/pdf").status_code == 405


def test_a_form_from_elsewhere_is_refused(visitor: Visitor) -> None:
    headers = {"X-Careleaf-Form": WORD[:-1] + "x"}
    answer = visitor.client.post(f"/tailor/{SHORT}/pages", data=PATIENT, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "forged",
    [
        {"language": "xx"},
        {"with": "xx"},
        {"print": "zz"},
        {"paper": "zz"},
        {"keep": "nope"},
        {"keep": "get-help,nope"},
        {"dose.nope.reps": "6"},
        {"blank.nope": "1"},
        {"order": "nope"},
        {"language": ["es", "en"]},
    ],
)
def test_what_the_topic_does_not_have_is_refused_and_nothing_else_is_made(
    visitor: Visitor, forged: dict[str, str | list[str]]
) -> None:
    """As an old set or a bookmark asks for what has gone meanwhile."""
    screens = [
        visitor.client.get(f"/tailor/{SHORT}", params=forged),
        visitor.client.get(f"/tailor/{SHORT}/page/1", params=forged),
        *(
            visitor.client.post(f"/tailor/{SHORT}{way}", data=forged)
            for way in ("", "/pages", "/file/pdf", "/text")
        ),
    ]
    for answer in screens:
        assert answer.status_code == 422
        assert "This asks for what the topic does not have" in answer.text
        assert 'href="/library"' in answer.text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "lines of this topic still have the words of the example."),
        ("es", "líneas de este tema tienen todavía las palabras del ejemplo."),
        ("ar", "سطرًا ما زالت فيه كلمات المثال."),
    ],
)
def test_words_of_the_example_are_not_given_out(
    visiting: Callable[[Settings], Visitor], library: Path, code: str, said: str
) -> None:
    new_topic("knee-pain", title="Knee pain", language="en", content=library)
    visitor = visiting(Settings(content=library))
    visitor.client.headers["accept-language"] = code
    first = visitor.client.get("/tailor/knee-pain")
    assert first.status_code == 200 and said in first.text
    assert 'href="/write/knee-pain/en"' in first.text
    [refused] = state(pages(visitor, "knee-pain"))["refused"]
    assert refused["key"] == "unwritten" and said in refused["sentence"]
    assert drawn(pages(visitor, "knee-pain")), "the pages are shown all the same"
    for way in ("file/print", "file/pdf", "file/pptx", "file/html", "text"):
        answer = visitor.client.post(f"/tailor/knee-pain/{way}")
        assert answer.status_code == 422 and said in answer.text
    file = library / "topics" / "knee-pain" / "en.md"
    written = file.read_text(encoding="utf-8").replace("Write here: ", "")
    file.write_text(written, encoding="utf-8")
    visitor.client.app.state.shelf.refresh()  # type: ignore[attr-defined]
    assert said not in visitor.client.get("/tailor/knee-pain").text
    assert visitor.client.post("/tailor/knee-pain/file/pdf").status_code == 200


def test_a_screen_is_answered_in_its_own_language(visitor: Visitor) -> None:
    """Whatever another tab has asked for since."""
    visitor.client.cookies.set("careleaf-language", "es")
    fields = {"dose.knee-rolls.reps": "12", "speaks": "en"}
    lines = pages(visitor, **fields)
    assert state(lines)["count"] == "All 5 sections"
    assert state(lines)["refused"][0]["sentence"].startswith("12 times is above")
    assert lines[1]["said"]["sheets"].endswith("both sides")
    for way in ("", "/file/pdf", "/text"):
        answer = visitor.client.post(f"/tailor/{SHORT}{way}", data=fields)
        assert '<html lang="en"' in answer.text and "set-cookie" not in answer.headers
    arabic = visitor.client.post(f"/tailor/{SHORT}", data={**fields, "screens": "ar"})
    assert '<html lang="ar"' in arabic.text and 'name="speaks" value="ar"' in arabic.text
    assert visitor.client.post(f"/tailor/{SHORT}", data={"speaks": "xx"}).status_code == 400


def test_a_topic_whose_folder_has_an_odd_name(
    visiting: Callable[[Settings], Visitor], library: Path
) -> None:
    (library / "topics" / SHORT).rename(library / "topics" / "rücken日")
    visitor = visiting(Settings(content=library))
    named = "filename*=UTF-8''r%C3%BCcken%E6%97%A5-en"
    for way, kind in (("print", "inline"), ("pdf", "attachment")):
        answer = visitor.client.post(f"/tailor/rücken日/file/{way}", data={"print": "standard"})
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == f"{kind}; {named}.pdf"
    answer = visitor.client.get("/topics/rücken日/en.pdf")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f"inline; {named}.pdf"


@pytest.mark.parametrize("way", ["/text", "/file/pdf", "/file/pptx", "/file/html"])
def test_a_topic_with_a_mistake_gives_nothing_out_and_says_so(
    visiting: Callable[[Settings], Visitor], library: Path, way: str
) -> None:
    file = library / "topics" / SHORT / "en.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nRepeat 510 times.\n", encoding="utf-8")
    visitor = visiting(Settings(content=library))
    for accepted in ("text/html", "*/*"):
        answer = visitor.client.post(f"/tailor/{SHORT}{way}", headers={"accept": accepted})
        assert answer.status_code == 422
    assert "a defect" not in "\n".join(visitor.log)


def test_a_topic_without_a_title_is_known_by_its_folder(
    visiting: Callable[[Settings], Visitor], library: Path
) -> None:
    file = library / "topics" / SHORT / "en.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^title:.*", "title:", text, count=1), encoding="utf-8")
    visitor = visiting(Settings(content=library))
    for path, to in (("/write", "write"), ("/check", "check")):
        page = visitor.client.get(path).text
        assert re.search(rf'<a href="/{to}/{SHORT}/en"><bdi[^>]*>{SHORT}</bdi></a>', page)
    shelf = visitor.client.get("/library").text
    assert re.search(rf'href="/tailor/{SHORT}"[^>]*>{SHORT}</a>', shelf)
    for path in (f"/tailor/{SHORT}", f"/check/{SHORT}/en"):
        heading = re.search(r"<h1[^>]*>([^<]*)</h1>", visitor.client.get(path).text)
        assert heading and heading[1] == SHORT
