"""Nothing in; the list of human figures, one sheet that shows them all, or one of them, out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from careleaf.figure.pose import names, pose
from careleaf.model.art import Drawing, Pose
from careleaf.theme import Theme
from careleaf.theme.icons import icon

_SCALE, _GAP, _WORDS, _MARGIN, _WIDE = 1.6, 28.0, 34.0, 32.0, 1480.0
_LETTER = 9.5
"""Room for a letter of a name below its figure."""
_STYLE = "font-family:Carlito,Calibri,sans-serif;font-size:18px"


def records() -> list[dict[str, object]]:
    """Of each figure: name, title, how many drawings, and its description."""
    return [
        {"name": one.name, "title": one.title, "drawings": len(one.frames), "alt": one.alt}
        for one in map(pose, names())
    ]


def sheet(theme: Theme) -> str:
    """An SVG file with every drawing at one scale, on the tint of a slide's stage."""
    rows = list(_rows([pose(name) for name in names()]))
    parts: list[str] = []
    y = _MARGIN
    for row in rows:
        height = max(_scaled(frame) for one in row for frame in one.frames)
        parts += _row(row, y + height, theme)
        y += height + _WORDS + _GAP
    surface, ink = theme.colour("tint"), theme.colour("ink")
    size = f"{_WIDE:g} {y:.0f}"
    wide, high = size.split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{wide}" '
        f'height="{high}" style="color:{surface};{_STYLE}"><title>Careleaf figures</title>'
        f'<rect width="100%" height="100%" fill="{surface}"/>'
        f'<g fill="{ink}">{"".join(parts)}</g></svg>\n'
    )


def figure_picture(name: str, theme: Theme) -> str:
    """An SVG file of one figure, its drawings side by side. Raises `UnknownPoseError`."""
    one = pose(name)
    high = max(frame.height for frame in one.frames)
    x = 0.0
    parts: list[str] = []
    for frame in one.frames:
        place = f"translate({x:.1f} {high - frame.height:.1f})"
        parts.append(f'<g transform="{place}">{_paths(frame, theme)}</g>')
        x += frame.width + _GAP
    return _file(x - _GAP, high, "".join(parts), theme)


def icon_picture(name: str, theme: Theme) -> str:
    """An SVG file of one icon. Raises `UnknownIconError`."""
    drawing = icon(name)
    return _file(drawing.width, drawing.height, _paths(drawing, theme), theme)


def _file(wide: float, high: float, inner: str, theme: Theme) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'width="{wide:g}" height="{high:g}" color="{theme.colour("ink")}">{inner}</svg>\n'
    )


def _paths(drawing: Drawing, theme: Theme) -> str:
    from careleaf.write.html.vector import paths

    return paths(drawing, theme)


def _scaled(frame: Drawing) -> float:
    return frame.height * _SCALE


def _width(one: Pose) -> float:
    drawn = sum(frame.width * _SCALE + _GAP for frame in one.frames)
    return max(drawn, len(one.name) * _LETTER + _GAP)


def _rows(poses: list[Pose]) -> Iterator[list[Pose]]:
    """As many poses beside one another as there is room for."""
    row: list[Pose] = []
    for one in poses:
        if row and sum(map(_width, [*row, one])) > _WIDE - 2 * _MARGIN:
            yield row
            row = []
        row.append(one)
    yield row


def _row(row: list[Pose], base: float, theme: Theme) -> Iterator[str]:
    start = _MARGIN
    for one in row:
        yield f'<text x="{start:g}" y="{base + 26:.1f}">{escape(one.name)}</text>'
        x = start
        for frame in one.frames:
            place = f"translate({x:.1f} {base - _scaled(frame):.1f}) scale({_SCALE})"
            yield f'<g transform="{place}">{_paths(frame, theme)}</g>'
            x += frame.width * _SCALE + _GAP
        start += _width(one)
