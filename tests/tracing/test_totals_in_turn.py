"""Totals that a story tells one after the other, with no year beside most of them."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

SERIES = {
    **{"2014/15": 58, "2015/16": 81, "2016/17": {"missing": "not_held"}, "2017/18": 117},
    **{"2018/19": 149, "2019/20": 203},
}
FACTS = {"place": "Tarn", "measure": "online sexual offences", "latest": "2019/20"}
KNOWN = Evidence(read_facts({**FACTS, "series": SERIES}))
FLAGGED = ("mismatch", "untraced", "loose")


def flagged(text):
    return [f.text for f in trace(text, KNOWN) if f.verdict in FLAGGED]


@pytest.mark.parametrize(
    "text",
    [
        "In 2014/15 Tarn recorded 58 offences. It went up to 81. After a year without a figure it"
        " came back at 117.",
        "Tarn counted 58 offences in 2014/15. They were 81 the next year. Then 117. Then 149.",
        "Five numbers from Tarn follow. 58. 81. 117. 149. 203. Each is a year of offences.",
        "The row for Tarn begins at 58 in 2014/15, climbs through 81, 117 and 149, and then jumps"
        " to 203.",
        "Tarn recorded 203 offences in 2019/20. Before that came 149. Before that, 117.",
        "In 2014/15 it recorded 58, then 81. Then 117, and 149 in 2018/19.",
        "Fifty-eight. That was the number in Tarn in 2014/15. It was eighty-one the year after and"
        " rose to 117.",
    ],
)
def test_a_total_told_in_its_turn_is_of_its_year(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It recorded 70, then 81. Then 117, and 149 in 2018/19.", ["70", "81"]),
        # one of them left out, or in another's turn
        ("In 2014/15 Tarn recorded 58 offences. It went up to 117. Then 149.", ["117", "149"]),
        ("Tarn recorded 58 offences in 2014/15. Then came 149. Then 117.", ["149", "117"]),
        # two are no row
        ("Tarn recorded 81 offences in 2015/16. Then came 117.", ["117"]),
        # it goes on with nothing: said of the latest year
        (
            "There were 81 offences in 2015/16, and 117 in 2017/18. Tarn Police recorded 149"
            " offences.",
            ["149"],
        ),
        (
            "Tarn had 58 offences in 2014/15, then 81 in 2015/16. The number has come to 117 now.",
            ["117"],
        ),
        # of other things, or of parts of a year
        ("In April it was 58. In May it rose to 81. Then it reached 117.", ["58", "81", "117"]),
        ("Tarn had 58 in 2014/15. In April it was 81. Then it was 117.", ["81", "117"]),
        ("There were 81 arrests in 2015/16. Then came 117. Then 149.", ["81", "117", "149"]),
        ("Calls in Tarn rose from 58. Then came 81. Then came 117.", ["58", "81", "117"]),
        # a year that is said goes before
        ("Tarn had 81 offences in 2015/16. Then 117. Then 149 in 2019/20.", ["117", "149"]),
    ],
)
def test_a_total_out_of_its_turn_is_not(text, wrong):
    assert flagged(text) == wrong
