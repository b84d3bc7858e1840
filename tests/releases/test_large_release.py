"""What a large release hides is decided by the worker; the page that asked for it waits."""

import gc
from types import SimpleNamespace
from unittest.mock import Mock, patch

import pytest
from django.urls import reverse

from offences.disclosure import Unsettled
from offences.garbage import uncollected
from offences.refused import Refused
from offences.releases import deciding
from tests import worlds
from tests.releases import split_world as split
from tests.releases.test_parts import split_up  # noqa: F401


@pytest.fixture
def in_preparation(split_up, client, monkeypatch):  # noqa: F811
    monkeypatch.setattr(deciding, "LARGE", 10)
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    client.force_login(split_up.officer)
    return split_up.prepare()


def test_the_page_shows_how_far_the_worker_is_and_then_what_is_hidden(in_preparation, client):
    hidden = reverse("admin:offences_release_hidden", args=[in_preparation.pk])
    waiting = client.get(hidden, follow=True)
    address = waiting.redirect_chain[-1][0]
    assert "Waiting for its turn" in waiting.content.decode()
    assert client.get(hidden, follow=True).redirect_chain[-1][0] == address  # one task for both
    worlds.work()
    state = client.get(f"{address}&progress").json()
    assert state["finished"] and state["done"] == state["of"] > 0
    after = client.get(address, follow=True)
    assert after.redirect_chain == [(hidden, 302)]
    assert "hidden because small" in after.content.decode()


def test_the_page_that_waits_leads_to_no_other_site(in_preparation, client):
    asked = reverse("admin:offences_release_decide_hidden", args=[in_preparation.pk])
    address = client.get(f"{asked}?next=https://example.org/").url
    worlds.work()
    assert client.get(address).url == reverse(
        "admin:offences_release_change", args=[in_preparation.pk]
    )


def test_steps_outside_a_page_do_not_wait_for_a_worker(in_preparation, split_up):  # noqa: F811
    assert split_up.approved().figures.filter(breakdown="age", state="suppressed").exists()


def test_what_was_not_settled_in_time_is_refused_with_what_would_help():
    known = SimpleNamespace(table=None)
    late = patch.object(deciding, "_decided", side_effect=Unsettled)
    with late, pytest.raises(Refused, match="Publish fewer of its breakdowns"):
        deciding.decided(known, 5, 1, Mock())


def test_python_looks_for_unused_values_again_after_a_decision_and_after_a_refusal():
    assert gc.isenabled()
    during = []

    def late(*_):
        during.append(gc.isenabled())
        raise Unsettled

    known = SimpleNamespace(table=None)
    with patch.object(deciding, "_decided", late), pytest.raises(Refused):
        deciding.decided(known, 5, 1, Mock())
    assert during == [False] and gc.isenabled()


def test_of_two_pieces_of_work_at_the_same_time_the_last_lets_python_look_again():
    """The first to end does not, and a third that begins before then finds it as it was."""
    first, second, third = (uncollected() for _ in range(3))
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    third.__enter__()
    second.__exit__(None, None, None)
    assert not gc.isenabled()
    third.__exit__(None, None, None)
    assert gc.isenabled()
