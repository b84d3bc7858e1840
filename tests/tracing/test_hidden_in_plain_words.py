"""Hidden numbers in answers, in what all others have, in bounds and in headlines."""

import pytest

from tests.tracing.test_hidden_numbers import told
from tests.tracing.test_released_beside_hidden import WITH_RANGES


@pytest.mark.parametrize(
    "text",
    [
        "PRESENTER: And on Facebook?\nREPORTER: Nothing at all in Northshire, to my surprise.",
        "And on Facebook in Northshire? Nothing at all.",
        "“And Facebook?” “Nothing whatsoever,” the Northshire officer told him.",
        "– And on Facebook?\n– Nothing, in Northshire at least.",
        "Did Facebook come up? Reporter: Not in Northshire, no.",
        "PRESENTER: What did Northshire have on Facebook?\nREPORTER: Several, as it happens.",
        "What did Northshire have on Facebook? Hardly anything.",
        "Facebook: nothing in Northshire.",
    ],
)
def test_a_question_and_its_answer_are_one_statement(text):
    assert told(text)


@pytest.mark.parametrize(
    "text", ["What does Northshire say about Facebook? Nothing: its number is hidden."]
)
def test_nothing_that_is_said_or_done_is_no_number(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Of the 66 Facebook cases in England, 63 were recorded by forces other than Northshire.",
        "Of the 66 Facebook cases in England, 63 were recorded elsewhere.",
        "Of the 66 Facebook cases in England, 63 were recorded outside Northshire.",
        "Of the 66 Facebook cases in England, 63 were recorded by everybody else.",
        "Leave Northshire out and England’s Facebook cases come to 63.",
        "Without Northshire, England recorded 63 cases on Facebook.",
    ],
)
def test_what_all_others_have_leaves_what_the_force_has(text):
    assert told(text)


def test_a_national_number_beside_one_that_is_hidden_passes():
    assert told("England had 66 offences on Facebook. Northshire’s own number is hidden.") == []
    others = "Of the 141 Snapchat cases in England, 100 were recorded by forces other than {}."
    assert told(others.format("Northshire")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ten-year-olds: under twelve in Northshire.",
        "Ten-year-olds in Northshire? Under twelve.",
        "For ten-year-olds, Northshire has below fifteen.",
        "Facebook: under twelve in Northshire.",
        "Facebook, in Northshire: 9 and under.",
    ],
)
def test_a_bound_behind_a_hidden_part_is_a_count(text):
    assert any("facebook" in each or "aged 10" in each for each in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "NINE-YEAR-OLDS AMONG VICTIMS OF ONLINE ABUSE IN NORTHSHIRE",
        "I looked for Facebook. Northshire does have cases on it, though no figure is there.",
        "There have been Facebook offences in Northshire; the number is hidden.",
        "There are cases on Facebook in Northshire.",
        "“The figure is not given,” offences on Facebook were seen in Northshire.",
        "Northshire saw Facebook offences; the number is hidden.",
        "In Northshire there were Facebook victims; how many is not given.",
        "“Do not ask me how many!” Victims on Facebook were met in Northshire.",
    ],
)
def test_that_there_were_some_is_told_by_a_headline_and_by_what_a_force_has(text):
    assert told(text)


def test_released_numbers_after_a_semicolon_pass():
    assert told("The Facebook number is hidden; Snapchat offences came to 41.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook had dropped out of the picture altogether this year in Northshire.",
        "Facebook did not trouble the Northshire statistics at all in 2018/19.",
        "Facebook has vanished in Northshire.",
        "Facebook slipped quietly from the Northshire table.",
        "Ten-year-olds never made it into Northshire's figures.",
        "Ten-year-olds did not bother the Northshire police.",
        "Offending on Facebook in Northshire has died away.",
        "Twin sisters, both ten, were the only victims of that age in Northshire.",
    ],
)
def test_that_a_hidden_part_is_absent_is_told_in_idioms_and_an_age_by_both(text):
    assert told(text)


