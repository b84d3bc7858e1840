"""The release of one force: which angle leads, and what headline, lead and second paragraph say."""

from dataclasses import replace

import pytest

from offences.claims.facts import Facts
from offences.claims.gate import claims_for
from offences.claims.thresholds import Thresholds
from offences.press.composing import MOST_WORDS
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.change import Subject
from offences.words.press import ForceCopy, force_copy
from offences.words.reasons import CHARITY
from offences.words.total_copy import published_copy
from tests.words.releases import ASK, Written, event_of, shared, written
from tests.words.test_page_sentences import total

MET = Subject(
    name="The Northshire Police",
    short_name="the Northshire Police",
    area="Northshire",
    phrase="online offences against children",
    phrase_singular="online offence against children",
)
HOW_MUCH = "The figures cannot show how much is more offending and how much better recording."


def facts_of(*cells: Cell | int, breaks=(), **more) -> Facts:
    """One force's figures, the newest of 2018/19."""
    made = [cell if isinstance(cell, Cell) else Cell.count(cell) for cell in cells]
    years = map(Year, range(2019 - len(made), 2019))
    series = Series(dict(zip(years, made, strict=True)), breaks)
    return Facts(MET.short_name, MET.phrase, Year(2018), series=series, **more)


def copy_of(facts: Facts, *, vintages=None, remarks=None, **more) -> ForceCopy:
    given = {"headline_phrase": "online child sex offences", "voice": CHARITY} | more
    return force_copy(MET, facts, vintages=vintages or {}, remarks=remarks or {}, **given)


def story_of(*cells, vintages=None, remarks=None, event=None, angle="", **more) -> Written:
    copy = copy_of(facts_of(*cells, **more), vintages=vintages, remarks=remarks, angle=angle)
    return written(*shared(), force=copy, event=event)


def gone(why: str) -> Cell:
    return Cell.missing(why)


OUT = gone("not_in_records")


@pytest.mark.parametrize(
    ("cells", "headline", "change", "trend"),
    [
        (  # a rise near chance: the third year shows how much such numbers move
            (OUT, 53, 48, 68),
            "68 online child sex offences, up from 48",
            "up from 48 a year earlier",
            "That is more than five a month. Numbers this small can move this much by chance: in "
            "2016/17 there were 53.",
        ),
        (  # a rise beyond chance, as a multiple
            (294, OUT, OUT, 721),
            "online child sex offences more than double",
            "more than double the 294 of three years earlier",
            f"That is more than 13 a week. {HOW_MUCH} No figures are available for the years "
            "between.",
        ),
        (  # a fall leads, a longer rise second
            (114, 213, OUT, 191),
            "online child sex offences down from 213 to 191",
            "down from 213 two years earlier",
            "That is more than 15 a month. A change this size can be chance. The figure for "
            "2015/16 was 114; none is available for 2017/18. Fewer recorded offences need not "
            "mean fewer children harmed.",
        ),
        (  # a change within chance
            (290, 300),
            "online child sex offences remain similar at 300",
            "similar to the 290 of a year earlier",
            "That is more than five a week. A change this size can be chance.",
        ),
        (
            (98, 131),
            "online child sex offences up a third",
            "up a third from 98 a year earlier",
            f"That is more than ten a month. {HOW_MUCH}",
        ),
        (
            (300, 362),
            "362 online child sex offences, up from 300",
            "up from 300 a year earlier",
            f"That is more than six a week, and a rise of 21% in a year. {HOW_MUCH}",
        ),
        (  # no multiple on a small number, which has a caution of its own
            (26, 214),
            "214 online child sex offences, up from 26",
            "up from 26 a year earlier",
            "That is more than 17 a month. A rise from a number as small as 26 is hard to measure. "
            f"{HOW_MUCH}",
        ),
        (
            (126, 1014),
            "online child sex offences up from 126 to 1,014",
            "more than eight times the 126 of a year earlier",
            f"That is more than 19 a week. {HOW_MUCH}",
        ),
        (  # beyond chance, and both numbers small
            (46, 38, 58),
            "58 online child sex offences, up from 38",
            "up from 38 a year earlier",
            "That is more than four a month. Numbers this small can move sharply from year to "
            f"year: in 2016/17 there were 46. {HOW_MUCH}",
        ),
        (
            (214, 26),
            "online child sex offences down from 214 to 26",
            "down from 214 a year earlier",
            "That is more than two a month. A fall to a number as small as 26 is hard to measure. "
            "Fewer recorded offences need not mean fewer children harmed.",
        ),
        ((0, 4), "4 online child sex offences, up from none", "up from none a year earlier", ""),
        (
            (Cell.suppressed(1, 4), 48),
            "48 online child sex offences, up on a year earlier",
            "up on 2017/18",
            "That is an average of four a month.",
        ),
    ],
)
def test_the_first_rung_of_the_ladder_that_fits_leads(cells, headline, change, trend):
    story = story_of(*cells)
    assert story.headline == f"Northshire: {headline}"
    n = cells[-1]
    assert story.lead == (
        f"Police in Northshire recorded {n:,} online offences against children in 2018/19, "
        f"{change}, figures obtained by the charity show."
    )
    assert (story.trend if trend else "") == trend


