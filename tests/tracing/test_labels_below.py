"""Numbers above their labels, in answers to a question, and in other plain ways of local texts."""

from tests.tracing.tarn_and_england import ask_about_these_alone, tell_each_apart


def test_a_number_is_what_the_label_below_it_says():
    ask_about_these_alone(
        ["48%\nSnapchat’s share of all the offences recorded", "39\nhow far the total has fallen"],
        [
            "149\nrecorded by Tarn Police in 2019/20\n\n2\nthe weekly average",
            "48%\nSnapchat’s share of all offences in which a platform is recorded",
            "39\nhow far the total has gone up since 2018/19",
        ],
    )


def test_an_answer_has_the_time_that_its_question_names():
    tell_each_apart("How many is that in a week?\nOn average, more than {}.", "two", "four")


def test_an_average_since_a_year_is_of_all_the_years_since():
    tell_each_apart(
        "Tarn has recorded an average of {} offences a year since 2016/17.", "108", "95"
    )


def test_a_sex_said_after_another_is_of_the_same_offences():
    ask_about_these_alone(
        ["Sex was known in 140 cases; girls who were victims numbered 112."],
        ["Of those whose sex was recorded, 112 were girls and 28 boys."],
    )


def test_the_most_likely_victim_is_of_the_most_common_age():
    tell_each_apart("A {}-year-old was the most likely victim.", "14", "12")


def test_such_offences_are_those_of_the_sentences_before():
    tell_each_apart(
        "Police recorded 14 offences against children aged ten and under. That is 12% of the 118"
        " whose age is known. Nationally there were {} such offences.",
        *("143", "160"),
    )
