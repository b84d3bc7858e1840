"""A question that a force repeats above its table, and titles whose parts name what is counted."""

import pytest

from offences.returns.tables.titles import label_in_title
from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

AGES: Rows = [["Age", "2018/19", "2019/20"], ["0-12", 31, 27], ["13-17", 12, 14]]
MONTHS: Rows = [["Month", "2018/19", "2019/20"], ["April", 31, 27], ["May", 12, 14]]
ACROSS: Rows = [["Year", "North", "South"], ["2018/19", 31, 12], ["2019/20", 27, 14]]

PARTS = {
    "Offences recorded per month - s.15A Sexual communication with a child": (
        "offence",
        "s.15A Sexual communication with a child",
    ),
    "Crimes by age - Rape of a child": ("offence", "Rape of a child"),
    "Recorded crime: Grooming": ("offence", "Grooming"),
    "Offences by month (Stalking)": ("offence", "Stalking"),
    "Number of Rape offences by month": ("offence", "Rape"),
    "Sexual grooming recorded per month": ("offence", "Sexual grooming"),
    "Table 1: Grooming offences recorded each month": ("offence", "Grooming"),
    "Offences recorded per month - girls": ("sex", "girls"),
    "Offences per month - victims under 13": ("age", "under 13"),
}
QUESTIONS = {
    "Q1 How many offences of grooming were recorded?": ("offence", "grooming"),
    "Q2 How many of those were on Snapchat?": ("platform", "Snapchat"),
    "How many of the victims were girls?": ("sex", "girls"),
    "2. Of these, how many involved a female victim?": ("sex", "female victim"),
    "3. How many offences had a victim aged under 13?": ("age", "aged under 13"),
    "How many crimes of stalking did you record in each year?": ("offence", "stalking"),
}


def square(rows: Rows) -> Rows:
    return [[*row, *[""] * (3 - len(row))] for row in rows]


@pytest.mark.parametrize(("title", "label"), [*PARTS.items(), *QUESTIONS.items()])
@pytest.mark.parametrize("table", [MONTHS, ACROSS], ids=["months", "districts"])
@pytest.mark.parametrize("name", FORMATS)
def test_what_a_part_of_a_title_or_a_question_names_labels_every_count(title, label, table, name):
    found = observations(read_as(square([[title], [], *table]), [], name))
    assert {each.value for each in found} == {31, 27, 12, 14}
    assert {each.labels.get(label[0]) for each in found} == {label[1]}


@pytest.mark.parametrize("name", FORMATS)
def test_each_table_is_of_its_own_question(name):
    first, second = "Q1 How many were grooming?", "Q2 How many of those were on Snapchat?"
    rows = square([[first], *AGES, [], [second], *[[*row] for row in AGES]])
    rows[-1][1] = 11
    found = observations(read_as(rows, [], name))
    assert {each.labels.get("platform") for each in found} == {None, "Snapchat"}
    assert {each.labels.get("platform") for each in found if each.value == 11} == {"Snapchat"}


