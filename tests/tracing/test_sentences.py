"""British press sentences, and the verdict on each of their figures."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of, panel_of
from tests.tracing.test_faults import country

ONE = facts_of(68)
GAP = facts_of(40, {"missing": "no_response"}, 48, 68)
TWO = facts_of(48, 68)
FOUR = facts_of(120, 131, 160, 247)
FALLEN = facts_of({"value": 77, "previously": 54}, 63)
HIDDEN = facts_of(48, {"suppressed": [1, 4]}, 12)
NATION = country(ages={"12": 2300, "13": 2410, "14": 2290, "unknown": 1224})
SNAPCHAT = read_facts(
    {
        "latest": "2023/24",
        "series": {"2023/24": 7263},
        "scope": "national",
        "shares": {"platform": {"of": 7263, "known": 2111, "parts": {"Snapchat": 844}}},
        "youngest": {"age": 4, "count": 5},
    }
)
WALES = panel_of(
    {
        "Gwent": {"2017/18": 158, "2018/19": 200},
        "North Wales": {"2017/18": 53, "2018/19": 120},
        "Dyfed-Powys": {"2017/18": {"value": 19, "months": 6}, "2018/19": 67},
    },
    scope="nation",
)
AGES = country(ages={"12": 2300, "13": 2410}, youngest={"age": 4, "count": 5})
BABIES = country(ages={"12": 2300, "13": 2410}, youngest={"age": 0, "count": 5})
LEAST = panel_of(
    {"A": {"2018/19": 1000}, "B": {"2018/19": 203}, "C": {"2018/19": {"suppressed": [1, 4]}}}
)

SENTENCES = [
    # counts, in digits and words
    (TWO, "A total of sixty-eight crimes were recorded.", "sixty-eight traced"),
    (TWO, "Police logged just under 70 crimes last year.", "70 rounded"),
    (TWO, "Well over 60 crimes were logged.", "60 loose 68"),
    (TWO, "About 68 crimes were logged.", "68 loose 68"),
    (TWO, "No fewer than 68 offences were recorded.", "68 loose 68"),
    (TWO, "Offences: 68 (2017/18: 48).", "68 traced; 2017/18 traced; 48 traced"),
    (TWO, "Offences: 48 (2017/18: 68).", "48 mismatch 68; 2017/18 traced; 68 mismatch 48"),
    (NATION, "Over eight thousand crimes were recorded.", "eight thousand rounded"),
    (NATION, "There were 8224 offences.", "8224 traced"),
    (NATION, "There were 82,24 offences.", "82,24 mismatch 8,224"),
    (TWO, "There were 068 offences.", "068 mismatch 68"),
    # years
    (TWO, "In 2017/18 there were 68 offences.", "2017/18 traced; 68 mismatch 48"),
    (TWO, "The 2017/18 figure was 48.", "2017/18 traced; 48 traced"),
    (TWO, "The total in 2017/18 was 68.", "2017/18 traced; 68 mismatch 48"),
    (TWO, "There were 68 offences in 2017-18.", "68 mismatch 48; 2017-18 traced"),
    (FOUR, "UP SINCE 2013/14", "2013/14 mismatch 2015/16"),
    (FOUR, "Since 2014 it has risen.", "2014 mismatch 2015/16"),
    (FOUR, "There were none in 2012/13.", "2012/13 untraced"),
    (FOUR, "The figures for 2518/19 are out.", "2518/19 mismatch 2018/19"),
    (TWO, "There is no figure for 2017/18.", "2017/18 mismatch"),
    (TWO, "2018/19, the year to 31 March 2018", "2018/19 mismatch; 31 March 2018 exempt"),
    # differences
    (TWO, "The number rose by twenty.", "twenty traced"),
    (TWO, "There were an extra 20 offences.", "20 traced"),
    (TWO, "The figure is 20 higher than in 2017/18.", "20 traced; 2017/18 traced"),
    (TWO, "The figure rose 20 to 68.", "20 traced; 68 traced"),
    (FALLEN, "Down 14 on the year before.", "14 traced"),
    (FALLEN, "Up 14 on the year before.", "14 mismatch 14 fewer"),
    (NATION, "More than 4,000 more were recorded.", "4,000 rounded"),
    (FALLEN, "It was 14 down on the year before.", "14 traced"),
    (TWO, "Offences up 20.", "20 traced"),
    (ONE, "There were 20 fewer offences.", "20 mismatch"),
    (TWO, "It fell from 68 to 48.", "68 mismatch 48; 48 mismatch 68"),
    (TWO, "A rise from a number as small as 48 is hard to measure.", "48 traced"),
    (TWO, "A rise from a number as small as 68 is hard to measure.", "68 mismatch 48"),
    (TWO, "It rose from a base of 48.", "48 traced"),
    (FALLEN, "A fall to a number as small as 63 is hard to measure.", "63 traced"),
    # percentages and fractions
    (TWO, "Offences went up by nearly half.", "half mismatch"),
    (FOUR, "It rose 54.4 per cent in a year.", "54.4 per cent traced"),
    (FOUR, "It is up 106% since 2015/16.", "106% traced; 2015/16 traced"),
    (FOUR, "It is up 54% since 2015/16.", "54% mismatch 106%; 2015/16 traced"),
    (FOUR, "It is up 54% from 120.", "54% mismatch; 120 traced"),
    (FALLEN, "There were 18 per cent fewer.", "18 per cent traced"),
    (FALLEN, "It was 17% up.", "17% mismatch 18% (down)"),
    (FALLEN, "It was down by almost a fifth.", "a fifth rounded"),
    (SNAPCHAT, "Two in five offences involved Snapchat.", "Two in five rounded"),
    (SNAPCHAT, "More than a third were on Snapchat.", "a third loose 40%"),
    (SNAPCHAT, "41% of cases were on Snapchat.", "41% mismatch 40%"),
    (SNAPCHAT, "60% of cases were not.", "60% untraced"),
    (SNAPCHAT, "Snapchat made up a third of cases.", "a third mismatch 40%"),
    (FOUR, "It rose by more than half last year, new figures show.", "half rounded"),
    (FOUR, "It rose by a third last year, new figures show.", "a third mismatch 54%"),
    (FOUR, "It rose for a third year running.", ""),
    (FOUR, "It was an increase of a third for the force.", "a third mismatch 54%"),
    (FOUR, "Half the crimes took place online.", "Half untraced"),
    (FOUR, "A 44-per-cent rise.", "44-per-cent mismatch"),
    (FOUR, "A 54-per-cent rise.", "54-per-cent traced"),
    (FOUR, "It was up 54.3% in a year.", "54.3% mismatch 54% or 54.4%"),
    (TWO, "Two in three victims were girls.", "Two in three untraced"),
    # multiples
    (FOUR, "Offences have doubled in three years.", "doubled traced; three traced"),
    (FOUR, "They more than doubled in three years.", "doubled loose doubled; three traced"),
    (
        FOUR,
        "It is more than twice the 120 of 2015/16.",
        "twice the loose doubled; 120 traced; 2015/16 traced",
    ),
    (FOUR, "Since 2016/17 it nearly doubled.", "2016/17 traced; doubled mismatch"),
    (FOUR, "It doubled from 160 to 247.", "doubled mismatch; 160 traced; 247 traced"),
    (FOUR, "There were twice as many as in 2015/16.", "twice as many traced; 2015/16 traced"),
    (FOUR, "It is double the 120 of 2015/16.", "double traced; 120 traced; 2015/16 traced"),
    (FOUR, "It is more than triple the previous total.", "triple mismatch doubled"),
    (FOUR, "He was held twice last year; girls are three times more likely.", "three exempt"),
    (FOUR, "It is twice last year's total.", "twice last traced"),
    (facts_of(40, 275), "There were six times as many.", "six times as many traced"),
    (
        facts_of(40, 275),
        "More than five times as many.",
        "five times as many loose 6 times as many",
    ),
    (facts_of(40, 275), "A sevenfold rise.", "sevenfold mismatch 6 times as many"),
    # rates and intervals
    (TWO, "More than one offence a week was recorded.", "one rounded"),
    (FOUR, "Nearly 5 a week were recorded.", "5 loose 4"),
    (NATION, "There were 22 offences daily.", "22 traced"),
    (NATION, "It was a daily average of 23.", "23 traced"),
    (NATION, "Every day, 22 offences are recorded.", "22 traced"),
    (NATION, "Each day police record more than 20 such offences.", "20 loose 22"),
    (NATION, "It happens 25 times a day.", "25 mismatch 22"),
    (NATION, "That is over 22 every day of the year.", "22 rounded"),
    (facts_of(640), "That is just under 13 a week.", "13 loose 12"),
    (NATION, "The group meets three times a week.", "three times a week exempt"),
    (NATION, "Around 685 a month were recorded.", "685 rounded"),
    (NATION, "One crime every 64 minutes.", "One crime every 64 minutes mismatch"),
    (
        facts_of(9000),
        "One is recorded every 59 minutes.",
        "One is recorded every 59 minutes traced",
    ),
    (facts_of(9000), "One offence every hour.", "One offence every hour loose 59"),
    # forces
    (NATION, "Forty of the UK’s 44 forces answered.", "Forty of the UK’s 44 traced"),
    (NATION, "Kent is one of the 44 forces.", "one of exempt; 44 traced"),
    (NATION, "40 forces out of 44 answered.", "40 forces out of 44 traced"),
    (NATION, "Requests went to all 44 forces.", "44 traced"),
    (NATION, "All 44 forces answered.", "44 mismatch 40 of 44"),
    (NATION, "Four forces did not answer.", "Four traced"),
    (NATION, "Only 38 forces answered.", "38 mismatch 40"),
    (WALES, "Among the two forces with figures for both years", "two traced"),
    (WALES, "Among the three forces with figures for both years", "three mismatch 2"),
    (WALES, "Gwent Police recorded 200, up 27% from 158.", "200 traced; 27% traced; 158 traced"),
    (WALES, "Elsewhere 158 were recorded.", "158 untraced"),
    (WALES, "19 in six months of 2017/18 in Dyfed-Powys", "19 traced; six traced; 2017/18 traced"),
    # records
    (FOUR, "Record numbers of children are groomed.", "Record traced"),
    (FOUR, "It is the highest since 2016/17.", "highest loose since 2015/16; 2016/17 traced"),
    (FOUR, "It is an all-time high.", "all-time high mismatch"),
    (FOUR, "It is the highest ever.", "highest mismatch"),
    (FOUR, "The highest of the four years of figures.", "highest traced; four traced"),
    (FOUR, "It is the highest recorded by the force.", "highest traced"),
    (FOUR, "The highest number was 247, in 2018/19.", "highest traced; 247 traced; 2018/19 traced"),
    (FOUR, "The highest number was in 2017/18.", "highest mismatch; 2017/18 mismatch 2018/19"),
    (GAP, "It is the highest of the years we hold figures for.", "highest traced"),
    (
        FOUR,
        "The four years from 2015/16 to 2017/18.",
        "four mismatch 3; 2015/16 traced; 2017/18 traced",
    ),
    # ranges
    (HIDDEN, "There were 1 to 4 offences in 2017/18.", "1 to 4 traced; 2017/18 traced"),
    (HIDDEN, "There were 1 to 4 offences in 2018/19.", "1 to 4 mismatch; 2018/19 traced"),
    (HIDDEN, "Up from fewer than five in 2017/18.", "five traced; 2017/18 traced"),
    (HIDDEN, "Down from fewer than five.", "five mismatch up from fewer than 5"),
    (HIDDEN, "There were three offences in 2017/18.", "three untraced; 2017/18 traced"),
    (LEAST, "There were 1,204 offences.", "1,204 mismatch at least 1,204"),
    (LEAST, "There were 1,240 offences.", "1,240 mismatch at least 1,204"),
    (LEAST, "There were 1,207 offences.", "1,207 mismatch at least 1,204"),
    # ages
    (NATION, "Where age was recorded, 13 was the most common age.", "13 traced"),
    (NATION, "In 2015/16 13 was the most common age.", "2015/16 traced; 13 mismatch"),
    (NATION, "The most common age was 14.", "14 mismatch 13"),
    (SNAPCHAT, "Victims were as young as four.", "four traced"),
    (BABIES, "The youngest victim was under one.", "one traced"),
    (AGES, "The youngest victim was under one.", "one mismatch 4"),
    (AGES, "13 was the most common age, and the youngest was 4.", "13 traced; 4 traced"),
    (SNAPCHAT, "The youngest was just five years old.", "five years old mismatch 4"),
    # revised
    (FALLEN, "First published as 54, it is now 77.", "54 traced; 77 traced"),
    (FALLEN, "It rose from 54 to 63.", "54 mismatch 77; 63 traced"),
]


def told(text, known, national=None):
    """Each figure as a person is told of it: what is said, the verdict, what it should be, why."""
    found = []
    for figure in trace(text, known, national):
        assert text[figure.start : figure.end] == figure.text
        instead = f" → {figure.suggestion}" if figure.suggestion else ""
        found.append(f"{figure.text} {figure.verdict}{instead}: {figure.fact}".removesuffix(": "))
    return found


def by_text(case):
    """The text of a case (facts, text, what is told), as the name of its test.

    In plain letters: pytest escapes others once more each time it collects in one process, and
    make mutants, which does so, would not find the test again.
    """
    return " ".join(case[1].split()).encode("ascii", "replace").decode()


@pytest.mark.parametrize("case", SENTENCES, ids=by_text)
def test_each_figure_of_a_sentence_of_the_press_has_its_verdict(case):
    known, text, expected = case
    figures = trace(text, known)
    wanted = expected.split("; ") if expected else []
    assert len(figures) == len(wanted), figures
    for figure, want in zip(figures, wanted, strict=True):
        assert f"{figure.text} {figure.verdict} {figure.suggestion}".startswith(want), figure


def test_the_better_of_two_documents_counts():
    text = "Northshire recorded 68 of the 8,224 offences."
    assert [f.verdict for f in trace(text, TWO, NATION)] == ["traced", "traced"]
    assert [f.verdict for f in trace("There were 86.", TWO, NATION)] == ["mismatch"]
    assert [f.suggestion for f in trace("There were 8,242.", TWO, NATION)] == ["8,224"]


def test_of_recorded_totals_each_is_traced_with_its_own_rate_and_coverage():
    recorded = {"claim": "total", "year": "2018/19", "value": 8224, "publication": "June 2019"}
    facts = read_facts({"recorded": [recorded | {"with_figures": 40, "asked": 44}]})
    text = "40 of 44 forces recorded 8,224 offences in 2018/19, 22 a day."
    assert {f.verdict for f in trace(text, facts)} == {"traced"}
    other = recorded | {"value": 8401, "publication": "July 2019"}
    both = read_facts({"recorded": [recorded, other]})
    text = "The total was 8,224, then 8,401."
    assert {f.verdict for f in trace(text, both)} == {"traced"}


def test_a_printed_total_is_of_as_many_forces_as_its_publication_says():
    """Of how many forces were asked it says nothing: no number of those that answered is known."""
    recorded = {"claim": "total", "year": "2018/19", "publication": "June 2019"}
    known = [{"value": 8224, "with_figures": 45}, {"value": 8401, "with_figures": 41, "asked": 44}]
    facts = read_facts({"recorded": [recorded | each for each in known]})
    text = "{} forces recorded 8,224 offences in 2018/19."
    assert {f.verdict for f in trace(text.format(45), facts)} == {"traced"}
    assert trace(text.format(44), facts)[0].verdict == "mismatch"


def test_what_else_is_known_of_who_answered_may_be_said():
    assert trace("31 of 44 forces answered.", TWO)[0].verdict == "untraced"
    more = Evidence(TWO, coverage=[(31, 44)])
    assert trace("31 of 44 forces answered.", more)[0].verdict == "traced"
    assert trace("32 of 44 forces answered.", more)[0].suggestion == "31 of 44"


def test_a_published_total_is_at_least_that_unless_every_force_is_in_it():
    recorded = {"claim": "total", "year": "2018/19", "value": 648, "publication": "June 2019"}
    for known, verdict in (({}, "traced"), ({"with_figures": 4, "asked": 4}, "loose")):
        facts = read_facts({"recorded": [recorded | known]})
        assert [f.verdict for f in trace("At least 648 offences.", facts)] == [verdict]
