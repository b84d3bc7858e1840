"""An event and its release → a draft for every force, nation, and for all."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from django.template.loader import render_to_string
from django.utils.text import slugify

from offences import models as db
from offences.claims.claim import Claim
from offences.press import basis
from offences.press.blocks import HEADINGS, NOTES
from offences.press.facts import facts_of, subject_of
from offences.refused import Refused
from offences.statistics.years import Year
from offences.trends import Trend, breaks_of
from offences.words.notes import Asked, NationalNotes, national_notes
from offences.words.press import ForceCopy, TotalCopy, force_copy, published_copy, sum_copy

HEADLINE_LENGTH = 65
type Copy = ForceCopy | TotalCopy


@dataclass(frozen=True)
class Draft:
    """A text for a force, a nation or all, with its allowed and refused claims."""

    body_kind: str
    body: str
    place: str
    headline: str
    text: str
    claims: tuple[Claim, ...]


def no_report(step: str, done: int, of: int) -> None:
    """For a caller that shows no progress."""


def drafts(
    event: db.CampaignEvent, force: str = "", report: Callable[[str, int, int], None] = no_report
) -> list[Draft]:
    """A draft for every force that the release's round asked (or one), and the national one."""
    release = release_of(event)
    whole = basis.facts_of_release(release)
    newest = release.last_round.slug
    slugs = {r.force for r in whole.responses if r.round == newest} | _with_figure(whole)
    if force:  # any force of the release, by its address
        slugs = {r.force for r in whole.responses} & {force}
    forces = list(db.Force.objects.filter(slug__in=slugs).order_by("area"))
    shared = _shared(event, whole)
    made = []
    for done, each in enumerate(forces):
        report(f"Drafting {each.area} for {event}", done, len(forces))
        made.append(_force_draft(shared, whole.trend(each)))
    for nation in basis.nations_of(whole):
        if not force or force == slugify(nation):
            made += _nation_draft(shared, whole, nation)
    if not force or force == basis.NATIONAL:
        made.append(shared.draft("national", db.PressBody.ALL, basis.NATIONAL, "All forces", ()))
    if not made:
        raise Refused(f"“{force}” is no force of {release}. Use the last part of its address.")
    return made


def _with_figure(whole: basis.ReleaseFacts) -> set[str]:
    """The forces with a figure for the year of the release."""
    sought = (db.FigureKind.COUNT, "force", whole.release.year)
    counts = (f for f in whole.figures if (f.claim, f.body_kind, f.year) == sought)
    return {f.body for f in counts if f.state != db.FigureState.MISSING}


def release_of(event: db.CampaignEvent) -> db.Release:
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


def _asked(whole: basis.ReleaseFacts) -> Asked:
    """The forces that the newest round asked, with the last outcome of each request."""
    newest = whole.release.last_round
    last: dict[str, db.ReleasedResponse] = {}
    for response in sorted(whole.responses, key=lambda r: r.number):
        if response.round == newest.slug:
            last[response.force] = response
    stated = next((r.round_asked for r in last.values() if r.round_asked), None)
    with_figure = _with_figure(whole)
    names = {each.slug: each.in_sentence for each in db.Force.objects.all()}

    def without(outcome: str) -> tuple[str, ...]:
        """The forces without a figure here: a figure came, whatever the outcome says."""
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
    """The parts shared by every release of an event, used to put each into words."""

    event: db.CampaignEvent
    headline_phrase: str
    national: TotalCopy | None
    notes: NationalNotes

    def draft(
        self, template: str, kind: str, body: str, place: str, own: tuple[Claim, ...], **copy: Copy
    ) -> Draft:
        """A release in the words of its template, with its own claims before the shared ones."""
        context = {**vars(self), "force": None, "nation": None, **copy}
        written = render_to_string(f"press/{template}.txt", context)
        headlines, *paragraphs = _paragraphs(written)
        claims = (*own, *(self.national.claims if self.national else ()))
        text = "\n\n".join(_numbered(paragraphs)) + "\n"
        return Draft(kind, body, place, fit(*headlines.splitlines()), text, claims)


def _paragraphs(written: str) -> list[str]:
    """A template's paragraphs, without the blank lines that its conditions leave."""
    parts = (
        "\n".join(filter(None, (re.sub(r" +", " ", line).strip(" ") for line in part.splitlines())))
        for part in re.split(r"\n[ \t]*\n", written.strip())
    )
    return [part for part in parts if part]


def _numbered(paragraphs: Sequence[str]) -> Iterator[str]:
    """The lines between “Notes to editors” and the next heading, numbered, each a paragraph."""
    note: count[int] | None = None
    for paragraph in paragraphs:
        if paragraph in HEADINGS:
            note = count(1) if paragraph == NOTES else None
            yield paragraph
        elif note:
            yield from (f"{next(note)}. {line}" for line in paragraph.splitlines())
        else:
            yield paragraph


def fit(*headlines: str) -> str:
    """The first headline that fits; the last, cut at a word, if none does."""
    for headline in headlines:
        if len(headline) <= HEADLINE_LENGTH:
            return headline
    return headlines[-1][:HEADLINE_LENGTH].rsplit(" ", 1)[0]


def _shared(event: db.CampaignEvent, whole: basis.ReleaseFacts) -> Shared:
    measure, breaks = whole.release.measure, breaks_of(whole.release)
    summed, facts = whole.sum, basis.national_facts(whole)
    national = (
        sum_copy(summed.own, facts)
        if summed and facts
        else published_copy(whole.totals, whole.year, measure.phrase, breaks)
    )
    published, own = (national.published, national.own) if national else (None, None)
    asked, counted = _asked(whole), " ".join(filter(None, (measure.definition, measure.excludes)))
    notes = national_notes(published, own, whole.totals, asked, whole.year, counted, breaks)
    return Shared(event, measure.headline_phrase, national, notes)


def _force_draft(shared: Shared, trend: Trend) -> Draft:
    force = force_copy(
        subject_of(trend.force, trend.measure),
        facts_of(trend, Year(trend.release.year)),
        headline_phrase=shared.headline_phrase,
        vintages={p.year: p.vintage for p in trend.points if p.vintage},
        remarks={p.year: p.note for p in trend.points if p.note},
    )
    template, kind, of = "force" if force.opening else "no_figure", db.PressBody.FORCE, trend.force
    return shared.draft(template, kind, of.slug, of.area, force.claims, force=force)


def _nation_draft(shared: Shared, whole: basis.ReleaseFacts, nation: str) -> list[Draft]:
    """A nation's text, about its sum or its published total.

    A nation with a single force has the text of that force.
    """
    body, release = slugify(nation), whole.release
    summed, facts = whole.nations.get(nation), basis.nation_facts(whole, body)
    copy = sum_copy(summed.own, facts) if summed and facts else None
    copy = copy or published_copy(
        whole.totals, whole.year, release.measure.phrase, breaks_of(release), nation
    )
    if copy is None:
        return []
    kind = db.PressBody.NATION
    return [shared.draft("nation", kind, body, nation, copy.claims, nation=copy)]
