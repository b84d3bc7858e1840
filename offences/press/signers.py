"""The people who sign the texts of an event: named, replaced, reached by their own link."""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.signing import BadSignature
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.template.loader import render_to_string
from django.utils.timezone import localtime

from offences import mail
from offences.models import (
    CampaignEvent,
    EventSigner,
    LinkKey,
    PressRelease,
    ReviewKind,
    SendBack,
    SignRole,
    TextReview,
)
from offences.refused import Refused

LONGEST = dt.timedelta(days=21)
"""A link older than this opens nothing."""

_SALT = "offences.press.sign"
WITH_A_LOGIN = "You have a login: log in to sign, because that asks for your login protection."
NAMES = ("change_campaignevent", "issue_pressrelease")


def may_name(by: User) -> bool:
    """Whether a person may name signers: those who plan events or issue texts may."""
    return any(by.has_perm(f"offences.{each}") for each in NAMES)


def name_signer(signer: EventSigner, *, by: User, now: dt.datetime) -> None:
    """Name a person for a role of an event. The earlier person is removed, with their link."""
    if not may_name(by):
        raise Refused("Only press officers and approvers name who signs.")
    if signer.account and not signer.account.email:
        raise Refused(
            "This account has no e-mail address. Put it in under People, so that their link goes "
            "to them."
        )
    if signer.account is None and not by.has_perm("offences.issue_pressrelease"):
        raise Refused(
            "Only approvers name a person without an account, so that nobody who writes the texts "
            "makes up who signs them."
        )
    if signer.account is None and has_login(signer):
        raise Refused(
            "This address belongs to an account. Choose the account, so that they log in."
        )
    if signer.account:
        signer.name = signer.account.get_full_name() or signer.account.get_username()
        signer.email = signer.account.email
    if not signer.is_deputy and signer.due_on < localtime(now).date():
        raise Refused("The day to sign by is past. Choose a later one.")
    with transaction.atomic():
        CampaignEvent.objects.select_for_update().get(pk=signer.event_id)
        same = EventSigner.objects.active().filter(event=signer.event_id, role=signer.role)
        same.filter(is_deputy=signer.is_deputy).update(revoked_by=by, revoked_at=now)
        signer.named_by, signer.named_at = by, now
        try:
            signer.full_clean()
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        signer.save()


def mailbox(address: str) -> str:
    """The mailbox of an address: “di+press@example.org” is that of “Di@example.org”."""
    name, _, domain = address.casefold().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


def has_login(signer: EventSigner) -> bool:
    """Whether the person logs in to sign: by their account, or by the mailbox of one."""
    staff = User.objects.filter(is_active=True, is_staff=True).exclude(email="")
    addresses = staff.values_list("email", flat=True)
    return bool(signer.account_id) or mailbox(signer.email) in map(mailbox, addresses)


def signer_of(
    event: CampaignEvent,
    role: str = "",
    *,
    now: dt.datetime,
    by: User | None = None,
    link: str = "",
) -> EventSigner:
    """The signer who acts: the person a link names, or the account named for the role."""
    if link:
        signer = signer_of_link(link, now)
        if has_login(signer):
            raise Refused(WITH_A_LOGIN)
        if signer.event_id != event.pk or role not in ("", signer.role):
            raise Refused("This link is for the texts of another event, or for another role.")
    else:
        named = EventSigner.objects.active().filter(event=event, account=by, role=role)
        found = named.order_by("is_deputy").first() if by and by.is_active else None
        if found is None:
            label = SignRole(role).label if role in SignRole.values else "any role"
            raise Refused(f"You are not named to sign for {label} at this event.")
        signer = found
    if why := why_not_yet(signer, now):
        raise Refused(why)
    return signer


def why_not_yet(signer: EventSigner, now: dt.datetime) -> str:
    """Why a deputy may not act yet: the person whose deputy they are has time left."""
    if not signer.is_deputy:
        return ""
    active = EventSigner.objects.active().filter(event=signer.event_id, role=signer.role)
    first = active.filter(is_deputy=False).first()
    if first is None or first.due_on < localtime(now).date():
        return ""
    return f"{first.name} signs until {first.due_on:%-d %B}; from the day after you may."


