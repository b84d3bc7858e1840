"""Notes that figures are wrong, rounded or no counts: none is stored as it is."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import sex_of
from offences.returns.labels.notes_on_counts import (
    says_blank_is_zero,
    says_other_counts,
    says_zero_is_hidden,
)
from offences.returns.labels.numbers_in_words import in_digits
from offences.returns.labels.quoted_requests import is_of_request
from offences.returns.labels.years import MONTH
from offences.returns.sheet import Observation, Problem, ReadTable, Sheet

_SHORTEST = 12  # letters of such a note
# A number that is no figure: an age, a limit, a day, a year, one in each.
_NO_FIGURE = (
    r"(?!\d+ ?(?:[-+%/]|(?:or|and|to) (?:under|over|above|below|younger|older|less|more|\d)"
    rf"|years?\b|(?:st|nd|rd|th)?(?: of)? ?{MONTH}\b|\.\d)|1 [\w-]+ (?:per|for each|for every)\b)"
)
_CORRECTION = re.compile(
    r"(?<!\bage )(?<!\bages )\bshould (?:now |in fact )?(?:read|say|be|have (?:been|read|said))"
    rf"(?: \w+)? {_NO_FIGURE}\d"
    # “figures exclude crimes where the report was an error” corrects none.
    r"|\b(?:figures?|numbers?|counts?|totals?|values?|cells?|rows?|columns?)\b"
    r"(?:(?!\b(?:exclud|includ|omit|remov)\w*\b[^.,]* (?:where|whose|when|because|that)\b)[^.])*"
    r" (?:is|are|was|were) (?:wrong|incorrect|inaccurate|an? (?:error|mistake|typo))\b"
    r"|\bread \d[\d,]* (?:for|instead of|not) \d"
    r"|\b(?:corrected|amended|changed|revised) (?:from \d[\d,]* )?to(?: read)?"
    rf" {_NO_FIGURE}\d",
    re.IGNORECASE,
)
_COUNT = r"(?:figures?|numbers?|counts?|totals?|values?)"
_STATED = re.compile(  # “Correction: 95 girls”, “the figure for girls is 95”
    rf"^\W*(?P<corrected>correction|erratum|errata|corrigendum|amendment)\b\W+.*?{_NO_FIGURE}"
    r"(?<![\d/,.-])(?P<first>\d[\d,]*)(?![\d/-])"
    rf"|\b(?:correct |right |true |actual |updated |revised )?{_COUNT} (?:for|of|in|by|on)\b"
    rf" [^.;:]{{3,80}}? (?:is|are|was|were|=) (?:now |actually |in fact )*{_NO_FIGURE}"
    r"(?P<other>\d[\d,]*)(?![\d/-])(?=\W*$|[.,;] | (?:and )?not\b)",
    re.IGNORECASE,
)
_ONE_SEX = re.compile(  # a caption below its table; above it, it is a label
    r"\W*(?:(?:table|figure|tab|sheet|note) ?\w{0,3} ?[:.)–-]+ ?)?(?:(?:data|figures|counts"
    r"|numbers) (?:are )?(?:for|of) )?(?:(?:fe)?males?|girls?|boys?|women|men)"
    r"(?: (?:victims?|children|offen[cs]es|crimes))? only\W*",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\bround(?:ed|ing|s)?\b[^.]*\b(?:nearest|multiple of|base|up to|down to|to)\b[^.]*?"
    r"\b(?:\d{1,3}\b(?! ?decimal)|three|five|ten|hundred)\b",
    re.IGNORECASE,
)
_FRACTIONS = re.compile(
    r"%|\bper ?cent|\bpercentages?\b|\bdecimal|\brates?\b|\bwhole (?:number|year)"
    r"|(?:^|[.;:] )(?:(?:the|all|victims?['’]?s?) )*ages? (?:\w+ ){0,2}round"
    r"|\b(?:not|un)[ -]?round",
    re.IGNORECASE,
)
_OTHER_COUNTS = re.compile(
    r"\b(?:figures?|numbers?|counts?|data|values?|totals?)\b(?: (?:all|here|above|below|shown|given"
    r"|provided|in this \w+|in the \w+))* (?:are|is|shown?|given|represent|relate to|refer to"
    r"|in(?= \w+s$))"
    r"(?: (?:all|shown|given|expressed|presented|displayed|counts|numbers|in|as|of|the|an?))*"
    r" (?:percentages?|per ?cent|rates?|hundreds|thousands?|approximat\w+|indicative"
    r"|'?0{3}'?s|cumulative|estimated?s?|projected"
    r"|scaled|weighted|samples?|suspects?|offenders?|arrests?|outcomes|charges|disposals|adults)\b"
    r"|\bfrom an? (?:\w+ )?sample\b|\bscaled up\b"
    r"|\b(?:figures?|counts?|data|totals?) (?:also )?(?:may )?includes? (?:\w+ ){0,3}(?:adults?"
    r"|victims? (?:aged )?(?:over )?(?:18|over)|over[- ]18s?)\b",
    re.IGNORECASE,
)


def notes_on_figures(
    sheet: Sheet, seen: set[str], tables: Sequence[ReadTable] = ()
) -> Iterator[Problem]:
    """Ask about “the figure should read 52”, “rounded to the nearest 5”, “all are rates”.

    A line of a page that is of all figures is shown once, though it may be below several tables;
    a correction is asked about at each, since it may be of either. What zeros and blank cells mean
    is asked only where there are some.
    """
    cells = ((sheet.address(*at), text) for at, text in sorted(sheet.cells.items()))
    lines = [(None, text) for text in sheet.lines_below]
    above = [(None, text) for text in sheet.lines_above if not is_of_request(text)]
    counts, known = [each for table in tables for each in table.observations], _numbers(tables)
    for place, text in (*cells, *lines, *above):
        if " " not in text or len(text) < _SHORTEST:
            continue
        asked = "" if (place, text) in above else _question(plain_text(text))
        asked = asked or (_WHICH if _states_another(text, known) else "")
        asked = asked or _question_of_counts(text, counts)
        if asked and (place or text not in seen or asked == _WHICH):
            seen.update([text] if place is None else ())
            why = f"A note says “{text[:100]}”. {asked}"
            yield Problem(sheet.name, place, why, stops=True)


_WHICH = "Which figure is right?"
_OTHERS = "Are these the counts that were asked for?"


def _question(phrase: str) -> str:
    """What a note makes a person ask of the figures; empty where it changes none."""
    if _CORRECTION.search(phrase):
        return _WHICH
    if _ROUNDED.search(phrase) and not _FRACTIONS.search(phrase):
        return "Which exact figures were recorded?"
    return _OTHERS if _OTHER_COUNTS.search(phrase) else ""


def _question_of_counts(text: str, counts: Sequence[Observation]) -> str:
    """What a note asks of counts, where they are known: of zeros only if there are some."""
    sex = sex_of(text) if _ONE_SEX.fullmatch(plain_text(text)) else ""
    if sex and any(sex_of(each.labels.get("sex", "")) != sex for each in counts):
        return _OTHERS
    if says_other_counts(text):
        return _OTHERS
    if says_zero_is_hidden(text) and not (counts and all(each.value != 0 for each in counts)):
        return "Which zeros are none, and which are hidden?"
    if says_blank_is_zero(text) and not (counts and all(o.marker != "blank" for o in counts)):
        return "Are the blank cells zeros?"
    return ""


def _numbers(tables: Iterable[ReadTable]) -> set[int | None]:
    """Every count, and what those of each year and of all years of a table add up to."""
    found: set[int | None] = set()
    for table in tables:
        sums: Counter[str | None] = Counter()
        for each in table.observations:
            sums[each.year] += 0 if each.total else each.value or 0
        found |= {each.value for each in table.observations} | {*sums.values(), sums.total()}
    return found


def _states_another(text: str, known: Collection[int | None]) -> bool:
    """Whether a note gives a number for a figure that is none of those `known`, or corrects one."""
    stated = _STATED.search(in_digits(plain_text(text))) if known else None
    if stated is None:
        return False
    number = int((stated["first"] or stated["other"]).replace(",", ""))
    return bool(stated["corrected"]) or number not in known
