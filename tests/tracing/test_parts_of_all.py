"""How much of the offences of all forces are one force's, and what only looks like it."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online sexual offences"
TARN = {"2016/17": 30, "2017/18": 60, "2018/19": 80}
PANEL = {
    "Tarn": TARN,
    "Ashby": {"2016/17": 110, "2017/18": 140, "2018/19": 200},
    "Fell": {"2016/17": 100, "2017/18": 100, "2018/19": 120},
}
FORCE = {
    **{"place": "Tarn", "measure": MEASURE, "latest": "2018/19", "series": TARN},
    "shares": {"gender": {"of": 80, "known": 70, "parts": {"girls": 56, "boys": 14}}},
}
ALL = {
    **{"place": "England", "measure": MEASURE, "latest": "2018/19", "scope": "national"},
    **{"panel": PANEL, "asked": 4, "nations": ["England"]},
}
DOCUMENTS = Evidence(read_facts(FORCE)), Evidence(read_facts(ALL))


def flagged(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 80 offences, a fifth of the 400 recorded in England.",
        "Tarn accounts for 20 per cent of the national total.",
        "The force recorded 80, or one in five of all those recorded in England.",
        "Ashby had 200. That is half of the total of all forces in England.",
        "Ashby makes up 50% of the offences in the survey.",
        "In 2017/18 Tarn accounted for 20 per cent of the national total.",
        "We make up 20 per cent of all the offences in this survey.",
        "All forces recorded 400 in 2018/19. Ashby alone accounted for half of them.",
        "Tarn recorded 80 and is up by 20 since 2017/18. It makes up 20% of the whole.",
        "Tarn accounts for one in five of all the offences we were told about.",
    ],
)
def test_a_share_of_all_forces_is_worked_out_from_both_totals_of_its_year(text):
    """Tarn has 30 of 240, 60 of 300 and 80 of 400; Ashby has 200 of the 400."""
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn recorded 80 offences, a third of the 400 recorded in England.", "a third"),
        ("Tarn accounts for 21 per cent of the national total.", "21 per cent"),
        ("Ashby had 200. That is a fifth of the total of all forces in England.", "a fifth"),
        ("Fell recorded 120, half of the 400 recorded in England.", "half"),
        ("In 2016/17 Tarn accounted for 20 per cent of the national total.", "20 per cent"),
        ("Tarn recorded 80 offences, a fifth of the 300 recorded in England.", "a fifth"),
        ("The force's share of the national total has grown from 20% to 12.5%.", "12.5%"),
        ("Boys were 20 per cent of the national total.", "20 per cent"),
        ("Tarn's total rose by 20 per cent.", "20 per cent"),
        ("Tarn accounts for one in four of all the offences we were told about.", "one in four"),
        ("Tarn's share of the total is one in four.", "one in four"),
        ("The force's share of the offences in it went up from 12.5% to 25%.", "25%"),
        ("All forces recorded 300 in 2017/18. Ashby alone had half of them last year.", "half"),
        ("There were 80 in Tarn. Of the children in 20% of the cases little is known.", "20%"),
        ("In Tarn 20% of the victims were abroad.", "20%"),
        ("Tarn contributed 25 per cent of the offences.", "25 per cent"),
        ("Holm Police accounts for 20 per cent of the national total.", "20 per cent"),
    ],
)
def test_a_share_of_another_force_year_or_whole_is_not_right(text, wrong):
    assert wrong in flagged(text)
