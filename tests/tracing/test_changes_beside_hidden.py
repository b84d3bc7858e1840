"""A change passes beside a hidden year where two released totals make it, and no other."""

import pytest

from offences.tracing.hidden_numbers.disclosures import disclosures
from tests.tracing.test_withheld import FACTS, FIRST, NAMES, NATIONAL, documents, named


def passes(text, first, last):
    """Whether it does, of a force that hides 2015/16; 500 in the year between the two given."""
    years = {"2015/16": {"suppressed": [1, 4]}, "2016/17": first, "2017/18": 500, "2018/19": last}
    known = documents(FACTS | {"series": years}, NATIONAL)
    force = (named("Northshire"), FIRST, True)
    return [*disclosures(text, known, [force], NAMES)] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *(("Northshire trebled in two years.", 100, last) for last in (300, 285, 315)),
        ("Northshire rose threefold in two years.", 100, 300),
        ("Northshire fell to a third in two years.", 300, 100),
        *(("Northshire had 100 in 2016/17, three times as many.", 100, n) for n in (300, 285, 315)),
        ("Northshire had 300 in 2016/17, three times as many.", 300, 100),
        *(("Northshire had 100 in 2016/17, a rise of 30 per cent.", 100, n) for n in (130,)),
        ("Northshire had 100 in 2016/17, an increase of 30.", 100, 130),
    ],
)
def test_a_change_that_two_released_totals_make_passes(text, first, last):
    assert passes(text, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *(("Northshire trebled in two years.", 100, last) for last in (284, 316)),
        *(("Northshire had 100 in 2016/17, three times as many.", 100, n) for n in (284, 316)),
        *(("Northshire had 100 in 2016/17, a rise of 30 per cent.", 100, n) for n in (128, 132)),
        *(("Northshire had 100 in 2016/17, an increase of 30.", 100, n) for n in (129, 131)),
    ],
)
def test_any_other_change_may_start_from_the_hidden_total_and_stops(text, first, last):
    assert not passes(text, first, last)
