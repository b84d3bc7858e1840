"""A text checked against the public figures, for anyone who wants to publish it."""

from collections.abc import Sequence

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from offences.english import counted
from offences.models import Force, Release
from offences.press.basis import (
    LONGEST_TEXT,
    MOST_FIGURES,
    NATIONAL,
    basis_of,
    facts_of_release,
    figures_in,
)
from offences.public_answers import accepts_forms
from offences.refused import Refused
from offences.views.limits import seconds_to_wait
from offences.views.moment import public_state, release_note_of, released
from offences.words import site

TEXTS_A_MINUTE = 20  # from one address: nobody writes as many


class CheckForm(forms.Form):
    """A text, whose figures it quotes, and of which count; none of it is stored."""

    release = forms.ChoiceField(label=site.CHECK_LABELS["release"])
    body = forms.ChoiceField(label=site.CHECK_LABELS["body"])
    text = forms.CharField(
        label=site.CHECK_LABELS["text"],
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": site.NO_TEXT, "max_length": site.TOO_LONG.format(LONGEST_TEXT)},
    )

    def __init__(
        self, data, releases: Sequence[Release], forces: Sequence[Force], force: str
    ) -> None:
        super().__init__(data, initial={"body": force})
        self.releases = {str(release.pk): release for release in releases}
        names = [(pk, _named(release)) for pk, release in self.releases.items()]
        choose(self, "release", names)
        areas = [(each.slug, each.area) for each in forces]
        choose(self, "body", [(NATIONAL, "All forces together"), *areas])
        if len(names) == 1:
            self.fields["release"].widget = forms.HiddenInput()
            self.initial["release"] = names[0][0]

    @property
    def release_chosen(self) -> Release:
        return self.releases[self.cleaned_data["release"]]


def choose(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    """Give a field of a form its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def _named(release: Release) -> str:
    public = release.public_in_words
    return f"{release}{f', {public}' if public else ''}"


def _form(request: HttpRequest, data: QueryDict | None, force: str) -> CheckForm:
    """The form, with every release that is public now, the newest of each measure first."""
    public = public_state(request)
    newest = {release.pk for release in public.newest}
    releases = sorted(public.releases, key=lambda release: release.pk not in newest)
    return CheckForm(data, releases, public.forces, force)


# A form of another site may send a text here too: nothing is stored and nobody is logged in, so
# there is nothing to forge; and without the token's cookie the page is the same for everyone.
@accepts_forms
@csrf_exempt
def check(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _checked(request)
    form = _form(request, None, request.GET.get("force", ""))
    return _page(request, form)


@never_cache
def _checked(request: HttpRequest) -> HttpResponse:
    form = _form(request, request.POST, "")
    if wait := seconds_to_wait(request, "check", TEXTS_A_MINUTE):
        return _refused(
            request, form, site.TOO_OFTEN.format(TEXTS_A_MINUTE, counted(wait, "seconds")), wait
        )
    if not form.is_valid():
        return _page(request, form, status=400)
    if (number := figures_in(form.cleaned_data["text"])) > MOST_FIGURES:
        return _refused(request, form, site.TOO_MANY_FIGURES.format(number, MOST_FIGURES))
    release = form.release_chosen
    try:
        basis = basis_of(facts_of_release(release), form.cleaned_data["body"])
    except Refused as refused:
        form.add_error("body", str(refused))
        return _page(request, form, status=400)
    marked = basis.mark(form.cleaned_data["text"])
    return _page(request, form, marked=marked, place=basis.place, release=release)


def _refused(request: HttpRequest, form: CheckForm, why: str, wait: int = 0) -> HttpResponse:
    """The form with its text, and why it is not checked now."""
    form.is_valid()
    form.add_error("text", why)
    page = _page(request, form, status=429 if wait else 400)
    if wait:
        page["Retry-After"] = str(wait)
    return page


def _page(request: HttpRequest, form: CheckForm, status: int = 200, **more: object) -> HttpResponse:
    releases = released(request)
    context = {
        "form": form,
        "releases": releases,
        "release_note": release_note_of(releases),
        "canonical": request.build_absolute_uri(reverse("check")),
        **more,
    }
    return render(request, "check.html", context, status=status)
