"""The page of one force, whole."""

from dataclasses import replace

import pytest

from offences.claims.facts import Facts
from offences.claims.thresholds import Thresholds
from offences.claims.totals import OwnSum
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.answers import Answer, Fact
from offences.words.change import Opening
from offences.words.page import Briefing, brief
from tests.words.releases import quotation
from tests.words.test_force_release import MET, facts_of, gone
from tests.words.test_page_sentences import total

YEAR, BEFORE, HOUSE = Year(2018), Year(2017), Thresholds()
TOTAL_FACTS = (
    ("900", "offences in 2018/19"),
    ("2", "a day, on average"),
    ("40 of 44", "forces gave figures"),
)
TOTAL_SAYS = (
    "This is the charity’s own total for England and Wales, published in June 2019. "
    "We have the figures of 20 of those 40 forces, "
    "so we cannot add them up ourselves. Scotland and Northern Ireland were not "
    "asked.",
)


def page_of(*cells, breaks=(), settings=HOUSE, **more) -> Briefing:
    return brief(MET, facts_of(*cells, breaks=breaks, thresholds=settings), **more)


def answer(outcome: str, *years: Year, **more) -> Answer:
    return Answer("the 2019 round", 44, years or (YEAR,), outcome, **more)


def says(*cells, **more) -> str:
    """What belongs to the figure, without the change."""
    return page_of(*cells, **more).says[-1]


def test_a_page_says_all_that_is_known_of_a_force():
    page = page_of(
        *(40, 48, 60, 300),
        totals=(total(asked=44),),
        answers=[answer("awaited")],
        later=(Year(2019), Year(2020)),
        office=("Northshire", "Southshire"),
    )
    assert page == Briefing(
        title="Northshire: 300 online offences against children in 2018/19",
        opening=Opening(
            "The Northshire Police",
            "300 online offences against children",
            "2018/19",
            "up from 60 in 2017/18",
        ),
        source="answers to Freedom of Information requests",
        by="the Northshire Police",
        figure="300",
        figure_year="2018/19",
        change="up from 60 in 2017/18",
        says=("Up from 60 in 2017/18.", "That is 400% more."),
        asof="We have no figure of online offences against children from the Northshire Police for "
        "2020/21.",
        record_question="How does 300 compare?",
        record_answer="It is a record: the highest since 2015/16.",
        record_detail="Every year of the count is here, and no other is as high.",
        national_facts=TOTAL_FACTS,
        national_says=TOTAL_SAYS,
        answer=(
            Fact("Asked", "In the 2019 round, with 43 others"),
            Fact("Who answers", "One office answers for Northshire and Southshire"),
            Fact("Answered", "Not yet", known=False),
        ),
        quote_with="One offence is not one child.",
        quote_limits="Please do not compare it with another force.",
    )
    assert quotation(page) == (
        "The Northshire Police recorded 300 online offences against children in 2018/19, up from "
        "60 in 2017/18, according to answers to Freedom of Information requests. One offence is "
        "not one child."
    )


def test_a_page_of_which_no_figure_is_held_whole():
    nothing = Facts(MET.short_name, MET.phrase, YEAR, series=Series({}))
    empty = Briefing(
        title="Northshire: no yearly figure of online offences against children",
        description=(
            "We have no yearly figure of online offences against children for "
            "Northshire. That does "
            "not mean zero."
        ),
        by="the Northshire Police",
        absent=(
            "We have no yearly figure of online offences against children for Northshire.",
            "No figure here does not mean zero, and it does not mean the force refused.",
        ),
        answer=(Fact("Asked", "Not known", known=False),),
        quote="The charity has no yearly figure of online offences against children for "
        "Northshire. That is neither zero nor a refusal.",
        quote_limits="Do not write “Northshire refused”, “Northshire has none” or “Northshire "
        "failed to answer”. None of these is known.",
    )
    assert brief(MET, nothing, later=(Year(2019),)) == empty
    assert brief(MET, replace(nothing, series=None)) == empty
    assert page_of(gone("not_in_records")) == empty
    with_total = brief(MET, nothing, totals=(total(asked=44),), answers=[answer("awaited")])
    assert with_total.national_facts == TOTAL_FACTS
    assert with_total.national_says == (
        "This is the charity’s own total for England and Wales, published in June 2019. "
        "We cannot tell whether it includes Northshire.",
    )
    assert with_total.answer[0] == Fact(
        "About 2018/19", "Asked in the 2019 round, with 43 others. Northshire has not answered yet."
    )


