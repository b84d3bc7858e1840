"""A round number that is neared, passed or fallen below, and the ages that children range over."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    "text",
    [
        "Online abuse total nears 150 in Tarn",
        "Tarn’s number is edging towards 150.",
        "Tarn’s number is a shade under 150.",
        "Tarn’s number climbed past 140 last year.",
        "Tarn’s number rose above 140 last year.",
        "England and Wales crimes near 2,500.",
        "Passing 140, Tarn’s number is higher than before.",
        "Since 2016/17 Tarn’s number has risen to almost 150.",
        "The number in England and Wales rose to nearly 2,500.",
    ],
)
def test_a_number_that_is_neared_or_passed_is_rounded(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Online abuse total nears 200 in Tarn", "200"),
        ("Tarn’s number is slightly below 149.", "149"),
        ("Tarn’s number climbed past 150 last year.", "150"),
        ("Tarn’s number fell to almost 150 last year.", "150"),
        ("Tarn’s number dropped below 150.", "150"),
        ("Offences in Tarn are down to just under 150.", "150"),
        ("Since 2016/17 Tarn’s number has fallen to almost 150.", "150"),
        ("The number in England and Wales has fallen back below 2,500.", "2,500"),
        ("Tarn’s total has fallen to more than 140.", "140"),
        ("Tarn’s number is not yet 16.", "16"),
    ],
)
def test_a_level_that_is_not_neared_or_reached_from_the_other_side_is_wrong(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The ages stretch from nine to 15.", []),
        ("Victims ranged in age from nine to 15.", []),
        ("The victims were aged from nine to 15.", []),
        ("The victims’ ages spanned nine to 15.", []),
        ("The ages of those targeted ranged from nine to 15.", []),
        ("In Tarn the ages of the children abused ran from nine to 15.", []),
        ("The ages of 12 children ranged from 25 to 27.", ["25", "27"]),
        ("Offences at ages of ten and over ranged from 25 to 27.", ["25", "27"]),
        ("The ages of those targeted, from 25 to 27.", ["25", "27"]),
        ("Their ages range from nine to 15; 27 offences were against 14-year-olds.", []),
        ("Their ages range from nine to 15; 25 offences were against 14-year-olds.", ["25"]),
        ("Offences at those ages went from 25 to 27.", ["25", "27"]),
        ("In Tarn the oldest was 15.", []),
        ("In Tarn the oldest were 14.", ["14"]),
        ("Across England and Wales the youngest was nine and the oldest 14.", []),
        ("Across England and Wales the youngest was nine and the oldest 13.", ["13"]),
    ],
)
def test_ages_that_children_range_over_are_no_numbers_of_offences(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Among the crimes in Tarn were:\n\n• {} in which the victim was 14\n• 40 on Snapchat",
         "27", "25"),
        ("In 12 of these the child was 11; in {} he or she was 12.", "20", "25"),
        ("Children of 14 featured most often, in {} cases, followed by those aged 13, in 25.",
         "27", "20"),
        ("The victims in Tarn were mostly of secondary school age. {} were 13, 27 were 14 and 20"
         " were 15.", "Twenty-five", "Twelve"),
        ("Ages were noted in most cases in Tarn. Twelve were 11 and {} were 12.", "twenty",
         "twelve"),
        ("The ages most often recorded in Tarn were 14, with 27 offences, and 13, with {}.",
         "25", "20"),
        ("The most common ages were 14 (27 offences) and 13 ({}).", "25", "27"),
        ("In Tarn the age most often recorded was 14, which appears in {} offences.", "27", "25"),
        ("The ages most often recorded in Tarn were {}, with 27 offences, and 13, with 25.",
         "14", "12"),
    ],
)  # fmt: skip
def test_ages_of_a_list_have_their_own_numbers(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # of single ages, none of two is the commonest; what it counts is theirs
        ("In Tarn the group 13 to 14 is by far the largest, with 52 offences.", ["13 to 14"]),
        ("In Tarn the group 13 to 14 is by far the largest, with 53 offences.", ["13 to 14", "53"]),
        ("In Tarn the age group of 11 to 12 was the biggest.", ["11 to 12"]),
    ],
)
def test_a_group_of_ages_that_is_the_largest_is_a_band(text, wrong):
    assert flagged(text) == wrong
