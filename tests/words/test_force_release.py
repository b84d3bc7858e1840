"""The release of one force, from headline to notes."""

from dataclasses import replace

import pytest

from offences.claims.facts import Facts
from offences.claims.gate import claims_for
from offences.claims.thresholds import Thresholds
from offences.press.blocks import Note
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.change import Subject
from offences.words.press import ForceCopy, force_copy
from tests.words.releases import ASK, Written, shared, written
from tests.words.test_page_sentences import total

MET = Subject(
    name="The Northshire Police",
    short_name="the Northshire Police",
    area="Northshire",
    phrase="online offences against children",
    phrase_singular="online offence against children",
)
NOTES = written(*shared()).notes


def facts_of(*cells: Cell | int, breaks=(), **more) -> Facts:
    """One force's figures, the newest of 2018/19."""
    made = [cell if isinstance(cell, Cell) else Cell.count(cell) for cell in cells]
    years = map(Year, range(2019 - len(made), 2019))
    series = Series(dict(zip(years, made, strict=True)), breaks)
    return Facts(MET.short_name, MET.phrase, Year(2018), series=series, **more)


def story_of(
    *cells, headline="online sex offences", vintages=None, remarks=None, **more
) -> Written:
    copy = copy_of(facts_of(*cells, **more), headline=headline, vintages=vintages, remarks=remarks)
    return written(*shared(), headline_phrase=headline, force=copy)


def copy_of(
    facts: Facts, *, headline="online sex offences", vintages=None, remarks=None
) -> ForceCopy:
    return force_copy(
        MET, facts, headline_phrase=headline, vintages=vintages or {}, remarks=remarks or {}
    )


def gone(why: str) -> Cell:
    return Cell.missing(why)


def test_a_release_whole():
    figures = (40, 48, 60, 300)
    remarks = {Year(2015): "an old caution", Year(2017): "a caution"}
    remarks |= {Year(2018): "another", Year(2019): "of no year here"}
    story = story_of(
        *figures,
        vintages={Year(2016): "June 2016", Year(2017): "June 2018", Year(2018): "June 2018"},
        remarks=remarks,
    )
    first = "The Northshire Police recorded 300 online offences against children in 2018/19, up"
    assert story.headline == "Northshire: 300 online sex offences in a year"
    assert story.bullets == (f"{first} from 60", ASK)
    assert story.lead == f"{first} from 60 in 2017/18."
    assert story.local == (
        "That is 400% more.",
        "About the 2017/18 figure: a caution.",
        "About the 2018/19 figure: another.",
        "In 2015/16 the figure was 40.",
    )
    assert (story.national, story.ages) == ("", "")
    assert story.notes == (
        *NOTES,
        Note(
            "Northshire",
            "The figure for 2016/17, 48, was published in June 2016 and not restated since. About "
            "the 2015/16 figure: an old caution. About the 2017/18 figure: a caution. About the "
            "2018/19 figure: another.",
        ),
    )
    assert story.claims == tuple(claims_for(facts_of(*figures)))


def test_a_release_has_the_national_block_and_its_claims_after_its_own():
    block = shared(total(8224, asked=44))
    copy = copy_of(facts_of(48, 60))
    story = written(*block, force=copy)
    assert story.national == (
        "Across England and Wales, 40 of the 44 forces asked recorded 8,224 offences in 2018/19, "
        "an average of 22 a day."
    )
    assert story.bullets[1:] == written(*block).bullets
    assert story.claims == (*copy.claims, *block[0].claims)


def test_where_nothing_is_to_be_noted_there_is_no_note():
    assert story_of(48, 60).notes == NOTES


# ---- the figure


