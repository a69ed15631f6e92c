"""Noto Sans SC as it is published in; the part of it that Careleaf ships out.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf *.tgz
    python -m tests.tools.chinese_font package generator/careleaf/theme/fonts

The whole font is 10 MB a weight. What is kept is GB 2312-80: 6763 hanzi of both its levels (level 1
alone lacks the one for "hip"), its punctuation, kana and full-width forms, and Latin to U+017F. Any
other character is an error that names the font to add.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uharfbuzz

_LATIN = range(0x20, 0x180)
_WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}


def characters() -> frozenset[int]:
    """The code points kept."""
    ours = set(_LATIN)
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            ours.update(map(ord, bytes((row, cell)).decode("gb2312", errors="ignore")))
    return frozenset(ours)


def subset(data: bytes) -> bytes:
    """The font with those characters only, and without hints."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(characters())
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    small: bytes = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(data)), wanted).blob.data
    return small


def main(package: Path, folder: Path) -> None:
    """Write both weights and the licence."""
    for style, name in _WEIGHTS.items():
        source = package / name / f"NotoSansSC_{name}.ttf"
        (folder / f"NotoSansSC-{style}.ttf").write_bytes(subset(source.read_bytes()))
    licence = (package / "LICENSE_FONT").read_text(encoding="utf-8")
    (folder / "NotoSansSC-OFL.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
