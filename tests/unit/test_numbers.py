"""The numbers of a text and of its translation: which are the same, and which are told."""

from __future__ import annotations

import time

import pytest

from careleaf.language.numbers import differences
from careleaf.language.numerals import Words


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("Take 1.5 ml.", "Tome 1,5 ml.", "es"),
        ("Take 1.5 ml.", "Tome 1.5 ml.", "es-MX"),
        ("At most 1,000 mg.", "Como máximo 1.000 mg.", "es"),
        ("At most 1,000 mg.", "Como máximo 1000 mg.", "es"),
        ("At most 1,000 mg.", "Höchstens 1.000 mg.", "de"),
        ("Take 1.5 ml.", "Nehmen Sie 1.5 ml.", "de"),
        ("At most 1,000 mg.", "Au plus 1\u202f000 mg.", "fr"),
        ("At most 1,000.5 mg.", "Höchstens 1.000,5 mg.", "de"),
        ("Take ½ tablet.", "Tome ½ tableta.", "es"),
        ("Do it 10 times.", "افعلها ١٠ مرات.", "ar"),
        ("Take 1.5 ml.", "خذ ١٫٥ مل.", "ar"),
        ("Do it 10 times.", "এটি ১০ বার করুন।", "bn"),
    ],
)
def test_the_same_value_is_the_same_number(english: str, text: str, language: str) -> None:
    assert list(differences(Words(english, "en"), Words(text, language))) == []


