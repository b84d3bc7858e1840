"""Numbers that are written in words, in digits: “seventeen”, “a hundred and four”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: n for n, word in enumerate((*_UNITS, *_TEENS))}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS, 2)} | {"fourty": 40}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_VALUE, _TIME = "|".join([*_VALUES][::-1]), "|".join(_TIMES)
_UNIT = "|".join(_UNITS[:0:-1])
_TITLED = "|".join(word.title() for word in _VALUES)
_COUNTED = r"(?:Offen|Crime|Girl|Boy|Victim|Child|Male|Female|Case|Incident|Record|Rape)"
_OWN = r"(?:our|my|your|his|her|its|their|us|you)"
_NUMBER = re.compile(
    # “No one”, “one of our officers”, “one or more” and “Seven Oaks” count nothing.
    r"(?P<aside>\b(?:no|any|some|each|this|that|which|only|another|the) ones?\b"
    r"|\bone(?: |-)(?:another|off|way|stop|third|half|by one|to one|time|day|or (?:more|other|two)"
    rf"|of {_OWN}|in (?:{_VALUE})|would|should|could|can|may|might|must)\b|\bone[’']s\b"
    rf"|\b(?:two|three)[ -](?:thirds?|fold|way|quarters)\b|\b(?-i:(?:{_TITLED}) (?!{_COUNTED})"
    r"(?=[A-Z])))"
    rf"|(?<![\w’-])(?P<number>(?:an? (?=(?:{_TIME})\b)|(?:{_VALUE})\b(?:[ -](?:{_UNIT})\b)?)"
    rf"(?: ?(?:{_TIME})\b(?:,? (?:and )?(?:{_VALUE})\b(?:[ -](?:{_UNIT})\b)?)?)*)(?![\w’])",
    re.IGNORECASE,
)


@remembered
def in_digits(text: str) -> str:
    """A text with its numbers in digits, but for words that count nothing: “one another”."""
    return _NUMBER.sub(_digits, plain_text(text))


def _digits(found: re.Match[str]) -> str:
    """“Two hundred and six” is 206, and “twenty-one” 21."""
    if found["number"] is None:
        return found[0]
    whole = part = 0
    for word in re.findall(r"[a-z]+", found["number"].casefold()):
        if word in _TIMES:
            part = (part or 1) * _TIMES[word]
            if word == "thousand":
                whole, part = whole + part, 0
        else:
            part += _VALUES.get(word, 0)
    return str(whole + part)
