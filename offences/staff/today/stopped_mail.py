"""Letters and e-mails of people whose accounts have ended: to be taken back."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.urls import reverse

from offences.staff.today.queues import LinkRow, Queue, ago, list_of, queue_of
from offences.staff.today.waiting import Rows
from offences.staff.today.waiting_rows import WaitingRow

PAGES = {
    "stopped_letter": "foiround_letters",
    "stopped_text": "campaignevent_send",
    "stopped_notice": "release_correct",
}


def stopped_queues(user: User, today: dt.date, rows: Rows) -> list[Queue]:
    """Letters for data officers, and texts and notices for press officers, to take back."""
    newsrooms = [*rows["stopped_text"], *rows["stopped_notice"]]
    return [
        queue_of(user, "stopped", list_of("sentletter"), _links(rows["stopped_letter"], today)),
        queue_of(user, "stopped_texts", list_of("senttext"), _links(newsrooms, today)),
    ]


def _links(rows: Iterable[WaitingRow], today: dt.date) -> list[LinkRow]:
    return [
        LinkRow(row.name, _page(row), f"{row.about}, by {row.who}", f"written {ago(row.at, today)}")
        for row in rows
    ]


def _page(row: WaitingRow) -> str:
    page = reverse(f"admin:offences_{PAGES[row.kind]}", args=[row.pk])
    return f"{page}?kind={row.under}&chosen=0" if row.under else page
