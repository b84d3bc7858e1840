"""The second factor: who needs one, how it is added, proved again, lost and reset."""

import base64
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from offences.accounts import people
from offences.accounts.backend import StaffAccounts, is_excepted
from offences.accounts.second_factor import FactorAdapter
from offences.management.logins import make_logins
from offences.models import PracticeYear
from offences.refused import Refused
from tests import worlds
from tests.people.conftest import (
    PASSWORD,
    SECRET,
    code,
    is_in,
    is_logged_in,
    log_in,
    logged_in,
    send_code,
    send_password,
)
from tests.worlds import NOW

TODAY, PEOPLE, SET_UP = "/admin/", "/admin/people/", "/admin/log-in/second-factor/"


def without_factor(person):
    Authenticator.objects.filter(user=person).delete()
    return person


def by_password(person):
    """A client that gave the right password and nothing more."""
    client = Client()
    send_password(person.username, client=client)
    return client


def where(answer):
    return answer["Location"] if answer.status_code == 302 else answer.status_code


# Who needs one


def test_whether_all_is_made_up_is_read_with_the_account(office, django_assert_num_queries):
    person = SimpleLazyObject(lambda: StaffAccounts().get_user(office.lead.pk))
    with django_assert_num_queries(1):
        assert not is_excepted(person)
    PracticeYear.objects.create(seed=1, scale=1, today=NOW.date())
    person = SimpleLazyObject(lambda: StaffAccounts().get_user(office.lead.pk))
    with django_assert_num_queries(1):
        assert is_excepted(person)


def test_the_right_password_alone_opens_nothing(office):
    client = by_password(office.lead)
    assert where(client.get(TODAY)).startswith("/admin/login/")
    assert where(client.get(SET_UP)).startswith(reverse("account_login"))
    assert is_in(send_code(client)) and is_logged_in(client)


@pytest.mark.parametrize("wrong", ["000000", "", "12345", "abcdef", "code of a minute ago"])
def test_a_wrong_code_lets_nobody_in(office, wrong):
    client = by_password(office.lead)
    shown = code(-120) if "ago" in wrong else wrong
    assert send_code(client, shown or " ").status_code == 200
    assert not is_logged_in(client)


def test_a_code_works_once(office):
    first, second = by_password(office.lead), by_password(office.lead)
    shown = code()
    assert is_in(send_code(first, shown))
    assert second.post(reverse("mfa_authenticate"), {"code": shown}).status_code == 200


def test_after_five_wrong_codes_the_right_one_waits(office):
    client = by_password(office.lead)
    for _ in range(5):
        send_code(client, "000000")
    assert not is_in(send_code(client)) and not is_in(log_in("gil.roe"))


def test_people_without_one_get_no_further_than_the_page_that_adds_it(office):
    client = by_password(without_factor(office.officer))
    for address in (TODAY, "/admin/offences/force/", "/admin/password_change/", "/admin/find/?q=a"):
        for ask in (client.get, client.post):
            assert where(ask(address)) == SET_UP, address
    assert "Add one to go on" in client.get(SET_UP).content.decode()


def test_somebody_who_may_only_look_needs_none(office):
    looks = worlds.person("Fay New")
    looks.user_permissions.add(Permission.objects.get(codename="view_force"))
    client = Client()
    client.force_login(looks)
    session = client.session
    del session["account_authentication_methods"]
    session.save()
    assert is_logged_in(client)
    looks.groups.add(Group.objects.get(name="Checker"))
    assert where(client.get(TODAY)) == SET_UP


def test_a_session_of_before_the_factor_has_to_prove_it(office):
    lead = office.lead
    without_factor(lead)
    client = by_password(lead)
    Authenticator.objects.create(
        user=lead, type="totp", data={"secret": FactorAdapter().encrypt(SECRET)}
    )
    asked = client.get(PEOPLE)
    assert where(asked) == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2Fpeople%2F"
    assert where(client.post(asked["Location"], {"code": code(), "next": PEOPLE})) == PEOPLE
    assert client.get(PEOPLE).status_code == 200


# The demonstration and the practice year


def test_a_practice_year_asks_for_none_and_says_so_on_every_staff_page(office):
    PracticeYear.objects.create(seed=1, scale=1, today=NOW.date())
    client = by_password(without_factor(office.officer))
    for address in (TODAY, "/admin/offences/force/"):
        assert (
            "(a code or a passkey beside the password) is off here. Real work needs it."
            in client.get(address).content.decode().replace("\n", " ")
        )
    page = client.get(SET_UP).content.decode()
    assert "Nothing has to be added here" in page and "Add one to go on" not in page


