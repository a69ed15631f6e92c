"""The text of an SVG style element in; its declarations by class, as style= would say them, out.

Adobe Illustrator paints with classes (`.cls-1{fill:#264a6e}`). Rules for classes are understood;
any other selector or at-rule is refused, so that no part of a logo is painted in another colour
than its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from careleaf.figure.svg_style import StyleError

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}\s*")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


def parse_sheet(text: str) -> dict[str, str]:
    """Declarations of each class, later rules behind earlier ones. Raises StyleError."""
    found: dict[str, str] = {}
    rest, at = _COMMENT.sub("", text).strip(), 0
    while at < len(rest):
        rule = _RULE.match(rest, at)
        if rule is None:
            raise StyleError(f"style sheet: '{rest[at : at + 30].strip()}' is not understood")
        for selector in rule.group(1).split(","):
            name = _CLASS.fullmatch(selector.strip())
            if name is None:
                raise StyleError(f"style sheet: '{selector.strip()[:30]}' is not a plain class")
            found[name.group(1)] = f"{found.get(name.group(1), '')};{rule.group(2)}"
        at = rule.end()
    return found


def of_classes(names: str, sheet: Mapping[str, str]) -> str:
    """What a class attribute says. The sheet's order counts, not that of the names."""
    wanted = set(names.split())
    return ";".join(words for name, words in sheet.items() if name in wanted)
