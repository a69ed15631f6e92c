"""The bytes of an XML file from others in; its elements and words, told one by one, out.

Nothing beyond the bytes is ever read: expat fetches nothing by itself, and document types and
entities are left to `doctype`, which refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

_ENCODINGS = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-(?:[1-9]|1[013-6])|windows-125[0-8]", re.IGNORECASE
)
"""What expat reads, by itself or by a table of 256 characters. Python's lookup of any other name
would end in errors of many kinds."""


class XmlError(ValueError):
    """The file cannot be read; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def read_xml(
    data: bytes,
    *,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    doctype: Callable[[str, str | None, str | None, bool], None],
    mistakes: tuple[type[ValueError], ...],
) -> None:
    """Tell elements (the name space, a blank and the name), their words and a document type (name,
    system and public identifier, and whether it defines anything itself) in the order of the file.

    Raises XmlError for broken XML, an encoding that cannot be read, an entity, and the `mistakes`
    that those who are told raise.
    """
    refused: tuple[type[ValueError], ...] = (XmlError, *mistakes)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = _declared
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = _refuse_entity
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"broken XML: {expat.ErrorString(error.code)}"
        raise XmlError(error.lineno, message) from None
    except refused as error:
        raise XmlError(parser.CurrentLineNumber, str(error)) from None


def _declared(_: str, encoding: str | None, __: int) -> None:
    if encoding is not None and not _ENCODINGS.fullmatch(encoding):
        raise XmlError(1, f"the encoding '{encoding}' is not read: save the file as UTF-8")


def _refuse_entity(*_: object) -> None:
    raise XmlError(1, "a document type or entity is not allowed")
