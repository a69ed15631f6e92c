"""A topic in; what PEMAT-P asks of its purpose, its words and its numbers, answered, out.

The ideas of the Patient Education Materials Assessment Tool, print version (Shoemaker, Wolf and
Brach, AHRQ publication 14-0002-EF, 2013; its items 1 to 7), in our own words and as far as a
program can see."""

from __future__ import annotations

import re

from careleaf.blocks.exercise import Exercise
from careleaf.blocks.key_message import KeyMessage
from careleaf.blocks.risk import Risk
from careleaf.check.scores.item import (
    Evidence,
    Finding,
    Item,
    counted,
    no,
    not_applicable,
    person,
    yes,
)
from careleaf.check.scores.view import View
from careleaf.problem import Problem
from careleaf.problem_codes import (
    DASH_RANGE,
    DECIMAL,
    DIFFERENT_DENOMINATORS,
    HARD_WORD,
    LABEL,
    LONE_PERCENTAGE,
    LOST_DASH,
    MAYBE_LOST_DASH,
    NO_UNIT,
    NUMERALS_TOGETHER,
    ONE_OUTCOME,
    PASSIVE,
    SHORTENED,
    TOO_HARD,
    UNEXPLAINED,
    UNSAFE_DOSE,
)
from careleaf.readability import words

OTHER_LANGUAGE = "our lists are of English words: somebody who speaks the language must look"

_AND_YOU = re.compile(r"\band you\s*$", re.IGNORECASE)
_LEAST_TITLE = 5
"""Words of title and subtitle together: "Back pain" names a subject, and no purpose."""

_DIGIT = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_RECKON = re.compile(
    r"\b(?:multipl(?:y|ied)|divided?\b[^.]{0,30}\bby|subtract"
    r"|add up (?:all|the|your|how)|add (?:them|these|the numbers)"
    r"|work out (?:how|your|the)|calculate|times your (?:body )?weight|mg/kg"
    r"|(?:per|for (?:each|every)) (?:kilogram|kilo|kg|pound|lb)|(?:percent|%) of your"
    r"|half your (?:body )?weight|(?:twice|double) (?:your|the) (?:usual )?(?:dose|amount))\b",
    re.IGNORECASE,
)

UNSAFE_NUMBERS = (DASH_RANGE, LOST_DASH, MAYBE_LOST_DASH, UNSAFE_DOSE, NUMERALS_TOGETHER)
"""Numbers that can be misread: one is too many."""
HARD_NUMBERS = (LONE_PERCENTAGE, DECIMAL, DIFFERENT_DENOMINATORS, ONE_OUTCOME, NO_UNIT)


def purpose(view: View) -> Finding:
    """PEMAT-P item 1: titles say what it is for, and so does the first thing that is read. AHRQ's
    own example of a title that does not is of the form "Diabetes and you"."""
    title = f"{view.topic.title} {view.topic.subtitle}".strip()
    named = Evidence(
        f"title: {', '.join(filter(None, (view.topic.title, view.topic.subtitle)))}", view.top
    )
    if _AND_YOU.search(view.topic.title) or sum(1 for _ in words(title)) < _LEAST_TITLE:
        return no("say in 'subtitle' what readers will learn or can do", named)
    for portion in view.opening:
        for block in portion.blocks:
            if isinstance(block, KeyMessage):
                return yes(named, Evidence("the key message is near the top", block.at))
    return no("put the key message into the first section", named)


def nothing_else(view: View) -> Finding:
    """PEMAT-P item 2: no part leads away from the purpose. What belongs is for a person to say."""
    look = "read it through: does every part serve what the title promises?"
    count = counted(len(view.portions), "section")
    return person(look, Evidence(f"{count}, {view.words} words", view.top))


