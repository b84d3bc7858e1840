"""Pre-release access: the list of readers, their links, and the log.

The rules are those of pre-release access to official statistics: named persons, each with a
reason, as few as possible, and not earlier than a day before unless somebody says so.
"""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.signing import BadSignature
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime

from offences.models import (
    IssuedText,
    LinkKey,
    PreReleaseLog,
    PreReleaseReader,
    PreReleaseStep,
    Release,
)
from offences.refused import Refused
from offences.statistics.dates import Precision, in_words
from offences.words import preview

EARLIEST = dt.timedelta(hours=24)
"""How long before publication a reader may read, unless somebody allows more."""

LONGEST = dt.timedelta(days=31)
"""A link older than this opens nothing, whatever the list says."""

_SALT = "offences.as-at"


@dataclass(frozen=True)
class EarlyView:
    """A preview of the site for one reader, as it will be when a release becomes public."""

    release: Release
    name: str  # whose name is on every page
    reader: PreReleaseReader | None  # None: a member of staff
    by: User | None
    at: dt.datetime  # the moment of publication, which every query asks for
    now: dt.datetime  # when it is read

    @property
    def until(self) -> str:
        return minute_in_words(self.at)

    @property
    def line(self) -> str:
        """The line above everything in a preview."""
        return preview.embargo_line(self.until, self.name)


@dataclass(frozen=True)
class EndedLink:
    """Why a link opens nothing, without any content of the release."""

    why: str
    status: int = 410
    is_public: bool = False  # its content is public now, at its own address


def minute_in_words(at: dt.datetime) -> str:
    """A minute on London's clocks, in words: “00:01 on 25 June 2019”."""
    moment = localtime(at)
    return f"{moment:%H:%M} on {in_words(moment.date(), Precision.DAY)}"


def why_no_preview(release: Release, now: dt.datetime) -> str:
    """Why nobody can read a release before publication; empty if somebody can."""
    if release.withdrawn_at:
        return "This release is withdrawn."
    if release.approved_at is None or release.public_at is None:
        return "Only an approved release has a preview: before its approval it has no figures yet."
    if release.public_at <= now:
        return "This release is public. Everyone reads it at its own address."
    return ""


def add_reader(reader: PreReleaseReader, *, early: bool, by: User, now: dt.datetime) -> None:
    """Add a person to the list. `early` allows more than a day before publication."""
    with transaction.atomic():
        release = Release.objects.select_for_update().get(pk=reader.release_id)
        if why := why_no_preview(release, now):
            raise Refused(why)
        assert release.public_at is not None
        if reader.expires_at > release.public_at:
            raise Refused(
                "A preview ends when everyone can read: choose an end up to "
                f"{minute_in_words(release.public_at)}."
            )
        if reader.expires_at <= now:
            raise Refused("This end is past. Choose a later one.")
        if reader.opens_at < release.public_at - EARLIEST and not early:
            raise Refused(
                "Nobody reads a release more than 24 hours before its minute unless you allow "
                "it. Begin later, or tick that they read it earlier."
            )
        reader.added_by, reader.added_at = by, now
        try:
            reader.full_clean()
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        reader.save()
        _note(release, PreReleaseStep.ADDED, now, by, reader)


def revoke(reader: PreReleaseReader, *, by: User, now: dt.datetime) -> None:
    """Remove a person from the list: their links stop working. The row stays."""
    with transaction.atomic():
        locked = PreReleaseReader.objects.select_for_update().get(pk=reader.pk)
        if locked.revoked_at:
            raise Refused(f"{locked.name} is off the list already.")
        locked.revoked_by, locked.revoked_at = by, now
        locked.save(update_fields=["revoked_by", "revoked_at"])
        _note(locked.release, PreReleaseStep.REVOKED, now, by, locked)


def readers_of(release: Release) -> QuerySet[PreReleaseReader]:
    """Everyone on the list, removed people included."""
    return release.prerelease_readers.select_related("added_by", "revoked_by")


