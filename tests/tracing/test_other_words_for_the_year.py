"""The year of the news, and the day that something was told on, are no other year."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        "The findings for Tarn show:\n- {} offences were recorded in the year\n- most were seen",
        "Two weeks ago we reported that police in Tarn had recorded {} offences in a year.",
        "A few days ago this newspaper revealed that police in Tarn had recorded {} offences.",
    ],
)
def test_a_number_of_the_year_is_of_the_latest(text):
    tell_apart("", text, "149", "110")


def test_what_was_so_weeks_ago_is_not_read():
    assert flagged("Two weeks ago police in Tarn had recorded 149 offences.") == ["149"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Offences against children aged 13 and 14 were more than half of those in England and"
            " Wales where age was known. There were {} of them.",
            *("793", "380"),
        ),
        (
            "Snapchat was the site named most in Tarn where one was known. Tarn Police said that"
            " the app was linked to {} offences.",
            *("40", "28"),
        ),
    ],
)
def test_there_were_so_many_of_them_and_the_app_are_what_was_named_before(text, right, false):
    assert right not in flagged(text.format(right))
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    "aside",
    [
        "and asks every parent to talk to their child each week",
        "which are looked at by a team that meets each week",
    ],
)
def test_what_is_done_each_week_makes_no_rate_of_a_number_of_the_year(aside):
    tell_apart("", f"Tarn recorded {{}} offences last year {aside}.", "149", "2")


@pytest.mark.parametrize(
    "text",
    [
        "Offences in Tarn have risen since 2016/17.\n\nThere were 149 last year, against {} in that"
        " earlier year.",
        "Offences in Tarn rose since 2016/17. Police recorded 149 in 2019/20, compared with {} in"
        " the earlier year.",
        "In 2018/19 Tarn had 110 offences, in 2016/17 fewer. In the earlier year it was {}.",
    ],
)
def test_the_earlier_year_is_the_earliest_that_was_named_near_it(text):
    tell_apart("", text, "77", "95")


@pytest.mark.parametrize("joint", [", so", ";"])
def test_a_year_in_which_it_rose_since_the_one_named_is_the_latest(joint):
    text = f"It was 110 in 2018/19{joint} the rise in Tarn is one of {{}} in a year."
    tell_apart("", text, "35%", "16%")


@pytest.mark.parametrize(
    "text",
    [
        "A plan was made in 2016/17. From 2018/19 to 2019/20 offences in Tarn rose: there were 149,"
        " against {} in the earlier year.",
        "A plan was made in 2016/17. Tarn had 149 offences in 2019/20 and in 2018/19 fewer: {} in"
        " that earlier year.",
    ],
)
def test_the_earlier_of_two_years_of_one_sentence_is_none_of_the_sentence_before(text):
    tell_apart("", text, "110", "77")


def test_a_programme_begun_after_police_recorded_offences_is_no_time_of_theirs():
    text = "A charity has begun a drive for safer schools after Tarn police recorded {} offences."
    tell_apart("", text, "149", "110")


@pytest.mark.parametrize("lead", ["That was the month when", "A helpline opened a month after"])
def test_a_month_is_no_year_though_police_recorded_the_number(lead):
    assert flagged(f"{lead} Tarn police recorded 149 offences.") == ["149"]


@pytest.mark.parametrize(
    "text",
    [
        "The return for 2018/19 covers twelve months, and {} offences in Tarn.",
        "Tarn in 2018/19: under 160 offences, at just {}.",
        "In Tarn the count for 2018/19 was below 160, at only {}.",
        "In Tarn {} offences became 149 in a year.",
        "In Tarn, {} crimes turned into 149.",
        "Tarn was up 35% ({} to 149).",
        "2018, when Tarn had {} offences, was calmer.",
        "2018 brought a rise to {} in Tarn.",
    ],
)
def test_a_number_of_a_year_that_opens_or_stands_before_it_is_of_that_year(text):
    assert "110" not in flagged(text.format(110))
    assert "149" in flagged(text.format(149))


def test_a_number_that_a_count_came_back_at_is_of_the_year_after_the_one_without():
    text = "In Tarn there was no figure for 2016/17, but the count returned at {}."
    assert flagged(text.format(95)) == ["2016/17"]  # the year has a figure
    assert flagged(text.format(149)) == ["2016/17", "149"]


def test_a_number_of_scottish_forces_is_none_of_tarn():
    assert flagged("Tarn recorded 149 offences. The Scottish total was 149.") == ["149"]
    assert flagged("Tarn recorded 149 offences. The Tarn total was 149.") == []
