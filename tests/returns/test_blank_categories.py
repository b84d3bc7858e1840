"""A category whose figures were left blank is a row; a line over other kinds of rows heads them."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows

YEARS = ["2024/25", "2025/26"]
AGES = ["10 and under", "11 to 13", "14 to 15", "16 to 17"]
OFFENCES = ["Grooming", "Rape", "Sexual assault", "Incest"]
SEXES = ["Girls", "Boys"]
PLATFORMS = ["Snapchat", "WhatsApp", "Kik"]


def read_as(name: str, rows: Rows) -> ReadFile:
    return read_sheets(name, open_file(EVERY_FORMAT[name]([["Data", *YEARS], *rows], []), name))


def seen(found: ReadFile) -> dict[str, set[object]]:
    """The counts of each label; of totals, those of no category are under “all”."""
    cells: dict[str, set[object]] = {}
    for each in (o for table in found.tables for o in table.observations):
        label = " ".join(each.labels.values()) or ("all" if each.total else "")
        cells.setdefault(label, set()).add(each.marker or each.value)
    return cells


def asked(found: ReadFile, label: str) -> bool:
    return any(f"“{label}” has no figures" in each.message for each in found.problems)


def filled(labels: list[str]) -> Rows:
    return [[label, 40 + n, 60 + n] for n, label in enumerate(labels)]


def blank(label: str) -> list[object]:
    return [label, "", ""]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("labels", [AGES, OFFENCES, PLATFORMS])
def test_the_total_below_a_blank_first_row_is_not_its_count(labels, name):
    first, *rest = labels
    rows = filled(rest)
    total = ["Total", *(sum(row[at] for row in rows) for at in (1, 2))]
    found = read_as(name, [blank(first), *rows, total])
    assert seen(found)[first] == {"blank"} and seen(found)["all"] == {*total[1:]}
    assert [seen(found)[label] for label in rest] == [{a, b} for _, a, b in rows]
    assert asked(found, first)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("one", "other"), [(SEXES, AGES), (AGES, SEXES), (PLATFORMS, SEXES), (OFFENCES, PLATFORMS)]
)
def test_a_blank_last_row_of_one_kind_is_no_label_of_the_next(one, other, name):
    found = read_as(name, [*filled(one[:-1]), blank(one[-1]), *filled(other)])
    assert seen(found)[one[-1]] == {"blank"} and asked(found, one[-1])
    assert all(label in seen(found) for label in other)


@pytest.mark.parametrize("labels", [AGES, OFFENCES, PLATFORMS])
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_two_blank_rows_do_not_hide_those_below_them(labels, name):
    one, two, *rest = labels
    for rows in ([*filled(rest), blank(one), blank(two), *filled(["Other", "Total"])],
                 [blank(one), blank(two), *filled(rest)]):  # fmt: skip
        found = read_as(name, rows)
        assert seen(found)[one] == seen(found)[two] == {"blank"}
        assert asked(found, one) and asked(found, two)
        assert all(label in seen(found) for label in rest)


@pytest.mark.parametrize("label", [AGES[0], "Girls", "Kik", "Rape"])
def test_a_category_over_a_total_alone_is_asked_about(label):
    found = read_as("a.xlsx", [blank(label), ["Total", 71, 74]])
    assert seen(found) == {label: {"blank"}, "all": {71, 74}} and asked(found, label)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.docx"])
def test_a_total_left_blank_is_not_lost(name):
    for rows in ([blank("Total"), *filled(SEXES)], [*filled(SEXES), blank("Total")]):
        found = read_as(name, rows)
        assert seen(found)["all"] == {"blank"} and asked(found, "Total")


@pytest.mark.parametrize("line", ["Girls", "Rape", "Kik"])
def test_a_line_alone_of_its_kind_is_asked_about(line):
    found = read_as("a.xlsx", [["All offences", 90, 95], blank(line), *filled(AGES)])
    assert asked(found, line)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [blank("Girls"), *filled(AGES), blank("Boys"), *filled(AGES)],
        [blank("Rape"), *filled(SEXES), blank("Incest"), *filled(SEXES)],
        [blank("Girls"), *filled(OFFENCES), ["Total", 166, 246],
         blank("Boys"), *filled(OFFENCES), ["Total", 166, 246]],
        [["Rape", 99, 98], ["Incest", 97, 96], blank("Rape"), *filled(SEXES),
         blank("Incest"), *filled(SEXES)],
    ],
)  # fmt: skip
def test_lines_over_groups_stay_over_them(rows, name):
    found = read_as(name, rows)
    assert not any("blank" in counts for counts in seen(found).values())
    assert not any("has no figures" in each.message for each in found.problems)


@pytest.mark.parametrize("lines", [["Threats"], ["Threats", "Menaces"]])
@pytest.mark.parametrize("rest", ["Other", "Not known", "Total"])
def test_lines_of_no_known_kind_make_groups_with_one_of_a_known_kind(rest, lines):
    below = [[each, 31 + n] for n, each in enumerate(OFFENCES)]
    rows: Rows = [["Offence", "2024/25"]]
    for line, row in zip(["Stalking", *lines], below, strict=False):
        rows += [[line], row, [rest, row[1]]]
    found = read_sheets("a.xlsx", open_file(EVERY_FORMAT["a.xlsx"](rows, []), "a.xlsx"))
    assert not any("has no figures" in each.message for each in found.problems)
    observed = [o for table in found.tables for o in table.observations]
    assert all("Stalking" in (*o.labels.values(), *o.other) for o in observed[:2])


def test_a_line_of_no_known_kind_over_sexes_is_over_them():
    found = read_as("a.xlsx", [blank("Threats"), *filled(SEXES)])
    observed = [o for table in found.tables for o in table.observations]
    assert [o.other for o in observed] == [("Threats",)] * 4


@pytest.mark.parametrize(
    "rows",
    [
        [blank("Threats"), *filled(OFFENCES)],
        [*filled(OFFENCES), blank("Threats"), *filled(["Bribery"])],
    ],
)
def test_an_offence_of_an_unknown_name_is_asked_about_among_offences(rows):
    found = read_as("a.xlsx", [*rows, ["Total", 300, 400]])
    assert seen(found)["Threats"] == {"blank"} and asked(found, "Threats")


def test_a_line_merged_over_the_figures_is_no_blank_row():
    rows: Rows = [["Data", *YEARS], ["Rape", "", ""], *filled(SEXES)]
    data = EVERY_FORMAT["a.xlsx"](rows, [(2, 1, 2, 3)])
    found = read_sheets("a.xlsx", open_file(data, "a.xlsx"))
    assert not any("has no figures" in each.message for each in found.problems)
