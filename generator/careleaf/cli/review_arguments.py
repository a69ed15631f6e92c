"""The parser of `careleaf review` in; its options, added to it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careleaf.cli.shared_arguments import content, topics

if TYPE_CHECKING:
    import argparse

EXAMPLES = """\
examples:
  careleaf review --status                           who signed what, and what has changed since
  careleaf review knee-pain                          sign it: asks for all that it needs
  careleaf review knee-pain --lang es                its Spanish, by somebody who speaks it
  careleaf review knee-pain --history                everyone who ever signed it
  careleaf review knee-pain --by "A. Example" --role "Physical therapist" \\
    --registration "Example Board 00000" --until 2028-01-31

A review holds for one language, and up to three years. Any later change of what a reader can see or
hear voids it. It is a file in the topic's folder, reviews/LANGUAGE-DAY.md: keep it in version
control. With --status the exit code is 1 where something waits for a clinician.
"""


def review(parser: argparse.ArgumentParser) -> None:
    """Add them."""
    topics(parser)
    parser.add_argument(
        "--lang",
        action="append",
        metavar="CODE",
        help="language (default: en; with --status and --history every language)",
    )
    told = parser.add_mutually_exclusive_group()
    told.add_argument(
        "--status", action="store_true", help="who signed each topic, and what has changed since"
    )
    told.add_argument("--history", action="store_true", help="everyone who ever signed each topic")
    parser.add_argument("--by", metavar="NAME", help="who signs, as it is printed")
    parser.add_argument("--role", metavar="WORDS", help="what they are, as it is printed")
    parser.add_argument(
        "--registration", metavar="WORDS", help="their register and number; kept, not printed"
    )
    parser.add_argument(
        "--until", metavar="DAY", help="the last day that it holds (asked for: the review-due day)"
    )
    parser.add_argument(
        "--yes", action="store_true", help="do not ask: the clinician has read all of it"
    )
    parser.add_argument("--json", action="store_true", help="write status or history as JSON")
    content(parser)
