"""What is read as a figure, how far it goes, and what it is taken for."""

import pytest

from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import FALLEN, NATION, SNAPCHAT, TWO, by_text, told

TWINS = facts_of(100, ages={"12": 30, "13": 30, "14": 20, "unknown": 20})
SOON = facts_of(9000)
MILLION = facts_of(1000, 2500000)
BILLION = facts_of(3 * 10**9)
EVE = facts_of(100, 131)

MODIFIERS = [
    (
        TWO,
        "That is 20 more than 48.",
        "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19",
        "48 traced: 48 in 2017/18",
    ),
    (
        TWO,
        "That is 20 MORE THAN 48.",
        "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19",
        "48 traced: 48 in 2017/18",
    ),
    (TWO, "That is many more than 48.", "48 traced: 48 in 2017/18"),
    (
        TWO,
        "That is 42% more than 48.",
        "42% mismatch → up from 48: 48 is under 50: too small a base for a percentage",
        "48 traced: 48 in 2017/18",
    ),
    (
        TWO,
        "That is 42 per cent more than 48.",
        "42 per cent mismatch → up from 48: 48 is under 50: too small a base for a percentage",
        "48 traced: 48 in 2017/18",
    ),
    (TWO, "The total is more than 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "The total was more than 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "There were over 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "There were above 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "In excess of 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "Upwards of 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "Nearly a 70.", "70 rounded: 68 in 2018/19"),
    (TWO, "Close to 70.", "70 rounded: 68 in 2018/19"),
    (TWO, "Just short of 70.", "70 rounded: 68 in 2018/19"),
    (TWO, "Approaching 70.", "70 rounded: 68 in 2018/19"),
    (TWO, "Some 67 offences.", "67 rounded: 68 in 2018/19"),
    (TWO, "Circa 67 offences.", "67 rounded: 68 in 2018/19"),
    (TWO, "Precisely 68 offences.", "68 traced: 68 in 2018/19"),
    (TWO, "A minimum of 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "Not less than 60.", "60 loose → 68: 68 in 2018/19"),
    (TWO, "At most 70.", "70 loose → 68: 68 in 2018/19"),
    (TWO, "Not more than 70.", "70 loose → 68: 68 in 2018/19"),
    (TWO, "Below 70.", "70 loose → 68: 68 in 2018/19"),
    (TWO, "Just below 70.", "70 rounded: 68 in 2018/19"),
    (
        FALLEN,
        "That is 14 fewer than 77.",
        "14 traced: a difference of 14: 77 in 2017/18, 63 in 2018/19",
        "77 traced: 77 in 2017/18",
    ),
    (
        FALLEN,
        "That is a third fewer than 77.",
        "a third mismatch → 18%: 77 in 2017/18, 63 in 2018/19",
        "77 traced: 77 in 2017/18",
    ),
    (
        FALLEN,
        "That is half more than 63.",
        "half mismatch → 18%: 77 in 2017/18, 63 in 2018/19",
        "63 mismatch → 77: 63 in 2018/19",
    ),
]

WORDS = [
    (MILLION, "There were 2.5 million offences.", "2.5 million traced: 2,500,000 in 2018/19"),
    (MILLION, "There were 2.5 billion offences.", "2.5 billion untraced"),
    (MILLION, "There were 2,500,000.", "2,500,000 traced: 2,500,000 in 2018/19"),
    (
        MILLION,
        "There were 2\u2009500\u2009000.",
        "2\u2009500\u2009000 traced: 2,500,000 in 2018/19",
    ),
    (MILLION, "There were a thousand.", "a thousand mismatch → 2,500,000: 1,000 in 2017/18"),
    (MILLION, "There were one thousand.", "one thousand mismatch → 2,500,000: 1,000 in 2017/18"),
    (MILLION, "There were two million, five hundred.", "two exempt", "five hundred untraced"),
    (BILLION, "There were 3 billion.", "3 billion traced: 3,000,000,000 in 2018/19"),
    (
        EVE,
        "There were one hundred and thirty-one.",
        "one hundred and thirty-one traced: 131 in 2018/19",
    ),
    (
        EVE,
        "There were a hundred and thirty one.",
        "a hundred and thirty one traced: 131 in 2018/19",
    ),
    (EVE, "There were a hundred.", "a hundred mismatch → 131: 100 in 2017/18"),
    (
        EVE,
        "There were one hundred and thirty-two.",
        "one hundred and thirty-two mismatch → 131: 131 in 2018/19",
    ),
    (EVE, "There were one-hundred.", "one-hundred mismatch → 131: 100 in 2017/18"),
    (EVE, "There were ONE HUNDRED.", "ONE HUNDRED mismatch → 131: 100 in 2017/18"),
    (EVE, "31% more.", "31% traced: 100 in 2017/18, 131 in 2018/19"),
    (EVE, "31pc more.", "31pc traced: 100 in 2017/18, 131 in 2018/19"),
    (EVE, "31 per cent more.", "31 per cent traced: 100 in 2017/18, 131 in 2018/19"),
    (EVE, "31 percent more.", "31 percent traced: 100 in 2017/18, 131 in 2018/19"),
    (EVE, "31-per-cent more.", "31-per-cent traced: 100 in 2017/18, 131 in 2018/19"),
    (
        NATION,
        "Eight thousand two hundred and twenty-four.",
        "Eight thousand two hundred and twenty-four traced: 8,224 in 2018/19, all forces "
        "that replied",
    ),
    (
        NATION,
        "Eight thousand, two hundred and twenty-four.",
        "Eight thousand, two hundred and twenty-four traced: 8,224 in 2018/19, all forces "
        "that replied",
    ),
    (
        NATION,
        "Four thousand and forty-two.",
        "Four thousand and forty-two mismatch → 8,224: 4,042 in 2015/16, among 40 forces with "
        "figures for both years",
    ),
    (NATION, "Forty-two.", "Forty-two untraced"),
    (NATION, "Twelve hundred.", "Twelve hundred untraced"),
    (TWO, "Sixty-eight.", "Sixty-eight traced: 68 in 2018/19"),
    (TWO, "SIXTY-EIGHT.", "SIXTY-EIGHT traced: 68 in 2018/19"),
    (TWO, "Sixty eight.", "Sixty eight traced: 68 in 2018/19"),
    (TWO, "Sixty-nine.", "Sixty-nine mismatch → 68: 68 in 2018/19"),
    (
        TWO,
        "Forty-eight or eighty-six.",
        "Forty-eight mismatch → 68: 48 in 2017/18",
        "eighty-six mismatch → 68: 68 in 2018/19",
    ),
    (TWO, "Zero.", "Zero exempt"),
    (TWO, "It was never zero.", "zero exempt"),
    (TWO, "It is not a case of zero.", "zero exempt"),
    (TWO, "54%68 offences.", "54% untraced", "68 traced: 68 in 2018/19"),
    (TWO, "It is 1.5 in 5.", "1.5 untraced", "5 untraced"),
    (TWO, "0 in 5 children.", "0 mismatch: no year has a confirmed zero", "5 untraced"),
    (TWO, "One in 101 children.", "One untraced", "101 untraced"),
    (TWO, "1 in 100 children.", "1 in 100 untraced"),
    (TWO, "It rose by five percentage points.", "five percentage points untraced"),
    (TWO, "It rose 5%-points.", "5%-points untraced"),
    (TWO, "£68 was spent.", "68 untraced"),
    (TWO, "68 pounds.", "68 untraced"),
    (TWO, "Twice\nas  many.", "Twice\nas  many mismatch: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "More than £ 68.", "68 untraced"),
    (TWO, "A 68-page report.", "68-page exempt"),
    (TWO, "087 cases.", "087 untraced"),
    (TWO, "82,24 cases.", "82,24 untraced"),
]

EXEMPTIONS = [
    (TWO, "See www.example.org/2018/19 for it.", "www.example.org/2018/19 exempt: address"),
    (TWO, "FOI ref 2018/19-123.", "FOI ref 2018/19-123 exempt: reference"),
    (TWO, "Under FOI ref 2018/19 it said.", "FOI ref 2018/19 exempt: reference"),
    (TWO, "See www.example.org?y=2018/19 for it.", "www.example.org?y=2018/19 exempt: address"),
    (
        TWO,
        "From 1 April 2018 - 15 June 2018.",
        "1 April 2018 exempt: date",
        "15 June 2018 exempt: date",
    ),
    (TWO, "On 25 June 2019 at 9am.", "25 June 2019 exempt: date", "9am exempt: time"),
    (
        TWO,
        "Call 0808 800 5000; dial 999.",
        "0808 800 5000 exempt: telephone number",
        "dial 999 exempt: telephone number",
    ),
    (
        TWO,
        "Under section 15A of the 2003 Act.",
        "section 15A exempt: statute",
        "2003 Act exempt: statute",
    ),
    (TWO, "At 42 Long Road, EC2A 3NH.", "42 Long Road exempt: street", "EC2A 3NH exempt: postcode"),
    (
        TWO,
        "Offence code 71/22; see note 3.",
        "code 71/22 exempt: offence code",
        "note 3 exempt: note number",
    ),
    (
        TWO,
        "Year 9 and Key Stage 3.",
        "Year 9 exempt: name with a number",
        "Key Stage 3 exempt: name with a number",
    ),
    (TWO, "1. First\n2. Second", "1. exempt: list marker", "2. exempt: list marker"),
    (TWO, "The 21st meeting.", "21st exempt: ordinal"),
    (TWO, "Aged 12 to 15.", "Aged 12 to 15 exempt: age"),
    (TWO, "Her son, 13, was told.", "son, 13, exempt: age of a person"),
    (
        TWO,
        "24/7 and 24 hours a day.",
        "24/7 exempt: offence code",
        "24 hours a day exempt: length of time",
    ),
    (TWO, "A quarter of a century.", "A quarter of a century exempt: part of a time"),
    (TWO, "One child may be asked.", "One child may exempt: one of any"),
    (TWO, "One of them.", "One of exempt: phrase with one"),
    (TWO, "He was 12 years of age.", "12 years of age exempt: age"),
    (TWO, "[1]2018/19", "[1] exempt: note number", "2018/19 traced: 2018/19"),
    (TWO, "[2] 68 cases.", "[2] exempt: list marker", "68 traced: 68 in 2018/19"),
    (TWO, "There were 68[1] offences.", "68 traced: 68 in 2018/19", "[1] exempt: note number"),
]

AGES_READ = [
    (
        TWINS,
        "12 and 13 were the most common ages.",
        "12 traced: most common age 12",
        "13 traced: most common age 13",
    ),
    (
        TWINS,
        "13-year-olds were the most common victims.",
        "13-year-olds traced: most common age 13",
    ),
    (
        TWINS,
        "14-year-olds were the most common victims.",
        "14-year-olds mismatch → 12 and 13: most common age 12 and 13",
    ),
    (TWINS, "A four-year-old.", "four-year-old untraced"),
    (TWINS, "12 to 13-year-olds.", "12 to 13-year-olds exempt: age"),
    (TWINS, "12- and 13-year-olds.", "12- and 13-year-olds exempt: age"),
    (
        TWINS,
        "The most common age was 12 and 13.",
        "12 traced: most common age 12",
        "13 traced: most common age 13",
    ),
    (SNAPCHAT, "A four-year-old.", "four-year-old traced: the youngest was 4"),
    (SNAPCHAT, "A five-year-old.", "five-year-old mismatch → 4: the youngest was 4"),
    (SNAPCHAT, "The youngest, four.", "four traced: the youngest was 4"),
    (SNAPCHAT, "The youngest was aged just four.", "four traced: the youngest was 4"),
    (SNAPCHAT, "Those aged 4 to 5-year-olds.", "aged 4 to 5 exempt: age"),
]

INTERVALS_READ = [
    (SOON, "An offence every 59 minutes.", "59 minutes traced: one every 59 minutes"),
    (SOON, "Every 59 minutes.", "59 minutes traced: one every 59 minutes"),
    (SOON, "Every 2 hours.", "2 hours mismatch → 59: one every 59 minutes"),
    (SOON, "Every 3540 seconds.", "3540 seconds traced: one every 59 minutes"),
    (SOON, "One every 3,540 seconds.", "One every 3,540 seconds traced: one every 59 minutes"),
    (SOON, "One every two hours.", "One every two hours mismatch → 59: one every 59 minutes"),
    (SOON, "25 crimes a day.", "25 traced: 24 a day"),
    (SOON, "24 crimes every single day.", "24 traced: 24 a day"),
    (SOON, "24 a day.", "24 traced: 24 a day"),
    (SOON, "24 times a day.", "24 traced: 24 a day"),
    (SOON, "24 offences daily.", "24 traced: 24 a day"),
    (SOON, "A daily average of 24.", "24 traced: 24 a day"),
    (SOON, "A weekly rate of 172.", "172 traced: 172 a week"),
    (SOON, "Every week, police record 172 offences.", "172 traced: 172 a week"),
    (SOON, "Each month police record 750 offences.", "750 traced: 750 a month"),
    (SOON, "It takes 2 days a week.", "2 days a week exempt: length of time"),
    (SOON, "750 offences monthly.", "750 traced: 750 a month"),
    (SOON, "172 weekly.", "172 traced: 172 a week"),
    (SOON, "24, or 25 a day.", "24 untraced", "25 traced: 24 a day"),
]


@pytest.mark.parametrize(
    "case", [*MODIFIERS, *WORDS, *EXEMPTIONS, *AGES_READ, *INTERVALS_READ], ids=by_text
)
def test_a_figure_is_read_for_what_it_is(case):
    known, text, *expected = case
    assert told(text, known) == expected