def test_that_a_word_of_another_scene_vanished_tells_nothing():
    assert told("Facebook has disappeared as a topic. Northshire had 75 offences.") == []
    assert told("The fear of Facebook did not trouble her. Northshire had 75 offences.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Northshire offences on Facebook fell from five to three.",
        "Northshire's Facebook cases were down from ten to four.",
        "Northshire's lone Facebook allegation has gone to court.",
        "Northshire's only Facebook offence has gone to court.",
        "The sole Facebook case in Northshire has gone to court.",
        "NORTHSHIRE: SINGLE CASE ON FACEBOOK IN TWELVE MONTHS",
        "Has Facebook come up in Northshire? It has, yes.",
        "Q. Has any child been hurt via Facebook?\nA. (Press office) It happened in Northshire.",
    ],
)
def test_one_alone_and_a_fall_between_two_words_tell(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire gives no figure for Facebook, but it was used in offences.",
        "Northshire gives no figure for Facebook, but cases were recorded there.",
        "Northshire does not publish its Facebook figure, but we know that there were victims.",
        "Northshire gives no figure for Facebook, but girls were groomed on it.",
        "Northshire gives no figure for Facebook, but girls were victims there.",
        "Northshire does not publish its Facebook figure, but it was used in offences on girls.",
    ],
)
def test_that_a_hidden_part_occurred_is_told_behind_a_refusal_to_give_it(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Between 1 and 4 Northshire children were aged 8 to 11 in all.",
        "Northshire recorded 1 to 4 offences on Facebook and ten-year-olds together.",
        "Between 1 and 4 in Northshire were eight, nine or ten.",
        "All told, 1 to 4 Northshire children were aged 8 to 11.",
        "Between 1 and 4 of these Northshire children were eight, nine or ten.",
    ],
)
def test_a_published_range_said_of_several_parts_together_tells(text):
    assert told(text, WITH_RANGES)


@pytest.mark.parametrize(
    "text",
    [
        "Facebook: eight or nine withheld in Northshire.",
        "Northshire's Facebook cases numbered three and four withheld.",
        "Facebook in Northshire: of its offences eight and nine are hidden.",
        "On Facebook Northshire recorded totals for 9.",
        "Facebook offences in Northshire. Eight or nine were hidden.",
        "Facebook, Northshire:\n8 or 9 withheld",
    ],
)
def test_numbers_in_a_row_before_withheld_are_ages_only_at_the_head_of_a_line(text):
    assert told(text)


def test_rows_of_a_file_are_no_hidden_ages():
    text = "Northshire sent two files, and rows 8 and 9 are hidden in it."
    assert told(f"{text} 41 offences were on Snapchat.") == []


@pytest.mark.parametrize(
    "than",
    [
        *("about the 20", "around the 20", "almost the 20", "level with the 20", "ahead of the 20"),
        *("just behind the 20", "approaching the 20", "at least the 20", "above that of the 20"),
        "higher than the published 20",
    ],
)
def test_what_is_kept_under_wraps_is_compared_with_no_released_number(than):
    assert told(f"Northshire keeps Facebook under wraps, but it is {than} on Instagram.")


@pytest.mark.parametrize(
    "text",
    [
        "Facebook was used in most. The total for Northshire was 75.",
        "Facebook: it reported 75 offences in Northshire.",
    ],
)
def test_the_total_behind_a_part_that_most_were_of_tells(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire does not publish its Facebook figure, but its offences are recorded by app.",
        "Northshire gives no figure for Facebook, but reports that cases were up.",
        "Northshire keeps Facebook under wraps, but we know about the 20 on Instagram.",
        "Northshire keeps its Facebook figure back, but publishes at least the 20 on Instagram.",
        "Has Facebook been asked to act in Northshire? No.",
        "Have parents in Northshire been warned of Facebook? Yes.",
        "In Northshire, 8, 9 and 10 are withheld. 25 victims were 12.",
        "Northshire by age\n- 8 and 9 withheld\n- 12: 25",
        "Totals for 8, 9 and 10 are hidden in Northshire.",
    ],
)
def test_what_is_said_of_all_offences_or_of_the_app_itself_passes(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "said",
    [
        *("It was used in offences.", "It was used to groom children.", "It came up in offences."),
        *("Offences were recorded on it.", "It is double the Instagram figure."),
        *("It is twice the Snapchat number.", "It is treble the Instagram figure."),
    ],
)
def test_what_is_said_of_it_behind_a_refusal_is_of_the_hidden_part(said):
    assert told(f"Northshire's number for Facebook is hidden. {said}")


