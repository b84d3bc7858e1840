"""The sentences of a press release, slot by slot, each there only where a claim allows it.

The order is the press office's: headline, bullets, lead, local trend, national context, the ask,
one quote, ages, caveat; then numbered notes. The same facts give the same words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from offences.claims.briefing import Subject, softness
from offences.claims.claim import Claim, Claims
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
from offences.claims.notes import (
    WHOSE,
    Asked,
    Note,
    find,
    local_notes,
    national_notes,
    remark_on,
)
from offences.claims.totals import Total, facts_of, newest_total
from offences.claims.wording import counted, number, on_or_in, singular, small_number
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Break, Series, last_break
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
    vintages: Mapping[Year, str],
    remarks: Mapping[Year, str],
) -> Story:
    """The release for one force. `facts.latest` is the year of the release."""
    claims = claims_for(facts)
    may = allowed(claims)
    series = facts.series or Series({})
    cell = series.cell(facts.latest) if series.cells else Cell.missing(Missing.NOT_IN_RECORDS)
    story = national_story(
        totals,
        facts.latest,
        asked,
        phrase=subject.phrase,
        headline_phrase=headline_phrase,
        short_ask=short_ask,
        definition=definition,
        breaks=facts.breaks,
    )
    own = local_notes(facts, may, vintages)
    own += [remark_on(y, remarks[y]) for y in sorted(remarks) if y <= facts.latest]
    notes = (*story.notes, Note(subject.area, " ".join(own))) if own else story.notes
    change = change_from_before(may)
    if cell.is_missing:
        first, lead = _no_figure(subject, facts.latest, cell.why)
        none = "no figure yet" if cell.why in MAY_BE_ZERO else "no figure"
        headline = _fit(f"{subject.area}: {none} for {headline_phrase}", f"{subject.area}: {none}")
    else:
        one = is_single(cell)
        figure = told(cell, subject.phrase_singular if one else subject.phrase)
        part = f"{cell.months} month{'' if cell.months == 1 else 's'}" if cell.months else ""
        when = f" in {part} of {facts.latest}" if part else f" in {facts.latest}"
        lead = f"{subject.name} recorded {figure}{when}{', ' + change if change else ''}."
        shortly = told(cell, singular(headline_phrase) if one else headline_phrase)
        headline = _fit(
            f"{subject.area}: {shortly} in {part or 'a year'}",
            f"{subject.area}: {shortly}",
            f"{subject.area}: {shortly.split(' against ')[0]}",
        )
        briefly = change_from_before(may, short=True)
        first = f"{subject.name} recorded {figure}{when}"
        first += f", {briefly}" if briefly else ""
    return replace(
        story,
        headline=headline,
        bullets=(first, *story.bullets),
        lead=lead,
        local=tuple(_local(facts, cell, may, remarks)),
        notes=notes,
        claims=(*claims, *story.claims),
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
    if why in known:
        return known[why], f"{known[why]}. That is not a figure of zero."
    return (
        f"No figure for {short} for {year} in {WHOSE} records",
        f"No figure for {short} for {year} is in {WHOSE} records. "
        "That is neither zero nor a refusal.",
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
    breaks: Sequence[Break] = (),
) -> Story:
    """The national block, the same in every release, and the release for all forces together."""
    total = newest_total(totals, year)
    if total is None:
        coverage = (
            f"Of the {counted(asked.forces, 'forces')} asked, {asked.with_figures} gave figures "
            f"for {year}."
            if asked.forces and asked.with_figures is not None and not asked.read_from_print
            else ""
        )
        return Story(
            headline=_fit(f"{headline_phrase[:1].upper()}{headline_phrase[1:]}: {year}"),
            bullets=(short_ask,),
            lead=coverage,
            notes=tuple(national_notes(None, totals, year, asked, {}, definition, breaks)),
        )
    claims = claims_for(facts_of(total, totals))
    may = allowed(claims)
    context = _context(total, year, may, last_break(breaks, year))
    return Story(
        headline=_fit(
            f"{headline_phrase[:1].upper()}{headline_phrase[1:]}: {number(total.value)} in a year"
        ),
        bullets=(
            f"{_who(total)} recorded {counted(total.value, 'offences')} in {year}"
            f"{_average(may, year)}",
            short_ask,
        ),
        lead=_context(total, year, may, None, phrase).lead,
        national=" ".join(filter(None, (context.lead, context.earlier))),
        local=(context.earlier,) if context.earlier else (),
        ages=_ages(may, year),
        notes=tuple(national_notes(total, totals, year, asked, may, definition, breaks)),
        # The single years of a recorded total are not held: of those there is nothing to judge.
        claims=tuple(claim for claim in claims if claim.id.startswith("recorded_")),
    )


def nation_story(
    nation: str,
    totals: tuple[Total, ...],
    year: Year,
    asked: Asked,
    *,
    phrase: str,
    headline_phrase: str,
    short_ask: str,
    definition: str,
    breaks: Sequence[Break] = (),
) -> Story | None:
    """The release for one nation with several forces: its recorded total before the national one.

    None where no total of that nation was printed for the year: nothing is added up for it here.
    """
    own = tuple(replace(t, kind="total") for t in totals if (t.kind, t.area) == ("nation", nation))
    total = newest_total(own, year)
    if total is None:
        return None
    claims = claims_for(facts_of(total, own))
    may = allowed(claims)
    context = _context(total, year, may, last_break(breaks, year), phrase, rate=False)
    story = national_story(
        totals,
        year,
        asked,
        phrase=phrase,
        headline_phrase=headline_phrase,
        short_ask=short_ask,
        definition=definition,
        breaks=breaks,
    )
    printed = f"The total for {nation} is as reported {on_or_in(total.vintage)} by {total.source}."
    return replace(
        story,
        headline=_fit(
            f"{nation}: {number(total.value)} {headline_phrase} in a year",
            f"{nation}: {number(total.value)} {headline_phrase}",
        ),
        bullets=(
            f"{_who(total)} recorded {counted(total.value, 'offences')} in {year}",
            *story.bullets,
        ),
        lead=context.lead,
        local=(context.earlier,) if context.earlier else (),
        notes=(*story.notes, Note(nation, printed)),
        claims=(*(c for c in claims if c.id.startswith("recorded_")), *story.claims),
    )


@dataclass(frozen=True)
class _Context:
    lead: str
    earlier: str


def _who(total: Total) -> str:
    """Whose total it is, at the start of a bullet."""
    if total.with_figures and total.asked:
        return f"{total.with_figures} of {counted(total.asked, 'forces')} in {total.area}"
    if total.with_figures:
        return f"{counted(total.with_figures, 'forces')} in {total.area}"
    return f"Forces in {total.area}"


def _counted(total: Total) -> str:
    if total.with_figures and total.asked:
        return f"{total.with_figures} of the {counted(total.asked, 'forces')} asked"
    if total.with_figures:
        return counted(total.with_figures, "forces")
    return "the forces that answered"


def _average(may: Claims, year: Year) -> str:
    rate = find(may, "recorded_per_day", year)
    return f", an average of {number(rate.figures['rate'])} a day" if rate else ""


def _context(
    total: Total,
    year: Year,
    may: Claims,
    changed: Break | None,
    phrase: str = "offences",
    *,
    rate: bool = True,
) -> _Context:
    """The total with its coverage, and the earlier one; a small total without a rate, since 1.6 a
    day rounds down to 1."""
    lead = (
        f"Across {total.area}, {_counted(total)} recorded {counted(total.value, phrase)} in {year}"
        f"{_average(may, year) if rate else ''}."
    )
    pairs = [
        claim
        for (id, _), claim in may.items()
        if id == "recorded_pair" and claim.figures["new_year"] == year.label
    ]
    earlier = ""
    if pairs:
        pair = max(pairs, key=lambda claim: Year.parse(str(claim.figures["old_year"])))
        if changed and Year.parse(str(pair.figures["old_year"])) < changed.year:
            return _Context(lead, "")
        earlier = (
            f"For {pair.figures['old_year']} the charity reported {number(pair.figures['old'])}. "
            "The forces counted in the two years may differ."
        )
    return _Context(lead, earlier)


def _ages(may: Claims, year: Year) -> str:
    """What was printed of ages: of the release's own year, which the sentence names."""
    common = find(may, "recorded_most_common_age", year)
    young = find(may, "recorded_age_total", year)
    said = []
    if common:
        said.append(f"where age was recorded, {common.figures['value']} was the most common age")
    if young:
        said.append(
            f"{counted(young.figures['value'], 'offences')} "
            f"{'was' if young.figures['value'] == 1 else 'were'} against children {_aged(young)}"
        )
    return f"Nationally in {year}, {', and '.join(said)}." if said else ""


def _aged(claim: Claim) -> str:
    limit = int(str(claim.figures["category"]).split("_")[0])
    return f"aged {small_number(limit)} and under"


def _local(facts: Facts, cell: Cell, may: Claims, remarks: Mapping[Year, str]) -> list[str]:
    """The change in words, and the cautions that travel with it."""
    said = [
        s.replace("We give", "The charity gives") for s in percent_or_why_not(may, facts.thresholds)
    ]
    series, before = facts.series or Series({}), compared_year(may)
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
    gaps = [gap for gap in gaps_of(series, latest, whose=WHOSE) if gap.years[0].label in skipped]
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


def _fit(*candidates: str) -> str:
    """The first headline that fits; the last, cut at a word, if none does."""
    for headline in candidates:
        if len(headline) <= HEADLINE_LENGTH:
            return headline
    return candidates[-1][:HEADLINE_LENGTH].rsplit(" ", 1)[0]
