"""The year, the base and the direction that belong to a figure, from the words around it."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.finding.clauses import Passage
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import FOUR, TWO, by_text, told

DOWN = facts_of(120, 70)
LONG = facts_of(*[{"missing": "late"}] * 9, 50, 60)
SNAP = read_facts(
    {
        "latest": "2018/19",
        "series": {"2017/18": 500, "2018/19": 1000},
        "shares": {"platform": {"of": 1000, "known": 800, "parts": {"Chatter": 344}}},
    }
)

YEARS_BESIDE = [
    (
        FOUR,
        "It rose 54% since 2016/19.",
        "54% traced: 160 in 2017/18, 247 in 2018/19",
        "2016/19 mismatch → 2016/17: no such year",
    ),
    (
        FOUR,
        "Since January 2016 it rose 106%.",
        "January 2016 exempt: date",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since February 2016 it rose 106%.",
        "February 2016 exempt: date",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since March 2016 it rose 106%.",
        "March 2016 exempt: date",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since April 2016 it rose 106%.",
        "April 2016 exempt: date",
        "106% mismatch → 89%: 131 in 2016/17, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since January 2017 it rose 89%.",
        "January 2017 exempt: date",
        "89% traced: 131 in 2016/17, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since April 2016 it rose 89%.",
        "April 2016 exempt: date",
        "89% traced: 131 in 2016/17, 247 in 2018/19",
    ),
    (
        FOUR,
        "Compared with 2015/16 offences rose 89% since 2016/17.",
        "2015/16 traced: 2015/16",
        "89% traced: 131 in 2016/17, 247 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (
        FOUR,
        "Since 2016/17 or since 2015/16 it rose 106%.",
        "2016/17 traced: 2016/17",
        "2015/16 traced: 2015/16",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since 2015/16, in 2018/19 it is up 106%.",
        "2015/16 traced: 2015/16",
        "2018/19 traced: 2018/19",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "“Since 2015/16, it is up 106%.”",
        "2015/16 traced: 2015/16",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "- Since 2015/16: up 106%.",
        "2015/16 traced: 2015/16",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
    ),
    (
        FOUR,
        "Since 2015/16, up 89% compared with 2016/17.",
        "2015/16 traced: 2015/16",
        "89% traced: 131 in 2016/17, 247 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (
        FOUR,
        "Since 2018/19, it rose 54%.",
        "2018/19 traced: 2018/19",
        "54% mismatch: 2018/19 is not compared with 2018/19",
    ),
    (
        FOUR,
        "Since 2018/19 it rose 54%.",
        "2018/19 traced: 2018/19",
        "54% mismatch: 2018/19 is not compared with 2018/19",
    ),
    (FOUR, "It was so in May. It rose 54%.", "54% traced: 160 in 2017/18, 247 in 2018/19"),
    (
        FOUR,
        "Since 2014/15, it rose 54%.",
        "2014/15 mismatch → 2015/16: the figures run from 2015/16 to 2018/19",
        "54% mismatch: 2014/15 is not compared with 2018/19",
    ),
    (
        FOUR,
        "It rose 54% compared with 2018/19.",
        "54% mismatch: 2018/19 is not compared with 2018/19",
        "2018/19 traced: 2018/19",
    ),
    (
        FOUR,
        "It rose 106% between 2015/16 and 2018/19.",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
        "2015/16 traced: 2015/16",
        "2018/19 traced: 2018/19",
    ),
    (
        FOUR,
        "It is 106% higher than in 2015/16.",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
        "2015/16 traced: 2015/16",
    ),
    (
        FOUR,
        "It doubled since 2015/16; it rose 54%.",
        "doubled traced: 120 in 2015/16, 247 in 2018/19",
        "2015/16 traced: 2015/16",
        "54% traced: 160 in 2017/18, 247 in 2018/19",
    ),
    (
        FOUR,
        "Police saw it. Since 2015/16, it is up 54%. It rose 54%.",
        "2015/16 traced: 2015/16",
        "54% mismatch → 106%: 120 in 2015/16, 247 in 2018/19",
        "54% traced: 160 in 2017/18, 247 in 2018/19",
    ),
    (
        TWO,
        "There were 48 offences and in 2018/19 there were 68.",
        "48 mismatch → 68: 48 in 2017/18",
        "2018/19 traced: 2018/19",
        "68 traced: 68 in 2018/19",
    ),
    (
        TWO,
        "There were 68 offences then in 2017/18 there were 48.",
        "68 traced: 68 in 2018/19",
        "2017/18 traced: 2017/18",
        "48 traced: 48 in 2017/18",
    ),
    (
        TWO,
        "There were 68 and two more in 2017/18.",
        "68 traced: 68 in 2018/19",
        "two mismatch: changes are held up to 2018/19 alone",
        "2017/18 traced: 2017/18",
    ),
    (TWO, "The 2017/18 figure was 48.", "2017/18 traced: 2017/18", "48 traced: 48 in 2017/18"),
    (
        TWO,
        "The 2018/19 figure was 48.",
        "2018/19 traced: 2018/19",
        "48 mismatch → 68: 48 in 2017/18",
    ),
    (
        TWO,
        "The figure for 2018/19 was 48.",
        "2018/19 traced: 2018/19",
        "48 mismatch → 68: 48 in 2017/18",
    ),
    (
        TWO,
        "The number in 2017/18 was 68.",
        "2017/18 traced: 2017/18",
        "68 mismatch → 48: 68 in 2018/19",
    ),
    (
        TWO,
        "In 2018/19 there were 48.",
        "2018/19 traced: 2018/19",
        "48 mismatch → 68: 48 in 2017/18",
    ),
    (
        TWO,
        "During 2018/19 there were 48.",
        "2018/19 traced: 2018/19",
        "48 mismatch → 68: 48 in 2017/18",
    ),
    (TWO, "In 2018/19 it was up from 48.", "2018/19 traced: 2018/19", "48 traced: 48 in 2017/18"),
    (
        TWO,
        "In 2018/19 it compares with 48.",
        "2018/19 traced: 2018/19",
        "48 mismatch → 68: 48 in 2017/18",
    ),
    (
        TWO,
        "In 2018/19 five more than 48.",
        "2018/19 traced: 2018/19",
        "five mismatch → 20: 48 in 2017/18, 68 in 2018/19",
        "48 traced: 48 in 2017/18",
    ),
    (
        TWO,
        "The total for 2018/19 is told. 48 were before.",
        "2018/19 traced: 2018/19",
        "48 mismatch → 68: 48 in 2017/18",
    ),
    (
        TWO,
        "There were 48 in all of 2018/19.",
        "48 mismatch → 68: 48 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (
        TWO,
        "There were 68 for 2017/18.",
        "68 mismatch → 48: 68 in 2018/19",
        "2017/18 traced: 2017/18",
    ),
    (
        SNAP,
        "43% of cases in 2017/18 and 2018/19.",
        "43% untraced",
        "2017/18 traced: 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (SNAP, "43% of cases in 2518/19.", "43% untraced", "2518/19 mismatch → 2018/19: no such year"),
    (SNAP, "In 2017/18 it fell. 43% of cases.", "2017/18 traced: 2017/18", "43% untraced"),
    (SNAP, "43% of cases in 2017/18.", "43% untraced", "2017/18 traced: 2017/18"),
    (
        FOUR,
        "It rose 106% from the 120 before.",
        "106% traced: 120 in 2015/16, 247 in 2018/19",
        "120 traced: 120 in 2015/16",
    ),
    (
        FOUR,
        "It doubled, from 120.",
        "doubled traced: 120 in 2015/16, 247 in 2018/19",
        "120 traced: 120 in 2015/16",
    ),
    (
        FOUR,
        "It is twice as many as the 120.",
        "twice as many traced: 120 in 2015/16, 247 in 2018/19",
        "120 traced: 120 in 2015/16",
    ),
    (
        FOUR,
        "It is 127 more than the 120.",
        "127 traced: a difference of 127: 120 in 2015/16, 247 in 2018/19",
        "120 traced: 120 in 2015/16",
    ),
    (
        FOUR,
        "It rose 54% from 120.5.",
        "54% traced: 160 in 2017/18, 247 in 2018/19",
        "120.5 untraced",
    ),
    (
        FOUR,
        "It rose 54% from 120%.",
        "54% traced: 160 in 2017/18, 247 in 2018/19",
        "120% mismatch: no such change",
    ),
    (
        FOUR,
        "It rose 54% from just 160.",
        "54% traced: 160 in 2017/18, 247 in 2018/19",
        "160 traced: 160 in 2017/18",
    ),
    (DOWN, "42% of the cases is up.", "42% untraced"),
    (DOWN, "42% of the sums is up.", "42% untraced"),
    (DOWN, "42%, up again.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "42%; up it went.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Up: 42%.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Up; 42%.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "It rose, or rather fell 42%.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "It fell, then rose 42%.", "42% mismatch → 42% (down): 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "A fall: it rose 42%.", "42% mismatch → 42% (down): 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down 42% more.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Up 42% fewer.", "42% mismatch → 42% (down): 120 in 2017/18, 70 in 2018/19"),
    (
        DOWN,
        "42% higher, 42% lower.",
        "42% mismatch → 42% (down): 120 in 2017/18, 70 in 2018/19",
        "42% traced: 120 in 2017/18, 70 in 2018/19",
    ),
    (
        DOWN,
        "Up nobody had expected that even at all 42%.",
        "42% mismatch → 42% (down): 120 in 2017/18, 70 in 2018/19",
    ),
    (
        DOWN,
        "Up nobody had expected that even at alls 42%.",
        "42% traced: 120 in 2017/18, 70 in 2018/19",
    ),
    (
        LONG,
        "There is no comparable figure for 2008/09, 2009/10, 2010/11, 2011/12, 2012/13, "
        "2013/14, 2014/15, 2015/16 or 2016/17.",
        "2008/09 traced: 2008/09",
        "2009/10 traced: 2009/10",
        "2010/11 traced: 2010/11",
        "2011/12 traced: 2011/12",
        "2012/13 traced: 2012/13",
        "2013/14 traced: 2013/14",
        "2014/15 traced: 2014/15",
        "2015/16 traced: 2015/16",
        "2016/17 traced: 2016/17",
    ),
    (
        LONG,
        "There is no comparable figure for 2008/09, 2009/10, 2010/11, 2011/12, 2012/13, "
        "2013/14, 2014/15, 2015/16 or 2017/18.",
        "2008/09 traced: 2008/09",
        "2009/10 traced: 2009/10",
        "2010/11 traced: 2010/11",
        "2011/12 traced: 2011/12",
        "2012/13 traced: 2012/13",
        "2013/14 traced: 2013/14",
        "2014/15 traced: 2014/15",
        "2015/16 traced: 2015/16",
        "2017/18 mismatch: there is a figure for 2017/18",
    ),
]


@pytest.mark.parametrize("case", YEARS_BESIDE, ids=by_text)
def test_a_figure_is_judged_by_the_year_the_base_and_the_direction_beside_it(case):
    known, text, *expected = case
    assert told(text, known) == expected


@pytest.mark.parametrize("text", ["In 2016–2018 it rose.", "In 2016-19 it rose.", "In 2015-2018."])
def test_a_span_of_years_is_no_year_with_a_slip_in_it(text):
    assert "year" not in [figure.kind for figure in trace(text, FOUR)]


def test_an_empty_text_is_one_empty_sentence():
    assert Passage("").sentence_bounds(0) == (0, 0)


def test_before_the_first_sentence_is_none_at_the_beginning_of_the_text():
    passage = Passage("  Tarn had 68. Up from 48.")
    second, first = passage.sentence_bounds(15)[0], passage.sentence_bounds(4)[0]
    assert passage.text[slice(*passage.bounds_before(second))].strip() == "Tarn had 68."
    assert passage.bounds_before(first) == passage.bounds_before(0) == (0, 0)
