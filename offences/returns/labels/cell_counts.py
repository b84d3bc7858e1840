"""The content of one cell of a table: a count, or why there is none."""

import re
from dataclasses import dataclass
from functools import lru_cache

from offences.statistics.years import remembered_by_month

# The same words recur in one file.
remembered = lru_cache(maxsize=20_000)
remembered_years = remembered_by_month(20_000)  # of what is read by the month in which years start

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
SPACES = dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF), " ")
_SIGNS = {  # that look like the one a cell is read by
    **dict.fromkeys(map(ord, "‹＜﹤⟨〈〈≺"), "<"),
    **dict.fromkeys(map(ord, "›＞﹥⟩〉〉≻"), ">"),
    **dict.fromkeys(map(ord, "≦⩽"), "≤"),
    **dict.fromkeys(map(ord, "≧⩾"), "≥"),
    **dict.fromkeys(map(ord, "＊∗⁎✱"), "*"),
}
_PLAIN = DASHES | SPACES | _SIGNS

# Behind a number or a label: stars and daggers, (1), [note 2], (a), a raised figure or letter.
RAISED = "¹²³⁰⁴-⁹₀-₉ªºᵃ-ᶿ"
# Marks of notes, before or behind a text; “#” and “~” may be signs for “number” and “about”.
SURE_MARKS = "*†‡§^"
NOTE_MARKS = f"{SURE_MARKS}#~"
_MARK = (
    rf"(?:[{NOTE_MARKS}{RAISED}]++"
    r"|\((?:notes? )?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\[(?:notes? )?\w{1,2}\])"
)
# Nothing is tried in a second way: a line drawn in stars has more of them than there is time for.
_MARKS = re.compile(rf"(?<![\s,{NOTE_MARKS}{RAISED}])(?:[\s,]*+{_MARK})++$", re.IGNORECASE)

_RAISED_LAST = re.compile(rf"[\s,]*+[{RAISED}]++$")
_QUOTED = re.compile(r"[\"'“‘](.+)[\"'”’]")

_NUMBER = r"\d{1,3}(?:[, ]\d{3})+|\d+"
_COUNT = re.compile(rf"({_NUMBER})(?:\.0+)?(?: ?(?:offences?|crimes?|records?))?")
_WITH_SHARE = re.compile(rf"({_NUMBER}) ?\(\d+(?:\.\d+)? ?%\)")
_LETTER_BEHIND = re.compile(r"(?<=\d)[pr]$")  # “19p”: a mark, as “19 (p)” has it
_PAIR = re.compile(rf"(?:{_NUMBER}) ?(?:/|(?:out )?of) ?(?:{_NUMBER})")
_DECIMAL = re.compile(r"[-+]? ?£?(?:\d[\d, ]*)?\.?\d+ ?%?|\([\d,]+\)")
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_WORD = "|".join(_WORDS)
_IN_WORDS_TOO = re.compile(rf"(\d+) ?\((?:(0|nil|none)|({_WORD}))\)")  # “0 (nil)”, “7 (seven)”
_STACKED = re.compile(r"\d\s*\n\s*\d")  # two numbers, one below the other
_LIMIT = rf"({_NUMBER}|{_WORD})"

