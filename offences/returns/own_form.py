"""Our own return form, come back filled in: whose it is, and what it says besides counts.

A form is known by lines that everybody sees: nothing in it is hidden, since a file with hidden
parts is held back. Its tables of counts are read like any other force's; here are read the line on
its cover, which table stands on which sheet, the answers on recording practice, and whether the
figures that we hold were confirmed.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from offences.returns.sheet import Place, Problem, Sheet
from offences.statistics.years import Year

NOT_COUNTS = "No counts are read from this sheet."
"""Stands on every sheet of the form that is no table of counts."""

PRACTICE_COLUMNS = ("Ref", "Question", "Answer", "How to answer")
HELD_COLUMNS = (
    *("Ref", "What is counted", "Year", "We hold", "Is it right?"),
    "If not: the right figure, and why",
)
LONGEST = 1000  # characters of one answer that are kept


@dataclass(frozen=True)
class Question:
    """One question on recording practice. `ref` is printed beside it and never given to another."""

    ref: str
    key: str
    text: str
    how: str
    choices: tuple[str, ...] = ()
    is_year: bool = False  # answered with a financial year


YES, NO, PARTLY = "Yes", "No", "Partly"
QUESTIONS = (
    Question(
        "P1",
        "flag",
        "Do you mark crimes as online (the cyber flag or a similar marker)?",
        "“Partly” if only some officers, systems or kinds of crime use it.",
        (YES, NO, PARTLY),
    ),
    Question(
        "P2",
        "flag_since",
        "Since which financial year has it been used for these offences?",
        "The first full year, April to March, such as 2017/18.",
        is_year=True,
    ),
    Question(
        "P3",
        "changed",
        "Did the way in which you record or count these offences change in the years asked about, "
        "so that figures from before and after do not compare?",
        "A new crime system, a new rule, another way of searching.",
        (YES, NO),
    ),
    Question(
        "P4",
        "changed_year",
        "If so: which is the first financial year counted in the new way?",
        "One year, such as 2017/18.",
        is_year=True,
    ),
    Question(
        "P5",
        "changed_what",
        "If so: what changed?",
        "One or two sentences. They may be published.",
    ),
    Question(
        "P6",
        "counts",
        "Do your figures count offences or victims?",
        "We ask for offences. If you count victims, say so here.",
        ("Offences", "Victims", "Something else (say what below)"),
    ),
    Question(
        "P7",
        "non_recent",
        "Do your figures include offences that happened in an earlier year and were recorded in "
        "the year shown?",
        "Counted by the date on which they were recorded, they do.",
        (YES, NO, "Not known"),
    ),
    Question(
        "P8",
        "remarks",
        "What else should readers of these figures know?",
        "No names, and nothing by which a child could be known.",
    ),
)
HELD = "held_figures"
"""The key of the answer about the figures that we hold, beside those of the questions."""

ALL_RIGHT, SOME_WRONG = "All are right", "Some are not right"
HELD_QUESTION = Question(
    "H0",
    HELD,
    "Are all of these figures right?",
    "If some are not, say below which, and write the right figure.",
    (ALL_RIGHT, SOME_WRONG),
)

_SLUG = r"[A-Za-z0-9_-]+"
_COVER = re.compile(
    rf"Return form ([0-9a-f]{{8}}), round ({_SLUG}), force ({_SLUG}), request (\d{{1,3}})"
)
_TABLE = re.compile(rf"Table ({_SLUG})/({_SLUG}) of return form ([0-9a-f]{{8}})")
_HELD_REF = re.compile(rf"({_SLUG})/((?:19|20)\d\d)")
_PLAIN_COUNT = re.compile(r"\d+")


def code_of(round_slug: str, force_slug: str, request: int) -> str:
    """Eight signs by which a changed line, or a sheet of another form, is noticed."""
    said = f"return form 1/{round_slug}/{force_slug}/{request}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def cover_line(round_slug: str, force_slug: str, request: int) -> str:
    code = code_of(round_slug, force_slug, request)
    return f"Return form {code}, round {round_slug}, force {force_slug}, request {request}"


def table_line(measure: str, breakdown: str, code: str) -> str:
    return f"Table {measure}/{breakdown} of return form {code}"


def held_ref(measure: str, year: int) -> str:
    return f"{measure}/{year}"


def form_of(sheets: list[Sheet]) -> dict[str, object] | None:
    """What a file says as our own form; None where no cover of ours is in it.

    * `round`, `force`, `request`: whose it is, by their addresses; `code`: the signs on its cover.
    * `tables`: `sheet`, `measure`, `breakdown` of each table of counts.
    * `typed`: `sheet`, `cell`, `text` of all in those tables that is no plain whole number, such as
      “refused s.12”.
    * `practice`: the answers, by the key of their question; none where nothing was answered.
      Under `held_figures`, whether what we hold is right, in one text.
    * `held`: for each figure that we hold `measure`, `year` (the one it starts in), `held`,
      `right` (as answered) and `correction`.
    * `problems`: what does not fit together, in sentences.
    """
    covers = list(dict.fromkeys(m.groups() for s in sheets for m in _found(s, _COVER)))
    if not covers:
        return None
    code, round_slug, force_slug, request = covers[0]
    problems: list[str] = []
    if len(covers) > 1:
        problems.append("This file has the covers of several return forms: it was read as one.")
    if code != code_of(round_slug, force_slug, int(request)):
        problems.append(
            "The line on the cover that names the round and the force was changed. Make sure whose "
            "figures these are."
        )
    tables = []
    typed: list[dict[str, str]] = []
    for sheet in sheets:
        for found in _found(sheet, _TABLE):
            tables.append({"sheet": sheet.name, "measure": found[1], "breakdown": found[2]})
            typed += _typed(sheet)
            if found[3] != code:
                problems.append(f"Sheet “{sheet.name}” is of another return form than the cover.")
    held = [each for sheet in sheets for each in _held(sheet)]
    practice = _answers(sheets)
    if about := _held_in_words(practice.pop(HELD, ""), held):
        practice[HELD] = about
    return {
        "code": code,
        "round": round_slug,
        "force": force_slug,
        "request": int(request),
        "tables": tables,
        "typed": typed,
        "practice": practice,
        "held": held,
        "problems": problems,
    }


def counted(sheets: list[Sheet], form: dict[str, object] | None) -> list[Sheet]:
    """The sheets on which counts are looked for: of our own form not those that say they have none.

    The figures that we hold stand on one of those, and are no answer.
    """
    if form is None:
        return sheets
    return [sheet for sheet in sheets if NOT_COUNTS not in sheet.cells.values()]


def problems_of(form: dict[str, object] | None) -> list[Problem]:
    told = form["problems"] if form else []
    assert isinstance(told, list)
    return [Problem("", None, each) for each in told]


def unread(sheets: list[Sheet], form: object, read: set[tuple[str, str | None]]) -> list[Problem]:
    """What was typed into a table of our form and is not among what was `read`: sheet and cell."""
    tables = sheets if form else []
    return [
        Problem(sheet.name, sheet.address(*place), f"“{text[:60]}” was not read.")
        for sheet in tables
        if any(_found(sheet, _TABLE))
        for place, text in _in_table(sheet)
        if (sheet.name, sheet.address(*place)) not in read
    ]


def _found(sheet: Sheet, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for text in sheet.cells.values():
        if match := pattern.fullmatch(text):
            yield match


def _columns(sheet: Sheet, headings: tuple[str, ...]) -> tuple[int, dict[str, int]] | None:
    """The row of these headings, and the column of each; they may have been moved."""
    rows: dict[int, dict[str, int]] = {}
    for (row, column), text in sheet.cells.items():
        if text in headings:
            rows.setdefault(row, {})[text] = column
    return next(((row, at) for row, at in rows.items() if len(at) == len(headings)), None)


def _answers(sheets: list[Sheet]) -> dict[str, str]:
    questions = {question.ref: question.key for question in (*QUESTIONS, HELD_QUESTION)}
    answers: dict[str, str] = {}
    for sheet in sheets:
        if found := _columns(sheet, PRACTICE_COLUMNS):
            start, at = found
            for row in sorted({row for row, _ in sheet.cells if row > start}):
                key = questions.get(sheet.cells.get((row, at["Ref"]), ""))
                answer = sheet.cells.get((row, at["Answer"]), "")
                if key and answer:
                    answers.setdefault(key, " ".join(answer.split())[:LONGEST])
    return answers


def _held(sheet: Sheet) -> Iterator[dict[str, object]]:
    found = _columns(sheet, HELD_COLUMNS)
    if found is None:
        return
    start, at = found
    *_, held, right, correction = HELD_COLUMNS
    for row in sorted({row for row, _ in sheet.cells if row > start}):
        if ref := _HELD_REF.fullmatch(sheet.cells.get((row, at["Ref"]), "")):
            yield {
                "measure": ref[1],
                "year": int(ref[2]),
                "held": sheet.cells.get((row, at[held]), ""),
                "right": sheet.cells.get((row, at[right]), ""),
                "correction": " ".join(sheet.cells.get((row, at[correction]), "").split())[
                    :LONGEST
                ],
            }


def _held_in_words(answer: str, held: list[dict[str, object]]) -> str:
    """Whether what we hold is right: the answer for all of it, then each wrong figure."""
    wrong = [
        f"{each['measure']} {Year(int(str(each['year'])))}: {each['held']} → "
        f"{each['correction'] or 'not said'}"
        for each in held
        if each["correction"] or each["right"] == NO
    ]
    return "; ".join(filter(None, [answer, *wrong]))[:LONGEST]


def _typed(sheet: Sheet) -> list[dict[str, str]]:
    """What stands in the table of a sheet that is no plain number."""
    return [
        {"sheet": sheet.name, "cell": sheet.address(*place), "text": text}
        for place, text in _in_table(sheet)
        if not _PLAIN_COUNT.fullmatch(text)
    ]


def _in_table(sheet: Sheet) -> Iterator[tuple[Place, str]]:
    """What stands in the columns of the years, below their headings."""
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
