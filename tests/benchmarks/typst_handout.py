"""What a leaflet says in; the same as a Typst source, and what compiles it, out.

Kind to Typst: its source and SVG files are made beforehand, and one compiler stays open with its
fonts loaded and whatever it remembers of the documents before. It writes PDF/UA-1, as ours is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import typst

from careleaf.theme.fontfiles import FONT_FOLDER
from tests.benchmarks.told import Said, Shown, Told

Svg = Callable[[Shown], bytes]

_HEAD = """\
#set document(title: "{title}", date: none)
#set page("us-letter", margin: 54pt, header: text(9pt)[{title}],
  footer: context text(9pt)[{foot} #h(1fr) Page #counter(page).display() of \
#counter(page).final().first()])
#set text(font: "Atkinson Hyperlegible Next", size: 12pt, lang: "{language}")
#set par(leading: 0.5em)
"""
_SPECIAL = re.compile(r"([\\#*_`$<>@=\-+/\[\]~'\"])")


class Setter:
    """One warm compiler, and the folder with its pictures."""

    def __init__(self, folder: Path, svg: Svg) -> None:
        self._folder = folder
        self._svg = svg
        self._names: dict[int, str] = {}
        self._kept: list[Shown] = []
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(FONT_FOLDER)],
        )
        self._compiler = typst.Compiler(root=str(folder), font_paths=fonts)

    def source(self, said: Told, title: str, foot: str, language: str) -> bytes:
        """The Typst program of it."""
        head = _HEAD.format(title=title, foot=foot, language=language.partition("-")[0])
        return (head + "\n".join(self._blocks(said)) + "\n").encode()

    def pdf(self, source: bytes) -> bytes:
        """The PDF of a source."""
        found = self._compiler.compile(input=source, format="pdf", pdf_standards=["ua-1"])
        if not isinstance(found, bytes):
            raise TypeError("one document makes one file")
        return found

    def _blocks(self, said: Told) -> Iterator[str]:
        if said.tag == "L":
            yield from self._list(said)
            return
        if said.tag == "Table":
            yield self._table(said)
            return
        if said.said:
            level = int(said.tag[1]) if re.fullmatch("H[1-6]", said.tag) else 0
            words = _markup(said.said)
            yield f"#heading(level: {level})[{words}]" if level else f"\n{words}\n"
        if said.shown:
            yield self._picture(said.shown)
        for kid in said.kids:
            yield from self._blocks(kid)

    def _list(self, said: Told) -> Iterator[str]:
        entries = [kid for kid in said.kids if kid.tag == "LI"]
        numbered = any(entry.label[:1].isdigit() for entry in entries)
        kind = "enum" if numbered else "list"
        items = []
        for entry in entries:
            parts = [kid for kid in entry.kids if kid.tag != "Lbl"]
            inside = "\n".join(block for part in parts for block in self._blocks(part))
            items.append(f"[{_markup(entry.said)}{inside.strip()}]")
        yield f"#{kind}({', '.join(items)})"

    def _table(self, said: Told) -> str:
        rows = [row for row in said.rows() if row.kids]
        columns = max(len(row.kids) for row in rows)
        head, *rest = [[f"[{_markup(cell.said)}]" for cell in row.kids] for row in rows]
        cells = [f"table.header({', '.join(head)})", *(cell for row in rest for cell in row)]
        caption = "".join(_markup(kid.said) for kid in said.kids if kid.tag == "Caption")
        return f"\n{caption}\n#table(columns: {columns}, {', '.join(cells)})"

    def _picture(self, shown: Shown) -> str:
        name = self._names.get(id(shown.art))
        if name is None:
            self._kept.append(shown)  # so that no other picture can have its id
            name = self._names[id(shown.art)] = f"figure{len(self._names) + 1}.svg"
            (self._folder / name).write_bytes(self._svg(shown))
        alt = shown.alt.replace('"', "'") or "A picture"
        return f'#image("{name}", width: {shown.width:.2f}pt, alt: "{alt}")'


def _markup(said: tuple[Said, ...]) -> str:
    return "".join(map(_span, said))


def _span(said: Said) -> str:
    words = _SPECIAL.sub(r"\\\1", said.text)
    if said.bold:
        words = f"#strong[{words}]"
    if said.link and not said.link.startswith("#"):
        words = f'#link("{said.link}")[{words}]'
    return words
