"""How a rule is written: a small function that gives the claim, or says why not.

A rule is a function whose docstring is its definition. It returns what is `Said`, or stops at the
first `refuse(...)` with the reason. It is registered under its id by the decorator of its family,
in the order the families are listed in `catalogue.py`; a new rule is one more function.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from offences.claims.claim import Cells, Claim
from offences.claims.facts import Facts
from offences.english import and_list
from offences.statistics.cells import Cell, Missing, State
from offences.statistics.notation import published
from offences.statistics.series import Break, last_break
from offences.statistics.years import Year


class ClaimRefused(Exception):
    """The claim may not be made; the message is the reason, in plain English."""

    def __init__(self, reason: str, **figures: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.figures = figures


def refuse(reason: str, **figures: Any) -> NoReturn:
    raise ClaimRefused(reason, **figures)


@dataclass(frozen=True)
class Said:
    """What may be said: one sentence, the figures in it, and the cells behind it."""

    text: str
    figures: Mapping[str, Any] = field(default_factory=dict)
    cells: Cells = ()
    note: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue: an id, its definition in words, and the test itself."""

    id: str
    definition: str
    judge: Callable[[Facts], Iterator[Claim]]


def definition_of(rule: Any) -> str:
    return inspect.cleandoc(rule.__doc__ or "")


def judged(id: str, subject: str, facts: Facts, rule: Callable[..., Said], *about: Any) -> Claim:
    """The claim a rule comes to, with the words that provisional and doubtful cells demand."""
    try:
        said = rule(*about)
    except ClaimRefused as no:
        return Claim(id, subject, False, figures=no.figures, reason=no.reason)
    behind = [facts.cell(body, year) for body, year in said.cells]
    return Claim(
        id,
        subject,
        True,
        text=_with_flags(said.text, behind),
        figures=said.figures,
        reason=said.reason or "It holds for every value the figures can have.",
        cells=said.cells,
        note=" ".join(filter(None, (said.note, _doubts(behind)))),
    )


def _with_flags(text: str, behind: list[Cell]) -> str:
    """The sentence with "provisional" or "estimated" in it, if a cell behind it is."""
    flags = []
    if any(cell.provisional for cell in behind):
        flags.append("provisional")
    if any(cell.estimated for cell in behind):
        flags.append("estimated")
    if not flags:
        return text
    noun = "figure" if len(behind) == 1 else "figures"
    return f"{text.removesuffix('.')} ({' and '.join(flags)} {noun})."


def _doubts(behind: list[Cell]) -> str:
    doubts = dict.fromkeys(cell.doubt.rstrip(".") for cell in behind if cell.doubt)
    return f"In doubt: {'; '.join(doubts)}." if doubts else ""


_WHY = {
    Missing.NOT_HELD: "not held by the force",
    Missing.REFUSED: "refused by the force",
    Missing.LATE: "late",
    Missing.NOT_ASKED: "not asked for",
    Missing.NO_RESPONSE: "no response from the force",
    Missing.NOT_AVAILABLE: "not available",
    Missing.BLANK: "left blank by the force",
    Missing.NOT_IN_RECORDS: "not in our records",
    Missing.UNCONFIRMED_ZERO: "a nought nobody has confirmed",
    Missing.NOT_CHECKED: "an answer nobody has checked",
    Missing.NOT_SETTLED: "an answer without a settled figure",
}


def why_missing(why: Missing | None) -> str:
    """The reason a figure is missing, in words; "refused" only if it was refused."""
    return _WHY[why or Missing.NOT_AVAILABLE]


def described(year: Year, cell: Cell) -> str:
    """A cell said in a reason: "2016/17 covers 6 months only", "2015/16 is missing (late)"."""
    if cell.is_missing:
        return f"{year} is missing ({why_missing(cell.why)})"
    if cell.state is State.PART_YEAR:
        return f"{year} covers {cell.months} month{'s' if cell.months != 1 else ''} only"
    if cell.doubt:
        return f"{year} is in doubt ({cell.doubt.rstrip('.')})"
    if cell.state is State.SUPPRESSED:
        limits = "without limits" if cell.high is None else f"as {published(cell)}"
        return f"{year} is withheld {limits}"
    return f"{year} is {published(cell)}"


def what_changed(changed: Break) -> str:
    """What is another since a break: the definition, or one body's own way of counting."""
    return "the way of counting" if changed.own else "the definition"


def no_earlier_year(facts: Facts) -> str:
    """Why the latest year has nothing to be compared with."""
    latest = facts.latest
    changed = last_break(facts.breaks, latest)
    before = ""
    if changed is not None:
        what = what_changed(changed)
        before = f", and years before {what} changed in {changed.year} do not compare"
    if facts.panel is not None:
        least = facts.thresholds.lfl_min_forces
        return (
            f"No earlier year shares {least} or more forces with figures that compare with {latest}"
            f"{before}."
        )
    if facts.series is None:
        return "The figures of single years are not held."
    now = facts.series.cell(latest)
    if not now.is_comparable:
        return f"{described(latest, now)}, so it is not compared with any year."
    earlier = [
        described(year, facts.series.cell(year))
        for year in facts.series.run(latest)
        if year < latest
    ]
    if not earlier:
        return f"There is no earlier year to compare {latest} with{before}."
    return f"{and_list(earlier)}, so {latest} has no year to be compared with."


def latest_family(rules: list[Rule]) -> Callable[[str], Callable[[Any], Any]]:
    """The decorator that registers a rule about the latest year under its id."""

    def named(id: str) -> Callable[[Any], Any]:
        def register(rule: Callable[[Facts], Said]) -> Callable[[Facts], Said]:
            def judge(facts: Facts) -> Iterator[Claim]:
                yield judged(id, "latest", facts, rule, facts)

            rules.append(Rule(id, definition_of(rule), judge))
            return rule

        return register

    return named
