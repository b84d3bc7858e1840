"""People: a data lead invites, gives roles, resets and ends accounts; nothing they did is lost."""

import datetime as dt

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from offences.accounts import people
from offences.accounts.history import step_counts, step_kinds
from offences.models import Account, AccountEnd
from offences.refused import Refused
from offences.roles import ROLES
from offences.staff.people.views import TASKS
from tests import worlds
from tests.people.conftest import (
    NEW_PASSWORD,
    PASSWORD,
    is_in,
    is_logged_in,
    link_in,
    log_in,
    logged_in,
    set_password,
    with_password,
)
from tests.samples import is_drill
from tests.worlds import NOW, at_once

PEOPLE = "admin:people"
IDA = {"name": "Ida Best", "email": "Ida@charity.example", "role": "Checker"}


def step_of(client, person, step):
    return client.post(reverse("admin:account_step", args=[person.pk, step]), follow=True)


def invite(office, **changed):
    return logged_in(office.lead).post(reverse(PEOPLE), IDA | changed, follow=True)


def account(email="ida@charity.example"):
    return Account.objects.get(email=email)


def words_of(person):
    return list(
        LogEntry.objects.filter(object_repr=str(person)).values_list("change_message", flat=True)
    )


# Inviting


def test_an_invited_person_sets_a_password_by_the_link_and_has_the_role(office, server):
    page = invite(office).content.decode()
    assert "Ida Best is invited. The link was sent to ida@charity.example." in page
    (message,) = server.inbox
    assert message["To"] == "ida@charity.example"
    assert "Gil Roe has opened this link" in message.get_content()
    assert not is_in(log_in("ida@charity.example", ""))
    set_password(link_in(message))
    client = Client()
    assert is_in(log_in("ida@charity.example", NEW_PASSWORD, client))
    assert client.get(reverse("admin:index"))["Location"] == reverse("mfa_index")
    assert account().has_perm("offences.check_foisubmission")
    assert not account().has_perm("offences.view_account")
    assert words_of("Ida Best") == [f"{people.LINK}. Invited as Checker."]


def test_whoever_follows_the_link_sets_a_password_and_nothing_else(office, server):
    invite(office)
    more = {"email": "other@charity.example", "username": "other", "is_superuser": "1"}
    stored = set_password(link_in(server.inbox[0]), **more, groups="1").content.decode()
    assert "everywhere else" not in stored  # the first password: nobody was logged in anywhere
    ida = account()
    assert (ida.username, ida.is_superuser) == ("ida@charity.example", False)
    assert [group.name for group in ida.groups.all()] == ["Checker"]


def test_the_link_has_the_site_s_public_address(office, server, settings):
    settings.SITE_ADDRESS = "https://figures.example.org"
    invite(office)
    assert "https://figures.example.org/admin/log-in/password/" in server.inbox[0].get_content()


def test_the_invitation_ends_after_a_day_and_by_a_newer_one(office, server):
    with time_machine.travel(NOW, tick=False) as clock:
        invite(office)
        assert "link works until 21 Jun, 10:42" in invite(office).content.decode()
        clock.shift(24 * 60 * 60 + 60)
        lead = logged_in(office.lead)
        page = lead.get(reverse(PEOPLE)).content.decode()
        assert "link ended 21 Jun" in page and "Send again" in page
        step_of(lead, account(), "invite")
        first, second = (link_in(each) for each in server.inbox)
        assert "This link no longer works" in set_password(first).content.decode()
        step_of(lead, account(), "invite")
        assert "This link no longer works" in set_password(second).content.decode()
        set_password(link_in(server.inbox[2]))
        assert is_in(log_in("ida@charity.example", NEW_PASSWORD))


@pytest.mark.parametrize("email", ["ida@charity.example", "ANN.LEE@charity.example"])
def test_nobody_has_two_accounts(office, server, email):
    invite(office)
    before = User.objects.count()
    page = invite(office, email=email).content.decode()
    assert "has an account already" in page
    assert User.objects.count() == before
    assert len(server.inbox) == 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_two_data_leads_who_invite_the_same_person_at_once_make_one_account(office):
    other = with_password("Lou Roe", "Data lead")
    made = at_once(
        lambda: people.invite("Ida Best", "ida@charity.example", "Checker", by=office.lead),
        lambda: people.invite("I. Best", "ida@charity.example", "Approver", by=other),
    )
    assert sorted(type(each).__name__ for each in made) == ["Account", "Refused"]
    assert Account.objects.filter(email="ida@charity.example").count() == 1


