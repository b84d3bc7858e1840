"""Names beside the body that a number is of: in an aside, of a survey, of a whole."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # an aside tells of the body and is none itself
        ("In Holm, the nearest to Tarn in size, the number went up from {} to 91.", "60", "110"),
        ("In Tarn, the largest after Holm, there were {}.", "149", "91"),
        # a fraction of a whole ranks nothing
        ("Tarn has less than a tenth of the UK total, which was {}.", "2,489", "149"),
        ("Tarn came tenth of all the forces, with {}.", "149", "2,489"),
        # whose survey it is says nothing of the place
        ("Nationally, the forces in Lantern's survey could give no age for {}.", "600", "31"),
        ("Nationally, the forces in Holm's care could give no age for {}.", "none", "600"),
        # "the survey" is no time
        ("Among the forces in the survey the total was {}.", "2,489", "2,248"),
        ("It was the other way round: in Tarn Snapchat was used in {}.", "40", "28"),
        # forces that are asked are not those of the total
        ("Tarn had 149, as it said when the trust began asking forces. The total is above the {} of"
         " 2018/19.", "110", "2,248"),
        ("It means {} more offences than in 2018/19, says the charity, which asked forces.",
         "39", "647"),
        # nor are those that a rule binds
        ("It became compulsory for forces to flag them in 2015. Even so, offences were up by {}"
         " on 2018/19.", "39", "647"),
        ("Since April 2015 police forces have had to mark them. Officers here point to that: they"
         " are up by {} in a year.", "39", "647"),
        ("All forces were told to flag such offences. It rose by {} in a year.", "39",
         "647"),
        ("Forces must flag them. Girls were the victims in {} of those with a known sex.",
         "80%", "81%"),
        # while those with numbers are a body
        ("Forces recorded more than ever. Girls were the victims in {} of those with a known sex.",
         "1,805", "112"),
        ("It happened somewhere in the 12 force areas that gave figures. Girls were the victims in"
         " {}.", "1,805", "112"),
        ("Across 12 police areas it was worse: boys were the victims in {}.", "433", "28"),
        # held against another, or one of those counted
        ("Across England and Wales, as here, most were girls: {}.", "1,805", "112"),
        ("As in Tarn, girls were the victims across England and Wales, in {}.", "1,805", "112"),
        ("Here, as elsewhere, girls were the victims, in {}.", "112", "1,805"),
        ("The 12 forces in England and Wales, ours among them, recorded {}.", "2,489", "149"),
        ("The 12 forces that gave figures, Tarn included, recorded {}.", "2,489", "149"),
        ("The 12 forces that gave figures include Tarn, which had {}.", "149", "2,489"),
        ("The 12 forces gave figures. The cases in Tarn included {} on Snapchat.", "40", "560"),
        ("Across England and Wales it went up by {}, and ours did, too.", "647", "39"),
        ("Across England and Wales it went up by {}, and Tarn’s did not.", "647", "39"),
        # the whole of it
        ("Compare that with the country at large, where it went up by {}.", "647", "39"),
        ("Compare that with the country we love, where in Tarn it went up by {}.", "39", "647"),
        # one force alone among all
        ("Holm alone among the forces in the survey was up, to {}.", "91", "2,489"),
        # a station is no force
        ("Nationally it was {}, the charity told Radio Tarn's breakfast show.", "2,489", "149"),
        ("Across England and Wales, BBC Holm reports, there were {}.", "2,489", "91"),
        ("Tarn FM told of it: in Holm there were {}.", "91", "149"),
        ("Radio Holm spoke to police in Tarn: there were {} there.", "149", "91"),
        # a daughter is a person
        ("A man whose daughter was harmed spoke: Tarn police recorded {}.", "149", "112"),
        # words that narrow nothing down
        ("Nationally, police recorded {} offences in the areas they cover.", "2,489", "149"),
        ("Nationally, police recorded {} offences of all kinds.", "2,489", "149"),
        # forces that recorded so many say nothing of what is known
        ("Kik was used in 15, and Snapchat in {} across the UK, where forces recorded 2,489.",
         "560", "1,250"),
    ],
)  # fmt: skip
def test_a_name_in_an_aside_is_no_body_of_a_number(text, right, false):
    ask_about_the_false("Tarn Police recorded 149.\n\n", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # "there" is the place named last
        (
            "It is a different story in Holm. There the number has gone up, from {} to 91.",
            "60",
            "110",
        ),
        ("The steepest climb of any force is in Holm. There, police recorded {}.", "91", "2,489"),
        ("Across England and Wales it was 2,489. There were {} in Tarn.", "149", "91"),
        # a rank in the country is none of the country's changes
        ("Tarn's rise of {} per cent was the sharpest in the country.", "35", "18"),
        ("The year before we had 110. Our figure rose by {} per cent.", "35", "18"),
    ],
)
def test_the_place_of_a_number_is_the_one_that_its_words_lead_to(text, right, false):
    def wrong(number: str) -> bool:
        return any(number in each for each in flagged(text.format(number)))

    assert not wrong(right)
    assert wrong(false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a whole that is said to be of the forces
        (
            "Holm, where there were 91, has a part of the {} recorded by the 12 forces.",
            "2,489",
            "91",
        ),
        ("Holm has 91 of the {} offences logged by all 12 forces.", "2,489", "149"),
        ("Tarn, with 149, is part of the {} counted across the 12 forces.", "2,489", "2,248"),
        # "their": of the forces that the sentence counts, not of the one that it is about
        (
            "Tarn was sixth of the 12 in the survey, with a part of their {} offences.",
            "2,489",
            "149",
        ),
        ("Tarn is one of 12 forces that answered, a part of their {} offences.", "2,489", "149"),
        # those with it are all
        (
            "Each of the other 11 forces rose, and together with Tarn they recorded {}.",
            "2,489",
            "91",
        ),
        ("The rest of the forces rose, and together with Tarn they had {}.", "2,489", "149"),
        # what each had is not what they had together
        ("Each of the 12 forces answered, and together they recorded {}.", "2,489", "149"),
    ],
)
def test_a_number_is_of_the_forces_that_its_words_count(text, right, false):
    ask_about_the_false("The figures are new. ", text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 2,489, the highest of the 12 forces.",
        "Tarn has 12 forces around it that recorded offences, and in Tarn their number was 2,489.",
        "Each of the 12 forces answered and recorded 2,489.",
        "Together with Holm, Tarn recorded 2,489.",
    ],
)
def test_forces_beside_a_number_of_one_force_are_not_those_it_is_of(text):
    assert "2,489" in flagged(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The charity wrote to forces.", []),
        ("The charity has asked all the police forces.", []),
        ("Forces were asked for figures.", []),
        ("Forces were busy.", ["39"]),
        ("The charity heard from forces.", ["39"]),
        ("Forces asked for more staff.", ["39"]),
    ],
)
def test_forces_that_were_asked_are_not_those_of_the_number_that_comes_next(text, wrong):
    assert flagged(f"Tarn Police recorded 149.\n\n{text} That is 39 more than in 2018/19.") == wrong


def test_forces_that_were_asked_may_have_the_number_that_comes_next():
    asked = "Tarn Police recorded 149.\n\nThe charity asked forces for figures."
    assert flagged(f"{asked} The total was 2,489.") == []


@pytest.mark.parametrize(
    "text",
    [
        # It is whose count goes before
        "Tarn’s count, next to UK data, comes to 149.",
        "The force gave UK statistics as well. It recorded 149.",
        "Tarn, says a blog citing UK figures, recorded 149.",
        # A share of something else
        "There is some national share of the fault. It logged 149.",
        "UK share prices were down. It logged 149.",
    ],
)
def test_uk_figures_in_passing_are_not_whose_a_number_is(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "UK figures show {}.",
        "UK statistics for 2019/20 put it at {}.",
        "UK total: {}",
        "The national share of offences that are of girls is high. It had {}.",
    ],
)
def test_figures_of_the_uk_that_show_something_are_of_all_forces(text):
    assert flagged(text.format("149")) == ["149"]


_HEADLINE = "Charity demands a law as online offences against children go up by {} in a year\n\n"


@pytest.mark.parametrize(
    ("lead", "right", "false"),
    [
        ("Twelve forces in England and Wales recorded 2,489 in 2019/20.", "647", "39"),
        ("Tarn Police recorded 149 offences in 2019/20, up from 110.", "39", "647"),
        ("The national total was 2,489, says Lantern.\n\nIn Tarn there were 149.", "647", "39"),
    ],
)
def test_a_headline_without_a_body_is_of_the_one_that_its_first_paragraph_is_about(
    lead, right, false
):
    assert flagged(_HEADLINE.format(right) + lead) == []
    assert flagged(_HEADLINE.format(false) + lead) == [false]


@pytest.mark.parametrize(
    "text",
    [
        # the first paragraph names the force as well
        "Offences climb by 39\n\nAcross England and Wales 2,489 were recorded, 149 in Tarn.",
        # no headline, but a sentence of a paragraph
        "Offences went up by 39 in a year. Across England and Wales, 2,489 were recorded.",
    ],
)
def test_a_headline_may_be_of_any_body_of_its_first_paragraph(text):
    assert flagged(text) == []
