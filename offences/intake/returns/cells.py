"""What was found for each cell of a file: its count, why it has none, or what is to be asked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from offences.counts import CellKey
from offences.intake.returns.answers import TableAnswer
from offences.intake.returns.labels import LabelMeaning
from offences.models import Category, Offence, folded_label

type Observation = Mapping[str, Any]
type Name = tuple[str, str]
type Identity = frozenset[Name]

ADDED = "+"


@dataclass
class LabelQuestion:
    """A label that nobody knows, and where it stands."""

    key: str
    role: str
    text: str
    table: int
    sheet: str
    cell: str | None
    cells: int = 0
    measure: int = 0


@dataclass(frozen=True)
class CellPlace:
    table: int
    sheet: str
    cell: str | None


@dataclass(frozen=True)
class CellLabel:
    """One label of a cell and what it was taken for; one without a category is of an axis over
    which somebody said to add up."""

    role: str
    text: str
    meant: LabelMeaning

    @property
    def category(self) -> Category | None:
        return self.meant.category

    @property
    def ages(self) -> tuple[int, int] | None:
        return self.meant.ages

    @property
    def offence(self) -> Offence | None:
        return self.meant.offence

    @property
    def name(self) -> Name:
        """The same for two spellings of one thing."""
        if self.category is None:
            return ADDED, f"{self.role} {folded_label(self.text)}"
        if self.meant.how == "name":
            return "name", str(self.category.pk)
        if self.offence is not None:
            return "official", self.offence.code
        return self.role, folded_label(self.text)


@dataclass
class CountCell:
    """A cell of a count. Its labels tell it apart from others of the same count in its table; those
    that say nothing of their own are not among them."""

    key: CellKey
    table: int
    sheet: str
    observation: Observation
    category: Category
    labels: tuple[CellLabel, ...] = ()

    @property
    def cell(self) -> str | None:
        return self.observation["cell"]

    @cached_property
    def identity(self) -> Identity:
        return frozenset(label.name for label in self.labels)

    @property
    def is_whole(self) -> bool:
        """Whether its labels name all of its category, and not an offence or an age of it."""
        return all(label.meant.how == "name" for label in self.labels)

    @property
    def was_chosen(self) -> bool:
        """Whether a person said that its labels are of its category."""
        return all(label.meant.how in ("name", "chosen", "remembered") for label in self.labels)

    @property
    def said(self) -> str:
        return next((label.text[:60] for label in self.labels if label.meant.how != "name"), "")


@dataclass(frozen=True)
class Obstacle:
    """Something in the way of a count. It `stops` where no word of an officer answers it: the count
    has no figure before a cell is mended or the force is asked."""

    sheet: str
    cell: str | None
    message: str
    stops: bool = True
    key: CellKey | None = None


@dataclass
class SortResult:
    placed: list[CountCell] = field(default_factory=list)
    left: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)  # why → places
    questions: dict[str, LabelQuestion] = field(default_factory=dict)
    open_cells: dict[tuple[str, str | None], str] = field(default_factory=dict)  # → its question
    tables_open: list[int] = field(default_factory=list)  # whose measure nobody knows
    troubles: list[Obstacle] = field(default_factory=list)

    def leave(self, why: str, sheet: str, cell: str | None) -> None:
        self.left.setdefault(why, []).append((sheet, cell))

    def leave_once(self, placed: Collection[tuple[str, str | None]]) -> None:
        """Of cells that were sorted in several ways: what no way placed is left out, once."""
        done = set(placed)
        for why, places in list(self.left.items()):
            kept = [place for place in places if place not in done or place[1] is None]
            done |= set(kept)
            kept = [*dict.fromkeys(place for place in kept if place[1])] + [
                place for place in kept if place[1] is None
            ]
            self.left[why] = kept
        self.left = {why: places for why, places in self.left.items() if places}


def labels_of(seen: Observation, told: TableAnswer) -> Iterator[tuple[str, str]]:
    """The labels of a cell, along the axes that a person put right."""
    for role, text in seen["labels"].items():
        if role != "other":
            yield told.roles.get(role, role), str(text)
