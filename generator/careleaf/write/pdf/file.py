"""A ReportLab document with everything in it; the bytes of the file out.

ReportLab would write each object by itself and a line about each in a table. Here objects without
a stream stand together in compressed object streams, and the table is a compressed stream too (ISO
32000-1, 7.5.7 and 7.5.8): a tagged handout, which has hundreds of small objects, becomes a third
smaller and is written faster. Hooks into ReportLab 5.1, without any of which no file is written:
`numberToId`, `idToObject`, `idToObjectNumberAndVersion` and `objectcounter` of a document,
`__Defaults__`, `__NoDefault__` and `__Refs__` of its catalogs, `dict_attributes` of resources."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    Destination,
    OutlineEntryObject,
    PDFArray,
    PDFCatalog,
    PDFDestinationXYZ,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import format as reportlab_format

_LEVEL, KEPT_LEVEL = 2, 4
"""Of deflate. What is packed anew for each document takes half the time, and is 4 % larger."""
_TOGETHER = 200
"""Objects in one object stream: a reader that wants one unpacks them all."""
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})
_MARK = b"\n%\xe2\xe3\xcf\xd3\n"
"""Bytes above 127 tell that the file is binary (7.5.2)."""


class Ready(PDFObject):
    """An object whose bytes are known already."""

    __RefOnly__ = 1  # a stream always stands by itself

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, _document: object) -> bytes:
        """Its bytes."""
        return self.data


def packed(entries: str, content: bytes, level: int = _LEVEL) -> bytes:
    """A stream object, its content deflated; `entries` are those of its dictionary."""
    data = zlib.compress(content, level)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    return b"".join((head.encode("latin-1"), data, b"\nendstream"))


def reference(document: Any, entry: PDFObject) -> str:
    """ "12 0 R": an object's number is known as soon as it is registered."""
    name = document.Reference(entry).name
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def registered(document: Any, entry: PDFObject) -> str:
    """The same for a new object that nothing else refers to but by this number: a document has a
    thousand of them."""
    number = document.objectcounter = document.objectcounter + 1
    name = f"R{number}"
    document.idToObjectNumberAndVersion[name] = (number, 0)
    document.numberToId[number] = name
    document.idToObject[name] = entry
    return f"{number} 0 R"


def whole_file(document: Any) -> bytes:
    """The file. The document's fonts, outlines, info and catalog must be in it by now; objects that
    are met while others are written still join."""
    catalog, info = (document.Reference(one) for one in (document.Catalog, document.info))
    bodies = list(_bodies(document))
    root, about = (document.idToObjectNumberAndVersion[one.name][0] for one in (catalog, info))
    major, minor = document._pdfVersion
    digest = hashlib.blake2b(digest_size=16)
    for body in bodies:
        digest.update(body)
    name = digest.hexdigest()
    trailer = f"/Root {root} 0 R /Info {about} 0 R /ID [<{name}> <{name}>]"
    return b"".join(_parts(bodies, f"%PDF-{major}.{minor}".encode() + _MARK, trailer))


def text_string(text: str) -> str:
    """A text as a string object: ASCII as it stands, all else in UTF-16 (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def _spelled(value: object, document: Any) -> str:
    """As ReportLab's `format`, which takes three times as long, for what there is most of."""
    own = _SPELLERS.get(type(value))
    if own:
        return own(value, document)
    formatted: bytes = reportlab_format(value, document)
    return formatted.decode("latin-1")


def _dictionary(value: PDFDictionary, document: Any) -> str:
    entries = [f"{_name(key)} {_spelled(one, document)}" for key, one in value.dict.items()]
    return f"<< {' '.join(entries)} >>"


def _array(value: PDFArray, document: Any) -> str:
    return f"[{' '.join([_spelled(one, document) for one in value.sequence])}]"


def _reference(value: PDFObjectReference, document: Any) -> str:
    number, version = document.idToObjectNumberAndVersion[value.name]
    return f"{number} {version} R"


def _string(value: PDFString, document: Any) -> str:
    if isinstance(value.s, str) and value.enc == "auto":
        return text_string(value.s)
    formatted: bytes = value.format(document)
    return formatted.decode("latin-1")


def _number(value: float, _document: object) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _bookmark(entry: OutlineEntryObject, document: Any) -> str:
    names = ("Parent", "Dest", "Prev", "Next", "First", "Last", "Count")
    values = {name: getattr(entry, name) for name in names}
    known = {name: value for name, value in values.items() if value is not None}
    return _dictionary(PDFDictionary({"Title": PDFString(entry.Title), **known}), document)


