"""A package of parts in; a zip file with the same bytes on every day and machine out.

Names, relations and content types are put together here, from what python-pptx holds: its own ways
to them look everything up anew each time, a tenth of the time to write a deck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TARGET_MODE
from pptx.opc.spec import default_content_types

from careleaf.write.pptx.packed_part import PackedPart
from careleaf.write.pptx.xml import DECLARATION, text
from careleaf.write.pptx.zip_file import Packed, packed, stored, zip_file

_PACKED = (".png", ".jpeg", ".jpg", ".xlsx")
_TYPES = "[Content_Types].xml"
_HEAD = (_TYPES, "_rels/.rels")


def archive(package: Any, *, potx: bool = False) -> bytes:
    """Content types and package relations first, as readers expect, then parts by name. `potx`
    names it a template, which differs from a presentation in that alone."""
    parts: dict[str, Any] = {}
    _gather(package._rels, parts)
    named: dict[str, bytes | Packed] = {"_rels/.rels": _relations(package._rels, "/").encode()}
    for name, part in parts.items():
        named[name[1:]] = part.packed if isinstance(part, PackedPart) else part.blob
        if part._rels:
            folder, _, file = name.rpartition("/")
            named[f"{folder[1:]}/_rels/{file}.rels"] = _relations(part._rels, folder).encode()
    named[_TYPES] = _content_types(parts, potx=potx).encode()
    return zipped(named)


def _gather(relations: Any, parts: dict[str, Any]) -> None:
    """Every part that can be reached, by its name."""
    for relation in relations._rels.values():
        if relation._target_mode == RELATIONSHIP_TARGET_MODE.EXTERNAL:
            continue
        part = relation._target
        name = str(part.partname)
        if name not in parts:
            parts[name] = part
            _gather(part._rels, parts)


def zipped(named: Mapping[str, bytes | Packed]) -> bytes:
    """Files by name in; a zip with nothing of the machine or the day in it out."""
    order = sorted(named, key=lambda name: (name not in _HEAD, name))
    return zip_file((name, _packed(name, named[name])) for name in order)


def _packed(name: str, data: bytes | Packed) -> Packed:
    if isinstance(data, Packed):
        return data
    return stored(data) if name.endswith(_PACKED) else packed(data)


def _content_types(parts: Mapping[str, Any], *, potx: bool) -> str:
    """Extensions that always mean the same, then all other parts, each by name (ECMA-376 part 2,
    10.1.2.2)."""
    general = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    own: dict[str, str] = {}
    for name, part in parts.items():
        ending, kind = name.rpartition(".")[2].lower(), str(part.content_type)
        if potx and kind == CONTENT_TYPE.PML_PRESENTATION_MAIN:
            kind = CONTENT_TYPE.PML_TEMPLATE_MAIN
        if (ending, kind) in default_content_types:
            general[ending] = kind
        else:
            own[name] = kind
    rows = "".join(f"<{row}/>" for row in (*_defaults(general), *_overrides(own)))
    return f'{DECLARATION}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{rows}</Types>'


def _defaults(kinds: Mapping[str, str]) -> Iterator[str]:
    for ending, kind in sorted(kinds.items()):
        yield f'Default Extension="{text(ending)}" ContentType="{text(kind)}"'


def _overrides(kinds: Mapping[str, str]) -> Iterator[str]:
    for name, kind in sorted(kinds.items()):
        yield f'Override PartName="{text(name)}" ContentType="{text(kind)}"'


def _relations(relations: Any, folder: str) -> str:
    """One part's relations in the order of their ids, seen from the part's folder."""
    rows = "".join(
        _relation(key, relations._rels[key], folder)
        for key in sorted(relations._rels, key=lambda key: (len(key), key))
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{NAMESPACE.OPC_RELATIONSHIPS}">{rows}</Relationships>'
    )


def _relation(key: str, relation: Any, folder: str) -> str:
    external = relation._target_mode == RELATIONSHIP_TARGET_MODE.EXTERNAL
    target = relation._target if external else relative(str(relation._target.partname), folder)
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{relation._reltype}" Target="{text(target)}"{mode}/>'


def relative(name: str, folder: str) -> str:
    """A part's name seen from a folder: the way up to what both share, then down."""
    here = folder.strip("/").split("/") if folder != "/" else []
    there = name.strip("/").split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])
