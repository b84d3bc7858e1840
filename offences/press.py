"""Press releases: drafted from a release's allowed claims, edited, issued by a second person."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.timezone import localtime

from offences.claims.answers import Answer
from offences.claims.briefing import Briefing, Subject, brief
from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.notes import Asked
from offences.claims.story import Story, local_story, nation_story, national_story
from offences.claims.totals import Total
from offences.models import (
    CampaignEvent,
    FoiSubmission,
    Force,
    IssuedText,
    Measure,
    PressRelease,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.dates import in_words
from offences.statistics.years import Year, years_between
from offences.trends import Trend, breaks_of, figures_of, responses_of, totals_of, trend_of

NATIONAL = "national"


class Refused(Exception):
    """A step that the rules do not allow; the message says why and what to do."""


@dataclass(frozen=True)
class Draft:
    """A text for one body, with everything that might and might not be said."""

    body_kind: str
    body: str
    place: str
    headline: str
    text: str
    claims: tuple[Claim, ...]


# ---- the words of a force and measure ----------------------------------------------------------


def subject_of(force: Force, measure: Measure) -> Subject:
    return Subject(
        name=force.at_start,
        short_name=force.in_sentence,
        area=force.area,
        phrase=measure.phrase,
        phrase_singular=measure.phrase_singular,
    )


def facts_of(trend: Trend, latest: Year | None = None) -> Facts:
    """A force's released figures as facts; `latest` is the newest year anything is known of."""
    newest = trend.points[-1].year if trend.points else Year(trend.release.year)
    return Facts(
        place=subject_of(trend.force, trend.measure).name,
        measure=trend.measure.phrase,
        latest=latest or newest,
        series=trend.series,
        scope="force",
        published_on=localtime(trend.release.public_at).date() if trend.release.public_at else None,
    )


def answers_of(trend: Trend) -> list[Answer]:
    """What the force answered in each round of the release, newest first."""
    return [_answer(response, trend) for response in trend.responses]


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


def briefing_of(trend: Trend, office: Sequence[str] = ()) -> Briefing:
    """The sentences of a force's page for one measure."""
    return brief(
        subject_of(trend.force, trend.measure),
        facts_of(trend),
        totals=trend.totals,
        answers=answers_of(trend),
        later=trend.later,
        office=tuple(office),
        remarks={p.year: p.note for p in trend.points if p.note},
    )


# ---- drafting ----------------------------------------------------------------------------------


def drafts(event: CampaignEvent, force: str = "") -> list[Draft]:
    """A draft for every force that the release knows of (or one), and the national one."""
    release = _release_of(event)
    figures, responses = figures_of([release]), responses_of([release])
    slugs = {r.force for r in responses} & ({force} if force else {r.force for r in responses})
    forces = list(Force.objects.filter(slug__in=slugs).order_by("area"))
    names = {each.slug: each.in_sentence for each in Force.objects.all()}
    asked = _asked(release, responses, figures, names)
    made = []
    for each in forces:
        trend = trend_of(each, release, figures, responses)
        made.append(_local_draft(event, trend, asked))
    totals = totals_of(release, figures)
    for nation in sorted({t.area for t in totals if t.kind == "nation"}):
        if not force or force == slugify(nation):
            made += _nation_draft(event, release, nation, totals, asked)
    if not force or force == NATIONAL:
        made.append(_national_draft(event, release, totals, asked))
    if not made:
        raise Refused(f"“{force}” is no force of {release}. Use the last part of its address.")
    return made


def _release_of(event: CampaignEvent) -> Release:
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


def _asked(
    release: Release,
    responses: Sequence[ReleasedResponse],
    figures: Sequence[ReleasedFigure],
    names: dict[str, str],
) -> Asked:
    """Whom the newest round asked and what came of it: of a narrowed request the last word."""
    last: dict[str, ReleasedResponse] = {}
    for response in sorted(responses, key=lambda r: r.number):
        if response.round == release.last_round.slug:
            last[response.force] = response
    stated = next((r.round_asked for r in last.values() if r.round_asked), None)
    complete = release.last_round.complete

    def those(outcome: str) -> tuple[str, ...]:
        return tuple(names[force] for force, r in last.items() if r.outcome == outcome)

    told = {
        f.body
        for f in figures
        if f.claim == ReleasedFigure.Claim.COUNT
        and f.year == release.year
        and f.state != ReleasedFigure.State.MISSING
    }
    return Asked(
        forces=stated or (len(last) if complete else None),
        with_figures=len(told) if complete else None,
        silent=those(FoiSubmission.Outcome.NO_RESPONSE),
        refused=those(FoiSubmission.Outcome.REFUSED),
        late=those(FoiSubmission.Outcome.AWAITED),
        read_from_print=any(
            f.source_kind == "publication" and f.claim == ReleasedFigure.Claim.COUNT
            for f in figures
        ),
    )


def _words(measure: Measure, event: CampaignEvent) -> dict[str, str]:
    return {
        "headline_phrase": measure.headline_phrase,
        "short_ask": event.campaign.short_ask,
        "definition": " ".join(filter(None, (measure.definition, measure.excludes))),
    }


