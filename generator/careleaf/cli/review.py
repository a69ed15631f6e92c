"""Options of `careleaf review` in; what was signed and what has changed since, or one more review,
out."""

from __future__ import annotations

import json
import shlex
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from careleaf.cli.asking import Stopped, ask, confirmed
from careleaf.cli.exits import CONTENT, FINE
from careleaf.cli.report import print_problems
from careleaf.engine import check
from careleaf.engine.each_language import in_each_language
from careleaf.engine.job import Job, RefusedError, Result
from careleaf.engine.review import (
    Reviewing,
    needs_review,
    refuse_signing,
    refuse_until,
    reviewing,
    sign,
)
from careleaf.model.review import Change, Review, Reviewer, State
from careleaf.problem import Problem, errors_in, in_order
from careleaf.problem_codes import REVIEW_VOID
from careleaf.read.review import FIELDS
from careleaf.source import Source

_STATES = {
    State.DRAFT: "draft",
    State.SIGNED: "signed",
    State.OVERDUE: "review overdue",
}
_MOST = 20
"""Changes that are shown; `--json` has all."""


def review(options: Namespace) -> int:
    """Show the status or the history, or sign."""
    job = Job(
        topics=tuple(options.topics),
        languages=tuple(options.lang or ()),
        content=options.content,
    )
    _refuse_idle(options)
    if options.status or options.history:
        texts = [one for each in _jobs(job) for one in reviewing(each)]
        return _told(options, sorted(texts, key=lambda one: one.topic_id))
    if len(options.topics) != 1 or len(options.lang or ()) > 1:
        message = "a clinician signs one text at a time: name one topic, and one language"
        raise RefusedError(message, "for an overview: careleaf review --status")
    one = Job(topics=job.topics, languages=job.languages or ("en",), content=job.content)
    [text] = reviewing(one)
    return _signed(options, one, text)


def _refuse_idle(options: Namespace) -> None:
    """Raises `RefusedError` for an option that would do nothing: who types it means something."""
    if options.status or options.history:
        names = ("by", "role", "registration", "until", "yes")
        signing = [f"--{name}" for name in names if getattr(options, name) not in {None, False}]
        if signing:
            asked = "--status" if options.status else "--history"
            message = f"{asked} signs nothing, and {', '.join(signing)} is for signing"
            raise RefusedError(message, f"leave out {asked}, or {' '.join(signing)}")
    elif options.json:
        raise RefusedError("--json writes status or history", "add: --status or --history")


def _jobs(job: Job) -> list[Job]:
    """One for each language asked for, else for each that the topics are there in."""
    if not job.languages:
        return [one for one in in_each_language(job) if one.programme is None]
    return [
        Job(topics=job.topics, languages=(code,), content=job.content)
        for code in dict.fromkeys(job.languages)
    ]


def _told(options: Namespace, texts: list[Reviewing]) -> int:
    """Exit code 1 where something waits for a clinician, so that a script can tell."""
    if options.json:
        records = [_record(one, history=options.history) for one in texts]
        print(json.dumps(records, indent=2))
    else:
        tell = _history if options.history else _status
        for one in texts:
            for line in tell(one):
                print(line)
    _print_problems(texts)
    waits = not options.history and needs_review(texts)
    return CONTENT if waits or any(one.result.failed for one in texts) else FINE


def _print_problems(texts: Iterable[Reviewing]) -> None:
    """What stops a build; how to write better is for `careleaf check` to say."""
    some = list(texts)
    found = {one for text in some for one in errors_in(text.result.problems)}
    sources = {path: source for text in some for path, source in text.result.sources.items()}
    _print(found, sources)


def _print(found: Iterable[Problem], sources: Mapping[str, Source]) -> None:
    result = Result(problems=tuple(in_order(found)), sources=sources)
    print_problems(result, "text", stream=sys.stderr)


def _status(text: Reviewing) -> Iterator[str]:
    yield f"{text.topic_id}  ({text.language})  {_STATES[text.standing.state]}"
    if text.result.failed:
        again = shlex.join(["careleaf", "check", text.topic_id, "--lang", text.language])
        yield f"  it has errors, and can be neither signed nor built: {again}"
    if not text.reviews:
        yield "  nobody has signed it yet"
        return
    yield f"  {_who(text.reviews[-1])}"
    yield from _changes(text)


def _who(last: Review) -> str:
    who = last.reviewer
    return f"{who.name}, {who.role} ({who.registration}), signed {last.signed}, until {last.until}"


