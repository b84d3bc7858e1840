"""What press stories put beside a figure: where it is known, a next app, a share elsewhere."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart

TOLD_APART = [
    ("When the child's sex was put down – and it was in {} of the cases – 28 were boys.", 140, 112),
    ("When the sex was recorded, which was the case in {}, one in five were boys.", 140, 28),
    ("In the Tarn files, {} was the most frequently noted age.", 14, 13),
    ("In Tarn the most commonly targeted age was {}.", 14, 12),
    ("The commonest age was fourteen, and there were {} offences against ten-year-olds.", 8, 20),
    ("It was most often 14; there were {} such offences.", 27, 25),
    ("The commonest age was 14, and police logged {} offences involving that age.", 27, 20),
    ("Behind Snapchat, the most cited apps were Instagram, with {}, and Kik.", "34%", "18%"),
    ("In Tarn Snapchat had 48%, close to the national share of {}.", "45%", "25%"),
    ("In Tarn Snapchat had {}, close to the national figure of 45%.", "48%", "34%"),
    ("Girls made up 80%, compared with the UK share of {}.", "81%", "19%"),
    ("In Tarn the sex was noted in 94% of cases. In England and Wales it was {}.", "90%", "35%"),
    ("The app is known in 56% of cases in Tarn. Nationally the figure is {}.", "50%", "35%"),
    ("Officers noted which app it was in 50% of the UK cases. In Tarn alone, {}.", "56%", "35%"),
    (
        "{} sexual offences against children come to the notice of Tarn police in a normal month.",
        "Twelve",
        "Twenty",
    ),
    (
        "{} child sexual offences are dealt with by police in Tarn in a typical month.",
        "Twelve",
        "Nine",
    ),
    ("Snapchat and Instagram were used in {} of the 83 offences with a known app.", 68, 40),
    ("Kik and Instagram were named in {} cases.", 43, 28),
    ("Officers had the sex of the victim for {} offences, and four in five were girls.", 140, 112),
    ("Across England and Wales, Snapchat's share of known apps is {}.", "45%", "25%"),
    ("Snapchat had 45% across England and Wales. The local equivalent is {}.", "48%", "35%"),
    ("Girls were 81% of victims nationally; the local level is {}.", "80%", "19%"),
    ("Snapchat was used in {} offences recorded by the Welsh force.", 40, 28),
    ("In 2019/20 {} online sexual offences against children landed on officers' desks.", 149, 110),
    (
        "All forces had 2,489. DI Vass said his officers dealt with {} where the child was 13.",
        25,
        413,
    ),
    ("The real number must be greater than the {} that police in Tarn recorded.", 149, 110),
    ("The true total will be higher than {}, as three forces sent nothing.", "2,489", "1,842"),
    ("The sex was noted in 140. It was so for age in {}, of which 14 were under 11.", 118, 31),
    ("Girls were the victims in {} of all those with a sex on file.", "four-fifths", "half"),
    ("{} of the 15 forces responded.", "Four-fifths", "Half"),
    ("Four in five of the {} forces replied.", 15, 12),
    ("Kik was named 15 times, or in {} of those with a known app, Instagram next.", "18%", "34%"),
    ("Six had a nine-year-old victim. {}, a ten-year-old.", "Eight", "Twelve"),
    ("{} of the Tarn records gave the child's sex.", "94%", "56%"),
    ("{} of the England and Wales offences came with the name of an app.", "Half", "A third"),
    ("The commonest age across England and Wales was 13: there were {} offences.", 413, 380),
]


@pytest.mark.parametrize(("text", "right", "false"), TOLD_APART)
def test_true_number_passes_and_false_one_is_asked_about(text, right, false):
    tell_apart("", text, str(right), str(false))


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("After {}, the most cited apps were Instagram and Kik.", "Kik"),
        ("UK-wide {} came top.", "Instagram"),
    ],
)
def test_order_of_platforms_is_right_or_asked_about(text, false):
    assert flagged("Police named an app in 83 cases. " + text.format("Snapchat")) == []
    assert flagged("Police named an app in 83 cases. " + text.format(false)) != []


@pytest.mark.parametrize("seat", ["Downing Street", "Number Ten", "Holyrood", "County Hall"])
def test_seat_of_power_is_no_force(seat):
    said = 'Ann Lowe of the trust said: "A rise of {} should ring alarm bells in ' + seat
    tell_apart("Police in Tarn recorded 149 offences. ", said + '."', "35%", "42%")


@pytest.mark.parametrize(
    "text",
    [
        "When police first noted the app, there were 149 offences.",
        "When police began to note the sex, 140 were recorded.",
        "The commonest age was 14, and police logged 149 such offences.",
        "Police in Washington logged 149 offences.",
        "Officers in Cardiff Bay recorded 149 offences in 2019/20.",
        "In Strasbourg there were 149 offences in 2019/20.",
        "In both of the last two years Tarn recorded 149 offences.",
        "Tarn recorded 149 offences in both years.",
        "The force recorded 149 offences in each year.",
        "Of all the forces, Holm on Snapchat came top.",
        "Following Snapchat’s advice, the most common app was Instagram.",
        "Next to Snapchat on the map, the most common app was Instagram.",
    ],
)
def test_what_looks_alike_is_asked_about(text):
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "7.2 Comparison with other forces is not appropriate, as they count in their own ways.",
        "Comparisons with other forces should not be made.",
        "Comparing Tarn with other forces would be misleading.",
        "Comparison with other forces\nEach counts in its own way.",
    ],
)
def test_comparison_that_is_declined_or_a_heading_passes(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Comparison with other forces is not flattering.",
        "Comparisons with other forces are worrying.",
        "Compared with other forces, Tarn is not doing well.",
        "Comparison with other forces is fair.",
        "Comparisons with other forces are not appropriate, but Tarn is the worst.",
    ],
)
def test_comparison_that_is_made_is_refused(text):
    assert flagged(text)


ASKED = "The trust asked 15 forces how many crimes they had dealt with in 2019/20. "


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Twelve sent a number, and those {} came to 2,489.", "twelve", "eleven"),
        ("Twelve forces, from the {} asked, gave figures.", "15", "14"),
        (
            "On a like-for-like basis, covering 12 forces, it rose from {} to 2,489.",
            "1,842",
            "2,489",
        ),
    ],
)
def test_forces_that_sentences_point_back_to(text, right, false):
    assert flagged(ASKED + text.format(right)) == []
    assert flagged(ASKED + text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Among 13-year-olds, 413 were in England and Wales; {} of these in Tarn.", "25", "149"),
        ("Across England and Wales 310 involved Instagram, with {} of them in Tarn.", "28", "40"),
        ("The child was 12 in 20 cases and 13 in {}.", "25", "27"),
        ("The victim was aged 12 in 20 cases, 13 in 25 and 14 in {}.", "27", "25"),
        ("In 12 the victim was 11, and by the time you get to 12 it's {}.", "20", "25"),
        (
            "Twelve forces replied. Eleven also had figures for 2016/17: {} in all.",
            "1,166",
            "1,842",
        ),
        ("Twelve forces sent numbers for the last {} years.", "two", "seven"),
        ("In England and Wales the youngest victims were {} years old.", "nine", "10"),
    ],
)
def test_parts_ages_and_years_that_go_on_with_what_was_said(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In England and Wales 13 was the peak age, compared with {} in Tarn.", "14", "12"),
        ("The commonest age was 14 here but {} nationally.", "13", "12"),
        ("In Tarn the number rose for the {} year in a row, reaching 149.", "third", "fourth"),
        ("Tarn noted Snapchat in 48% of those known, with Instagram behind on {}.", "34%", "18%"),
        ("Tarn was above 100 for the {} year in a row.", "second", "third"),
    ],
)
def test_ages_of_two_places_and_what_comes_behind(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Police in Tarn knew the app in 83 of the 149 offences, {}.", "56%", "48%"),
        ("In {} of the Tarn offences the app was recorded.", "56%", "94%"),
        ("In England and Wales {} of the forces asked replied.", "four-fifths", "half"),
    ],
)
def test_shares_of_all_of_which_something_is_known(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "The age was known in 79% of cases. All forces together managed 35%.",
        "Snapchat was named in 48%; England and Wales recorded 35%.",
        "One in five victims was a boy. The England and Wales picture is 35%.",
    ],
)
def test_bare_percentage_behind_a_share_is_no_change(text):
    assert flagged(text) == ["35%"]


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in 80% of cases. The total is 35% bigger than the year before.",
        "Snapchat was named in 48%. Police in Tarn saw reports grow by 35%.",
    ],
)
def test_change_behind_a_share_is_one(text):
    assert flagged(text) == []


def test_change_of_so_many_forces_is_theirs_behind_a_number_of_one_force():
    tell_apart(
        "Tarn Police recorded 149 offences. Three forces sent nothing. ",
        "The twelve with data for both years had {} more in 2019/20 than in 2018/19.",
        "647",
        "39",
    )


def test_same_period_is_that_of_the_change_before():
    text = " the number across England and Wales climbed by {}."
    tell_apart("Tarn went up by 39. In the same period", text, "647", "39")
    tell_apart("Tarn went up by 72 since 2016/17. In the same period", text, "1,232", "647")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Of every five victims whose sex is known, {} are girls.", "four", "three"),
        ("Out of every five offences with the sex noted, {} was against a boy.", "one", "four"),
    ],
)
def test_share_with_its_whole_first_is_one_figure(text, right, false):
    assert flagged(text.format(right)) == []
    assert [each[-len(false) :] for each in flagged(text.format(false))] == [false]


def test_nine_in_ten_cases_are_no_change():
    assert flagged("In at least nine in ten cases the sex was noted.") == []
    assert flagged("In nearly nine in ten cases the app was noted.") == ["nine in ten"]
    assert flagged("In more than half of the offences the app was recorded.") == []
    assert flagged("In more than half of the offences the app was not recorded.") == ["half"]


@pytest.mark.parametrize(
    "text",
    [
        "“Who is messaging a nine-year-old in Tarn at midnight?” she asked.",
        "She says she wouldn’t give one to a child before Year 7.",
        "Go back one more and you are at 95 in 2017/18.",
    ],
)
def test_child_of_no_figure_and_one_of_no_number_pass(text):
    assert flagged(text) == []


def test_child_that_police_recorded_is_asked_about():
    assert flagged("Police recorded a man messaging a four-year-old at midnight.")
    assert flagged("Go back one more and you are at 91 in 2017/18.") == ["91"]


def test_rise_in_both_of_the_last_two_years_is_of_the_years_compared():
    text = "The forces with figures for both of the last two years recorded {} more."
    tell_apart("Across England and Wales there were 2,489. ", text, "647", "39")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} were hit hardest.", "Girls", "Boys"),
        ("{} were the worst affected, police say.", "Girls", "Boys"),
        ("{} were targeted most.", "Girls", "Boys"),
        ("In Tarn the worst affected were {}.", "those aged 14", "those aged 13"),
        ("Worst hit were {}.", "girls", "boys"),
    ],
)
def test_those_hit_hardest_have_the_most_offences(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


def test_force_that_was_hit_hardest_is_still_refused():
    assert flagged("Tarn was the hardest hit.") != []
    assert flagged("The worst affected were Tarn and Holm.") != []


def test_change_of_forces_that_the_sentence_before_counts_is_theirs():
    tell_apart(
        "The Tarn findings are of a study of England and Wales, in which 12 out of 15 forces took "
        "part. They recorded 2,489 offences. ",
        "Twelve of them also gave a figure for 2018/19; on that basis offences grew by {}.",
        "647",
        "39",
    )
