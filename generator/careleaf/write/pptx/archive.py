"""A package of parts in; a zip file with the same bytes on every day and machine out."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.packuri import CONTENT_TYPES_URI
from pptx.opc.serialized import _ContentTypesItem

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name."""

_PACKED = (".png", ".jpeg", ".jpg")
_HEAD = ("[Content_Types].xml", "_rels/.rels")


def archive(package: Any) -> bytes:
    """Content types and package relations first, as readers expect, then parts by name."""
    parts = tuple(package.iter_parts())
    named: dict[str, bytes] = {
        CONTENT_TYPES_URI[1:]: serialize_part_xml(_ContentTypesItem.xml_for(parts)),
        "_rels/.rels": package._rels.xml,
    }
    for part in parts:
        named[str(part.partname)[1:]] = part.blob
        if part.rels:
            named[str(part.partname.rels_uri)[1:]] = part.rels.xml
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in sorted(named, key=lambda name: (name not in _HEAD, name)):
            file.writestr(_entry(name), named[name])
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 0
    info.external_attr = 0o600 << 16
    info.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    return info
