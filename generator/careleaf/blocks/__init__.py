"""The clinical blocks an author may write: one file each, one line each in the table."""

from __future__ import annotations

from careleaf.blocks import (
    actions,
    callouts,
    chart,
    compare,
    contact,
    diary,
    do_dont,
    easy,
    evidence,
    exercise,
    figure,
    key_message,
    notes,
    only,
    plan,
    red_flag,
    risk,
    steps,
    summary,
    table,
    teach_back,
    term,
)
from careleaf.blocks.spec import Spec


def _by_name(*specs: Spec) -> dict[str, Spec]:
    return {spec.name: spec for spec in specs}


SPECS: dict[str, Spec] = _by_name(
    notes.SPEC,
    key_message.SPEC,
    actions.SPEC,
    exercise.SPEC,
    red_flag.SPEC,
    callouts.WARNING,
    callouts.TIP,
    callouts.UNKNOWN,
    do_dont.SPEC,
    do_dont.DO,
    do_dont.DONT,
    steps.SPEC,
    table.SPEC,
    evidence.SPEC,
    figure.SPEC,
    risk.SPEC,
    compare.SPEC,
    chart.SPEC,
    plan.SPEC,
    diary.SPEC,
    teach_back.SPEC,
    contact.SPEC,
    summary.SPEC,
    only.SPEC,
    easy.SPEC,
)
"""The blocks of a topic file."""

GLOSSARY_SPECS: dict[str, Spec] = _by_name(term.SPEC)
"""The blocks of a glossary file."""
