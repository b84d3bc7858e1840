"""What an officer said of places in a file: left out, of another year, of another category."""

from collections.abc import Iterator, Mapping

from offences.intake.returns.answers import ReadingAnswers
from offences.intake.returns.cells import OUTSIDE_TABLES, Address, CountCell
from offences.intake.returns.labels import BREAKDOWN_KINDS, LabelResolver
from offences.intake.returns.places import Places, is_cell
from offences.intake.returns.typed import OUT
from offences.models import Category
from offences.returns import ReadFile
from offences.returns.labels.year_kinds import own_kind
from offences.returns.sheet import Observation
from offences.statistics.years import Year


class NamedPlaces:
    """The officer's answers about cells, rows, columns and blocks, for each cell."""

    def __init__(
        self, read: ReadFile, answers: ReadingAnswers, meanings: Mapping[int, LabelResolver]
    ) -> None:
        self.read, self.meanings = read, meanings
        pages = {sheet.name for sheet in read.sheets if sheet.in_page}
        typed = answers.corrections.items()
        self._out = Places({p: text for p, text in typed if text.casefold() == OUT}, pages)
        self._years = Places(answers.years, pages)
        self._categories = Places(answers.categories, pages)

    def is_out(self, at: Address) -> bool:
        return bool(self._out.at(*at)[1])

    def year(self, at: Address) -> Year | None:
        start = self._years.at(*at)[1]
        return Year(int(start)) if start else None

    def year_place(self, at: Address) -> str:
        return self._years.at(*at)[0]

    def category(self, at: Address) -> tuple[str, Category | None]:
        """The place and the category that an officer named for a cell."""
        place, key = self._categories.at(*at)
        found = (known.categories.get(int(key)) for known in self.meanings.values() if key)
        return place, next(filter(None, found), None)

    def new_cells(self) -> Iterator[CountCell]:
        """Numbers in no table, of which both the year and the category are named."""
        known = {(t.sheet, each.cell) for t in self.read.tables for each in t.observations}
        pairs = (place.rpartition("!") for place in self._categories.said)
        named: list[Address] = [(sheet, cell) for sheet, _, cell in pairs if is_cell(cell)]
        for at in dict.fromkeys([*((n.sheet, n.cell) for n in self.read.not_taken), *named]):
            year, (_, category) = self.year(at), self.category(at)
            if at in known or year is None or category is None or self.is_out(at):
                continue
            seen = Observation(at[1], year.label, own_kind(), {})
            key = (category.breakdown.measure_id, year.start, category.pk)
            yield CountCell(key, OUTSIDE_TABLES, at[0], seen, category)


def kinds_of(category: Category | None) -> set[str]:
    """The kinds of labels that a category settles; a crossing settles those that it crosses."""
    if category is None:
        return set()
    breakdown = category.breakdown
    kinds = [breakdown.kind, *(part.kind for part in breakdown.parts.all())]
    return set(kinds) & set(BREAKDOWN_KINDS)
