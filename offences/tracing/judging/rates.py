"""Verdicts on rates: so many a day, week or month, one every so many minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from offences.claims.coverage import rounded_rate
from offences.english import counted, number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.numbers import half_up
from offences.tracing.finding.vocabulary import FALL, RISE, compiled
from offences.tracing.judging.judgement import NOTHING, Fit, Judgement, Verdict, best
from offences.tracing.judging.nations_of_forces import is_of_more_nations
from offences.tracing.judging.slots import outside
from offences.words import verdicts


@dataclass(frozen=True)
class Rate:
    """An allowed rate: as printed, and the exact ends it lies between."""

    printed: int
    low: Fraction
    high: Fraction


def rates(evidence: Evidence, unit: str) -> Iterator[Rate]:
    facts = evidence.facts
    total = facts.total
    # A total without an upper end has no rate.
    if total and total.high is not None and (claim := evidence.claim(f"per_{unit}")):
        per_one = _per_one(unit, facts.latest.days)
        yield Rate(claim.figures["rate"], total.low * per_one, total.high * per_one)
    if unit == "day":
        for claim in evidence.of("recorded_per_day"):
            exact = Fraction(claim.figures["value"], claim.figures["days"])
            yield Rate(claim.figures["rate"], exact, exact)


def _per_one(unit: str, days: int) -> Fraction:
    return {"day": Fraction(1, days), "week": Fraction(7, days), "month": Fraction(1, 12)}[unit]


def rate(statement: Statement, evidence: Evidence) -> Judgement:
    """So many a day, week or month: as printed, rightly rounded, true but wider, or wrong."""
    if judged := outside(statement, evidence) or _of_a_part_or_another_year(statement, evidence):
        return judged
    found, passage = statement.figure, statement.passage
    first, _ = passage.sentence_bounds(found.start)
    if is_of_more_nations(passage.text[first : found.start], evidence):
        return NOTHING  # "Every week in the UK", where the forces are of England and Wales
    allowed = list(_rates_of(statement, evidence))
    if not allowed:
        return Judgement("mismatch", verdicts.fact("no_rate", unit=found.word))
    judged = best(_rate(found, each) for each in allowed)
    is_right = judged.verdict in ("traced", "rounded", "loose")
    return (_reversed(statement, evidence) if is_right else None) or judged


# "The weekly average is down to 3.5", "it fell to 15 a month"; "up to three a week" is at most
_TO = compiled(
    rf"(?:\b(?!up\b)(?:(?P<rise>{RISE})|(?P<fall>{FALL}))|\b(?:is|was|now|been|gone|went|goes)\s+(?:back\s+)?(?P<up>up))"
    r"(?:\s+(?:again|back|further|slightly|\w+ly)){0,2}\s+to\s+(?:(?:just|only|an?\s+average\s+of)\s+)*\Z"
)


def _reversed(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on a rate that is reached the other way, from the year before or one named."""
    figure, passage = statement.figure, statement.passage
    said = _TO.search(split_modifier(passage.before(figure.start))[0])
    years = statement.years or frozenset({evidence.facts.latest})
    if said is None:
        return None
    year = max(years)
    labels = passage.labels_between(*passage.sentence_bounds(figure.start))
    others = {Year(each.first) for each in labels} - years
    changes = evidence.change_since(min(others, default=year.previous), year)
    way = "fall" if said["fall"] else "rise"
    if not changes or any(each.way in ("", way) for each in changes):
        return None
    written = passage.text[figure.start : figure.end]
    return Judgement("mismatch", verdicts.fact("not_way", way=way, n=written))


def _rates_of(statement: Statement, evidence: Evidence) -> Iterator[Rate]:
    """The rates of the latest year, or of an earlier one that is said and has a number."""
    facts, unit = evidence.facts, statement.figure.word
    if statement.years is None or facts.latest in statement.years:
        yield from rates(evidence, unit)
        return
    for year in sorted(statement.years & {*evidence.values}):
        exact = evidence.values[year] * _per_one(unit, year.days)
        if exact >= 1:
            yield Rate(rounded_rate(exact, facts.thresholds.rate_mode), exact, exact)


def _of_a_part_or_another_year(statement: Statement, evidence: Evidence) -> Judgement | None:
    """No rate is held of a part, nor an interval of another year than the latest."""
    latest = evidence.facts.latest
    if statement.categories:
        return Judgement("untraced", verdicts.fact("no_part_rate"))
    is_rate = statement.figure.kind == "rate" and evidence.values
    if statement.years is not None and latest not in statement.years and not is_rate:
        return Judgement("mismatch", verdicts.fact("rates_of", year=latest))
    return None


def _rate(found: Candidate, fact: Rate) -> Judgement:
    verdict = _within(found, fact)
    words = f"{number(fact.printed)} a {found.word}"
    if verdict in ("traced", "rounded"):
        return Judgement(verdict, words)
    return Judgement(verdict or "mismatch", words, number(fact.printed))


def _within(found: Candidate, fact: Rate) -> Fit:
    written, low, high = found.value, fact.low, fact.high
    match found.modifier:
        case "over" | "at_least":
            if written >= low and not (found.modifier == "at_least" and written == low):
                return ""
            close = written == low.__floor__() or 100 * (low - written) <= 8 * written
            return "rounded" if close else "loose" if 4 * low <= 5 * written else ""
        case "near":
            if written <= high:
                return ""
            return (
                "rounded"
                if _is_near(written, high)
                else "loose"
                if 10 * written <= 11 * high
                else ""
            )
        case "about":
            gap = max(abs(written - low), abs(written - high))
            if written == half_up(low) == half_up(high) or 100 * gap <= 3 * low:
                return "rounded"
            return "loose" if 10 * gap <= low else ""
        case "under" | "at_most":
            return "loose" if high < written and 4 * written <= 5 * high else ""
    if found.decimals:
        as_written = half_up(low, found.decimals) == half_up(high, found.decimals) == written
        return "traced" if as_written else ""
    # Printed cut off, it is right rounded half up as well.
    return "traced" if written == fact.printed or written == half_up(low) == half_up(high) else ""


def _is_near(written: Fraction, rate: Fraction) -> bool:
    """Nearly: the next whole number within 0.25; or a ten, within 2 below 100, else within 3%."""
    gap = written - rate
    if written == rate.__floor__() + 1 and gap <= Fraction(1, 4):
        return True
    if written % 10 or rate < 10:
        return False
    return gap <= 2 if rate < 100 else 100 * gap <= 3 * rate


def interval(statement: Statement, evidence: Evidence) -> Judgement:
    """One every so many minutes; "one an hour" is one every 60."""
    if judged := outside(statement, evidence) or _of_a_part_or_another_year(statement, evidence):
        return judged
    found = statement.figure
    claim = evidence.claim("every_n_minutes")
    if claim is None:
        has_figures = bool(evidence.facts.latest_cells)
        return Judgement("mismatch", verdicts.fact("no_interval")) if has_figures else NOTHING
    minutes = claim.figures["minutes"]
    words = verdicts.fact("interval", minutes=counted(minutes, "minutes"))
    if found.value == minutes:
        return Judgement("traced", words)
    is_wider = minutes < found.value <= Fraction(11, 10) * minutes
    verdict: Verdict = "loose" if is_wider else "mismatch"
    return Judgement(verdict, words, str(minutes))
