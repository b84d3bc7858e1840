"""An event and its release → a draft for every force, nation, and for all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.text import slugify

from offences.claims.added import Together, together
from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.national_story import Story, nation_story, national_story, summed_story
from offences.claims.notes import Asked
from offences.claims.story import local_story
from offences.claims.totals import Total
from offences.models import (
    CampaignEvent,
    FigureKind,
    FigureState,
    FoiSubmission,
    Force,
    PressBody,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.press.grounds import NATIONAL, Summed, Whole, nations_of, of_all, of_nation, whole_of
from offences.press.subjects import facts_of, subject_of
from offences.refused import Refused
from offences.statistics.years import Year
from offences.trends import (
    Trend,
    breaks_of,
)


@dataclass(frozen=True)
class Draft:
    """A text for one body, with everything that might and might not be said."""

    body_kind: str
    body: str
    place: str
    headline: str
    text: str
    claims: tuple[Claim, ...]


def nobody(what: str, done: int, of: int) -> None:
    """Whoever does not ask how far it is."""


def drafts(
    event: CampaignEvent, force: str = "", tell: Callable[[str, int, int], None] = nobody
) -> list[Draft]:
    """A draft for every force that the release's round asked (or one), and the national one.

    `tell` hears how far it is: the step in words, how many forces are done, of how many.
    """
    release = release_of(event)
    whole = whole_of(release)
    figures, responses, totals = whole.figures, whole.responses, whole.totals
    slugs = _spoken_of(release, figures, responses)
    if force:  # any force of the release, by its address
        slugs = {r.force for r in responses} & {force}
    forces = list(Force.objects.filter(slug__in=slugs).order_by("area"))
    names = {each.slug: each.in_sentence for each in Force.objects.all()}
    asked = _asked(whole, names)
    national = _national(event, release, totals, asked, _together(whole.sum, of_all(whole)))
    made = []
    for done, each in enumerate(forces):
        tell(f"Drafting {each.area} for {event}", done, len(forces))
        made.append(_local_draft(event, whole.trend(each), national))
    for nation in nations_of(whole):
        if not force or force == slugify(nation):
            own = _together(whole.nations.get(nation), of_nation(whole, slugify(nation)))
            made += _nation_draft(event, release, nation, totals, national, own)
    if not force or force == NATIONAL:
        made.append(_national_draft(event, national))
    if not made:
        raise Refused(f"“{force}” is no force of {release}. Use the last part of its address.")
    return made


def _spoken_of(
    release: Release,
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
) -> set[str]:
    """The forces that have a text: those that the newest round asked, or with a figure."""
    asked = {r.force for r in responses if r.round == release.last_round.slug}
    told = {
        f.body
        for f in figures
        if (f.claim, f.body_kind, f.year) == (FigureKind.COUNT, "force", release.year)
        and f.state != FigureState.MISSING
    }
    return asked | told


def release_of(event: CampaignEvent) -> Release:
    release = event.release
    if release is None:
        raise Refused(f"{event} has no release. Choose the release that its texts speak from.")
    if not release.approved_at:
        raise Refused(f"{release} is not approved, so nothing can be drafted from it yet.")
    if release.withdrawn_at:
        if event.issued.exists():
            raise Refused(f"{release} was withdrawn. Make a new event for its correction.")
        raise Refused(f"{release} was withdrawn. Choose the release that corrects it.")
    return release


def _asked(whole: Whole, names: dict[str, str]) -> Asked:
    """Whom the newest round asked and what came of it: of a narrowed request the last word."""
    release, figures = whole.release, whole.figures
    last: dict[str, ReleasedResponse] = {}
    for response in sorted(whole.responses, key=lambda r: r.number):
        if response.round == release.last_round.slug:
            last[response.force] = response
    stated = next((r.round_asked for r in last.values() if r.round_asked), None)
    complete = release.last_round.complete

    told = {
        f.body
        for f in figures
        if f.claim == FigureKind.COUNT and f.year == release.year and f.state != FigureState.MISSING
    }

    def those(outcome: str) -> tuple[str, ...]:
        """Those of whom no figure is here: one that is here came, whatever the outcome says."""
        return tuple(
            names[force] for force, r in last.items() if r.outcome == outcome and force not in told
        )

    return Asked(
        forces=stated or (len(last) if complete else None),
        with_figures=len(told) if complete else None,
        silent=those(FoiSubmission.Outcome.NO_RESPONSE),
        refused=those(FoiSubmission.Outcome.REFUSED),
        late=those(FoiSubmission.Outcome.AWAITED),
        read_from_print=whole.is_from_print,
    )


def _together(summed: Summed | None, facts: Facts | None) -> Together | None:
    return together(summed.added, facts) if summed and facts else None


def _national(
    event: CampaignEvent,
    release: Release,
    totals: tuple[Total, ...],
    asked: Asked,
    whole: Together | None,
) -> Story:
    """The release for all forces, whose national block stands in every other one."""
    measure = release.measure
    return national_story(
        totals,
        Year(release.year),
        asked,
        phrase=measure.phrase,
        headline_phrase=measure.headline_phrase,
        short_ask=event.campaign.short_ask,
        definition=" ".join(filter(None, (measure.definition, measure.excludes))),
        breaks=breaks_of(release),
        whole=whole,
    )


def _local_draft(event: CampaignEvent, trend: Trend, national: Story) -> Draft:
    story = local_story(
        subject_of(trend.force, trend.measure),
        facts_of(trend, Year(trend.release.year)),
        national,
        headline_phrase=trend.measure.headline_phrase,
        vintages={p.year: p.vintage for p in trend.points if p.vintage},
        remarks={p.year: p.note for p in trend.points if p.note},
    )
    return Draft(
        PressBody.FORCE,
        trend.force.slug,
        trend.force.area,
        story.headline,
        _text(event, story, story.national),
        story.claims,
    )


def _nation_draft(
    event: CampaignEvent,
    release: Release,
    nation: str,
    totals: tuple[Total, ...],
    national: Story,
    sum_of: Together | None,
) -> list[Draft]:
    """A nation's text, of its sum or its printed total; that of a single force is the force's."""
    phrase = release.measure.headline_phrase
    if sum_of is not None:
        story: Story | None = summed_story(nation, sum_of, national, phrase)
    else:
        story = nation_story(
            nation,
            totals,
            Year(release.year),
            national,
            phrase=release.measure.phrase,
            headline_phrase=phrase,
            breaks=breaks_of(release),
        )
    if story is None:
        return []
    text = _text(event, story, story.national)
    body = slugify(nation)
    return [Draft(PressBody.NATION, body, nation, story.headline, text, story.claims)]


def _national_draft(event: CampaignEvent, national: Story) -> Draft:
    return Draft(
        PressBody.ALL,
        NATIONAL,
        "All forces",
        national.headline,
        _text(event, national, ""),
        national.claims,
    )


def _text(event: CampaignEvent, story: Story, context: str) -> str:
    written = render_to_string(
        "press/release.txt", {"event": event, "story": story, "context": context}
    )
    paragraphs = [part.strip() for part in written.split("\n\n")]
    return "\n\n".join(part for part in paragraphs if part) + "\n"
