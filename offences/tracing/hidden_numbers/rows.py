"""Numbers in tables and lists: which cell each stands in, and what its row and column name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import MONTH, OFFENCE, compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Categories, Forces, Hiding, Names
from offences.tracing.hidden_numbers.quantified import QuantifiedText
from offences.tracing.hidden_numbers.text_tables import Span, TextTable, tables_in


@dataclass(frozen=True)
class Labels:
    """What one cell names, or a value with its row and its column."""

    categories: Categories = frozenset()
    years: frozenset[Year] = frozenset()
    bodies: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.categories or self.years or self.bodies)

    def with_more(self, other: "Labels") -> "Labels":
        """These and what another cell names of another kind."""
        kinds = {each.kind for each in self.categories}
        more = {each for each in other.categories if each.kind not in kinds}
        return Labels(
            self.categories | more, self.years or other.years, self.bodies or other.bodies
        )


class Cells:
    """The cells of all tables of a text."""

    def __init__(self, reading: QuantifiedText, forces: Forces) -> None:
        self._reading, self._text = reading, reading.passage.text
        of_all = (c for _, w, _ in forces for of in (*w.hidden, *w.shown) for c in of)
        self._ages = {(c.low, c.high) for c in of_all if c.kind == "age"}
        self.values: dict[Span, Labels] = {}
        self._labels: set[Span] = set()
        for table in tables_in(self._text):
            self._read(table)

    def covers(self, at: int) -> bool:
        """Whether a place is in a label, or in a number of what its row and column name."""
        return any(
            at in range(start, end) and not _OWN_NUMBER.search(self._text, start, at)
            for start, end in (*self.values, *self._labels)
        )

    def disclosed(self, forces: Forces) -> Iterator[tuple[int, int, str]]:
        """Each cell that gives a number of what is hidden."""
        for span, of in self.values.items():
            for is_named, hiding, is_own in forces:
                is_of_it = any(map(is_named, of.bodies)) or (
                    not of.bodies and _names_block(self._reading, span[0], is_named, is_own)
                )
                if is_of_it and (named := self._hidden(span, of, hiding)):
                    yield *span, named

    def _hidden(self, span: Span, of: Labels, hiding: Hiding) -> str:
        """What is hidden of a cell's labels, where it gives more than the published range."""
        said = _ends(self._text[slice(*span)])
        is_plain = len(numbers_in(self._text[slice(*span)])) < 3  # "1 to 4 (in fact 1)"
        if hiding.touches(of.categories):
            known = [hiding.ranges.get(frozenset({c})) for c in of.categories]
            name = ", ".join(sorted(map(str, of.categories)))
            return "" if is_plain and any(k and _is_wide(said, k) for k in known) else name
        if years := of.years & hiding.years:
            ranges = [hiding.year_ranges.get(year, (1, 9)) for year in years]
            return "" if any(_is_wide(said, each) for each in ranges) else "the total"
        return ""

    def _read(self, table: TextTable) -> None:
        bare = self._bare_ages(table)
        labels = {cell: self._named(cell, bare) for row in table.rows for cell in row}
        for place, row in enumerate(table.rows):
            own = Labels()
            for n, cell in enumerate(row):
                is_value = cell not in bare and _VALUE.match(self._text[slice(*cell)])
                if is_value and _LABEL_AND_NUMBER.match(self._text[slice(*cell)]):
                    continue  # "8: 2" is a row in a cell
                if self._has_own_number(cell):
                    continue  # read as words are: "Kik 2 | Roblox 3"
                if labels[cell] and not (is_value and not self._covers(cell)):
                    self._labels.add(cell)
                    own = labels[cell].with_more(own)
                    continue
                over = table.header(place, n)
                if self._counts_no_offence(row[0], over, labels):
                    self._labels.add(cell)  # "Monday | 9 to 5", "Minimum age"
                    continue
                heads = [labels[c] for c in over if c in self._labels]
                of = own.with_more(heads[-1]) if heads else own
                if is_value and (of.categories or of.years):
                    self.values[cell] = of

    def _counts_no_offence(
        self, first: Span, heads: Sequence[Span], labels: dict[Span, Labels]
    ) -> bool:
        """A cell of hours, prices and the like; of no offences, and in no row of a part of them."""
        beside = (*heads, *(() if labels[first].categories else (first,)))
        return any(_OTHER.search(self._text, *each) for each in beside) and not any(
            _OFFENCES.search(self._text, *each) for each in (first, *heads)
        )

    def _named(self, cell: Span, bare: dict[Span, NamedCategory]) -> Labels:
        if cell in bare:
            return Labels(frozenset({bare[cell]}))
        scene = self._reading.binder.scene
        inside = within(scene.categories, cell)
        is_rest = not inside and quantities.NOT_KNOWN_CELL.fullmatch(self._text, *cell)
        return Labels(
            NOT_KNOWN if is_rest else _one_of_each_kind(m.slot for m in inside),
            frozenset(y for m in within(scene.years, cell) for y in m.slot.years),
            frozenset(m.slot.name for m in within(scene.bodies, cell)),
        )

    def _covers(self, cell: Span) -> bool:
        """Whether what a cell names is all that it says: "12 to 13", "2018/19"."""
        scene = self._reading.binder.scene
        named = [*within(scene.categories, cell), *within(scene.years, cell)]
        return any(m.end - m.start >= cell[1] - cell[0] - 1 for m in named)

    def _has_own_number(self, cell: Span) -> bool:
        """Whether a number stands in a cell behind what the cell names: "Kik 2", "Kik (2)"."""
        scene = self._reading.binder.scene
        named = [*within(scene.categories, cell), *within(scene.years, cell)]
        end = max((m.end for m in named), default=cell[1])
        return _NUMBER_BEHIND.fullmatch(self._text, end, cell[1]) is not None

    def _bare_ages(self, table: TextTable) -> dict[Span, NamedCategory]:
        """The ages of a column or a row of a table that names them by their numbers alone."""
        is_named = _AGE.search(self._text, table.caption[0], table.span[1]) is not None
        first, *others = table.rows
        below = others if others and not self._age(first[0]) else table.rows
        heading = self._text[slice(*first[0])]  # "Age", and not "Aged 9 in Kent", a row's label
        is_across = len(first) > 2 or bool(_AGE.search(heading) and not numbers_in(heading))
        of_ages = [row for row in below if not _NO_AGE.fullmatch(self._text, *row[0])]
        columns = [[row[n] for row in of_ages] for n in (0, 1)]
        for line in (columns[0], first if others and is_across else [], columns[1]):
            ages = {cell: age for cell in line if (age := self._age(cell))}
            lows = [age[0] for age in ages.values()]
            rising = sorted(set(lows))
            is_in_order = len(rising) == len(lows) if is_named else lows in (rising, rising[::-1])
            if not ages or not is_in_order:
                continue
            if len(ages) < len(line) - (line is first) or (line is columns[1] and len(line) < 2):
                continue
            if is_named or (len(ages) > 1 and all(age in self._ages for age in ages.values())):
                return {cell: age_category(*age) for cell, age in ages.items()}
        return {}

    def _age(self, cell: Span) -> tuple[int, int] | None:
        match = _BARE_AGE.fullmatch(self._text[slice(*cell)])
        if not match:
            return None
        low, high = (
            int(numbers_in(match[n])[0].value) for n in ("low", "high" if match["high"] else "low")
        )
        return (low, high) if low <= high < 18 else None


