"""Made series of releases: forces that answer late or restate, ages that are split or merged.

The panels know nothing of what decides. Rates are those of a real round: of every hundred forces 5
to 15 restate, one to three are late, ages are split or merged once.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from offences.disclosure import TableCount
from offences.releases.parts import FigureKey
from offences.releases.release_table import CategoryFacts, ReleaseTable
from offences.statistics.cells import Range

THRESHOLD = 5
NATIONAL_UNDER = 11
YEAR = 2018
KINDS = ("late", "restated", "zero to some", "split", "merged", "withdrawn", "mixed")
MIXED = ("late", "restated", "zero to some", "split")
AGES = tuple(map(str, range(9, 16)))
BANDS = ("9-10", "11-12", "13", "14", "15")
SHARES = (0.6, 1.2, 3, 6, 9, 9, 7)

type Counts = dict[str, dict[str, int]]
"""Force → age → count."""


@dataclass(frozen=True)
class MadeRelease:
    """A release as it is before anything is hidden, and which edition each answer is."""

    table: ReleaseTable
    editions: Mapping[str, int]


@dataclass
class Series:
    """One series of a kind: the same each time."""

    kind: str
    releases: int
    seed: int
    counts: Counts = field(default_factory=dict)
    editions: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.kind}, {self.releases} releases"

    def __iter__(self) -> Iterator[MadeRelease]:
        chance = random.Random(f"{self.kind} {self.releases} {self.seed}")
        self.counts = answers(chance)
        self.editions = dict.fromkeys(self.counts, 0)
        forces = [*self.counts]
        late = chance.sample(forces, chance.randint(1, 3)) if self.has("late") else []
        turn, rate = chance.randint(2, self.releases), chance.uniform(0.05, 0.15)
        wrong, undone = chance.randint(1, self.releases - 1), ("", "", 0)
        for number in range(1, self.releases + 1):
            if number > 1:
                self.restate(chance, rate)
                late = [force for force in late if chance.random() < 0.4]
            if self.has("withdrawn") and number in (wrong, wrong + 1):
                # It was public for a while, and the release after it corrects it.
                undone = self.mistake(chance) if number == wrong else self.change(*undone)
            is_banded = number < turn if self.has("split") else number >= turn
            is_banded &= self.has("split") or self.has("merged")
            given = {force: dict(self.counts[force]) for force in forces if force not in late}
            ages = BANDS if is_banded else AGES
            yield MadeRelease(table_of(number, given, ages), dict(self.editions))

    def has(self, event: str) -> bool:
        return self.kind == event or (self.kind == "mixed" and event in MIXED)

    def restate(self, chance: random.Random, rate: float) -> None:
        """What changes before a further release."""
        for force in self.counts if self.has("restated") else ():
            if chance.random() < rate:
                for _ in range(chance.randint(1, 3)):
                    self.change(force, chance.choice(AGES), chance.choice([-3, -2, -1, 1, 2, 3, 6]))
        zeros = [(f, age) for f, own in self.counts.items() for age in AGES if not own[age]]
        if self.has("zero to some"):
            for force, age in chance.sample(zeros, min(len(zeros), chance.randint(1, 2))):
                self.change(force, age, chance.randint(1, 3))

    def mistake(self, chance: random.Random) -> tuple[str, str, int]:
        """Make an answer wrong; return what undoes it."""
        force, age = chance.choice([*self.counts]), chance.choice(AGES)
        return self.change(force, age, chance.randint(4, 20))

    def change(self, force: str, age: str, by: int) -> tuple[str, str, int]:
        """Restate a count; return what undoes it."""
        by = max(by, -self.counts[force][age])
        self.counts[force][age] += by
        self.editions[force] += by != 0
        return force, age, -by


def answers(chance: random.Random) -> Counts:
    """What six to sixteen forces of very different sizes answer."""
    sizes = [chance.lognormvariate(0, 0.8) for _ in range(chance.randint(6, 16))]
    return {
        f"force-{n:02}": {
            age: int(chance.gammavariate(2, 0.5) * size * share)
            for age, share in zip(AGES, SHARES, strict=True)
        }
        for n, size in enumerate(sizes)
    }


def ages_of(category: str) -> tuple[int, int]:
    start, _, end = category.partition("-")
    return int(start), int(end or start)


def table_of(number: int, counts: Counts, ages: Iterable[str]) -> ReleaseTable:
    """A release of these answers by these ages, with every total."""
    forces, numbers = tuple(sorted(counts)), dict[FigureKey, int]()
    for force in forces:
        for age in ages:
            start, end = ages_of(age)
            inside = (counts[force][str(each)] for each in range(start, end + 1))
            numbers[FigureKey("force", force, YEAR, "age", age)] = sum(inside)
    places = tuple(numbers)
    numbers |= {FigureKey("force", f, YEAR): sum(counts[f].values()) for f in forces}
    of = {FigureKey("total", "England", YEAR, "age", age): age for age in ages}
    for whole, age in of.items():
        numbers[whole] = sum(numbers[FigureKey("force", f, YEAR, "age", age)] for f in forces)
    ranges = {key: Range.exactly(n) for key, n in numbers.items()}
    facts = {("age", age): CategoryFacts(complete=True, ages=ages_of(age)) for age in ages}
    columns = tuple((whole, forces) for whole in of)
    return ReleaseTable(number, ranges, places, facts, columns, truth=ranges)


def items_of(table: ReleaseTable) -> Mapping[FigureKey, TableCount]:
    """What may become of each figure: small ones and young ages are hidden, totals are shown."""

    def item(key: FigureKey, n: int) -> TableCount:
        if key.kind == "total" or not key.breakdown:
            return TableCount(n, n, must_show=True)
        is_young = ages_of(key.category)[0] < NATIONAL_UNDER
        return TableCount(n, n, must_hide=n < THRESHOLD or is_young)

    return {key: item(key, range_.low) for key, range_ in table.ranges.items()}
