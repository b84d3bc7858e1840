"""What is held of a force where a yearly figure is absent."""

import pytest

from offences.statistics.cells import Cell
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words.other_figures import newest_figure, recorded_figure, revisions
from offences.words.page import brief
from offences.words.reasons import release_voice
from tests.words.test_force_release import MET, facts_of, gone


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([], ""),
        ([gone("refused")], ""),
        ([gone("refused"), Cell.count(1)], "1 online offence against children in 2016/17"),
        ([40, 48], "48 online offences against children in 2016/17, and a figure for 2015/16"),
        (
            [40, gone("refused"), 50, Cell.count(9, doubt="a slip")],
            "9 online offences against children in 2018/19 (in doubt), and figures for two "
            "earlier years",
        ),
    ],
)
def test_the_newest_figure_is_given_with_how_many_came_before(figures, words):
    cells = {
        Year(2015 + i): Cell.count(each) if isinstance(each, int) else each
        for i, each in enumerate(figures)
    }
    assert newest_figure(MET, Series(cells)) == words


@pytest.mark.parametrize(
    ("value", "written", "doubt", "words"),
    [
        (128, "128", "", "128 online offences against children, April to June 2018"),
        (1, "1", "a slip", "1 online offence against children, April to June 2018 (in doubt)"),
        (
            None,
            "+19%",
            "",
            "a published statement on online offences against children in April to June 2018: "
            "“+19%”",
        ),
    ],
)
def test_what_was_published_of_another_time_is_given_with_it(value, written, doubt, words):
    assert recorded_figure(MET, value, written, "April to June 2018", doubt) == words


def test_what_is_held_follows_what_is_not():
    page = brief(MET, facts_of(gone("not_in_records")), held=["7 calls in 2018/19", "9 calls"])
    assert page.absent == (
        "We have no yearly figure of online offences against children for Northshire.",
        "We do have: 7 calls in 2018/19; 9 calls.",
        "No figure here does not mean zero, and it does not mean the force refused.",
    )
    assert page.description == " ".join(page.absent[:2])


def test_a_pinned_release_speaks_for_itself():
    page = brief(MET, facts_of(gone("not_in_records")), held=["9 calls"], voice=release_voice(2))
    assert page.absent[:2] == (
        "Release 2 has no yearly figure of online offences against children for Northshire.",
        "Release 2 does have: 9 calls.",
    )
    assert page.quote == f"{page.absent[0]} That is neither zero nor a refusal."


def test_every_revision_is_named_with_its_reason_and_none_is_said_too():
    revised = Cell.count(98, previously=170)
    points = [(Year(2018), revised, "a year was misread"), (Year(2017), Cell.count(48), "")]
    assert revisions(points) == ["2018/19: 170 was published before. A year was misread."]
    assert revisions(points[1:]) == ["Nothing has been revised."]
