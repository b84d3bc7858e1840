"""Traces every figure of a text to the facts it may rest on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from offences.claims.documents import answer_documents, read_facts
from offences.claims.facts import BadFacts, Facts
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate, Kind
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.finding.spans import is_taken
from offences.tracing.judging import differences
from offences.tracing.judging.ages_by_number import as_age_of_number, as_number_of_age
from offences.tracing.judging.body_before import of_another_body
from offences.tracing.judging.forces_replied import of_asked
from offences.tracing.judging.judge import judge
from offences.tracing.judging.judged_text import JudgedText, Look
from offences.tracing.judging.judgement import NOTHING, RIGHT, Judgement, Verdict
from offences.tracing.judging.leftovers import Leftovers
from offences.tracing.judging.other_readings import other_readings
from offences.tracing.judging.other_things import of_something_else
from offences.tracing.judging.paragraphs import of_paragraphs
from offences.tracing.judging.parts_of_all import part_of_all, whole_of_all
from offences.tracing.judging.same_period import changes_of_another_period
from offences.tracing.judging.shares_before import is_share_too
from offences.tracing.judging.spans_of_changes import spans_of_changes
from offences.tracing.judging.turning_points import year_of_turn
from offences.tracing.judging.wholes_before import parts_of_another_whole
from offences.tracing.wordings import wordings
from offences.unseen import as_seen

# What looks at the verdicts again, in this order.
OF_SEVERAL_BODIES: Sequence[Look] = (of_another_body, of_paragraphs)
OF_ANY_TEXT: Sequence[Look] = (spans_of_changes, changes_of_another_period, parts_of_another_whole)


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
    all_judged = JudgedText(read, verdicts_on, documents, binder.scene.bodies)
    all_judged.revise(OF_SEVERAL_BODIES if len(documents) > 1 else ())
    all_judged.revise(OF_ANY_TEXT)
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
        documents=documents,
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
