"""Who reads a release before its minute: the list on its page, the links, and what was opened."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import get_script_prefix, path, reverse
from django.utils import timezone

from offences import releases
from offences.models import PreReleaseReader, Release
from offences.releases import prerelease_access
from offences.staff.forms import LondonDateTimeField, faults_of
from offences.staff.people import signed_in

NEWEST = 200  # of the log, on the page


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
        initial: dict[str, Any] = {}
        if release.public_at:
            whole_minute = now.replace(second=0, microsecond=0)
            initial["opens_at"] = max(release.public_at - prerelease_access.EARLIEST, whole_minute)
            initial["expires_at"] = release.public_at
        super().__init__(data, instance=PreReleaseReader(release=release), initial=initial)
        if release.public_at is None or release.public_at - prerelease_access.EARLIEST <= now:
            del self.fields["early"]  # it is less than a day: there is nothing to say


class PreReleasePages:
    """The pages of a release about its time before the minute. Mixed into the release's admin."""

    admin_site: Any
    has_view_permission: Callable[..., bool]
    media: forms.Media
    _page: Callable[..., HttpResponse]
    _release: Callable[[int], Release]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path(
                "<int:object_id>/pre-release/",
                view(self.prerelease),
                name="offences_release_prerelease",
            ),
            path("<int:object_id>/preview/", view(self.preview), name="offences_release_preview"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def render_change_form(self, request, context, *args, **kwargs) -> HttpResponse:
        release = kwargs.get("obj")
        has = release is not None and not prerelease_access.why_no_preview(release, timezone.now())
        return super().render_change_form(  # type: ignore[misc]
            request, {**context, "has_preview": has}, *args, **kwargs
        )

    def preview(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """A member of staff's own preview. By a button: it is noted that they opened it."""
        release = self._release(object_id)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            token = prerelease_access.staff_link(release, by=signed_in(request), now=timezone.now())
        except releases.Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(reverse("admin:offences_release_change", args=[release.pk]))
        return HttpResponseRedirect(_address(token))

    def prerelease(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """The list, its log and its forms."""
        release, now = self._release(object_id), timezone.now()
        if not request.user.has_perm("offences.view_prereleasereader"):
            raise PermissionDenied
        may = request.user.has_perm("offences.add_prereleasereader")
        if request.method == "POST" and not may:
            raise PermissionDenied
        form, link, refusal = ReaderForm(release, now), None, ""
        if request.method == "POST":
            try:
                if request.POST.get("step") in {"link", "revoke"}:
                    link = self._with_reader(request, release, now)
                else:
                    form = ReaderForm(release, now, request.POST)
                    self._add(request, form, now)
            except releases.Refused as refused:
                refusal = str(refused)
            else:
                if link is None and not form.errors:
                    return HttpResponseRedirect(request.path)
        log = prerelease_access.log_of(release)
        return self.page_of(  # type: ignore[attr-defined]
            request,
            "prerelease",
            release,
            title=f"Before the minute: {release}",
            form=form,
            media=self.media + form.media,
            faults=faults_of(form) if form.is_bound else [],
            refusal=refusal,
            link=link,
            may=may,
            closed=prerelease_access.why_no_preview(release, now),
            opens=prerelease_access.minute_in_words(release.public_at) if release.public_at else "",
            also=prerelease_access.other_content(release, now),
            readers=[
                (reader, _state(reader, now)) for reader in prerelease_access.readers_of(release)
            ],
            log=log[:NEWEST],
            older=max(log.count() - NEWEST, 0),
        )

    def _add(self, request: HttpRequest, form: ReaderForm, now: dt.datetime) -> None:
        if form.is_valid():
            early = form.cleaned_data.get("early", False)
            reader = form.save(commit=False)
            prerelease_access.add_reader(reader, early=early, by=signed_in(request), now=now)
            messages.success(request, f"{reader.name} is on the list. Make the link and send it.")

    def _with_reader(
        self, request: HttpRequest, release: Release, now: dt.datetime
    ) -> tuple[PreReleaseReader, str] | None:
        """A reader's link, whole; or their access taken back."""
        number = request.POST.get("reader", "")
        of_release = PreReleaseReader.objects.filter(release=release)
        reader = get_object_or_404(of_release, pk=int(number) if number.isdecimal() else 0)
        if request.POST["step"] == "link":
            token = prerelease_access.link_for(reader, by=signed_in(request), now=now)
            return reader, request.build_absolute_uri(_address(token))
        prerelease_access.revoke(reader, by=signed_in(request), now=now)
        messages.success(request, f"{reader.name} reads nothing more. The row stays in the list.")
        return None


def _address(token: str) -> str:
    return f"{get_script_prefix()}as-at/{token}/"


def _state(reader: PreReleaseReader, now: dt.datetime) -> str:
    if reader.revoked_at:
        return "taken off the list"
    if now >= reader.expires_at:
        return "ended"
    return "may read now" if reader.is_open(now) else "not yet"
