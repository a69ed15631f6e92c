"""The real topics' handouts, page by page: none is nearly empty, and no heading is left behind."""

from __future__ import annotations

import random
from typing import get_args

import pytest

from careleaf.model.leaflet import Paper, Profile
from tests.conftest import Built
from tests.tools import ink
from tests.tools.handouts import Handout, every
from tests.tools.leaflets import composed, laid_out
from tests.tools.random_topics import RandomTopic
from tests.tools.stranded import stranded

LEAST_USE = 0.3
"""Share of the height between head and foot that must bear print, the last page included."""
SEEDS = 25


def test_no_page_is_nearly_empty(built: Built) -> None:
    heights = ink.used_heights(built.leaflet)
    assert [f"page {n}: {used:.0%}" for n, used in enumerate(heights, 1) if used < LEAST_USE] == []


@pytest.fixture(scope="module")
def handouts() -> list[Handout]:
    """Every profile, language, fold and paper."""
    return list(every())


def test_no_heading_is_left_at_the_foot_of_a_page(handouts: list[Handout]) -> None:
    left = [
        f"{one.name}, page {found.page}: {found.words}"
        for one in handouts
        for found in stranded(one.pages, one.root, one.lead, one.sheet.bottom)
    ]
    assert left == []


@pytest.mark.parametrize("profile", get_args(Profile))
@pytest.mark.parametrize("paper", get_args(Paper))
def test_nor_is_one_of_a_random_topic(profile: Profile, paper: Paper) -> None:
    for seed in range(SEEDS):
        topic = RandomTopic(seed)
        topic.random = random.Random(seed)
        ready = laid_out(composed(topic.document(), profile=profile, paper=paper))
        lead = ready.setting.styles.body.lead
        found = stranded(ready.pages, ready.root, lead, ready.sheet.bottom)
        assert list(found) == [], seed
