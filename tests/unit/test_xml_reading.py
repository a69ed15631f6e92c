"""XML from others: what no parser may meet is refused in words, at its line."""

from __future__ import annotations

import pytest

from careleaf.figure.svg import DrawingError, parse_svg
from careleaf.language.xliff import XliffError, parse_xliff
from careleaf.xml_reading import XmlError, read_xml

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9L9 0Z"/></svg>'
XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es">'
    '<file id="f1" original="t"><unit id="u1" name="t/a"><segment state="final"><source>Caf\u00e9'
    "</source><target>Caf\u00e9</target></segment></unit></file></xliff>"
)


def declared(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n'


@pytest.mark.parametrize(
    "encoding",
    ["foo", "Shift_JIS", "EUC-JP", "GB18030", "utf-7", "hex", "rot13", "idna", "unicode_escape"],
)
def test_an_encoding_that_cannot_be_read_is_a_mistake_in_the_file(encoding: str) -> None:
    with pytest.raises(DrawingError, match="UTF-8") as drawing:
        parse_svg((declared(encoding) + SVG).encode())
    assert drawing.value.line == 1
    with pytest.raises(XliffError, match="UTF-8") as texts:
        parse_xliff((declared(encoding) + XLIFF).encode())
    assert texts.value.line == 1


@pytest.mark.parametrize(
    "encoding", ["UTF-8", "utf-16", "ISO-8859-1", "ISO-8859-15", "windows-1252"]
)
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert parse_svg((declared(encoding) + SVG).encode(encoding)).paths
    language, (segment,) = parse_xliff((declared(encoding) + XLIFF).encode(encoding))
    assert (language, segment.target) == ("es", "Caf\u00e9")


@pytest.mark.parametrize(
    "inside", ['<!ENTITY b "b">', '<!ENTITY b SYSTEM "file:///etc/hostname">', ""]
)
def test_entities_and_document_types_are_refused(inside: str) -> None:
    kind = f"\n<!DOCTYPE svg [{inside}]>" if inside else "\n<!DOCTYPE svg>"
    with pytest.raises(DrawingError, match="a document type or entity is not allowed") as drawing:
        parse_svg((kind.strip() + SVG).encode())
    assert drawing.value.line == 1
    with pytest.raises(XliffError, match="a document type is not allowed"):
        parse_xliff((kind.strip() + XLIFF).encode())


def test_broken_xml_is_told_at_its_line() -> None:
    with pytest.raises(DrawingError, match="broken XML: ") as drawing:
        parse_svg(b'<svg viewBox="0 0 1 1">\n<path\n</svg>')
    assert drawing.value.line == 3
    with pytest.raises(XliffError, match="broken XML: ") as texts:
        parse_xliff(b"<xliff>\n\n</xlif>")
    assert texts.value.line == 3


def test_an_entity_is_refused_even_where_a_document_type_is_not() -> None:
    told: list[object] = []
    with pytest.raises(XmlError, match="entity is not allowed"):
        read_xml(
            b'<!DOCTYPE a [\n<!ENTITY b "b">]><a>&b;</a>',
            start=lambda name, _: told.append(name),
            end=told.append,
            text=told.append,
            doctype=lambda *_: None,
            mistakes=(),
        )
    assert told == []
