"""Whatever is copied anywhere is a sentence with its caveats, or a whole letter."""

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest
import time_machine
from django.urls import reverse

from offences.claims.documents import read_facts
from offences.claims.gate import claims_for
from offences.words.claims import note, sentence
from offences.words.quoting import quoted
from tests import worlds
from tests.claims.test_vectors import VECTORS
from tests.staff.test_claims_page import OPENS, ask, w  # noqa: F401

CAVEAT = "One offence is not one child."

TEMPLATES = Path(__file__).parents[2] / "templates"
COPIES = {  # every button that copies, by what it copies
    "sentence": "the sentence of a force with its caveats",
    "may-": "a claim with its caveats",
    "letter": "a whole letter",
    "letter-": "a whole letter",
    "held-letter": "a whole letter",
    "complaint": "a whole letter",
    "correction": "a whole notice",
    "link": "an address",
    "addresses": "the addresses of newsrooms",
    "subject": "the subject of an e-mail whose first words are its embargo",
}


def test_every_button_that_copies_is_known_to_this_test():
    found = set()
    for template in TEMPLATES.rglob("*.html"):
        found |= set(re.findall(r'data-copy="([^"{]*)', template.read_text()))
    assert found == COPIES.keys()


def test_every_claim_that_may_be_made_is_copied_with_what_it_may_not_be_said_without():
    kinds = set()
    for vector in VECTORS:
        for claim in claims_for(read_facts(vector["facts"])):
            words = quoted(claim)
            if not claim.allowed:
                assert words == ""
                continue
            kinds.add(claim.id)
            assert words.startswith(sentence(claim)) and note(claim) in words
            if re.search(r"\brecorded \d|\bup from|\bdown from|average of", words):
                assert words.endswith(CAVEAT), claim.id
    assert {"count", "rise", "per_day", "no_figure", "coverage"} <= kinds


def copied_from(page: str) -> dict[str, str]:
    """What each button copies: the words of the element that it names."""
    return {
        name: " ".join(unescape(re.sub(r"<[^>]+>", "", words)).split())
        for name in re.findall(r'data-copy="([^"]+)"', page)
        for words in re.findall(rf'id="{name}">(.*?)</p>', page, re.DOTALL)
    }


def test_what_the_page_of_claims_copies_has_the_caveats(client, w):  # noqa: F811
    copied = copied_from(ask(client, w.press, "Northshire Police"))
    assert copied["sentence"].startswith("Northshire Police recorded 68 online sexual offences")
    rises = [words for words in copied.values() if "up from 48" in words]
    assert len(rises) > 1
    for words in rises:
        assert "Numbers this small can move this much by chance." in words
        assert words.endswith(CAVEAT)


def test_of_a_force_without_a_figure_it_copies_that_this_is_not_zero(client, w):  # noqa: F811
    worlds.force("Eastshire")
    copied = copied_from(ask(client, w.press, "Eastshire"))
    assert copied["sentence"].endswith("That is neither zero nor a refusal.")


@pytest.mark.parametrize("asked", ["Northshire Police", "northshire", "orthsh", "Nortshire"])
def test_a_ringing_phone_is_answered_from_the_search_box_of_any_page(client, w, asked):  # noqa: F811
    client.force_login(w.press)
    with time_machine.travel(OPENS):
        page = client.get(reverse("admin:find"), {"q": asked}).content.decode()
    assert '<p class="tally">68 <span>in 2018/19</span></p>' in page
    copied = copied_from(page)["sentence"]
    assert copied.startswith("Northshire Police recorded 68 online sexual offences in 2018/19")
    assert copied.endswith(CAVEAT)


def test_of_several_forces_each_leads_to_its_sentence_with_one_more_click(client, w):  # noqa: F811
    client.force_login(w.press)
    with time_machine.travel(OPENS):
        page = client.get(reverse("admin:find"), {"q": "shire"}).content.decode()
        leads = re.findall(r'href="([^"]*/find/\?q=[^"]+)"', page)
        assert len(leads) == 2
        assert "sentence" in copied_from(client.get(leads[0]).content.decode())


def test_the_phone_never_gives_a_figure_that_is_not_public_yet(client, w):  # noqa: F811
    client.force_login(w.press)
    with time_machine.travel(OPENS - dt.timedelta(seconds=1)):
        page = client.get(reverse("admin:find"), {"q": "northshire"}).content.decode()
    assert "sentence" not in copied_from(page)
