"""An XLIFF 2 file in, and out: the segments that translators' programs work on.

OASIS XLIFF 2.1. A file holds one `<file>` for each of ours, a unit one segment. Our ids hold
slashes, which an NMTOKEN may not, so they stand in `name`; marks stay in the text as written."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct, field

from careleaf.language.po import has_words
from careleaf.xml_reading import XmlError, read_xml

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_DONE = frozenset({"translated", "reviewed", "final"})


class Segment(Struct, frozen=True, kw_only=True):
    """One unit. `target` is empty where there is no translation; `checked`: no one has doubts."""

    file: str
    id: str
    source: str
    target: str = ""
    checked: bool = True
    note: str = ""
    """What whoever translates it must know."""


class XliffError(ValueError):
    """Not a file of this form; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def write_xliff(segments: Iterable[Segment], source: str, target: str) -> str:
    """The whole file; `source` and `target` are language codes."""
    by_file: dict[str, list[Segment]] = {}
    for segment in segments:
        by_file.setdefault(segment.file, []).append(segment)
    files = "".join(_file(n, name, some) for n, (name, some) in enumerate(by_file.items(), 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{_NAMESPACE}" version="2.1" srcLang={quoteattr(source)} '
        f"trgLang={quoteattr(target)}>\n{files}</xliff>\n"
    )


def _file(number: int, name: str, segments: list[Segment]) -> str:
    units = "".join(_unit(n, segment) for n, segment in enumerate(segments, 1))
    return f'<file id="f{number}" original={quoteattr(name)}>\n{units}</file>\n'


def _unit(number: int, segment: Segment) -> str:
    state = "initial"
    target = ""
    if segment.target:
        state = "translated" if segment.checked else "initial"
        target = f'<target xml:space="preserve">{escape(segment.target)}</target>'
    note = f"<notes><note>{escape(segment.note)}</note></notes>" if segment.note else ""
    return (
        f'<unit id="u{number}" name={quoteattr(segment.id)} canResegment="no">{note}'
        f'<segment state="{state}"><source xml:space="preserve">{escape(segment.source)}</source>'
        f"{target}</segment></unit>\n"
    )


def parse_xliff(data: bytes) -> tuple[str, list[Segment]]:
    """The target language and all segments. Document types are refused, so that nothing outside
    the file is read. Raises XliffError."""
    reader = _Reader()
    try:
        read_xml(
            data,
            start=reader.start,
            end=reader.end,
            text=reader.text,
            doctype=reader.refuse,
            mistakes=(XliffError,),
        )
    except XmlError as error:
        raise XliffError(error.line, error.message) from None
    if not reader.target_language:
        raise XliffError(1, "this is not XLIFF 2 with a target language (trgLang)")
    return reader.target_language, reader.segments


class _Part(Struct):
    """A segment, or what stands between two of them (`ignorable`)."""

    segment: bool
    state: str
    source: str = ""
    target: str = ""

    @property
    def words(self) -> str:
        """What it gives to the translation."""
        return self.target if self.segment or self.target else self.source


class _Reader(Struct):
    target_language: str = ""
    segments: list[Segment] = field(default_factory=list)
    file: str = ""
    unit: str = ""
    parts: list[_Part] = field(default_factory=list)
    open: bool = False
    """Inside a segment: texts elsewhere are suggestions of a program (`<mtc:match>`)."""
    inside: str = ""

    def refuse(self, *_: object) -> None:
        raise XliffError(0, "a document type is not allowed")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if namespace != _NAMESPACE:
            return
        match tag:
            case "xliff":
                self.target_language = attributes.get("trgLang", "")
            case "file":
                self.file = attributes.get("original", "")
            case "unit":
                self.unit, self.parts = attributes.get("name", ""), []
            case "segment" | "ignorable":
                self.open = True
                self.parts.append(_Part(tag == "segment", attributes.get("state", "initial")))
            case "source" | "target" if self.open:
                self.inside = tag
                if "order" in attributes:
                    raise XliffError(0, "segments in another order are not understood")
            case _ if self.inside:
                raise XliffError(0, f"<{tag}> inside a text is not understood: keep marks as text")

    def end(self, name: str) -> None:
        namespace, _, tag = name.rpartition(" ")
        if namespace != _NAMESPACE:
            return
        if tag in {"source", "target"}:
            self.inside = ""
        elif tag in {"segment", "ignorable"}:
            self.open = False
        elif tag == "unit":
            self.segments.append(self._joined())

    def _joined(self) -> Segment:
        """The unit, which a translator's program may have cut into segments. Half a translation is
        none; one segment in doubt puts all in doubt."""
        real = [part for part in self.parts if part.segment]
        whole = len(real) < 2 or all(has_words(one.target) for one in real if has_words(one.source))
        return Segment(
            file=self.file,
            id=self.unit,
            source="".join(part.source for part in self.parts),
            target="".join(part.words for part in self.parts) if whole else "",
            checked=all(part.state in _DONE for part in real),
        )

    def text(self, words: str) -> None:
        if self.inside == "source":
            self.parts[-1].source += words
        elif self.inside:
            self.parts[-1].target += words
