"""What all tests share: the `needs` marker, and one build of the real topic for those that look
at what a reader gets."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from careleaf.engine.content import find_content
from tests.tools import office
from tests.tools.outside import CHECKOUT, TOOLS, ToolMissingError, path_of

TOPIC = "low-back-and-hip-pain"
REQUIRE_TOOLS = "CARELEAF_REQUIRE_TOOLS"
"""Set in CI: a missing tool fails the test instead of skipping it."""
WORKER = "PYTEST_XDIST_WORKER"
"""Set by pytest-xdist in the processes that run tests."""

# How long an example takes says how busy the computer is: by itself Hypothesis allows 200 ms.
settings.register_profile("any-load", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-load")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs this behind its back has it deaf to Ctrl-C, and so all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)

if "PYTHONPATH" in os.environ:
    # Commands that tests start in other folders must find this very code.
    found = os.environ["PYTHONPATH"].split(os.pathsep)
    os.environ["PYTHONPATH"] = os.pathsep.join(str(Path(one).resolve()) for one in found if one)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A marker with a misspelt tool must not skip a test for ever."""
    for item in items:
        unknown = {name for name in _needed(item) if name not in TOOLS}
        if unknown:
            raise pytest.UsageError(f"{item.nodeid} needs unknown tools: {sorted(unknown)}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or in CI fail, a test whose outside tools are not on this machine."""
    try:
        for name in _needed(item):
            path_of(name)
    except ToolMissingError as missing:
        if os.environ.get(REQUIRE_TOOLS):
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Where pytest-xdist runs tests, its workers have a thread and children of their own: a test
    that must be `alone` is run by a pytest of its own instead."""
    if os.environ.get(WORKER) is None or pyfuncitem.get_closest_marker("alone") is None:
        return None
    environment = {key: value for key, value in os.environ.items() if "XDIST" not in key}
    words = ("-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, pyfuncitem.nodeid],
        cwd=pyfuncitem.config.rootpath,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if "1 passed" not in done.stdout:
        pytest.skip(f"by itself:\n{done.stdout}")
    return True


def _needed(item: pytest.Item) -> list[str]:
    return [str(name) for marker in item.iter_markers("needs") for name in marker.args]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The three outputs of one build."""

    deck: Path
    leaflet: Path
    page: Path

    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return self.deck, self.leaflet, self.page


def build(output: Path, *options: str, environment: Mapping[str, str] | None = None) -> Built:
    """Build the real topic for the example clinic into `output`, as a person would: by command."""
    _build(output, TOPIC, *options, environment=environment)
    return Built(
        deck=_only(output, "*.pptx"), leaflet=_only(output, "*.pdf"), page=_only(output, "*.html")
    )


def leaflet_of(output: Path, *options: str) -> Path:
    """Build the handout of the real topic into `output`, and nothing else."""
    _build(output, TOPIC, "--to", "pdf", *options)
    return _only(output, "*.pdf")


def deck_of(topic: str, output: Path, *options: str) -> Path:
    """Build the deck of a topic into `output`."""
    _build(output, topic, "--to", "pptx", *options)
    return _only(output, "*.pptx")


def notes_of(output: Path, *options: str) -> Path:
    """Build the notes pages of the real topic into `output`."""
    _build(output, TOPIC, "--to", "html", "--notes-pages", *options)
    return _only(output, "*-notes.pdf")


def build_programme(
    name: str, output: Path, *, environment: Mapping[str, str] | None = None
) -> None:
    """Build all that a programme gives into `output`."""
    _build(output, "--programme", name, "--notes-pages", environment=environment)


def _build(output: Path, *options: str, environment: Mapping[str, str] | None = None) -> None:
    command = (sys.executable, "-m", "careleaf", "build")
    done = subprocess.run(
        [*command, "--clinic", "example", "--output", str(output), *options],
        cwd=CHECKOUT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.rglob(pattern))
    assert len(found) == 1, f"wanted one {pattern}, found {found}"
    return found[0]


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the run's own, in commands that tests start as well: never the user's."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARELEAF_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real topic in English, on Letter paper, built once for the whole run."""
    return build(tmp_path_factory.mktemp("built"))


def languages() -> list[str]:
    """Every language that a topic of the library is there in, sorted."""
    library = find_content(CHECKOUT / "content")
    return sorted({code for topic in library.topics() for code in library.languages(topic)})


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A page in every language, by its code: of the real topic, where it is there in it, else of
    another. Those of a topic are built together."""
    output = tmp_path_factory.mktemp("pages")
    library = find_content(CHECKOUT / "content")
    found: dict[str, Path] = {}
    for topic in sorted(library.topics(), key=lambda name: name != TOPIC):
        codes = library.languages(topic)
        if set(codes) <= set(found):
            continue
        together = [option for code in codes for option in ("--lang", code)]
        _build(output, topic, "--to", "html", *together)
        found = {code: output / f"{topic}-{code}.html" for code in codes} | found
    return found


@pytest.fixture(scope="session")
def drawn_deck(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's drawing of the deck, as a PDF. Its test must be marked to need libreoffice."""
    return office.to_pdf(built.deck, tmp_path_factory.mktemp("drawn"))
