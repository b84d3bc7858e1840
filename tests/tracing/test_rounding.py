"""Words of rounding before a number of offences, on both sides of every bound."""

from fractions import Fraction

import pytest

from offences.tracing.finding.candidates import Candidate
from offences.tracing.judging.shares import fits_share
from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import by_text, told

NEXT = facts_of(3900)
TENS = facts_of(100)
TWENTY = facts_of(20)
NINETEEN = facts_of(19)
MANY = facts_of(291)
ENOUGH = facts_of(488)
TOO_FEW = facts_of(485)

COUNT_BOUNDS = [
    (facts_of(90), "At least 100 offences.", "100 mismatch → 90"),
    (facts_of(115), "Nearly 100 offences.", "100 untraced"),
    (facts_of(2913), "Nearly 3,000 offences.", "3,000 rounded"),  # 2.99% short of it
    (facts_of(2912), "Nearly 3,000 offences.", "3,000 loose → 2,912"),
    (facts_of(2_000_000), "There were 2 million offences.", "2 million traced"),
    (facts_of(2_000_000_000), "There were 2 billion offences.", "2 billion traced"),
    (NEXT, "Nearly 4,000 offences.", "4,000 loose → 3,900"),
    (TENS, "Nearly 100 offences.", "100 mismatch → 100"),
    (TWENTY, "More than 19 offences.", "19 rounded"),
    (TWENTY, "More than 18 offences.", "18 loose → 20"),
    (TWENTY, "More than 16 offences.", "16 loose → 20"),
    (TWENTY, "More than 15 offences.", "15 untraced"),
    (TWENTY, "Nearly 20 offences.", "20 mismatch → 20"),
    (NINETEEN, "Nearly 20 offences.", "20 loose → 19"),
    (NINETEEN, "More than 18 offences.", "18 loose → 19"),
    (NINETEEN, "Nearly 21 offences.", "21 loose → 19"),
    (NINETEEN, "Nearly 22 offences.", "22 untraced"),
    (TENS, "More than 92 offences.", "92 loose → 100"),
    (TENS, "More than 93 offences.", "93 rounded"),
    (TENS, "More than 80 offences.", "80 loose → 100"),
    (TENS, "More than 79 offences.", "79 untraced"),
    (TENS, "More than 100 offences.", "100 mismatch → 100"),
    (TENS, "More than 110 offences.", "110 mismatch → 100"),
    (TENS, "More than 111 offences.", "111 mismatch → 100"),
    (TENS, "More than 112 offences.", "112 untraced"),
    (TENS, "At least 80 offences.", "80 loose → 100"),
    (TENS, "At least 79 offences.", "79 untraced"),
    (TENS, "At least 100 offences.", "100 loose → 100"),
    (TENS, "At least 111 offences.", "111 mismatch → 100"),
    (TENS, "At least 112 offences.", "112 untraced"),
    (TENS, "About 97 offences.", "97 rounded"),
    (TENS, "About 96 offences.", "96 loose → 100"),
    (TENS, "About 90 offences.", "90 loose → 100"),
    (TENS, "About 89 offences.", "89 untraced"),
    (TENS, "About 103 offences.", "103 rounded"),
    (TENS, "About 110 offences.", "110 loose → 100"),
    (TENS, "About 111 offences.", "111 untraced"),
    (TENS, "About 100 offences.", "100 loose → 100"),
    (TENS, "Fewer than 125 offences.", "125 loose → 100"),
    (TENS, "Fewer than 126 offences.", "126 untraced"),
    (TENS, "Fewer than 100 offences.", "100 mismatch → 100"),
    (TENS, "Fewer than 91 offences.", "91 mismatch → 100"),
    (TENS, "Fewer than 90 offences.", "90 untraced"),
    (TENS, "No more than 100 offences.", "100 loose → 100"),
    (TENS, "No more than 125 offences.", "125 loose → 100"),
    (TENS, "No more than 126 offences.", "126 untraced"),
    (TENS, "No more than 90 offences.", "90 untraced"),
    (TENS, "Nearly 111 offences.", "111 loose → 100"),
    (TENS, "Nearly 112 offences.", "112 untraced"),
    (TENS, "Nearly 91 offences.", "91 mismatch → 100"),
    (TENS, "Nearly 90 offences.", "90 untraced"),
    (TENS, "105 offences.", "105 mismatch → 100"),
    (TENS, "106 offences.", "106 mismatch → 100"),
    (TENS, "95 offences.", "95 mismatch → 100"),
    (TENS, "94 offences.", "94 untraced"),
    (MANY, "Nearly 300 offences.", "300 loose → 291"),
    (ENOUGH, "Nearly 500 offences.", "500 rounded"),
    (TOO_FEW, "Nearly 500 offences.", "500 loose → 485"),
    (facts_of(58), "Nearly 60 offences.", "60 rounded"),
    (facts_of(57), "Nearly 60 offences.", "60 loose → 57"),
    (facts_of(98), "Nearly 100 offences.", "100 rounded"),
    (facts_of(97), "Nearly 100 offences.", "100 loose → 97"),
    (facts_of(970), "Nearly 1,000 offences.", "1,000 loose → 970"),
    (facts_of(975), "Nearly 1,000 offences.", "1,000 rounded"),
    (facts_of(974), "Nearly 1,000 offences.", "1,000 loose → 974"),
    (facts_of(960), "Nearly 1,000 offences.", "1,000 loose → 960"),
    (facts_of(3895), "Nearly 4,000 offences.", "4,000 rounded"),
    (facts_of(9750), "Nearly 10,000 offences.", "10,000 rounded"),
    (facts_of(99), "More than 90 offences.", "90 loose → 99"),
    (facts_of(110), "Fewer than 100 offences.", "100 mismatch → 110"),
    (facts_of(111), "Fewer than 100 offences.", "100 untraced"),
    (facts_of(110), "More than 100 offences.", "100 loose → 110"),
    (facts_of(110), "At least 121 offences.", "121 mismatch → 110"),
    (facts_of(90), "Nearly 100 offences.", "100 loose → 90"),
    (facts_of(90), "More than 100 offences.", "100 mismatch → 90"),
    (facts_of(90), "At least 100 offences.", "100 mismatch → 90"),
    (facts_of(50), "More than 40 offences.", "40 loose → 50"),
    (facts_of(50), "At least 40 offences.", "40 loose → 50"),
]


