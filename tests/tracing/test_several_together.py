"""A figure of several platforms together, of the ages of a band, or of what was named before."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.binding.bodies import Bodies
from offences.tracing.binding.categories import CategoryWords
from offences.tracing.evidence.category import ALSO_WORDS, OTHER_SPELLINGS, NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.judging.judgement import Judgement, worst
from offences.tracing.trace import trace

OWN = {
    "place": "Norshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": {"2015/16": 140, "2016/17": 210, "2017/18": 236, "2018/19": 280},
    "ages": {"9": 12, "10": 20, "11": 31, "12": 42, "13": 60, "14": 35, "unknown": 80},
    "shares": {
        "gender": {"of": 280, "known": 225, "parts": {"girls": 180, "boys": 45}},
        "platform": {
            "of": 280,
            "known": 160,
            "parts": {"Snapchat": 62, "Instagram": 40, "WhatsApp": 26, "Kik": 20, "other": 12},
        },
    },
}
ALL = {
    "place": "England",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {
        name: {"2015/16": old, "2017/18": before, "2018/19": new}
        for name, old, before, new in (
            ("Norshire", 140, 236, 280),
            ("Eastmere", 300, 352, 361),
            ("Wyreshire", 120, 150, 222),
        )
    },
    "asked": 5,
    "shares": {"gender": {"of": 863, "known": 700, "parts": {"girls": 590, "boys": 110}}},
}
DOCUMENTS = (Evidence(read_facts(OWN)), Evidence(read_facts(ALL)))


def wrong(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat, Instagram and Kik together made up {} of those known.", "76%", "64%"),
        ("Add up the apps owned by Meta (Instagram and WhatsApp) and you have {}.", "41%", "25%"),
        ("Where the app was known, {} of the 160 took place on Instagram or WhatsApp.", "66", "26"),
        ("Where the app was known, {} took place on Instagram or the app it owns, WhatsApp.",
         "41%", "16%"),
        ("Snapchat (62) and Kik (20) combined accounted for {} of those known.", "51%", "13%"),
        ("{} offences were on Snapchat and Kik.", "82", "62"),
        ("{} were on Kik or Snapchat.", "51%", "39%"),
        ("{} of the 160 offences were on Snapchat and Kik.", "82", "62"),
        ("In {} the child was aged 11 to 13.", "133", "60"),
        ("This year Snapchat, Instagram and Kik had {}, 40 and 20.", "62", "40"),
        ("Norshire, Eastmere and Wyreshire recorded {}, 361 and 222 last year.", "280", "222"),
        ("In 2018/19 the force gave {}, for 2017/18.", "236", "280"),
        ("{} offences were against children aged 12 and under.", "105", "63"),
        ("Where age was known, {} were against those aged 12 and under.", "53%", "38%"),
    ],
)  # fmt: skip
def test_several_parts_are_what_they_are_together(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Snapchat was used in 62, Instagram in 40 and Kik in 20.", []),
        ("Snapchat and Instagram were named in 62 and 40 offences respectively.", []),
        ("Snapchat, Instagram and Grindr together made up 76% of those known.", ["76%"]),
        ("There were 12 offences against babies.", ["12"]),
    ],
)
def test_parts_that_are_not_added_or_not_held_are_no_sum(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Whats App was named in {}.", "26", "62"),
        ("What’s App was named in {}.", "26", "40"),
        ("{} were on Whats-App and Kik.", "46", "26"),
        ("Insta was used in {}, Snap Chat in 62.", "40", "20"),
        ("The app was Snap in {} and Kik in 20.", "62", "26"),
    ],
)
def test_a_platform_in_another_spelling_is_that_platform(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize("spelling", OTHER_SPELLINGS)
def test_every_other_spelling_is_read_in_a_text_and_is_no_place(spelling):
    (mention,) = CategoryWords([DOCUMENTS[0].facts]).find(f"It was {spelling} in 12.")
    assert mention.slot == NamedCategory("part", OTHER_SPELLINGS[spelling])
    named = Bodies(Documents(DOCUMENTS)).find(f"Offences in {spelling} were 12.")
    assert spelling in ALSO_WORDS or not named


@pytest.mark.parametrize(
    "text", ["It was a snap decision in 12.", "It is not known what app is to come.", "Tube: you"]
)
def test_words_like_a_spelling_name_no_platform(text):
    assert CategoryWords([DOCUMENTS[0].facts]).find(text) == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Girls were the victims in 84% of cases across England. In Norshire the share was lower,"
         " at {}.", "80%", "20%"),
        ("When the app was written down, Snapchat turned up in {} of cases.", "39%", "25%"),
        ("We do better on sex. It is there in {} cases.", "225", "160"),
        ("The force could name the app in {} of its cases.", "57%", "39%"),
        ("{} files in which no age had been written down.", "80", "200"),
        ("{} cases in which the victim was known to be 12 or under.", "105", "200"),
        ("Most often 13: that was the age given in {} cases.", "60", "42"),
        ("It was {} at the start of the series and 236 in 2017/18.", "140", "210"),
        ("It logged 280 in 2018/19, the highest of the {} forces that answered.", "three", "five"),
        ("A missing line for Wyreshire has been put back, with {}.", "222", "361"),
    ],
)  # fmt: skip
def test_what_a_number_is_of_is_told_by_the_words_around(text, right, false):
    assert [f for f in wrong(text.format(right)) if f == right] == []
    assert false in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Norshire comes second of three with its 280.", []),
        ("Norshire comes second of five with its 280.", []),  # those asked
        ("Norshire comes second of four with its 280.", ["four"]),
        ("That is the sum for all three forces with usable figures.", []),
        ("That is the sum for all five forces with usable figures.", ["five"]),
        (
            "Eight forces had been said to reply. In fact five were asked and three did so.",
            ["Eight"],
        ),
        ("Of five forces asked, three had something usable.", []),
        ("Of five forces asked, two had something usable.", ["two"]),
        ("It is the largest of the 1,000 in the survey, said a poll of shops.", []),
    ],
)
def test_forces_are_those_that_the_words_around_name(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("One force was rising fast. {} forces saw a rise.", "Three", "Two"),
        ("Of the three forces, only {} finished lower than in 2015/16.", "none", "one"),
        ("The three forces have all replied. {} of them are higher than in 2015/16.", "Three",
         "Two"),
    ],
)  # fmt: skip
def test_so_many_forces_have_more_or_fewer(text, right, false):
    assert [f for f in wrong(text.format(right)) if f == right] == []
    assert wrong(text.format(false)) == [false]


def test_a_bound_far_above_the_forces_that_fell_is_loose_and_says_how_many_did():
    (figure,) = trace("No more than four forces saw a fall.", *DOCUMENTS)
    assert (figure.verdict, figure.fact) == ("loose", "0 forces, beside 2017/18")


def test_the_only_force_with_a_rise_is_refused_with_its_reason():
    (figure,) = trace("Norshire was the only force with a rise.", *DOCUMENTS)
    assert (figure.verdict, figure.fact) == (
        "mismatch",
        "it is not so of this force, or of others as well",
    )


@pytest.mark.parametrize(
    "text",
    [
        "One force was down on the year.",
        "The three forces recorded a rise of 17%.",
        "Three forces recorded more than 800 offences.",
    ],
)
def test_forces_that_recorded_something_together_are_not_counted_by_their_rises(text):
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Norshire recorded 280 offences in 2018/19, and {} over the four years that we hold.",
         "866", "840"),
        ("Since 2015/16 officers in Norshire have written down {} such offences.", "866", "726"),
        ("All years together: {}", "866", "586"),
        ("Over those years combined it comes to {}.", "866", "280"),
        ("Her force had recorded {} offences against children in four years.", "866", "280"),
        ("That is twice the number for {}.", "2015/16", "2016/17"),
        ("Ann Hall (Eastmere) said her own force had {}.", "361", "280"),
        ("Five forces were asked, and the others recorded {}.", "863", "12"),
        ("Three forces, of five asked, replied. The total was {}.", "863", "280"),
        ("I have asked about a further {} for which there is no age on file.", "80", "200"),
        ("{} per cent of the Norshire offences were against girls.", "64", "16"),
    ],
)  # fmt: skip
def test_sums_corrections_and_totals_are_of_what_their_words_say(text, right, false):
    ignored = ("280", "twice the number", "Five", "five")
    assert [f for f in wrong(text.format(right)) if f not in ignored or f == right] == []
    assert wrong(text.format(false)) != []


@pytest.mark.parametrize(
    "text",
    [
        "The total for last year was 863, and that is from five forces who wrote back.",
        "Of everything the force logged in the year, a quarter was on Instagram.",
        "Instagram was used in 14 per cent of the 160 cases where officers knew the platform.",
        "Put the forces in order and Norshire comes third.",
        "Of the three forces that gave a figure, Norshire has the third largest.",
        "Norshire was the third fastest riser of the three since 2015/16.",
    ],
)
def test_what_is_true_of_something_else_is_not_right(text):
    assert wrong(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "The total for last year was 863, and that is from three forces who wrote back.",
        "Put the forces in order and Norshire comes second.",
        "Of the three forces that gave a figure, Norshire has the second largest.",
        "It logged 280 in 2018/19, the highest of the three forces that answered and twice the 140"
        " it had three years before.",
        "Eastmere (361) was first. Our number is 19 per cent above that for 2017/18.",
    ],
)
def test_what_is_true_of_its_own_place_is_right(text):
    assert [f for f in wrong(text) if f != "highest"] == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In 2015/16 there were 140. Then came {}, and in 2017/18 it was 236.", "210", "280"),
        ("It recorded 140 in 2015/16, then {}, then 236.", "210", "236"),
        ("It recorded 140 in 2015/16, then {}.", "210", "280"),
        ("How many were there in 2016/17? There were {} offences.", "210", "236"),
        ("Has it risen since 2016/17? There were {} offences.", "280", "210"),
        ("It recorded 140 in 2015/16, then {} in 2017/18.", "236", "210"),
        ("The low of 140 in 2015/16 was followed by a rise of {}.", "50%", "12%"),
        ("The 236 in 2017/18 was followed by a rise of {}.", "19%", "100%"),
        ("The 236 in 2017/18 was followed by a rise of {}.", "44", "140"),
        ("Snapchat and Kik were named {} times between them.", "82", "62"),
        ("Where the app is known, it is Snapchat 39 per cent, Instagram {}.", "25", "16"),
        ("Norshire asked for help. Of five forces asked, {} could say.", "three", "two"),
        ("Among the {} forces that could say, Norshire had 280.", "three", "two"),
        ("A caption put Snapchat’s share at 39 per cent. That was so before. Among the 160 where"
         " the app was known, it was {}.", "39 per cent", "25 per cent"),
        ("A caption spoke of the girls. That was a mistake. The number is {}, out of 225 where the"
         " sex was noted.", "180", "45"),
        ("That is twice as many as when we started: {} more.", "140", "70"),
        ("It had recorded 210 in 2016/17. It says more. The {} of the year that followed is high.",
         "236", "280"),
    ],
)  # fmt: skip
def test_what_follows_goes_on_with_what_was_named(text, right, false):
    assert [f for f in wrong(text.format(right)) if f == right] == []
    assert false in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Snapchat, Instagram and Kik together made up 76% of those known.",
            "instagram, kik and snapchat: 122 of 160",
        ),
        (
            "Snapchat, Instagram and Kik together made up 43.6% of all offences.",
            "instagram, kik and snapchat: 122 of 160",
        ),
        (
            "Where age was known, 53% were against those aged 12 and under.",
            "aged 12 and under: 105 of 200",
        ),
    ],
)
def test_beside_a_share_of_several_parts_are_their_number_and_the_whole(text, fact):
    figure = trace(text, *DOCUMENTS)[0]
    assert (figure.verdict, figure.fact) == ("traced", fact)


@pytest.mark.parametrize(("rest", "right"), [(9, "41"), (3, "")])
def test_a_band_of_one_force_is_no_fact_where_it_leaves_few_others(rest, right):
    """Who knows the band and all that are known knows the rest."""
    own = {"place": "Tarn", "measure": "online sexual offences", "latest": "2018/19"}
    ages = {"9": 20, "10": 50 - 20 - rest, "13": rest}
    facts = read_facts({**own, "series": {"2018/19": 60}, "ages": ages})
    for number in ("41", "47"):
        text = f"In Tarn {number} offences were against children aged 9 to 10."
        [figure] = [f for f in trace(text, facts) if f.text == number]
        assert (figure.verdict == "traced") is (number == right), number


@pytest.mark.parametrize(
    "text",
    [
        "In both 2016/17 and 2017/18 police in Norshire logged {} crimes.",
        "In each of 2016/17 and 2017/18 Norshire had {} crimes.",
        "In 2016/17 and again in 2017/18 Norshire police logged {} crimes.",
    ],
)
def test_a_number_of_each_of_two_years_is_that_of_both(text):
    assert wrong(text.format("236")) == ["236"]
    assert wrong(text.format("210")) == ["210"]
    own = {"place": "Norshire", "measure": "online sexual offences", "latest": "2018/19"}
    alike = read_facts({**own, "series": {"2016/17": 40, "2017/18": 40, "2018/19": 51}})
    assert [f.verdict for f in trace(text.format("40"), alike) if f.text == "40"] == ["traced"]


def test_of_several_verdicts_a_contradiction_is_worse_than_no_source() -> None:
    wrong, unknown, right = map(Judgement, ("mismatch", "untraced", "traced"))
    assert worst([wrong, unknown]) == worst([unknown, wrong]) == wrong
    assert worst([right, unknown]) == worst([unknown, right]) == unknown
