"""The parser of `careleaf judge` in; its options, added to it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careleaf.cli.shared_arguments import content
from careleaf.model.said import SAID

if TYPE_CHECKING:
    import argparse

EXAMPLES = """\
examples:
  careleaf judge knee-pain                           what needs a person, and what to ask yourself
  careleaf judge knee-pain pemat-16 yes --by "A. Example, health educator"
  careleaf judge knee-pain pemat-18 no --by "A. Example, health educator" \\
    --note "The second picture is too small."

An answer holds as long as what it is about is unchanged. It is a file in the topic's folder,
judged/LANGUAGE-ITEM.md: keep it in version control.
"""


def judge(parser: argparse.ArgumentParser) -> None:
    """Add them."""
    parser.add_argument("topic", metavar="TOPIC", help="a topic's folder name")
    parser.add_argument("item", nargs="?", metavar="ITEM", help="such as pemat-16")
    parser.add_argument("answer", nargs="?", choices=SAID, metavar="ANSWER", help=", ".join(SAID))
    parser.add_argument("--by", metavar="WORDS", help="who says so: name and role")
    parser.add_argument("--note", metavar="WORDS", default="", help="why, in a line")
    parser.add_argument(
        "--lang", metavar="CODE", default="en", help="the language it is written in (default: en)"
    )
    content(parser)
