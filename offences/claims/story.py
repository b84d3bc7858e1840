"""The sentences of a press release, slot by slot, each there only where a claim allows it.

The order is the press office's: headline, bullets, lead, local trend, national context, the ask,
one quote, ages, caveat; then numbered notes. The same facts give the same words.
"""

from dataclasses import dataclass, replace

from offences.claims.briefing import Subject
from offences.claims.claim import Claim, Claims
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.movement import (
    change_from_before,
    moved,
    percent_or_why_not,
    spoken,
)
from offences.claims.notes import Asked, Note, find, local_notes, national_notes
from offences.claims.totals import Total, newest_total
from offences.claims.wording import and_list, number, small_number
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year

HEADLINE_LENGTH = 65


@dataclass(frozen=True)
class Story:
    """A press release in its parts; those that may not be said are empty."""

    headline: str
    bullets: tuple[str, ...]
    lead: str
    local: tuple[str, ...] = ()
    national: str = ""
    ages: str = ""
    notes: tuple[Note, ...] = ()
    claims: tuple[Claim, ...] = ()


def local_story(
    subject: Subject,
    facts: Facts,
    totals: tuple[Total, ...],
    asked: Asked,
    *,
    headline_phrase: str,
    short_ask: str,
    definition: str,
    vintages: dict[Year, str],
    remarks: dict[Year, str],
) -> Story:
    """The release for one force. `facts.latest` is the year of the release."""
    claims = claims_for(facts)
    may = allowed(claims)
    series = facts.series or Series({})
    cell = series.cell(facts.latest) if series.cells else Cell.missing(Missing.NOT_IN_RECORDS)
    nationwide = _nationwide(totals, facts.latest)
    story = national_story(
        totals,
        facts.latest,
        asked,
        phrase=subject.phrase,
        headline_phrase=headline_phrase,
        short_ask=short_ask,
        definition=definition,
    )
    told = local_notes(series, facts.latest, vintages)
    told += [f"On the figure for {y}: {remark}." for y, remark in remarks.items()]
    local_note = Note(subject.area, " ".join(told))
    notes = story.notes
    if local_note.text:
        notes = (*notes, local_note)
    change = change_from_before(may)
    if cell.is_missing:
        lead = (
            f"No figure for {subject.short_name} for {facts.latest} is in the charity’s records. "
            "That is neither zero nor a refusal."
        )
        if cell.why is Missing.NO_RESPONSE:
            lead = (
                f"{subject.name} gave no figure for {facts.latest}. That is not a figure of zero."
            )
        if cell.why is Missing.REFUSED:
            lead = f"{subject.name} refused to give a figure for {facts.latest}."
        headline = _fit(
            f"{subject.area}: no figure for {headline_phrase}", f"{subject.area}: no figure"
        )
        first = f"No figure for {subject.short_name} for {facts.latest} in the charity’s records"
    else:
        figure = spoken(cell)
        within = f" in {cell.months} months of {facts.latest}" if cell.months else ""
        phrase = subject.phrase_singular if cell.low == cell.high == 1 else subject.phrase
        when = within or f" in {facts.latest}"
        lead = f"{subject.name} recorded {figure} {phrase}{when}{', ' + change if change else ''}."
        headline = _fit(
            *(
                [f"{subject.area}: {figure} {headline_phrase} in a year"]
                if not cell.months
                else [f"{subject.area}: {figure} {headline_phrase} in {cell.months} months"]
            ),
            f"{subject.area}: {figure} {headline_phrase}",
            f"{subject.area}: {figure} {headline_phrase.split(' against ')[0]}",
        )
        first = f"{subject.name} recorded {figure}{when}{', ' + change if change else ''}"
    return replace(
        story,
        headline=headline,
        bullets=(first, *story.bullets[-2 if nationwide else -1 :]),
        lead=lead,
        local=tuple(_local(cell, may)),
        notes=notes,
        claims=(*claims, *story.claims),
    )


