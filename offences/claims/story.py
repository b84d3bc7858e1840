"""The sentences of a press release, slot by slot, each there only where a claim allows it.

The order is the press office's: headline, bullets, lead, local trend, national context, the ask,
one quote, ages, caveat; then numbered notes. The same facts give the same words.
"""

from dataclasses import dataclass, replace

from offences.claims.briefing import Subject
from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.gate import claims_for
from offences.claims.movement import (
    Claims,
    allowed,
    change_from_before,
    moved,
    percent_or_why_not,
    spoken,
)
from offences.claims.totals import Total, newest_total, not_asked
from offences.claims.wording import and_list, number, small_number
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year

HEADLINE_LENGTH = 65


@dataclass(frozen=True)
class Note:
    """One numbered note to editors."""

    title: str
    text: str


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


@dataclass(frozen=True)
class Asked:
    """Whom the round asked, and who is known not to have answered."""

    forces: int | None
    silent: tuple[str, ...] = ()  # “Dyfed-Powys Police”, for the middle of a sentence
    read_from_print: bool = False


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
    told = _local_notes(series, facts.latest, vintages)
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
            notes=tuple(_notes(None, totals, year, asked, {}, definition)),
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
        notes=tuple(_notes(total, totals, year, asked, may, definition)),
        claims=tuple(claims),
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


def _find(may: Claims, id: str, year: Year | None = None) -> Claim | None:
    return next(
        (
            claim
            for (name, subject), claim in may.items()
            if name == id and (year is None or subject == year.label or year.label in subject)
        ),
        None,
    )


def _average(may: Claims, year: Year) -> str:
    rate = _find(may, "recorded_per_day", year)
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
    common = _find(may, "recorded_most_common_age")
    young = _find(may, "recorded_age_total")
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


def _local_notes(series: Series, year: Year, vintages: dict[Year, str]) -> list[str]:
    """Why no record is claimed, which years are missing, and what was never restated."""
    run = series.run(year) if series.cells else ()
    gaps = [y for y in run if series.cell(y).is_missing]
    notes = []
    cell = series.cell(year) if series.cells else None
    if gaps and cell and not cell.is_missing:
        missing = and_list([y.label for y in gaps])
        verb = "is" if len(gaps) == 1 else "are"
        noun = "The year" if len(gaps) == 1 else "The years"
        notes.append(
            f"{noun} {missing} {verb} not in our records, so {spoken(cell)} cannot be called "
            "a record."
        )
    newest = vintages.get(year)
    for y in run:
        old = series.cell(y)
        if newest and y < year and not old.is_missing and vintages.get(y) not in (None, newest):
            notes.append(
                f"The figure for {y}, {spoken(old)}, was published in {vintages[y]} and not "
                "restated."
            )
        if old.doubt and not old.is_missing:
            notes.append(f"The figure for {y}, {spoken(old)}, is in doubt: {old.doubt}.")
        if old.is_revised:
            notes.append(
                f"The figure for {y} was published as {number(old.previously or 0)} before; it is "
                f"now {spoken(old)}."
            )
    return notes


def _notes(
    total: Total | None,
    totals: tuple[Total, ...],
    year: Year,
    asked: Asked,
    may: Claims,
    definition: str,
) -> list[Note]:
    where = f" in {total.area}" if total else ""
    forces = total.asked if total and total.asked else asked.forces
    how_many = f"{forces} police forces" if forces else "police forces"
    source = f"Answers to Freedom of Information requests to {how_many}{where}. "
    source += "These are not official statistics."
    if asked.read_from_print:
        source += " The local figures are read from print; the forces’ own answers are not held."
    notes = [
        Note("Source", source),
        Note(
            "Period",
            f"April {year.starts_on.year} to March {year.ends_on.year}. An offence counts in the "
            "year it was recorded, which may be later than the year it happened.",
        ),
        Note(
            "Offences",
            definition,
        ),
    ]
    if total and total.with_figures and total.asked:
        notes.append(Note("Who answered", _who_answered(total, asked)))
    rate = _find(may, "recorded_per_day", year)
    if rate and total:
        notes.append(
            Note(
                "Each day",
                f"The {year.days} days of {year} and {number(total.value)} offences make "
                f"{rate.figures['exact']} a day, given as {number(rate.figures['rate'])}: rates "
                "are rounded down.",
            )
        )
    if _find(may, "recorded_age_total") or _find(may, "recorded_most_common_age"):
        contradicted = [
            t.note for t in totals if t.claim == "age_total" and t.year == year and t.note
        ]
        known = "How many offences had a known age was not published."
        notes.append(Note("Ages", " ".join([known, *contradicted])))
    if earlier := _earlier(total, totals, year):
        notes.append(Note("Earlier years", earlier))
    return notes


def _who_answered(total: Total, asked: Asked) -> str:
    said = [f"Figures came from {total.with_figures} of {total.asked} forces."]
    if asked.silent:
        verb = "was" if len(asked.silent) == 1 else "were"
        names = and_list(list(asked.silent))
        said.append(f"{names[:1].upper()}{names[1:]} {verb} reported as unable to respond.")
        others = (total.asked or 0) - (total.with_figures or 0) - len(asked.silent)
        if others > 0:
            named = "is" if others == 1 else "are"
            said.append(f"The other {small_number(others)} {named} not named in our records.")
    if left := not_asked(total):
        said.append(f"{left.removesuffix('.')}, so this is not a figure for the UK.")
    return " ".join(said)


def _earlier(total: Total | None, totals: tuple[Total, ...], year: Year) -> str:
    """Earlier totals that were printed more than once: each as reported, none compared."""
    if total is None:
        return ""
    said = []
    for other in totals:
        if other.claim != "total" or other.kind != "total" or other.year >= year:
            continue
        if other.vintage != total.vintage:
            continue
        before = [
            t
            for t in totals
            if t.claim == "total" and t.kind == "total" and t.year == other.year and t is not other
        ]
        text = f"The {number(other.value)} for {other.year} is as reported in {other.vintage}."
        if before:
            values = and_list([number(t.value) for t in sorted(before, key=lambda t: t.value)])
            text += f" Earlier releases gave {values}, from other sets of forces."
        said.append(text)
    return " ".join(said)


def _fit(*candidates: str) -> str:
    """The first headline that fits; the last, cut at a word, if none does."""
    for headline in candidates:
        if len(headline) <= HEADLINE_LENGTH:
            return headline
    return candidates[-1][:HEADLINE_LENGTH].rsplit(" ", 1)[0]
