"""What a force answered, line by line, and plainly what is not known of it."""

import pytest

from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.words.answers import Answer, Fact, about, answer_facts
from tests.words.test_page_sentences import total

BEFORE, YEAR = Year(2017), Year(2018)
ASKED = Fact("Asked", "In the 2019 round, with 43 others")
NO_REASON = Fact("The reason given", "Not known", known=False)


def answer(outcome="answered", **more) -> Answer:
    values = {"round_name": "the 2019 round", "asked": 44, "years": (BEFORE, YEAR)}
    return Answer(**(values | {"outcome": outcome} | more))


def lines(*answers, office=(), cell=None) -> list[Fact]:
    """What stands on the page of a force with a figure for some year."""
    return answer_facts("Northshire", answers, office, True, cell or Cell.count(68), ())


def without_any_figure(*answers, totals=()) -> list[Fact]:
    """What stands on the page of a force of which no figure is held."""
    nothing = Cell.missing("not_in_records")
    return answer_facts("Northshire", answers, (), False, nothing, tuple(totals))


def test_of_a_force_in_no_round_nothing_is_known():
    assert lines() == without_any_figure() == [Fact("Asked", "Not known", known=False)]


def test_an_answer_on_file_has_its_date_and_reference():
    told = answer(outcome_when="25 June 2019", reference="FOI 12/19", has_file=True)
    assert lines(told) == [
        ASKED,
        Fact("Answered", "25 June 2019"),
        Fact("Reference", "FOI 12/19"),
        Fact("The file itself", "We have it"),
    ]


@pytest.mark.parametrize("outcome", ["answered", "part_answered"])
def test_an_answer_whose_date_is_not_known_is_an_answer_still(outcome):
    assert lines(answer(outcome)) == [
        ASKED,
        Fact("Answered", "Yes; the date is not known", known=False),
        Fact("Reference", "Not known", known=False),
        Fact("The file itself", "We do not have it", known=False),
    ]


def test_a_file_is_held_even_of_an_answer_that_is_read_from_print():
    (*_, file) = lines(answer(from_print=True, has_file=True))
    assert file == Fact("The file itself", "We have it")


@pytest.mark.parametrize(
    ("years", "when", "said"),
    [
        ((YEAR,), "June 2019", "The figure for 2018/19, published by June 2019"),
        ((BEFORE, YEAR), "June 2019", "Figures for 2017/18 and 2018/19, published by June 2019"),
        ((BEFORE, YEAR), "", "Figures for 2017/18 and 2018/19"),
        ((YEAR,), "", "The figure for 2018/19"),
    ],
)
def test_figures_read_from_print_are_said_to_be(years, when, said):
    assert lines(answer(from_print=True, printed=years, printed_when=when)) == [
        ASKED,
        Fact("Answered", said),
        Fact("Date, reference", "Not known", known=False),
        Fact(
            "The file itself",
            "We do not have it. The figures above come from published reports.",
            known=False,
        ),
    ]


def test_when_a_figure_was_in_print_is_said_only_where_it_was_read_from_there():
    told = answer("unknown", printed=(YEAR,), printed_when="June 2019", reference="FOI 12/19")
    assert lines(told) == [
        ASKED,
        Fact("Answered", "The figure for 2018/19"),
        Fact("Date, reference", "FOI 12/19"),
        Fact("The file itself", "We do not have it.", known=False),
    ]


def test_of_an_answer_nobody_knows_of_nothing_is_said():
    assert lines(answer("unknown"))[1] == Fact("Answered", "Not known", known=False)


def test_silence_has_the_reason_that_was_reported():
    told = answer("no_response", source_when="June 2019", reason="Too few people")
    assert lines(told) == [
        ASKED,
        Fact("Answered", "No. Reported in June 2019 as unable to respond."),
        Fact("The reason given", "Too few people"),
        Fact("Later answer", "None that we know of", known=False),
    ]
    assert lines(answer("no_response"))[1:3] == [Fact("Answered", "No."), NO_REASON]


def test_a_refusal_has_its_day_and_its_reason():
    told = answer("refused", outcome_when="25 June 2019", reason="Too costly")
    assert lines(told) == [
        ASKED,
        Fact("Answered", "Refused on 25 June 2019"),
        Fact("The reason given", "Too costly"),
    ]
    assert lines(answer("refused"))[1:] == [Fact("Answered", "Refused"), NO_REASON]


def test_an_answer_that_is_awaited_is_no_refusal():
    assert lines(answer("awaited"))[1:] == [Fact("Answered", "Not yet", known=False)]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (1, "In the 2019 round, alone"),
        (2, "In the 2019 round, with one other"),
        (11, "In the 2019 round, with ten others"),
        (None, "In the 2019 round; the report did not say how many forces were asked"),
    ],
)
def test_with_how_many_others_a_force_was_asked(asked, said):
    assert lines(answer(asked=asked))[0] == Fact("Asked", said)


