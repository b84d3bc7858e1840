"""Our own return form, come back filled in: whose it is, and what it says besides counts.

A form is known by lines that everybody sees: nothing in it is hidden, since a file with hidden
parts is held back. Its tables of counts are read like any other force's.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from offences.returns.sheet import Position, Problem, Sheet
from offences.statistics.years import Year

NOT_COUNTS = "No counts are read from this sheet."  # on each that is not a table of counts

PRACTICE_COLUMNS = ("Ref", "Question", "Answer", "How to answer")
PAST_COLUMNS = (
    *("Ref", "What is counted", "Year", "We hold", "Is it right?"),
    "If not: the right figure, and why",
)
LONGEST = 1000  # characters of one answer; the rest is cut


@dataclass(frozen=True)
class FormQuestion:
    """One question on recording practice. `ref` is shown beside it and never reused."""

    ref: str
    key: str
    text: str
    how: str
    choices: tuple[str, ...] = ()
    is_year: bool = False  # answered with a financial year


YES, NO, PARTLY = "Yes", "No", "Partly"
PAST_FIGURES = "held_figures"  # the key of the answer on whether our figures are right

_QUESTIONS = """
P1 flag: Yes / No / Partly
Do you mark crimes as online (the cyber flag or a similar marker)?
“Partly” if only some officers, systems or kinds of crime use it.

P2 flag_since: a year
Since which financial year has it been used for these offences?
The first full year, April to March, such as 2017/18.

P3 changed: Yes / No
Did the way in which you record or count these offences change in the years asked about,
so that figures from before and after do not compare?
A new crime system, a new rule, another way of searching.

P4 changed_year: a year
If so: which is the first financial year counted in the new way?
One year, such as 2017/18.

P5 changed_what: words
If so: what changed?
One or two sentences. They may be published.

P6 counts: Offences / Victims / Something else (say what below)
Do your figures count offences or victims?
We ask for offences. If you count victims, say so here.

P7 non_recent: Yes / No / Not known
Do your figures include offences that happened in an earlier year and were recorded in the year
shown?
Counted by the date on which they were recorded, they do.

P8 remarks: words
What else should readers of these figures know?
No names, and nothing by which anybody could be known.

H0 held_figures: All are right / Some are not right
Are all of these figures right?
If some are not, say below which, and write the right figure.
"""


def _question(lines: str) -> FormQuestion:
    """Its reference, key and answers; its text; and, in the last line, how to answer."""
    head, *text, how = lines.splitlines()
    name, answers = head.split(": ")
    choices = tuple(answers.split(" / ")) if " / " in answers else ()
    ref, key = name.split()
    return FormQuestion(ref, key, " ".join(text), how, choices, answers == "a year")


*_PRACTICE, PAST_QUESTION = map(_question, _QUESTIONS.strip().split("\n\n"))
QUESTIONS = tuple(_PRACTICE)

_SLUG = r"[A-Za-z0-9_-]+"
_COVER = re.compile(
    rf"Return form ([0-9a-f]{{8}}), round ({_SLUG}), force ({_SLUG}), request (\d{{1,3}})"
)
_TABLE = re.compile(rf"Table ({_SLUG})/({_SLUG}) of return form ([0-9a-f]{{8}})")
_PAST_REF = re.compile(rf"({_SLUG})/((?:19|20)\d\d)")
_PLAIN_COUNT = re.compile(r"\d+")


def form_code(round_slug: str, force_slug: str, request: int) -> str:
    """Eight characters that show a changed line or a sheet of another form."""
    form = f"return form 1/{round_slug}/{force_slug}/{request}"
    return hashlib.sha256(form.encode()).hexdigest()[:8]


def cover_line(round_slug: str, force_slug: str, request: int) -> str:
    code = form_code(round_slug, force_slug, request)
    return f"Return form {code}, round {round_slug}, force {force_slug}, request {request}"


def table_line(measure: str, breakdown: str, code: str) -> str:
    return f"Table {measure}/{breakdown} of return form {code}"


def is_table_line(text: str) -> bool:
    """Whether a line is over a table of our own form: its measure is known without a label."""
    return bool(_TABLE.fullmatch(text))


def past_ref(measure: str, year: int) -> str:
    return f"{measure}/{year}"


@dataclass(frozen=True)
class FilledTable:
    """A table of counts in a filled form: its sheet, measure and breakdown."""

    sheet: str
    measure: str
    breakdown: str


@dataclass(frozen=True)
class FormEntry:
    """An entry in a table that is no plain whole number, such as “refused s.12”."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True)
class FormFigure:
    """One figure that we have, and the force's answer to it."""

    measure: str
    year: int  # the one it starts in
    ours: str
    answer: str  # to “Is it right?”
    correction: str


@dataclass(frozen=True)
class FilledForm:
    """The contents of a file that is our own form."""

    code: str  # the signs on its cover
    round: str  # by their addresses
    force: str
    request: int
    tables: tuple[FilledTable, ...]
    typed: tuple[FormEntry, ...]
    practice: Mapping[str, str]  # key of a question → answer
    figures: tuple[FormFigure, ...]
    problems: tuple[str, ...]  # what does not fit together, a sentence each


