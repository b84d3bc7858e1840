"""A change that is given as a number and as a percentage is one change, from one year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import TARN, flagged


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn, the increase since 2016/17 is {difference} offences, or {percent}.",
        "Offences in Tarn have risen by {percent}, or {difference} offences.",
        "In Tarn offences rose by {percent}, an extra {difference}.",
        "Tarn saw a rise of {difference} ({percent}).",
        "Offences in Tarn were up by {percent} – or {difference}.",
        "The increase across those three years in Tarn is {percent}, or {difference} offences.",
        "There were {difference} more offences in Tarn, which means {percent} more.",
        "The rise in Tarn was {difference} – that is, {percent}.",
        "Tarn had 149, up from 77 in 2016/17. The rise of {difference} amounts to {percent}.",
    ],
)
def test_a_difference_and_a_percentage_beside_it_are_of_one_change(text):
    assert flagged(text.format(difference="72", percent="94%")) == []
    for difference, percent in (("39", "94%"), ("72", "35%"), ("54", "94%"), ("72", "57%")):
        wrong = flagged(text.format(difference=difference, percent=percent))
        assert wrong, (difference, percent)


ENDS = [
    "Tarn Police logged 149 last year and {old} in {year}, which is a rise of {change}.",
    "Tarn Police recorded 149. It recorded {old} in {year}, so the total has gone up by {change}.",
    "Tarn Police recorded 149, against {old} in {year}, making a rise of {change}.",
    "In Tarn it was {old} in {year} and 149 last year. That is an increase of {change}.",
    "Tarn had 149, compared with {old} in {year}: a rise of {change}.",
    "Tarn had 149, against {old} in {year}, when officers first asked: an increase of {change}.",
]
CHANGES = {
    "2016/17": (77, "72", "94%"),
    "2017/18": (95, "54", "57%"),
    "2018/19": (110, "39", "35%"),
}


@pytest.mark.parametrize("text", ENDS)
def test_a_change_told_of_the_two_numbers_before_it_is_of_these_and_of_no_others(text):
    for year, (old, *_) in CHANGES.items():
        for of, (_, *both) in CHANGES.items():
            for change in both:
                wrong = flagged(text.format(old=old, year=year, change=change))
                assert wrong == ([] if of == year else [change]), (year, change)


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn offences rose by 39, or {}, in a year and by {}, or {}, since 2016/17.",
        "In Tarn offences rose by 39 ({}) on the year before and by {} ({}) since 2016/17.",
    ],
)
def test_two_changes_in_both_forms_have_each_their_own_year(text):
    assert flagged(text.format("35%", "72", "94%")) == []
    for wrong in (("57%", "72", "94%"), ("35%", "54", "94%"), ("35%", "72", "57%")):
        assert flagged(text.format(*wrong)) != [], wrong


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Police recorded 66 offences, up {}.",
        "Tarn Police recorded 66 offences. That is {} more.",
        "Tarn Police recorded 66 offences, a rise of {} last year.",
        "Tarn Police recorded 66 in 2021/22, up {}.",
    ],
)
def test_a_count_that_is_also_the_difference_of_two_years_is_not_taken_for_their_change(text):
    series = {"2018/19": 60, "2019/20": 126, "2020/21": 60, "2021/22": 66}
    facts = {name: TARN[name] for name in ("place", "measure", "scope")}
    tarn = Evidence(read_facts({**facts, "latest": "2021/22", "series": series}))
    for change, verdicts in (("10%", ("traced",)), ("110%", ("mismatch", "untraced"))):
        found = {f.text: f.verdict for f in trace(text.format(change), tarn)}
        assert found["66"] == "traced", found
        assert found[change] in verdicts, found


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Children aged ten and under were the victims in 14 offences in Tarn, which is 12%"
         " of all the offences recorded.", True),
        ("Children aged ten and under were the victims in 14 offences in Tarn, which is 12%"
         " of those where the age was recorded.", False),
    ],
)  # fmt: skip
def test_a_share_of_all_that_is_recorded_is_none_of_those_known(text, is_wrong):
    assert bool(flagged(text)) == is_wrong


@pytest.mark.parametrize("age", ["seen most often", "recorded most frequently", "given most"])
def test_the_age_seen_most_often_is_the_most_common(age):
    assert flagged(f"In Tarn the age {age} was 14, with 27 offences.") == []
    assert flagged(f"In Tarn the age {age} was 13, with 27 offences.") != []
