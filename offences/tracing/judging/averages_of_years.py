"""An average of so many offences a year, over years that are named."""

from fractions import Fraction

from offences.english import number
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.years_added_up import Years, added_up, speaks_of_average
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.numbers import half_up
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.modifiers import TESTS
from offences.tracing.judging.slots import is_other_unit
from offences.tracing.judging.sums_of_years import is_of_some_forces, sum_of_all, years_in_order
from offences.words import verdicts


def average_of_years(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on an average of so many a year over years that are named, by their sum."""
    figure = statement.figure
    said = _years_of_average(statement)
    years = years_in_order(said, evidence) if said else ()
    total = (
        sum_of_all(evidence, years)
        if len(years) > 1 and not is_of_some_forces(statement, evidence)
        else None
    )
    if total is None or is_other_unit(statement, evidence.facts.measure) or statement.is_sum:
        return None
    if statement.compares_bodies or statement.categories or statement.role or statement.subject:
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


def is_average_of_years(statement: Statement) -> bool:
    """Whether a number is an average of so many a year over years that are named."""
    return _years_of_average(statement) is not None


def _years_of_average(statement: Statement) -> Years | None:
    figure, passage = statement.figure, statement.passage
    if figure.kind != "count" or not speaks_of_average(passage, figure.start):
        return None
    return added_up(passage, figure.start, figure.end, is_average=True)
