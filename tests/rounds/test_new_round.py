"""A new round from an earlier one: prefilled, planned back from its event, stored whole or not."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import resources
from offences.foi_clock import Holiday, WorkingDays
from offences.intake import lists
from offences.models import (
    BankHoliday,
    CampaignEvent,
    FoiEvent,
    FoiRound,
    FoiSubmission,
    Force,
    Measure,
)
from offences.rounds import new
from offences.rounds.new import similar_requests
from offences.rounds.plan import RoundPlan, plan_back
from offences.staff.rounds.plan_check import check_plan
from offences.words.charity import charity, previewing
from tests import worlds

TODAY = dt.date(2027, 4, 12)
AREAS = ("Aldermoor", "Fenmouth", "Oakshire")
MAY_DAY = WorkingDays({dt.date(2027, 5, 3): Holiday("Early May bank holiday")})


@pytest.fixture
def world(db, time_machine):
    time_machine.move_to(dt.datetime(2027, 4, 12, 9, tzinfo=dt.UTC), tick=False)
    w = worlds.World()
    w.officer = worlds.person("Ann Lee", "Data officer")
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.other = worlds.measure("images", name="Offences with images")
    w.old = worlds.round_of(w.measure, slug="2026", years=(2021, 2024))
    w.old.letter = "Dear {force}"
    w.old.save()
    w.asked = {
        area: worlds.submission(worlds.force(area), w.old, outcome=outcome)
        for area, outcome in zip(AREAS, ("answered", "refused", "no_response"), strict=True)
    }
    w.event = worlds.event()
    CampaignEvent.objects.update(embargo_at=dt.datetime(2027, 7, 7, 23, 1, tzinfo=dt.UTC))
    BankHoliday.objects.all().delete()
    BankHoliday.objects.create(
        date=dt.date(2027, 5, 3),
        title="Early May bank holiday",
        england_and_wales=True,
        scotland=True,
        northern_ireland=True,
    )
    return w


@pytest.fixture
def page(client, world):
    client.force_login(world.officer)
    return reverse("admin:offences_foiround_new", args=[world.old.pk])


def typed(w, **changed):
    return {
        "name": "Round 2027",
        "first_year": "2022/23",
        "last_year": "2026/27",
        "breakdowns": [b.pk for b in w.measure.breakdowns.all()],
        "forces": [each.force_id for each in w.asked.values()],
        "event": w.event.pk,
        "send_on": "2027-04-20",
        "freeze_on": "2027-06-18",
        "confirm_on": "2027-06-25",
        "sign_off_on": "2027-07-02",
    } | changed


def test_the_page_comes_filled_in_from_the_earlier_round(client, world, page):
    form = client.get(page).context["form"]
    assert form.initial["name"] == "Round 2027"
    assert form["first_year"].value() == "2023/24"  # four years, up to the newest that has ended
    assert form["last_year"].value() == "2026/27"
    assert {*form.initial["breakdowns"]} == {b.pk for b in world.measure.breakdowns.all()}
    assert {*form.initial["forces"]} == {each.force_id for each in world.asked.values()}
    assert form.initial["event"] == world.event
    assert form.initial["sign_off_on"] == dt.date(2027, 7, 2)


def test_a_force_that_answered_for_the_same_years_or_may_still_is_not_asked_anew(
    client, world, page
):
    FoiRound.objects.filter(pk=world.old.pk).update(last_year=2026)
    world.asked["Tarnhead"] = part = worlds.submission(worlds.force("Tarnhead"), world.old)
    FoiSubmission.objects.filter(pk=part.pk).update(outcome="part_answered")
    world.asked["Millbank"] = filed = worlds.submission(worlds.force("Millbank"), world.old)
    FoiSubmission.objects.filter(pk=filed.pk).update(outcome="awaited")
    for kind, on in (("sent", "2027-03-01"), ("answered", "2027-03-22")):
        FoiEvent.objects.create(submission=filed, kind=kind, on=on)
    world.asked["Elmbury"] = waiting = worlds.submission(worlds.force("Elmbury"), world.old)
    FoiSubmission.objects.filter(pk=waiting.pk).update(outcome="awaited")
    FoiEvent.objects.create(submission=waiting, kind="sent", on=dt.date(2027, 3, 1))
    again = {"number": 2, "follows": world.asked["Fenmouth"], "outcome": "awaited"}
    FoiSubmission.objects.create(round=world.old, force=world.asked["Fenmouth"].force, **again)
    shown = client.get(page)
    asked = {
        area
        for area, each in world.asked.items()
        if each.force_id in shown.context["form"].initial["forces"]
    }
    assert asked == {"Oakshire"}  # Fenmouth refused, and has a second request
    assert "except those that have answered or may still answer" in shown.content.decode()
    states = {row.force.area: row.state for row in shown.context["rows"]}
    assert states["Tarnhead"] == "Answered in part" and states["Millbank"] == "Answered, to enter"
    assert states["Fenmouth"] == "Refused; Not sent"  # of both its requests


@pytest.mark.parametrize(
    ("earlier", "taken", "name"),
    [
        ("Round 2026", (), "Round 2027"),
        ("Round 2027", ("round-2027",), "Round 2028"),  # the second of a year
        ("Round 2027", ("round-2027", "round-2028"), "Round 2029"),
        ("Practice round 2027", ("practice-2027",), "Practice round 2028"),  # its own address
        ("The yearly letter", (), "The yearly letter 2027"),
        ("A" * 60, ("a" * 50,), ""),  # the address would be taken in every year
    ],
)
def test_the_name_that_is_filled_in_is_free(world, earlier, taken, name):
    world.old.name = earlier
    world.old.save()
    for number, slug in enumerate(taken, 1):
        FoiRound.objects.create(
            slug=slug, name=slug, number=number, first_year=2022, last_year=2026
        )
    assert new.free_name(world.old, TODAY) == name


def test_what_each_force_answered_is_beside_it(client, world, page):
    worlds.enter(world.asked["Aldermoor"], {worlds.cell(world.measure, 2024): "131"}, world.officer)
    FoiSubmission.objects.filter(force__area="Aldermoor").update(
        checked_by=worlds.person("Cy Moss", "Checker"), checked_at=worlds.LATER
    )
    rows = {row.force.area: row for row in client.get(page).context["rows"]}
    assert [(f.written, f.year.label) for f in rows["Aldermoor"].figures] == [("131", "2024/25")]
    html = client.get(page).content.decode()
    assert "Refused" in html and "No answer" in html and "131" in html


def test_a_round_is_stored_with_all_that_belongs_to_it(client, world, page):
    answer = client.post(page, typed(world, forces=[world.asked["Oakshire"].force_id]), follow=True)
    made = FoiRound.objects.get(slug="round-2027")
    assert (made.first_year, made.last_year, made.number) == (2022, 2026, 2027)
    assert made.letter == "Dear {force}"
    assert [*made.measures.all()] == [world.measure]
    assert made.tables_asked.count() == 2
    assert [s.force.area for s in made.submissions.all()] == ["Oakshire"]
    assert made.event == world.event and made.freeze_on == dt.date(2027, 6, 18)
    assert "with a request to 1 force. Not sent yet." in answer.content.decode()


def test_a_breakdown_that_is_not_ticked_is_not_asked_for(client, world, page):
    total = world.measure.breakdowns.get(kind="total")
    client.post(page, typed(world, breakdowns=[total.pk]))
    made = FoiRound.objects.get(slug="round-2027")
    assert [*made.tables_asked] == [total]
    board = client.get(reverse("admin:offences_foiround_board", args=[made.pk])).context["board"]
    assert {row.asked for row in board.rows} == {5}  # one cell for each year


def test_a_round_that_breaks_off_leaves_nothing(client, world, page, monkeypatch):
    def fail(rows):
        raise RuntimeError("the power went")

    monkeypatch.setattr(new.FoiSubmission.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        client.post(page, typed(world))
    assert [*FoiRound.objects.all()] == [world.old]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"last_year": "2027/28"}, "2027/28 has not ended on 20 April 2027. Ask up to 2026/27"),
        ({"last_year": "2028/29"}, "2028/29 has not begun. Ask for 2027/28."),
        ({"last_year": "2026"}, "“2026” is not a financial year. Write it like 2018/19."),
        ({"first_year": "2023/25"}, "is not one year"),
        ({"first_year": "2027/28"}, "The last year asked for is before the first."),
        ({"last_year_in_part": "on"}, "2026/27 has ended on 20 April 2027, so it is a whole year"),
        ({"breakdowns": []}, "Tick at least one table."),
        ({"forces": []}, "Tick at least one force."),
        ({"name": "Round 2026"}, "FOI round with this Name already exists."),
        ({"name": "2026"}, "Another round has this name already, or one very like it."),
        ({"name": "!"}, "Write a name with a letter or a digit in it."),
        ({"send_on": "soon"}, "Enter a valid date."),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(client, world, page, changed, sentence):
    answer = client.post(page, typed(world, **changed))
    assert sentence in answer.content.decode()
    assert [*FoiRound.objects.all()] == [world.old]


def test_an_unfinished_year_is_asked_when_it_is_ticked(client, world, page):
    client.post(page, typed(world, last_year="2027/28", last_year_in_part="on"))
    assert FoiRound.objects.get(slug="round-2027").last_year_in_part


def test_the_same_round_is_not_made_twice(client, world, page):
    client.post(page, typed(world))
    assert "Another round has this name already" in client.post(page, typed(world)).content.decode()
    assert FoiRound.objects.count() == 2


def test_a_date_that_was_emptied_follows_from_the_next(client, world, page):
    answer = client.post(page, typed(world, freeze_on="", send_on="", plan="1"))
    data = answer.context["form"].data
    assert data["freeze_on"] == "2027-06-18"  # five working days before the confirmation
    assert data["send_on"] == "2027-04-21"
    assert FoiRound.objects.count() == 1


def test_empty_dates_without_an_event_are_not_planned_in_silence(client, world, page):
    dates = dict.fromkeys(("send_on", "freeze_on", "confirm_on", "sign_off_on"), "")
    html = client.post(page, typed(world, **dates, event="", plan="1")).content.decode()
    assert "Choose the event first, or write the last of the dates" in html
    dates["sign_off_on"] = "2027-07-02"
    html = client.post(page, typed(world, **dates, event="", plan="1")).content.decode()
    assert "Choose the event first" not in html and 'value="2027-06-25"' in html


def test_a_plan_goes_back_from_the_embargo_by_working_days():
    plan = plan_back(RoundPlan(embargo_on=dt.date(2027, 7, 8)), MAY_DAY)
    assert plan.sign_off_on == dt.date(2027, 7, 2)
    assert plan.confirm_on == dt.date(2027, 6, 25)
    assert plan.freeze_on == dt.date(2027, 6, 18)
    assert plan.send_on == dt.date(2027, 4, 21)
    assert MAY_DAY.after(plan.send_on, 20) == dt.date(2027, 5, 20)


def test_a_plan_says_when_it_no_longer_fits():
    plan = RoundPlan(
        dt.date(2027, 4, 19),
        dt.date(2027, 6, 18),
        dt.date(2027, 6, 25),
        dt.date(2027, 7, 2),
        dt.date(2027, 7, 8),
    )
    assert check_plan(plan, MAY_DAY, TODAY).faults == ()
    (late,) = check_plan(plan, MAY_DAY, dt.date(2027, 5, 5)).faults
    assert "has passed: letters sent today are due on Wednesday 2 June 2027." in late
    shown = check_plan(plan, MAY_DAY, dt.date(2027, 6, 1))
    _, after = shown.faults
    assert [each.name for each in shown.steps[:3]] == ["sending", "freeze", "confirmation"]
    assert [each.on for each in shown.steps] == sorted(each.on for each in shown.steps)
    assert shown.steps[0].on == dt.date(2027, 6, 1)  # as the board has it
    assert after.startswith(
        "The due date on Tuesday 29 June 2027 is after the freeze on Friday 18 June 2027."
    )


def test_dates_that_no_longer_fit_say_what_can_be_done(client, world, page):
    CampaignEvent.objects.update(embargo_at=dt.datetime(2027, 4, 24, 23, 1, tzinfo=dt.UTC))
    empty = dict.fromkeys(("send_on", "freeze_on", "confirm_on", "sign_off_on"), "")
    shown = client.post(page, typed(world, **empty, plan="1")).content.decode()
    assert "These dates no longer fit." in shown and "(a press officer adds one)" in shown
    assert "Store it without dates" in shown
    misfit = typed(world, send_on="2027-02-01")
    shown = client.post(page, misfit).content.decode()
    assert not FoiRound.objects.filter(slug="round-2027")  # nobody chose to store it so
    assert 'name="plan" value="Plan the empty dates" formaction="#when"' in shown
    beside = shown[shown.index("These dates no longer fit") :]
    assert beside.index("Store it without dates") < beside.index("3. Whom to ask")
    assert "The dates do not fit." in beside and "Store the round" in beside
    client.post(page, misfit | {"undated": "on"})
    assert (
        FoiRound.objects.get(slug="round-2027").event is None
    )  # what is asked comes too late for it
    assert FoiRound.objects.get(slug="round-2027").send_on is None


def test_a_similar_request_within_sixty_working_days_is_pointed_out(client, world, page):
    oakshire, fenmouth = world.asked["Oakshire"], world.asked["Fenmouth"]
    sent = dt.date(2027, 4, 20)
    days = WorkingDays({})
    FoiEvent.objects.create(submission=oakshire, kind="sent", on=days.before(sent, 60))
    FoiEvent.objects.create(submission=fenmouth, kind="sent", on=days.before(sent, 61))
    assert {*similar_requests([world.measure], sent, days)} == {oakshire.force_id}
    assert similar_requests([world.measure], sent, days, besides=world.old) == {}
    assert similar_requests([world.other], sent, days) == {}
    FoiEvent.objects.filter(submission=oakshire).update(on=dt.date(2027, 3, 22))
    html = client.get(page).content.decode()
    assert html.count("Similar request: Round 2026, 22 March 2027") == 1
    assert "1 force had a similar request within 60 working days." in html


def test_the_page_asks_no_more_of_more_forces(client, world, page):
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for letter in "abcdefghij":
        worlds.submission(worlds.force(f"Shire{letter}"), world.old)
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) == len(few)
    assert Measure.objects.count() == 2


def test_an_event_that_another_round_is_asked_for_is_not_chosen(client, world, page):
    world.old.event = world.event
    world.old.save()
    form = client.get(page).context["form"]
    assert form.initial["event"] is None and form.initial["send_on"] is None


def test_a_round_without_dates_is_asked_about_before_it_is_stored(client, world, page):
    undated = dict.fromkeys(("send_on", "freeze_on", "confirm_on", "sign_off_on", "event"), "")
    shown = client.post(page, typed(world, **undated)).content.decode()
    assert "the board of this round would show no plan and no freeze" in shown
    assert "Store it without dates" in shown and not FoiRound.objects.filter(slug="round-2027")
    client.post(page, typed(world, **undated, undated="on"))
    assert FoiRound.objects.get(slug="round-2027").freeze_on is None


def test_the_years_of_a_stored_round_are_typed_like_those_of_a_new_one(client, world, page):
    change = reverse("admin:offences_foiround_change", args=[world.old.pk])
    shown = client.get(change).content.decode()
    assert 'value="2021/22"' in shown and ">Today</a></li>" in shown
    form = client.get(change).context["adminform"].form
    sent = {name: value for name in form.fields if (value := form[name].value()) not in (None, "")}
    refused = client.post(change, sent | {"first_year": "2021"}).content.decode()
    assert "“2021” is not a financial year. Write it like 2018/19." in refused
    assert client.post(change, sent | {"first_year": "2020/21"}).status_code == 302
    client.force_login(worlds.person("Cy Moss", "Checker"))
    looked = client.get(change).content.decode()  # at what only officers change
    assert '<div class="readonly">2020/21</div>' in looked and ">2020<" not in looked
    world.old.refresh_from_db()
    assert (world.old.first_year, world.old.last_year) == (2020, 2024)


def test_a_first_round_opens_its_board_with_the_list_of_the_forces_that_the_charity_asks(
    client, world
):
    """The list is uploaded as it is: a request to each force of the nations asked."""
    worlds.force("Glanfor")
    Force.objects.filter(area="Glanfor").update(nation="Wales")
    fields = {"name": "Round 2028", "slug": "2028", "number": 9, "first_year": "2023/24"}
    fields |= {"last_year": "2026/27", "sent_precision": "day", "answered_by_precision": "day"}
    fields |= {"measures": [world.measure.pk], "letter": "Dear {force}"}
    client.force_login(world.officer)
    added = client.post(reverse("admin:offences_foiround_add"), fields)
    assert added.status_code == 302, added.context["adminform"].form.errors
    made = FoiRound.objects.get(slug="2028")
    board = reverse("admin:offences_foiround_board", args=[made.pk])
    assert added["Location"] == board
    link = reverse("admin:offences_foiround_first_list", args=[made.pk])
    assert link in client.get(board).content.decode()
    for nations, areas in (([], {*AREAS, "Glanfor"}), (["Wales"], {"Glanfor"})):
        with previewing(replace(charity(), nations=nations)):
            data = client.get(link).content
        step = {"by": world.officer, "now": worlds.NOW}
        shown = lists.preview(resources.LISTS[FoiSubmission], data, "list.xlsx", **step)
        assert shown.may_confirm and shown.writes == len(areas)
        assert {row.what.partition(",")[0] for row in shown.rows} == areas
