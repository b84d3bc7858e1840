"""How long it took to double, where it did so in another time: "has doubled in three years".

The number of years is the only one in such words. Beside a percentage, that one is asked about.
"""

from collections.abc import Iterator
from dataclasses import replace

from offences.english import counted
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.judging.judge import judge
from offences.tracing.judging.judged_text import JudgedText
from offences.tracing.judging.judgement import Judgement
from offences.words import verdicts


def spans_of_changes(text: JudgedText) -> Iterator[tuple[int, Judgement]]:
    """The verdicts on numbers of years in which it did not double, though it did in others."""
    for place, (statement, judged) in enumerate(zip(text.statements, text.verdicts, strict=True)):
        is_span = statement.figure.kind == "span" and judged.verdict == "traced"
        if is_span and (found := _doubled_in(statement, text)):
            yield place, found


def _doubled_in(statement: Statement, text: JudgedText) -> Judgement | None:
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    latest = text.documents.local.facts.latest
    first = Year(latest.start - int(statement.figure.value))
    beside = (n for n, e in enumerate(text.statements) if e.figure.start in range(start, end))
    for n in beside:
        change = text.statements[n]
        if change.figure.kind != "multiple" or change.bases != {first}:
            continue
        if text.verdicts[n].verdict != "mismatch":
            continue
        for year in (y for each in text.documents for y in each.all_years if y < latest):
            of_year = judge(replace(change, bases=frozenset({year})), text.documents)
            if of_year.verdict == "traced":
                apart = latest.start - year.start
                words = verdicts.fact("span", years=counted(apart, "years"))
                return Judgement("mismatch", words, str(apart))
    return None
