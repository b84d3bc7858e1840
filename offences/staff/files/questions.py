"""Questions about a file: what labels mean, why figures changed so much."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from django.http import QueryDict

from offences.counts import CellKey
from offences.english import and_list
from offences.intake.returns import ReadingAnswers, ReadingPlan
from offences.intake.returns.answers import PLAIN
from offences.intake.returns.cells import LabelQuestion
from offences.intake.returns.places import place_key
from offences.intake.returns.problems import ReadingProblem
from offences.intake.returns.typed import OUT
from offences.models import Category, folded_label
from offences.staff.files.sheet_picture import SheetView, link_to, places_of_labels
from offences.statistics.years import Year, kind_of_year, months_of_year
from offences.words.force_questions import force_question, question_about, question_about_change
from offences.words.years import in_full

_CALENDAR = re.compile(r"\bcalendar\b|\bjan(?:uary)?\b.*\bdec(?:ember)?\b", re.IGNORECASE)
LIKELY = 0.5  # of 1; a category less like the label is not offered as the likeliest


def is_likely(plan: ReadingPlan, question: LabelQuestion) -> bool:
    """Whether its likeliest meaning is like the label: else only the force can know."""
    if question.role == "year":
        return False
    likely = plan.meanings[question.measure].likeliest(question.role, question.text)
    if not likely or likely[0][1] < LIKELY:
        return False
    # “10-13” is spelled much like “10 and under”, and is not those ages.
    return question.role != "age" or _ages_in(question.text) == _ages_in(likely[0][0].name)


def _ages_in(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def labels_to_name(plan: ReadingPlan) -> list[tuple[LabelQuestion, str]]:
    """The labels that are not known, each with its own cell if it has one."""
    places = places_of_labels(plan)
    of_label = ((each, (each.sheet, folded_label(each.text))) for each in plan.questions)
    return [(each, places.get(key, each.cell or "")) for each, key in of_label]


def label_cards(
    plan: ReadingPlan, picture: SheetView | None, asked: Collection[tuple[str, str]]
) -> list[dict[str, Any]]:
    """Each label that is not known, with what it can mean and the question to the force."""
    return [
        {
            "question": each,
            "place": place,
            "link": link_to(picture, each.sheet, place),
            "choices": choices_of(plan, each, place),
            "is_likely": is_likely(plan, each),
            "is_asked": (each.sheet, place) in asked,
            "written": (written := written_label(plan, each, place)),
            "named": f"“{shorten(written, 40, placeholder='…')}”{f' in {place}' if place else ''}",
            "to_force": force_question(
                _about(each), cell=place, text=written, months=months_of_year()
            )
            if place
            else "",
        }
        for each, place in labels_to_name(plan)
    ]


def _about(question: LabelQuestion) -> str:
    if question.role != "year":
        return "label"
    return "calendar" if question.text.isdigit() else "financial"


def written_label(plan: ReadingPlan, question: LabelQuestion, place: str) -> str:
    """The whole text of a label’s cell: “Calendar year 2024”, where 2024 is the label."""
    text = plan.text_at(place_key(question.sheet, place))
    return text if question.text in text else question.text


def is_calendar(plan: ReadingPlan, question: LabelQuestion, place: str) -> bool:
    """Whether the words of a label say that its year is from January to December."""
    is_year = question.role == "year" and bool(place)
    return is_year and bool(_CALENDAR.search(written_label(plan, question, place)))


def choices_of(plan: ReadingPlan, question: LabelQuestion, place: str) -> list[tuple[str, str]]:
    """The meanings that a label can have, the likeliest first; none that its words contradict."""
    if question.role == "year":
        start = int(question.text[:4])
        if is_calendar(plan, question, place):
            return [(OUT, "ignore it: it is a calendar year")]
        if not question.text.isdigit():
            return [(OUT, f"ignore it: it is no {kind_of_year()}")]
        years = [(str(y), in_full(Year(y))) for y in (start, start - 1)]
        return [(OUT, "ignore it: it is a calendar year"), *years]
    meanings = plan.meanings[question.measure]
    likely = meanings.likeliest(question.role, question.text)
    named_likely = is_likely(plan, question)
    several = len({category.breakdown_id for category, _ in likely}) > 1
    named = [(str(c.pk), _of_breakdown(c) if several else c.name) for c, _ in likely]
    if named_likely:
        named[0] = (named[0][0], f"{named[0][1]} (likeliest)")
    plain = (PLAIN, f"the total: counts under it are {meanings.measure.phrase}")
    # A crime in a list is a crime even if its offence is not known; any other label is rather a
    # title that reads like an offence.
    first = question.role == "other" or question.cell is None
    out = (OUT, "ignore it")
    rest = [plain, out] if first else [out, plain]
    if question.role == "other" and not named_likely:
        return [*rest, *named]
    # A label may belong to another axis: “Unknown” among offences may be a victim's sex.
    shown = {category.pk for category, _ in likely}
    others = [c for c in meanings.of_kind("other") if c.pk not in shown]
    return [*named, *rest, *((str(c.pk), _of_breakdown(c)) for c in others)]


def _of_breakdown(category: Category) -> str:
    return f"{category.breakdown.name}: {category.name}"


def question_to_force(plan: ReadingPlan, problem: ReadingProblem, written: str) -> str:
    """The question to the force, in words for the force; an officer may change them."""
    if problem.question:
        return problem.question
    cell, message = problem.cell or "", problem.message
    if problem.is_change:
        return question_about_change(cell, message)
    seen = plan.seen_in(problem.sheet, problem.cell)
    marker = next((each.marker or "" for each in seen), "")
    cells = [each for each in plan.sorted.cells if each.key == problem.count and each.cell]
    if cells and marker not in ("blank", "unreadable", "refused", "suppressed"):
        # What we made of its cells is our matter: the force is asked for the number.
        places = list(dict.fromkeys(str(each.cell) for each in cells))
        return force_question("count", what=str(cells[0]), cells=and_list(places[:8]))
    return question_about((problem.sheet, cell), message, text=written, marker=marker)


def count_in_words(plan: ReadingPlan, problem: ReadingProblem) -> str:
    """The count that a problem is about; empty if it is about none."""
    if problem.count is None or problem.instead:
        return ""
    _, year, category = problem.count
    return f"{plan.categories[category].name}, {Year(year)}"


def several_cells(plan: ReadingPlan) -> set[CellKey]:
    """The counts that more than one cell of the file is of."""
    found = Counter(key for key, _ in {(each.key, each.address) for each in plan.sorted.cells})
    return {key for key, number in found.items() if number > 1}


# Changes from year to year, answered together or one by one

ANSWER_TO_ALL = "said-changes"
FEW = 2  # up to here each has a row, as other problems have


@dataclass(frozen=True)
class YearChanges:
    """Problems of one kind, which may have one answer."""

    problems: tuple[ReadingProblem, ...]

    @property
    def explanation(self) -> str:
        """The answer that most of them have."""
        own = [each.explanation for each in self.problems if not each.query]
        answers = Counter(filter(None, own))
        return answers.most_common(1)[0][0] if answers else ""

    @property
    def is_answered(self) -> bool:
        return all(each.is_answered for each in self.problems)

    @property
    def rows(self) -> list[tuple[ReadingProblem, str]]:
        """Each problem, with its own answer if that differs from the rest."""
        shared = self.explanation
        return [
            (each, "" if each.explanation == shared else each.explanation) for each in self.problems
        ]


def group_year_changes(plan: ReadingPlan) -> tuple[list[ReadingProblem], YearChanges | None]:
    """Split off the changes from year to year if they are many; the rest have a row each."""
    changes = tuple(each for each in plan.problems if each.is_change)
    if len(changes) <= FEW:
        return list(plan.problems), None
    return [each for each in plan.problems if not each.is_change], YearChanges(changes)


def apply_year_answers(
    answers: ReadingAnswers, plan: ReadingPlan, post: QueryDict
) -> ReadingAnswers:
    """Add the answers to the year changes: one by itself, else the one for all of them."""
    _, changes = group_year_changes(plan)
    shared = post.get(ANSWER_TO_ALL)
    for each in changes.problems if changes and shared is not None else ():
        if not each.query:
            own = post.get(f"said-{each.key}")
            answers = answers.with_explanation(each.key, own or shared or "")
    return answers