def other_content(release: Release, now: dt.datetime) -> list[str]:
    """Other content of the preview that is public by then."""
    at = release.public_at
    if at is None:
        return []
    others = Release.objects.public(at).exclude(pk=release.pk).exclude(public_at__lte=now)
    shown = [str(other) for other in others.select_related("measure")]
    texts = IssuedText.objects.public(at).exclude(pk__in=IssuedText.objects.public(now))
    events = texts.order_by("event__name").values_list("event__name", flat=True).distinct()
    return [*shown, *(preview.texts_of(name) for name in events)]


def link_for(reader: PreReleaseReader, *, by: User, now: dt.datetime) -> str:
    """The token of a reader's link; its author is logged."""
    if why := why_no_preview(reader.release, now):
        raise Refused(why)
    if reader.revoked_at:
        raise Refused(f"{reader.name} is off the list.")
    if reader.expires_at <= now:
        raise Refused(f"{reader.name} could read until {minute_in_words(reader.expires_at)}.")
    _note(reader.release, PreReleaseStep.LINKED, now, by, reader)
    return _token("reader", reader.pk, reader.release)


def staff_link(release: Release, *, by: User, now: dt.datetime) -> str:
    """The token of a member of staff's own preview: it opens for them alone, logged in."""
    if why := why_no_preview(release, now):
        raise Refused(why)
    _note(release, PreReleaseStep.LINKED, now, by)
    return _token("staff", by.pk, release)


def _token(kind: str, pk: int, release: Release) -> str:
    assert release.public_at is not None
    signer = LinkKey.objects.signer(_SALT)
    return signer.sign_object([kind, pk, release.pk, release.public_at.timestamp()])


def open_link(token: str, user: User | AnonymousUser, now: dt.datetime) -> EarlyView | EndedLink:
    """Return the view that a link opens now for the person who follows it."""
    try:
        signer = LinkKey.objects.signer(_SALT)
        kind, pk, release_pk, minute = signer.unsign_object(token, max_age=LONGEST)
        release = Release.objects.select_related("measure").get(pk=release_pk)
        readers = PreReleaseReader.objects
        reader = readers.get(pk=pk, release=release) if kind == "reader" else None
    except (BadSignature, ValueError, ObjectDoesNotExist):
        return EndedLink(preview.DAMAGED, 404)
    if ended := _ended(release, reader, minute, now):
        return ended
    assert release.public_at is not None
    if reader:
        return EarlyView(release, reader.name, reader, None, release.public_at, now)
    # A colleague's link, or that of a former member of staff, opens nothing.
    if not (isinstance(user, User) and user.pk == pk and user.has_perm("offences.view_release")):
        return EndedLink(preview.FOR_STAFF, 404)
    name = user.get_full_name() or user.get_username()
    return EarlyView(release, name, None, user, release.public_at, now)


def _ended(
    release: Release, reader: PreReleaseReader | None, minute: float, now: dt.datetime
) -> EndedLink | None:
    if release.withdrawn_at:
        return EndedLink(preview.WITHDRAWN)
    if release.approved_at is None or release.public_at is None:
        return EndedLink(preview.NOT_APPROVED)
    if release.public_at <= now:
        return EndedLink(preview.PUBLIC, is_public=True)
    if reader and reader.revoked_at:
        return EndedLink(preview.REVOKED)
    if release.public_at.timestamp() != minute:
        return EndedLink(preview.MOVED)
    if reader and now >= reader.expires_at:
        return EndedLink(preview.ended_at(minute_in_words(reader.expires_at)))
    if reader and now < reader.opens_at:
        return EndedLink(preview.opens_at(minute_in_words(reader.opens_at)), 404)
    return None


def log_view(preview: EarlyView, path: str) -> None:
    """Log an opened page before it is shown: what cannot be logged is not shown."""
    opened = PreReleaseStep.OPENED
    _note(preview.release, opened, preview.now, preview.by, preview.reader, path)


def _note(
    release: Release,
    what: PreReleaseStep,
    at: dt.datetime,
    by: User | None,
    reader: PreReleaseReader | None = None,
    path: str = "",
) -> None:
    whose = {"release": release, "reader": reader, "by": by}
    length = PreReleaseLog._meta.get_field("path").max_length
    PreReleaseLog.objects.create(**whose, what=what, path=path[:length], at=at)


def log_of(release: Release) -> QuerySet[PreReleaseLog]:
    """Everything that happened, newest first."""
    return release.prerelease_log.select_related("reader", "by")
