"""The number that a mark stands for: “* = 1 to 4”, “Counts of 1 to 9 are shown as -”."""

import re
from typing import NamedTuple

from offences.returns.labels.cell_counts import NOTE_MARKS, parse_count, plain_text, remembered

_MARK = (
    r"[\"'“‘]?(?:(?P<dash>(?:an? )?dash(?:es)?)|(?P<star>(?:an? )?(?:asterisks?|stars?))"
    rf"|(?P<mark>\*{{1,4}}|[{NOTE_MARKS}:]"
    r"|\.{2,3}|…|-{1,2}|[<≤]=? ?\d+|\[[a-z]{1,3}\]|\([a-z]\)|[a-z]"
    r"|n/?[ahrk]))[\"'”’]?(?![\w*])"
)
_NUMBER = r"(?:\d{1,3}|nought|zero|nil|one|two|three|four|five|six|seven|eight|nine|ten)"
_LIMITS = (
    rf"(?P<limits>(?:(?:fewer|less|lower|smaller) than|under|below|up to|at most|<=?|≤) ?{_NUMBER}"
    rf"|(?:between |from )?{_NUMBER} ?(?:-|to|and) ?{_NUMBER}|{_NUMBER} (?:or|and) (?:fewer|less"
    r"|under|below|lower))(?!\w| ?[-/%]|\.\d)"
)
# Words that only lead from the one to the other, and those of them that say so.
_SAYS = (
    r"(?:is|are|was|were|used|shown|displayed|given|represent(?:s|ed|ing)?|denot(?:es?|ed|ing)"
    r"|means?|meaning|indicat(?:es?|ed|ing)|signif(?:y|ies)|stands?|appears?|marked|masked|hidden"
    r"|suppressed|withheld|replaced|covers?|equals?)\b|[=:→]"
)
_LINK = (
    r"(?:be|been|being|has|have|for|to|shows?|recorded|as|in|where|when|the|an?|of|any|numbers?"
    r"|counts?|figures?|values?|cells?|data|small|low|from|suppression|by|with|it|this|that|which"
    r"|key|legend|notes?|symbols?|sign|all|each|every|ranges?|there|tables?|above|here)\b"
)
_LINKS = rf"(?:(?:{_SAYS}|{_LINK}|[,>()–-])[ .]*)*?"
_REASON = (  # why, which has no part in what it stands for
    r"(?:(?:in order )?to (?:protect|prevent|avoid|reduce|stop)|due to|because of|in line with"
    r"|under (?:s\.?|section) ?\d+|for (?:data|disclosure|confidentiality|reasons))\b"
    r"(?:(?!\bor\b).)*"
)
_COUNTED = r"(?:[ ,.()]*(?:inclusive|offen[cs]es|crimes|victims|records|incidents|recorded)\b)*"
_UNSHOWN = (
    r"(?P<unshown>[ ,;(]*(?:(?:are|is|were|was|have been|has been) )?(?:not (?:been )?(?:shown"
    r"|disclosed|given|published|provided|released|displayed)|suppressed|withheld|redacted)\b)?"
)
_ZERO = r"(?:(?<![\d.,])0s?(?![\d.,]*\d)|\b(?:zero(?:e?s)?|nils?|none|noughts?)\b)"
_ZERO_TOO = re.compile(_ZERO, re.IGNORECASE)
_ZERO_SHOWN = re.compile(  # “Zeros are shown”, “0 is shown as 0”, “not 0”, “- = nil”
    rf"{_ZERO}(?: (?:values?|counts?|figures?|returns?))? (?:is|are|=|means?)"
    r"(?: (?:shown|given|displayed|left|recorded|published))?"
    rf"(?: as (?:{_ZERO}|such|they are)| (?:{_ZERO}))?[ .)]*(?:\band\b)?$"
    rf"|^[ (]*(?:not|excluding|excludes|but not|except(?: for)?|without) {_ZERO}[ .)]*$"
    r"|^\W?(?:[-–.…:~^#]{1,3}|(?:a )?dash|(?:a )?blank|[a-z])\W? ?"
    r"(?:=|:|is|are|means?|denotes?|represents?|stands for|indicates?|for)"
    rf" (?:an? |the )?(?:value of |number )?{_ZERO}(?: \w+)?[ .)]*$",
    re.IGNORECASE,
)
_OF_FIGURES = re.compile(r"\b(?:figures?|numbers?|counts?|values?)\b")
_TAIL = rf"{_COUNTED}{_UNSHOWN}[ ,.()]*(?:{_LINKS})(?:{_REASON})?[ .)]*"
_LEGEND = [
    re.compile(rf"{_LINKS}[ (]*{_MARK}[ )]*(?P<link>{_LINKS}){_LIMITS}{_TAIL}"),
    re.compile(rf"{_LINKS}{_LIMITS}[ )]*(?P<link>{_LINKS})[ (]*{_MARK}{_TAIL}"),
]
_BETWEEN = re.compile(r"\n|[;|]|\.(?= )|,(?= ?\W)|\band\b(?= ?\W)")

