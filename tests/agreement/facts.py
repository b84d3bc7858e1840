"""What press releases are made of, read back: facts, claims and headlines."""

import re
from collections.abc import Iterable, Mapping

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.press.drafting import Draft
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from tests.agreement.cells import Key, N, Reading, amount


def cell(said: Cell) -> Reading:
    """A cell of the facts, by its own fields."""
    exact = said.low is not None and said.low == said.high
    return {
        "missing": said.state.value == "missing",
        "number": said.low if exact else None,
        "low": said.low,
        "high": said.high,
        "why": said.why.value if said.why else None,
        "months": None if said.low is None else said.months or 12,
        "doubt": bool(said.doubt),
        "history": said.history if said.is_revised else None,
    }


def series(facts: Facts, body: str, years: Iterable[str]) -> dict[Key, Reading]:
    """The facts of one body, asked about each of these years up to their own."""
    assert facts.series
    asked = {year: Year.parse(year) for year in years}
    return {
        (body, label): cell(facts.series.cell(year))
        for label, year in asked.items()
        if year <= facts.latest
    }


def panel(facts: Facts) -> dict[Key, Reading]:
    """The facts of all forces together, force by force, in their own year."""
    assert facts.panel
    return {
        (body, facts.latest.label): cell(own.cell(facts.latest))
        for body, own in facts.panel.series.items()
    }


def claimed(claims: Iterable[Claim], place: str, body: str, year: str) -> dict[Key, Reading]:
    """What the allowed claims about one body say of its newest year, and of the one before."""
    found: dict[Key, Reading] = {}
    for each in claims:
        if not each.allowed or {name for name, _ in each.cells} != {place}:
            continue
        if each.subject == "latest" and (said := _of_latest(each)):
            found.setdefault((body, year), {}).update(said)
        if each.subject == "latest_vs_previous" and each.figures.get("old") is not None:
            told = found.setdefault((body, str(each.figures["old_year"])), {})
            told.update(missing=False, number=each.figures["old"])
    return found


def _of_latest(claim: Claim) -> Reading:
    told = claim.figures
    if claim.id in ("count", "zero"):
        n = told["value"]
        return {"missing": False, "number": n, "low": n, "high": n, "months": 12}
    if claim.id == "no_figure":
        return {"missing": True, "number": None, "why": told["why"]}
    if claim.id == "fewer_than":
        return {"missing": False, "number": None, "high": told["bound"] - 1}
    if claim.id == "part_year":
        return {"missing": False, "number": told["value"], "months": told["months"]}
    return {}


def headline(draft: Draft, year: str) -> dict[Key, Reading]:
    """What a force's own lead says: “Police in Northshire recorded 68 online offences …”.

    A text that another's total leads has no figure of the force; one that is held says nothing.
    """
    if draft.angle in ("area", "national"):
        return {} if draft.held else {(draft.body, year): {"missing": True, "number": None}}
    return {(draft.body, year): recorded_in(draft.text)}


def recorded_in(words: str) -> Reading:
    told = re.search(
        rf" recorded (?:an estimated )?(at least (?:{N})|(?:{N}) to (?:{N})|(?:{N})) ", words
    )
    assert told, words
    return {"missing": False, **amount(told[1])}


def within(told: Mapping[Key, Reading], rows: Mapping[Key, Reading]) -> dict[Key, Reading]:
    """Those readings of which the release has a row: a text may be about a year it lacks."""
    return {key: said for key, said in told.items() if key in rows or not said["missing"]}


def ages(facts: Facts, body: str, name: str) -> dict[Key, Reading]:
    """The ages of the facts' year. What is withheld has no number, whatever else limits it."""
    if facts.ages is None:
        return {}
    told = {str(group): said for group, said in facts.ages.groups.items()}
    told["Not known"] = facts.ages.unknown
    year = facts.latest.label
    return {
        (body, year, name, age): {
            "missing": said.is_missing,
            "number": said.low if said.is_exact else None,
            "low": said.low,
        }
        for age, said in told.items()
    }


def shares(facts: Facts, body: str, names: Mapping[str, str]) -> dict[Key, Reading]:
    """The parts that are told of those cases in which it is known which they are of."""
    return {
        (body, facts.latest.label, names[kind], part): {"missing": False, "number": n}
        for kind, share in facts.shares.items()
        for part, n in share.parts.items()
    }


def total(facts: Facts) -> Reading:
    """What the facts of all forces add up to; a part of a year leaves the sum open above."""
    said = facts.total
    assert said
    high = None if facts.has_part_year else said.high
    covered = facts.panel.coverage(facts.latest) if facts.panel else None
    assert covered
    return {
        "missing": False,
        "number": said.low if said.low == high else None,
        "low": said.low,
        "high": high,
        "with_figures": covered.with_figures,
        "asked": covered.asked,
    }
