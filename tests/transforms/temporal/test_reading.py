"""`liqa dates`: the seeds, refusals, every month system and spelling, properties, hostile text."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.dates import format_date
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loaded import lexicon
from tests.transforms.temporal.reading import read
from transforms.temporal import read_dates

SEEDS = Path(__file__).parents[3] / "seeds"
#: The seeds' ten dates: surface, earliest, latest.
TEN = {
    "000": [
        ("يوم أمس", "", ""),
        ("8 نيسان 2020", "2020-04-08", "2020-04-08"),
        ("بداية الشهر الحالي", "", ""),
        ("بداية الشهر الحالي", "", ""),
    ],
    "001": [("يوم أمس الجمعة", "", "")],
    "002": [("الخميس, ديسمبر 5, 2024", "2024-12-05", "2024-12-05")],
    "003": [("12.آب.2020", "2020-08-12", "2020-08-12")],
    "004": [
        ("2023.11.14", "2023-11-14", "2023-11-14"),
        ("العام 2011", "2011-01-01", "2011-12-31"),
        ("الأسبوع الماضي", "2023-11-06", "2023-11-12"),
    ],
}
#: One locale for each system of Gregorian months.
SYSTEMS = ["ar_SY", "ar_EG", "ar_DZ", "ar_TN", "ar_MA", "ar_MR"]
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئًٌٍَُِّْـ0123456789٠١٢٣ /.-،؛()\n\u200f\u202b", max_size=120)
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.mark.parametrize("seed", TEN)
def test_the_seeds_dates_and_no_others(seed: str) -> None:
    text = next(SEEDS.glob(f"{seed}_*.txt")).read_text("utf-8")
    assert [each[:3] for each in read(text)] == TEN[seed]


@pytest.mark.parametrize(
    "text",
    [
        "قرار مجلس الأمن 2254",
        "القرارين 2118 و2254",
        "الأمين العام للأمم المتحدة",
        "انتخاب 19 عضوا جديدا",
        "بلغ السعر 1950.5 دولار",
        "فاز 3-2 على ضيفه",
        "بطريقة 4-2-3-1",
        "درجة الحرارة 1.4 مئوية",
        "الهاتف 0912345678",
        "السيدة نيسان والسيد رجب",
        "محمد رمضان وصفر",
        "عبد الأحد اسطيفو",
        "قصر تشرين",
        "صلاة الجمعة",
        "آذار من الأسماء",
        "تقرير رقم 12/5/45",
        "مارس ضغوطا على الحكومة",
        "فيروس كورونا المستجد",
        "بشكل يومي ودوري",
        "اتصالات الاتحاد",
        "أخرج 55 مشفى ومركزا صحيا",
        "كل يوم جمعة",
        "ملعب السادس من أكتوبر",
    ],
)
def test_refusals(text: str) -> None:
    assert read(text, "2020-05-05") == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("في ١٦ شباط ٢٠١٩", "١٦ شباط ٢٠١٩"),
        ("في ۱۶ شباط ۲۰۱۹", "۱۶ شباط ۲۰۱۹"),
        ("في 16 شُبَاط 2019", "16 شُبَاط 2019"),
        ("في 16 شبـــاط 2019", "16 شبـــاط 2019"),
        ("في \u200f16\u200f شباط\u00a02019", "16\u200f شباط\u00a02019"),
        ("16/2/2019", "16/2/2019"),
        ("16-02-2019", "16-02-2019"),
        ("16.2.2019", "16.2.2019"),
        ("2019/02/16", "2019/02/16"),
        ("السادس عشر من فبراير 2019", "السادس عشر من فبراير 2019"),
        ("السادس عشر من شباط/فبراير 2019م", "السادس عشر من شباط/فبراير 2019م"),
        ("16 فبراير (شباط) 2019", "16 فبراير (شباط) 2019"),
        ("16 فبراير شباط 2019", "16 فبراير شباط 2019"),
        ("16 فبراير/ شباط 2019", "16 فبراير/ شباط 2019"),
        ("16فيفري2019", "16فيفري2019"),
        ("السبت 16 شباط، 2019", "السبت 16 شباط، 2019"),
        ("السبت الموافق 16 شباط 2019", "السبت الموافق 16 شباط 2019"),
        (
            "السبت 11 جمادى الآخرة 1440هـ الموافق 16 فبراير 2019م",
            "السبت 11 جمادى الآخرة 1440هـ الموافق 16 فبراير 2019م",
        ),
        ("والسبت 16 شباط 2019", "السبت 16 شباط 2019"),
        ("فبراير 16, 2019", "فبراير 16, 2019"),
        ("16 من شهر شباط من عام 2019", "16 من شهر شباط من عام 2019"),
        ("16 شباط ألفين وتسعة عشر", "16 شباط ألفين وتسعة عشر"),
        ("السوري.16 شباط 2019،كما", "16 شباط 2019"),
    ],
)
def test_spellings_of_one_day(text: str, surface: str) -> None:
    assert [each[:3] for each in read(text)] == [(surface, "2019-02-16", "2019-02-16")]


@pytest.mark.parametrize("system", SYSTEMS)
@settings(max_examples=60, deadline=None)
@given(day=DAYS)
def test_a_date_in_any_system_reads_back(system: str, day: date) -> None:
    for pattern in ("d MMMM y", "EEEE، d MMMM y", "EEEE d MMMM، y", "d-MMMM-y"):
        text = format_date(day, pattern, locale=system)
        for digits in (text, text.translate(INDIC), text.translate(PERSIAN)):
            assert [each[:3] for each in read(digits)] == [(digits, day.isoformat(), day.isoformat())]


@settings(max_examples=80, deadline=None)
@given(day=st.dates(date(1950, 1, 1), date(2070, 1, 1)))
def test_a_hijri_date_reads_back(day: date) -> None:
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    text = f"{hijri.day} {hijri.month_name('ar')} {hijri.year}هـ"
    assert [each[:3] for each in read(text)] == [(text, day.isoformat(), day.isoformat())]


@settings(max_examples=60, deadline=None)
@given(day=DAYS, reference=DAYS)
def test_yearless_dates_stay_near_their_reference(day: date, reference: date) -> None:
    text = "قال الوزير إنه التقى السفير في " + format_date(day, "d MMMM", locale="ar_SY")
    ((_, earliest, latest, _),) = read(text, reference.isoformat())
    assert earliest == latest
    assert earliest <= reference.isoformat()
    assert (date.fromisoformat(earliest).month, date.fromisoformat(earliest).day) == (day.month, day.day)


@settings(max_examples=150, deadline=None)
@given(text=ARABIC)
def test_any_text_is_read_and_spans_are_its_own(text: str) -> None:
    for each in read_dates(text, lexicon(), date(2020, 5, 5)):
        assert text[each.start : each.end] == each.surface
        earliest, latest = each.interval
        assert earliest is None or latest is None or earliest <= latest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("اليوم", 0),
        ("أمس", -1),
        ("البارحة", -1),
        ("أول أمس", -2),
        ("أول من أمس", -2),
        ("أمس الأول", -2),
        ("غدا", 1),
        ("بعد غد", 2),
        ("قبل يومين", -2),
        ("منذ ثلاثة أيام", -3),
        ("قبل عشرة أيام", -10),
        ("قبل 11 يوما", -11),
        ("الليلة الماضية", -1),
        ("صباح أمس", -1),
        ("مساء أمس الأول", -2),
        ("قبل أسبوعين", -14),
        ("بالأمس", -1),
    ],
)
def test_days_counted_from_the_reference(text: str, days: int) -> None:
    expected = (date(2020, 5, 5) + timedelta(days=days)).isoformat()
    assert [each[1:3] for each in read(f"التقى الوزير السفير {text}", "2020-05-05")] == [(expected, expected)]


def test_the_sentence_decides_on_which_side_an_open_date_lies() -> None:
    assert read("سيلتقي الوزير السفير الخميس", "2020-05-05")[0][1] == "2020-05-07"
    assert read("التقى الوزير السفير الخميس", "2020-05-05")[0][1] == "2020-04-30"
    assert read("من المقرر أن يجتمع الوزراء في 12 آذار", "2020-05-05")[0][1] == "2021-03-12"


def test_a_text_may_date_itself() -> None:
    body = "التقى الوزير أمس السفير في مكتبه بالعاصمة وبحث معه ملفات عديدة.\n"
    text = "لقاء الوزير والسفير الفرنسي في دمشق\n\n12 آب 2020\n\n" + body
    assert [each[1] for each in read(text)] == ["2020-08-12", "2020-08-11"]


@pytest.mark.parametrize("unit", ["1234567890", "اليوم ", "12/", "1-1-", "آب ", "(12 آب) ", "\u202b\u200f", "أمس. "])
def test_hostile_text_takes_work_in_proportion(unit: str) -> None:
    """Counted in calls, not in seconds: twice the text, twice the calls (`benchmarks/dates.py` takes the time)."""

    def calls(size: int) -> int:
        count = 0

        def tally(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += 1

        text = (unit * (size // len(unit) + 1))[:size]
        sys.setprofile(tally)
        try:
            read_dates(text, lexicon())
        finally:
            sys.setprofile(None)
        return count

    calls(2_000)
    assert calls(20_000) < 2.5 * calls(10_000) + 1_000


ORDINALS = [
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي عشر",
    "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر",
    "العشرين", "الحادي والعشرين", "الثاني والعشرين", "الثالث والعشرين", "الرابع والعشرين", "الخامس والعشرين",
    "السادس والعشرين", "السابع والعشرين", "الثامن والعشرين", "التاسع والعشرين", "الثلاثين", "الحادي والثلاثين",
]  # fmt: skip
CARDINALS = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]


@pytest.mark.parametrize(("number", "ordinal"), list(enumerate(ORDINALS, 1)), ids=ORDINALS)
def test_a_day_in_words(number: int, ordinal: str) -> None:
    wanted = date(2015, 3, number).isoformat()
    assert [each[:3] for each in read(f"في {ordinal} من آذار 2015")] == [(f"{ordinal} من آذار 2015", wanted, wanted)]


@pytest.mark.parametrize(("number", "cardinal"), list(enumerate(CARDINALS, 3)), ids=CARDINALS)
def test_a_count_in_words(number: int, cardinal: str) -> None:
    wanted = (date(2015, 3, 20) - timedelta(days=number)).isoformat()
    assert [each[1] for each in read(f"التقاه قبل {cardinal} أيام", "2015-03-20")] == [wanted]