def test_a_page_without_an_answer_for_the_year_whole():
    page = page_of(
        *(48, 60, gone("no_response")),
        totals=(total(asked=44),),
        answers=[answer("no_response", source_when="25 June 2019")],
    )
    reported = "On 25 June 2019 the force was reported as unable to respond."
    assert page == Briefing(
        title="Northshire: no answer for 2018/19",
        description=(
            f"What is known of Northshire, 2018/19. {reported} The last figure we have is 60 in "
            "2017/18."
        ),
        by="the Northshire Police",
        absent=(
            "No answer for 2018/19.",
            reported,
            "That does not mean zero.",
            "The last figure we have is 60 in 2017/18.",
        ),
        effect_answer="Northshire is not in the totals reported for 2018/19.",
        effect_detail=(
            "The total reported for England and Wales, 900, rests on 40 of its 44 forces."
        ),
        national_facts=TOTAL_FACTS,
        national_says=TOTAL_SAYS,
        answer=(
            Fact("Asked", "In the 2019 round, with 43 others"),
            Fact("Answered", "No. Reported on 25 June 2019 as unable to respond."),
            Fact("The reason given", "Not known", known=False),
            Fact("Later answer", "None that we know of", known=False),
        ),
        quote=(
            "There is no figure of online offences against children from the Northshire Police for "
            "2018/19. That does not mean zero."
        ),
        quote_limits="Do not write that Northshire has none.",
    )


@pytest.mark.parametrize(
    ("why", "absent"),
    [
        ("refused", ("The force refused to answer for 2018/19.", "A refusal does not mean zero.")),
        (
            "late",
            (
                "No answer yet for 2018/19.",
                "The force has not answered for 2018/19 yet.",
                "That does not mean zero.",
            ),
        ),
        (
            "no_response",
            ("No answer for 2018/19.", "The force did not answer.", "That does not mean zero."),
        ),
        (
            "not_held",
            (
                "No figure of online offences against children for 2018/19.",
                "The force said that it holds no figure of online offences against "
                "children for 2018/19.",
                "That does not mean zero.",
            ),
        ),
        (
            "not_in_records",
            (
                "No figure of online offences against children for 2018/19.",
                "We have no figure of online offences against children from the force for 2018/19.",
                "That is neither zero nor a refusal.",
            ),
        ),
        (
            "unconfirmed_zero",
            (
                "No confirmed figure of online offences against children for 2018/19 yet.",
                "The force gave a figure of online offences against children that is not "
                "confirmed yet.",
            ),
        ),
        (
            "not_checked",
            (
                "No checked figure of online offences against children for 2018/19 yet.",
                "The force answered, and its figure of online offences against children "
                "is being checked.",
            ),
        ),
        (
            "not_settled",
            (
                "No settled figure of online offences against children for 2018/19 yet.",
                "The force answered, but its figure of online offences against children "
                "is not settled yet.",
            ),
        ),
    ],
)
def test_why_there_is_no_figure_is_the_heading(why, absent):
    held = "The last figure we have is 60 in 2017/18."
    page = page_of(48, 60, gone(why))
    heading, first = absent[:2]
    assert page.absent == (*absent, held)
    assert page.title == f"Northshire: {heading[0].lower()}{heading[1:-1]}"
    assert page.description == f"What is known of Northshire, 2018/19. {first} {held}"
    assert (page.effect_answer, page.effect_detail) == ("", "")


