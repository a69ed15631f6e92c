"""An item, a topic and what somebody said about it in; how the item was decided out."""

from __future__ import annotations

from careleaf.check.scores.item import Answer, Evidence, Finding, Item
from careleaf.check.scores.scored import Judged
from careleaf.check.scores.view import View
from careleaf.model.answer import PersonsAnswer

_ANSWERS = {"yes": Answer.YES, "no": Answer.NO, "not-applicable": Answer.NOT_APPLICABLE}


def judged(item: Item, view: View, said: PersonsAnswer | None) -> Judged:
    """What a program sees against an item stands until it is mended, whatever was said. Else a
    person's answer counts, as long as what they looked at is unchanged."""
    finding, text = item.judge(view), view.digest(item.looks_at)
    void = said is not None and said.text != text
    whole = _with(finding, said, void=void) if said else finding
    return Judged(item.key, item.says, whole, finding.answer, text, said, void)


def _with(finding: Finding, said: PersonsAnswer, *, void: bool) -> Finding:
    words = f"{said.by} said {said.said.replace('-', ' ')} on {said.judged}"
    words += f": {said.note}" if said.note else ""
    if void:
        words = f"void, since the text has changed: {words}"
    told = (Evidence(words, said.at), *finding.evidence)
    if void or finding.answer is Answer.NO:
        return Finding(finding.answer, told, finding.advice, finding.left_out)
    answer = _ANSWERS[said.said]
    advice = f"ask {said.by} what to mend" if answer is Answer.NO else ""
    return Finding(answer, told, advice, finding.left_out)
