"""Each block: a few lines of source, and the shapes that a writer gets."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import replace

from careleaf.figure.pose import pose
from careleaf.theme.icons import icon_names
from tests.tools.topics import CLINIC, lowered, read_problems


def test_key_message() -> None:
    source = ":::key-message\nMost pain eases. Keep moving. [@nice-ng59]\n:::\n"
    assert (
        lowered(source)
        == """\
Callout tone=key title='The main thing to know'
  Paragraph body='Most pain eases. Keep moving.'
cited nice-ng59
"""
    )


def test_actions() -> None:
    source = """\
:::actions
- :walk: **Walk a little.** Try 5 to 10 minutes.
- :clock: **Change position.** Stand up often.
:::
"""
    assert (
        lowered(source)
        == """\
Items mark='icon' start=1
  Item body='Try 5\\xa0to\\xa010 minutes.' lead='Walk a little.' icon='walk'
  Item body='Stand up often.' lead='Change position.' icon='clock'
"""
    )


EXERCISE = """\
:::exercise knee-to-chest
name: Knee to chest
why: Eases a stiff back
pose: knee-to-chest
{dose}
frequency: 2 times a day
stop: Stop if it pinches.
caution: Ask us first about a new hip.
sources: acp-2017
1. Lie on your back.
2. Pull one knee up.
:::
"""


def test_exercise() -> None:
    assert (
        lowered(EXERCISE.format(dose="reps: 5\nhold: 5 seconds\nside: each leg"))
        == """\
Card key='knee-to-chest' number=1 title='Knee to chest' reason='Eases a stiff back' \
doses=["Dose(value='5 times', unit='each leg')", "Dose(value='5 seconds', unit='each hold')", \
"Dose(value='2 times', unit='a day')"] stop='Stop if it pinches.' \
caution='Ask us first about a new hip.' pose=knee-to-chest
  Item body='Lie on your back.'
  Item body='Pull one knee up.'
cited acp-2017
"""
    )


def doses(written: str) -> list[str]:
    """The dose strip of an exercise, one "value, unit" for each cell."""
    card = lowered(EXERCISE.format(dose=written))
    cells = card.partition("doses=[")[2].partition("] stop")[0].split('", "')
    return [
        cell.strip('"').removeprefix("Dose(value='").removesuffix("')").replace("', unit='", " | ")
        for cell in cells
    ]


def test_dose_strip() -> None:
    assert doses("reps: 1") == ["1 time | in a row", "2 times | a day"]
    assert doses("reps: 5 to 10") == ["5 to 10 times | in a row", "2 times | a day"]
    assert doses("reps: 10\nsets: 2")[0] == "10 times | in a row, 2 sets"
    assert doses("reps: 10\nsets: 1")[0] == "10 times | in a row"
    assert doses("reps: 10\nsets: 2 to 3\nside: each leg")[0] == "10 times | each leg, 2 to 3 sets"
    assert doses("time: 10 minutes") == ["10 minutes | each time", "2 times | a day"]
    assert doses("reps: 3\nhold: 1 minute")[1] == "1 minute | each hold"


def test_a_dose_strip_has_three_cells_at_most() -> None:
    assert len(doses("reps: 10\nsets: 2\nhold: 5 seconds\nside: each leg")) == 3


def test_exercises_are_numbered_through() -> None:
    one = EXERCISE.format(dose="reps: 5")
    two = one.replace("knee-to-chest\nname", "bridge\nname")
    assert "number=2" in lowered(one + two)


def test_red_flag_emergency() -> None:
    source = ":::red-flag emergency\nsources: acp-2017\n- :toilet: You cannot pee.\n:::\n"
    assert (
        lowered(source)
        == """\
Callout tone=emergency title='Call 911 now if:' advice='Do not wait.' number='911'
  Items mark='bullet' start=1
    Item body='You cannot pee.' icon='toilet'
cited acp-2017
"""
    )


def test_the_emergency_number_is_the_clinics() -> None:
    source = ":::red-flag emergency\n- You cannot pee.\n:::\n"
    elsewhere = replace(CLINIC, emergency_number="999")
    assert "title='Call 999 now if:'" in lowered(source, clinic=elsewhere)


def test_red_flag_same_day() -> None:
    source = ":::red-flag same-day\n- You have a fever.\n:::\n"
    assert (
        lowered(source)
        == """\
Callout tone=same-day title='Call us today if:' \
advice='Monday to Friday, 8 am to 5 pm. At other times, call 555-0199.' \
brief='When we are closed, call 555-0199.' number='555-0142'
  Items mark='bullet' start=1
    Item body='You have a fever.'
"""
    )


def test_same_day_advice_may_be_the_clinics_own() -> None:
    source = ":::red-flag same-day\n- You have a fever.\n:::\n"
    own = replace(CLINIC, same_day_words="Closed? Call 555-0199.")
    assert "advice='Closed? Call 555-0199.'" in lowered(source, clinic=own)


def test_warning_with_a_title_of_its_own() -> None:
    source = """\
