"""A press text never tells what its release hides, whatever its writer or issuer says."""

import json
from pathlib import Path

import pytest
import time_machine

from offences import press
from offences.press.basis import basis_of, facts_of_release
from offences.press.hidden_numbers import find_disclosures
from offences.refused import Refused
from offences.statistics.years import Year
from tests import rows, worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS, world  # noqa: F401
from tests.samples import is_drill
from tests.worlds import LATER, NOW

NORTH = {"8": "1", "9": "6", "10": "2", "11": "3", "12": "25", "13": "31", "Not known": "7"}
OTHER = {"8": "7", "9": "9", "10": "12", "11": "22", "12": "29", "13": "40", "Not known": "12"}
PLATFORM = {"Facebook": "4", "Snapchat": "41", "Instagram": "20", "Not known": "10"}
OTHERS = {"Facebook": "31", "Snapchat": "50", "Instagram": "30", "Not known": "20"}


@pytest.fixture
def texts(world):  # noqa: F811

    def make(w=world):
        ages, platforms = split.ages(w.measure), split.platforms(w.measure)
        split.answer(w, w.north, 2018, {"age": NORTH, "platform": PLATFORM})
        for force in (w.south, worlds.force("Eastshire")):
            split.answer(w, force, 2018, {"age": OTHER, "platform": OTHERS})
        split.rule(w.measure, w.approver, ages, platforms)
        w.event = worlds.event(w.approved())
        w.texts = {t.body: t for t in press.draft_event(w.event, by=w.officer, now=NOW)}
        return w

    return rows.kept("press, withheld", make)


def with_words(texts, words, body="northshire"):
    text = texts.texts[body]
    text.text = f"- A bullet\n\n{words}\n\nENDS\n"
    text.save()
    return text


TELLING = (
    "Three of the victims in Northshire were 11 years old.",
    "Of the 75 offences, 3 were against children aged 11.",
    "All but 72 were older than the children aged 11.",
    "A child aged eight was the victim of one offence, and 1 of 75 is too many.",
    "Northshire Police recorded 9 offences against children aged ten and under.",
    "About 12% were against children under 11.",
    "Facebook was used in 4 offences.",
    "On Facebook there were four.",
    "None was on Facebook.",
    "Only one of them was aged 11.",
    "A tenth of the offences took place on Facebook.",
    # That there were some: the release does not say whether a hidden number may be zero.
    "Northshire Police recorded 75 offences, some of them on Facebook.",
    "They were against children aged 11 and others; one child can be the victim of many.",
    "The platform was Snapchat in 41 of the 65 offences for which it is known, of 75 in all.",
)
TOLD = (
    "Northshire Police recorded 75 online sexual offences in 2018/19.",
    "They were against children of many ages; one child can be the victim of many.",
    "The platform was Snapchat in 41 offences, of 75 in all.",
    "Call Childline on 0800 1111.",
)


def test_a_number_beside_what_is_withheld_is_never_issued(texts, subtests):
    for words in TELLING:
        with subtests.test(words):
            assert find_disclosures(with_words(texts, words))
    for words in TELLING if is_drill() else TELLING[:1]:
        text = with_words(texts, words)
        with pytest.raises(Refused, match="could identify a child"):
            worlds.issue(text, by=texts.approver, now=NOW)
        text.refresh_from_db()
        assert text.issued_at is None


def test_what_the_release_tells_may_be_issued(texts, subtests):
    for words in TOLD:
        with subtests.test(words):
            assert find_disclosures(with_words(texts, words)) == []


def test_the_national_text_does_not_tell_it_of_a_force_either(texts):
    told = "In Northshire 3 offences were against children aged 11."
    assert find_disclosures(with_words(texts, told, "national"))
    assert not find_disclosures(
        with_words(texts, "In all 47 were against children aged 11.", "national")
    )


def test_a_text_of_a_place_without_a_figure_of_its_own_does_not_tell_it_either(texts):
    text = with_words(texts, "In Northshire 3 offences were against children aged 11.", "national")
    text.body, text.place = "wales", "Wales"
    text.save()
    with pytest.raises(Refused, match="is no force of"):
        basis_of(facts_of_release(text.release), text.body)
    assert find_disclosures(text)
    text.text = "Police in Wales were asked."
    assert find_disclosures(text) == []


def test_no_draft_of_ours_tells_it(texts):
    assert {
        body: find_disclosures(text) for body, text in texts.texts.items() if find_disclosures(text)
    } == {}


def test_the_facts_of_a_force_have_its_ages_without_what_is_withheld(texts):
    whole = facts_of_release(texts.event.release)
    own = basis_of(whole, "northshire", whole.year).facts
    shown = {str(group): cell.low for group, cell in own.ages.groups.items() if cell.is_exact}
    assert shown.keys() <= {"11", "12", "13"} and shown["13"] == 31
    assert own.youngest is None
    national = basis_of(whole, "national").facts
    assert (national.youngest, national.ages.known) == (8, 68 + 2 * 119)
    assert national.shares["platform"].parts["Snapchat"] == 141


