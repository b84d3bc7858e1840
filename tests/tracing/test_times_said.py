"""A change is judged from the year that its words name, however they name it."""

import pytest

from offences.statistics.years import Year
from offences.tracing.binding.landmarks import Landmarks
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of
from tests.tracing.tarn_and_england import flagged

TARN = "Tarn Police recorded 149 offences in 2019/20. "
FROM_THE_YEAR_BEFORE = [
    "That is {} more than the one before.",
    "The newest total is {} more than the last one.",
    "The latest count is {} higher than on the previous count.",
    "The number grew by {} last year.",
    "The number went up by {} last year to 149.",
    "It went up by {} in the latest year.",
    "The figure rose by {} compared with twelve months earlier.",
    "That is {} more than last time.",
    "It is {} more than the count before.",
    "Offences went up by {} over the year.",
    "Offences went up by {} over the same twelve months.",
    "The rise over the past twelve months was {}.",
    "It recorded {} more than in the year just before.",
    "This is {} above the level of a year ago.",
    "There were {} more cases than the year previous.",
    "Compared with a year before, there were {} more offences.",
    "Year on year the number went up by {}.",
    "That is {} more than in the preceding year.",
    "In the space of a year the tally climbed by {}.",
    "Since the last count the number has risen by {}.",
    "It is {} up on last year.",
    "That was an annual rise of {}.",
    "Last year alone brought a rise of {}.",
    "Against the previous survey the force had {} more.",
    "Since the last time the charity asked, it has gone up by {}.",
    "It has climbed by {} since the previous round.",
    "The increase in the final year was {}.",
    "It recorded 149, {} more than before.",
]
FROM_THE_FIRST_YEAR = [
    "Over the whole period the number has risen by {}.",
    "Over the entire series the number has gone up by {}.",
    "The number is {} higher than at the start.",
    "It has climbed by {} since the beginning.",
    "Tarn saw an increase of {} over the period.",
    "Measured from 2016/17, its rise is {}.",
    "There were 77 in 2016/17. Over those years the number has grown by {}.",
]
FROM_THE_YEAR_NAMED = [
    "In 2017/18 the force recorded 95. Since then the number has gone up by {}.",
    "There were 95 in 2017/18; the number has climbed by {} from that point.",
    "The force logged 95 in 2017/18. The total has risen by {} in the years since.",
    "Back in 2017/18 there were 95. Offences have risen by {} from that level.",
    "There were 95 in 2017/18. It has risen by {} ever since.",
]
SINCE = {"2016/17": ("72", "94%"), "2017/18": ("54", "57%"), "2018/19": ("39", "35%")}


@pytest.mark.parametrize(
    ("words", "base"),
    [
        *((each, "2018/19") for each in FROM_THE_YEAR_BEFORE),
        *((each, "2017/18") for each in FROM_THE_YEAR_NAMED),
        *((each, "2016/17") for each in FROM_THE_FIRST_YEAR),
    ],
)
def test_words_for_a_year_are_the_base_of_a_change(words, base):
    for year, changes in SINCE.items():
        for change in changes:
            is_wrong = change in flagged(TARN + words.format(change))
            assert is_wrong == (year != base), change


def test_the_growth_in_the_year_is_from_the_year_before():
    assert flagged("Tarn recorded 149, with growth of 35% in the year.") == []
    assert flagged("Tarn recorded 149, with growth of 94% in the year.") == ["94%"]
    for rose in ("The total rose by {} in the year.", "Offences in Tarn were up {} in the year."):
        assert flagged(rose.format("35%")) == []
        assert flagged(rose.format("94%")) == ["94%"]
    assert flagged("The total fell by 35% in the year.") == ["35%"]


