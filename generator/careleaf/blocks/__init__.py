"""The clinical blocks an author may write: one file each, one line each in the table."""

from __future__ import annotations

from careleaf.blocks.spec import Spec

SPECS: dict[str, Spec] = {}
