"""What is not needed is not loaded: importing python-pptx and ReportLab takes half a second."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from msgspec import msgpack

from careleaf.figure.pose import pose
from careleaf.model.art import Pose
from tests.conftest import TOPIC
from tests.tools.outside import CHECKOUT

HEAVY = {"pptx", "reportlab", "lxml", "PIL", "xlsxwriter"}


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a new process has loaded once it has run `code`."""
    script = f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stderr.split()}


def command(*words: str) -> str:
    return f"from careleaf.cli import main; assert main({list(words)!r}) == 0"


def test_importing_careleaf_loads_nothing_else() -> None:
    heavy = HEAVY | {"jinja2", "markdown_it", "babel", "uharfbuzz", "tqdm", "qrcodegen"}
    assert not loaded_after("import careleaf") & heavy


@pytest.mark.parametrize("words", [("check", TOPIC), ("list",)], ids=" ".join)
def test_reading_and_checking_load_no_writer(words: tuple[str, ...]) -> None:
    assert not loaded_after(command(*words)) & HEAVY


@pytest.mark.parametrize(
    ("target", "spared"),
    [("pptx", {"reportlab"}), ("pdf", {"pptx"}), ("html", {"pptx", "reportlab"})],
)
def test_a_build_loads_only_the_writer_it_uses(
    target: str, spared: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = str(tmp_path_factory.mktemp(target))
    assert not loaded_after(command("build", TOPIC, "--to", target, "--output", output)) & spared


@pytest.mark.parametrize("target", ["pptx", "pdf"])
def test_a_build_loads_no_http_client(
    target: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = str(tmp_path_factory.mktemp(target))
    loaded = loaded_after(command("build", TOPIC, "--to", target, "--output", output))
    assert target == "pdf" or "pptx" in loaded
    assert not loaded & {"http", "ssl"}


def test_whoever_asks_for_the_client_gets_it() -> None:
    ask = "import careleaf.write.pptx; from urllib.request import Request; Request('http://a.example')"
    assert "http" in loaded_after(f"{ask}; import urllib.request; urllib.request.urlopen")


def test_a_figure_that_is_kept_is_not_drawn_again(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build asks nothing of Pillow and draws no one. What is kept is pictures, no word
    of the topic."""
    folder, output = tmp_path_factory.mktemp("kept"), str(tmp_path_factory.mktemp("out"))
    monkeypatch.setenv("CARELEAF_CACHE", str(folder))
    build = command("build", TOPIC, "--clinic", "example", "--to", "pptx", "--output", output)
    pens = "{'PIL.ImageDraw', 'careleaf.figure.pose.sketch'}"
    drawing = f"import sys; drawn = {pens}.intersection(sys.modules)"
    loaded_after(f"{build}; {drawing}; assert len(drawn) == 2")
    kept = {file.name: file.read_bytes() for file in folder.iterdir()}
    loaded_after(f"{build}; {drawing}; assert not drawn")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == kept
    assert len(kept) > 10
    for data in kept.values():
        twins = msgpack.decode(data[20:])
        if "name" in twins:
            assert msgpack.decode(data[20:], type=Pose) == pose(twins["name"])
            continue
        assert set(twins) == {"svg", "png"}
        assert re.fullmatch(rb'<svg [^>]*>(<path [ a-z0-9="#.,-]*/>)+</svg>\n', twins["svg"], re.I)
        assert b"tEXt" not in twins["png"]


def test_a_build_does_not_load_what_measures_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    output = str(tmp_path_factory.mktemp("html"))
    looked = ("closely", "known", "scores")
    apart = ("careleaf.readability", *(f"careleaf.check.{name}" for name in looked))
    ours = f"[name for name in sys.modules if name.startswith({apart})]"
    build = command("build", TOPIC, "--to", "html", "--output", output)
    loaded_after(f"{build}; import sys; assert not {ours}")
    loaded_after(f"{command('check', TOPIC)}; import sys; assert len({ours}) > 4")
