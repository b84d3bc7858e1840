"""The notes to editors: who answered, what was printed before, what one force’s figures lack."""

from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.words.notes import Asked, not_included
from tests.words.releases import Written
from tests.words.test_drafts import national, note
from tests.words.test_force_release import gone, story_of
from tests.words.test_page_sentences import total

BEFORE = Year(2017)


def own_note(story: Written) -> str:
    """What is said of the force’s own figures."""
    return story.note("Use")


# ---- who answered


def test_whose_figures_a_total_lacks_is_said_with_the_reason_where_it_is_known():
    own = Asked(4, 1, silent=("A Police",), refused=("B Police",), late=("C Police",))
    printed = Asked(4, 1, silent=("A Police", "B Police"), read_from_print=True)
    assert not_included(["A Police"], own) == "A Police, which did not answer, is not included"
    assert not_included(["the B Police", "C Police"], own) == (
        "C Police, still to answer, and the B Police are not included"
    )
    assert not_included(["B Police", "A Police"], printed) == (
        "A Police and B Police, reported as unable to respond, are not included"
    )
    assert not_included(["the D Police"], printed) == "The D Police is not included"


def test_who_gave_no_figure_is_said_by_what_is_known_of_it():
    own = Asked(44, 38, ("A", "B"), ("C", "D"), ("E", "F"))
    assert note(national(asked=own), "Coverage") == (
        "Figures came from 38 of the 44 forces asked. A and B did not answer. C and D refused to "
        "answer. E and F have not answered yet."
    )
    printed = Asked(44, 42, ("A", "B"), read_from_print=True)
    assert note(national(asked=printed), "Coverage") == (
        "Figures from 42 of the 44 forces asked are in the charity’s records. A and B were "
        "reported as unable to respond."
    )
    assert note(national(asked=Asked(1, 1)), "Coverage") == ("Figures came from the force asked.")
    scotland = national(total(asked=None, area="England, Wales and Northern Ireland"))
    assert note(scotland, "Coverage") == (
        "How many forces the total counts was not printed. Scotland was not asked, so this is not "
        "a figure for the UK."
    )
    assert note(national(total(asked=44, area="the UK")), "Coverage") == (
        "Figures came from 40 of the 44 forces asked."
    )


# ---- earlier totals in the notes


def test_only_of_the_nearest_earlier_total_is_said_when_it_was_reported():
    charity = {"source_url": "https://charity.example/"}
    story = national(
        total(**charity),
        total(1400, year=BEFORE, vintage="October 2019"),
        total(400, year=BEFORE, **charity),
        total(1300, year=BEFORE, vintage="June 2018", **charity),
        total(1200, year=BEFORE, vintage="May 2018"),
        total(70, year=BEFORE, vintage="May 2018", claim="age_total"),
        total(80, year=BEFORE, vintage="May 2018", kind="nation"),
        total(90, year=Year(2016), area="Wales", **charity),
        total(91, year=Year(2016), kind="region", **charity),
        total(92, year=Year(2019), **charity),
        total(300, year=Year(2015), **charity),
        total(200, year=Year(2015), **charity),
    )
    assert own_note(story) == "The 400 for 2017/18 is as reported in June 2019."


def test_printed_ages_with_a_caution_of_their_source_are_left_out():
    def ages(**more):
        return total(185, claim="age_total", category="10_and_under", **more)

    story = national(
        total(), ages(note="another  paper printed 186."), total(13, claim="most_common_age")
    )
    assert "185" not in story.text and "186" not in story.text
    assert "13 was the most common age" in story.text
    plain = national(
        total(),
        ages(note="of another year", year=BEFORE),
        ages(note="of Wales", kind="nation"),
        ages(),
        total(13, claim="most_common_age", note="of another kind"),
    )
    assert "There were 185 offences against children aged ten and under." in plain.text


# ---- the note of the force


def test_of_the_year_compared_with_it_is_said_that_it_was_not_restated():
    day = "26 September 2018"
    vintages = dict.fromkeys(map(Year, range(2015, 2018)), day) | {Year(2018): "June 2019"}
    cells = (gone("refused"), 60, Cell.count(80).with_flags(estimated=True), 300)
    assert "restated" not in own_note(story_of(*cells))
    assert own_note(story_of(*cells, vintages=vintages)) == (
        "Please do not call 300 a record: 2015/16 was refused by the force. The figure for "
        f"2017/18, an estimated 80, was published on {day} and not restated since."
    )
    del vintages[Year(2018)]
    assert own_note(story_of(50, 60, 80, 300, vintages=vintages)) == ""


def test_a_revision_of_a_figure_that_the_text_names_is_in_the_note():
    story = story_of(50, Cell.count(70).with_flags(previously=1070), 99)
    assert own_note(story) == "The figure for 2017/18, 70, was revised: 1,070 was published before."
