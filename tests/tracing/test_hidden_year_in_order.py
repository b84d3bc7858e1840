"""Words that put a hidden total before or behind another: they tell which is the larger."""

from offences.statistics.years import Year
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import FACTS, NATIONAL, NOTHING, documents, named

HIDDEN = {"suppressed": [1, 4]}
SERIES = {"2015/16": 60, "2016/17": 3, "2017/18": HIDDEN, "2018/19": 75}
KNOWN = documents(FACTS | {"series": SERIES}, NATIONAL)
WITHHELD = Hiding(frozenset(), {}, frozenset({Year(2017)}))
TELLING = (
    "Northshire recorded more offences in 2017/18 than in 2016/17.",
    "In 2016/17 Northshire recorded more offences than in 2017/18.",
    "The Northshire figure for 2017/18 is hidden. It was lower than that of 2016/17.",
)
# Another year is larger than the hidden one in any case, or no figure of it is known.
ORDINARY = (
    "In 2018/19 Northshire recorded more offences than in 2017/18.",
    "In 2015/16 Northshire recorded more offences than in 2017/18.",
    "In 2015/16 Northshire recorded more offences than in 2016/17.",
    "Northshire recorded more offences in 2018/19 than in 2010/11.",
    "Northshire recorded more offences in 2017/18 than in 2010/11.",
    "Northshire recorded fewer offences than Southshire.",
    "In 2018/19 more Northshire offences were recorded than ever.",
)


def told(text):
    forces = [(named("Northshire"), WITHHELD, True), (named("Southshire"), NOTHING, False)]
    return [name for _, _, name in disclosures(text, KNOWN, forces, ())]


def test_an_order_of_years_tells_the_hidden_one_where_its_range_meets_the_other_year():
    assert [told(text) for text in TELLING] == [["the total"]] * len(TELLING)
    assert [text for text in ORDINARY if told(text)] == []
