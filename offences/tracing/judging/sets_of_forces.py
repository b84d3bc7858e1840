"""Numbers of all forces that replied, and of those alone that can be compared: never mixed."""

from collections.abc import Sequence
from fractions import Fraction

from offences.english import number
from offences.tracing.binding.set_slot import POINTS_TO_FORCES, ForcesNamed
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.numbers import NUMBER, half_up, numbers_in
from offences.tracing.finding.vocabulary import FALL, FALL_NOUN, RISE, RISE_NOUN, YEAR, compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.slots import suggested

_FROM = compiled(
    rf"\b(?:(?:up|down|{RISE_NOUN}|{FALL_NOUN})\s+(?:from|on)|compared\s+(?:with|to))"
    r"\s+(?:the\s+)?$"
)

# "Rose by 3,128 in a year to 25,327", "up 15 per cent to 20,707"
_BY_SO_MANY = compiled(
    rf"(?:\bby\s+(?P<by>{NUMBER})|(?P<percent>{NUMBER})\s?(?:%|per\s?cent|pc)(?:\s+(?:since|on|in|over)\s+{YEAR})?)"
    r"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:in|over|within)\s+(?:a|one|the|just\s+a)\s+(?:\w+\s+)?year)?,?\s+to\s+$"
)


def of_another_set(
    statement: Statement, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """The verdict on a base of fewer forces than the new number: "12,205, up from 9,884"."""
    named = statement.forces
    is_of_named = named and not (named.is_earlier or is_of_those_asked(named, evidence))
    if statement.categories or evidence.facts.panel is None or is_of_named:
        return None
    passage, figure = statement.passage, statement.figure
    if by := _BY_SO_MANY.search(passage.before(figure.start)):
        if by["percent"]:
            return _not_of_the_percentage(by["percent"], figure.value, evidence)
        return _not_of_the_rise(by["by"], figure.value, evidence, same)
    wrong = of_fewer_forces(statement, evidence, same) or _not_of_the_old(statement, evidence, same)
    if wrong:
        return wrong
    start, _ = passage.sentence_bounds(figure.start)
    if not _FROM.search(passage.before(figure.start)):
        return None
    before = {n.value for n in passage.numbers_between(start, figure.start)}
    totals = before.difference(_ends(evidence, before))
    sets = {f.forces for f in _totals(evidence) if f.value in totals}
    return (
        None
        if not sets or sets & {f.forces for f in same}
        else Judgement("mismatch", same[0].words)
    )


def of_fewer_forces(
    statement: Statement, evidence: Evidence, facts: Sequence[SayableCount]
) -> Judgement | None:
    """The verdict on the latest number of the compared forces alone, where nothing is compared."""
    named = statement.forces and not is_of_those_asked(statement.forces, evidence)
    if statement.categories or evidence.facts.panel is None or named:
        return None
    latest = evidence.facts.latest
    is_of_forces = statement.bodies or _speaks_of_forces(statement)
    is_of_some = is_of_forces and all(each.forces and each.year == latest for each in facts)
    if not facts or not is_of_some or is_compared(statement):
        return None
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    given = {n.value for n in statement.passage.numbers_between(start, end)}
    is_change = _CHANGES.search(statement.passage.text, start, end)
    if is_change and any(o in given and new == facts[0].value for o, new in _exact(evidence)):
        return None  # "1,166 has become 2,398"
    return Judgement("mismatch", facts[0].words, _of_all(evidence))


# "The combined count was 1,780", of forces named before
_COMBINED = compiled(
    r"\b(?:(?:combined|aggregate|joint|collective|cumulative|pooled|grand|overall)\s+(?:total|count|number|figure|tally|sum)"
    r"|(?:forces|constabularies|police\s+areas|force\s+areas)\b|between\s+them|(?:put|taken|added)\s+together"
    r"|collectively|altogether|all\s+told)\b"
)


def _speaks_of_forces(statement: Statement) -> bool:
    """Whether the sentence of a number, or the one before it, is of several forces.

    Not where its own says of how many of them: "The three had 1,930".
    """
    passage, at = statement.passage, statement.figure.start
    start, _ = passage.sentence_bounds(at)
    if (those := POINTS_TO_FORCES.search(passage.text, start, at)) and those["n"]:
        return False
    return _COMBINED.search(passage.text, *passage.with_sentence_before(at)) is not None


def is_of_those_asked(named: ForcesNamed, evidence: Evidence) -> bool:
    """Whether a set is that of all forces asked, which says nothing of whose a total is."""
    known = {*evidence.forces_compared, *(n for n, _ in evidence.coverage)}
    return named.number in {asked for _, asked in evidence.coverage} - known


# What goes with a comparison: "both years", "the same forces", "up from", "a rise of 52%"; but not
# "the forces that coughed up", "it adds up to"
COMPARES = compiled(
    r"\b(?<!coughed\s)(?<!owned\s)(?<!came\s)(?<!come\s)(?<!add\s)(?<!adds\s)(?<!added\s)(?:both|same|compar\w*|like[\s‐‑-](?:for|with)[\s‐‑-]like|(?:of|in|among|across|at|for)\s+(?:those|these)"
    rf"|{RISE}|{FALL}|doubl\w+|tripl\w+|trebl\w+|halv\w+|twice|a\s+record|highest|lowest"
    r"|every\s+year|since|against\s+\d)\b"
)


def is_compared(statement: Statement) -> bool:
    """Whether the words of the sentence of a number compare two years."""
    passage, at = statement.passage, statement.figure.start
    start, end = passage.sentence_bounds(at)
    labels = {each.first for each in passage.labels_between(start, end)}
    return len(labels) > 1 or bool(COMPARES.search(passage.text, start, end))


def _of_all(evidence: Evidence) -> str:
    """The total of all forces that replied, in the latest year; its least if one is hidden."""
    if evidence.at_least is not None:
        return f"at least {number(evidence.at_least)}"
    return suggested(f for f in _totals(evidence) if not f.forces and not f.role)


def _totals(evidence: Evidence) -> list[SayableCount]:
    """The numbers of all offences in the latest year; those with a known age or site are not."""
    of_year = (f for f in evidence.counts if f.year == evidence.facts.latest)
    return [f for f in of_year if not f.categories and f.role not in (KNOWN, UNKNOWN)]


def _ends(evidence: Evidence, given: set[Fraction]) -> set[int | None]:
    """The ends of a range among these numbers, which are no totals: "Between 3 and 6"."""
    ends = ({r.low, r.high} for r in evidence.ranges)
    return {end for each in ends if each <= given for end in each}


def _not_of_the_rise(
    written: str, end: Fraction, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """A sum of some forces where the rise beside it, right by itself, is one of others."""
    by = numbers_in(written)[0].value
    ends = {new for old, new in _exact(evidence) if abs(new - old) == by}
    is_of_some = all(each.forces for each in same)
    return Judgement("mismatch", same[0].words) if ends and is_of_some and end not in ends else None


_CHANGES = compiled(
    rf"\b(?:becom(?:e|es|ing)|became|turned\s+into|from|{RISE}|{FALL}|compar\w+|against)\b"
)


def _not_of_the_percentage(written: str, end: Fraction, evidence: Evidence) -> Judgement | None:
    """A total where the percentage beside it, right by itself, is one of other forces."""
    percent = numbers_in(written)[0].value
    of_it = [c for c in evidence.changes if c.percent and half_up(c.percent.value) == percent]
    ends = {c.pair.new.low for c in of_it}
    if not ends or end in ends:
        return None
    return Judgement("mismatch", of_it[0].words, number(min(ends)))


def _not_of_the_old(
    statement: Statement, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """The latest total, of other forces than the earlier one beside it: "1,166 became 2,489".

    An earlier total is one of the forces that can be compared: with nothing but theirs.
    """
    passage, figure, latest = statement.passage, statement.figure, evidence.facts.latest
    if any(each.year != latest or each.role in (KNOWN, UNKNOWN) for each in same):
        return None
    if all(each.forces for each in same):
        return None  # of some forces, whose base is another matter
    start, end = passage.sentence_bounds(figure.start)
    given = {n.value for n in passage.numbers_between(start, end)}
    led_by = {n.value for n in passage.numbers_between(start, figure.start)}
    news = {new for old, new in _exact(evidence) if old in led_by}
    if not news or news & given:
        return None
    return Judgement("mismatch", same[0].words, number(min(news)))


def _exact(evidence: Evidence) -> list[tuple[int, int]]:
    return [(p.old.low, p.new.low) for p in evidence.pairs_of_forces if p.is_exact]