_BELOW = re.compile(
    rf"(?:<|(?:less|fewer|lower|smaller) (?:than|then)|under|below|not more than (?=0)) ?{_LIMIT}"
)
_UP_TO = re.compile(
    rf"(?:<=|=<|≤|up to|at most|no more than|not more than|maximum(?: of)?) ?{_LIMIT}"
    rf"|{_LIMIT} (?:or|and) (?:fewer|less|under|below|lower)"
)
_BETWEEN = re.compile(rf"(?:between |from )?{_LIMIT} ?(?:-|to|and) ?{_LIMIT}")
_SECTION = re.compile(
    # Not of the act that an offence is under: “Communications Act 2003 s127”.
    r"(?!(?:.* )?(?:offen[cs]es?|communications?|crimes?|criminal|justice|children|persons?|abuse"
    r"|harassment|theft|slavery|firearms|soa|mca|pha|oapa|cja|osa)\b(?!.*\b(?:foia?|exempt\w*)\b))"
    r"(?:(?:200[02]|(?!\d)\w+):? (?:- )?)*?(?:foia? ?)?"
    r"(?:section|sec\.?|sect\.?|s\.?) ?(?:[1-9]|[1-3]\d|4[0-4])(?!\d) ?[a-z]?"
    r"(?: ?\(\w{1,3}\))*(?:[ /,&+]+(?:and |s\.?)?\d{1,2}(?:\(\w{1,3}\))*)*(?: (?:of the )?(?:foia?"
    r"|exemptions?|exempt|applies|applied|act|costs?|refused|refusal).*)?"
)

_ZERO = re.compile(
    r"dim(?: ?/ ?nil)?|nil|none|zero|nought|nil return"
    r"|(?:none|nil)(?: were)? recorded|no (?:offences?|crimes?"
    r"|victims?)(?: (?:were )?recorded)?"
)
_SUPPRESSED = re.compile(
    r"\*+|\[c\]|\(c\)|c|~|suppress(?:ed|ion)?|supp\.?|redacted|masked|small numbers?|low numbers?"
    r"|disclosive|confidential|\[low\]"
)
_NOT_HELD = re.compile(
    r"n\.?/?a\.?|n/?h|n/?r|nih|not (?:recorded|held|applicable|collected|captured|known to be held)"
    r"|(?:no )?(?:data|information|info|records?|figures?)(?: (?:is|are))? (?:not )?(?:held"
    r"|recorded|collected|captured)|no (?:data|information|info|records?|figures?)|\[z\]"
    r"|does not hold|nothing held|we do not hold.*|not held .*"
)
_NOT_YET = re.compile(
    r"(?:(?:data|information|figures?)(?: (?:is|are))? )?not yet (?:available|provided|supplied"
    r"|published|known|ready)|awaited|awaiting (?:data|figures?|information|validation)|pending"
    r"|tb[cd]|t\.b\.[cd]\.?|to be (?:confirmed|determined|advised|provided|supplied)|to follow"
)
# A force’s [u] is its “unavailable”; ours, on a page, is “uncertain”.
_NOT_AVAILABLE = re.compile(
    r"x|\[x\]|\(x\)|\.\.|\.\.\.|…|:|\[u\]|unavailable|(?:(?:data|information|figures?)(?: (?:is"
    r"|are))? )?(?:not available|unavailable)|not (?:provided|supplied|published|known|ready)|n/?k"
)
_REFUSED = re.compile(
    r"exempt(?:ed|ion)?|(?:information |data )?(?:refused|withheld|exempt(?:ed)?)"
    r"(?: (?:under|by|due|on|as|in) .*)?|refusal|exemption (?:applies|applied|engaged)"
    r"|(?:over |exceeds )?(?:the )?costs? limits?(?: exceeded)?|cost refusal|ncnd"
    r"|neither confirm(?:ed)? n?or den(?:y|ied)"
    r"|(?:could|can|would|cannot|unable|not)\b\D{0,60}\b(?:cost|time|appropriate|fees?) limits?"
    r"(?: ?\(?s(?:ection|\.)? ?12(?:\(\d\))?\)?)?"
)
_MARKERS = (
    ("suppressed", _SUPPRESSED),
    ("not_held", _NOT_HELD),
    ("not_available", _NOT_AVAILABLE),
    ("not_available", _NOT_YET),
    ("refused", _REFUSED),
    ("refused", _SECTION),
)


@dataclass(frozen=True)
class CellCount:
    """A count, or a marker in its place: why there is no count, and the stated limits."""

    value: int | None = None
    marker: str | None = None
    low: int | None = None
    high: int | None = None


BLANK = CellCount(marker="blank")
UNREADABLE = CellCount(marker="unreadable")


