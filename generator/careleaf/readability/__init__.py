"""Sentences of one language in; how hard they are to read, by named formulas, out."""

from __future__ import annotations

from careleaf.readability.counting import Tally, sentences, tally, words
from careleaf.readability.formulas import Formula, formulas_for
from careleaf.readability.syllables import syllables_in

__all__ = ["Formula", "Tally", "formulas_for", "sentences", "syllables_in", "tally", "words"]
