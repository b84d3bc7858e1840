"""“Is it a record?”: yes, no, or why that cannot be said."""

from collections.abc import Sequence

from offences.claims.claim import Claims
from offences.claims.movement import spoken
from offences.claims.wording import and_list, small_number
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year


def is_it_a_record(series: Series, year: Year, cell: Cell, may: Claims) -> tuple[str, str]:
    """Whether the newest figure is the highest: yes, no, or why that cannot be said."""
    known = [y for y in series.run(year) if series.cell(y).is_comparable]
    gaps = [y for y in series.run(year) if not series.cell(y).is_comparable]
    if record := may.get(("record", "latest")):
        return (
            f"Yes, since {record.figures['since']}.",
            "Every year of the count is here, and no other is as high.",
        )
    if joint := may.get(("joint_record", "latest")):
        level = joint.figures["level_with"]
        named = level if isinstance(level, str) else and_list(level)
        return f"It is the joint highest, level with {named}.", ""
    if not cell.is_comparable:
        return "We cannot say: this figure is compared with no other.", ""
    higher = [y for y in known if y < year and _certainly_above(series.cell(y), cell)]
    if higher:
        top = max(higher, key=lambda y: series.cell(y).low or 0)
        return "No.", f"The figure for {top} was higher: {spoken(series.cell(top))}."
    if gaps:
        return _gap_answer(series, known, gaps, year)
    if len(known) < 4:
        return "We cannot say: too few years are counted.", "A record needs at least four years."
    if _highest(series, known, year):
        return "We call no figure as small as this a record.", ""
    if all(series.cell(y).is_exact for y in known):
        return "No.", "Another year has the same figure."
    return "We cannot say: some figures are known only as a range.", ""


def _gap_answer(
    series: Series, known: Sequence[Year], gaps: Sequence[Year], year: Year
) -> tuple[str, str]:
    missing = and_list([y.label for y in gaps])
    verb = "is" if len(gaps) == 1 else "are"
    said = []
    if len(known) > 1 and _highest(series, known, year):
        said.append(f"It is the highest of the {small_number(len(known))} years we have.")
    reason = "A record needs every year of the count"
    if all(series.cell(y).why is Missing.NOT_IN_RECORDS for y in gaps):
        reason += f", and {missing} {verb} not in our records"
    said.append(f"{reason}.")
    return f"We cannot say: {missing} {verb} missing.", " ".join(said)


def _certainly_above(one: Cell, other: Cell) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _highest(series: Series, known: Sequence[Year], year: Year) -> bool:
    newest = series.cell(year)
    return all(_certainly_above(newest, series.cell(y)) for y in known if y != year)
