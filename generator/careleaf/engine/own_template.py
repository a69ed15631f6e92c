"""A path in; our own slide layouts there, as a PowerPoint template to make one's own of, out."""

from __future__ import annotations

from pathlib import Path

from careleaf.engine.files import refuse_old, write_whole
from careleaf.language import language


def own_template(path: Path) -> Path:
    """Write it. Raises RefusedError for another ending and for a file that is there already, since
    a designer's work may be in it; CareleafError where the disk or the rights say no."""
    refuse_old(path, ".pptx", ".potx")
    from careleaf.compose.deck.layouts import LAYOUTS
    from careleaf.model.deck import Template
    from careleaf.theme import default_theme
    from careleaf.write.pptx import write_template

    own = Template(layouts=LAYOUTS)
    data = write_template(own, default_theme(), language("en"), potx=path.suffix.lower() == ".potx")
    write_whole(path, data)
    return path
