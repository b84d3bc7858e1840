"""Press releases: issued ones for everyone from their embargo on, drafts for staff."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from offences import press
from offences.models import (
    FigureKind,
    Force,
    IssuedText,
    PressBody,
    PressRelease,
    Release,
    ReleasedFigure,
)
from offences.press.blocks import ReleaseBlock, blocks, plain_text, word
from offences.press.figure_sheet import figure_sheet
from offences.views.moment import moment, page, preview_of, public_state, released
from offences.words import site
from offences.words.remarks import revised


def index(request: HttpRequest) -> HttpResponse:
    public = public_state(request)
    counts = Counter(text.event for text in public.texts)
    events = [
        {
            "name": event.name,
            "when": event.embargo_in_words,
            "url": reverse("press_event", args=[event.slug]),
            "count": counts[event.pk],
        }
        for event in public.events
    ]
    return page(request, "press_index.html", released(request), events=events)


def event(request: HttpRequest, event: str) -> HttpResponse:
    public = public_state(request)
    texts = sorted(public.texts_of(event), key=lambda text: (text.kind, text.place))
    if not texts:
        raise Http404("Nothing was issued for an event of that name.")
    of = next(each for each in public.events if each.slug == event)
    releases = {each.pk: each for each in public.published}
    release = releases[texts[0].release]
    listed = [
        (
            reverse("press_text", args=[event, t.body]),
            f"{t.place} (figures withdrawn)" if releases[t.release].withdrawn_at else t.place,
        )
        for t in texts
    ]
    return page(
        request,
        "press_event.html",
        [release],
        event=of,
        when=of.embargo_in_words,
        texts=listed,
        release=release,
    )


def text(request: HttpRequest, event: str, body: str) -> HttpResponse:
    """The issued text from its embargo on; before it, and for a draft, staff only."""
    found = _found(request, event, body)
    if isinstance(found, IssuedText):
        return _page(request, found, revised=_revised(found, public_state(request).releases))
    issued = found.issued_at is not None
    may_issue = not issued and request.user.has_perm("offences.issue_pressrelease")
    to_issue = reverse("admin:offences_pressrelease_sign", args=[found.pk]) if may_issue else ""
    return _for_staff(_page(request, found, draft=True, issued=issued, issue_url=to_issue))


def figures(request: HttpRequest, event: str, body: str) -> HttpResponse:
    """The figure sheet of an issued text, public with the text."""
    found = _found(request, event, body)
    if not isinstance(found, IssuedText) or found.release.withdrawn_at:
        raise Http404("There is no figure sheet at this address.")
    release = found.release
    return page(
        request,
        "press_figures.html",
        [release],
        text=found,
        figures=figure_sheet(found),
        release_url=reverse("release", args=[release.measure.slug, release.number]),
    )


def text_file(request: HttpRequest, event: str, body: str, kind: str) -> HttpResponse:
    """The same text as a file: plain for an e-mail, Word for sign-off."""
    found = _found(request, event, body)
    if found.release.withdrawn_at:
        raise Http404("The figures of this text were withdrawn.")
    embargo = _embargo(request, found)
    notice = found.notice if isinstance(found, IssuedText) else found.event.notice
    content: str | bytes = plain_text(found.headline, found.text, embargo=embargo, notice=notice)
    media_type = "text/plain; charset=utf-8"
    if kind == "docx":
        content = word(found.headline, found.text, embargo=embargo, notice=notice)
        media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    named = {"Content-Disposition": f'attachment; filename="{event}-{body}.{kind}"'}
    response = HttpResponse(content, content_type=media_type, headers=named)
    return response if isinstance(found, IssuedText) else _for_staff(response)


def _found(request: HttpRequest, event: str, body: str) -> IssuedText | PressRelease:
    """The text this reader may see at an address: the issued one, for staff the draft, or none."""
    public = public_state(request)
    if of := next((text for text in public.texts_of(event) if text.body == body), None):
        issued = IssuedText.objects.get(pk=of.pk)
        issued.event = next(each for each in public.events if each.pk == of.event)
        issued.release = next(each for each in public.published if each.pk == of.release)
        return issued
    # A preview shows what will be public, to its own staff too: no drafts.
    if preview_of(request) or not request.user.has_perm("offences.view_pressrelease"):
        raise Http404("Nothing was issued at this address.")
    drafts = PressRelease.objects.select_related("event__campaign", "release__measure")
    draft = drafts.filter(event__slug=event, body=body).first()
    if draft is None:
        raise Http404("Nothing was drafted at this address.")
    return draft


def _for_staff(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _embargo(request: HttpRequest, text: IssuedText | PressRelease) -> str:
    if preview := preview_of(request):
        return preview.line
    event = text.event
    return site.embargo_line(
        event.embargo_in_words,
        over=event.embargo_at <= moment(request),
        issued=isinstance(text, IssuedText),
    )


def _revised(text: IssuedText, public: Iterable[Release]) -> list[str]:
    """What the newest release says instead of the figures in this text, in sentences."""
    release = text.release
    since = {
        each.pk: each
        for each in public
        if each.measure_id == release.measure_id and each.number >= release.number
    }
    figures = list(
        ReleasedFigure.objects.filter(
            release__in=since.values(),
            figure_kind__in=[FigureKind.COUNT, FigureKind.SUM],
            breakdown="",
        ).filter(~Q(body_kind="force") | Q(body=text.body))
    )
    for figure in figures:
        figure.release = since[figure.release_id]
    newest = max((f.release.number for f in figures), default=release.number)
    own = {force.slug: force for force in Force.objects.filter(slug=text.body)} if figures else {}
    moved = press.revised_since(text, figures, release.number, newest, own)
    return [revised(m.of, m.before, m.after, m.release, m.why) for m in moved if m.is_in_text]


def _page(request: HttpRequest, text: IssuedText | PressRelease, **more: object) -> HttpResponse:
    event, release = text.event, text.release
    embargo = _embargo(request, text)
    force, figures = "", reverse("release", args=[release.measure.slug, release.number])
    if text.body_kind == PressBody.FORCE:
        force = reverse("force", args=[text.body])
        figures = reverse("pinned_force", args=[release.measure.slug, release.number, text.body])
    return page(
        request,
        "press_text.html",
        [release],
        text=text,
        blocks=[
            ReleaseBlock("embargo", embargo),
            ReleaseBlock("headline", text.headline),
            *blocks(text.text),
        ],
        embargo=embargo,
        about=[
            ("For", text.place, force),
            ("Event", event.name, ""),
            ("Figures", f"Release {release.number}, {release.public_in_words}", figures),
        ],
        sheet=reverse("press_figures", args=[event.slug, text.body]),
        files=[
            (reverse(f"press_{kind}", args=[event.slug, text.body]), words)
            for kind, words in (("txt", "Plain text"), ("docx", "Word"))
        ],
        withdrawn_reason=release.withdrawn_reason,
        **more,
    )
