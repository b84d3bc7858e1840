"""What an event needs before its texts are drafted and issued; its own words for a block."""

import datetime as dt

import pytest

from offences import press
from offences.models import CampaignEvent, EventBlock, EventQuote, PressRelease, Spokesperson
from offences.press.event_blocks import PLACEHOLDERS
from offences.press.examples import example_places
from offences.refused import Refused
from tests import rows, worlds
from tests.figures import worlds as figures
from tests.figures.worlds import OPENS
from tests.worlds import NOW

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def w(db):
    """A release with a rise in Northshire, and Westshire of Wales without a figure."""

    def make():
        class World:
            measure = worlds.measure()
            round = worlds.round_of(measure)
            release = figures.release(measure, round)
            north = worlds.force("Northshire")
            west = worlds.force("Westshire")
            press = worlds.person("Di Fox", "Press officer")
            approver = worlds.person("Ed Hay", "Approver")

        w = World()
        type(w.west).objects.filter(pk=w.west.pk).update(nation="Wales", region="")
        for year, n in ((2017, 48), (2018, 68)):
            figures.figure(w.release, w.north, year, n)
        figures.figure(w.release, w.west, 2018, None, why="no_response")
        figures.answer(w.release, w.west, "no_response")
        figures.answer(w.release, w.north, "answered")
        figures.figure(
            w.release,
            w.west,
            2018,
            576,
            figure_kind="total",
            body_kind="nation",
            body="Wales",
            with_figures=3,
            asked=4,
        )
        w.event = worlds.event(w.release)
        return w

    return rows.kept("press, event", make)


def draft(w, force="northshire", **more):
    return press.drafts(CampaignEvent.objects.get(pk=w.event.pk), force, **more)[0]


def text_of(w):
    (text,) = press.draft_event(w.event, by=w.press, now=NOW, force="northshire")
    return text


def issue(w, text):
    return worlds.issue(PressRelease.objects.get(pk=text.pk), by=w.approver, now=NOW)


def test_a_month_is_no_embargo(w):
    text = text_of(w)
    CampaignEvent.objects.update(embargo_precision="month")
    with pytest.raises(Refused, match="no day and hour"):
        issue(w, text)


def test_a_quote_that_nobody_approved_is_in_no_text_and_blocks(w):
    EventQuote.objects.update(words="We ask for a law that is strict.")
    text = text_of(w)
    assert "strict" not in text.text
    with pytest.raises(Refused, match="not approved"):
        issue(w, text)


@pytest.mark.parametrize("words", ["[Quote to come]", "{figure}", "The head said tbc", "xxx"])
def test_a_placeholder_in_any_form_blocks(w, words):
    text = text_of(w)
    PressRelease.objects.update(text=f"{text.text}\n{words}\n")
    with pytest.raises(Refused, match="placeholder"):
        issue(w, text)


def test_a_text_that_is_held_leaves_only_once_somebody_edited_it(w):
    text = text_of(w)
    PressRelease.objects.update(held="The figure is in doubt.")
    with pytest.raises(Refused, match="held"):
        issue(w, text)
    PressRelease.objects.update(edited_by=w.press, edited_at=NOW)
    assert issue(w, text).headline == text.headline


def test_a_release_that_is_replaced_by_the_embargo_needs_a_reason(w):
    newer = figures.release(w.measure, w.round, 2, public_at=OPENS - HOUR)
    with pytest.raises(Refused, match="replaces"):
        draft(w)
    CampaignEvent.objects.update(older_because="The newer one is of another set of forces.")
    assert "Corrected figures have been published since." in draft(w).text
    figures.figure(newer, w.north, 2018, 71)
    assert draft(w).held.endswith(
        "has 71 for 2018/19, so this text is out of date. Choose that release for the event."
    )


def test_a_release_that_opens_after_the_embargo_is_nobody_s_business_before(w):
    figures.release(w.measure, w.round, 2, public_at=OPENS + HOUR)
    assert "published since" not in draft(w).text
    assert "published since" in draft(w, now=OPENS + 2 * HOUR).text


def test_last_year_is_true_on_the_day_of_the_embargo(w):
    def last_year():
        return next(each.allowed for each in draft(w).claims if each.id == "last_year")

    assert last_year()
    CampaignEvent.objects.update(embargo_at=dt.datetime(2020, 5, 1, tzinfo=dt.UTC))
    assert not last_year()


def test_a_force_without_a_figure_has_its_nations_story_and_sees_its_total(w):
    made = draft(w, "westshire")
    assert made.headline == "Wales: at least 576 online offences recorded in a year"
    assert "did not answer for 2018/19. No figure does not mean no offences." in made.text
    press.draft_event(w.event, by=w.press, now=NOW, force="westshire")
    text = PressRelease.objects.get(body="westshire")
    marked = press.traced(text, press.basis_of_text(text))
    assert {f.verdict for _, f in marked.figures if f.text == "576"} == {"traced"}


def test_spokespeople_of_the_nation_and_of_all_are_named_with_a_number_out_of_hours(w):
    for area, name in (("", "Ann All"), ("Wales", "Wyn West"), ("Scotland", "Sal Scot")):
        Spokesperson.objects.create(
            event=w.event, area=area, name=name, title="head", phone="020", out_of_hours="077"
        )
    text = draft(w, "westshire").text
    assert "For interviews: Wyn West, head, 020; out of hours 077." in text
    assert "Ann All" in text and "Sal Scot" not in text


def own_block(w, block, words):
    EventBlock.objects.create(event=w.event, block=block, words=words)


def test_an_events_own_words_stand_where_their_facts_may_be_said(w):
    own_block(w, "lead", "{police} counted {figure}, {change}.")
    own_block(w, "ask", "{charity} asks.")
    assert "counted 68 online sexual offences, up from 48 a year earlier." in draft(w).text
    usual = draft(w, "westshire").text
    assert "counted" not in usual and "Police in Wales recorded at least 576" in usual
    assert "the Harbour Trust asks." in usual


@pytest.mark.parametrize(
    ("words", "fault"),
    [("{figur} here", "“{figur}” is no placeholder"), ("{place", "stands alone"), ("}", "alone")],
)
def test_words_with_an_unknown_placeholder_are_refused(words, fault):
    assert fault in " ".join(press.faults_of(words))


def test_words_are_tried_on_six_examples_and_the_page_says_which_lack_a_fact(w, client):
    client.force_login(w.press)
    address = f"/admin/offences/campaignevent/{w.event.pk}/blocks/"
    page = client.get(address, {"words": "{place}: {figure}, {rate}"}).content.decode()
    assert "Northshire: 68 online sexual offences against children, more than five a month" in page
    assert page.count("The usual words are used") == 4  # none, a part year, zero, the nation
    assert "is no placeholder" in client.get(address, {"words": "{nothing}"}).content.decode()


def test_every_placeholder_is_filled_in_for_some_example(w):
    examples = example_places(w.event).values()
    assert {name for places in examples for name, words in places.items() if words} == set(
        PLACEHOLDERS
    )
