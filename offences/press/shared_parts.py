"""The parts that all texts of an event share: its release, who was asked, the total of all."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.text import slugify

from offences import models as db
from offences.press import basis
from offences.press.approved_words import quote_for
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.trends import breaks_of
from offences.trends.released import released_cell
from offences.words import notes
from offences.words.cells import shown
from offences.words.charity import charity
from offences.words.notes import Asked, NationalNotes
from offences.words.reasons import Voice, voice_of
from offences.words.total_copy import TotalCopy, published_copy, sum_copy


@dataclass(frozen=True)
class SharedParts:
    """The parts shared by every text of an event, used to put each into words."""

    event: db.CampaignEvent
    whole: basis.ReleaseFacts
    voice: Voice
    asked: Asked
    notes: NationalNotes
    national: TotalCopy | None
    newer: db.Release | None  # which replaces the release
    newer_cells: dict[str, Cell]  # of forces for the same year, by address
    is_issued: bool  # a text of the event is, so that its release stays
    angles: Mapping[str, str]  # chosen for single texts, by body
    blocks: Mapping[str, str]  # in the event's own words
    spokespeople: Sequence[db.Spokesperson]
    areas: dict[str, TotalCopy | None] = field(default_factory=dict)  # by name, once each
    quotes: dict[str, str] = field(default_factory=dict)  # by nation, once each

    @property
    def measure(self) -> db.Measure:
        return self.whole.release.measure

    def area(self, place: str) -> TotalCopy | None:
        if place not in self.areas:
            self.areas[place] = _area_copy(self, place)
        return self.areas[place]

    def quote(self, nation: str) -> str:
        if nation not in self.quotes:
            self.quotes[nation] = quote_for(self.event, nation)
        return self.quotes[nation]


def shared_parts(
    event: db.CampaignEvent, whole: basis.ReleaseFacts, at: dt.datetime
) -> SharedParts:
    """What the texts of an event share; newer figures count if they are public by then."""
    measure, breaks = whole.release.measure, breaks_of(whole.release)
    voice, phrase = voice_of(event.campaign.charity), charity().in_newspapers(measure.phrase)
    summed, facts = whole.sum, whole.national and whole.national[0]
    national = (
        sum_copy(summed.own, facts, phrase, voice)
        if summed and facts
        else published_copy(whole.totals, whole.year, phrase, breaks)
    )
    published, own = (national.published, national.own) if national else (None, None)
    asked, counted = _asked(whole), " ".join(filter(None, (measure.definition, measure.excludes)))
    shared_notes = notes.national_notes(
        published, own, whole.totals, asked, whole.year, counted, breaks, voice
    )
    newer = newer_release(whole.release, at)
    cells = _cells_of(newer, whole.year) if newer else {}
    angles = dict(event.texts.exclude(angle="").values_list("body", "angle"))
    return SharedParts(
        event,
        whole,
        voice,
        asked,
        shared_notes,
        national,
        newer,
        cells,
        event.issued.exists(),
        angles,
        blocks=dict(event.blocks.values_list("block", "words")),
        spokespeople=list(event.spokespeople.all()),
    )


def _cells_of(release: db.Release, year: Year) -> dict[str, Cell]:
    """The cells that a release has of each force for a year."""
    rows = release.figures.filter(breakdown="", body_kind="force", figure_kind=db.FigureKind.COUNT)
    rows = rows.filter(year=year.start, category="total").exclude(state=db.FigureState.MISSING)
    return {row.body: released_cell(row) for row in rows}


def with_figure(whole: basis.ReleaseFacts) -> set[str]:
    """The forces with a figure for the year of the release."""
    sought = (db.FigureKind.COUNT, "force", whole.release.year)
    counts = (f for f in whole.figures if (f.figure_kind, f.body_kind, f.year) == sought)
    return {f.body for f in counts if f.state != db.FigureState.MISSING}


def newer_release(release: db.Release, by: dt.datetime) -> db.Release | None:
    """The newest release of the same measure that replaces this one and is public by then."""
    rows = db.Release.objects.public(by).filter(measure=release.measure_id)
    return rows.filter(number__gt=release.number).order_by("number").last()


def _asked(whole: basis.ReleaseFacts) -> Asked:
    """The forces that the newest round asked, with the last outcome of each request."""
    newest = whole.release.last_round
    last: dict[str, db.ReleasedResponse] = {}
    for response in sorted(whole.responses, key=lambda r: r.number):
        if response.round == newest.slug:
            last[response.force] = response
    stated = next((r.round_asked for r in last.values() if r.round_asked), None)
    gave = with_figure(whole)
    names = {slug: each.in_sentence for slug, each in whole.forces.items()}

    def without(outcome: str) -> tuple[str, ...]:
        """The forces without a figure here, whatever their outcome says."""
        missing = (force for force, r in last.items() if r.outcome == outcome)
        return tuple(names[force] for force in missing if force not in gave)

    return Asked(
        forces=stated or (len(last) if newest.complete else None),
        with_figures=len(gave) if newest.complete else None,
        silent=without(db.FoiSubmission.Outcome.NO_RESPONSE),
        refused=without(db.FoiSubmission.Outcome.REFUSED),
        late=without(db.FoiSubmission.Outcome.AWAITED),
        read_from_print=whole.is_from_publication,
    )


def _area_copy(shared: SharedParts, place: str) -> TotalCopy | None:
    """A nation's or a region's sum or published total, with whose figures are in it."""
    whole, phrase = shared.whole, charity().in_newspapers(shared.measure.phrase)
    summed, facts = whole.nations.get(place), basis.nation_facts(whole, slugify(place))
    copy = sum_copy(summed.own, facts, phrase, shared.voice) if summed and facts else None
    newest = {r.force for r in whole.responses if r.round == whole.release.last_round.slug}
    here = [f for f in whole.forces.values() if place in basis.places_of(f) and f.slug in newest]
    breaks = breaks_of(whole.release)
    copy = copy or published_copy(whole.totals, whole.year, phrase, breaks, place, len(here))
    return _with_forces(copy, here, shared) if copy else None


def _with_forces(copy: TotalCopy, here: Sequence[db.Force], shared: SharedParts) -> TotalCopy:
    """The copy with the forces in its total, and with their counts if these add up to it."""
    whole, gave = shared.whole, with_figure(shared.whole)
    covers = sorted(f.area for f in here if f.slug in gave)
    total = copy.own or copy.published
    if total and total.with_figures == len(here):
        return replace(copy, covers=tuple(sorted(f.area for f in here)))
    if not total or (len(covers), len(here)) != (total.with_figures, total.asked):
        return copy  # nobody knows which forces are in it
    lacks = {f.area: f.in_sentence for f in here if f.slug not in gave}
    lacking = notes.not_included(lacks.values(), shared.asked) if lacks else ""
    copy = replace(copy, covers=tuple(covers), lacks=tuple(sorted(lacks)), lacking=lacking)
    cells = {f.area: whole.trend(f).series.cell(whole.year) for f in here if f.slug in gave}
    published = copy.published.value if copy.published else None
    is_known = all(cell.is_exact and cell.is_comparable for cell in cells.values())
    if not is_known or sum(cell.low or 0 for cell in cells.values()) != published:
        return copy
    return replace(copy, counts={area: f" ({shown(cell)})" for area, cell in cells.items()})
