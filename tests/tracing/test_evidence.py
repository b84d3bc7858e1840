"""Which numbers a text may rest on: of ages, shares and printed totals."""

from dataclasses import replace

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import TWO, by_text, told

LATE = {"missing": "late"}
FEW = {"suppressed": [1, 4]}


TWO_PARTS = read_facts(
    {
        "latest": "2018/19",
        "series": {"2017/18": 500, "2018/19": 1000},
        "shares": {
            "platform": {
                "of": 1000,
                "known": 800,
                "parts": {"Chatter": 344, "Pixel": 200, "Blink": 0},
            },
            "sex": {"of": 990, "known": 900, "parts": {"girls": 700}},
        },
    }
)
HIDDEN_AGES = facts_of(500, ages={"12": 100, "13": 150, "14": FEW, "unknown": 60})
OPEN_AGES = facts_of(500, ages={"12": 100, "13": 150, "14": 140, "unknown": 60})
TOLD_AGES = facts_of(
    500,
    ages={"0-10": 40, "11": 60, "12": 100, "13": 150, "unknown": 60},
    age_thresholds=[{"max": 10}],
)
# A small number forbids the table of ages, and not the larger ones by themselves.
SMALL_AGES = facts_of(90, ages={"9": 3, "13": 40, "14": 23, "unknown": 24})
LONE_HIDDEN_AGE = facts_of(90, ages={"9": FEW, "13": 40, "14": 23, "unknown": 24})
FEW_AGES = facts_of(500, ages={"0-10": 40, "12": 60, "unknown": 400}, age_thresholds=[{"max": 10}])
BANDS = facts_of(130, ages={"0-11": 20, "12-15": 60, "16-17": 20, "unknown": 30})
JUNE_2019 = {"year": "2018/19", "publication": "June 2019"}
PRINTED = read_facts(
    {
        "recorded": [
            {"claim": "total", "year": "2015/16", "value": 3186, "publication": "June 2016"},
            {"claim": "total", "value": 8224} | JUNE_2019,
            {"claim": "age_total", "category": "10 and under", "value": 164} | JUNE_2019,
        ]
    }
)
AGE_PRINTED = read_facts({"recorded": [{"claim": "most_common_age", "value": 13} | JUNE_2019]})
UNKNOWN_LIMIT = facts_of(40, {"suppressed": [1, None]})
ALSO = Evidence(TWO, coverage=[(31, 44), (12, 13)])
EMPTY = facts_of(50, LATE)

# The words of facts that come up again.
NOT_HELD = "no figure of that age, sex or platform is held here"
CHILDREN = (
    "Forces recorded 164 offences against children aged 10 and under in 2018/19, as reported "
    "in June 2019."
)
TOTAL = "Forces recorded 8,224 offences in 2018/19, as reported in June 2019."
OLD_TOTAL = "Forces recorded 3,186 offences in 2015/16, as reported in June 2016."
NO_MULTIPLE = (
    "The totals for 2015/16 and 2018/19 are known only as reported, and the forces "
    "counted in them may differ: no multiple and no percentage."
)

