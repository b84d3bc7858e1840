"""Years, changes and differences said by what the text named before."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged, tell_apart

TARN = "Tarn Police recorded 149 online sexual offences against children in 2019/20. "


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In Tarn {} offences in 2016/17 became 149 in 2019/20.", "77", "95"),
        ("In Tarn {} offences in 2017/18 rose to 149 in 2019/20.", "95", "77"),
        ("In Tarn 77 offences in 2016/17 turned into {} in 2018/19.", "110", "95"),
    ],
)
def test_an_earlier_number_may_be_the_subject_of_a_change(text, right, false):
    tell_apart(TARN, text, right, false)


def test_what_narrows_an_earlier_number_is_still_asked_about():
    assert flagged(f"{TARN}In Tarn 77 offences at home in 2016/17 rose to 149.") == ["77"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Two years earlier, in 2017/18, they had 95. I make that {} more.", "54", "72"),
        ("Three years earlier there were 77. We make it {} more.", "72", "39"),
        ("It was 110 in 2018/19, and the chief was asked to account for the {}.", "39", "54"),
        ("It was 77 in 2016/17. Nobody could explain the extra {}.", "72", "39"),
        ("The last year alone added {} offences.", "39", "54"),
        ("Set 2019/20 beside 2016/17 and the yearly total for Tarn is {} bigger.", "72", "39"),
        ("The total is {} greater than the year before.", "39", "54"),
        ("The first rise in Tarn's series, from 2016/17 to 2017/18, was one of {}.", "18", "39"),
        ("The second rise, from 2017/18 to 2018/19, was of {} offences.", "15", "18"),
        ("Between 2017/18 and 2018/19 Tarn added {} offences.", "15", "18"),
        ("Tarn added {} offences between 2016/17 and 2018/19.", "33", "18"),
        (
            "The rise of 39 in the latest year leaves it {} above where it was in 2016/17.",
            "72",
            "54",
        ),
        ("The rise of 39 last year leaves it {} above its position of two years ago.", "54", "72"),
        ("Offences in Tarn were up {} in 2019/20 on previous year.", "35%", "57%"),
    ],
)
def test_a_difference_is_one_of_the_years_that_its_words_point_to(text, right, false):
    tell_apart(TARN, text, right, false)


@pytest.mark.parametrize(
    "lead", ["It has risen from 77 in 2016/17, and", "From 95 in 2017/18 it went to 149, and"]
)
def test_what_one_year_added_alone_is_no_change_from_the_year_named_before(lead):
    tell_apart(TARN, lead + " the last year alone added {} of them.", "39", "72")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("And before that? {}, 95 and, in 2016/17, 77.", "110", "149"),
        ("And the time before? {}.", "110", "95"),
        ("But 2018/19 was lower than that. {}.", "110", "95"),
        ("In 2017/18 it was lower still. Just {}.", "95", "110"),
        ("It is well above the {} recorded in 2018/19.", "hundred and ten", "hundred and twelve"),
        ("In Tarn the number rose, from {}.", "110", "95"),
    ],
)
def test_a_number_is_of_the_year_that_the_words_before_point_to(text, right, false):
    tell_apart(TARN, text, right, false)


def test_a_number_beside_a_comma_is_one_to_rise_from_as_well():
    assert flagged(f"{TARN}In Tarn the number fell, from 110.") == ["110"]


def test_numbers_before_that_go_back_year_by_year():
    assert flagged(f"{TARN}And before that? 110 and 95.") == []
    assert flagged(f"{TARN}And before that? 95 and 77.") == ["95", "77"]


def test_a_row_goes_on_from_the_number_that_has_its_year_behind_a_comma():
    lead = "The first number the county gave us was 77, for 2016/17. It went to {}. Then came 149."
    assert flagged(lead.format("95, and to 110")) == []
    assert flagged(lead.format("110, and to 95")) == ["110", "95"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("there were 77 in 2016/17 and 95 the following year. Then it went up by {}.", "15", "39"),
        ("there were 77 in 2016/17 and 95 the year after. Then came a rise of {}.", "16%", "35%"),
        ("it was 95 in 2017/18 and 110 the following year. Then it leapt by {}.", "35%", "57%"),
        ("it was 95 in 2017/18 and 110 the following year. After that it grew by {}.", "39", "15"),
    ],
)
def test_what_comes_next_starts_from_the_number_before_it(text, right, false):
    tell_apart("", f"In Tarn {text}", right, false)


def test_a_new_item_of_a_list_says_no_more_of_the_number_before():
    text = "We note\n\nthat Tarn had 149 in 2019/20, and 77 in 2016/17;\n\nthat it is {} up on {};"
    assert flagged(text.format("57%", "the 95 of two years before")) == []
    assert flagged(text.format("57%", "the 110 of two years before")) == ["110"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Tarn's count in 2019/20 was {} times the one for 2018/19.", "1.4", "1.6"),
        ("Tarn first passed 100 online sexual offences in a year in {}.", "2018/19", "2017/18"),
        ("The worst year for online sexual offences in Tarn was {}.", "2019/20", "2018/19"),
        ("Before 2019/20, the worst year for offences in Tarn had been {}.", "2018/19", "2017/18"),
        ("Tarn's highest annual figure between 2016/17 and 2018/19 is {}.", "110", "95"),
        ("The lowest number of offences in any year from 2016/17 to 2019/20 was {}.", "77", "95"),
        ("The last two years of data, 2018/19 plus 2019/20, make {} offences.", "259", "254"),
        ("Of Tarn's four years from 2016/17, 2018/19 comes {} by size.", "second", "third"),
        ("Tarn's figures, 2016/17 to 2019/20, cover {} financial years.", "four", "six"),
        ("No year from 2016/17 to 2019/20 had fewer offences than {}.", "2016/17", "2017/18"),
        ("Offences in Tarn went up for {} years in a row after 2016/17.", "three", "five"),
    ],
)
def test_a_place_among_the_years_is_that_of_their_numbers(text, right, false):
    assert flagged(f"{TARN}{text.format(right)}") == []
    assert any(false in figure for figure in flagged(f"{TARN}{text.format(false)}"))


def test_a_number_risen_from_before_a_turn_is_compared_with_the_next_year():
    tell_apart(
        "", "Tarn had risen from {} in 2017/18 before the leap to 149 in 2019/20.", "95", "77"
    )


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("That is about {} a month.", "twelve and a half", "nine and a half"),
        ("It had {} times as many as in 2017/18.", "1.6", "two and a half"),
        ("Ranked by size, 2018/19 is the {} highest of Tarn's four years.", "second", "third"),
    ],
)
def test_a_half_is_part_of_its_number_and_a_rank_may_be_one_of_years(text, right, false):
    assert flagged(f"{TARN}{text.format(right)}") == []
    assert any(false in figure for figure in flagged(f"{TARN}{text.format(false)}"))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The rise of {} follows two years of growth.", "39", "54"),
        ("Since 2016/17 the annual total has swollen by {}.", "72", "54"),
        ("Its second rise, in 2018/19, was one of {}.", "15", "18"),
        ("The smallest single-year rise, of {}, came in 2018/19.", "15", "18"),
        ("The average of the last two years is {}.", "130", "149"),
        ("The 2018/19 figure was 15 up on the year before; the latest is {} up.", "39", "54"),
    ],
)
def test_a_difference_or_a_limit_is_of_the_years_of_its_words(text, right, false):
    before = TARN if "one before that" not in text else f"{TARN}It is more than the one before. "
    tell_apart(before, text, right, false)


DOWN = Evidence(
    read_facts(
        {
            **{"place": "Holm", "measure": "online sexual offences", "latest": "2021/22"},
            "series": {
                **{"2016/17": 61, "2017/18": 90, "2018/19": 84, "2019/20": 120},
                **{"2020/21": 160, "2021/22": 131},
            },
        }
    )
)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Only one year, {}, has been worse.", "2020/21", "2019/20"),
        ("Only in {} has the number been higher.", "2020/21", "2019/20"),
        ("It is the first fall since {}.", "2018/19", "2017/18"),
        ("Only one year since 2016/17 had brought a fall before: {}.", "2018/19", "2019/20"),
        ("Offences rose every year but {} between 2016/17 and 2020/21.", "2018/19", "2019/20"),
        ("The number had risen in {} of the previous five years.", "three", "one"),
        ("Offences went up for {} years in a row after 2018/19 before falling.", "two", "three"),
        ("The fall follows {} years of growth.", "two", "four"),
        ("The lowest total of the six years was that of {}.", "2016/17", "2018/19"),
    ],
)
def test_the_year_or_the_number_of_years_is_that_of_the_turns(text, right, false):
    lead = "Holm Police recorded 131 online sexual offences in 2021/22. "

    def asked(words):
        bad = ("mismatch", "untraced", "loose")
        return [f.text for f in trace(lead + words, DOWN) if f.verdict in bad]

    assert asked(text.format(right)) == []
    assert any(false in figure for figure in asked(text.format(false)))


def test_numbers_from_one_to_the_next_and_the_next_are_of_years_in_turn():
    text = "In Tarn it went from 77 to 95 to {} before the latest rise."
    assert flagged(TARN + text.format("110")) == []
    assert flagged(TARN + text.format("149")) == ["95"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The force passed {} unsolved cases for the first time in 2018/19.", "100"),
        ("Officers added {} offences to the file between 2018/19 and 2019/20.", "39"),
        ("Nationally {} offences were recorded in 2019/20, and 1,842 the year before.", "2,398"),
    ],
)
def test_words_of_a_change_do_not_make_one_of_what_is_something_else(text, figure):
    assert figure in flagged(f"{TARN}{text.format(figure)}")