def _one_of_each_kind(named: Iterable[NamedCategory]) -> Categories:
    """The first of each kind: "Girls on Facebook" is of both."""
    first: dict[str, NamedCategory] = {}
    for each in named:
        first.setdefault(each.kind, each)
    return frozenset(first.values())


def _ends(cell: str) -> tuple[int, int]:
    """The least and the most that a cell gives."""
    numbers = [int(n.value) for n in numbers_in(cell)] or [0]
    if "<" in cell or "≤" in cell:
        return 0, numbers[0] - ("<" in cell)
    return (numbers[0], numbers[1]) if len(numbers) > 1 and _TO.search(cell) else (numbers[0],) * 2


def _is_wide(said: tuple[int, int], known: tuple[int, int]) -> bool:
    return said[0] <= known[0] and known[1] <= said[1]


def rows(reading: QuantifiedText, forces: Forces, cells: Cells) -> Iterator[tuple[int, int, str]]:
    """Ages in a list with a number behind each: "8 (1), 9 (2)", "10: 4"."""
    text = reading.passage.text
    named = [(m.start, m.end) for m in reading.binder.scene.categories]
    for match in quantities.ROW.finditer(text):
        span, age = match.span("n"), int(match["age"])
        if cells.covers(span[0]) or any(span[0] in range(*each) for each in named):
            continue  # the end of a band's own label
        said = frozenset({age_category(age)})
        is_table = quantities.OF_AGES.search(text, span[0] - 400, span[1])
        for is_named, hiding, is_own in forces:
            is_of_force = _names_line(reading, span[0], is_named, is_own)
            if is_table and is_of_force and hiding.touches(said):
                yield *span, str(next(iter(said)))