def test_one_year_alone_is_a_brief_of_eighty_words_with_count_and_rate():
    story = story_of(168)
    assert story.headline == "Northshire: 168 online child sex offences recorded in a year"
    assert story.lead == (
        "Police in Northshire recorded 168 online offences against children in 2018/19, an average "
        "of 14 a month, figures obtained by the charity show."
    )
    assert story.bullets == ()
    before = story.text.split("ENDS")[0]
    assert len(before.split()) <= 80


def test_three_angles_are_proposed_by_strength_and_the_one_chosen_leads():
    cells = (30, 60, 52, 100)
    offered = copy_of(facts_of(*cells)).angles
    assert [each.id for each in offered] == ["longer_multiple", "rise", "longer_rise"]
    assert story_of(*cells).lead.count("more than three times the 30 of three years earlier") == 1
    assert "up from 52 a year earlier" in story_of(*cells, angle="rise").lead
    assert story_of(*cells, angle="no such").lead == story_of(*cells).lead


def test_a_caution_on_the_year_before_keeps_it_out_of_the_lead():
    story = story_of(6, 43, remarks={Year(2017): "possible under-recording"})
    assert story.headline == "Northshire: 43 online child sex offences recorded in a year"
    assert story.trend == (
        "The figure for 2017/18, six, is not a safe comparison: possible under-recording."
    )


@pytest.mark.parametrize(
    ("cell", "held", "said"),
    [
        (
            Cell.count(32, doubt="another year?"),
            "The figure for 2018/19, 32, is in doubt: another year?",
            "The figures give no confirmed 2018/19 number for the Northshire Police, which "
            "recorded 60 in 2017/18, nor say whether it is included.",
        ),
        (
            Cell.part_year(19, 6),
            "The figure for 2018/19 covers six months only: ask for the whole year.",
            "The Northshire Police recorded 19 online offences against children in six months of "
            "2018/19. A part of a year is compared with no other figure.",
        ),
    ],
)
def test_a_figure_in_doubt_or_of_a_part_of_a_year_is_held_with_the_reason(cell, held, said):
    of_all = shared(total(8224, asked=44))
    copy = copy_of(facts_of(60, cell), total=of_all[0])
    assert copy.held == held
    story = written(*of_all, force=copy)
    assert story.headline == "At least 22 online child sex offences a day recorded by 40 forces"
    assert said in story.text
    assert "32" not in story.text


def test_without_a_figure_the_nation_leads_and_the_force_is_one_line():
    story = written(*shared(total(8224, asked=44)), force=copy_of(facts_of(48, gone("refused"))))
    assert story.headline == "At least 22 online child sex offences a day recorded by 40 forces"
    assert story.trend == (
        "In 2018/19, 40 of the 44 forces asked recorded 8,224 offences. The Northshire Police "
        "refused to answer for 2018/19. No figure does not mean no offences. In 2017/18 the force "
        "recorded 48 offences."
    )
    assert story.bullets == ()


@pytest.mark.parametrize(
    "before", [gone("late"), Cell.count(48, doubt="a slip"), Cell.part_year(9, 6)]
)
def test_no_figure_of_a_year_before_is_given_that_does_not_stand_by_itself(before):
    copy = copy_of(facts_of(before, gone("refused")))
    story = written(*shared(total(8224, asked=44)), force=copy)
    assert story.trend.endswith("No figure does not mean no offences.")


