"""Numbers that a change starts from, and changes in the fewest words: "up. By 39", "plus 39"."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart

BEFORE = "Tarn Police recorded 149.\n\n"


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a total that another is measured by is not the one that goes up
        ("The total is nearly double the 77 of 2016/17, and higher than the {} of 2018/19.",
         "110", "95"),
        ("Last year's total of 149 is higher than 2018/19's 110, and higher than the {} of"
         " 2017/18.", "95", "77"),
        ("The total of 149 is above the 110 of 2018/19 and well above the {} of 2017/18.", "95",
         "77"),
        # one that stands beside another in its sentence is of the next year
        ("There were 77 in 2016/17, then 95, then {}. The latest is 149.", "110", "149"),
        ("There were 77 in 2016/17, then {}. The peak was reached in 2019/20, at 149.", "95",
         "110"),
        ("The latest year-on-year change is plus {}.", "39", "15"),
        ("The change on the year before is therefore plus {}.", "39", "15"),
        ("The annual movement: plus {}.", "39", "15"),
        ("110 in 2018/19. 149 in 2019/20. So yes, up. By {}.", "39", "15"),
        ("Year before: 110. Up, then. By {}.", "39", "15"),
    ],
)  # fmt: skip
def test_a_total_or_a_change_is_of_its_own_years(text, right, false):
    tell_apart(BEFORE, text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It has grown every year since 2016/17, when 77 were recorded, and the latest step – up 39"
         " from {} – is the largest.", "110", "95"),
        ("In 2016/17 it was 77; the latest rise, of 35% from {}, is bigger.", "110", "95"),
    ],
)  # fmt: skip
def test_a_change_starts_from_its_own_number(text, right, false):
    ask_about_the_false(BEFORE, text, right, false)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The total of 149 is lower than 2018/19's 110.", ["110"]),
        ("The total is nearly double the 77 of 2016/17, and lower than the 110 of 2018/19.",
         ["110"]),
        ("The latest change is minus 39.", ["39"]),
        ("Year before: 110. So yes, down. By 39.", ["39"]),
    ],
)  # fmt: skip
def test_the_other_way_is_asked_about(text, wrong):
    assert flagged(BEFORE + text) == wrong
