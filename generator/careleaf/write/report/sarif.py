"""A report in; its problems in the form that code hosts and editors take, out.

SARIF 2.1.0 (OASIS standard, 27 March 2020); the numbers of sections below are its own. Reading
levels and ratings are no results of an analysis at a place: they are in the page and the JSON."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

import msgspec

from careleaf.model.report import Report, ReportedProblem, Spot
from careleaf.problem import Severity, severity_of
from careleaf.problem_codes import CHECK_ALONE, MEANINGS

_Record = dict[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINE_ENDS = ["\r\n", "\n", "\r"]
"""What ends a line for `Source`: SARIF by itself takes the first two (3.14.16)."""
_RULES = {code: number for number, code in enumerate(MEANINGS)}


def sarif(report: Report) -> bytes:
    """One run, with a rule for each kind of mistake that there is, whether found or not."""
    run = {
        "tool": {"driver": _driver(report)},
        # Columns are counted in code points, as Python's are (3.14.17).
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [
            {"location": {"uri": _uri(path)}, "encoding": "utf-8"} for path in _files(report)
        ],
        "results": _results(report),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"


def _driver(report: Report) -> _Record:
    return {
        "name": "careleaf",
        "version": report.careleaf,
        "rules": [_rule(code, meaning) for code, meaning in MEANINGS.items()],
    }


def _rule(code: str, meaning: str) -> _Record:
    """3.49. The help says what the code means, and whether it stops a build."""
    warns = severity_of(code) is Severity.WARNING
    sentence = f"{meaning[0].upper()}{meaning[1:]}."
    weight = "A warning: a build goes on." if warns else "An error: it stops a build."
    # The meaning of one of a check alone says that a build does not look at it.
    said = sentence if code in CHECK_ALONE else f"{sentence} {weight}"
    return {
        "id": code,
        "shortDescription": {"text": sentence},
        "help": {
            "text": f"{said} The codes are listed in content/GUIDE.md.",
            "markdown": f"{said} The codes are listed in `content/GUIDE.md`.",
        },
        "defaultConfiguration": {"level": "warning" if warns else "error"},
    }


def _files(report: Report) -> list[str]:
    return list(dict.fromkeys(one.at.file for one in report.problems))


def _results(report: Report) -> list[_Record]:
    files = {path: number for number, path in enumerate(_files(report))}
    seen: dict[str, int] = {}
    results: list[_Record] = []
    for one in report.problems:
        print_ = _fingerprint(one)
        seen[print_] = seen.get(print_, 0) + 1
        results.append(
            {
                "ruleId": one.code,
                "ruleIndex": _RULES[one.code],
                "level": "error" if one.severity is Severity.ERROR else "warning",
                "message": {"text": _message(one)},
                "locations": [{"physicalLocation": _location(one, files[one.at.file])}],
                "partialFingerprints": {"careleafProblem/v1": f"{print_}:{seen[print_]}"},
                **({"fixes": [_fix(one)]} if one.fix else {}),
            }
        )
    return results


def _message(one: ReportedProblem) -> str:
    """A message is a sentence (3.11.3), and so is the hint behind it."""
    words = one.message[0].upper() + one.message[1:]
    return f"{words}. {one.hint[0].upper()}{one.hint[1:]}." if one.hint else f"{words}."


def _location(one: ReportedProblem, index: int) -> _Record:
    record: _Record = {"artifactLocation": {"uri": _uri(one.at.file), "index": index}}
    if one.at.line is not None:
        record["region"] = _region(one.at)
    return record


def _region(at: Spot) -> _Record:
    """The end column is that behind the last character (3.30.8), as ours is."""
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }


def _fix(one: ReportedProblem) -> _Record:
    """3.55. Whether it fits without being looked at is said in words: SARIF has no field for it."""
    if one.fix is None:
        return {}
    look = "" if one.fix.safe else " Look at the sentence first."
    change = {
        "artifactLocation": {"uri": _uri(one.at.file)},
        "replacements": [
            {"deletedRegion": _region(one.fix.at), "insertedContent": {"text": one.fix.new}}
        ],
    }
    return {
        "description": {"text": f"Write '{one.fix.new}' for '{one.fix.old}'.{look}"},
        "artifactChanges": [change],
    }


def _fingerprint(one: ReportedProblem) -> str:
    """The same while the line and what is said of it stay the same, wherever the line moves to."""
    line = one.excerpt.line.strip() if one.excerpt else ""
    data = "\0".join((one.code, one.at.file, one.message, line))
    return hashlib.sha256(data.encode("utf-8")).hexdigest()[:32]


def _uri(path: str) -> str:
    """A path as shown, with forward slashes: a relative reference, or a file URI (3.4.3)."""
    windows = PureWindowsPath(path)
    if windows.drive:
        return windows.as_uri()
    return PurePosixPath(path).as_uri() if path.startswith("/") else quote(path)
