"""Sheets named “Q1” to “Q4” whose counts have a year: of a quarter, or a question's answer."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import content_role, is_total
from offences.returns.sheet import Observation, Problem, ReadTable, Sheet

_QUARTER = re.compile(
    r"\W*q(?:t?r)?\W*(?P<number>[1-4])(?:\W+(?:data|figures|counts|return|sheet|tab|final|v?\d))*\W*",
    re.I,
)
_QUESTION = re.compile(  # of more than there are quarters, or with a letter: “Q5”, “Q2b”
    r"\W*(?:question\W*\d|q\W*(?:[5-9]|[1-9]\d|\d ?[a-z]\b)"
    r"|q\W*\d\W+(?:and|&|,|to)\W*q?\W*[5-9]).*",
    re.IGNORECASE,
)
_WHOLE_YEARS = re.compile(r"\W*(?:financial|fiscal|calendar) years?\W*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:q(?:uestion)?\.? ?)[1-9]\d?[a-z]?\W+(?=[a-z]{3})", re.IGNORECASE)


def quarter_sheets(sheets: Sequence[Sheet], tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """Ask about each such sheet, unless its file numbers questions or each has axes of its own."""
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
        if len(named) == 1 and any(map(_WHOLE_YEARS.fullmatch, sheet.cells.values())):
            return  # “Financial year” over its years, and no other quarter
        asked = any(_NUMBER.match(plain_text(text)) for text in sheet.cells.values())
        if whole[sheet.name] and not asked:
            why = f"The counts of “{sheet.name}” were read as of whole years."
            more = "Are they of that quarter, or the answer to a question with that number?"
            yield Problem(sheet.name, None, f"{why} {more}", stops=True)


def _differ(tables: Mapping[str, Sequence[ReadTable]]) -> bool:
    """Whether each of several sheets has other axes or labels, as answers to questions do.

    Quarters of one count would have the same: offences in the one, and offences by age in the next.
    """
    sheets = [[o for table in each for o in table.observations] for each in tables.values()]
    own = [(_axes(each), _kinds(each)) for each in sheets if each]
    return len(own) > 1 and not any(
        axes == others and (kinds & more or not (kinds or more))
        for (axes, kinds), (others, more) in combinations(own, 2)
    )


def _axes(counts: Iterable[Observation]) -> set[str]:
    return {role for each in counts for role in each.labels} - {"force"}


def _kinds(counts: Sequence[Observation]) -> set[str]:
    """What the labels of a sheet are of, or their words; a line over all its counts is none."""
    over = set(counts[0].other).intersection(*(each.other for each in counts))
    known = {text for each in counts for role, text in each.labels.items() if role != "force"}
    others = {text for each in counts for text in each.other if not is_total(text)}
    return {_kind(text) for text in known | (others - over)}


def _kind(text: str) -> str:
    return content_role(text) or text.casefold()