@pytest.mark.parametrize(
    ("cell", "headline", "recorded"),
    [
        (Cell.count(1), "1 online sex offence in a year", "1 online offence against children in"),
        (
            Cell.suppressed(1, None),
            "at least 1 online sex offence in a year",
            "at least 1 online offence against children in",
        ),
        (
            Cell.suppressed(1, 4),
            "1 to 4 online sex offences in a year",
            "1 to 4 online offences against children in",
        ),
        (
            Cell.part_year(1, 1),
            "1 online sex offence in one month",
            "1 online offence against children in one month of",
        ),
        (
            Cell.part_year(3, 2),
            "3 online sex offences in two months",
            "3 online offences against children in two months of",
        ),
        (
            Cell.count(68).with_flags(provisional=True, estimated=True),
            "an estimated 68 (provisional) online sex offences",
            "an estimated 68 (provisional) online offences against children in",
        ),
    ],
)
def test_the_figure_is_said_for_what_it_is(cell, headline, recorded):
    story = story_of(cell)
    assert story.headline == f"Northshire: {headline}"
    assert story.bullets[0] == f"The Northshire Police recorded {recorded} 2018/19"
    assert story.lead == f"{story.bullets[0]}."


def test_a_headline_goes_without_the_year_and_then_without_the_victims():
    length = "online sex offences against the children of a town"
    assert story_of(30, headline=length).headline == f"Northshire: 30 {length}"
    longer = "online sex offences against the children of a county and its towns"
    assert story_of(30, headline=longer).headline == "Northshire: 30 online sex offences"
    none = story_of(gone("refused"), headline="sex offences of a kind with a name of many words")
    assert none.headline == "Northshire: no figure for 2018/19"


# ---- no figure


@pytest.mark.parametrize(
    ("why", "headline", "bullet", "lead"),
    [
        (
            "no_response",
            "no 2018/19 figure",
            "The Northshire Police did not answer for 2018/19",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "refused",
            "no 2018/19 figure",
            "The Northshire Police refused to answer for 2018/19",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "not_held",
            "no 2018/19 figure",
            "The Northshire Police said that it holds no figure of online offences "
            "against children for 2018/19",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "late",
            "no 2018/19 figure",
            "The Northshire Police has not answered for 2018/19 yet",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "blank",
            "no 2018/19 figure",
            "The Northshire Police left 2018/19 blank in its answer",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "not_available",
            "no 2018/19 figure",
            "No figure of online offences against children from the Northshire Police "
            "for 2018/19 is available",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "not_asked",
            "no 2018/19 figure",
            "The Northshire Police was not asked for a figure of online offences against "
            "children for 2018/19",
            "{bullet}. That is not a figure of zero.",
        ),
        (
            "unconfirmed_zero",
            "no 2018/19 figure yet",
            "The Northshire Police gave a figure of online offences against children for "
            "2018/19 that is not confirmed yet",
            "{bullet}.",
        ),
        (
            "not_checked",
            "no 2018/19 figure yet",
            "The Northshire Police answered, and its figure of online offences against "
            "children for 2018/19 is being checked",
            "{bullet}.",
        ),
        (
            "not_settled",
            "no 2018/19 figure yet",
            "The Northshire Police answered, but its figure of online offences against "
            "children for 2018/19 is not settled yet",
            "{bullet}.",
        ),
        (
            "not_in_records",
            "no 2018/19 figure",
            "The charity has no figure of online offences against children from the "
            "Northshire Police for 2018/19",
            "{bullet}. That is neither zero nor a refusal.",
        ),
    ],
)
def test_why_there_is_no_figure_is_said_and_no_more(why, headline, bullet, lead):
    story = story_of(48, gone(why), remarks={Year(2018): "a caution", Year(2017): "another"})
    assert story.headline == f"Northshire: {headline} for online sex offences"
    assert story.bullets == (bullet, ASK)
    assert story.lead == lead.format(bullet=bullet)
    assert story.local == ()  # a caution is said beside a figure


def test_every_reason_has_a_draft():
    for why in Missing:
        assert story_of(Cell.missing(why)).lead.endswith(".")


def test_a_force_of_which_nothing_is_held_is_in_no_records():
    facts = Facts(MET.short_name, MET.phrase, Year(2018), series=Series({}))
    vintages = {Year(2018): "June 2019"}
    story = written(*shared(), force=copy_of(facts, vintages=vintages))
    assert story.lead.startswith(
        "The charity has no figure of online offences against children from the "
        "Northshire Police for 2018/19."
    )
    assert story.notes == NOTES
    bare = copy_of(replace(facts, series=None), vintages=vintages)
    assert written(*shared(), force=bare).lead == story.lead


