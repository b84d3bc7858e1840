"""Changes said to be over the same time that are not: one since 2016/17, one since 2018/19.

Each alone is right, of its own two years; what sets them side by side says that these are the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.scene import CHANGES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judge import judge
from offences.tracing.judging.judged_text import JudgedText
from offences.tracing.judging.judgement import RIGHT, Judgement
from offences.words import verdicts

_SAME_TIME = compiled(
    r"\b(?:in|over|during|across|for|within)\s+(?:(?:the|that|this)\s+(?:very\s+)?same|that|this)"
    r"\s+(?:period|time|timeframe|time\s+frame|spell|stretch|span|timespan)\b"
)


def changes_of_another_period(text: JudgedText) -> Iterator[tuple[int, Judgement]]:
    """The verdicts on changes of other years than those of the change that they are set beside."""
    statements, documents = text.statements, text.documents
    right = [n for n, each in enumerate(text.verdicts) if each.verdict in RIGHT]
    changes = [n for n in right if _is_change(statements[n])]
    for first, second in _of_same_time(statements, changes) if len(changes) > 1 else ():
        one, other = (_first_years(statements[n], documents) for n in (first, second))
        if one and other and not one & other:
            year = max(one)
            suggestion = judge(_since(statements[second], year), documents).suggestion
            words = verdicts.fact("another_period", year=year, other=max(other))
            yield second, Judgement("mismatch", words, suggestion)


def _of_same_time(
    statements: Sequence[Statement], changes: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The changes that a text says are over the same time: the second is in the words' sentence.

    The first is before it there, or in the sentence before.
    """
    passage = statements[0].passage
    for said in _SAME_TIME.finditer(passage.text):
        start, end = passage.sentence_bounds(said.start())
        begin = passage.bounds_before(start)[0] if start else start
        places = {n: statements[n].figure.start for n in changes}
        own = [n for n in changes if start <= places[n] < end]
        seconds = [n for n in own if places[n] >= said.end()] or own[-1:]
        before = [n for n in changes if seconds and n < seconds[0] and places[n] >= begin]
        if before:
            yield before[-1], seconds[0]


def _is_change(statement: Statement) -> bool:
    """Whether a figure is a change of all offences, and no share of a whole."""
    is_part = statement.categories or statement.role
    return statement.figure.kind in CHANGES and not is_part and bool(_has_direction(statement))


def _has_direction(statement: Statement) -> bool:
    return bool(statement.way or statement.figure.way or statement.figure.kind != "percent")


def _since(statement: Statement, year: Year) -> Statement:
    return replace(statement, bases=frozenset({year}), alternatives=())


def _first_years(statement: Statement, documents: Documents) -> set[Year]:
    """The years since which a change is right: those that are said, else any that fit."""
    if statement.bases:
        return set(statement.bases)
    years = {year for each in documents for year in each.all_years}
    return {y for y in years if judge(_since(statement, y), documents).verdict in RIGHT}
