"""Releases made row by row, for pages that read nothing else."""

import datetime as dt

from offences.models import (
    FoiRound,
    Force,
    Measure,
    Release,
    ReleasedFigure,
    ReleasedResponse,
    release_step,
)
from tests import worlds

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)


def release(
    measure: Measure,
    last_round: FoiRound,
    number: int = 1,
    *,
    public_at: dt.datetime = OPENS,
    withdrawn: str = "",
    **more,
) -> Release:
    officer = worlds.User.objects.get_or_create(username="officer")[0]
    approver = worlds.User.objects.get_or_create(username="approver")[0]
    with release_step():
        return Release.objects.create(
            measure=measure,
            number=number,
            title=f"The figures, {number}",
            year=2018,
            last_round=last_round,
            prepared_by=officer,
            prepared_at=worlds.NOW,
            screened_by=officer,
            screened_at=worlds.NOW,
            screened_of="a fingerprint",
            review_by=officer,
            review_at=worlds.NOW,
            approved_by=approver,
            approved_at=worlds.NOW,
            public_at=public_at,
            withdrawn_by=approver if withdrawn else None,
            withdrawn_at=worlds.LATER if withdrawn else None,
            withdrawn_reason=withdrawn,
            **more,
        )


def figure(of: Release, force: Force, year: int, low: int | None, high: int | None = None, **more):
    """A count; None is no figure, two numbers a range, one with state="suppressed" an open one."""
    state = "missing" if low is None else "value" if high is None else "suppressed"
    is_open = more.get("state") == "suppressed" and high is None
    with release_step():
        return ReleasedFigure.objects.create(
            release=of,
            **{
                "figure_kind": "count",
                "body_kind": "force",
                "body": force.slug,
                "year": year,
                "state": state,
                "why": "not_in_records" if low is None else "",
                "low": low,
                "high": None if is_open else low if high is None else high,
                "published_on": None if low is None else dt.date(2019, 6, 25),
                "source": "" if low is None else "Northshire Gazette",
                **more,
            },
        )


def answer(of: Release, force: Force, outcome: str = "answered", **more) -> ReleasedResponse:
    with release_step():
        return ReleasedResponse.objects.create(
            release=of,
            **{
                "round": "2019",
                "round_name": "Round 2019",
                "round_number": 2019,
                "round_first_year": 2016,
                "round_last_year": 2018,
                "round_asked": 44,
                "force": force.slug,
                "outcome": outcome,
                **more,
            },
        )
