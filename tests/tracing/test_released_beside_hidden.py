"""Released figures pass the gate where the release hides others, however they are written."""

import pytest

from tests.tracing.test_withheld import told

WITH_RANGES = "about Northshire, where the release gives ranges"
RELEASED = (
    "Snapchat made 41 of Northshire's offences and 141 of England's.",
    "Snapchat was named in 41 offences in Northshire and 141 across England.",
    "The largest age group in Northshire was 13, with 31 victims, followed by 12, with 25.",
    "Nine-year-olds have a star. The youngest age we show is 12, with 25 offences.",
    "Facebook made up 66 of the 337 offences recorded by the three English forces.",
    "The number for eight-year-olds in Northshire is hidden. The total is not affected.",
    "The number for eight-year-olds in Northshire is hidden. The total of 75 is not affected.",
    "How many were on Facebook in Northshire? The charity hides that. The total, 75, is public.",
)
TABLES = (
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 1 to 4",
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 1-4",
)
NARROWER = (
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 2 to 4",
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 1-3",
)


@pytest.mark.parametrize("text", RELEASED)
def test_what_is_released_passes_beside_what_is_hidden(text):
    assert told(text) == []


@pytest.mark.parametrize("text", TABLES)
def test_a_table_may_give_the_published_ranges(text):
    assert told(text, WITH_RANGES) == []


@pytest.mark.parametrize("text", NARROWER)
def test_a_table_may_not_give_a_narrower_range(text):
    assert told(text, WITH_RANGES)
