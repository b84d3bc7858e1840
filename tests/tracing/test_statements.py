"""What a figure is said of, by the words around it alone; and what statements are judged by."""

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.bodies import Body
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.judging.judge import judge

REGION = Evidence(
    read_facts(
        {
            "place": "the Wold region",
            "scope": "region",
            "measure": "offences",
            "latest": "2018/19",
            "panel": {
                "Northshire": {"2017/18": 230, "2018/19": 264},
                "Eastmere": {"2017/18": 74, "2018/19": 98},
                "Port Valley": {"2017/18": 363, "2018/19": 698},
            },
        }
    )
)


def statements(text):
    passage = Passage(text)
    figures = find(passage)
    binder = Binder(passage, figures, Documents([REGION]))
    return {text[f.start : f.end]: binder.bind(f) for f in figures}


@pytest.mark.parametrize(
    ("text", "figure", "bodies"),
    [
        ("Northshire had 264 offences while Eastmere had 98.", "264", ["Northshire"]),
        ("Northshire had 264 offences while Eastmere had 98.", "98", ["Eastmere"]),
        ("There were 98 in Eastmere and 264 in Northshire.", "98", ["Eastmere"]),
        ("There were 98 in Eastmere and 264 in Northshire.", "264", ["Northshire"]),
        ("Eastmere also replied. It recorded 98 offences.", "98", ["Eastmere"]),
        ("Across the region there were 1,060.", "1,060", ["the Wold region"]),
        ("Figures by area:\n- Northshire: 264\n- Eastmere: 98", "98", ["Eastmere"]),
        ("Southmoor Police recorded 98 offences.", "98", ["Southmoor"]),
        ("There were 264 offences.", "264", []),
        ("The South East recorded 98.", "98", ["another region"]),
        ("In East Anglia there were 98.", "98", ["another region"]),
        ("South East Water counted 98.", "98", []),
        ("Elsewhere there were 98.", "98", ["elsewhere"]),
        ("There were 98 elsewhere.", "98", ["elsewhere"]),
        ("Police logged 98, with others elsewhere.", "98", []),
        ("Some 98 offences were recorded, more than in Eastmere.", "98", []),
        ("Only 98 were recorded, far fewer than Northshire.", "98", []),
    ],
)
def test_the_body_of_a_figure(text, figure, bodies):
    assert [body.name for body in statements(text)[figure].bodies] == bodies


@pytest.mark.parametrize(
    ("text", "figure", "years", "bases"),
    [
        ("There were 200 offences in 2017/18.", "200", [2017], None),
        ("There were 200 in the year to March 2018.", "200", [2017], None),
        ("In 2018 there were 200.", "200", [2017, 2018], None),
        ("The previous year's figure was 200.", "200", [2017], None),
        ("Three years ago the figure was 200.", "200", [2015], None),
        ("It rose 55% in a year.", "55%", None, [2017]),
        ("It rose 55% since 2016/17, figures show.", "55%", None, [2016]),
        ("It was 55% higher than two years earlier.", "55%", None, [2016]),
        ("A 55% increase on 2017/18 made it the highest since 2015/16.", "55%", None, [2017]),
        ("The totals were 654 (2016/17) and 700 (2017/18).", "654", [2016], None),
        ("There were 200 offences.", "200", None, None),
    ],
)
def test_the_year_of_a_figure_and_the_base_of_a_change(text, figure, years, bases):
    statement = statements(text)[figure]
    expected = [years and {Year(y) for y in years}, bases and {Year(y) for y in bases}]
    assert [statement.years, statement.bases] == expected


AGED_TEN = NamedCategory("age", "", 0, 10)


@pytest.mark.parametrize(
    ("text", "figure", "categories"),
    [
        ("60 were girls and 240 were boys.", "60", {NamedCategory("sex", "girls")}),
        ("60 were girls and 240 were boys.", "240", {NamedCategory("sex", "boys")}),
        ("Snapchat was used in 24 cases.", "24", {NamedCategory("part", "snapchat")}),
        ("WhatsApp (24), Snapchat (96)", "96", {NamedCategory("part", "snapchat")}),
        ("There were 73 against children aged ten and under.", "73", {AGED_TEN}),
        ("On Snapchat, 24 were girls.", "24",
         {NamedCategory("part", "snapchat"), NamedCategory("sex", "girls")}),
        ("Of the 300 offences, 60 were against boys.", "300", set()),
        ("There were 310 offences, some on Snapchat.", "310", set()),
    ],
)  # fmt: skip
def test_the_category_of_a_figure(text, figure, categories):
    assert statements(text)[figure].categories == categories


@pytest.mark.parametrize(
    ("text", "figure", "unit", "subject"),
    [
        ("There were 310 offences against children.", "310", "offences", ""),
        ("Last year 310 children were abused.", "310", "children", ""),
        ("There were 310 offenders.", "310", "offenders", ""),
        ("There were 315 burglaries.", "315", "offences", "burglaries"),
        ("The number of victims rose to 310.", "310", "victims", ""),
    ],
)
def test_the_unit_and_the_subject_of_a_figure(text, figure, unit, subject):
    statement = statements(text)[figure]
    assert (statement.unit, statement.subject) == (unit, subject)


@pytest.mark.parametrize(
    ("slots", "verdict"),
    [
        ({}, "traced"),
        ({"years": frozenset({Year(2017)})}, "mismatch"),
        ({"categories": frozenset({NamedCategory("sex", "girls")})}, "mismatch"),
        ({"unit": "children"}, "mismatch"),
        ({"subject": "burglaries"}, "untraced"),
        ({"bodies": (Body("Southmoor"),)}, "untraced"),
        ({"compares_bodies": True}, "mismatch"),
        ({"is_base": True}, "mismatch"),
    ],
)
def test_a_statement_is_judged_by_its_slots_and_its_value_comes_last(slots, verdict):
    text = "There were 1,060 offences."
    (figure,) = [f for f in find(Passage(text)) if isinstance(f, Candidate)]
    assert judge(Statement(figure, Passage(text), **slots), Documents([REGION])).verdict == verdict


def test_the_youngest_under_one_is_of_no_whole_year():
    (figure,) = find(Passage("The youngest was under one."))
    assert (figure.kind, figure.value, figure.modifier) == ("youngest", 0, "")
    (figure,) = find(Passage("The youngest was one."))
    assert (figure.kind, figure.value, figure.modifier) == ("youngest", 1, "")
