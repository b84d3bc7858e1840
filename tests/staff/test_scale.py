"""The board and *Today* at ten times the practice year: as few queries, and every state."""

import datetime as dt
from itertools import cycle

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences.models import AnnualCount, FoiEvent, FoiSubmission, Force
from tests import worlds

FORCES, ROUNDS, FIRST = 440, 6, 2021
SENT = dt.date(2026, 9, 22)
NOW = dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC)
STATES = ("awaited", "acknowledged", "asked us", "part", "refused", "to enter", "to check")
MOST_OF_BOARD, MOST_OF_TODAY = 8, 12  # queries, three of them for the session and the account


def ten_times(w: worlds.World) -> None:
    """440 forces in six rounds; of the last one in every state, the others all checked."""
    forces = Force.objects.bulk_create(
        Force(
            slug=f"shire-{n}",
            name=f"Shire {n} Police",
            short_name=f"Shire {n} Police",
            area=f"Shire {n}",
            nation="England",
            region="North",
            foi_office=f"shire-{n}",
        )
        for n in range(FORCES)
    )
    for year in range(FIRST, FIRST + ROUNDS):
        w.round = worlds.round_of(w.measure, slug=str(year), years=(year - 2, year - 1))
        is_last = year == FIRST + ROUNDS - 1
        w.round.sent_on, w.round.sent_precision = SENT.replace(year=year), "day"
        w.round.save()
        states = dict(zip(forces, cycle(STATES if is_last else ("checked",)), strict=False))
        made = FoiSubmission.objects.bulk_create(
            FoiSubmission(round=w.round, force=force, **fields_of(w, state))
            for force, state in states.items()
        )
        events = zip(made, states.values(), strict=True)
        FoiEvent.objects.bulk_create(
            FoiEvent(submission=of, kind=kind, on=SENT.replace(year=year) + dt.timedelta(days=days))
            for of, state in events
            for kind, days in steps_of(state)
        )
        key = w.cell(year - 1)
        AnnualCount.objects.bulk_create(
            AnnualCount(
                submission=of,
                measure_id=key[0],
                year=key[1],
                category_id=key[2],
                state="value",
                value=of.pk,
                recorded_by=w.officer,
                recorded_at=NOW,
            )
            for of in made
            if of.entered_at
        )


def fields_of(w: worlds.World, state: str) -> dict:
    outcome = {"part": "part_answered", "refused": "refused", "to enter": "answered"}
    found: dict = {"outcome": outcome.get(state, "awaited")}
    if state in ("to check", "checked"):
        found |= {"outcome": "answered", "entered_by": w.officer, "entered_at": NOW}
    if state == "checked":
        found |= {"checked_by": w.checker, "checked_at": NOW}
    return found


def steps_of(state: str) -> list[tuple[str, int]]:
    last = {"asked us": "clarification_asked", "refused": "refused", "checked": "answered"}
    return [("sent", 0), ("acknowledged", 1), *([(last[state], 14)] if state in last else [])]


@pytest.mark.drill
@pytest.mark.django_db
def test_at_ten_times_the_practice_year_board_and_today_ask_no_more():
    w = worlds.World(**worlds.team("officer", "checker", "lead"))
    w.measure = worlds.measure()
    ten_times(w)
    board = reverse("admin:offences_foiround_board", args=[w.round.pk])
    with time_machine.travel(NOW, tick=False):
        for person in (w.officer, w.checker, w.lead):
            client = Client()
            client.force_login(person)
            client.get(board)  # some things are asked once in a process
            for address, most in ((board, MOST_OF_BOARD), (reverse("admin:index"), MOST_OF_TODAY)):
                with CaptureQueriesContext(connection) as asked:
                    page = client.get(address)
                assert page.status_code == 200
                assert len(asked) <= most, (address, person, [q["sql"][:120] for q in asked])
    rows = page.context["progress"].squares
    assert len(rows) == FORCES
    assert len({row["stage"] for row in rows}) == 5
