"""A topic in; what PEMAT-P asks of what readers can do, answered, out.

PEMAT-P items 20 to 26 (AHRQ publication 14-0002-EF, 2013), in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careleaf.blocks.actions import Actions
from careleaf.blocks.chart import Figures
from careleaf.blocks.compare import Compare
from careleaf.blocks.diary import Diary
from careleaf.blocks.do_dont import DoDont
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.figure import Figure
from careleaf.blocks.plan import Plan
from careleaf.blocks.prose import Grid, Listing
from careleaf.blocks.risk import Risk
from careleaf.blocks.steps import Steps
from careleaf.check.scores.item import Evidence, Finding, Item, no, not_applicable, person, yes
from careleaf.check.scores.pemat_words import OTHER_LANGUAGE, reckonings
from careleaf.check.scores.view import View

ADVICE = (Actions, Exercise, Steps, DoDont, Plan)
"""Blocks that tell somebody what to do."""

_VERBS = (
    "add ask avoid begin bring build call change check choose cut do drink eat get give go keep "
    "learn lie limit look make move pick put read relax rest see sit sleep stand start stay stop "
    "stretch take talk tell try turn use visit wait walk wash wear write"
)
_DO_THIS = re.compile(rf"(?:(?:please|now|then|first),? )?(?:{'|'.join(_VERBS.split())})\b", re.I)
_ABOUT_OTHERS = re.compile(
    r"\b(?:(?:the )?patients?|sufferers?|individuals|clients?|users?|the reader|readers"
    r"|(?:people|persons|adults|those) with (?:\w+ ){1,4}?|one)"
    r" ?(?:should|must|ought to|needs? to|ha(?:s|ve) to|(?:is|are) advised to)\b",
    re.IGNORECASE,
)
_FOR_EXAMPLE = re.compile(r"\b(?:for example|for instance|such as|so if|say you)\b", re.IGNORECASE)


def something_to_do(view: View) -> Finding:
    """PEMAT-P item 20, CDC Index item 5: it names at least one thing to do."""
    for block in view.blocks(*ADVICE):
        return yes(Evidence("something to do", block.at))
    if not view.english:
        return person(OTHER_LANGUAGE)
    for at in calls(view):
        return yes(at)
    return no("add ':::actions' with two to four things to do", Evidence("none found", view.top))


def speaks_to_reader(view: View) -> Finding:
    """PEMAT-P item 21: what to do is said to the reader, not about patients."""
    if not view.english:
        return person(OTHER_LANGUAGE)
    others = [
        Evidence(f"'{found[0]}' speaks of others", one.words.span(found.start(), found.end()))
        for one, found in view.places(_ABOUT_OTHERS)
    ]
    if not view.rare(one.at for one in others):
        return no("say 'you', or begin with the verb", *others)
    for at in (*calls(view), *(Evidence("advice", one.at) for one in view.blocks(*ADVICE))):
        return yes(at, *others)
    return no("say what to do, to the reader", Evidence("nothing to do", view.top))


def in_steps(view: View) -> Finding:
    """PEMAT-P item 22: what is to be done is cut into steps that can be followed."""
    steps = [one.at for one in view.blocks(Exercise, Steps)]
    steps += [one.at for one in view.blocks(Listing) if one.numbered]
    if not steps:
        told = Evidence("nothing is told in steps", view.top)
        return no("number the steps: ':::steps', or ':::exercise'", told)
    return yes(Evidence(f"steps in {len(steps)} places", steps[0]))


def tool_to_use(view: View) -> Finding:
    """PEMAT-P item 23: something to work with at home: a plan, a diary, a list to tick."""
    tools = [one.at for one in view.blocks(Plan, Diary)]
    tools += [one.at for one in view.blocks(Listing) if any(item.ticked for item in one.entries)]
    for at in tools:
        return yes(Evidence("something to fill in or tick", at))
    advice = "add ':::plan' with lines to fill in, or ':::diary'"
    return no(advice, Evidence("nothing to fill in or tick", view.top))


def shown_reckoning(view: View) -> Finding:
    """PEMAT-P item 24: where the reader must reckon, it is shown how, with an example."""
    sums = reckonings(view)
    if not sums:
        return not_applicable("nothing to reckon", view.top)
    shown = [one for one, _ in view.places(_FOR_EXAMPLE)]
    if shown:
        return person("does an example show each sum, step by step?", *sums)
    return no("show it with numbers: 'for example ...'", *sums)


def how_to_use(view: View) -> Finding:
    """PEMAT-P item 25: it says what to do with its tables and charts. Words beside one there must
    be; whether they say it is for a person."""
    inside = {id(risk) for one in view.blocks(Compare) for risk in one.risks}
    shown, bare = 0, []
    for portion in view.portions:
        for block in portion.blocks:
            if isinstance(block, Grid | Risk | Compare | Figures) and id(block) not in inside:
                shown += 1
                if not portion.own_words and not (
                    isinstance(block, Risk | Figures) and block.so_what
                ):
                    bare.append(Evidence("no words beside it say what it is for", block.at))
    if not shown:
        return not_applicable("no tables or charts", view.top)
    if not view.mostly(shown - len(bare), shown):
        return no("add a sentence before it: what it shows, and what to do with it", *bare)
    look = "do the words beside each table and chart say what to do with it?"
    return person(look, Evidence(f"{shown} tables and charts", view.top), *bare)


def pictures_to_act_on(view: View) -> Finding:
    """PEMAT-P item 26: pictures wherever they make it easier to do what is said. Exercises are what
    pictures help with most; where there are none, a figure or the icons of `actions` do."""
    exercises = [*view.blocks(Exercise)]
    bare = [one for one in exercises if not one.pose]
    places = [Evidence(f"'{one.key}' has no picture", one.key_at) for one in bare]
    if exercises:
        if not view.mostly(len(exercises) - len(bare), len(exercises)):
            return no("add 'pose:' to these exercises: 'careleaf figures' lists them", *places)
        told = f"{len(exercises) - len(bare)} of {len(exercises)} exercises have a picture"
        return yes(Evidence(told, exercises[0].at), *places)
    for block in view.blocks(Figure, Actions):
        return yes(Evidence("what to do has a picture", block.at))
    return no("draw what to do: 'figure', or ':::actions' with icons", Evidence("none", view.top))


def calls(view: View) -> Iterator[Evidence]:
    """English sentences that begin with what to do."""
    for one, start, end in view.sentences:
        if one.block is not None and (found := _DO_THIS.match(one.words.text, start, end)):
            yield Evidence(f"'{found[0]}'", one.words.span(start, end))


ITEMS = (
    Item("pemat-20", "It names something to do", something_to_do),
    Item("pemat-21", "It speaks to the reader", speaks_to_reader),
    Item("pemat-22", "What to do comes in steps", in_steps),
    Item("pemat-23", "It gives something to work with", tool_to_use),
    Item("pemat-24", "Sums are shown", shown_reckoning),
    Item("pemat-25", "It says how to use its tables", how_to_use, View.around_tables),
    Item("pemat-26", "Pictures help to act", pictures_to_act_on, View.around_pictures),
)
