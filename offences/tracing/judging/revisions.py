"""Verdicts on numbers that were published and have since been corrected."""

import re
from collections.abc import Sequence

from offences.english import number
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount, SayableRevision
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import any_of, compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.slots import REVISED
from offences.words import verdicts

_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d)?"
_UP_TO_IT = rf"(?:[^.;\d]|{_YEAR}){{0,60}}?"
_NUMBER_OF = r"(?:figure|total|number|count|tally|value)s?"
_CORRECT = r"(?:correct|revis|restat|amend|updat|recount)\w*"
_PUT = any_of(
    *("published", "given", "recorded", "reported", "put", "stated", "printed", "released"),
    *("counted", "announced", "set", "listed"),
)
_GAVE = "(?:published|gave|printed|reported|released|announced|stated)"
_FIRST = r"(?:at\s+first|first|originally|previously|initially|once|then|earlier|formerly)"
_ITS_NUMBER = rf"(?:its|the|their)\s+(?:[\w’/-]+\s+){{0,2}}?{_NUMBER_OF}"
_CORRECTED = compiled(
    rf"\b(?:{_CORRECT}|(?<!little )(?<!hardly )(?<!barely )chang\w*(?=\s+{_ITS_NUMBER}))\b"
    rf"{_UP_TO_IT}"
    rf"(?:\bto\s+{NUMBER}\s+)?\bfrom\s+(?P<to>{NUMBER}\s+(?:\w+\s+)?to\s+)?$"
)
_NOW = compiled(
    rf"\b{_CORRECT}\s+(?:(?:that|it|this)\s+)?(?:up(?:wards)?\s+|down(?:wards)?\s+)?(?:to|as)\s+$"
    rf"|\b(?:corrected|revised|restated|amended|updated|current"
    rf"|new)\s+{_NUMBER_OF}\b{_UP_TO_IT}\b(?:is|was|stands\s+at|of)\s+(?:now\s+)?$"
    rf"|\b{_CORRECT}\b{_UP_TO_IT}\b(?:is|are|stands|now)\s+(?:now|at|is)\s+(?:at\s+)?$"
    rf"|\b{_CORRECT}\b{_UP_TO_IT}\b(?:ris(?:es|ing)|rose|fall(?:s|ing)|fell|go(?:es|ing)|went"
    r"|comes?|chang(?:es|ing))\s+(?:up\s+|down\s+)?to\s+$"
    # "Originally put at 107, it is now 112", "first gave 107, and now gives 112"
    rf"|\b{_FIRST}\s+(?:{_PUT}|{_GAVE})\s+(?:(?:as|at)\s+)?{NUMBER},?\s+(?:and\s+)?(?:(?:it|but)\s+)?"
    rf"(?:is\s+now|now\s+(?:is|gives|stands\s+at|at)|has\s+become)\s+$"
)
_AT_FIRST = compiled(
    rf"\b(?:{_FIRST}|had\s+been|used\s+to\s+be)\s+{_PUT}\s+(?:as|at)\s+$"
    rf"|\b(?!then\b|once\b|earlier\b){_FIRST}\s+{_GAVE}\s+(?:a\s+(?:figure|total|number)\s+of\s+)?$"
    rf"|\b(?:original|first|earlier|previous|old|former"
    rf"|uncorrected)\s+(?:published\s+)?{_NUMBER_OF}\b(?!\s+of\s+{NUMBER}){_UP_TO_IT}\b(?:is|was|of)\s+$"
    rf"|\bused\s+to\s+be\s+$|\b(?:was|were|stood)\s+(?:at\s+first|originally|initially)\s+(?:at\s+)?$"
    r"|\b(?:at\s+first|originally|initially)\s+(?:it\s+)?(?:was|stood\s+at|were)\s+$"
    rf"|\b{_CORRECT}\b[^.;]{{0,40}}\.\s+(?:it|they|the\s+force)\s+had\s+(?:said|reported|given)\s+"
    r"(?:(?:that\s+)?there\s+were\s+)?$"
)
_CHANGES = r"(?:show|ris|rose|increas|fall|fell|drop|climb|gr[eo]w|jump|declin)\w*"
# "Was corrected from 107 to 163"; not "revised figures show a rise from 201 to 248"
_FROM_TO = compiled(
    rf"\b{_CORRECT}(?:\s+(?!{_CHANGES}\b)[\w’'-]+,?){{0,6}}?\s+from\s+(?P<old>{NUMBER})"
    rf"\s+(?:\w+\s+)?to\s+(?P<new>{NUMBER})"
)
_A_YEAR = re.compile(r"\b\d{4}/\d\d\b")
_EARLIER_RELEASE = compiled(r"\bearlier\s+(?:releases?|publications?)\s+(?:gave|said|had|put)\b")


def _lead(statement: Statement) -> str:
    passage, at = statement.passage, statement.figure.start
    return passage.text[max(passage.with_sentence_before(at)[0], at - 140) : at]


def is_end_of_correction(statement: Statement) -> bool:
    """Whether a number is said to be an end of a correction: it has its time from there."""
    before = _lead(statement)
    return any(each.search(before) for each in (_CORRECTED, _NOW, _AT_FIRST, _EARLIER_RELEASE))