@pytest.mark.parametrize(
    ("why", "quoted"),
    [
        (
            "unconfirmed_zero",
            "gave a figure of online offences against children for 2018/19 that is not "
            "confirmed yet",
        ),
        (
            "not_checked",
            "answered, and its figure of online offences against children for 2018/19 is "
            "being checked",
        ),
        (
            "not_settled",
            "answered, but its figure of online offences against children for 2018/19 is "
            "not settled yet",
        ),
    ],
)
def test_a_figure_that_may_be_zero_is_neither_given_nor_denied(why, quoted):
    page = page_of(48, gone(why))
    assert page.quote == f"The Northshire Police {quoted}."
    assert page.quote_limits == "Do not write a number for that year yet."


@pytest.mark.parametrize("why", [why for why in Missing if why is not Missing.NOT_IN_RECORDS])
def test_without_any_earlier_figure_none_is_named(why):
    page = page_of(Cell.missing(why))
    assert page.absent == page_of(60, 60, Cell.missing(why)).absent[:-1]
    assert page.description == f"What is known of Northshire, 2018/19. {page.absent[1]}"


def test_one_year_is_no_trend():
    assert page_of(48, gone("refused")).absent[-2:] == (
        "The last figure we have is 48 in 2017/18.",
        "We have only one year, so there is no chart.",
    )


def test_the_reason_for_a_refusal_is_given_in_the_forces_words():
    refused = answer("refused", reason="It would cost\n too much. ")
    assert page_of(48, 60, gone("refused"), answers=[refused]).absent[1] == (
        "A refusal does not mean zero. The reason given: It would cost too much."
    )
    of_another_year = answer("refused", BEFORE, reason="It would cost too much")
    assert page_of(48, gone("refused"), answers=[of_another_year]).absent[1] == (
        "A refusal does not mean zero."
    )


def test_a_page_says_our_own_sum_and_whether_the_force_is_in_it():
    sums = (OwnSum(YEAR, Range(830, 830), "the UK", 2, 3),)
    ours = "We added up the figures of 2 of the 3 forces asked. Each is on its force’s own page."
    with_figure = page_of(60, 68, sums=sums, totals=(total(),))
    assert with_figure.national_facts[0] == ("830", "offences in 2018/19")
    assert with_figure.national_says == (ours,)
    without = page_of(60, gone("refused"), sums=sums)
    assert without.national_says == (f"{ours} Northshire is not among them.",)


# ---- what belongs to the figure


@pytest.mark.parametrize(
    ("cell", "figure", "when"),
    [
        (Cell.count(1), "1 online offence against children", "2018/19"),
        (Cell.part_year(19, 6), "19 online offences against children", "six months of 2018/19"),
        (Cell.part_year(1, 1), "1 online offence against children", "one month of 2018/19"),
        (Cell.suppressed(1, None), "at least 1 online offence against children", "2018/19"),
        (
            Cell.count(1068).with_flags(estimated=True),
            "an estimated 1,068 online offences against children",
            "2018/19",
        ),
    ],
)
def test_the_figure_is_said_for_what_it_is(cell, figure, when):
    page = page_of(cell)
    assert page.title == f"Northshire: {figure} in {when}"
    assert page.figure_year == when
    assert quotation(page) == (
        f"The Northshire Police recorded {figure} in {when}, according to answers to Freedom of "
        "Information requests. One offence is not one child."
    )


def test_all_that_is_soft_stands_beside_the_change_in_its_order():
    flags = {"provisional": True, "estimated": True}
    page = page_of(
        Cell.count(60).with_flags(**flags, previously=1050),
        Cell.count(300).with_flags(**flags, previously=1250),
        remarks={Year(2016): "of no year here", BEFORE: "a caution", YEAR: "another."},
    )
    soft = (
        "The figure for 2017/18 is provisional. The figure for 2017/18 is the force’s own estimate."
    )
    assert page.says == (
        "Up from 60 in 2017/18.",
        "That is 400% more. The figure for 2017/18 was revised: 1,050 was published before. "
        f"{soft} About the 2017/18 figure: a caution. About the 2018/19 figure: another. Revised: "
        "1,250 was published before. This figure is provisional. This figure is the force’s own "
        "estimate.",
    )
    assert page.quote_with == (
        f"The figure for 2017/18 was revised: 1,050 was published before. {soft} About the 2017/18 "
        "figure: a caution. The figure for 2018/19 was revised: 1,250 was published before. About "
        "the 2018/19 figure: another. One offence is not one child."
    )


