"""Files made to do harm in; a problem with a place, soon, in little memory, and no traceback out.

Each case is checked by the command itself, in a process of its own: within 20 seconds and 500 MB,
with exit code 1. Most cases aim at a step that could take time or stack that grows faster than the
file.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 20
"""Of a processor: how busy the computer is with something else does not count."""
MEGABYTES = 500

FRONT = b"""---
title: A topic
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
sources: a-source
---
# A part {#part}
"""
SIZE = 250_000
"""Bytes, just within the limit of a file: what is refused for its size proves little."""


def paragraphs(unit: bytes, wide: int = 9_000) -> bytes:
    return FRONT + b"\n\n".join([unit * (wide // len(unit))] * (SIZE // wide))


def lines(unit: bytes, count: int) -> bytes:
    return FRONT + unit * count


CASES = {
    "10-megabytes": FRONT + b"Walk a little, often. " * 460_000,
    "10-megabytes-of-lines": FRONT + b"Walk.\n" * 1_700_000,
    "word-of-a-megabyte": FRONT + b"a" * 1_000_000,
    "word-in-a-title": b"---\ntitle: " + b"a" * 200_000 + b"\n---\n# A {#a}\nWords.\n",
    "blocks-10000-deep": lines(b":::only slides\n", 9_980),
    "blocks-never-closed": lines(b":::tip\n", 9_900),
    "halves-never-closed": lines(b":::do-dont\n:::do\n", 4_900),
    "ends-of-nothing": lines(b":::\n", 9_900),
    "blocks-of-no-kind": lines(b":::exercis\n:::\n", 4_500),
    "lists-10000-deep-in-a-line": FRONT + b"- " * 10_000 + b"a",
    "lists-deep-in-a-line": FRONT + b"- " * 4_900 + b"a",
    "lists-deep-in-lines": FRONT + b"".join(b"  " * n + b"- a\n" for n in range(650)),
    "quotes-deep": FRONT + b"> " * 4_900 + b"a",
    "options-by-thousands": lines(b":::tip\n" + b"hold: 5\n" * 9_000, 1),
    "fields-by-thousands": b"---\n" + b"title: a\n" * 9_900,
    "headings-without-ids": lines(b"## a\n", 9_900),
    "wide-table": FRONT + b"|a" * 4_900 + b"|\n" + b"|-" * 4_900 + b"|\n" + b"|a|\n" * 90,
    "nearly-a-table": FRONT + (b"|a\n" + b"|-" * 4_900 + b"x\n\n") * 24,
    "open-brackets": paragraphs(b"["),
    "open-terms": paragraphs(b"[["),
    "open-links": paragraphs(b"[a]("),
    "nested-links": paragraphs(b"[" * 1_000 + b"](b)" * 1_000, 5_000),
    "open-pictures": paragraphs(b"!["),
    "open-variables": paragraphs(b"{{"),
    "open-stars": paragraphs(b"**a "),
    "nested-stars": paragraphs(b"*a " * 1_000 + b"a* " * 1_000, 6_000),
    "stars-in-stars": paragraphs(b"*a**b"),
    "open-tags": paragraphs(b"<a "),
    "underscores": paragraphs(b"_a "),
    "backslashes": paragraphs(b"\\a"),
    "nul-characters": FRONT + b"\0" * 200_000,
    "control-characters": lines(b"a\x1b[31m\x07\x9b\n", 9_000),
    "not-utf-8": FRONT + b"\xff\xfe" * 100_000,
    "tabs": lines(b"\ta\n", 9_900),
    "carriage-returns": b"\r" * 200_000,
    "empty": b"",
    "one-nul": b"\0",
    "other-encoding": "---\ntitle: Äpfel\n---\n".encode("utf-16"),
    "calls": FRONT + b"{{ ().__class__.__mro__ }} {{ 'a'*10**9 }} {{ range(10**9) }}",
    "deep-expression": FRONT + b"{{ " + b"(" * 4_000 + b" }}" + b" {{ " + b"-" * 90 + b"1 }}",
    "links-that-run": FRONT + b"[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)",
    "links-to-files": FRONT + b"[a](file:///etc/passwd) [b](//host/share) [c](https://a@b)",
    "pictures-elsewhere": FRONT
    + b"".join(
        b":::figure " + name + b"\nalt: A back from the side.\n:::\n"
        for name in (b"../../etc/passwd", b"/etc/passwd", b"..", b".", b"%2e%2e/a.svg", b"a\\..\\b")
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library; each test puts its topic there."""
    root = tmp_path_factory.mktemp("hostile")
    for folder in ("topics", "sources", "clinics", "glossary"):
        (root / "content" / folder).mkdir(parents=True)
    (root / "content/sources/a-source.md").write_text(
        "---\ntitle: A source\npublisher: A publisher\nyear: 2020\nkind: review\n"
        "jurisdiction: US\nchecked: 2026-11-23\nreview-due: 2099-11-23\n---\n"
    )
    write_clinic(root, "example", "Example Clinic")
    return root


