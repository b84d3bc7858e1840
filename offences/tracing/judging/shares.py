"""Verdicts on percentages and fractions."""

from collections.abc import Sequence
from fractions import Fraction

from offences.claims.changes import percentage_base
from offences.claims.rules import ClaimRefused
from offences.english import number
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableChange, SayablePercent
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.numbers import NUMBER, half_up
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, compiled
from offences.tracing.judging.changes import changes_of
from offences.tracing.judging.judgement import NOTHING, Fit, Judgement, best
from offences.tracing.judging.slots import NO_PART_CHANGE, no_change, outside
from offences.tracing.judging.wholes import share_given, share_of_all, unless_of_another_whole
from offences.words import verdicts

_CHANGES = rf"(?:{RISE_NOUN}|{FALL_NOUN})"
_SHARE = compiled(
    r"\s*(?:of\b(?!\s+(?:the\s+)?(?:previous|year|its|their|what|that|last)\b(?!\s+(?:(?:recorded|online)\s+)?(?:offences|crimes|cases|records|reports)\b))|(?:were|are"
    r"|was)\s+(?:against|on|aged|girls|boys|female|male))"
)
# "In 83 of the 149 cases, or 56 per cent": the number before it as a share
_OR_SHARE = compiled(
    rf"{NUMBER}(?:\s+(?:offences|crimes|cases))?\s+(?:out\s+)?of\s+(?:(?:the|its|all|their|our|[\w’'-]+[’']s?)\s+)*{NUMBER}"
    r"(?:\s+(?:[\w’'-]+\s+){0,3}?(?:offences|crimes|cases|records|reports))?(?:,?\s+or\s+|,\s+|\s*\()(?:about\s+|some\s+|just\s+)*\Z"
)
# "Of the offences in England and Wales, 9% were in Kent"
_OF_THE_OFFENCES = compiled(
    r"\W*(?:out\s+)?of\s+(?:the|all|every|those|these)\b[^;:]*?\b(?:offences|crimes|cases)\b(?:(?!,\s+(?:which|and|but)\b)[^;:])*,\s+\Z"
)
_WERE_IN = compiled(
    r"\s*(?:were|are|was)\s+(?:in|at|from|by|recorded|logged|counted|reported|handled|dealt)\b"
)
_MADE_UP = compiled(
    r"\b(?:made\s+up|mak(?:e|es|ing)\s+up|account(?:s|ed|ing)?\s+for|represent(?:s|ed|ing)?"
    r"|compris(?:e|es|ed)|used\s+in|named\s+in|involved\s+in)\s+(?:\w+\s+){0,3}?$"
)


_CHANGE_OF = compiled(
    rf"\b(?:{_CHANGES})\s+(?:of|is|was|works\s+out\s+at|comes\s+to)\s+(?:just\s+|only\s+)?\Z"
    rf"|\b(?:{_CHANGES})\s+(?:is|was|had\s+been)\s+one\s+of\s+[^.;:]{{1,40}}\Z"
)
_A_CHANGE = compiled(rf"\s+(?:{_CHANGES})\b(?!\s+of\b)")
# "In Kent the share was lower, at 77 per cent"
_SHARE_WAS = compiled(
    r"\b(?:share|proportion|percentage(?!\s+terms\b))\b(?!\s+of\b(?!\s+(?:(?:all|the|those|these)\s+)*(?:offences|crimes|cases)))[^.;:\d]{0,60}\b(?:was|is|stood|stands)\b[^.;:\d]{0,40}\Z"
    r"|\b(?:share|proportion|percentage)\b(?!\s+of\s+(?:girls|boys|children|victims|pupils)\s+who\b)(?![^.;]*\b(?:solved|charged|convicted|prosecuted|who)\b)"
    r"[^.;:]{0,90}\b(?:higher|lower|greater|smaller|larger|bigger),?\s+(?:at|on)\s+(?:(?:just|only|about|some)\s+)*\Z"
)


def is_share(statement: Statement) -> bool:
    """The words around a percentage say that it is a part of a whole, not a change."""
    found, passage = statement.figure, statement.passage
    before, _ = split_modifier(passage.before(found.start, 120))
    return bool(
        _SHARE.match(passage.after(found.end))
        or _OF_THE_OFFENCES.fullmatch(split_modifier(passage.before(found.start, 200))[0])
        or (_OR_SHARE.search(before) and not _names_a_change(statement))
        or (
            (
                _MADE_UP.search(passage.before(found.start))
                or _WERE_IN.match(passage.after(found.end))
            )
            and not _names_a_change(statement)
        )
        or (_SHARE_WAS.search(passage.before(found.start)) and not _names_a_change(statement))
    )


