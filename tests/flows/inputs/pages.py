"""A news page with everything a page has around its article."""

from __future__ import annotations

TITLE = "وزير الخارجية يستقبل نظيره الفرنسي"
FIRST = "استقبل وزير الخارجية المصري سامح شكري، يوم الثلاثاء، نظيره الفرنسي بالقاهرة، وبحثا التعاون بين البلدين."
SECOND = "وأكد الوزيران خلال اللقاء أهمية استمرار التشاور بشأن الأوضاع في المنطقة وسبل دعم الاستقرار."
THIRD = (
    "ومن المقرر أن يغادر الوزير الفرنسي القاهرة مساء اليوم متوجها إلى عمان في إطار جولة تشمل عدة دول عربية في المنطقة."
)


def page(head: str = "", foot: str = "", title: str = TITLE, charset: str = "utf-8") -> str:
    """A whole page; `head` and `foot` are added to its head and to its foot."""
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>{title} | صحيفة المثال</title>{head}</head>
<body><nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a><a href="/eco">اقتصاد</a></nav>
<main><article><h1>{title}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></main>
<footer><p>جميع الحقوق محفوظة © 2019 صحيفة المثال</p>{foot}</footer></body></html>"""
