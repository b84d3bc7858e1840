"""Words below “HO Class” or “Ref” are labels, and codes there are none."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

YEARS = ["2018/19", "2019/20"]
NAMES = ["Rape", "Sexual assault", "Grooming"]
COUNTS = [[31, 27], [12, 14], [45, 8]]


def down(heading: str, names: list[str]) -> Rows:
    return [[heading, *YEARS], *([n, *c] for n, c in zip(names, COUNTS, strict=True))]


def beside_years(heading: str, names: list[str]) -> Rows:
    head = ["Year", heading, "Girls", "Boys"]
    return [head, *([year, n, *c] for year in YEARS for n, c in zip(names, COUNTS, strict=True))]


def beside_words(heading: str, names: list[str]) -> Rows:
    """The names of the offences are in a column of their own."""
    rows = [[n, o, *c] for n, o, c in zip(names, NAMES, COUNTS, strict=True)]
    return [[heading, "Offence", *YEARS], *rows]


def offences_and_questions(rows: Rows, name: str) -> tuple[set[str], list[str]]:
    found = read_as(rows, [], name)
    offences = {each.labels.get("offence", "") for each in observations(found)}
    return offences, [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("heading", ["HO Class", "Code", "Ref", "Item", "ID"])
def test_words_below_the_name_of_codes_are_labels(heading, name):
    assert offences_and_questions(down(heading, NAMES), name) == ({*NAMES}, [])
    assert offences_and_questions(beside_years(heading, NAMES), name) == ({*NAMES}, [])


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("heading", ["HO Class", "Code", "Ref", "Item", "ID"])
@pytest.mark.parametrize(
    "codes", [["19C", "20A", "88E"], ["RP", "SA", "GR"], ["Rp/1", "Sa/2", "Gr/3"]]
)
def test_codes_beside_their_offences_are_no_labels(codes, heading, name):
    assert offences_and_questions(beside_words(heading, codes), name) == ({*NAMES}, [])
