"""Words that point to a year of the series: the start, the baseline, the year of a pandemic."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

SERIES = {"2018/19": 80, "2019/20": 90, "2020/21": 120, "2021/22": 150, "2022/23": 144}
TARN = Evidence(
    read_facts(
        {
            "place": "Tarn",
            "measure": "online sexual offences",
            "latest": "2022/23",
            "scope": "force",
            "series": SERIES,
        }
    )
)


def wrong(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It had 144 in 2022/23, {} above where it began.", "64", "54"),
        ("It recorded 144, {} more than when the charity, Kite, first asked.", "64", "54"),
        ("It recorded 144, up from {} when we first counted.", "80", "90"),
        ("The first year brought 80; the latest, {}.", "144", "150"),
        ("It is up {} against the baseline.", "80%", "60%"),
        (
            "Against the baseline it rose by {}, and against the previous value it fell by 4%.",
            *("80%", "60%"),
        ),
        ("Since the pandemic began it has gone up by {}.", "60%", "80%"),
        ("It is {} higher than before the pandemic.", "60%", "80%"),
        ("There were {} offences in the first year of the pandemic.", "120", "90"),
        ("Police recorded {} in the year that took in most of the lockdowns.", "120", "90"),
        ("It has risen by 80% in four years, and by {} in the first of them.", "10", "30"),
        ("It recorded 144, having been {}.", "150", "145"),
        ("The fall amounts to {} offences, or 4%.", "6", "16"),
    ],
)
def test_words_for_a_time_of_the_series_have_its_year(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (
            "Latest: 144 (2022/23)\nBaseline: 120 (2020/21)\n\nAgainst the baseline it is up 20%.",
            [],
        ),
        (
            "Latest: 144 (2022/23)\nBaseline: 120 (2020/21)\n\nAgainst the baseline it is up 80%.",
            ["80%"],
        ),
        ("These add up to 144.", []),
        ("It went up to 144.", ["144"]),
    ],
)
def test_a_baseline_is_the_one_that_the_text_gives_and_what_adds_up_does_not_rise(text, flagged):
    assert wrong(text) == flagged
