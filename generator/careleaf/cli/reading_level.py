"""How hard topics are to read in; a short table for a terminal out.

No number stands without the name of its formula: by another one the same text is grades apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careleaf.check.readability import Measured, Stretch
from careleaf.source import Source, Span

_NAME = 26
"""Columns for the name of a topic or section."""
MOST_ROWS = 20
"""Topics of a language that are listed; of more, the hardest."""
_CUT = 60
"""Characters of a sentence that are shown: enough to know it by."""


def reading_level(
    measured: Sequence[Measured], sources: Mapping[str, Source], *, closely: bool
) -> str:
    """One line for each topic; `closely` adds its sections, hardest sentences and longest words."""
    lines: list[str] = []
    by_formula = [one for one in measured if one.formulas]
    for language in dict.fromkeys(one.language for one in by_formula):
        group = [one for one in by_formula if one.language == language]
        lines += _group(group, sources, closely=closely)
    others = dict.fromkeys(one.language for one in measured if not one.formulas)
    return "\n".join([*lines, *_unmeasured(list(others))])


def _unmeasured(languages: Sequence[str]) -> Iterator[str]:
    if languages:
        codes = ", ".join(f"'{code}'" for code in languages)
        readers = "this language" if len(languages) == 1 else "these languages"
        yield f"Reading level in {codes}: not measured. careleaf knows no formula"
        yield f"that was held against readers of {readers}. Let some of them read the text."


def _group(
    group: Sequence[Measured], sources: Mapping[str, Source], *, closely: bool
) -> Iterator[str]:
    formulas = group[0].formulas
    names = [formula.name for formula in formulas]
    head = ["Reading level".ljust(_NAME), "words", "sentences", *names]
    yield "  ".join(head)
    # Nobody reads a thousand lines: the hardest show whether there is something to do.
    way = -1 if formulas[0].grade else 1
    ranked = sorted(group, key=lambda one: way * (one.whole.scores or (0.0,))[0])
    for one in group if len(group) <= MOST_ROWS else ranked[:MOST_ROWS]:
        yield _row(one.topic, one.whole, names)
        if closely:
            yield from (_row(f"  {section.name}", section, names) for section in one.sections)
            yield from _hardest(one, sources)
            yield from _density(one)
    if len(group) > MOST_ROWS:
        yield f"{len(group) - MOST_ROWS:,} more are easier. All of them: --report FILE.html"
    unit = "School grades: less is easier" if formulas[0].grade else "Points: more is easier"
    yield f"{unit}. List items and headings count as sentences."


def _row(name: str, stretch: Stretch, names: Sequence[str]) -> str:
    shown = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
    cells = [shown.ljust(_NAME), f"{stretch.counts.words:>5}", f"{stretch.counts.sentences:>9}"]
    # Without a word there is nothing to score.
    scores = [_grade(score) for score in stretch.scores] or ["none"] * len(names)
    cells += [score.rjust(len(title)) for title, score in zip(names, scores, strict=True)]
    return "  ".join(cells)


def _grade(score: float) -> str:
    """With one decimal, and no "-0.0"."""
    return f"{round(score, 1) + 0.0:.1f}"


def _hardest(one: Measured, sources: Mapping[str, Source]) -> Iterator[str]:
    yield f"Hardest sentences, by {one.formulas[0].name}"
    for sentence in one.hard_sentences:
        text = sentence.text
        shown = text if len(text) <= _CUT else f"{text[: _CUT - 1].rstrip()}…"
        yield f"  {sentence.score:>5.1f}  {shown}  {_place(sentence.at, sources)}"
    yield "Longest words, by syllables"
    for word in one.hard_words:
        times = f" ({word.times} times)" if word.times > 1 else ""
        yield f"  {word.syllables:>5}  {word.word}{times}  {_place(word.at, sources)}"


def _density(one: Measured) -> Iterator[str]:
    if one.density is not None:
        yield f"Lexical density: {one.density:.0f} words in 100 have content of their own"


def _place(at: Span, sources: Mapping[str, Source]) -> str:
    source = sources.get(at.path)
    if source is None:
        return at.path
    place = source.place(at.start)
    return f"{at.path}:{place.line}:{place.column}"
