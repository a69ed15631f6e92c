"""The words typed after `careleaf` in; a filled-in namespace, or help, out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from careleaf import __version__
from careleaf.cli import build_arguments, judge_arguments, review_arguments
from careleaf.cli.shared_arguments import FORM, content, programme, topics, voice

_EPILOG = """\
examples:
  careleaf build low-back-and-hip-pain      deck, handout and page into output/
  careleaf check                            every mistake in every topic
  careleaf new topic knee-pain              a topic to start writing from
  careleaf serve                            pick, tailor and print in your browser
  careleaf review knee-pain                 a clinician signs its text

Content is looked for in this order: --content DIR, else ./content, else the library that
ships with careleaf.

exit codes: 0 all well; 1 mistakes in content; 2 mistakes in the command; 3 the machine
"""

_CHECK = """\
examples:
  careleaf check                                     all topics
  careleaf check low-back-and-hip-pain               one topic
  careleaf check --lang en --lang es                 all topics in two languages
  careleaf check --format json > problems.json       for other programs
  careleaf check --format github                     marks in a pull request
  careleaf check --report check.html                 a page with all that was found
  careleaf check --report check.html --report check.sarif
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
  careleaf serve --listen 192.0.2.7 --token-file token.txt
  careleaf serve --host-name leaf.clinic.example --trusted-header X-Remote-User

It runs on this computer alone: nobody else on the network can open it, and it asks nothing of the
internet. What you type about a patient stays in memory until the page is made, and is never stored
or logged. It ends with Ctrl-C.

For a clinic's network (--listen with another address, or a proxy that leads here, named with
--host-name), it must know whom to let in. Either everybody has the one token in --token-file, typed
once a browser session (programs send it as 'Authorization: Bearer'); or a proxy on this computer,
or at --proxy, asks who it is and says so in --trusted-header, which it must take out of what comes
to it. Careleaf does not encrypt: put a proxy with TLS in front, or trust the network.
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


def _check(check: argparse.ArgumentParser) -> None:
    topics(check)
    programme(check)
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
    check.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="also write what was found into FILE.html (a page), FILE.json or FILE.sarif; may be "
        "repeated",
    )
    check.add_argument(
        "--processes",
        type=_number,
        metavar="N",
        help="how many processes look at topics (default: one a core, where there are many topics)",
    )
    content(check)
    voice(check, json=False)


def _number(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(f"'{typed}' is not a number from 1 on")
    return int(typed)


def _list(listing: argparse.ArgumentParser) -> None:
    content(listing)
    listing.add_argument("--json", action="store_true", help="write JSON")


def _new(new: argparse.ArgumentParser) -> None:
    new.add_argument("what", choices=("topic",), help="what to start")
    new.add_argument("name", metavar="NAME", help="small letters, digits and hyphens: knee-pain")
    new.add_argument("--title", metavar="WORDS", help="the topic's title (default: from NAME)")
    new.add_argument("--lang", default="en", metavar="CODE", help="language (default: en)")
    content(new)


def _serve(serve: argparse.ArgumentParser) -> None:
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
        "--host-name",
        action="append",
        default=[],
        metavar="NAME",
        help="a further name that browsers ask for the page by; may be repeated",
    )
    serve.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="whom to let in from the network: whoever knows the token in this file (16 signs up)",
    )
    serve.add_argument(
        "--trusted-header",
        metavar="NAME",
        help="whom to let in from the network: whoever a proxy names in this header",
    )
    serve.add_argument(
        "--proxy",
        action="append",
        metavar="ADDRESS",
        help="where that proxy is; may be repeated (default: this computer)",
    )
    serve.add_argument(
        "--clinic",
        metavar="NAME",
        help="a file in clinics/, without .md (default: the only one there)",
    )
    content(serve)
    serve.add_argument(
        "--quiet", "-q", action="store_true", help="print the address and nothing of requests"
    )


def _port(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 6 and int(typed) <= 65535):
        raise argparse.ArgumentTypeError(f"a port is 0 to 65535, not '{typed}'")
    return int(typed)


def _figures(figures: argparse.ArgumentParser) -> None:
    either = figures.add_mutually_exclusive_group()
    either.add_argument(
        "--sheet", type=Path, metavar="FILE.svg", help="draw every figure into this file"
    )
    either.add_argument("--json", action="store_true", help="write JSON")


def _translate(translate: argparse.ArgumentParser) -> None:
    actions = translate.add_subparsers(dest="action", metavar="ACTION", required=True)
    status = actions.add_parser("status", help="what is translated, stale and missing", **FORM)
    export = actions.add_parser("export", help="write files for translators", **FORM)
    taking = actions.add_parser("import", help="take translations back", **FORM)
    taking.add_argument("file", type=Path, metavar="FILE", help="an XLIFF 2 or PO file")
    for action in (status, export, taking):
        action.add_argument(
            "names", nargs="*", metavar="TOPIC", help="topics, or 'glossary' (default: all)"
        )
        action.add_argument("--lang", metavar="CODE", help="the language translated into")
        content(action)
    export.add_argument(
        "--xliff",
        type=Path,
        metavar="FILE",
        help="write one XLIFF 2 file (default: a PO file beside each source)",
    )
    status.add_argument("--json", action="store_true", help="write JSON")


def _template(template: argparse.ArgumentParser) -> None:
    template.add_argument(
        "file", type=Path, metavar="FILE", help="where to: a name that ends in .potx or .pptx"
    )


def parser(first: str = "") -> argparse.ArgumentParser:
    """The whole command line. Where the first word typed is a command, that one alone: those of all
    others are a hundredth of a build."""
    top = argparse.ArgumentParser(
        "careleaf",
        description="Make a PowerPoint deck, a PDF handout and a web page from one topic file.",
        epilog=_EPILOG,
        **FORM,
    )
    top.add_argument("--version", action="version", version=f"careleaf {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in [first] if first in _COMMANDS else _COMMANDS:
        says, epilog, options = _COMMANDS[name]
        options(commands.add_parser(name, help=says, description=f"{says}.", epilog=epilog, **FORM))
    return top


_COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("Build topics into output files", build_arguments.EXAMPLES, build_arguments.build),
    "check": (
        "Report every mistake in topics, and how hard they are to read",
        _CHECK,
        _check,
    ),
    "judge": ("Answer what no program can decide", judge_arguments.EXAMPLES, judge_arguments.judge),
    "review": ("Sign a topic, or see who has", review_arguments.EXAMPLES, review_arguments.review),
    "list": ("List topics and programmes with codes and dates", _LIST, _list),
    "new": ("Start a new topic from a short example", _NEW, _new),
    "serve": ("Open the web page for clinicians", _SERVE, _serve),
    "figures": ("List the drawn people, or draw them all", _FIGURES, _figures),
    "translate": ("See to translations", _TRANSLATE, _translate),
    "template": ("Write our slide layouts as a PowerPoint template", _TEMPLATE, _template),
}
"""What each says of itself, its examples, and what adds its options."""
