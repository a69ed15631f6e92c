"""A laid-out leaflet in; what it says, as a plain tree of words and pictures, out.

What other programs are given to set: the words of our own structure tree in reading order, so that
nobody can have fewer. Looks (panels, icons, boxes to tick) are left out, which is kind to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from careleaf.model.art import Art
from careleaf.text import TextRun
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import ArtMark, Crowd, Group, Ink, Mark, TextLine
from careleaf.write.pdf.structure import Content, Element

_INLINE = frozenset({"Span", "Link"})
_BOLD = 600


class Said(Struct, frozen=True):
    """Words in one weight; `link` is where they lead."""

    text: str
    bold: bool = False
    link: str | None = None


class Shown(Struct, frozen=True):
    """A picture, as wide and as high as it is drawn, in points."""

    art: Art
    width: float
    height: float
    alt: str


class Told(Struct, frozen=True):
    """A structure element: its tag, its own words, its picture, and the elements inside."""

    tag: str
    said: tuple[Said, ...] = ()
    shown: Shown | None = None
    kids: tuple[Told, ...] = ()

    @property
    def label(self) -> str:
        """What marks a list's entry: "1." or a bullet."""
        return "".join(one.text for kid in self.kids if kid.tag == "Lbl" for one in kid.said)

    def rows(self) -> Iterator[Told]:
        """Those of a table, whatever groups them."""
        for kid in self.kids:
            if kid.tag == "TR":
                yield kid
            else:
                yield from kid.rows()


def told(laid_out: LaidOut) -> Told:
    """All that is content; running heads are none."""
    words: dict[Content, list[Said]] = {}
    arts: dict[Content, ArtMark] = {}
    for page in laid_out.pages:
        for standing in page.standings:
            for mark in _flat(standing.box.marks):
                if isinstance(mark, ArtMark) and mark.content:
                    arts[mark.content] = mark
                elif isinstance(mark, TextLine):
                    for content, said in _said(mark):
                        words.setdefault(content, []).append(said)
    return _element(laid_out.root, words, arts)


def pictures(said: Told) -> Iterator[Shown]:
    """All that it shows, in order."""
    if said.shown:
        yield said.shown
    for kid in said.kids:
        yield from pictures(kid)


def _flat(marks: Iterable[Mark]) -> Iterator[TextLine | ArtMark]:
    for mark in marks:
        if isinstance(mark, Group) and not mark.artifact:
            yield from _flat(mark.marks)
        elif isinstance(mark, TextLine | ArtMark):
            yield mark
        elif isinstance(mark, Crowd):
            raise NotImplementedError("people in rows are no picture file")


def _said(mark: TextLine) -> Iterator[tuple[Content, Said]]:
    for piece in mark.line.pieces:
        run = piece.part
        if isinstance(run, TextRun) and isinstance(run.mark, Ink) and run.mark.content:
            text = piece.shaped.text if piece.shaped else ""
            content = run.mark.content
            space = " " if piece.space else ""
            yield content, Said(text + space, run.weight >= _BOLD, content.element.link)


def _element(
    element: Element, words: dict[Content, list[Said]], arts: dict[Content, ArtMark]
) -> Told:
    own = list(_own(element, words))
    kids = [kid for kid in element.kids if isinstance(kid, Element) and kid.tag not in _INLINE]
    drawn = [arts[kid] for kid in element.kids if isinstance(kid, Content) and kid in arts]
    mark = drawn[0] if drawn else None
    shown = Shown(mark.art, mark.width, mark.height, element.alt or "") if mark else None
    inside = tuple(_element(kid, words, arts) for kid in kids)
    return Told(element.tag, tuple(_joined(own)), shown, inside)


def _own(element: Element, words: dict[Content, list[Said]]) -> Iterator[Said]:
    for kid in element.kids:
        if isinstance(kid, Content):
            yield from words.get(kid, ())
        elif kid.tag in _INLINE:
            yield from _own(kid, words)


def _joined(said: Iterable[Said]) -> Iterator[Said]:
    """Neighbours of one look as one."""
    last: Said | None = None
    for one in said:
        if last and (last.bold, last.link) == (one.bold, one.link):
            last = Said(last.text + one.text, one.bold, one.link)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
