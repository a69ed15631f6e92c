"""Random topics, mangled at random, in; problems with places inside the file, never a crash, out.

And where nothing is reported nothing is lost: every word of the file is a word of the topic.
`CARELEAF_FUZZ=20000` mangles more files than usual.
"""

from __future__ import annotations

import os
import random
import re

import pytest

from careleaf.check import check_topic
from careleaf.model.topic import Topic
from careleaf.model.walk import written
from careleaf.problem import as_annotation, as_records, as_text, has_errors
from careleaf.read import read_topic
from careleaf.source import decode
from tests.tools.random_topics import RandomTopic
from tests.tools.topics import CLINIC, LIBRARY, WRITTEN

FILES = int(os.environ.get("CARELEAF_FUZZ", "1000")) // 2
BATCH = 250

WORD = re.compile("gently|often|pain|sore|lift|née|痛み|🦴")
"""Words of random topics that stand in no mark, option or name."""
PIECES = (
    *("[", "]", "[[", "]]", "{{", "}}", "{", "}", "{#", "**", "*", "***", "_", "____", "|", "\\"),
    *(":::", ":::tip", ":::do", ":::exercise", "::", "::::", ":walk:", ":", "#", "##", "###", "`"),
    *("\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n| a | b |\n|---|---|\n", "---", "\n---\n", "\t"),
    *("<b>", "&amp;", "![", "](", "](#part)", "[@", "@a]", "\0", "\x1b", "\ufeff", "\u202e"),
    *("\u00a0", "\u2028", "\u3000", "🦴", "e\u0301", " ", "    ", "~~", ">", "5-10", "reps: 5"),
    *("only: slides", "hold", "%", "[ ]", "[x]", "(", ")", "\x85", "\x0c", "\r", "\ud7ff"),
)


def mangled(seed: int) -> str:
    chance = random.Random(seed)
    text = RandomTopic(seed).document()
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 1, 2, 5, 40)))
        piece = chance.choice(
            (chance.choice(PIECES), chance.choice(PIECES), "", text[start:end] * 2)
        )
        text = text[:start] + piece + text[end:]
    return text


def words_of(topic: Topic) -> int:
    """How many of the random words stand in a topic, wherever they ended up."""
    drafts = [section.title for section in topic.sections()]
    for section in topic.sections():
        for block in section.blocks:
            drafts += block.drafts()
    return len(WORD.findall("\n".join(written(draft) for draft in drafts)))


@pytest.mark.parametrize("first", range(0, FILES, BATCH))
def test_mangled_topics(first: int) -> None:
    wrong = 0
    for seed in range(first, min(first + BATCH, FILES)):
        data = mangled(seed).encode()
        source, _ = decode("en.md", data)
        sources = {"en.md": source}
        topic, problems = read_topic("en.md", data, topic_id="t", language="en", folder=None)
        assert topic is not None
        wrong += has_errors(problems)
        if not problems:
            assert words_of(topic) == len(WORD.findall(source.text)), seed
        for problem in [*problems, *check_topic(topic, LIBRARY, CLINIC, today=WRITTEN)]:
            if problem.span.path == "en.md":
                assert 0 <= problem.span.start <= problem.span.end <= len(source.text), seed
            assert as_text(problem, sources)
            assert "\n" not in as_annotation(problem, sources)
        assert len(as_records(problems, sources)) == len(problems)
    assert wrong > BATCH // 2
