"""What a check says of a text, on a screen; and a clinician who signs it there."""

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
AT = f"/check/{TOPIC}/en"
CLINICIAN = {
    "name": "A. Example",
    "role": "Physical therapist",
    "registration": "Example Board 00000",
    "until": "2027-06-30",
    "read": "yes",
}


def test_no_grade_on_the_screen_is_below_the_first_of_a_school(
    clinician: Visitor, file: Path
) -> None:
    front, _, body = file.read_text(encoding="utf-8").partition("\n## ")
    file.write_text(
        f"{front}\n## Rest\n\nGo on. Sit up. Lie down. Do it now.\n\n## {body}", "utf-8"
    )
    page = clinician.client.get(AT).text
    row = page[page.index('<bdi lang="en">Rest</bdi></th>') :].partition("</tr>")[0]
    assert re.search(r'<td class="number">under 1</td>', row)
    outline = clinician.client.get(AT.replace("/check/", "/write/")).text
    row = outline[outline.index('<bdi lang="en">Rest</bdi></a></th>') :].partition("</tr>")[0]
    # A narrow column has the sign, and its words for who hears the screen.
    assert re.search(r'aria-hidden="true"><bdi dir="ltr">&lt;&nbsp;1</bdi>', row)
    assert '<span class="unseen">under 1</span>' in row
    assert not re.search(r">[-−][0-9.]+<", page + outline)


def test_lists_name_languages_and_numbers_keep_their_sign_in_front(clinician: Visitor) -> None:
    assert "English, <bdi" in clinician.client.get("/check").text
    clinician.client.cookies.set("careleaf-language", "ar")
    assert "الإنجليزية، <bdi" in clinician.client.get("/check").text
    assert "الإنجليزية، <bdi" in clinician.client.get("/write").text
    page = clinician.client.get(AT).text
    assert re.search(r'<p class="big"><bdi dir="ltr">[0-9]+\.[0-9]</bdi></p>', page)
    assert '<bdi lang="en">Flesch-Kincaid</bdi>' in page


@pytest.fixture
def clinician(visiting: Callable[[Settings], Visitor], library: Path) -> Visitor:
    return visiting(Settings(content=library))


@pytest.fixture
def file(library: Path) -> Path:
    return library / "topics" / TOPIC / "en.md"


def seen(answer: Response) -> str:
    (found,) = re.findall(r'name="seen" value="([0-9a-f]{64})"', answer.text)
    return str(found)


def test_every_text_can_be_looked_at(clinician: Visitor, library: Path) -> None:
    page = clinician.client.get("/check")
    addresses = re.findall(r'href="(/check/[^"]+)"', page.text)
    assert page.text.count("Draft</span>") == len(addresses)
    files = [path for ending in ("md", "po") for path in library.glob(f"topics/*/*.{ending}")]
    assert len(addresses) == len(files)
    for address in addresses:
        assert clinician.client.get(address).status_code == 200


def test_scores_come_with_the_names_of_their_formulas(clinician: Visitor) -> None:
    page = clinician.client.get(AT).text
    for words in (
        "Kincaid</bdi>, 6 or less",
        "SMOG</bdi>, 8 or less",
        "PEMAT-informed understandability",
    ):
        assert words in page
    assert "Not the instrument&#39;s own score" in page or "Not the instrument's own score" in page
    assert "It sums up" in page


