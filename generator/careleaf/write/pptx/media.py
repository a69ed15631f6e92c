"""A picture that is placed on a slide in; its `a:blip`, and one part for each picture, out.

A drawing is two parts: the SVG, and the PNG that a program without SVG shows in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from careleaf.figure.twins import Twins
from careleaf.model.art import Drawing
from careleaf.model.deck import Illustration, Image
from careleaf.write.pptx.palette import Palette

Illustrator = Callable[[Drawing, str], Twins]
"""A drawing whose paints are all "#rrggbb", and its ground as such, in; its two files out."""

_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg", "image/svg+xml": "svg"}

_SVG_BLIP = (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'r:embed="%s"/></a:ext></a:extLst>'
)
"""[MS-ODRAWXML] 2.7.1: newer programs show this SVG in place of the picture around it."""


class Media:
    """The pictures of one package. The same picture, used again, is the same part."""

    def __init__(self, package: Any, palette: Palette, illustrate: Illustrator) -> None:
        self._package = package
        self._palette = palette
        self._illustrate = illustrate
        self._parts: dict[bytes, Part] = {}
        self._taken = {str(part.partname) for part in package.iter_parts()}
        """Names of the parts that a clinic's template brings along."""
        self._pairs: dict[tuple[Drawing, str], tuple[Part, Part]] = {}

    def blip(self, slide: Any, shown: Image | Illustration) -> str:
        """`a:blip`; the slide's part is related to what it names."""
        if isinstance(shown, Image):
            part = self._part(shown.picture.data, shown.picture.mime)
            return f'<a:blip r:embed="{_relation(slide, part)}"/>'
        png, svg = (_relation(slide, part) for part in self._pair(shown))
        return f'<a:blip r:embed="{png}">{_SVG_BLIP % svg}</a:blip>'

    def _pair(self, shown: Illustration) -> tuple[Part, Part]:
        """PNG and SVG."""
        key = shown.drawing, shown.ground
        pair = self._pairs.get(key)
        if pair is None:
            ground = self._palette.theme.colour(shown.ground)
            twins = self._illustrate(self._palette.painted(*key), ground)
            png, svg = self._part(twins.png, "image/png"), self._part(twins.svg, "image/svg+xml")
            pair = self._pairs[key] = png, svg
        return pair

    def _part(self, data: bytes, mime: str) -> Part:
        part = self._parts.get(data)
        if part is None:
            name = self._free_name(_ENDINGS[mime])
            part = self._parts[data] = Part(name, mime, self._package, data)
        return part

    def _free_name(self, ending: str) -> PackURI:
        number = len(self._parts) + 1
        while (name := f"/ppt/media/image{number}.{ending}") in self._taken:
            number += 1
        self._taken.add(name)
        return PackURI(name)


def _relation(slide: Any, part: Part) -> str:
    return str(slide.relate_to(part, RELATIONSHIP_TYPE.IMAGE))
