"""Words and font files in; shaped glyphs, widths and broken lines out.

Start with `typeface(stack)`, then ask it for `width`, `widest_word` and `wrap`."""

from careleaf.text.lines import BrokenLine, Placed
from careleaf.text.measured import Measured
from careleaf.text.missing import MissingGlyph, missing_glyphs, missing_in
from careleaf.text.parts import Gap, NewLine, Part, TextRun
from careleaf.text.shaping import Shaped
from careleaf.text.typeface import Typeface, typeface

__all__ = (
    "BrokenLine",
    "Gap",
    "Measured",
    "MissingGlyph",
    "NewLine",
    "Part",
    "Placed",
    "Shaped",
    "TextRun",
    "Typeface",
    "missing_glyphs",
    "missing_in",
    "typeface",
)
