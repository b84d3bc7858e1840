"""A row above counts, or a word beside them: a heading, hidden counts, or what tells them apart."""

import pytest

from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as
from tests.returns.three_formats import FORMATS

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
