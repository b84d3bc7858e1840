"""The sentences of a page and of a text, made without a database."""

import pytest

from offences.claims.facts import Facts
from offences.claims.totals import Total, area_in_words, nations_in, newest_total
from offences.english import not_asked
from offences.press.blocks import blocks
from offences.statistics.cells import Cell
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.change import Subject
from offences.words.page import brief

NORTHSHIRE = Subject(
    name="Northshire Police",
    short_name="Northshire Police",
    area="Northshire",
    phrase="online offences",
    phrase_singular="online offence",
)


def about(cells: dict[int, Cell | int], *, breaks: tuple[Break, ...] = (), **more):
    """The page of one force whose figures are these, the newest year last."""
    series = Series(
        {
            Year(year): cell if isinstance(cell, Cell) else Cell.count(cell)
            for year, cell in cells.items()
        },
        breaks,
    )
    facts = Facts(
        place="Northshire Police",
        measure="online offences",
        latest=Year(max(cells, default=2018)),
        series=series,
        scope="force",
    )
    return brief(NORTHSHIRE, facts, **more)


def total(value: int = 900, **more) -> Total:
    values = {
        "claim": "total",
        "year": Year(2018),
        "value": value,
        "area": "England and Wales",
        "with_figures": 40,
        "asked": 43,
        "in_records": 20,
        "vintage": "June 2019",
        "source": "The charity",
        "source_url": "",
    }
    return Total(**(values | more))


# ---- is it a record?


def test_a_record_needs_every_year():
    page = about({2015: 20, 2016: 30, 2017: 40, 2018: 90})
    assert page.record_answer == "It is a record: the highest since 2015/16."


def test_a_gap_takes_the_record_away_and_is_named():
    page = about({2015: Cell.missing("not_in_records"), 2016: 53, 2017: 48, 2018: 68})
    assert page.record_answer == "It is the highest of the three years we have."
    assert page.record_detail == "We cannot call it a record: we do not have 2015/16."


def test_a_higher_year_answers_no_even_beside_a_gap():
    page = about({2015: Cell.missing("not_held"), 2016: 99, 2017: 48, 2018: 68})
    assert page.record_answer == "The figure for 2016/17 was higher: 99."
    assert page.record_detail == ""


def test_a_range_that_may_be_higher_does_not_answer_no():
    page = about({2015: Cell.suppressed(1, 100), 2016: 20, 2017: 48, 2018: 68})
    assert "higher" not in page.record_answer and "record" not in page.record_answer


def test_a_record_is_not_claimed_across_a_break():
    page = about(
        {2015: 20, 2016: 30, 2017: 40, 2018: 90}, breaks=(Break(Year(2018), "counted anew"),)
    )
    assert not page.record_answer.startswith("It is a record")
    assert not page.says or "up from" not in page.says[0].lower()


@pytest.mark.parametrize("last", [0, 9, 19, Cell.suppressed(1, 4)])
def test_of_a_small_figure_nobody_is_asked_whether_it_is_a_record(last):
    page = about({2015: 1, 2016: 2, 2017: 3, 2018: last})
    assert (page.record_question, page.record_answer, page.record_detail) == ("", "", "")
    assert about({2015: 1, 2016: 2, 2017: 3, 2018: 20}).record_answer.startswith("It is a record")


# ---- the change

BY_CHANCE = "numbers this small can move this much by chance."


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        (48, 68, f"Up from 48 in 2017/18, though {BY_CHANCE}"),
        (77, 63, f"Down from 77 in 2017/18, though {BY_CHANCE}"),
        (480, 680, "Up from 480 in 2017/18."),
        (200, 200, "The same as in 2017/18."),
        (1000, 1010, "Little changed from 1,000 in 2017/18."),
        (100, 110, "Similar to the 100 of 2017/18: a change this size can be chance."),
        (0, 30, "Up from none in 2017/18."),
    ],
)
def test_the_change_in_words(old, new, first):
    assert about({2017: old, 2018: new}).says[0] == first


def test_a_range_is_compared_without_a_made_up_number():
    says = " ".join(about({2017: Cell.suppressed(1, 4), 2018: 68}).says)
    assert "Up" in says
    assert "None" not in says
    assert "%" not in says


