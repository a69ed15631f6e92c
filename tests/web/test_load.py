"""The mix of requests that `tests.benchmarks.load` times is answered, each kind of it."""

from __future__ import annotations

import random

import pytest

from tests.benchmarks.load import KINDS
from tests.web.conftest import Visitor


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_of_request_is_answered(visitor: Visitor, name: str) -> None:
    chance = random.Random(name)
    for _ in range(3):
        method, path, body = KINDS[name].ask(chance)
        headers = {"content-type": "application/x-www-form-urlencoded"}
        answer = visitor.client.request(method, path, content=body, headers=headers)
        assert answer.status_code == 200
        assert answer.content
