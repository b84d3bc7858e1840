"""Verdicts on numbers of offences: plain, rounded, of a part, revised, ends of changes."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from offences.english import number
from offences.statistics.cells import State
from offences.tracing.binding.categories import KNOWN_WORDS, attribute_kind
from offences.tracing.binding.categories import UNKNOWN as UNKNOWN_WORDS
from offences.tracing.binding.statement import KNOWN, UNKNOWN, WHOLE, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import ALL_BUT, compiled
from offences.tracing.judging.averages_of_years import average_of_years
from offences.tracing.judging.directions import reversed_to, unless_reversed
from offences.tracing.judging.first_passed import limit_first_passed
from offences.tracing.judging.forces_of_a_year import total_of_a_year
from offences.tracing.judging.judgement import NOTHING, Fit, Judgement, best
from offences.tracing.judging.modifiers import TESTS
from offences.tracing.judging.revisions import as_published, of_an_earlier_release, revision
from offences.tracing.judging.run_limits import limit_of_run
from offences.tracing.judging.sets_of_forces import of_another_set, of_fewer_forces
from offences.tracing.judging.slips import is_slip
from offences.tracing.judging.slots import ends_of_change, in_slots, outside, suggested, years_of
from offences.tracing.judging.some_years import limit_in_some_years
from offences.tracing.judging.sums_of_years import sum_of_years
from offences.tracing.judging.wholes import has_complete_breakdown, opens_by_attribute
from offences.words import verdicts
from offences.words.cells import described


def count(statement: Statement, evidence: Evidence) -> Judgement:
    """A number of offences, with or without a word of rounding before it."""
    if judged := average_of_years(statement, evidence):
        return judged
    if judged := outside(statement, evidence):
        return judged
    if judged := sum_of_years(statement, evidence) or limit_of_run(statement, evidence):
        return judged
    limits = (limit_in_some_years, limit_first_passed)
    if judged := next(filter(None, (each(statement, evidence) for each in limits)), None):
        return judged
    if judged := total_of_a_year(statement, evidence):
        return judged
    found = statement.figure
    if found.modifier in ("", "exactly"):
        return plain(statement, evidence)
    if judged := _bound(statement, evidence):
        return judged
    if found.modifier == "about" and _SOME.search(_before(statement)):
        judged = plain(statement, evidence)  # "some 149 offences" may be so many
        if judged.verdict == "traced":
            return judged
    test = TESTS[found.modifier]
    may_round = _may_round(found, evidence)
    of_parts = _of_category(statement, evidence) if statement.categories else []
    facts = in_slots(statement, evidence, of_parts or may_round)
    fits = [each for each in facts if _modified(test, found, each).verdict in ("rounded", "loose")]
    # "Fell to almost 150" is no more right than "fell to 149".
    if wrong := next(filter(None, (reversed_to(statement, evidence, each) for each in fits)), None):
        return wrong
    close = [each for each in fits if _modified(test, found, each).verdict == "rounded"]
    if wrong := of_fewer_forces(statement, evidence, close or fits):
        return wrong
    judged = best(_modified(test, found, each) for each in facts)
    if judged.verdict != "untraced":
        return judged
    of_another = best(_modified(test, found, each) for each in may_round)
    if of_another.verdict in ("rounded", "loose"):
        return Judgement("mismatch", of_another.fact, suggested(facts))
    return NOTHING


def _bound(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on an end of a range, without the other: "At least 1,204", "fewer than five"."""
    found = statement.figure
    if found.value.denominator != 1 or statement.categories:
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
    if not years_of(statement, evidence) & {*years}:
        return Judgement("mismatch", f"{fact} in {years[0]}")
    return unless_reversed(statement, evidence, fact, ends)


def _may_round(found: Candidate, evidence: Evidence) -> list[SayableCount]:
    """The facts a rounding word may rest on; lower bounds too where it only says "more"."""
    facts = list(evidence.counts)
    if found.modifier in ("over", "at_least") and evidence.at_least is not None:
        words = f"at least {number(evidence.at_least)}"
        facts.append(SayableCount(evidence.at_least, evidence.facts.latest, words))
    return sorted(facts, key=lambda fact: abs(fact.value - found.value))


def _modified(
    test: Callable[[Fraction, int], Fit], found: Candidate, fact: SayableCount
) -> Judgement:
    verdict = test(found.value, fact.value)
    if not verdict:
        return NOTHING
    suggestion = number(fact.value) if verdict in ("loose", "mismatch") else ""
    return Judgement(verdict, fact.words, suggestion)


_SOME = compiled(r"\bsome\s+\Z")


