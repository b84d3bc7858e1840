"""A figure found in a text, before anybody has asked whether it is right."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from offences.tracing.finding.numbers import NUMBER

type Kind = (
    # Numbers of offences, and what is computed from them.
    Literal["count", "range", "difference", "percent", "points", "fraction", "multiple", "record"]
    | Literal["rate", "interval", "per_head"]
    # Numbers of forces; "maybe": "18 of 20" and "nine of them" without the word "forces".
    | Literal["coverage", "maybe_coverage", "forces", "maybe_forces"]
    # Years and lengths of time.
    | Literal["year", "since", "from_year", "span", "data_years", "months"]
    # Ages: a band, the most common and the youngest one.
    | Literal["band", "mode", "youngest"]
    # Digits that are no number ("1,23"), money, and figures that are of something else.
    | Literal["malformed", "money", "exempt"]
    # Words without a number.
    | Literal["vivid", "comparison", "last_year", "place"]
)
SHARES = ("percent", "fraction")
"""Kinds of figures that may be a share of a whole."""


@dataclass(frozen=True)
class Candidate:
    """One figure: what kind of statement it is, where it stands and what it says.

    `kind` names the judge it goes to. `of` is the second number of "40 of 44" or "between 1 and
    4"; `word` the unit of a rate, the name of a multiple or the word "highest"; `way` the rise or
    fall that a difference claims by itself; `year_count` the 20 of "a 20-year high".
    """

    kind: Kind
    start: int
    end: int
    value: Fraction = Fraction(0)
    decimals: int = 0
    modifier: str = ""
    of: Fraction = Fraction(1)
    word: str = ""
    way: str = ""
    year: int = 0
    year_count: int = 0


_MODIFIERS = (
    (
        "near",
        r"nearly|almost|near(?:s|ed|ing)?|approach(?:es|ing)"
        r"|clos(?:e|es|ed|ing)\s+(?:in\s+)?(?:to|on)"
        r"|(?:edg|inch|creep|head)(?:s|es|ed|ing)\s+towards?|on\s+the\s+(?:brink|verge|cusp)\s+of"
        r"|(?:just|slightly|marginally|(?:an?|the)\s+(?:little|touch|shade|fraction|whisker|hair|bit))\s+"
        r"(?:under|below|short\s+of|shy\s+of|fewer\s+than|less\s+than)"
        r"|not\s+far\s+(?:off|short\s+of|from|below)",
    ),
    ("at_least", r"at\s+least|(?:no|not)\s+(?:fewer|less)\s+than|a\s+minimum\s+of"),
    ("at_most", r"(?:no|not)\s+more\s+than|at\s+most"),
    (
        "over",
        r"more\s+than|over|above|in\s+excess\s+of|upwards\s+of|pass(?:es|ed|ing)?|top(?:s|ped|ping)?"
        r"|exceed(?:s|ed|ing)?|cross(?:es|ed|ing)|breach(?:es|ed|ing)|beyond|north\s+of"
        r"|(?<!\bhalf )past"
        r"|surpass(?:es|ed|ing)?",
    ),
    (
        "about",
        r"(?:almost|nearly)\s+exactly"
        r"|(?<!talking )(?<!talk )(?<!speaking )about|around|roughly|approximately|some|circa",
    ),
    ("under", r"fewer\s+than|less\s+than|under|below"),
    ("exactly", r"exactly|precisely"),
)
_MODIFIER = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _MODIFIERS) + r")\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
# In "20 more than 48" and "a third fewer than 48" the words belong to what stands before them.
_IS_TAKEN = re.compile(
    rf"(?:{NUMBER}|%|per\s+cent|\b(?:times|half|thirds?|quarters?|many|much))\s+$", re.IGNORECASE
)
_AN_AGE = (
    r"(?:1?\d|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)"
)
_OF_AN_AGE = re.compile(
    rf"(?:\bage[ds]?\s+(?:of\s+)?{NUMBER}|(?<![\w/–,.£-]){_AN_AGE})\s+(?:and|or)\s+$", re.IGNORECASE
)
# "Forces told the charity about 4,242 offences": of them.
_TELLS_OF = re.compile(
    r"\b(?:told|tells?|telling|hear[ds]?|hearing|informed|notified|alerted|warned|learn(?:ed|t)?"
    r"|knew|knows?|spoke|complained)\b(?:(?!\bthat\b)[^.;:,\d]){0,60}$",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"(?:more|fewer|less)\s+than", re.IGNORECASE)


@lru_cache(256)
def split_modifier(before: str) -> tuple[str, str]:
    """The text before a figure without its modifier, and the modifier's name."""
    match = _MODIFIER.search(before)
    if not match:
        return before, ""
    rest = before[: match.start()]
    if _COMPARES.match(match[0]) and _IS_TAKEN.search(rest):
        return before, ""
    if match.lastgroup == "about" and match[0][:5].casefold() == "about" and _TELLS_OF.search(rest):
        return before, ""
    if match.lastgroup in ("over", "under") and _OF_AN_AGE.search(rest):
        return before, ""
    return rest, str(match.lastgroup)
