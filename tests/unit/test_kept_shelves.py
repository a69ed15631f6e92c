"""Topics as read, kept until a file changes: never an older word, and never a patient's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from careleaf.engine import Job, made
from careleaf.engine.kept_shelves import KeptShelves
from careleaf.model.tailoring import DoseChoice, Tailoring
from tests.tools.outside import CHECKOUT

TOPIC = "first-days-of-back-pain"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    content = Path(shutil.copytree(CHECKOUT / "content", tmp_path / "content"))
    return Job(topics=(TOPIC,), formats=("text",), content=content)


def text(job: Job, kept: KeptShelves) -> str:
    given = made(job, shelve=kept)
    return given.pieces[0].data.decode() if given.pieces else "nothing"


def test_the_same_files_are_read_once(job: Job) -> None:
    kept = KeptShelves()
    assert kept(job) is kept(job)
    assert text(job, kept) == made(job).pieces[0].data.decode()
    assert kept(replace(job, languages=("es",))) is not kept(job)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"topics/{TOPIC}/en.md", "Knee rolls", "Knee turns"),
        ("clinics/example.md", "Example Harbor Clinic", "Another Harbor Clinic"),
        ("glossary/en.md", "A kind of pain medicine", "A sort of pain medicine"),
    ],
)
def test_a_changed_file_is_read_anew(job: Job, file: str, old: str, new: str) -> None:
    kept = KeptShelves()
    assert old in text(job, kept)
    assert job.content
    path = job.content / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    said = text(job, kept)
    assert new in said and old not in said


def test_a_file_that_breaks_is_told_and_one_that_is_mended_is_made(job: Job) -> None:
    kept = KeptShelves()
    assert job.content
    path = job.content / f"topics/{TOPIC}/en.md"
    good = path.read_text("utf-8")
    assert text(job, kept) != "nothing"
    path.write_text(good.replace("reps: 5\n", "rep: 5\n"), "utf-8")
    assert text(job, kept) == "nothing"
    path.write_text(good, "utf-8")
    assert text(job, kept) != "nothing"


def test_choices_of_one_visit_do_not_stay(job: Job) -> None:
    kept = KeptShelves()
    dose = DoseChoice(exercise="knee-rolls", field="reps", value="8")
    assert "8 times each side" in text(replace(job, tailoring=Tailoring(doses=(dose,))), kept)
    assert "8 times each side" not in text(job, kept)