@pytest.mark.parametrize(
    "changed", [{"name": " "}, {"email": "ida"}, {"email": ""}, {"role": "Owner"}, {"role": ""}]
)
def test_an_invitation_that_lacks_something_is_not_sent(office, server, changed):
    page = invite(office, **changed)
    assert page.context["form"].errors
    assert server.inbox == [] and User.objects.count() == 3


def test_an_invitation_whose_e_mail_does_not_leave_is_stored_and_says_so(office, settings):
    options = {"host": "127.0.0.1", "port": 1, "timeout": 2}
    backend = "offences.mail.OurMail"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    page = invite(office).content.decode()
    assert "The e-mail to ida@charity.example was not sent" in page
    assert "send a new link once the mail server answers" in page
    assert account().is_waiting


def test_an_invitation_has_a_message_id_of_the_domain_that_we_write_from(office, server, settings):
    settings.DEFAULT_FROM_EMAIL = "Research team <foi@figures.example>"
    invite(office)
    (message,) = server.inbox
    assert message["Message-ID"].endswith("@figures.example>")


def test_an_invitation_that_the_mail_server_refuses_says_so(office, server):
    server.refuses = {"ida@charity.example"}
    assert "No such person here" in invite(office).content.decode()


# Roles


def test_roles_are_given_and_taken_and_the_log_says_by_whom(office):
    lead, page = logged_in(office.lead), reverse("admin:person", args=[office.officer.pk])
    lead.post(page, {"roles": ["Data officer", "Checker"]})
    lead.post(page, {"roles": ["Checker"]})
    assert [group.name for group in office.officer.groups.all()] == ["Checker"]
    assert words_of("Ann Lee") == ["Taken away: Data officer.", "Given: Checker."]
    assert set(LogEntry.objects.values_list("user", flat=True)) == {office.lead.pk}


def test_a_role_that_is_none_is_not_given(office):
    page = reverse("admin:person", args=[office.officer.pk])
    answer = logged_in(office.lead).post(page, {"roles": ["Owner"]})
    assert answer.context["form"].errors
    assert [group.name for group in office.officer.groups.all()] == ["Data officer"]


def test_nobody_gives_themselves_a_role(office):
    page = reverse("admin:person", args=[office.lead.pk])
    answer = logged_in(office.lead).post(page, {"roles": [*ROLES]})
    assert "Nobody changes their own account." in answer.content.decode()
    assert [group.name for group in office.lead.groups.all()] == ["Data lead"]


@pytest.mark.parametrize("who", ["officer", "checker"])
def test_only_a_data_lead_gets_in(office, who):
    client = logged_in(getattr(office, who))
    for address in (
        reverse(PEOPLE),
        reverse("admin:person", args=[office.lead.pk]),
        reverse("admin:account_step", args=[office.lead.pk, "end"]),
    ):
        assert client.get(address).status_code == 403
        assert client.post(address, IDA).status_code == 403
    assert "People" not in client.get(reverse("admin:index")).content.decode()
    assert reverse(PEOPLE) in logged_in(office.lead).get(reverse("admin:index")).content.decode()
    assert User.objects.count() == 3


# Resetting and ending


def test_a_reset_ends_password_and_sessions_until_the_link_is_used(office, server):
    officer = logged_in(office.officer)
    page = step_of(logged_in(office.lead), office.officer, "reset").content.decode()
    assert "Password reset. The link was sent to ann.lee@charity.example." in page
    assert not is_logged_in(officer)
    assert not is_in(log_in("ann.lee", PASSWORD))
    set_password(link_in(server.inbox[0]))
    assert is_in(log_in("ann.lee", NEW_PASSWORD))
    assert not is_logged_in(officer)


def test_a_person_without_an_address_is_not_reset(office, server):
    User.objects.filter(pk=office.officer.pk).update(email="")
    page = step_of(logged_in(office.lead), office.officer, "reset").content.decode()
    assert "manage.py changepassword ann.lee" in page
    assert is_in(log_in("ann.lee", PASSWORD))


def test_an_ended_account_is_out_at_once_and_keeps_what_its_owner_did(office, server):
    officer, lead = logged_in(office.officer), logged_in(office.lead)
    document = worlds.publication()
    document.added_by, document.added_at = office.officer, NOW
    document.save()
    officer.post(reverse("account_reset_password"), {"email": office.officer.email})
    assert "Account ended." in step_of(lead, office.officer, "end").content.decode()
    assert not is_logged_in(officer)
    assert not is_in(log_in("ann.lee", PASSWORD))
    assert "no longer works" in set_password(link_in(server.inbox[0])).content.decode()
    document.refresh_from_db()
    assert document.added_by == office.officer
    # Opened again, neither the old session nor the old password is back.
    step_of(lead, office.officer, "open")
    assert not is_logged_in(officer)
    assert not is_in(log_in("ann.lee", PASSWORD))
    set_password(link_in(server.inbox[1]))
    assert is_in(log_in("ann.lee", NEW_PASSWORD))
    assert [group.name for group in office.officer.groups.all()] == ["Data officer"]


