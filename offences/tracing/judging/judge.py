"""The verdict on a statement, by the judge of its kind and the facts of the bodies it is of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from offences.english import and_list
from offences.tracing.binding.body_names import display_name
from offences.tracing.binding.landmarks import first_year
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES, Kind
from offences.tracing.finding.data_years import SERIES
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging import ages, counts, differences, forces, rates, shares, trends, years
from offences.tracing.judging.forces_changed import forces_changed
from offences.tracing.judging.judgement import RIGHT, Judgement, best, worst
from offences.tracing.judging.slots import (
    NO_RANKS,
    in_slots,
    may_be_right,
    suggested,
    sum_of_revised,
)
from offences.tracing.judging.small_numbers import counts_a_category, may_count_a_category
from offences.words import verdicts

Judge = Callable[[Statement, Evidence], Judgement]

JUDGES: dict[Kind, Judge] = {
    "count": counts.count,
    "range": counts.range_of_counts,
    "difference": differences.difference,
    "percent": shares.percent,
    "fraction": shares.fraction,
    "rate": rates.rate,
    "interval": rates.interval,
    "multiple": trends.multiple,
    "record": trends.record,
    "coverage": forces.coverage,
    "maybe_coverage": forces.maybe_coverage,
    "forces": forces.forces,
    "maybe_forces": forces.maybe_forces,
    "year": years.year,
    "since": years.since,
    "from_year": years.since,
    "span": years.span,
    "data_years": years.data_years,
    "months": years.months,
    "mode": ages.mode,
    "band": ages.band,
    "youngest": ages.youngest,
    "money": years.no_source,
    "points": years.no_source,
    "per_head": years.no_source,
    "malformed": counts.malformed,
}


def judge(statement: Statement, documents: Documents) -> Judgement:
    """The verdict on a statement by the facts of the body it is said of, or of any if of none."""
    if of_forces := forces_changed(statement, documents):
        return of_forces
    if statement.figure.kind == "exempt":
        return _judge_small(statement, documents)
    said = (statement, *statement.alternatives)
    return best(_judge_of_each(each, documents) for each in said)


def _judge_of_each(statement: Statement, documents: Documents) -> Judgement:
    """The verdict; a share of several bodies is one of each: "12% both in Kent and in England"."""
    if not (statement.is_sum and statement.figure.kind in SHARES):
        return _judge(statement, documents)
    each = [replace(statement, bodies=(body,), is_sum=False) for body in statement.bodies]
    return worst(_judge(said, documents) for said in each)


def _judge_small(statement: Statement, documents: Documents) -> Judgement:
    """The verdict on what is no figure, unless it is a small number of a category."""
    if may_count_a_category(statement):
        judged = judge(statement.as_count(), documents)
        if judged.verdict in ("traced", "mismatch") or counts_a_category(statement):
            return judged
    return Judgement("exempt", statement.figure.word)


OF_ANY_BODY = {"year", "since", "from_year", "coverage", "forces", "data_years", "months"}
"""Kinds that are not said of the body whose name stands beside them."""

_FORCES_IN = compiled(
    r"\s+(?:\w+\s+){0,2}?(?:forces|constabularies)\s+(?:in|across|from)\s+(?:the\s+)?"
    r"(?:(?-i:[A-Z])|(?:country|nation|region)\b)"
)
# "Kent Police gave figures for seven years", "the six years for which Kent has figures"
_GAVE = compiled(
    r"\b(?:ga[vs]e|given|has|had|have|holds?|held|supplied|provided|sent|released|returned|handed\s+over|came\s+up\s+with)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:figures?|data|numbers|totals)\s+(?:for|of|from|covering|over)\s+(?:(?:all|only|just|the|these)\s+)*\Z"
)
_GIVEN_BY = compiled(
    r"\s+(?:years|(?:yearly|annual)\s+(?:figures|totals))\s+(?:(?:for|in)\s+which|that)\s+[^.;:,\d]{1,50}?"
    r"\s(?:gave|has|had|holds?|held|supplied|provided|sent|released)\b"
)


def _after(statement: Statement) -> str:
    return statement.passage.after(statement.figure.end)


def _at_the_start(statement: Statement, documents: Documents, evidence: Evidence) -> Statement:
    """The statement with the first year of these facts, where it is of that of any: "at first"."""
    starts, own = frozenset(map(first_year, documents)), frozenset({first_year(evidence)})
    if len(starts) < 2:
        return statement
    if statement.bases == starts:
        return replace(statement, bases=own)
    # Two years in turn may be those of "in 2017".
    is_start = statement.years == starts and max(starts).start - min(starts).start > 1
    return replace(statement, years=own) if is_start else statement


def _judge(statement: Statement, documents: Documents) -> Judgement:
    def test(said: Statement, evidence: Evidence) -> Judgement:
        if any(each and len(each) > 1 for each in (said.bases, said.years)):
            said = _at_the_start(said, documents, evidence)
        return JUDGES[said.figure.kind](said, evidence)

    known = _with_its_base(statement, documents)
    if judged_sum := next(filter(None, (sum_of_revised(statement, e) for e in known)), None):
        return judged_sum
    own = statement.evidence
    of_some = any(each.forces for each in own)  # which a force alone has none of
    if of_some and statement.figure.kind == "forces" and _FORCES_IN.match(_after(statement)):
        return best(test(statement, evidence) for evidence in own)
    if statement.figure.kind == "maybe_forces":
        # "Among the 11 that could say, Kent had 732": of all forces, whatever is named beside it
        of_forces = best(forces.maybe_forces(statement, each) for each in documents if each.members)
        if of_forces.verdict == "traced" and of_forces.fact.endswith(" forces"):
            return of_forces
    if statement.figure.kind == "data_years" and any(e.facts.series for e in own):
        before = statement.passage.before(statement.figure.start)
        is_own = statement.figure.word == SERIES or _GAVE.search(before)
        if is_own or _GIVEN_BY.match(_after(statement)):
            return best(test(statement, evidence) for evidence in own)
    if statement.figure.kind in OF_ANY_BODY or not statement.bodies:
        return best(test(statement, each) for each in dict.fromkeys((*known, *own)))
    each = [test(statement, evidence) for evidence in own]
    judged = best(each)
    if len(own) > 1 and not statement.is_sum and statement.figure.kind in SHARES:
        # "12 per cent both in Kent and nationally": of each
        judged = next((one for one in each if one.verdict not in RIGHT), judged)
    if judged.verdict != "untraced" or statement.figure.kind not in VALUES:
        return judged if own else _of_no_body(statement)
    if not own:
        return _of_no_body(statement)
    for name, evidence in may_be_right(statement, other_bodies(statement, documents)):
        of_another = test(statement, evidence)
        if of_another.verdict in ("traced", "rounded"):
            words = verdicts.fact("of_another", fact=of_another.fact, body=name)
            return Judgement("mismatch", words, _right(statement, own))
    return judged


def _with_its_base(statement: Statement, documents: Documents) -> Sequence[Evidence]:
    """The facts that have the number a change starts from: "27% up on the 149 of 2017/18"."""
    base = statement.base_number
    return [each for each in documents if base in each.counts_of] or documents


def _of_no_body(statement: Statement) -> Judgement:
    if statement.figure.kind == "record":
        return NO_RANKS  # "the highest in the region"
    names = and_list([body.name for body in statement.bodies])
    return Judgement("untraced", verdicts.fact("no_body", body=names))


def other_bodies(statement: Statement, documents: Documents) -> Iterator[tuple[str, Evidence]]:
    """The bodies whose number it may be instead: those of the documents, and their forces."""
    local = documents.local.facts.place
    for evidence in documents:
        name = local if evidence is documents.local else "all forces"
        others = (each for each in evidence.members if each != local)
        members = ((display_name(each), evidence.member(each)) for each in others)
        for other, facts in ((name, evidence), *members):
            if not any(facts is each for each in statement.evidence):
                yield other, facts


def _right(statement: Statement, own: Sequence[Evidence]) -> str:
    """The figure of the slots that were said, where it is one."""
    facts = [f for evidence in own for f in in_slots(statement, evidence, evidence.counts)]
    return suggested(facts)
