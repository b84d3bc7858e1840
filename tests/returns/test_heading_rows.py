"""A row above counts, or a word beside them: a heading, hidden counts, or what tells them apart."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

STALKING, THREATS = "Stalking", "Threats"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("hidden", ["<5", "1 to 4", "*"])
def test_a_first_row_of_hidden_counts_is_no_heading(hidden, name):
    rows: Rows = [["", "2018/19", "2019/20"], [STALKING, hidden, hidden], [THREATS, 31, 37]]
    found = {(o.labels["offence"], o.year): o for o in observations(read_as(rows, [], name))}
    assert found[STALKING, "2018/19"].marker == found[STALKING, "2019/20"].marker == "suppressed"
    assert (found[THREATS, "2018/19"].value, found[THREATS, "2019/20"].value) == (31, 37)
    assert not any("age" in each.labels for each in found.values())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("corner", ["Offence", "Crime type", "Row labels"])
@pytest.mark.parametrize("age", ["Under 18", "13-15", "0 to 17"])
def test_ages_beside_the_name_of_an_axis_are_headings(corner, age, name):
    rows: Rows = [["Offence group", "2018/19"], [corner, age], [STALKING, 31], [THREATS, 5]]
    found = observations(read_as(rows, [], name))
    assert [(o.labels["offence"], o.labels["age"], o.value) for o in found] == [
        (STALKING, age, 31), (THREATS, age, 5)
    ]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("heading", ["Online", "Cyber flag"])
@pytest.mark.parametrize("others", ["No", ""])
def test_no_in_a_column_of_a_flag_is_kept_as_a_label(others, heading, name):
    rows: Rows = [["Offence", heading, "2018/19"], [STALKING, others, 31], [THREATS, "No", 5]]
    found = {o.labels["offence"]: o for o in observations(read_as(rows, [], name))}
    assert "No" in found[THREATS].other


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "heads", [("Category", "Subgroup"), ("Crime type", "Crime Subtype"), ("Class", "Sub-class")]
)
def test_online_below_a_second_name_of_offences_is_no_offence(heads, name):
    rows: Rows = [[*heads, "2018/19"], [STALKING, "Online", 31], ["", "Offline", 8],
                  ["", "Total", 39], [THREATS, "Online", 5], ["", "Not online", 7]]  # fmt: skip
    found = {o.value: o for o in observations(read_as(rows, [], name))}
    assert {n: each.labels.get("offence") for n, each in found.items()} == {
        31: STALKING, 8: STALKING, 39: STALKING, 5: THREATS, 7: THREATS
    }  # fmt: skip
    assert "Online" in found[5].other
    finer: Rows = [
        [*heads, "2018/19"],
        [STALKING, "Stalking online", 31],
        [THREATS, "Blackmail", 5],
    ]
    found = {o.value: o for o in observations(read_as(finer, [], name))}
    assert (found[31].labels["offence"], found[5].labels["offence"]) == (
        "Stalking online", "Blackmail"
    )  # fmt: skip


PLATFORMS: Rows = [["Platform", "2018/19", "2019/20", "2020/21"], ["Chatbug", 31, 27, 33],
                   ["Pingo", 62, 35, 58], []]  # fmt: skip


@pytest.mark.parametrize(
    "ages", [["<13", "14", "15"], ["<13", "13", "14-15"], ["<12", "12 and 13", "14+"]]
)
@pytest.mark.parametrize("name", FORMATS)
def test_ages_head_a_second_table_as_wide_as_the_first(ages, name):
    rows = [*PLATFORMS, ["Year", *ages], ["2018/19", 41, 42, 43], ["2019/20", 44, 45, 46]]
    found = {each.value: each for each in observations(read_as(rows, [], name))}
    assert (found[45].year, found[45].labels) == ("2019/20", {"age": ages[1]})
    assert len(found) == 12


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_ages_of_which_one_is_alone_are_headings_below_sexes(name):
    ages = ["<12", "12 and 13", "14", "15+"]
    rows: Rows = [["2018/19"], ["", "Girls", "", "", "", "Boys", "", "", ""], ["", *ages, *ages],
                  ["Stalking", 41, 42, 43, 44, 45, 46, 47, 48]]  # fmt: skip
    read = read_as(rows, [(2, 2, 2, 5), (2, 6, 2, 9)], name)
    found = {each.value: each.labels for each in observations(read)}
    assert found[46] == {"offence": "Stalking", "sex": "Boys", "age": "12 and 13"}
    assert not [each for each in read.problems if each.stops]


@pytest.mark.parametrize("name", FORMATS)
def test_small_numbers_beside_a_platform_are_counts(name):
    rows: Rows = [*PLATFORMS[:-1], ["Zapchat", "<13", 14, 15]]
    found = observations(read_as(rows, [], name))
    assert (found[-1].value, found[-1].year) == (15, "2020/21")
    assert (found[-3].marker, found[-3].low, found[-3].high) == ("suppressed", 1, 12)


REST = {
    "two columns": [
        ["Offence", "Sub-group", "2018/19"],
        [STALKING, "Grooming", 31],
        ["", "Other", 8],
        [THREATS, "Blackmail", 5],
        ["", "Other", 7],
    ],
    "lines": [
        ["Offence", "2018/19"],
        [STALKING],
        ["Grooming", 31],
        ["Other", 8],
        [THREATS],
        ["Blackmail", 5],
        ["Other", 7],
    ],
    "columns": [
        ["Year", STALKING, "", THREATS, ""],
        ["", "Grooming", "Other", "Blackmail", "Other"],
        ["2018/19", 31, 8, 5, 7],
    ],
}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("how", REST)
@pytest.mark.parametrize("word", ["Other", "Not known", "Other, n.e.c."])
def test_other_within_an_offence_is_a_part_of_that_offence(word, how, name):
    rows: Rows = [[word if each == "Other" else each for each in row] for row in REST[how]]
    found = {o.value: o for o in observations(read_as(rows, [], name))}
    assert {n: each.labels["offence"] for n, each in found.items()} == {
        31: "Grooming", 8: STALKING, 5: "Blackmail", 7: THREATS
    }  # fmt: skip
    assert (found[8].other, found[7].other) == ((word,), (word,))


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_other_beside_offences_is_one_of_them(name):
    for title in ([], [["Sexual offences"], []]):
        rows: Rows = [*title, ["Offence", "2018/19"], ["Rape", 31], ["Grooming", 8], ["Other", 7]]
        found = {o.value: o for o in observations(read_as(rows, [], name))}
        assert found[7].labels["offence"] == "Other"
