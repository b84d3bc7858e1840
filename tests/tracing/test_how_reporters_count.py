"""Plain sentences of papers, councils and schools: a right number, and another fact’s."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart

AT_PLACES = (
    ("Kik ranked number {} among the platforms named in Tarn.", "three", "two"),
    ("Instagram came in at number {} on the list of apps.", "2", "3"),
    ("Snapchat was at No. {} on the list of platforms.", "1", "2"),
)


@pytest.mark.parametrize(("text", "right", "false"), AT_PLACES)
def test_a_numbered_place_among_the_platforms_is_that_of_its_number(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false))


TWO_YEARS_OF_FORCES = (
    ("Eleven forces could supply both 2016/17 and 2019/20; offences went up {}.", "106%", "35%"),
    ("Eleven forces hold both 2016/17 and 2019/20: they saw a rise of {}.", "1,232", "616"),
    (
        "Across the 11 forces with both years, there were {} more offences"
        " in 2019/20 than in 2016/17.",
        *("1,232", "616"),
    ),
)


@pytest.mark.parametrize(("text", "right", "false"), TWO_YEARS_OF_FORCES)
def test_a_change_of_forces_is_between_the_two_years_that_they_have(text, right, false):
    tell_apart("", text, right, false)


YEARS = (
    (
        "Of the four years to 2019/20, it was {} that saw the fewest offences in Tarn.",
        *("2016/17", "2017/18"),
    ),
    ("Tarn, 2016/17 to 2019/20: from {} offences to 149.", "77", "110"),
    ("Tarn, 2016/17 to 2018/19 – up {}.", "43%", "35%"),
    ("TARN SEX CRIMES UP {} BETWEEN 2016/17 AND 2018/19", "43%", "35%"),
    ("Taken together, Tarn's three latest years, 2017/18 to 2019/20, add up to {}.", "354", "282"),
    ("Taken together, Tarn's two most recent years add up to {} offences.", "259", "354"),
    ("Q: How much did offences rise in Tarn in 2018/19? A: By {}.", "16%", "35%"),
    ("How much did offences rise in Tarn in 2019/20 on 2016/17? By {}.", "94%", "35%"),
)


@pytest.mark.parametrize(("text", "right", "false"), YEARS)
def test_the_years_of_a_number_or_a_change_are_read_from_plain_words(text, right, false):
    tell_apart("", text, right, false)


def test_a_question_says_which_way_a_change_went():
    text = "How much did offences {} in Tarn in 2018/19? By 16%."
    assert flagged(text.format("rise")) == []
    assert flagged(text.format("fall")) == ["16%"]


def test_a_year_is_that_in_which_a_number_was_first_passed():
    text = "It was in {} that Tarn's yearly number first went past 100 offences."
    ask_about_the_false("", text, "2018/19", "2019/20")
    assert flagged(text.format("2018/19")) == []


AGES = (
    ("Ages: {} offences against 11yos, 20 against 12yos.", "12", "25"),
    ("There were 25 against 13 y/os and {} against 14-yr-olds.", "27", "20"),
    ("Police dealt with {} crimes against 12 yr olds.", "20", "25"),
    ("In {} the child was 12 yrs old.", "20", "25"),
    ("It said that {} of them had a thirteen-year-old as the victim.", "25", "40"),
    ("{} concerned a fourteen-year-old.", "Twenty-seven", "Twenty-five"),
    ("Of these, {} offences involved a 14-year-old.", "27", "25"),
    ("Officers put the age at 13 in {} of the offences where it was known.", "21%", "23%"),
)
BESIDE_A_DASH = (
    ("A slide goes up on age. The biggest bar is at 14 – {} offences.", "27", "20"),
    ("Fourteen were against children of ten or younger. Some were ten – {} offences.", *("8", "6")),
)


@pytest.mark.parametrize(("text", "right", "false"), AGES)
def test_ages_are_read_in_short_and_as_those_of_one_child(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(("text", "right", "false"), BESIDE_A_DASH)
def test_an_age_and_its_number_beside_a_dash_are_no_range(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


def test_a_child_of_some_age_in_one_story_is_asked_about():
    assert flagged("A 14-year-old was groomed by a man who had lied.") == ["14-year-old"]
    assert "14-year-old" in flagged("One case concerned a 14-year-old who had left home.")


def test_bands_without_the_word_age_are_those_of_the_facts():
    facts = {"place": "Tarn", "latest": "2019/20", "measure": "online sexual offences"}
    ages = {"0-9": 16, "10-11": 44, "12-13": 130, "unknown": 20}
    given = {**facts, "series": {"2019/20": 210}, "ages": ages, "age_thresholds": [{"max": 9}]}
    text = "Tarn by age, 2019/20: nine and under 16, ten to 11 {}, 12 to 13 130."
    wrong = {
        n: [f.text for f in trace(text.format(n), read_facts(given)) if f.verdict == "mismatch"]
        for n in ("44", "130")
    }
    assert wrong == {"44": [], "130": ["130"]}


KNOWN = (
    ("Facebook wins elsewhere. Apps. {} had one named. Snap 40, Insta 28.", "83", "140"),
    ("Which apps should I worry about? Police could name one in {} cases.", "83", "140"),
    ("Snapchat was given in 40 cases out of the {} where there's an answer.", "83", "149"),
    ("Snapchat led on 40. Some name no app. The known cases number {}.", "83", "140"),
    ("Snapchat led on 40. But {} of our 149 had nothing noted at all.", "66", "9"),
    (
        "Snapchat led, with Kik third. We're talking about {} crimes, since 66 had nothing noted.",
        *("83", "140"),
    ),
    (
        "Where they noted whether it was a lad or a lass, which was {} offences, 112 were girls.",
        *("140", "83"),
    ),
    ("Girls are in greater danger: {} of the offences where such things were noted.", "112", "40"),
    ("Girls were targeted in 112 cases and boys in {}; in the others no sex is noted.", "28", "9"),
    ("Snapchat was named in 40, and Kik in {}; for the rest no app was given.", "15", "83"),
    (
        "Across England and Wales, Snapchat leads: {} offences of the 1,250 with a platform noted.",
        "560",
        "310",
    ),
)


@pytest.mark.parametrize(("text", "right", "false"), KNOWN)
def test_numbers_known_or_not_are_read_from_plain_words(text, right, false):
    tell_apart("", text, right, false)


def test_the_thousand_is_a_number_where_it_is_a_whole():
    text = (
        "In England and Wales Snapchat was in 560 offences of the thousand with a platform noted."
    )
    assert flagged(text) == ["the thousand"]


def test_the_number_for_an_emergency_counts_nothing():
    assert flagged("If a child is in danger: 112 or 999.") == []


LISTED = "He also gave me the ages. Ten: eight offences. Eleven: 12. Twelve: 20."
AGES_BESIDE_NUMBERS = (
    (f"{LISTED} Fourteen: {{}}.", "27", "20"),
    ("Ages, then. At 14, children were hit hardest, with {} offences.", "27", "25"),
    ("There were eight at age ten. Then you get to 12 and it's {}.", "20", "25"),
)


@pytest.mark.parametrize(("text", "right", "false"), AGES_BESIDE_NUMBERS)
def test_an_age_and_the_number_beside_it_fit_together(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


PARTS = (
    ("Who is hurt? Fourteen's the peak. There were {} at that age.", "twenty-seven", "twenty"),
    (
        "Fourteen was the commonest age among victims of online sexual offences that were handled"
        " by police here in 2019/20: {} of them, as against 20 where the child was twelve.",
        *("twenty-seven", "twenty-five"),
    ),
    ("Our Year 7 and 8 families should know that {} concerned a child of 11 or 12.", "32", "25"),
    ("Boys need help as much as girls do. They were the victims in {} of our cases.", "28", "112"),
    ("Where they jotted down the app, Insta was to blame for {}.", "34 PER CENT", "48 PER CENT"),
    ("The {} surge was called a disgrace, as MPs debate whether to ban under-16s.", "35%", "43%"),
    ("Kids' charity heads to Parliament as Tarn figures hit {}.", "149", "140"),
    ("Predators' texts led to 149 offences in Tarn – up from {} in 2018/19.", "110", "95"),
    ("Arrests rose as police logged 149 offences in Tarn, up from {} in 2018/19.", "110", "95"),
)


@pytest.mark.parametrize(("text", "right", "false"), PARTS)
def test_a_number_is_of_what_its_own_clause_says(text, right, false):
    tell_apart("", text, right, false)


def test_arrests_and_victims_are_no_offences():
    assert flagged("Arrests in Tarn rose to 149.") == ["149"]
    assert flagged("Victims' families say that victims in Tarn rose to 149.") == ["149"]


CHANGES = (
    (
        "The latest annual increase, of 39, came after one of {} in 2018/19"
        " and 18 in the year before that.",
        *("15", "18"),
    ),
    (
        "The latest annual increase, of 39, came after one of 15 in 2018/19"
        " and {} in the year before that.",
        *("18", "39"),
    ),
    (
        "In 2018/19 the number rose by 15, to 110. It edged up by another {} the following year.",
        *("39", "18"),
    ),
    ("Growth was slowest in 2018/19, when just {} offences were added.", "15", "18"),
    (
        "Growth was slowest in 2018/19, when 15 offences were added. In 2017/18 it had been {}.",
        *("18", "15"),
    ),
)


@pytest.mark.parametrize(("text", "right", "false"), CHANGES)
def test_changes_of_earlier_years_are_those_of_their_years(text, right, false):
    tell_apart("", text, right, false)


def test_the_rises_before_are_those_before_the_latest():
    before = "Tarn had 149 in 2019/20, up by 39. "
    tell_apart(
        before, "The preceding two annual rises were of {} and, before that, 18.", "15", "39"
    )
    tell_apart(
        before, "The preceding two annual rises were of 15 and, before that, {}.", "18", "39"
    )


def test_a_number_in_the_next_sentence_is_no_change_unless_the_sentence_before_is_about_one():
    text = "The number rose by 15 in 2018/19. In 2017/18 it had been {}."
    tell_apart("", text, "95", "18")


OTHER_WORDS = (
    ("It is above where it was in 2016/17, a year in which {} offences came in.", "77", "95"),
    (
        "We have figures for 2018/19 and 2019/20 in Tarn."
        " There were {} offences in the first year and 149 in the second.",
        *("110", "77"),
    ),
    ("Please don't write that {} children were harmed in Tarn.", "149", "110"),
    (
        "It said that {} crimes linked to Snapchat in one seaside police area were a shame.",
        "40",
        "28",
    ),
    (
        "Of offences here with a platform known, 34% were on Instagram."
        " That was true for {} nationally as well.",
        *("25%", "45%"),
    ),
    ("In Tarn, Instagram led the list with {} mentions.", "28", "40"),
    ("In Tarn, Instagram led the list with 28 mentions, or {}.", "34%", "48%"),
)


@pytest.mark.parametrize(("text", "right", "false"), OTHER_WORDS)
def test_other_words_for_a_year_a_share_or_an_offence(text, right, false):
    tell_apart("", text, right, false)
