"""Counts with a word for another quantity in their name: “2019/20 (+7%)”, “Total (100%)”.

What stands beside them decides: “2019/20 %” is another quantity where the counts of 2019/20 are
there too. Where they are not, whole numbers under such a name may be the counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from offences.returns.labels.cell_counts import is_fraction, parse_count, plain_text
from offences.returns.labels.label_words import content_role, heading_role, is_generic, is_total
from offences.returns.labels.no_counts import (
    before_no_count,
    is_named_as_no_count,
    is_of_other_quantity,
    without_asides,
)
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Position, Problem, Table
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import LabelMeaning

ALONE = "under the name of another number, without the counts of its year beside it"

_BAND = re.compile(r"\bage|\d ?(?:-|to) ?\d", re.IGNORECASE)  # “3 year average” is of no age


def take_columns_back(table: Table, meanings: dict[int, LabelMeaning]) -> dict[Position, str]:
    """Read the columns that may be counts all the same: the question about each, by its place."""
    found = _lines_of_passing_words(meanings, {c: table.texts(c) for c in meanings})
    table.excluded |= dict.fromkeys(found.alone, ALONE)
    places = {c: next((r.number, c) for r in table.body if c in r.cells) for c in found.counts}
    return _take_back(table, meanings, places)


def take_rows_back(
    table: Table, meanings: dict[int, LabelMeaning], by_column: Mapping[int, LabelMeaning]
) -> dict[Position, str]:
    """Read the rows that may be counts all the same."""
    data = [column for column, meaning in by_column.items() if not meaning.excluded]
    cells = {row.number: {c: row.cells[c] for c in data if c in row.cells} for row in table.body}
    found = _lines_of_passing_words(meanings, {n: [*own.values()] for n, own in cells.items()})
    table.excluded_rows |= dict.fromkeys(found.alone, ALONE)
    for at in table.roles:
        if at[0] in found.counts:
            table.roles[at] = "label"
    return _take_back(table, meanings, {n: (n, min(cells[n])) for n in found.counts})


def take_tables_back(
    tables: Sequence[Table], columns: Sequence[TableColumns], contexts: list[LabelMeaning]
) -> Iterator[Problem]:
    """Read the tables whose lines, among those of their siblings, may be of counts all the same."""
    meanings = dict(enumerate(contexts))
    cells = [
        [text for row in table.body for c, text in row.cells.items() if c in own.data]
        for table, own in zip(tables, columns, strict=True)
    ]
    found = _lines_of_passing_words(meanings, dict(enumerate(cells)))
    for n in found.alone:
        tables[n].excluded_rows |= dict.fromkeys((row.number for row in tables[n].body), ALONE)
    for n in found.counts:
        contexts[n] = meanings[n].if_counted
        place = tables[n].range().partition(":")[0]
        yield Problem(tables[n].sheet.name, place, _question(meanings[n].no_counts), stops=True)


def _question(names: Sequence[str]) -> str:
    why = "may be of counts, or of another number such as a share. Are these counts?"
    return f"“{' '.join(names)[:100]}” {why}"


def _take_back(
    table: Table, meanings: dict[int, LabelMeaning], places: Mapping[int, Position]
) -> dict[Position, str]:
    """Read lines as counts; one question about each name, however many lines it is over."""
    asked: dict[tuple[str, ...], Position] = {}
    for line, place in places.items():
        asked.setdefault(meanings[line].no_counts, place)
        meanings[line] = meanings[line].if_counted
    names = {name for each in asked for name in each}
    for at, role in table.roles.items():
        if role == "ignored" and table.sheet.cells.get(at) in names:
            table.roles[at] = "label"
    return {place: _question(each) for each, place in asked.items()}


class _Found(NamedTuple):
    """The rows or columns that were left out for a word in their names, and need an answer."""

    counts: list[int]  # they seem to be counts
    alone: list[int]  # another quantity, of a year whose counts are not there


def _lines_of_passing_words(
    meanings: Mapping[int, LabelMeaning], texts: Mapping[int, Sequence[str]]
) -> _Found:
    """Judge the lines that were left out; `texts` are the cells of each, among the counts."""
    left = {at: m for at, m in meanings.items() if m.excluded and _are_whole(texts[at])}
    read = [meaning for meaning in meanings.values() if not meaning.excluded]
    counts, others = list[int](), list[int]()
    # “Boys (+7%)” comes before “Boys %”, which is its share.
    for at in sorted(left, key=lambda at: len([*_words(left[at].if_counted)])):
        names, counted = left[at].no_counts, left[at].if_counted
        is_quantity = _is_between(names, read) or any(_is_quantity_of(counted, r) for r in read)
        if any(map(_is_other_quantity, names)):
            others.append(at)
        elif all(map(_names_counts, names)) and not is_quantity:
            counts.append(at)
            read.append(counted)
    alone = [
        at for at in others if read and not any(_is_of_year(left[at].if_counted, o) for o in read)
    ]
    return _Found(sorted(counts), alone)


def _are_whole(texts: Sequence[str]) -> bool:
    """Whether most are whole numbers, or markers in the place of one, as counts are."""
    found = [*map(parse_count, texts)]
    whole = sum(count is not None and count.marker in (None, "suppressed") for count in found)
    below_zero = any(is_fraction(text) and plain_text(text).startswith("-") for text in texts)
    return whole > sum(map(is_fraction, texts)) and not below_zero


def _without_year(text: str) -> str:
    year = parse_year(text)
    return year.rest if year and (year.label or year.several) else text


def _is_other_quantity(text: str) -> bool:
    """Whether a text is the name of another quantity, and not of one crime's or one sex's."""
    name = _without_year(text)
    before = before_no_count(name)
    role = "" if is_generic(name) else content_role(before)
    named = role in ("offence", "platform", "sex") or (role == "age" and _BAND.search(before))
    return is_named_as_no_count(name) and not named


def _names_counts(text: str) -> bool:
    """Whether a text names counts before the word for another quantity: a year, a sex, a total.

    So does any name that has the word in brackets, with a number or other words.
    """
    year, name = parse_year(text), before_no_count(_without_year(text))
    if year and year.label:
        return True
    known = bool(content_role(name)) and not is_generic(name)
    aside = bool(name) and without_asides(text) == name
    return known or aside or is_total(name) or heading_role(name) == "count"


def _is_quantity_of(meaning: LabelMeaning, other: LabelMeaning) -> bool:
    """Whether a line is another quantity of what one beside it counts: “Girls %” of “Girls”."""
    words, known = [*_words(meaning)], {word for word in _words(other) if not is_generic(word)}
    if not (_is_of_year(meaning, other) and known <= {*words}):
        return False
    return is_of_other_quantity(" ".join(word for word in words if word not in known))


def _is_between(names: Sequence[str], read: Sequence[LabelMeaning]) -> bool:
    """Whether names are of two of the years that were read: “Number more, 2015 to 2016”."""
    labels = {meaning.year.label for meaning in read if meaning.year} - {""}
    return any(sum(label in name for label in labels) > 1 for name in names)


def _is_of_year(meaning: LabelMeaning, other: LabelMeaning) -> bool:
    year = meaning.year and meaning.year.label
    return not year or bool(other.year and other.year.label == year)


def _words(meaning: LabelMeaning) -> Iterator[str]:
    for _, text in meaning.labels:
        for word in re.split(r"[\s()\[\]]+", without_asides(text).casefold()):
            yield word.strip(".,;:")
