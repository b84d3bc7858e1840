"""What somebody reads whom a page refuses: why, that nothing was stored, and what to do."""

from django.test import Client
from django.urls import reverse

from tests.clients import logged_in


def test_a_page_of_another_role_says_who_can_change_that(world):
    for asked in (logged_in(world.checker).get, logged_in(world.checker).post):
        answer = asked(reverse("admin:people"))
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "You cannot open this page" in page
        assert "A data lead can change your roles" in page


def test_a_form_that_is_out_of_date_says_to_send_it_again(db):
    answer = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "ann.lee"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Nothing was stored. Go back, reload the page and send it again." in page
    assert "No form is accepted" in page and "DEBUG" not in page
