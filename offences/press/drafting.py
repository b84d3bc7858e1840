"""An event and its release → a draft for every force, nation, and for all."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.text import slugify
from django.utils.timezone import localtime

from offences import models as db
from offences.claims.claim import Claim
from offences.english import on_or_in
from offences.press import basis
from offences.press.approved_words import quote_for
from offences.press.composing import Composed, TextPlan, compose, national_sentences
from offences.press.facts import facts_of, subject_of
from offences.refused import Refused
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.trends import Trend, breaks_of
from offences.trends.released import released_cell
from offences.words import notes
from offences.words.angles import Angle
from offences.words.cells import shown
from offences.words.charity import charity
from offences.words.notes import Asked, NationalNotes
from offences.words.press import force_copy
from offences.words.reasons import Voice, voice_of
from offences.words.total_copy import TotalCopy, published_copy, sum_copy


@dataclass(frozen=True)
class Draft:
    """A text for a force, a nation or all, with its allowed and refused claims."""

    body_kind: str
    body: str
    place: str
    headline: str
    text: str
    claims: tuple[Claim, ...]
    angles: tuple[Angle, ...] = ()  # which could lead it, the strongest first
    angle: str = ""  # which leads it
    held: str = ""  # why an officer holds it back
    nation: str = ""  # for which quotes are chosen; empty for all
    national: tuple[str, ...] = ()  # what the event's local texts say of all forces


def no_report(step: str, done: int, of: int) -> None:
    """Report no progress."""


def drafts(
    event: db.CampaignEvent,
    force: str = "",
    report: Callable[[str, int, int], None] = no_report,
    *,
    now: dt.datetime | None = None,
) -> list[Draft]:
    """A draft for every force that the release's round asked (or one), and the national one.

    Newer figures are pointed to if they are public by the embargo, or by `now` where that is later.
    """
    release = release_of(event)
    whole = basis.facts_of_release(release)
    newest = release.last_round.slug
    slugs = {r.force for r in whole.responses if r.round == newest} | _with_figure(whole)
    if force:  # any force of the release, by its address
        slugs = {r.force for r in whole.responses} & {force}
    forces = [each for each in whole.forces.values() if each.slug in slugs]
    shared = _shared(event, whole, max(filter(None, (event.embargo_at, now))))
    said_of_all = national_sentences(shared)
    made: list[Draft] = []
    for done, each in enumerate(sorted(forces, key=lambda each: each.area)):
        report(f"Drafting {each.area} for {event}", done, len(forces))
        made.append(_force_draft(shared, whole.trend(each)))
    for nation in basis.nations_of(whole):
        if not force or force == slugify(nation):
            made += _nation_draft(shared, nation)
    if not force or force == basis.NATIONAL:
        plan = TextPlan("national")
        made.append(_draft(shared, plan, db.PressBody.ALL, basis.NATIONAL, "All forces"))
    if not made:
        raise Refused(f"“{force}” is no force of {release}. Use the last part of its address.")
    return [replace(each, national=said_of_all) for each in made]


def _with_figure(whole: basis.ReleaseFacts) -> set[str]:
    """The forces with a figure for the year of the release."""
    sought = (db.FigureKind.COUNT, "force", whole.release.year)
    counts = (f for f in whole.figures if (f.figure_kind, f.body_kind, f.year) == sought)
    return {f.body for f in counts if f.state != db.FigureState.MISSING}


def release_of(event: db.CampaignEvent) -> db.Release:
    """The release that an event's texts rest on, where they may."""
    release = event.release
    if release is None:
        raise Refused(f"{event} has no release. Choose the release that its texts speak from.")
    if why := why_not_rest_on(release, event):
        raise Refused(why)
    return release


def why_not_rest_on(release: db.Release, event: db.CampaignEvent) -> str:
    """Why no text of an event rests on this release; empty if it may."""
    if not release.approved_at:
        return f"{release} is not approved, so nothing can be drafted from it yet."
    if release.withdrawn_at:
        if event.pk and event.issued.exists():
            return f"{release} was withdrawn. Make a new event for its correction."
        return f"{release} was withdrawn. Choose the release that corrects it."
    newer = newer_release(release, event.embargo_at)
    if newer and not event.older_because.strip():
        return (
            f"{newer} is public by the embargo and replaces {release}. Choose it, or write down "
            "why the event rests on the older one."
        )
    return ""


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
    with_figure = _with_figure(whole)
    names = {slug: each.in_sentence for slug, each in whole.forces.items()}

    def without(outcome: str) -> tuple[str, ...]:
        """The forces without a figure here, whatever their outcome says."""
        missing = (force for force, r in last.items() if r.outcome == outcome)
        return tuple(names[force] for force in missing if force not in with_figure)

    return Asked(
        forces=stated or (len(last) if newest.complete else None),
        with_figures=len(with_figure) if newest.complete else None,
        silent=without(db.FoiSubmission.Outcome.NO_RESPONSE),
        refused=without(db.FoiSubmission.Outcome.REFUSED),
        late=without(db.FoiSubmission.Outcome.AWAITED),
        read_from_print=whole.is_from_publication,
    )


@dataclass(frozen=True)
class Shared:
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


