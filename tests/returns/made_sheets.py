"""Sheets made from a grammar of layouts, each with what every cell of it counts."""

import random
from dataclasses import dataclass, field

from offences.returns.sheet import Position, Sheet, column_letters

type Labels = dict[str, str]  # role → text; the year under “year”

AXES: dict[str, list[list[str]]] = {
    "year": [
        ["2016/17", "2017/18", "2018/19"],
        ["2016-17", "2017-18", "2018-19"],
        ["FYE Mar 2017", "FYE Mar 2018", "FYE Mar 2019"],
        ["Apr 2016 - Mar 2017", "Apr 2017 - Mar 2018", "Apr 2018 - Mar 2019"],
    ],
    "age": [
        ["Under 14", "14 to 15", "16 to 17"],
        ["10 to 11", "12 to 13", "14 to 15"],
        ["0-9", "10-13", "14-17", "Not known"],
        ["14", "15", "16", "17"],
        ["Under 13", "13 to 15", "16 and over", "Unknown"],
    ],
    "sex": [["Girls", "Boys"], ["Female", "Male", "Not known"], ["Male victims", "Female victims"]],
    "offence": [
        ["Stalking", "Harassment", "Sexual grooming"],
        ["Rape of a child under 13", "Sexual assault of a child under 13", "Incest"],
        ["Harassment recorded online", "Sexual exposure", "Other sexual offences"],
    ],
    "platform": [["Facebook", "Instagram", "Snapchat"], ["Kik", "Snapchat", "Not known"]],
}
NAMES = {
    "year": ["Financial year", "Year"],
    "age": ["Age", "Age of victim", "Age group"],
    "sex": ["Sex", "Gender", "Sex of victim"],
    "offence": ["Offence", "Offence type", "Crime type"],
    "platform": ["Platform", "Social media platform"],
}
STARTS = ["2016/17", "2017/18", "2018/19"]
OTHER_THINGS = ["Target", "Average age", "Days to charge", "Population", "Harm score", "Forecast"]
UNKNOWN_THINGS = ["Grading", "Finalised", "Reviewed"]  # counts, for all that anybody knows
NOTES = [
    "Data extracted on 3 May 2020 and subject to change.",
    "Please note that figures may be revised as crimes are reclassified or recorded late.",
    "Source: crime recording system",
    "OFFICIAL",
]


@dataclass
class MadeSheet:
    """A sheet, what each of its counts is of, and the numbers that nobody can place."""

    name: str = "Data"
    cells: dict[Position, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    counts: dict[str, tuple[Labels, int]] = field(default_factory=dict)
    sums: dict[str, Labels] = field(default_factory=dict)  # cells of totals
    unplaced: set[str] = field(default_factory=set)
    no_counts: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)  # cells whose heading nobody knows

    @property
    def sheet(self) -> Sheet:
        return Sheet(self.name, self.cells, tuple(self.merged))

    def put(self, row: int, column: int, text: object) -> str:
        self.cells[row, column] = str(text)
        return f"{column_letters(column)}{row}"


@dataclass
class Axis:
    """One way of splitting the counts: its role, its name, its members."""

    role: str
    name: str
    members: list[str]

    def labels(self, number: int) -> Labels:
        text = STARTS[number] if self.role == "year" else self.members[number]
        return {self.role: text}