def test_problems_lead_to_their_line_and_to_the_editor_with_the_change_made(
    clinician: Visitor, file: Path
) -> None:
    before = file.read_text(encoding="utf-8")
    broken = before.replace("frequency:", "frequensy:", 1)
    file.write_text(broken, encoding="utf-8")
    page = clinician.client.get(AT).text
    line = broken[: broken.index("frequensy")].count("\n") + 1
    assert f'href="/write/{TOPIC}/en#L{line}"' in page
    assert "1 to fix" in page
    assert "Fix the 1 problem first" in page
    (fix,) = re.findall(r'name="fix" value="([^"]*)"', page)
    (digest,) = re.findall(r'name="digest" value="([^"]*)"', page)
    (text,) = re.findall(r'<textarea name="text" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    sent = {"text": unescape(text), "digest": digest, "fix": unescape(fix)}
    editor = clinician.client.post(f"/write/{TOPIC}/en/fix", data=sent)
    assert "No problems" in editor.text
    assert "Unsaved changes" in editor.text
    assert file.read_text(encoding="utf-8") == broken


def test_other_languages_say_how_they_stand(clinician: Visitor, library: Path) -> None:
    def others() -> dict[str, str]:
        page = clinician.client.get(AT).text
        return {
            code: " ".join(said.split())
            for code, said in re.findall(
                r'<a href="/check/[^"]*" lang="(\w+)".*?<span class="small">(.*?)</span>',
                page,
                re.DOTALL,
            )
        }

    assert others()["es"] == "Draft"
    po = library / "topics" / TOPIC / "es.po"
    text = po.read_text(encoding="utf-8")
    po.write_text(re.sub(r'(msgctxt "subtitle"\nmsgid .*\nmsgstr ).*', r'\1""', text), "utf-8")
    assert others()["es"] == "Draft, 1 to translate"
    assert others()["ar"] == "Draft"


def test_what_raters_would_ask_is_in_the_language_of_the_screen(clinician: Visitor) -> None:
    page = clinician.client.get(AT).text
    assert '<th scope="row">Its purpose is plain at once</th>' in page
    assert "are in English" not in page
    for code, item, told in (
        ("es", "Su propósito se ve enseguida", "Las pruebas y los consejos están en inglés."),
        ("ar", "غرضه واضح من البداية", "الأدلة والنصائح بالإنجليزية."),
    ):
        clinician.client.cookies.set("careleaf-language", code)
        page = clinician.client.get(AT).text
        assert f'<th scope="row">{item}</th>' in page
        assert told in page
        assert "Its purpose" not in page


def test_evidence_is_said_once_and_in_sentences(clinician: Visitor, file: Path) -> None:
    page = clinician.client.get(AT).text
    told = re.findall(r'<td class="evidence"><bdi lang="en">(.*?)</bdi>', page, re.DOTALL)
    assert len(told) > 30
    for one in told:
        said = [words.strip() for words in re.split(r"\.\s", one) if words.strip()]
        assert len(said) == len(set(said)), one
        assert not re.search(r"\b1 (pictures|sections|parts|lists|headings|tables)\b", one), one


def test_where_more_is_better_the_goal_says_so(clinician: Visitor) -> None:
    page = clinician.client.get(AT.replace("/en", "/es")).text
    assert re.search(
        r'<th scope="col" colspan="2"><bdi lang="en">[^<]+</bdi>, 6?5 or more</th>', page
    )


def test_another_language_of_the_screen_keeps_what_was_typed_and_signs_nothing(
    clinician: Visitor, file: Path
) -> None:
    form = clinician.client.get(f"{AT}/sign")
    typed = {**CLINICIAN, "seen": seen(form), "screens": "es"}
    answer = clinician.client.post(f"{AT}/sign", data=typed)
    assert answer.status_code == 200
    assert '<html lang="es"' in answer.text
    for name in ("name", "role", "registration", "until"):
        assert re.search(rf'id="{name}"[^>]* value="{CLINICIAN[name]}"', answer.text), name
    assert re.search(r'name="read" value="yes" required checked', answer.text)
    assert not (file.parent / "reviews").exists()
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("back pain", "pain", 1), encoding="utf-8")
    changed = clinician.client.post(f"{AT}/sign", data=typed)
    assert seen(changed) != seen(form)
    assert " checked" not in changed.text, "nobody has read what the file says now"
    assert clinician.client.post(f"{AT}/sign", data={**typed, "screens": "xx"}).status_code == 400


