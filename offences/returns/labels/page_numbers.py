"""The numbers that pages give themselves: “Page 1 of 2”."""

import re

_PAGE = re.compile(
    r"\W*(?:page|pg|p|sheet|tab)\.? ?(?P<own>\d{1,3}|[a-z]{3,5}) ?(?:of|/) ?"
    r"(?P<all>\d{1,3}|[a-z]{3,5})\W*",
    re.IGNORECASE,
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def page_of(text: str) -> tuple[int, int] | None:
    """Which page a text says that it is on, and of how many."""
    found = _PAGE.fullmatch(text)
    most = _number(found["all"]) if found else 0
    return (_number(found["own"]), most) if found and most else None


def _number(text: str) -> int:
    words = text.casefold()
    if words in _NUMBERS:
        return _NUMBERS.index(words) + 1
    return int(words) if words.isdecimal() else 0