class SheetMaker:
    """Makes one sheet: the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.beside = random.Random(f"columns of other things {seed}")
        self.made = MadeSheet()
        self.row = 1

    def make(self) -> MadeSheet:
        pick = self.random
        roles = pick.sample(["age", "sex", "offence", "platform"], pick.randint(1, 3))
        place = pick.choice(["axis", "axis", "axis", "line", "name", "corner", "tables"])
        if place == "axis":
            roles.insert(pick.randint(0, min(2, len(roles))), "year")
        axes = [self.axis(role) for role in roles][:3]
        fixed: Labels = {} if any(a.role == "year" for a in axes) else {"year": "2018/19"}
        if fixed and place == "axis":
            place = "line"
        if place == "name" and fixed:
            self.made.name = pick.choice(["2018-19", "2018_19"])
        if pick.random() < 0.4:
            self.line(pick.choice(NOTES))
        if place == "line" and fixed:
            self.line(pick.choice(["2018/19", "Financial year 2018-19", "Year ending March 2019"]))
            self.row += pick.randint(0, 1)
        corner = "2018/19" if fixed and place == "corner" else ""
        self.tables(axes, fixed, corner, by_year=place == "tables")
        self.row += pick.randint(0, 1)
        if pick.random() < 0.3:
            self.line(pick.choice(NOTES))
        if pick.random() < 0.15:
            self.row += 2
            self.made.unplaced.add(self.made.put(self.row, 9 + pick.randint(0, 9), 47))
        return self.made

    def axis(self, role: str) -> Axis:
        members = self.random.choice(AXES[role])
        return Axis(role, self.random.choice(NAMES[role]), members)

    def line(self, text: str) -> None:
        self.made.put(self.row, 1, text)
        self.row += 1

    def tables(self, axes: list[Axis], fixed: Labels, corner: str, *, by_year: bool) -> None:
        """One table, or one for each year, or one for each member of the last axis."""
        pick = self.random
        if by_year:
            for number, start in enumerate(STARTS):
                self.line(self.random.choice([start, f"Financial year {start}"]) if 1 else "")
                self.table(axes[:3], {"year": STARTS[number]}, "")
                self.row += 1
        elif len(axes) > 2 or (len(axes) > 1 and pick.random() < 0.2 and axes[-1].role != "year"):
            *axes, last = axes
            if last.role == "year" or pick.random() < 0.5:
                for number, member in enumerate(last.members):
                    self.line(member)
                    self.table(axes, fixed | last.labels(number), corner)
                    self.row += 1
            else:
                self.table(axes, fixed, corner, sections=last)
        else:
            self.table(axes, fixed, corner)

    def table(
        self, axes: list[Axis], fixed: Labels, corner: str, sections: Axis | None = None
    ) -> None:
        pick = self.random
        if len(axes) == 1:
            counted = Axis("", "", ["Number of offences"])
            beside, across = axes[0], [counted]
        else:
            beside, across = axes[0], axes[1:]
        self.row += self.header(beside, across, corner)
        columns = self.columns(across)
        first = 2
        share = pick.random() < 0.1
        wide = pick.random() < 0.2 and len(columns) > 1 and "year" not in {a.role for a in across}
        if wide:
            heading = pick.choice(["Total", "All", ""])
            if heading:
                self.made.put(self.row - 1, first + len(columns), heading)
        if share:
            self.made.put(self.row - 1, first + len(columns) + wide, "% change")
        beyond = None
        if self.beside.random() < 0.15:
            named = self.beside.choice([*OTHER_THINGS, *UNKNOWN_THINGS])
            beyond = (first + len(columns) + wide + share, named)
            self.made.put(self.row - 1, *beyond)
        groups = [fixed] if sections is None else [
            fixed | sections.labels(n) for n in range(len(sections.members))
        ]  # fmt: skip
        for number, group in enumerate(groups):
            if sections is not None:
                self.line(sections.members[number])
            self.body(beside, columns, group, wide=wide, share=share, beyond=beyond)

    def columns(self, across: list[Axis]) -> list[Labels]:
        found: list[Labels] = [{}]
        for axis in across:
            every = range(len(axis.members))
            found = [one | (axis.labels(n) if axis.role else {}) for one in found for n in every]
        return found

    def header(self, beside: Axis, across: list[Axis], corner: str) -> int:
        """Write the headings; the number of their rows."""
        pick, at = self.random, self.row
        named = pick.random() < 0.3 or across[-1].members[0].isdigit()
        if named and across[-1].role and len(across) == 1:
            width = len(across[0].members)
            self.made.put(at, 2, across[0].name)
            if pick.random() < 0.5 and width > 1:
                self.made.merged.append((at, 2, at, 1 + width))
            at += 1
        merge = pick.random() < 0.5
        repeat = not merge and pick.random() < 0.3
        size = 1
        for axis in across:
            size *= len(axis.members)
        times = 1
        for axis in across:
            span = size // times // len(axis.members)
            for number in range(times * len(axis.members)):
                text, start = axis.members[number % len(axis.members)], 2 + number * span
                self.made.put(at, start, text)
                if span > 1 and merge:
                    self.made.merged.append((at, start, at, start + span - 1))
                for column in range(start + 1, start + span) if repeat else ():
                    self.made.put(at, column, text)
            times *= len(axis.members)
            at += 1
        corner_row = at - 1 if pick.random() < 0.7 else self.row
        text = f"{beside.name} {corner}".strip() if corner else beside.name
        if corner or pick.random() < 0.8 or beside.members[0].isdigit():
            self.made.put(corner_row, 1, text)
        return at - self.row

    def body(
        self,
        beside: Axis,
        columns: list[Labels],
        group: Labels,
        *,
        wide: bool,
        share: bool,
        beyond: tuple[int, str] | None,
    ) -> None:
        pick = self.random
        sums = [0] * (len(columns) + wide)
        lost = pick.choice(["row", "number"]) if pick.random() < 0.1 else ""
        after = pick.randrange(len(beside.members))
        for number, member in enumerate(beside.members):
            self.made.put(self.row, 1, member)
            values = [pick.randint(1, 99) for _ in columns]
            labels = [group | beside.labels(number) | each for each in columns]
            for at, (value, own) in enumerate(zip(values, labels, strict=True)):
                cell = self.made.put(self.row, 2 + at, value)
                self.made.counts[cell] = (own, value)
                sums[at] += value
            if wide:
                cell = self.made.put(self.row, 2 + len(columns), sum(values))
                self.made.sums[cell] = group | beside.labels(number)
                sums[-1] += sum(values)
            if share:
                cell = self.made.put(self.row, 2 + len(columns) + wide, f"{pick.random():.2f}")
                self.made.no_counts.add(cell)
            if beyond:
                cell = self.made.put(self.row, beyond[0], self.beside.randint(1, 30))
                known = beyond[1] in OTHER_THINGS
                (self.made.no_counts if known else self.made.unknown).add(cell)
            self.row += 1
            if lost and number == after:
                self.unlabelled(lost, len(columns))
        if not lost and pick.random() < 0.3:
            if text := pick.choice(["Total", "Grand total", ""]):
                self.made.put(self.row, 1, text)
            for at, value in enumerate(sums):
                cell = self.made.put(self.row, 2 + at, value)
                self.made.sums[cell] = group | (columns[at] if at < len(columns) else {})
            self.row += 1

    def unlabelled(self, what: str, width: int) -> None:
        """A row that nothing names, or one number of it, which is no sum of the others."""
        columns = range(width) if what == "row" else [self.random.randrange(width)]
        for at in columns:
            self.made.unplaced.add(self.made.put(self.row, 2 + at, 9000 + at))
        self.row += 1


def made_sheet(seed: int) -> MadeSheet:
    return SheetMaker(seed).make()
