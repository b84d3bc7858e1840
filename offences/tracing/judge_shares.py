"""Verdicts on percentages and fractions."""

from collections.abc import Sequence
from fractions import Fraction

from offences.claims.changes import percentage_base
from offences.claims.rules import ClaimRefused
from offences.english import number
from offences.tracing.candidates import Candidate
from offences.tracing.clauses import Passage
from offences.tracing.evidence import Evidence
from offences.tracing.judgement import NOTHING, Judgement, best
from offences.tracing.numbers import half_up
from offences.tracing.sayable import SayableChange, SayablePercent
from offences.words import verdicts


def percent(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """A percentage: of the changes in the direction said, or of a whole, half up."""
    named = passage.named_year(found.start, found.end, evidence.facts.latest)
    way = passage.direction(found.start, found.end)
    base = passage.base(found.end)
    changes = evidence.compared(named, base)
    facts = [each.percent for each in changes if each.percent]
    is_change = any(each.pair.old.low == base for each in changes)
    if not is_change and passage.only_year(found.start) in (None, evidence.facts.latest):
        facts += evidence.shares
    judged = best(
        _percent(found, fact)
        for fact in facts
        if fact.allowed and fact.way in ("", way or fact.way)
    )
    if judged.verdict != "untraced" and judged.verdict != "mismatch":
        return judged
    close = [f for f in facts if f.allowed and abs(f.value - found.value) <= 5]
    if close:
        fact = min(close, key=lambda each: abs(each.value - found.value))
        return Judgement("mismatch", fact.words, _right(found, fact, way))
    if any(not fact.allowed and _prints_as(found, fact) for fact in facts):
        return _refused(found, changes, evidence)
    if way and (evidence.facts.series or evidence.facts.panel):
        return Judgement("mismatch", "no such change")
    if named and not evidence.compared(named):
        return Judgement(
            "mismatch", verdicts.fact("not_compared", year=named, latest=evidence.facts.latest)
        )
    return judged


def _refused(found: Candidate, changes: Sequence[SayableChange], evidence: Evidence) -> Judgement:
    """A percentage that is right and may not be given: the figure it starts from stands for it."""
    for change in changes:
        if change.percent and not change.percent.allowed and _prints_as(found, change.percent):
            old, way = change.pair.old.low, "up" if change.way == "rise" else "down"
            base = evidence.facts.thresholds.percent_base
            small = verdicts.fact("small_base", old=old, base=base)
            why = small if old < base else verdicts.fact("no_percent")
            return Judgement("mismatch", why, f"{way} from {number(old)}")
    return Judgement("mismatch", verdicts.fact("no_percent"))


def _percent(found: Candidate, fact: SayablePercent) -> Judgement:
    verdict = _within(found, fact.value)
    suggestion = f"{number(int(half_up(fact.value)))}%" if verdict == "loose" else ""
    return Judgement(verdict, fact.words, suggestion) if verdict else NOTHING


def _within(found: Candidate, value: Fraction) -> str:
    """The tolerance of each word of rounding, in percentage points."""
    written, gap = found.value, value - found.value
    match found.modifier:
        case "near":
            return "rounded" if -3 <= gap < 0 else "loose" if -5 <= gap < -3 else ""
        case "over":
            return "rounded" if 0 < gap <= 5 else "loose" if 5 < gap <= 15 else ""
        case "at_least":
            return "rounded" if 0 <= gap <= 5 else "loose" if 5 < gap <= 15 else ""
        case "about":
            return "rounded" if abs(gap) <= 1 else "loose" if abs(gap) <= 3 else ""
        case "under" | "at_most":
            return "loose" if -5 <= gap < 0 else ""
    return "traced" if half_up(value, found.decimals) == written else ""


def _prints_as(found: Candidate, fact: SayablePercent) -> bool:
    return bool(_within(found, fact.value))


def _right(found: Candidate, fact: SayablePercent, way: str) -> str:
    """The percentage as it would be printed, with its direction where that was wrong.

    Whole, as the claim has it, and with the decimals of the text if there are any.
    """
    shown = f"{number(int(half_up(fact.value)))}%"
    if found.decimals:
        shown += f" or {float(half_up(fact.value, found.decimals)):.{found.decimals}f}%"
    if fact.way and way and way != fact.way:
        return f"{shown} ({'up' if fact.way == 'rise' else 'down'})"
    return shown


def fraction(found: Candidate, passage: Passage, evidence: Evidence) -> Judgement:
    """A third, half, one in five: of a whole that is known, or of a change on a large base."""
    stated = found.value / found.of
    facts: list[tuple[Fraction, str, str]] = []
    named = passage.named_year(found.start, found.end, evidence.facts.latest)
    changes = evidence.compared(named, passage.base(found.end))
    if found.word != "change":
        facts += [(s.value / 100, "", s.words) for s in evidence.shares if s.allowed]
    if found.word != "share":
        facts += [of for change in changes if (of := _change(change))]
    way = passage.direction(found.start, found.end)
    if found.modifier == "over" and stated == Fraction(1, 2) and way != "rise":
        for change in changes if found.word == "change" else ():
            if "fell_by_more_than_half" in change.may:
                return Judgement("traced", change.words)
    fitting = [each for each in facts if each[1] in ("", way or each[1])]
    judged = best(_fraction(found.modifier, stated, *each) for each in fitting)
    if judged.verdict != "untraced":
        return judged
    close = [each for each in facts if abs(each[0] - stated) <= Fraction(1, 10)]
    if close or found.word == "change":
        nearest = min(close or facts, key=lambda each: abs(each[0] - stated), default=None)
        if nearest is None:
            has_changes = bool(evidence.facts.series or evidence.facts.panel)
            return Judgement("mismatch", "no such change") if has_changes else NOTHING
        return Judgement("mismatch", nearest[2], f"{number(int(half_up(100 * nearest[0])))}%")
    return NOTHING


def _change(change: SayableChange) -> tuple[Fraction, str, str] | None:
    """A change as a part of the earlier figure, where a fraction may be given at all."""
    try:
        old, new = percentage_base(change.pair)
    except ClaimRefused:
        return None
    return Fraction(abs(new - old), old), change.way, change.words


def _fraction(modifier: str, stated: Fraction, value: Fraction, way: str, words: str) -> Judgement:
    """The tolerance of each word of rounding, in percentage points."""
    points = 100 * (value - stated)
    verdict = ""
    match modifier:
        case "":
            verdict = "traced" if points == 0 else "rounded" if abs(points) <= 1 else ""
        case "exactly":
            verdict = "traced" if points == 0 else ""
        case "over" | "at_least":
            lowest_included = modifier == "at_least" and points == 0
            verdict = (
                "rounded"
                if 0 < points <= 5 or lowest_included
                else "loose"
                if 5 < points <= 10
                else ""
            )
        case "near":
            verdict = "rounded" if -3 <= points < 0 else "loose" if -5 <= points < -3 else ""
        case "about":
            verdict = "rounded" if abs(points) <= 1 else "loose" if abs(points) <= 3 else ""
        case "under" | "at_most":
            verdict = "loose" if -5 <= points < 0 else ""
    suggestion = f"{number(int(half_up(100 * value)))}%" if verdict == "loose" else ""
    return Judgement(verdict, words, suggestion) if verdict else NOTHING