def _changes(text: Reviewing) -> Iterator[str]:
    changes = text.standing.changes
    if changes:
        yield "  changed since then:"
    for change in changes[:_MOST]:
        yield f"    {_place(text, change)}: {change.kind}: {change.what}"
    if len(changes) > _MOST:
        yield f"    and {len(changes) - _MOST} more: --json shows all"


def _place(text: Reviewing, change: Change) -> str:
    file, place = text.where(change)
    return f"{file}:{place.line}:{place.column}"


def _history(text: Reviewing) -> Iterator[str]:
    yield f"{text.topic_id}  ({text.language})"
    for one in text.reviews:
        version = f", version {one.version}" if one.version else ""
        yield f"  {_who(one)}{version}, text {one.text[:12]}"
    if not text.reviews:
        yield "  nobody has signed it yet"


def _record(text: Reviewing, *, history: bool) -> dict[str, object]:
    shown = text.reviews if history else text.reviews[-1:]
    return {
        "topic": text.topic_id,
        "language": text.language,
        "state": text.standing.state.value,
        "errors": text.result.failed,
        "text": text.text,
        "reviews": [_review_record(one) for one in shown],
        "changes": [
            {"kind": one.kind, "what": one.what, "file": file, "line": at.line, "column": at.column}
            for one in text.standing.changes
            for file, at in [text.where(one)]
        ],
    }


def _review_record(one: Review) -> dict[str, object]:
    return {
        "by": one.reviewer.name,
        "role": one.reviewer.role,
        "registration": one.reviewer.registration,
        "signed": one.signed.isoformat(),
        "until": one.until.isoformat(),
        "version": one.version,
        "text": one.text,
    }


def _signed(options: Namespace, job: Job, text: Reviewing) -> int:
    refuse_signing(text)
    if text.unsigned:
        _print(text.unsigned, text.result.sources)
        print("Nothing was signed: mend these first.", file=sys.stderr)
        return CONTENT
    for line in _before_signing(text):
        print(line)
    try:
        reviewer, until = _reviewer(options, text), _until(options, text)
        refuse_until(until, text.today)
        print(f"\n{reviewer.name}, {reviewer.role} ({reviewer.registration}), until {until}.")
        question = "Have you read all of it, and do you stand behind it?"
        if not options.yes and not confirmed(question):
            raise Stopped
    except Stopped:
        sys.stdout.flush()  # where both go to one file, it comes after what was shown
        print("Nothing was signed.", file=sys.stderr)
        return CONTENT
    [there] = reviewing(job)
    path = sign(there, reviewer, until, seen=text.text)
    print(f"wrote {path}")
    again = ["careleaf", "build", text.topic_id, "--lang", text.language]
    print(f"Next: keep it with the topic in version control, then: {shlex.join(again)}")
    return FINE


def _before_signing(text: Reviewing) -> Iterator[str]:
    yield f"{text.title}: {text.topic_id} in '{text.language}', version {text.version}"
    yield f"This signs {len(text.parts)} blocks as they are now, text {text.text[:12]}."
    yield from _warnings(text)
    if not text.reviews:
        yield "Nobody has signed it yet: all of it is to be read."
        return
    yield f"Last: {_who(text.reviews[-1])}"
    if text.standing.changes:
        yield from _changes(text)
    else:
        yield "  nothing has changed since then"


def _warnings(text: Reviewing) -> Iterator[str]:
    """How much a check still finds in it: a clinician may sign over a warning, and must know it."""
    job = Job(
        topics=(text.topic_id,),
        languages=(text.language,),
        content=text.content.root,
        today=text.today,
    )
    # The review to come takes away that the last one is void.
    found = [one for one in check(job).problems if one.code != REVIEW_VOID]
    if found:
        many = "1 warning stands" if len(found) == 1 else f"{len(found)} warnings stand"
        again = shlex.join(["careleaf", "check", text.topic_id, "--lang", text.language])
        yield f"{many}: {again}"


def _reviewer(options: Namespace, text: Reviewing) -> Reviewer:
    return Reviewer(
        name=options.by or ask("Your name, as it is printed", "--by", FIELDS["by"]),
        role=options.role or ask("Your role, as it is printed", "--role", FIELDS["role"]),
        registration=options.registration
        or ask(
            "Your register and number, kept and not printed",
            "--registration",
            FIELDS["registration"],
        ),
    )


def _until(options: Namespace, text: Reviewing) -> date:
    if options.until:
        return _day(options.until)
    usual = text.usual_until.isoformat() if text.usual_until else ""
    return _day(ask("Until when it holds", "--until", FIELDS["until"], usual=usual))


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise RefusedError(f"'{typed}' is not a day", "year-month-day: 2028-01-31") from error