:::warning Before you take [[sciatica|pills]]
sources: acp-2017
Ask us if:

- You had an ulcer.
:::
"""
    assert (
        lowered(source)
        == """\
Callout tone=warning title='Before you take [[sciatica|pills]]'
  Paragraph body='Ask us if:'
  Items mark='bullet' start=1
    Item body='You had an ulcer.'
cited acp-2017
"""
    )


def test_callouts_without_a_title_say_what_they_are() -> None:
    assert "title='Take care'" in lowered(":::warning\nMind the step.\n:::\n")
    assert "title='A tip'" in lowered(":::tip\nUse a towel.\n:::\n")
    assert "title='What we do not know yet'" in lowered(":::unknown\nWhy.\n:::\n")


def test_do_dont() -> None:
    source = """\
:::do-dont Lift and carry
:::dont
- Do not twist.
:::
:::do
pose: lift-right
- Keep it close.
:::
:::
"""
    assert (
        lowered(source)
        == """\
Pair title='Lift and carry'
  Side title='Do' pose=lift-right
    Item body='Keep it close.'
  Side title='Don\u2019t'
    Item body='Do not twist.'
"""
    )


def test_steps() -> None:
    assert (
        lowered(":::steps\n1. Sit down.\n2. Stand up.\n:::\n")
        == """\
Items mark='number' start=1
  Item body='Sit down.'
  Item body='Stand up.'
"""
    )


def test_table() -> None:
    source = """\
:::table Scans
| Test | Shows |
|---|---|
| X-ray | **Bones** [@acp-2017] |
| MRI | |
:::
"""
    assert (
        lowered(source)
        == """\
Table role='plain' caption='Scans' head=Test | Shows
  X-ray | **Bones**
  MRI | -
cited acp-2017
"""
    )


def test_evidence() -> None:
    source = """\
:::evidence Medicines
sources: acp-2017
| What | Expect | How sure |
|---|---|---|
| Pills | A little | fairly sure |
| Rest | Nothing | very sure |
| Tea | A smile | not sure |
:::
"""
    assert (
        lowered(source)
        == """\
Table role='evidence' caption='Medicines' head=What | Expect | How sure
  Pills | A little | Fairly sure (2 of 3)
  Rest | Nothing | Very sure (3 of 3)
  Tea | A smile | Not sure (1 of 3)
cited acp-2017
"""
    )


PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 8 8 1 8Z"/></svg>'
)


def test_figure(tmp_path: Path) -> None:
    (tmp_path / "disk.svg").write_text(PICTURE, encoding="utf-8")
    source = ":::figure disk.svg\nalt: A disk presses on a nerve.\ncaption: A **disk**\n:::\n"
    assert (
        lowered(source, folder=tmp_path)
        == """\
Figure art=Drawing alt='A disk presses on a nerve.' caption='A **disk**'
"""
    )


def test_a_person_brings_words_of_its_own() -> None:
    assert lowered(":::figure\npose: walk\n:::\n") == f"Figure art=walk alt={pose('walk').alt!r}\n"
    said = lowered(":::figure\npose: walk\nalt: She walks to the shop.\n:::\n")
    assert "alt='She walks to the shop.'" in said


def test_a_key_message_may_have_someone_who_shows_it() -> None:
    assert "pose=walk" in lowered(":::key-message\npose: walk\nKeep moving.\n:::\n")


RISK = """\
:::risk
count: {count}
of: 100
label: {label}
source: acp-2017
{so_what}
:::
"""


def test_risk_says_both_framings() -> None:
    source = RISK.format(count=3, label="people need care soon", so_what="Know the signs.")
    assert (
        lowered(source)
        == """\
IconArray so_what='Know the signs.'
  3\xa0in\xa0100 people need care soon. Not so for the other 97\xa0in\xa0100.
  Count count=3 of=100 label='people need care soon'
cited acp-2017
"""
    )


def test_risk_of_all_or_none_has_no_others() -> None:
    everyone = RISK.format(count=100, label="people get better.", so_what="")
    assert "100\xa0in\xa0100 people get better.\n" in lowered(everyone)
    nobody = RISK.format(count=0, label="people got worse", so_what="")
    assert "0\xa0in\xa0100 people got worse.\n" in lowered(nobody)


def test_compare() -> None:
    two = RISK.format(count=20, label="people hurt", so_what="Walk.")
    two += RISK.format(count=10, label="walkers hurt", so_what="It helps.")
    assert (
        lowered(f":::compare With and without walks\n{two}:::\n")
        == """\
IconArray title='With and without walks' so_what='Walk. It helps.'
  20\xa0in\xa0100 people hurt. Not so for the other 80\xa0in\xa0100.
  10\xa0in\xa0100 walkers hurt. Not so for the other 90\xa0in\xa0100.
  Count count=20 of=100 label='people hurt'
  Count count=10 of=100 label='walkers hurt'
