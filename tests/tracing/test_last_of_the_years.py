"""The last of several years, the change of last year, and one named behind its two numbers."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import tell_apart

FALLEN = tarn({"2016/17": 77, "2017/18": 95, "2018/19": 149, "2019/20": 110})


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In the last of those years the increase was {}.", "35%", "94%"),
        ("In the final one of these years it went up by {}.", "39", "72"),
        ("There were {} offences in the last of the years.", "149", "110"),
        ("In the latest of them, the rise was {}.", "35%", "16%"),
    ],
)
def test_the_last_of_the_years_named_before_is_the_latest(
    text: str, right: str, false: str
) -> None:
    tell_apart("Tarn had 77 offences in 2016/17 and 149 in 2019/20. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In the last of those years the rise was {}.", "16%", "35%"),
        ("It grew by {} in the final one of those years.", "15", "39"),
        ("In the latest of those years there were {} offences.", "110", "149"),
        ("In the last of these, {} were added.", "16%", "35%"),
    ],
)
def test_the_last_of_the_years_named_before_may_be_an_earlier_one(
    text: str, right: str, false: str
) -> None:
    tell_apart("Tarn had 77 in 2016/17, 95 in 2017/18, 110 in 2018/19. ", text, right, false)


def test_the_last_of_the_years_to_one_is_that_one() -> None:
    text = "The figures are of the three years to 2018/19. In the last of those years it had {}."
    tell_apart("", text, "110", "149")


@pytest.mark.parametrize(
    "text",
    [
        "It rose 94% in three years, although growth slowed to {} in the last of them.",
        "It rose by 94% in three years, but the increase was {} in 2019/20.",
        "It is 94% up in three years, though the pace eased to {} in the final one of those years.",
        "It rose by 94% in three years, with 2018/19 flat and then a leap of {} in 2019/20.",
        "It rose by 94% in three years, but there was a leap of {} in 2019/20.",
    ],
)
def test_a_change_of_one_of_the_years_starts_from_the_year_before(text: str) -> None:
    for false in ("94%", "57%", "16%"):
        tell_apart("", text, "35%", false)


def test_a_change_of_an_earlier_one_of_the_years_is_that_of_its_year() -> None:
    text = "It rose by 94% in three years, but the rise was {} in 2018/19."
    tell_apart("", text, "16%", "35%")
    tell_apart("", text, "16%", "43%")


@pytest.mark.parametrize(
    "text",
    [
        "It is up 94% in three years, and last year's {} rise was the largest.",
        "It was 77 in 2016/17. Last year's increase of {} was the largest.",
        "There were 77 in 2016/17, but last year’s jump of {} was the largest.",
        "Since 2016/17 it has risen by 94%, and the latest year's {} increase helped.",
        "After last year's {} rise it is at 149, against 77 in 2016/17.",
        "It was 95 in 2017/18, and last year's steep {} growth is on top.",
    ],
)
def test_the_change_of_last_year_starts_from_the_year_before(text: str) -> None:
    for false in ("94%", "57%", "16%"):
        found = "94%" in text and false == "94%"
        if not found:
            tell_apart("", text, "35%", false)


@pytest.mark.parametrize(
    "text",
    [
        "The {} drop ends a run of rises that began with 77 in 2016/17.",
        "That {} fall is the first since 2016/17.",
        "And this steep {} decline followed three years of rises since 2016/17.",
    ],
)
def test_a_change_named_behind_its_two_numbers_is_theirs(text: str) -> None:
    for before in ("It fell last year, from 149 to 110. ", "Tarn went from 149 to 110. "):
        for share, is_right in (("26%", True), ("35%", False), ("16%", False)):
            found = [
                f.text
                for f in trace(f"{before}{text.format(share)}", FALLEN)
                if f.verdict in ("mismatch", "untraced", "loose")
            ]
            assert found == ([] if is_right else [share])


def test_a_change_named_with_the_contrary_word_is_asked_about() -> None:
    text = "It went from 149 to 110. That 26% rise is the first since 2016/17."
    assert "26%" in [f.text for f in trace(text, FALLEN) if f.verdict == "mismatch"]