@pytest.mark.parametrize("table", [AGES, MONTHS, ACROSS], ids=["ages", "months", "districts"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_question_about_some_of_those_before_stops_if_nobody_knows_which(table, name):
    question = "How many of those were in a group?"
    read = read_as(square([[question], *table]), [], name)
    asked = f"“{question}” is over this table. Are these the counts that were asked for?"
    assert asked in [each.message for each in read.problems if each.stops]


@pytest.mark.parametrize(
    "title",
    [
        "1. How many sexual offences against under-18s with an online flag were recorded?",
        "Please give the number of offences, by sex and age",
        "Offences by type: rape, grooming, stalking",
        "How many were rape, and how many stalking?",
        "Recorded sexual offences: 2018/19 only",
        "Sexual Offences Act 2003 offences recorded by year",
        "Were the victims girls, or boys?",
    ],
)
def test_a_question_about_all_or_about_several_names_none(title):
    assert label_in_title(title) is None
    found = observations(read_as(square([[title], [], *MONTHS]), [], "a.xlsx"))
    assert all(each.labels == {} for each in found)


@pytest.mark.parametrize(
    "question",
    [
        "How many were not on Snapchat?",
        "How many offences did not involve Snapchat?",
        "How many of these were not recorded on Snapchat?",
        "How many weren't on Snapchat?",
        "How many had no link to Snapchat?",
        "Please give the number without Snapchat",
        "How many were recorded? Not including Snapchat",
    ],
)
@pytest.mark.parametrize("name", FORMATS)
def test_a_question_about_the_others_stops_and_never_labels_by_what_it_leaves_out(question, name):
    read = read_as(square([[question], [], *AGES]), [], name)
    assert all("platform" not in each.labels for each in observations(read))
    asked = f"“{question}” is over this table. Are these the counts that were asked for?"
    assert asked in [each.message.replace("’", "'") for each in read.problems if each.stops]


@pytest.mark.parametrize(
    "note",
    [
        "Note: does this include Snapchat?",
        "Please note: the number of Snapchat offences may differ",
        "3) Please note the number of Snapchat offences may differ",
        "Please be aware that the number on Snapchat may differ",
        "NB: was this on Snapchat?",
        "Does this include Snapchat?",
    ],
)
@pytest.mark.parametrize("name", FORMATS)
def test_a_note_above_a_table_labels_nothing_by_the_platform_it_mentions(note, name):
    read = read_as(square([[note], [], *AGES]), [], name)
    assert {each.value for each in observations(read)} == {31, 27, 12, 14}
    assert all("platform" not in each.labels for each in observations(read))


@pytest.mark.parametrize(
    "question",
    [
        "How many were on Snapchat, whether or not anyone was charged?",
        "How many were on Snapchat, not only those with a charge?",
        "No. of offences on Snapchat?",
        "Please provide the number on Snapchat",
    ],
)
def test_a_question_that_leaves_nothing_out_names_its_platform_and_stops_nothing(question):
    read = read_as(square([[question], [], *AGES]), [], "a.xlsx")
    assert {each.labels.get("platform") for each in observations(read)} == {"Snapchat"}
    assert not any("Are these the counts" in each.message for each in read.problems)


@pytest.mark.parametrize("title", ["In a group?", "Looked after?"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_short_question_of_no_known_kind_is_a_label(title, name):
    found = observations(read_as(square([[title], *MONTHS]), [], name))
    assert all(title in each.other for each in found)


SEXES: Rows = [["Offence", "Girls", "Boys"], ["Stalking", 31, 27], ["Threats", 12, 14]]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("question", ["Q3 How many were there?", "Q3. Number of crimes?", "Q6."])
@pytest.mark.parametrize("line", ["Q1. 2018/19", "Q2: 2018/19"])
def test_the_number_of_a_question_before_a_year_is_no_quarter(line, question, name):
    rows = [*square([[question], [], [line]]), *SEXES]
    found = observations(read_as(rows, [], name))
    assert {(o.year, o.part_words) for o in found} == {("2018/19", "")}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "lines",
    [["Q1. 2018/19"], ["Q1 2018/19"], ["Q3 How many?", "Q1 2018/19"], ["Q4.", "Q1. 2018/19"]],
)
def test_a_quarter_before_a_year_is_one(lines, name):
    rows = [*square([[line] for line in lines]), *SEXES]
    assert {o.part_words for o in observations(read_as(rows, [], name))} == {lines[-1]}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("question", ["Question 8", "Q1. How many were there each quarter?"])
def test_quarters_beside_counts_or_over_groups_of_rows_are_none_of_questions(question, name):
    quarters = [f"Q{number}. 2018/19" for number in (1, 2, 3, 4)]
    column: Rows = [["Quarter", "Girls", "Boys"], *([each, 31, 27] for each in quarters)]
    single: Rows = [["Period", "Girls", "Boys"], [quarters[0], 31, 27]]
    groups: Rows = [SEXES[0], *(r for each in quarters for r in ([each, "", ""], *SEXES[1:]))]
    headed: Rows = [["Offence", quarters[2]], ["Stalking", 31], ["Threats", 12]]
    for rows, expected in (
        (column, quarters),
        (single, quarters[:1]),
        (groups, quarters),
        (headed, quarters[2:3]),
    ):
        found = observations(read_as([*square([[question], []]), *rows], [], name))
        assert {o.part_words for o in found} == {*expected}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("question", ["Q6. How many were there by quarter?", "Quarterly figures"])
def test_a_lone_quarter_in_a_file_that_speaks_of_quarters_is_one(question, name):
    rows = [*square([[question], ["Q7. Were any online?"], ["Q3. 2018/19"]]), *SEXES]
    found = observations(read_as(rows, [], name))
    assert {o.part_words for o in found} == {"Q3. 2018/19"}
