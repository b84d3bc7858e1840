"""What may be said of the latest year alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.rules import (
    Rule,
    Said,
    definition_of,
    described,
    judged,
    latest_family,
    refuse,
    what_changed,
    why_missing,
)
from offences.english import and_list, counted, in_area, number, sentence
from offences.statistics.cells import Cell, Range, State
from offences.statistics.series import last_break
from offences.statistics.years import Year

RULES: list[Rule] = []
latest_rule = latest_family(RULES)


def recorded(facts: Facts, how_many: Range | int, *, at_least: bool = False) -> str:
    """ "Cambridgeshire recorded 68 offences in 2018/19", for a panel with how many forces."""
    what = f"{'at least ' if at_least else ''}{counted(how_many, facts.measure)} in {facts.latest}"
    if facts.panel is None:
        return sentence(f"{facts.spoken} recorded {what}")
    covered = facts.panel.coverage(facts.latest)
    return f"{forces_of(covered.with_figures, covered.asked)}{in_area(facts.area)} recorded {what}"


def forces_of(n: int, asked: int) -> str:
    return f"{number(n)} of {counted(asked, 'forces')}"


def in_panel(facts: Facts) -> dict[str, int]:
    """The coverage that belongs to the figures of a panel's total."""
    if facts.panel is None:
        return {}
    covered = facts.panel.coverage(facts.latest)
    return {"forces": covered.with_figures, "asked": covered.asked}


def inexact(facts: Facts) -> str:
    """Why the latest year has no exact figure."""
    if facts.panel is None:
        cell = facts.latest_cells.get(facts.place)
        return described(facts.latest, cell) if cell else "The figure is not held"
    if not facts.figures:
        return f"No force gave a figure for {facts.latest}"
    odd = [
        f"{force}: {described(facts.latest, cell)}"
        for force, cell in facts.figures.items()
        if not cell.is_exact
    ]
    return "; ".join(odd)


def exact_total(facts: Facts, no_what: str) -> int:
    """The one number the latest year comes to, or the reason there is none."""
    if not facts.all_exact or facts.total is None:
        refuse(f"{inexact(facts)}, so {no_what}.")
    return facts.total.low


@latest_rule("count")
def count(facts: Facts) -> Said:
    """The exact number of the latest year, if over 0.

    For a panel: the sum, if every force that gave a figure gave an exact number for the whole
    year; it is said with how many of the forces asked it comes from.
    """
    n = exact_total(facts, "there is no exact count")
    if n == 0:
        refuse(f"The figure for {facts.latest} is 0, which has a claim of its own.")
    return Said(f"{recorded(facts, n)}.", {"value": n, **in_panel(facts)}, facts.behind)


@latest_rule("zero")
def zero(facts: Facts) -> Said:
    """A confirmed nought in the latest year. A missing figure is never nought."""
    n = exact_total(facts, "it is not nought")
    if n:
        refuse(f"The figure for {facts.latest} is {number(n)}, not 0.")
    return Said(f"{recorded(facts, 0)}.", {"value": 0, **in_panel(facts)}, facts.behind)


@latest_rule("no_figure")
def no_figure(facts: Facts) -> Said:
    """There is no figure for the latest year, and why; for a panel, no force gave one.

    "Refused" is said only of a refusal.
    """
    if facts.figures:
        refuse(f"There is a figure for {facts.latest}.")
    if not facts.latest_cells and facts.panel is None:
        refuse("The figures of single years are not held.")
    reasons = sorted({cell.why for cell in facts.latest_cells.values() if cell.why is not None})
    why = reasons[0] if len(reasons) == 1 else None
    if facts.panel is None:
        text = f"There is no figure for {facts.spoken} for {facts.latest}: {why_missing(why)}."
    else:
        text = (
            f"No figure for {facts.latest} was given by any of the"
            f" {counted(facts.panel.asked, 'forces')}{in_area(facts.area)}."
        )
    cells = tuple((body, facts.latest) for body in facts.latest_cells)
    figures = {"why": why.value if why else None, "reasons": [r.value for r in reasons]}
    return Said(text, figures, cells)


@latest_rule("fewer_than")
def fewer_than(facts: Facts) -> Said:
    """One place whose number was withheld below a stated limit: fewer than that limit plus one."""
    if facts.panel is not None:
        refuse("A panel's withheld figures are part of its “at least” total.")
    cell = facts.latest_cells.get(facts.place)
    if cell is None or cell.state is not State.SUPPRESSED:
        refuse(f"{inexact(facts)}, not withheld below a limit.")
    if cell.high is None:
        refuse(f"The figure for {facts.latest} was withheld without an upper limit.")
    bound = cell.high + 1
    text = f"{facts.spoken} recorded fewer than {number(bound)} {facts.measure} in {facts.latest}."
    return Said(sentence(text), {"bound": bound}, facts.behind)


