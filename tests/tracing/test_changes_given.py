"""A change whose ends the text has given, in whatever sentences, and how many years apart."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn

SERIES = {"2017/18": 328, "2018/19": 311, "2019/20": 274, "2020/21": 240, "2021/22": 246}
TARN = tarn(SERIES)


def flagged(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn's figure is 246. That compares with 240 the previous year and 311 in 2018/19, a drop"
        " of 65 over three years.",
        "Tarn recorded 246 in 2021/22. In 2018/19 they had recorded 311. The decrease is 21%.",
        "There were 240 in 2020/21, 274 in 2019/20 and 311 in 2018/19. The fall over those three"
        " years is 21%.",
        "Tarn stood at 311 in 2018/19. It is now 246, 65 lower.",
        "Tarn stood at 240 in 2020/21. The total is now 246, exactly 6 higher.",
        "In 2018/19 Tarn recorded 311 offences, 5% fewer than in 2017/18.",
        "In 2019/20 the number was 274, 12% down on 2018/19.",
    ],
)
def test_a_change_is_between_the_numbers_that_its_sentence_or_those_before_it_give(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Tarn's figure is 246. That compares with 240 the previous year and 311 in 2018/19, a"
            " drop of 71 over three years.",
            ["71"],
        ),
        (
            "Tarn recorded 246 in 2021/22. In 2018/19 they had recorded 311. The decrease is 10%.",
            ["10%"],
        ),
        (
            "There were 240 in 2020/21, 274 in 2019/20 and 311 in 2018/19. The fall over those"
            " three years is 10%.",
            ["10%"],
        ),
        (
            "Tarn had 311 in 2018/19, so the latest total was 28 lower than three years earlier.",
            ["28"],
        ),
        ("Tarn stood at 311 in 2018/19. It is now 246, 6 higher.", ["6"]),
        ("Tarn stood at 311 in 2018/19. It is now 246, 82 lower.", ["82"]),
        ("In 2018/19 Tarn recorded 311 offences, 25% fewer than in 2017/18.", ["25%"]),
        ("In 2018/19 Tarn recorded 311 offences, 5% more than in 2017/18.", ["5%"]),
    ],
)
def test_and_not_between_two_others(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("They began in 2017/18 at 328, and then came 311, 274 and 240.", []),
        ("The count started in 2017/18 at 328, followed by 311, 274 and 240.", []),
        ("If you start from 2018/19, with 311 offences, the fall is 21%.", []),
        ("There were 240 in 2020/21, and 246 in the year following.", []),
        ("Year to March 2022: 246\nPrevious year: 240\n2019/20: 274", []),
        ("They began in 2017/18 at 328, and then came 274, 311 and 240.", ["274", "311"]),
        ("The count started in 2018/19 at 328, followed by 311 and 274.", ["328", "311", "274"]),
        ("If you start from 2019/20, with 311 offences, the fall is 10%.", ["311"]),
        ("There were 274 in 2019/20, and 246 in the year following.", ["246"]),
        ("Year to March 2022: 246\nPrevious year: 274\n2019/20: 274", ["274"]),
    ],
)
def test_a_number_is_of_the_year_that_leads_to_it_or_follows(text, wrong):
    assert flagged(text) == wrong


def test_each_line_with_a_dash_is_of_its_own_year():
    lines = "Tarn\n– change on 2020/21: +6, or 2.5%\n– change on 2019/20: -28, or 10%"
    assert flagged(lines) == []
    assert flagged(lines.replace("+6", "+28")) == ["28"]
    assert flagged(lines.replace("or 10%", "or 2.5%")) == ["2.5%"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 2019/20 there were 274, so 28 more than now.", []),
        ("In 2020/21 the total was 240, 6 fewer than today.", []),
        ("In 2019/20 the number was 274, which is 28 more.", []),
        ("In 2019/20 it was 274, so it is 28 fewer now.", []),
        ("The figure is 246, against 274 in 2019/20, 28 fewer.", []),
        ("In 2019/20 there were 274, so 28 fewer than now.", ["28"]),
        ("In 2020/21 the total was 240, 6 more than today.", ["6"]),
        ("In 2019/20 the number was 274, which is 28 fewer.", ["28"]),
        ("In 2019/20 it was 274, so it is 28 more now.", ["28"]),
        ("The figure is 246, against 274 in 2019/20, 28 more.", ["28"]),
    ],
)
def test_what_an_earlier_number_is_more_than_now_now_is_less(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn was the only force with more than in the previous year, with 246.", []),
        ("Tarn was the only force with more than in the previous year, with 240.", ["240"]),
        ("If you start from 2018/19, with 311 offences, the fall is 21%.", []),
        ("If you start from 2018/19, with 246 offences, the fall is 21%.", ["246"]),
    ],
)
def test_a_number_behind_with_is_of_the_year_that_one_starts_from_and_of_no_year_before(
    text, wrong
):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The total of 246 is 3% up on the 274 recorded the year before.", ["274"]),
        ("The total of 246 is 6 more than the 274 logged a year earlier.", ["274"]),
        ("The total of 246 is 10% down on the 240 recorded two years earlier.", ["240"]),
        ("The total of 246 is 10% down on the 274 recorded two years earlier.", []),
        ("The total of 246 is 10% down on the 274 recorded the year before.", ["10%", "274"]),
        ("The total of 246 is 6 more than the 240 logged two years earlier.", ["6", "240"]),
    ],
)
def test_a_change_starts_from_the_year_that_stands_beside_its_number(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize("before", ["The force had recorded 240", "There were 240 offences"])
@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("a rise of six", []),  # from it to the latest
        ("a fall of 12%", ["12%"]),  # up to it
        ("a fall of 25%", ["25%"]),  # of another pair of years
    ],
)
def test_a_change_beside_the_number_of_the_year_before_starts_or_ends_there(before, change, wrong):
    text = f"Tarn recorded 246 offences in 2021/22. {before} in the previous year, {change}."
    assert flagged(text) == wrong


def test_and_it_may_end_there_where_nothing_is_said_of_the_latest_year():
    assert flagged("Tarn had 240 offences the year before, a fall of 12%.") == []
    assert flagged("Tarn had 240 offences the year before, a fall of 25%.") == ["25%"]


@pytest.mark.parametrize(
    ("series", "text", "asked_about"),
    [
        ({"2016/17": 77, "2017/18": 95, "2018/19": 110, "2019/20": 149},
         "Some 95% of police forces replied. It has gone up by 39.", ["95%"]),
        ({"2016/17": 77, "2017/18": 95, "2018/19": 110, "2019/20": 149},
         "Some 95% of police forces replied. It has gone up by 54.", ["95%", "54"]),
        ({"2016/17": 0, "2017/18": 60, "2018/19": 90}, "A rise of 50%, which is 30 more.", []),
        ({"2016/17": 0, "2017/18": 60, "2018/19": 90}, "A rise of 50%, which is 20 more.", ["20"]),
    ],
)  # fmt: skip
def test_a_percentage_is_no_number_of_a_year_and_none_is_one_of_zero(series, text, asked_about):
    found = trace(text, tarn(series))
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == asked_about
