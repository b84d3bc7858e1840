"""Words that several readers look for, as patterns; all without regard to case."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Any, cast

from offences.tracing.finding.pattern_words import beginnings, endings, may_end, needed, starts_in

IGNORE_CASE = re.IGNORECASE


def any_of(*alternatives: str) -> str:
    """A pattern for any of these, each a pattern itself; spaces stand for any white space."""
    return "(?:" + "|".join(each.replace(" ", r"\s+") for each in alternatives) + ")"


_parser, _compiler = import_module("re._parser"), import_module("re._compiler")
_lower = lru_cache(256)(str.lower)
_LONG = 300


class _LazyPattern:
    """A pattern that is made at its first use, and sought only where it can be.

    To make all of them is a third of a process's start. And to look whether one of the words is
    there that a pattern cannot do without takes a tenth of the time that it takes to seek it.
    """

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, int(flags)
        self._parsed: Any = None
        self._last: tuple[str | None, bool] = None, False
        self._starts: tuple[str | None, list[int]] = None, []

    def _parse(self) -> Any:
        """The pattern taken apart, kept until it is made or not needed: it is very large."""
        if self._parsed is None:
            self._parsed = _parser.parse(self._source, self._flags)
        return self._parsed

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(needed(self._parse())) or ("",)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return beginnings(self._parse())

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        is_at_end = self._source.rstrip(")").endswith(("$", r"\Z"))
        return endings(self._parse()) if is_at_end else ()

    @cached_property
    def _made(self) -> re.Pattern[str]:
        parsed, self._parsed = self._parsed, None
        made: re.Pattern[str] = _compiler.compile(parsed or self._source, self._flags)
        return made

    def make(self) -> None:
        """Look up its words and compile it, before there is a text."""
        for what in ("_words", "_beginnings", "_endings", "_made"):
            getattr(self, what)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        known, is_there = self._last
        if not (is_there if known is text else self.may_be_in(text)):
            return None
        if len(text) > _LONG:
            return next(self.finditer(text, *bounds), None)
        if not bounds and self._endings and not may_end(text, self._endings):
            return None
        return self._made.search(text, *bounds)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        if not self.may_be_in(text):
            return iter(())
        if self._beginnings and len(text) > _LONG:
            return self._found_at(text, start, end)
        return self._made.finditer(text, start, end)

    def _found_at(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The same, tried only at the words with which it can begin."""
        known, starts = self._starts
        if known is not text:
            starts = starts_in(text, self._beginnings)
            self._starts = text, starts
        match_at = self._made.match
        for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
            if start <= at and (match := match_at(text, at, end)):
                start = match.end()
                yield match

    def may_be_in(self, text: str) -> bool:
        """Whether a text has one of the words; of a text asked about again, as known."""
        known, is_there = self._last
        if known is text:
            return is_there
        lower = _lower(text)
        for word in self._words:
            if word in lower:
                self._last = text, True
                return True
        self._parsed = None  # else a text leaves thousands of parts to be looked through as garbage
        self._last = text, False
        return False

    def __getattr__(self, name: str) -> Any:
        """Take another method of the pattern, and keep it for the next time."""
        found = self.__dict__[name] = getattr(self._made, name)
        return found


_patterns: list[_LazyPattern] = []


def compiled(pattern: str, flags: int = IGNORE_CASE) -> re.Pattern[str]:
    _patterns.append(made := _LazyPattern(pattern, flags))
    return cast("re.Pattern[str]", made)


def make_all() -> None:
    """Every pattern now: the first text that a server checks does not wait for half a second."""
    for each in _patterns:
        each.make()


_FAR = 160


def words_before(text: str, at: int) -> str:
    """The text up to a place, as far back as a sentence is looked at for what it speaks of."""
    return text[:at][-_FAR:]


