"""Phrases that many sentences about claims share, each by the name that a template uses."""

from collections.abc import Callable
from fractions import Fraction

from offences import english
from offences.claims.changes import rounded_percent
from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.recorded import where
from offences.statistics.series import Break, last_break
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.cells import described, revision
from offences.words.charity import charity
from offences.words.reasons import in_a_row
from offences.words.regions import in_words

FRACTIONS = {"quarter": "a quarter", "third": "a third"}
"""Fractions that take an article."""
FORMS = {"more_than": "more than ", "almost": "almost "}


def place_of(facts: Facts) -> str:
    """The place of the figures: "the UK" only if forces of all four nations were asked."""
    if not english.is_uk(facts.place) or facts.area.startswith("the UK"):
        return facts.place
    return facts.area or "the forces asked"


def what_changed(changed: Break) -> str:
    """What changed at a break: the definition, or one force's own way of counting."""
    return "the way of counting" if changed.own else "the definition"


def percent(part: int, whole: int) -> str:
    """A percentage in a text: whole, unless that would say none or all and is not so.

    4 of 1,256 are 0.3%, not 0%; 1,251 of 1,256 are 99.6%, not 100%.
    """
    shown, decimals = rounded_percent(part, whole), 0
    while 0 < part < whole and shown in (0, 100 * 10**decimals):
        decimals += 1
        shown = rounded_percent(part * 10**decimals, whole)
    digits = f"{shown:0{decimals + 1}}"
    return (
        f"{digits[:-decimals]}.{digits[-decimals:]}%" if decimals else f"{english.number(shown)}%"
    )


def _who(claim: Claim) -> str:
    facts = claim.facts
    if facts.panel is None:
        return place_of(facts)
    covered = facts.panel.coverage(facts.latest)
    return f"{_of(covered.with_figures, covered.asked)}{english.in_area(facts.area)}"


def _of(n: int, asked: int) -> str:
    return f"{english.number(n)} of {english.counted(asked, 'forces')}"


def _not_exact(claim: Claim) -> str:
    """Why the latest year has no exact figure."""
    facts, year = claim.facts, claim.facts.latest
    if facts.panel is None:
        cell = facts.latest_cells.get(facts.place)
        return described(year, cell) if cell else "the figure is not known"
    odd = [
        f"{force}: {described(year, cell)}"
        for force, cell in facts.figures.items()
        if not cell.is_exact
    ]
    return "; ".join(odd) or f"no force gave a figure for {year}"


def _latest(claim: Claim) -> str:
    facts = claim.facts
    return described(facts.latest, facts.cell(facts.place, facts.latest))


def _before_change(claim: Claim) -> str:
    changed = last_break(claim.facts.breaks, claim.facts.latest)
    if changed is None:
        return ""
    return f", and years before {what_changed(changed)} changed in {changed.year} do not compare"


def _earlier_years(claim: Claim) -> str:
    series, latest = claim.facts.series, claim.facts.latest
    assert series is not None
    return english.and_list(
        [described(year, series.cell(year)) for year in series.run(latest) if year < latest]
    )


def _changed(claim: Claim) -> str:
    changed = last_break(claim.facts.breaks, claim.facts.latest)
    assert changed is not None
    why = f": {changed.why.rstrip('.')}" if changed.why else ""
    return f"{what_changed(changed)} changed in {changed.year}{why}"


# ---- two years


def _among_pair(claim: Claim) -> str:
    """Which forces are compared; not said where they are all that were asked."""
    pair, panel = claim.values["pair"], claim.facts.panel
    if panel is None or (len(pair.forces) == panel.asked and claim.id != "like_for_like"):
        return ""
    # One that counts in another way since has figures for both years, too.
    apart = " that compare" if panel.left_out(pair.old_year, claim.facts.latest) else ""
    forces = english.counted(len(pair.forces), "forces")
    return f" among the {forces} with figures for both years{apart}"


def _base_revised(claim: Claim) -> str:
    """The remark that releases gave the earlier figure too differently; of one place, how."""
    pair, facts = claim.values["pair"], claim.facts
    by = f"revised by {facts.thresholds.revised_pct}% or more since they were first published"
    if facts.panel is not None:
        return f"the figures for {pair.old_year} were {by}"
    revised = revision(facts.cell(facts.place, pair.old_year))
    return f"the figure for {pair.old_year} was {by.replace('they were', 'it was')}: {revised}"


def _gap(claim: Claim) -> str:
    skipped = claim.values["pair"].skipped
    return f"; there is no comparable figure for {in_a_row(skipped, 'or')}" if skipped else ""


