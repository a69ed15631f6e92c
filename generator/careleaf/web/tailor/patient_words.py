"""A name and a note in; what of them cannot be printed, told at their fields, out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from careleaf.language import Language
from careleaf.web.tailor.form import Form
from careleaf.web.tailor.refused import Refused, Way

LONGEST_NAME = 80
LONGEST_NOTE = 200
"""Letters: what page one has room for beside the danger signs."""

_FEW = 5


def refused_words(form: Form, lacking: Mapping[str, str], spoken: Language) -> Iterator[Refused]:
    """`lacking` are the letters of each that no font has."""
    say = spoken.say
    no_name = Way(label=say("Leave the name out"), field="name", value="")
    no_note = Way(label=say("Leave the note out"), field="note", value="")
    long_name = say("A name has at most {n} letters.", n=LONGEST_NAME)
    long_note = say("A note has at most {n} letters.", n=LONGEST_NOTE)
    for text, longest, label, way, too_long in (
        (form.name, LONGEST_NAME, say("Name"), no_name, long_name),
        (form.note, LONGEST_NOTE, say("Note on page one"), no_note, long_note),
    ):
        if letters := lacking.get(way.field):
            yield _unprintable(label, letters, way, spoken)
        elif len(text) > longest:
            yield Refused(key=way.field, sentence=too_long)


def _unprintable(label: str, letters: str, out: Way, spoken: Language) -> Refused:
    """Each letter with its number, since a screen may lack it too; a few stand for many."""
    told = spoken.listed(f"{_alone(one)} (U+{ord(one):04X})" for one in letters[:_FEW])
    if more := len(letters[_FEW:]):
        told = spoken.say("{letters} and {n} more", letters=told, n=more)
    sentence = spoken.say_many(
        "{field}: no font here has the letter {letters}.",
        "{field}: no font here has the letters {letters}.",
        len(letters),
        field=label,
        letters=told,
    )
    shown = spoken.say("Write it in Latin letters. Until then the pages leave it out.")
    return Refused(key=out.field, sentence=sentence, shown=shown, ways=(out,))


def _alone(letter: str) -> str:
    """A letter as it can stand alone: a mark on a dotted circle, and what is written from right to
    left without moving what follows."""
    shown = f"\u25cc{letter}" if unicodedata.combining(letter) else letter
    return f"\u2068{shown}\u2069"
