"""The facts in the slots of a statement, and why there are none."""

import re
from collections.abc import Iterable, Iterator

from offences.english import and_list, number
from offences.statistics.years import Year
from offences.tracing.binding.pointing import NOT_UNDERSTOOD
from offences.tracing.binding.statement import KNOWN, UNKNOWN, WHOLE, Statement
from offences.tracing.binding.units import (
    OFFENCES,
    counts_victims,
    is_of_a_defendant,
    place_counted,
)
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import NOTHING, Judgement, Verdict
from offences.words import verdicts

_OF_VICTIMS = {"victims", "girls", "boys"}
# "The parents of 581 girls"
_OF_OTHERS = compiled(
    r"\b(?:parents|famil(?:y|ies)|mothers|fathers|mums|dads|carers|relatives"
    r"|friends)\s+of\s+(?:the\s+)?$"
)
# "171 boys were victims of online offences": the offences are what the boys were victims of
_VICTIMS_OF = compiled(r"\bvictims?\s+of\s+(?:[\w-]+\s+){0,4}?(?:offences?|crimes?)\b")
# "112 different girls"
_EACH_A_PERSON = compiled(
    r"\s+(?:different|individual|separate|distinct|unique)\s+(?:\w+\s+)?(?:girls|boys|victims|children)\b"
)
# "945 boys were targeted, compared with 4,030 offences against girls"
_CLAUSE_ENDS = compiled(
    r"[;:]|,\s+(?:and|but|while|whereas|compared|against|where|the\s+figures)\b"
    # "112 victims were girls and 28 offences were against boys"
    rf"|(?<=girls)\s+and\s+(?={NUMBER}\s+(?:offences|crimes|cases)\b)|(?<=boys)\s+and\s+(?={NUMBER}\s+(?:offences|crimes|cases)\b)"
)
_OF_OFFENCES = compiled(
    r"\b(?:offences|crimes|cases|incidents|of\s+(?:those|these|them)\s+where)\b"
)
# "The children whose age was known", "victims with a known age"; "where the age was known, 82% of
# the children": of as many as there are offences of which it is known
_WHO_ARE_KNOWN = compiled(
    r"\s*(?:(?:out\s+)?of\s+|(?:\w+\s+){0,2}?)(?:(?:all|the|those|its|their|our|[\w’'-]+)\s+){0,3}?"
    r"(?:children|victims)\b(?:\s+(?:involved|concerned|targeted|here|(?:in|across)\s[^.;,\d]{1,30}?))?\s+"
    r"(?:whose\s+|(?:where|for\s+whom|in\s+which)\s+(?:the\s+|their\s+|an?\s+)?|with\s+(?:an?\s+)?)"
    r"[^.;,]{0,40}?\b(?:known|recorded|noted|stated|logged|given|identified|file|record|down)\b"
)
_MADE_UP = compiled(r"\bma(?:de|kes?|king)\s+up\s+(?:[\w-]+\s+){0,3}\Z")  # "up" is no change
_IN_SO_MANY = compiled(r"\bin\s+(?:\w+\s+){0,2}\Z")
_BULLET = re.compile(r"\s*[-–•*]\s")
# "112 girls were targeted", not "112 girls, 28 boys"
_SAID_OF_PERSONS = compiled(
    r"\b(?:girls|boys|victims)\s+(?:\w+\s+)?(?:was|were|is|are|became|fell|had|\w+(?<!\bag)ed)\b"
)
# "Girls who were victims numbered 168"
_WHO_WERE = compiled(
    r"\b(?:girls|boys|children|victims)\s+(?:who|that)\s+(?:were|are|became|fell|had\s+been)\b[^.;:,\d]{0,40}\s(?:numbered|totalled|came\s+to|were)\s+(?:just\s+|only\s+)?\Z"
)
_ALSO_WERE = compiled(
    rf"\b{NUMBER}\s+(?:were|was|are)\s+(?:girls|boys|female|male)(?:\s+and|,|\s+but|\s+while)?\s+(?:and\s+)?(?:just\s+|only\s+)?\Z"
)
NO_RANKS = Judgement("mismatch", verdicts.fact("no_ranks"))
NO_PART_CHANGE = Judgement("untraced", verdicts.fact("no_part_change"))