@pytest.mark.parametrize("case", COUNT_BOUNDS, ids=by_text)
def test_a_word_of_rounding_reaches_so_far_from_a_number_and_no_further(case):
    known, text, *expected = case
    assert [each.partition(": ")[0] for each in told(text, known)] == expected


@pytest.mark.parametrize(
    ("word", "fits"),  # by how many points the share is above the one that is written
    [
        ("", {-2: "", -1: "rounded", 0: "traced", 1: "rounded", 2: ""}),
        ("exactly", {-1: "", 0: "traced", 1: ""}),
        ("near", {-6: "", -5: "loose", -4: "loose", -3: "rounded", -1: "rounded", 0: ""}),
        ("over", {0: "", 1: "rounded", 5: "rounded", 6: "loose", 10: "loose", 11: ""}),
        ("at_least", {-1: "", 0: "rounded", 5: "rounded", 6: "loose", 10: "loose", 11: ""}),
        (
            "about",
            {-4: "", -3: "loose", -1: "rounded", 1: "rounded", 2: "loose", 3: "loose", 4: ""},
        ),
        ("under", {-6: "", -5: "loose", -1: "loose", 0: ""}),
        ("at_most", {-6: "", -5: "loose", -1: "loose", 0: ""}),
    ],
)
def test_a_word_of_rounding_reaches_so_far_from_a_share_and_no_further(word, fits):
    half = Candidate("fraction", 0, 4, Fraction(1), of=Fraction(2), modifier=word)
    found = {n: fits_share(half, Fraction(50 + n, 100)) for n in fits}
    assert found == {n: fit or "untraced" for n, fit in fits.items()}
    percent = Candidate("percent", 0, 3, Fraction(50), modifier=word)
    further = {"": {-1: "", 1: ""}, "over": {11: "loose", 15: "loose", 16: ""}}
    fits |= further.get("over" if word == "at_least" else word, {})
    assert {n: fits_share(percent, Fraction(50 + n, 100)) for n in fits} == fits
