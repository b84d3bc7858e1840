"""Dates within texts, and whether one is of the day on which figures were made."""

import re
from dataclasses import dataclass

from offences.returns.labels.year_kinds import month_of_kind

_MAKING = re.compile(
    r"\b(?:updat\w+|extract\w*|(?:re-?)?run|refresh\w*|publish\w*|produc\w+|print\w*|creat\w+"
    r"|correct(?:ed|ion)|revis\w+|restat\w+|amend\w*|(?:re-?)?issued|released|received|dated"
    r"|prepared|compiled|download\w*|retriev\w+|validated|checked|new|latest)\b"
    r"(?:[ ,:;-]+(?:on|in|at|as|of|date|again|data|figures?|last|the))*[ ,:;(-]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DateMention:
    """A month or a day in a text, and where it starts and ends."""

    month: int
    year: int | None
    day: int | None
    start: int
    end: int


def is_of_making(before: str) -> bool:
    """Whether a day is such a one by the words before it: “2018/19 (extracted Apr 2020)”."""
    return bool(_MAKING.search(before))


def is_in_year(label: str, kind: str, year: int, month: int) -> bool:
    """Whether a month is one of a year's: no other can be a part of it."""
    begins = month_of_kind(kind) or 1
    return 0 <= (year - int(label[:4])) * 12 + month - begins < 12
