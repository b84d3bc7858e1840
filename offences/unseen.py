"""Characters of a text that nobody sees, and where a place was before they were taken away.

Text copied from a page or a document brings soft hyphens, spaces of no width and marks of
direction with it. A word or a number that has one would be another one to a program alone.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

# Unicode's format characters (Cf), what it says to show as nothing, and blanks of no use.
UNSEEN = re.compile(
    "[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BLANKS = frozenset("\u115f\u1160\u180e\u2800\u3164\uffa0")  # of no use, and shown as a space
# "**22** offences", "<b>22</b> offences", "_22_ offences"; not the star that stands for a number.
_EMPHASIS = re.compile(
    r"(?<![\w*])(?:\*{1,3}|_{1,3})(?=[\w£“\"])|(?<=[\w%”\".])(?:\*{1,3}|_{1,3})(?![\w*])"
    r"|</?(?:b|em|i|mark|span|strong|u)(?:\s[^<>]{0,80})?>",
    re.IGNORECASE,
)


# "11yos", "a 12 y/o", "13-yr-olds": read as "11-year-olds"
_YEARS_OLD_IN_SHORT = re.compile(
    r"(?<![\w.,£/])(?:1?\d|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)"
    r"(?P<short>[\s‐‑-]?(?:y(?:o|[/-]o|\.\s?o\b\.?)|yr?(?P<years>s)?\.?[\s‐‑-]?old)(?P<several>[’']?s)?)(?!\w)",
    re.IGNORECASE,
)


def as_seen(text: str, *, apart: bool = False) -> tuple[str, Callable[[int], int]]:
    """The text without unseen characters and marks of emphasis, and where a place of it was.

    Ages in short are written out: "11yos" is "11-year-olds".
    What stands between a number and a word keeps them apart: "<b>22</b>offences". Between two
    words nobody can tell; `apart` takes them for two.
    """
    cuts = {m.span() for each in (UNSEEN, _EMPHASIS) for m in each.finditer(text)}
    ages = {m.span("short"): _in_full(m) for m in _YEARS_OLD_IN_SHORT.finditer(text)}
    return without(text, {cut: " " if apart or _is_gap(text, *cut) else "" for cut in cuts} | ages)


def _in_full(age: re.Match[str]) -> str:
    """What a short form behind an age stands for: "yos" for "-year-olds"."""
    if age["years"] and not age["several"]:
        return " years old"
    return "-year-olds" if age["several"] else "-year-old"


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether a cut is shown as a space, or stands between a number and a word, or two words."""
    if text[start:end] in _BLANKS:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before.isalnum() and after.isalnum()):
        return False
    return before.isdigit() != after.isdigit() or (before.islower() and after.isupper())


def without(text: str, cuts: Mapping[tuple[int, int], str]) -> tuple[str, Callable[[int], int]]:
    """The text with each of these places cut to what is given, and where a place of it was."""
    parts, starts, shifts, last, length = list[str](), [0], [0], 0, 0
    ends = list[int]()
    for (start, end), instead in sorted(cuts.items()):
        if start < last:
            continue
        parts += [text[last:start], instead]
        length += start - last + len(instead)
        last = end
        ends.append(end - 1)
        starts.append(length)
        shifts.append(last - length)
    short = "".join((*parts, text[last:]))

    def place(at: int) -> int:
        cut = bisect_right(starts, at) - 1  # what is put instead ends where the cut did
        return min(at + shifts[cut], *ends[cut : cut + 1], len(text))

    return short, place
