"""What the cells of one count come to: one cell as it is, several added up or held side by side.

Within a table the cells of one count that differ in their labels are parts of it (two official
offences of one of our categories, single ages of a band) and are added up, ranges as ranges. The
same count in another table is the same statement again and has to agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from offences.counts import CellKey
from offences.imports.reading.answers import Answers, place_key
from offences.imports.reading.sort import Placed
from offences.imports.reading.words import ages_of
from offences.returns.years import year_of
from offences.statistics.cells import Range
from offences.statistics.notation import Entry, NotACount, read_entry
from offences.statistics.years import Year

NO_NUMBER = ("not_held", "not_available", "refused", "blank")


@dataclass(frozen=True)
class Trouble:
    """Why a count has no figure yet. It stands in the way until it is answered."""

    sheet: str
    cell: str | None
    message: str


@dataclass(frozen=True)
class Figure:
    """What a file says of one count, and in which cells."""

    key: CellKey
    entry: Entry
    parts: tuple[Placed, ...]
    written: str

    @property
    def sheet(self) -> str:
        return self.parts[0].sheet

    @property
    def cells(self) -> str:
        """“F8”, or “F8 + F9” where several were added up."""
        named = list(dict.fromkeys(part.cell for part in self.parts if part.cell))
        told = " + ".join(named)
        return told if len(told) <= 200 else f"{' + '.join(named[:8])} and {len(named) - 8} more"


class Unclear(Exception):
    """These cells give no figure; the message says why."""


def figures_of(
    placed: Iterable[Placed], answers: Answers, texts: Mapping[str, str]
) -> tuple[dict[CellKey, Figure], list[Trouble]]:
    """The figure of every count, and what stands in the way of the others."""
    by_key: dict[CellKey, dict[int, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for each in placed:
        by_key[each.key][each.table].append(each)
    found: dict[CellKey, Figure] = {}
    troubles: list[Trouble] = []
    for key, tables in by_key.items():
        told: list[Figure] = []
        for parts in tables.values():
            try:
                told.append(_of_table(key, parts, answers, texts))
            except Unclear as unclear:
                troubles.append(Trouble(parts[0].sheet, parts[0].cell, str(unclear)))
        if told:
            found[key] = told[0]
            troubles += _differing(told)
    return found, troubles


def _differing(told: list[Figure]) -> list[Trouble]:
    first = told[0]
    return [
        Trouble(
            other.sheet,
            other.parts[0].cell,
            f"{_what(other.parts[0])} is “{other.written}” here and “{first.written}” in "
            f"{_where(first)}. Switch off the table that is not meant, or ask the force.",
        )
        for other in told[1:]
        if other.entry != first.entry
    ]


def _where(figure: Figure) -> str:
    return " ".join(filter(None, [figure.sheet, figure.cells])) or "another table"


def _what(part: Placed) -> str:
    return f"{part.category.name}, {Year(part.key[1])}"


def _of_table(
    key: CellKey, parts: list[Placed], answers: Answers, texts: Mapping[str, str]
) -> Figure:
    if any(part.observation["total"] for part in parts):
        # The year beside its quarters, the row beside its columns: the total is the figure.
        parts = [part for part in parts if part.observation["total"]]
    entries = [_entry(part, answers) for part in parts]
    written = [_written(part, texts) for part in parts]
    if len(parts) == 1:
        return Figure(key, entries[0], tuple(parts), written[0])
    if len({part.labels for part in parts}) < len(parts) and parts[0].cell is not None:
        twice = next(p for i, p in enumerate(parts) if p.labels in [q.labels for q in parts[:i]])
        if len(set(entries)) == 1:
            return Figure(key, entries[0], (parts[0],), written[0])
        raise Unclear(
            f"{_what(twice)} stands in {parts[0].cell} and again in {twice.cell}, under the same "
            "labels with another number. Say which is meant by leaving the other out."
        )
    _ages_are_whole(parts)
    return Figure(key, _added(parts, entries), tuple(parts), " + ".join(written)[:100])


def _written(part: Placed, texts: Mapping[str, str]) -> str:
    if part.cell is None:
        return f"{part.observation['value']} rows"
    return texts.get(place_key(part.sheet, part.cell), "")[:100]


def _entry(part: Placed, answers: Answers) -> Entry:
    """The content of one cell, or what a person typed for it."""
    seen = part.observation
    typed = answers.mended.get(place_key(part.sheet, part.cell)) if part.cell else None
    if typed:
        try:
            entry = read_entry(typed, Year(part.key[1]))
        except NotACount as mistake:
            raise Unclear(str(mistake)) from mistake
        if entry is not None:
            return entry
    marker = seen["marker"]
    if marker is None:
        return Entry("value", seen["value"], period=_period(part))
    if marker == "suppressed":
        return _suppressed(seen["low"], seen["high"])
    if marker in NO_NUMBER:
        return Entry(marker)
    raise Unclear(
        f"{_what(part)} has no figure: what stands here cannot be read as one. Mend it, or ask "
        "the force."
    )


def _suppressed(low: int | None, high: int | None) -> Entry:
    if high is not None and low == high:
        return Entry("value", high)  # “fewer than 2”, where a nought is shown as 0
    if high is None:
        return Entry("suppressed", low=1)
    return Entry("suppressed", low=low or 1, high=high)


def _period(part: Placed) -> tuple[int, int] | None:
    """The months of a part year; a part whose months nobody knows is no figure."""
    seen = part.observation
    if months := seen.get("part"):
        first, last = months
        return (first, last)
    others = [year_of(text) for text in seen["labels"].get("other", ())]
    if any(year and year.part for year in others):
        raise Unclear(
            f"{_what(part)} is for a part of the year, and its months are not clear. Mend it with "
            "its months, such as “19 Apr-Sep”, or ask the force."
        )
    return None


def _added(parts: list[Placed], entries: list[Entry]) -> Entry:
    """The sum of a count’s parts: a range where one is, nothing where one has no number."""
    states = {entry.state for entry in entries}
    if len(states) == 1 and states <= set(NO_NUMBER):
        return entries[0]
    for part, entry in zip(parts, entries, strict=True):
        if entry.state in NO_NUMBER:
            raise Unclear(
                f"{_what(part)} is made of {len(parts)} cells, and {part.cell} has no number "
                f"({entry.state.replace('_', ' ')}): they cannot be added up."
            )
    periods = {entry.period for entry in entries}
    if len(periods) > 1:
        return _consecutive(parts, entries)
    ranges = [
        Range.exactly(e.value) if e.value is not None else Range(e.low or 0, e.high)
        for e in entries
    ]
    total = Range.sum(ranges)
    provisional = any(entry.provisional for entry in entries)
    estimated = any(entry.estimated for entry in entries)
    if total.is_exact:
        return Entry(
            "value",
            total.low,
            period=entries[0].period,
            provisional=provisional,
            estimated=estimated,
        )
    if total.high is None:
        return Entry("suppressed", low=1)
    return Entry("suppressed", low=total.low, high=total.high)


_YEAR = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)


def _consecutive(parts: list[Placed], entries: list[Entry]) -> Entry:
    """Months or quarters that follow each other: together the year, or so many months of it."""
    months: list[int] = []
    for entry in entries:
        if entry.period is None or entry.value is None:
            raise Unclear(f"{_what(parts[0])} stands here for the year and for parts of it.")
        first, last = (_YEAR.index(month) for month in entry.period)
        months += range(first, last + 1)
    months.sort()
    if months != list(range(months[0], months[-1] + 1)):
        raise Unclear(f"{_what(parts[0])} is given in parts of the year that leave a gap.")
    value = sum(entry.value or 0 for entry in entries)
    whole = len(months) == len(_YEAR)
    return Entry("value", value, period=None if whole else (_YEAR[months[0]], _YEAR[months[-1]]))


def _ages_are_whole(parts: list[Placed]) -> None:
    """Single ages make a band only where every age of it is there."""
    category = parts[0].category
    if category.age_from is None or category.age_to is None or parts[0].cell is None:
        return
    there: set[int] = set()
    for part in parts:
        ages = ages_of(dict(part.labels).get("age", ""))
        if ages:
            there |= set(range(ages[0], ages[1] + 1))
    missing = sorted(set(range(category.age_from, category.age_to + 1)) - there)
    if missing:
        named = ", ".join(map(str, missing))
        raise Unclear(
            f"{_what(parts[0])} is made of single ages, and there is no cell for {named}: an age "
            "that is not there is not nought. Mend it, or ask the force."
        )
