"""The form of a reading: what it was opened with, and the answers that it sends back."""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict

from offences.intake.returns import AnswerConflict, ReadingAnswers, ReadingPlan
from offences.intake.returns.answers import ALL, LabelAnswer, Path, TableAnswer, count_key
from offences.intake.returns.cells import LabelQuestion
from offences.intake.returns.labels import BREAKDOWN_KINDS
from offences.intake.returns.places import is_cell, place_key, read_where
from offences.intake.returns.typed import OUT, read_typed
from offences.models import Category
from offences.refused import Refused
from offences.returns.sheet import ReadTable
from offences.staff.files import questions
from offences.statistics.notation import NotACount
from offences.statistics.years import Year, kind_of_year, years_between

INCOMPLETE = "The form has lost the values that it was opened with. Open the page again."
TABLE_FIELDS = {each.name: each.name for each in fields(TableAnswer)}
TEXTS = ("corrections", "years", "categories", "counts", "reasons", "explanations", "seen")
SAY_WHY = "Say why it is left out: the checker reads it."


def read_basis(post: QueryDict) -> ReadingAnswers:
    """The answers as the form was opened with; a bad request if no page of ours sent it."""
    try:
        return ReadingAnswers.from_plain(json.loads(str(post["opened"])))
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as broken:
        raise BadRequest(INCOMPLETE) from broken


def answers_in(post: QueryDict, plan: ReadingPlan) -> tuple[ReadingAnswers, list[str]]:
    """The answers of the form, on top of those of the plan; and what could not be taken."""
    answers = plan.answers
    refused: list[str] = []
    for question, place in questions.labels_to_name(plan):
        to = post.get(f"word-{question.key}", "")
        if to and to in {key for key, _ in questions.choices_of(plan, question, place)}:
            remember = f"remember-{question.key}" in post
            answers = answers.with_label(question.key, LabelAnswer(to, remember, question.text))
        elif to:
            refused.append(_meaning_fault(plan, question, place))
    if "tables" in post:
        for number, table in enumerate(plan.read.tables):
            answers = _of_table(post, plan, number, table, answers)
    for problem in plan.problems:
        answers = _of_problem(post, problem, answers)
    if "seen" in post:
        for key in {each.key for each in plan.unseen} & {*post.getlist("listed")}:
            answers = answers.with_text("seen", key, "seen")
    answers = questions.apply_year_answers(answers, plan, post)
    try:
        answers = _of_place(post, plan, answers)
    except (Refused, NotACount) as refusal:
        refused.append(f"Not saved: {refusal}")
    for path in post.getlist("take-back"):
        part, _, key = path.partition("|")
        if (part, key) in answers.leaves:
            answers = answers.with_leaf((part, key), None)
            if part != "labels" and key in answers.reasons:
                answers = answers.with_leaf(("reasons", key), None)
    return answers, refused


def _meaning_fault(plan: ReadingPlan, question: LabelQuestion, place: str) -> str:
    """The refusal of a meaning that a label cannot have."""
    written = f"Not saved: “{questions.written_label(plan, question, place)[:60]}”"
    if questions.is_calendar(plan, question, place):
        return f"{written} runs from January to December, so it is no {kind_of_year()}."
    return f"{written} has no such meaning. Choose one from its list."


def _of_problem(
    post: QueryDict, problem: questions.ReadingProblem, answers: ReadingAnswers
) -> ReadingAnswers:
    """The answers to one problem: in words, a number for its cell or its count, or what remains."""
    key, why = problem.key, post.get(f"why-{problem.key}", "")
    if (said := post.get(f"said-{key}")) is not None:
        answers = answers.with_explanation(key, said)
    if problem.cell and (typed := post.get(f"correct-{key}")):
        answers = answers.with_correction(place_key(problem.sheet, problem.cell), typed, why)
    if problem.count and (typed := post.get(f"count-{key}")):
        answers = answers.with_text("counts", count_key(problem.count), typed, why)
    if problem.stated_and_parts and (choice := post.get(f"total-{key}", "")):
        return _of_total(problem, choice, answers, why)
    choice = post.get(f"without-{key}", "")
    for place, rest in problem.instead if choice in ("rest", "none") else ():
        typed = OUT if choice == "none" else rest
        if typed:
            answers = answers.with_correction(place, typed, why or "without what is left out")
    return answers


def _of_total(
    problem: questions.ReadingProblem, choice: str, answers: ReadingAnswers, why: str
) -> ReadingAnswers:
    """The answer to a total that is not what its parts add up to."""
    if problem.stated_and_parts is None or problem.cell is None:
        return answers
    place, parts = place_key(problem.sheet, problem.cell), problem.stated_and_parts[1]
    if choice == "stated":
        return answers.with_explanation(problem.key, why or "stored as the file has it")
    typed, said = {
        "parts": (parts, "what its parts add up to"),
        "unknown": ("not known", "it is not what its parts add up to"),
    }.get(choice, ("", ""))
    return answers.with_correction(place, typed, why or said) if typed else answers


# Tables


def years_of(plan: ReadingPlan) -> tuple[Year, ...]:
    """The years that were asked for."""
    round_ = plan.reading.submission.round
    return years_between(Year(round_.first_year), Year(round_.last_year))


