"""A Markdown table under a caption in; a table out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.blocks.content import grid
from careleaf.blocks.field import text
from careleaf.blocks.prose import Grid
from careleaf.blocks.spec import Made, Parsed, Spec


def _make(parsed: Parsed) -> Made:
    table, problems = grid(parsed, "table", low=2, high=5, example="| Test | What it shows |")
    caption = parsed.drafts.get("argument", ())
    made = replace(table, at=parsed.at, caption=caption, media=parsed.media)
    return made, tuple(problems)


SPEC = Spec(
    name=Grid.called,
    make=_make,
    argument=text("What each scan shows", required=True),
    argument_is_line=True,
    summary="Two to five columns under a caption. The first column names the row.",
    starts=(
        "| Write here: what | Write here: what it means |",
        "| --- | --- |",
        "| Write here: a name | Write here: a few words |",
    ),
)
