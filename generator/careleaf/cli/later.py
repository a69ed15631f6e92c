"""Nothing in; modules of other people's that a command hardly ever uses, loaded when it does, out.

Libraries that careleaf loads import these for one function, or for the types of an older Python. To
load them takes a twentieth of a build's time. Import this module before those libraries, and set no
attribute of one of these: what is set on a stand-in stays there. Python 3.15 has a word for it (PEP
810, `lazy import`), and then this module is gone.
"""

from __future__ import annotations

import os
import sys
import typing
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_TYPING = ("NotRequired", "Protocol", "Required", "Self", "TypeAlias", "get_type_hints")
"""What msgspec and python-pptx want of typing_extensions. Since 3.11 it is in Python's own."""


def _real(name: str, attribute: str) -> Any:
    """Of the module itself, which takes the place of what stood in for it."""
    if _known.pop(name, None):
        del sys.modules[name]
    return getattr(import_module(name), attribute)


_FUNCTIONS = {
    "inspect": ("getfullargspec",),
    # Rules of Markdown that a topic does not have.
    "markdown_it.rules_block.html_block": ("html_block",),
    "markdown_it.rules_core.linkify": ("linkify",),
    "markdown_it.rules_core.replacements": ("replace",),
    "markdown_it.rules_inline.autolink": ("autolink",),
    "markdown_it.rules_inline.entity": ("entity",),
    "markdown_it.rules_inline.html_inline": ("html_inline",),
    "markdown_it.rules_inline.linkify": ("linkify",),
    "msgspec._json_schema": ("schema", "schema_components"),
    "pptx.chart.chart": ("Chart",),
    "reportlab.lib.rl_safe_eval": (
        "rl_safe_exec",
        "rl_safe_eval",
        "safer_globals",
        "rl_extended_literal_eval",
    ),
}
"""What other modules import by name and hardly ever call: a class, too, is called to make one."""


def _function(name: str, attribute: str) -> Any:
    """Of a module whose functions are imported by name: it is loaded when one is called."""
    if attribute not in _FUNCTIONS[name]:
        return _real(name, attribute)

    def function(*args: Any, **named: Any) -> Any:
        return _real(name, attribute)(*args, **named)

    return function


CODE_FLAGS = {
    "CO_OPTIMIZED": 0x1,
    "CO_NEWLOCALS": 0x2,
    "CO_VARARGS": 0x4,
    "CO_VARKEYWORDS": 0x8,
    "CO_GENERATOR": 0x20,
    "CO_COROUTINE": 0x80,
    "CO_ASYNC_GENERATOR": 0x200,
}
"""What uharfbuzz asks `inspect` for when it is loaded."""


def _of_inspect(name: str, attribute: str) -> Any:
    """`dataclasses` asks for the signature of each class without a docstring, to make it one."""
    if attribute in CODE_FLAGS:
        return CODE_FLAGS[attribute]
    if attribute != "signature":
        return _function(name, attribute)

    def signature(*args: Any, **named: Any) -> Any:
        if sys._getframe(1).f_globals["__name__"] == "dataclasses":
            return "(...)"
        return _real(name, attribute)(*args, **named)

    return signature


def _of_platform(name: str, attribute: str) -> Any:
    """msgspec and reportlab ask it one thing each as they are loaded, and it would look for the
    answers in Python's own banner, by patterns."""
    if attribute == "system" and hasattr(os, "uname"):
        return lambda: os.uname().sysname
    if attribute == "python_implementation" and sys.implementation.name == "cpython":
        return lambda: "CPython"
    return _real(name, attribute)


def _of_typing(name: str, attribute: str) -> Any:
    return getattr(typing, attribute) if attribute in _TYPING else _real(name, attribute)


_known: dict[str, Callable[[str, str], Any]] = {
    "urllib.request": _real,  # by xml.sax.saxutils, with http, e-mail and TLS
    "PIL.Image": _real,  # by python-pptx and reportlab
    "PIL.ImageFont": _real,
    **dict.fromkeys(_FUNCTIONS, _function),
    "inspect": _of_inspect,  # by dataclasses, uharfbuzz and lxml, with what takes code apart
    "ipaddress": _real,  # by urllib.parse
    "markdown_it.common.normalize_url": _real,
    "msgspec.inspect": _real,
    "platform": _of_platform,
    "textwrap": _real,
    "typing_extensions": _of_typing,
}
"""What gives an attribute of a module that was imported and is not loaded yet."""


class _Finder:
    """What `import` finds by these names. `importlib`'s own lazy loader would load a module as soon
    as it is imported, before Python 3.12."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, _Loader) if name in _known else None  # type: ignore[arg-type]


class _Loader:
    @staticmethod
    def create_module(spec: ModuleSpec) -> None:
        """An ordinary module."""

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        """Nothing is in it but the way to what is (PEP 562)."""
        vars(module)["__getattr__"] = partial(_attribute, module.__name__)


def _attribute(name: str, attribute: str) -> Any:
    if attribute.startswith("__") and attribute != "__all__":
        # How Python asks what kind of module this is, not what is in it.
        raise AttributeError(attribute)
    known = _known.get(name, _real)
    return known(name, attribute)


sys.meta_path.insert(0, _Finder)