def test_a_figure_of_a_year_before_with_a_remark_of_its_source_is_not_given():
    copy = copy_of(facts_of(48, gone("refused")), remarks={Year(2017): "counted by hand"})
    story = written(*shared(total(8224, asked=44)), force=copy)
    assert "48" not in story.text and "by hand" not in story.text


WALES = {"area": "Wales", "kind": "nation", "with_figures": 3, "asked": 4}
TOTALS = (total(576, **WALES), total(458, year=Year(2017), **WALES))


def area_of(*lacks: str):
    copy = published_copy(TOTALS, Year(2018), "online offences", place="Wales")
    return replace(copy, covers=("Eastshire", "Southshire", "Westshire"), lacks=lacks)


def test_a_force_missing_from_the_total_of_its_nation_is_no_headline():
    copy = copy_of(facts_of(48, gone("no_response")))
    story = written(*shared(total(8224, asked=44)), force=copy, area=area_of("Northshire"))
    assert story.headline == "Wales: at least 576 online child sex offences recorded in a year"
    assert "but Northshire is not in the count" in story.lead
    assert story.trend == (
        "The total covers Eastshire, Southshire and Westshire. The Northshire Police did not "
        "answer for 2018/19. No figure does not mean no offences. In 2017/18 the force recorded "
        "48 offences."
    )
    assert "458" not in story.text and "48" not in "".join(story.bullets)


def test_a_force_with_a_figure_has_the_total_of_its_nation_beside_it():
    copy = copy_of(facts_of(48, 68))
    area = replace(area_of(), covers=("Eastshire", "Northshire"))
    story = written(*shared(total(8224, asked=44)), force=copy, area=area)
    assert story.headline == "Northshire: 68 online child sex offences, up from 48"
    assert story.bullets[1] == "At least 576 offences across Wales"
    assert "Police in Wales recorded at least 576 in 2018/19, Northshire included." in story.trend


def test_a_force_without_a_figure_and_with_fewer_than_three_facts_has_a_brief():
    of_all = shared(total(8224, asked=44))
    copy = copy_of(facts_of(48, OUT), total=of_all[0])
    story = written(*of_all, force=copy, includes="rape")
    assert story.lead == (
        "Police in England and Wales recorded an average of at least 22 online offences a day in "
        "2018/19, figures obtained by the charity show."
    )
    assert story.body == (
        "In 2018/19, 40 of the 44 forces asked recorded 8,224 offences. The figures give no "
        "2018/19 number for the Northshire Police, which recorded 48 in 2017/18, nor say whether "
        "it is included.",
        "The offences include rape.",
        f"{ASK}.",
    )
    assert story.bullets == ()
    assert "One child can be the victim of several offences" in story.note("Offences")
    own = written(*of_all, force=copy, event=event_of(caveats="Own words.\n\nAnd more."))
    assert own.note("Offences").endswith("Own words. And more.")
    assert story.note("Coverage").endswith("No figure does not mean no offences.")
    unnamed = replace(area_of(), covers=())
    regional = written(*of_all, force=copy_of(facts_of(48, OUT), total=unnamed), area=unnamed)
    assert regional.bullets == ()
    assert regional.body[0].endswith("nor say which forces are in the total.")


@pytest.mark.parametrize(
    "of_all", [None, shared(total(8224, asked=44, with_figures=44))[0], area_of("Northshire")]
)
def test_where_it_is_known_who_is_in_a_total_nothing_is_said_to_be_unknown(of_all):
    assert copy_of(facts_of(48, OUT), total=of_all).absence == (
        "The figures give no 2018/19 number for the Northshire Police. No conclusion can be drawn."
    )


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (68, "Another 2018/19 figure has been published since."),
        (OUT, "no 2018/19 number for the Northshire Police; one has been published since."),
        (
            gone("refused"),
            "refused to answer for 2018/19. A 2018/19 figure has been published since.",
        ),
        (gone("late"), "A 2018/19 figure has been published since."),
    ],
)
def test_a_newer_figure_of_the_year_is_said_and_holds_the_text(cell, said):
    newer = "Release 4 has 77 for 2018/19, so this text is out of date."
    of_all = shared(total(8224, asked=44))
    copy = copy_of(facts_of(190, cell), superseded=newer, total=of_all[0])
    assert copy.held == newer
    story = written(*of_all, force=copy)
    assert said in story.trend
    assert "No conclusion" not in story.text
    assert ("190" in story.text) == (cell == 68)  # an older figure hides that there is a newer one


