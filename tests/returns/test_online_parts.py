"""“Online” below all offences is a part of them, and labels of two kinds give both."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows, problems, read

YEARS = ["2020/21", "2021/22"]
ASKED = "Which of the two was asked for?"
ONLINE = [
    "   Online",
    "- online",
    "• Online",
    "   of these online",
    "including online",
    "  cyber flag",
]


def wider(rows: Rows) -> list[str]:
    return [each.message for each in problems(rows) if each.stops and ASKED in each.message]


@pytest.mark.parametrize("online", ONLINE)
def test_online_below_an_offence_is_a_part_of_it_and_asked_about_once(online):
    rows: Rows = [["Offence", *YEARS], ["Rape", 40, 50], [online, 4, 5], ["Grooming", 9, 8]]
    rows += [[online, 7, 6]]
    found = read(rows)
    assert found["B3"].labels["offence"] == "Rape"
    assert found["B5"].labels["offence"] == "Grooming"
    assert not found["B2"].total
    assert wider(rows)[0].startswith("“Rape” counts more than “")


@pytest.mark.parametrize("online", ["Online", *ONLINE])
def test_online_below_or_beside_a_total_is_asked_about(online):
    rows: Rows = [["", *YEARS], ["All offences", 40, 50], [online, 4, 5]]
    assert len(wider(rows)) == 1
    if online == "Online":
        beside: Rows = [["Year", "All offences", online], *([y, 40, 4] for y in YEARS)]
        assert len(wider(beside)) == 1


def test_an_indented_part_of_another_kind_takes_the_label_of_its_row():
    rows: Rows = [["Offence", *YEARS], ["Rape", 40, 50], ["   Female", 4, 5], ["Theft", 9, 8]]
    assert read(rows)["B3"].labels == {"offence": "Rape", "sex": "Female"}
    assert read([*rows, ["- Snapchat", 3, 3]])["B5"].labels == {
        "offence": "Theft",
        "platform": "Snapchat",
    }


def test_indented_rows_of_one_kind_below_their_total_are_what_they_were():
    rows: Rows = [["Offence", *YEARS], ["Total", 10, 12], ["   Rape", 6, 7], ["   Theft", 4, 5]]
    found = read(rows)
    assert found["B2"].total
    assert found["B3"].labels == {"offence": "Rape"}


def test_online_parts_are_not_added_to_a_total_once_more():
    rows: Rows = [["Offence", *YEARS], ["Rape", 40, 50], ["   Online", 4, 5], ["Grooming", 9, 8]]
    rows += [["   Online", 7, 6], ["All offences", 49, 58]]
    book = read_sheets("a.xlsx", open_file(xlsx_of({"Data": rows}), "a.xlsx"))
    assert not [each for each in book.conflicts if "stated total" in each.message]


@pytest.mark.parametrize(
    ("heading", "labels"),
    [
        ("Female 0-12 2020/21", {"sex": "Female", "age": "0-12"}),
        ("2020/21 Snapchat girls", {"platform": "Snapchat", "sex": "girls"}),
        ("Girls on Snapchat 2020/21", {"sex": "Girls", "platform": "Snapchat"}),
        ("Boys via Kik 2020/21", {"sex": "Boys", "platform": "Kik"}),
        ("Girls aged 10-12 (2020/21)", {"sex": "Girls", "age": "aged 10-12"}),
    ],
)
def test_a_heading_with_two_kinds_of_label_and_a_year_gives_each(heading, labels):
    other = heading.replace("irls", "oys").replace("Female", "Male").replace("Kik", "Skype")
    found = read([["Offence", heading, other], ["Rape", 3, 2], ["Grooming", 9, 7]])["B2"]
    assert found.labels == {"offence": "Rape", **labels}
    assert (found.year, found.other) == ("2020/21", ())


@pytest.mark.parametrize("name", FORMATS)
def test_online_with_a_dash_is_a_part_in_every_format(name):
    rows: Rows = [["Offence", *YEARS], ["Rape", 40, 50], ["- Online", 4, 5], ["Grooming", 9, 8]]
    file = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    (part,) = [o for t in file.tables for o in t.observations if o.value == 4]
    assert (part.labels, part.other) == ({"offence": "Rape"}, ("Online",))


def test_home_office_codes_are_no_counts():
    coded: Rows = [["HO Code", "HO Sub", "Offence", *YEARS], ["88", "1", "Grooming", 31, 32]]
    coded += [["19", "11", "Rape", 40, 50], ["17", "15", "Assault", 9, 9]]
    assert sorted({cell[0] for cell in read(coded)}) == ["D", "E"]
    short: Rows = [["HO", "Sub", "Offence", YEARS[0]], ["88", "1", "Grooming", 31]]
    assert [*read([*short, ["19", "11", "Rape", 40]])] == ["D2", "D3"]
    mixed: Rows = [["Offence", "CJS code", *YEARS], ["Grooming", "SX03179", 31, 32]]
    assert sorted({cell[0] for cell in read([*mixed, ["Rape", 17801, 40, 50]])}) == ["C", "D"]


@pytest.mark.parametrize("heading", ["HO Sub Class", "Class", "", "HO sub-code"])
@pytest.mark.parametrize("name", ["a.csv", *FORMATS])
def test_a_code_that_looks_like_a_year_is_one_beside_codes_that_do_not(name, heading):
    rows: Rows = [[heading, "Offence title", *YEARS], ["19/8", "Rape of a child", 31, 32]]
    rows += [["21/22", "Abuse of trust", 40, 50], ["88/9", "Sexual grooming", 9, 9]]
    assert not any("21/22" in text for text in messages_of(name, rows))


def test_years_and_ages_with_a_stroke_are_no_codes():
    years: Rows = [["Offence", "Year", "Number"], ["Rape", "20/21", 31], ["Rape", "21/22", 12]]
    assert {each.year for each in read(years).values()} == {"2020/21", "2021/22"}
    ages: Rows = [["Age", YEARS[0]], ["8/9", 31], ["10/11", 12], ["12/14", 9]]
    assert read(ages)["B4"].labels == {"age": "12/14"}


def test_names_of_offences_below_a_heading_of_codes_are_labels():
    rows: Rows = [["HO class", *YEARS], ["Sexual grooming", 31, 32], ["Rape of a child", 4, 5]]
    assert read(rows)["B2"].labels == {"offence": "Sexual grooming"}


COLUMNS = {
    "alone": [["Offence", "{part}", "{total}"], ["Rape", 41, 164], ["Grooming", 22, 88]],
    "years in rows": [["Year", "{part}", "{total}"], [YEARS[0], 41, 164], [YEARS[1], 22, 88]],
    "under years": [
        ["", YEARS[0], "", YEARS[1], ""],
        ["Offence", "{part}", "{total}", "{part}", "{total}"],
        ["Rape", 41, 164, 44, 176],
    ],
    "over years": [
        ["", "{part}", "", "{total}", ""],
        ["Offence", *YEARS, *YEARS],
        ["Rape", 41, 44, 164, 176],
    ],
    "with years": [
        ["Offence", *(f"{year} {word}" for word in ("{part}", "{total}") for year in YEARS)],
        ["Rape", 41, 44, 164, 176],
    ],
    "by sex": [["Sex", "{part}", "{total}"], ["Girls", 41, 164], ["Boys", "<5", 88]],
    "rows": [["", *YEARS], ["{part}", 41, 44], ["{total}", 164, 176]],
}
OF_ALL = [("Online", "Total"), ("Cyber", "All"), ("Under 18", "Total"), ("0-17", "Total")]


def with_words(rows: Rows, part: str, total: str) -> Rows:
    return [[str(c).format(part=part, total=total) if c != "" else c for c in row] for row in rows]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("how", COLUMNS)
@pytest.mark.parametrize(("part", "total"), OF_ALL)
def test_a_total_beside_all_that_was_asked_for_is_asked_about_in_either_order(
    part, total, how, name
):
    for one, other in ((part, total), (total, part)):
        asked = messages_of(name, with_words(COLUMNS[how], one, other))
        if (one, other) == (total, part):  # the numbers are now the other way round
            assert any(ASKED in each for each in asked)
        else:
            (only,) = [each for each in asked if ASKED in each]
            assert only.startswith(f"“{total}” counts more than “{part}”")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", "Online", "Grooming", "Total"], ["Rape", 41, 59, 100]],
        [["Offence", "Online", "Total"], ["Rape", 41, 41], ["Grooming", 22, 22]],
        [["Offence", "Girls", "Total"], ["Rape", 41, 164], ["Grooming", 22, 88]],
        [["Platform", *YEARS], ["Kik", 41, 44], ["Total", 164, 176]],
        [["Offence", "Under 13", "Total"], ["Rape", 41, 164]],
        [["Offence", YEARS[0], "Total"], ["Rape", 41, 164]],
    ],
)
def test_a_total_beside_one_category_or_of_its_parts_is_not(rows, name):
    assert not any(ASKED in each for each in messages_of(name, rows))
