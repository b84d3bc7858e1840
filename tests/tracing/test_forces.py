"""Forces, years, spans and ages: what is told of each."""

import pytest

from tests.claims.worlds import facts_of, panel_of
from tests.tracing.test_faults import country
from tests.tracing.test_rates import PRINTED
from tests.tracing.test_sentences import AGES, FOUR, GAP, NATION, ONE, TWO, by_text, told

UK = country(place="the UK", nations=["England", "Wales", "Scotland", "Northern Ireland"])
ENGLAND = panel_of(
    {
        "Northshire": {"2016/17": 100, "2017/18": {"missing": "late"}, "2018/19": 130},
        "Southshire": {"2016/17": 50, "2017/18": 60, "2018/19": 70},
        "Eastshire": {
            "2016/17": {"missing": "late"},
            "2017/18": 20,
            "2018/19": {"missing": "no_response"},
        },
    },
    asked=4,
)
REPLIED = panel_of({"Northshire": {"2018/19": 5}, "Southshire": {"2018/19": 6}})
YEAR_LIKE = facts_of(2016, 2100)
ALONE = panel_of({"Northshire": {"2017/18": 5, "2018/19": 6}}, settings={"lfl_min_forces": 1})
BROKEN = facts_of(40, 60, 66, 70, breaks=[{"year": "2017/18", "why": "a new code"}])
HALFYEAR = facts_of({"value": 19, "months": 6}, 40, 60)
TWINS = facts_of(100, ages={"12": 30, "13": 30, "14": 20, "unknown": 20})
BANDS = facts_of(100, ages={"0-11": 20, "12-15": 60, "16-17": 20})
NOT_TOLD = facts_of(100, youngest={"age": 4, "count": 5})

AREA = "England, Wales and Northern Ireland"
RUN = "the figures run from 2015/16 to 2018/19"

