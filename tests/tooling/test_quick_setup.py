"""A test sets up every fixture that does something for it, and none that does not."""

import logging

import pytest
from django.conf import settings
from django.core import mail
from django.test import SimpleTestCase, override_settings

from tests.quick_setup import OF_A_MARK, is_needless, is_of_the_run
from tests.samples import is_drill

GIVEN_TO_ALL = [*OF_A_MARK, "_live_server_helper", "_django_setup_unittest", "monkeypatch"]


def test_a_test_that_asks_for_nothing_has_no_use_for_them(request):
    assert all(is_needless(name, request.node) for name in GIVEN_TO_ALL)
    assert is_drill() or not {*GIVEN_TO_ALL} & {*request.node.fixturenames}
    assert not is_needless("_dj_autoclear_mailbox", request.node)


@pytest.mark.urls("tests.public.addresses")
def test_one_with_addresses_of_its_own_has_them(request):
    assert not is_needless("_django_set_urlconf", request.node)
    assert settings.ROOT_URLCONF == "tests.public.addresses"


@pytest.mark.parametrize("name", [name for name in OF_A_MARK if name != "_django_set_urlconf"])
def test_one_with_any_other_mark_has_what_looks_for_it(name, request):
    request.node.add_marker(OF_A_MARK[name])
    assert not is_needless(name, request.node)


def test_one_that_asks_for_a_fixture_gets_it(request, monkeypatch, media, tmp_path):
    assert not is_needless("monkeypatch", request.node)
    assert media == settings.MEDIA_ROOT and {"media", "request"} <= {*request.node.fixturenames}
    monkeypatch.setattr(mail, "outbox", [tmp_path])


@pytest.fixture
def on_demand(monkeypatch):
    monkeypatch.setattr(mail, "outbox", ["changed"])


def test_and_so_does_a_fixture_that_asks_for_another(on_demand):
    assert mail.outbox == ["changed"]


def test_what_a_fixture_changed_was_put_back():
    assert mail.outbox == []


@override_settings(OF_THIS_CLASS=True)
class TestOfDjango(SimpleTestCase):
    def test_a_class_of_django_is_set_up_by_it(self):
        assert settings.OF_THIS_CLASS


def test_a_fixture_of_the_run_is_made_by_its_first_test_and_then_there(request):
    assert is_of_the_run("traced_once", request.node)
    assert not is_of_the_run("_dj_autoclear_mailbox", request.node)
    assert not is_of_the_run("tmp_path", request.node)


def test_a_test_that_watches_the_log_sees_what_it_asks_for_and_no_other_sees_less_than_errors(
    caplog,
):
    log = logging.getLogger("offences.of_no_module")
    log.warning("before")
    with caplog.at_level(logging.INFO, log.name):
        log.info("within")
    log.error("after")
    assert caplog.messages == ["within", "after"]
