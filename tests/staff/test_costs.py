"""What a page asks the database does not grow with the rows that it shows."""

import pytest
import time_machine
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import worlds
from tests.samples import is_drill
from tests.staff.addresses import TABLES, address
from tests.staff.size import fill
from tests.staff.test_access import CLOSED, who_may
from tests.worlds import NOW

# Not pages: an answer to a form, what a task has come to, a file, a script.
OTHER = {
    "offences_annualcount_source",  # it leads to a page
    "offences_annualcount_work",
    "offences_campaignevent_drafting",
    "offences_campaignevent_sending",
    "offences_issuedtext_pack",
    "offences_document_file",
    "offences_foiround_forms",
    "offences_foiround_sending",
    "offences_release_decide_hidden",
    "offences_release_notices",
    "offences_pressrelease_word_file",
    "offences_foiround_work",
    "offences_foisubmission_work",
    "offences_foisubmission_form",
    "offences_foisubmission_picture",
    "jsi18n",
}
# One page for all tables: outside a drill a few tables stand for the rest. Of the other pages of a
# table, each has its list or its record looked at.
LISTED_ALIKE = {
    f"{table}_{('changelist', 'change')[number % 2]}" for number, table in enumerate(sorted(TABLES))
}
ALIKE = ("_export", "_import", "_example", "_delete", "_add")


def is_opened(name: str) -> bool:
    # The history of a row leads to the history of all.
    if not (who_may(name) or [""])[0] or name in OTHER or name.endswith(("_confirm", "_history")):
        return False
    stands = any(f"_{table}_" in name for table in ("foisubmission", "mediacontact", "measure"))
    return is_drill() or stands or (not name.endswith(ALIKE) and name not in LISTED_ALIKE)


OPENED = [name for name in CLOSED if is_opened(name)]
MOST = 12
LISTS = [name for name in OPENED if name.endswith("_changelist") or name in ("index", "app_list")]


@pytest.fixture
def costs(everything):
    """costs() → page → the queries of opening it, by somebody who may do everything."""
    w = everything
    everyone = worlds.person(
        "Gus All", "Data officer", "Checker", "Press officer", "Approver", "Data lead"
    )
    client = Client()
    client.force_login(everyone)
    places = {name: address(name, w) for name in OPENED}

    def costs():
        found = {}
        for name, place in places.items():
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(place)
                assert answer.status_code == 200, (name, answer.status_code)
            found[name] = len(asked)
        return found

    with time_machine.travel(NOW, tick=False):
        yield costs


def test_no_page_asks_more_of_a_larger_world_and_a_list_at_most_twelve_things(everything, costs):
    fill(everything, 1, forces=5, years=2, categories=2, rounds=1)
    ContentType.objects.get_for_models(*apps.get_models())  # asked once in a process
    small = costs()
    fill(everything, 2, forces=7, years=3, categories=3, rounds=2)
    large = costs()
    assert {n: (small[n], large[n]) for n in OPENED if small[n] != large[n]} == {}
    # The first page asks of more kinds of steps than a list has columns.
    assert large.pop("index") <= MOST + 3
    assert {n: large[n] for n in LISTS if n in large and large[n] > MOST} == {}
