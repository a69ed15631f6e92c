"""A chart in a deck: native, editable, with a workbook of its own, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from careleaf.theme import default_theme
from careleaf.write.pptx import write
from tests.tools.decks import ENGLISH, composed, of_section, written
from tests.tools.topics import FRONT, HEADINGS, NEEDED

BARS = (("Week 1", 15), ("Week 4 & 5", 55), ("Week <6>", 75))
CHART = """\
:::chart Most people feel better by week 6
label: People who feel "better"
of: 100
highlight: Week <6>
source: nice-ng59
- Week 1: 15
- Week 4 & 5: 55
- Week <6>: 75
:::
"""


def deck(chart: str = CHART) -> bytes:
    return written(composed(FRONT + HEADINGS + chart + NEEDED))


def frame(data: bytes) -> Any:
    slides = Presentation(io.BytesIO(data)).slides
    [found] = [shape for slide in slides for shape in slide.shapes if shape.has_chart]
    return found


def parts(data: bytes, pattern: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if re.search(pattern, name)}


def test_it_is_a_column_chart_that_python_pptx_reads() -> None:
    chart = frame(deck()).chart
    assert chart.chart_type is XL_CHART_TYPE.COLUMN_CLUSTERED
    [plot] = chart.plots
    [series] = plot.series
    assert series.name == 'People who feel "better", out of 100'
    assert tuple(zip(plot.categories, series.values, strict=True)) == BARS
    assert not chart.has_legend
    assert chart.value_axis.maximum_scale == 100
    assert chart.value_axis.minimum_scale == 0


def test_only_the_highlighted_bar_is_filled() -> None:
    [series] = frame(deck()).chart.plots[0].series
    fills = [
        point.format.fill.fore_color.theme_color for point in map(series.points.__getitem__, [2])
    ]
    assert [str(fill) for fill in fills] == ["TEXT_2 (15)"]
    assert str(series.format.fill.fore_color.theme_color) == "BACKGROUND_2 (16)"


def test_its_words_for_screen_readers_say_every_number() -> None:
    described = frame(deck())._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr")
    assert described == [
        'Bar chart: People who feel "better", out of 100. Week 1: 15, Week 4 & 5: 55, Week <6>: 75.'
    ]


def test_axis_ids_are_numbers_that_the_schema_allows() -> None:
    [xml] = parts(deck(), r"charts/chart1\.xml$").values()
    ids = re.findall(rb'<c:(?:axId|crossAx) val="([^"]+)"', xml)
    assert sorted(ids) == [b"1", b"1", b"1", b"2", b"2", b"2"]


def test_the_workbook_holds_the_numbers_and_no_day() -> None:
    book = frame(deck()).chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in file.namelist() if "docProps" in name]
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        strings = re.findall(r"<t[^>]*>(.*?)</t>", file.read("xl/sharedStrings.xml").decode())
    numbers = re.findall(r'<c r="B(\d)"><v>(\d+)</v>', sheet)
    assert numbers == [("2", "15"), ("3", "55"), ("4", "75")]
    assert strings == [
        "People who feel &quot;better&quot;, out of 100",
        "Week 1",
        "Week 4 &amp; 5",
        "Week &lt;6&gt;",
    ]


def test_the_same_chart_is_the_same_bytes() -> None:
    assert deck() == deck()


def test_each_chart_has_parts_of_its_own() -> None:
    other = CHART.replace("Most people", "Some people").replace(": 15", ": 16")
    data = deck(CHART + other)
    names = parts(data, r"(charts|embeddings)/[^/]+\.(xml|xlsx)$")
    assert [*names] == [
        "ppt/charts/chart1.xml",
        "ppt/charts/chart2.xml",
        "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx",
        "ppt/embeddings/Microsoft_Excel_Sheet2.xlsx",
    ]
    assert b"<c:v>16</c:v>" in names["ppt/charts/chart2.xml"]
    assert b"<c:v>16</c:v>" not in names["ppt/charts/chart1.xml"]


def test_numbers_that_are_small_leave_the_scale_to_the_program() -> None:
    small = CHART.replace("15", "1").replace("55", "2").replace("75", "3")
    assert frame(deck(small)).chart.value_axis.maximum_scale is None


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_bars_run_from_the_side_where_reading_starts(direction: str) -> None:
    mirrored = replace(composed(FRONT + HEADINGS + CHART + NEEDED), direction=direction)
    data, _ = write(mirrored, default_theme(), ENGLISH)
    shown = frame(data)
    [xml] = parts(data, r"charts/chart1\.xml$").values()
    assert (b'<c:orientation val="maxMin"/>' in xml) is (direction == "rtl")
    assert (shown.left > 12700 * 300) is (direction == "rtl")


def test_a_deck_without_a_chart_has_no_part_for_one() -> None:
    assert parts(deck("Words.\n"), r"chart|embeddings|\.xlsx") == {}


def test_a_long_series_of_words_goes_above_what_it_means() -> None:
    wide = CHART.replace("Week 1:", "Wirbelsäulenerkrankungen:").replace(
        "Week 4 & 5:", "Bandscheibenvorfälle:"
    )
    [slide] = of_section(composed(FRONT + HEADINGS + wide + NEEDED))
    chart = next(shape for shape in slide.shapes if getattr(shape, "name", "") == "Chart")
    panel = next(shape for shape in slide.shapes if getattr(shape, "name", "") == "Panel")
    assert chart.box.width == panel.box.width == 864  # type: ignore[union-attr]
    assert chart.box.bottom <= panel.box.y  # type: ignore[union-attr]
