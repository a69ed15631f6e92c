"""Many topics in; the same result out for any number of processes, and nothing lost on Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import signal
import struct
import subprocess
import sys
import termios
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from careleaf.cli import main
from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.engine.report import report_of
from careleaf.problem import CareleafError
from careleaf.theme import default_theme
from careleaf.write.report import KINDS, write
from tests.benchmarks.many_topics import make
from tests.tools.outside import CHECKOUT

COUNT = 40
pytestmark = pytest.mark.alone
"""A process that has threads does not fork."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library of many short topics, some with mistakes, one that is not text, and
    one that is translated."""
    folder = tmp_path_factory.mktemp("many")
    names = make(folder / "content", COUNT, long=0)
    (folder / "content/topics" / names[7] / "en.md").write_bytes(b"\xff\xfe")
    for code in ("es", "ar"):
        translation = bundled_library() / "topics/first-days-of-back-pain" / f"{code}.po"
        shutil.copy(translation, folder / "content/topics" / names[3])
    programmes = folder / "content/programmes"
    programmes.mkdir()
    head = "---\ntitle: A class\nversion: 0.1\nwritten: 2026-11-25\n---\n"
    lines = [f"- {name}: 20 minutes\n" for name in names[3:5]]
    (programmes / "a-class.md").write_text(head + "".join(lines))
    return folder


def command(*words: str, folder: Path, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    """The command as a shell starts it: at the head of a process group of its own, which Ctrl-C
    goes to."""
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT / "generator")}
    return subprocess.Popen(
        [sys.executable, "-m", "careleaf", "check", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env=environment,
        start_new_session=True,
    )


def test_any_number_of_processes_has_the_same_result(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(many)
    job = Job(languages=(), formats=())
    alone = check(job)
    assert len(alone.checked) == COUNT + 2 + 1
    assert len({one.code for one in alone.problems}) > 3
    assert alone.suggestions
    for processes in (2, 3):
        seen: list[str] = []
        assert check(job, seen.append, processes) == alone
        assert len(seen) == COUNT + 2 + 3  # a programme is looked for in each of three languages
    reports = [
        [write(report_of(one, job), kind, default_theme()) for kind in KINDS]
        for one in (alone, check(job, processes=2))
    ]
    assert reports[0] == reports[1]


def test_many_topics_are_looked_at_by_a_process_for_each_core(many: Path) -> None:
    """And the command says the same, hash seed by hash seed."""
    said: set[str] = set()
    for words in (("--processes", "1"), ("--processes", "2"), ()):
        running = command("--lang", "en", *words, folder=many)
        said.add(running.communicate(timeout=120)[0])
    assert len(said) == 1
    table = said.pop()
    assert "E001" in table
    assert re.search(r"(19|20) more are easier. All of them: --report FILE.html", table)
    assert re.search(r"(19|20) more score higher. All of them: --report FILE.html", table)
    table = table.partition("\nReading level")[2].partition("\nScores")[0]
    grades = [float(row.split()[3]) for row in table.splitlines() if row.startswith("topic-")]
    assert len(grades) == 20
    assert grades == sorted(grades, reverse=True)


def test_a_page_of_very_many_topics_leaves_out_what_is_in_order_and_says_so(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "content", 101, long=0)
    for count, brief in ((100, False), (101, True)):
        job = Job(topics=tuple(sorted(topics(tmp_path))[:count]), formats=())
        report = report_of(check(job, processes=2), job)
        html = write(report, "html", default_theme()).decode()
        assert ("There are more than 100, so" in html) is brief
        assert ("Sentences say who does what" in html) is not brief
        assert "Nothing leads away from its purpose" in html  # a person must say
        assert html.count('<details class="topic"') == count


def test_new_processes_do_as_well_where_a_fork_is_not_safe(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a thread about there is no fork: as on Windows, each process begins anew."""
    monkeypatch.chdir(many)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT / "generator"))
    job = Job(languages=("en", "es"), formats=())
    over = threading.Event()
    waiting = threading.Thread(target=over.wait)
    waiting.start()
    try:
        assert check(job, processes=2) == check(job)
    finally:
        over.set()
        waiting.join()


@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c_loses_nothing_that_was_found(
    many: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    """What was looked at by then is told as if it were all, and the rest is named."""
    monkeypatch.chdir(many)
    seen: list[str] = []

    def stop_at_the_ninth(name: str) -> None:
        seen.append(name)
        if len(seen) == 9:
            signal.raise_signal(signal.SIGINT)

    job = Job(languages=("en",), formats=(), topics=tuple(sorted(topics(many))))
    result = check(job, stop_at_the_ninth, processes)
    done = [one.id for one in result.checked]
    assert {*seen[:9]} <= {*done}
    assert len(done) < COUNT
    assert [("en", name) for name in job.topics if name not in done] == [
        (code, name) for name, code in result.unchecked
    ]
    whole = check(replace(job, topics=tuple(done)))
    assert result.problems == whole.problems
    assert result.measured == whole.measured
    assert result.suggestions == whole.suggestions


def topics(folder: Path) -> list[str]:
    return [path.name for path in (folder / "content/topics").iterdir()]


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_command_that_is_stopped_tells_what_it_found_and_writes_no_report(
    tmp_path: Path, processes: str
) -> None:
    """The bar shows that topics are being looked at; then Ctrl-C goes to all processes."""
    make(tmp_path / "content", 300, long=0)
    (tmp_path / "old.html").write_text("of last week")
    words = ("--processes", processes, "--report", "old.html", "--report", "new.json")
    terminal, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    running = command(*words, folder=tmp_path, stderr=theirs)
    os.close(theirs)
    told = b""
    while not re.search(rb" [1-9][0-9]*/300 ", told):
        told += os.read(terminal, 4096)
    os.killpg(running.pid, signal.SIGINT)
    out = running.communicate(timeout=120)[0]
    shown = (told + _rest(terminal)).decode()
    assert running.returncode == 130, shown
    assert "Traceback" not in shown
    stopped = re.search(r"stopped after (\d+) of 300 topics\. old.html, new.json: not writ", shown)
    assert stopped, shown
    assert 0 < int(stopped[1]) < 300
    assert "content/topics/topic-0000/en.md:" in out
    assert (tmp_path / "old.html").read_text() == "of last week"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "old.html"]
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def _rest(terminal: int) -> bytes:
    """What a terminal still has to show; on Linux reading its end is an error."""
    shown = b""
    with suppress(OSError):
        while found := os.read(terminal, 4096):
            shown += found
    os.close(terminal)
    return shown


def test_a_process_that_is_ended_from_outside_is_told_of(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(many)

    def end_the_others(name: str) -> None:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
        for child in children.split():
            os.kill(int(child), signal.SIGKILL)

    with pytest.raises(CareleafError, match="was stopped, perhaps for want of memory"):
        check(Job(languages=("en",), formats=()), end_the_others, 2)


def test_a_number_of_processes_is_one_or_more(capsys: pytest.CaptureFixture[str]) -> None:
    for number in ("0", "-1", "two"):
        with pytest.raises(SystemExit) as ended:
            main(["check", f"--processes={number}"])
        assert ended.value.code == 2
        assert f"'{number}' is not a number from 1 on" in capsys.readouterr().err
