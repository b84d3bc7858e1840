"""What may be said of a body, by which release, and a text held against it.

The page for a telephone that rings: a name, and on one screen the figure, the sentence to say, what
not to say and why. Below it any text is checked; nothing of it is stored.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from offences import press
from offences.claims.facts import Facts
from offences.claims.gate import claims_for
from offences.models import Force, Release
from offences.press.grounds import LONGEST_TEXT, NATIONAL, Ground, ground_of, nations_of, whole_of
from offences.staff.pages import show_page, staff_page
from offences.staff.today.search import forces_named
from offences.tracing.marking import MarkedText
from offences.words.guidance import Guidance, may_not_say, may_say
from offences.words.page import Briefing


class AskForm(forms.Form):
    """Of whom, and by which release."""

    q = forms.CharField(
        label="Force, nation or “all forces”", required=False, max_length=100, strip=True
    )
    release = forms.ChoiceField(required=False)

    def __init__(self, data, releases: Sequence[Release], now: dt.datetime) -> None:
        super().__init__(data)
        self.releases = {str(release.pk): release for release in releases}
        choices = [(pk, _named(release, now)) for pk, release in self.releases.items()]
        self.fields["release"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Release | None:
        """The release chosen, if one is."""
        pk = self.cleaned_data.get("release", "") if self.is_valid() else ""
        return self.releases.get(pk)


class TextForm(forms.Form):
    text = forms.CharField(
        label="The text",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="A quote, a colleague’s draft, a newspaper’s copy. Nothing of it is stored.",
        error_messages={
            "required": "Paste a text first.",
            "max_length": f"A text of up to {LONGEST_TEXT:,} characters can be checked at once.",
        },
    )


@dataclass(frozen=True)
class Side:
    """What may be said of one body, or of all forces together."""

    place: str
    may: list[Guidance]
    may_not: list[Guidance]


@dataclass(frozen=True)
class Said:
    """Everything the page has on one body."""

    ground: Ground
    sides: list[Side]
    briefing: Briefing | None
    marked: MarkedText | None = None


def _is_public(release: Release, now: dt.datetime) -> bool:
    return release.public_at is not None and release.public_at <= now


def _named(release: Release, now: dt.datetime) -> str:
    return f"{release}{'' if _is_public(release, now) else ', not public yet'}"


def releases_for_words() -> list[Release]:
    """Those that texts may be made of: approved and not withdrawn, the newest of each first."""
    rows = Release.objects.filter(approved_at__isnull=False, withdrawn_at__isnull=True)
    return list(rows.select_related("measure").order_by("measure__position", "-number"))


def _body_of(asked: str, nations: Sequence[str]) -> tuple[str, list[Force]]:
    """The address of the body that was meant; else the forces that might have been."""
    if slugify(asked) in ("all-forces", "all", NATIONAL):
        return NATIONAL, []
    for nation in nations:
        if slugify(nation) == slugify(asked):
            return slugify(nation), []
    meant, others = forces_named(asked)
    return (meant.slug, []) if meant else ("", others)


@staff_page("said/", "said", permission="offences.view_release")
def show_claims(request: HttpRequest) -> HttpResponse:
    """What may be said of a body and what may not, and a text checked against it."""
    context = _context(request)
    return show_page(request, "admin/offences/said.html", **context)


def _context(request: HttpRequest) -> dict[str, Any]:
    """What was asked, and what is known of it."""
    now = timezone.now()
    releases = releases_for_words()
    form = AskForm(request.GET, releases, now)
    public = (release for release in releases if _is_public(release, now))
    chosen = form.chosen or next(public, next(iter(releases), None))
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    context: dict[str, Any] = {
        "title": "What may be said",
        "ask": form,
        "whose": asked,
        "release": chosen,
        "releases": releases,
        "closed": chosen is not None and not _is_public(chosen, now),
    }
    if chosen is None or not asked:
        return context
    whole = whole_of(chosen)
    body, others = _body_of(asked, nations_of(whole))
    if not body:
        return context | {"others": others, "nobody": not others}
    try:
        ground = ground_of(whole, body)
    except press.Refused as refused:
        return context | {"refusal": str(refused)}
    typed = TextForm(request.POST if request.method == "POST" else None)
    marked = None
    if request.method == "POST" and typed.is_valid():
        marked = ground.mark(typed.cleaned_data["text"])
    return context | {
        "title": f"{ground.place}: what may be said",
        "typed": typed,
        "said": Said(
            ground,
            sides_of(ground),
            press.briefing_of(ground.trend) if ground.trend else None,
            marked,
        ),
    }


def sides_of(ground: Ground) -> list[Side]:
    """The body's own claims, then those of all forces together."""
    sides = [_side(ground.place, ground.facts)]
    if ground.national:
        sides.append(_side("All forces", ground.national))
    return sides


def _side(place: str, facts: Facts) -> Side:
    claims = claims_for(facts)
    if facts.series is None and facts.panel is None:  # known from print alone
        claims = [c for c in claims if c.id.startswith("recorded_") or c.id == "rank"]
    return Side(place, may_say(claims), may_not_say(claims, facts))
