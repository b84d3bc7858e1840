"""Words of a rank that are of years, parts or growth, not of forces; runs of years half known."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.test_turning_points import DOCUMENTS, OWN, YEARS

MISSING = {"missing": "not_held"}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Of all the forces, the highest was in Wyreshire, with 222.", ["highest"]),
        ("Of the four forces, Norshire recorded the most, with girls in front.", []),
        ("Of the four forces, Norshire recorded the most, with bars in front.", ["most"]),
        ("Most forces saw a rise, with Wyreshire recording the highest.", []),
        ("Most forces replied, with Wyreshire recording the highest.", ["highest"]),
        ("Wyreshire had the highest total.", []),
        ("Eastmere had 361. Of all the forces, the number at home was in second place.", []),
        ("Eastmere had 361. Of all the forces, the number at home was in third place.", ["third"]),
        # the rank takes the place of a record, which it says as well
        ("It is the highest on record of any force.", ["highest on record of any force"]),
    ],
)
def test_a_superlative_is_of_forces_only_where_its_sentence_compares_them(text, refused):
    assert [f.text for f in trace(text, *DOCUMENTS) if f.kind == "comparison"] == refused


@pytest.mark.parametrize(
    ("values", "text", "refused"),
    [
        ((10, 12, 11, 12, 13), "It was low in 2016, and it has risen in each year since.", []),
        ((10, 9, 11, 12, 13), "The third highest total of the five years was for girls.", []),
        ((10, 9, 11, 12, 13), "The third highest total of the five years was in it.", ["third"]),
        ((10, 9, 11, 12, 13), "It went above 10 for the first time for girls.", []),
        (
            (10, 9, 11, 12, 13),
            "It went above 10 for the first time in 2017/18.",
            ["for the first time"],
        ),
        ((10, 9, MISSING, 12, 13), "In 2016/17 it had the third highest total on record.", []),
        ((10, 9, MISSING, 12, 13), "It was the third highest in ten years.", []),
        ((10, 9, MISSING, 12, 13), "It was the third highest in five years.", ["third"]),
    ],
)
def test_a_place_among_years_is_asked_about_only_where_their_numbers_are_known(
    values, text, refused
):
    series = dict(zip(YEARS, values, strict=True))
    found = trace(text, Evidence(read_facts({**OWN, "series": series})))
    assert [f.text for f in found if f.kind == "comparison"] == refused
