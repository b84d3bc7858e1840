"""One cell as an output says it, beside the released row that it is a copy of.

A reading is what an output lets its reader know of a cell, aspect by aspect; an output tells more
or fewer of them. The rows are read here by their columns alone, not by the code under test.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from offences.models import ReleasedFigure

type Key = tuple[str, ...]
"""What a cell is of: a force and a year, with the breakdown and category where it is a part."""

type Reading = dict[str, object]
"""What an output says of one cell: `missing`, `number`, `low`, `high`, `reason`, `months`…"""

WHY = {
    "not held by the force": "not_held",
    "refused": "refused",
    "no answer yet": "late",
    "not asked": "not_asked",
    "no answer": "no_response",
    "the force did not answer": "no_response",
    "not available": "not_available",
    "left blank": "blank",
    "we do not have it": "not_in_records",
    "not confirmed yet": "unconfirmed_zero",
    "answered, not checked yet": "not_checked",
    "answered, not settled yet": "not_settled",
    "a figure that is not confirmed yet": "unconfirmed_zero",
    "answered, and the figure is being checked": "not_checked",
    "answered, and the figure is not settled yet": "not_settled",
    "the force gave a figure that is not confirmed yet.": "unconfirmed_zero",
    "the force answered, and its figure is being checked.": "not_checked",
    "the force answered, but its figure is not settled yet.": "not_settled",
}
"""Every way in which an output says why there is no figure."""

N = r"\d{1,3}(?:,\d{3})+|\d+"


def year_of(start: int) -> str:
    return f"{start}/{(start + 1) % 100:02}"


def number_in(text: str) -> int:
    assert re.fullmatch(N, text), f"“{text}” is no number"
    return int(text.replace(",", ""))


def amount(text: str) -> Reading:
    """“68”, “1 to 4”, “between 1 and 4”, “1 or more”, “at least 1”; nothing else is an amount."""
    text = text.strip()
    if found := re.fullmatch(f"({N}) to ({N})|between ({N}) and ({N})", text):
        low, high = number_in(found[1] or found[3]), number_in(found[2] or found[4])
        return {"number": None, "low": low, "high": high}
    if found := re.fullmatch(f"({N}) or more|at least ({N})", text):
        return {"number": None, "low": number_in(found[1] or found[2]), "high": None}
    n = number_in(text)
    return {"number": n, "low": n, "high": n}


def reason(text: str) -> tuple[str, str]:
    """“refused, s.12” → the reason as rows have it, and the section."""
    words, _, section = text.partition(", s.")
    why = WHY.get(words.strip().casefold())
    assert why, f"“{text}” is no reason"
    return why, f"s.{section}" if section else ""


def row_of(figure: ReleasedFigure) -> Reading:
    """All that a released row says of its cell."""
    missing = figure.state == "missing"
    exact = figure.low is not None and figure.low == figure.high
    revised = figure.state == "value" and any(n != figure.low for _, n in figure.history)
    codes = {
        "c": figure.state == "suppressed",
        "x": missing,
        "p": figure.provisional,
        "e": figure.estimated,
        "r": revised,
        "u": bool(figure.doubt) and not missing,
        "b": any(
            each["year"] == figure.year and each.get("force", figure.body) == figure.body
            for each in figure.release.breaks
        ),
    }
    return {
        "missing": missing,
        "number": figure.low if exact else None,
        "low": figure.low,
        "high": figure.high,
        "bar": figure.low,
        "reason": (figure.why, figure.section if figure.why == "refused" else "")
        if missing
        else None,
        "why": figure.why or None,
        "months": None if missing else figure.months,
        "markers": frozenset(code for code, applies in codes.items() if applies),
        "history": tuple(map(tuple, figure.history)) if revised else None,
        "doubt": bool(figure.doubt),
        "with_figures": figure.with_figures,
        "asked": figure.asked,
    }


@dataclass
class Agreement:
    """What was compared and what differed, over any number of outputs."""

    cells: Counter[str] = field(default_factory=Counter)  # cells compared, by output
    aspects: int = 0
    missing: Counter[str] = field(default_factory=Counter)  # of them those without a figure
    differ: list[str] = field(default_factory=list)

    def compare(
        self,
        output: str,
        rows: Mapping[Key, Reading],
        told: Mapping[Key, Reading],
        *,
        may_lack: Iterable[Key] = (),
    ) -> None:
        """Every cell that an output tells has a row that says the same, and the other way round.

        An output may lack only those cells that it leaves out by its own rule.
        """
        for key in rows.keys() - told.keys() - {*may_lack}:
            self.differ.append(f"{output}: {' '.join(key)} is not told")
        for key, reading in told.items():
            if key not in rows:
                self.differ.append(f"{output}: {' '.join(key)} has no row")
                continue
            row = rows[key]
            assert "missing" in reading, f"{output} does not say whether there is a figure"
            self.cells[output] += 1
            self.missing[output] += bool(row["missing"])
            self.aspects += len(reading)
            self.differ += [
                f"{output}: {' '.join(key)}: {aspect} is {said!r}, released as {row[aspect]!r}"
                for aspect, said in reading.items()
                if said != row[aspect]
            ]

    @property
    def compared(self) -> int:
        return sum(self.cells.values())


def rows_of(figures: Iterable[ReleasedFigure]) -> dict[Key, Reading]:
    """The counts of single forces, whole."""
    return {
        (f.body, year_of(f.year)): row_of(f)
        for f in figures
        if f.figure_kind == "count" and f.body_kind == "force" and not f.breakdown
    }


def of_body(rows: Mapping[Key, Reading], body: str) -> dict[Key, Reading]:
    return {key: row for key, row in rows.items() if key[0] == body}


def unknown_at_the_end(rows: Mapping[Key, Reading]) -> set[Key]:
    """The newest years of one force of which nothing is known: tables and charts end before."""
    found: set[Key] = set()
    for key in sorted(rows, reverse=True):
        if rows[key]["reason"] != ("not_in_records", ""):
            break
        found.add(key)
    return found