def _shared(event: db.CampaignEvent, whole: basis.ReleaseFacts, at: dt.datetime) -> Shared:
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
    return Shared(
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


def _draft(shared: Shared, plan: TextPlan, kind: str, body: str, place: str) -> Draft:
    made: Composed = compose(shared, plan)
    claims = [*(plan.force.claims if plan.force else ())]
    claims += plan.area.claims if plan.area else ()
    claims += shared.national.claims if shared.national else ()
    nation = plan.places[0] if plan.places else ""
    draft = Draft(kind, body, place, made.headline, made.text, tuple(claims), nation=nation)
    if plan.force is None:
        return draft
    leads = plan.force.angle.id if plan.force.angle else plan.kind
    angles, held = plan.force.angles, plan.force.held
    return replace(draft, angles=angles, angle=leads, held=held)


def _force_draft(shared: Shared, trend: Trend) -> Draft:
    """A force's text: its own story, else that of its nation or region, else the national one."""
    force = trend.force
    chosen = shared.angles.get(force.slug) or shared.event.angle
    places = basis.places_of(force)
    area = next(filter(None, map(shared.area, places)), None)
    on = localtime(shared.event.embargo_at).date()
    own = force_copy(
        subject_of(force, trend.measure),
        facts_of(trend, Year(trend.release.year), on),
        headline_phrase=shared.measure.headline_phrase,
        vintages={p.year: p.vintage for p in trend.points if p.vintage},
        remarks={p.year: p.note for p in trend.points if p.note},
        voice=shared.voice,
        is_from_print=shared.asked.read_from_print,
        reported=_reported(trend, shared.whole.year),
        total=area or shared.national,
        superseded=_newer_figure(shared, trend),
        angle=chosen,
    )
    kind = "force" if own.angle else "area" if area else "national"
    if own.angle and area and force.area not in area.covers:
        area = None  # a total that may not include the force says nothing of its figure
    plan = TextPlan(kind, own, area, tuple(places), force.slug)
    return _draft(shared, plan, db.PressBody.FORCE, force.slug, force.area)


def _reported(trend: Trend, year: Year) -> str:
    """Who published the figure of a year, and when: “in June 2019 by a newspaper”."""
    point = next((p for p in trend.points if p.year == year), None)
    if point is None or point.source_kind != "publication" or not point.vintage:
        return ""
    return (
        f"{on_or_in(point.vintage)} by {point.source}" if point.source else on_or_in(point.vintage)
    )


def _newer_figure(shared: Shared, trend: Trend) -> str:
    """What an officer does where a newer release has another figure of the force for the year."""
    newer = shared.newer_cells.get(trend.force.slug)
    cell = trend.series.cell(shared.whole.year)
    if newer is None or (newer.low, newer.high) == (cell.low, cell.high):
        return ""
    assert shared.newer
    has = f"{shared.newer} has {shown(newer)} for {shared.whole.year}, so this text is out of date."
    of = Year(shared.newer.year)
    about = f", for texts about {of}" if of != shared.whole.year else ""
    if shared.is_issued:
        return f"{has} Make a new event that rests on that release{about}."
    return f"{has} Choose that release for the event{about}."


def _nation_draft(shared: Shared, nation: str) -> list[Draft]:
    """A nation's text, about its sum or its published total.

    A nation with a single force has the text of that force.
    """
    if (area := shared.area(nation)) is None:
        return []
    plan = TextPlan("area", area=area, places=(nation,))
    return [_draft(shared, plan, db.PressBody.NATION, slugify(nation), nation)]


def _area_copy(shared: Shared, place: str) -> TotalCopy | None:
    """A nation's or a region's sum or published total, with whose figures are in it."""
    whole, phrase = shared.whole, charity().in_newspapers(shared.measure.phrase)
    summed, facts = whole.nations.get(place), basis.nation_facts(whole, slugify(place))
    copy = sum_copy(summed.own, facts, phrase, shared.voice) if summed and facts else None
    newest = {r.force for r in whole.responses if r.round == whole.release.last_round.slug}
    here = [f for f in whole.forces.values() if place in basis.places_of(f) and f.slug in newest]
    breaks = breaks_of(whole.release)
    copy = copy or published_copy(whole.totals, whole.year, phrase, breaks, place, len(here))
    if copy is None:
        return None
    gave = _with_figure(whole)
    covers = sorted(f.area for f in here if f.slug in gave)
    total = copy.own or copy.published
    if total and total.with_figures == len(here):
        return replace(copy, covers=tuple(sorted(f.area for f in here)))
    if not total or (len(covers), len(here)) != (total.with_figures, total.asked):
        return copy
    lacks = {f.area: f.in_sentence for f in here if f.slug not in gave}
    lacking = notes.not_included(lacks.values(), shared.asked) if lacks else ""
    copy = replace(copy, covers=tuple(covers), lacks=tuple(sorted(lacks)), lacking=lacking)
    cells = {f.area: whole.trend(f).series.cell(whole.year) for f in here if f.slug in gave}
    whole_number = copy.published.value if copy.published else None
    is_known = all(cell.is_exact and cell.is_comparable for cell in cells.values())
    if not is_known or sum(cell.low or 0 for cell in cells.values()) != whole_number:
        return copy
    return replace(copy, counts={area: f" ({shown(cell)})" for area, cell in cells.items()})