def write_clinic(root: Path, key: str, name: str) -> None:
    (root / f"content/clinics/{key}.md").write_text(
        f"---\nname: {name}\ncountry: US\nphone: 555-0142\nhours: Always\n"
        "web: https://www.clinic.example\nemergency-number: 911\n---\n"
    )


def put_topic(root: Path, name: str, data: bytes) -> Path:
    folder = root / "content/topics" / name
    folder.mkdir(exist_ok=True)
    (folder / "en.md").write_bytes(data)
    return folder


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="peak memory of a process needs wait4")
@pytest.mark.parametrize("name", CASES)
def test_a_problem_with_a_place_soon_and_small(library: Path, name: str) -> None:
    put_topic(library, name, CASES[name])
    command = [sys.executable, "-m", "careleaf", "check", name, "--clinic", "example"]
    with (library / "said.txt").open("wb") as said:
        done = subprocess.run(
            [sys.executable, "-c", _MEASURE, *command],
            cwd=library,
            stdout=subprocess.PIPE,
            stderr=said,
            env=_environment(),
            text=True,
            check=True,
        )
    words = (library / "said.txt").read_text(encoding="utf-8")
    code, peak, seconds = (float(number) for number in done.stdout.split())
    megabytes = peak / _kilobytes_in_a_megabyte()
    assert code == 1, words[:2000]
    assert "Traceback" not in words
    assert re.search(rf"^content/topics/{name}/en\.md:\d+:\d+: E\d\d\d ", words, re.MULTILINE)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", words), "drives the terminal"
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    print(f"{name}: {seconds:.1f} s, {megabytes:.0f} MB")


_MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, usage.ru_utime + usage.ru_stime)
"""
"""A command in; its exit code, peak memory and seconds of a processor out. In a process of its own,
because a child begins with the peak of its parent, and pytest has opened pictures by then."""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1"}


def _kilobytes_in_a_megabyte() -> int:
    """macOS counts peak memory in bytes, others in kilobytes: getrusage(2)."""
    return 1024 * 1024 if sys.platform == "darwin" else 1024


GOOD = """
## What to do {#todo}
:::key-message
Keep moving.
:::
:::red-flag emergency
- You cannot stand.
:::
"""


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "(a) Tj ET >> endobj %PDF <</JS (x)>>",
        "<para><font size=200>a</font> <link href='file:///etc/passwd'/>",
        "${jndi:ldap://x} $(id) `id` %s %n {0.__class__} #{7*7}",
        "]]> <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]> &x;",
    ],
)
def test_markup_of_others_in_titles_and_names_is_plain_text(library: Path, markup: str) -> None:
    """It is either refused, or stands on the page as the words that it is."""
    topic = FRONT.decode().replace("A topic", f"Title {markup}") + GOOD
    put_topic(library, "markup", topic.encode())
    write_clinic(library, "other", f"Clinic {markup}")
    command = ["build", "markup", "--clinic", "other", "--to", "html", "--output", "made"]
    done = _run(library, *command)
    page = library / "made/markup-en.html"
    assert "Traceback" not in done.stderr
    if done.returncode == 0:
        text = page.read_text(encoding="utf-8")
        assert markup not in text or not re.search("[<&]", markup)
        page.unlink()
    else:
        assert re.search(r"en\.md:\d+:\d+: E", done.stderr) or "clinics/other.md" in done.stderr


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, telling on standard error of every file that it opens."""
    program = (
        "import sys\n"
        "sys.addaudithook(lambda event, of: event == 'open' and print('OPEN', of[0], "
        "file=sys.stderr))\n"
        "from careleaf.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=_environment(),
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_nothing_outside_the_library_is_opened(library: Path) -> None:
    """Names that lead out, and links in the file system that do."""
    secret = library / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>SECRET</text></svg>')
    figure = b":::figure %s\nalt: A back from the side.\n:::\n"
    names = (b"../../../secret.svg", str(secret).encode(), b"linked.svg", b"folder.svg")
    folder = put_topic(library, "outside", FRONT + b"".join(figure % name for name in names))
    (folder / "linked.svg").symlink_to(secret)
    (folder / "folder.svg").symlink_to(library)
    for other in ("glossary/en.md", "sources/stolen.md", "clinics/stolen.md"):
        (library / "content" / other).symlink_to(secret)
    (library / "content/topics/leads-out").symlink_to(library, target_is_directory=True)
    try:
        done = _run(library, "check", "outside")
    finally:
        for other in ("glossary/en.md", "sources/stolen.md", "clinics/stolen.md"):
            (library / "content" / other).unlink()
        (library / "content/topics/leads-out").unlink()
    opened = re.findall(r"^OPEN (.*)$", done.stderr, re.MULTILINE)
    assert any(name.endswith("outside/en.md") for name in opened)
    assert not any("secret" in name or "linked" in name or "stolen" in name for name in opened)
    assert "SECRET" not in done.stdout + done.stderr
    assert done.returncode == 1
    assert done.stdout.count(" E309 ") == 3
    assert done.stdout.count(" E008 ") == 3
