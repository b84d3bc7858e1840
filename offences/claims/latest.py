"""What may be said of the latest year alone."""

from collections.abc import Iterator
from typing import Any

from offences.claims.facts import Facts
from offences.claims.rules import Allowed, Rule, family, of_latest, refuse
from offences.statistics.cells import Cell, State
from offences.statistics.series import last_break
from offences.statistics.years import Year

RULES: list[Rule] = []
latest_rule = family(RULES, of_latest)


def in_panel(facts: Facts) -> dict[str, int]:
    """The coverage that belongs to the figures of a panel's total."""
    if facts.panel is None:
        return {}
    covered = facts.panel.coverage(facts.latest)
    return {"forces": covered.with_figures, "asked": covered.asked}


def exact_total(facts: Facts) -> int:
    """The one number that the latest year comes to."""
    if not facts.all_exact or facts.total is None:
        refuse("not_exact")
    return facts.total.low


@latest_rule("count")
def count(facts: Facts) -> Allowed:
    """The exact number of the latest year, if over 0.

    For a panel: the sum, if every force that gave a figure gave an exact number for the whole
    year; it is said with how many of the forces asked it comes from.
    """
    n = exact_total(facts)
    if n == 0:
        refuse("is_zero")
    return Allowed({"value": n, **in_panel(facts)}, facts.behind)


@latest_rule("zero")
def zero(facts: Facts) -> Allowed:
    """A confirmed zero in the latest year. A missing figure is never zero."""
    if n := exact_total(facts):
        refuse("is_not_zero", n=n)
    return Allowed({"value": 0, **in_panel(facts)}, facts.behind)


@latest_rule("no_figure")
def no_figure(facts: Facts) -> Allowed:
    """There is no figure for the latest year, and why; for a panel, no force gave one.

    "Refused" is said only of a refusal.
    """
    if facts.figures:
        refuse("has_figure")
    if not facts.latest_cells and facts.panel is None:
        refuse("no_single_years")
    reasons = sorted({cell.why for cell in facts.latest_cells.values() if cell.why is not None})
    why = reasons[0] if len(reasons) == 1 else None
    cells = tuple((body, facts.latest) for body in facts.latest_cells)
    figures = {"why": why.value if why else None, "reasons": [r.value for r in reasons]}
    return Allowed(figures, cells, {"missing": why})


@latest_rule("fewer_than")
def fewer_than(facts: Facts) -> Allowed:
    """One place whose number was withheld below a stated limit: fewer than that limit plus one."""
    if facts.panel is not None:
        refuse("withheld_in_panel")
    cell = facts.latest_cells.get(facts.place)
    if cell is None or cell.state is not State.SUPPRESSED:
        refuse("not_withheld")
    if cell.high is None:
        refuse("no_upper_limit")
    return Allowed({"bound": cell.high + 1}, facts.behind)


@latest_rule("part_year")
def part_year(facts: Facts) -> Allowed:
    """A place whose latest figure covers some months only: given with them, never scaled."""
    if facts.panel is not None:
        refuse("part_year_in_panel")
    cell = facts.latest_cells.get(facts.place)
    if cell is None or cell.state is not State.PART_YEAR:
        refuse("not_part_year")
    return Allowed({"value": cell.value, "months": cell.months}, facts.behind)


@latest_rule("at_least")
def at_least(facts: Facts) -> Allowed:
    """A panel's total as a lower bound: the sum of the low ends, a part year at its number.

    It is for a total with a figure that is withheld or covers part of the year, or without one of
    the forces asked; the sum must be over 0. The upper end is the sum of the high ends of the
    figures given. It is unknown where one of them covers part of the year or has no limit.
    """
    if facts.panel is None:
        refuse("at_least_of_one")
    total = facts.total
    if total is None:
        refuse("no_force_gave")
    if total.low == 0:
        refuse("at_least_zero")
    covered = facts.panel.coverage(facts.latest)
    if facts.all_exact and covered.is_complete:
        refuse("total_is_exact", asked=covered.asked)
    upper = None if facts.has_part_year else total.high
    return Allowed({"value": total.low, "upper": upper, **in_panel(facts)}, facts.behind)


@latest_rule("definition_change")
def definition_change(facts: Facts) -> Allowed:
    """The definition changed by the latest year: nothing is compared across the change.

    Nor across one since which the place counts in a way of its own.
    """
    changed = last_break(facts.breaks, facts.latest)
    if changed is None:
        refuse("no_change_known")
    return Allowed({"since": changed.year.label, "why": changed.why})


@latest_rule("last_year")
def last_year(facts: Facts) -> Allowed:
    """The latest year may be called "last year".

    Only if the release is dated after that year ended and not later than 31 March a year on.
    """
    day = facts.published_on
    if day is None:
        refuse("no_release_date")
    if day <= facts.latest.ends_on:
        refuse("not_ended")
    if day > facts.latest.next.ends_on:
        refuse("ended_long_ago")
    return Allowed({"year_end": facts.latest.ends_on.isoformat()})


@latest_rule("rank")
def rank(facts: Facts) -> Allowed:
    """Never allowed: forces are not ranked or set against each other."""
    refuse("never_compared")


def revised_cells(facts: Facts, year: Year) -> dict[str, Cell]:
    """Whose figure for a year differs from one that an earlier release gave."""
    panel, place = facts.panel, facts.place
    cells = panel.cells(year) if panel is not None else {place: facts.cell(place, year)}
    return {body: cell for body, cell in cells.items() if cell.is_revised}


def published_before(facts: Facts, year: Year) -> list[tuple[int, int]]:
    """What was published of a revised year, and what it is now; of a panel, of those together."""
    changed = revised_cells(facts, year).values()
    if not changed:
        return []
    now = sum(cell.low or 0 for cell in changed)
    if facts.panel is not None:
        return [(sum(cell.was or 0 for cell in changed), now)]
    return [(before, now) for cell in changed for before in reversed(cell.published_before)]


def revised_years(facts: Facts) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Every year with a figure that was revised."""
    body = facts.series or facts.panel
    years = [year for year in body.years if revised_cells(facts, year)] if body else []
    yield from ((year.label, {"facts": facts, "at": year}) for year in years)
    if not years:
        yield "latest", "not_revised"


@family(RULES, revised_years)("revised")
def revised(facts: Facts, at: Year) -> Allowed:
    """The figure of a year differs from one that an earlier release gave.

    The current figure is used everywhere; the claim gives both. Its subject is the year. For a
    panel it names the forces whose figures were revised.
    """
    changed = revised_cells(facts, at)
    before, now = published_before(facts, at)[0]
    figures = {"year": at.label, "published": before, "now": now}
    return Allowed(figures, tuple((body, at) for body in changed))