REVISED = compiled(
    r"\b(?:published|originally|previously|revised|restated|corrected|amended|release\s+before"
    r"|first\s+(?:given|recorded|reported|put|stated|released)|earlier\s+(?:releases?|counts?"
    r"|figures?|totals?))\b"
)

# "20% of the county's boys", "a fifth of 13-year-olds"; "one in five boys", but "80% girls"
_LIVING = r"(?:boys|girls|children\s+aged?\b|(?:\d\d?|[a-z]+)[-‐‑\s]year[-‐‑\s]olds)\b(?![’'])"
_OF_LIVING = compiled(
    r"\s*of\s+(?:(?:all|every|the|its|their|our|these|those|local|young|[\w’'-]+[’']s?)\s+){0,3}"
    + _LIVING
)
_EVERY_LIVING = compiled(rf"\s+(?:local\s+|young\s+)?{_LIVING}")
_IN_EVERY = compiled(r"\b(?:in|out\s+of)\b")


def outside(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on a statement for which these facts have no slot, whatever its number."""
    if statement.compares_bodies:
        return NO_RANKS
    if statement.subject:
        return Judgement("untraced", verdicts.fact("other_subject", subject=statement.subject))
    if not statement.categories and is_of_a_defendant(
        statement.passage.before(statement.figure.start, 200)
    ):
        return NOTHING
    if statement.is_of_each and statement.figure.kind in ("count", "range"):
        return Judgement("untraced", verdicts.fact("of_each"))
    if statement.is_sum:
        bodies = and_list([body.name for body in statement.bodies])
        verdict: Verdict = "mismatch" if is_elsewhere(statement, evidence) else "untraced"
        return Judgement(verdict, verdicts.fact("no_sum", bodies=bodies))
    if is_other_unit(statement, evidence.facts.measure):
        return _of_unit(statement, evidence)
    kinds = {category.kind for category in statement.categories}
    if NOT_UNDERSTOOD in kinds:
        return Judgement("untraced", verdicts.NOT_HELD[NOT_UNDERSTOOD])
    if kinds and (missing := sorted(kinds - evidence.kinds)):
        verdict = "mismatch" if is_elsewhere(statement, evidence) else "untraced"
        return Judgement(verdict, verdicts.NOT_HELD[missing[0]])
    return None


def sum_of_revised(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The one sum of some forces that is ever given: that of those whose figures were revised."""
    if not statement.is_sum or statement.figure.kind != "count":
        return None
    figure, names = statement.figure, {body.name for body in statement.bodies}
    is_revised = bool(REVISED.search(statement.passage.sentence(figure.start)))
    for each in evidence.revised:
        is_of_year = is_revised if statement.years is None else each.year in statement.years
        if each.bodies == names and is_of_year:
            fact = verdicts.fact("restated", before=each.before, now=each.now, year=each.year)
            if figure.value == each.now or (is_revised and figure.value == each.before):
                return Judgement("traced", fact)
            return Judgement("mismatch", fact, number(each.now))
    return None


def is_elsewhere(statement: Statement, evidence: Evidence) -> bool:
    """The very number is a fact, of other slots than those said."""
    figure = statement.figure
    if figure.kind in SHARES:
        value = figure.value if figure.kind == "percent" else 100 * figure.value / figure.of
        percents = [*evidence.shares, *(c.percent for c in evidence.changes if c.percent)]
        return any(abs(each.value - value) <= 3 for each in percents)
    return figure.value in evidence.numbers


def is_other_unit(statement: Statement, measure: str) -> bool:
    """The number is said to count something else than offences.

    What is held by sex is held by the victim's sex, so a share of girls, boys or victims is one of
    offences; a number of them is one of persons, unless its clause names offences.
    """
    if _is_of_living(statement):
        return True
    if statement.unit == OFFENCES or _is_of_recorded_children(statement):
        return False
    by_sex = statement.known_of == "sex" or any(c.kind == "sex" for c in statement.categories)
    if by_sex and _EACH_A_PERSON.match(statement.passage.after(statement.figure.end)):
        return True
    is_of_others = _OF_OTHERS.search(statement.passage.before(statement.figure.start))
    is_of_victims = by_sex and statement.unit in _OF_VICTIMS
    return is_of_others is not None or not is_of_victims or _are_persons(statement, measure)


def _is_of_recorded_children(statement: Statement) -> bool:
    """Whether a share is of children of whom something is known: "82% of those whose age is"."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in SHARES or not statement.categories:
        return False
    if statement.unit not in ("children", "victims"):
        return False
    if _IN_SO_MANY.search(passage.before(figure.start)):
        return False  # "girls were the victims in 80% of the children"
    is_made_up = _MADE_UP.search(passage.before(figure.start))
    return bool(is_made_up or _WHO_ARE_KNOWN.match(passage.after(figure.end)))


def _is_of_living(statement: Statement) -> bool:
    """Whether a share is of those who live there: "A fifth of the county's boys"."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in SHARES:
        return False
    is_of_every = _IN_EVERY.search(passage.text[figure.start : figure.end])
    living = _EVERY_LIVING if is_of_every else _OF_LIVING
    return living.match(passage.after(figure.end)) is not None


def _are_persons(statement: Statement, measure: str) -> bool:
    """Whether a number is of girls, boys or victims, in a clause that names no offences.

    "158 girls were victims" counts girls; "girls were the victims in 158 offences" does not, nor
    does "200 offences: 158 girls, 42 boys".
    """
    passage, figure = statement.passage, statement.figure
    if figure.kind != "count" or counts_victims(measure):
        return False
    start, end = passage.sentence_bounds(figure.start)
    clause = _CLAUSE_ENDS.search(passage.text, figure.end, end)
    named = passage.text[start : clause.start() if clause else end]
    if _WHO_WERE.search(passage.before(figure.start)):
        return True
    if _ALSO_WERE.search(passage.before(figure.start)):
        return False  # "112 were girls and 28 boys"
    line = passage.line_start(figure.start)
    is_part = not _SAID_OF_PERSONS.search(named)  # of what the line before counts
    while line and _BULLET.match(passage.text, line):  # what a list is of stands above it
        end, line = line, passage.line_start(line - 1)
        if is_part or not _BULLET.match(passage.text, line):
            named = f"{passage.text[line:end]} {named}"
    return not _OF_OFFENCES.search(_VICTIMS_OF.sub("", named))


def _of_unit(statement: Statement, evidence: Evidence) -> Judgement:
    """A number of offences given as one of children or offenders; else nothing is known of it."""
    is_share = statement.figure.kind in SHARES
    if is_share and statement.unit == "people":
        return NOTHING  # "eight in ten adults" of a poll
    of_numbers = ("count", "range", "maybe_forces", "percent", "fraction")
    if statement.figure.kind in of_numbers and not is_elsewhere(statement, evidence):
        return NOTHING
    if statement.figure.kind == "difference" and not _is_a_change(statement, evidence):
        return NOTHING
    is_of_things = statement.unit not in (*_OF_VICTIMS, "children", OFFENCES)
    is_number = statement.figure.kind in ("count", "range", "maybe_forces")
    if is_of_things and is_number and not _is_a_total(statement, evidence):
        return NOTHING  # "31 arrests" are no offences against children of one age
    unit = "children" if statement.unit == OFFENCES else statement.unit
    unit = place_counted(statement.passage.after(statement.figure.end)) or unit
    return Judgement("mismatch", verdicts.fact("other_unit", unit=unit))


def _is_a_change(statement: Statement, evidence: Evidence) -> bool:
    ends = [change.exact for change in evidence.changes if change.exact]
    return any(abs(new - old) == statement.figure.value for old, new in ends)


def _is_a_total(statement: Statement, evidence: Evidence) -> bool:
    facts = evidence.counts_of.get(int(statement.figure.value), [])
    return any(not each.categories for each in facts)


def years_of(statement: Statement, evidence: Evidence) -> frozenset[Year]:
    """The years a number may be of: as said, else the latest; of a base, those it compares with."""
    latest = evidence.facts.latest
    if statement.years is not None:
        return statement.years
    if (
        not statement.is_base
        or statement.role == KNOWN
        or (statement.categories and not statement.way)
    ):
        return frozenset({latest})  # "half the 62 on Snapchat": parts are held of the latest year
    olds = {change.pair.old_year for change in evidence.changes}
    olds |= {each.year for each in evidence.counts if each.year < latest} if not olds else set()
    return frozenset(olds or {latest})


def in_slots(
    statement: Statement, evidence: Evidence, facts: Iterable[SayableCount]
) -> list[SayableCount]:
    """The counts in the same slots: category, role and year."""
    years = years_of(statement, evidence)
    return [
        fact
        for fact in facts
        if fact.year in years
        and fact.categories == statement.categories
        and _plays_role(statement, fact)
        and is_of_forces(statement, evidence, fact)
    ]


def is_of_forces(statement: Statement, evidence: Evidence, fact: SayableCount) -> bool:
    """Whether a total is of the set of forces that is said: all who replied, or those compared."""
    named = statement.forces
    is_part = fact.categories or fact.role in ("known", "unknown")
    if named is None or evidence.facts.panel is None or is_part:
        return True
    replied = {n for n, _ in evidence.coverage}
    of_all = not fact.forces or fact.forces in replied
    if named.is_all:
        return of_all
    if named.number in {*evidence.forces_compared, *replied}:
        is_of_number = fact.forces == named.number or (of_all and named.number in replied)
        return is_of_number or _is_end_of_pair(statement, evidence, fact)
    if not named.is_compared:
        return True
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    labels = {each.first for each in statement.passage.labels_between(start, end)}
    of_years = {
        len(pair.forces) for pair in evidence.pairs_of_forces if pair.old_year.start in labels
    }
    return fact.forces in of_years if of_years else bool(fact.forces)


def _is_end_of_pair(statement: Statement, evidence: Evidence, fact: SayableCount) -> bool:
    """Both ends of one change are given: it is the number of forces that is another's."""
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    given = {n.value for n in statement.passage.numbers_between(start, end)}
    return any(
        pair.is_exact and len(pair.forces) == fact.forces and {pair.old.low, pair.new.low} <= given
        for pair in evidence.pairs_of_forces
    )


def may_be_right(
    statement: Statement, bodies: Iterable[tuple[str, Evidence]]
) -> Iterator[tuple[str, Evidence]]:
    """Those bodies of which a number can be right, looked up before it is judged."""
    found = statement.figure
    is_plain = found.kind == "count" and not found.modifier
    number = int(found.value)
    for name, evidence in bodies:
        is_known = number in evidence.numbers or evidence.revised
        if is_known or statement.categories or not is_plain:
            yield name, evidence


def _plays_role(statement: Statement, fact: SayableCount) -> bool:
    if UNKNOWN in (statement.role, fact.role):
        return statement.role == fact.role and statement.known_of in ("", fact.known_of)
    if statement.role == KNOWN:
        return fact.role == "known" and statement.known_of in ("", fact.known_of)
    if statement.role == WHOLE and fact.role == "known":
        return bool(statement.known_of) and statement.known_of == fact.known_of
    return fact.role != "known"


def no_change(statement: Statement, evidence: Evidence) -> Judgement:
    """Why there is no change from the year said."""
    latest = evidence.facts.latest
    if statement.years is not None and latest not in statement.years:
        return Judgement("mismatch", verdicts.fact("changes_to", latest=latest))
    if statement.bases:
        year = max(statement.bases)
        return Judgement("mismatch", verdicts.fact("not_compared", year=year, latest=latest))
    return Judgement("mismatch", verdicts.fact("no_pair"))


def suggested(facts: Iterable[SayableCount]) -> str:
    """The right value: the one value of the slots that were said."""
    values = {fact.value for fact in facts}
    return number(values.pop()) if len(values) == 1 else ""


def ends_of_change(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on both numbers of a change: "Like for like on 2016/17: 5,238 to 6,255"."""
    ends, latest = (statement.figure.value, statement.figure.of), evidence.facts.latest
    for pair in (*evidence.pairs_of_forces, *(each.pair for each in evidence.changes)):
        is_of_pair = statement.years is None or statement.years <= {pair.old_year, latest}
        if is_of_pair and pair.is_exact and (pair.old.low, pair.new.low) == ends:
            old, new = number(pair.old.low), number(pair.new.low)
            words = {"old": old, "old_year": pair.old_year, "new": new, "new_year": latest}
            return Judgement("traced", verdicts.fact("pair", **words))
    return None
