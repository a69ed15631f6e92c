"""A topic in; what the CDC Index asks of its advice, its numbers and its risks, answered, out.

CDC Clear Communication Index, parts B to D (items 12 to 20; CDC, User Guide, 2014 and 2019), in our
own words. Each part counts only where a topic has what it is about."""

from __future__ import annotations

import re

from careleaf.blocks.callouts import Aside
from careleaf.blocks.chart import Figures
from careleaf.blocks.compare import Compare
from careleaf.blocks.contact import Contact
from careleaf.blocks.evidence import Evidence as Sure
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.prose import Prose
from careleaf.blocks.red_flag import RedFlag
from careleaf.blocks.risk import Risk
from careleaf.blocks.steps import Steps
from careleaf.check.frequencies import chances, whole
from careleaf.check.scores.item import Evidence, Finding, Item, no, not_applicable, person, yes
from careleaf.check.scores.pemat_actions import ADVICE, calls
from careleaf.check.scores.pemat_words import (
    OTHER_LANGUAGE,
    UNSAFE_NUMBERS,
    has_numbers,
    reckonings,
    seen,
)
from careleaf.check.scores.view import View
from careleaf.model.shape import Tone
from careleaf.problem_codes import DECIMAL, LONE_PERCENTAGE, NO_UNIT, ONE_OUTCOME
from careleaf.source import Span