@remembered
def plain_text(text: str) -> str:
    """One kind of dash and of space, no space at the ends."""
    return " ".join(text.translate(_PLAIN).replace("&lt;", "<").replace("&gt;", ">").split())


@remembered
def without_footnotes(text: str) -> str:
    """A label or number without the footnote marks behind it."""
    cut = _MARKS.sub("", text).strip()
    return cut or text


@remembered
def parse_count(text: str) -> CellCount | None:
    """Parse a cell in a number's place; None for words that are no marker either."""
    if not plain_text(text).strip("-"):
        return BLANK
    return _read(counted_part(text))


def count_in_cell(text: str) -> CellCount | None:
    """Parse a cell among counts, which a point may end: “Nil.”, “12.”."""
    return parse_count(text) or parse_count(re.sub(r"(?<=\w)\.$", "", text))


@remembered
def are_stacked(text: str) -> bool:
    """Whether a cell has several counts, each on a line of its own; on a page “|” is between."""
    lines = [line for line in re.split(r"\n| \| ", text) if line.strip()]
    return len(lines) > 1 and all(parse_count(line) is not None for line in lines)


@remembered
def counted_part(text: str) -> str:
    """The part of a cell that is its count or marker, in small letters; empty where none is."""
    phrase = plain_text(text).casefold()
    if "\n" in text and _STACKED.search(text):
        return ""
    plain = _RAISED_LAST.sub("", phrase)  # behind stars, which are no marks of notes
    quoted = _QUOTED.fullmatch(phrase)
    own = (phrase, without_footnotes(phrase), phrase.strip("[]()"), plain, plain.strip("[]()"))
    unlettered = _LETTER_BEHIND.sub("", phrase)
    candidates = dict.fromkeys((*own, unlettered, quoted[1] if quoted else phrase))
    return next(filter(_read, candidates), "")


def _read(phrase: str) -> CellCount | None:
    if found := _COUNT.fullmatch(phrase) or _WITH_SHARE.fullmatch(phrase):
        return CellCount(_number(found[1]))
    if twice := _IN_WORDS_TOO.fullmatch(phrase):
        number = _number(twice[1])
        return CellCount(number) if _number(twice[3] or "0") == number else None
    if _ZERO.fullmatch(phrase):
        return CellCount(0)
    return _limits(phrase) or _marker(phrase)


def _limits(phrase: str) -> CellCount | None:
    phrase = re.sub(r"^(?:suppressed|withheld|redacted)[ :(]+|[)]$", "", phrase)
    if found := _BELOW.fullmatch(phrase):
        low, high = 1, _number(found[1]) - 1
    elif found := _UP_TO.fullmatch(phrase):
        low, high = 1, _number(found[1] or found[2])
    elif found := _BETWEEN.fullmatch(phrase):
        low, high = _number(found[1]), _number(found[2])
    else:
        return None
    return CellCount(marker="suppressed", low=low, high=high) if low <= high else None


def _marker(phrase: str) -> CellCount | None:
    found = (name for name, pattern in _MARKERS if pattern.fullmatch(phrase))
    return CellCount(marker=name) if (name := next(found, None)) else None


def _number(phrase: str) -> int:
    if phrase in _WORDS:
        return _WORDS.index(phrase)
    return int(re.sub("[, ]", "", phrase)[:15])


@remembered
def is_pending(text: str) -> bool:
    """A figure that is still to come: “TBC”, “to follow”."""
    return bool(_NOT_YET.fullmatch(without_footnotes(plain_text(text).casefold())))


@remembered
def is_pair(text: str) -> bool:
    """Two numbers, of which either may be the count: “11/101”, “11 of 101”."""
    return bool(_PAIR.fullmatch(without_footnotes(plain_text(text).casefold())))


@remembered
def is_fraction(text: str) -> bool:
    """A number that cannot be a count: a percentage, a decimal, one below zero."""
    phrase = without_footnotes(plain_text(text))
    return parse_count(phrase) is None and bool(_DECIMAL.fullmatch(phrase))
