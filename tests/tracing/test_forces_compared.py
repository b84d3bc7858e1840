"""How many forces have figures for both of two years, where each two years have other forces."""

from tests.claims.worlds import panel_of
from tests.tracing.test_sentences import told

LATE = {"missing": "late"}
# Three forces answered for the first two years, two for the first and the last, four for the last.
PANEL = panel_of(
    {
        "Northshire": {"2016/17": 100, "2017/18": 110, "2018/19": 130},
        "Southshire": {"2016/17": 50, "2017/18": 60, "2018/19": 70},
        "Eastshire": {"2016/17": 20, "2017/18": 30, "2018/19": LATE},
        "Westshire": {"2016/17": LATE, "2017/18": 41, "2018/19": 50},
        "Midshire": {"2016/17": LATE, "2017/18": 30, "2018/19": 71},
    },
    asked=6,
    settings={"lfl_min_forces": 2},
)
SENTENCES = {
    # The years that are named.
    "{} forces have figures for both 2016/17 and 2017/18.": "three",
    "{} forces have figures for both 2016/17 and 2018/19.": "two",
    "{} forces have figures for both 2017/18 and 2018/19.": "four",
    # One year, and the latest.
    "Since 2016/17, {} forces with figures for both years recorded more.": "two",
    "Since 2017/18, {} forces with figures for both years recorded more.": "four",
    # The years of a change: its ends, its difference, its percentage.
    "It rose from 150 to 200 among {} forces with both figures.": "two",
    "It rose from 241 to 321 among {} forces with both figures.": "four",
    "It rose by 50 among {} forces with both figures.": "two",
    "It rose by 80 among {} forces with both figures.": "four",
    # The change is that of the years that are named, where two changes have the same percentage.
    "Between 2016/17 and 2018/19 it rose by 33% among {} forces with both figures.": "two",
    "Between 2017/18 and 2018/19 it rose by 33% among {} forces with both figures.": "four",
    # Years that are named by their distance.
    "It was up on the year before among {} forces with both figures.": "four",
    "It was up on two years earlier among {} forces with both figures.": "two",
}
IN_DIGITS = {"two": 2, "three": 3, "four": 4, "five": 5}


def test_the_forces_of_two_years_are_those_of_the_years_named_or_of_the_change():
    for sentence, right in SENTENCES.items():
        for word in IN_DIGITS:
            n = IN_DIGITS[right]
            is_right = f"{word} traced: {n} forces"
            expected = is_right if word == right else f"{word} mismatch → {n}: {n} forces"
            text = sentence.format(word)
            assert expected in told(text, PANEL), text


def test_where_words_name_more_than_one_pair_of_years_the_forces_of_each_are_right():
    for said in (
        "{} forces have figures for both years.",
        "It rose by 33% among {} forces with both figures.",
        "Between 2016/17 and 2018/19 it rose by 80 among {} forces with both figures.",
    ):
        for word, verdict in (("two", "traced: 2"), ("three", "mismatch"), ("four", "traced: 4")):
            answers = told(said.format(word), PANEL)
            assert any(each.startswith(f"{word} {verdict}") for each in answers), (said, answers)


def test_a_change_from_zero_has_no_percentage_and_its_forces_are_counted():
    panel = panel_of(
        {name: {"2017/18": 0, "2018/19": n} for name, n in (("Northshire", 5), ("Southshire", 6))},
        settings={"lfl_min_forces": 2},
    )
    said = "It rose from 0 to 11 among {} forces with both figures."
    assert "two traced: 2 forces" in told(said.format("two"), panel)
    assert "three mismatch → 2: 2 forces" in told(said.format("three"), panel)
