"""Verdicts on differences: a rise of 20, 20 fewer, a further 20."""

from itertools import combinations

from offences.english import number
from offences.tracing.binding.statement import UNKNOWN, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.evidence.sayable import SayableChange
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.changes import changes_of
from offences.tracing.judging.counts import TESTS, count
from offences.tracing.judging.judgement import NOTHING, Fit, Judgement, best
from offences.tracing.judging.slots import NO_PART_CHANGE, no_change, outside
from offences.words import verdicts

_OTHERS_WERE = compiled(r"\s+(?:offences\s+|crimes\s+|cases\s+)?were\b[^.;,]*\b(?:by|in)\b")
_TO = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?,?\s+to\s+(?:reach\s+|just\s+|only\s+|a\s+total\s+of\s+)*(?P<to>{NUMBER})"
    r"(?!\s?%|[/–-]\d|\s+per\s+cent)"
)
# "It was 110 and is now 149, and she was asked to account for the 39"
_FOR_THE = compiled(
    r"\b(?:account(?:s|ed|ing)?\s+for|expla(?:in\w*|nations?\s+(?:for|of))|(?:lie|lies|lay|is|was)\s+behind|reasons?\s+for)"
    r"\s+the\s+(?:extra\s+|additional\s+|missing\s+)?\Z"
)
_BY_ITSELF = compiled(r"\s*(?:[.,;:!?)”\"]|\Z)|\s+(?:extra|more|fewer)\b")
# "Twelve more involved an 11-year-old", "Instagram accounted for 28 more"
_MORE_OF_THEM = compiled(
    r"\s+more(?=\s*[.,;]|\s+(?:(?:was|were|had|involved|concerned|named|happened|took|came|featured|on|via|against)\b))(?![^.;:]*\b(?:than|since|compared|(?<!\d[\s‐‑-])year(?![\s‐‑-]olds?\b)|before|earlier|previous\w*|last|now|again|as)\b)"
)
_OPENS = compiled(
    r"(?:^\W*|[.;,:]\s+|\b(?:and|with)\s+|\b(?:account(?:s|ed)?\s+for|ma[dk]e\s+up|in)\s+)(?:(?:just|only)\s+)?$"
)
_FURTHER = compiled(r"\b(?:a\s+further|an\s+extra|an\s+additional)\s+$")


def difference(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "a rise of 20": a change in that direction, of a pair of years."""
    if judged := outside(statement, evidence):
        return judged
    others = _OTHERS_WERE.match(statement.passage.after(statement.figure.end))
    is_rest = others and statement.bases is None  # not "an extra 39 were recorded on 2018/19"
    further = _FURTHER.search(statement.passage.before(statement.figure.start))
    if (statement.categories or is_rest) and further:
        return count(statement, evidence)
    if statement.categories and _is_on_top(statement, evidence):
        return count(statement, evidence)
    if statement.role == UNKNOWN:  # the rest of a breakdown: "In a further 26, it was not known"
        return count(statement, evidence)
    if statement.categories:
        return NO_PART_CHANGE
    found = statement.figure
    compared = _up_to(statement, evidence, changes_of(statement, evidence))
    gaps = [
        (abs(each.exact[1] - each.exact[0]), each) for each in compared if each.exact is not None
    ]
    if not gaps:
        return no_change(statement, evidence)
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


def _is_on_top(statement: Statement, evidence: Evidence) -> bool:
    """Whether a number of a part comes on top of one of its kind: "12 were …, and 20 more …"."""
    passage, figure = statement.passage, statement.figure
    is_more = _MORE_OF_THEM.match(passage.after(figure.end))
    is_dated = statement.bases or statement.years
    if is_dated or not is_more or not _OPENS.search(passage.before(figure.start)):
        return False
    first, _ = passage.with_sentence_before(figure.start)
    before = {n.value for n in passage.numbers_between(first, figure.start)}
    kinds = {each.kind for each in statement.categories}
    return any(
        fact.value in before
        for fact in evidence.counts
        if fact.categories != statement.categories and {c.kind for c in fact.categories} == kinds
    )


def gap_named(statement: Statement, documents: Documents) -> Judgement | None:
    """The verdict on what lies between two numbers just given, if right: "to explain the 39"."""
    figure, passage = statement.figure, statement.passage
    is_named = figure.kind == "count" and _FOR_THE.search(passage.before(figure.start))
    if not is_named or not _BY_ITSELF.match(passage.after(figure.end)):
        return None
    if statement.categories:
        return None  # "Boys account for the 39"
    _, last = passage.sentence_bounds(figure.start)
    paragraph = passage.text.rfind("\n\n", 0, figure.start) + 1
    given = {n.value for n in passage.numbers_between(paragraph, last)}
    for evidence in statement.evidence or documents:
        years = [*combinations(evidence.all_years, 2)]
        for change in (c for old, new in years for c in evidence.change_since(old, new)):
            ends = change.exact
            if ends and {*ends} <= given and abs(ends[1] - ends[0]) == figure.value:
                words = verdicts.fact("difference", n=int(figure.value), change=change.words)
                return Judgement("traced", words)
    return None


def _up_to(
    statement: Statement, evidence: Evidence, changes: list[SayableChange]
) -> list[SayableChange]:
    """The changes that end at the number beside them: "Rose by 3,128 to 25,327"."""
    end = _TO.match(statement.passage.after(statement.figure.end))
    numbers = numbers_in(end["to"]) if end else []
    facts = evidence.counts_of.get(int(numbers[0].value), ()) if numbers else ()
    if all(each.forces for each in facts):
        return changes  # no total, or one of some forces: see `of_another_set`
    return [each for each in changes if each.exact and each.exact[1] == numbers[0].value]


def _difference(found: Candidate, gap: int, words: str) -> Judgement:
    if found.modifier in ("", "exactly"):
        verdict: Fit = "traced" if gap == found.value else ""
    else:
        verdict = TESTS[found.modifier](found.value, gap)
    said = verdicts.fact("difference", n=gap, change=words)
    return Judgement(verdict, said) if verdict else NOTHING