def revision(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on an end of a revision: "corrected from 193 to 181".

    Of the year that the words name, or the sentence before; a number of another year is wrong.
    """
    if statement.categories or not evidence.revised:
        return None
    before = _lead(statement)
    said = _CORRECTED.search(before)
    is_now = (said and said["to"]) or _NOW.search(before)
    if not (said or is_now or _AT_FIRST.search(before)):
        return None
    changed = [each for each in evidence.revised if each.before != each.now]
    named = _years_named(statement)
    of_year = [r for r in changed if r.year.label in named]
    is_of_any_year = not named and evidence.facts.panel is None
    if is_of_any_year and (wrong := _of_no_revision(statement, changed)):
        return wrong
    for each in of_year or changed:
        right, other = (each.now, each.before) if is_now else (each.before, each.now)
        is_right, is_other = (statement.figure.value == n for n in (right, other))
        restated = verdicts.fact("restated", **_ends(each))
        if is_right and of_year:
            return Judgement("traced", restated)
        if of_year or is_other:
            return Judgement("mismatch", restated, number(right))
    return None


def _of_no_revision(statement: Statement, changed: Sequence[SayableRevision]) -> Judgement | None:
    """The verdict on two ends of which no number was ever corrected: "from 107 to 163"."""
    figure, passage = statement.figure, statement.passage
    years = {r.year for r in changed}
    stood = [{n for r in changed if r.year == y for n in (r.before, r.now)} for y in years]
    for pair in _FROM_TO.finditer(passage.text, *passage.sentence_bounds(figure.start)):
        old, new = (numbers_in(pair[end])[0].value for end in ("old", "new"))
        is_ours = figure.start in range(*pair.span())
        if not is_ours or any({old, new} <= of_year for of_year in stood):
            continue
        is_old = figure.start < pair.start("new")
        of = [r for r in changed if (r.now == new if is_old else r.before == old)]
        fact = verdicts.fact("restated", **_ends(of[0])) if of else ""
        right = [number(r.before if is_old else r.now) for r in of[:1]]
        return Judgement("mismatch", fact, *right)
    return None


def _years_named(statement: Statement) -> set[str]:
    """The year that a number as published is of: its own, or the last named up to it."""
    if statement.years:
        return {each.label for each in statement.years}
    passage, at = statement.passage, statement.figure.start
    start, _ = passage.with_sentence_before(at)
    return {*_A_YEAR.findall(passage.text[start:at])[-1:]}


def of_an_earlier_release(statement: Statement, evidence: Evidence) -> SayableCount | None:
    """The count that an earlier release is said to have given: "Earlier releases gave 3,171"."""
    same = evidence.counts_of.get(int(statement.figure.value), ())
    of_category = next((f for f in same if f.categories == statement.categories), None)
    if statement.years or not of_category:
        return None
    sentence = statement.passage.sentence(statement.figure.start)
    return of_category if _EARLIER_RELEASE.search(sentence) else None


def as_published(statement: Statement, evidence: Evidence) -> Judgement | None:
    """A figure as it first stood: right only where the sentence says that it was revised."""
    found, passage = statement.figure, statement.passage
    if statement.categories:
        return None
    now = [each for each in evidence.revised if each.now == found.value]
    revised = [each for each in evidence.revised if each.before == found.value]
    if not (now or revised):
        return None
    is_revised = REVISED.search(passage.sentence(found.start)) or _has_revision_near(
        statement, [*now, *revised]
    )
    if is_revised and (of_now := next((r for r in now if _states_its_end(r, statement)), None)):
        return Judgement("traced", verdicts.fact("restated", **_ends(of_now)))
    if not revised:
        return None
    own = [each for each in revised if _is_of_its_year(each, statement)]
    of = (own or revised)[0]
    restated = verdicts.fact("restated", **_ends(of))
    if own and is_revised:
        return Judgement("traced", restated)
    return Judgement("mismatch", restated, number(of.now))


def _states_its_end(revision: SayableRevision, statement: Statement) -> bool:
    """Of no year that is said, or of its own: "the number for 2016/17 now stands at 312"."""
    is_of_it = _is_of_its_year(revision, statement)
    return is_of_it or _years_of_sentence(statement) == {revision.year.label}


def _is_of_its_year(revision: SayableRevision, statement: Statement) -> bool:
    """Whether the number of a revision is said of its year, or of none that is named."""
    if statement.years is not None:
        return revision.year in statement.years
    named = _years_of_sentence(statement) or _years_named(statement)
    return not named or revision.year.label in named


def _years_of_sentence(statement: Statement) -> set[str]:
    start, end = statement.passage.sentence_bounds(statement.figure.start)
    return {*_A_YEAR.findall(statement.passage.text[start:end])}


def _has_revision_near(statement: Statement, of: list[SayableRevision]) -> bool:
    """Whether its paragraph gives both numbers of a revision: "You said 109. Now it is 118"."""
    text, at = statement.passage.text, statement.figure.start
    start, end = text.rfind("\n\n", 0, at) + 1, text.find("\n\n", at)
    end = len(text) if end < 0 else end
    stated = {n.value for n in statement.passage.numbers_between(start, end)}
    return bool(REVISED.search(text, start, end)) and any({r.before, r.now} <= stated for r in of)


def _ends(revision: SayableRevision) -> dict[str, object]:
    return {"before": revision.before, "now": revision.now, "year": revision.year}
