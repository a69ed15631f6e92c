"""The words typed after `careleaf` in; a filled-in namespace, or help, out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from careleaf import __version__

_EPILOG = """\
examples:
  careleaf build low-back-and-hip-pain      deck, handout and page into output/
  careleaf check                            every mistake in every topic
  careleaf new topic knee-pain              a topic to start writing from
  careleaf serve                            pick, tailor and print in your browser

Content is looked for in this order: --content DIR, else ./content, else the library that
ships with careleaf.

exit codes: 0 all well; 1 mistakes in content; 2 mistakes in the command; 3 the machine
"""

_BUILD = """\
examples:
  careleaf build                                     every topic, every format
  careleaf build low-back-and-hip-pain --to pdf      the handout alone
  careleaf build low-back-and-hip-pain --to pptx --to html
  careleaf build low-back-and-hip-pain --to pptx --notes-pages
  careleaf build --programme back-school --notes-pages
  careleaf build low-back-and-hip-pain --paper a4 --clinic example
  careleaf build low-back-and-hip-pain --lang en --lang es
  careleaf build low-back-and-hip-pain --lang es --with en
  careleaf build low-back-and-hip-pain --to pdf --fillable
  careleaf build low-back-and-hip-pain --to pdf --pdf-ua 2
  careleaf build low-back-and-hip-pain --to pdf --print large
  careleaf build low-back-and-hip-pain --to pdf --fold booklet
  careleaf build low-back-and-hip-pain --to pdf --fold brochure --only today --only summary
  careleaf build low-back-and-hip-pain --only exercises --output for-class
  careleaf build low-back-and-hip-pain --dose "knee-rolls reps: 8" --dose "bridge hold: blank"
  careleaf build low-back-and-hip-pain --to pdf --tailor for-one-patient.txt
  careleaf build low-back-and-hip-pain --to pptx --template our-clinic.potx
"""

_CHECK = """\
examples:
  careleaf check                                     all topics
  careleaf check low-back-and-hip-pain               one topic
  careleaf check --lang en --lang es                 all topics in two languages
  careleaf check --format json > problems.json       for other programs
  careleaf check --format github                     marks in a pull request
  careleaf check knee-pain --fix                     plain words where they fit anywhere
  careleaf check knee-pain --fix --interactive       ask about each
"""

_LIST = """\
examples:
  careleaf list                     the topics and programmes here
  careleaf list --json              the same, for other programs
"""

_NEW = """\
examples:
  careleaf new topic knee-pain                       content/topics/knee-pain/en.md
  careleaf new topic knee-pain --title "Knee pain: what helps"

Where there is no ./content yet, it is made, with copies of the clinics, glossary and sources that
ship with careleaf. From then on commands in this folder see your topics, not those that ship.
"""

_SERVE = """\
examples:
  careleaf serve                                     opens your browser
  careleaf serve --no-open --port 9000               open http://127.0.0.1:9000/ yourself
  careleaf serve --content our-library --clinic NAME

It runs on this computer alone: nobody else on the network can open it, and it asks nothing of the
internet. What you type about a patient stays in memory until the page is made, and is never stored
or logged. It ends with Ctrl-C.
"""

_FIGURES = """\
examples:
  careleaf figures                        the figures that 'pose:' may name
  careleaf figures --json                 the same with descriptions, for other programs
  careleaf figures --sheet figures.svg    one picture of them all
