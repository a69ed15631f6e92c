"""A topic with hard words in; the file with plain ones in their place, and not one other byte
changed, out."""

from __future__ import annotations

import io
import shutil
import signal
from pathlib import Path

import pytest

from careleaf.cli import main
from careleaf.cli.exits import INTERRUPTED
from careleaf.engine.content import bundled_library
from careleaf.readability.plain_english import plain_english

HEAD = """\
---
title: A topic
version: 0.1
written: 2026-11-23
review-due: 2028-11-23
sources: nice-ng59
---
# A part {#part}
:::key-message
Keep moving.
:::
:::red-flag emergency
- You cannot stand.
:::

"""
BODY = """\
Utilize heat **prior to** bed [@nice-ng59], and utilize   cold.
An optimal walk is an erroneous start. The pain is chronic.

Rest in order
to heal.

A star \\* to utilize.
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    path = tmp_path / "content" / "topics" / "a-topic" / "en.md"
    path.parent.mkdir()
    path.write_text(HEAD + BODY, encoding="utf-8")
    return path


def fix(*words: str) -> int:
    return main(["check", "a-topic", "--fix", "--quiet", *words])


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n" for one in answers)))


def test_words_that_fit_anywhere_are_put_in_place(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_text(encoding="utf-8")
    assert fix() == 0
    wanted = before.replace("Utilize heat", "Use heat").replace("prior to", "before")
    wanted = wanted.replace("and utilize ", "and use ")
    assert file.read_text(encoding="utf-8") == wanted
    said = capsys.readouterr().err
    assert "content/topics/a-topic/en.md:16:1: 'Utilize' is now 'Use'" in said
    assert "Translations of these lines need another look." in said


def test_line_ends_and_a_byte_order_mark_stay(file: Path) -> None:
    windows = ("\ufeff" + file.read_text(encoding="utf-8")).replace("\n", "\r\n")
    file.write_bytes(windows.encode("utf-8"))
    assert fix() == 0
    wanted = windows.replace("Utilize", "Use").replace("utilize  ", "use  ")
    assert file.read_bytes() == wanted.replace("prior to", "before").encode("utf-8")


def test_a_second_run_finds_nothing_to_do(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix() == 0
    before = file.read_bytes()
    assert fix() == 0
    assert file.read_bytes() == before


def test_one_by_one_takes_what_somebody_says_yes_to(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_text(encoding="utf-8")
    answer(monkeypatch, "n", "maybe", "y", "q")
    assert fix("--interactive") == 0
    assert file.read_text(encoding="utf-8") == before.replace("prior to", "before")


COMMAS = "The hip has osteoarthritis. The scan shows a lesion. You were an inpatient.\n"


def test_words_with_a_comma_are_put_in_place_whole(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(HEAD + COMMAS, encoding="utf-8")
    answer(monkeypatch, "y", "y", "y")
    assert fix("--interactive") == 0
    assert file.read_text(encoding="utf-8") == (
        f"{HEAD}The hip has a sore, stiff joint. The scan shows a damaged spot."
        " You were a patient who stays overnight.\n"
    )
    capsys.readouterr()


def test_the_first_of_several_words_is_offered(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(HEAD + "The doctor will monitor you.\n", encoding="utf-8")
    assert main(["check", "a-topic", "--quiet"]) == 0
    assert "say: watch; or: check" in capsys.readouterr().out
    answer(monkeypatch, "y")
    assert fix("--interactive") == 0
    assert "The doctor will watch you." in file.read_text(encoding="utf-8")


def test_who_stops_while_asked_has_changed_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()

    typed = ["y\n", "y\n"]

    class Terminal:
        """Says yes twice; then somebody presses Ctrl-C."""

        def readline(self) -> str:
            if not typed:
                signal.raise_signal(signal.SIGINT)
            return typed.pop()

    monkeypatch.setattr("sys.stdin", Terminal())
    assert fix("--interactive") == INTERRUPTED
    assert file.read_bytes() == before
    assert "careleaf: stopped. Nothing was changed." in capsys.readouterr().err


def test_nobody_there_to_ask_changes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()
    answer(monkeypatch)
    assert fix("--interactive") == 0
    assert file.read_bytes() == before


def test_without_fix_nothing_is_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["check", "a-topic"]) == 0
    assert file.read_bytes() == before
    assert "W524" in capsys.readouterr().out


def test_asking_needs_fixes_to_ask_about(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--interactive"]) == 2
    assert "add: --fix" in capsys.readouterr().err


SLIPS = """\
:::exercise bridge
name: Bridge
why: Strong hips
rep: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift.
:::
:::tipp
Call {{ clinic.fone }} after 5-10 days of [[sciatca]]. [@nice-ng95]
:::
- :wallk: One.
- :walk: Two.
"""


def test_slips_with_one_right_word_are_mended_one_by_one(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(HEAD + SLIPS, encoding="utf-8")
    before = file.read_bytes()
    assert fix() == 1
    assert file.read_bytes() == before  # a program does not know what somebody meant
    answer(monkeypatch, *["y"] * 5)
    assert fix("--interactive") == 1
    # Only now is the block known, and with it what stands in it.
    answer(monkeypatch, *["y"] * 9)
    assert fix("--interactive") == 0
    mended = SLIPS.replace("rep:", "reps:").replace("tipp", "tip").replace("fone", "phone")
    mended = mended.replace("5-10", "5 to 10").replace("sciatca", "sciatica")
    mended = mended.replace("nice-ng95", "nice-ng59").replace(":wallk:", ":walk:")
    assert file.read_text(encoding="utf-8") == HEAD + mended


FOLLOWS = """\
Do the [exercise](#bridge).
## Bridges {#bridges}
:::exercisx bridge
name: Bridge
why: Strong hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift.
:::
"""


def test_what_may_only_follow_from_a_block_that_cannot_be_read_is_not_asked_about(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The link leads to the exercise, which has the wrong name, and not to the section."""
    file.write_text(HEAD + FOLLOWS, encoding="utf-8")
    answer(monkeypatch, *["y"] * 5)
    assert fix("--interactive") == 0
    assert file.read_text(encoding="utf-8") == HEAD + FOLLOWS.replace("exercisx", "exercise")


def test_our_own_topics_have_nothing_to_mend(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """4,400 words without one false alarm: fewer than one in 200 is the rule."""
    shutil.rmtree(file.parent)
    for code in ("en", "es", "ar"):
        assert main(["check", "--lang", code, "--quiet"]) == 0
        assert capsys.readouterr().out == ""


def test_the_list_has_a_reason_for_every_word() -> None:
    listed = {hard for group in plain_english().values() for hard in group}
    entries = {(hard.plain, hard.reason) for hard in listed if hard.kind != "?"}
    assert len(entries) >= 400
    assert all(hard.reason for hard in listed)
    assert all(hard.plain for hard in listed if hard.kind != "?")
    assert len({hard.phrase for hard in listed}) == len(listed)


def test_a_plain_word_is_none_of_the_hard_ones() -> None:
    """Mending twice must not go round in a circle."""
    listed = [hard for group in plain_english().values() for hard in group]
    hard_words = {hard.phrase for hard in listed if hard.kind == "#"}
    assert not [hard for hard in listed if hard.safe and hard.plain in hard_words]
