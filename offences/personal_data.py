"""Names and addresses of people: whose are kept, how they are handed out, and removed.

What a person did stays: figures, letters and approvals keep their author, who is then “a former
member of staff”. Of every other person only the name and the ways to reach them go.
"""

import datetime as dt
import functools
import json
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, Replace
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences.accounts.sessions import end_sessions
from offences.history import writer
from offences.history.erasing import REMOVED, erase
from offences.intake import unfinished
from offences.models import (
    Account,
    AccountEnd,
    Document,
    EventSigner,
    ForceContact,
    MediaContact,
    PreReleaseReader,
    Reply,
    RowChange,
    SentCorrection,
    SentDigest,
    SentLetter,
    SentText,
)
from offences.refused import Refused
from offences.replies.message import to_json

FORMER = ("A former member", "of staff")
FORMER_NAME = "former-"
NOBODY = "removed.invalid"  # a domain that there never is
LOGGED_AS = "personal data"


def _rename(**columns: Any) -> Callable[[QuerySet], object]:
    """Have these columns of every row say nobody's name; an address stays another in each row."""

    def forget(rows: QuerySet) -> None:
        for pk in list(rows.values_list("pk", flat=True)):
            own = {name: f"{pk}@{NOBODY}" if to == NOBODY else to for name, to in columns.items()}
            rows.model._base_manager.filter(pk=pk).update(**own)

    return forget


def _forget_accounts(rows: QuerySet) -> None:
    for person in rows:
        end_sessions(person)
        for model, name in (
            *((Authenticator, "user"), (EmailAddress, "user"), (SocialAccount, "user")),
            *((AccountEnd, "person"), (SentDigest, "person")),
        ):
            _forget_history(model, model._base_manager.filter(**{name: person}))
            model._base_manager.filter(**{name: person}).delete()
        person.groups.clear()
        person.username, person.email = f"{FORMER_NAME}{person.pk}", ""
        person.first_name, person.last_name = FORMER
        person.is_active = person.is_staff = person.is_superuser = False
        person.set_unusable_password()
        person.save()


def _forget_senders(rows: QuerySet) -> None:
    """Remove who wrote a reply and its words; of one that is no answer the message itself, too.

    The original of an answer stays, encrypted where FILES_KEY is set: figures rest on it.
    """
    for reply in rows.select_related("document"):
        kept = reply.message
        shown = {name: getattr(kept, name) for name in ("date", "message_id", "answers_to")}
        empty = type(kept)(**shown, subject=REMOVED, sender=NOBODY, text=REMOVED)
        reply.found, reply.name = to_json(empty, with_files=False), REMOVED
        reply.save(update_fields=["found", "name"])
        if reply.submission_id is None and reply.filed_at:
            _forget_file(reply.document)


def _forget_file(document: Document) -> None:
    name = str(document.file.name)
    transaction.on_commit(lambda: default_storage.delete(name))
    unfinished.mark(name)  # which goes after the file, if nothing is killed between the two
    note = f"Message {document.pk} was removed: it held names of people.\n".encode()
    document.title, document.size, document.media_type = REMOVED, len(note), "text/plain"
    document.sha256 = f"{document.pk:064d}"
    document.file.save("removed.txt", ContentFile(note), save=False)
    document.save()
    _forget_history(Document, Document.objects.filter(pk=document.pk))


