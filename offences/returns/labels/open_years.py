"""More years than the one that a text names, as its first or its last: “2019 onwards”."""

import re

# “2019 onwards”, “since April 2019”: more than one year, whose last or first is not named.
_OPEN_BEHIND = re.compile(
    r"\)?(?: ?\+| (?:and |& |or )?(?:onwards?|to (?:the )?(?:present|now|today))\b"
    r"| (?:and |& |or )(?:later|after|earlier|before|prior|previous(?:ly)?)\b"
    r"| (?:later|after|earlier|before)(?= ?(?:[^\w ]|$)))",
    re.I,
)
_OPEN_BEFORE = re.compile(
    r"\b(?:since|pre|before|after|post|prior to|until|till|up to|through|earlier than"
    r"|later than)[ -]*$|^from *$",
    re.I,
)

# “3 years to 31 March 2019”, “two years ending 2018/19”: of more than the last of them.
SEVERAL_TO = re.compile(
    r"\b(?:[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten)[ -]years?(?:[ -]period)?,?"
    r" (?:to|ending|ended|up to|until|till)(?: the| in| on)?[ -]*$",
    re.I,
)

_TO_YEAR = re.compile(
    r"to (?:fy ?)?(?:19|20)?\d\d(?: ?[/–-] ?\d{2,4})?\W*", re.I
)  # no “to 31/12/2019”


def open_years(phrase: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch around a year's name, from `start` to `end`, that makes it one of several."""
    lead = phrase[:start]
    before = _OPEN_BEFORE.search(lead) or SEVERAL_TO.search(lead)
    behind = _OPEN_BEHIND.match(phrase[end:])
    if _TO_YEAR.fullmatch(phrase):
        return 0, end
    if not (before or behind):
        return None
    return before.start() if before else start, end + (behind.end() if behind else 0)