"""


_TRANSLATE = """\
examples:
  careleaf translate export --lang es               content/topics/*/es.po to translate in
  careleaf translate export --lang es --xliff es.xlf    one file for a translation agency
  careleaf translate import es.xlf --lang es        take it back
  careleaf translate status                         what is missing or stale
"""

_TEMPLATE = """\
examples:
  careleaf template clinic.potx                      our slide layouts, to make your own of
  careleaf build low-back-and-hip-pain --to pptx --template clinic.potx
  pandoc talk.md -o talk.pptx --reference-doc clinic.pptx

Open it in PowerPoint, View > Slide Master, and change colours, fonts, logo and layouts. Keep a
title slide, a layout with title and content, and one with a title only.
"""


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


class _Form(TypedDict):
    formatter_class: type[argparse.HelpFormatter]
    allow_abbrev: bool


_FORM: _Form = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}
"""Examples keep their lines, and an option that is cut short is a mistake, not a guess."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        "careleaf",
        description="Make a PowerPoint deck, a PDF handout and a web page from one topic file.",
        epilog=_EPILOG,
        **_FORM,
    )
    top.add_argument("--version", action="version", version=f"careleaf {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _build(commands)
    _check(commands)
    _list(commands)
    _new(commands)
    _serve(commands)
    _figures(commands)
    _translate(commands)
    _template(commands)
    return top


def _command(commands: Commands, name: str, says: str, epilog: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=says, description=f"{says}.", epilog=epilog, **_FORM)


def _build(commands: Commands) -> None:
    build = _command(commands, "build", "Build topics into output files", _BUILD)
    _topics(build)
    _programme(build)
    build.add_argument(
        "--to",
        action="append",
        choices=("pptx", "pdf", "html"),
        help="a format to build; may be repeated (default: all three)",
    )
    build.add_argument(
        "--notes-pages",
        action="store_true",
        help="also write a PDF for the speaker: every slide with its notes",
    )
    build.add_argument(
        "--lang",
        action="append",
        metavar="CODE",
        help="language; may be repeated: the pages then lead to one another (default: en)",
    )
    build.add_argument(
        "--with",
        dest="beside",
        metavar="CODE",
        help="a second language, side by side with the first in one handout",
    )
    build.add_argument(
        "--paper",
        choices=("letter", "a4"),
        help="paper of handout and notes (default: letter for a clinic in the US, else a4)",
    )
    build.add_argument(
        "--fillable",
        action="store_true",
        help="make the handout's lines and boxes fields, to type and tick on a screen",
    )
    build.add_argument(
        "--pdf-ua",
        type=int,
        choices=(1, 2),
        default=1,
        help="the part of PDF/UA, the standard for accessible PDFs: 1 suits every reader, 2 is the "
        "newer one, in PDF 2.0 (default: 1)",
    )
    build.add_argument(
        "--print",
        dest="profile",
        choices=("standard", "large", "easy-read", "ink-saver"),
        default="standard",
        help="how the handout is set: standard; large (18 points and more, in one column); "
        "easy-read (easy words beside pictures); ink-saver (black and white, to be photocopied)",
    )
    build.add_argument(
        "--fold",
        choices=("booklet", "brochure"),
        help="print the handout on both sides, flipped on the short edge: booklet (two pages a "
        "side, to be stapled); brochure (one sheet of six panels, the essentials or --only)",
    )
    build.add_argument(
        "--clinic",
        metavar="NAME",
        help="a file in clinics/, without .md (default: the only one there)",
    )
    build.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help="your own .potx or .pptx to draw the deck on (default: the clinic's, else ours)",
    )
    build.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="ID",
        help="keep this section or exercise; may be repeated. Emergency signs always stay",
    )
    build.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ID",
        help="leave this section or exercise out; may be repeated",
    )
    build.add_argument(
        "--order",
        action="append",
        default=[],
        metavar="ID",
        help="put this section or exercise first among its neighbours; repeat for the next",
    )
    build.add_argument(
        "--dose",
        action="append",
        default=[],
        metavar="'EXERCISE PART: DOSE'",
        help="change reps, sets, hold, time or frequency, or write 'blank' to fill in by hand",
    )
    build.add_argument(
        "--tailor",
        type=Path,
        metavar="FILE",
        help="a file of choices for one patient, with name and note; - reads a pipe",
    )
    build.add_argument(
        "--output",
        type=Path,
        default=Path("output"),
        metavar="DIR",
        help="where the files go (default: output)",
    )
    _content(build)
    _voice(build)


def _check(commands: Commands) -> None:
    check = _command(
        commands, "check", "Report every mistake in topics, and how hard they are to read", _CHECK
    )
    _topics(check)
    _programme(check)
    check.add_argument(
        "--lang",
        action="append",
        metavar="CODE",
        help="language; may be repeated (default: every language that topics are there in)",
    )
    check.add_argument("--clinic", metavar="NAME", help="check variables against this clinic")
    check.add_argument(
        "--fix",
        action="store_true",
        help="put plain words into topics, where they fit without being looked at",
    )
    check.add_argument(
        "--interactive", action="store_true", help="with --fix: ask about every suggestion"
    )
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how problems are written (default: text)",
    )
    _content(check)
    _voice(check, json=False)


def _list(commands: Commands) -> None:
    listing = _command(commands, "list", "List topics and programmes with codes and dates", _LIST)
    _content(listing)
    listing.add_argument("--json", action="store_true", help="write JSON")


def _new(commands: Commands) -> None:
    new = _command(commands, "new", "Start a new topic from a short example", _NEW)
    new.add_argument("what", choices=("topic",), help="what to start")
    new.add_argument("name", metavar="NAME", help="small letters, digits and hyphens: knee-pain")
    new.add_argument("--title", metavar="WORDS", help="the topic's title (default: from NAME)")
    new.add_argument("--lang", default="en", metavar="CODE", help="language (default: en)")
    _content(new)


def _serve(commands: Commands) -> None:
    serve = _command(commands, "serve", "Open the web page for clinicians", _SERVE)
    serve.add_argument(
        "--port",
        type=_port,
        default=8765,
        metavar="N",
        help="where the page is; 0 takes any free one (default: 8765)",
    )
    serve.add_argument(
        "--no-open", dest="open", action="store_false", help="leave the browser closed"
    )
    serve.add_argument(
        "--listen",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="an address of this machine to listen on (default: 127.0.0.1, this computer alone)",
    )
    serve.add_argument(
        "--clinic",
        metavar="NAME",
        help="a file in clinics/, without .md (default: the only one there)",
    )
    _content(serve)
    serve.add_argument(
        "--quiet", "-q", action="store_true", help="print the address and nothing of requests"
    )


def _port(typed: str) -> int:
    number = int(typed)
    if not 0 <= number <= 65535:
        raise ValueError(typed)
    return number


def _figures(commands: Commands) -> None:
    figures = _command(commands, "figures", "List the drawn people, or draw them all", _FIGURES)
    either = figures.add_mutually_exclusive_group()
    either.add_argument(
        "--sheet", type=Path, metavar="FILE.svg", help="draw every figure into this file"
    )
    either.add_argument("--json", action="store_true", help="write JSON")


def _translate(commands: Commands) -> None:
    translate = _command(commands, "translate", "See to translations", _TRANSLATE)
    actions = translate.add_subparsers(dest="action", metavar="ACTION", required=True)
    status = actions.add_parser("status", help="what is translated, stale and missing", **_FORM)
    export = actions.add_parser("export", help="write files for translators", **_FORM)
    taking = actions.add_parser("import", help="take translations back", **_FORM)
    taking.add_argument("file", type=Path, metavar="FILE", help="an XLIFF 2 or PO file")
    for action in (status, export, taking):
        action.add_argument(
            "names", nargs="*", metavar="TOPIC", help="topics, or 'glossary' (default: all)"
        )
        action.add_argument("--lang", metavar="CODE", help="the language translated into")
        _content(action)
    export.add_argument(
        "--xliff",
        type=Path,
        metavar="FILE",
        help="write one XLIFF 2 file (default: a PO file beside each source)",
    )
    status.add_argument("--json", action="store_true", help="write JSON")


def _template(commands: Commands) -> None:
    template = _command(
        commands, "template", "Write our slide layouts as a PowerPoint template", _TEMPLATE
    )
    template.add_argument(
        "file", type=Path, metavar="FILE", help="where to: a name that ends in .potx or .pptx"
    )


def _topics(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "topics", nargs="*", metavar="TOPIC", help="a topic's folder name (default: all topics)"
    )


def _programme(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--programme",
        metavar="NAME",
        help="in place of topics, a file in programmes/, without .md: parts of topics for a class",
    )


def _content(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        help="the content folder (default: ./content, else the library that ships with careleaf)",
    )


def _voice(command: argparse.ArgumentParser, *, json: bool = True) -> None:
    command.add_argument("--quiet", "-q", action="store_true", help="print problems only")
    if json:
        command.add_argument("--json", action="store_true", help="write the result as JSON")
