"""Sheets named “Q1” to “Q4” whose counts have a year: of a quarter, or a question's answer."""

import re
from collections.abc import Iterator, Mapping, Sequence

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import content_role
from offences.returns.sheet import Problem, ReadTable, Sheet

_QUARTER = re.compile(
    r"\W*q(?:t?r)?\W*(?P<number>[1-4])(?:\W+(?:data|figures|counts|return|sheet|tab|final|v?\d))*\W*",
    re.I,
)
_QUESTION = re.compile(  # of more than there are quarters, or with a letter: “Q5”, “Q2b”
    r"\W*(?:question\W*\d|q\W*(?:[5-9]|[1-9]\d|\d ?[a-z]\b)"
    r"|q\W*\d\W+(?:and|&|,|to)\W*q?\W*[5-9]).*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:q(?:uestion)?\.? ?)[1-9]\d?[a-z]?\W+(?=[a-z]{3})", re.IGNORECASE)


def quarter_sheets(sheets: Sequence[Sheet], tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """Ask about each such sheet, unless its file numbers questions or each has its own labels."""
    read = {each.name: _QUARTER.fullmatch(each.name) for each in sheets if not each.in_page}
    numbers = {name: found["number"] for name, found in read.items() if found}
    named = [each for each in sheets if each.name in numbers]
    whole: dict[str, list[ReadTable]] = {each.name: [] for each in named}
    for table in tables:
        if table.sheet in whole and any(o.year and not o.part_words for o in table.observations):
            whole[table.sheet].append(table)
    if any(_QUESTION.fullmatch(plain_text(each.name)) for each in sheets) or _differ(whole):
        return
    if [*numbers.values()] == ["1"]:
        return  # the first question, and there was no other
    for sheet in named:
        asked = any(_NUMBER.match(plain_text(text)) for text in sheet.cells.values())
        if whole[sheet.name] and not asked:
            why = f"The counts of “{sheet.name}” were read as of whole years."
            more = "Are they of that quarter, or the answer to a question with that number?"
            yield Problem(sheet.name, None, f"{why} {more}", stops=True)


def _differ(tables: Mapping[str, Sequence[ReadTable]]) -> bool:
    """Whether several sheets have labels that no other has, as answers to questions do."""
    own = [
        {_kind(text) for table in each for o in table.observations for text in _texts(o.labels)}
        for each in tables.values()
        if each
    ]
    return len(own) > 1 and not any(one & other for one in own for other in own if one is not other)


def _texts(labels: Mapping[str, str]) -> list[str]:
    return [text for role, text in labels.items() if role != "force"]


def _kind(text: str) -> str:
    return content_role(text) or text.casefold()
