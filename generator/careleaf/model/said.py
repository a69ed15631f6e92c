"""The three things that a person can say of an item of a score. The command line lists them before
anything else is loaded, so they stand by themselves."""

from __future__ import annotations

from typing import Literal, get_args

Said = Literal["yes", "no", "not-applicable"]
SAID: tuple[Said, ...] = get_args(Said)
