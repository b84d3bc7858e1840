"""The board of a round: the state of each request, by its events and the bank holidays."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from offences.models import BankHoliday, Exemption, FoiEvent, FoiRound, FoiSubmission, Force
from offences.rounds.board import BoardState, Stage, board_of
from offences.staff.rounds.board import step_page
from offences.staff.rounds.next_steps import next_step
from offences.staff.rounds.plan_line import plan_line
from tests import worlds

SENT = dt.date(2026, 4, 14)  # due on 13 May: Monday 4 May is a holiday
DUE = dt.date(2026, 5, 13)


@pytest.fixture
def world(db):
    w = worlds.World(**worlds.team("officer", "checker"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, slug="2026", years=(2021, 2025))
    w.round.sent_on, w.round.sent_precision = SENT, "day"
    w.round.save()
    w.asked = {}
    for area in ("Aldermoor", "Fenmouth", "Oakshire", "Tarnhead"):
        force = worlds.force(area)
        w.asked[area] = FoiSubmission.objects.create(round=w.round, force=force)
    BankHoliday.objects.all().delete()
    for day, scotland in ((dt.date(2026, 5, 4), True), (dt.date(2028, 12, 25), True)):
        BankHoliday.objects.create(
            date=day,
            title="Early May bank holiday",
            england_and_wales=True,
            scotland=scotland,
            northern_ireland=True,
        )
    return w


def step(w, area, kind, on, **more):
    return FoiEvent.objects.create(submission=w.asked[area], kind=kind, on=on, **more)


def states(w, today):
    return {r.submission.force.area: r.state for r in board_of(w.round, today).rows}


def test_a_letter_sent_to_all_on_one_day_starts_every_clock(world):
    board = board_of(world.round, DUE)
    assert {row.clock.due_on for row in board.rows} == {DUE}
    assert {row.state for row in board.rows} == {BoardState.DUE_TODAY}
    assert states(world, DUE + dt.timedelta(days=1)) == dict.fromkeys(
        world.asked, BoardState.OVERDUE
    )


def test_a_holiday_proclaimed_late_moves_the_date(world):
    BankHoliday.objects.create(
        date=dt.date(2026, 5, 5),
        title="A day of mourning",
        england_and_wales=False,
        scotland=True,
        northern_ireland=False,
    )
    (due,) = {row.clock.due_on for row in board_of(world.round, SENT).rows}
    assert due == dt.date(2026, 5, 14)


def test_what_can_still_go_wrong_stands_first(world):
    step(world, "Fenmouth", "clarification_asked", dt.date(2026, 4, 20))
    step(world, "Oakshire", "acknowledged", dt.date(2026, 4, 15))
    step(world, "Oakshire", "extension_claimed", dt.date(2026, 5, 1), section="31")
    refused = world.asked["Tarnhead"]
    refused.outcome = "refused"
    refused.save()
    board = board_of(world.round, dt.date(2026, 5, 20))
    assert [(row.submission.force.area, row.state) for row in board.rows] == [
        ("Aldermoor", BoardState.OVERDUE),
        ("Fenmouth", BoardState.WITH_US),
        ("Tarnhead", BoardState.REFUSED),
        ("Oakshire", BoardState.EXTENDED),
    ]
    assert board.stages == {Stage.AWAITED: 1, Stage.ASKED_US: 1, Stage.OVERDUE: 1, Stage.REFUSED: 1}
    assert board.rows[0].days_left == -5


def test_what_is_stored_of_an_answer_goes_before_the_clock(world):
    submission = world.asked["Oakshire"]
    submission.outcome = "part_answered"
    submission.save()
    assert states(world, DUE)["Oakshire"] == BoardState.PART_ANSWERED
    submission.outcome = "unknown"
    submission.save()
    assert states(world, DUE)["Oakshire"] == BoardState.UNKNOWN


def page_of(client, w, **query):
    return client.get(reverse("admin:offences_foiround_board", args=[w.round.pk]), query)


def test_the_page_shows_days_and_the_calendar_that_explains_them(client, world, time_machine):
    time_machine.move_to(dt.datetime(2026, 4, 30, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    html = page_of(client, world).content.decode()
    assert "8 left" in html and "due 13 May" in html
    assert '<td class="start">0</td>' in html and '<td class="due">20</td>' in html
    assert "Early May bank holiday" in html
    assert "Fenmouth" not in page_of(client, world, q="oak").content.decode()


def test_a_force_that_names_a_saturday_has_no_number_for_it(client, world, time_machine):
    claim = {"section": "31", "until": dt.date(2026, 6, 13)}
    step(world, "Oakshire", "extension_claimed", dt.date(2026, 5, 1), **claim)
    client.force_login(world.officer)
    for day, left in ((12, "no working day left"), (13, "today")):
        time_machine.move_to(dt.datetime(2026, 6, day, 9, tzinfo=dt.UTC), tick=False)
        html = page_of(client, world, q="Oakshire").content.decode()
        assert f'<b class="late">{left}</b>' in html
        assert '<td class="due"></td>' in html and html.count(">41</td>") == 1
        assert "The force itself named Saturday 13 June: no working day" in html
        today = client.get(reverse("admin:index")).content.decode()
        assert ("due today" if left == "today" else left) in today
        assert "Tell the force about the time that it claimed." in today
        assert ">Write to the first</a>" in today


def test_a_refused_row_leads_to_its_exemptions_and_names_them(client, world):
    refused = world.asked["Tarnhead"]
    refused.outcome = "refused"
    refused.save()
    client.force_login(world.officer)
    page = reverse("admin:offences_foisubmission_exemptions", args=[refused.pk])
    assert f'href="{page}">Record its section</a>' in page_of(client, world).content.decode()
    for section, subsection in (("12", ""), ("40", "(2)")):
        Exemption.objects.create(
            submission=refused,
            section=section,
            subsection=subsection,
            recorded_by=world.officer,
            recorded_at=worlds.NOW,
        )
    html = page_of(client, world).content.decode()
    assert f'href="{page}">Challenge it</a>' in html
    assert ">section 12</abbr>, <abbr" in html and ">section 40(2)</abbr>" in html
    assert "<b>Section 12.</b> Finding the answer would cost the force more" in html


def test_the_rest_of_an_answer_is_chased_or_its_refusal_looked_at(client, world, time_machine):
    time_machine.move_to(dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC), tick=False)
    part = world.asked["Tarnhead"]
    part.outcome = "part_answered"
    part.save()
    client.force_login(world.officer)
    html = page_of(client, world, q="tarn").content.decode()
    assert f'letters/?kind=chase&amp;chosen={part.pk}">Send a reminder of the rest</a>' in html
    Exemption.objects.create(
        submission=part, section="40", recorded_by=world.officer, recorded_at=worlds.NOW
    )
    html = page_of(client, world, q="tarn").content.decode()
    assert '/exemptions/">Challenge it</a>' in html


def test_a_legal_mistake_says_what_happened_when_and_what_to_do(client, world, time_machine):
    time_machine.move_to(dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC), tick=False)
    step(world, "Oakshire", "refused", dt.date(2026, 5, 20))
    step(world, "Fenmouth", "extension_claimed", dt.date(2026, 4, 20), section="40(2)")
    client.force_login(world.officer)
    html = page_of(client, world).content.decode()
    assert "The refusal of 20 May 2026 came after 13 May 2026" in html
    assert "No section is recorded for the refusal of 20 May 2026." in html
    words = re.sub("<[^>]+>", "", html)
    assert "More time was claimed on 20 April 2026 under section 40(2), which allows none" in words
    assert "send a reminder if that day has passed" in words
    assert "<b>Section 40.</b>" in html and "<b>Section 17.</b>" in html  # what each means
    step(world, "Fenmouth", "refused", dt.date(2026, 5, 21))
    words = re.sub("<[^>]+>", "", page_of(client, world).content.decode())
    assert "which allows none" in words and "send a reminder if" not in words


def test_the_plan_is_a_line_with_today_on_it(client, world, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 25, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    assert 'class="plan"' not in page_of(client, world).content.decode()  # nothing is planned
    world.round.freeze_on, world.round.sign_off_on = dt.date(2026, 6, 12), dt.date(2026, 7, 3)
    world.round.save()
    html = page_of(client, world).content.decode()
    steps = plan_line(world.round, SENT, board_of(world.round, SENT).days, dt.date(2026, 5, 25))
    assert [(each.name, each.on, each.is_past, each.reached) for each in steps] == [
        ("sent", SENT, True, None),
        ("due date", DUE, True, 40),
        ("freeze", dt.date(2026, 6, 12), False, None),
        ("sign-off", dt.date(2026, 7, 3), False, None),
    ]
    assert html.count(">, 25 May</span>") == 1 and "14 working days left" in html


@pytest.mark.parametrize("day", [SENT, DUE, dt.date(2026, 6, 12), dt.date(2026, 8, 1)])
def test_today_is_once_on_the_line_whatever_the_day(world, day):
    world.round.freeze_on = dt.date(2026, 6, 12)
    steps = plan_line(world.round, SENT, board_of(world.round, SENT).days, day)
    assert sum(each.reached is not None for each in steps) == 1


def test_on_paper_the_head_of_the_list_loses_its_boxes_with_the_rows(client, world):
    client.force_login(world.officer)
    page = client.get(reverse("admin:offences_foiround_board", args=[world.round.pk]))
    assert page.content.decode().count('<td class="c">') == 1 + len(world.asked)


def test_one_step_is_recorded_for_many_and_for_none_twice(client, world, time_machine):
    time_machine.move_to(dt.datetime(2026, 4, 30, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    url = reverse("admin:offences_foiround_board", args=[world.round.pk])
    chosen = [world.asked[area].pk for area in ("Aldermoor", "Fenmouth")]
    form = {"step": "acknowledged", "on": "2026-04-20", "chosen": chosen}
    html = client.post(url, form, follow=True).content.decode()
    assert "Recorded for 2 forces: acknowledged on 20 April 2026." in html
    html = client.post(url, form | {"chosen": [world.asked["Oakshire"].pk, chosen[0]]}, follow=True)
    assert "Recorded before, and not again: Aldermoor." in html.content.decode()
    events = FoiEvent.objects.values_list("submission__force__area", "kind", "recorded_by")
    assert sorted(events) == [
        (area, "acknowledged", world.officer.pk) for area in ("Aldermoor", "Fenmouth", "Oakshire")
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"on": "2026-05-01"}, "This day has not come yet."),
        ({"on": "yesterday"}, "Enter a valid date."),
        ({"chosen": []}, "Choose the forces in the table first."),
        ({"step": "shouted"}, "Select a valid choice."),
    ],
)
def test_a_step_that_cannot_be_is_refused_with_a_sentence(
    client, world, time_machine, change, sentence
):
    time_machine.move_to(dt.datetime(2026, 4, 30, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    url = reverse("admin:offences_foiround_board", args=[world.round.pk])
    form = {"step": "acknowledged", "on": "2026-04-20", "chosen": [world.asked["Oakshire"].pk]}
    assert sentence in client.post(url, form | change).content.decode()
    assert not FoiEvent.objects.exists()


def test_no_step_of_a_force_is_recorded_before_our_letter_was_sent(client, world, time_machine):
    time_machine.move_to(dt.datetime(2026, 4, 30, 9, tzinfo=dt.UTC), tick=False)
    FoiRound.objects.update(sent_on=None)
    step(world, "Oakshire", "sent", dt.date(2026, 4, 21))
    client.force_login(world.officer)
    url = reverse("admin:offences_foiround_board", args=[world.round.pk])
    chosen = [world.asked[area].pk for area in ("Aldermoor", "Oakshire")]
    form = {"step": "acknowledged", "on": "2026-04-20", "chosen": chosen}
    html = client.post(url, form, follow=True).content.decode()
    assert "Not recorded for Aldermoor and Oakshire: our letter was not sent by 20 April" in html
    html = client.post(url, form | {"on": "2026-04-22"}, follow=True).content.decode()
    assert "Not recorded for Aldermoor:" in html and "Recorded for 1 force" in html
    assert FoiEvent.objects.get(kind="acknowledged").submission == world.asked["Oakshire"]


def test_a_question_that_came_late_is_still_to_be_answered(world):
    step(world, "Oakshire", "clarification_asked", dt.date(2026, 5, 20))
    rows = {
        row.submission.force.area: row for row in board_of(world.round, dt.date(2026, 6, 1)).rows
    }
    late = rows["Oakshire"]
    assert late.state == "with_us" and late.stage is Stage.ASKED_US  # not among the reminders
    assert late.clock.state == "overdue" and next_step(late) == "Answer its question"
    assert next_step(rows["Aldermoor"]) == "Send a reminder"
    assert f"kind=answer&chosen={late.submission.pk}" in step_page(late)


def test_staff_are_warned_when_the_bank_holidays_end_within_a_year(client, world):
    assert board_of(world.round, dt.date(2027, 6, 1)).holidays_end is None
    assert board_of(world.round, dt.date(2028, 2, 1)).holidays_end == dt.date(2028, 12, 31)
    BankHoliday.objects.all().delete()
    today = dt.date(2026, 6, 1)
    assert board_of(world.round, today).holidays_end == today
    client.force_login(world.officer)
    for page in ("board", "letters"):
        html = client.get(reverse(f"admin:offences_foiround_{page}", args=[world.round.pk]))
        assert "due dates after it may be wrong" in html.content.decode()


def test_the_page_asks_no_more_of_more_forces(client, world, django_assert_max_num_queries):
    client.force_login(world.officer)
    for n in range(40):
        FoiSubmission.objects.create(
            round=world.round,
            force=worlds.force("Shire" + "abcdefghijklmnopqrstuvwxyz"[n % 26] * (n // 26 + 1)),
        )
    with django_assert_max_num_queries(8):
        assert page_of(client, world).status_code == 200


# The rest of an answer that is refused, and laws of other nations


def test_an_answer_in_part_is_whole_once_the_rest_is_refused(world):
    step(world, "Tarnhead", "answered", dt.date(2026, 5, 6), partial=True)
    step(world, "Oakshire", "answered", dt.date(2026, 5, 6), partial=True)
    step(world, "Oakshire", "refused", dt.date(2026, 5, 8), partial=True)
    step(world, "Fenmouth", "refused", dt.date(2026, 5, 8), partial=True)
    later = dt.date(2026, 6, 1)
    assert states(world, later) == {
        "Aldermoor": BoardState.OVERDUE,
        "Fenmouth": BoardState.OVERDUE,  # nothing came but the refusal of a part
        "Oakshire": BoardState.TO_STORE,
        "Tarnhead": BoardState.OVERDUE,
    }
    (row,) = (r for r in board_of(world.round, later).rows if r.state == BoardState.TO_STORE)
    assert (row.days_left, row.clock.working_days_late) == (None, 0)


def test_the_exemptions_of_an_answer_in_part_refuse_the_rest(world):
    part = world.asked["Tarnhead"]
    step(world, "Tarnhead", "answered", dt.date(2026, 5, 6), partial=True)
    FoiSubmission.objects.filter(pk=part.pk).update(outcome="part_answered")
    assert states(world, dt.date(2026, 6, 1))["Tarnhead"] == BoardState.PART_ANSWERED
    Exemption.objects.create(
        submission=part, section="40", recorded_by=world.officer, recorded_at=worlds.NOW
    )
    assert states(world, dt.date(2026, 6, 1))["Tarnhead"] == BoardState.TO_STORE


def test_a_scottish_force_has_the_dates_of_its_own_act(client, world, time_machine):
    """Holidays of other nations do not count, and a claim of more time moves nothing."""
    Force.objects.filter(area="Oakshire").update(nation="Scotland")
    BankHoliday.objects.create(
        date=dt.date(2026, 4, 27),
        title="A holiday elsewhere",
        england_and_wales=True,
        scotland=False,
        northern_ireland=True,
    )
    step(world, "Oakshire", "extension_claimed", dt.date(2026, 5, 1), section="33")
    due = {r.submission.force.area: r.clock.due_on for r in board_of(world.round, SENT).rows}
    assert due == dict.fromkeys(world.asked, dt.date(2026, 5, 14)) | {"Oakshire": DUE}
    time_machine.move_to(dt.datetime(2026, 5, 6, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    html = page_of(client, world, q="oak").content.decode()
    assert "Scotland’s Act allows none" in html and "due 13 May" in html
    assert "Only bank holidays in Scotland count." in html and "A holiday elsewhere" not in html


def test_of_a_law_that_we_do_not_know_no_date_is_shown(client, world, time_machine):
    Force.objects.filter(area="Oakshire").update(nation="Jersey")
    step(world, "Oakshire", "extension_claimed", dt.date(2026, 5, 1), section="40")
    time_machine.move_to(dt.datetime(2026, 6, 30, 9, tzinfo=dt.UTC), tick=False)
    client.force_login(world.officer)
    html = page_of(client, world, q="oak").content.decode()
    assert "no dates: Jersey has a law of its own" in html
    rows = html.partition("<tbody>")[2].partition("</tbody>")[0]
    assert not re.search(r"\blate\b", rows)  # an icon is translated
    assert states(world, dt.date(2026, 6, 30))["Oakshire"] == BoardState.WAITING


def test_a_force_that_claimed_time_which_the_law_does_not_allow_is_written_to(
    client, world, time_machine
):
    time_machine.move_to(dt.datetime(2026, 5, 7, 9, tzinfo=dt.UTC), tick=False)
    step(world, "Oakshire", "extension_claimed", dt.date(2026, 5, 6), section="12")
    client.force_login(world.officer)
    letters = reverse("admin:offences_foiround_letters", args=[world.round.pk])
    address = f"{letters}?kind=more_time&amp;chosen={world.asked['Oakshire'].pk}"
    assert address in page_of(client, world).content.decode()
    written = client.get(letters, {"kind": "more_time"})
    assert "On 6 May 2026 you claimed more time under section 12" in written.content.decode()
    form = {"kind": "more_time", "text": written.context["text"], "by_hand": "1"}
    client.post(letters, form | {"letter": world.asked["Oakshire"].pk})
    shown = page_of(client, world).content.decode()
    assert "We wrote to it about this." in shown and address not in shown


def test_a_row_without_a_step_says_whether_to_wait(client, world):
    FoiSubmission.objects.filter(force__area="Oakshire").update(outcome="no_response")
    FoiSubmission.objects.filter(force__area="Tarnhead").update(outcome="unknown")
    client.force_login(world.officer)
    shown = page_of(client, world).content.decode()
    assert "Closed, unless it answers" in shown and ">Record what came</a>" in shown
    assert "nobody recorded whether it answered" in shown


def test_what_came_and_the_freeze_are_recorded_with_the_fields_of_that_act_alone(client, world):
    client.force_login(world.officer)
    of = world.asked["Aldermoor"]
    acts = {
        ("foisubmission", of, "outcome", "Record what came"): {"outcome": "no_response"},
        ("foiround", world.round, "freeze", "Move the freeze"): {"freeze_on": "2026-06-30"},
    }
    for (model, row, act, words), typed in acts.items():
        page = f"{reverse(f'admin:offences_{model}_change', args=[row.pk])}?act={act}"
        shown = client.get(page)
        assert f"<h1>{words}: {row}</h1>" in shown.content.decode()
        html = shown.content.decode()
        assert "Many files at once" not in html and "Save and add another" not in html
        assert not {"measures", "round", "slug"} & {*shown.context["adminform"].form.fields}
        kept = {n: v for n, v in shown.context["adminform"].form.initial.items() if v is not None}
        assert client.post(page, kept | typed).url.endswith(f"{world.round.pk}/board/")
    of.refresh_from_db(), world.round.refresh_from_db()
    assert of.outcome == "no_response" and of.force.area == "Aldermoor"
    assert world.round.freeze_on == dt.date(2026, 6, 30) and world.round.measures.exists()


def test_letters_that_did_not_leave_in_time_are_due_from_today(world):
    FoiRound.objects.filter(pk=world.round.pk).update(freeze_on=dt.date(2026, 6, 30), send_on=SENT)
    FoiRound.objects.filter(pk=world.round.pk).update(sent_on=None)
    world.round.refresh_from_db()
    today = dt.date(2026, 6, 1)
    plan = plan_line(world.round, None, board_of(world.round, today).days, today)
    assert [(each.name, each.on) for each in plan[:2]] == [
        ("sending", today),
        ("due date", dt.date(2026, 6, 29)),
    ]
    assert plan[0].words.startswith("today at the earliest: was planned for ")  # as Today has it


def test_a_question_to_us_stays_open_once_figures_are_here_until_we_or_the_force_answer(
    client, world
):
    client.force_login(world.officer)
    of = world.asked["Fenmouth"]
    FoiEvent.objects.create(submission=of, kind="clarification_asked", on=dt.date(2026, 5, 4))
    FoiSubmission.objects.filter(pk=of.pk).update(
        entered_at=dt.datetime(2026, 5, 20, tzinfo=dt.UTC), entered_by=world.officer
    )

    def asks() -> bool:
        (row,) = [
            row for row in board_of(world.round, dt.date(2026, 5, 25)).rows if row.submission == of
        ]
        assert row.state == "to_check"  # the checker finds it all the same
        return bool(row.also_asks)

    assert asks() and ">Answer its question</a> of 4 May" in page_of(client, world).content.decode()
    answer = FoiEvent.objects.create(submission=of, kind="answered", on=dt.date(2026, 5, 5))
    assert not asks()
    answer.delete()
    FoiEvent.objects.create(submission=of, kind="clarification_sent", on=dt.date(2026, 5, 6))
    assert not asks()


def test_a_step_that_is_a_letter_is_offered_only_to_those_who_may_send_it(client, world):
    """For a press officer the button led to a refusal."""
    FoiSubmission.objects.filter(pk=world.asked["Fenmouth"].pk).update(outcome="awaited")
    step(world, "Fenmouth", "clarification_asked", dt.date(2026, 5, 4))
    letters = f"/foiround/{world.round.pk}/letters/"
    client.force_login(world.officer)
    assert letters in page_of(client, world).content.decode()
    client.force_login(worlds.team("press")["press"])
    page = page_of(client, world).content.decode()
    assert letters not in page and "Asked us a question" in page