def _destination(value: Destination, document: Any) -> str:
    """A place on a page (12.3.2): every bookmark leads to one."""
    to = value.fmt
    if not isinstance(to, PDFDestinationXYZ) or value.page is None:
        formatted: bytes = value.format(document)
        return formatted.decode("latin-1")
    page = _reference(document.Reference(value.page), document)
    place = " ".join(_spelled(one, document) for one in (to.left, to.top, to.zoom))
    return f"[{page} /XYZ {place}]"


def _resources(value: PDFResourceDictionary, document: Any) -> str:
    """What a page's names mean, by kind (7.8.3)."""
    kinds = {name: getattr(value, name) for name in value.dict_attributes}
    known: dict[str, object] = {
        name: PDFDictionary(one) if isinstance(one, dict) else one
        for name, one in kinds.items()
        if one
    }
    if value.ProcSet:
        known["ProcSet"] = PDFArray(value.ProcSet)
    return _dictionary(PDFDictionary(known), document)


_SPELLERS: dict[type, Callable[[Any, Any], str]] = {
    str: lambda value, _: value,
    int: lambda value, _: str(value),
    float: _number,
    PDFDictionary: _dictionary,
    PDFArray: _array,
    PDFObjectReference: _reference,
    PDFString: _string,
    OutlineEntryObject: _bookmark,
    Destination: _destination,
    PDFResourceDictionary: _resources,
}


_name = lru_cache(maxsize=256)(PDFName)


def _bodies(document: Any) -> Iterator[bytes]:
    """Every object in the order of their numbers, which begin at 1 and have no gap."""
    number = 1
    while (name := document.numberToId.get(number)) is not None:
        yield _body(document.idToObject[name], document)
        number += 1


def _body(entry: PDFObject, document: Any) -> bytes:
    if isinstance(entry, Ready):
        return entry.format(document)
    if type(entry) in _SPELLERS:
        return _spelled(entry, document).encode("latin-1")
    if isinstance(entry, PDFCatalog) and type(entry).format is PDFCatalog.format:
        return _spelled(_attributes(entry, document), document).encode("latin-1")
    body: bytes = reportlab_format(entry, document, toplevel=1)
    return body.rstrip(b"\n")


def _attributes(entry: Any, document: Any) -> PDFDictionary:
    """What ReportLab writes of its catalogs and pages: those of their attributes that are set."""
    entry.check_format(document)
    found = {name: getattr(entry, name, default) for name, default in entry.__Defaults__.items()}
    found.update({name: getattr(entry, name, None) for name in entry.__NoDefault__})
    return PDFDictionary(
        {
            name: document.Reference(value) if name in entry.__Refs__ else value
            for name, value in found.items()
            if value is not None
        }
    )


def _parts(bodies: Sequence[bytes], head: bytes, trailer: str) -> Iterator[bytes]:
    """The file in pieces: streams, then object streams, then the table of where all are."""
    yield head
    at = len(head)
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    small: list[int] = []
    for number, body in enumerate(bodies, 1):
        if not body.endswith(b"endstream"):
            small.append(number)
            continue
        places[number] = (1, at, 0)
        piece = _object(number, body)
        yield piece
        at += len(piece)
    number = len(bodies) + 1
    for start in range(0, len(small), _TOGETHER):
        some = small[start : start + _TOGETHER]
        places.update({one: (2, number, place) for place, one in enumerate(some)})
        places[number] = (1, at, 0)
        piece = _object(number, _object_stream(some, bodies))
        yield piece
        at += len(piece)
        number += 1
    places[number] = (1, at, 0)
    yield _object(number, _table([places[one] for one in range(number + 1)], trailer))
    yield f"startxref\n{at}\n%%EOF\n".encode()


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _object_stream(numbers: Sequence[int], bodies: Sequence[bytes]) -> bytes:
    """First each number with where its object begins, then the objects (7.5.7)."""
    places: list[str] = []
    at = 0
    for number in numbers:
        places.append(f"{number} {at}")
        at += len(bodies[number - 1]) + 1
    head = " ".join(places).encode() + b"\n"
    content = head + b"\n".join(bodies[number - 1] for number in numbers)
    return packed(f"/Type /ObjStm /N {len(numbers)} /First {len(head)}", content)


def _table(places: Sequence[tuple[int, int, int]], trailer: str) -> bytes:
    """A cross-reference stream: kind in one byte, place in four, the rest in two (7.5.8)."""
    rows = b"".join(
        kind.to_bytes(1) + place.to_bytes(4) + rest.to_bytes(2) for kind, place, rest in places
    )
    return packed(f"/Type /XRef /Size {len(places)} /W [1 4 2] {trailer}", rows)
