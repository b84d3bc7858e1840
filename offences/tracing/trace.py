"""Traces every figure of a text to the facts it may rest on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from offences.claims.documents import answer_documents, read_facts
from offences.claims.facts import BadFacts, Facts
from offences.english import and_list
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.body_names import display_name
from offences.tracing.binding.landmarks import first_year
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES, Candidate, Kind
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.data_years import SERIES
from offences.tracing.finding.find import find
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging import ages, counts, differences, forces, rates, shares, trends, years
from offences.tracing.judging.ages_by_number import as_age_of_number, as_number_of_age
from offences.tracing.judging.body_before import of_another_body
from offences.tracing.judging.forces_changed import forces_changed
from offences.tracing.judging.forces_replied import of_asked
from offences.tracing.judging.judgement import NOTHING, Judgement, Verdict, best, worst
from offences.tracing.judging.leftovers import RIGHT, Leftovers
from offences.tracing.judging.other_readings import other_readings
from offences.tracing.judging.other_things import of_something_else
from offences.tracing.judging.paragraphs import of_paragraphs
from offences.tracing.judging.parts_of_all import part_of_all, whole_of_all
from offences.tracing.judging.same_period import changes_of_another_period
from offences.tracing.judging.shares_before import is_share_too
from offences.tracing.judging.slots import (
    NO_RANKS,
    in_slots,
    may_be_right,
    suggested,
    sum_of_revised,
)
from offences.tracing.judging.small_numbers import counts_a_category, may_count_a_category
from offences.tracing.judging.spans_of_changes import span_of_change
from offences.tracing.judging.turning_points import year_of_turn
from offences.tracing.judging.wholes_before import parts_of_another_whole
from offences.tracing.wordings import wordings
from offences.unseen import as_seen
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


@dataclass(frozen=True)
class Figure:
    """A figure of a text with its verdict: traced, rounded, loose, mismatch, untraced, exempt.

    `start` and `end` are characters of the text; `fact` is what it rests on or contradicts, in
    words; `suggestion` is what should stand there, in digits.
    """

    start: int
    end: int
    text: str
    kind: Kind
    verdict: Verdict
    fact: str = ""
    suggestion: str = ""

    def as_document(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "verdict": self.verdict,
            "fact": self.fact or None,
            "suggestion": self.suggestion or None,
        }


def trace(
    text: str,
    facts: Facts | Evidence,
    national: Facts | Evidence | None = None,
    others: Mapping[str, Evidence] | None = None,
) -> list[Figure]:
    """Every figure of a text with its verdict, in the order of the text.

    With `national`, the facts of the national block, the body that the text names decides which
    facts count; where it names none, the better verdict. `others` are the facts of further bodies
    by name. Give `Evidence` instead of facts where many texts rest on the same ones.
    """
    given = [facts] if national is None else [facts, national]
    documents = Documents(map(evidence_of, given))
    written = text
    text, place = as_seen(text)
    passage = Passage(text)
    candidates = find(passage)
    binder = Binder(passage, candidates, documents, others)
    statements = [binder.bind(each) for each in binder.figures]
    found_right = [_judge_with_free(each, statements, binder, documents) for each in statements]
    read, verdicts_on = [of for of, _ in found_right], [judged for _, judged in found_right]
    if len(documents) > 1:
        for n, each in enumerate(verdicts_on):  # one after the other: a wrong one says no body
            named = binder.scene.bodies
            wrong = of_another_body(n, read, verdicts_on, documents, judge, named)
            if wrong is not None:
                verdicts_on[n] = replace(each, verdict="mismatch", suggestion=wrong)
        for n, judged in of_paragraphs(read, verdicts_on, documents, judge, binder.scene.bodies):
            verdicts_on[n] = judged
    for n in range(len(read)):
        verdicts_on[n] = span_of_change(n, read, verdicts_on, documents, judge) or verdicts_on[n]
    for n, judged in changes_of_another_period(read, verdicts_on, documents, judge):
        verdicts_on[n] = judged
    for n, judged in parts_of_another_whole(read, verdicts_on, documents):
        verdicts_on[n] = judged
    left = _leftovers(binder, statements, documents)
    figures = [
        _figure(text, statement.figure, _second_look(statement, verdicts_on[n], left, documents))
        for n, statement in enumerate(read)
    ]
    for found, judged in wordings(binder, documents):
        beside = [f for f in figures if is_taken((f.start, f.end), [found])]
        beside = [f for f in beside if f.verdict != "exempt"]
        if all(f.verdict in RIGHT and _is_its_own(f, found) for f in beside):
            figures = [f for f in figures if f not in beside]
            figures.append(_figure(text, found, judged))
    return sorted((_as_written(f, written, place) for f in figures), key=lambda f: f.start)


def _as_written(figure: Figure, text: str, place: Callable[[int], int]) -> Figure:
    """A figure of the text as it is seen, in that with what nobody sees."""
    start, end = place(figure.start), place(figure.end - 1) + 1
    if (start, end) == (figure.start, figure.end):
        return figure
    return replace(figure, start=start, end=end, text=text[start:end])


def _is_its_own(figure: Figure, words: Candidate) -> bool:
    """Whether words that are wrong take the place of a figure: a record, or one that ends them."""
    return figure.kind == "record" or figure.end == words.end


def _second_look(
    statement: Statement, judged: Judgement, left: Leftovers, documents: Documents
) -> Judgement:
    """The verdict by what nobody has read, by the turns of the numbers, and by what they are of."""
    judged = year_of_turn(statement, left.judged(statement, judged), documents)
    return of_something_else(statement, judged, left.scene, documents)


def _judge_with_free(
    statement: Statement, statements: Sequence[Statement], binder: Binder, documents: Documents
) -> tuple[Statement, Judgement]:
    """The verdict on a statement; right as well by what no other figure of its sentence has.

    With the reading that is right, for the second look.
    """
    judged = NOTHING if is_share_too(statement, statements) else judge(statement, documents)
    if judged.verdict == "exempt":
        return statement, as_number_of_age(statement, documents) or judged
    if judged.verdict not in ("mismatch", "untraced"):
        return statement, judged
    of_all = part_of_all(statement, documents, binder.scene) or of_asked(statement, documents)
    of_all = of_all or whole_of_all(statement, documents, binder.scene)
    of_gap = of_all or differences.gap_named(statement, documents)
    if found := of_gap or as_age_of_number(statement, documents):
        return statement, found
    others = other_readings(statement, statements, documents, binder.scene)
    free = [(each, judge(each, documents)) for each in others]
    fits = ["traced", "rounded", *(["loose"] if judged.verdict == "untraced" else [])]
    right = (each for fit in fits for each in free if each[1].verdict == fit)
    return next(right, (statement, judged))


def _leftovers(binder: Binder, statements: Sequence[Statement], documents: Documents) -> Leftovers:
    """What is asked of the text once its figures are judged."""
    measures = " ".join(each.facts.measure for each in documents).casefold()
    cells = (cell for each in documents for cell in each.cells.values())
    part_years = frozenset(cell.months for cell in cells if cell.months)
    return Leftovers(
        scene=binder.scene,
        statements=statements,
        judge=lambda said: judge(said, documents),
        measure=frozenset(_in_other_words(measures.split())),
        part_years=part_years,
    )


def _in_other_words(measure: Sequence[str]) -> set[str]:
    """The words of a measure, also of one and of several; images are indecent, online is cyber."""
    words = {f"{word.removesuffix('s')}{end}" for word in measure for end in ("", "s")}
    same = {"images": "indecent", "online": "cyber"}
    return {*words, *measure, *(same[word] for word in same.keys() & words)}


def _figure(text: str, found: Candidate, judged: Judgement) -> Figure:
    written = text[found.start : found.end]
    return Figure(
        found.start, found.end, written, found.kind, judged.verdict, judged.fact, judged.suggestion
    )


def evidence_of(facts: Facts | Evidence) -> Evidence:
    return facts if isinstance(facts, Evidence) else Evidence(facts)


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


def answer(document: Any, text: str | None = None) -> Any:
    """The figures of one text, or of each document of a list that holds facts and text."""
    if isinstance(document, list) or text is None:
        return answer_documents(document, lambda one: _answer(*_facts_and_text(one)))
    return _answer(document, text)


def _facts_and_text(item: Any) -> tuple[Any, str]:
    if not isinstance(item, dict) or not isinstance(item.get("text"), str) or "facts" not in item:
        raise BadFacts("Without a text file, a document is an object with “facts” and “text”.")
    return item["facts"], item["text"]


def _answer(document: Any, text: str) -> dict[str, Any]:
    facts, national = read_facts(document), None
    if document.get("national") is not None:
        try:
            national = read_facts(document["national"])
        except BadFacts as error:
            raise BadFacts(f"national: {error}") from error
    return {"figures": [figure.as_document() for figure in trace(text, facts, national)]}