def test_a_demonstration_asks_for_none_until_a_real_account_is_made(db):
    passwords = make_logins()
    client = Client()
    data = {"login": "data-lead", "password": passwords["data-lead"]}
    client.post(reverse("account_login"), data)
    words = "beside the password) is off here until a first real account is made"
    assert words in client.get(TODAY).content.decode()
    worlds.person("Ann Lee", "Checker")
    assert where(client.get(TODAY)) == SET_UP


def test_a_login_that_only_has_the_name_of_the_demonstrations_is_real(db):
    make_logins()
    User.objects.filter(username="checker").update(email="checker@real.example.org")
    client = Client()
    client.force_login(User.objects.get(username="data-lead"))
    session = client.session
    del session["account_authentication_methods"]
    session.save()
    assert where(client.get(TODAY)) == SET_UP


# Adding one


def add_app(client):
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    return client.post(reverse("mfa_activate_totp"), {"code": code(secret=secret)}, follow=True)


@pytest.mark.django_db(transaction=True)
def test_an_app_is_added_with_ten_codes_shown_once(office, server):
    client = by_password(without_factor(office.officer))
    page = add_app(client).content.decode()
    codes = re.findall(r"<code>(\d{8})</code>", page)
    assert len(codes) == 10
    assert codes[0] not in client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert is_logged_in(client)
    (message,) = server.inbox
    assert message["To"] == "ann.lee@charity.example"
    assert "An app was added to the login protection" in message.get_content()
    said = set(LogEntry.objects.values_list("change_message", flat=True))
    assert {"Login protection added: the app.", "Login protection added: recovery codes."} <= said
    for shown in codes[:2]:
        assert is_in(send_code(by_password(office.officer), shown))
        assert not is_in(send_code(by_password(office.officer), shown)), "each works once"


def test_no_secret_is_stored_as_it_is(office):
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in stored


def test_after_a_change_of_the_key_no_code_fits_and_the_earlier_key_still_reads(office, settings):
    earlier = settings.SECRET_KEY
    settings.SECRET_KEY = "another long one, of many different characters"
    assert not is_in(log_in("gil.roe"))
    empty = base64.b32encode(b"").decode()
    assert not is_in(send_code(by_password(office.lead), code(secret=empty)))
    settings.SECRET_KEY_FALLBACKS = [earlier]
    assert is_in(log_in("cy.moss"))


def test_the_last_factor_cannot_be_removed(office):
    client = logged_in(office.officer)
    page = client.get(reverse("mfa_deactivate_totp")).content.decode()
    assert "Remove the app</button>" not in page and 'value="Remove the app"' not in page
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=office.officer).count() == 1


# A fresh proof


def invite(client, name="Ida Best"):
    email = f"{name.split()[0].lower()}@charity.example"
    return client.post(PEOPLE, {"name": name, "email": email, "role": "Checker"})


def test_a_proof_of_a_quarter_of_an_hour_ago_is_asked_for_again_and_the_step_goes_on(
    office, server
):
    with time_machine.travel(NOW, tick=False) as clock:
        client = logged_in(office.lead)
        assert where(invite(client)) == PEOPLE
        clock.shift(15 * 60 + 1)
        assert client.get(PEOPLE).status_code == 200, "to look needs no proof"
        asked = invite(client, "Jo Park")
        assert where(asked).startswith(reverse("mfa_reauthenticate"))
        assert not User.objects.filter(username="jo@charity.example").exists()
        again = {"next": PEOPLE, "code": "000000"}
        assert client.post(asked["Location"], again).status_code == 200
        assert not User.objects.filter(username="jo@charity.example").exists()
        assert where(client.post(asked["Location"], again | {"code": code()})) == PEOPLE
        assert User.objects.filter(username="jo@charity.example").exists()
        assert where(invite(client, "Kit Moor")) == PEOPLE


# Sessions, and what a data lead does


def test_log_out_everywhere_ends_every_session_of_a_person_and_no_other(office):
    here, elsewhere = logged_in(office.officer), logged_in(office.officer)
    halfway, lead = by_password(office.officer), logged_in(office.lead)
    assert where(here.post(reverse("log_out_everywhere"))) == reverse("account_login")
    assert not is_logged_in(here) and not is_logged_in(elsewhere) and is_logged_in(lead)
    assert not is_in(send_code(halfway)) or not is_logged_in(halfway)
    assert is_in(log_in("ann.lee"))


