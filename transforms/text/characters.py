"""The character tables: what folds onto what, what is deleted, what can be glued to a word. Only here does Arabic
stand in code.

Folding replaces one character by one character, so offsets stay. Deletable marks and the few characters that stand
for two letters change the length and are left to the offset map. Spelling variants that readers treat as one letter
fold together (hamza seats of alef, alef maqsura, ta marbuta, Persian letters); a lexicon entry that needs the
difference asks for it (`exact`).
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

TATWEEL = "\u0640"

#: Target character -> the characters that fold onto it.
FOLDS = MappingProxyType(
    {
        "ا": "أإآٱ",
        "ي": "ىیېۍ",
        "ك": "ک",
        "ه": "ةھہە",
        "و": "ۆۇ",
        "0": "٠۰",
        "1": "١۱",
        "2": "٢۲",
        "3": "٣۳",
        "4": "٤۴",
        "5": "٥۵",
        "6": "٦۶",
        "7": "٧۷",
        "8": "٨۸",
        "9": "٩۹",
        ",": "،٬",
        ";": "؛",
        "?": "؟",
        "%": "٪",
        ".": "٫۔",
        '"': "“”«»„‟″",
        "'": "‘’‚‛′`´",
        "-": "–—―−‐‑‒",
        "…": "⋯",
        " ": "\u00a0\t\r\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        "\n": "\u2028\u2029\x85",
    }
)

#: Vowel signs and other marks that belong to the letter before them.
ATTACHED_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
#: Characters without a width of their own: joiners, direction marks, soft hyphen, byte order mark.
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"

#: What is deleted: marks, invisible characters, and tatweel (a lone tatweel between spaces has become a dash before).
DELETABLE = re.compile(f"[{ATTACHED_MARKS}{INVISIBLE}{TATWEEL}]+")
#: What belongs to the character before: marks, and behind a letter tatweel as well.
ATTACHED_RUN = re.compile(rf"(?<=\w)[{ATTACHED_MARKS}{TATWEEL}]*|[{ATTACHED_MARKS}]*")
LONE_TATWEEL = re.compile(rf"(?<![\w{ATTACHED_MARKS}]){TATWEEL}+(?![\w{ATTACHED_MARKS}])")

#: Letters of Arabic script and of Latin script with accents, as ranges of a character class.
USUAL_LETTERS = "ء-يٱ-ۓA-Za-zÀ-ÖØ-öø-ɏ"

#: Letters in a fixed shape, as old software wrote them; some stand for two letters. Between the two halves of the first
#: block lie noncharacters, which are none.
FORMS = "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
PRESENTATION = re.compile(f"[{FORMS}]")

#: Whatever changes the length: one search finds both kinds.
CHANGING = re.compile(f"[{ATTACHED_MARKS}{INVISIBLE}{TATWEEL}{FORMS}]+")

#: What may stand glued before a word, in this order: conjunction, preposition or future sign, article.
CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
FUTURE = "س"
ARTICLE = "ال"
#: The preposition that swallows the article's alef, and the merged form.
SWALLOWING = "ل"
MERGED_ARTICLE = "لل"
#: What may stand glued after a word: object and possessive pronouns, and the alef of an indefinite accusative.
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "كم", "ك", "ي")
ACCUSATIVE = "ا"
#: The feminine ending, as folding leaves it, and what it becomes before a pronoun.
FEMININE = "ه"
FEMININE_BOUND = "ت"
#: The ending of an adjective of relation, and the endings of dual and sound plural (nominative, oblique).
NISBA = "ي"
DUAL_ENDINGS = ("ان", "ين")
PLURAL_ENDINGS = ("ون", "ين")


def letters_of(shape: str) -> str:
    """The letters that one presentation form stands for: the form itself where Unicode names none, nothing for a mark
    (which Unicode sets on a space or on a tatweel)."""
    return DELETABLE.sub("", unicodedata.normalize("NFKC", shape)).strip()


#: Folded letter -> its Latin value, for names without an English form: one value each, no vowel signs.
ROMAN = MappingProxyType(
    {
        "ب": "b",
        "ت": "t",
        "ث": "th",
        "ج": "j",
        "ح": "h",
        "خ": "kh",
        "د": "d",
        "ذ": "dh",
        "ر": "r",
        "ز": "z",
        "س": "s",
        "ش": "sh",
        "ص": "s",
        "ض": "d",
        "ط": "t",
        "ظ": "z",
        "ع": "a",
        "غ": "gh",
        "ف": "f",
        "ق": "q",
        "ك": "k",
        "ل": "l",
        "م": "m",
        "ن": "n",
        "ا": "a",
        "ه": "h",
        "و": "w",
        "ي": "i",
        "ء": "'",
        "ؤ": "'",
        "ئ": "'",
        "پ": "p",
        "چ": "ch",
        "ڤ": "v",
        "گ": "g",
        "ژ": "zh",
    }
)