def plain(statement: Statement, evidence: Evidence) -> Judgement:
    """A bare number: the fact of its slots, a slip of it or near it, or the fact of others."""
    found = statement.figure
    if found.value.denominator != 1:
        return NOTHING
    written = int(found.value)
    of_category = _of_category(statement, evidence)
    facts = in_slots(statement, evidence, of_category)
    judged = _all_but(statement, evidence, facts) or _all_for_part(statement, evidence)
    judged = judged or revision(statement, evidence) or _of_the_same_year(statement)
    if judged:
        return judged
    if same := [fact for fact in facts if fact.value == written]:
        if wrong := of_another_set(statement, evidence, same):
            return wrong
        return _same(statement, evidence, same[0])
    if judged := as_published(statement, evidence):
        return judged
    if statement.categories and not of_category:
        return Judgement("untraced", verdicts.fact("no_category"))
    if fact := of_an_earlier_release(statement, evidence):
        return Judgement("traced", fact.words)
    if elsewhere := evidence.counts_of.get(written):
        return Judgement("mismatch", elsewhere[0].words, suggested(facts))
    if written == 0 and not statement.categories:
        return Judgement("mismatch", verdicts.fact("no_zero"))
    return _near_a_fact(statement, evidence, facts)


def _of_category(statement: Statement, evidence: Evidence) -> list[SayableCount]:
    """The counts of a statement's category, also of one that is several parts together."""
    of_category = evidence.counts_in.get(statement.categories, [])
    if not of_category and statement.adds_up:
        return evidence.counts_of_parts(statement.categories)
    return of_category


def _all_but(
    statement: Statement, evidence: Evidence, facts: list[SayableCount]
) -> Judgement | None:
    """The verdict on a number given by what is left: "All but 60 were girls"."""
    if not (facts and statement.categories and ALL_BUT.search(_before(statement))):
        return None
    kinds = {each.kind for each in statement.categories}
    wholes = [f for f in evidence.counts if not f.categories and f.year == facts[0].year]
    rests = [each.value - facts[0].value for each in wholes if each.known_of in ("", *kinds)]
    if statement.figure.value in rests:
        return Judgement("traced", facts[0].words)
    return Judgement("mismatch", facts[0].words)


def _of_the_same_year(statement: Statement) -> Judgement | None:
    """The verdict on a year compared with itself: "In 2018/19 it was 4, compared with 4"."""
    passage, figure = statement.passage, statement.figure
    said = _IN_YEAR.match(passage.text, figure.end)
    if not (said and _COMPARED.search(_before(statement))):
        return None
    start, _ = passage.sentence_bounds(figure.start)
    if said["year"] not in _FOR_BOTH.sub("", passage.text[start : figure.start]):
        return None
    return Judgement(
        "mismatch", verdicts.fact("not_compared", year=said["year"], latest=said["year"])
    )


def _before(statement: Statement) -> str:
    return statement.passage.before(statement.figure.start)


_COMPARED = compiled(
    r"\b(?:compared\s+(?:with|to)|from|against|(?:same\s+as|level\s+with)(?:\s+the)?)\s+\Z"
)
_FOR_BOTH = re.compile(r"\bfor\s+both\s+\d{4}/\d\d\s+and\s+\d{4}/\d\d")
_IN_YEAR = re.compile(r"\s+(?:offences\s+)?in\s+(?P<year>\d{4}/\d\d)(?=\s*(?:[.,;()]|\Z))")


def malformed(statement: Statement, evidence: Evidence) -> Judgement:
    """A number that nobody writes so is wrong, even where its digits are right."""
    judged = outside(statement, evidence) or plain(statement, evidence)
    if judged.verdict == "traced":
        return Judgement("mismatch", judged.fact, number(int(statement.figure.value)))
    return judged


_WHOLE_YEAR = compiled(
    r"\b(?:full|whole|entire|complete)[\s-]year\b"
    r"|\b(?:full|whole|entire|complete|all(?:\s+(?:of\s+)?the)?)\s+(?:12|twelve)\s+months\b"
    r"|\b(?:12|twelve)\s+months\s+of\s+(?:the\s+year\s+)?(?:19|20)\d\d\b"
    r"|\b(?:(?:whole|all|entirety)\s+of|throughout)\s+(?:that\s+year|the\s+(?:financial\s+)?year"
    r"|(?:19|20)\d\d)\b"
)
_NO_WHOLE = compiled(r"\b(?:no|not|never|without|rather\s+than|instead\s+of|\w+n[’']t)\b[^.;,]*\Z")


