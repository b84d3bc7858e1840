"""A figure of no named body is of the body of the figure before it, where it continues that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.free import CLOSE_TO_ITS_SHARE, THAN_THE
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.of_all_forces import are_asked, are_bound_to
from offences.tracing.binding.owners import has_no_number
from offences.tracing.binding.scene import VALUES
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import YEAR, compiled, words_before
from offences.tracing.judging.judge import judge
from offences.tracing.judging.judged_text import JudgedText
from offences.tracing.judging.judgement import EXACT, RIGHT, Judgement
from offences.tracing.judging.slots import in_slots, suggested

_OF_ANY_BODY = (
    *("year", "since", "from_year", "exempt", "months", "data_years", "span"),
    *("coverage", "forces"),
)
_THAT_IS = compiled(
    r"\W*(?:that|this|it)(?:\s+(?:is|was|means|represents|equals|makes|works\s+out\s+at"
    r"|amounts\s+to)|[’']s)\s+(?:\w+\s+){0,5}"
)
# "Of those with an identified platform", also where a paragraph begins
_POINTS_BACK = compiled(
    r"\W*(?:(?:out\s+)?of|among(?:st)?|in|for)\s+(?:all\s+(?:of\s+)?)?(?:those|these|them|that\s+(?:number|total))\b"
)
# "There were 640. It began at 388, had reached 503 by 2020/21 and was 602 a year ago"
_IT_WAS = compiled(
    r"(?:\A|[.:;,–—]\s+|\b(?:and|but|when|where|while)\s+)\W*"
    rf"(?:(?:in|by|back\s+in|during|for)\s+{YEAR},?\s+)?(?:it|(?:the|that)\s+(?:number|total|figure|count|tally))\s+"
    r"(?:(?:had|has|been|only|already|first|then|once|still)\s+)*"
    r"(?:began|begun|start(?:s|ed)?|stood|stands|was|is|came|reached|hit|rose|risen|fell|fallen|went|gone|climbed|dropped|grew|grown|jumped|peaked|topped|passed|touched)\b"
    r"(?:\s+[a-z]+){0,3}\s+\Z"
)
_OF_THE = compiled(r"\s+(?:out\s+)?of\s+(?:(?:the|all|those)\s+)*")
_UP_TO = compiled(
    r"(?:\s+(?!in\b|to\b|and\b)[\w’'-]+){0,4}?(?:\s+in\s+[\w/–-]+)?,?\s+(?:up\s+|down\s+)?to\s+(?:\w+\s+){0,2}?"
)
_NEW_ITEM = re.compile(r"[^\n]*\n[ \t]*(?:[-•●▪◦‣■◆★☆✔✓✅►▶▸➤👉🔹🔸*>–]|\(?\d{1,2}[.)])[ \t][^\n]*")
_IN_ITEM = re.compile(r"[ \t]*(?:[-•●▪◦‣■◆★☆✔✓✅►▶▸➤👉🔹🔸*>–]|\(?\d{1,2}[.)])[ \t]")


def of_another_body(text: JudgedText) -> Iterator[tuple[int, Judgement]]:
    """The verdicts on right numbers that are of another body than the one before them.

    One after the other: a wrong one says no body.
    """
    for place, judged in enumerate(text.verdicts):
        suggestion = _of_another_body(place, text)
        if suggestion is not None:
            yield place, replace(judged, verdict="mismatch", suggestion=suggestion)


def _of_another_body(place: int, judged: JudgedText) -> str | None:
    """What should stand where a right number is of another body than the one before; or None.

    "Boys in 13 of the 54. Girls in 79%", "… recorded 131 offences. That is an average of ten a
    day", and the lines of one list: each is of the force, or each of all forces.
    """
    statements, documents, bodies = judged.statements, judged.documents, judged.bodies
    statement = statements[place]
    if judged.verdicts[place].verdict not in EXACT or not _may_go_on(statement):
        return None
    if statement.forces and statement.forces.number:  # "the eight had 265 more"
        whole = Documents([documents.national])
        return None if judge(statement, whole).verdict in EXACT else ""
    # An age is the youngest nationally alone, and says nothing of what comes after it.
    earlier = (n for n in range(place - 1, -1, -1) if _may_lead(statements[n]))
    right = (n for n in earlier if judged.verdicts[n].verdict in EXACT)
    last = next((n for n in right if not _is_of_any(statements[n], documents)), None)
    if last is None:
        return "" if _is_not_of_the_lead(place, judged) else None
    before = statements[last]
    of = _breakdown(statement)
    text = statement.passage.text
    with_it = [m for m in bodies if _may_have(m.slot.evidence, of, documents)]
    aside = has_no_number, _is_measure, are_bound_to
    with_it = [m for m in with_it if not any(is_aside(m, text) for is_aside in aside)]
    is_next, named = _continues(before, statement), _named_between(before, statement, with_it)
    if not is_next and (named is None or _is_other(before, statement)):
        return None
    of_it = [each for each in documents if judge(statement, Documents([each])).verdict in RIGHT]
    of_before = before.evidence if is_next or not named else named
    if not of_before:
        of_before = [e for e in documents if judge(before, Documents([e])).verdict in RIGHT]
    if len(of_it) != 1 or len(of_before) != 1 or of_before[0] in of_it:
        return None
    if of and of not in of_before[0].kinds:
        return None  # a breakdown that the one before has not
    # A new paragraph comes back without a word to the body that the text is about.
    is_inside = named and not statement.way and "\n" not in _since_named(statement, bodies)
    is_about_it = not (is_next or is_inside) and of_it[0] is _opens_with(judged)
    if is_about_it and not (of_it[0] is documents.local and statement.way):
        return None
    facts = in_slots(statement, of_before[0], of_before[0].counts)
    return suggested(facts) if statement.figure.kind == "count" else ""


def _is_not_of_the_lead(place: int, judged: JudgedText) -> bool:
    """Whether a headline that names no body is right of none that its first paragraph is about.

    "Offences climb by 35% | Nine forces in England recorded 1,714": that is England's change.
    """
    statements, verdicts = judged.statements, judged.verdicts
    figure, text = statements[place].figure, statements[place].passage.text
    end = text.find("\n", figure.end)
    if end < 0 or not text.startswith("\n\n", end) or text[: figure.start].lstrip().count("\n"):
        return False
    right = (n for n, each in enumerate(statements) if n > place and verdicts[n].verdict in EXACT)
    of_a_body = (statements[n] for n in right if _is_of_a_body(statements[n]))
    lead = next(of_a_body, None)
    if lead is None or len(lead.evidence) != 1:
        return False
    may_be_of = (
        e for e in judged.documents if judge(statements[place], Documents([e])).verdict in RIGHT
    )
    of_it = list(may_be_of)
    start, stop = lead.passage.line_start(lead.figure.start), text.find("\n", lead.figure.end)
    named = within(judged.bodies, (start, stop if stop > 0 else len(text)))
    is_of_another = len(of_it) == 1 and of_it[0] is not lead.evidence[0]
    return is_of_another and not any(m.slot.evidence is of_it[0] for m in named)


def _may_have(evidence: Evidence | None, of: str, documents: Documents) -> bool:
    """Whether a breakdown may be that of a body: one of several forces in a survey has none."""
    return not (of and evidence and evidence not in documents)


def _opens_with(judged: JudgedText) -> Evidence:
    """The facts of what a text is about: those of its first total, else of its page's force."""
    with_verdicts = zip(judged.statements, judged.verdicts, strict=True)
    totals = (each for each, by in with_verdicts if _is_total(each) and by.verdict in EXACT)
    of_it = (
        e
        for t in totals
        for e in t.evidence or judged.documents
        if judge(t, Documents([e])).verdict in EXACT
    )
    return next(of_it, judged.documents.local)