def test_a_revision_of_nought_is_told_as_one():
    assert says(Cell.count(60).with_flags(previously=0), 300) == (
        "That is 400% more. The figure for 2017/18 was revised: 0 was published before."
    )
    assert says(Cell.count(60).with_flags(previously=0)) == "Revised: 0 was published before."


@pytest.mark.parametrize(
    ("cell", "belongs"),
    [
        (Cell.part_year(19, 6), "This is a figure for six months only. We do not compare it."),
        (
            Cell.count(68, doubt="it may be of another year."),
            "This figure is in doubt: it may be of another year. We show it but do not compare it.",
        ),
        (
            Cell.suppressed(1, 4),
            "We give no percentage, because 48 is too small to start from. The force gave no exact "
            "number.",
        ),
    ],
)
def test_what_a_figure_cannot_bear_is_said(cell, belongs):
    assert says(48, cell) == belongs


def test_a_figure_with_nothing_to_say_of_it_has_no_words():
    assert page_of(68).says == ()
    assert page_of(68, remarks={YEAR: "a caution"}).says == (
        "About the 2018/19 figure: a caution.",
    )


def test_a_change_of_definition_stands_between_the_change_and_its_cautions():
    assert page_of(40, 60, 300, breaks=(Break(BEFORE, "A new code."),)).says == (
        "Up from 60 in 2017/18.",
        "Counted in another way since 2017/18: A new code. We compare with no earlier year.",
        "That is 400% more.",
    )


@pytest.mark.parametrize(
    ("figures", "limits"),
    [
        ((40, 48, 60, 300), "Please do not compare it with another force."),
        ((40, 48, 600, 300), "Please do not use “record”, or compare it with another force."),
        ((30, 31, 32, 68), "Please do not use a percentage, or compare it with another force."),
        (
            (48, Cell.count(68, doubt="a slip")),
            "Please do not use a percentage or “record”, or compare it with another force.",
        ),
    ],
)
def test_who_quotes_is_told_what_to_leave_out(figures, limits):
    assert page_of(*figures).quote_limits == limits


def test_a_quotation_carries_the_doubt_the_years_passed_over_and_the_caution():
    doubtful = page_of(48, Cell.count(68, doubt="a slip"))
    assert quotation(doubtful).endswith(
        "The figure is in doubt: a slip. One offence is not one child."
    )
    assert quotation(page_of(26, gone("not_in_records"), 214)).endswith(
        "There is no figure for 2017/18 to compare with. One offence is not one child."
    )
    assert quotation(page_of(48, 60)).endswith(
        "Numbers this small can move this much by chance. One offence is not one child."
    )


def test_only_the_years_a_quotation_names_decide_where_it_comes_from():
    outside = "Supplied, not under Freedom of Information"
    supplied = "according to figures the force supplied."
    assert supplied in quotation(page_of(60, 300, remarks={BEFORE: outside}))
    assert supplied in quotation(page_of(300, remarks={YEAR: outside}))
    for page in (
        page_of(40, 60, 300, remarks={Year(2016): outside}),
        page_of(60, 300, remarks={BEFORE: "a caution"}),
    ):
        assert "according to answers to Freedom of Information requests." in quotation(page)


def test_the_smallest_figure_that_can_be_a_record_is_the_one_that_is_set():
    for least, question in ((68, "How does 68 compare?"), (69, "")):
        page = page_of(48, 68, settings=Thresholds(record_min_value=least))
        assert page.record_question == question
    assert page_of(Cell.suppressed(1, None)).record_question == "How does at least 1 compare?"


def test_only_a_force_of_which_something_is_held_is_told_of_a_newer_year():
    later = (Year(2019),)
    newer = total(year=Year(2019), asked=44, with_figures=44)
    assert page_of(68, later=later, totals=(newer,)).asof == (
        "All 44 forces asked gave figures for 2019/20, but we do not have Northshire’s."
    )
    assert replace(page_of(68, later=later), asof="") == page_of(68)
