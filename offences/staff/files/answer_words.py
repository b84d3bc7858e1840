"""An officer's answers to a reading in words, each with who gave it and when."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from offences.intake.returns import AnswerConflict, ReadingPlan
from offences.intake.returns.answers import ALL, PLAIN, LabelAnswer, Path
from offences.intake.returns.places import in_words
from offences.intake.returns.typed import OUT
from offences.statistics.years import Year
from offences.words.places import places_in_words
from offences.words.years import in_full

LISTED = ("labels", "corrections", "years", "categories", "counts")
"""What is not answered in a box of its own, and so is taken back from the list of answers."""


@dataclass(frozen=True)
class GivenAnswer:
    """One answer, as the page lists it."""

    path: str
    words: str
    why: str
    signature: str


def given_answers(plan: ReadingPlan) -> list[GivenAnswer]:
    answers = plan.answers
    return [
        GivenAnswer(
            "|".join(path),
            answer_in_words(plan, path, value),
            answers.reasons.get(path[1], "") if path[0] != "labels" else "",
            signature_in_words(answers.signature(path)),
        )
        for path, value in answers.leaves.items()
        if path[0] in LISTED
    ]


def signature_in_words(signature: tuple[str, Any] | None) -> str:
    """Who gave an answer, and when: “Ann Lee, 3 May 2019, 10:42”."""
    if signature is None:
        return ""
    at = timezone.localtime(signature[1])
    return f"{signature[0]}, {at.day} {at:%B %Y, %H:%M}"


def answer_in_words(plan: ReadingPlan, path: Path, value: Any) -> str:
    """One answer as a sentence without its full stop; without a value, that it is taken back."""
    part, key = path
    if value is None:
        return f"{_subject(plan, part, key)}: taken back"
    match part:
        case "labels":
            return f"“{value.label}” is {_meaning(plan, key, value)}"
        case "corrections" if str(value).casefold() == OUT:
            return f"{in_words(key)} is left out"
        case "corrections":
            return f"{in_words(key)} is read as {value}"
        case "years":
            return f"{in_words(key)} is of {Year(int(value))}"
        case "categories":
            category = plan.categories.get(int(value))
            return f"{in_words(key)} is of {category.name if category else 'a deleted category'}"
        case "counts":
            return f"{_subject(plan, part, key)} is entered as {value}"
        case "seen":
            return "What is not taken was looked at"
        case "tables":
            return f"{_subject(plan, part, key)}: {_of_table(plan, key, value)}"
    return f"{_subject(plan, part, key)}: “{value}”"


def _subject(plan: ReadingPlan, part: str, key: str) -> str:
    match part:
        case "labels":
            return f"“{key.split('|')[1]}”"
        case "counts":
            _, year, pk = map(int, key.split("|"))
            category = plan.categories.get(pk)
            return f"{category.name if category else 'A deleted category'}, {Year(year)}"
        case "explanations":
            return next((p.place for p in plan.problems if p.key == key), "A problem that is gone")
        case "reasons" if "!" not in key:
            return f"Why for {_subject(plan, 'counts', key)}"
        case "reasons":
            return f"Why for {in_words(key)}"
        case "seen":
            return "What is not taken"
        case "tables":
            tables, number = plan.read.tables, int(key.partition(".")[0])
            table = tables[number] if number < len(tables) else None
            return f"Table {table.sheet} {table.range}" if table else "A table that is gone"
    return in_words(key)


def _of_table(plan: ReadingPlan, key: str, value: Any) -> str:
    match key.partition(".")[2]:
        case "on":
            return "counted" if value else "switched off"
        case "measure":
            return next((m.name for m in plan.measures if m.pk == value), "a deleted measure")
        case "breakdown":
            found = (b.name for m in plan.meanings.values() for b in m.breakdowns if b.pk == value)
            return f"this is our table “{next(found, 'deleted')}”"
        case "force":
            return "all of this force" if value == ALL else f"this force is “{value}”"
        case "added":
            return f"added up over {' and '.join(value)}"
    return ", ".join(f"read as {read}, is {to}" for read, to in value.items())


def _meaning(plan: ReadingPlan, key: str, word: LabelAnswer) -> str:
    if word.to in (OUT, PLAIN):
        return "ignored" if word.to == OUT else "the total"
    if key.startswith("year|"):
        return in_full(Year(int(word.to)))
    category = plan.categories.get(int(word.to))
    return category.name if category else "a category that is deleted"


@dataclass(frozen=True)
class ShownConflict:
    """One thing that two people answered at once, with both answers in words."""

    conflict: AnswerConflict
    theirs: str
    mine: str
    signature: str


def shown_conflict(plan: ReadingPlan, conflict: AnswerConflict) -> ShownConflict:
    theirs, mine = (
        answer_in_words(plan, conflict.path, value) for value in (conflict.theirs, conflict.mine)
    )
    return ShownConflict(conflict, theirs, mine, signature_in_words(conflict.signature))


def table_in_words(sheet: str, cells: str) -> str:
    """A table’s place for people: “sheet “Return”, cells A4 to C11”."""
    in_page = places_in_words(cells)
    if in_page != cells:
        return f"{sheet} {in_page}"
    first, _, last = cells.partition(":")
    return f"sheet “{sheet}”, {f'cells {first} to {last}' if last else f'cell {first}'}"
