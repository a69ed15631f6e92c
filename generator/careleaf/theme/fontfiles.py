"""Nothing in; which bundled font files set which characters, as plain data, out.

No font is opened here: coverage, fallback and shaping are the work of `careleaf.text`.
Every file is under the SIL Open Font License 1.1; the licence texts lie beside the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.clinic import FontFile

FONT_FOLDER = Path(__file__).parent / "fonts"

REGULAR, SEMIBOLD, BOLD = 400, 600, 700


class Face(Struct, frozen=True, kw_only=True):
    """One font file; `weight` on the scale of OpenType's usWeightClass."""

    name: str
    """The PostScript name, which is also the file's name."""
    weight: int
    file: Path | None = None
    """Somebody's own; None for a bundled one."""
    data: bytes = b""
    """What is in somebody's own."""

    @property
    def path(self) -> Path:
        """Where the file is; a bundled one exists in a checkout and in an installed wheel."""
        return self.file or FONT_FOLDER / f"{self.name}.ttf"


class Family(Struct, frozen=True, kw_only=True):
    """Faces of one design, lightest first."""

    name: str
    faces: tuple[Face, ...]

    def face(self, weight: int) -> Face:
        """The face of this weight, or the nearest one; of two as near, the bolder."""
        return min(self.faces, key=lambda face: (abs(face.weight - weight), -face.weight))


class Choice(Struct, frozen=True, kw_only=True):
    """A family asked to set some characters."""

    family: Family
    characters: str | None = None
    """Only these; None asks it to set whatever it has a glyph for."""
    scale: float = 1.0
    """Its size as a share of the size asked for."""
    bold: float | None = None
    """The same for bold words, where it is another."""

    def scale_at(self, weight: int) -> float:
        """The share for words of this weight."""
        return self.scale if self.bold is None or weight < BOLD else self.bold


class FontStack(Struct, frozen=True, kw_only=True):
    """Families in the order in which a character tries them; one that none covers is an error."""

    choices: tuple[Choice, ...]
    named: str
    """The family name that a file names when it carries no font data itself."""
    lead: float = 1.0
    """How far apart lines stand, as a share of what Latin letters need."""
    least: float = 1.0
    """The same as a share of the size, at least: large type is set closely, and letters of some
    scripts would touch from line to line."""


def _family(name: str, stem: str, **weights: int) -> Family:
    faces = tuple(Face(name=f"{stem}-{style}", weight=value) for style, value in weights.items())
    return Family(name=name, faces=faces)


ATKINSON = _family(
    "Atkinson Hyperlegible Next",
    "AtkinsonHyperlegibleNext",
    Regular=REGULAR,
    SemiBold=SEMIBOLD,
    Bold=BOLD,
)
SOURCE_SANS = _family("Source Sans 3", "SourceSans3", Regular=REGULAR, SemiBold=SEMIBOLD, Bold=BOLD)
NOTO_SANS = _family("Noto Sans", "NotoSans", Regular=REGULAR, SemiBold=SEMIBOLD, Bold=BOLD)
CARLITO = _family("Carlito", "Carlito", Regular=REGULAR, Bold=BOLD)
NOTO_NASKH = _family("Noto Naskh Arabic", "NotoNaskhArabic", Regular=REGULAR, Bold=BOLD)
NOTO_SANS_SC = _family("Noto Sans SC", "NotoSansSC", Regular=REGULAR, Bold=BOLD)
"""The hanzi of GB 2312: `tests/tools/chinese_font.py` says how it was made."""

_DIGITS = Choice(family=SOURCE_SANS, characters="0123456789", scale=1.04)
"""Atkinson's only zero is slashed, and a dose must not look crossed out."""

# Noto Sans Arabic keeps dots apart from their letters, and programs then lose words of the PDF.
_ARABIC = Choice(family=NOTO_NASKH, scale=1.08)
"""Its letters are small beside Latin ones of the same size."""

_LATIN = (
    _DIGITS,
    Choice(family=ATKINSON),
    Choice(family=SOURCE_SANS),
    # It has Devanagari too.
    Choice(family=NOTO_SANS),
)
_SCRIPTS = (_ARABIC, Choice(family=NOTO_SANS_SC))

BODY = FontStack(named="Atkinson Hyperlegible Next", choices=(*_LATIN, *_SCRIPTS))
"""What handout and page are set in."""

_WITHOUT_ATKINSON = FontStack(
    named="Source Sans 3",
    choices=(_DIGITS, Choice(family=SOURCE_SANS), Choice(family=NOTO_SANS), *_SCRIPTS),
    least=1.15,
)
"""For a language of which Atkinson has some letters only: each sentence would be in two designs."""

_CHINESE = FontStack(
    named="Noto Sans SC",
    choices=(
        # First, because quotation marks are wide in Chinese; its Latin is Source Sans.
        Choice(family=NOTO_SANS_SC),
        Choice(family=SOURCE_SANS),
        Choice(family=NOTO_SANS),
        _ARABIC,
    ),
    lead=1.12,
    least=1.2,
)
_BODIES = {
    **dict.fromkeys(
        ("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), replace(BODY, lead=1.12, least=1.4)
    ),
    **dict.fromkeys(("hi", "mr", "ne"), replace(BODY, lead=1.12, least=1.3)),
    "vi": _WITHOUT_ATKINSON,
    "zh": _CHINESE,
}

DECK = FontStack(
    named="Calibri",
    choices=(
        Choice(family=CARLITO),
        Choice(family=NOTO_SANS),
        Choice(family=NOTO_NASKH),
        Choice(family=NOTO_SANS_SC),
    ),
)
"""What measures a deck: its files name Calibri, and Carlito has the same widths."""


def body_fonts(language: str, own: Sequence[FontFile] = ()) -> FontStack:
    """What handout and page are set in, in a language by its BCP 47 code."""
    return with_own(_BODIES.get(language.partition("-")[0], BODY), own)


def with_own(stack: FontStack, own: Sequence[FontFile]) -> FontStack:
    """The stack, and a clinic's own fonts, by family, for what it lacks."""
    families: dict[str, list[Face]] = {}
    for font in own:
        face = Face(name=font.path.stem, weight=font.weight, file=font.path, data=font.data)
        families.setdefault(font.family, []).append(face)
    added = (
        Choice(family=Family(name=name, faces=tuple(sorted(faces, key=lambda one: one.weight))))
        for name, faces in families.items()
    )
    return replace(stack, choices=(*stack.choices, *added)) if own else stack
