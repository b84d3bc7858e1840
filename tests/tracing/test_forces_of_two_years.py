"""The forces of two years, how many they are of how many, and what their change starts from."""

import pytest

from tests.tracing.test_two_years_given import flagged


@pytest.mark.parametrize(
    "text",
    [
        "Eight replied. Seven could also provide a figure for 2018/19, and there it rose by {}.",
        "Seven forces had 2018/19 as well, and across that group offences went up by {}.",
        "Eight forces gave figures; seven could be compared: up {} overall.",
    ],
)
def test_the_one_year_named_with_the_forces_is_where_their_change_starts(text: str) -> None:
    assert flagged(text.format("5%")) == []
    assert flagged(text.format("9%")) == ["9%"]


def test_a_change_from_an_earlier_year_that_forces_gave_is_not_that_of_the_last_year() -> None:
    text = "Seven forces also gave a figure for 2016/17, and across them offences rose by 5%."
    assert "5%" in flagged(text)


@pytest.mark.parametrize("of", ["eight", "ten"])
def test_so_many_of_the_forces_had_two_years(of: str) -> None:
    assert flagged(f"Seven of the {of} forces had two years' figures.") == []
    assert flagged(f"Seven of the {of} forces could be compared.") == []
    assert flagged(f"Six of the {of} forces had two years' figures.") == [f"Six of the {of}"]
    assert flagged("Eight of the ten forces replied, and in both years they did so late.") == []
    assert flagged("Seven of the ten forces replied.") == ["Seven of the ten"]


def test_the_same_forces_each_year_are_compared_and_no_average() -> None:
    text = "The total, counting the same forces each year, went up to {}."
    assert flagged(text.format("776")) == []
    assert flagged(text.format("856")) == ["856"]
    assert flagged("The forces each recorded 776 offences.") == ["776"]


def test_the_base_for_a_rise_is_the_earlier_number() -> None:
    text = "Offences rose by 5% in seven forces. The base for the rise is {}."
    assert flagged(text.format("740")) == []
    assert flagged(text.format("776")) == ["776"]
    assert flagged(text.format("36")) == ["36"]


def test_the_number_of_the_time_before_is_that_of_the_year_before() -> None:
    text = "In the seven forces there were 776 offences, against the {} of the time before."
    assert flagged(text.format("740")) == []
    assert flagged(text.format("776")) == ["776"]


def test_an_answer_sent_late_is_a_force_without_a_figure() -> None:
    text = "Ten forces were asked. Eight gave figures. {} late."
    assert flagged(text.format("One sent its answer too")) == []
    assert flagged(text.format("Three sent their answers")) == ["Three"]


def test_a_name_in_brackets_tells_which_force_did_not_answer() -> None:
    text = "Ten forces were asked. Eight gave figures. {} (Wick)."
    assert flagged(text.format("One sent its answer late")) == []
    assert flagged(text.format("Three were late")) == ["Three"]
    assert flagged("Police recorded 95 offences (Wick).") == ["95"]
    assert flagged("Police recorded 80 offences (Wick).") == []


@pytest.mark.parametrize("text", ["Holm {} to {}. Wick 80.", "By force: Holm: {} to {}."])
def test_a_fall_in_a_list_of_forces_is_from_the_year_before(text: str) -> None:
    assert flagged(text.format(140, 95)) == []
    assert flagged(text.format(110, 95)) == ["110"]
    assert flagged(text.format(140, 80)) == ["80"]
    assert flagged(text.format(95, 140)) == ["95 to 140"]
    assert flagged("Wick 140 to 95.") == ["140", "95"]


@pytest.mark.parametrize(
    "text",
    [
        "{} of the forces that replied could go back as far as 2018/19. "
        "Among those {}, it went from {} to 776.",
        "{} of those forces had figures for both 2018/19 and 2019/20. "
        "Across those {} it rose from {} to 776.",
        "{} of our forces could go back to 2018/19. Among these {}, the total went from {} to 776.",
    ],
)
def test_forces_of_those_that_replied_that_go_back_to_a_year_are_those_compared(text: str) -> None:
    before = "Ten forces were asked and eight replied. "
    assert flagged(before + text.format("Seven", "seven", "740")) == []
    assert flagged(before + text.format("Six", "six", "740")) != []
    assert flagged(before + text.format("Eight", "eight", "740")) != []
    assert "856" in flagged(before + text.format("Seven", "seven", "740").replace("776", "856"))
