"""An event and its release → a draft for every force, nation, and for all."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.text import slugify
from django.utils.timezone import localtime

from offences import models as db
from offences.claims.claim import Claim
from offences.english import on_or_in
from offences.press import basis
from offences.press.composing import Composed, TextPlan, compose, national_sentences
from offences.press.facts import facts_of, subject_of
from offences.press.shared_parts import SharedParts, newer_release, shared_parts, with_figure
from offences.refused import Refused
from offences.statistics.years import Year
from offences.trends import Trend
from offences.words.angles import Angle
from offences.words.cells import shown
from offences.words.press import force_copy


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
    """For a caller that shows no progress."""


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
    slugs = {r.force for r in whole.responses if r.round == newest} | with_figure(whole)
    if force:  # any force of the release, by its address
        slugs = {r.force for r in whole.responses} & {force}
    forces = [each for each in whole.forces.values() if each.slug in slugs]
    shared = shared_parts(event, whole, max(filter(None, (event.embargo_at, now))))
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


def _draft(shared: SharedParts, plan: TextPlan, kind: str, body: str, place: str) -> Draft:
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


def _force_draft(shared: SharedParts, trend: Trend) -> Draft:
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


def _newer_figure(shared: SharedParts, trend: Trend) -> str:
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


def _nation_draft(shared: SharedParts, nation: str) -> list[Draft]:
    """A nation's text, about its sum or its published total.

    A nation with a single force has the text of that force.
    """
    if (area := shared.area(nation)) is None:
        return []
    plan = TextPlan("area", area=area, places=(nation,))
    return [_draft(shared, plan, db.PressBody.NATION, slugify(nation), nation)]
