"""A page is of one state of the records, whatever is committed while it is made."""

import threading

import pytest
import time_machine
from django.db import connection
from django.test import Client

from offences.models import Force, Release
from tests import worlds
from tests.embargo.crawl import asking
from tests.embargo.worlds import HOUR, MINUTE, World, world

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

PAGES = ("/", "/forces/northshire/", "/releases/online/2/", "/sitemap.xml", "/press/")
# Behind the question of the tag, the begin, that question again, and the first two of the page.
QUESTIONS = range(1, 6)


def meanwhile(w: World, *, withdrawn: bool) -> None:
    """Another person withdraws the release (or takes that back) and corrects a word, at once."""

    def commit() -> None:
        try:
            worlds.as_if(
                Release.objects.filter(pk=w.second.pk),
                withdrawn_by=w.approver if withdrawn else None,
                withdrawn_at=MINUTE if withdrawn else None,
                withdrawn_reason="Wrong." if withdrawn else "",
            )
            Force.objects.filter(slug="northshire").update(
                area="Fenlandshire" if withdrawn else "Northshire"
            )
        finally:
            connection.close()

    other = threading.Thread(target=commit)
    other.start()
    other.join()


def test_a_withdrawal_while_a_page_is_made_leaves_it_whole_and_is_on_the_next():
    w = world()
    ask = asking(Client())
    with time_machine.travel(MINUTE + HOUR, tick=False):
        for address in PAGES:
            before = ask(address)
            for at in QUESTIONS:
                seen = 0

                def watch(execute, sql, params, many, context, at=at):
                    nonlocal seen
                    answer = execute(sql, params, many, context)
                    seen += 1
                    if seen == at:
                        meanwhile(w, withdrawn=True)
                    return answer

                with connection.execute_wrapper(watch):
                    during = ask(address)
                after = ask(address)
                met = seen >= at
                meanwhile(w, withdrawn=False)
                assert not met or (after.content, after.tag) != (before.content, before.tag)
                whole = [(before.status, before.content, before.tag)]
                whole += [(after.status, after.content, after.tag)]
                assert (during.status, during.content, during.tag) in whole, (address, at)


def test_a_page_is_made_by_a_thread_that_has_asked_nothing_before():
    """As each new thread of a server does: what its database can do is asked within the page."""
    world()
    with time_machine.travel(MINUTE + HOUR, tick=False):
        for address in ("/", "/forces/northshire/", "/releases/online/2/"):
            assert Client().get(address).status_code == 200
            answers = worlds.at_once(lambda a=address: Client().get(a).status_code)
            assert answers == [200], address
