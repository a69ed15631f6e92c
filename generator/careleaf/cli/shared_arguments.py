"""A parser in; the options that several commands share, added to it, out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypedDict


class Form(TypedDict):
    """What every parser of ours is made with."""

    formatter_class: type[argparse.HelpFormatter]
    allow_abbrev: bool


FORM: Form = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}
"""Examples keep their lines, and an option that is cut short is a mistake, not a guess."""


def topics(parser: argparse.ArgumentParser) -> None:
    """Topics to work on."""
    parser.add_argument(
        "topics", nargs="*", metavar="TOPIC", help="a topic's folder name (default: all topics)"
    )


def programme(parser: argparse.ArgumentParser) -> None:
    """A programme in place of topics."""
    parser.add_argument(
        "--programme",
        metavar="NAME",
        help="in place of topics, a file in programmes/, without .md: parts of topics for a class",
    )


def content(parser: argparse.ArgumentParser) -> None:
    """Where content is looked for."""
    parser.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        help="the content folder (default: ./content, else the library that ships with careleaf)",
    )


def voice(parser: argparse.ArgumentParser, *, json: bool = True) -> None:
    """How much is said."""
    parser.add_argument("--quiet", "-q", action="store_true", help="print problems only")
    if json:
        parser.add_argument("--json", action="store_true", help="write the result as JSON")