def _names_line(reading: QuantifiedText, at: int, is_named: Names, is_own: bool) -> bool:
    """The sentence of a list names the force before it; or no body, in a block of it."""
    start, _ = reading.passage.sentence_bounds(at)
    inside = within(reading.binder.scene.bodies, (start, at))
    if inside:
        return any(is_named(m.slot.name) for m in inside)
    return _names_block(reading, at, is_named, is_own)


def _names_block(reading: QuantifiedText, at: int, is_named: Names, is_own: bool) -> bool:
    """The table around a place names the force; or no body, in a text about the force."""
    text = reading.passage.text
    start = text.rfind("\n\n", 0, at) + 1
    end = f"{text}\n\n".find("\n\n", at)
    inside = within(reading.binder.scene.bodies, (start, end))
    return any(is_named(m.slot.name) for m in inside) or (is_own and not inside)


def is_label_of_a_row(figure: Candidate, text: str) -> bool:
    """The age before the number of a row, under "by age": "12: 47"."""
    return any(
        figure.start in range(row.start(), row.start("n"))
        and quantities.OF_AGES.search(text, row.start() - 400, row.start("age"))
        for row in _rows_of_ages(text)
    )


@lru_cache(maxsize=1)
def _rows_of_ages(text: str) -> tuple[re.Match[str], ...]:
    """Found once for all numbers of a text."""
    return tuple(quantities.ROW.finditer(text))


_OWN_NUMBER = re.compile(r"[:=]\s*\Z")
"""Before the first number of a line that has its name before it: "Kent: 3, 14, 20"."""
_NO = r"(?:nil|none|zero|nought|naught|no)\b"
_VALUE = compiled(
    r"[\[(\"“‘<≤ ]*(?:(?:just|only|about|exactly|around)\s+)?"
    rf"(?:{NUMBER}(?!\s?\+|\s+{MONTH}\b)|{_NO})"
)
_LABEL_AND_NUMBER = compiled(rf"{NUMBER}(?:\s*[-–]\s*{NUMBER})?\s*[:=]\s*[<≤]?\s*{NUMBER}")
_NUMBER_BEHIND = compiled(rf"\W*{NUMBER}\W*")
_NO_AGE = compiled(
    r"(?:age\s+)?(?:un(?:known|recorded)|not\s+(?:known|recorded|stated|given))|(?:all(?:\s+ages)?|total)"
)
"""The label of a row that has no age, in a table of ages."""
_OTHER = compiled(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|hours?|rooms?|places?|pages?|minimum|limit|rating|founded"
    r"|launched|opened|phone|telephone|price|cost|staff|schools|seats)\b"
)
_OFFENCES = compiled(rf"\b{OFFENCE}\b|\brecorded\b|\blogged\b")
_BARE_AGE = compiled(
    rf"(?:ages?\s+|aged\s+)?(?P<low>{NUMBER})(?:\s?(?:to|or|and|[-–])\s?(?P<high>{NUMBER}))?(?:\s+years?(?:\s+old)?|\s+yrs?)?"
)
_AGE = compiled(r"\bage[ds]?\b|\byears?[-\s]olds?\b|\bbands?\b")
_TO = re.compile(r"\d\s?(?:to|[-–]|and)\s?\d|\bto\b|\band\b")
