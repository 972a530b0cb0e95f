"""What every word of the calendar means, written down apart from the lexicon: one text each, and the days it gives.

Months and weekdays of CLDR come from Babel, numbers and years are spelt here from their parts, the rest is by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import format_date

#: A Tuesday.
REFERENCE = date(2020, 5, 5)
#: One locale for each system of Gregorian months.
SYSTEMS = ("ar_SY", "ar_EG", "ar_DZ", "ar_TN", "ar_MA", "ar_MR")

ONES = ("", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
FEMININE = ("", "واحدة", "اثنتين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة")
TENS = ("", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين")
ORDINALS = ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")

#: Spellings beside CLDR's, by month.
MONTHS = (
    ("كانون ثاني",), ("فبرابر",), ("مارث",), ("ابريل",), ("نوار",), ("يونيه",),
    ("يوليه", "يوليوز"), ("أغسطوس", "اوغسطس", "غشت", "أغشت", "أوت"), ("سيبتمبر", "شتنبر", "شتمبر"),
    ("اوكتوبر",), ("نونمبر", "نونبر"), ("ديسنبر", "دجنبر", "دجمبر"),
)  # fmt: skip
#: The first day of each Hijri month of 1441 by the calendar of Umm al-Qura, with the month's name.
HIJRI = (
    ("محرم", "2019-08-31"), ("صفر", "2019-09-30"), ("ربيع الأول", "2019-10-29"), ("ربيع الآخر", "2019-11-28"),
    ("جمادى الأولى", "2019-12-27"), ("جمادى الآخرة", "2020-01-26"), ("رجب", "2020-02-25"), ("شعبان", "2020-03-25"),
    ("رمضان", "2020-04-24"), ("شوال", "2020-05-24"), ("ذو القعدة", "2020-06-22"), ("ذو الحجة", "2020-07-22"),
)  # fmt: skip
WEEKDAYS = ("اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد")
DECADES = (("الأربعينات", 1940), ("الخمسينات", 1950), ("الستينات", 1960), ("السبعينات", 1970), ("الثمانينات", 1980),
           ("التسعينات", 1990))  # fmt: skip


class Case(NamedTuple):
    """A text at the reference, and the days of its one expression (ISO, "" for not known; None: it has none)."""

    text: str
    earliest: str | None
    latest: str | None


def cases() -> list[Case]:
    """All cases."""
    return [*_cldr(), *_numbers(), *_years(), *_names(), *BY_HAND]


def _day(text: str, day: date) -> Case:
    return Case(text, day.isoformat(), day.isoformat())


def _cldr() -> Iterator[Case]:
    for month in range(1, 13):
        day = date(2020, month, 17)
        yield from (_day(format_date(day, "d MMMM y", locale=locale), day) for locale in SYSTEMS)
        yield from (_day(f"17 {name} 2020", day) for name in MONTHS[month - 1])
    for back in range(1, 8):
        day = REFERENCE - timedelta(days=back)
        yield _day(f"التقى {format_date(day, 'EEEE', locale='ar')} الماضي وزير الخارجية", day)


def _spelt(number: int, ones: tuple[str, ...] = ONES) -> str:
    if number <= 10:
        return ones[number] if number < len(ones) else ONES[number]
    if number < 20:
        return f"{('أحد', 'اثني', *ones[3:10])[number - 11]} عشر"
    tens, rest = divmod(number, 10)
    return f"{ones[rest]} و{TENS[tens]}" if rest else TENS[tens]


def _numbers() -> Iterator[Case]:
    for number in range(3, 32):
        ahead = REFERENCE - timedelta(days=number)
        yield _day(f"التقى به قبل {_spelt(number, FEMININE)} {'أيام' if number <= 10 else 'يوما'}", ahead)
    for number in range(1, 32):
        yield _day(f"في {_ordinal(number)} من كانون الثاني 2020", date(2020, 1, number))


def _ordinal(number: int) -> str:
    if number <= 10:
        return ORDINALS[number]
    if number < 20:
        return f"{'الحادي' if number == 11 else ORDINALS[number - 10]} عشر"
    tens, rest = divmod(number, 10)
    unit = "الحادي" if rest == 1 else ORDINALS[rest]
    return f"{unit} و{'ال'}{TENS[tens]}" if rest else f"ال{TENS[tens]}"


def _years() -> Iterator[Case]:
    for year in range(1900, 2051):
        base, rest = ("ألف وتسعمائة", year - 1900) if year < 2000 else ("ألفين", year - 2000)
        yield Case(f"في عام {base}{f' و{_spelt(rest)}' if rest else ''}", f"{year}-01-01", f"{year}-12-31")


def _names() -> Iterator[Case]:
    yield from (_day(f"1 {name} 1441", date.fromisoformat(first)) for name, first in HIJRI)
    for number, name in enumerate(WEEKDAYS):
        # The third day of June 2020 is a Wednesday, that of July a Friday: where the two agree, the day is meant.
        month, said = (7, "تموز") if number == 2 else (6, "حزيران")
        first = next(day for day in (date(2020, month, each) for each in range(1, 8)) if day.weekday() == number)
        yield _day(f"ثالث {name} من {said} 2020", first + timedelta(days=14))
    yield from (Case(f"عاد في {name} إلى بلده", f"{first}-01-01", f"{first + 9}-12-31") for name, first in DECADES)


BY_HAND = [
    Case("التقى به اليوم", "2020-05-05", "2020-05-05"),
    Case("التقى به في نفس اليوم", "", ""),
    Case("التقى به النهاردة", "2020-05-05", "2020-05-05"),
    Case("التقى به أمس", "2020-05-04", "2020-05-04"),
    Case("التقى به أول أمس", "2020-05-03", "2020-05-03"),
    Case("يلتقي به غدا", "2020-05-06", "2020-05-06"),
    Case("يلتقي به بعد غد", "2020-05-07", "2020-05-07"),
    Case("التقى به الأربعا الماضي وزير الخارجية", "2020-04-29", "2020-04-29"),
    Case("التقى به صباح 4 أيار 2020", "2020-05-04", "2020-05-04"),
    Case("التقى به قبل أسبوعين", "2020-04-21", "2020-04-21"),
    Case("التقى به قبل ثلاثة أشهر", "2020-02-01", "2020-02-29"),
    Case("التقى به قبل شهرين", "2020-03-01", "2020-03-31"),
    Case("التقى به قبل ثلاثة أعوام", "2017-01-01", "2017-12-31"),
    Case("التقى به قبل عامين", "2018-01-01", "2018-12-31"),
    Case("التقى به قبل عقدين", "2000-01-01", "2009-12-31"),
    Case("التقى به قبل ثلاثة عقود", "1990-01-01", "1999-12-31"),
    Case("خلال شهري آذار ونيسان 2020", "2020-03-01", "2020-04-30"),
    Case("خلال عامي 2018 و2019", "2018-01-01", "2019-12-31"),
    Case("التقى به الأسبوع قبل الماضي", "2020-04-20", "2020-04-26"),
    Case("التقى به قبل بضعة أيام", "", "2020-05-05"),
    Case("رأس السنة الميلادية 2020", "2020-01-01", "2020-01-01"),
    Case("عيد الميلاد 2019", "2019-12-25", "2019-12-25"),
    Case("عيد الفطر 2019", "2019-06-04", "2019-06-04"),
    Case("عيد الأضحى 2019", "2019-08-11", "2019-08-11"),
    Case("عيد الفصح 2019", "2019-04-21", "2019-04-21"),
    Case("في عام 1900 قبل الميلاد", None, None),
    Case("رقم 2019/05/03", None, None),
    Case("يجتمعون كل يوم الجمعة", None, None),
    Case("قالت روسيا اليوم", None, None),
    Case("تحتفل البلاد اليوم الوطني", None, None),
    Case("يلتقي به صباح غد", "2020-05-06", "2020-05-06"),
    Case("التقاه بالأمس", "2020-05-04", "2020-05-04"),
    Case("التقى به الثلاثا الماضي وزير الخارجية", "2020-04-28", "2020-04-28"),
    Case("التقى به قبل ثلاثة أسابيع", "2020-04-14", "2020-04-14"),
    Case("تغير ذلك خلال العقد الماضي", "2010-01-01", "2019-12-31"),
    Case("في شهر اثنان 2020", "2020-02-01", "2020-02-29"),
    Case("في نصف شهر آذار 2020", "2020-03-11", "2020-03-20"),
    Case("رأس السنة الهجرية 2019", "2019-08-31", "2019-08-31"),
]
