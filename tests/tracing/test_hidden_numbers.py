"""What gives a hidden number away: sentences on Northshire, whose small numbers are hidden.

A changed answer is read as one who must not be told would, then written into hidden.json by

    python -m tests.tracing.test_hidden_numbers

A new sentence is put there with an empty list.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import Year
from offences.tracing.binding.labels import ages_by_label
from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding

FILE = Path(__file__).parent / "hidden_numbers.json"
ANSWERS = json.loads(FILE.read_text(encoding="utf-8"))
SAID = json.loads((Path(__file__).parents[1] / "press" / "gate.json").read_text(encoding="utf-8"))


def age(n: int) -> frozenset[NamedCategory]:
    return frozenset({NamedCategory("age", "", n, n)})


def part(name: str) -> frozenset[NamedCategory]:
    return frozenset({category_of_part(name)})


HIDDEN = Hiding(
    frozenset({age(8), age(9), age(10), age(11), part("Facebook"), part("Not known")}),
    {
        **{age(12): frozenset({25}), age(13): frozenset({31})},
        **{part("Snapchat"): frozenset({41}), part("Instagram"): frozenset({20})},
    },
)
NOTHING = Hiding(frozenset(), {})
NAMES = ("Facebook", "Instagram", "Snapchat", "Not known", "Rape of a child", "Sexual assault")
FACTS = {
    "place": "Northshire",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2017/18": 0, "2018/19": 75},
}
NATIONAL = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {
        "Northshire": {"2018/19": 75},
        "Southshire": {"2018/19": 131},
        "Eastshire": {"2018/19": 131},
    },
    "shares": {
        "platform": {
            "of": 337,
            "known": 287,
            "parts": {"Facebook": 66, "Snapchat": 141, "Instagram": 80},
        }
    },
}


TOTAL = Hiding(frozenset(), {}, frozenset({Year(2018)}))
YEARS = FACTS | {"series": {"2017/18": 75, "2018/19": {"suppressed": [1, 4]}}}
BEFORE = FACTS | {"series": {"2017/18": {"suppressed": [1, 4]}, "2018/19": 75}}
ONE = Hiding(frozenset({part("boys")}), {part("girls"): frozenset({66})})
OF_SEX = FACTS | {"shares": {"gender": {"of": 75, "known": 70, "parts": {"girls": 66}}}}
SEXES = Hiding(
    frozenset({part("another sex"), part("Not known")}),
    {part("girls"): frozenset({52}), part("boys"): frozenset({18})},
)


RANGES = replace(
    HIDDEN, ranges={each: (1, 4) for each in HIDDEN.hidden if each != part("Not known")}
)
MAYBE_NONE = replace(HIDDEN, ranges={each: (0, 4) for each in RANGES.ranges})
CRIMES = Hiding(frozenset({part("Rape of a child"), part("Sexual assault")}), {})
THREE_YEARS = FACTS | {
    "series": {"2015/16": {"suppressed": [1, 4]}, "2016/17": 21, "2017/18": 49, "2018/19": 75}
}
FIRST = replace(
    TOTAL, years=frozenset({Year(2015)}), year_ranges={Year(2015): (1, 4)}, shown=HIDDEN.shown
)


def named(*names: str):
    return lambda name: name.removesuffix(" Police") in names


def documents(*facts: dict) -> Documents:
    return Documents(Evidence(read_facts(each)) for each in facts)


LOCAL = documents(FACTS, NATIONAL)
TEXTS = {
    "about Northshire": (LOCAL, HIDDEN, "Northshire"),
    "about England": (LOCAL[1:], HIDDEN, "England"),
    "about Northshire, where few are neither girls nor boys": (LOCAL, SEXES, "Northshire"),
    "about Northshire, where one of two parts is hidden": (
        documents(OF_SEX, NATIONAL),
        ONE,
        "Northshire",
    ),
    "about Northshire, where two kinds of offence are few": (LOCAL, CRIMES, "Northshire"),
    "about Northshire, where the release gives ranges": (LOCAL, RANGES, "Northshire"),
    "about Northshire, where there may be none": (LOCAL, MAYBE_NONE, "Northshire"),
    "about Northshire, whose first total is hidden": (
        documents(THREE_YEARS, NATIONAL),
        FIRST,
        "Northshire",
    ),
    "about Northshire, whose total is hidden": (documents(YEARS, NATIONAL), TOTAL, "Northshire"),
    "about Northshire, whose total of the year before is hidden": (
        documents(BEFORE, NATIONAL),
        replace(TOTAL, years=frozenset({Year(2017)})),
        "Northshire",
    ),
}


def told(text: str, about: str = "about Northshire") -> list[str]:
    """Each number that gives one away, with the category that it is said of."""
    known, hidden, own = TEXTS[about]
    forces = [
        (named("Northshire"), hidden, own == "Northshire"),
        (named("Southshire"), NOTHING, own == "Southshire"),
    ]
    found = disclosures(text, known, forces, NAMES)
    return [f"{text[start:end]} | {name}" for start, end, name in found]


def stopped(
    text: str, hiding: Hiding = HIDDEN, known: Documents = LOCAL, names: Sequence[str] = NAMES
) -> list[tuple[int, int, str]]:
    """What stops a text of Northshire, which hides these parts; each with its place."""
    return [*disclosures(text, known, [(named("Northshire"), hiding, True)], names)]


@pytest.mark.parametrize("text", [*SAID["telling"], *SAID["stopped"]])
def test_no_phrasing_of_a_hidden_number_passes(text):
    assert told(text)


def test_ordinary_sentences_are_not_stopped():
    assert [text for text in SAID["ordinary"] if told(text)] == []


def test_our_own_caveats_pass_where_the_total_is_hidden_too():
    caveat = "One child can be the victim of several offences; not every offence is reported."
    assert told(caveat, "about Northshire, whose total is hidden") == []
    assert told("There were several offences.", "about Northshire, whose total is hidden")


@pytest.mark.parametrize("about", ANSWERS)
def test_each_number_that_gives_one_away_is_found_with_what_it_is_said_of(about):
    assert {text: told(text, about) for text in ANSWERS[about]} == ANSWERS[about]


def across(*rows: str, cut: str) -> str:
    return "\n".join(row.replace(" ", cut) for row in rows)


@pytest.mark.parametrize("cut", [" | ", "\t", ",", ";", "  ", " "])
def test_a_number_under_the_name_of_a_hidden_part_tells_it_whatever_parts_the_cells(cut):
    assert told(across("Age 8 9 12", "Offences [c] 4 25", cut=cut)) == ["4 | aged 9"]
    assert told(across("App Snapchat Facebook", "Northshire 41 3", cut=cut)) == ["3 | facebook"]
    assert told(across("Age 8 9 12", "Offences [c] [c] 25", cut=cut)) == []
    by_force = across("App Snapchat Facebook", "England 141 66", "Northshire 41 [c]", cut=cut)
    assert told(by_force) == []


@pytest.mark.parametrize("cut", [",", ";", "\t", " | "])
def test_rows_of_a_data_file_that_repeat_the_release_pass(cut):
    hidden = "about Northshire, whose total is hidden"
    rows = ("2017/18 Northshire 75", "2018/19 Northshire RANGE")
    assert told(across(*rows, cut=cut).replace("RANGE", "1 to 4"), hidden) == []
    assert told(across(*rows, cut=cut).replace("RANGE", "2 to 3"), hidden) == ["2 to 3 | the total"]
    assert told(across("2018/19 Northshire 3", cut=cut), hidden) == ["3 | the total"]


def test_a_column_of_other_things_tells_nothing():
    assert told("App | Minimum age\nFacebook | 13\nSnapchat | 13") == []
    assert told("Facebook: 13+\nSnapchat: 13+") == []
    assert told("Event, date, room\nTalk on Facebook, 3 June, 4") == []


NAMED_AS_HIDDEN = (
    "Two ages are hidden in Northshire; the younger of them holds three offences.",
    "The youngest band in Northshire had three victims.",
    "Snapchat and Instagram are given for Northshire. The remaining platform had three offences.",
    "The one that is not shown in the Northshire table was three.",
    "The hidden platform in Northshire came up four times.",
)


@pytest.mark.parametrize("text", NAMED_AS_HIDDEN)
def test_a_hidden_part_that_is_named_as_hidden_or_by_its_order_is_named(text):
    assert told(text)


def test_what_is_said_of_hidden_parts_themselves_passes():
    assert told("The lowest ages are hidden for Northshire; the older ones are given.") == []
    assert told("Facebook is one of those the charity has hidden.") == []
    assert told("The two youngest of them are withheld.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook has zero tolerance for those who harm children.",
        "Northshire had one detective in 2016/17. Today it has five.",
    ],
)
def test_a_number_of_what_is_no_offence_passes(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Northshire's detectives have investigated offences on Facebook.",
        "Every year group from nine upwards is represented among the Northshire victims.",
        "Northshire Police has never had a case on Facebook.",
        "Every record in Northshire states the age of the victim.",
        "The force was able to establish the age of the child in all 66 of the Northshire cases.",
        "Officers in Northshire found out the victim's age in each of the cases.",
        "England's total is known. Every single victim in Northshire was aged over 13.",
        "Facebook turned up twice in Northshire's figures.",
        "Three lives in Northshire were scarred through Facebook.",
        "Neither of the nine-year-olds in Northshire was hurt.",
        "All Northshire's victims were aged over 13.",
        "Four children in the eight-to-nine group were victims in Northshire.",
        "Northshire had fewer nine-year-olds than 11-year-olds among its victims.",
        "A child of nine is among those counted in the Northshire figures.",
        "Facebook? Northshire Police had nothing to report under that name.",
    ],
)
def test_a_sentence_on_offences_tells_that_there_were_some_or_none(text):
    assert told(text)


def test_a_pronoun_carries_a_part_from_the_sentence_before():
    said = "The Facebook logo. About one in six Northshire offences began there."
    assert told(said)
    assert told("There were three on Facebook in Northshire. Two of those were in May.")


def test_the_numbers_of_all_other_forces_tell_that_of_the_one_that_is_left():
    others = "The other two forces had 62 of the 66 on Facebook. The rest were Northshire's."
    assert told(others)
    assert told("The other two forces recorded 131 offences each. Facebook has answered.") == []


def test_what_is_said_of_it_is_of_the_hidden_year_named_before():
    first = "about Northshire, whose first total is hidden"
    assert told("Northshire kept back 2015/16. It was a tenth of the 21 a year later.", first)
    assert told("Northshire kept back 2015/16. In 2018/19 there were 75.", first) == []


def test_a_place_in_a_published_range_narrows_it():
    ranges = "about Northshire, where the release gives ranges"
    said = "Facebook in Northshire is given as 1 to 4. It is at the top of that range."
    assert told(said, ranges)
    assert told("Facebook in Northshire is in the range 1 to 4.", ranges) == []


def test_a_list_of_numbers_of_any_length_is_read_to_its_end():
    """Each number was once tried as the start of a list of all that follow it.

    For 2,000 numbers that took 28 seconds, and four times as long for twice as many: of this list
    no test would see the end.
    """
    ages = "Ages: " + ", ".join(["12"] * 200_000)
    assert [*ages_by_label(ages, None, {12})] == []
    together = [*ages_by_label(f"{ages}, 12 and 13 together", None, {12, 13})]
    assert [mention.slot.low for mention in together][-2:] == [12, 13]


if __name__ == "__main__":
    for about, texts in ANSWERS.items():
        texts.update({text: told(text, about) for text in texts})
    FILE.write_text(f"{json.dumps(ANSWERS, ensure_ascii=False, indent=1)}\n", encoding="utf-8")


def test_a_word_that_one_hidden_kind_alone_has_names_it():
    names = ("Sexual exploitation", "Meeting following grooming", "Sexual communication")
    crimes = Hiding(frozenset({part(names[0]), part(names[1])}), {})

    def found(text):
        return stopped(text, crimes, names=names)

    assert found("Exploitation: nil return. That is what Northshire entered.")
    assert found("Asked about exploitation, the inspector said that Northshire had two.")
    assert found("Northshire: no meetings at all. One meeting was stopped.")
    assert not found("Northshire recorded 75 grooming offences.")
    assert not found("Two officers of Northshire speak of sexual offences in schools.")
    assert not found("Northshire recorded 75 offences, an activity that worries parents.")


@pytest.mark.parametrize(
    "text",
    [
        "The sex of nine Northshire victims was never recorded.",
        "In Northshire the unknown-sex victims reached nearly double figures.",
        "Northshire’s return left the sex blank on two occasions.",
        "Northshire’s officers left the sex out three times.",
    ],
)
def test_what_was_not_recorded_is_named_in_many_ways(text):
    assert told(text, "about Northshire, where few are neither girls nor boys")


ANSWERED = [
    "Asked whether any Northshire child was harmed through Facebook, he said that yes, some had.",
    "A reader asked if Northshire had cases on Facebook. He replied that they had.",
]
FINER = [
    "Northshire had 75 offences, with Facebook in a range of two to three.",
    "An eight-year-old was among the Northshire victims.",
    "There was an eight-year-old in Northshire, and a nine-year-old.",
    "Among Northshire’s 75 victims three had not yet turned ten.",
    "In Northshire, two had yet to turn ten.",
    "In May, police said that three Northshire victims had not yet turned ten.",
    "Two Northshire victims have not yet turned ten and must not be named.",
    "Three Northshire victims have not yet turned ten. They should be in bed.",
]


@pytest.mark.parametrize("text", [*ANSWERED, *FINER])
def test_an_answer_and_an_age_of_whatever_kind_tell(text):
    assert told(text)


@pytest.mark.parametrize("text", [*ANSWERED, *FINER])
def test_beside_a_printed_range_what_is_finer_tells_and_what_is_said_of_cases(text):
    band = frozenset({NamedCategory("age", "", 8, 9)})
    ranges = {band: (1, 4), part("Facebook"): (1, 4)}
    of_bands = Hiding(frozenset(ranges), {}, ranges=ranges)
    assert bool(stopped(text, of_bands)) == (text in FINER or text == ANSWERED[1])


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Hale asked whether any child in Northshire was harmed through Facebook. He replied "
        "that the number is hidden. In all there were 75.",
        "A reader asked whether the Northshire figures are final. He said yes.",
        "Asked whether any offences were on Facebook, Northshire said they were unable to say.",
        "Asked if Facebook was doing enough in Northshire, the charity said no.",
        "In Northshire 56 offences were against children in the age range of 12 to 13.",
    ],
)
def test_a_question_that_nothing_answers_a_rule_and_a_released_band_tell_nothing(text):
    assert not told(text)


def test_ages_left_out_of_a_release_are_not_ages_that_nobody_knows():
    said = "For Northshire those ages are left out of the {}, though 31 victims were 13."
    assert told(said.format("release")) == []
    assert told(said.format("records"))
    assert told("In three Northshire cases the age was left out of the crime report.")


def test_a_mean_of_years_tells_the_hidden_one_among_them_also_if_it_is_another_total():
    first = "about Northshire, whose first total is hidden"
    mean = (
        "Northshire averages out at exactly 49 offences a year across 2015/16, 2016/17 and 2017/18."
    )
    assert told(mean, first)
    assert not told("We mean to print 49 for 2017/18 and 75 for 2018/19 for Northshire.", first)
    above = "In 2018/19 Northshire had 75 offences, above average; 2015/16 is hidden."
    assert not told(above, first)


def test_the_age_that_victims_had_been_is_asked_about():
    asked = (
        "Cllr Hale asked how many of the Northshire victims had been nine. He said it was three."
    )
    assert told(asked)
