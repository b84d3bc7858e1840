"""A share is of all where its detail is known or not; what else may be changes no whole."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("of_all", "of_known"),
    [
        ("75%", "80%")  # 112 girls of the 149, and of the 140 whose sex is known
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in {} of Tarn’s offences, whether or not the sex was recorded.",
        "Taking all 149 in Tarn, recorded sex or no, {} were against girls.",
        "Girls made up {} in Tarn, including cases where the sex was not recorded.",
        "Girls made up {} of Tarn’s total, including those with no sex recorded.",
    ],
)
def test_where_the_detail_is_known_or_not_the_whole_is_all(text, of_all, of_known):
    assert flagged(text.format(of_all)) == []
    assert flagged(text.format(of_known)) == [of_known]


@pytest.mark.parametrize(
    "text",
    [
        "The sex was known in 140 Tarn offences. Girls were {}, whether or not they told a parent.",
        "Girls were the victims in {} in Tarn, whether or not anybody was arrested.",
        "Girls were the victims in {} in Tarn, including cases not yet charged.",
        "Girls were the victims in {} in Tarn, counting those with no arrest.",
        "Girls were the victims in {} in Tarn, whether or not the platform was recorded.",
    ],
)
def test_what_else_may_be_or_not_changes_no_whole(text):
    assert flagged(text.format("80%")) == []
    assert flagged(text.format("75%")) == ["75%"]


@pytest.mark.parametrize("what", ["arrests", "hits on the page", "detectives’ interviews"])
def test_what_is_averaged_month_by_month_must_be_of_the_figures(what):
    assert flagged("Month by month, Tarn averaged 12.4 offences in 2019/20.") == []
    assert flagged(f"Month by month, {what} averaged 12.4.") == ["12.4"]


@pytest.mark.parametrize(
    ("text", "known", "part"),
    [
        ("Where officers knew the sex ({} offences), boys were the victims in 20%.", 140, 28),
        ("In those with the sex noted – {} in all – four in five were girls.", 140, 112),
        ("The app was named, in {} cases, and most often it was Snapchat.", 83, 40),
        ("When an app is known (it is known for {} of them) Instagram is second.", 83, 28),
    ],
)
def test_number_beside_what_is_known_is_of_no_part_behind_it(text, known, part):
    assert flagged(text.format(known)) == []
    assert flagged(text.format(part)) == [str(part)]


@pytest.mark.parametrize(
    "text",
    [
        "In a fifth of the offences where the sex was known (28) boys were the victims.",
        "Where the app is known (and in 40 offences it is Snapchat) Instagram is second.",
    ],
)
def test_number_beside_the_share_of_a_part_is_of_that_part(text):
    assert flagged(text) == []


@pytest.mark.parametrize("text", [
    "In Tarn, of the {} records that say, Snapchat was cited in 40.",
    "In Tarn, of the {} that tell, 40 were on Snapchat.",
])  # fmt: skip
def test_those_that_say_are_those_of_which_it_is_known(text):
    assert flagged(text.format("83")) == []
    assert flagged(text.format("149")) == ["149"]
