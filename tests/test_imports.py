"""What is not needed is not loaded: importing python-pptx and ReportLab takes half a second."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest
from msgspec import msgpack

from careleaf.cli.later import CODE_FLAGS
from careleaf.figure.pose import pose
from careleaf.figure.qr import qr_code
from careleaf.model.art import Drawing, Pose
from tests.conftest import TOPIC
from tests.tools.outside import CHECKOUT

HEAVY = {"pptx", "reportlab", "lxml", "PIL", "xlsxwriter"}


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a new process has loaded once it has run `code`."""
    loader = "getattr(getattr(one, '__spec__', None), 'loader', None)"
    real = f"getattr({loader}, '__module__', '') != 'careleaf.cli.later'"
    loaded = f"(name for name, one in list(sys.modules.items()) if {real})"
    script = f"{code}\nimport sys; print(*{loaded}, file=sys.stderr)"
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


def test_a_build_with_its_pictures_kept_loads_no_pillow(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    output = str(tmp_path_factory.mktemp("out"))
    build = command("build", TOPIC, "--to", "pptx", "--to", "pdf", "--output", output)
    loaded_after(build)
    loaded_after(f"{build}; import sys; assert 'PIL._imaging' not in sys.modules")


LATER = {
    "the HTTP client": (
        "import xml.sax.saxutils",
        (
            "from urllib.request import Request; import urllib.request as client;"
            "Request('http://a.example'); client.urlopen"
        ),
        "http.client",
    ),
    "Pillow": (
        "import pptx.parts.image, reportlab.lib.utils",
        (
            "from PIL import Image; import PIL.Image as again, PIL.ImageFont;"
            "drawn = Image.new('RGB', (2, 3)); assert isinstance(drawn, again.Image);"
            "assert reportlab.lib.utils.Image.Image is again.Image; PIL.ImageFont.load_default()"
        ),
        "PIL._imaging",
    ),
    "expressions of reportlab": (
        "import reportlab.lib.utils as utils",
        "assert utils.rl_safe_eval('1 + 1') == 2",
        "reportlab.lib.rl_safe_eval",
    ),
    "what takes code apart, for lxml": (
        "import lxml.etree, uharfbuzz, careleaf.read",
        (
            "from inspect import getfullargspec;"
            "assert getfullargspec(lambda a, b: 0).args == ['a', 'b']"
        ),
        "inspect",
    ),
    "what takes code apart, for a dataclass": (
        "import dataclasses; One = dataclasses.make_dataclass('One', ['a']); One(3)",
        (
            "import inspect; from inspect import signature;"
            "assert inspect.isclass(One) and list(signature(One).parameters) == ['a']"
        ),
        "inspect",
    ),
    "addresses of machines": (
        "import pathlib, urllib.parse",
        "assert urllib.parse.urlsplit('https://[::1]/a').hostname == '::1'",
        "ipaddress",
    ),
    "schemas of msgspec": (
        "import msgspec",
        "assert msgspec.json.schema(list[int])['items'] == {'type': 'integer'}",
        "msgspec._json_schema",
    ),
    "types taken apart by msgspec": (
        "import msgspec",
        "assert isinstance(msgspec.inspect.type_info(int), msgspec.inspect.IntType)",
        "msgspec.inspect",
    ),
    "what this machine is": (
        "import uuid, reportlab.lib.utils",
        (
            "import platform; from platform import python_implementation, system;"
            "said = system(), python_implementation(); assert platform.machine();"
            "assert said == (platform.system(), platform.python_implementation())"
        ),
        "platform",
    ),
    "indented words": (
        "import pptx, msgspec",
        "import textwrap; assert textwrap.dedent('  a') == 'a'",
        "textwrap",
    ),
    "charts of python-pptx": (
        "import pptx; from pptx.chart.data import CategoryChartData; from pptx import enum",
        (
            "from pptx.enum.chart import XL_CHART_TYPE; data = CategoryChartData();"
            "data.categories = ['a']; data.add_series('b', [1]); deck = pptx.Presentation();"
            "slide = deck.slides.add_slide(deck.slide_layouts[6]);"
            "pie = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, 9, 9, data).chart;"
            "assert pie.chart_type == XL_CHART_TYPE.PIE"
        ),
        "pptx.chart.chart",
    ),
    "rules of Markdown that a topic does not have": (
        "import careleaf.read; from markdown_it import MarkdownIt as Parser",
        (
            "text = '<p>a</p>\\n\\n<b>b</b> <https://a.example/c> &amp; (c) ... https://d.example';"
            "parser = Parser('js-default', {'html': True, 'typographer': True});"
            "made = parser.enable('replacements').render(text);"
            "assert made == '<p>a</p>\\n<p><b>b</b> <a href=\"https://a.example/c\">'"
            "'https://a.example/c</a> &amp; \u00a9 \u2026 https://d.example</p>\\n', made"
        ),
        "markdown_it.rules_block.html_block",
    ),
    "types of an older Python": (
        "import msgspec, pptx.types, pptx.oxml",
        (
            "import typing_extensions; from typing_extensions import TypedDict, get_type_hints;"
            "assert typing_extensions.TypeAliasType.__module__ in ('typing', 'typing_extensions')"
        ),
        "typing_extensions",
    ),
}


@pytest.mark.parametrize(("before", "asked", "module"), LATER.values(), ids=LATER)
def test_what_a_command_seldom_uses_is_loaded_when_it_is_used(
    before: str, asked: str, module: str
) -> None:
    """Libraries import it all the same, and whoever asks for it has the real one."""
    real = f"import sys; real = lambda: getattr(sys.modules.get({module!r}), '__file__', None)"
    start = f"import careleaf.cli.later; {before}; {real}"
    loaded_after(f"{start}; assert not real(); {asked}; assert real()")


def test_the_numbers_that_stand_in_for_those_of_inspect_are_the_same() -> None:
    numbers = {name: getattr(inspect, name) for name in CODE_FLAGS}
    assert numbers == CODE_FLAGS


def test_a_build_takes_no_code_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Three libraries import `inspect`, for a docstring and seven numbers."""
    output = str(tmp_path_factory.mktemp("out"))
    for target in ("pptx", "pdf"):
        loaded = loaded_after(command("build", TOPIC, "--to", target, "--output", output))
        assert not loaded & {"inspect", "dis", "ipaddress", "platform", "textwrap"}


def test_a_library_that_was_loaded_before_is_left_alone() -> None:
    loaded_after(
        "import urllib.request, typing_extensions as first; import careleaf.cli.later;"
        "import typing_extensions as second; assert first is second and first.__spec__"
    )


def test_a_figure_that_is_kept_is_not_drawn_again(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build asks nothing of Pillow and draws no one. What is kept is pictures, no word
    of the topic; the code is that of the clinic's public page."""
    clinic = (CHECKOUT / "content/clinics/example.md").read_text(encoding="utf-8")
    address = clinic.partition("\nweb: ")[2].partition("\n")[0]
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
    codes = 0
    for data in kept.values():
        twins = msgpack.decode(data[20:])
        if "name" in twins:
            assert msgpack.decode(data[20:], type=Pose) == pose(twins["name"])
            continue
        if "paths" in twins:
            codes += 1
            assert msgpack.decode(data[20:], type=Drawing) == qr_code(address)
            continue
        assert set(twins) == {"svg", "png"}
        assert re.fullmatch(rb'<svg [^>]*>(<path [ a-z0-9="#.,-]*/>)+</svg>\n', twins["svg"], re.I)
        assert b"tEXt" not in twins["png"]
    assert codes == 1


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