def test_the_one_before_it_when_it_rose_is_told_of_by_its_own_words():
    text = "The rise of 35% is larger than the one before it, when numbers rose to 110."
    assert flagged(TARN + text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # one clause goes on with the body of the clause before
        ("The total was 35% higher than the 110 of the year before, and {} than in 2016/17.",
         ("94% higher", "106% higher")),
        ("Officers recorded 149 in the latest year, {} than in the year before.",
         ("39 more", "647 more")),
        # and so does the next sentence, or the next paragraph
        ("Tarn recorded 149 offences. Where age was known, 14 was the most common, with 27"
         " offences. Snapchat was used in {} of those with a known site.", ("48%", "45%")),
        ("Tarn Police recorded 149.\n\nSnapchat was used in {} of cases with a known site.",
         ("48%", "45%")),
        ("Police in England and Wales recorded 2,489.\n\nThe number was up by {} on 2016/17.",
         ("106%", "94%")),
    ],
)  # fmt: skip
def test_a_figure_goes_on_with_the_body_of_the_one_before(text, wrong):
    right, other = wrong
    assert flagged(text.format(right)) == []
    assert flagged(text.format(other)) != []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 2016/17 it was 48. Then came 68.", []),
        ("In 2017/18 it was 68. Then came 48.", ["48"]),
        ("Compared with 2015/16 it is up. Then there were 48; now there are 68.", ["48"]),
        ("In 2016/17 it was 48. Then there were 68.", []),
        ("In 2015/16 and 2016/17 it was low. Then came 68.", []),
        ("It had been low. Then came 68.", []),
        ("It had been low. Then came 69.", ["69"]),
        ("Then came 68.", []),
    ],
)
def test_what_then_came_is_of_the_year_after_the_one_named_last(text, wrong):
    found = trace(text, facts_of(31, 48, 68, latest="2017/18"))
    assert [f.text for f in found if f.verdict != "traced" and f.kind == "count"] == wrong


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("There were six times the number in 2015/16.", "traced"),
        ("There were five times the number in 2015/16.", "mismatch"),
        ("There were six times the number in 2018/19 as in 2015/16.", "traced"),
        ("In 2017/18 there were three times the number in 2015/16.", "traced"),
        ("In 2017/18 there were twice the number in 2015/16.", "mismatch"),
        ("The number trebled in 2017/18 compared with 2015/16.", "traced"),
        ("The number was three times as high in 2017/18 as in 2015/16.", "traced"),
        ("Double the figure for 2017/18 were recorded in 2018/19.", "traced"),
    ],
)
def test_a_multiple_of_the_number_of_a_year_starts_from_that_year(text, verdict):
    found = trace(text, facts_of(50, 100, 150, 300))
    assert [f.verdict for f in found if f.kind == "multiple"] == [verdict]


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("three surveys", 3),
        ("one year", 1),
        ("49 years", 49),
        ("a couple of years", 2),
        ("Half a Decade", 5),
        ("a decade", 10),
        # too many, too few or unknown
        ("50 years", 0),
        ("0 years", 0),
        ("2.5 years", 0),
        ("several years", 0),
    ],
)
def test_a_span_in_words_is_so_many_years(words, years):
    assert number_of_years(words) == years


LATE = {"missing": "late"}
BROKEN = facts_of(40, 60, 66, 70, breaks=[{"year": "2017/18", "why": "a new code"}])


@pytest.mark.parametrize(
    ("series", "text", "verdict"),
    [
        ((31, 80, 48, 68), "There were 12 fewer than at the peak.", "traced"),
        ((31, 80, 48, 68), "That is 37 more than at its lowest point.", "traced"),
        ((31, 80, 48, 68), "That is 20 more than at its lowest point.", "mismatch"),
        ((31, 80, 48, 68), "That is 37 more than in the first year.", "traced"),
        ((LATE, 31, 80, 68), "That is 37 more than in the first year.", "traced"),
        # Two years are level, so neither is the one.
        ((80, 80, 48, 68), "There were 12 fewer than at the peak.", "untraced"),
        ((31, 31, 80, 68), "That is 37 more than at its lowest point.", "untraced"),
    ],
)
def test_the_peak_and_the_low_are_the_one_year_that_has_them(series, text, verdict):
    assert [f.verdict for f in trace(text, facts_of(*series))] == [verdict]


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        (facts_of(31, 80, 48, 68), ["2015/16"]),
        (facts_of(LATE, 31, 80, 68), ["2015/16", "2016/17"]),
        (BROKEN, ["2017/18"]),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Since records began in {} it has changed.",
        "It is the highest number since comparable recording began in {}.",
        "It has changed since figures became comparable, in {}.",
        "Comparable figures go back to {}.",
    ],
)
def test_records_began_in_the_first_year_or_the_first_that_compares_since_a_break(
    text, facts, right
):
    def verdict(year):
        found = trace(text.format(year), facts)
        return next(f.verdict for f in found if f.text == year)

    years = ["2014/15", "2015/16", "2016/17", "2017/18", "2018/19"]
    assert [year for year in years if verdict(year) == "traced"] == right


@pytest.mark.parametrize(
    ("series", "first"),
    [((31, 80, 68), 2016), ((LATE, 80, 68), 2017), ((LATE, 68), 2017), ((LATE, LATE, 68), 2016)],
)
def test_the_first_year_compares_with_the_latest_or_is_the_first_where_none_does(series, first):
    landmarks = Landmarks.of(Documents([Evidence(facts_of(*series))]))
    assert landmarks.first == {Year(first)}


def test_a_number_in_that_time_is_of_the_year_that_the_sentence_before_named_last():
    years = "Tarn looked at 2016/17 and 2017/18. "
    texts = {
        years + "During those months it recorded 95 offences.": [],
        years + "During those months it recorded 77 offences.": ["77"],
        years + "Over that period it recorded 149.": ["149"],
        years + "It recorded 149.": [],
        "Tarn looked at its figures. Over that period it recorded 149.": [],
        "In that time Tarn recorded 149.": [],
    }
    assert {text: flagged(text) for text in texts} == texts


def test_that_year_is_the_one_named_last_in_its_paragraph_and_that_period_in_the_text():
    year, far = "Tarn recorded 95 in 2017/18.", " It was a lot. It was more than before."
    texts = {
        f"{year}{far} That year 95 were recorded.": [],
        f"{year}{far} That year 149 were recorded.": ["149"],
        f"{year}\n\n{far} That year 149 were recorded.": [],
        f"{year}{far} In the same period it has risen by 54.": [],
        f"{year}{far} In the same period it has risen by 39.": ["39"],
        f"{year}\n\n{far}\n\nOver the same period it has risen by 54.": [],
        f"{year}\n\n{far}\n\nOver the same period it has risen by 39.": ["39"],
    }
    assert {text: flagged(text) for text in texts} == texts