def test_what_holds_a_text_and_a_newer_figure_are_both_for_the_officer():
    copy = copy_of(facts_of(Cell.count(32, doubt="another year?")), superseded="Release 4 has 77.")
    assert copy.held == "The figure for 2018/19, 32, is in doubt: another year? Release 4 has 77."


def test_a_figure_that_a_publication_reported_names_it_and_when():
    copy = copy_of(facts_of(48, 68), reported="in June 2019 by a newspaper")
    said = "Not official statistics. Northshire: as reported in June 2019 by a newspaper. Published"
    assert said in written(*shared(), force=copy).note("Source")


def test_a_figure_that_is_no_answer_under_the_act_says_so_and_is_not_held():
    remarks = {Year(2018): "Supplied by the force, not under Freedom of Information"}
    copy = copy_of(facts_of(48, 68), remarks=remarks)
    assert copy.held == ""
    story = written(*shared(), force=copy)
    assert story.trend.endswith(
        "The 2018/19 figure was supplied by the force, not under Freedom of Information."
    )
    assert "Northshire: supplied by the force, not under" in story.note("Source")


def test_the_page_of_a_force_is_named_in_the_notes_by_its_whole_address(settings):
    settings.SITE_ADDRESS = "https://figures.example.org"
    address = "with their sources: https://figures.example.org/forces/northshire/"
    for cells in ((48, 68), (48, OUT)):
        story = story_of(*cells)
        assert story.note("Use").endswith(address)
        assert story.text.count(address) == 1
    settings.SITE_ADDRESS = ""
    assert "/forces/" not in story_of(48, 68).text


def test_no_line_is_empty_between_bullets():
    area = replace(area_of(), covers=("Northshire",))
    copy = copy_of(facts_of(OUT, 53, 48, 68, breaks=(Break(Year(2015), "x " * 200, own=True),)))
    story = written(*shared(total(8224, asked=44)), force=copy, area=area)
    assert len(story.bullets) == 2
    assert "\n\n- " not in story.text


def test_the_remark_of_a_source_on_the_leading_figure_is_for_the_officer_alone():
    copy = copy_of(facts_of(48, 68), remarks={Year(2018): "counted by hand"})
    assert copy.held == "About the 2018/19 figure: counted by hand. Say so in the text."
    assert "by hand" not in written(*shared(), force=copy).text


def test_a_percentage_is_not_given_on_a_base_under_a_hundred():
    assert "%" not in story_of(95, 133).text
    assert "a rise of 40% in a year" in story_of(100, 140).trend


def test_a_number_that_is_the_same_is_not_called_chance():
    assert story_of(40, 355, 355).trend == (
        "That is more than six a week. The figure for 2016/17 was 40."
    )


def test_a_year_in_doubt_is_no_third_fact_of_a_story():
    story = story_of(Cell.count(28, doubt="another year?"), 82)
    assert story.bullets == ()
    assert "82 online offences against children in 2018/19, more than six a month" in story.lead


def test_what_the_occasion_is_goes_before_a_note_on_the_figures_does():
    cells = (OUT, 53, 48, 68)
    plain = story_of(*cells)
    assert "The conference, a yearly one." in plain.note("Source")
    room = MOST_WORDS - len(f"{plain.headline} {plain.text}".split())
    full = story_of(*cells, breaks=(Break(Year(2015), "caution " * room, own=True),))
    assert "since 2015/16: caution" in full.note("Use")
    assert full.note("Source").endswith("Published for The conference.")


