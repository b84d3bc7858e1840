"""Why pages count different numbers of forces."""

import pytest

from offences.words.round import Whom, why_numbers_differ

NAMES = {"n": "North Police", "s": "South Police", "j": "Jersey Police", "b": "Transport Police"}
TERRITORIAL = {"n": "England", "s": "Wales"}
FIRST, SECOND = Whom("2019", frozenset("ns")), Whom("2020", frozenset("nsj"))


@pytest.mark.parametrize(
    ("asked", "names", "sentence"),
    [
        (
            [FIRST, SECOND],
            NAMES,
            "In 2019 the charity asked the two forces of England and Wales. In 2020 it also asked "
            "Jersey Police, which makes 3. This site also lists Transport Police, which was not "
            "asked, so it has 4.",
        ),
        (
            [FIRST],
            NAMES,
            "In 2019 the charity asked the two forces of England and Wales. This site also lists "
            "Jersey Police and Transport Police, which were not asked, so it has 4.",
        ),
        (
            [Whom("2018", frozenset("n")), FIRST, Whom("2021", frozenset("n"))],
            {name: NAMES[name] for name in "ns"},
            "In 2018 the charity asked one force. In 2019 it also asked South Police, which makes "
            "2.",
        ),
        ([FIRST], {name: NAMES[name] for name in "ns"}, ""),
        ([], NAMES, ""),
    ],
)
def test_each_number_is_told_with_who_makes_it(asked, names, sentence):
    assert why_numbers_differ(asked, names, TERRITORIAL) == sentence


def test_a_force_of_another_nation_that_joins_the_site_changes_no_round_of_the_past():
    later = TERRITORIAL | {"c": "Scotland"}
    assert why_numbers_differ([FIRST], NAMES | {"c": "Caledonia Police"}, later) == (
        "In 2019 the charity asked the two forces of England and Wales. This site also lists "
        "Caledonia Police, Jersey Police and Transport Police, which were not asked, so it has 5."
    )


def test_a_round_without_a_force_of_its_nations_is_not_called_theirs():
    assert "forces of" not in why_numbers_differ([FIRST], NAMES, TERRITORIAL | {"e": "England"})


def test_many_more_forces_are_counted_and_not_named():
    names = NAMES | {f"x{i}": f"Force {i}" for i in range(7)}
    assert (
        "This site also lists 9 others, which were not asked, so it has 11."
        in why_numbers_differ([FIRST], names, TERRITORIAL)
    )