_NO_ADVICE, _NO_NUMBERS, _NO_RISK = "no advice on what to do", "no numbers", "nothing about risk"
_WHY = re.compile(
    r"\b(?:because|so that|so you|helps?|eases?|lowers?|prevents?|protects?|stronger"
    r"|to avoid|slow(?:s|er)? you)\b",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\b(?:few|most|many|some|rare(?:ly)?|common|often|seldom|half|likely|unlikely|nearly all"
    r"|almost (?:all|no(?:ne)?)|hardly)\b",
    re.IGNORECASE,
)


def advises(view: View) -> Finding:
    """CDC Index item 12: it advises its readers to do something. If not, part B is left out."""
    if (at := _advice(view)) is None:
        return not_applicable(_NO_ADVICE, view.top)
    return yes(Evidence("advice", at))


def says_why(view: View) -> Finding:
    """CDC Index item 13: it says what the advice is good for, and not by numbers alone."""
    if _advice(view) is None:
        return not_applicable(_NO_ADVICE, view.top)
    for block in view.blocks(Sure, Exercise):
        return yes(Evidence("what it is good for", block.at))
    if not view.english:
        return person(OTHER_LANGUAGE)
    advised = [one for portion in view.portions if portion.has(*ADVICE) for one in portion.said]
    for one in advised:
        if isinstance(one.block, (Prose, *ADVICE)) and (found := _WHY.search(one.words.text)):
            return yes(Evidence("why", one.words.span(found.start(), found.end())))
    return no("say beside the advice what it is good for", Evidence("no reason found", view.top))


def says_how(view: View) -> Finding:
    """CDC Index item 14: it says how, how often, or when and how to call."""
    if _advice(view) is None:
        return not_applicable(_NO_ADVICE, view.top)
    for block in view.blocks(Exercise, Steps, RedFlag, Contact):
        return yes(Evidence("how, how often or when to call", block.at))
    lacks = Evidence("no steps, no times, nobody to call", view.top)
    return no("add ':::steps', ':::exercise' or ':::contact'", lacks)


def usual_numbers(view: View) -> Finding:
    """CDC Index item 15: numbers are of a kind that readers use: whole, and not as percentages."""
    if not has_numbers(view):
        return not_applicable(_NO_NUMBERS, view.top)
    faults = view.faults(LONE_PERCENTAGE, DECIMAL, *UNSAFE_NUMBERS)
    if faults:
        return no("write whole numbers, and people instead of percentages", *seen(faults))
    if not view.english:
        return person(OTHER_LANGUAGE)
    return yes(Evidence("whole numbers, no percentage alone", view.top))


def meaning_of_numbers(view: View) -> Finding:
    """CDC Index item 16: it says what its numbers mean. Counted people need a sentence beside them;
    whether that says enough is for a person."""
    if not has_numbers(view):
        return not_applicable(_NO_NUMBERS, view.top)
    faults = seen(view.faults(NO_UNIT, ONE_OUTCOME))
    faults += [
        Evidence("a number drawn, and no words on what it means", block.at)
        for portion in view.portions
        for block in portion.blocks
        if isinstance(block, Risk | Figures) and not block.so_what and not portion.own_words
    ]
    if faults:
        return no("say its unit, the other outcome, or what the number means for readers", *faults)
    counted = [one.at for one in view.blocks(Risk, Figures, Compare)]
    counted += [at for at, _ in _chances(view)]
    if not counted:
        return yes(Evidence("every amount has its unit", view.top))
    look = "would a reader know what each number means for them?"
    return person(look, *(Evidence("a number of people", at) for at in counted))


def spares_sums(view: View) -> Finding:
    """CDC Index item 17, which asks the other way round: nobody has to reckon. People out of
    different totals, anywhere in it, make readers reckon too."""
    if not has_numbers(view):
        return not_applicable(_NO_NUMBERS, view.top)
    sums = reckonings(view)
    totals = [(one.at, one.of) for one in view.blocks(Risk)]
    totals += [(one.at, one.of) for one in view.blocks(Figures) if one.of]
    totals += _chances(view)
    first = {of: at for at, of in reversed(totals)}
    if len(first) > 1:
        sums += [Evidence(f"out of {of}", at) for of, at in sorted(first.items())]
    if sums:
        return no("work it out for the reader; count people out of the same total", *sums)
    if not view.english:
        return person(OTHER_LANGUAGE)
    return yes(Evidence("nothing to work out, and people out of one total", view.top))


def nature_of_risk(view: View) -> Finding:
    """CDC Index item 18: it says what can happen, to whom and why. A box of signs with no other
    word in its section does not."""
    places = [Evidence("a danger", one.at) for one in view.blocks(RedFlag, Aside) if _warns(one)]
    if not places and not _probability(view):
        return not_applicable(_NO_RISK, view.top)
    signs = [one for one in view.portions if one.has(RedFlag)]
    if signs and not any(one.own_words for one in signs):
        lacks = Evidence("signs, and no words on why they matter", signs[0].heading_at)
        return no("say above the box what can happen, and how rarely", lacks)
    return person("does it say what can happen, to whom, why and how serious it is?", *places)


def both_sides(view: View) -> Finding:
    """CDC Index item 19: what is good about the advice, and what can go wrong with it."""
    if _advice(view) is None:
        return not_applicable(_NO_ADVICE, view.top)
    good: list[Span] = [one.at for one in view.blocks(Sure, Exercise)]
    bad: list[Span] = [one.at for one in view.blocks(Aside) if one.tone is Tone.WARNING]
    bad += [one.at for one in view.blocks(Exercise) if one.stop]
    if good and bad:
        return yes(Evidence("what it is good for", good[0]), Evidence("what to watch for", bad[0]))
    lacks = "what can go wrong" if good else "what it is good for"
    advice = "add ':::warning' or ':::evidence'"
    return no(advice, Evidence(f"nothing says {lacks}", view.top))


def chances_in_words(view: View) -> Finding:
    """CDC Index item 20: a chance in numbers is said in words or drawn too. Counted people are
    always both."""
    if not _probability(view):
        return not_applicable("no chances in numbers", view.top)
    bare = []
    for portion in view.portions:
        drawn = portion.has(Risk, Compare, Figures)
        for one in portion.said:
            for found in () if drawn or _IN_WORDS.search(one.words.text) else chances(one):
                at = one.words.span(found.start(), found.end())
                bare.append(Evidence(f"'{found[0]}' stands alone", at))
    if bare and not view.english:
        return person(OTHER_LANGUAGE, *bare)
    if bare:
        return no("say it in words too ('few', 'most'), or draw it: ':::risk'", *bare)
    return yes(Evidence("every chance is said in words or drawn", view.top))


def _advice(view: View) -> Span | None:
    for block in view.blocks(*ADVICE):
        return block.at
    return next((one.at for one in calls(view)), None) if view.english else None


def _warns(block: object) -> bool:
    danger = isinstance(block, Aside) and block.tone is Tone.WARNING
    return danger or isinstance(block, RedFlag)


def _chances(view: View) -> list[tuple[Span, int]]:
    """Every "3 in 100" in words: its place, and out of how many."""
    return [
        (one.words.span(found.start(), found.end()), whole(found[2]))
        for one in view.said
        for found in chances(one)
    ]


def _probability(view: View) -> bool:
    return any(True for _ in view.blocks(Risk, Compare)) or bool(_chances(view))


ITEMS = (
    Item("cdc-12", "It advises what to do", advises),
    Item("cdc-13", "It says why", says_why),
    Item("cdc-14", "It says how and how often", says_how),
    Item("cdc-15", "Numbers that readers use", usual_numbers),
    Item("cdc-16", "It says what numbers mean", meaning_of_numbers),
    Item("cdc-17", "Nobody has to work out numbers", spares_sums),
    Item("cdc-18", "It explains the danger", nature_of_risk),
    Item("cdc-19", "Both sides of its advice", both_sides),
    Item("cdc-20", "Chances in words or drawn too", chances_in_words),
)