def test_opening_a_page_about_a_step_takes_none(office):
    lead = logged_in(office.lead)
    for step in ("reset", "end", "open", "invite"):
        lead.get(reverse("admin:account_step", args=[office.officer.pk, step]))
    assert is_in(log_in("ann.lee", PASSWORD))
    assert lead.get(f"/admin/people/{office.officer.pk}/delete/").status_code == 404
    assert lead.get("/admin/people/4711/").status_code == 404


@pytest.mark.parametrize("step", ["end", "reset", "open"])
def test_nobody_takes_a_step_about_their_own_account(office, server, step):
    page = step_of(logged_in(office.lead), office.lead, step)
    assert "Nobody changes their own account." in page.content.decode()
    assert is_in(log_in("gil.roe"))


def test_the_last_data_lead_stays_even_where_the_administrator_asks(office):
    root = with_password("Sam Root", superuser=True)
    invited = people.invite("Lou Roe", "lou@charity.example", "Data lead", by=root)
    for step in (
        lambda: people.end(office.lead.pk, by=root),
        lambda: people.give_roles(office.lead.pk, ["Checker"], by=root),
    ):
        with pytest.raises(Refused, match="Gil Roe is the only data lead"):
            step()
    invited.set_password(PASSWORD)
    invited.save()
    people.end(office.lead.pk, by=root)
    assert not Account.objects.get(pk=office.lead.pk).is_active


def test_a_data_lead_has_no_say_over_who_runs_the_site(office, server):
    root = with_password("Sam Root", superuser=True)
    lead = logged_in(office.lead)
    for step in ("end", "reset"):
        assert "Sam Root runs this site." in step_of(lead, root, step).content.decode()
    assert is_in(log_in("sam.root")) and server.inbox == []


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_data_leads_who_end_each_other_at_once_one_remains(office):
    other = with_password("Lou Roe", "Data lead")
    made = at_once(
        lambda: people.end(office.lead.pk, by=other), lambda: people.end(other.pk, by=office.lead)
    )
    refused = [each for each in made if isinstance(each, Refused)]
    assert len(refused) == 1 and "you may no longer run accounts" in str(refused[0])
    active = Account.objects.filter(groups__name="Data lead", is_active=True)
    assert active.count() == 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_data_leads_who_take_the_role_from_each_other_at_once_one_keeps_it(office):
    other = with_password("Lou Roe", "Data lead")
    made = at_once(
        lambda: people.give_roles(office.lead.pk, [], by=other),
        lambda: people.give_roles(other.pk, [], by=office.lead),
    )
    assert sum(isinstance(each, Refused) for each in made) == 1
    assert Account.objects.filter(groups__name="Data lead").count() == 1


# Ending by itself


def last_day(office, person, text):
    page = reverse("admin:person", args=[person.pk])
    posted = {"ends_on": text, "_last_day": "1"}
    return logged_in(office.lead).post(page, posted, follow=True).content.decode()


def test_an_account_ends_by_itself_when_its_last_day_is_over(office, server):
    with time_machine.travel(NOW, tick=False) as clock:  # 20 June 2019, 10:42 in London
        assert "last day is stored" in last_day(office, office.officer, "2019-06-20")
        clock.move_to(dt.datetime(2019, 6, 20, 22, 50, tzinfo=dt.UTC))  # 23:50 in London
        officer = logged_in(office.officer)
        assert is_logged_in(officer)
        clock.move_to(dt.datetime(2019, 6, 20, 23, 1, tzinfo=dt.UTC))
        assert not is_logged_in(officer)
        assert not is_in(log_in("ann.lee"))
        page = logged_in(office.lead).get(reverse(PEOPLE)).content.decode()
        assert "ended on 20 June 2019" in page and "1 ended" in page
        officer.post(reverse("account_reset_password"), {"email": office.officer.email})
        assert not link_in(server.inbox[-1])
        # Opened again it stays, and neither the old session nor the old password is back.
        step_of(logged_in(office.lead), office.officer, "open")
        assert not is_logged_in(officer) and not is_in(log_in("ann.lee"))
        set_password(link_in(server.inbox[-1]))
        assert is_in(log_in("ann.lee", NEW_PASSWORD))
    assert words_of("Ann Lee")[-1] == "Ends by itself after 20 June 2019."


