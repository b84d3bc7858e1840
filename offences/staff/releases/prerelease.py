"""Readers of a release before its minute: their list, their links, and what they opened."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import get_script_prefix
from django.utils import timezone
from django.views.decorators.http import require_POST

from offences.models import PreReleaseReader, Release
from offences.releases import prerelease_access
from offences.staff.forms import Attempt
from offences.staff.names import logged_in
from offences.staff.pages import by_and_now, may, require, staff_page
from offences.staff.releases.forms import ReaderForm
from offences.staff.releases.frame import release_or_404, show_release

NEWEST = 200  # lines of the log on the page


@staff_page("preview", Release, "view_release")
@require_POST
def open_preview(request: HttpRequest, object_id: int) -> HttpResponse:
    """Open a member of staff's own preview. By a button, for the log records that they did."""
    release, attempt = release_or_404(object_id), Attempt()
    with attempt:
        return redirect(_address(prerelease_access.staff_link(release, **by_and_now(request))))
    messages.error(request, attempt.refusal)
    return redirect("admin:offences_release_change", release.pk)


@staff_page("prerelease", Release, "view_prereleasereader", route="<int:object_id>/pre-release/")
def list_readers(request: HttpRequest, object_id: int) -> HttpResponse:
    """The list of readers with its log, and its forms."""
    release, now = release_or_404(object_id), timezone.now()
    form, link, attempt = ReaderForm(release, now), None, Attempt()
    if request.method == "POST":
        require(request, "add_prereleasereader")
        with attempt:
            if request.POST.get("step") in {"link", "revoke"}:
                link = _link_or_revoke(request, release, now)
            else:
                form = ReaderForm(release, now, request.POST)
                _add(request, form, now)
            if link is None and not form.errors:
                return redirect(request.path)
    log, readers = prerelease_access.log_of(release), prerelease_access.readers_of(release)
    minute = prerelease_access.minute_in_words(release.public_at) if release.public_at else ""
    shown: dict[str, Any] = {"form": form, "refusal": attempt.refusal, "link": link}
    shown |= {"may": may(request.user, "add_prereleasereader"), "minute": minute}
    shown |= {"closed": prerelease_access.why_no_preview(release, now)}
    shown |= {"also": prerelease_access.other_content(release, now)}
    shown |= {"readers": [(reader, _state(reader, now)) for reader in readers]}
    shown |= {"log": log[:NEWEST], "older": max(log.count() - NEWEST, 0)}
    title = f"Before the minute: {release}"
    return show_release(request, "prerelease", release, title=title, **shown)


def _add(request: HttpRequest, form: ReaderForm, now: dt.datetime) -> None:
    if form.is_valid():
        early, reader = form.cleaned_data.get("early", False), form.save(commit=False)
        prerelease_access.add_reader(reader, early=early, by=logged_in(request), now=now)
        messages.success(request, f"{reader.name} is on the list. Make the link and send it.")


def _link_or_revoke(
    request: HttpRequest, release: Release, now: dt.datetime
) -> tuple[PreReleaseReader, str] | None:
    """Return a reader and the whole link for them; or revoke their access and return nothing."""
    number = request.POST.get("reader", "")
    readers = PreReleaseReader.objects.filter(release=release)
    reader = get_object_or_404(readers, pk=int(number) if number.isdecimal() else 0)
    if request.POST["step"] == "link":
        token = prerelease_access.link_for(reader, by=logged_in(request), now=now)
        return reader, request.build_absolute_uri(_address(token))
    prerelease_access.revoke(reader, by=logged_in(request), now=now)
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