def _ratio(claim: Claim) -> str:
    pair = claim.values["pair"]
    # Three places, cut not rounded: 1.9999 must not read as the 2 it has not reached.
    cut = float(Fraction(Fraction(pair.new.low, pair.old.low) * 1000 // 1, 1000))
    times = f"{cut:.3f}".rstrip("0").rstrip(".")
    return f"{english.number(pair.new.low)} is {times} times {english.number(pair.old.low)}"


# ---- records


def _among_run(claim: Claim) -> str:
    run, panel = claim.values["run"], claim.facts.panel
    if panel is None or len(run.bodies) == panel.asked:
        return ""
    which = "each of those years" if run.gaps else "every year"
    return f" among the {english.counted(len(run.bodies), 'forces')} with figures for {which}"


def _not_here(later: tuple[Year, ...]) -> list[str]:
    return [reasons.not_here(later)] if later else []


def _run_gaps(claim: Claim) -> str:
    return english.and_list([described(y, cell) for y, cell in claim.values["run"].gaps.items()])


def _run_years(claim: Claim) -> str:
    figures = claim.values["run"].figures
    years = claim.values["years"]
    return english.and_list([f"{year} is {english.quantity(figures[year])}" for year in years])


def _run_gap(claim: Claim) -> str:
    year = claim.values["gap"]
    return described(year, claim.values["run"].gaps[year])


# ---- ages and parts


def _recorded_ages(claim: Claim) -> str:
    """The number whose age is known; where a number is withheld, the least there are."""
    ages = claim.facts.ages
    assert ages is not None
    hides_age = any(not cell.is_exact for cell in ages.groups.values())
    known = f"{'at least ' if hides_age else ''}{english.number(ages.known)}"
    of = f"{'at least ' if ages.hidden else ''}{english.number(ages.total)}"
    return f"where age was recorded ({known} of {of})"


def fraction(name: str, form: str) -> str:
    """A fraction, and how near it is: "a third", "more than half", "almost three quarters"."""
    return f"{FORMS.get(form, '')}{FRACTIONS.get(name, name)}"


# ---- as published


def _whose(claim: Claim) -> str:
    """The forces of a total, as far as it was published: "40 of 44 forces in England"."""
    fact = claim.values["fact"]
    area = in_words(where(claim.facts, fact))
    if fact.with_figures is None:
        return f"forces{english.in_area(area)}" if fact.nations or not area else area
    forces = (
        english.counted(fact.with_figures, "forces")
        if fact.asked is None
        else _of(fact.with_figures, fact.asked)
    )
    return f"{forces}{english.in_area(area)}"


def _victims(claim: Claim) -> str:
    category = claim.values["fact"].category.replace("_", " ")
    if not category:
        return claim.facts.measure
    offences = english.without_victims(claim.facts.measure)
    return f"{offences} against {charity().victims} aged {category}"


def _date(claim: Claim, name: str) -> str:
    return english.on_or_in(claim.values[name].publication)


PHRASES: dict[str, str | Callable[[Claim], str]] = {
    "place": lambda claim: place_of(claim.facts),
    "by_place": lambda claim: english.by_or_in(place_of(claim.facts)),
    "in_area": lambda claim: english.in_area(claim.facts.area),
    "measure": lambda claim: claim.facts.measure,
    "offences": lambda claim: english.without_victims(claim.facts.measure),
    "year": lambda claim: claim.facts.latest.label,
    "who": _who,
    "bodies": lambda claim: english.and_list([body for body, _ in claim.cells]),
    "why_missing": lambda claim: reasons.short(claim.values["missing"]),
    "a_unit": lambda claim: {"hour": "an hour"}.get(
        claim.values["unit"], f"a {claim.values['unit']}"
    ),
    "not_exact": _not_exact,
    "latest": _latest,
    "before_change": _before_change,
    "earlier_years": _earlier_years,
    "changed": _changed,
    "both_figures": "{pair.old} in {pair.old_year} and {pair.new} in {year}",
    "total": "{who} recorded {facts.total:{measure}} in {year}",
    "compared": "{place} recorded {pair.new:{measure}} in {year}{among_pair}",
    "in_old_year": " in {pair.old_year}{gap}",
    "number": "the number of {measure} recorded {by_place}",
    "from_to": ("from {pair.old} in {pair.old_year} to {pair.new} in {year}{among_pair}{gap}"),
    "among_pair": _among_pair,
    "base_revised": _base_revised,
    "gap": _gap,
    "ratio": _ratio,
    "up": lambda claim: "up" if claim.figures["direction"] == "rise" else "down",
    "among_run": _among_run,
    "in_run": "{place} recorded {run.now:{measure}} in {year}{among_run}",
    "span": "{years:years} from {run.since} to {year}",
    "horizon": lambda claim: "".join(f"; {words}" for words in _not_here(claim.facts.later)),
    "run_gaps": _run_gaps,
    "run_years": _run_years,
    "run_gap": _run_gap,
    "known_ages": _recorded_ages,
    "of_known": (
        "of the {known:{measure}} recorded {by_place} in {year} for which it is known, out of {of}"
        " in all"
    ),
    "fraction_words": lambda claim: fraction(claim.figures["fraction"], claim.figures["form"]),
    "percent_of_change": lambda claim: percent(
        abs(claim.figures["new"] - claim.figures["old"]), claim.figures["old"]
    ),
    "percent_of_ages": lambda claim: percent(claim.figures["count"], claim.figures["known"]),
    "percent_of_known": lambda claim: percent(claim.figures["part"], claim.figures["known"]),
    "whose": _whose,
    "victims": _victims,
    "published": "{whose} recorded {fact.value:{measure}} in {fact.year}",
    "reported": "as reported {on_date}",
    "on_date": lambda claim: _date(claim, "fact"),
    "on_earlier_date": lambda claim: _date(claim, "earlier"),
}
