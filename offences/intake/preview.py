"""Previews of what a file would do, and the fingerprint by which a person confirms one.

If the records, or another person's answers, have changed since, the fingerprint has too.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

NEW, CHANGED, UNCHANGED, REFUSED, BLANK = "new", "changed", "unchanged", "refused", "blank"
STATUSES = (REFUSED, CHANGED, NEW, BLANK, UNCHANGED)  # what needs a person comes first


class PreviewRow(Protocol):
    """One row of a preview."""

    @property
    def status(self) -> str: ...

    @property
    def fingerprinted(self) -> tuple[object, ...]:
        """The content of this row that a person sees and confirms."""


@dataclass
class Preview[R: PreviewRow]:
    """Every row of a file with what confirming would do, and notes on what was not read."""

    rows: Sequence[R]
    notes: list[str] = field(default_factory=list)

    def of(self, status: str) -> list[R]:
        return [row for row in self.rows if row.status == status]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of rows of each status."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in STATUSES}

    @property
    def writes(self) -> int:
        return sum(row.status in (NEW, CHANGED) for row in self.rows)

    @property
    def may_confirm(self) -> bool:
        return bool(self.writes) and not any(row.status == REFUSED for row in self.rows)

    @property
    def fingerprint(self) -> str:
        return fingerprint(row.fingerprinted for row in self.rows)

    def allows(self, shown: str) -> bool:
        """Whether the preview with this fingerprint may be stored: nothing has changed since."""
        return self.may_confirm and self.fingerprint == shown


def fingerprint(values: Iterable[object]) -> str:
    digest = hashlib.sha256()
    for value in values:
        digest.update(repr(value).encode())
    return digest.hexdigest()
