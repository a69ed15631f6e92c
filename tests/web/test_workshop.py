"""Processes that make files for the page: what they give, what they refuse, and what becomes of a
call that takes too much or that nobody waits for."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PIL import Image

from careleaf.engine import Job, RefusedError, made
from careleaf.model.tailoring import DoseChoice, Tailoring, Visit
from careleaf.web.pages import pictures
from careleaf.web.workshop import (
    Bounds,
    BrokenError,
    BusyError,
    OverError,
    SupersededError,
    Workshop,
    _Process,
    _Ticket,
)
from tests.tools.endless import endless, single
from tests.tools.outside import CHECKOUT
from tests.tools.remembered import holders

_T = TypeVar("_T")

JOB = Job(topics=("first-days-of-back-pain",), formats=("pdf",), content=CHECKOUT / "content")
NAME = "".join(chr(code) for code in (90, 121, 120, 119, 118, 117, 116, 113, 113))


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = f"{CHECKOUT}{os.pathsep}{before}"
    ours = Workshop(Bounds(seconds=90), processes=1)
    yield ours
    ours.close()
    os.environ["PYTHONPATH"] = before


def run(awaited: Awaitable[_T]) -> _T:
    """In a thread of its own: Playwright, whose tests may run before, has a loop in this one."""

    async def whole() -> _T:
        return await awaited

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, whole()).result()


def with_bounds(bounds: Bounds, use: Callable[[Workshop], Awaitable[_T]]) -> _T:
    ours = Workshop(bounds, processes=1)
    try:
        return run(use(ours))
    finally:
        ours.close()


def test_a_job_gives_the_bytes_of_a_build_and_leaves_nothing_on_disk(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given = run(workshop.made(JOB))
    assert given.problems == ()
    assert [piece.data for piece in given.pieces] == [piece.data for piece in made(JOB).pieces]
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_makes_no_sense_is_refused_with_its_hint(workshop: Workshop) -> None:
    dose = DoseChoice(exercise="knee-rolls", field="reps", value="50")
    with pytest.raises(RefusedError, match="outside the author's reps") as refused:
        run(workshop.made(replace(JOB, tailoring=Tailoring(doses=(dose,)))))
    assert refused.value.hint.startswith("choose 5 to 10")


def test_only_pages_asked_for_are_drawn_in_that_order(workshop: Workshop) -> None:
    piece = run(workshop.made(JOB)).pieces[0]
    pdf = piece.data
    drawn = run(workshop.pictures(pdf, 400, (3, 1, 99)))
    assert [one.page for one in drawn] == [3, 1]
    assert {one.of for one in drawn} == {piece.count}
    for one in drawn:
        picture = Image.open(io.BytesIO(one.png))
        assert picture.size == (one.width, one.height) == (400, 518)
        assert len(picture.convert("L").getcolors(256) or ()) > 20, "a page that is not empty"


def test_a_page_that_looks_the_same_is_not_sent_again() -> None:
    pdf = made(JOB).pieces[0].data
    first, second, *_ = pictures(pdf, 300)
    again = {one.page: one for one in pictures(pdf, 300, known={1: first.digest, 2: "other"})}
    assert again[1].png == b""
    assert again[1].digest == first.digest
    assert again[2].png == second.png


def test_a_call_over_its_time_is_ended_and_the_next_is_answered() -> None:
    async def use(ours: Workshop) -> int:
        began = time.monotonic()
        with pytest.raises(OverError, match=r"more than 1\.5 seconds"):
            await ours.call(time.sleep, 30)
        assert time.monotonic() - began < 10
        ours.bounds = Bounds(seconds=90)  # another process loads the engine first
        return await ours.call(abs, -3)

    assert with_bounds(Bounds(seconds=1.5), use) == 3


def test_a_call_over_its_memory_is_ended_and_the_next_is_answered() -> None:
    async def use(ours: Workshop) -> int:
        with pytest.raises(OverError, match="more memory than it may"):
            await ours.call(bytes, 1 << 31)
        return await ours.call(abs, -3)

    assert with_bounds(Bounds(megabytes=700, seconds=90), use) == 3


def test_a_process_that_dies_is_replaced(workshop: Workshop) -> None:
    async def use() -> int:
        with pytest.raises(BrokenError, match="ended"):
            await workshop.call(os._exit, 3)
        return await workshop.call(abs, -3)

    assert run(use()) == 3


def test_a_defect_is_told_by_its_place_and_not_by_what_was_typed(workshop: Workshop) -> None:
    with pytest.raises(BrokenError, match="ValueError at ") as told:
        run(workshop.call(int, f"{NAME} Quxley"))
    assert NAME not in str(told.value)


def test_a_newer_call_takes_the_place_of_an_older_one(workshop: Workshop) -> None:
    async def use() -> None:
        busy = asyncio.create_task(workshop.call(time.sleep, 0.5))
        await asyncio.sleep(0)
        older = asyncio.create_task(workshop.call(time.sleep, 20, replaces="preview"))
        other = asyncio.create_task(workshop.call(abs, -1, replaces="another preview"))
        await asyncio.sleep(0.1)
        assert await workshop.call(abs, -2, replaces="preview") == 2
        with pytest.raises(SupersededError):
            await older
        assert await other == 1
        await busy

    began = time.monotonic()
    run(use())
    assert time.monotonic() - began < 10


def test_an_older_call_that_runs_is_ended_and_the_next_need_not_wait(workshop: Workshop) -> None:
    async def use() -> None:
        await workshop.call(abs, -1)
        older = asyncio.create_task(workshop.call(time.sleep, 15, replaces="preview"))
        await asyncio.sleep(0.5)  # it runs: there is one process, and nothing else to do
        began = time.monotonic()
        assert await workshop.call(abs, -2, replaces="preview") == 2
        assert time.monotonic() - began < 10
        with pytest.raises(SupersededError):
            await older

    run(use())


def test_values_that_nobody_waits_for_are_not_made(workshop: Workshop) -> None:
    """Not one more than the process is at: it goes on to the next call, and need not be ended."""

    async def use() -> tuple[int, int]:
        before = await workshop.call(os.getpid)
        async with aclosing(workshop.each(endless)) as values:
            async for value in values:
                assert value == 0
                break
        return before, await workshop.call(os.getpid)

    before, after = run(use())
    assert before == after


@pytest.mark.usefixtures("workshop")
def test_a_process_that_is_ended_as_its_call_comes_to_its_end_is_given_no_other() -> None:
    """Some milliseconds after it was killed it still seemed to live, and the next call was lost."""

    async def use() -> int | None:
        process = _Process(1024)
        ticket = _Ticket(asyncio.get_running_loop(), single, ())
        values = process.values(ticket, Bounds(seconds=90, grace=0))
        assert next(values).value == 0
        time.sleep(1)  # the end of the call has been told, and nobody has heard it
        ticket.drop()
        os.waitid(os.P_PID, process._process.pid, os.WEXITED | os.WNOWAIT)
        with suppress(OverError):
            next(values, None)
        process.let_go()
        return process._process.returncode

    assert run(use()) == -signal.SIGKILL


def test_more_calls_than_may_wait_are_turned_away() -> None:
    async def use(ours: Workshop) -> None:
        first = asyncio.create_task(ours.call(time.sleep, 0.2))
        await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await ours.call(abs, -1)
        await first
        assert await ours.call(abs, -1) == 1

    with_bounds(Bounds(waiting=0, seconds=90), use)


def test_no_word_of_a_patient_stays_in_the_process(workshop: Workshop) -> None:
    visit = Visit(patient=f"{NAME} Quxley", note=f"Walk with {NAME}.")
    given = run(workshop.made(replace(JOB, tailoring=Tailoring(visit=visit))))
    assert run(workshop.pictures(given.pieces[0].data, 300))
    assert not run(workshop.call(holders, NAME))