_LEAD = re.compile(rf"([{NOTE_MARKS}]{{1,4}}) ?(?=\w)")


class Legend(NamedTuple):
    """A mark, and the lowest and highest number that it stands for."""

    mark: str
    low: int
    high: int
    is_sure: bool = True  # “- 10 to 12” may be an age behind a bullet


@remembered
def legends_in(text: str) -> tuple[Legend, ...]:
    """The legends in a text: of all of it, or of its parts if it has several.

    None is sure where another part says that zero may be hidden, too: “This includes nil returns”.
    """
    whole = _legend(text) if "\n" not in text else None
    if whole is None and (led := _behind_mark(text)):
        return led
    if whole:
        return (whole,)
    parts = [part.strip() for part in _BETWEEN.split(text)]
    found = [(part, _legend(part)) for part in parts]
    zero = any(
        legend is None and _ZERO_TOO.search(part) and not _ZERO_SHOWN.search(part)
        for part, legend in found
    )
    return tuple(each._replace(is_sure=each.is_sure and not zero) for _, each in found if each)


@remembered
def is_legend(text: str) -> bool:
    """Whether a text says of one mark what number it stands for, and no more."""
    if "\n" in text:
        return False
    found = _legend(text)
    return found.is_sure if found else bool(_behind_mark(text))


def _behind_mark(text: str) -> tuple[Legend, ...]:
    """The legend in a note that begins with a mark: “* Figures below 5 are shown as <5”.

    What the mark in front stands for is not sure.
    """
    lead = _LEAD.match(plain_text(text))
    found = _legend(plain_text(text)[lead.end() :]) if lead else None
    return (found, Legend(lead[1], 0, 0, False)) if lead and found and found.is_sure else ()


def _legend(text: str) -> Legend | None:
    phrase = plain_text(text).casefold()
    if not 2 < len(phrase) < 200:
        return None
    found = next(filter(None, (pattern.fullmatch(phrase) for pattern in _LEGEND)), None)
    limits = found and parse_count(re.sub(r"nought|nil", "zero", found["limits"]))
    if not found or not limits or limits.low is None or limits.high is None:
        return None
    mark = "-" if found["dash"] else "*" if found["star"] else found["mark"]
    hidden = found["unshown"] and _OF_FIGURES.search(found["link"])
    is_sure = bool(re.search(_SAYS, found["link"]) or hidden) or " than " in found["limits"]
    return Legend(mark_of(mark), limits.low, limits.high, is_sure)


def mark_of(cell: str) -> str:
    """A mark alike in a cell and in its legend: “[c]” is “c”, and “< 5” is “<5”."""
    return plain_text(cell).casefold().strip("[]() ").replace(" ", "")
