"""A text in an editor: what a screen says beside it, with places as a browser counts them."""

from __future__ import annotations

from careleaf.engine import Job
from careleaf.engine.content import bundled_library
from careleaf.engine.job import Unsaved
from careleaf.web.write.looked import Looked, Units, looked_at

TOPIC = "low-back-and-hip-pain"
FOLDER = bundled_library()
TEXT = (FOLDER / "topics" / TOPIC / "en.md").read_text(encoding="utf-8")


def looked(text: str, language: str = "en") -> Looked:
    unsaved = Unsaved(topic=TOPIC, language=language, text=text)
    job = Job(topics=(TOPIC,), languages=(language,), content=FOLDER, clinic="example")
    return looked_at(
        Job(
            **{name: getattr(job, name) for name in job.__struct_fields__} | {"unsaved": (unsaved,)}
        )
    )


def test_a_sound_text_has_no_findings_and_a_score_for_each_section() -> None:
    found = looked(TEXT)
    assert found.findings == ()
    assert [formula.name for formula in found.formulas][:2] == ["Flesch-Kincaid", "SMOG"]
    today = next(one for one in found.headings if one.title == "What to do today")
    assert TEXT.split("\n")[today.line - 1] == "## What to do today {#today}"
    assert today.level == 2
    assert len(today.scores) == len(found.formulas)
    assert found.whole[0].met is True


def test_a_slip_is_told_at_its_place_with_the_change_that_mends_it() -> None:
    text = TEXT.replace("frequency: ", "frequensy: ", 1)
    [finding] = looked(text).findings
    assert finding.error
    assert text[finding.start : finding.end] == "frequensy"
    assert finding.line == text[: finding.start].count("\n") + 1
    assert finding.fix is not None
    fixed = text[: finding.fix.start] + finding.fix.new + text[finding.fix.end :]
    assert fixed == TEXT
    assert finding.section in {one.title for one in looked(text).headings}


def test_a_word_inside_what_is_marked_is_mended_alone() -> None:
    text = TEXT.replace("[[cauda equina]]", "[[cauda equin]]", 1)
    [finding] = looked(text).findings
    assert finding.fix is not None
    assert (finding.fix.old, finding.fix.new) == ("cauda equin", "cauda equina")
    assert text[: finding.fix.start] + finding.fix.new + text[finding.fix.end :] == TEXT


def test_places_count_as_a_browser_counts() -> None:
    text = TEXT.replace("Most low back", "\U0001f600 Most low back", 1)
    text = text.replace("frequency: ", "frequensy: ", 1)
    finding = next(one for one in looked(text).findings if one.code == "E203")
    units = text.encode("utf-16-le")
    assert units[finding.start * 2 : finding.end * 2].decode("utf-16-le") == "frequensy"


def test_units_count_what_takes_two() -> None:
    units = Units("a\U0001f600b\U0001f600\U0001f600c")
    assert [units(offset) for offset in range(7)] == [0, 1, 3, 4, 6, 8, 9]


def test_a_text_that_cannot_be_read_has_its_headings_all_the_same() -> None:
    found = looked("# One {#one}\n:::tip\n# not one\n:::\n## Two\n")
    assert [(one.title, one.level, one.line) for one in found.headings] == [
        ("One", 1, 1),
        ("Two", 2, 5),
    ]
    assert found.errors > 0
