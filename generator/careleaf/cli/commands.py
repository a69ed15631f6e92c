"""Parsed options in; one engine call, its report and an exit code out."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from careleaf.cli.exits import CONTENT, FINE
from careleaf.cli.report import build_steps, built, print_problems, progress_bar
from careleaf.engine import FORMATS, Job, build, second_process
from careleaf.engine.job import Format
from careleaf.engine.visit import Given, tailoring_of

if TYPE_CHECKING:
    from careleaf.engine.overview import Overview, ProgrammeOverview


def _build(options: Namespace) -> int:
    given = Given(
        file=options.tailor,
        only=tuple(options.only),
        without=tuple(options.without),
        order=tuple(options.order),
        doses=tuple(options.dose),
    )
    tailoring, wrong = tailoring_of(given)
    if wrong.problems:
        built(wrong, quiet=options.quiet, as_json=options.json)
        return CONTENT
    job = Job(
        topics=tuple(options.topics),
        programme=options.programme,
        formats=_formats(options),
        languages=tuple(options.lang or ("en",)),
        beside=options.beside,
        paper=options.paper,
        profile=options.profile,
        fold=options.fold,
        clinic=options.clinic,
        output=options.output,
        content=options.content,
        template=options.template,
        tailoring=tailoring,
        pdf_ua=options.pdf_ua,
        fillable=options.fillable,
    )
    quiet = options.quiet or options.json
    with second_process(job) as second, progress_bar(build_steps(job), quiet=quiet) as progress:
        result = build(job, progress, second)
    result = replace(result, sources={**result.sources, **wrong.sources})
    built(result, quiet=options.quiet, as_json=options.json)
    return CONTENT if result.failed else FINE


def _formats(options: Namespace) -> tuple[Format, ...]:
    usual: tuple[Format, ...] = ("pdf",) if options.beside else FORMATS
    chosen: tuple[Format, ...] = tuple(options.to) if options.to else usual
    return (*chosen, "notes-pages") if options.notes_pages else chosen


def _check(options: Namespace) -> int:
    from careleaf.cli.check import check

    return check(options)


def _list(options: Namespace) -> int:
    from careleaf.engine.overview import overview

    result, topics = overview(Job(content=options.content))
    if options.json:
        print(json.dumps([topic.record() for topic in topics], indent=2))
    elif not topics:
        print("No topics yet. Start one: careleaf new topic NAME")
    else:
        for topic in topics:
            print(_row(topic))
    print_problems(result, "text", stream=sys.stderr)
    return CONTENT if result.failed else FINE


def _row(topic: Overview | ProgrammeOverview) -> str:
    from careleaf.engine.overview import ProgrammeOverview

    if isinstance(topic, ProgrammeOverview):
        return (
            f"{topic.id}  ({topic.language}), a programme\n"
            f"  {topic.title}\n"
            f"  version {topic.version}, {topic.minutes} minutes, {len(topic.parts)} parts"
        )
    codes = ", ".join(topic.icd10) or "no codes"
    return (
        f"{topic.id}  ({', '.join(topic.languages)})\n"
        f"  {topic.title}\n"
        f"  version {topic.version}, {topic.state}, review due {topic.review_due}, {codes}"
    )


def _new(options: Namespace) -> int:
    from careleaf.engine.starter import new_topic

    started = new_topic(
        options.name, title=options.title, language=options.lang, content=options.content
    )
    print(f"wrote {started.topic}")
    for path in started.copied:
        print(f"copied {path} from the library that ships with careleaf")
    if started.hidden:
        print(
            "In this folder careleaf now works with ./content, no longer with that library.\n"
            f"Its topics can be built from any other folder: {', '.join(started.hidden)}"
        )
    again = ["careleaf", "check", options.name]
    if options.lang != "en":
        again += ["--lang", options.lang]
    if options.content:
        again += ["--content", str(options.content)]
    print(f"Next: open it and write, then: {_line(again)}")
    return FINE


def _figures(options: Namespace) -> int:
    from careleaf.engine.figures import records, sheet
    from careleaf.engine.files import refuse_old, write_whole
    from careleaf.theme import default_theme

    if options.sheet:
        refuse_old(options.sheet, ".svg")
        write_whole(options.sheet, sheet(default_theme()).encode())
        print(f"wrote {options.sheet}")
    elif options.json:
        print(json.dumps(records(), indent=2))
    else:
        for one in records():
            pair = ", start and finish" if one["drawings"] == 2 else ""
            print(f"{one['name']}\n  {one['title']}{pair}")
    return FINE


def _translate(options: Namespace) -> int:
    from careleaf.cli.translate import translate

    return translate(options)


def _judge(options: Namespace) -> int:
    from careleaf.cli.judge import judge

    return judge(options)


def _line(words: list[str]) -> str:
    """As it is typed."""
    import shlex

    return shlex.join(words)


def _review(options: Namespace) -> int:
    from careleaf.cli.review import review

    return review(options)


def _template(options: Namespace) -> int:
    from careleaf.engine.own_template import own_template

    path = own_template(options.file)
    print(f"wrote {path}")
    again = ["careleaf", "build", "--to", "pptx", "--template", str(path)]
    print(f"Next: change it in PowerPoint, then: {_line(again)}")
    return FINE


def _serve(options: Namespace) -> int:
    from careleaf.cli.serve import serve

    return serve(options)


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "build": _build,
    "check": _check,
    "judge": _judge,
    "review": _review,
    "list": _list,
    "new": _new,
    "serve": _serve,
    "template": _template,
    "figures": _figures,
    "translate": _translate,
}