@latest_rule("part_year")
def part_year(facts: Facts) -> Said:
    """One place whose latest figure covers some months only: said with its months, never scaled."""
    if facts.panel is not None:
        refuse("A panel's part-year figures are part of its “at least” total.")
    cell = facts.latest_cells.get(facts.place)
    if cell is None or cell.state is not State.PART_YEAR or cell.value is None:
        refuse(f"{inexact(facts)}, not a figure for part of the year.")
    months = cell.months or 0
    text = (
        f"{facts.spoken} recorded {counted(cell.value, facts.measure)} in {months}"
        f" month{'s' if months != 1 else ''} of {facts.latest};"
        " there is no figure for the whole year."
    )
    return Said(sentence(text), {"value": cell.value, "months": months}, facts.behind)


@latest_rule("at_least")
def at_least(facts: Facts) -> Said:
    """A panel's total as a lower bound: the sum of the low ends, a part year at its number.

    It needs a figure that is withheld or covers part of the year, or a force asked that gave none;
    and a sum over 0. The upper end is the sum of the high ends of the figures given, and unknown
    where one of them covers part of the year or has no limit.
    """
    if facts.panel is None:
        refuse("“At least” is for the total of several forces.")
    total = facts.total
    if total is None:
        refuse(f"No force gave a figure for {facts.latest}.")
    if total.low == 0:
        refuse(f"The low end of the total for {facts.latest} is 0, and “at least 0” says nothing.")
    covered = facts.panel.coverage(facts.latest)
    if facts.all_exact and covered.is_complete:
        refuse(f"All {covered.asked} forces gave exact figures, so the total is exact.")
    upper = None if facts.has_part_year else total.high
    text = f"{recorded(facts, total.low, at_least=True)}."
    figures = {"value": total.low, "upper": upper, **in_panel(facts)}
    return Said(text, figures, facts.behind)


@latest_rule("definition_change")
def definition_change(facts: Facts) -> Said:
    """The definition changed in or before the latest year: nothing is compared across that year.

    Nor across one since which the body counts in a way of its own.
    """
    changed = last_break(facts.breaks, facts.latest)
    if changed is None:
        refuse(f"No change of definition is known up to {facts.latest}.")
    why = f": {changed.why.rstrip('.')}" if changed.why else ""
    text = (
        f"{sentence(what_changed(changed))} changed in {changed.year}{why};"
        f" earlier years do not compare with {facts.latest}."
    )
    return Said(text, {"since": changed.year.label, "why": changed.why})


@latest_rule("last_year")
def last_year(facts: Facts) -> Said:
    """The latest year may be called "last year".

    Only if the release is dated after that year ended and not later than 31 March a year on.
    """
    ends = facts.latest.ends_on
    day = facts.published_on
    if day is None:
        refuse("The date of the release is not known.")
    if day <= ends:
        refuse(f"{facts.latest} had not ended on {_day(day)}.")
    if day > facts.latest.next.ends_on:
        refuse(f"{facts.latest} ended on {_day(ends)}, over a year before {_day(day)}.")
    text = f"“Last year” is {facts.latest}, the year to {_day(ends)}."
    return Said(text, {"year_end": ends.isoformat()})


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@latest_rule("rank")
def rank(facts: Facts) -> Said:
    """Never allowed: forces are not ranked or set against each other."""
    refuse("Forces are never compared: each marks crimes as online differently.")


def revised_cells(facts: Facts, year: Year) -> dict[str, Cell]:
    """Whose figure for a year differs from the release before."""
    if facts.panel is not None:
        cells = facts.panel.cells(year)
    else:
        cells = {facts.place: facts.cell(facts.place, year)}
    return {body: cell for body, cell in cells.items() if cell.is_revised}


def revised(facts: Facts, year: Year) -> Said:
    """The figure of a year differs from the one in the release before.

    The current figure is used everywhere; the claim gives both. Its subject is the year. For a
    panel it names the forces whose figures were revised.
    """
    changed = revised_cells(facts, year)
    before = sum(cell.previously or 0 for cell in changed.values())
    now = sum(cell.low or 0 for cell in changed.values())
    many = len(changed) > 1
    text = (
        f"The {year} figure{'s' if many else ''} for {and_list(list(changed))}"
        f" {'were together' if many else 'was'} {number(before)} in the release before and"
        f" {'are' if many else 'is'} now {number(now)}."
    )
    figures = {"year": year.label, "published": before, "now": now}
    return Said(text, figures, tuple((body, year) for body in changed))


def _revised_years(facts: Facts) -> Iterator[Claim]:
    body = facts.series or facts.panel
    years = [year for year in body.years if revised_cells(facts, year)] if body else []
    for year in years:
        yield judged("revised", year.label, facts, revised, facts, year)
    if not years:
        yield Claim("revised", "latest", False, reason="No figure differs from the release before.")


RULES.append(Rule("revised", definition_of(revised), _revised_years))
