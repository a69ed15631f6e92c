"""A topic in; what the CDC Index asks of its message, its words and its order, answered, out.

The ideas of the CDC Clear Communication Index, part A (items 1 to 11; CDC, User Guide, 2014 and
2019), in our own words and as far as a program can see. The Index gives a point only where an idea
holds everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from careleaf.blocks.actions import Actions
from careleaf.blocks.callouts import Aside
from careleaf.blocks.evidence import Evidence as Sure
from careleaf.blocks.exercise import Exercise
from careleaf.blocks.figure import Figure
from careleaf.blocks.key_message import KeyMessage
from careleaf.blocks.prose import Listing
from careleaf.blocks.red_flag import RedFlag
from careleaf.blocks.summary import Summary
from careleaf.check.scores.item import Answer, Evidence, Finding, Item, counted, no, person, yes
from careleaf.check.scores.pemat_actions import ADVICE, something_to_do
from careleaf.check.scores.pemat_order import long_pieces
from careleaf.check.scores.pemat_words import OTHER_LANGUAGE, seen
from careleaf.check.scores.view import View, people
from careleaf.model.shape import Sureness, Tone
from careleaf.problem_codes import HARD_WORD, LABEL, LONG_LIST, SHORTENED, TOO_HARD, UNEXPLAINED

_ADD_MESSAGE = "add ':::key-message', one or two sentences, and ':::' to the first section"


def one_message(view: View) -> Finding:
    """CDC Index item 1: one thing to remember is said, and only one."""
    messages = [*view.blocks(KeyMessage)]
    if not messages:
        return no(_ADD_MESSAGE, Evidence("no key message", view.top))
    if len(messages) > 1:
        places = [Evidence("a key message", one.at) for one in messages]
        return no("keep one key message, and make the others tips", *places)
    return yes(Evidence("one key message", messages[0].at))


def message_first(view: View) -> Finding:
    """CDC Index item 2: the message stands where readers begin. Nothing without item 1."""
    if lacking := _without_message(view):
        return lacking
    for portion in view.opening:
        for block in portion.blocks:
            if isinstance(block, KeyMessage):
                return yes(Evidence("in the first section", block.at))
    place = next(view.blocks(KeyMessage)).at
    return no("move it into the first section", Evidence("not in the first section", place))


def message_stands_out(view: View) -> Finding:
    """CDC Index item 3: the message is set apart by how it looks. A key message always has a box
    with a heading of its own, on slides, paper and screen. Nothing without item 1."""
    if lacking := _without_message(view):
        return lacking
    return yes(Evidence("a box with its own heading", next(view.blocks(KeyMessage)).at))


def message_drawn(view: View) -> Finding:
    """CDC Index item 4: a picture with words beside it supports the message. A person drawn must be
    doing what the topic advises: one of its exercises or figures. Nothing without item 1."""
    if lacking := _without_message(view):
        return lacking
    message = next(view.blocks(KeyMessage))
    if message.pose:
        told = Evidence(f"'{message.pose}' is drawn beside it", message.at)
        advised = {one.pose for one in view.blocks(Exercise)}
        advised |= {one.pose for one in view.blocks(Figure)}
        if message.pose in advised:
            return yes(told)
        return person("does the person in the picture do what the topic advises?", told)
    for portion in view.portions:
        for figure in portion.blocks if message in portion.blocks else ():
            if isinstance(figure, Figure) and figure.caption:
                look = "does the picture show what the message says?"
                return person(look, Evidence("a picture in its section", figure.at))
    lacks = Evidence("no picture with words stands beside it", message.at)
    return no("add 'pose:' to the key message, or a figure with a caption below it", lacks)


def around_message(view: View) -> tuple[object, object, Mapping[str, str]]:
    """What a person looks at for item 4: the section that holds the message, wherever it stands,
    who is drawn in it, and all that the topic advises to do."""
    holding = [one for one in view.portions if one.has(KeyMessage)]
    shown = [block for one in holding for block in one.blocks]
    advised = [*view.blocks(*ADVICE, Figure)]
    return ([one.own for one in holding], advised, people([*shown, *advised]))


def active_message(view: View) -> Finding:
    """CDC Index item 6: message and calls to action say who does what. Nothing without both."""
    if lacking := _without_message(view):
        return lacking
    if not any(True for _ in view.blocks(*ADVICE)):
        return no("add ':::actions'", Evidence("no calls to action in a block", view.top))
    if not view.english:
        return person(OTHER_LANGUAGE)
    blocks = [*view.blocks(KeyMessage, *ADVICE)]
    passive = [
        Evidence("passive", at)
        for at in view.passives
        if any(block.at.start <= at.start < block.at.end for block in blocks)
    ]
    if passive:
        return no("begin with what to do: 'Take', 'Ask us'", *passive)
    return yes(Evidence("no passive in the key message, actions, steps or exercises", blocks[0].at))


def readers_words(view: View) -> Finding:
    """CDC Index item 7: only words that readers use; every other one is explained."""
    faults = view.faults(HARD_WORD, LABEL, UNEXPLAINED, SHORTENED, TOO_HARD)
    if faults:
        return no("say the plain word, or explain it where it first stands", *seen(faults))
    if not view.english:
        return person(OTHER_LANGUAGE)
    return yes(Evidence("no word of our lists of hard words is left", view.top))


def lists(view: View) -> Finding:
    """CDC Index item 8: lists, none of more than 7 items without a break."""
    long = view.faults(LONG_LIST)
    if long:
        return no("part the list in two", *seen(long))
    found = [*view.blocks(Listing)]
    if not found:
        return no("make a list of what comes one by one", Evidence("no lists", view.top))
    return yes(Evidence(f"{counted(len(found), 'list')}, none longer than 7 items", found[0].at))


def chunks(view: View) -> Finding:
    """CDC Index item 9: short pieces, each under a heading."""
    long = long_pieces(view)
    if len(view.portions) < 2:
        return no("part it into sections with headings", Evidence("one section", view.top))
    if long:
        return no("part it: a heading, a list or a new paragraph", *long)
    return yes(Evidence(f"{len(view.portions)} headings, none over a long piece", view.top))


def said_first(view: View) -> Finding:
    """CDC Index item 10: the first section sums up what matters: the message, and with it what to
    do, or the points or signs to know."""
    message, rest = None, None
    for portion in view.opening:
        for block in portion.blocks:
            if isinstance(block, KeyMessage):
                message = message or block
            elif isinstance(block, Actions | Summary | RedFlag):
                rest = rest or block
    if message and rest:
        return yes(Evidence("key message", message.at), Evidence("what to do", rest.at))
    lacks = "what to do" if message else "the key message"
    advice = "put the key message and ':::actions' into the first section"
    return no(advice, Evidence(f"the first section lacks {lacks}", view.beginning_at))


def known_and_unknown(view: View) -> Finding:
    """CDC Index item 11: it says what is known, by whom, and what is not known yet."""
    sure = [one for one in view.blocks(Sure) if set(one.sureness) - {Sureness.NOT_SURE}]
    known = [Evidence("how sure we are", one.at) for one in sure]
    known += [
        Evidence("with its source", one.block.at) for one in view.said if one.sourced and one.block
    ]
    unknown = [one.at for one in view.blocks(Aside) if one.tone is Tone.UNKNOWN]
    unknown += [one.at for one in view.blocks(Sure) if Sureness.NOT_SURE in one.sureness]
    if not known:
        return no("give the sources of what is known", Evidence("no sources", view.top))
    if not unknown:
        lacks = Evidence("nothing says what is not known", view.top)
        return no("add ':::unknown' with what nobody knows yet", lacks)
    return yes(known[0], Evidence("what is not known", unknown[0]))


def _without_message(view: View) -> Finding | None:
    """Why there is no one message that these items could look at."""
    found = one_message(view)
    return found if found.answer is Answer.NO else None


ITEMS = (
    Item("cdc-1", "One main message", one_message),
    Item("cdc-2", "The message comes first", message_first),
    Item("cdc-3", "The message stands out", message_stands_out),
    Item("cdc-4", "A picture supports the message", message_drawn, around_message),
    Item("cdc-5", "It calls on readers to act", something_to_do),
    Item("cdc-6", "Message and calls are active", active_message),
    Item("cdc-7", "Only words that readers use", readers_words),
    Item("cdc-8", "Lists, none too long", lists),
    Item("cdc-9", "Short pieces under headings", chunks),
    Item("cdc-10", "What matters is said first", said_first),
    Item("cdc-11", "What is known, and what not", known_and_unknown),
)
