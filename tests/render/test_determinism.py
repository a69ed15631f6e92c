"""Same input, same bytes: whatever the process, the hash seed, the time zone and the day."""

from __future__ import annotations

import calendar
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pptx import Presentation

from tests.conftest import TOPIC, Built, build
from tests.tools.outside import CHECKOUT, path_of

NAMES = ("deck", "leaflet", "page")
THIRTY_DAYS = "+30d"
DATE = date(2026, 1, 1)


def data(built: Built) -> dict[str, bytes]:
    return dict(zip(NAMES, (path.read_bytes() for path in built.files()), strict=True))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same build in another process, with another hash seed, in another part of the world."""
    environment = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    return build(tmp_path_factory.mktemp("elsewhere"), environment=environment)


@pytest.mark.parametrize("name", NAMES)
def test_processes_seeds_and_zones_change_nothing(
    name: str, built: Built, elsewhere: Built
) -> None:
    assert data(built)[name] == data(elsewhere)[name]


@pytest.fixture(scope="module")
def next_month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same build on a machine whose clock is thirty days ahead."""
    output = tmp_path_factory.mktemp("later")
    command = (sys.executable, "-m", "careleaf", "build", TOPIC, "--clinic", "example")
    done = subprocess.run(
        [str(path_of("faketime")), "-f", THIRTY_DAYS, *command, "--output", str(output)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.mark.needs("faketime")
@pytest.mark.parametrize("name", NAMES)
def test_the_day_changes_nothing(name: str, built: Built, next_month: Path) -> None:
    path = getattr(built, name)
    assert path.read_bytes() == (next_month / path.name).read_bytes()


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Two builds under one SOURCE_DATE_EPOCH."""
    environment = {"SOURCE_DATE_EPOCH": str(calendar.timegm(DATE.timetuple()))}
    first, second = (tmp_path_factory.mktemp("dated") for _ in range(2))
    return (
        build(first, environment=environment | {"PYTHONHASHSEED": "1"}),
        build(second, environment=environment | {"PYTHONHASHSEED": "2"}),
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_given_date_gives_the_same_bytes(name: str, dated: tuple[Built, Built]) -> None:
    first, second = map(data, dated)
    assert first[name] == second[name]


def test_a_given_date_stands_in_the_files(dated: tuple[Built, Built]) -> None:
    built, _ = dated
    presentation: Any = Presentation(str(built.deck))
    assert presentation.core_properties.created.date() == DATE
    with pikepdf.open(built.leaflet) as leaflet:
        assert str(leaflet.docinfo["/CreationDate"]).startswith(f"D:{DATE:%Y%m%d}")


def test_a_date_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="SOURCE_DATE_EPOCH is 'today'"):
        build(tmp_path, environment={"SOURCE_DATE_EPOCH": "today"})