@pytest.mark.parametrize(
    ("english", "text", "language", "code", "message"),
    [
        ("Take 1.5 ml.", "Tome 15 ml.", "es", "E704", "the number 1.5 is missing"),
        ("At most 1,000 mg.", "Höchstens 1,000 mg.", "de", "E704", "the number 1,000 is missing"),
        ("Take 1 ml.", "Tome 1.000 ml.", "es", "E704", "the number 1 is missing"),
        ("Take ½ tablet.", "Tome una tableta.", "es", "E704", "the number ½ is missing"),
        ("Take 1 tablet.", "Tome 1½ tabletas.", "es", "E704", "the number ½ is not in the source"),
        (
            "Walk 5 minutes, then 10 minutes.",
            "Camine 10 minutos, luego 5 minutos.",
            "es",
            "W707",
            "the source has the numbers 5, 10, and here they are 10, 5",
        ),
        ("Take 1 tablet.", "Tome 1⅓ tabletas.", "es", "E704", "the number ⅓ is not in the source"),
        ("Take 5 mg.", "Tome 5² mg.", "es", "E704", "the number ² is not in the source"),
        ("Take 5 mg.", "Tome ⑤ mg.", "es", "E704", "the number 5 is missing"),
        ("Take 5 mg.", "Tome Ⅴ mg.", "es", "E704", "the number 5 is missing"),
        ("Take 5 mg.", "Tome ５０ mg.", "es", "E704", "the number 5 is missing"),
        ("Take 5 mg.", "५० मिलीग्राम लें।", "hi", "E704", "the number 5 is missing"),
        ("Below -5 degrees.", "Menos de 5 grados.", "es", "E704", "the number -5 is missing"),
        (
            "Hold 5 seconds. Do it 10 times.",
            "Mantenga 10 segundos. Hágalo 5 veces.",
            "es",
            "E704",
            "'5 seconds' in the source is '5 veces' here",
        ),
    ],
)
def test_another_value_or_order_is_told(
    english: str, text: str, language: str, code: str, message: str
) -> None:
    ((found, said),) = differences(Words(english, "en"), Words(text, language))
    assert found == code
    assert message in said


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("Take 5 mg a day.", "Tome 5 g al día.", "es"),
        ("Take **5** mg a day.", "Tome **5** ml al día.", "es"),
        ("Take 5 [[milligram|mg]].", "Tome 5 [[milligram|g]].", "es"),
        ("Take 5 mg.", "Nehmen Sie 5 g.", "de"),
        ("Take 5 mg a day.", "خذوا ٥ غرام يوميًا.", "ar"),
        ("Take 5 mg a day.", "हर दिन 5 ग्राम लें।", "hi"),
        ("Take 5 mg a day.", "Uống 5 g mỗi ngày.", "vi"),
        ("Take 5 mg a day.", "每天服用 5 克。", "zh-Hans"),
        ("Take 1 teaspoon.", "Tome 1 cucharada.", "es"),
        ("Hold for 5 seconds.", "Mantenga 5 minutos.", "es"),
        ("Wait for 2 weeks.", "انتظروا يومين (2).", "ar"),
        ("Take it for 2 weeks.", "服用 2 个月。", "zh-Hans"),
        ("Take 2 tablets a day.", "Tome 2 tabletas cada hora.", "es"),
        ("Fever over 38 °C.", "Fiebre de más de 38 °F.", "es"),
        ("Take two tablets.", "Tome cinco tabletas.", "es"),
        ("Take two tablets.", "服用五片。", "zh-Hans"),
        ("Take it twice a day.", "Tómelo una vez al día.", "es"),
        ("Take it once a day.", "Tómelo tres veces al día.", "es"),
        ("Take it twice a day.", "خذوه ثلاث مرات في اليوم.", "ar"),
        ("Take it twice a day.", "दिन में तीन बार लें।", "hi"),
        ("Take it twice a day.", "Uống năm lần mỗi ngày.", "vi"),
        ("Take it every six hours.", "每十二小时服用。", "zh-Hans"),
        ("Take half a tablet.", "Tome una tableta.", "es"),
        ("Take at most 4 tablets.", "Tome al menos 4 tabletas.", "es"),
        ("Take at most 4 tablets.", "تناولوا 4 أقراص على الأقل.", "ar"),
        ("Take no more than 4 pills.", "कम से कम 4 गोलियाँ लें।", "hi"),
        ("Take at most 4 tablets.", "Uống ít nhất 4 viên.", "vi"),
        ("Take at most 4 tablets.", "至少服用 4 片。", "zh-Hans"),
        ("Take it at night.", "Tómelo por la mañana.", "es"),
        ("Lie on your left side.", "向右侧躺。", "zh-Hans"),
        ("Do not take more than 4 pills.", "Tome al menos 4 pastillas.", "es"),
        ("Wait for five years.", "Chờ hai năm.", "vi"),
    ],
)
def test_another_amount_is_an_error(english: str, text: str, language: str) -> None:
    found = [*differences(Words(english, "en"), Words(text, language))]
    assert [code for code, _ in found] == ["E704"]


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("Take 5 mg.", "Prenez 5 mg.", "fr"),
        ("Take two tablets every 6 hours.", "Nehmen Sie alle 6 Stunden zwei.", "de"),
        ("Take it twice a day.", "Tómelo dos veces al día.", "es"),
        ("Take it twice a day.", "خذوه مرّتين في اليوم.", "ar"),
        ("Take it twice a day.", "दिन में दो बार लें।", "hi"),
        ("Take it twice a day.", "Uống hai lần mỗi ngày.", "vi"),
        ("Take two tablets every six hours.", "每六小时服用两片。", "zh-Hans"),
        ("Wait for 2 weeks.", "انتظروا أسبوعين (2).", "ar"),
        ("Take half a tablet.", "आधी गोली लें।", "hi"),
        ("Take half a tablet.", "服用半片。", "zh-Hans"),
        ("Bend both knees.", "Doble las dos rodillas.", "es"),
        ("Sit for twelve minutes.", "坐十二分钟。", "zh-Hans"),
        ("Wait for five years.", "Chờ năm năm.", "vi"),
        ("Do not take more than 4 pills.", "No tome más de 4 pastillas.", "es"),
        ("Lie on your left side for 5 more minutes.", "बाईं करवट 5 मिनट और लेटें।", "hi"),
        ("People aged 45 or more", "من عمرهم 45 عامًا أو أكثر", "ar"),
        ("At 3 in the morning", "في الساعة 3 فجرًا", "ar"),
        ("In the right spot it helps.", "En el lugar correcto ayuda a dormir.", "es"),
        ("Tired these days? All right.", "¿Cansado hoy en día? Siéntese a la izquierda.", "es"),
    ],
)
def test_the_same_amount_may_be_said_in_another_way(english: str, text: str, language: str) -> None:
    assert [*differences(Words(english, "en"), Words(text, language))] == []


@pytest.mark.parametrize("text", ["5 mg ", "two days ", "{{ ", "7 8 9 10 mg "])
def test_a_text_made_to_keep_it_busy_takes_a_moment(text: str) -> None:
    long = Words(text * (40_000 // len(text)), "en")
    started = time.thread_time()
    assert len([*differences(long, Words(long.text, "es"))]) <= 1
    assert time.thread_time() - started < 15


def test_of_many_missing_numbers_some_are_listed() -> None:
    said = [*differences(Words(" ".join(map(str, range(10, 40))), "en"), Words("", "es"))]
    listed = "10, 11, 12, 13, 14, 15, 16, 17 and 22 more"
    assert said == [("E704", f"the number {listed} is missing from the translation")]
