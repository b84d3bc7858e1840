"""Sentences that read nearly like others of another meaning, and what is asked about in them."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of
from tests.tracing.tarn_and_england import TARN, documents, flagged


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Snapchat or Instagram was the app in 68 offences.", []),
        ("Snapchat or Instagram was the app in 71 offences.", ["71"]),
        ("Snapchat or Instagram was named in 68, and girls were the victims in 112.", []),
        ("In 2019/20, 82% were on Snapchat or Instagram, and there were 149 offences in all.", []),
        ("In 82% it was Snapchat or Instagram, and in 15 it was Kik.", []),
        ("Girls were the victims in 112, and 149 in total, police said.", []),
        ("Girls were the victims in 112 of 140. Four in five.", []),
        ("In Tarn 48% (40) were on Snapchat and 34% (28) on Instagram. "
         "In England and Wales it was 45% and 25%.", []),
        ("In Tarn the number rose by 35%, and 48% were on Snapchat and 34% on Instagram. "
         "In England and Wales it was 45% and 25%.", ["45%"]),
        ("In Tarn 48% were on Snapchat, with 28 on Instagram, "
         "close to the 45% seen across England and Wales.", []),
        ("In Tarn 48% were on Snapchat, up 35%, "
         "close to the 45% seen across England and Wales.", []),
        ("Higher than the 45% seen across England and Wales, it is said.", ["45%"]),
        ("Girls use Snapchat. The messaging app was named in 40 offences.", []),
        ("Instagram was beaten by Snapchat, with 40 and 28 offences.", []),
        ("The girl was two years older than police thought when she told them.", []),
        ("Officers were asked about apps; the most common was 13.", ["13"]),
    ],
)  # fmt: skip
def test_a_number_is_of_the_parts_that_it_is_said_of(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("149 offences where 83 have a known platform:\n- Snapchat: 40", []),
        ("83 where it was known:\n- Snapchat: 40", []),
        ("Officers promised to look at the apps. They did so in 149 offences.", []),
        ("Last year Snapchat was named most as the app. It was recorded in 83 cases.", []),
        ("For girls, in 25 of the 149 the age was recorded.", ["25"]),
    ],
)
def test_what_is_known_is_so_of_the_number_that_it_is_said_of(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Not counted are the other 12 forces, Tarn Police said: its own figure was 149.", []),
        ("In Tarn 149 offences were logged, 112 against girls. "
         "The others recorded were 28 against boys.", []),
        ("In Tarn Snapchat was named in 40, Instagram in 28 and Kik in 15. "
         "All of them together were named in 83.", []),
        ("A year ago 110 were logged by police in Tarn and 149 in all.", []),
        ("There were 110 in Tarn a year ago, rising to 149 in all.", []),
        ("Was it higher than in Holm?\n\nIt recorded 149 offences.", ["higher than in Holm"]),
        ("Police had 91 in Holm and 2,489 altogether.", []),
        ("A chief in Scotland said her own force had recorded 149.", []),
        ("For England and Wales, Ann Hall said, the number was 2,489; her own force had 149.", []),
        ("“We recorded 149 offences,” said the head of police research.", []),
        ("The charity asked schools. Answered: 12.", ["12"]),
        ("Eleven of the 12 forces can be compared: they had 2,398.", ["Eleven of the 12"]),
    ],
)  # fmt: skip
def test_a_number_is_of_the_force_that_it_is_said_of(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In the year before\n2018/19 it had recorded 95.", []),
        ("In the year before\n2018/19 it had recorded 110.", ["110"]),
        ("In the two years to 2019 it rose by 54.", []),
        ("The 149 is 39 more than in 2018/19, and more than in the first of them.", []),
        ("The rise was of 39, which is more than in the first of them.", []),
        ("The baseline is 149 offences.", []),
        ("There were 77 in 2016/17. The 149 is 72 more than in the first.", []),
        ("It had 110 in 2018/19 and 95 in 2017/18. "
         "The 149 is 39 more than in the first of those.", ["39"]),
        ("In the earliest of the four years it had 77.", []),
        ("In the middle year of the four years it had 110.", ["110"]),
        ("In 2016/17 it had 77. The two years since have seen a rise of 72.", ["72"]),
        ("Of the 110 recorded in 2018/19 there is no more to say; 149 were recorded.", []),
        ("The three years that followed saw 95, 110 and 149.", []),
        ("In the two years before it had 77, then 95 in 2017/18.", []),
        ("From 2016/17 to 2018/19 it rose, and two years earlier it had 77.", []),
        ("It is up, compared with the 95 in 2017/18. The year before, it had 110.", []),
        ("It has risen since 2017/18. The year before, it had 110.", []),
        ("It had 95 in 2017/18 and 149 in 2019/20. The year in between it had 110. "
         "In 2016/17 it had 77.", []),
        ("It had 95 in 2017/18 and 149 in 2019. The year in between had 110.", []),
        ("In between it had 110 offences.", ["110"]),
        ("It was more than the 95 of 2017/18. The next year, it had 110.", []),
        ("It had 95 in 2017/18. In the earlier year it was 95; in 2016/17 it had been 77.", []),
        ("Police counted 12 offences in December 2018, "
         "and it rose in every year since: to 149.", ["12"]),
        ("Year by year, with the 12 offences in December 2018, it had 95, 110 and 149.", ["12"]),
        ("Until 2016/17 its record was 77. The years that followed brought 95, 110 and 149.", []),
        ("How many is that a month? In 2019/20 we had 149.", []),
        ("It gave figures for 149.", []),
        ("It is a 2.5-year high.", []),
    ],
)  # fmt: skip
def test_a_number_is_of_the_year_that_it_is_said_of(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Tarn Police opened 39 more investigations than in 2018/19.", []),
        ("It rose by 35% last year compared with 2018/19, by 16% the year before.", []),
        ("It recorded 149, up 35%, and in 2018/19 police began a new unit.", []),
        ("There were 110 in 2018/19, when officers logged 39 fewer.", ["39"]),
        ("It is up 16%. It had 110 the year before, a rise of 16%.", ["16%"]),
        ("Girls were named in 112. It had 110 the year before, a rise of 16%.", []),
        ("There were 149 offences. There were 110 the year before, a rise of 35%.", []),
        ("There were 95 in 2017/18. There were 110 the year before, a rise of 16%.", []),
    ],
)
def test_a_change_is_between_the_years_that_it_is_said_of(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In 2019/20 and 2018/19 together there were 259.", []),
        ("Together, 2019/20 and 2018/19 had 269 offences.", ["269"]),
        ("In 2018/19 and 2019/20 it had 259.", []),
        ("More than 109 offences were recorded in both 2018/19 and 2019/20.", []),
        ("More than 250 offences were recorded in 2018/19 and 2019/20 together.", []),
        ("Over 2018/19–2019/20 more than 250 offences were recorded.", []),
        ("Police said last year and the year before were each a record, at 149.", []),
        ("The three years to 2019/20 were hard and 149 were counted.", []),
        ("Adding 2018/19 to 2019/20 makes 259.", []),
        ("Adding 2019/20 to 2019/20 makes 149.", []),
        ("Over all four years the numbers add up to 431.", []),
    ],
)
def test_a_sum_is_of_the_years_that_it_is_said_of(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In the year after 2018/25 it recorded 149.", ["2018/25"]),
        ("It had 110 before the rise in 2019/25.", ["110", "2019/25"]),
        ("Until 2018/25 the highest number it had recorded was 110.", ["2018/25", "110"]),
        ("The three years to 2019/25 saw 354.", ["2019/25"]),
        ("In both 2018/19 and 2019/25 it had 149.", ["2019/25", "149"]),
        ("Adding 2018/25 to 2019/20 makes 259.", ["2018/25", "259"]),
        ("Adding 2018/25 to 2019/25 makes 259.", ["2018/25", "2019/25"]),
        ("In 2018/25 and 2019/25 together there were 259.", ["2018/25", "2019/25", "259"]),
        ("It rose by 72 in the three years to March 2019/20.", []),
    ],
)
def test_a_year_that_cannot_be_is_asked_about(text, asked):
    assert flagged(text) == asked


def asked_about(text, *documents):
    found = trace(text, *documents)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


def test_several_forces_are_not_all_where_nothing_of_all_is_there():
    assert asked_about("Surrey, Kent and Essex recorded 149 offences.", documents()[0]) == ["149"]


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("online offences against teenagers", "There were 149 online offences against teenagers."),
        ("grooming", "Tarn Police recorded 149 grooming offences."),
    ],
)
def test_a_word_of_what_is_counted_names_no_part_of_it(measure, text):
    parts = {"of": 149, "known": 149, "parts": {"grooming": 100, "rape": 49}}
    facts = TARN | {"measure": measure, "shares": {"offence": parts}}
    assert asked_about(text, Evidence(read_facts(facts))) == []


def test_a_total_in_print_counts_beside_a_series():
    recorded = {"claim": "total", "year": "2015/16", "value": 3186, "publication": "June 2016"}
    series = {name: TARN[name] for name in ("place", "measure", "latest", "scope", "series")}
    tarn = Evidence(read_facts(series | {"recorded": [recorded]}))
    assert 3186 in tarn.numbers
    assert asked_about("In 2015/16 it recorded 3,186 offences.", tarn) == []
    assert asked_about("In 2015/16 it recorded 3,187 offences.", tarn) == ["3,187"]


def test_of_ages_with_a_small_number_not_even_the_least_is_given_where_the_table_is_not():
    few = {"12": {"suppressed": [1, 4]}, "13": 3, "14": 2, "unknown": 80}
    assert Evidence(facts_of(400, ages=few)).least == []


def test_a_record_known_only_as_a_range_has_no_number():
    record = Evidence(facts_of(40, 50, 60, 70, {"suppressed": [200, 250]}))
    assert [count.value for count in record.counts] == [40, 50, 60, 70]
