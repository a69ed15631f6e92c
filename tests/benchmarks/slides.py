"""The real topic's deck in; processor time of our slide writer and of python-pptx's own calls for
the same slides, and how it grows with their number, as JSON, out.

python -m tests.benchmarks.slides 7

Milliseconds of one process, warm. Both write the same 20 slides with notes, a table and four
figures; template and PNG twins are made beforehand. `few` and `many` are ours for one slide, out of
20 and of 500.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from careleaf.compose.deck import compose_deck
from careleaf.compose.manuscript import manuscript
from careleaf.figure.painted import painted
from careleaf.figure.twins import twins
from careleaf.language import language
from careleaf.model.deck import Deck, Group, Illustration, Placed, PlacedTable, Slide
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.read import read_library, read_topic
from careleaf.theme import default_theme
from careleaf.write.pptx import write
from tests.benchmarks.plain import plain
from tests.benchmarks.warm import TOPIC

FEW, MANY = 20, 500
FIGURES = 4


def main(rounds: int) -> None:
    """The two in turn, so that a busy moment strikes both."""
    theme, english = default_theme(), language("en-US")
    deck = _deck()
    few = replace(deck, slides=_mixed(deck))
    many = replace(deck, slides=_repeated(deck.slides, MANY))
    drawn = lru_cache(twins)
    template, _ = write(replace(few, slides=()), theme, english, drawn)

    def ours() -> object:
        return write(few, theme, english, drawn)

    def png(shown: Illustration) -> bytes:
        picture = painted(shown.drawing, theme.colour, shown.ground)
        return drawn(picture, theme.colour(shown.ground)).png

    def theirs() -> object:
        return plain(few, theme, template, png)

    pairs = [(_cost(ours), _cost(theirs)) for _ in range(rounds + 1)][1:]
    grown = [_cost(lambda: write(many, theme, english, drawn)) for _ in range(3)]
    found = {
        "ours": [mine for mine, _ in pairs],
        "theirs": [their for _, their in pairs],
        "few": min(mine for mine, _ in pairs) / FEW,
        "many": min(grown) / MANY,
    }
    print(json.dumps(found))


def _cost(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


def _deck() -> Deck:
    """The real topic's, composed as a build composes it."""
    folder, spoken = Path("content"), language("en-US")
    library, _, _, _ = read_library(folder, "en")
    path = folder / "topics" / TOPIC / "en.md"
    topic, _ = read_topic(
        str(path), path.read_bytes(), topic_id=TOPIC, language="en", folder=path.parent
    )
    if topic is None:
        sys.exit("the topic cannot be read, so there is nothing to time")
    ready, _ = manuscript(
        topic,
        Medium.DECK,
        library=library,
        clinic=library.clinics["example"],
        language=spoken,
        tailoring=Tailoring(),
    )
    return compose_deck(ready, default_theme(), spoken)[0]


def _mixed(deck: Deck) -> tuple[Slide, ...]:
    """A table, slides with figures up to four, and the first others, in the deck's order."""
    table = next(slide for slide in deck.slides if _count(slide.shapes, PlacedTable))
    chosen, figures = [table], 0
    for slide in deck.slides:
        found = _count(slide.shapes, Illustration)
        if found and figures + found <= FIGURES and slide is not table:
            chosen.append(slide)
            figures += found
    others = (s for s in deck.slides if s not in chosen and not _count(s.shapes, Illustration))
    chosen += list(others)[: FEW - len(chosen)]
    if len(chosen) < FEW:
        sys.exit(f"the deck has too few slides without figures: {len(chosen)}")
    return tuple(slide for slide in deck.slides if slide in chosen)


def _count(shapes: tuple[Placed, ...], kind: type) -> int:
    return sum(
        _count(shape.shapes, kind) if isinstance(shape, Group) else isinstance(shape, kind)
        for shape in shapes
    )


def _repeated(slides: tuple[Slide, ...], count: int) -> tuple[Slide, ...]:
    """The slides again and again, each with a title and anchors of its own."""
    return tuple(
        replace(slides[n % len(slides)], title=f"{slides[n % len(slides)].title} {n}", anchors=())
        for n in range(count)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