OFFENCE = any_of(
    *("offences?", "crimes?", "cases?", "reports?", "incidents?", "victims?"),
    *("child(?:ren)?", "girls?", "boys?"),
)
COUNTED_NOUN = rf"(?:{OFFENCE}|forces?|constabular(?:y|ies))"
COUNTED = rf"(?:{COUNTED_NOUN}|more|fewer)"
ASKED = any_of(
    *("asked", "approached", "contacted", "questioned", "quizzed", "polled", "surveyed"),
    *("canvassed", "consulted", "pressed", "chased", "(?:wrote|written|gone|went|turned) to"),
    r"\bFOI[’']?e?d",
)
"""What a charity or a paper did with the forces, to get figures from them."""
BLAMED = any_of(
    *("blamed", "to blame", "flagged(?: up)?", "singled out", "fingered", "pinpointed", "chosen"),
    *("exploited", "abused", "misused", "hijacked", "picked", "favoured", "preferred", "targeted"),
    *("linked", "tied", "connected", "responsible", "at fault", "at play", "in play", "behind"),
    *("the setting", "the scene", "the platform", "the app", "the means", "the source"),
    *("the tool", "the weapon", "the route", "the channel", "the culprit"),
)
"""What is said of an app that was used, and of nothing that is only known."""
OFFENDER = (
    r"(?:offenders?|suspects?|groomers?|abusers?|attackers?|perpetrators?|predators?|culprits?"
    r"|defendants?)"
)
"""Who did it: nothing is held of them, neither number nor age."""
STRIKING = (
    r"an?\s+(?:(?:\w+ing|full|mere|massive|huge|vast|grim|sad|stark|whole|good|cool|clear|solid|hefty"
    r"|sizeable|horrific|tragic|dreadful|terrible|awful|disgraceful|scandalous|total|whole|sobering)\s+)+"
)
"""What a reporter says of a figure right before it: "a whopping 48 per cent"."""
TIME_UNIT = "(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?"
WORD = r"[\w’'‐‑-]+"
MANY = any_of("as (?:many|high|much|large|great|big)")
COUNTS_UP = (
    *("add", "adds", "added", "adding", "tot", "tots", "totted", "totting", "notched", "notches"),
    *("clocked", "clocks", "racked", "racks", "chalked", "chalks", "piled", "piles"),
    *("clocking", "notching", "racking", "chalking"),
)
"""Verbs with which "up" says that something is counted, and not that it rose."""
NOT_COUNTED = "".join(rf"(?<!\b{verb}\s)" for verb in COUNTS_UP)
"""What stands before an "up" that is no such count."""
OFTEN = any_of("as (?:numerous|common(?:ly)?|often|frequent(?:ly)?|prevalent|regular(?:ly)?)")
"""How often something is, which may be said of anything."""