def everyday_words(view: View) -> Finding:
    """PEMAT-P item 3: words that everybody uses, nearly everywhere, within the library's goals for
    reading level."""
    too_hard = view.faults(TOO_HARD)
    faults = view.faults(HARD_WORD, LABEL)
    if too_hard:
        return no("use shorter words and sentences", *seen(too_hard))
    if not view.rare(one.span for one in faults):
        return no("say the plain word: 'careleaf check --fix' knows many", *seen(faults))
    if not view.english:
        return person(OTHER_LANGUAGE)
    told = f"words with a plainer one: {len(faults) or 'none'} of {view.words}"
    return yes(Evidence(told, view.top), *seen(faults))


def explained_words(view: View) -> Finding:
    """PEMAT-P item 4: medical words stand there to be learned, and are explained where they first
    stand."""
    faults = view.faults(UNEXPLAINED, SHORTENED)
    if not view.rare(one.span for one in faults):
        return no("link the glossary or say the meaning beside the word", *seen(faults))
    if not view.english:
        return person(OTHER_LANGUAGE)
    told = f"terms that nothing explains: {len(faults) or 'none'}"
    return yes(Evidence(told, view.top), *seen(faults))


def active_voice(view: View) -> Finding:
    """PEMAT-P item 5: sentences say who does what, at least 80 in 100 of them, and what the reader
    is to do is no passive."""
    if not view.english:
        return person(OTHER_LANGUAGE)
    tasks = view.faults(PASSIVE)
    if not view.rare(one.span for one in tasks):
        return no("say who does it: 'take it', 'we check'", *seen(tasks))
    count, passive = len(view.sentences), view.passives
    told = Evidence(f"sentences in the passive: {len(passive)} of {count}", view.top)
    places = [Evidence("passive", at) for at in passive]
    if not view.mostly(count - len(passive), count):
        return no("begin with who does it: 'you', 'we', 'your doctor'", told, *places)
    return yes(told, *seen(tasks))


def clear_numbers(view: View) -> Finding:
    """PEMAT-P item 6: numbers can be taken in as they stand. None that can be misread; whole
    numbers, people out of one total and units nearly everywhere."""
    if not has_numbers(view):
        return not_applicable("no numbers", view.top)
    unsafe, hard = view.faults(*UNSAFE_NUMBERS), view.faults(*HARD_NUMBERS)
    if unsafe:
        return no("mend what can be misread", *seen(unsafe))
    if not view.rare(one.span for one in hard):
        return no("write whole numbers with units, and people out of one total", *seen(hard))
    if not view.english:
        return person(OTHER_LANGUAGE)
    told = (
        f"numbers that are hard to take in: {len(hard) or 'none'}, and none that is easily misread"
    )
    return yes(Evidence(told, view.top), *seen(hard))


def no_reckoning(view: View) -> Finding:
    """PEMAT-P item 7: the reader is not asked to work anything out."""
    sums = reckonings(view)
    if sums:
        return no("work it out for the reader, or give a table", *sums)
    if has_numbers(view) and not view.english:
        return person(OTHER_LANGUAGE)
    return yes(Evidence("nothing asks the reader to work anything out", view.top))


def has_numbers(view: View) -> bool:
    """Whether there is any number, in words for patients or in a block that holds one."""
    return any(True for _ in view.blocks(Exercise, Risk)) or any(True for _ in view.places(_DIGIT))


def reckonings(view: View) -> list[Evidence]:
    """Where the reader is asked to work something out."""
    return [
        Evidence(f"asks for a sum: '{found[0]}'", one.words.span(found.start(), found.end()))
        for one, found in view.places(_RECKON)
    ]


def seen(faults: list[Problem]) -> list[Evidence]:
    """What a check found, as evidence."""
    return [Evidence(f"{one.code} {one.message}", one.span) for one in faults]


ITEMS = (
    Item("pemat-1", "Its purpose is plain at once", purpose),
    Item("pemat-2", "Nothing leads away from its purpose", nothing_else),
    Item("pemat-3", "It uses everyday words", everyday_words),
    Item("pemat-4", "Medical words are explained", explained_words),
    Item("pemat-5", "Sentences say who does what", active_voice),
    Item("pemat-6", "Its numbers are easy to take in", clear_numbers),
    Item("pemat-7", "Readers need not work anything out", no_reckoning),
)
