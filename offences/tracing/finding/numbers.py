"""Numbers as people write them: digits with commas, decimals, and words up to thousands."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_VALUES = {
    "zero": 0,
    "nought": 0,
    **{word: n for n, word in enumerate(_UNITS, 1)},
    **{word: n for n, word in enumerate(_TEENS, 10)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
}
_SCALES = {"hundred": 100, "thousand": 1000}

# All of this is part of a hundred other patterns: each word is written out as seldom as can be.
_unit = "|".join(_UNITS)
_GAP = r"(?:\s+|[-‐‑])"
_AND = r"[\s‐‑-]+(?:and[\s‐‑-]+)?"
# What follows a hundred is less than one: "two hundred and three hundred" are two numbers.
_after_scale = (
    rf"(?:(?<=dred)(?!{_AND}\w+{_GAP}hundred)|(?<=sand)(?!,?{_AND}\w+{_GAP}thousand),?){_AND}"
)
_below_hundred = (
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    rf"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_unit}"
    rf"|a{_GAP}(?:hundred|thousand|dozen)\b|(?<!by\s)the{_GAP}dozen\b|(?<=of\s)the{_GAP}(?:hundred|thousand)\b(?=\s+(?:with|where|in\s+which|for\s+which)\b)|(?<=the\s)hundred(?=\s+and\s))"
)
_with_scale = rf"(?:{_GAP}(?:hundred|thousand|dozen)\b|(?<=ty){_GAP}(?:{_unit})\b)*"
WORDS = (
    # Most words are soon none.
    rf"\b(?=[aefhnostz][aehilnow\s‐‑-]|hundred)(?:(?:half{_GAP}an?|an){_GAP}dozen|zero|nought"
    rf"|(?:(?:(?<!\w)|{_after_scale}){_below_hundred}{_with_scale})+)\b"
)
"""A pattern for a number in words; without regard to case."""

_THIN = "\u00a0\u2009\u202f"
DIGITS = (
    rf"(?=\d)(?<![\w/])(?<!\d[.,])(?:\d{{1,3}}(?:[,{_THIN}]\d{{3}}){{1,4}}|\d{{1,15}})(?:\.\d{{1,9}})?"
    r"(?:(?=pc\b)|(?![\w/]|[.,]\d))"
)
"""A pattern for a number in digits that stands by itself: not "88A", not "71/17".

Thousands by a comma or a thin space; "pc" is a newspaper's per cent. No count has more than fifteen
digits: longer ones are numbers of another kind.
"""

NUMBER = rf"(?:{DIGITS}|{WORDS})"
NUMBER_START = r"(?:(?<![\w/])(?=\d)|\b(?=[aefhnostz][aehilnow\s‐‑-]|hundred))"
"""A pattern for each place where a number can begin."""
_NUMBER = re.compile(rf"(?P<digits>{DIGITS})|(?P<words>{WORDS})", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_MILLION = re.compile(r"\s+(million|billion)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number in a text, and where it stands."""

    start: int
    end: int
    value: Fraction
    decimals: int = 0
    in_words: bool = False
    is_dozen: bool = False

    @property
    def is_whole(self) -> bool:
        return self.value.denominator == 1

    @property
    def is_small_word(self) -> bool:
        """One of the words zero to nine, or a dozen, which are as often no figure at all."""
        return self.in_words and (self.value < 10 or self.is_dozen)


def value_of(words: str) -> int:
    """The value of a number in words: "one hundred and thirty-one" is 131."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in _VALUES:
            current += _VALUES[word]
        elif word in ("a", "the"):
            current = 1
        elif word == "hundred":
            current = (current or 1) * _SCALES[word]  # "the hundred and ten"
        elif word == "dozen":
            current = 6 if "half" in words.casefold() else 12 * current
        elif word == "thousand":
            total, current = total + current * _SCALES[word], 0
    return total + current


def numbers_in(text: str) -> list[Number]:
    """Every number of a text, in order."""
    found = []
    for match in _NUMBER.finditer(text):
        end = match.end()
        if match["words"]:
            value = Fraction(value_of(match["words"]))
            is_dozen = match["words"].casefold().endswith("dozen")
            half = _AND_A_HALF.match(text, end)
            if half and not is_dozen:
                value, end = value + Fraction(1, 2), half.end()
            decimals = 1 if half else 0
            found.append(Number(match.start(), end, value, decimals, True, is_dozen))
            continue
        digits = re.sub(rf"[,{_THIN}]", "", match["digits"])
        value, decimals = Fraction(Decimal(digits)), len(digits.partition(".")[2])
        if scale := _MILLION.match(text, end):
            value *= 10**6 if scale[1].casefold() == "million" else 10**9
            end = scale.end()
        found.append(Number(match.start(), end, value, decimals))
    return found


def half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """Rounded half up to so many decimals, on exact fractions: 229.591 is 229.6."""
    scale = 10**decimals
    return Fraction((value * scale + Fraction(1, 2)).__floor__(), scale)
