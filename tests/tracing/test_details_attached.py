"""A number with a detail of it, one force's part of all offences, a year before that."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    "text",
    [
        "Of the 149 offences in Tarn, 118 had an age attached.",
        "In Tarn, 118 of the 149 offences came with an age.",
        "In Tarn 83 of the 149 offences had a platform recorded.",
        "In Tarn 140 of the offences had the sex of the child recorded.",
        "118 offences in Tarn came with an age.",
        "118 of the offences recorded by Tarn Police had an age attached.",
        "Some 118 of Tarn’s 149 offences had an age attached.",
        "In Tarn 31 of the 149 offences had no age attached.",
    ],
)
def test_so_many_have_a_detail(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("In Tarn, 149 offences had an age attached.", "149"),
        ("In Tarn 149 of the offences had an age attached.", "149"),
        ("In Tarn 149 offences came with an age.", "149"),
        ("In Tarn 83 of the offences had an age attached.", "83"),
        ("In Tarn 118 of the 149 offences came with a platform.", "118"),
        ("In Tarn 118 of the 140 offences came with an age.", "140"),
        ("In Tarn 140 of the 149 offences came with an age.", "140"),
        ("In Tarn 118 of the 149 children came with an age.", "149"),
        ("Of Tarn’s offences, 118 in 2018/19 had an age attached.", "118"),
        ("Across England and Wales, 118 of the 2,489 offences had an age attached.", "118"),
        ("In Tarn 118 of the 149 offences had no age attached.", "118"),
        ("In Tarn 31 of the 149 offences had an age attached.", "31"),
        ("In Tarn, 118 of the offences had an age of 13 attached.", "118"),
        ("In Tarn, in 149 cases we don’t know which app.", "149"),
        ("In 149 cases we don’t know where.", "149"),
        ("In 83 cases police do not know where.", "83"),
    ],
)
def test_a_detail_of_so_many_others_is_asked_about(text, false):
    assert any(false in each for each in flagged(text))


def test_where_is_not_known_is_of_platforms():
    assert flagged("In 66 cases we don’t know where.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn alone accounts for 149 of the 2,489 offences.",
        "Six per cent of the 2,489 were in Tarn.",
        "Tarn saw 149 of the 2,489 offences, the police figures show.",
        "In Tarn police recorded 149 out of the 2,489 offences in England and Wales.",
    ],
)
def test_a_forces_number_is_a_part_of_all(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn accounts for 40 of the 1,250 offences.",
        "Tarn alone accounts for 110 of the 2,489 offences.",
        "Tarn alone accounts for 149 of the 1,250 offences.",
        "Tarn alone accounts for 149 of the 1,805 offences.",
        "Tarn alone accounts for 112 of the 2,489 offences.",
        "Seven per cent of the 2,489 were in Tarn.",
        "Six per cent of the 2,489 were girls in Tarn.",
        "Six per cent of the 2,489 children were in Tarn.",
        "Tarn has 149 of the 2,489 victims.",
        "In 2018/19 Tarn accounted for 149 of the 2,489 offences.",
        "Tarn alone accounts for 149 of the 2,489 offences against girls.",
        "Tarn recorded 149 of the 2,489 on Snapchat.",
        "Holm alone accounts for 149 of the 2,489 offences.",
        "Tarn had 149 of the 2,489 offences the year before.",
    ],
)
def test_another_part_or_another_whole_is_asked_about(text):
    assert flagged(text)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "It rose by 35%, after rises of 16% the year before and {} the year before that.",
            "23%",
            "16%",
        ),
        (
            "It grew by 35% in 2019/20, by 16% the year before and {} the year before that.",
            "23%",
            "35%",
        ),
        ("Tarn recorded 77 in the first year, 2016/17, and {} in the second.", "95", "110"),
        (
            "Tarn saw 77 in the first year, 2016/17, 95 in the second, {} in the third.",
            "110",
            "149",
        ),
        ("In Tarn there were 77 in the first year (2016/17) and {} in the fourth.", "149", "95"),
    ],
)
def test_years_told_from_the_one_named(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) == [false]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 77 in the first year, 2017/18, and 95 in the second.",
        "Tarn counted 95 offences in the first year, 2017/18, and 95 in the second.",
        "Tarn counted 77 offences in the first year, 2016/17, and 95 girls in the second.",
        "It grew by 35% in 2019/20, by 16% the year before and fell 23% the year before that.",
    ],
)
def test_the_same_of_another_year_is_asked_about(text):
    assert flagged(text)
