"""Words that several readers look for, as patterns; all without regard to case."""

import re
from functools import cached_property
from typing import Any, cast

IGNORE_CASE = re.IGNORECASE


def any_of(*alternatives: str) -> str:
    """A pattern for any of these, each a pattern itself; spaces stand for any white space."""
    return "(?:" + "|".join(each.replace(" ", r"\s+") for each in alternatives) + ")"


class _LazyPattern:
    """A pattern that is compiled at its first use: all of them are a third of a process's start."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Take a method of the compiled pattern, and keep it for the next time."""
        found = self.__dict__[name] = getattr(self._made, name)
        return found


def compiled(pattern: str, flags: int = IGNORE_CASE) -> re.Pattern[str]:
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


OFFENCE = any_of(
    *("offences?", "crimes?", "cases?", "reports?", "incidents?", "victims?"),
    *("child(?:ren)?", "girls?", "boys?"),
)
COUNTED_NOUN = rf"(?:{OFFENCE}|forces?|constabular(?:y|ies))"
COUNTED = rf"(?:{COUNTED_NOUN}|more|fewer)"
TIME_UNIT = "(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?"
WORD = r"[\w’'‐‑-]+"
MANY = any_of("as (?:many|high|much|large|great|big)")

MONTH = any_of(
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
YEAR = r"(?:19|20)\d\d(?:[/–-](?:(?:19|20)\d\d|\d\d)\b)?"
"""A year by itself, or the label of a financial one."""

RISE = any_of(
    *("ris(?:e|es|en|ing)", "rose", "increas(?:e|es|ed|ing)", "up", "more", "higher", "grew"),
    *("grow(?:s|n|ing|th)?", "jump(?:s|ed|ing)?", "climb(?:s|ed|ing)?", "surg(?:e|es|ed|ing)"),
)
FALL = any_of(
    *("fall(?:s|en|ing)?", "fell", "decreas(?:e|es|ed|ing)", "drop(?:s|ped|ping)?", "down"),
    *("fewer", "lower", "declin(?:e|es|ed|ing)", "reduc(?:e|es|ed|ing|tion)", "cuts?", "cutting"),
)
ALL_BUT = compiled(r"\b(?:all|every\w*)\s+(?:but|except|bar|save)\s+(?:for\s+)?$")