def takes_year(table: ReadTable) -> bool:
    """Whether a table has so few years that one can be given to all of it."""
    return len({each.year for each in table.observations}) <= 1


def table_place(table: ReadTable) -> str:
    return place_key(table.sheet, table.range)


def forces_in(table: ReadTable) -> list[str]:
    """The names in a table’s own column of forces."""
    names = (each.labels.get("force", "") for each in table.observations)
    return [name for name in dict.fromkeys(names) if name]


def _of_table(
    post: QueryDict, plan: ReadingPlan, number: int, table: ReadTable, answers: ReadingAnswers
) -> ReadingAnswers:
    measures = {str(measure.pk): measure.pk for measure in plan.measures}
    breakdowns = {str(b.pk): b.pk for m in plan.meanings.values() for b in m.breakdowns}
    force = post.get(f"force-{number}", "")
    chosen = {
        "on": f"on-{number}" in post,
        "measure": measures.get(post.get(f"measure-{number}", "")),
        "roles": {
            role: to
            for role in BREAKDOWN_KINDS
            if (to := post.get(f"axis-{number}-{role}", "")) in (*BREAKDOWN_KINDS, "other")
            and to != role
        },
        "added": tuple(role for role in BREAKDOWN_KINDS if f"added-{number}-{role}" in post),
        "breakdown": breakdowns.get(post.get(f"breakdown-{number}", "")),
        "force": force if force == ALL or force in forces_in(table) else "",
    }
    before = answers.table(number)
    if any(getattr(before, name) != value for name, value in chosen.items()):
        answers = answers.with_table(number, **chosen)
    place = table_place(table)
    if (year := post.get(f"year-{number}")) is not None and takes_year(table):
        answers = answers.with_text("years", place, _checked_year(plan, year))
    if (category := post.get(f"category-{number}")) is not None:
        answers = answers.with_text("categories", place, _checked_category(plan, category))
    return answers


def _checked_year(plan: ReadingPlan, start: str) -> str:
    return start if start in {str(year.start) for year in years_of(plan)} else ""


def _checked_category(plan: ReadingPlan, key: str) -> str:
    return key if key.isdecimal() and int(key) in plan.categories else ""


def categories_by_breakdown(plan: ReadingPlan) -> list[tuple[str, list[Category]]]:
    """Every category that a place can be of, under its breakdown."""
    several = len(plan.measures) > 1
    return [
        (f"{known.measure.name}: {b.name}" if several else b.name, [*b.categories.all()])
        for known in plan.meanings.values()
        for b in known.breakdowns
    ]


# A cell, a row, a column or a block


def _of_place(post: QueryDict, plan: ReadingPlan, answers: ReadingAnswers) -> ReadingAnswers:
    """The answers about one place: its number, year or category, or that it is left out."""
    typed_where = post.get("where", "").strip()
    if not typed_where:
        return answers
    sheets = {sheet.name: sheet for sheet in plan.read.sheets}
    sheet = post.get("where-sheet", "")
    if sheet not in sheets:
        raise Refused(f"“{sheet}” is no sheet of this file.")
    where = read_where(typed_where, in_page=sheets[sheet].in_page)
    place, what, why = place_key(sheet, where), post.get("what", "").strip(), post.get("why", "")
    year, category = post.get("where-year", ""), post.get("where-category", "")
    if not (what or year or category):
        raise Refused(f"{typed_where}: type a number, choose a year or a category, or type out.")
    if what.casefold() == OUT and not why.strip():
        raise Refused(f"{typed_where} is not left out yet. {SAY_WHY}")
    if what and what.casefold() != OUT:
        if not is_cell(where):
            raise Refused(f"{typed_where} has several cells: only one cell has one number.")
        read_typed(what)  # says how to write it, if it cannot be read
    if what:
        answers = answers.with_correction(place, what, why)
    if year := _checked_year(plan, year):
        answers = answers.with_text("years", place, year, why)
    if category := _checked_category(plan, category):
        answers = answers.with_text("categories", place, category, why)
    return answers


# Two people at one form


def as_sent(conflict: AnswerConflict) -> str:
    """A person’s own answer, as the form sends it back if they choose it."""
    mine = conflict.mine
    mine = asdict(mine) if isinstance(mine, LabelAnswer) else mine
    return json.dumps([*conflict.path, mine])


def preferred_answers(post: QueryDict) -> Iterator[tuple[Path, Any]]:
    """The answers that a person chose over a colleague’s."""
    for number, sent in enumerate(post.getlist("mine")):
        if post.get(f"keep-{number}") == "mine":
            yield _sent_back(sent)


def _sent_back(sent: str) -> tuple[Path, Any]:
    try:
        part, key, mine = json.loads(sent.replace("\\u0000", ""))  # no database stores a NUL
        if part == "labels" and mine is not None:
            return (part, str(key)), LabelAnswer(**mine)
        if part == "tables":
            number, _, name = key.partition(".")
            value = tuple(mine) if isinstance(mine, list) else mine
            return (part, f"{int(number)}.{TABLE_FIELDS[name]}"), value
        if part in TEXTS and isinstance(mine, str | None):
            return (part, str(key)), mine
    except (ValueError, TypeError, AttributeError, KeyError) as broken:
        raise BadRequest(INCOMPLETE) from broken
    raise BadRequest(INCOMPLETE)
