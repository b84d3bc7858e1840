"""A newer table of bank holidays moves exactly the due dates that it should."""

import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from offences.backups import rows as backups_rows
from offences.clocks import holiday_of
from offences.management.holidays import SHIPPED, shipped_holidays, store_after_migrate
from offences.management.logins import contents
from offences.models import BankHoliday, FoiSubmission
from offences.refused import Refused
from offences.rounds.holiday_file import change_of, read_holidays, store_holidays
from tests import worlds

FUNERAL, WORLD_CUP = dt.date(2022, 9, 19), dt.date(2026, 6, 15)


def stored():
    return {row.date: holiday_of(row) for row in BankHoliday.objects.all()}


@pytest.fixture
def world(db):
    """The shipped table but for the two days that were proclaimed late, and open requests."""
    w = worlds.World(measure=worlds.measure(), force=worlds.force())
    BankHoliday.objects.all().delete()
    store_holidays(change_of(read_holidays(SHIPPED.read_bytes()), dt.date(2022, 1, 1)))
    BankHoliday.objects.filter(date__in=[FUNERAL, WORLD_CUP]).delete()
    w.sent = {}
    days = ("2022-08-18", "2022-08-19", "2022-08-22", "2022-09-16", "2022-09-19", "2022-09-20")
    days += ("2026-05-14", "2026-05-15", "2026-05-18", "2026-06-12", "2026-06-15")
    for n, day in enumerate(days):
        round_ = worlds.round_of(w.measure, slug=str(2001 + n))
        round_.sent_on, round_.sent_precision = day, "day"
        round_.save()
        w.sent[day] = FoiSubmission.objects.create(round=round_, force=w.force)
    return w


def moved(day):
    newer = read_holidays(SHIPPED.read_bytes())
    change = change_of(newer, day)
    return change, {str(m.submission.round.sent_on): (m.old, m.new) for m in change.moves}


def test_the_two_days_proclaimed_late_move_the_requests_around_them_and_no_other(world):
    change, moves = moved(dt.date(2026, 6, 20))
    assert [*change.added] == [FUNERAL, WORLD_CUP]
    assert not change.removed and not change.renamed
    before = {day: each for day, each in shipped_holidays().items() if day not in change.added}
    expected = {}
    for day in world.sent:
        start = dt.date.fromisoformat(day)
        inside = [h for h in change.added if start < h <= by_hand(start, before)]
        if inside:
            expected[day] = (by_hand(start, before), by_hand(start, shipped_holidays()))
    assert moves == expected
    assert "2022-08-22" in moves and "2022-09-19" not in moves and "2022-09-16" in moves
    assert "2026-05-15" in moves and "2026-06-15" not in moves


def by_hand(start, holidays):
    day, left = start, 20
    while left:
        day += dt.timedelta(days=1)
        left -= day.weekday() < 5 and day not in holidays
    return day


def test_an_answered_request_and_one_that_is_with_us_are_not_moved(world):
    for day, outcome in (("2022-08-22", "answered"), ("2022-09-16", "refused")):
        world.sent[day].outcome = outcome
        world.sent[day].save()
    world.sent["2026-05-18"].events.create(kind="clarification_asked", on=dt.date(2026, 5, 20))
    _, moves = moved(dt.date(2026, 6, 20))
    assert moves.keys().isdisjoint({"2022-08-22", "2022-09-16", "2026-05-18"})


def test_a_new_database_has_the_shipped_holidays_and_a_table_that_has_some_stays(db):
    BankHoliday.objects.all().delete()
    store_after_migrate(plan=None)  # a flush
    assert not stored()
    store_after_migrate(plan=[])
    assert stored() == shipped_holidays()
    assert backups_rows.is_empty() and contents() == ""  # a backup, a practice year go into it
    BankHoliday.objects.exclude(date=WORLD_CUP).delete()
    store_after_migrate(plan=[])
    assert [*stored()] == [WORLD_CUP]


def test_the_data_lead_adds_a_day_that_was_proclaimed_late(client, world):
    client.force_login(worlds.person("Ann Lee", "Data lead"))
    values = {"date": "2022-09-19", "title": "State funeral", "scotland": "on"}
    assert client.post(reverse("admin:offences_bankholiday_add"), values).status_code == 302
    assert stored()[FUNERAL].nations == ("Scotland",)


def test_years_that_a_file_does_not_cover_stay(world):
    newer = {"scotland": {"events": [{"title": "A day", "date": "2027-03-01"}]}}
    change = change_of(read_holidays(json.dumps(newer).encode()), dt.date(2026, 6, 20))
    assert {day.year for day in change.removed} == {2027}
    store_holidays(change)
    assert {day for day in stored() if day.year == 2027} == {dt.date(2027, 3, 1)}
    assert {day for day in stored() if day.year == 2025} == {
        day for day in shipped_holidays() if day.year == 2025
    }


def test_the_same_day_of_two_nations_is_one_holiday_and_the_same_file_again_changes_nothing(db):
    BankHoliday.objects.all().delete()
    newer = {
        "england-and-wales": {"events": [{"title": "New Year’s Day", "date": "2026-01-01"}]},
        "northern-ireland": {"events": [{"title": "New Year’s Day", "date": "2026-01-01"}]},
    }
    data = json.dumps(newer).encode()
    store_holidays(change_of(read_holidays(data), dt.date(2026, 6, 20)))
    (row,) = BankHoliday.objects.all()
    assert (row.england_and_wales, row.scotland, row.northern_ireland) == (True, False, True)
    again = change_of(read_holidays(data), dt.date(2026, 6, 20))
    assert not (again.added or again.removed or again.renamed or again.moves)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe", b"date,title\n2026-01-01,A day\n", b'{"wales": {"events": []}}'],
    ids=["empty", "broken", "no text", "no nations", "no holidays"],
)
def test_what_is_no_file_of_holidays_is_refused_with_how_to_give_one(data):
    with pytest.raises(Refused, match=r"Give those of GOV\.UK as JSON"):
        read_holidays(data)


def test_the_command_lists_what_moves_and_stores_only_when_told(world, tmp_path, time_machine):
    time_machine.move_to(dt.datetime(2026, 6, 20, 9, tzinfo=dt.UTC), tick=False)
    out = io.StringIO()
    call_command("bank_holidays", str(SHIPPED), stdout=out)
    assert "Added: 2026-06-15" in out.getvalue()
    _, moves = moved(dt.date(2026, 6, 20))
    lines = [line for line in out.getvalue().splitlines() if line.startswith("Moved: ")]
    assert [line[line.index("due ") :] for line in sorted(lines)] == [
        f"due {old} → {new}" for old, new in sorted(moves.values())
    ]
    assert "Nothing was stored" in out.getvalue()
    assert FUNERAL not in stored()
    call_command("bank_holidays", commit=True, stdout=out)  # without a file: the shipped one
    assert stored() == shipped_holidays()
    file = tmp_path / "none.csv"
    file.write_text("nothing")
    with pytest.raises(CommandError, match="not a file of bank holidays"):
        call_command("bank_holidays", str(file))