def _same(statement: Statement, evidence: Evidence, fact: SayableCount) -> Judgement:
    """A number that is the fact of its slots: right, unless the text has it go the other way."""
    if wrong := reversed_to(statement, evidence, fact):
        return wrong
    cell = evidence.cells.get(fact.year)
    if cell and cell.state is State.PART_YEAR:
        start, end = statement.passage.sentence_bounds(statement.figure.start)
        whole = _WHOLE_YEAR.search(statement.passage.text, start, end)
        if whole and not _NO_WHOLE.search(statement.passage.text, start, whole.start()):
            return Judgement("mismatch", described(fact.year, cell))
    ends = (fact.value, fact.value)
    judged = unless_reversed(statement, evidence, number(fact.value), ends)
    return replace(judged, fact=fact.words)


def _near_a_fact(statement: Statement, evidence: Evidence, facts: list[SayableCount]) -> Judgement:
    """A slip of the fact of its slots, or within 5% of it: that is what was meant."""
    written = int(statement.figure.value)
    counts = [(fact, number(fact.value)) for fact in facts]
    latest = evidence.facts.latest
    is_total = latest in years_of(statement, evidence) and not statement.categories
    if evidence.at_least is not None and is_total:
        # Printed as if it were exact, or a slip of it.
        words = f"at least {number(evidence.at_least)}"
        counts.append((SayableCount(evidence.at_least, latest, words), words))
    same = [each for each in counts if each[0].value == written]
    slips = [each for each in counts if is_slip(written, each[0].value)]
    close = [each for each in counts if 20 * abs(each[0].value - written) <= each[0].value]
    for meant in (same, slips, close):
        for fact, suggestion in sorted(meant, key=lambda each: abs(each[0].value - written)):
            return Judgement("mismatch", fact.words, suggestion)
    return NOTHING


def range_of_counts(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge a range: the ends of a withheld figure, or two numbers that are each a fact."""
    if judged := outside(statement, evidence):
        return judged
    found = statement.figure
    low, high = int(found.value), int(found.of)
    years = [each.year for each in evidence.ranges if (each.low, each.high) == (low, high)]
    if years and not statement.categories:
        if years_of(statement, evidence) & {*years}:
            fact = f"{number(low)} to {number(high)}"
            return unless_reversed(statement, evidence, fact, (low, high))
        return Judgement("mismatch", verdicts.fact("range", low=low, high=high, year=years[0]))
    return ends_of_change(statement, evidence) or worse_end(statement, evidence)


_OF_ALL_N = compiled(rf"{NUMBER}\s+(?:out\s+)?of\s+all\s+(?:the\s+)?$")


def _all_for_part(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on a part given as one of all: "18 of all 49", where the age is known of 45."""
    kind = statement.known_of
    if statement.role != WHOLE or not kind:
        return None
    known = [f for f in evidence.counts if f.role == "known" and f.known_of == kind]
    values = {f.value for f in known}
    if not known or statement.figure.value in values:
        return None
    is_said = _OF_ALL_N.search(_before(statement)) or opens_by_attribute(statement, kind, values)
    return Judgement("mismatch", known[0].words, suggested(known)) if is_said else None


def _in_its_role(statement: Statement) -> Statement:
    """A number as one of those of which something is known, or is not, by its sentence.

    Words before it go first: "no app in 44% (66)", "in a third (48 of 149) the age was not known".
    """
    passage, figure = statement.passage, statement.figure
    start, end = passage.sentence_bounds(figure.start)
    words = UNKNOWN_WORDS, KNOWN_WORDS
    last = [max(_ends(each, passage.text, start, figure.start), default=0) for each in words]
    if any(last):
        return replace(statement, role=UNKNOWN if last[0] >= last[1] else KNOWN)
    last_at = min((n.start for n in passage.numbers_between(figure.end, end)), default=end)
    unknown = UNKNOWN_WORDS.search(passage.text, figure.end, last_at)
    said = unknown or KNOWN_WORDS.search(passage.text, figure.end, last_at)
    said = None if statement.categories else said
    known_of = attribute_kind(said[0]) if said else statement.known_of
    return replace(statement, role=UNKNOWN if unknown else KNOWN, known_of=known_of)


def _ends(words: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    return [m.end() for m in words.finditer(text, start, end)]


def worse_end(statement: Statement, evidence: Evidence) -> Judgement:
    """The worse verdict of two numbers that are each a count: "200 of the 300", "40 of 44"."""
    found = statement.figure
    last = replace(found, value=found.of)
    whole = replace(statement, figure=last, role="")
    judged = best(plain(each, evidence) for each in (statement, _in_its_role(statement)))
    said = [whole]
    if len(kinds := {each.kind for each in statement.categories}) == 1:
        # "Girls: 33 of 41", "Snapchat was named in 15 of the 29": of those known of the like.
        said += [replace(whole, categories=frozenset(), role=KNOWN, known_of=min(kinds))]
        if has_complete_breakdown(statement, evidence):
            said += [replace(whole, categories=frozenset())]
    of_whole = best(plain(each, evidence) for each in said)
    return max(judged, of_whole, key=lambda each: each.rank)
