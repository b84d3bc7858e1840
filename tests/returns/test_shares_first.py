"""A year over “%” and “Number” is over both, whichever is first."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as


def table(shares: list[object], *, first: bool) -> Rows:
    years = ["2017/18", "2018/19"]
    kinds = ["%", "Number"] if first else ["Number", "%"]
    counts = iter([31, 27, 12, 14])
    rows: Rows = [["Offence", years[0], "", years[1], ""], ["", *kinds, *kinds]]
    for label, own in (("Rape", shares[:2]), ("Stalking", shares[2:])):
        line: list[object] = [label]
        for share in own:
            pair = [share, next(counts)]
            line += pair if first else pair[::-1]
        rows.append(line)
    return rows


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "shares",
    [
        ["60%", "55%", "40%", "45%"],
        [60, 55, 40, 45],
        ["60.5", "55.1", "39.5", "44.9"],
        ["24.7", "1.8", "0.0", "41.1"],
    ],
)
def test_each_number_is_of_the_year_over_its_share(shares, first, name):
    found = read_as(table(shares, first=first), [], name)
    years = {each.value: each.year for each in observations(found)}
    assert years == {31: "2017/18", 27: "2018/19", 12: "2017/18", 14: "2018/19"}
    assert not [each for each in found.problems if each.stops]