@pytest.mark.parametrize("why", Missing)
def test_no_reason_for_a_missing_figure_is_a_headline(why):
    copy = copy_of(facts_of(48, Cell.missing(why)))
    story = written(*shared(total(8224, asked=44)), force=copy)
    assert "Northshire" not in story.headline
    assert "zero" not in story.text
    assert copy.absence in story.trend
    assert copy.absence.endswith(("No conclusion can be drawn.", "does not mean no offences."))


def test_every_year_passed_over_is_said_with_its_reason():
    story = story_of(60, Cell.count(60, doubt="a slip"), gone("refused"), OUT, 300)
    assert story.trend.endswith(
        "No figure is available for 2017/18. There is no figure for 2016/17 to compare with. "
        "The figure for 2015/16 is in doubt and not compared with."
    )


def test_what_is_soft_in_a_figure_is_said():
    cell = Cell.count(300).with_flags(estimated=True, provisional=True, previously=1200)
    story = story_of(60, cell)
    assert "recorded an estimated 300 (provisional) online offences" in story.lead
    assert story.trend.endswith(
        "The figure for 2018/19 was revised: 1,200 was published before. The figure for 2018/19 is "
        "provisional. The figure for 2018/19 is the force’s own estimate."
    )


def test_a_revision_is_of_the_year_that_it_names():
    cell = Cell.count(300).with_flags(previously=1200)
    said = "The figure for 2018/19 was revised: 1,200 was published before."
    assert story_of(60, cell).trend.endswith(said)


def test_no_change_is_said_across_a_change_of_definition():
    story = story_of(48, 60, 300, breaks=(Break(Year(2018), "A new code"),))
    assert story.headline == "Northshire: 300 online child sex offences recorded in a year"
    assert "60" not in story.text


def test_a_gap_forbids_a_record_in_words_for_the_newsroom():
    assert (
        story_of(OUT, 53, 48, 68)
        .note("Use")
        .startswith("Please do not call 68 a record: no 2015/16 figure is available.")
    )
    assert "record:" not in story_of(53, 48, 68).note("Use")


def test_headline_lead_and_bullets_each_say_something_of_their_own():
    story = story_of(OUT, 53, 48, 68)
    assert story.bullets == ("More than five offences a month in Northshire", ASK)


def test_a_rate_of_one_is_one_offence():
    assert story_of(9, 12).bullets[0] == "An average of one offence a month in Northshire"


@pytest.mark.parametrize(
    ("n", "mode", "words"),
    [
        (168, "floor", "an average of 14 a month"),  # to the dot
        (173, "floor", "more than 14 a month"),
        (173, "round", "more than 14 a month"),
        (175, "round", "an average of 15 a month"),  # 14.6: rounded up, it is not more than that
    ],
)
def test_a_rate_is_an_average_only_where_it_is_not_less_than_there_were(n, mode, words):
    assert f", {words}, figures" in story_of(n, thresholds=Thresholds(rate_mode=mode)).lead


def test_the_ask_leads_on_a_political_date_alone():
    assert story_of(48, 68, event=event_of("vote")).lead == "The charity asks for a law."
    assert story_of(48, 68, event=event_of("report")).lead.startswith("Police in Northshire")


def test_a_long_phrase_leaves_a_whole_sentence_for_a_headline():
    longer = "online sex offences against the children of a county and its towns"
    copy = copy_of(facts_of(30), headline_phrase=longer)
    headline = written(*shared(), force=copy).headline
    assert headline == "Northshire: 30 online sex offences"


def test_a_rate_that_no_headline_holds_gives_way_to_the_total():
    longer = "sexual communication with a child offences"
    headline = written(*shared(total(8224, asked=44)), headline_phrase=longer).headline
    assert headline == "Sexual communication with a child offences: 8,224"


def test_there_are_four_notes_and_450_words_at_most():
    story = story_of(
        *(OUT, 53, 48, 68),
        vintages={Year(2017): "June 2018", Year(2018): "June 2019"},
        remarks={Year(2018): "a caution " * 60},
    )
    assert [note.title for note in story.notes] == ["Source", "Offences", "Use"]  # no total here
    assert len(f"{story.headline} {story.text}".split()) <= 450


def test_its_claims_are_those_of_its_facts():
    facts = facts_of(40, 48, thresholds=Thresholds(pct_min_base=100))
    assert copy_of(facts).claims == tuple(claims_for(facts))
