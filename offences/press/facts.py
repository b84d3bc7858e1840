"""The facts that pages and texts rest on: a force's figures, and the breakdowns of any area."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.timezone import localtime

from offences.claims.facts import AgeGroup, Ages, Facts, Share
from offences.models import Force, Measure, Release, ReleasedResponse
from offences.statistics.cells import Cell, State
from offences.statistics.dates import in_words
from offences.statistics.years import Year, years_between
from offences.trends import ReleasedSplit, Trend, newest_of, released_trends
from offences.words import other_figures as worded
from offences.words.answers import Answer
from offences.words.charity import charity
from offences.words.page import Briefing, Subject, brief
from offences.words.reasons import WE, Voice


def subject_of(force: Force, measure: Measure) -> Subject:
    return Subject(
        name=force.at_start,
        short_name=force.in_sentence,
        area=force.area,
        phrase=measure.phrase,
        phrase_singular=measure.phrase_singular,
    )


def facts_of(trend: Trend, latest: Year | None = None, on: dt.date | None = None) -> Facts:
    """A force's released figures as facts; `latest` is the newest year anything is known of.

    `on` is the day of a text’s embargo; without it the release's own day.
    """
    newest = trend.points[-1].year if trend.points else Year(trend.release.year)
    opens = trend.release.public_at
    return Facts(
        place=subject_of(trend.force, trend.measure).name,
        measure=trend.measure.phrase,
        latest=latest or newest,
        series=trend.series,
        scope="force",
        later=trend.later if latest in (None, newest) else (),
        published_on=on or (opens and localtime(opens).date()),
    )


def _answer(response: ReleasedResponse, trend: Trend) -> Answer:
    came = [p for p in trend.points if p.round == response.round and not p.cell.is_missing]
    return Answer(
        round_name=response.round_name,
        asked=response.round_asked,
        years=years_between(Year(response.round_first_year), Year(response.round_last_year)),
        outcome=response.outcome,
        outcome_when=in_words(response.outcome_on, response.outcome_precision),
        reference=response.reference,
        reason=response.reason,
        source_when=in_words(response.source_on, response.source_precision),
        printed=tuple(p.year for p in came),
        printed_when=came[-1].vintage if came else "",
        has_file=response.has_file,
        from_print=bool(came) and all(p.source_kind == "publication" for p in came),
    )


def other_figures(trend: Trend, others: Iterable[Trend]) -> list[str]:
    """The figures of a force in the newest releases, besides yearly ones of one measure."""
    found = []
    for each in (trend, *(other for other in others if other is not trend)):
        subject = subject_of(each.force, each.measure)
        if each is not trend:
            found.append(worded.newest_figure(subject, each.series))
        found += [
            worded.recorded_figure(
                subject, f.low, f.as_written, Year(f.year).label if f.year else f.period, f.doubt
            )
            for f in each.recorded
        ]
    return [words for words in found if words]


def briefing_of(
    trend: Trend, office: Sequence[str] = (), others: Sequence[Trend] = (), voice: Voice = WE
) -> Briefing:
    """The sentences of a force's page for one measure; `others` are the trends beside it."""
    return brief(
        subject_of(trend.force, trend.measure),
        facts_of(trend),
        totals=trend.totals,
        sums=trend.sums,
        answers=[_answer(response, trend) for response in trend.responses],
        later=trend.later,
        office=tuple(office),
        remarks={p.year: p.note for p in trend.points if p.note},
        held=other_figures(trend, others),
        voice=voice,
    )


def public_briefing(force: Force, now: dt.datetime) -> Briefing | None:
    """The facts of a force in the first measure that has a figure of it, as public at a moment."""
    rows = Release.objects.public(now).select_related("measure")
    newest = newest_of(rows.order_by("measure__position", "-number"))
    of_force = released_trends(force, newest)
    shown = next((trend for trend in of_force if trend.figures), next(iter(of_force), None))
    return briefing_of(shown, others=of_force) if shown else None


AGE_LIMITS = (10,)
"""“Ten and under”: the age that is asked about."""


def with_breakdowns(facts: Facts, splits: Iterable[ReleasedSplit], total: Cell) -> Facts:
    """The same facts with what the release has of the parts of their year.

    `total` is the whole that these are the parts of. Of all forces together the caller hands in
    splits of the very forces behind the total alone. Ages are said of people alone.
    """
    ages, shares, youngest = None, {}, None
    for split in splits:
        if facts.latest not in split.years or not split.complete:
            continue
        if split.kind == "age":
            if charity().victims_are_people:
                ages = _ages(split, facts.latest, total) or ages
        elif share := _share(split, facts.latest, total):
            shares[split.kind] = share
    if ages and facts.scope == "national":
        youngest = _youngest(ages)
    return replace(facts, ages=ages, age_limits=AGE_LIMITS, shares=shares, youngest=youngest)


def _ages(split: ReleasedSplit, year: Year, total: Cell) -> Ages | None:
    """The number at each age; a withheld one is at most what the others leave of the total."""
    cells = [(row.category, row.cell(year)) for row in split.rows]
    unknown = split.unknown.cell(year) if split.unknown else Cell.count(0)
    every = [*(cell for _, cell in cells), unknown]
    if any(category.age_from is None for category, _ in cells) or any(
        cell.is_missing or cell.doubt for cell in every
    ):
        return None
    shown = sum(cell.low or 0 for cell in every if cell.is_exact)
    left = max(0, (total.low or 0) - shown) if total.is_exact else None

    def limited(cell: Cell) -> Cell:
        is_open = cell.state is State.SUPPRESSED and cell.high is None
        return Cell.suppressed(cell.low or 0, left) if is_open and left is not None else cell

    groups = {
        AgeGroup(category.age_from or 0, category.age_to or 0): limited(cell)
        for category, cell in cells
    }
    return Ages(groups, limited(unknown))


def _youngest(ages: Ages) -> int | None:
    """The lowest single age with an offence, where no number below it is withheld."""
    for group, cell in sorted(ages.groups.items()):
        if group.is_band or not cell.is_exact:
            return None
        if cell.low:
            return group.low
    return None


def _share(split: ReleasedSplit, year: Year, total: Cell) -> Share | None:
    """The parts shown, of the cases whose part is known."""
    unknown = split.unknown.cell(year) if split.unknown else Cell.count(0)
    if not (total.is_exact and unknown.is_exact) or (unknown.low or 0) > (total.low or 0):
        return None
    parts = {
        row.category.name: row.cell(year).low or 0
        for row in split.rows
        if row.cell(year).is_exact and not row.cell(year).doubt
    }
    known = (total.low or 0) - (unknown.low or 0)
    return Share(of=total.low or 0, known=known, parts=parts) if parts else None
