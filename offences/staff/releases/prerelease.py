"""Readers of a release before its minute: their list, their links, and what they opened."""

import datetime as dt

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import get_script_prefix
from django.utils import timezone
from django.views.decorators.http import require_POST

from offences import releases
from offences.models import PreReleaseReader, Release
from offences.releases import prerelease_access
from offences.staff.forms import LondonDateTimeField
from offences.staff.names import signed_in
from offences.staff.pages import require, staff_page
from offences.staff.releases.frame import VIEW, release_or_404, show_release

NEWEST = 200  # lines of the log on the page


class ReaderForm(forms.ModelForm):
    """One person, why they need it, and from when until when."""

    opens_at = LondonDateTimeField(label="Readable from")
    expires_at = LondonDateTimeField(label="Readable until")
    early = forms.BooleanField(label="They read it more than 24 hours before", required=False)

    class Meta:
        model = PreReleaseReader
        fields = ["name", "role", "email", "why", "opens_at", "expires_at"]
        widgets = {
            name: forms.TextInput(attrs={"class": "vTextField"}) for name in ("name", "role", "why")
        }

    def __init__(self, release: Release, now: dt.datetime, data=None) -> None:
        initial: dict[str, object] = {}
        if release.public_at:
            whole_minute = now.replace(second=0, microsecond=0)
            initial["opens_at"] = max(release.public_at - prerelease_access.EARLIEST, whole_minute)
            initial["expires_at"] = release.public_at
        super().__init__(data, instance=PreReleaseReader(release=release), initial=initial)
        if release.public_at is None or release.public_at - prerelease_access.EARLIEST <= now:
            del self.fields["early"]  # less than a day is left


@staff_page("<int:object_id>/preview/", "preview", under=Release, permission=VIEW)
@require_POST
def open_preview(request: HttpRequest, object_id: int) -> HttpResponse:
    """Open a member of staff's own preview. By a button, for the log records that they did."""
    release = release_or_404(object_id)
    try:
        token = prerelease_access.staff_link(release, by=signed_in(request), now=timezone.now())
    except releases.Refused as refused:
        messages.error(request, str(refused))
        return redirect("admin:offences_release_change", release.pk)
    return redirect(_address(token))


@staff_page(
    "<int:object_id>/pre-release/",
    "prerelease",
    under=Release,
    permission="offences.view_prereleasereader",
)
def list_readers(request: HttpRequest, object_id: int) -> HttpResponse:
    """The list of readers with its log, and its forms."""
    release, now = release_or_404(object_id), timezone.now()
    form, link, refusal = ReaderForm(release, now), None, ""
    if request.method == "POST":
        require(request, "offences.add_prereleasereader")
        try:
            if request.POST.get("step") in {"link", "revoke"}:
                link = _link_or_revoke(request, release, now)
            else:
                form = ReaderForm(release, now, request.POST)
                _add(request, form, now)
        except releases.Refused as refused:
            refusal = str(refused)
        else:
            if link is None and not form.errors:
                return redirect(request.path)
    log = prerelease_access.log_of(release)
    return show_release(
        request,
        "prerelease",
        release,
        title=f"Before the minute: {release}",
        form=form,
        refusal=refusal,
        link=link,
        may=request.user.has_perm("offences.add_prereleasereader"),
        closed=prerelease_access.why_no_preview(release, now),
        minute=prerelease_access.minute_in_words(release.public_at) if release.public_at else "",
        also=prerelease_access.other_content(release, now),
        readers=[(reader, _state(reader, now)) for reader in prerelease_access.readers_of(release)],
        log=log[:NEWEST],
        older=max(log.count() - NEWEST, 0),
    )


def _add(request: HttpRequest, form: ReaderForm, now: dt.datetime) -> None:
    if form.is_valid():
        early = form.cleaned_data.get("early", False)
        reader = form.save(commit=False)
        prerelease_access.add_reader(reader, early=early, by=signed_in(request), now=now)
        messages.success(request, f"{reader.name} is on the list. Make the link and send it.")


def _link_or_revoke(
    request: HttpRequest, release: Release, now: dt.datetime
) -> tuple[PreReleaseReader, str] | None:
    """Return a reader and the whole link for them; or revoke their access and return nothing."""
    number = request.POST.get("reader", "")
    readers = PreReleaseReader.objects.filter(release=release)
    reader = get_object_or_404(readers, pk=int(number) if number.isdecimal() else 0)
    if request.POST["step"] == "link":
        token = prerelease_access.link_for(reader, by=signed_in(request), now=now)
        return reader, request.build_absolute_uri(_address(token))
    prerelease_access.revoke(reader, by=signed_in(request), now=now)
    messages.success(request, f"{reader.name} can no longer read it. The row stays in the list.")
    return None


def _address(token: str) -> str:
    return f"{get_script_prefix()}as-at/{token}/"


def _state(reader: PreReleaseReader, now: dt.datetime) -> str:
    if reader.revoked_at:
        return "taken off the list"
    if now >= reader.expires_at:
        return "ended"
    return "may read now" if reader.is_open(now) else "not yet"