KNOWN = [
    (
        TWO_PARTS,
        "Of 1,000 cases 800 had a platform known, and 344 were on Chatter.",
        "1,000 traced: 1,000 in 2018/19",
        "800 traced: 800 with platform known",
        "344 traced: 344 chatter",
    ),
    (TWO_PARTS, "There were 345.", "345 untraced"),
    (TWO_PARTS, "There were 801.", "801 untraced"),
    (TWO_PARTS, "0% of cases.", "0% untraced"),
    (TWO_PARTS, "43% of cases.", "43% untraced"),
    (
        TWO_PARTS,
        "There were 800 in 2018/19.",
        "800 mismatch: 800 with platform known",
        "2018/19 traced: 2018/19",
    ),
    (
        TWO_PARTS,
        "There were 344 in 2018/19.",
        "344 mismatch: 344 chatter",
        "2018/19 traced: 2018/19",
    ),
    (TWO_PARTS, "There were 990 in 2018/19.", "990 traced: 990 in all", "2018/19 traced: 2018/19"),
    (
        TWO_PARTS,
        "Of 2017/18, 344 were on Chatter.",
        "2017/18 traced: 2017/18",
        "344 mismatch: 344 chatter",
    ),
    (TWO_PARTS, "There were zero offences.", "zero mismatch: no year has a confirmed zero"),
    (HIDDEN_AGES, "250 ages were known.", "250 untraced"),
    (HIDDEN_AGES, "At least 251 ages were known.", "251 traced: at least 251"),
    (HIDDEN_AGES, "At least 311 offences.", "311 traced: at least 311"),
    (
        HIDDEN_AGES,
        "At least 251 ages in 2017/18.",
        "251 mismatch: at least 251 in 2018/19",
        "2017/18 untraced",
    ),
    (HIDDEN_AGES, "At least 312 offences.", "312 untraced"),
    (
        OPEN_AGES,
        "390 ages were known of 450.",
        "390 traced: 390 with a known age",
        "450 traced: 450 in all",
    ),
    (OPEN_AGES, "150 were 13.", "150 mismatch: 150 aged 13", "13 untraced"),
    (OPEN_AGES, "At least 390 ages were known.", "390 loose → 390: 390 with a known age"),
    (OPEN_AGES, "100 were 12.", "100 mismatch: 100 aged 12", "12 untraced"),
    (
        OPEN_AGES,
        "There were 150 in 2018/19.",
        "150 mismatch: 150 aged 13",
        "2018/19 traced: 2018/19",
    ),
    (OPEN_AGES, "There were 450 in 2018/19.", "450 traced: 450 in all", "2018/19 traced: 2018/19"),
    (
        SMALL_AGES,
        "23 were against 14-year-olds.",
        "23 traced: 23 aged 14",
        "14-year-olds traced: 23 aged 14",
    ),
    (
        SMALL_AGES,
        "24 were against 14-year-olds.",
        "24 mismatch → 23: 24 of which it is not known",
        "14-year-olds traced: 23 aged 14",
    ),
    (
        SMALL_AGES,
        "3 were against nine-year-olds.",
        f"3 untraced: {NOT_HELD}",
        "nine-year-olds exempt: aged 9",
    ),
    (
        LONE_HIDDEN_AGE,
        "23 were against 14-year-olds.",
        f"23 untraced: {NOT_HELD}",
        "14-year-olds exempt: aged 14",
    ),
    (
        FEW_AGES,
        "40 were ten or under.",
        "40 traced: 40 aged 10 and under",
        "ten or under exempt: age",
    ),
    (
        FEW_AGES,
        "41 were ten or under.",
        "41 mismatch → 40: 40 aged 10 and under",
        "ten or under exempt: age",
    ),
    (
        TOLD_AGES,
        "40 were ten or under, 11% of those with an age, of 350 known.",
        "40 traced: 40 aged 10 and under",
        "ten or under exempt: age",
        "11% traced: 40 of 350 known ages",
        "350 traced: 350 with a known age",
    ),
    (TOLD_AGES, "12% of ages.", "12% untraced"),
    (
        TOLD_AGES,
        "There were 350 in 2018/19.",
        "350 mismatch: 350 with a known age",
        "2018/19 traced: 2018/19",
    ),
    (
        TOLD_AGES,
        "There were 40 in 2018/19.",
        "40 mismatch: 40 aged 10 and under",
        "2018/19 traced: 2018/19",
    ),
    (
        PRINTED,
        "There were 3,186 offences in 2015/16.",
        f"3,186 traced: {OLD_TOTAL}",
        "2015/16 traced: 2015/16",
    ),
    (
        PRINTED,
        "Published as 3,186 in 2015/16.",
        f"3,186 traced: {OLD_TOTAL}",
        "2015/16 traced: 2015/16",
    ),
    (PRINTED, "There were 4,042 offences in 2015/16.", "4,042 untraced", "2015/16 traced: 2015/16"),
    (
        PRINTED,
        "There were 8,224 offences in 2018/19.",
        f"8,224 traced: {TOTAL}",
        "2018/19 traced: 2018/19",
    ),
    (PRINTED, "There were 164 offences.", f"164 mismatch → 8,224: {CHILDREN}"),
    (PRINTED, "There were 165 offences.", "165 untraced"),
    (
        PRINTED,
        "There were 164 offences in 2015/16.",
        f"164 mismatch → 3,186: {CHILDREN}",
        "2015/16 traced: 2015/16",
    ),
    (
        PRINTED,
        "It doubled since 2015/16.",
        f"doubled mismatch: {NO_MULTIPLE}",
        "2015/16 traced: 2015/16",
    ),
    (PRINTED, "It rose by 4,182.", "4,182 mismatch: no two years that compare"),
    (PRINTED, "It rose by a third.", "a third untraced"),
    (PRINTED, "It rose 5%.", "5% untraced"),
    (PRINTED, "One every hour.", "One every hour untraced"),
    (PRINTED, "In three years.", "three mismatch: no two years that compare"),
    (
        PRINTED,
        "There were 8,224 in 2015/16.",
        f"8,224 mismatch → 3,186: {TOTAL}",
        "2015/16 traced: 2015/16",
    ),
    (BANDS, "100 ages were known.", "100 traced: 100 with a known age"),
    (AGE_PRINTED, "The most common age was 13.", "13 traced: most common age 13"),
    (AGE_PRINTED, "The most common age was 12.", "12 mismatch → 13: most common age 13"),
    (UNKNOWN_LIMIT, "There was at least 1 offence.", "1 traced: at least 1"),
    (
        UNKNOWN_LIMIT,
        "There was at least 1 offence in 2017/18.",
        "1 mismatch: at least 1 in 2018/19",
        "2017/18 traced: 2017/18",
    ),
    (
        UNKNOWN_LIMIT,
        "There was at least 1 offence in 2018/19.",
        "1 traced: at least 1",
        "2018/19 traced: 2018/19",
    ),
    (ALSO, "31 of 44 forces answered.", "31 of 44 traced: 31 of 44 forces"),
    (ALSO, "12 of 13 forces answered.", "12 of 13 traced: 12 of 13 forces"),
    (ALSO, "12 of 44 forces answered.", "12 of 44 mismatch → 31 of 44: 31 of 44 forces"),
    (ALSO, "32 forces answered.", "32 mismatch → 31: 31 forces"),
    (ALSO, "One force did not answer.", "One traced: 1 force"),
    (
        EMPTY,
        "There were 50 offences in 2018/19.",
        "50 mismatch: 50 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (
        EMPTY,
        "It is a record.",
        "record mismatch: 2018/19 is missing (no answer yet), so no record can be claimed.",
    ),
    (EMPTY, "Up from 50.", "50 traced: 50 in 2017/18"),
]


@pytest.mark.parametrize("case", KNOWN, ids=by_text)
def test_a_number_rests_on_what_is_known(case):
    known, text, *expected = case
    assert told(text, known) == expected


def test_a_printed_total_that_another_replaced_is_right_only_as_the_one_before():
    old, *others = PRINTED.recorded
    replaced = replace(PRINTED, recorded=(replace(old, now=4042), *others))
    fact = "published as 3,186, now 4,042 in 2015/16"
    assert told("There were 3,186 offences, as first published.", replaced) == [
        f"3,186 traced: {fact}"
    ]
    assert told("There were 3,186 offences.", replaced) == [f"3,186 mismatch → 4,042: {fact}"]
