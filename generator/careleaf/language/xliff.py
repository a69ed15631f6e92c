"""An XLIFF 2 file in, and out: the segments that translators' programs work on.

OASIS XLIFF 2.1. A file holds one `<file>` for each of ours, a unit one segment. Our ids hold
slashes, which an NMTOKEN may not, so they stand in `name`; marks stay in the text as written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

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
    return (
        f'<unit id="u{number}" name={quoteattr(segment.id)}><segment state="{state}">'
        f'<source xml:space="preserve">{escape(segment.source)}</source>{target}</segment></unit>\n'
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


@dataclass(slots=True)
class _Reader:
    target_language: str = ""
    segments: list[Segment] = field(default_factory=list)
    file: str = ""
    unit: str = ""
    state: str = ""
    parts: dict[str, str] = field(default_factory=dict)
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
                self.unit, self.parts = attributes.get("name", ""), {"source": "", "target": ""}
            case "segment":
                self.state = attributes.get("state", "translated")
            case "source" | "target":
                self.inside = tag
            case _ if self.inside:
                raise XliffError(0, f"<{tag}> inside a text is not understood: keep marks as text")

    def end(self, name: str) -> None:
        namespace, _, tag = name.rpartition(" ")
        if namespace != _NAMESPACE:
            return
        if tag in {"source", "target"}:
            self.inside = ""
        elif tag == "unit":
            segment = Segment(
                file=self.file,
                id=self.unit,
                source=self.parts["source"],
                target=self.parts["target"],
                checked=self.state in _DONE,
            )
            self.segments.append(segment)

    def text(self, words: str) -> None:
        if self.inside:
            self.parts[self.inside] += words