def _names_a_change(statement: Statement) -> bool:
    """Whether a percentage is called a change: "That made up for the fall of 12%"."""
    before, _ = split_modifier(statement.passage.before(statement.figure.start))
    is_change = _A_CHANGE.match(statement.passage.after(statement.figure.end))
    return bool(_CHANGE_OF.search(before) or is_change)


def shares_of(statement: Statement, evidence: Evidence) -> list[SayablePercent]:
    """The shares in the slots of a statement; a share is always of a category, and of its year."""
    latest = evidence.facts.latest
    if statement.role in (KNOWN, UNKNOWN):
        slots = statement.role, statement.known_of
        return [s for *of_share, s in evidence.attribute_shares if tuple(of_share) == slots]
    if not statement.categories or (statement.years and latest not in statement.years):
        return []
    shares = [each for each in evidence.shares if each.categories == statement.categories]
    return shares or (evidence.shares_of_parts(statement.categories) if statement.adds_up else [])


def percent(statement: Statement, evidence: Evidence) -> Judgement:
    """A percentage: of the changes in the direction said, or of a whole, half up."""
    if judged := outside(statement, evidence):
        return judged
    found, way = statement.figure, statement.way
    shares = shares_of(statement, evidence)
    of_whole = is_share(statement) or bool(shares and not way)
    if of_whole:
        return _percent_of_whole(statement, evidence, shares)
    if statement.categories:
        return NO_PART_CHANGE
    changes = changes_of(statement, evidence)
    facts = [each.percent for each in changes if each.percent]
    judged = best(
        _percent(found, fact) for fact in facts if fact.allowed and (not way or fact.way == way)
    )
    if judged.verdict != "untraced":
        return judged
    close = [f for f in facts if f.allowed and abs(f.value - found.value) <= 5]
    if close:
        fact = min(close, key=lambda each: abs(each.value - found.value))
        return Judgement("mismatch", fact.words, _right(found, fact, way))
    for change in changes:
        if change.percent and not change.percent.allowed and _prints_as(found, change.percent):
            return _refused(change, evidence)
    has_series = bool(evidence.facts.series or evidence.facts.panel)
    if has_series and (way or statement.bases is not None):
        if not changes:
            return no_change(statement, evidence)
        own = [fact for fact in facts if fact.allowed]
        right = _right(found, own[0], way) if len(own) == 1 and statement.bases else ""
        return Judgement("mismatch", own[0].words if right else "no such change", right)
    return judged


def _percent_of_whole(
    statement: Statement, evidence: Evidence, shares: Sequence[SayablePercent]
) -> Judgement:
    found = statement.figure
    if not shares:
        return NOTHING
    judged = best(_percent(found, fact) for fact in shares if fact.allowed)
    if judged.verdict != "untraced":
        return unless_of_another_whole(
            statement, evidence, judged, shares, lambda value: bool(_within(found, value))
        )
    if of_all := share_of_all(statement, evidence, shares, lambda value: _within(found, value)):
        return of_all
    fact = shares[0]
    if not fact.allowed:
        no_percent = Judgement("mismatch", verdicts.fact("no_percent"))
        return no_percent if _prints_as(found, fact) else NOTHING
    is_of_another = share_given(statement) is not None
    return Judgement("mismatch", fact.words, "" if is_of_another else _right(found, fact, ""))


def _refused(change: SayableChange, evidence: Evidence) -> Judgement:
    """A percentage that is right and may not be given: the figure it starts from stands for it."""
    old, way = change.pair.old.low, "up" if change.way == "rise" else "down"
    base = evidence.facts.thresholds.percent_base
    small = verdicts.fact("small_base", old=old, base=base)
    why = small if old < base else verdicts.fact("no_percent")
    return Judgement("mismatch", why, f"{way} from {number(old)}")


def _percent(found: Candidate, fact: SayablePercent) -> Judgement:
    verdict = _within(found, fact.value)
    suggestion = f"{number(int(half_up(fact.value)))}%" if verdict == "loose" else ""
    return Judgement(verdict, fact.words, suggestion) if verdict else NOTHING


