"""Counts of a text in; a school grade, or points of ease, by a published formula out.

Only formulas that were fitted to readers of a language are here, and only for that language. For
any other there is none: a number that nobody has held against readers would mislead."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from msgspec import Struct

from careleaf.readability.counting import Tally


class Formula(Struct, frozen=True):
    """A formula by the name that must stand beside each of its numbers."""

    key: str
    """How a library's file of goals names it."""
    name: str
    score: Callable[[Tally], float]
    """Asks for at least one word."""
    grade: bool
    """A school grade, where less is easier; otherwise points of ease, where more is."""

    def meets(self, score: float, goal: float) -> bool:
        """Whether a text is as easy as it is to be. Both are compared as they are shown."""
        shown = round(score, 1)
        return shown <= goal if self.grade else shown >= goal


def flesch_kincaid(counts: Tally) -> float:
    """The US school grade at which a text is understood by most.

    Source: Kincaid, Fishburne, Rogers, Chissom. Derivation of new readability formulas for Navy
    enlisted personnel. Research Branch Report 8-75, 1975.
    """
    return _a_sentence(counts) * 0.39 + _a_word(counts) * 11.8 - 15.59


def smog(counts: Tally) -> float:
    """The US school grade at which a text is understood in full. Made for samples of 30 sentences;
    for fewer, as here, the words of three syllables are counted up to 30 sentences.

    Source: McLaughlin. SMOG grading: a new readability formula. Journal of Reading 12(8), 1969;
    the regression, not the shorter rule "root plus three".
    """
    return 1.0430 * sqrt(counts.polysyllables * 30 / max(1, counts.sentences)) + 3.1291


def coleman_liau(counts: Tally) -> float:
    """A US school grade from the lengths of words in letters: it needs no syllables, and so checks
    the other two.

    Source: Coleman, Liau. A computer readability formula designed for machine scoring. Journal of
    Applied Psychology 60(2), 1975.
    """
    letters = 100 * counts.letters / counts.words
    sentences = 100 * counts.sentences / counts.words
    return 0.0588 * letters - 0.296 * sentences - 15.8


def inflesz(counts: Tally) -> float:
    """Points of ease of a Spanish text, read on the INFLESZ scale: under 40 very hard, to 55 rather
    hard, to 65 normal, to 80 fairly easy, above very easy.

    Source: Szigriszt Pazos. Sistemas predictivos de legibilidad del mensaje escrito, 1993; the
    scale, held against texts for patients: Barrio-Cantalejo et al. Anales del Sistema Sanitario de
    Navarra 31(2), 2008.
    """
    return 206.835 - 62.3 * _a_word(counts) - _a_sentence(counts)


def fernandez_huerta(counts: Tally) -> float:
    """Points of ease of a Spanish text: 60 to 70 normal for adults, 70 to 80 fairly easy.

    Source: Fernández Huerta. Medidas sencillas de lecturabilidad. Consigna 214, 1959; with the
    correction of Law (LINGUIST List 22.2332, 2011): the last term takes words for each sentence.
    """
    return 206.84 - 60 * _a_word(counts) - 1.02 * _a_sentence(counts)


def _a_sentence(counts: Tally) -> float:
    return counts.words / max(1, counts.sentences)


def _a_word(counts: Tally) -> float:
    return counts.syllables / counts.words


_FORMULAS = {
    "en": (
        Formula("flesch-kincaid", "Flesch-Kincaid", flesch_kincaid, grade=True),
        Formula("smog", "SMOG", smog, grade=True),
        Formula("coleman-liau", "Coleman-Liau", coleman_liau, grade=True),
    ),
    "es": (
        Formula("inflesz", "INFLESZ", inflesz, grade=False),
        Formula("fernandez-huerta", "Fernández Huerta", fernandez_huerta, grade=False),
    ),
}


def formulas_for(language: str) -> tuple[Formula, ...]:
    """Those of a language (BCP 47), the one to rank single sentences by first; none for a language
    without a formula fitted to its readers."""
    return _FORMULAS.get(language.partition("-")[0], ())