# ---- the change, and the cautions that travel with it


@pytest.mark.parametrize(
    ("figures", "change", "local"),
    [
        (
            (48, 300),
            "up from 48",
            ("The charity gives no percentage, because 48 is too small to start from.",),
        ),
        (
            (290, 300),
            "similar to the 290 of 2017/18",
            (
                "Numbers this small can move this much by chance.",
                "The charity gives no percentage.",
            ),
        ),
        (
            (Cell.suppressed(1, 4), 48, 300),
            "up from 48",
            ("The charity gives no percentage, because 48 is too small to start from.",),
        ),
        (
            (Cell.count(300).with_flags(estimated=True), 290, 100),
            "down from 290",
            ("That is 66% fewer.", "In 2016/17 the figure was an estimated 300."),
        ),
        (
            (Cell.count(60).with_flags(provisional=True), 120),
            "up from 60",
            ("That is 100% more.", "The figure for 2017/18 is provisional."),
        ),
    ],
)
def test_the_change_is_said_with_what_belongs_to_it(figures, change, local):
    story = story_of(*figures)
    assert story.bullets[0].endswith(f" in 2018/19, {change}")
    assert story.local == local


def test_the_base_of_a_percentage_is_the_one_that_is_set():
    strict = story_of(60, 300, thresholds=Thresholds(pct_min_base=100))
    assert strict.local == (
        "The charity gives no percentage, because 60 is too small to start from.",
    )


@pytest.mark.parametrize(
    ("cell", "local"),
    [
        (
            Cell.count(300, doubt="a slip"),
            ("This figure is in doubt and is compared with no other.",),
        ),
        (Cell.part_year(30, 6), ("A part of a year is compared with no other figure.",)),
        (
            Cell.count(300).with_flags(estimated=True, provisional=True, previously=1200),
            (
                "That is 400% more.",
                "The figure was revised: 1,200 was published before.",
                "The figure is provisional.",
                "The figure is the force’s own estimate.",
            ),
        ),
        (
            Cell.count(300).with_flags(previously=0),
            ("That is 400% more.", "The figure was revised: 0 was published before."),
        ),
    ],
)
def test_what_is_soft_in_the_newest_figure_is_said(cell, local):
    assert story_of(60, cell).local == local


def test_every_year_passed_over_is_said_with_its_reason():
    doubtful, half = Cell.count(60, doubt="a slip"), Cell.part_year(3, 6)
    story = story_of(
        *(60, 50, gone("late")),
        *(doubtful, doubtful, half, half),
        *(gone("unconfirmed_zero"), gone("unconfirmed_zero")),
        *(gone("refused"), gone("not_held"), 300),
    )
    assert story.local == (
        "That is 500% more.",
        "There is no figure for 2009/10, 2016/17 or 2017/18 to compare with.",
        "The figures for 2010/11 and 2011/12 are in doubt and not compared with.",
        "The figures for 2012/13 and 2013/14 cover six months only and are not compared with.",
        "The figures for 2014/15 and 2015/16 are not confirmed yet.",
        "In 2007/08 the figure was 60.",
    )
    one_each = story_of(60, doubtful, half, gone("not_checked"), 300).local
    assert one_each[1:] == (
        "The figure for 2015/16 is in doubt and not compared with.",
        "The figure for 2016/17 covers six months only and is not compared with.",
        "The figure for 2017/18 is not checked yet.",
    )


def test_a_gap_before_the_year_compared_with_is_not_passed_over():
    story = story_of(gone("late"), 100, gone("refused"), 300)
    assert story.local == ("That is 200% more.", "There is no figure for 2017/18 to compare with.")


def test_no_change_is_said_across_a_change_of_definition():
    story = story_of(48, 60, 300, breaks=(Break(Year(2018), "A new code"),))
    assert story.bullets[0].endswith("in 2018/19")
    assert story.local == ()
