"""A group whose first row is its total: its label, written once, is that of the rows below."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import labels_of, observations, read_as

HEADS = [  # of the labels, the groups, their members, and the kinds of both labels
    (("Year", "Sex"), ("2018/19", "2019/20"), ("Girls", "Boys", "Not known"), ("", "sex: ")),
    (("Offence", "Sex"), ("Stalking", "Threats"), ("Girls", "Boys"), ("offence: ", "sex: ")),
    (("Sex", "Age"), ("Girls", "Boys"), ("Under 13", "13 to 15", "16 to 17"), ("sex: ", "age: ")),
]
COUNTS = [[31, 27], [12, 14], [8, 9]], [[24, 19], [40, 15], [6, 21]]


def table(heads, groups, members, *, last: bool, off: int = 0) -> Rows:
    """Two groups of counts with their totals first, or last; the totals are wrong by `off`."""
    over = ["Under 16", "16-17"] if heads[0] == "Year" else ["2018/19", "2019/20"]
    rows: Rows = [[*heads, *over]]
    for group, counts in zip(groups, COUNTS, strict=True):
        own = counts[: len(members)]
        body = [[name, *numbers] for name, numbers in zip(members, own, strict=True)]
        total = ["Total", *(sum(each) + off for each in zip(*own, strict=True))]
        body.insert(len(body) if last else 0, total)
        named = len(body) - 1 if last else 0
        rows += [[group if at == named else "", *row] for at, row in enumerate(body)]
    return rows


def stops(found) -> list[str]:
    return [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(("heads", "groups", "members", "kinds"), HEADS)
def test_the_label_of_a_total_above_its_parts_is_of_them_too(heads, groups, members, kinds, name):
    for off in (0, 2):  # “2 of unknown sex” may be in the total alone
        found = read_as(table(heads, groups, members, last=False, off=off), [], name)
        read = {each.value: labels_of(each) for each in observations(found)}
        for group, counts in zip(groups, COUNTS, strict=True):
            for member, numbers in zip(members, counts, strict=False):
                own = {kinds[0] + group, kinds[1] + member}
                assert all(own <= read[number] for number in numbers)
        assert not any("blank under" in each or "no single year" in each for each in stops(found))
        assert off or stops(found) == []


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(("heads", "groups", "members", "kinds"), HEADS)
def test_a_label_beside_a_total_below_its_parts_is_not_of_the_next_group(
    heads, groups, members, kinds, name
):
    grand = ["All groups", "Total", 500, 400]
    rows = table(heads, groups, members, last=True)
    for sheet in (rows, [rows[0], grand, *rows[1:]]):
        found = read_as(sheet, [], name)
        wrong = {kinds[0] + groups[0], kinds[1] + members[0]}
        read = {each.value: labels_of(each) for each in observations(found)}
        assert not any(wrong <= read[number] for number in COUNTS[1][0])
        assert stops(found)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_grand_total_at_either_end_changes_nothing(name):
    heads, groups, members, _ = HEADS[0]
    rows, grand = table(heads, groups, members, last=False), ["Total", "", 121, 105]
    for sheet in ([*rows, grand], [rows[0], grand, *rows[1:]]):
        found = read_as(sheet, [], name)
        read = {each.value: labels_of(each) for each in observations(found)}
        assert {"2018/19", "sex: Boys"} <= read[12]
        assert {"2019/20", "sex: Girls"} <= read[24]
        assert stops(found) == []