def test_a_clinician_signs_what_was_shown(clinician: Visitor, file: Path) -> None:
    assert "Nobody has signed it yet" in clinician.client.get(AT).text
    form = clinician.client.get(f"{AT}/sign")
    assert re.search("Nobody has signed it yet.*[0-9]+ parts to sign: titles", form.text, re.DOTALL)
    answer = clinician.client.post(f"{AT}/sign", data={**CLINICIAN, "seen": seen(form)})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{AT}?signed")
    [review] = (file.parent / "reviews").iterdir()
    assert "by: A. Example\n" in review.read_text(encoding="utf-8")
    page = clinician.client.get(AT).text
    assert "<bdi>A. Example</bdi>, <bdi>Physical therapist</bdi>" in page
    assert "Signed" in page
    file.write_text(
        file.read_text(encoding="utf-8").replace("reps: 5", "reps: 6", 1), encoding="utf-8"
    )
    page = clinician.client.get(AT).text
    assert "Edited since review" in page
    assert "1 change since then" in page


def refused(clinician: Visitor, file: Path, change: dict[str, str]) -> str:
    form = clinician.client.get(f"{AT}/sign")
    answer = clinician.client.post(f"{AT}/sign", data={**CLINICIAN, "seen": seen(form), **change})
    assert answer.status_code == 422
    assert not (file.parent / "reviews").exists()
    return answer.text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"seen": "0" * 64}, "was changed while it was read"),
        ({"read": ""}, "nobody said that all of it was read"),
        ({"until": "2020-01-01"}, "is not after today"),
        ({"until": "2099-01-01"}, "more than three years away"),
        ({"until": "soon"}, "is not a day"),
        ({"name": "\u200f"}, "cannot be signed"),
        ({"name": "x\ny"}, "cannot be signed"),
    ],
)
def test_what_cannot_be_signed_is_said_and_kept(
    clinician: Visitor, file: Path, change: dict[str, str], says: str
) -> None:
    page = unescape(refused(clinician, file, change))
    assert says.lower() in page.lower()
    assert 'value="Physical therapist"' in page


def test_a_text_with_errors_is_not_signed(clinician: Visitor, file: Path) -> None:
    form = clinician.client.get(f"{AT}/sign")
    file.write_text(
        file.read_text(encoding="utf-8").replace("frequency:", "x:", 1), encoding="utf-8"
    )
    answer = clinician.client.post(f"{AT}/sign", data={**CLINICIAN, "seen": seen(form)})
    assert answer.status_code == 422
    assert not (file.parent / "reviews").exists()


def test_what_another_clinic_has_wrong_is_shown_before_signing(
    visiting: Callable[[Settings], Visitor], library: Path
) -> None:
    """A text is signed for all clinics at once."""
    (library / "clinics" / "other.md").write_text(
        "---\nname: Other\nlanguage: en\ncountry: US\nphon: 3\n---\n", encoding="utf-8"
    )
    page = visiting(Settings(content=library, clinic="example")).client.get(AT).text
    assert "clinics/other.md" in page
    assert re.search(r"Fix the \d problems? first", page)


def test_the_library_that_ships_with_careleaf_is_not_signed(
    visiting: Callable[[Settings], Visitor], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    visitor = visiting(Settings())
    page = visitor.client.get(AT).text
    assert "sign a copy of it in a folder of your own" in page
    answer = visitor.client.post(f"{AT}/sign", data={**CLINICIAN, "seen": "0" * 64})
    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["/check/nowhere/en", f"/check/{TOPIC}/xx"])
def test_what_is_no_text_is_not_there(clinician: Visitor, path: str) -> None:
    assert clinician.client.get(path).status_code == 404
    assert clinician.client.post(f"{path}/sign", data=CLINICIAN).status_code == 404


def test_an_address_signs_nothing(clinician: Visitor) -> None:
    assert "Signed." not in clinician.client.get(f"{AT}?signed").text
