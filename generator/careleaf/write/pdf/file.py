"""A ReportLab document with everything in it; the bytes of the file out.

ReportLab would write each object by itself and a line about each in a table. Here objects without
a stream stand together in compressed object streams, and the table is a compressed stream too (ISO
32000-1, 7.5.7 and 7.5.8): a tagged handout, which has hundreds of small objects, becomes a third
smaller and is written faster."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.pdfdoc import format as spelled

_LEVEL = 6
"""Of deflate: what is packed once for each document."""
_TOGETHER = 200
"""Objects in one object stream: a reader that wants one unpacks them all."""
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


def _bodies(document: Any) -> Iterator[bytes]:
    """Every object in the order of their numbers, which begin at 1 and have no gap."""
    number = 1
    while (name := document.numberToId.get(number)) is not None:
        yield spelled(document.idToObject[name], document, toplevel=1).rstrip(b"\n")
        number += 1


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
