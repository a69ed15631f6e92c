"""The bytes of a glossary file in; its entries by key, and every mistake, out."""

from __future__ import annotations

from careleaf.blocks import GLOSSARY_SPECS
from careleaf.blocks.term import GlossaryTerm
from careleaf.model.library import Entry
from careleaf.problem_codes import REPEATED_KEY, UNWANTED_CONTENT
from careleaf.read.build import read_body
from careleaf.read.reading import Reading


def read_glossary(reading: Reading) -> dict[str, Entry]:
    """The entries of a file that has been taken in. Keys are in small letters, as `[[Term]]` looks
    them up."""
    entries: dict[str, Entry] = {}
    for node in read_body(reading, 0, GLOSSARY_SPECS, None):
        if not isinstance(node, GlossaryTerm):
            message = "a glossary file holds ':::term' blocks only"
            hint = "start each entry with ':::term word' and end it with ':::'"
            reading.report(UNWANTED_CONTENT, node.at.start, node.at.end, message, hint)
            continue
        key = node.entry.key.lower()
        if key in entries:
            start = node.at.start
            end = start + len(reading.text[start : node.at.end].partition("\n")[0])
            message = f"the term '{key}' is there twice"
            reading.report(REPEATED_KEY, start, end, message, "keep one of the two entries")
        entries.setdefault(key, node.entry)
    return entries