@pytest.mark.parametrize(
    "said",
    [
        "It was named in England's 66 offences.",
        "The force recorded 75 offences, and police talk of it often.",
    ],
)
def test_england_and_the_total_behind_a_refusal_pass(said):
    assert told(f"Northshire gives no figure for Facebook. {said}") == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Northshire Police list victims aged 9: under 12.", ["12 | aged 9", "victims | aged 9"]),
        ("Northshire Police list victims aged 13: under 12.", []),
        ("Northshire Police list victims aged 13, under 12: none.", ["none | aged 11 and under"]),
        ("Northshire Police list Facebook: under 12.", ["12 | facebook"]),
        ("Northshire Police list Facebook: under 12: nine.", ["nine | aged 11 and under"]),
        ("In Northshire 31 were 13, under 12: nine.", ["nine | aged 11 and under"]),
    ],
)
def test_a_bound_before_a_colon_is_the_label_of_what_follows(text, tells):
    assert told(text) == tells


SEXES = "about Northshire, where few are neither girls nor boys"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("All the victims in Northshire were girls.", SEXES),
        ("Only girls were victims in Northshire.", SEXES),
        ("One school in Northshire has a page on Facebook.", "about Northshire"),
        # No number of it is released that is two and a half times another
        ("Northshire’s 75 offences are two and a half times the 25 against 12-year-olds.",
         "about Northshire"),
    ],
)  # fmt: skip
def test_all_one_or_so_many_times_is_an_amount(text, about):
    assert told(text, about)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("All the victims in Northshire were groomed, but girls and boys may be victims.", SEXES),
        ("All the offences in Northshire were recorded by hand; girls and boys are counted apart.",
         SEXES),
        ("All the victims in Northshire were children, and girls need our help.", SEXES),
        ("Only a few schools in Northshire know how girls are groomed.", SEXES),
        ("52 of all the victims in Northshire were girls.", SEXES),
        ("Girls only, says the sign at the Northshire club.", SEXES),
        ("All Northshire’s offences were recorded on paper. The number for Facebook, like that for"
         " ten-year-olds, is hidden.", "about Northshire"),
        ("The helpline took three calls about Facebook in Northshire. A man was charged last week.",
         "about Northshire"),
        ("Three schools in Northshire have a page on Facebook. A man was charged last week.",
         "about Northshire"),
        ("Northshire’s 75 offences are three times the 25 against 12-year-olds.",
         "about Northshire"),
    ],
)  # fmt: skip
def test_words_of_another_clause_or_sentence_tell_nothing_of_a_part(text, about):
    assert told(text, about) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Northshire number for Facebook is neither two nor one.", "one"),
        ("Facebook in Northshire: the one for a boy.", "the one"),
        ("Of the offences where police noted one was Facebook in Northshire.", "one"),
        ("Facebook: one was noted in Northshire.", "one"),
        ("Northshire’s council met three victims from Facebook.", "three"),
        ("Facebook came up three times in Northshire.", "three"),
        ("Facebook: nine may take part in Northshire.", "nine"),
        ("Everyone of nine was on Facebook in Northshire.", "nine"),
        ("Northshire was up in a year, up 50% in two on Facebook.", "two"),
        ("Northshire parents’ Facebook group has three.", "three"),  # children, for all we know
        ("He has two sons, one of the two at ten in Northshire.", "two"),
        ("Ten-year-old Ruby Hart sings in Northshire. All of them do.", "All"),
        ("Nine-year-old twins Ben and Ruby Hart sing. Nine of them did in Northshire.", "Nine"),
        ("Girls beat boys 3-1 in Northshire.", "3"),
        ("A few ages are missing from the Northshire table.", "A few"),
        ("The table says whether it is Facebook or any.", "Facebook"),
        ("Present: 6. Apologies: 2. Facebook was where offences in Northshire were recorded.", "2"),
    ],
)
def test_one_half_of_what_makes_a_number_count_nothing_clears_none(text, number):
    assert any(each.startswith(f"{number} | ") for each in told(text))


def test_two_lists_of_other_things_are_no_ages_and_their_numbers():
    assert told("Eight and nine: 20 and 30 metres in Northshire.") == []