@dataclass(frozen=True)
class PersonalRows:
    """One table that names people: what it is called, who is in it, and how they are removed."""

    kind: str
    model: type[models.Model]
    columns: tuple[str, ...]  # those that name a person or say how to reach them
    person: tuple[str, ...]  # the fields in which a person is looked for
    days: str = ""  # which of PERSONAL_DATA_DAYS; empty: kept for as long as staff keep it
    since: Any = None  # from when its days count
    forget: Callable[[QuerySet], object] = QuerySet.delete

    @property
    def is_mail(self) -> bool:
        return self.person == ("to",)

    def of(self, person: str) -> QuerySet:
        rows = self.model._base_manager.all()
        if self.model is Account:
            rows = rows.annotate(whole_name=Concat("first_name", Value(" "), "last_name"))
        named = (Q(**{f"{field}__iexact": person}) for field in self.person)
        return rows.filter(functools.reduce(operator.or_, named))

    def old(self, now: dt.datetime) -> QuerySet:
        """The rows whose days are over and that still name somebody."""
        over = now - dt.timedelta(days=settings.PERSONAL_DATA_DAYS[self.days])
        rows = self.model._base_manager.alias(since=self.since).filter(since__lt=over)
        if self.model is Account:
            is_open = Account.objects.open(timezone.localdate(now))
            return rows.exclude(username__startswith=FORMER_NAME).exclude(pk__in=is_open)
        return rows.exclude(**{f"{self.person[0]}__endswith": NOBODY})


ADDRESS = ("name", "email", "phone", "note")
TABLES = (
    PersonalRows(
        "accounts of staff",
        Account,
        ("username", "first_name", "last_name", "email"),
        ("email", "username", "whole_name"),
        "accounts",
        Coalesce("last_login", "date_joined"),
        _forget_accounts,
    ),
    PersonalRows("contacts of forces", ForceContact, ADDRESS, ("email", "name")),
    PersonalRows("newsroom contacts", MediaContact, ADDRESS, ("email", "name")),
    PersonalRows(
        "letters to forces",
        SentLetter,
        ("to", "body"),
        ("to",),
        "letters",
        models.F("reserved_at"),
        _rename(to=NOBODY),
    ),
    *(
        PersonalRows(
            kind,
            model,
            ("to", "outlet", "body"),
            ("to",),
            "newsrooms",
            models.F("reserved_at"),
            _rename(to=NOBODY, outlet=REMOVED),
        )
        for kind, model in (("texts sent", SentText), ("notices sent", SentCorrection))
    ),
    PersonalRows(
        "replies",
        Reply,
        ("name",),
        ("found__sender", "found__sender_name"),
        "replies",
        models.F("added_at"),
        _forget_senders,
    ),
    PersonalRows(
        "signers of texts",
        EventSigner,
        ("name", "email"),
        ("email", "name"),
        "signers",
        models.F("named_at"),
        _rename(email=NOBODY, name=" ".join(FORMER)),
    ),
    PersonalRows(
        "readers before release",
        PreReleaseReader,
        ("name", "role", "email", "why"),
        ("email", "name"),
        "readers",
        models.F("expires_at"),
        _rename(email=NOBODY, name=REMOVED, role=REMOVED, why=REMOVED),
    ),
)
COLUMNS = {each.model: each.columns for each in TABLES} | {
    EmailAddress: ("email",),
    SocialAccount: ("uid",),
    SentDigest: ("to", "body", "subject"),
    Document: ("title", "file"),
    LogEntry: ("object_repr",),
}


def _forget_history(model: type[models.Model], rows: QuerySet) -> None:
    """Remove people from what the logs and the history of changes say of these rows."""
    keys = [str(pk) for pk in rows.values_list("pk", flat=True)]
    about = ContentType.objects.get_for_model(model, for_concrete_model=False)
    entries = LogEntry.objects.filter(content_type=about, object_id__in=keys)
    logged = [str(pk) for pk in entries.values_list("pk", flat=True)]
    entries.update(object_repr=REMOVED)
    for of, numbers in ((model, keys), (LogEntry, logged)):
        changes = RowChange.objects.filter(table=of._meta.db_table, row__in=numbers)
        erase(changes, COLUMNS.get(of, ()))


