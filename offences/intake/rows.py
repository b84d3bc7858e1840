"""The rows of a file, each with what confirming would do with it."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property

from offences.counts import CellChange, CellKey
from offences.intake.layouts import Given, Line
from offences.models import Document

NEW, CHANGED, UNCHANGED, REFUSED, BLANK = "new", "changed", "unchanged", "refused", "blank"
KINDS = (REFUSED, CHANGED, NEW, BLANK, UNCHANGED)  # in the order of what a person has to look at
SHOWN = 500  # rows of one kind


@dataclass
class Row:
    """One count of the file, and what confirming would do with it."""

    line: Line
    status: str = ""
    reason: str = ""
    what: str = ""
    before: str = ""
    after: str = ""
    submission: int = 0
    key: CellKey | None = None
    change: CellChange | None = None

    @property
    def where(self) -> str:
        """“Counts, row 7, C7”: the sheet, where there is one, the row and the cell."""
        sheet = f"{self.line.sheet}, " if self.line.sheet else ""
        return f"{sheet}row {self.line.row}, {self.line.cell}"

    def as_document(self) -> dict[str, str]:
        return {
            name: getattr(self, name) for name in ("where", "what", "before", "after", "reason")
        }

    def refuse(self, reason: str) -> None:
        self.status, self.reason = REFUSED, reason


@dataclass
class Preview:
    """Every row of a file with what it would do."""

    rows: list[Row]
    notes: list[str]
    wide: bool
    given: Given
    submissions: dict[int, str] = field(default_factory=dict)
    unchecked: list[str] = field(default_factory=list)
    rounds: list[str] = field(default_factory=list)

    def of(self, status: str) -> list[Row]:
        return [row for row in self.rows if row.status == status]

    @cached_property
    def numbers(self) -> dict[str, int]:
        found = Counter(row.status for row in self.rows)
        return {name: found[name] for name in (NEW, CHANGED, UNCHANGED, REFUSED, BLANK)}

    @property
    def writes(self) -> int:
        return self.numbers[NEW] + self.numbers[CHANGED]

    @property
    def may_confirm(self) -> bool:
        return bool(self.writes) and not self.numbers[REFUSED]

    @property
    def fingerprint(self) -> str:
        """The mark of what was shown: the cells, and each before and after."""
        digest = hashlib.sha256()
        for row in self.rows:
            told = (row.status, row.submission, row.key, row.before, row.after, row.change)
            digest.update(repr(told).encode())
        return digest.hexdigest()

    def as_document(self) -> dict[str, object]:
        """All that a page says of it, in plain values: of each kind of row the first ones."""
        return {
            "wide": self.wide,
            "notes": self.notes[:SHOWN],
            "rows": len(self.rows),
            "rounds": self.rounds,
            "numbers": self.numbers,
            "writes": self.writes,
            "may_confirm": self.may_confirm,
            "unchecked": self.unchecked,
            "fingerprint": self.fingerprint,
            "kinds": {kind: [row.as_document() for row in self.of(kind)[:SHOWN]] for kind in KINDS},
        }

    def changes(self, document: Document | None) -> dict[int, dict[CellKey, CellChange]]:
        found: dict[int, dict[CellKey, CellChange]] = defaultdict(dict)
        for row in self.rows:
            if row.status in (NEW, CHANGED) and row.key and row.change:
                found[row.submission][row.key] = replace(row.change, document=document)
        return found
