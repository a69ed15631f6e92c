"""PDFs in; the rules of PDF/UA that they break, as official veraPDF sees them, out.

One Java process reads any number of files: starting it takes as long as reading two."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools.outside import path_of, run

COMPLIANT, NOT_COMPLIANT = 0, 1
"""veraPDF's exit codes for a file that it could read to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRule:
    """A rule by its clause and test number, how often it is broken, and the first place."""

    clause: str
    test: int
    count: int
    description: str
    first: str

    def __str__(self) -> str:
        times = f"{self.count} times" if self.count > 1 else "once"
        return f"{self.clause}-{self.test} ({times}): {self.description} First at {self.first}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How many rules and checks passed, and every rule that did not."""

    passed_rules: int
    passed_checks: int
    failed: tuple[FailedRule, ...]


def validate(path: Path, flavour: str = "ua1") -> list[FailedRule]:
    """The failed rules of `flavour` ("ua1", "ua2", "wt1a" ...); an empty list is a pass."""
    return list(verdict(path, flavour).failed)


def verdict(path: Path, flavour: str = "ua1") -> Verdict:
    """The same with the counts of what passed.

    Raises RuntimeError if veraPDF could not read the file to its end.
    """
    return verdicts([path], flavour)[path]


def verdicts(paths: Sequence[Path], flavour: str = "ua1") -> dict[Path, Verdict]:
    """Those of many files.

    Raises RuntimeError if veraPDF could not read one of them to its end.
    """
    classes = os.path.join(path_of("verapdf"), "*")  # noqa: PTH118 - java's own wildcard
    done = run(
        *(path_of("java"), "-cp", classes, "org.verapdf.apps.GreenfieldCliWrapper"),
        *("--flavour", flavour, "--format", "json"),
        *paths,
        accept=(COMPLIANT, NOT_COMPLIANT),
        seconds=240 + 20 * len(paths),
    )
    jobs = json.loads(done.stdout)["report"]["jobs"]
    found = {Path(job["itemDetails"]["name"]): _verdict(job) for job in jobs}
    return {path: found[path.resolve()] for path in paths}


def _verdict(job: dict[str, Any]) -> Verdict:
    if "validationResult" not in job:
        name, told = job["itemDetails"]["name"], json.dumps(job.get("taskException"))
        raise RuntimeError(f"veraPDF could not read {name}: {told[:2000]}")
    details = job["validationResult"][0]["details"]
    return Verdict(
        passed_rules=details["passedRules"],
        passed_checks=details["passedChecks"],
        failed=tuple(_rule(summary) for summary in details["ruleSummaries"]),
    )


def _rule(summary: dict[str, Any]) -> FailedRule:
    return FailedRule(
        clause=summary["clause"],
        test=summary["testNumber"],
        count=summary["failedChecks"],
        description=summary["description"],
        first=summary["checks"][0]["context"] if summary["checks"] else "",
    )
