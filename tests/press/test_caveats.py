"""The caveats that a text requires by what it claims, in whichever words it claims it."""

from types import SimpleNamespace

import pytest

from offences import press
from offences.claims.facts import Facts
from offences.claims.totals import OwnSum, facts_of_sum
from offences.models import PressRelease, TextBlock
from offences.press.text_checks import basis_in, check_texts, facts_of_release
from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.marking import mark
from offences.words.angles import OFFENDING_OR_RECORDING
from offences.words.claims import CHANCE, CHANCE_OF_LARGE
from offences.words.reasons import CHARITY
from offences.words.total_copy import sum_copy
from tests.press.signing_world import signing_world
from tests.worlds import NOW

FEWER_HARMED = "Fewer recorded offences need not mean fewer children harmed."

Y = Year(2018)


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


def test_an_events_own_words_in_place_of_ours_need_the_caveats_of_the_lead(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    w = signing_world()
    w.event.blocks.create(block=TextBlock.TREND, words="{police} recorded {figure} in {year}.")
    press.draft_event(w.event, by=w.press, now=NOW)
    text = w.text()
    assert check_texts(w.event, [text])[text.pk].lacks == [OFFENDING_OR_RECORDING]


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


def sum_of(before: int, now: int) -> tuple[Facts, str]:
    """The facts of two forces together, and what a text says of their change."""
    rows = {"A": Series({Y.previous: Cell.count(before - 300), Y: Cell.count(now - 300)})}
    rows["B"] = Series({Y.previous: Cell.count(300), Y: Cell.count(300)})
    own, panel = OwnSum(Y, Range(now, now), "Wales", 2, 2), Panel(rows, 2)
    facts = facts_of_sum(own, panel, "offences", "nation")
    copy = sum_copy(own, facts, "offences", CHARITY)
    assert copy
    return facts, " ".join(copy.changes)


def lacks_of_sum(facts: Facts, words: str) -> list[str]:
    of = {"facts": facts, "trend": None, "national": None, "place": "Wales"}
    basis = SimpleNamespace(**of, may=Evidence(facts).may)
    text = PressRelease(headline="Wales", text=words)
    return [*press.missing_caveats(text, basis, mark(words, facts))]


@pytest.mark.parametrize(
    ("now", "caveat"), [(830, OFFENDING_OR_RECORDING), (750, CHANCE_OF_LARGE), (580, FEWER_HARMED)]
)
def test_a_sum_has_its_caveats_already_when_somebody_edits_its_text(now, caveat):
    facts, words = sum_of(700, now)
    assert lacks_of_sum(facts, words) == []
    assert lacks_of_sum(facts, words.replace(caveat, "")) == [caveat]


def test_little_changed_claims_no_change_and_that_it_grew_does():
    facts, words = sum_of(700, 705)
    assert words.endswith("little changed from 700 in 2017/18.")
    assert lacks_of_sum(facts, words) == []
    assert lacks_of_sum(facts, "Offences were up on the year.") == [CHANCE_OF_LARGE]
