"""Tables beside each other, of which the right one begins with codes or numbers of its rows."""

import pytest

from tests.returns.grids import Rows, read
from tests.returns.test_causes import observations, read_as

RIGHT = [["Rape of a female", 44], ["Incest", 24], ["Sexual assault", 9]]
LEFT = [["Female", 71], ["Male", 28], ["Not known", 3]]


def beside(heading: str, codes: list[object]) -> Rows:
    rows = [[*one, "", code, *two] for one, code, two in zip(LEFT, codes, RIGHT, strict=True)]
    return [["Sex", "2024/25", "", heading, "Offence", "2024/25"], *rows]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize(
    ("heading", "codes"),
    [("Code", [88, 22, 17]), ("HO code", ["19C", "23", "17A"]), ("No.", [1, 2, 3]),
     ("Row", [1, 2, 3])],
)  # fmt: skip
@pytest.mark.parametrize("titles", [[], [["Table 1", "", "", "Table 2", "", ""]]])
def test_an_empty_column_before_codes_parts_two_tables(titles, heading, codes, name):
    found = observations(read_as([*titles, *beside(heading, codes)], [], name))
    assert {o.value: o.labels for o in found} == {
        **{count: {"sex": sex} for sex, count in LEFT},
        **{count: {"offence": offence} for offence, count in RIGHT},
    }


@pytest.mark.parametrize("heading", ["No.", "Number", "2025/26"])
def test_counts_behind_an_empty_column_stay_in_their_table(heading):
    rows: Rows = [["Sex", "2024/25", "", heading, "Remark", "2023/24"]]
    rows += [[sex, count, "", count + 4, "", count + 2] for sex, count in LEFT]
    assert read(rows)["D2"].labels == {"sex": "Female"}
