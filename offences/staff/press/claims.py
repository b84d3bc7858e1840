"""What may be said about a force, a nation or all forces, and a check of any text.

The page for a ringing telephone: type a name, and one screen has the figure, the sentence to say,
what not to say, and why. Any text can be checked below it; nothing of the text is stored.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from offences import press
from offences.claims.facts import Facts
from offences.claims.gate import claims_for
from offences.models import Force, Release
from offences.press.basis import (
    LONGEST_TEXT,
    NATIONAL,
    Basis,
    basis_of,
    facts_of_release,
    nations_of,
)
from offences.refused import Refused
from offences.staff.pages import posted, show_page, staff_page
from offences.staff.today.search import forces_named
from offences.words.guidance import Guidance, may_not_say, may_say


class AskForm(forms.Form):
    """The place or name that is asked about, and the release."""

    q = forms.CharField(
        label="Force, nation or “all forces”", required=False, max_length=100, strip=True
    )
    release = forms.ChoiceField(required=False)

    def __init__(self, data, releases: Sequence[Release], now: dt.datetime) -> None:
        super().__init__(data)
        self.releases = {str(release.pk): release for release in releases}
        field = self.fields["release"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (pk, f"{release}{'' if _is_public(release, now) else ', not public yet'}")
            for pk, release in self.releases.items()
        ]

    @property
    def chosen(self) -> Release | None:
        """The chosen release, if there is one."""
        return self.releases.get(self.cleaned_data.get("release", "") if self.is_valid() else "")


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


type BodyClaims = dict[str, str | list[Guidance]]
"""The name of a force or nation, or “All forces”; what may be said of it, and what may not."""


def _is_public(release: Release, now: dt.datetime) -> bool:
    return release.public_at is not None and release.public_at <= now


def _releases() -> list[Release]:
    """Quotable releases: approved and not withdrawn, the newest of each measure first."""
    rows = Release.objects.filter(approved_at__isnull=False, withdrawn_at__isnull=True)
    return list(rows.select_related("measure").order_by("measure__position", "-number"))


def _body_of(asked: str, nations: Sequence[str]) -> tuple[str, list[Force]]:
    """Return the slug of the force or nation that is meant; else the forces it might be."""
    if slugify(asked) in ("all-forces", "all", NATIONAL):
        return NATIONAL, []
    if slugify(asked) in map(slugify, nations):
        return slugify(asked), []
    meant, others = forces_named(asked)
    return (meant.slug, []) if meant else ("", others)


@staff_page("said", permissions="view_release", route="said/")
def show_claims(request: HttpRequest) -> HttpResponse:
    """The claims about one force, nation or all forces, and a text checked against them."""
    now, releases = timezone.now(), _releases()
    form = AskForm(request.GET, releases, now)
    public = (release for release in releases if _is_public(release, now))
    chosen = form.chosen or next(public, next(iter(releases), None))
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    answer = _answer(request, chosen, asked) if chosen and asked else {}
    place = answer.get("place")
    closed = chosen is not None and not _is_public(chosen, now)
    answer |= {"ask": form, "asked": asked, "release": chosen, "releases": releases}
    title = f"{place}: what may be said" if place else "What may be said"
    return show_page(request, "press/claims", title=title, closed=closed, **answer)


def _answer(request: HttpRequest, release: Release, asked: str) -> dict[str, Any]:
    """What the page shows for a name: its claims, or why there are none."""
    whole = facts_of_release(release)
    body, others = _body_of(asked, nations_of(whole))
    if not body:
        return {"others": others, "nobody": not others}
    try:
        basis = basis_of(whole, body)
    except Refused as refused:
        return {"refusal": str(refused)}
    typed = TextForm(posted(request))
    return {
        "place": basis.place,
        "claims": claim_lists(basis),
        "briefing": press.briefing_of(basis.trend) if basis.trend else None,
        "typed": typed,
        "marked": basis.mark(typed.cleaned_data["text"]) if typed.is_valid() else None,
    }


def claim_lists(basis: Basis) -> list[BodyClaims]:
    """The body's own claims, then those of all forces together."""
    national = [_claims_of("All forces", basis.national)] if basis.national else []
    return [_claims_of(basis.place, basis.facts), *national]


def _claims_of(place: str, facts: Facts) -> BodyClaims:
    claims = claims_for(facts)
    if facts.series is None and facts.panel is None:  # known from publications alone
        claims = [c for c in claims if c.id.startswith("recorded_") or c.id == "rank"]
    return {"place": place, "may": may_say(claims), "may_not": may_not_say(claims, facts)}
