"""How long it took to double, where it did so in another time: "has doubled in three years".

The number of years is the only one in such words. Beside a percentage, that one is asked about.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from offences.english import counted
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.judging.judgement import Judgement
from offences.words import verdicts

Judge = Callable[[Statement, Documents], Judgement]


def span_of_change(
    place: int,
    statements: Sequence[Statement],
    judged: Sequence[Judgement],
    documents: Documents,
    judge: Judge,
) -> Judgement | None:
    """The verdict on a number of years in which it did not double, though it did in another."""
    statement = statements[place]
    if statement.figure.kind != "span" or judged[place].verdict != "traced":
        return None
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    latest = documents.local.facts.latest
    first = Year(latest.start - int(statement.figure.value))
    beside = (n for n, each in enumerate(statements) if each.figure.start in range(start, end))
    for n in beside:
        change = statements[n]
        if change.figure.kind != "multiple" or change.bases != {first}:
            continue
        if judged[n].verdict != "mismatch":
            continue
        for year in (y for each in documents for y in each.all_years if y < latest):
            if judge(replace(change, bases=frozenset({year})), documents).verdict == "traced":
                apart = latest.start - year.start
                words = verdicts.fact("span", years=counted(apart, "years"))
                return Judgement("mismatch", words, str(apart))
    return None