def test_a_part_year_is_compared_with_nothing():
    says = " ".join(about({2017: 48, 2018: Cell.part_year(19, 6)}).says)
    assert "six months only" in says
    assert "48" not in says


def test_no_figure_is_neither_zero_nor_a_refusal():
    page = about({})
    assert page.figure == ""
    assert "does not mean zero" in page.absent[1]
    assert "does not mean the force refused" in page.absent[1]


def test_a_refusal_is_named_as_one_and_only_then():
    refused = about({2017: 48, 2018: Cell.missing("refused")})
    late = about({2017: 48, 2018: Cell.missing("late")})
    assert "refused" in refused.absent[0]
    assert "refused" not in " ".join(late.absent)


def test_a_force_of_which_only_a_refusal_is_known_has_a_page():
    page = about({2018: Cell.missing("refused")})
    assert page.absent[0] == "The force refused to answer for 2018/19."
    assert "last figure" not in " ".join(page.absent)


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("not_asked", "The force was not asked for a figure of online offences for 2018/19."),
        ("not_held", "The force said that it holds no figure of online offences for 2018/19."),
        ("blank", "The force left 2018/19 blank in its answer."),
        ("not_available", "No figure of online offences from the force for 2018/19 is available."),
        ("not_in_records", "We have no figure of online offences from the force for 2018/19."),
        ("not_checked", "The force answered, and its figure of online offences is being checked."),
        (
            "unconfirmed_zero",
            "The force gave a figure of online offences that is not confirmed yet.",
        ),
    ],
)
def test_each_reason_for_no_figure_has_its_own_words(why, says):
    assert about({2017: 48, 2018: Cell.missing(why)}).absent[1] == says


def test_the_last_figure_held_says_that_it_is_part_of_a_year_or_in_doubt():
    part = about({2017: Cell.part_year(19, 6), 2018: Cell.missing("no_response")})
    doubtful = about({2017: Cell.count(9, doubt="a slip"), 2018: Cell.missing("no_response")})
    assert "The last figure we have is 19 in six months of 2017/18." in part.absent
    assert "The last figure we have is 9 in 2017/18, a figure in doubt." in doubtful.absent


# ---- totals


def test_areas_are_named_as_they_were_printed():
    assert nations_in(area_in_words("England, Wales, Northern Ireland and Channel Islands")) == (
        "England",
        "Wales",
        "Northern Ireland",
        "Jersey",
        "Guernsey",
    )
    assert area_in_words("UK") == "the UK"
    assert nations_in("the UK") == ()


def test_who_was_not_asked_is_said_where_it_is_known():
    assert not_asked(total().nations) == "Scotland and Northern Ireland were not asked."
    assert not_asked(total(area="the UK").nations) == ""


def test_the_total_quoted_is_one_whose_coverage_is_known_and_never_one_in_doubt():
    newer = total(950, asked=None, with_figures=None, vintage="October 2019")
    doubtful = total(999, doubt="year inferred")
    assert newest_total((doubtful, newer, total()), Year(2018)).value == 900
    assert newest_total((doubtful, newer), Year(2018)).value == 950
    assert newest_total((doubtful,), Year(2018)) is None


# ---- the layout of a text


def test_a_text_is_laid_out_by_its_own_marks():
    text = (
        "- One\n- Two\n\nLead.\n\nMore.\n\n> Quote.\n\nENDS\n\n"
        "Notes to editors\n\n1. A. B c.\n\n2. D. E.\n"
    )
    assert [block.kind for block in blocks(text)] == [
        *("bullets", "lead", "paragraph", "quote", "ends", "heading", "notes")
    ]
    notes = blocks(text)[-1].items
    assert [(note.title, note.text) for note in notes] == [("A", "B c."), ("D", "E.")]


def test_an_edited_text_loses_no_word():
    text = "Lead with 1. in it.\r\n\r\nA paragraph\r\nof two lines.\r\n\r\n3. Not a note"
    shown = " ".join(
        " ".join([block.text, *(f"{i.title} {i.text}" for i in block.items)])
        for block in blocks(text)
    )
    for word in text.replace("3.", "").split():
        assert word in shown
