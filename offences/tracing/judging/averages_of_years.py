"""An average of so many offences a year over years named, and what else its clause says."""

import re
from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from offences.english import number
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.years_added_up import Years, added_up, speaks_of_average
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.numbers import half_up, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.modifiers import TESTS
from offences.tracing.judging.slots import outside
from offences.tracing.judging.sums_of_years import is_of_some_forces, sum_of_all, years_in_order
from offences.words import verdicts

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OF_YEARS = ("year", "annual")
_EACH_YEAR = compiled(r"\b(?:each|every)\s+year\b|[’']s\b")
_AGAINST = compiled(
    r"\b(?:against|on|of)\s+(?:the\s+)?(?:children|under-18s|young(?:sters|\s+people)?|minors|kids)\b"
    r"|\b(?:(?:child|online|sex(?:ual)?|abuse)\s+)+(?=(?:offen[cs]es|crimes|cases|incidents)\b)"
    r"|\bofficers\s+(?=(?:recorded|logged|dealt|handled|counted|noted)\b)|\bthe\s+force\b"
)
# All that may be said of them beside the names and the years
_PLAIN = compiled(
    r"an?|the|th[eo]se|its|their|our|it|they|we|you|gets?|all|as|was|is|were|are|be|been|has|had|have|there"
    r"|that|which|on|to|from|since|over|across|in|during|within|throughout|for|at|about|just|some|only"
    r"|nearly|roughly|around|almost|more|less|fewer|than|up|of|and|exactly|online|out|together"
    r"|by|between|shows?|says?|said|area|(?:offence|crime|case|report|incident|number|total|count|figure|record|year|log|amount)s?"
    r"|tally|sum|data|yearly|annual(?:ly)?|annum|per|average[sd]?|averaging|mean|recorded|logged"
    r"|registered|counted|noted|dealt|deal|with|handled|reported|seen|saw|police"
    r"|comes?|came|add(?:s|ed)?|amounted|makes?|made|gives?|gave|brought"
    r"|work(?:s|ed)?|stood|stands|taken|put|altogether|combined|overall|available|published|first|earliest"
    r"|last|latest|past|most|recent|final|full|whole"
)


def average_of_years(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on an average of so many a year over years that are named, by their sum."""
    figure = statement.figure
    said = _years_of_average(statement)
    if said is None or outside(replace(statement, is_of_each=False), evidence):
        return None
    years = years_in_order(said, evidence)
    total = (
        sum_of_all(evidence, years)
        if len(years) > 1 and not is_of_some_forces(statement, evidence)
        else None
    )
    if total is None or statement.categories:
        return None
    average = Fraction(total, len(years))
    rounded = half_up(average)
    words = verdicts.fact(
        "average_of_years", n=number(int(rounded)), first=years[0], last=years[-1]
    )
    if figure.modifier in ("", "exactly"):
        is_right = half_up(average, figure.decimals) == figure.value
        return (
            Judgement("traced", words)
            if is_right
            else Judgement("mismatch", words, number(int(rounded)))
        )
    verdict = TESTS[figure.modifier](figure.value, int(rounded))
    return Judgement(verdict or "mismatch", words, "" if verdict else number(int(rounded)))


def is_average_or_of_figures(statement: Statement) -> bool:
    """Whether a number is an average of so many a year, or the sum of the years with figures."""
    figure, passage = statement.figure, statement.passage
    if _years_of_average(statement) is not None:
        return True
    words = passage.sentence(figure.start).casefold()
    if figure.kind not in ("count", "malformed") or not any(each in words for each in _OF_YEARS):
        return False
    added = added_up(passage, figure.start, figure.end)
    return added is not None and added.has_figures


def says_more(words: str, measure: Collection[str]) -> str:
    """The words of its clause of which nobody knows that they count these offences alone.

    Names of forces and years are not among the `words` given: "an average cost", "on arrests".
    """
    words = _AGAINST.sub(" ", " ".join(_EACH_YEAR.sub(" ", words).split()))
    said = [word.replace("’", "'") for word in _WORD.findall(words)]
    asked = [word for n, word in enumerate(said) if word[0].islower() or not n]
    return " ".join(
        each
        for each in asked
        if not _PLAIN.fullmatch(each) and each.lower() not in measure and not numbers_in(each)
    )


def _years_of_average(statement: Statement) -> Years | None:
    figure, passage = statement.figure, statement.passage
    if figure.kind != "count" or not speaks_of_average(passage, figure.start):
        return None
    return added_up(passage, figure.start, figure.end, is_average=True)
