"""A second process: what it is asked comes back, whatever happens to it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from careleaf.engine import Job, build, second_process
from careleaf.engine.aside import Aside, aside
from careleaf.engine.job import FORMATS
from careleaf.problem import CareleafError
from tests.tools.outside import CHECKOUT

TOPIC = "low-back-and-hip-pain"


@pytest.fixture
def second() -> Iterator[Aside]:
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


def interrupted() -> None:
    os.kill(os.getpid(), signal.SIGINT)


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


@pytest.mark.parametrize("end", [die, interrupted])
def test_a_process_that_ends_is_told_of(second: Aside, end: Callable[[], None]) -> None:
    second.begin(end)
    with pytest.raises(CareleafError, match="was stopped"):
        second.result()


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


def test_one_format_needs_no_second_process() -> None:
    with second_process(Job(formats=("pdf",))) as second:
        assert second is None
