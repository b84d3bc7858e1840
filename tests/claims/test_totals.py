"""Totals as they were printed: which is quoted, what stood beside it, whom it reaches."""

import pytest

from offences.claims.facts import Facts, Recorded
from offences.claims.totals import (
    area_in_words,
    facts_of_total,
    nations_in,
    newest_total,
    published_facts,
    totals_of_place,
)
from offences.english import not_asked
from offences.statistics.years import Year
from tests.words.test_page_sentences import total

BEFORE, YEAR = Year(2017), Year(2018)
PLAIN = Recorded(
    claim="total",
    year=YEAR,
    value=900,
    publication="June 2019",
    with_figures=40,
    asked=43,
    nations=("England", "Wales"),
    source="The charity",
)


def test_a_total_as_a_recorded_fact_has_the_address_of_its_publication_or_its_name():
    assert total().as_recorded() == PLAIN
    addressed = total(source_url="https://charity.example/").as_recorded()
    assert addressed.source == "https://charity.example/"
    assert total(category="total").as_recorded() == PLAIN
    assert total(category="10_and_under").as_recorded().category == "10_and_under"
    assert total().as_recorded(800).now == 800


def test_two_publications_are_told_apart_by_month_and_address():
    assert total().publication == ("June 2019", "The charity")
    assert total(source_url="https://x.example/").publication == ("June 2019", "https://x.example/")


@pytest.mark.parametrize(
    ("asked", "with_figures", "all_of_them"),
    [(44, 44, True), (44, 43, False), (None, 44, False), (44, None, False), (None, None, False)],
)
def test_a_total_is_of_all_only_where_that_is_known(asked, with_figures, all_of_them):
    assert total(asked=asked, with_figures=with_figures).is_of_all is all_of_them


def test_beside_a_total_stands_what_was_printed_of_its_area_in_its_month():
    main = total()
    ages, earlier = total(185, claim="age_total"), total(800, year=BEFORE)
    again = total(901)
    others = (
        total(700, kind="nation"),
        total(701, doubt="a slip"),
        total(702, vintage="May 2019"),
        total(703, area="Wales"),
        total(184, claim="age_total", year=BEFORE),
        total(704, year=Year(2019)),
    )
    assert facts_of_total(main, (earlier, main, ages, *others, again)) == Facts(
        place="England and Wales",
        measure="offences",
        latest=YEAR,
        nations=("England", "Wales"),
        recorded=tuple(t.as_recorded() for t in (main, earlier, ages, again)),
    )
    assert facts_of_total(main).recorded == (PLAIN,)


def test_everything_printed_of_all_forces_is_known_and_what_was_replaced_says_by_what():
    stands, older = total(950, vintage="October 2019"), total()
    ages = total(13, claim="most_common_age")
    known = published_facts(
        [
            *(stands, older, ages, total(12, claim="most_common_age")),
            *(total(700, kind="nation"), total(701, doubt="a slip"), total(800, year=BEFORE)),
        ]
    )
    assert [(each.value, each.now) for each in known] == [
        *((950, None), (900, 950), (13, None), (12, None), (800, None))
    ]
    assert known[0] == stands.as_recorded()


def test_what_was_printed_before_the_total_that_stands_is_replaced_and_not_what_came_after():
    newer, stands = total(950, asked=None, with_figures=None), total()
    assert [each.now for each in published_facts([newer, stands])] == [None, None]


def test_the_total_of_a_year_is_of_all_forces_and_of_that_year():
    others = (
        total(1, claim="age_total"),
        total(2, kind="nation"),
        total(3, year=BEFORE),
        total(4, doubt="a slip"),
    )
    assert newest_total(others, YEAR) is None
    assert newest_total((*others, total()), YEAR).value == 900
    unstated = {"asked": None, "with_figures": None}
    assert newest_total((total(5, **unstated), total(6, **unstated)), YEAR).value == 5
    assert newest_total((total(5, **unstated), total(6), total(7)), YEAR).value == 6


def test_the_totals_of_a_nation_are_as_if_of_all_in_a_text_about_it():
    wales = total(area="Wales", kind="nation")
    others = (total(area="Wales"), total(area="England", kind="nation"))
    assert totals_of_place((wales, *others), "Wales") == (total(area="Wales"),)


@pytest.mark.parametrize(
    ("area", "nations"),
    [
        ("England, Wales and Northern Ireland", ("England", "Wales", "Northern Ireland")),
        ("Scotland and the Channel Islands", ("Scotland", "Jersey", "Guernsey")),
        ("the UK", ()),
        ("the South East", ()),
        ("", ()),
    ],
)
def test_the_nations_a_printed_area_names(area, nations):
    assert nations_in(area) == nations


def test_a_printed_area_inside_a_sentence():
    assert area_in_words("UK") == "the UK"
    assert area_in_words("Wales and Channel Islands") == "Wales and the Channel Islands"
    assert area_in_words("England") == "England"


@pytest.mark.parametrize(
    ("nations", "said"),
    [
        ((), ""),
        (("England", "Wales", "Scotland", "Northern Ireland"), ""),
        (("England", "Wales", "Northern Ireland"), "Scotland was not asked."),
        (("Jersey", "England", "Wales"), "Scotland and Northern Ireland were not asked."),
    ],
)
def test_whom_a_total_does_not_reach(nations, said):
    assert not_asked(nations) == said
