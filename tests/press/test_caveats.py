"""The caveats that a text requires by what it claims, in whichever words it claims it."""

import pytest

from offences import press
from offences.models import PressRelease
from offences.press.text_checks import basis_in, facts_of_release
from offences.words.angles import FEWER_HARMED, OFFENDING_OR_RECORDING
from offences.words.claims import CHANCE
from tests.press.signing_world import signing_world
from tests.worlds import NOW


@pytest.fixture
def lacks(db, time_machine):
    """What a text lacks once a sentence is added to one that speaks of this year alone."""
    time_machine.move_to(NOW, tick=False)
    w = signing_world()
    press.choose_angle(w.event, "count", by=w.press, now=NOW)
    texts = {text.body: text for text in PressRelease.objects.select_related("event")}
    whole = facts_of_release(w.release)

    def of(body: str, sentence: str) -> list[str]:
        text = texts[body]
        text.text = text.drafted_text.replace(" show.\n", f" show. {sentence}\n", 1)
        basis = basis_in(whole, text, text.event)
        marked = press.marked_in(text, basis)
        return [*press.missing_caveats(text, basis, marked)]

    return of


CLAIMS = [
    ("northshire", "That is up by half.", OFFENDING_OR_RECORDING),
    ("northshire", "That is a rise of 50%.", OFFENDING_OR_RECORDING),
    ("northshire", "That is 30 more than a year earlier.", OFFENDING_OR_RECORDING),
    ("westshire", "Recorded offences more than doubled.", OFFENDING_OR_RECORDING),
    ("westshire", "That is more than a year earlier.", OFFENDING_OR_RECORDING),
    ("westshire", "The number of offences grew.", OFFENDING_OR_RECORDING),
    ("southshire", "The number of offences grew.", CHANCE),
    ("southshire", "That is one more than in 2017/18.", CHANCE),
    ("eastshire", "The number of offences fell.", FEWER_HARMED),
    ("eastshire", "That is fewer than in 2017/18.", FEWER_HARMED),
]


def test_a_change_requires_its_caveat_in_whichever_words_it_is_claimed(lacks):
    for body, sentence, caveat in CLAIMS:
        assert caveat in lacks(body, sentence), sentence
        assert lacks(body, f"{sentence} {caveat}") == []


def test_what_claims_no_change_of_the_place_requires_nothing(lacks):
    for sentence in ("Across England the number of offences grew.", "Ring us for more."):
        assert lacks("northshire", sentence) == []
