"""The CMU Pronouncing Dictionary as it is published in; the part of it that Careleaf ships out.

    git clone https://github.com/cmusphinx/cmudict
    python -m tests.tools.syllables cmudict/cmudict.dict generator/careleaf/readability

What is kept is how many syllables the first pronunciation of a word has, and only of words for
which the rule in `careleaf.readability.english` finds another number. Run it again after every
change of the rule. The data is under the licence beside the file (BSD); the package of that name
on PyPI, which wraps it, is under the GPL and is not used.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from careleaf.readability.english import by_rule


def counted(data: str) -> dict[str, int]:
    """The syllables of every word of letters and apostrophes: a vowel is a phone with a stress."""
    found: dict[str, int] = {}
    for line in data.splitlines():
        word, _, said = line.partition("#")[0].partition(" ")
        if re.fullmatch(r"[a-z]+(?:'[a-z]+)?", word):
            found[word] = sum(phone[-1].isdigit() for phone in said.split())
    return {word: count for word, count in found.items() if count}


def exceptions(counts: dict[str, int]) -> str:
    """One line for each number of syllables, with its words."""
    wrong = {word: count for word, count in counts.items() if by_rule(word) != count}
    lines = []
    for number in sorted(set(wrong.values())):
        lines.append(" ".join([str(number), *sorted(w for w in wrong if wrong[w] == number)]))
    return "\n".join(lines) + "\n"


def main(dictionary: Path, folder: Path) -> None:
    """Write the words, and say for how many the rule is right."""
    counts = counted(dictionary.read_text(encoding="utf-8"))
    text = exceptions(counts)
    (folder / "english_syllables.txt").write_text(text, encoding="ascii")
    wrong = len(text.split()) - text.count("\n")
    print(f"{len(counts)} words, the rule is right for {1 - wrong / len(counts):.1%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