def _forget(table: PersonalRows, rows: QuerySet) -> int:
    """Remove the people of these rows, from the history too; return how many rows that were."""
    keys = list(rows.values_list("pk", flat=True))
    if keys:
        chosen = table.model._base_manager.filter(pk__in=keys)
        changes = RowChange.objects.filter(table=table.model._meta.db_table)
        _forget_history(table.model, chosen)
        table.forget(chosen)
        erase(changes.filter(row__in=map(str, keys)), table.columns)  # of the removal itself
    return len(keys)


def _log(done: dict[str, int], now: dt.datetime) -> dict[str, int]:
    """Write down what kind and how many, never who."""
    found = {kind: number for kind, number in done.items() if number}
    by = writer.current()
    if found:
        RowChange.objects.create(
            at=now,
            person_id=by.person_id(),
            through=by.name()[:200],
            request=by.request,
            table=LOGGED_AS,
            row="",
            kind="removed",
            after=json.dumps(found),
        )
    return found


@transaction.atomic
def purge(now: dt.datetime) -> dict[str, int]:
    """Remove all that has been kept for its days; all of it or, if a step fails, nothing."""
    done = {each.kind: _forget(each, each.old(now)) for each in TABLES if each.days}
    days = {name: now - dt.timedelta(days=n) for name, n in settings.PERSONAL_DATA_DAYS.items()}
    digests = SentDigest.objects.filter(reserved_at__lt=days["digests"])
    _forget_history(SentDigest, digests)
    done["daily e-mails"] = digests.delete()[0]
    finished = DBTaskResult.objects.finished().filter(finished_at__lt=days["tasks"])
    done["finished tasks"] = finished.delete()[0]
    done["sessions that ended"] = Session.objects.filter(expire_date__lt=now).delete()[0]
    done["changes in the history"] = sum(
        erase(RowChange.objects.filter(table=model._meta.db_table, at__lt=days["history"]), columns)
        for model, columns in COLUMNS.items()
    )
    return _log(done, now)


def everything_about(person: str) -> dict[str, list[dict[str, Any]]]:
    """Everything that is kept of a person, by address or whole name, as plain values."""
    found = {each.kind: [_plain(row) for row in each.of(person)] for each in TABLES}
    for account in TABLES[0].of(person):
        entries = LogEntry.objects.filter(user_id=account.pk)
        found["steps on the staff pages"] = [_plain(row) for row in entries]
        changes = RowChange.objects.filter(person_id=account.pk)
        columns = ("at", "through", "table", "row", "kind")
        found["changes made"] = [dict(each) for each in changes.values(*columns)]
    return {kind: rows for kind, rows in found.items() if rows}


def _plain(row: models.Model) -> dict[str, Any]:
    left_out = {"password"}
    fields = (each.attname for each in row._meta.concrete_fields)
    values = {name: getattr(row, name) for name in fields if name not in left_out}
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder, default=str))
    return plain


def _names_of(person: str) -> set[str]:
    """What a letter may call this person."""
    contacts = (row for each in TABLES if each.columns == ADDRESS for row in each.of(person))
    return {person, *(row.name for row in contacts if row.name)}


@transaction.atomic
def forget(person: str, now: dt.datetime) -> dict[str, int]:
    """Remove a person who asks, from every table and the history; everything or nothing."""
    today = timezone.localdate(now)
    for account in TABLES[0].of(person):
        if Account.objects.open(today).filter(pk=account.pk).exists():
            raise Refused(
                f"{person} has an account that is open. End it first, on the page People."
            )
    if any(each.of(person).filter(started_at=None).exists() for each in TABLES if each.is_mail):
        raise Refused(f"A message to {person} waits to be sent. Send it or take it back first.")
    for words in _names_of(person):
        for each in (each for each in TABLES if each.is_mail):
            letters = each.of(person).filter(body__contains=words)
            letters.update(body=Replace("body", Value(words), Value(REMOVED)))
    done = {each.kind: _forget(each, each.of(person)) for each in TABLES}
    if not any(done.values()):
        raise Refused(
            f"Nothing is stored of “{person}”. Write the e-mail address or the whole name."
        )
    return _log(done, now)
