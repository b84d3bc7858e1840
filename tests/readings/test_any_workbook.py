"""Whatever a force's plain workbook holds, a count is what stands in the cell that it names."""

import re
from collections import Counter

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from offences.intake import returns as readings
from offences.models import AnnualCount
from offences.statistics.notation import read_entry
from tests import worlds
from tests.readings.conftest import PLAIN
from tests.readings.made import brought
from tests.samples import examples

pytestmark = pytest.mark.django_db

LABELS = (*worlds.OFFENCES, "Total", "Groping", "Under 13", "Sub-total")
YEARS = ("2016/17", "2017/18", "2018/19", "2019/20", "2017")
CONTENTS = st.one_of(
    st.integers(0, 99_999_999), st.sampled_from(["<5", "*", None, "-", "n/a", "s.40", "5?"])
)


@st.composite
def workbooks(draw):
    """Rows of some offences by some years, each perhaps more than once."""
    years = draw(st.lists(st.sampled_from(YEARS), min_size=2, max_size=5))
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=2, max_size=6))
    rows = [[label, *(draw(CONTENTS) for _ in years)] for label in labels]
    return [["Offence", *years], *rows]


def cell_of(rows, address):
    column, row = re.fullmatch(r"([A-Z])(\d+)", address).groups()
    return rows[int(row) - 1][ord(column) - ord("A")]


def meaning(content):
    """What the grid would take a cell of these workbooks for."""
    return read_entry("-" if content is None else str(content))


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(workbooks())
@example([["Offence", "2016/17", "2016/17"], ["Sexual assault", 4, 4], ["Total", 4, 5]])
def test_every_count_is_what_stands_in_its_cell_and_no_cell_is_in_two(world, rows):
    with transaction.atomic():
        made = readings.plan_of(brought(world, *rows))
        used = Counter()
        for step in made.rows:
            (part,) = step.figure.parts  # every label is a whole category: nothing is added up
            content = cell_of(rows, part.cell)
            assert step.figure.entry == meaning(content), (part.cell, content)
            assert cell_of(rows, f"A{part.cell[1:]}") in (step.category.name, "Total")
            assert cell_of(rows, f"{part.cell[0]}1") == made_year(step)
            used[part.cell] += 1
        assert set(used.values()) <= {1}
        if not made.why_not:
            readings.store(made.reading, made.fingerprint, by=world.officer, now=worlds.NOW)
            stored = {c.cell: c for c in AnnualCount.objects.current()}
            assert {at: c.value for at, c in stored.items()} == {
                at: meaning(cell_of(rows, at)).value for at in used
            }
        transaction.set_rollback(True)


def made_year(step):
    start = step.figure.key[1]
    return f"{start}/{(start + 1) % 100}"


def queries_of(reading) -> int:
    with CaptureQueriesContext(connection) as caught:
        made = readings.plan_of(type(reading).objects.select_related("submission__force").get())
        assert made.rows
        assert made.fingerprint
        assert made.numbers
        assert made.changes()
    return len(caught)


def test_no_more_questions_are_put_to_the_database_for_a_larger_file(world):
    small = brought(world, *PLAIN[:2], ("Label", 1, 1, 1))
    few = queries_of(small)
    small.delete()
    more = [(f"Label {n}", n, n, n) for n in range(60)]
    worlds.enter(
        world.submission,
        {world.cell(y, o): "3" for y in (2016, 2017) for o in worlds.OFFENCES},
        world.officer,
    )
    assert queries_of(brought(world, *PLAIN, *more)) == few