def _local_draft(event: CampaignEvent, trend: Trend, asked: Asked) -> Draft:
    story = local_story(
        subject_of(trend.force, trend.measure),
        facts_of(trend, Year(trend.release.year)),
        trend.totals,
        asked,
        vintages={p.year: p.vintage for p in trend.points if p.vintage},
        remarks={p.year: p.note for p in trend.points if p.note},
        **_words(trend.measure, event),
    )
    return Draft(
        PressRelease.Body.FORCE,
        trend.force.slug,
        trend.force.area,
        story.headline,
        _text(event, story, story.national),
        story.claims,
    )


def _nation_draft(
    event: CampaignEvent, release: Release, nation: str, totals: tuple[Total, ...], asked: Asked
) -> list[Draft]:
    """One nation's text, where its total was printed; a nation of one force has that force's."""
    measure = release.measure
    story = nation_story(
        nation,
        totals,
        Year(release.year),
        asked,
        phrase=measure.phrase,
        breaks=breaks_of(release),
        **_words(measure, event),
    )
    if story is None:
        return []
    text = _text(event, story, story.national)
    body = slugify(nation)
    return [Draft(PressRelease.Body.NATION, body, nation, story.headline, text, story.claims)]


def _national_draft(event: CampaignEvent, release: Release, totals, asked: Asked) -> Draft:
    measure = release.measure
    story = national_story(
        totals,
        Year(release.year),
        asked,
        phrase=measure.phrase,
        breaks=breaks_of(release),
        **_words(measure, event),
    )
    return Draft(
        PressRelease.Body.ALL,
        NATIONAL,
        "All forces",
        story.headline,
        _text(event, story, ""),
        story.claims,
    )


def _text(event: CampaignEvent, story: Story, context: str) -> str:
    written = render_to_string(
        "press/release.txt", {"event": event, "story": story, "context": context}
    )
    paragraphs = [part.strip() for part in written.split("\n\n")]
    return "\n\n".join(part for part in paragraphs if part) + "\n"


def words_of(text: PressRelease) -> str:
    """What an editor has before them: another as soon as a word, a figure or an author changes."""
    return _fingerprint(_words_of(text))


def state_of(text: PressRelease) -> str:
    """What would leave if the text were issued: its words, when it opens, what stands above it."""
    event, release = text.event, text.release
    about = (
        *(event.slug, event.name, event.notice),
        *(_moment(event.embargo_at), event.embargo_precision),
        _moment(release.public_at),
    )
    return _fingerprint((*_words_of(text), *about))


def _words_of(text: PressRelease) -> tuple[object, ...]:
    edited = _moment(text.edited_at)
    return (text.release_id, text.headline, text.text, _moment(text.prepared_at), edited)


def _moment(at: dt.datetime | None) -> float | None:
    """The same for the same moment, on whatever clock it is told."""
    return at.timestamp() if at else None