MONTH = any_of(
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
YEAR = r"(?:19|20)\d\d(?:[/–-](?:(?:19|20)\d\d|\d\d)\b)?"
"""A year by itself, or the label of a financial one."""
DATA = any_of(
    "figures", "data", "numbers", "records", "returns", "stat(?:istic)?s", "totals", "counts"
)
"""What forces have of their years, of more than one."""
_TWO_YEARS = r"two\s+(?:(?:full|complete|whole|successive|consecutive)\s+)*years"
TWO_YEARS_END = (
    r"(?=\s*(?:[.,;:!?)]|\Z|\s[–—-]\s|and\b|running\b|in\s+a\s+row\b"
    r"|(?:together|combined|between\s+them|saw|recorded|logged|reported|offences|crimes|there|it|they)\b))"
)
"""What may come behind two years that are given."""
TWO_YEARS_GIVEN = (
    rf"\b{_TWO_YEARS}(?:[’']?\s+worth\b|[’']|\s+of)(?:(?:\s+of)?(?:\s+\w+)?\s+{DATA}\b|(?<=worth))"
    r"|\b(?:(?:g[ai]v|provid|cover|compar|disclos|releas|produc)(?:e|es|ed|ing)|suppl(?:y|ied|ying)|sen[dt]|h[ae]ve|had|with"
    r"|(?:handed|turned|passed)\s+over|return(?:ed|ing)?|submit(?:ted|ting)?|shar(?:e|ed|ing)|published|report(?:ed|ing)?|came\s+up\s+with)\s+"
    rf"(?:(?:us|it|them|the\s+charity)\s+)?(?:(?:\w+\s+)?{DATA}\s+(?:for|in|on|from|across|over|covering|spanning)\s+)?"
    rf"(?:(?:all|both|each)\s+of\s+)?(?:(?:the|these|those|last|past|latest)\s+)*{_TWO_YEARS}{TWO_YEARS_END}"
    r"|\b(?:answer|repl|respond|compl|report|co-?operat|took\s+part|oblig|compar)(?:ed|ied|ying|ing|y|able)?\s+(?:(?:for|in|over|across)\s+)"
    rf"(?:(?:all|both|each)\s+of\s+)?(?:(?:the|these|those|last|past|latest)\s+)*{_TWO_YEARS}{TWO_YEARS_END}"
)
"""That forces gave two years, and can be compared: "two years' worth", "could give two years"."""
YEARS_LONG = r"\s+(?:(?:financial|full|complete|consecutive|whole)\s+)*years"
"""What follows a number of years: "four financial years"."""

ROSE = any_of(
    *("ris(?:e|es|en|ing)", "rose", "increas(?:e|es|ed|ing)", "up", "grew"),
    *("grow(?:s|n|ing|th)?", "jump(?:s|ed|ing)?", "climb(?:s|ed|ing)?", "surg(?:e|es|ed|ing)"),
    *(r"leap(?:t|ed)", r"sw(?:ell(?:s|ed|ing)?|ollen)"),
)
FELL = any_of(
    *("fall(?:s|en|ing)?", "fell", "decreas(?:e|es|ed|ing)", "drop(?:s|ped|ping)?", "down"),
    *("slid", "slip(?:s|ped|ping)?", "dip(?:s|ped|ping)?", "declin(?:e|es|ed|ing)"),
    *("reduc(?:e|es|ed|ing|tion)", "cuts?", "cutting"),
)
"""What goes up (`ROSE`) or down (`FELL`), as a verb in any form or as a noun."""
ROSE_IN_NEWS = any_of(
    *("spik(?:e|es|ed|ing)", "soar(?:s|ed|ing)?", "rocket(?:s|ed|ing)", "upturn", "uptick", "hike"),
    *("balloon(?:s|ed|ing)", "mushroom(?:s|ed|ing)", "spiral(?:s|led|ling)"),
)
FELL_IN_NEWS = any_of(
    *("slump(?:s|ed|ing)?", "plung(?:e|es|ed|ing)", "tumbl(?:e|es|ed|ing)"),
    *("plummet(?:s|ed|ing)?", "shr[aiu]nk(?:s|ing)?", "slid(?:e|ing)", "downturn", "s[au]nk"),
    *("nosediv(?:e|es|ed|ing)", "tail(?:s|ed|ing) off", "dwindl(?:e|es|ed|ing)"),
    *("crater(?:ed|s|ing)", "ebb(?:s|ed|ing)", "slash(?:es|ed|ing)?"),
    *(r"crash(?:ed|ing|(?=\s+(?:of|in)\b))", r"(?<!pace\s)eas(?:es|ed|ing)"),
    *("subsid(?:es?|ed|ing)", "reced(?:es?|ed|ing)", "trim(?:s|med|ming)"),
    *("lessen(?:s|ed|ing)?", "wan(?:es|ed|ing)", "diminish(?:es|ed|ing)?", "div(?:ed|es|ing)"),
    *(r"dive(?=\s+(?:of|in)\b)", "collaps(?:e|es|ed|ing)", "retreat(?:s|ed)?", "lull", "slowdown"),
    *(r"improvement(?=\s+of\b)", "went south"),
)
"""Words that newspapers have for the same: "a slump of 14%", "spiked by 14%"."""
RISE, FALL = any_of(ROSE, "more", "higher"), any_of(FELL, "fewer", "lower")
"""The same, and what compares: "six more", "lower than"."""
RISE_NOUN = any_of("rise", "increase", "growth", "jump", "leap", "surge")
FALL_NOUN = any_of("fall", "drop", "decrease", "decline", "dip", "reduction")
CHANGE_NOUN = any_of(RISE_NOUN, FALL_NOUN, "change")
BASE_OF_CHANGE = (
    r"(?:base(?:line)?|basis|starting\s+(?:point|figure|number))\s+(?:for|of|to|behind|in)\s+"
    rf"(?:the|that|this|its|their|our)\s+(?:[\w-]+\s+){{0,2}}?{CHANGE_NOUN}(?:\s+(?:there|here))?"
)
"""What a change starts from: "the base for the rise" is 940."""
ALL_BUT = compiled(r"\b(?:all|every\w*)\s+(?:but|except|bar|save)\s+(?:for\s+)?$")
# "The number of offences fell once", not that of officers
OF_DATA = compiled(
    r"\b(?:(?:numbers?|totals?|figures?|counts?|tall(?:y|ies))\b(?!\s+of\s+(?!(?:[\w’'-]+\s+){0,3}?(?:offences|crimes|cases)\b))"
    r"|offences|crimes|cases|it|they)\b[^.;:]{0,80}\Z"
)
"""What rose or fell: the number of offences, before the words for it."""
A_YEAR_ITSELF = compiled(
    rf"(?<!\bin\s)(?<!\bfor\s)(?<!\bof\s)(?<!\bto\s)(?<!\bduring\s)\b{YEAR}\s+(?:(?:is|was|has|had|saw)\s+)?\Z"
)
"""The label of a year, of which words behind it speak: "2020/21 ranks second lowest"."""
