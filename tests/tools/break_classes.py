"""Unicode's data files in; the table of line breaking classes that `careleaf.text` ships, out.

python -m tests.tools.break_classes > generator/careleaf/text/break_classes.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from tests.tools.outside import path_of

LETTERS = {
    "BK": "\n", "CR": "\r", "LF": "l", "NL": "n", "SP": " ", "ZW": "w", "ZWJ": "z", "CM": "m",
    "WJ": "j", "GL": "g", "OP": "(", "CL": "}", "CP": ")", "QU": '"', "NS": "s", "EX": "!",
    "SY": "/", "IS": ",", "PR": "$", "PO": "%", "NU": "0", "AL": "a", "HL": "h", "ID": "i",
    "IN": "_", "HY": "-", "BA": "|", "BB": "b", "B2": "=", "CB": "c", "EB": "E", "EM": "M",
    "RI": "r", "JL": "L", "JV": "V", "JT": "T", "H2": "2", "H3": "3",
    # LB1
    "AI": "a", "SG": "a", "XX": "a", "CJ": "s", "SA": "a",
}  # fmt: skip
"""Each class as a letter; three more are told apart: `<` and `>` for wide brackets (LB30), `e` for
pictographs to come (LB30b)."""

_DEFAULTS = (
    (0x3400, 0x4DBF, "ID"), (0x4E00, 0x9FFF, "ID"), (0xF900, 0xFAFF, "ID"),
    (0x20000, 0x2FFFD, "ID"), (0x30000, 0x3FFFD, "ID"),
    (0x1F000, 0x1FAFF, "ID"), (0x1FC00, 0x1FFFD, "ID"), (0x20A0, 0x20CF, "PR"),
)  # fmt: skip
"""LineBreak.txt: classes of code points that are no characters yet."""


def table() -> str:
    """The module's source."""
    letters = _letters()
    runs: dict[str, list[str]] = {}
    for letter, group in groupby(range(0x110000), key=lambda code: letters.get(code, "a")):
        codes = list(group)
        if letter not in "a23":
            span = f"{codes[0]:X}" if len(codes) == 1 else f"{codes[0]:X}-{codes[-1]:X}"
            runs.setdefault(letter, []).append(span)
    lines = [
        '"""Nothing in; the line breaking class of every character, as a letter, out.',
        "",
        f"Made by `tests/tools/break_classes.py` from Unicode {version()} (LineBreak, emoji-data,",
        "EastAsianWidth, UnicodeData), under the Unicode License. Classes are resolved by LB1;",
        'what is not named is "a" (AL), and Hangul syllables are reckoned.',
        '"""',
        "",
        f'VERSION = "{version()}"',
        "",
        "CLASSES = {",
    ]
    for letter in sorted(runs):
        lines += [f'    {_quoted(letter)}: """', *_wrapped(runs[letter]), '    """,']
    return "\n".join(
        [*lines, "}", '"""Hexadecimal code points, and ranges of them, by letter."""', ""]
    )


def version() -> str:
    """The Unicode version that the data on this machine is of."""
    found = re.match(
        r"# LineBreak-([\d.]+)\.txt", _data("LineBreak.txt").read_text(encoding="utf-8")
    )
    assert found
    return found[1]


def _letters() -> dict[int, str]:
    classes = {code: name for first, last, name in _DEFAULTS for code in range(first, last + 1)}
    classes |= _property("LineBreak.txt")
    general = _general()
    letters = {}
    for code, name in classes.items():
        mark = name == "SA" and general.get(code) in {"Mn", "Mc"}
        letters[code] = LETTERS["CM" if mark else name]
    for code, width in _property("EastAsianWidth.txt").items():
        if width in {"F", "W", "H"} and letters.get(code) in {"(", ")"}:
            letters[code] = {"(": "<", ")": ">"}[letters[code]]
    for code, name in _property("emoji/emoji-data.txt").items():
        if name == "Extended_Pictographic" and code not in general:
            letters[code] = "e"
    return letters


def _property(name: str) -> dict[int, str]:
    found = {}
    for line in _data(name).read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split(";")
        if len(fields) == 2:
            first, _, last = fields[0].strip().partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                found[code] = fields[1].strip()
    return found


def _general() -> Mapping[int, str]:
    """General categories of the characters there are."""
    found = {}
    first = 0
    for line in _data("UnicodeData.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = code
            continue
        start = first if fields[1].endswith(", Last>") else code
        found.update(dict.fromkeys(range(start, code + 1), fields[2]))
    return found


def _wrapped(spans: list[str]) -> Iterator[str]:
    line = ""
    for span in spans:
        if len(line) + len(span) > 88:
            yield f"        {line.rstrip()}"
            line = ""
        line += span + " "
    yield f"        {line.rstrip()}"


def _quoted(letter: str) -> str:
    return "'\"'" if letter == '"' else f'"{letter}"'.replace("\n", "\\n").replace("\r", "\\r")


def _data(name: str) -> Path:
    return path_of("unicode-data") / name


if __name__ == "__main__":
    print(table(), end="")
