"""Traces every figure of a text to the facts it may rest on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from offences.claims.documents import each_document, read_facts
from offences.claims.facts import BadFacts, Facts
from offences.tracing import judge_context, judge_counts, judge_rates, judge_shares, judge_trends
from offences.tracing.candidates import Candidate
from offences.tracing.clauses import Passage
from offences.tracing.evidence import Evidence
from offences.tracing.find import find
from offences.tracing.judgement import Judgement, best

Judge = Callable[[Candidate, Passage, Evidence], Judgement]

JUDGES: dict[str, Judge] = {
    "count": judge_counts.count,
    "range": judge_counts.range_of_counts,
    "difference": judge_counts.difference,
    "percent": judge_shares.percent,
    "fraction": judge_shares.fraction,
    "rate": judge_rates.rate,
    "interval": judge_rates.interval,
    "multiple": judge_trends.multiple,
    "record": judge_trends.record,
    "coverage": judge_context.coverage,
    "maybe_coverage": judge_context.maybe_coverage,
    "forces": judge_context.forces,
    "maybe_forces": judge_context.maybe_forces,
    "year": judge_context.year,
    "since": judge_context.since,
    "from_year": judge_context.since,
    "span": judge_context.span,
    "data_years": judge_context.data_years,
    "months": judge_context.months,
    "mode": judge_context.mode,
    "band": judge_context.band,
    "youngest": judge_context.youngest,
    "money": judge_context.no_source,
    "points": judge_context.no_source,
    "malformed": judge_counts.malformed,
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
    kind: str
    verdict: str
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
    text: str, facts: Facts | Evidence, national: Facts | Evidence | None = None
) -> list[Figure]:
    """Every figure of a text with its verdict, in the order of the text.

    With `national`, the facts of the national block, a figure is judged against both and the
    better verdict counts. Give `Evidence` instead of facts where many texts rest on the same ones.
    """
    documents = [_evidence_of(facts)] + ([_evidence_of(national)] if national is not None else [])
    passage = Passage(text)
    named: dict[str, list[Evidence]] = {}
    figures = []
    for found in find(passage):
        sentence = passage.sentence(found.start)
        if sentence not in named:
            named[sentence] = [k for evidence in documents for k in evidence.named_in(sentence)]
        judged = _judged(found, passage, [*documents, *named[sentence]])
        written = text[found.start : found.end]
        figures.append(_figure(found, written, judged))
    return figures


def _evidence_of(facts: Facts | Evidence) -> Evidence:
    return facts if isinstance(facts, Evidence) else Evidence(facts)


def _judged(found: Candidate, passage: Passage, documents: list[Evidence]) -> Judgement:
    """The best verdict of all documents, those of the forces that the sentence names included."""
    if found.kind == "exempt":
        return Judgement("exempt", found.word)
    judge = JUDGES[found.kind]
    return best(judge(found, passage, evidence) for evidence in documents)


def _figure(found: Candidate, text: str, judged: Judgement) -> Figure:
    start, end = found.start, found.end
    return Figure(start, end, text, found.kind, judged.verdict, judged.fact, judged.suggestion)


def answer(document: Any, text: str | None = None) -> Any:
    """The figures of one text, or of each document of a list that holds facts and text."""
    if isinstance(document, list) or text is None:
        return each_document(document, lambda one: _answer(*_facts_and_text(one)))
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