def _may_go_on(statement: Statement) -> bool:
    """Whether a figure is of a body, and of none that its words or its table name."""
    is_of_none = not _is_of_a_body(statement) or statement.figure.kind == "youngest"
    return not (is_of_none or statement.bodies or statement.in_table)


def _is_of_a_body(statement: Statement) -> bool:
    return statement.figure.kind not in _OF_ANY_BODY


def _may_lead(statement: Statement) -> bool:
    """Whether what comes next may go on with a figure: not one that another is measured by."""
    figure = statement.figure
    is_share = figure.kind in SHARES
    before = statement.passage.before(figure.start)
    is_measure = is_share and (
        THAN_THE.search(before)
        or CLOSE_TO_ITS_SHARE.search(before)
        or (statement.bodies and _AGAINST.search(before))
    )
    return _is_of_a_body(statement) and figure.kind != "youngest" and not is_measure


# "17% had a victim of 11 or under, against 20% for England": a measure, and no new subject
_AGAINST = compiled(r"\b(?:against|versus|compared\s+(?:with|to))\s+(?:(?:just|only|about)\s+)?\Z")
_AGAINST_ITS = compiled(
    rf"\b(?:against|versus|compared\s+(?:with|to))\s+(?:(?:just|only|about)\s+)?{NUMBER}(?:\s?%|\s+per\s?cent)\s+"
    r"(?:for|in|across|among)\s+(?:(?:all|the|whole)\s+)*\Z"
)