FORCES = [
    (NATION, "40 of 44 forces", "40 of 44 traced: 40 of 44 forces"),
    (NATION, "40 of 43 forces", "40 of 43 mismatch → 40 of 44: 40 of 44 forces"),
    (NATION, "39 of 44 forces", "39 of 44 mismatch → 40 of 44: 40 of 44 forces"),
    (
        NATION,
        "40 of 44 forces across the UK",
        f"40 of 44 mismatch → 40 of 44 forces in {AREA}: forces in {AREA}",
    ),
    (
        NATION,
        "40 of 44 forces in Britain",
        f"40 of 44 mismatch → 40 of 44 forces in {AREA}: forces in {AREA}",
    ),
    (NATION, "All 44 forces", "44 mismatch → 40 of 44: 40 of 44 forces"),
    (NATION, "All 40 forces", "40 mismatch → 40 of 44: 40 of 44 forces"),
    (NATION, "We wrote to all 44 forces.", "44 traced: 44 forces"),
    (NATION, "40 forces answered.", "40 traced: 40 forces"),
    (NATION, "Four forces did not answer.", "Four traced: 4 forces"),
    (NATION, "41 forces answered.", "41 mismatch → 40: 40 forces"),
    (NATION, "More than 35 forces answered.", "35 loose: 40 forces"),
    (NATION, "More than 38 forces answered.", "38 rounded: 40 forces"),
    (NATION, "Nearly 45 forces were asked.", "45 loose: 44 forces"),
    (NATION, "About 40 forces answered.", "40 loose: 40 forces"),
    (NATION, "Exactly 40 forces answered.", "40 traced: 40 forces"),
    (NATION, "Exactly 41 forces answered.", "41 mismatch → 40: 40 forces"),
    (NATION, "At least 30 forces answered.", "30 mismatch → 40: 40 forces"),
    (NATION, "Fewer than 45 forces answered.", "45 loose: 40 forces"),
    (NATION, "Fewer than 10 forces answered.", "10 mismatch → 40: 40 forces"),
    (NATION, "40 forces with figures for both years", "40 traced: 40 forces"),
    (
        NATION,
        "44 forces with figures for the two years",
        "44 mismatch → 40: 40 forces",
        "two exempt",
    ),
    (NATION, "40 out of 44.", "40 out of 44 traced: 40 of 44 forces"),
    (NATION, "44 out of 44.", "44 out of 44 untraced"),
    (NATION, "41 of 44.", "41 of 44 untraced"),
    (NATION, "40 of 44 in 2015/16.", "40 untraced", "44 untraced", "2015/16 traced: 2015/16"),
    (NATION, "The forces replied: 40 gave figures.", "40 traced: 40 forces"),
    (NATION, "Forces replied: 40 gave figures.", "40 traced: 40 forces"),
    (NATION, "The forces replied: 41 gave figures.", "41 untraced"),
    (NATION, "The forces replied: more than 39 gave figures.", "39 untraced"),
    (NATION, "The forces were asked, with figures from 40.", "40 traced: 40 forces"),
    (
        NATION,
        "The forces were asked, with figures from 4,042.",
        "4,042 traced: 4,042 in 2015/16, among 40 forces with figures for both years",
    ),
    (
        NATION,
        "One of the 44 forces is ours.",
        "One of exempt: phrase with one",
        "44 traced: 44 forces",
    ),
    (NATION, "40 forces out of 44 asked.", "40 forces out of 44 traced: 40 of 44 forces"),
    (NATION, "A single force answered."),
    (REPLIED, "All two forces replied.", "two traced: 2 of 2 forces"),
    (REPLIED, "All three forces replied.", "three mismatch → 2 of 2: 2 of 2 forces"),
    (REPLIED, "All of the 2 forces replied.", "2 traced: 2 of 2 forces"),
    (UK, "40 of 44 forces across the UK", "40 of 44 traced: 40 of 44 forces"),
    (UK, "40 of 44 forces across Great Britain", "40 of 44 traced: 40 of 44 forces"),
    (ENGLAND, "Two of four forces", "Two of four traced: 2 of 4 forces"),
    (ENGLAND, "Two of three forces", "Two of three mismatch → 2 of 4: 2 of 4 forces"),
    (
        ENGLAND,
        "Two of four forces in 2017/18",
        "Two of four traced: 2 of 4 forces",
        "2017/18 traced: 2017/18",
    ),
    (
        ENGLAND,
        "Three of four forces in 2017/18",
        "Three of four mismatch → 2 of 4: 2 of 4 forces",
        "2017/18 traced: 2017/18",
    ),
    (ENGLAND, "2 of 4 in 2016/17.", "2 untraced", "4 untraced", "2016/17 traced: 2016/17"),
    (ENGLAND, "2 of 4.", "2 of 4 traced: 2 of 4 forces"),
    (ENGLAND, "two forces with figures for both years", "two traced: 2 forces"),
    (ENGLAND, "three forces with figures for both years", "three mismatch → 2: 2 forces"),
    (ENGLAND, "1 force with figures for both years", "1 mismatch → 2: 2 forces"),
    (ENGLAND, "There are 130 of 130.", "130 of 130 untraced"),
    (ENGLAND, "130 of 200.", "130 of 200 untraced"),
    (TWO, "40 of 44 forces", "40 of 44 untraced"),
    (TWO, "40 forces answered.", "40 untraced"),
    (TWO, "40 of 44.", "40 of 44 untraced"),
    (TWO, "48 of 68.", "48 of 68 mismatch → 68: 48 in 2017/18"),
    (TWO, "48 of 69.", "48 of 69 mismatch → 68: 48 in 2017/18"),
    (TWO, "48 out of 99.", "48 out of 99 untraced"),
    (TWO, "12 out of 48.", "12 out of 48 untraced"),
    (PRINTED, "40 of 44 forces", "40 of 44 traced: 40 of 44 forces"),
    (PRINTED, "39 of 44 forces", "39 of 44 mismatch → 40 of 44: 40 of 44 forces"),
    (PRINTED, "40 forces answered.", "40 traced: 40 forces"),
    (PRINTED, "41 forces answered.", "41 mismatch → 40: 40 forces"),
    (PRINTED, "31 forces with figures for both years", "31 mismatch"),
]

