"""Made sheets of many layouts are read right, or a person is asked: never silently wrong."""

import pytest

from offences.returns.sheet import Observation
from offences.returns.sheet_reader import ReadSheet, read_sheet
from tests.returns.made_sheets import AXES, Labels, MadeSheet, made_sheet
from tests.samples import first_of, sampled

SHEETS, EACH = 5000, 500
# Those of the first 500, beyond their first 150, that reach what no other sheet does.
FAR = [172, 179, 233, 252, 302, 310, 329, 444, 450, 459, 470]
MEMBERS = {text for members in AXES.values() for each in members for text in each}


def fits(seen: Observation, labels: Labels, total: bool) -> bool:
    """Whether a count is read with all that it is of, and nothing else."""
    year = labels.get("year")
    own = {role: text for role, text in labels.items() if role != "year"}
    return seen.year == year and seen.labels == own and seen.total == total


def silently_wrong(made: MadeSheet, read: ReadSheet) -> list[str]:
    """The counts that are read wrong, or not at all, without a question."""
    found = {o.cell: o for table in read.tables for o in table.observations}
    if any(each.stops for each in (*read.problems, *read.not_taken)):
        return []
    wrong = []
    for cell, (labels, value) in made.counts.items():
        seen = found.get(cell)
        if seen is None or seen.value != value or not (fits(seen, labels, False) or asked(seen)):
            wrong.append(f"{cell} {labels} {value}: {seen}")
    for cell, labels in made.sums.items():
        seen = found.get(cell)
        if seen is None or not (fits(seen, labels, True) or asked(seen)):
            wrong.append(f"{cell} total {labels}: {seen}")
    wrong += [f"{cell}: nothing asks about it" for cell in made.unplaced]
    wrong += [f"{cell} is no count" for cell in made.no_counts & found.keys()]
    wrong += [f"{cell} is of nobody knows what" for cell in made.unknown if unasked(found, cell)]
    return wrong


def unasked(found: dict[str | None, Observation], cell: str) -> bool:
    return cell in found and not asked(found[cell])


def asked(seen: Observation) -> bool:
    """A label that no axis of the grammar has is a question to the officer."""
    plain = ("total", "grand total", "all")
    strange = (text for text in seen.labels.values() if text not in MEMBERS)
    return any(strange) or any(text.casefold() not in plain for text in seen.other)


@pytest.mark.parametrize("start", sampled(range(0, SHEETS, EACH), [0]))
def test_no_sheet_is_silently_wrong(start):
    for seed in first_of(range(start, start + EACH), 150, FAR):
        made = made_sheet(seed)
        assert not silently_wrong(made, read_sheet(made.sheet)), f"sheet {seed}"
