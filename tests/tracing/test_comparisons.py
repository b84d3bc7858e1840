"""Forces are never ranked, nor set beside others, a region or an average."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.trace import trace

FACTS = {
    "place": "Northshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": {"2017/18": 200, "2018/19": 310},
    "published_on": "2019-06-01",
}
FORCES = {
    "place": "England",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {
        "Northshire": {"2017/18": 200, "2018/19": 310},
        "Southshire": {"2017/18": 90, "2018/19": 80},
    },
}


def compared(text: str) -> list[str]:
    found = trace(text, read_facts(FACTS), read_facts(FORCES))
    return [f.text for f in found if f.kind == "comparison" and f.verdict == "mismatch"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Northshire saw the steepest rise in the region.", "steepest rise in the region"),
        ("Northshire is one of the worst-hit counties.", "one of the worst-hit counties"),
        ("The rise is the steepest reported by any force.", "steepest reported by any force"),
        ("It had more than the force recorded by Southshire.", "more than the force"),
        ("It is the biggest rise since 2016/17 of any force.", "of any force"),
        ("It is the sharpest rise seen in any area.", "sharpest rise seen in any area"),
        ("The number is well above the national average.", "above the national average"),
        ("Children here are targeted more than elsewhere.", "more than elsewhere"),
        ("Unlike its neighbours, Northshire recorded a rise.", "Unlike its neighbours"),
        ("Offences rose faster than in most other areas.", "faster than in most other areas"),
        ("No other county recorded as many offences.", "No other county recorded as many"),
        ("Only one of the other forces counted more.", "Only one of the other forces counted more"),
        ("None of our other forces had as many.", "None of our other forces had as many"),
        ("Just a handful of the forces had more.", "Just a handful of the forces had more"),
        ("Northshire leads the North West in such crimes.", "leads the North West"),
        ("Northshire is an outlier.", "an outlier"),
        ("Northshire has dropped off the table of the worst.", "off the table"),
        ("The total is high by national standards.", "by national standards"),
        ("Northshire has overtaken Southshire.", "overtaken Southshire"),
        ("Northshire has overtaken other forces.", "overtaken other forces"),
        ("Only other forces had more.", "Only other forces"),
        ("The rise mirrors that in Southshire.", "mirrors that in Southshire"),
        ("Northshire is closing the gap on Southshire.", "closing the gap on Southshire"),
        ("Northshire recorded 310 offences, the highest rate anywhere.", "highest rate anywhere"),
        ("Northshire is not only the worst in the country, it is getting worse.", "worst"),
        ("Northshire had the most offences in England.", "most offences in England"),
        (
            "It has not been an easy time for anybody who works with children in this place and it"
            " had the largest total in the country.",
            "largest total in the country",
        ),
        (
            "The survey asks whether you agree. It is worse than in Southshire.",
            "worse than in Southshire",
        ),
    ],
)
def test_a_comparison_of_forces_is_wrong_in_whatever_words(text, words):
    assert compared(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Thirteen was the most common age in the region.",
        "Snapchat was the most used app in the country.",
        "Girls made up the largest group of all.",
        "The figures must not be read as a league table.",
        "It would be misleading to call Northshire the worst in the country.",
        "Northshire recorded 310 offences, more than in any year before.",
        "A refuge is due to open beside Southshire General Hospital.",
        "Thank you most of all to the families.",
        "It is the largest children’s charity in the UK.",
        "That is the highest number recorded by the force.",
        "Northshire recorded 310 offences, more than the force recorded in 2016/17.",
        "Northshire recorded 310, more than the same force had logged a year earlier.",
        "Thirteen was the most common age recorded by any force.",
        "Most victims in England were girls.",
        "The rise mirrors that in England.",
        "Only England had more.",
        "Nobody could say whether the number was higher than in Southshire.",
        "There is no place for abuse in our county, so we will act.",
        "Offences are more common in summer than in the rest of the year.",
        "The notes at the foot of the table explain why.",
        "None of the other forces recorded fewer than in the year before.",
        "Only one force had a lower total than in 2016/17.",
        "No force in the region recorded more in 2018/19.",
        "Only one of the other forces answered.",
        "Look up the numbers since 2016/17 in any force.",
        "A superintendent leads the country’s work on this.",
    ],
)
def test_what_compares_no_forces_is_left_alone(text):
    assert compared(text) == []


def told(text: str) -> list[tuple[str, str]]:
    documents = read_facts(FACTS), read_facts(FORCES)
    return [(f.verdict, f.fact) for f in trace(text, *documents) if f.kind == "count"]


COMPARED = ("mismatch", "forces are never compared")


@pytest.mark.parametrize(
    "text",
    [
        "Northshire is well above the 80 recorded by Southshire.",
        "Northshire is well above the 80 of Southshire.",
        "Northshire passed the 80 offences in Southshire.",
        "In Northshire more children were harmed than the 80 logged by Southshire.",
        "Southshire is far behind the 310 reported in Northshire.",
    ],
)
def test_the_number_of_another_force_is_no_measure_though_it_is_right(text):
    assert told(text) == [COMPARED]


@pytest.mark.parametrize(
    "text",
    [
        "Northshire recorded more than the 200 recorded by Northshire in 2017/18.",
        "That is more than the 200 recorded by Northshire in 2017/18.",
        "Northshire is well below the 390 recorded by all forces.",
        "Northshire is well below the 390 recorded in England.",
        "Northshire is well below the 80 recorded in other areas.",
        "Northshire is well below the 390 it had, as had Southshire.",
        "Northshire had the 310, as had Southshire.",
        "Northshire is well above the 200 of last year.",
    ],
)
def test_a_number_of_its_own_or_of_all_forces_is_a_measure(text):
    assert COMPARED not in told(text)


@pytest.mark.parametrize(
    ("text", "is_compared"),
    [
        ("More girls than boys were targeted in Southshire.", False),
        ("Snapchat came up more often than Instagram in Southshire.", False),
        ("Fewer girls were targeted in Northshire than in Southshire.", True),
        ("Northshire had more offences against girls than Southshire.", True),
        ("Northshire has overtaken Southshire, with more girls than boys harmed.", True),
        ("Northshire outstripped Southshire in a year with more girls than boys.", True),
    ],
)
def test_parts_may_be_compared_with_parts(text, is_compared):
    assert bool(compared(text)) == is_compared
