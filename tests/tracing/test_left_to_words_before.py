"""What the words of a sentence leave to those before it: the right number passes, others do not."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged, tell_apart

TARN = "Tarn Police recorded 149 online sexual offences against children in 2019/20. "
THE_LATEST_CHANGE = [
    ("The most recent increase, of {} offences, is its third in a row.", "39", "72"),
    ("The most recent increase works out at {}.", "35%", "94%"),
]


@pytest.mark.parametrize(("text", "right", "false"), THE_LATEST_CHANGE)
def test_the_latest_change_is_that_from_the_year_before(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


def test_no_before_a_number_of_offences_is_an_answer_and_no_address() -> None:
    tell_apart(TARN, "“It is only boys.” No. {} offences had a girl as the victim.", "112", "28")
    assert flagged(f"{TARN}The club meets at No. 28 every week.") == []


AGES_ALONE = [
    ("Children of 14 bore the brunt. They were the victims in {}.", "27", "25"),
    ("Children of 14 more than any others: {}.", "27", "25"),
    ("Ages were noted. Fourteen is the most common, at 27, with 13 next on {}.", "25", "20"),
    (
        "Which ages? Fourteen’s the commonest, at 27. There’s 25 at thirteen, {} at twelve.",
        "20",
        "12",
    ),
    ("Eight of the offences concerned a child of ten and {} a child of 11.", "a dozen", "twenty"),
    ("Twenty were against children of 12 and {} against those who are 13.", "25", "27"),
    ("Six were against nine-year-olds and {} against little ones of TEN.", "eight", "twelve"),
    ("A victim aged 12 was named in 20. Fourteen’s the peak with {}.", "27", "25"),
]


@pytest.mark.parametrize(("text", "right", "false"), AGES_ALONE)
def test_an_age_by_itself_has_the_number_beside_it(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


def test_the_two_most_common_ages_have_their_numbers_in_turn() -> None:
    text = "13 and 14 are the ages our officers see most: {} against the former and 27 against the"
    tell_apart(TARN, f"{text} latter.", "25", "20")
    assert flagged(f"{TARN}12 and 14 were the most common ages.") == ["12"]
    assert flagged(f"{TARN}14 and 13 were the most common ages.") == []


def test_a_peak_may_have_come_a_year_earlier() -> None:
    text = (
        "The most common age in Tarn was 14, whereas across England and Wales the peak came "
        "a year earlier, at {}."
    )
    tell_apart("", text, "13", "12")


def test_an_age_that_is_the_most_common_of_each_body_says_nothing_of_which_is_meant() -> None:
    both = "In 12 offences the child was aged 11. Fourteen’s the peak, with {}."
    tell_apart(TARN, both, "27", "380")


def test_as_for_the_country_as_well_goes_on_with_the_force() -> None:
    tell_apart(
        TARN,
        "In 112 offences it was a girl, as it is in England and Wales as well. "
        "There were {} against boys.",
        "28",
        "433",
    )


ASKED = "Across England and Wales 15 forces were asked and three refused. "
FORCES_BY_NUMBER_ALONE = [
    "That leaves {}.",
    "The {} others had recorded 2,489.",
    "Since 2018/19 the total for those {} has gone up by 35%.",
    "The {} that came clean had 2,489 offences in 2019/20.",
    "Each of those {} had also disclosed for 2018/19, with a sum of 1,842.",
    "All {} had also answered for 2018/19.",
    "{} of them, Tarn included, went from 1,842 to 2,489 in a year.",
    "Of the forces that could supply two years’ figures, {} in all, the increase was 35%.",
]


@pytest.mark.parametrize("text", FORCES_BY_NUMBER_ALONE)
def test_forces_by_their_number_alone(text: str) -> None:
    tell_apart(ASKED, text, "12", "13")


def test_a_sum_is_of_the_year_that_was_disclosed() -> None:
    text = "All 12 had also disclosed for 2018/19, with a sum of {}."
    tell_apart(ASKED, text, "1,842", "2,489")


WHAT_IS_KNOWN = [
    ("Which apps? The law asks nobody to note it, yet police did so in {}.", "83", "118"),
    ("Which site is worst? I can only tell you about {} of them.", "83", "140"),
    ("The data are partial, with {} offences assigned to a platform and 66 not.", "83", "118"),
    ("A platform appears in {} records: Snapchat in 48%.", "83", "140"),
    ("Which app was it? {} of the files don’t name a platform at all.", "66", "31"),
]
PART_BEFORE = [
    ("Snapchat, a favourite of teenagers, leads. It featured in {} of the 83 known.", "40", "28"),
    (
        "Who are they? Girls, mostly. Where the sex was noted, they were the victims in {}.",
        "112",
        "28",
    ),
    (
        "The boys were then raised by a councillor from Elm Street. {} offences, he said.",
        "28",
        "112",
    ),
    ("Twenty-eight offences were against boys. {}. Talk to your sons.", "28", "112"),
    ("Snapchat led with 40, and then came Instagram at {} and Kik at 15.", "28", "20"),
]


@pytest.mark.parametrize(("text", "right", "false"), [*WHAT_IS_KNOWN, *PART_BEFORE])
def test_what_a_number_is_of_is_in_the_words_before(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


def test_a_star_begins_a_line_of_a_list() -> None:
    text = "We found:\n★ Snapchat was used in 40, {} of those where it was known\n★ Kik in 15"
    tell_apart(TARN, text, "48 per cent", "18 per cent")


def test_a_share_of_those_is_of_the_body_of_the_number_before() -> None:
    text = "Which app? Police wrote one down in 83 offences. Instagram came up in {} of those."
    tell_apart(TARN, text, "34%", "25%")


NO_PERSONS = [
    ("That is not {} kids, it is crimes written down.", "149", "110"),
    ("The total is 39 higher than the {} cops logged in 2018/19.", "110", "95"),
]
TIMES_IN_PASSING = [
    ("Has it gone up? Yes: {} last time.", "110", "95"),
    ("The first slide just says {}.", "149", "110"),
    ("The force made a note of {} offences in which the internet played a part.", "149", "110"),
    ("Predators are stalking our children. Police log {} of these crimes a year.", "149", "110"),
]
TEN_AND_UNDER = (
    "In Tarn 14 offences were against children of ten and under, in England and Wales 143. "
)


@pytest.mark.parametrize(("text", "right", "false"), [*NO_PERSONS, *TIMES_IN_PASSING])
def test_words_beside_a_number_that_change_nothing(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


def test_what_was_counted_in_children_is_asked_about_still() -> None:
    assert flagged(f"{TARN}Police recorded 149 kids.") == ["149"]
    assert flagged(f"{TARN}The first month brought 149.") == ["149"]
    assert flagged(f"{TARN}Police logged 149 stalking offences.") == ["149"]


def test_the_former_and_the_latter_case_are_those_of_the_sentence_before() -> None:
    share = "is {} of those with a stated age."
    tell_apart(TEN_AND_UNDER, f"In the latter case that {share}", "11%", "12%")
    tell_apart(TEN_AND_UNDER, f"In the former case that {share}", "12%", "11%")


def test_a_share_that_another_is_compared_with_is_no_new_subject() -> None:
    text = (
        "12% had a victim of ten or under, against 11% for England and Wales. "
        "The panel noted that {} were against children of nine."
    )
    tell_apart(TARN, text, "6", "60")


def test_doubled_as_a_force_warns_compares_no_forces() -> None:
    for headline in ("more than double", "triple", "nearly treble"):
        found = flagged(f"Cases {headline} as Tarn police urge parents to talk")
        assert found == [headline.split()[-1]]
    assert flagged("More cases in Tarn than in Holm") == ["More cases in Tarn than in Holm"]


YEARS_TOLD_BEFORE = [
    ("Two years previously it was 95. A year before that, {}.", "77", "95"),
    ("One year ago it was 110. Two years before that, {}.", "77", "95"),
    (
        "It is up on the 110 of 2018/19. Only {} years earlier, in 2016/17, it was 77.",
        "three",
        "two",
    ),
    ("In 2018/19 it was 110. Only {} years earlier, in 2016/17, it was 77.", "two", "three"),
]


@pytest.mark.parametrize(("text", "right", "false"), YEARS_TOLD_BEFORE)
def test_a_distance_is_from_the_year_told_before_it(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


MORE_AGES_ALONE = [
    ("How old were they? Mostly 14, with {}, then 13 with 25.", "27", "20"),
    ("The age that cropped up most was 14 (27 times), followed by 13 ({}).", "25", "20"),
    ("At 14 there were 27 and at 12 it was {}.", "20", "12"),
    ("Which ages? 14 tops the list on {}.", "27", "25"),
    ("Girls bore the brunt, {} offences to the boys’ 28.", "112", "83"),
]
OF_THE_REST = [
    ("Police knew how old the child was in 118, and didn’t in {}.", "31", "66"),
    ("In {} there’s nothing to say which app it was.", "66", "83"),
    (
        "Boys were the victims in 28, and in {} of the offences in England and Wales.",
        "433",
        "1,805",
    ),
    ("Last time round it was {}.", "110", "95"),
    ("Go back a year and it was {}.", "110", "95"),
]


@pytest.mark.parametrize(("text", "right", "false"), [*MORE_AGES_ALONE, *OF_THE_REST])
def test_what_short_words_leave_out(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


def test_what_tops_a_list_has_the_most() -> None:
    assert flagged(f"{TARN}Snapchat tops the list on 40.") == []
    assert flagged(f"{TARN}Instagram tops the list on 28.") == ["tops the list"]
    assert flagged(f"{TARN}Boys bore the brunt.") == ["bore the brunt"]
    assert flagged(f"{TARN}Tarn tops the list.") == ["tops the list"]


def test_forces_that_got_the_letter_are_those_asked() -> None:
    tell_apart("", "{} forces in England and Wales got the letter.", "Fifteen", "Thirteen")


OFFENCES = {
    **{"place": "Tarn", "measure": "online sexual offences", "latest": "2019/20"},
    "series": {"2018/19": 110, "2019/20": 149},
    "shares": {"offence": {"of": 149, "known": 131, "parts": {"grooming": 70, "rape": 12}}},
}


def test_the_exact_nature_is_known_of_some() -> None:
    evidence = Evidence(read_facts(OFFENCES))
    for number, verdict in (("131", "traced"), ("110", "mismatch")):
        text = f"Of the {number} whose exact nature was given, 70 were grooming."
        assert next(f.verdict for f in trace(text, evidence)) == verdict


def test_an_age_beside_the_most_common_one_is_not_the_first_of_two() -> None:
    for behind in ("14 was next", "14 followed", "14 offences had no app", "14 per cent were 12"):
        assert "13" in flagged(f"{TARN}The most common age was 13 and {behind}.")
    assert "13" in flagged(f"{TARN}Girls were 14 and 13 was the most common age.")
    assert flagged(f"{TARN}13 and 14 were the most common ages.") == []


def test_the_oldest_group_is_not_all_ages() -> None:
    assert flagged("The oldest group in Tarn, those aged 9 to 15, is at risk.") == ["9 to 15"]
    assert flagged("The oldest group in Tarn, those aged 14 to 15, is at risk.") == []


def test_persons_in_a_question_are_asked_about_where_it_is_answered_with_yes() -> None:
    for answer in ("Yes.", "It does.", "Police would not say.", "No doubt."):
        assert flagged(f"{TARN}Does that mean 149 victims? {answer}") == ["149"]


def test_more_than_ever_as_another_force_had_fewer_compares_forces() -> None:
    found = flagged("Tarn counted more offences than before as Holm counted fewer.")
    assert found == ["more offences than before as Holm"]
    found = flagged("The tally in Tarn was far lower, half that as Holm.")
    assert found == ["was far lower", "half"]