def test_log_out_everywhere_is_no_link(office):
    client = logged_in(office.officer)
    assert client.get(reverse("log_out_everywhere")).status_code == 405
    assert is_logged_in(client)


def test_a_data_lead_logs_a_person_out_and_resets_their_factors(office):
    officer, lead = logged_in(office.officer), logged_in(office.lead)
    step = reverse("admin:account_step", args=[office.officer.pk, "log-out"])
    lead.post(step)
    assert not is_logged_in(officer)
    officer = logged_in(office.officer)
    lead.post(reverse("admin:account_step", args=[office.officer.pk, "factors"]))
    assert not is_logged_in(officer)
    assert where(by_password(office.officer).get(TODAY)) == SET_UP
    said = list(LogEntry.objects.values_list("change_message", flat=True))
    assert {"Logged out everywhere.", "Login protection reset."} <= set(said)


def test_an_account_is_ended_in_one_click_and_its_half_login_too(office):
    halfway, lead = by_password(office.officer), logged_in(office.lead)
    page = lead.get(PEOPLE).content.decode()
    step = reverse("admin:account_step", args=[office.officer.pk, "end"])
    assert f'<form method="post" action="{step}">' in page
    lead.post(step)
    send_code(halfway)
    assert not is_logged_in(halfway)
    assert not any(
        str(office.officer.pk) in str(each.get_decoded().get("_auth_user_id"))
        for each in Session.objects.all()
    )


def test_the_list_says_who_has_which_factor(office):
    without_factor(office.checker)
    for name in ("Desk", "Home"):
        Authenticator.objects.create(user=office.officer, type="webauthn", data={"name": name})
    shown = {str(p): p.factors for p in logged_in(office.lead).get(PEOPLE).context["people"]}
    assert shown == {"Gil Roe": "App", "Ann Lee": "App, 2 passkeys", "Cy Moss": ""}


def test_on_the_server_the_factors_of_somebody_who_runs_the_site_are_reset(office, capsys):
    client = logged_in(office.lead)
    call_command("reset_factors", "gil.roe")
    assert "Gil Roe adds login protection anew at the next login." in capsys.readouterr().out
    assert not is_logged_in(client)
    assert where(by_password(office.lead).get(TODAY)) == SET_UP
    with pytest.raises(CommandError, match="nobody has no account"):
        call_command("reset_factors", "nobody")


def test_nobody_makes_an_account_but_by_invitation(db):
    client = Client()
    client.force_login(worlds.person("Sue Per", superuser=True))
    for address in ("auth/user/add/", "auth/user/", "mfa/authenticator/", "account/emailaddress/"):
        assert client.get(TODAY + address).status_code == 404, address


def test_a_reset_needs_another_data_lead(office):
    with pytest.raises(Refused, match="Nobody changes their own account"):
        people.reset_factors(office.lead.pk, by=office.lead)


def test_the_password_is_no_second_factor(office):
    with time_machine.travel(NOW, tick=False) as clock:
        client = logged_in(office.lead)
        clock.shift(15 * 60 + 1)
        asked = invite(client)["Location"]
        assert client.post(asked, {"password": PASSWORD, "code": PASSWORD}).status_code == 200
        assert (
            client.post("/admin/log-in/reauthenticate/", {"password": PASSWORD}).status_code == 404
        )


def test_a_linked_account_is_no_second_factor_in_the_letter_about_it():
    context = {"what": "account_connected", "user": User(first_name="Ida", last_name="Best")}
    letter = render_to_string("account/email/factor_message.txt", context)
    assert "was linked to your account at another site, which you can now log in with." in letter
    assert "login protection" not in letter


@pytest.mark.parametrize("where_from", ["the server", "a data lead"])
def test_the_owner_gets_an_e_mail_when_their_login_protection_is_reset(
    office, server, where_from, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        if where_from == "the server":
            call_command("reset_factors", "ann.lee")
        else:
            people.reset_factors(office.officer.pk, by=office.lead)
    (message,) = server.inbox
    assert (message["To"], message["Subject"]) == (
        "ann.lee@charity.example",
        "Your login protection was changed",
    )
    assert "The login protection was removed, to be added anew" in message.get_content()
