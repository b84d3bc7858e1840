"""“Is it a record?”: yes, no, or why that cannot be said.

That a figure is the highest is said only where the claim gate allows it.
"""

from offences.claims.claim import Claims
from offences.claims.facts import Facts
from offences.claims.gaps import Gap, gaps_of
from offences.english import and_list, small_number
from offences.statistics.cells import Cell
from offences.statistics.series import Series
from offences.words import gaps as gap_words
from offences.words.figure import in_sentence


def is_it_a_record(facts: Facts, may: Claims) -> tuple[str, str]:
    """Whether the newest figure is a record: the answer, and a sentence or two about it."""
    series, year = facts.series or Series({}), facts.latest
    cell = series.cell(year)
    if record := may.get(("record", "latest")):
        return (
            f"Yes, since {record.figures['since']}.",
            "Every year of the count is here, and no other is as high.",
        )
    if joint := may.get(("joint_record", "latest")):
        return f"It is the joint highest, level with {and_list(joint.figures['level_with'])}.", ""
    if not cell.is_comparable:
        return "We cannot say: this figure is compared with no other.", ""
    known = {y: series.cell(y) for y in series.comparable_years(year)}
    higher = [y for y, each in known.items() if _is_above(each, cell)]
    if higher:
        top = max(higher, key=lambda y: known[y].low or 0)
        return "No.", f"The figure for {top} was higher: {in_sentence(known[top])}."
    if gaps := gaps_of(series, year):
        return _cannot_say(gaps, may)
    least = facts.thresholds.record_min_points
    if len(known) + 1 < least:
        return (
            "We cannot say: too few years are counted.",
            f"A record needs at least {small_number(least)} years.",
        )
    if cell.is_exact and all(each.is_exact for each in known.values()):
        return "No.", "Another year has the same figure."
    return "We cannot say: some figures are known only as a range.", ""


def _cannot_say(gaps: list[Gap], may: Claims) -> tuple[str, str]:
    """Which years are the obstacle, and the most that may be said without them."""
    lost = [y for gap in gaps if gap.is_missing for y in gap.years]
    obstacles = [gap_words.missing(lost)] if lost else []
    obstacles += [gap_words.reason(gap) for gap in gaps if not gap.is_missing]
    sentences = []
    if highest := may.get(("highest_available", "latest")):
        which = "we have" if len(obstacles) == 1 and lost else "we can compare"
        sentences.append(
            f"It is the highest of the {small_number(highest.figures['years'])} years {which}."
        )
    why = and_list([gap_words.reason(gap) for gap in gaps if gap.is_missing])
    sentences.append(f"A record needs every year of the count{f', and {why}' if why else ''}.")
    return f"We cannot say: {and_list(obstacles)}.", " ".join(sentences)


def _is_above(one: Cell, other: Cell) -> bool:
    """Certainly higher, whatever the true numbers in the ranges."""
    return one.low is not None and other.high is not None and one.low > other.high