def test_an_invitation_names_the_last_day_and_it_can_be_taken_away(office, server):
    with time_machine.travel(NOW, tick=False):
        assert "ends on 31 July 2019" in invite(office, ends_on="2019-07-31").content.decode()
        last_day(office, account(), "")
        assert not AccountEnd.objects.exists()
        assert "No last day any more." in words_of("Ida Best")


def test_a_day_that_has_passed_ends_no_account_and_invites_nobody(office, server):
    with time_machine.travel(NOW, tick=False):
        assert "This day has passed." in last_day(office, office.officer, "2019-06-19")
        assert "This day has passed." in invite(office, ends_on="2019-06-19").content.decode()
    assert not AccountEnd.objects.exists()
    assert server.inbox == [] and User.objects.count() == 3


def test_a_data_lead_remains_whose_account_does_not_end(office):
    root, other = with_password("Sam Root", superuser=True), with_password("Lou Roe", "Data lead")
    day = localdate() + dt.timedelta(days=30)
    people.set_last_day(other.pk, day, by=root)
    for step in (
        lambda: people.set_last_day(office.lead.pk, day, by=root),
        lambda: people.end(office.lead.pk, by=root),
    ):
        with pytest.raises(Refused, match="only data lead who stays"):
            step()
    with pytest.raises(Refused, match="Nobody changes their own account"):
        people.set_last_day(office.lead.pk, day, by=office.lead)


# Who may do what


def test_the_table_of_tasks_is_what_each_role_may_do(office):
    page = logged_in(office.lead).get(reverse(PEOPLE))
    assert page.context["roles"] == list(ROLES)
    people_of = [worlds.person(f"One {role}", role) for role in ROLES]
    for task, allowed in page.context["tasks"]:
        assert any(allowed), task
        assert [each.has_perm(f"offences.{TASKS[task]}") for each in people_of] == allowed, task


# What a person did


def test_every_step_that_a_table_records_is_counted_and_opens_its_rows(everything):
    w = everything
    root = with_password("Sam Root", superuser=True)
    client, opened = logged_in(root), set()
    for person in (w.officer, w.checker, w.press, w.approver, w.lead):
        for kind, number in step_counts(person):
            if kind.key in opened and not is_drill():
                continue
            address = reverse("admin:person", args=[person.pk])
            with CaptureQueriesContext(connection) as asked:
                page = client.get(address, {"of": kind.key})
            assert len(page.context["steps"]) == min(number, 50), kind.name
            assert len(asked) <= 8, kind.name
            with CaptureQueriesContext(connection) as asked:
                assert all(str(row) for row in kind.rows(person))
            assert len(asked) == 1, kind.name
            opened.add(kind.key)
    assert "foisubmission-checked_by" in opened and "release-approved_by" in opened
    assert len(opened) >= 15


def test_every_field_of_a_person_and_a_moment_is_a_kind_of_step():
    keys = {kind.key for kind in step_kinds()}
    assert {"prereleaselog-by", "foievent-recorded_by", "annualcount-retired_by"} <= keys
    assert len(keys) == len(step_kinds())


def test_the_log_of_a_person_is_paged_and_leads_to_what_was_changed(office):
    for number in range(60):
        people.give_roles(office.officer.pk, ["Checker"] * (number % 2), by=office.lead)
    client, address = logged_in(office.lead), reverse("admin:person", args=[office.lead.pk])
    first, second = client.get(address), client.get(address, {"page": 2})
    assert len(first.context["steps"]) == 50
    assert len(first.context["steps"]) + len(second.context["steps"]) == LogEntry.objects.count()
    assert first.context["steps"][0].url == reverse("admin:person", args=[office.officer.pk])
    assert client.get(address, {"page": "x", "of": "nothing"}).status_code == 200


def test_people_asks_the_same_number_of_questions_of_five_accounts_and_of_fifty(office):
    client = logged_in(office.lead)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(PEOPLE)).status_code == 200
        return len(asked)

    before = questions()
    for number in range(45):
        with_password(f"Ann {number}", "Checker", "Approver")
    assert questions() == before <= 6


def test_the_list_says_who_did_how_much_this_year(office):
    people.end(office.checker.pk, by=office.lead)
    LogEntry.objects.update(action_time=dt.datetime(2019, 1, 1, tzinfo=dt.UTC))
    people.end(office.officer.pk, by=office.lead)
    rows = {str(row): row.steps for row in people.accounts(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))}
    assert rows == {"Gil Roe": 1, "Cy Moss": 0, "Ann Lee": 0}