def _within(found: Candidate, value: Fraction) -> Fit:
    if found.modifier in ("", "exactly"):
        return "traced" if half_up(value, found.decimals) == found.value else ""
    return _by_word(found.modifier, value - found.value, far=15)


def _by_word(modifier: str, gap: Fraction, *, far: int) -> Fit:
    """The tolerance of each word of rounding, in percentage points; `far`: of "more than"."""
    match modifier:
        case "near":
            return "rounded" if -3 <= gap < 0 else "loose" if -5 <= gap < 0 else ""
        case "over":
            return "rounded" if 0 < gap <= 5 else "loose" if 0 < gap <= far else ""
        case "at_least":
            return "rounded" if 0 <= gap <= 5 else "loose" if 0 <= gap <= far else ""
        case "about":
            return "rounded" if abs(gap) <= 1 else "loose" if abs(gap) <= 3 else ""
        case "under" | "at_most":
            return "loose" if -5 <= gap < 0 else ""
    return ""


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


def fits_share(figure: Candidate, value: Fraction) -> Fit:
    """Whether a percentage or a fraction, with its word of rounding, may stand for a share."""
    if figure.kind == "percent":
        return _within(figure, 100 * value)
    return _fraction(figure.modifier, figure.value / figure.of, value, "").verdict


def fraction(statement: Statement, evidence: Evidence) -> Judgement:
    """A third, half, one in five: of a whole that is known, or of a change on a large base."""
    if judged := outside(statement, evidence):
        return judged
    found, way = statement.figure, statement.way
    stated = found.value / found.of
    shares, changes = shares_of(statement, evidence), changes_of(statement, evidence)
    is_part = found.word == "share" or bool(statement.categories) or is_share(statement)
    is_part = is_part or any(not each.categories for each in shares)
    if found.word != "change" and is_part:
        facts = [(s.value / 100, "", s.words) for s in shares if s.allowed]
    elif statement.categories:
        return NO_PART_CHANGE
    else:
        facts = [of for change in changes if (of := _change(change))]
    if found.modifier == "over" and stated == Fraction(1, 2) and way != "rise":
        for change in changes if found.word == "change" else ():
            if "fell_by_more_than_half" in change.may:
                return Judgement("traced", change.words)
    fitting = [each for each in facts if each[1] in ("", way or each[1])]
    judged = best(_fraction(found.modifier, stated, value, words) for value, _, words in fitting)
    if judged.verdict != "untraced":
        return unless_of_another_whole(
            statement,
            evidence,
            judged,
            shares,
            lambda value: _fraction(found.modifier, stated, value / 100, "") != NOTHING,
        )
    if is_part:
        of_all = share_of_all(
            statement,
            evidence,
            shares,
            lambda value: _fraction(found.modifier, stated, value / 100, "").verdict,
        )
        if of_all:
            return of_all
    close = [each for each in facts if abs(each[0] - stated) <= Fraction(1, 10)]
    is_said_of_slots = found.word == "change" or bool(statement.categories)
    if close or is_said_of_slots:
        nearest = min(close or facts, key=lambda each: abs(each[0] - stated), default=None)
        if nearest is None:
            has_changes = bool(evidence.facts.series or evidence.facts.panel)
            is_change = found.word == "change" and has_changes
            return no_change(statement, evidence) if is_change else NOTHING
        return Judgement("mismatch", nearest[2], f"{number(int(half_up(100 * nearest[0])))}%")
    return NOTHING


def _change(change: SayableChange) -> tuple[Fraction, str, str] | None:
    """A change as a part of the earlier figure, where a fraction may be given at all."""
    try:
        old, new = percentage_base(change.pair)
    except ClaimRefused:
        return None
    return Fraction(abs(new - old), old), change.way, change.words


def _fraction(modifier: str, stated: Fraction, value: Fraction, words: str) -> Judgement:
    points = 100 * (value - stated)
    verdict = _by_word(modifier, points, far=10)
    if modifier in ("", "exactly"):
        # A point is much of a small share: "one in 33" is not one in 25.
        is_near = not modifier and abs(points) <= min(Fraction(1), 10 * stated)
        verdict = "traced" if points == 0 else "rounded" if is_near else ""
    suggestion = f"{number(int(half_up(100 * value)))}%" if verdict == "loose" else ""
    return Judgement(verdict, words, suggestion) if verdict else NOTHING
