"""The command as a person types it: what is written, what is said, and the exit code."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from careleaf.check.scores.item import Answer
from careleaf.cli import main
from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from tests.tools.outside import CHECKOUT

TOPIC = "low-back-and-hip-pain"
TOPICS = ["first-days-of-back-pain", TOPIC]
"""All that the library has."""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the content folder, with the working folder beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return tmp_path / "content"


def start_topic(name: str = "knee-pain", *, written: bool = True) -> None:
    """A new topic, with sources and without the marks where an author has still to write."""
    assert main(["new", "topic", name]) == 0
    topic = Path(f"content/topics/{name}/en.md")
    if written:
        text = topic.read_text().replace("Write here: ", "")
        for opening in ("exercise first-exercise", "red-flag emergency", "red-flag same-day"):
            text = text.replace(f":::{opening}\n", f":::{opening}\nsources: acp-2017\n")
        topic.write_text(text)


def test_every_command_has_help_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["build"],
        ["check"],
        ["review"],
        ["list"],
        ["new"],
        ["figures"],
        ["template"],
        ["translate"],
        ["serve"],
        [],
    ):
        with pytest.raises(SystemExit) as ended:
            main([*words, "--help"])
        assert ended.value.code == 0
        assert "examples:" in capsys.readouterr().out


def test_build_writes_three_files_and_sums_them_up(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", TOPIC]) == 0
    names = sorted(path.name for path in Path("output").iterdir())
    assert names == [f"{TOPIC}-en.{kind}" for kind in ("html", "pdf", "pptx")]
    said = capsys.readouterr().out
    assert " slides" in said
    assert " pages" in said
    assert " kB" in said


def test_build_works_from_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", TOPIC, "--to", "html", "--quiet"]) == 0
    assert (tmp_path / "output" / f"{TOPIC}-en.html").stat().st_size > 0


def test_build_as_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", TOPIC, "--to", "pdf", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    (written,) = record["written"]
    assert written["format"] == "pdf"
    assert written["pages"] >= 2
    assert written["bytes"] == Path(written["path"]).stat().st_size


def test_a_handout_to_fill_in_lies_beside_the_one_to_print(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", TOPIC, "--to", "pdf"]) == 0
    capsys.readouterr()
    assert main(["build", TOPIC, "--to", "pdf", "--to", "html", "--fillable", "--json"]) == 0
    form, page = json.loads(capsys.readouterr().out)["written"]
    assert form["fields"] > 50
    assert "fields" not in page
    assert sorted(path.name for path in Path("output").iterdir()) == [
        f"{TOPIC}-en-fillable.pdf",
        f"{TOPIC}-en.html",
        f"{TOPIC}-en.pdf",
    ]
    assert main(["build", TOPIC, "--to", "pdf", "--fillable"]) == 0
    assert f"{form['pages']} pages, {form['fields']} fields" in capsys.readouterr().out


def test_only_a_handout_is_filled_in(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", TOPIC, "--to", "html", "--fillable"]) == 2
    assert "add: --to pdf" in capsys.readouterr().err
    assert not Path("output").exists()


@pytest.mark.parametrize(("words", "version"), [([], "1.7"), (["--pdf-ua", "2"], "2.0")])
def test_a_part_of_pdf_ua_has_its_version_of_pdf(
    words: list[str], version: str, library: Path
) -> None:
    assert main(["build", TOPIC, "--to", "pdf", *words]) == 0
    assert Path(f"output/{TOPIC}-en.pdf").read_bytes().startswith(f"%PDF-{version}".encode())


def test_there_is_no_third_part_of_pdf_ua(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", TOPIC, "--pdf-ua", "3"])
    assert ended.value.code == 2
    assert "--pdf-ua" in capsys.readouterr().err


def test_a_mistake_leaves_the_old_file_in_place(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_topic()
    assert main(["build", "knee-pain", "--to", "html"]) == 0
    page = Path("output/knee-pain-en.html")
    before = page.read_bytes()
    topic = library / "topics/knee-pain/en.md"
    topic.write_text(topic.read_text().replace("reps: 5", "reps: five"))
    assert main(["build", "knee-pain", "--to", "html"]) == 1
    assert page.read_bytes() == before
    assert [path.name for path in Path("output").iterdir()] == [page.name]
    said = capsys.readouterr().err
    assert "content/topics/knee-pain/en.md:" in said
    assert "^^^^" in said
    assert said.endswith("Nothing was written; older files are as they were.\n")


def test_a_failed_build_as_json_has_the_problems(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_topic()
    topic = library / "topics/knee-pain/en.md"
    topic.write_text(topic.read_text().replace("reps: 5", "reps: fünf"))
    capsys.readouterr()
    assert main(["build", "knee-pain", "--json"]) == 1
    said = capsys.readouterr()
    record = json.loads(said.out)
    assert record["written"] == []
    (problem,) = record["problems"]
    assert (problem["code"], problem["file"]) == ("E204", "content/topics/knee-pain/en.md")
    assert said.err == ""


def test_quiet_prints_problems_only(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_topic()
    capsys.readouterr()
    assert main(["check", "knee-pain", "--quiet"]) == 0
    assert main(["build", "knee-pain", "--to", "html", "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    topic = library / "topics/knee-pain/en.md"
    topic.write_text(topic.read_text().replace("reps: 5", "reps: 50"))
    assert main(["check", "knee-pain", "--quiet"]) == 0
    assert "W505" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["list"], ["check", "knee-pain"], ["check", "--lang", "fr"]])
def test_a_terminal_that_lacks_a_letter_is_no_traceback(library: Path, words: list[str]) -> None:
    start_topic()
    topic = library / "topics/knee-pain/en.md"
    topic.write_text(topic.read_text().replace("title: Knee pain", "title: Knee 痛み\ntitel: x"))
    done = subprocess.run(
        [sys.executable, "-m", "careleaf", *words],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {1, 2}
    assert b"Traceback" not in done.stderr


def test_one_bad_topic_does_not_stop_the_others(library: Path) -> None:
    start_topic()
    (library / "topics/bad").mkdir()
    (library / "topics/bad/en.md").write_text("---\ntitle: Bad\n---\n")
    assert main(["build", "bad", "knee-pain", "--to", "html"]) == 1
    assert [path.name for path in Path("output").iterdir()] == ["knee-pain-en.html"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["build", "low-back-and-hip-pane"], "did you mean 'low-back-and-hip-pain'?"),
        (["build", TOPIC, "--lang", "xx"], "it is there in: ar, en, es"),
        (["build", TOPIC, "--clinic", "exampel"], "did you mean 'example'?"),
        (["build", TOPIC, "--only", "no-such"], "no section or exercise 'no-such'"),
        (["build", TOPIC, "--content", "nowhere"], "is not a content folder"),
        (["new", "topic", "Knee Pain"], "small letters, digits and hyphens"),
        (["new", "topic", "../knee"], "small letters, digits and hyphens"),
        (["new", "topic", "knee", "--title", "Knee\nicd10: M54"], "one line of plain words"),
        (["new", "topic", "knee", "--lang", "English"], "is not a language code"),
        (["check", "../../etc"], "no topic '../../etc'"),
        (["check", f"content/topics/{TOPIC}/en.md"], f"named by its folder: {TOPIC}"),
        (["check", "--lang", "../../x"], "'../../x' is not a language code"),
        (["check", "--lang", "/etc/passwd"], "is not a language code"),
        (["check", "--lang", "**"], "is not a language code"),
        (["check", "--lang", "fr"], "in 'fr'"),
        (["build", TOPIC, "--to", "pptx", "--pdf-ua", "2"], "add: --to pdf"),
        (["check", "--lang", "zh-hans"], "did you mean 'zh-Hans'?"),
        (["translate", "status", "--lang", "ES"], "did you mean 'es'?"),
        (["check", "--clinic", "../x"], "no clinic '../x'"),
        (["check", "--clinic", "a/b"], "clinics: example"),
    ],
)
def test_a_mistake_in_the_command_is_explained(
    library: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert main(words) == 2
    said = capsys.readouterr().err
    assert says in said
    assert "Traceback" not in said
    assert not Path("output").exists()


def test_an_unknown_option_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--too", "pdf"])
    assert ended.value.code == 2


def test_a_full_or_forbidden_disk_is_the_machine(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("output").write_text("a file where the folder should be")
    assert main(["build", TOPIC, "--to", "html"]) == 3
    assert "a file of that name is in the way" in capsys.readouterr().err


def test_red_flags_cannot_be_left_out(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_topic()
    assert main(["build", "knee-pain", "--without", "help"]) == 2
    assert "emergency signs" in capsys.readouterr().err


def test_a_choice_that_one_topic_cannot_have_stops_all_of_them(library: Path) -> None:
    start_topic()
    assert main(["build", "--to", "html", "--only", "exercise"]) == 2
    assert not Path("output").exists()


@pytest.mark.parametrize("command", ["check", "build", "list"])
def test_a_topic_file_that_cannot_be_read_is_a_problem_of_its_own(
    library: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (library / "topics/folder/en.md").mkdir(parents=True)
    (library / "topics/link").mkdir()
    (library / "topics/link/en.md").symlink_to("/etc/hostname")
    words = ["--to", "html"] if command == "build" else []
    assert main([command, *words]) == 1
    said = "".join(capsys.readouterr())
    assert "content/topics/folder/en.md: E008 this file cannot be read: it is not a file" in said
    assert "content/topics/link/en.md: E008" in said
    if command == "build":
        made = sorted(path.name for path in Path("output").iterdir())
        assert made == [f"{name}-en.html" for name in TOPICS]


def test_a_content_folder_with_nothing_in_it_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content/topics/knee").mkdir(parents=True)
    assert main(["check"]) == 2
    assert "careleaf new topic NAME" in capsys.readouterr().err
    start_topic("knee")
    assert main(["build"]) == 2
    assert "no clinic in content/clinics" in capsys.readouterr().err


@contextmanager
def locked(folder: Path, mode: int) -> Iterator[None]:
    """A folder that we may not read, also where the tests run as root."""
    usual, root = folder.stat().st_mode, os.geteuid() == 0
    Path.cwd().chmod(0o755)
    folder.chmod(mode)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(usual)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
@pytest.mark.parametrize(
    "name", ["content", "content/topics", f"content/topics/{TOPIC}", "content/clinics"]
)
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_a_folder_that_may_not_be_read_is_no_empty_folder(
    library: Path, capsys: pytest.CaptureFixture[str], name: str, mode: int
) -> None:
    assert main(["list"]) == 0
    with locked(Path(name), mode):
        codes = [main(words) for words in (["list"], ["check"], ["build", TOPIC])]
    assert codes == [3, 3, 3]
    said = capsys.readouterr().err.splitlines()
    assert said == [f"careleaf: cannot read {name}: Permission denied"] * 3


def test_a_readme_beside_a_topic_is_no_language(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / f"topics/{TOPIC}/README.md").write_text("How we wrote this.")
    assert main(["list"]) == 0
    assert f"{TOPIC}  (ar, en, es)" in capsys.readouterr().out


def test_only_keeps_a_section_and_the_red_flags(library: Path) -> None:
    start_topic()
    assert main(["build", "knee-pain", "--to", "html", "--only", "exercise"]) == 0
    page = Path("output/knee-pain-en.html").read_text()
    assert "Name of the exercise" in page
    assert "a sign that needs an ambulance." in page
    assert "I will walk" not in page


def test_check_reports_all_mistakes_at_once(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_topic()
    topic = library / "topics/knee-pain/en.md"
    text = topic.read_text().replace("reps: 5", "rep: 5").replace(":::summary", ":::sumary")
    topic.write_text(text.replace("than six points.", "than 5-6 points. See [[nosuch]]."))
    capsys.readouterr()
    assert main(["check", "knee-pain", "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert len(problems) >= 3
    assert {problem["file"] for problem in problems} == {"content/topics/knee-pain/en.md"}
    assert main(["check", "knee-pain", "--format", "github"]) == 1
    assert "::error file=content/topics/knee-pain/en.md,line=" in capsys.readouterr().out


def test_a_new_topic_has_no_errors_and_says_what_is_to_be_written(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_topic(written=False)
    capsys.readouterr()
    assert main(["check", "knee-pain", "--format", "json"]) == 0
    topic = (library / "topics/knee-pain/en.md").read_text()
    codes = [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]
    assert set(codes) == {"W507"}
    assert len(codes) == topic.count("Write here:")


def test_no_words_of_a_new_topic_reach_a_patient_unseen(library: Path) -> None:
    """What is no mark is a frame: a dose, a heading, what our own blocks say."""
    start_topic(written=False)
    topic = (library / "topics/knee-pain/en.md").read_text()
    body = topic.partition("---\n# ")[2]
    lines = re.findall(r"^(?:- |[0-9]\. |name: |why: )(.*)", body, re.MULTILINE)
    assert len(lines) >= 12
    frame = "[ ] I will walk ____ minutes on ____ days this week."
    leads = [line for line in lines if "**" in line]
    assert all("Write here:" in line or "clinic.phone" in line for line in leads)
    others = {line for line in lines if line not in leads and not line.startswith("Write here:")}
    assert others == {frame}


def test_a_new_topic_puts_danger_first_as_we_ask_of_others(library: Path) -> None:
    start_topic()
    job = Job(topics=("knee-pain",), content=library)
    [scored] = check(job).scored
    [order] = [item for one in scored.scores for item in one.items if item.key == "pemat-10"]
    assert order.finding.answer is not Answer.NO


def add_clinic(library: Path, name: str, old: str, new: str) -> None:
    example = (library / "clinics/example.md").read_text()
    assert old in example
    (library / f"clinics/{name}.md").write_text(example.replace(old, new))


def test_one_clinics_mistake_does_not_stop_another(library: Path) -> None:
    start_topic()
    add_clinic(library, "bad", "country: US", "cuntry: US")
    assert main(["build", "knee-pain", "--to", "html", "--clinic", "example"]) == 0
    assert main(["build", "knee-pain", "--to", "html", "--clinic", "bad"]) == 1


def test_without_a_clinic_named_a_topic_is_checked_for_all(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_topic()
    topic = library / "topics/knee-pain/en.md"
    topic.write_text(topic.read_text().replace("clinic.phone", "clinic.email"))
    add_clinic(library, "silent", "email: hello@example-harbor.example\n", "")
    assert main(["check", "knee-pain", "--clinic", "example"]) == 0
    capsys.readouterr()
    assert main(["check", "knee-pain"]) == 1
    assert "E302" in capsys.readouterr().out
    assert main(["build", "knee-pain"]) == 2
    assert "use --clinic with one of: example, silent" in capsys.readouterr().err


def test_a_new_topic_in_an_empty_folder_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    start_topic()
    assert (tmp_path / "content/clinics/example.md").exists()
    assert main(["build", "knee-pain"]) == 0


def test_a_content_folder_that_is_made_is_told_and_what_it_hides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    start_topic("elbow")
    said = capsys.readouterr().out
    assert said.startswith("wrote content/topics/elbow/en.md\n")
    copied = sorted(path for path in Path("content").iterdir() if path.name != "topics")
    assert copied
    assert [line.split()[1] for line in said.splitlines() if line.startswith("copied ")] == [
        str(path) for path in copied
    ]
    assert "careleaf now works with ./content" in said
    assert f"built from any other folder: {', '.join(TOPICS)}\n" in said
    assert main(["build", TOPIC]) == 2
    start_topic("wrist")
    assert "copied" not in capsys.readouterr().out


def test_a_folder_made_elsewhere_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "topic", "elbow", "--content", "mine"]) == 0
    said = capsys.readouterr().out
    assert "copied mine/clinics" in said
    assert "now works" not in said
    assert main(["build", TOPIC, "--to", "html"]) == 0


def test_a_new_topic_says_how_to_check_it(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "topic", "knee", "--lang", "es-MX", "--content", str(library)]) == 0
    command = capsys.readouterr().out.rpartition("then: careleaf ")[2].split()
    assert command == ["check", "knee", "--lang", "es-MX", "--content", str(library)]


def test_a_new_topic_never_overwrites(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "topic", TOPIC]) == 2
    assert "is there already" in capsys.readouterr().err


def test_list_as_text_and_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert TOPIC in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    (*_, topic, _) = json.loads(capsys.readouterr().out)
    assert topic["id"] == TOPIC
    assert "M54.50" in topic["icd10"]


BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
"""As most people run Python: what is printed may fail only when the command ends."""


def test_a_closed_pipe_is_quiet(library: Path) -> None:
    command = [sys.executable, "-m", "careleaf", "list", "--json"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False, env=BUFFERED)
    os.close(write)
    assert (done.returncode, done.stderr) == (3, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_output_that_cannot_be_printed_is_the_machine(library: Path) -> None:
    command = [sys.executable, "-m", "careleaf", "list"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, env=BUFFERED
        )
    assert done.returncode == 3
    assert done.stderr == b"careleaf: [Errno 28] No space left on device\n"


def test_figures_are_listed_and_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["figures"]) == 0
    assert "bridge\n  Bridge, start and finish\n" in capsys.readouterr().out
    assert main(["figures", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    (bridge,) = [one for one in listed if one["name"] == "bridge"]
    assert (bridge["title"], bridge["drawings"]) == ("Bridge", 2)
    assert bridge["alt"].startswith("Start: lying on your back")
    assert main(["figures", "--sheet", "all.svg"]) == 0
    assert capsys.readouterr().out == "wrote all.svg\n"
    assert "<svg " in Path("all.svg").read_text(encoding="utf-8")


def shell(words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    careleaf = f"{sys.executable} -m careleaf"
    return subprocess.run(
        f"{careleaf} {words}", shell=True, cwd=cwd, capture_output=True, text=True, check=False
    )


def test_closed_output_is_no_defect(tmp_path: Path) -> None:
    done = shell("list >&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        "figures --sheet kept.svg",
        "figures --sheet kept.md",
        "translate export --lang es --xliff kept.xlf",
        "translate export --lang es --xliff kept.md",
        "template kept.pptx",
    ],
)
def test_no_file_of_somebody_is_written_over(words: str, tmp_path: Path) -> None:
    kept = tmp_path / words.rpartition(" ")[2]
    kept.write_text("somebody's work")
    done = shell(words, tmp_path)
    assert done.returncode == 2, done.stderr
    assert kept.read_text() == "somebody's work"


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sheet.svg")
    (tmp_path / "output").mkdir()
    os.mkfifo(tmp_path / "output" / f"{TOPIC}-en.html")
    assert shell("figures --sheet sheet.svg", tmp_path).returncode == 2
    done = shell(f"build {TOPIC} --to html", tmp_path)
    assert done.returncode == 3
    assert "something else than a file is in the way" in done.stderr


def test_a_tailoring_without_end_is_refused(tmp_path: Path) -> None:
    done = shell(f"build {TOPIC} --to html --tailor /dev/zero", tmp_path)
    assert done.returncode == 1
    assert "E003" in done.stderr


def test_the_examples_of_help_and_readme_work(tmp_path: Path) -> None:
    dose = '--dose "knee-rolls reps: 8" --dose "bridge hold: blank"'
    for text in (shell("build --help", tmp_path).stdout, (CHECKOUT / "README.md").read_text()):
        assert dose.partition(" --dose")[0] in text
    assert shell(f"build {TOPIC} --to html {dose}", tmp_path).returncode == 0


@pytest.mark.parametrize("fold", ["booklet", "brochure"])
def test_a_folded_handout_says_so_in_its_name_and_the_report(
    fold: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["build", TOPIC, "--to", "pdf", "--fold", fold, "--print", "ink-saver", "--json"]
    assert main(asked) == 0
    [one] = json.loads(capsys.readouterr().out)["written"]
    assert Path(one["path"]).name == f"{TOPIC}-en-ink-saver-{fold}.pdf"
    assert (one["print"], one["fold"]) == ("ink-saver", fold)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--fold", "booklet", "--print", "large"], "do not fit on a folded sheet"),
        (["--fold", "brochure", "--print", "easy-read"], "do not fit on a folded sheet"),
        (["--fold", "booklet", "--fillable"], "fields are for a screen"),
        (["--fold", "booklet", "--to", "html"], "--fold is for handouts"),
        (["--print", "large", "--to", "pptx"], "--print is for handouts"),
        (["--paper", "a4", "--to", "html"], "--paper is for PDF files"),
    ],
)
def test_ways_of_printing_that_make_no_sense_are_refused(
    options: list[str], said: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", TOPIC, *options]) == 2
    assert said in capsys.readouterr().err
    assert not Path("output").exists()


@pytest.mark.parametrize("profile", ["large", "easy-read", "ink-saver"])
def test_the_handout_s_name_and_the_report_say_how_it_is_printed(
    profile: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["build", TOPIC, "--to", "pdf", "--to", "html", "--print", profile, "--json"]
    assert main(asked) == 0
    record = json.loads(capsys.readouterr().out)
    names = {Path(one["path"]).name: one.get("print") for one in record["written"]}
    assert names == {f"{TOPIC}-en-{profile}.pdf": profile, f"{TOPIC}-en.html": None}


@pytest.mark.parametrize("typed", ["99999", "65536", "-1", "http", "²"])
def test_a_port_that_is_none_is_told_with_those_that_are(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={typed}"])
    assert ended.value.code == 2
    assert f"a port is 0 to 65535, not '{typed}'" in capsys.readouterr().err


def test_what_is_for_one_patient_is_made_of_the_topics_that_are_named_alone(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.is_dir()
    Path("t.txt").write_text("patient: Ada Sample\n")
    assert main(["build", "--to", "text", "--tailor", "t.txt"]) == 2
    told = capsys.readouterr().err
    assert "none is named" in told and "name a topic" in told
    assert not Path("output").exists()
    assert main(["build", TOPICS[0], "--to", "text", "--tailor", "t.txt"]) == 0
