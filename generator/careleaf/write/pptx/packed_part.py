"""A part's XML in; the part of a package, its bytes packed at once, out."""

from __future__ import annotations

from pptx.opc.package import Part

from careleaf.write.pptx.zip_file import Packed, packed, stored, unpacked


class PackedPart(Part):
    """Slides and notes are most of a deck's bytes; packed they take a seventh of the memory until
    the file is written."""

    packed: Packed = stored(b"")

    @property
    def blob(self) -> bytes:
        """As python-pptx asks for a part's bytes."""
        return unpacked(self.packed)

    @blob.setter
    def blob(self, data: bytes) -> None:
        self.packed = packed(data)
