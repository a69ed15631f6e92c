"""The code is cut as `generator/ARCHITECTURE.md` says: layers, folders, and who imports whom."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import takewhile

import grimp
import pytest

from tests.tools.outside import CHECKOUT

PACKAGE = CHECKOUT / "generator" / "careleaf"
ARCHITECTURE = (CHECKOUT / "generator" / "ARCHITECTURE.md").read_text(encoding="utf-8")
LINT = """\
import sys
from importlinter.cli import lint_imports

sys.exit(lint_imports(no_logo=True, no_cache=True))
"""


def test_imports_go_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """What each module imports of our own: in a function, or for types alone, counts."""
    graph = grimp.build_graph("careleaf", cache_dir=None)
    assert len(graph.modules) > 500
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def test_no_modules_go_round_in_a_circle(imports: dict[str, set[str]]) -> None:
    assert _circle(imports) == ""


def test_no_folders_go_round_in_a_circle(imports: dict[str, set[str]]) -> None:
    """Of two that lie side by side, folders or files, one knows the other at most."""
    beside: dict[str, set[str]] = {}
    for importer, imported in ((one, other) for one in imports for other in imports[one]):
        there, here = importer.split("."), imported.split(".")
        pairs = zip(there, here, strict=False)
        same = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
        # A folder's own `__init__` may name what is in it.
        if same < min(len(there), len(here)):
            first, second = ".".join(there[: same + 1]), ".".join(here[: same + 1])
            beside.setdefault(first, set()).add(second)
    assert len(beside) > 400
    assert _circle(beside) == ""


def _circle(imports: dict[str, set[str]]) -> str:
    """One that there is, in words; nothing where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return " imports ".join(reversed(error.args[1]))
    return ""


def test_every_package_that_the_code_imports_is_declared() -> None:
    """What another package happens to bring may go with its next version."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["web"]]
    declared = {re.split(r"[ >=<]", one)[0] for one in needed} - _NOT_IMPORTED
    imported = {
        name.partition(".")[0]
        for path in PACKAGE.rglob("*.py")
        for name in _imported(ast.parse(path.read_text(encoding="utf-8")))
    } - {*sys.stdlib_module_names, "careleaf"}
    assert len(imported) > 10
    assert {_DISTRIBUTIONS.get(name, name) for name in imported} == declared


_NOT_IMPORTED = {"python-multipart"}
"""What starlette needs to read a form, and does not bring."""

_DISTRIBUTIONS = {
    "PIL": "pillow",
    "markdown_it": "markdown-it-py",
    "markupsafe": "jinja2",  # its own way to escape
    "pptx": "python-pptx",
}


def _imported(tree: ast.Module) -> Iterator[str]:
    """The whole names of the modules that a file imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_the_page_draws_the_layers_that_are_checked() -> None:
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = contracts["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = re.search(r"## Who may import whom\n\n((?: {4}.+\n)+)", ARCHITECTURE)
    assert drawn
    names = [re.split(r"\s{2,}", line.strip())[0] for line in drawn[1].splitlines()]
    assert names == layers


def test_the_page_names_every_folder_and_no_other() -> None:
    section = ARCHITECTURE.partition("## Where things are")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([a-z_]+(?:/|\.py))`", section))
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in PACKAGE.iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }
    assert named == there