YEARS = [
    (
        YEAR_LIKE,
        "It rose from 2016 to 2100.",
        "2016 traced: 2,016 in 2017/18",
        "2100 traced: 2,100 in 2018/19",
    ),
    (
        YEAR_LIKE,
        "It rose from 2015 to 2100.",
        "2015 mismatch → 2017/18: the figures run from 2017/18 to 2018/19",
        "2100 traced: 2,100 in 2018/19",
    ),
    (ALONE, "Two years of figures", "Two traced: 2 years with figures"),
    (ALONE, "Three years of figures", "Three mismatch → 2: 2 years with figures"),
    (FOUR, "In 2016/17", "2016/17 traced: 2016/17"),
    (FOUR, "In 2014/15", "2014/15 untraced"),
    (FOUR, "Since 2014/15", f"2014/15 mismatch → 2015/16: {RUN}"),
    (FOUR, "In 2017/19", "2017/19 mismatch → 2017/18: no such year"),
    (FOUR, "In 2518/19", "2518/19 mismatch → 2018/19: no such year"),
    (FOUR, "In 0018/19 it fell from 3", "0018/19 mismatch: no such year", "3 untraced"),
    (FOUR, "In 9999/00 it fell from 3", "9999/00 mismatch: no such year", "3 untraced"),
    (FOUR, "In 2018/18", "2018/18 mismatch → 2018/19: no such year"),
    (FOUR, "In 2031/31", "2031/31 mismatch: no such year"),
    (FOUR, "In 2016-2017", "2016-2017 traced: 2016/17"),
    (FOUR, "In 2017-2017", "2017-2017 mismatch → 2017/18: no such year"),
    (FOUR, "In 2019/20", "2019/20 untraced"),
    (FOUR, "From 2014/15", f"2014/15 mismatch → 2015/16: {RUN}"),
    (FOUR, "Since 2014", f"2014 mismatch → 2015/16: {RUN}"),
    (FOUR, "Since 2015", "2015 traced: 2015/16 to 2018/19"),
    (FOUR, "Since 2019", "2019 traced: 2015/16 to 2018/19"),
    (FOUR, "Since 2020", f"2020 mismatch → 2015/16: {RUN}"),
    (FOUR, "From 2016", "2016 traced: 2015/16 to 2018/19"),
    (FOUR, "From 2011", f"2011 mismatch → 2015/16: {RUN}"),
    (FOUR, "In four years", "four mismatch → 3: a span of 3 years"),
    (FOUR, "In three years", "three traced: a span of 3 years"),
    (FOUR, "In one year", "one year exempt: length of time"),
    (FOUR, "Over the last three years", "three traced: a span of 3 years"),
    (FOUR, "Over the last four years", "four mismatch → 3: a span of 3 years"),
    (FOUR, "Four years of figures", "Four traced: 4 years with figures"),
    (FOUR, "Three years of figures", "Three mismatch → 4: 4 years with figures"),
    (
        FOUR,
        "The four years from 2015/16 to 2018/19",
        "four traced: 4 years from 2015/16 to 2018/19",
        "2015/16 traced: 2015/16",
        "2018/19 traced: 2018/19",
    ),
    (
        FOUR,
        "The four years from 2016/17 to 2018/19",
        "four mismatch → 3: 3 years from 2016/17 to 2018/19",
        "2016/17 traced: 2016/17",
        "2018/19 traced: 2018/19",
    ),
    (FOUR, "There is no figure for 2016/17.", "2016/17 mismatch: there is a figure for 2016/17"),
    (
        FOUR,
        "There is no comparable figure for 2016/17.",
        "2016/17 mismatch: there is a figure for 2016/17",
    ),
    (FOUR, "There is no figure for 2011/12.", "2011/12 untraced"),
    (FOUR, "The definition changed in 2016/17.", "2016/17 mismatch: no such change"),
    (
        FOUR,
        "2018/19, the year to 31 March 2019,",
        "2018/19 traced: 2018/19",
        "31 March 2019 exempt: date",
    ),
    (
        FOUR,
        "2018/19 (the financial year ending March 2018)",
        "2018/19 mismatch: 2018/19 ends in March 2019",
        "March 2018 exempt: date",
    ),
    (
        FOUR,
        "2018/19, the year ended 31 March 2020",
        "2018/19 mismatch: 2018/19 ends in March 2019",
        "31 March 2020 exempt: date",
    ),
    (GAP, "In two years", "two mismatch → 3: a span of 3 years"),
    (GAP, "In one year", "one year exempt: length of time"),
    (GAP, "In three years", "three traced: a span of 3 years"),
    (GAP, "Three years of figures", "Three traced: 3 years with figures"),
    (GAP, "Four years of figures", "Four mismatch → 3: 3 years with figures"),
    (GAP, "There is no figure for 2016/17.", "2016/17 traced: 2016/17"),
    (GAP, "There is no comparable figure for 2016/17.", "2016/17 traced: 2016/17"),
    (
        GAP,
        "There is no figure for 2015/16 or 2016/17.",
        "2015/16 mismatch: there is a figure for 2015/16",
        "2016/17 traced: 2016/17",
    ),
    (BROKEN, "The definition changed in 2017/18.", "2017/18 traced: 2017/18"),
    (BROKEN, "The definition changed in 2016/17.", "2016/17 mismatch → 2017/18: no such change"),
    (BROKEN, "counted in another way since 2017/18.", "2017/18 traced: 2017/18"),
    (BROKEN, "There is no comparable figure for 2016/17.", "2016/17 traced: 2016/17"),
    (BROKEN, "There is no figure for 2016/17.", "2016/17 mismatch: there is a figure for 2016/17"),
    (
        BROKEN,
        "There is no comparable figure for 2017/18.",
        "2017/18 mismatch: there is a figure for 2017/18",
    ),
    (
        BROKEN,
        "It rose by 10 since 2016/17.",
        "10 mismatch: 2016/17 is not compared with 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (BROKEN, "Two years of figures", "Two traced: 2 years with figures"),
    (BROKEN, "Four years of figures", "Four mismatch → 2: 2 years with figures"),
    (ENGLAND, "There is no figure for 2018/19.", "2018/19 mismatch: there is a figure for 2018/19"),
    (
        ENGLAND,
        "There is no comparable figure for 2018/19.",
        "2018/19 mismatch: there is a figure for 2018/19",
    ),
    (ENGLAND, "There is no comparable figure for 2017/18.", "2017/18 traced: 2017/18"),
    (
        ENGLAND,
        "There is no comparable figure for 2016/17.",
        "2016/17 mismatch: there is a figure for 2016/17",
    ),
    (ENGLAND, "There is no figure for 2015/16.", "2015/16 untraced"),
    (ENGLAND, "Three years of figures", "Three mismatch → 2: 2 years with figures"),
    (ENGLAND, "Two years of figures", "Two traced: 2 years with figures"),
    (ENGLAND, "In two years", "two traced: a span of 2 years"),
    (ENGLAND, "In one year", "one year exempt: length of time"),
    (ONE, "In three years", "three mismatch: no two years that compare"),
    (ONE, "Three years of figures", "Three mismatch → 1: 1 year with figures"),
    (ONE, "One year of figures", "One year exempt: length of time"),
    (ONE, "There is no figure for 2018/19.", "2018/19 mismatch: there is a figure for 2018/19"),
    (PRINTED, "In 2015/16", "2015/16 traced: 2015/16"),
    (PRINTED, "In 2016/17", "2016/17 traced: 2016/17"),
    (PRINTED, "There is no figure for 2016/17.", "2016/17 traced: 2016/17"),
    (PRINTED, "There is no figure for 2015/16.", "2015/16 mismatch: there is a figure for 2015/16"),
    (PRINTED, "In three years", "three mismatch: no two years that compare"),
    (PRINTED, "In four years", "four mismatch: no two years that compare"),
    (PRINTED, "The definition changed in 2017/18.", "2017/18 traced: 2017/18"),
    (PRINTED, "Three years of figures", "Three untraced"),
    (HALFYEAR, "6 months of 2016/17", "6 traced: 6 months", "2016/17 traced: 2016/17"),
    (HALFYEAR, "5 months of 2016/17", "5 mismatch → 6", "2016/17 traced: 2016/17"),
    (HALFYEAR, "Six months of 2017/18", "Six mismatch", "2017/18 traced: 2017/18"),
    (HALFYEAR, "6 months of the year", "6 months exempt: length of time"),
    (TWO, "6 months of 2018/19", "6 untraced", "2018/19 traced: 2018/19"),
]

MOST_COMMON = [
    (NATION, "The most common age was 13.", "13 traced: most common age 13"),
    (NATION, "The most common age was 12.", "12 mismatch → 13: most common age 13"),
    *(
        (NATION, words.format("13"), "13 traced: most common age 13")
        for words in (
            "{} was the age most often recorded.",
            "{} is the age that comes up most often.",
            "The age that appears most often here is {}.",
            "{} is the peak age.",
        )
    ),
    (NATION, "12 was the age most often recorded.", "12 mismatch → 13: most common age 13"),
    (
        NATION,
        "The most common age in 2015/16 was 13.",
        "2015/16 traced: 2015/16",
        "13 mismatch: the ages are those of 2018/19",
    ),
    (NATION, "The youngest was four.", "four untraced"),
    (
        NATION,
        "The most common age band was 12 to 15.",
        "12 to 15 mismatch: no age band may be given",
    ),
    (
        TWINS,
        "12 and 13 were the most common ages.",
        "12 traced: most common age 12",
        "13 traced: most common age 13",
    ),
    (
        TWINS,
        "The most common ages were 12 and 13.",
        "12 traced: most common age 12",
        "13 traced: most common age 13",
    ),
    (TWINS, "The most common age was 14.", "14 mismatch → 12 and 13: most common age 12 and 13"),
    (TWINS, "14 was the most common age.", "14 mismatch → 12 and 13: most common age 12 and 13"),
    (
        BANDS,
        "12 to 15 was the most common age band.",
        "12 to 15 traced: most common age band 12-15",
    ),
    (
        BANDS,
        "The most common age band was 12 to 15.",
        "12 to 15 traced: most common age band 12-15",
    ),
    (
        BANDS,
        "The most common age group was 16 to 17.",
        "16 to 17 mismatch → 12 to 15: most common age band 12-15",
    ),
    (BANDS, "The most common age was 13.", "13 mismatch: no most common age may be given"),
    (
        BANDS,
        "The most common age band in 2017/18 was 12 to 15.",
        "2017/18 untraced",
        "12 to 15 mismatch: the ages are those of 2018/19",
    ),
    (AGES, "The youngest was four.", "four traced: the youngest was 4"),
    (AGES, "The youngest was five.", "five mismatch → 4: the youngest was 4"),
    (AGES, "Children as young as four.", "four traced: the youngest was 4"),
    (
        AGES,
        "In 2015/16 the youngest was four.",
        "2015/16 traced: 2015/16",
        "four mismatch: the ages are those of 2018/19",
    ),
    (
        AGES,
        "The youngest was four in 2018/19.",
        "four traced: the youngest was 4",
        "2018/19 traced: 2018/19",
    ),
    (
        NOT_TOLD,
        "The youngest was four.",
        "four mismatch: the youngest age is given only nationally",
    ),
    (TWO, "The youngest was four.", "four untraced"),
    (TWO, "The most common age was 13.", "13 untraced"),
    (TWO, "The most common age band was 12 to 15.", "12 to 15 untraced"),
]


@pytest.mark.parametrize("case", [*FORCES, *YEARS, *MOST_COMMON], ids=by_text)
def test_forces_years_and_ages_are_told_for_what_they_are(case):
    known, text, *expected = case
    assert told(text, known) == expected