def national_story(
    totals: tuple[Total, ...],
    year: Year,
    asked: Asked,
    *,
    phrase: str,
    headline_phrase: str,
    short_ask: str,
    definition: str,
) -> Story:
    """The national block, the same in every release, and the release for all forces together."""
    total = _nationwide(totals, year)
    if total is None:
        return Story(
            headline=_fit(f"{headline_phrase[:1].upper()}{headline_phrase[1:]}: {year}"),
            bullets=(short_ask,),
            lead="",
            notes=tuple(national_notes(None, totals, year, asked, {}, definition)),
        )
    facts = _recorded_facts(total, totals, year)
    claims = claims_for(facts)
    may = allowed(claims)
    context = _context(total, year, may)
    average = _average(may, year)
    counted = _counted(total)
    return Story(
        headline=_fit(
            f"{headline_phrase[:1].upper()}{headline_phrase[1:]}: {number(total.value)} in a year"
        ),
        bullets=(
            f"In {total.area}, {counted} recorded {number(total.value)}{average}",
            short_ask,
        ),
        lead=context.lead.replace(" offences", f" {phrase}", 1),
        national=" ".join(filter(None, (context.lead, context.earlier))),
        local=(context.earlier,) if context.earlier else (),
        ages=_ages(may, year),
        notes=tuple(national_notes(total, totals, year, asked, may, definition)),
        # The single years of a recorded total are not held: of those there is nothing to judge.
        claims=tuple(claim for claim in claims if claim.id.startswith("recorded_")),
    )


@dataclass(frozen=True)
class _Context:
    lead: str
    earlier: str


def _nationwide(totals: tuple[Total, ...], year: Year) -> Total | None:
    return newest_total(totals, year)


def _recorded_facts(total: Total, totals: tuple[Total, ...], year: Year) -> Facts:
    """The total, and what the same publication month printed beside it."""
    beside = [
        t
        for t in totals
        if t.kind == "total" and t.vintage == total.vintage and t.year <= year and not t.doubt
    ]
    return Facts(
        place=total.area,
        measure="offences",
        latest=year,
        nations=total.nations,
        recorded=tuple(t.as_recorded() for t in beside),
    )


def _counted(total: Total) -> str:
    if total.with_figures and total.asked:
        return f"{total.with_figures} of {total.asked} forces"
    if total.with_figures:
        return f"{total.with_figures} forces"
    return "the forces that answered"


def _average(may: Claims, year: Year) -> str:
    rate = find(may, "recorded_per_day", year)
    return f", an average of {number(rate.figures['rate'])} a day" if rate else ""


def _context(total: Total, year: Year, may: Claims) -> _Context:
    counted = _counted(total).replace(
        f"of {total.asked} forces", f"of the {total.asked} forces asked"
    )
    lead = (
        f"Across {total.area}, {counted} recorded {number(total.value)} offences in {year}"
        f"{_average(may, year)}."
    )
    pair = next((c for (id, _), c in may.items() if id == "recorded_pair"), None)
    earlier = ""
    if pair:
        earlier = (
            f"For {pair.figures['old_year']} the charity reported {number(pair.figures['old'])}. "
            "The forces counted in the two years may differ."
        )
    return _Context(lead, earlier)


def _ages(may: Claims, year: Year) -> str:
    common = find(may, "recorded_most_common_age")
    young = find(may, "recorded_age_total")
    if common and young:
        return (
            f"Nationally, where age was recorded, {common.figures['value']} was the most common "
            f"age, and {number(young.figures['value'])} offences were against children "
            f"{_aged(young)}."
        )
    if common:
        age = common.figures["value"]
        return f"Nationally, where age was recorded, {age} was the most common age."
    if young:
        return (
            f"Nationally, {number(young.figures['value'])} offences were against children "
            f"{_aged(young)}."
        )
    return ""


def _aged(claim: Claim) -> str:
    limit = int(str(claim.figures["category"]).split("_")[0])
    return f"aged {small_number(limit)} and under"


def _local(cell: Cell, may: Claims) -> list[str]:
    """The change in words, and the cautions that travel with it."""
    said = [s.replace("We give", "The charity gives") for s in percent_or_why_not(may)]
    pair = moved(may)
    skipped = pair.figures.get("skipped_years") if pair else None
    if skipped:
        said.append(
            f"There is no figure for {and_list([str(y) for y in skipped])} to compare with."
        )
    longer = may.get(("rise", "latest_vs_first")) or may.get(("fall", "latest_vs_first"))
    if longer and longer.figures.get("old") is not None:
        said.append(
            f"In {longer.figures['old_year']} the figure was {number(longer.figures['old'])}."
        )
    if cell.is_revised:
        said.append(
            f"The figure was published as {number(cell.previously or 0)} before and has been "
            "revised."
        )
    if cell.provisional:
        said.append("The figure is provisional.")
    if cell.doubt:
        said.append("This figure is in doubt and is compared with no other.")
    if cell.months:
        said.append("A part of a year is compared with no other figure.")
    return said


def _fit(*candidates: str) -> str:
    """The first headline that fits; the last, cut at a word, if none does."""
    for headline in candidates:
        if len(headline) <= HEADLINE_LENGTH:
            return headline
    return candidates[-1][:HEADLINE_LENGTH].rsplit(" ", 1)[0]
