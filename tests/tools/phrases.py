"""The product's code and templates in; every phrase that it says in a piece, out.

Phrases are the string literals handed to `say` and `say_many`, and what is handed on to them by
name: tables of phrases and the words of poses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import careleaf
from careleaf.blocks import callouts, dose, evidence, exercise
from careleaf.blocks.diary import WEEK
from careleaf.check.scores import ITEMS
from careleaf.check.scores.scored import NAMES
from careleaf.figure.pose import names, pose
from careleaf.web import app, refusal
from careleaf.web.library.areas import AREAS
from careleaf.web.library.routes import FULL, STATES
from careleaf.web.safety.entrance import CROWDED, NOT_BY_PROXY, NOT_IN
from careleaf.web.write.toolbar import TOOLBAR
from careleaf.write.pdf import dose_strip

PACKAGE = Path(careleaf.__file__).parent
WEB = PACKAGE / "web"
_SAID = re.compile(r"""\bsay\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
_SAID_MANY = re.compile(r"""\bsay_many\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)\"""")

Phrase = tuple[str, str]
"""The phrase, and its plural or nothing."""


def phrases() -> set[Phrase]:
    """All that is said in what patients get."""
    files = [path for path in PACKAGE.rglob("*") if WEB not in path.parents]
    return _in_files(files) | set(_tables())


def web_phrases() -> set[Phrase]:
    """All that the web page's own screens say."""
    refused = (*refusal._SAID.values(), refusal._OTHERWISE, FULL, NOT_IN, NOT_BY_PROXY, CROWDED)
    tables = {
        *(one for said in refused for one in said),
        *(phrase for _, _, phrase in app._TABS),
        *AREAS.values(),
        *STATES.values(),
        *NAMES.values(),
        *(item.says for item in ITEMS.values()),
        *(phrase for tool in TOOLBAR for phrase in (tool.name, tool.says)),
    }
    return _in_files(WEB.rglob("*")) | {(phrase, "") for phrase in tables}


def _in_files(files: Iterable[Path]) -> set[Phrase]:
    found: set[Phrase] = set()
    for path in files:
        if path.suffix == ".py":
            found |= set(_in_code(path))
        elif path.suffix == ".html":
            text = path.read_text("utf-8")
            found |= {(one or two, "") for one, two in _SAID.findall(text)}
            found |= set(_SAID_MANY.findall(text))
    return found


def _in_code(path: Path) -> Iterator[Phrase]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        words = [one.value for one in node.args if isinstance(one, ast.Constant)]
        strings = [one for one in words if isinstance(one, str)]
        if called == "say" and strings:
            yield strings[0], ""
        elif called == "say_many" and len(strings) >= 2:
            yield strings[0], strings[1]


def _tables() -> Iterator[Phrase]:
    yield from dose._PHRASES.values()
    yield from dose._RANGES.values()
    for words in (
        *dose._OPEN.values(),
        *callouts._TITLES.values(),
        *evidence._SHOWN.values(),
        *exercise.SIDES,
        *WEEK,
        *dose_strip.DAYS,
    ):
        yield words, ""
    for name in names():
        drawn = pose(name)
        for words in (drawn.title, drawn.alt, *drawn.frame_alts):
            yield words, ""
