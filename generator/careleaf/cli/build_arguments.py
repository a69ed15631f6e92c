"""The parser of `careleaf build` in; its options, added to it, out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careleaf.cli.shared_arguments import content, programme, topics, voice

if TYPE_CHECKING:
    import argparse

EXAMPLES = """\
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


def build(parser: argparse.ArgumentParser) -> None:
    """Add them, in the order in which they are read about."""
    topics(parser)
    programme(parser)
    _what(parser)
    _how(parser)
    _whose(parser)
    _choices(parser)
    parser.add_argument(
        "--output",
        type=Path,
        default=Path("output"),
        metavar="DIR",
        help="where the files go (default: output)",
    )
    content(parser)
    voice(parser)


def _what(parser: argparse.ArgumentParser) -> None:
    """Formats and languages."""
    parser.add_argument(
        "--to",
        action="append",
        choices=("pptx", "pdf", "html", "text"),
        help="a format to build; may be repeated (default: pptx, pdf and html)",
    )
    parser.add_argument(
        "--notes-pages",
        action="store_true",
        help="also write a PDF for the speaker: every slide with its notes",
    )
    parser.add_argument(
        "--lang",
        action="append",
        metavar="CODE",
        help="language; may be repeated: the pages then lead to one another (default: en)",
    )
    parser.add_argument(
        "--with",
        dest="beside",
        metavar="CODE",
        help="a second language, side by side with the first in one handout",
    )


def _how(parser: argparse.ArgumentParser) -> None:
    """The handout's paper, print and fold, and the kind of PDF."""
    parser.add_argument(
        "--paper",
        choices=("letter", "a4"),
        help="paper of handout and notes (default: letter for a clinic in the US, else a4)",
    )
    parser.add_argument(
        "--fillable",
        action="store_true",
        help="make the handout's lines and boxes fields, to type and tick on a screen",
    )
    parser.add_argument(
        "--pdf-ua",
        type=int,
        choices=(1, 2),
        default=1,
        help="the part of PDF/UA, the standard for accessible PDFs: 1 suits every reader, 2 is the "
        "newer one, in PDF 2.0 (default: 1)",
    )
    parser.add_argument(
        "--print",
        dest="profile",
        choices=("standard", "large", "easy-read", "ink-saver"),
        default="standard",
        help="how the handout is set: standard; large (18 points and more, in one column); "
        "easy-read (easy words beside pictures); ink-saver (black and white, to be photocopied)",
    )
    parser.add_argument(
        "--fold",
        choices=("booklet", "brochure"),
        help="print the handout on both sides, flipped on the short edge: booklet (two pages a "
        "side, to be stapled); brochure (one sheet of six panels, the essentials or --only)",
    )


def _whose(parser: argparse.ArgumentParser) -> None:
    """The clinic and its template."""
    parser.add_argument(
        "--clinic",
        metavar="NAME",
        help="a file in clinics/, without .md (default: the only one there)",
    )
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help="your own .potx or .pptx to draw the deck on (default: the clinic's, else ours)",
    )


def _choices(parser: argparse.ArgumentParser) -> None:
    """What is left out, moved or changed, for a group or for one patient."""
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="ID",
        help="keep this section or exercise; may be repeated. Emergency signs always stay",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ID",
        help="leave this section or exercise out; may be repeated",
    )
    parser.add_argument(
        "--order",
        action="append",
        default=[],
        metavar="ID",
        help="put this section or exercise first among its neighbours; repeat for the next",
    )
    parser.add_argument(
        "--dose",
        action="append",
        default=[],
        metavar="'EXERCISE PART: DOSE'",
        help="change reps, sets, hold, time or frequency, or write 'blank' to fill in by hand",
    )
    parser.add_argument(
        "--tailor",
        type=Path,
        metavar="FILE",
        help="a file of choices for one patient, with name and note, for topics that are named; "
        "- reads a pipe",
    )