def read_form(sheets: list[Sheet]) -> FilledForm | None:
    """The form that a file is; None where no cover of ours is in it."""
    covers = list(dict.fromkeys(m.groups() for s in sheets for m in _found(s, _COVER)))
    if not covers:
        return None
    code, round_slug, force_slug, request = covers[0]
    problems: list[str] = []
    if len(covers) > 1:
        problems.append("This file has the covers of several return forms: it was read as one.")
    if code != form_code(round_slug, force_slug, int(request)):
        changed = "The line on the cover that names the round and the force was changed."
        problems.append(f"{changed} Make sure whose figures these are.")
    tables: list[FilledTable] = []
    typed: list[FormEntry] = []
    for sheet in sheets:
        for found in _found(sheet, _TABLE):
            tables.append(FilledTable(sheet.name, found[1], found[2]))
            typed += _typed(sheet)
            if found[3] != code:
                problems.append(f"Sheet “{sheet.name}” is of another return form than the cover.")
    figures = tuple(each for sheet in sheets for each in _read_figures(sheet))
    practice = _answers(sheets)
    if about := _confirmation(practice.pop(PAST_FIGURES, ""), figures):
        practice[PAST_FIGURES] = about
    whose = (code, round_slug, force_slug, int(request))
    return FilledForm(*whose, tuple(tables), tuple(typed), practice, figures, tuple(problems))


def counted_sheets(sheets: list[Sheet], form: FilledForm | None) -> list[Sheet]:
    """The sheets with counts: not those of our form with the figures that we have already."""
    if form is None:
        return sheets
    return [sheet for sheet in sheets if NOT_COUNTS not in sheet.cells.values()]


def unread_entries(
    sheets: list[Sheet], form: FilledForm | None, read: set[tuple[str, str | None]]
) -> list[Problem]:
    """The entries in our form's tables that were not `read`, by sheet and cell."""
    return [
        Problem(sheet.name, sheet.address(*place), f"“{text[:60]}” was not read.")
        for sheet in (sheets if form else [])
        if any(_found(sheet, _TABLE))
        for place, text in _in_table(sheet)
        if (sheet.name, sheet.address(*place)) not in read
    ]


def _found(sheet: Sheet, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for text in sheet.cells.values():
        if match := pattern.fullmatch(text):
            yield match


def _rows(sheet: Sheet, headings: tuple[str, ...]) -> Iterator[list[str]]:
    """The rows below these headings, wherever they are, in the headings' order."""
    rows: dict[int, dict[str, int]] = {}
    for (row, column), text in sheet.cells.items():
        if text in headings:
            rows.setdefault(row, {})[text] = column
    for start, at in rows.items():
        if len(at) == len(headings):
            for row in sorted({row for row, _ in sheet.cells if row > start}):
                yield [sheet.cells.get((row, at[name]), "") for name in headings]
            return


def _answers(sheets: list[Sheet]) -> dict[str, str]:
    questions = {question.ref: question.key for question in (*QUESTIONS, PAST_QUESTION)}
    answers: dict[str, str] = {}
    for sheet in sheets:
        for ref, _, answer, _ in _rows(sheet, PRACTICE_COLUMNS):
            if answer and (key := questions.get(ref)):
                answers.setdefault(key, " ".join(answer.split())[:LONGEST])
    return answers


def _read_figures(sheet: Sheet) -> Iterator[FormFigure]:
    for ref, _, _, ours, answer, correction in _rows(sheet, PAST_COLUMNS):
        if named := _PAST_REF.fullmatch(ref):
            why = " ".join(correction.split())[:LONGEST]
            yield FormFigure(named[1], int(named[2]), ours, answer, why)


def _confirmation(answer: str, figures: Iterable[FormFigure]) -> str:
    """Whether our figures are right: the answer for all of them, then each wrong one."""
    wrong = [
        f"{each.measure} {Year(each.year)}: {each.ours} → {each.correction or 'not said'}"
        for each in figures
        if each.correction or each.answer == NO
    ]
    return "; ".join(filter(None, [answer, *wrong]))[:LONGEST]


def _typed(sheet: Sheet) -> list[FormEntry]:
    """The entries in a sheet's table that are not plain numbers."""
    cells = ((sheet.address(*place), text) for place, text in _in_table(sheet))
    return [FormEntry(sheet.name, *cell) for cell in cells if not _PLAIN_COUNT.fullmatch(cell[1])]


def _in_table(sheet: Sheet) -> Iterator[tuple[Position, str]]:
    """The cells in the columns of years, below their headings."""
    years: set[int] = set()
    for (row, column), text in sorted(sheet.cells.items()):
        if column in years:
            yield (row, column), text
        elif _is_year(text):
            years.add(column)


def _is_year(text: str) -> bool:
    try:
        Year.parse(text)
    except ValueError:
        return False
    return True
