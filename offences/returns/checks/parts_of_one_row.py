"""Rows of another kind right below some rows, without a total or a line between them.

In a pivot table one row alone may be opened: “Rape”, “Female”, “Male”, “Grooming”. Its parts look
like counts of everything.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from offences.returns.labels.joined_labels import joined_parts
from offences.returns.labels.label_words import content_role
from offences.returns.sheet import Observation, Problem, ReadTable, SheetRow, Table, parse_address
from offences.returns.tables.titles import is_specific

_KINDS = frozenset(("offence", "sex", "age", "platform"))

type _Counts = Sequence[Observation]  # of one row
type _Run = list[tuple[SheetRow, frozenset[str]]]  # rows, and the kinds of their labels


def parts_of_one_row(read: ReadTable, table: Table) -> Iterator[Problem]:
    """Ask of the first row below one of another kind: a part of it, or of all offences?

    Two blocks that add up to the same count the same twice, and need no question.
    """
    counted = defaultdict[int, list[Observation]](list)
    for each in read.observations:
        if each.cell:
            counted[parse_address(each.cell)[0]].append(each)
    for stretch in _stretches(table, counted):
        runs = [[*own] for _, own in groupby(stretch, lambda row: row[1])]
        for before, own in pairwise(runs):
            if not _differ(before[0][1], own[0][1]) or _is_of_all(before[-1][0]):
                continue
            again = any(each[0][1] == before[0][1] for each in runs if each is not before)
            rows = [[counted[row.number] for row, _ in run] for run in (before, own)]
            if again or (_may_be_parts(rows[0][-1], rows[1]) and not _have_same_sums(*rows)):
                yield _question(read, table, before[-1][0], own[0][0])
                return


def _stretches(table: Table, counted: dict[int, list[Observation]]) -> Iterator[_Run]:
    """Rows of counts that follow each other: a total, a line or an empty row is an end."""
    run: _Run = []
    for row in table.body:
        own = counted.get(row.number, [])
        total = any(each.total for each in own)
        if run and (total or row.after_gap or row.number in table.sections):
            yield run
            run = []
        kinds = _KINDS.intersection(*(each.labels for each in own)) if own else frozenset[str]()
        joined = any(map(joined_parts, row.cells.values()))  # “Boys 13 to 15” are a group by itself
        if kinds and not (total or joined):
            run.append((row, kinds))
    yield run


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has a kind that the other has not: girls of an offence are a part of it."""
    return bool(one - other and other - one)


def _is_of_all(row: SheetRow) -> bool:
    """Whether a row is of everything that was asked for: “Online sexual offences”."""
    named = [text for text in row.cells.values() if content_role(text) == "offence"]
    return bool(named) and not any(map(is_specific, named))


def _may_be_parts(whole: _Counts, parts: Sequence[_Counts]) -> bool:
    """Whether rows are in no column more than the one above them."""
    of_all = {at: value for at, value in _sums([whole]).items() if value is not None}
    sums = {at: value or 0 for at, value in _sums(parts).items()}
    return all(sums[at] <= of_all[at] for at in sums.keys() & of_all.keys())


def _have_same_sums(one: Sequence[_Counts], other: Sequence[_Counts]) -> bool:
    sums = [_sums(rows) for rows in (one, other)]
    return sums[0] == sums[1] and None not in sums[0].values()


def _sums(rows: Sequence[_Counts]) -> dict[int, int | None]:
    """The sum in each column; None where a count of it is not known."""
    found: dict[int, int | None] = {}
    for each in (each for row in rows for each in row):
        at = parse_address(each.cell or "")[1]
        before = found.get(at, 0)
        found[at] = None if before is None or each.value is None else before + each.value
    return found


def _question(read: ReadTable, table: Table, before: SheetRow, row: SheetRow) -> Problem:
    texts = (row.text[:60], before.text[:60])
    why = "“{}”: a part of “{}”, or of all above it?".format(*texts)
    place = table.sheet.address(row.number, min(row.cells))
    return Problem(read.sheet, place, why, stops=True, needs="label")