def test_an_office_of_two_forces_is_named_and_one_of_one_is_not():
    shared = lines(answer("awaited"), office=("Northshire", "Southshire"))
    assert shared[1:] == [
        Fact("Who answers", "One office answers for Northshire and Southshire"),
        Fact("Answered", "Not yet", known=False),
    ]
    assert lines(answer("awaited"), office=("Northshire",)) == lines(answer("awaited"))


def test_the_answer_told_is_the_one_behind_the_page():
    with_figure = answer(printed=(YEAR,), reference="FOI 1")
    refused, silent = answer("refused", reason="Cost"), answer("no_response", reason="Cost")
    gone = Cell.missing("refused")
    assert lines(refused, with_figure) == lines(with_figure)
    assert lines(answer(reference="FOI 2"), answer(reference="FOI 3"))[2].text == "FOI 2"
    assert lines(with_figure, refused, cell=gone) == lines(refused)
    assert lines(with_figure, silent, cell=gone) == lines(silent)
    assert lines(answer(), with_figure, cell=gone) == lines(with_figure)


def test_the_answer_about_a_year_is_of_the_round_it_was_the_newest_year_of():
    later = answer(years=(YEAR, YEAR.next))
    own, again = answer(), answer(reference="again")
    assert about([later, own, again], YEAR) is own
    assert about([later, own], BEFORE) is own
    assert about([later], YEAR) is later
    assert about([later], BEFORE) is None


# ---- a force without any figure


def test_each_round_is_told_and_what_came_of_it():
    rounds = [
        answer(),
        answer("refused", round_name="the 2018 round", asked=2, years=(BEFORE,)),
        answer("no_response", round_name="the 2017 round", asked=None, years=(BEFORE.previous,)),
        answer("awaited"),
        answer("part_answered"),
    ]
    known = "Asked in the 2019 round, with 43 others."
    assert without_any_figure(*rounds) == [
        Fact("About 2018/19", f"{known} Northshire answered; we do not have that figure."),
        Fact(
            "About 2017/18",
            "Asked in the 2018 round, with one other. Northshire refused to answer.",
        ),
        Fact(
            "About 2016/17",
            "Asked in the 2017 round; the report did not say how many forces were asked. "
            "Northshire did not answer.",
        ),
        Fact("About 2018/19", f"{known} Northshire has not answered yet."),
        Fact("About 2018/19", f"{known} Northshire answered; we do not have that figure."),
        Fact("Date, reference, file", "Not known", known=False),
    ]


def test_where_all_asked_are_in_a_total_this_force_is_too():
    (first, _) = without_any_figure(answer(), totals=[total(asked=44, with_figures=44)])
    assert first == Fact(
        "About 2018/19",
        "Asked in the 2019 round, with 43 others. All 44 gave figures, so Northshire did too; we "
        "do not have that figure.",
    )


def test_where_it_is_not_known_a_force_may_be_among_the_others_of_a_total():
    unknown = "Asked in the 2019 round, with 43 others. We do not know whether Northshire answered."
    (first, _) = without_any_figure(answer("unknown"), totals=[total(asked=44, in_records=30)])
    assert first == Fact(
        "About 2018/19",
        f"{unknown} Of the 44, 40 gave figures, and we have 30 of those. "
        "Northshire may be among the other 10.",
        known=False,
    )
    for totals in (
        [],
        [total(in_records=None)],
        [total(asked=None)],
        [total(with_figures=None)],
        [total(year=BEFORE)],
    ):
        told = without_any_figure(answer("unknown"), totals=totals)
        assert told[0] == Fact("About 2018/19", unknown, known=False)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (lines(), "Asked: not known."),
        (
            lines(answer(printed=(YEAR,), printed_when="June 2019", from_print=True)),
            "Asked in the 2019 round, with 43 others. The figure for 2018/19, published by June "
            "2019. Date, reference: not known. We have the published figures, not the reply.",
        ),
        (
            lines(answer(outcome_when="25 June 2019", reference="FOI 12/19", has_file=True)),
            "Asked in the 2019 round, with 43 others. It answered on 25 June 2019. "
            "Reference: FOI 12/19. We have the file.",
        ),
        (
            lines(answer("no_response", source_when="June 2019"), office=("Hill", "Dale")),
            "Asked in the 2019 round, with 43 others. One office answers for Hill and Dale. It did "
            "not answer. Reported in June 2019 as unable to respond. The reason given: not known. "
            "Later answer: None that we know of.",
        ),
        (lines(answer("awaited"))[1:], "It has not answered yet."),
        (lines(answer("refused", reason="cost"))[1:], "It refused. The reason given: cost."),
    ],
)
def test_an_answer_reads_as_sentences_too(facts, said):
    assert " ".join(fact.sentence for fact in facts) == said
