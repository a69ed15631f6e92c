"""Words of a topic in another language: what is put where, what is told, and what cannot change."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careleaf.cli import main
from careleaf.engine.content import bundled_library
from careleaf.language.po import Message, Words, header, write_po
from careleaf.model.inline import plain
from careleaf.model.walk import written
from careleaf.read.matching import matched
from careleaf.read.opening import File
from careleaf.read.translated import read_translated_topic, topic_units
from tests.unit.test_manuscript import HEAD

BODY = """\
# Moving {#move}
A long paragraph
over two lines. [@nice-ng59]

:::exercise bridge
name: Bridge
why: Builds strong hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie **down**.
2. Lift your hips 5 times.
:::

:::evidence What helps
| What | What to expect | How sure |
|---|---|---|
| Walking | It helps | very sure |
:::
"""
SOURCE = HEAD.replace("title: Back pain", "title: Back pain\nsubtitle: What helps") + BODY
SPANISH = {
    "title": "Dolor de espalda",
    "subtitle": "Qué ayuda",
    "move/1": "Moverse",
    "move/prose-1/1": "Un párrafo largo\nen dos líneas. [@nice-ng59]",
    "bridge/1": "Puente",
    "bridge/2": "Fortalece las caderas",
    "bridge/3": "Pare si duele.",
    "bridge/4": "Acuéstese **boca arriba**.",
    "bridge/5": "Levante las caderas 5 veces.",
    "move/evidence-1/1": "Qué ayuda",
    "move/evidence-1/2": "Qué",
    "move/evidence-1/3": "Qué esperar",
    "move/evidence-1/4": "Qué tan seguros estamos",
    "move/evidence-1/5": "Caminar",
    "move/evidence-1/6": "Ayuda",
}


def source(text: str = SOURCE) -> File:
    return File("en.md", text.encode())


def found_units() -> dict[str, str]:
    _, units = topic_units(source(), topic_id="t", language="en", folder=Path())
    return {unit.id: unit.text for unit in units}


def po(spanish: dict[str, str], *, sources: dict[str, str] | None = None) -> File:
    known = sources or found_units()
    messages = [
        Message(id=known.get(key, key), context=key, forms=(Words(text),))
        for key, text in spanish.items()
    ]
    return File("es.po", write_po([header("es"), *messages]).encode())


def read(spanish: dict[str, str], text: str = SOURCE):  # type: ignore[no-untyped-def]
    return read_po_file(po(spanish), text)


def read_po_file(file: File, text: str = SOURCE):  # type: ignore[no-untyped-def]
    return read_translated_topic(
        source(text), file, topic_id="t", source_language="en", language="es", folder=Path()
    )


def test_units_name_places_and_leave_out_our_own_words() -> None:
    assert list(found_units()) == list(SPANISH)
    assert found_units()["move/prose-1/1"] == "A long paragraph over two lines. [@nice-ng59]"
    assert "very sure" not in found_units().values()


def test_words_change_and_nothing_else_does() -> None:
    topic, woven = read(SPANISH)
    assert [problem.message for problem in woven.problems] == []
    assert (topic.title, topic.subtitle, topic.version) == ("Dolor de espalda", "Qué ayuda", "0.1")
    assert topic.translated
    prose, exercise, evidence = topic.parts[0].blocks
    assert written(prose.body).strip() == "Un párrafo largo en dos líneas."
    assert written(exercise.name) == "Puente"
    assert (exercise.reps.low, exercise.frequency.per) == (5, "day")
    assert evidence.sureness[0].value == 3


@pytest.mark.parametrize(
    ("change", "code", "message"),
    [
        ({"bridge/5": ""}, "E702", "not translated into Spanish: 'Lift your hips"),
        ({"bridge/3": " \u00a0\t\n\u200b"}, "E702", "'Stop if it hurts.'"),
        ({"bridge/5": "Levante las caderas 6 veces."}, "E704", "the number 5 is missing"),
        ({"bridge/5": "Levante las caderas 5,5 veces."}, "E704", "the number 5 is missing"),
        ({"bridge/5": "Levante las caderas."}, "E704", "the number 5 is missing"),
        ({"bridge/4": "Acuéstese 2 veces."}, "E704", "the number 2 is not in the source"),
        ({"move/prose-1/1": "Un párrafo."}, "E704", "the mark [@nice-ng59] is missing"),
        ({"gone/1": "Perdido"}, "W705", "nothing in the source has these words: 'gone/1'"),
    ],
)
def test_what_differs_from_the_source_is_told(
    change: dict[str, str], code: str, message: str
) -> None:
    _, woven = read(SPANISH | change)
    (problem,) = woven.problems
    assert problem.code == code
    assert message in problem.message


WORDS = "Keep still. Then lift your hips off the floor, slowly."


@pytest.mark.parametrize(
    ("spanish", "code", "said"),
    [
        (WORDS, "E702", "these are the words of the source"),
        ("Quieto.", "W704", "7 characters for 54 of the source"),
        ("Quédese quieto. Luego suba las caderas, despacio.", "", ""),
    ],
)
def test_words_that_are_lost_are_told(spanish: str, code: str, said: str) -> None:
    text = SOURCE.replace("Lift your hips 5 times.", WORDS)
    file = po({**SPANISH, "bridge/5": spanish}, sources={**found_units(), "bridge/5": WORDS})
    found = read_po_file(file, text)[1].problems
    assert [(one.code, said in one.message) for one in found] == ([(code, True)] if code else [])


def test_two_signs_of_danger_with_the_same_words_are_an_error() -> None:
    """One of the two is lost; of steps it may be meant."""
    _, units = topic_units(source(signs(*SIGNS)), topic_id="t", language="en", folder=Path())
    known = {unit.id: unit.text for unit in units}
    spanish = {key: SPANISH.get(key) or SENALES[text] for key, text in known.items()}
    spanish = {key: text.replace("Se desmayó", "Dolor de pecho") for key, text in spanish.items()}
    [problem] = read_po_file(po(spanish, sources=known), signs(*SIGNS))[1].problems
    assert problem.code == "E704"
    assert problem.hint == "one of the two is lost: 'You have chest pain'"


def test_digits_of_other_scripts_are_numbers_and_warned_of() -> None:
    """Whoever helps must be able to check a dose."""
    _, woven = read(SPANISH | {"bridge/5": "ارفع وركيك ٥ مرات."})
    (problem,) = woven.problems
    assert problem.code == "W711"
    assert "the number ٥ is in digits" in problem.message


def test_a_translation_that_nobody_has_begun_is_one_problem() -> None:
    _, woven = read(dict.fromkeys(SPANISH, ""))
    (problem,) = woven.problems
    assert (problem.code, problem.message) == ("E702", "nothing in es.po is translated yet")
    assert (problem.span.path, problem.span.start) == ("es.po", 0)
    _, woven = read(dict.fromkeys(SPANISH, "") | {"move/1": "Moverse"})
    assert len(woven.problems) == len(SPANISH) - 1


def test_a_translation_of_other_words_is_not_taken() -> None:
    text = SOURCE.replace("Builds strong hips", "Builds very strong hips")
    topic, woven = read(SPANISH, text)
    (problem,) = woven.problems
    assert problem.code == "E702"
    assert "Builds very strong hips" in problem.message
    assert "translated from other words: 'Builds strong hips'" in problem.hint
    assert problem.span.path == "en.md"
    assert written(topic.parts[0].blocks[1].why) == "Builds very strong hips"


def test_what_a_translator_doubts_is_told() -> None:
    data = po(SPANISH).data.replace(b'msgctxt "bridge/2"', b'#, fuzzy\nmsgctxt "bridge/2"')
    _, woven = read_po_file(File("es.po", data))
    (problem,) = woven.problems
    assert (problem.code, problem.span.path) == ("W703", "es.po")
    assert "Builds strong hips" in problem.message


SIGNS = ("You cannot pass urine", "Your legs are weak", "You have chest pain", "You fainted")
SENALES = {"You cannot pass urine": "No puede orinar", "Your legs are weak": "Piernas débiles"}
SENALES |= {"You have chest pain": "Dolor de pecho", "You fainted": "Se desmayó"}


def signs(*english: str) -> str:
    listed = "".join(f"- {sign}\n" for sign in english)
    return f"{SOURCE}\n:::red-flag emergency\n{listed}:::\n"


@pytest.mark.parametrize(
    "now",
    [
        SIGNS[1:],
        (SIGNS[0], *SIGNS[2:]),
        SIGNS[:-1],
        tuple(reversed(SIGNS)),
        (*SIGNS[2:], *SIGNS[:2]),
    ],
)
def test_a_sign_keeps_its_words_wherever_it_stands(now: tuple[str, ...]) -> None:
    """Places move when a line is deleted or moved: no sign may take the words of its neighbour."""
    _, units = topic_units(source(signs(*SIGNS)), topic_id="t", language="en", folder=Path())
    known = {unit.id: unit.text for unit in units}
    spanish = {key: SPANISH.get(key) or SENALES[text] for key, text in known.items()}
    topic, woven = read_po_file(po(spanish, sources=known), signs(*now))
    lost = [sign for sign in SIGNS if sign not in now]
    assert [one.code for one in woven.problems] == ["W705"] * len(lost)
    for sign, problem in zip(lost, woven.problems, strict=True):
        assert f"'{sign}'" in problem.message
    block = topic.parts[0].blocks[-1]
    assert [written(entry.body) for entry in block.signs.entries] == [SENALES[sign] for sign in now]


def test_two_translations_of_one_place_are_an_error() -> None:
    more = '\nmsgctxt "bridge/3"\nmsgid "Stop if it hurts."\nmsgstr "Puede esperar."\n'
    _, woven = read_po_file(File("es.po", po(SPANISH).data + more.encode()))
    (problem,) = (one for one in woven.problems if one.code == "E701")
    assert 'a second entry with the same msgctxt "bridge/3"' in problem.message


def test_the_same_words_in_a_lost_place_are_taken_in_doubt_where_translations_differ() -> None:
    entries = [("old/1", "Izquierda"), ("old/2", "Derecha")]
    messages = [Message(id="Bridge", context=key, forms=(Words(text),)) for key, text in entries]
    spanish = {key: text for key, text in SPANISH.items() if key != "bridge/1"}
    data = po(spanish).data + b"\n" + write_po(messages).encode()
    _, woven = read_po_file(File("es.po", data))
    assert [problem.code for problem in woven.problems] == ["W703", "W705"]


def test_a_slip_in_a_translation_is_told_at_its_place_in_the_po_file() -> None:
    _, woven = read(SPANISH | {"bridge/3": "Pare si **duele."})
    (problem,) = woven.problems
    text = woven.sources["es.po"].text
    assert problem.span.path == "es.po"
    assert text[problem.span.start : problem.span.end] == "**"


def test_errors_of_the_source_come_first_and_alone() -> None:
    topic, woven = read(SPANISH, SOURCE.replace("reps: 5", "reps: 5-6"))
    assert topic is None
    assert {problem.span.path for problem in woven.problems} == {"en.md"}


TOPIC = "low-back-and-hip-pain"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with one small topic."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content" / "topics" / "t"
    folder.mkdir(parents=True)
    (folder / "en.md").write_text(SOURCE)
    return folder


def test_a_translator_exports_translates_and_imports(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    assert main(["translate", "status", "--json", "t", "--lang", "es"]) == 1
    record = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert record[0]["missing"] == len(SPANISH)
    assert main(["translate", "export", "t", "--lang", "es", "--xliff", "es.xlf"]) == 0
    text = Path("es.xlf").read_text()
    for key, words in found_units().items():
        before, unit, after = text.partition(f'name="{key}"')
        target = f"</source><target>{SPANISH[key]}</target>".replace("\n", " ")
        text = before + unit + after.replace(f">{words}</source>", f">{words}{target}", 1)
    Path("es.xlf").write_text(text.replace('state="initial"', 'state="final"'))
    assert main(["translate", "import", "es.xlf", "--lang", "es"]) == 0
    assert main(["translate", "status", "t"]) == 0
    written_before = (library / "es.po").read_bytes()
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    assert (library / "es.po").read_bytes() == written_before


def test_status_tells_of_a_broken_file_and_of_all_the_others(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "es.po").write_bytes(po(SPANISH).data)
    (library / "hi.po").write_text("broken")
    shutil.copytree(library, library.with_name("u"))
    (library.with_name("u") / "hi.po").write_text("")
    assert main(["translate", "status"]) == 1
    said = capsys.readouterr()
    assert f"es  t         {len(SPANISH)} of {len(SPANISH)} translated" in said.out
    assert "hi  u         0 of" in said.out
    assert "hi  t" not in said.out
    assert "topics/t/hi.po:1:1: E701" in said.err
    assert "Nothing was written" not in said.err
    (library / "hi.po").unlink()
    shutil.rmtree(library.with_name("u"))
    assert main(["translate", "status", "t"]) == 0


def test_export_keeps_translations_whose_place_moved_and_doubts_changed_words(
    library: Path,
) -> None:
    (library / "es.po").write_bytes(po(SPANISH).data)
    moved = SOURCE.replace("A long", "A new one.\n\nA long").replace("Bridge\n", "The bridge\n")
    (library / "en.md").write_text(moved)
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    text = (library / "es.po").read_text()
    assert 'msgctxt "move/prose-2/1"' in text
    assert "Un párrafo largo" in text
    stale = '#, fuzzy\n#| msgid "Bridge"\nmsgctxt "bridge/1"\nmsgid "The bridge"\nmsgstr "Puente"'
    assert stale in text
    assert text.count("fuzzy") == 1


def test_what_an_export_found_by_its_place_alone_is_not_built(library: Path) -> None:
    """Its words are marked as those of another source until someone has looked."""
    (library / "es.po").write_bytes(po(SPANISH).data)
    changed = SOURCE.replace("Stop if it hurts.", "Stop if your leg goes numb.")
    (library / "en.md").write_text(changed)
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    _, woven = read_po_file(File("es.po", (library / "es.po").read_bytes()), changed)
    assert [problem.code for problem in woven.problems] == ["E702"]
    _, woven = read_po_file(File("es.po", (library / "es.po").read_bytes()))
    assert [problem.code for problem in woven.problems] == ["W703"], "the old words are back"


def test_what_the_source_lost_is_kept_and_comes_back(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "es.po").write_bytes(po(SPANISH).data)
    (library / "en.md").write_text(SOURCE.replace("subtitle: What helps\n", ""))
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    assert "1 no longer in the source" in capsys.readouterr().out
    text = (library / "es.po").read_text()
    assert '#~ msgctxt "subtitle"\n#~ msgid "What helps"\n#~ msgstr "Qué ayuda"\n' in text
    assert "fuzzy" not in text
    (library / "en.md").write_text(SOURCE)
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    assert main(["translate", "status", "t", "--lang", "es"]) == 0
    assert "#~" not in (library / "es.po").read_text()


@pytest.mark.parametrize(
    "changed",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n\n", b"\n"),
    ],
)
def test_an_export_reads_a_file_as_a_build_does(
    library: Path, changed: Callable[[bytes], bytes]
) -> None:
    """Line ends of Windows, a byte order mark, and no blank lines: translators' programs."""
    (library / "es.po").write_bytes(changed(po(SPANISH).data))
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    assert main(["translate", "status", "t", "--lang", "es"]) == 0


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("en.md", lambda data: data.replace(b"Bridge", b"Br\xefdge")),
        ("en.md", lambda data: data.replace(b"reps: 5", b"reps: 5-6")),
        ("es.po", lambda data: data.replace(b"Puente", b"Pu\xe9nte")),
        ("es.po", lambda data: data.replace(b'"Puente"', b'"Pu"ente"')),
        ("es.po", lambda data: data.replace(b'msgstr "Puente"\n', b"")),
        ("es.po", lambda data: data.replace(b'msgctxt "bridge/2"', b'msgctxt "bridge/1"')),
    ],
)
def test_a_file_with_errors_is_never_written_over(
    library: Path,
    name: str,
    change: Callable[[bytes], bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (library / "es.po").write_bytes(po(SPANISH).data)
    path = library / name
    path.write_bytes(change(path.read_bytes()))
    before = (library / "es.po").read_bytes()
    Path("back.po").write_bytes(po(SPANISH).data)
    assert main(["translate", "export", "t", "--lang", "es"]) == 1
    assert f"topics/t/{name}:" in capsys.readouterr().err
    assert main(["translate", "import", "back.po", "t", "--lang", "es"]) == 1
    assert (library / "es.po").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export"], "which language?"),
        (["export", "nothing", "--lang", "es"], "no topic 'nothing'"),
        (["export", "t", "--lang", "../../x"], "'../../x' is not a language code"),
        (["export", "t", "--lang", "en"], "'t' is written in 'en' itself"),
        (["import", "nowhere.po", "--lang", "es"], "cannot read nowhere.po"),
        (["import", "some.po", "--lang", "es"], "some.po does not say which topic it translates"),
        (["import", "nowhere.xlf", "--lang", "es"], "cannot read nowhere.xlf"),
        (["import", "some.po", "t", "u", "--lang", "es"], "some.po cannot be for t and u"),
        (["import", "some.xlf", "t", "--lang", "es"], "says itself which topics it is for"),
        (["import", "content/topics/t/en.md", "--lang", "es"], "broken XML"),
    ],
)
def test_mistakes_in_the_command_are_explained(
    library: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.is_dir()
    Path("some.po").write_bytes(po(SPANISH).data)
    assert main(["translate", *words]) == 2
    assert message in capsys.readouterr().err


def test_a_clinic_speaks_the_language_of_the_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to do in an emergency must not stay in another language; hours that do are told."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    build = ["build", TOPIC, "--to", "html", "--lang", "es", "--clinic", "example"]
    assert main(build) == 0
    assert "W706" not in capsys.readouterr().err
    page = Path(f"output/{TOPIC}-es.html").read_text()
    assert "No espere. No maneje usted mismo." in page
    assert "Do not wait" not in page
    Path("content/clinics/example.es.po").unlink()
    assert main(build) == 1
    said = capsys.readouterr().err
    assert "example.md:1:1: E710 'example' says emergency-advice" in said
    assert "careleaf translate export clinics/example --lang es" in said
    clinic = Path("content/clinics/example.md")
    urgent = ("emergency-advice", "same-day-words", "after-hours:")
    lines = clinic.read_text().splitlines(keepends=True)
    clinic.write_text("".join(line for line in lines if not line.startswith(urgent)))
    assert main(build) == 0
    assert "W706 'example' says hours in 'en', not in 'es'" in capsys.readouterr().err


def test_a_language_without_words_of_our_own_is_not_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "Call 911 now if" would stand in English above French signs."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    assert main(["translate", "export", TOPIC, "--lang", "fr"]) == 0
    assert "no words of its own in 'fr' yet" in capsys.readouterr().err
    folder = Path("content/topics") / TOPIC
    (folder / "fr.po").unlink()
    for code in ("fr", "es-MX"):
        shutil.copy(folder / "en.md", folder / f"{code}.md")
        (tmp_path / "content" / "glossary" / f"{code}.md").symlink_to("en.md")
    assert main(["build", TOPIC, "--lang", "fr"]) == 1
    said = capsys.readouterr().err
    assert "fr.md:1:1: E709 careleaf has no words of its own in 'fr' yet" in said
    assert "it speaks ar, en, es, hi, vi, zh-Hans" in said
    assert not Path("output").exists()
    main(["check", TOPIC, "--lang", "es-MX"])
    assert "E709" not in capsys.readouterr().out


def test_a_clinic_may_leave_out_its_name_but_no_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    path = Path("content/clinics/example.es.po")
    for kept, code in (("Do not wait", 1), ("Example Harbor Clinic", 0)):
        shutil.copy(bundled_library() / "clinics/example.es.po", path)
        before, _, after = path.read_text().partition(f'"\nmsgid "{kept}')
        entry = before.rpartition("msgctxt")[0]
        path.write_text(entry + after.partition("\n\n")[2])
        assert kept not in path.read_text().replace(f'msgstr "{kept}', "")
        assert main(["check", TOPIC, "--lang", "es"]) == code
        said = capsys.readouterr().out
        assert ("E702" in said, "'Do not wait. Do not drive" in said) == (code == 1, code == 1)


def test_one_clinics_translation_does_not_stop_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    folder = Path("content/clinics")
    shutil.copy(folder / "example.md", folder / "other.md")
    (folder / "other.es.po").write_text("broken")
    ask = ["build", TOPIC, "--to", "html", "--lang", "es", "--clinic"]
    assert main([*ask, "example"]) == 0
    assert main([*ask, "other"]) == 1


def test_what_is_found_late_is_told_in_the_file_behind_the_translation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A colour that is too pale for words is found when a handout is made."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    path = Path("content/clinics/example.md")
    path.write_text(path.read_text().replace("#264A6E", "#FFFF00"))
    assert main(["build", TOPIC, "--to", "html", "--lang", "es"]) == 0
    said = capsys.readouterr().err
    assert "content/clinics/example.md:1:1: W506" in said
    assert "example.md in es" not in said


def test_a_topic_is_translated_from_its_own_language(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "en.md").rename(library / "fr.md")
    assert main(["translate", "export", "t", "--lang", "en", "--xliff", "en.xlf"]) == 0
    assert 'srcLang="fr" trgLang="en"' in Path("en.xlf").read_text()
    assert main(["translate", "export", "t", "--lang", "fr"]) == 2
    assert "written in 'fr' itself" in capsys.readouterr().err


def test_a_translator_is_told_what_is_not_to_be_translated(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the form of the file; and the note does no harm on the way back."""
    (library / "en.md").write_text(OWN)
    note = "Not to translate: what people who speak this language call it, separated by commas."
    assert main(["translate", "export", "t", "--lang", "es"]) == 0
    assert f"#. {note}" in (library / "es.po").read_text()
    assert main(["translate", "export", "t", "--lang", "es", "--xliff", "es.xlf"]) == 0
    text = Path("es.xlf").read_text()
    assert text.count("<note>") == 1
    start = 'name="also" canResegment="no">'
    assert f"{start}<notes><note>{note}</note></notes><segment " in text
    before, unit, after = text.partition(start)
    after = after.replace("</source>", "</source><target>lumbalgia</target>", 1)
    Path("es.xlf").write_text(before + unit + after)
    assert main(["translate", "import", "es.xlf", "--lang", "es"]) == 0
    assert 'msgstr "lumbalgia"' in (library / "es.po").read_text()


def test_the_library_that_ships_is_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["translate", "export", "--lang", "es"]) == 2
    assert "not yours to change" in capsys.readouterr().err
    assert plain(()) == ""


OWN = SOURCE.replace("subtitle:", "also: backache, 2 bad backs\nsubtitle:")


@pytest.mark.parametrize("listed", ["backache, 2 bad backs", "backache, as it was before"])
def test_other_names_are_each_languages_own_whatever_the_source_says(listed: str) -> None:
    sources = {**found_units(), "also": listed}
    topic, woven = read_po_file(
        po({**SPANISH, "also": "lumbalgia، 腰痛、lumbago"}, sources=sources), OWN
    )
    assert [problem.message for problem in woven.problems] == []
    assert topic.also == ("lumbalgia", "腰痛", "lumbago")


def test_a_translation_may_have_no_other_names_and_has_none_of_the_source() -> None:
    topic, woven = read(SPANISH, OWN)
    assert (woven.problems, topic.also) == ((), ())


def test_a_slip_in_other_names_of_a_translation_is_told_where_it_stands() -> None:
    _, woven = read({**SPANISH, "also": "lumbalgia, "}, OWN)
    (problem,) = woven.problems
    assert (problem.code, problem.span.path) == ("E103", "es.po")
    assert "'also' has a comma with nothing before or after it" in problem.message


def test_an_export_keeps_other_names_that_were_of_another_list() -> None:
    _, units = topic_units(source(OWN), topic_id="t", language="en", folder=Path())
    program = Message(
        id="backache, 2 bad backs",
        context="also",
        forms=(Words("lumbalgia"),),
        fuzzy=True,
        previous="backache",
    )
    someone = Message(id="backache", context="also", forms=(Words("lumbalgia"),), fuzzy=True)
    for message, doubtful in ((program, False), (someone, True)):
        matches, left = matched(units, [message])
        (match,) = [one for one in matches if one.unit.id == "also"]
        assert (match.found, match.doubtful, left) == (message, doubtful, [])
