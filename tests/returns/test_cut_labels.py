"""A label or a heading that was cut in two is asked about, and levels of labels are not."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows

HEAD: list[object] = ["Offence", "2017/18", "2018/19"]
THEFT: list[object] = ["Stalking", 31, 27]


def asked(name: str, rows: Rows) -> int:
    return len([each for each in messages_of(name, rows) if "one label in two rows" in each])


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["Indecent exposure"], ["to a minor", 12, 14], THEFT],
        [HEAD, THEFT, ["Indecent exposure"], ["to a minor", 12, 14]],
        [HEAD, ["Voyeurism and"], ["upskirting", 12, 14], ["Abuse of"], ["trust", 3, 4]],
        [HEAD, ["Inciting or causing"], ["Child Prostitution", 12, 14], THEFT],
        [HEAD, ["Inciting a child under 16"], ["To watch a sexual act", 12, 14], THEFT],
        [HEAD, ["Sexual activity"], ["With a Child", 12, 14], THEFT],
        [HEAD, ["Image of a sexual"], ["Nature", 12, 14]],
        [HEAD, ["Abuse of"], ["Girls", 12, 14]],
        [HEAD, ["Indecent exposure", 12, 14], ["to a minor"], THEFT, ["Theft"], ["to order", 3, 4]],
        [
            ["Year", "Indecent", "Abuse of"],
            ["", "exposure", "trust"],
            ["2017/18", 12, 3],
            ["2018/19", 14, 4],
        ],
    ],
)
def test_a_label_cut_in_two_is_asked_about(rows, name):
    assert asked(name, rows) == 1


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["Voyeurism"], ["Under 13", 12, 14], ["13-15", 3, 4], ["Stalking"], ["13-15", 3, 4]],
        [HEAD, ["Voyeurism"], ["by a stranger", 12, 14], ["by a relation", 3, 4]],
        [HEAD, ["Voyeurism"], ["attempted", 12, 14], ["completed", 3, 4], THEFT],
        [HEAD, ["Voyeurism", 15, 18], ["of which girls", 12, 14], THEFT],
        [HEAD, ["Online offences"], ["Voyeurism", 12, 14], THEFT],
        [HEAD, ["Sexual"], ["Voyeurism", 12, 14], ["Other"], ["Stalking", 3, 4]],
        [HEAD, ["Voyeurism"], ["on Kik", 12, 14], ["Grooming"], ["via Snapchat", 3, 4]],
        [HEAD, ["Robbery"], ["With a weapon", 12, 14], ["Without a weapon", 3, 4]],
        [HEAD, ["Inciting"], ["Girls", 12, 14], ["Boys", 3, 4]],
        [
            ["Year", "Abuse", "Abuse", "Images", "Images"],
            ["", "alone", "shared", "alone", "shared"],
            ["2017/18", 12, 3, 4, 5],
            ["2018/19", 14, 4, 6, 7],
        ],
        [
            ["Year", "Abuse", "Images"],
            ["", "girls", "boys"],
            ["2017/18", 12, 3],
            ["2018/19", 14, 4],
        ],
    ],
)
def test_levels_of_labels_are_not(rows, name):
    assert asked(name, rows) == 0
