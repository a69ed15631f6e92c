"""One build in several languages: pages that lead to one another, and all of a topic or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careleaf.cli import main
from careleaf.engine.content import bundled_library
from careleaf.language import language
from tests.tools.pages import Anatomy, dissected
from tests.tools.topics import FRONT, HEADINGS, NEEDED

TEXT = f"{FRONT}{HEADINGS}Words.\n{NEEDED}"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a topic in English, Spanish and Arabic, and one in English alone."""
    monkeypatch.chdir(tmp_path)
    for name in ("clinics", "glossary", "sources"):
        shutil.copytree(bundled_library() / name, tmp_path / "content" / name)
    topics = tmp_path / "content" / "topics"
    for name in ("one/en", "one/es", "one/ar", "two/en"):
        path = topics / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return topics


def build(*options: str) -> int:
    return main(["build", "--to", "html", "--quiet", *options])


def page(name: str) -> Anatomy:
    return dissected(Path(f"output/{name}.html").read_text(encoding="utf-8"))


def switcher(anatomy: Anatomy) -> list[dict[str, str]]:
    """The attributes of every language to choose from."""
    return [
        one.attributes
        for one in anatomy.elements
        if "hreflang" in one.attributes or "aria-current" in one.attributes
        if one.tag in {"a", "span"}
    ]


@pytest.mark.usefixtures("content")
def test_pages_built_together_lead_to_one_another() -> None:
    assert build("one", "--lang", "en", "--lang", "es", "--lang", "ar") == 0
    assert switcher(page("one-es")) == [
        {"href": "one-en.html", "hreflang": "en", "lang": "en", "dir": "ltr"},
        {"lang": "es", "dir": "ltr", "aria-current": "page"},
        {"href": "one-ar.html", "hreflang": "ar", "lang": "ar", "dir": "rtl"},
    ]
    for name in ("one-en", "one-es", "one-ar"):
        targets = [one["href"] for one in switcher(page(name)) if "href" in one]
        assert len(targets) == 2
        assert all(Path("output", target).is_file() for target in targets)


@pytest.mark.usefixtures("content")
def test_a_page_built_alone_leads_nowhere_else() -> None:
    assert build("one", "--lang", "es") == 0
    assert switcher(page("one-es")) == []
    assert "nav.languages" not in page("one-es").values("class")


@pytest.mark.usefixtures("content")
def test_a_topic_without_the_other_language_has_nothing_to_choose() -> None:
    assert build("--lang", "en", "--lang", "es") == 0
    assert switcher(page("two-en")) == []
    assert len(switcher(page("one-en"))) == 2


def test_a_mistake_in_one_language_keeps_all_its_pages_back(content: Path) -> None:
    (content / "one" / "es.md").write_text(TEXT.replace("Words.", "[[nowhere]]"), encoding="utf-8")
    assert build("--lang", "en", "--lang", "es") == 1
    assert not list(Path("output").glob("one-*"))
    assert switcher(page("two-en")) == []


@pytest.mark.usefixtures("content")
def test_what_is_wrong_in_a_shared_file_is_told_once(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content.parent / "sources" / "nice-ng59.md").write_text("---\ntitle: No end\n")
    assert build("one", "--lang", "en", "--lang", "es") == 1
    told = [line for line in capsys.readouterr().err.splitlines() if "nice-ng59.md:" in line]
    assert len(told) == len(set(told)) > 0


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("es", "Español"),
        ("es-MX", "Español (México)"),
        ("ar", "العربية"),
        ("zh-Hant", "中文 (繁體)"),
        ("vi", "Tiếng Việt"),
        ("xx", "xx"),
    ],
)
def test_a_language_is_called_what_its_speakers_call_it(code: str, name: str) -> None:
    assert language(code).own_name() == name


@pytest.mark.parametrize(
    ("here", "code", "name"),
    [
        ("en", "es", "Spanish"),
        ("es", "en", "Inglés"),
        ("ar", "es", "الإسبانية"),
        ("en", "zh-Hans", "Chinese (Simplified)"),
        ("en", "xx", "xx"),
    ],
)
def test_a_language_has_names_in_others(here: str, code: str, name: str) -> None:
    assert language(here).name_of(code) == name


@pytest.mark.alone
@pytest.mark.usefixtures("content")
def test_pages_lead_to_one_another_where_a_second_process_makes_them() -> None:
    """It could begin with one language before it is known that there are others."""
    assert (
        main(["build", "one", "--lang", "en", "--lang", "es", "--to", "html", "--to", "text"]) == 0
    )
    for here, there in (("one-en", "one-es.html"), ("one-es", "one-en.html")):
        assert [one["href"] for one in switcher(page(here)) if "href" in one] == [there]
