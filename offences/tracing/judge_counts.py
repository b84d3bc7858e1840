"""Verdicts on numbers of offences: plain, rounded, at least, fewer than, differences."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from offences.claims.coverage import grids
from offences.english import number
from offences.statistics.years import Year
from offences.tracing.candidates import Candidate
from offences.tracing.clauses import Passage
from offences.tracing.evidence import Evidence
from offences.tracing.judgement import NOTHING, Judgement, best, nearest
from offences.tracing.numbers import NUMBER, numbers_in
from offences.tracing.sayable import SayableCount
from offences.tracing.slips import is_slip
from offences.words import verdicts


def is_target(value: int, written: Fraction) -> bool:
    """A round number that a figure is nearly: the next above it on any of its grids.

    The gap is at most 2 below 100; else at most 3% of the figure and a quarter of the step.
    """
    if value < 20 or value % grids(value)[0] == 0:
        return False
    for step in grids(value):
        target = (value // step + 1) * step
        gap = target - value
        near = gap <= 2 if value < 100 else 100 * gap <= 3 * value and 4 * gap <= step
        if near and target == written:
            return True
    return False


def near(written: Fraction, value: int) -> str:
    """ "Nearly": rounded to a target of the house rule, loose up to 10% short of it."""
    if is_target(value, written):
        return "rounded"
    if value < written:
        return "loose" if 10 * (written - value) <= written else ""
    return "mismatch" if 10 * value <= 11 * written else ""


def more_than(written: Fraction, value: int) -> str:
    """ "More than": rounded up to 8% above a figure of 20 or more, loose up to 25%."""
    if value > written:
        if value >= 20 and 100 * (value - written) <= 8 * written:
            return "rounded"
        return "loose" if 4 * (value - written) <= written else ""
    return "mismatch" if 10 * (written - value) <= written else ""


def about(written: Fraction, value: int) -> str:
    """ "About": rounded within 3% of the figure, loose within 10% or if it is the figure."""
    gap = abs(written - value)
    if gap == 0:
        return "loose"
    if 100 * gap <= 3 * value:
        return "rounded"
    return "loose" if 10 * gap <= value else ""


def at_least(written: Fraction, value: int) -> str:
    """ "At least": loose up to 25% below the figure, wrong up to 10% above it."""
    if written <= value:
        return "loose" if 4 * value <= 5 * written else ""
    return "mismatch" if 10 * (written - value) <= written else ""


def under(written: Fraction, value: int) -> str:
    """ "Fewer than": loose up to a quarter above the figure, wrong from the figure down."""
    if value < written:
        return "loose" if 4 * written <= 5 * value else ""
    return "mismatch" if 10 * value <= 11 * written else ""


def at_most(written: Fraction, value: int) -> str:
    """ "No more than": as "fewer than", the number itself included."""
    return "loose" if value == written else under(written, value)


TESTS: dict[str, Callable[[Fraction, int], str]] = {
    "near": near,
    "over": more_than,
    "about": about,
    "at_least": at_least,
    "under": under,
    "at_most": at_most,
}


def count(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """A number of offences, with or without a word of rounding before it."""
    if found.modifier in ("", "exactly"):
        return plain(found, passage, evidence)
    year = passage.year_of(found.start, found.end)
    if judged := _bound(found, passage, evidence, year):
        return judged
    test = TESTS[found.modifier]
    facts = _may_round(found, evidence)
    judged = best(_modified(test, found, each) for each in facts if _may_be_of(each, year))
    if judged.verdict in ("rounded", "loose"):
        return judged
    of_another = best(_modified(test, found, each) for each in facts)
    if of_another.verdict not in ("rounded", "loose"):
        return of_another
    own = [each for each in facts if each.year == year]
    suggestion = number(own[0].value) if own else ""
    return Judgement("mismatch", of_another.fact, suggestion)


def _bound(
    found: Candidate, passage: Passage, evidence: Evidence, year: Year | None
) -> Judgement | None:
    """ "At least 1,204", "fewer than five": the end of a figure that is known as a range."""
    if found.value.denominator != 1:
        return None
    written = int(found.value)
    ends: tuple[int, int | None]
    if found.modifier == "at_least":
        bounds, fact, ends = evidence.least, f"at least {number(written)}", (written, None)
    elif found.modifier in ("under", "at_most"):
        written += found.modifier == "at_most"
        fact, ends = f"fewer than {number(written)}", (0, written - 1)
        bounds = evidence.fewer_than
    else:
        return None
    years = [of for bound, of in bounds if bound == written]
    if not years:
        return None
    if year not in (None, *years):
        return Judgement("mismatch", f"{fact} in {years[0]}")
    return _unless_other_way(found, passage, evidence, fact, ends)


def _may_be_of(fact: SayableCount, year: Year | None) -> bool:
    """The fact is one of the year that the text names, if it names one."""
    return year in (None, fact.year)


def _may_round(found: Candidate, evidence: Evidence) -> list[SayableCount]:
    """The facts a rounding word may rest on; lower bounds too where it only says "more"."""
    if found.modifier in ("over", "at_least") and evidence.at_least is not None:
        bound = SayableCount(
            evidence.at_least, evidence.facts.latest, f"at least {number(evidence.at_least)}"
        )
        return sorted([*evidence.counts, bound], key=lambda c: abs(c.value - found.value))
    return sorted(evidence.counts, key=lambda c: abs(c.value - found.value))


def _modified(
    test: Callable[[Fraction, int], str], found: Candidate, fact: SayableCount
) -> Judgement:
    verdict = test(found.value, fact.value)
    if not verdict:
        return NOTHING
    suggestion = number(fact.value) if verdict in ("loose", "mismatch") else ""
    return Judgement(verdict, fact.words, suggestion)


_PUBLISHED = re.compile(
    r"\b(?:published|originally|previously|revised|restated|release\s+before"
    r"|earlier\s+(?:releases?|counts?|figures?|totals?))\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(up|down)\s+from\s+(?:between\s+|at\s+least\s+|(?:fewer|no\s+more)\s+than\s+)?$",
    re.IGNORECASE,
)


def plain(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """A bare number: it equals a fact, is a slip of one or near one, or has no source."""
    if found.value.denominator != 1:
        return NOTHING
    written, year = int(found.value), passage.year_of(found.start, found.end)
    same = [fact for fact in evidence.counts if fact.value == written]
    as_fact = _same(found, passage, evidence, same, year) if same else NOTHING
    if as_fact.verdict == "traced":
        return as_fact
    if judged := _as_published(found, passage, evidence, year):
        return judged
    if same:
        return as_fact
    if written == 0:
        return Judgement("mismatch", verdicts.fact("no_zero"))
    return _near_a_fact(written, evidence, year)


def _as_published(
    found: Candidate, passage: Passage, evidence: Evidence, year: Year | None
) -> Judgement | None:
    """A figure as it first stood: right only where the sentence says that it was revised."""
    revised = [each for each in evidence.revised if each.before == found.value]
    if not revised:
        return None
    own = [each for each in revised if year in (None, each.year)]
    of = (own or revised)[0]
    restated = verdicts.fact("restated", before=of.before, now=of.now, year=of.year)
    if own and _PUBLISHED.search(passage.sentence(found.start)):
        return Judgement("traced", restated)
    return Judgement("mismatch", restated, number(of.now))


def malformed(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """A number that nobody writes so is wrong, even where its digits are right."""
    judged = plain(found, passage, evidence)
    if judged.verdict == "traced":
        return Judgement("mismatch", judged.fact, number(int(found.value)))
    return judged


_NOW = re.compile(r"\b(?:is|are)\s+now\s+$", re.IGNORECASE)
"""What stands of the figure that the sentence opened with, so of its year."""


def _same(
    found: Candidate,
    passage: Passage,
    evidence: Evidence,
    same: list[SayableCount],
    year: Year | None,
) -> Judgement:
    """A number that is a fact: right, unless it is said of another year or the other way."""
    if year is None and (
        all(fact.is_part for fact in same) or _NOW.search(passage.before(found.start))
    ):
        year = passage.only_year(found.start)
    if not any(_may_be_of(fact, year) for fact in same):
        own = nearest(found.value, (fact.value for fact in evidence.counts if fact.year == year))
        return Judgement("mismatch", same[0].words, "" if own is None else number(own))
    if later := _backwards(found, passage, evidence):
        return Judgement(
            "mismatch", same[0].words, verdicts.fact("from_to", old=later, new=same[0].value)
        )
    fitting = next(fact for fact in same if _may_be_of(fact, year))
    ends = (fitting.value, fitting.value)
    judged = _unless_other_way(found, passage, evidence, number(fitting.value), ends)
    return replace(judged, fact=fitting.words)


_FROM_THIS = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO_THAT = re.compile(rf"\s+to\s+(?P<number>{NUMBER})", re.IGNORECASE)


def _backwards(found: Candidate, passage: Passage, evidence: Evidence) -> str:
    """In "from 68 to 48" the 48, where it is the earlier figure and 68 the latest."""
    match = _TO_THAT.match(passage.after(found.end))
    if not match or not _FROM_THIS.search(passage.before(found.start)):
        return ""
    stated = (int(found.value), int(numbers_in(match["number"])[0].value))
    pairs = {each.exact for each in evidence.changes}
    return number(stated[1]) if stated not in pairs and (stated[1], stated[0]) in pairs else ""


def _unless_other_way(
    found: Candidate, passage: Passage, evidence: Evidence, fact: str, ends: tuple[int, int | None]
) -> Judgement:
    """Right, unless "up from" it was said and every change from it is a fall; or "down"."""
    match = _FROM.search(passage.before(found.start))
    olds = [(change.pair.old, change.way) for change in evidence.changes]
    low, high = ends
    ways = {way for old, way in olds if old.high == high and low in (0, old.low)}
    if not match or not ways or "" in ways:
        return Judgement("traced", fact)
    stated, other = ("rise", "down") if match[1].casefold() == "up" else ("fall", "up")
    if stated in ways:
        return Judgement("traced", fact)
    return Judgement("mismatch", fact, f"{other} from {fact}")


def _near_a_fact(written: int, evidence: Evidence, year: Year | None) -> Judgement:
    """A slip of a fact, else within 5% of one: the nearest is what was meant."""
    counts = [(fact, number(fact.value)) for fact in evidence.counts]
    if evidence.at_least is not None:  # printed as if it were exact, or a slip of it
        words = f"at least {number(evidence.at_least)}"
        counts.append((SayableCount(evidence.at_least, evidence.facts.latest, words), words))
    same = [each for each in counts if each[0].value == written]
    slips = [each for each in counts if is_slip(written, each[0].value)]
    close = [each for each in counts if 20 * abs(each[0].value - written) <= each[0].value]
    for facts in (same, slips, close):
        own = [each for each in facts if each[0].year == year] if year else []
        nearest_first = sorted(own or facts, key=lambda each: abs(each[0].value - written))
        if nearest_first:
            fact, suggestion = nearest_first[0]
            return Judgement("mismatch", fact.words, suggestion)
    return NOTHING


def range_of_counts(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """ "Between 1 and 4": the ends of a withheld figure, or two numbers that are each a fact."""
    low, high = int(found.value), int(found.of)
    years = [each.year for each in evidence.ranges if (each.low, each.high) == (low, high)]
    year = passage.year_of(found.start, found.end)
    if years and year in (None, *years):
        fact = f"{number(low)} to {number(high)}"
        return _unless_other_way(found, passage, evidence, fact, (low, high))
    if years:
        return Judgement("mismatch", verdicts.fact("range", low=low, high=high, year=years[0]))
    return each_end(found, passage, evidence)


def each_end(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """The worse verdict of two numbers that are each a count."""
    ends = (replace(found, value=value) for value in (found.value, found.of))
    return max((plain(end, passage, evidence) for end in ends), key=lambda each: each.rank)


def difference(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """ "A rise of 20", "20 fewer": a change in that direction, of a pair of years."""
    named = passage.named_year(found.start, found.end, evidence.facts.latest)
    compared = evidence.compared(named, passage.base(found.end))
    gaps = [
        (abs(each.exact[1] - each.exact[0]), each) for each in compared if each.exact is not None
    ]
    if not gaps:
        return Judgement("mismatch", "no comparison")
    judged = best(
        _difference(found, gap, change.words)
        for gap, change in gaps
        if found.way in ("", change.way)
    )
    if judged.verdict in ("traced", "rounded", "loose"):
        return judged
    gap, change = gaps[0]
    right = number(gap)
    if gap == found.value:
        right = verdicts.fact("more" if change.way == "rise" else "fewer", n=gap)
    return Judgement("mismatch", change.words, right)


def _difference(found: Candidate, gap: int, words: str) -> Judgement:
    if found.modifier in ("", "exactly"):
        verdict = "traced" if gap == found.value else ""
    else:
        verdict = TESTS[found.modifier](found.value, gap)
    return (
        Judgement(verdict, verdicts.fact("difference", n=gap, change=words)) if verdict else NOTHING
    )