def texts_to_sign(user: User) -> QuerySet[PressRelease]:
    """The drafts that wait for a person: named for their event, or an approver where nobody is."""
    named = EventSigner.objects.active().filter(event=OuterRef("event"))
    own = Q(Exists(named.filter(account=user)))
    if user.has_perm("offences.issue_pressrelease"):
        own |= ~Q(Exists(named))
    since = Greatest(
        OuterRef("prepared_at"), Coalesce(OuterRef("edited_at"), OuterRef("prepared_at"))
    )
    signed = TextReview.objects.filter(
        press_release=OuterRef("pk"), signer__account=user, kind=ReviewKind.APPROVED, at__gte=since
    )
    wrote = PressRelease.editors.through.objects.filter(pressrelease=OuterRef("pk"), user=user)
    mine = Q(prepared_by=user) | Q(edited_by=user, edited_by__isnull=False) | Exists(wrote)
    rows = PressRelease.objects.drafts().filter(own).exclude(Exists(signed)).exclude(mine)
    return rows.exclude(send_backs__in=SendBack.objects.unsettled().order_by())


def token_of(signer: EventSigner) -> str:
    """The signed token of a person's newest link."""
    return LinkKey.objects.signer(_SALT).sign(f"{signer.pk}-{signer.links}")


def signer_of_link(token: str, now: dt.datetime) -> EventSigner:
    """The person whom a link names, while it is theirs and not too old."""
    try:
        token = LinkKey.objects.signer(_SALT).unsign(token, max_age=LONGEST)
        pk, _, number = token.partition("-")
    except BadSignature as bad:
        raise Refused("This link is not valid or has expired. Ask for a new one.") from bad
    rows = EventSigner.objects.active().select_related("event", "account")
    signer = rows.filter(pk=pk, links=number).first()
    if signer is None:
        raise Refused("This link was taken back, or a newer one was sent. Ask for a new one.")
    if signer.account and not signer.account.is_active:
        raise Refused("This account has ended, and its link with it.")
    if signer.event.embargo_at <= now:
        raise Refused(
            "The embargo is over, so this link has ended. People with a login sign what is left."
        )
    return signer


def send_link(
    signer: EventSigner, address: Callable[[str], str], *, by: User, now: dt.datetime
) -> None:
    """Send a person a new link, to their own address alone; an older one opens nothing more."""
    if not may_name(by):
        raise Refused("Only press officers and approvers send links.")
    with transaction.atomic():
        locked = EventSigner.objects.select_for_update().get(pk=signer.pk)
        if locked.revoked_at:
            raise Refused(f"{locked.name} does not sign for this event any more.")
        locked.links += 1
        locked.link_at = now
        locked.save(update_fields=["links", "link_at"])
    context = {"signer": locked, "link": address(token_of(locked)), "by": by}
    letter = render_to_string("letters/sign.txt", context)
    subject, _, body = letter.partition("\n")
    subject = " ".join(subject.removeprefix("Subject: ").split())
    message = EmailMessage(subject, body.strip() + "\n", to=[locked.email])
    try:
        mail.send_now(message, "The link")  # in no transaction: others write while it is sent
    except Refused as error:
        newest = EventSigner.objects.filter(pk=locked.pk, links=locked.links)
        newest.update(links=locked.links + 1, link_at=None)  # it may have arrived all the same
        raise Refused(f"{error} Older links open nothing either: send a new one.") from error


def take_link_back(signer: EventSigner, *, by: User) -> None:
    """End every link of a person, who stays named."""
    if not may_name(by):
        raise Refused("Only press officers and approvers take links back.")
    with transaction.atomic():
        locked = EventSigner.objects.select_for_update().get(pk=signer.pk)
        locked.links, locked.link_at = locked.links + 1, None
        locked.save(update_fields=["links", "link_at"])
