"""A second process: what it is asked comes back, whatever happens to it."""

from __future__ import annotations

import io
import os
import shutil
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pptx import Presentation

from careleaf.engine import Job, build, second_process
from careleaf.engine.aside import Aside, aside
from careleaf.engine.job import FORMATS
from careleaf.problem import CareleafError
from tests.conftest import WORKER
from tests.tools.outside import CHECKOUT

TOPIC = "low-back-and-hip-pain"
pytestmark = pytest.mark.alone
"""A process that has threads makes no second one by forking."""


@pytest.fixture
def second() -> Iterator[Aside]:
    if WORKER in os.environ:
        # The test is run elsewhere, with one of its own: this process may have threads by now.
        yield Aside(0, io.BytesIO(), io.BytesIO())
        return
    with aside(lambda: None) as started:
        if started is None:
            pytest.skip("no second process here: one core, or not Linux")
        yield started


def doubled(n: int, *, by: int = 2) -> tuple[int, int]:
    return n * by, os.getpid()


def refuse(words: str) -> None:
    raise CareleafError(words)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def interrupted() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "still there"


def large() -> bytes:
    return b"x" * 5_000_000


def test_a_call_is_made_elsewhere(second: Aside) -> None:
    second.begin(doubled, 21)
    value, process = second.result()
    assert value == 42
    assert process != os.getpid()
    second.begin(partial(doubled, by=3), 5)
    assert second.result()[0] == 15


def test_an_exception_is_raised_here(second: Aside) -> None:
    second.begin(refuse, "no disk")
    with pytest.raises(CareleafError, match="no disk"):
        second.result()
    second.begin(doubled, 1)
    assert second.result()[0] == 2


def test_a_result_nobody_fetched_is_not_taken_for_the_next(second: Aside) -> None:
    second.begin(doubled, 1)
    second.begin(doubled, 2)
    assert second.result()[0] == 4


def test_a_process_that_ends_is_told_of(second: Aside) -> None:
    second.begin(die)
    with pytest.raises(CareleafError, match="was stopped"):
        second.result()


def test_ctrl_c_is_for_this_process_alone(second: Aside) -> None:
    """A terminal interrupts both: the other must not end first and look like a broken machine."""
    second.begin(interrupted)
    assert second.result() == "still there"


def test_more_than_a_pipe_holds(second: Aside) -> None:
    second.begin(large)
    assert len(second.result()) == 5_000_000


def test_preparing_in_vain_is_told_by_the_call() -> None:
    with aside(partial(refuse, "no font")) as second:
        if second is not None:
            second.begin(doubled, 4)
            assert second.result()[0] == 8


def test_no_process_stays_behind() -> None:
    with pytest.raises(KeyboardInterrupt), aside(lambda: None) as second:
        if second is not None:
            second.begin(large)
        raise KeyboardInterrupt
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_files_and_problems_are_the_same(tmp_path: Path) -> None:
    jobs = [
        Job(topics=(TOPIC,), content=CHECKOUT / "content", clinic="example", output=tmp_path / name)
        for name in ("alone", "two")
    ]
    alone = build(jobs[0])
    with second_process(jobs[1]) as second:
        two = build(jobs[1], second=second)
    assert alone.problems == two.problems
    assert [one.format for one in two.outputs] == list(FORMATS)
    for one, other in zip(alone.outputs, two.outputs, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()
        assert (one.count, one.unit) == (other.count, other.unit)


@pytest.mark.parametrize("broken", ["first", "second"])
def test_what_was_begun_of_a_topic_with_a_mistake_is_thrown_away(
    broken: str, tmp_path: Path
) -> None:
    """The second process begins before a topic is checked: no file is made of one that has a
    mistake, and the other topic's slides are its own."""
    content = tmp_path / "content"
    shutil.copytree(CHECKOUT / "content", content, ignore=shutil.ignore_patterns("topics"))
    text = (CHECKOUT / f"content/topics/{TOPIC}/en.md").read_text(encoding="utf-8")
    for name in ("first", "second"):
        here = text.replace("title: ", f"title: {name.title()}. ", 1)
        if name == broken:
            here += "\n## Rest {#rest}\n\nRepeat 5-10 times. Take 5000 mg of paracetamol a day.\n"
        path = content / "topics" / name / "en.md"
        path.parent.mkdir(parents=True)
        path.write_text(here, encoding="utf-8")
    job = Job(content=content, clinic="example", formats=("pptx", "pdf"), output=tmp_path / "out")
    with second_process(job) as second:
        result = build(job, second=second)
    good = "second" if broken == "first" else "first"
    assert {one.path.name for one in result.outputs} == {f"{good}-en.pptx", f"{good}-en.pdf"}
    deck = Presentation(str(tmp_path / f"out/{good}-en.pptx"))
    assert deck.core_properties.title.startswith(good.title())


def test_one_format_needs_no_second_process() -> None:
    with second_process(Job(formats=("pdf",))) as second:
        assert second is None