def _fingerprint(told: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _locked_event(event: CampaignEvent) -> CampaignEvent:
    """The event as it is now, held until the transaction ends. Events are locked before texts."""
    return CampaignEvent.objects.select_for_update().get(pk=event.pk)


def _locked_texts(event: CampaignEvent) -> QuerySet[PressRelease]:
    """Its texts as they are now, held too, always in the same order."""
    return PressRelease.objects.select_for_update().filter(event=event).order_by("pk")


def _values(draft: Draft, release: Release) -> dict[str, object]:
    return {
        "release": release,
        "body_kind": draft.body_kind,
        "place": draft.place,
        "headline": draft.headline,
        "text": draft.text,
        "claims": [claim.as_document() for claim in draft.claims],
    }


def draft_event(
    event: CampaignEvent,
    *,
    by: User,
    now: dt.datetime,
    force: str = "",
    made: Sequence[Draft] | None = None,
) -> list[PressRelease]:
    """Store the drafts of an event. A text that a person edited or issued is left as it is."""
    with transaction.atomic():
        locked = _locked_event(event)
        if made is None:
            made = drafts(locked, force)
        elif locked.release_id != event.release_id:
            raise Refused(f"{locked} speaks from another release by now. Draft its texts again.")
        release = _release_of(locked)
        kept = {text.body: text for text in _locked_texts(locked)}
        new, changed = [], []
        for draft in made:
            values = _values(draft, release)
            old = kept.get(draft.body)
            if old is None:
                new.append(
                    PressRelease(
                        event=locked, body=draft.body, prepared_by=by, prepared_at=now, **values
                    )
                )
            elif old.issued_at is None and old.edited_at is None and _differs(old, values):
                for name, value in values.items():
                    setattr(old, name, value)
                old.prepared_by, old.prepared_at = by, now
                changed.append(old)
        PressRelease.objects.bulk_create(new)
        PressRelease.objects.bulk_update(
            changed,
            [
                *("release", "body_kind", "place", "headline", "text", "claims"),
                *("prepared_by", "prepared_at"),
            ],
        )
    bodies = [draft.body for draft in made]
    return list(PressRelease.objects.filter(event=event, body__in=bodies))


def _differs(old: PressRelease, values: dict) -> bool:
    return any(getattr(old, name) != value for name, value in values.items())


def fresh_draft(text: PressRelease) -> Draft:
    """What would be drafted for the body of a text now, from its event's present release."""
    (draft,) = drafts(text.event, text.body)
    return draft


def discard_edits(text: PressRelease, *, by: User, now: dt.datetime, seen: str = "") -> None:
    """Put a fresh draft in the place of an edited text. What people wrote in it is gone.

    `seen` is the state of the text whose loss was agreed to.
    """
    with transaction.atomic():
        _locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        if locked.issued_at:
            raise Refused("This text is issued, so it stays as it is.")
        if seen and seen != words_of(locked):
            raise Refused("The text was edited since you opened this page. Look at it again.")
        draft = fresh_draft(locked)
        for name, value in _values(draft, _release_of(locked.event)).items():
            setattr(locked, name, value)
        locked.prepared_by, locked.prepared_at = by, now
        locked.edited_by = locked.edited_at = None
        locked.save()
        locked.editors.clear()  # nothing of what they wrote is in it
    text.refresh_from_db()


def why_not_issue(text: PressRelease, by: User) -> str:
    """Why this person may not issue this text; nothing where they may."""
    if text.issued_at:
        return "This text is issued already."
    wrote = {text.prepared_by_id, text.edited_by_id}
    if by.pk in wrote or text.editors.filter(pk=by.pk).exists():
        return "You wrote this text or a part of it, so a colleague has to issue it."
    return ""


def issue(text: PressRelease, *, by: User, now: dt.datetime, seen: str = "") -> IssuedText:
    """Keep the text as it leaves. It is public from the embargo on, without another step.

    `seen` is the state of the text that was read: if it is another by now, nobody has read what
    would leave or knows when, and it is refused.
    """
    with transaction.atomic():
        event = _locked_event(text.event)
        locked = PressRelease.objects.select_for_update().get(pk=text.pk)
        release = Release.objects.select_for_update().get(pk=locked.release_id)
        locked.event, locked.release = event, release  # what is compared is what is held
        if seen and seen != state_of(locked) and not locked.issued_at:
            raise Refused(
                "The embargo or the text changed since you opened this page. Read it again."
            )
        if reason := why_not_issue(locked, by):
            raise Refused(reason)
        if release.withdrawn_at:
            raise Refused(f"{release} was withdrawn: its figures cannot be issued.")
        if event.release_id != release.pk:
            again = "Discard its edits and draft it again" if locked.edited_at else "Draft it again"
            raise Refused(f"{event} speaks from another release by now than this text. {again}.")
        if release.public_at is None or release.public_at > event.embargo_at:
            raise Refused(
                "The figures open after this event’s embargo. Set the embargo to the release’s "
                "time or later, so that no text shows a figure before it is public."
            )
        locked.issued_by, locked.issued_at = by, now
        locked.save(update_fields=["issued_by", "issued_at"])
        issued = IssuedText.objects.create(
            press_release=locked,
            event=event,
            release=release,
            body_kind=locked.body_kind,
            body=locked.body,
            place=locked.place,
            headline=locked.headline,
            text=locked.text,
            notice=event.notice,
            public_at=event.embargo_at,
            issued_by=by,
            issued_at=now,
        )
    text.refresh_from_db()
    return issued


# ---- an event of which texts are issued --------------------------------------------------------

READ_AND_ISSUED = ("slug", "name", "description", "notice", "release")
A_LONG_TIME = dt.timedelta(days=731)  # two years, whichever they are


def why_locked(
    event: CampaignEvent, to: Mapping[str, object], *, now: dt.datetime
) -> dict[str, str]:
    """Field by field, why an event may not be changed to these values; empty where it may.

    What two people read and issued is not changed by one. Its embargo alone may still be moved,
    while it lasts, and only later. The caller holds the event's row: `change_event`, or the admin.
    """
    if event.pk is None or not event.issued.exists():
        return {}
    changed = {name: value for name, value in to.items() if getattr(event, name) != value}
    why = {
        name: "Texts of this event are issued, so this stays as it was issued."
        for name in READ_AND_ISSUED
        if name in changed
    }
    if reason := _why_not_move(event, changed.get("embargo_at"), now):
        why |= {name: reason for name in ("embargo_at", "embargo_precision") if name in changed}
    return why


def _why_not_move(event: CampaignEvent, to: object, now: dt.datetime) -> str:
    if event.embargo_at <= now:
        return "The embargo is over and texts of this event are issued, so it stays as it was."
    if not isinstance(to, dt.datetime) or to <= event.embargo_at:
        return "Texts of this event are issued, so its embargo can only be moved later."
    if to > now + A_LONG_TIME:
        return "That is more than two years away. Is the year right? It cannot be moved back."
    return ""


def change_event(event: CampaignEvent, *, now: dt.datetime, **to: object) -> None:
    """Change an event where its issued texts allow it; of several values all or none."""
    with transaction.atomic():
        locked = _locked_event(event)
        if why := why_locked(locked, to, now=now):
            raise Refused(" ".join(dict.fromkeys(why.values())))
        for name, value in to.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(to))
    event.refresh_from_db()
