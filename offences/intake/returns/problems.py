"""What a file’s figures do from one year to the next, told of the figures that matter here."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from offences.counts import CellKey
from offences.models import FoiQuery
from offences.returns.checks.conflicts import Corrections, recheck
from offences.returns.result import table_from

_CHANGES = re.compile(
    r"\b(?:is three times the|is a third of the|comes after the) .+\.$"
    r"|^\d+ more figures? changes? as much\b"
)
_MORE = re.compile(r"^\d+ more figures?\b")


def is_change(message: str) -> bool:
    """Whether a problem is of the kind “62 in 2016/17 is three times the 2 of 2015/16 or more”: an
    officer may answer all of these at once."""
    return _CHANGES.search(message) is not None


def told_of_ours(
    told: Iterable[Mapping[str, Any]],
    tables: Iterable[Mapping[str, Any]],
    left: Collection[tuple[str, str | None]],
    mended: Corrections,
) -> list[Mapping[str, Any]]:
    """The problems, with the changes that are of cells that were not left out.

    Of a table the first ten changes are told and the others only counted: of forty forces in one
    table, those ten may be of others, and ours among those that are not named.
    """
    told = list(told)
    if not left or not any(_MORE.search(each["message"]) for each in told):
        return told
    ours = [
        {
            **table,
            "observations": [
                each for each in table["observations"] if (table["sheet"], each["cell"]) not in left
            ],
        }
        for table in tables
    ]
    changes = [
        vars(each) for each in recheck(map(table_from, ours), mended) if is_change(each.message)
    ]
    return [*(each for each in told if not is_change(each["message"])), *changes]


@dataclass(frozen=True)
class ReadingProblem:
    """Something that a person should look at, and what was said of it."""

    key: str
    sheet: str
    cell: str | None
    message: str
    stops: bool  # it is answered by mending the cell or asking the force, not by a word alone
    said: str = ""
    query: FoiQuery | None = None
    count: CellKey | None = None  # the count that it is about

    @property
    def is_answered(self) -> bool:
        return bool(self.query) or (bool(self.said) and not self.stops)

    @property
    def place(self) -> str:
        return " ".join(filter(None, [self.sheet, self.cell])) or "The file"

    @property
    def is_change(self) -> bool:
        """Of the figures of one file from year to year; those may have one answer together."""
        return not self.stops and is_change(self.message)
