"""The sentences of a press release, slot by slot, each there only where a claim allows it.

The order is the press office's: headline, bullets, lead, local trend, national context, the ask,
one quote, ages, caveat; then numbered notes. The same facts give the same words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from offences.claims.briefing import Subject, softness
from offences.claims.claim import Claims
from offences.claims.facts import Facts
from offences.claims.gaps import MAY_BE_ZERO, gaps_of, in_a_row
from offences.claims.gate import allowed, claims_for
from offences.claims.movement import (
    change_from_before,
    compared_year,
    is_single,
    moved,
    percent_or_why_not,
    told,
)
from offences.claims.national_story import Story, fit
from offences.claims.notes import (
    WHOSE,
    Note,
    local_notes,
    remark_on,
)
from offences.english import number, singular
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year


def local_story(
    subject: Subject,
    facts: Facts,
    national: Story,
    *,
    headline_phrase: str,
    vintages: Mapping[Year, str],
    remarks: Mapping[Year, str],
) -> Story:
    """The release for one force, with the national block. `facts.latest` is the release's year."""
    claims = claims_for(facts)
    may = allowed(claims)
    series = facts.series or Series({})
    cell = series.cell(facts.latest) if series.is_known else Cell.missing(Missing.NOT_IN_RECORDS)
    own = local_notes(series, facts.latest, may, vintages)
    own += [remark_on(y, remarks[y]) for y in sorted(remarks) if y <= facts.latest]
    notes = (*national.notes, Note(subject.area, " ".join(own))) if own else national.notes
    change = change_from_before(may)
    if cell.is_missing:
        first, lead = _no_figure(subject, facts.latest, cell.why)
        none = "no figure yet" if cell.why in MAY_BE_ZERO else "no figure"
        headline = fit(f"{subject.area}: {none} for {headline_phrase}", f"{subject.area}: {none}")
    else:
        one = is_single(cell)
        figure = told(cell, subject.phrase_singular if one else subject.phrase)
        part = f"{cell.months} month{'' if cell.months == 1 else 's'}" if cell.months else ""
        when = f" in {part} of {facts.latest}" if part else f" in {facts.latest}"
        lead = f"{subject.name} recorded {figure}{when}{', ' + change if change else ''}."
        shortly = told(cell, singular(headline_phrase) if one else headline_phrase)
        headline = fit(
            f"{subject.area}: {shortly} in {part or 'a year'}",
            f"{subject.area}: {shortly}",
            f"{subject.area}: {shortly.split(' against ')[0]}",
        )
        briefly = change_from_before(may, short=True)
        first = f"{subject.name} recorded {figure}{when}"
        first += f", {briefly}" if briefly else ""
    return replace(
        national,
        headline=headline,
        bullets=(first, *national.bullets),
        lead=lead,
        local=tuple(_local(facts, series, cell, may, remarks)),
        notes=notes,
        claims=(*claims, *national.claims),
    )


def _no_figure(subject: Subject, year: Year, why: Missing | None) -> tuple[str, str]:
    """The first bullet and the lead of a force without a figure: what is known, and no more."""
    name, short = subject.name, subject.short_name
    known = {
        Missing.NO_RESPONSE: f"{name} gave no figure for {year}",
        Missing.REFUSED: f"{name} refused to give a figure for {year}",
        Missing.NOT_HELD: f"{name} said that it holds no figure for {year}",
        Missing.LATE: f"{name} has given no figure for {year} yet",
        Missing.BLANK: f"{name} left {year} blank in its answer",
        Missing.NOT_AVAILABLE: f"No figure from {short} for {year} is available",
        Missing.NOT_ASKED: f"{name} was not asked for a figure for {year}",
    }
    if why is Missing.UNCONFIRMED_ZERO:
        said = f"{name} gave a figure for {year} that is not confirmed yet"
        return said, f"{said}."
    if why is Missing.NOT_CHECKED:
        said = f"The figure of {short} for {year} is being checked"
        return said, f"{name} answered. Its figure for {year} is being checked."
    if why is Missing.NOT_SETTLED:
        said = f"The figure of {short} for {year} is not settled yet"
        return said, f"{name} answered. Its figure for {year} is not settled yet."
    if why in known:
        return known[why], f"{known[why]}. That is not a figure of zero."
    return (
        f"No figure for {short} for {year} in {WHOSE} records",
        f"No figure for {short} for {year} is in {WHOSE} records. "
        "That is neither zero nor a refusal.",
    )


def _local(
    facts: Facts, series: Series, cell: Cell, may: Claims, remarks: Mapping[Year, str]
) -> list[str]:
    """The change in words, and the cautions that travel with it."""
    said = [
        s.replace("We give", "The charity gives") for s in percent_or_why_not(may, facts.thresholds)
    ]
    before = compared_year(may)
    shown = () if cell.is_missing else (before, facts.latest)
    said += [remark_on(y, remarks[y]) for y in shown if y is not None and y in remarks]
    if before:
        said += softness(series.cell(before), f"The figure for {before}")
    pair = moved(may)
    if pair and pair.figures.get("skipped_years"):
        said += _skipped(series, facts.latest, pair.figures["skipped_years"])
    longer = may.get(("rise", "latest_vs_first")) or may.get(("fall", "latest_vs_first"))
    if longer and longer.figures.get("old") is not None:
        first = Year.parse(str(longer.figures["old_year"]))
        said.append(f"In {first} the figure was {told(series.cell(first))}.")
    if cell.is_revised:
        said.append(
            f"The figure was published as {number(cell.previously or 0)} before and has been "
            "revised."
        )
    said += softness(cell, "The figure")
    if cell.doubt:
        said.append("This figure is in doubt and is compared with no other.")
    if cell.months:
        said.append("A part of a year is compared with no other figure.")
    return said


def _skipped(series: Series, latest: Year, skipped: Sequence[str]) -> list[str]:
    """Why the years between the two compared are passed over, each for what it is."""
    gaps = [gap for gap in gaps_of(series, latest) if gap.years[0].label in skipped]
    maybe = [gap for gap in gaps if series.cell(gap.years[0]).why in MAY_BE_ZERO]
    missing = [y for gap in gaps if gap.is_missing and gap not in maybe for y in gap.years]
    said = []
    if missing:
        said.append(f"There is no figure for {in_a_row(missing, 'or')} to compare with.")
    for gap in gaps:
        noun = "The figure for" if len(gap.years) == 1 else "The figures for"
        if gap in maybe:
            said.append(f"{noun} {gap.said}.")
        elif not gap.is_missing:
            is_part = series.cell(gap.years[0]).months
            verb = ("is " if len(gap.years) == 1 else "are ") if is_part else ""
            said.append(f"{noun} {gap.said} and {verb}not compared with.")
    return said