def test_the_national_text_tells_the_ages_of_all_forces_together(texts):
    for body in ("national", "northshire"):
        words = texts.texts[body].text
        if body == "national":  # a force with one year alone has a brief
            assert "13 was the most common age in England in 2018/19." in words
            assert "were against children aged 10 and under in England in 2018/19" in words
        basis = basis_of(facts_of_release(texts.event.release), body, Year(2018))
        assert basis.mark(words).findings == []


def test_what_was_issued_before_stays(texts):
    text = texts.texts["southshire"]
    worlds.issue(text, by=texts.approver, now=NOW)
    with time_machine.travel(OPENS):
        assert find_disclosures(text) == []
    assert LATER > NOW


@pytest.fixture
def totals(world):  # noqa: F811
    """Northshire's total of 2018/19 is hidden, its total of 2017/18 is not."""

    def make(w=world):
        ages = split.ages(w.measure, (10, 13))
        east, wye, usk = (worlds.force(name) for name in ("Eastshire", "Wye", "Usk"))
        for force in (wye, usk):
            force.nation = "Wales"
            force.save()
            split.answer(w, force, 2018, {"age": {"10": "1", "13": "30", "Not known": "9"}})
        for force in (w.south, east):
            split.answer(w, force, 2018, {"age": {"10": "8", "13": "44", "Not known": "9"}})
        w.answer(w.north, {2017: "75", 2018: "3"})
        w.answer(worlds.force("Westshire"), {2018: "40"})  # is hidden too, or England told it
        split.rule(w.measure, w.approver, ages, totals_public=False)
        w.event = worlds.event(w.approved())
        w.texts = {t.body: t for t in press.draft_event(w.event, by=w.officer, now=NOW)}
        return w

    return rows.kept("press, withheld totals", make)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("northshire", "Northshire Police recorded three online sexual offences in 2018/19."),
        ("northshire", "There were 3 offences last year, down from 75 in 2017/18."),
        ("northshire", "Offences fell by 96% in Northshire between 2017/18 and 2018/19."),
        ("national", "In Northshire no offences were recorded in 2018/19."),
        ("national", "In Northshire 3 offences were recorded."),
        ("national", "| Force | Offences |\n|---|---|\n| Northshire Police | 3 |"),
        ("northshire", "Only one offence was recorded by Northshire Police."),
        ("national", "Northshire Police accounted for 1% of all offences in England and Wales."),
        ("northshire", "Offences in Northshire: 75 in 2017/18, 3 in 2018/19."),
        ("wales", "Two of the offences in Wales were against children aged 10."),
        ("national", "In Wales 2 offences were against children aged 10."),
    ],
)
def test_neither_a_withheld_total_nor_a_nations_part_is_issued(totals, body, words):
    text = with_words(totals, words, "national" if body == "wales" else body)
    text.body = body
    assert find_disclosures(text)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("northshire", "Northshire Police recorded 75 online sexual offences in 2017/18."),
        ("northshire", "Call Childline on 0800 1111. One child can be the victim of many."),
        ("northshire", "Police made 12 arrests in Northshire."),
        ("national", "In Northshire 75 offences were recorded in 2017/18, a number of many."),
        ("national", "In Wales 60 offences were against children aged 13."),
        ("national", "In all 148 were against children aged 13."),
        ("southshire", "Southshire Police recorded 61 online sexual offences in 2018/19."),
    ],
)
def test_what_is_shown_beside_a_withheld_total_is_issued(totals, body, words):
    assert find_disclosures(with_words(totals, words, body)) == []


def test_no_draft_of_ours_says_a_withheld_total(totals):
    found = {body: find_disclosures(text) for body, text in totals.texts.items()}
    assert {body: each for body, each in found.items() if each} == {}
    is_small = "in 2018/19 is not shown: the number is small or protects small ones."
    assert is_small in totals.texts["northshire"].text


PHRASINGS = json.loads((Path(__file__).parent / "gate.json").read_text(encoding="utf-8"))
"""What people write who have not seen the rules: of Northshire's hidden numbers and others.

Ordinary sentences that name a hidden part beside the data are stopped: that is the gate's price.
"""


@pytest.mark.drill  # each of them without a database: tests/tracing/test_hidden_numbers.py
def test_no_phrasing_of_a_hidden_number_leaves(texts, subtests):
    for words in (*PHRASINGS["telling"], *PHRASINGS["stopped"]):
        with subtests.test(words):
            assert find_disclosures(with_words(texts, words))


@pytest.mark.drill
def test_ordinary_sentences_about_released_figures_are_not_stopped(texts):
    assert [w for w in PHRASINGS["ordinary"] if find_disclosures(with_words(texts, w))] == []


def test_the_threshold_of_the_release_may_be_repeated_and_no_other(texts):
    said = "How many were on Facebook is hidden. Figures under {} are hidden in Northshire."
    under = texts.texts["northshire"].release.disclosure["threshold"]
    assert find_disclosures(with_words(texts, said.format(under))) == []
    assert find_disclosures(with_words(texts, said.format(under - 1)))