cited acp-2017
"""
    )


CHART = """\
:::chart Better by week 6
label: People who feel better
of: 100
highlight: Week 6
takeaway: people feel better by week 6
source: acp-2017
- Week 1: 15
- Week 4: 55
- Week 6: 75

Not better? Call us.
:::
"""


def test_chart() -> None:
    assert (
        lowered(CHART)
        == """\
Chart title='Better by week 6' label='People who feel better, out of 100' of=100 \
number='75 in 100' takeaway='people feel better by week 6' so_what='Not better? Call us.'
  Bar name='Week 1' value=15 highlighted=False
  Bar name='Week 4' value=55 highlighted=False
  Bar name='Week 6' value=75 highlighted=True
cited acp-2017
"""
    )


def test_a_chart_of_other_things_than_people_has_no_denominator() -> None:
    source = CHART.replace("of: 100\n", "").replace("takeaway: people feel better by week 6\n", "")
    assert " label='People who feel better' number='75' so_what" in lowered(source)


def test_plan() -> None:
    source = """\
:::plan My plan
scale: How sure am I?
- [ ] I will walk ____ minutes.
- [ ] On ________.
:::
"""
    assert (
        lowered(source)
        == """\
Heading level=3 title='My plan'
Items mark='write-in' start=1
  Item body='I will walk ____ minutes.'
  Item body='On ________.'
Scale question='How sure am I?' low='Not sure' high='Very sure'
"""
    )


def test_diary() -> None:
    source = ":::diary My days\ndays: Sat, Sun\n- Minutes I walked\n:::\n"
    assert (
        lowered(source)
        == """\
Table role='diary' caption='My days' head=Each day | Sat | Sun
  Minutes I walked | - | -
"""
    )


def test_a_diary_row_keeps_its_bold_words() -> None:
    assert "\n  **Walk** in minutes | -" in lowered(":::diary\n- **Walk** in minutes\n:::\n")


def test_a_diary_is_for_a_week() -> None:
    head = "head=Each day | Mon | Tue | Wed | Thu | Fri | Sat | Sun"
    assert head in lowered(":::diary\n- Minutes I walked\n:::\n")


def test_teach_back() -> None:
    source = ":::teach-back\nanswer: Call {{ clinic.emergency_number }}.\nWhat now?\n:::\n"
    assert lowered(source) == "Prompt question='What now?' answer='Call 911.'\n"


def test_contact() -> None:
    assert (
        lowered(":::contact\n:::\n")
        == """\
Contact title='Questions? Call us' phone='555-0142' web='https://example.example' \
code=Drawing \
web_lead='Read it at home' web_words='Point your phone camera at the square.' \
emergency='An emergency? Call 911.'
  clock: Monday to Friday, 8 am to 5 pm
  after-hours: When we are closed, call 555-0199.
  interpreter: Free interpreter. Just ask.
  map-pin: 12 Example Street
"""
    )


def test_contact_names_icons_that_exist() -> None:
    rich = replace(CLINIC, email="us@example.example", after_hours="Nights")
    text = lowered(":::contact\n:::\n", clinic=rich)
    assert "  after-hours: Nights: 555-0199\n" in text
    assert set(re.findall(r"^  ([a-z-]+): ", text, re.MULTILINE)) <= set(icon_names())


def test_contact_says_what_to_do_after_hours_without_a_number() -> None:
    spare = replace(CLINIC, after_hours="Nights: go to City Hospital", after_hours_phone="")
    text = lowered(":::contact\n:::\n", clinic=spare)
    assert "  after-hours: Nights: go to City Hospital\n" in text
    assert "after-hours" not in lowered(":::contact\n:::\n", clinic=replace(spare, after_hours=""))


def test_summary() -> None:
    source = ":::summary\n- One.\n- Two.\n- Three.\n:::\n"
    assert (
        lowered(source)
        == """\
Callout tone=summary title='What to remember'
  Items mark='bullet' start=1
    Item body='One.'
    Item body='Two.'
    Item body='Three.'
"""
    )


def test_notes() -> None:
    source = ":::notes\nAsk first.\n\n- Then listen.\n:::\n"
    assert (
        lowered(source)
        == """\
Paragraph body='Ask first.'
Items mark='bullet' start=1
  Item body='Then listen.'
"""
    )


def test_only_lowers_to_what_is_inside() -> None:
    source = ":::only slides\nHello.\n\n:::tip\nWave.\n:::\n:::\n"
    assert (
        lowered(source)
        == """\
Paragraph body='Hello.'
Callout tone=tip title='A tip'
  Paragraph body='Wave.'
"""
    )


def test_an_icon_in_a_half_is_reported_since_no_medium_shows_it() -> None:
    source = ":::do-dont\n:::do\n- :walk: Walk.\n:::\n:::dont\n- Lift.\n:::\n:::\n"
    assert read_problems(source) == ["E403 'walk' an icon inside ':::do' has no place to be shown"]
