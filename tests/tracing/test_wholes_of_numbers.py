"""What numbers are of: children or offences, a change, the forces that were asked or answered."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    "text",
    [
        "In 140 cases the sex was noted. Of the children, 112 were girls.",
        "Of the victims whose sex was known in Tarn, 28 were boys.",
        "Among the children in the Tarn cases, 28 were boys.",
        "Of those victims, just 28 were boys.",
        "Of these youngsters, 112 were female.",
        "In England and Wales, of the victims, 1,805 were girls.",
    ],
)
def test_children_are_not_what_is_counted(text: str) -> None:
    assert len(flagged(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In 140 cases the sex was noted. Of those, 112 were against girls.",
        "Of the offences whose victim's sex was known in Tarn, 28 were against boys.",
        "Girls were the victims in 112 offences, boys in 28.",
        "Of the victims whose sex was noted in Tarn, girls account for 112 offences.",
        "Of the children whose sex was known in Tarn, 80 per cent were girls.",
        "Of those offences, 112 involved girls.",
    ],
)
def test_offences_are(text: str) -> None:
    assert flagged(text) == []


@pytest.mark.parametrize(
    "said",
    [
        "The latest increase in Tarn is of only {}.",
        "Tarn recorded 149 offences, after 110. The rise, then, is of just {}.",
        "The most recent rise in Tarn was, therefore, of {}.",
        "In Tarn the latest increase, however, is only {} offences.",
    ],
)
def test_a_change_that_is_of_so_many_is_held_against_the_change(said: str) -> None:
    assert flagged(said.format(39)) == []
    for false in ("three", "38", "71", "110"):
        assert flagged(said.format(false))
        assert flagged(said.format("39").replace("rise", "fall").replace("increase", "decrease"))


def test_who_was_late_leaves_as_many_as_answered() -> None:
    asked = "Fifteen forces were asked. "
    assert flagged(f"{asked}Three were late, leaving 12.") == []
    for false in ("five", "13", "15"):
        assert flagged(f"{asked}Three were late, leaving {false}.") == [false]
        assert flagged(f"{asked}Kent's answer was missing, leaving {false}.")


def test_forces_whose_offences_are_added_are_those_that_answered() -> None:
    asked = "Fifteen forces were asked and 12 answered. "
    for said in (
        "Between those {}, 2,489 offences.",
        "Between these {}, some 2,489 such offences.",
    ):
        assert flagged(asked + said.format(12)) == []
        for false in ("15", "11", "13"):
            assert flagged(asked + said.format(false)) == [false]
    rest = "police forces that were {} in England and Wales all came up with 2,489 offences."
    for verb in ("asked", "approached", "contacted"):
        assert flagged(f"Fifteen {rest.format(verb)}") == ["Fifteen"]
        assert flagged(f"Twelve of the 15 {rest.format(verb)}") == []
    assert flagged("The 15 forces asked in England and Wales were slow. Twelve answered.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Arrests in Tarn were 149.",
        "In Tarn arrests came to 149 last year.",
        "Tarn Police's arrests were 149 in 2019/20.",
        "Suspects in Tarn: 149.",
        "There was more. The victims in Tarn were 149.",
        "Convictions for Tarn made 149.",
    ],
)
def test_arrests_suspects_and_victims_are_no_offences(text: str) -> None:
    assert flagged(text) == ["149"]


@pytest.mark.parametrize(
    "text",
    [
        "Offences in Tarn were 149.",
        "Police made arrests. Offences in Tarn were 149.",
        "In Tarn, where arrests are rare, offences came to 149.",
        "Girls: 112. Boys: 28.",
        "Sex of the victims in Tarn\nGirls: 112\nBoys: 28",
    ],
)
def test_offences_beside_them_are(text: str) -> None:
    assert flagged(text) == []