def _is_measure(mention: Mention[Body], text: str) -> bool:
    """Whether a body only has the share that another is compared with."""
    return bool(_AGAINST_ITS.search(words_before(text, mention.start)))


def _is_of_any(statement: Statement, documents: Documents) -> bool:
    """Whether a figure is right of each body, so that it says nothing of which is meant."""
    is_right = (judge(statement, Documents([e])).verdict in EXACT for e in documents)
    return not statement.bodies and all(is_right)


def _continues(before: Statement, statement: Statement) -> bool:
    """Whether a figure goes on with what the one before it is of."""
    text = statement.passage.text
    between = text[before.figure.end : statement.figure.start]
    start, _ = statement.passage.sentence_bounds(statement.figure.start)
    if start >= before.figure.end and _THAT_IS.fullmatch(text, start, statement.figure.start):
        return statement.passage.bounds_before(start)[0] <= before.figure.start
    if start >= before.figure.end and _POINTS_BACK.match(text, start):
        return statement.passage.bounds_before(start)[0] <= before.figure.start
    is_near = "\n" not in between and between.count(". ") < 2
    if _OF_THE.fullmatch(between):
        return False  # "68 of the 8,224"
    rows = [statement.passage.row(s.figure.start) for s in (before, statement)]
    is_next_row = all(rows) and between.count("\n") == 1
    if before.bodies:
        return is_near or is_next_row
    if before.is_base and _UP_TO.fullmatch(between):
        return True  # "went from 77 crimes to 149"
    line = statement.passage.line_start(before.figure.start)
    if _NEW_ITEM.fullmatch(between) and _IN_ITEM.match(text, line):
        return True
    if "\n" not in between and _IT_WAS.search(text[start : statement.figure.start]):
        return True
    if is_next_row:
        return True  # "Their total: 3,264" and, in the next line, "Rise: 93 per cent"
    # "The platform was known in 310. Snapchat was named most as police log 254 crimes"
    is_base_of_it = statement.is_base and _is_total(before)  # "It was 149, up from 110"
    return is_near and (is_base_of_it or not _is_total(statement))


def _is_other(before: Statement, statement: Statement) -> bool:
    """Whether a figure opens a matter of its own, or stands in the sentence of the one before."""
    start, _ = statement.passage.sentence_bounds(statement.figure.start)
    is_of_all = _is_total(statement) or statement.figure.kind == "record"
    return start < before.figure.end or is_of_all


def _named_between(
    before: Statement, statement: Statement, bodies: Sequence[Mention[Body]]
) -> list[Evidence] | None:
    """The facts of the body named last on the way from one figure to another.

    Empty where none is named there; None where it is one without facts, forces that were asked,
    or one that the figure's own sentence names for something else.
    """
    start, _ = statement.passage.sentence_bounds(statement.figure.start)
    named = within(bodies, (before.figure.end, statement.figure.start))
    if not named:
        return []
    last = named[-1].slot.evidence
    is_asked = are_asked(named[-1], statement.passage.text)
    return [last] if last and named[-1].start < start and not is_asked else None


def _since_named(statement: Statement, bodies: Sequence[Mention[Body]]) -> str:
    """The text from the body named last before a figure up to it."""
    at = statement.figure.start
    return statement.passage.text[within(bodies, (0, at))[-1].end : at]


def _is_total(statement: Statement) -> bool:
    return statement.figure.kind in VALUES and not (statement.categories or statement.role)


def _breakdown(statement: Statement) -> str:
    """What a number is a part of: the ages, the sexes, the platforms; empty if of no part."""
    if statement.figure.kind == "mode":
        return "age"
    kinds = {each.kind for each in statement.categories} or {statement.known_of}
    return min(kinds)
