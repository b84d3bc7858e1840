"""What the tracer is given and what it answers: documents in, documents out."""

import pytest

from offences.claims.facts import BadFacts
from offences.tracing.judging.slips import is_slip
from offences.tracing.trace import answer, trace
from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import NATION, TWO, told

FACTS = {"place": "Kent", "measure": "offences", "latest": "2018/19", "series": {"2018/19": 68}}
OTHER = FACTS | {"series": {"2018/19": 86}}


def test_each_figure_is_answered_with_all_that_is_known_of_it():
    assert answer({"facts": FACTS, "text": "It was 68, not 86; see note 3."}) == {
        "figures": [
            {
                "start": 7,
                "end": 9,
                "text": "68",
                "kind": "count",
                "verdict": "traced",
                "fact": "68 in 2018/19",
                "suggestion": None,
            },
            {
                "start": 15,
                "end": 17,
                "text": "86",
                "kind": "count",
                "verdict": "mismatch",
                "fact": "68 in 2018/19",
                "suggestion": "68",
            },
            {
                "start": 23,
                "end": 29,
                "text": "note 3",
                "kind": "exempt",
                "verdict": "exempt",
                "fact": "note number",
                "suggestion": None,
            },
        ]
    }
    (figure,) = answer({"facts": FACTS, "text": "500 offences"})["figures"]
    assert (figure["verdict"], figure["fact"]) == ("untraced", None)


def verdicts(answered):
    return [figure["verdict"] for figure in answered["figures"]]


def test_the_text_stands_in_the_document_or_beside_it():
    assert verdicts(answer(FACTS, "68")) == ["traced"]
    assert verdicts(answer({"facts": FACTS, "text": "68"})) == ["traced"]
    assert verdicts(answer({"facts": FACTS, "text": "68"}, None)) == ["traced"]


def test_of_a_list_each_document_is_judged_by_its_own_facts():
    documents = [{"facts": FACTS, "text": "86"}, {"facts": OTHER, "text": "86"}]
    assert [verdicts(each) for each in answer(documents)] == [["mismatch"], ["traced"]]


def test_the_facts_of_the_national_block_count_too():
    both = FACTS | {"national": OTHER}
    assert verdicts(answer(both, "68 and 86")) == ["traced", "traced"]
    assert verdicts(answer(FACTS | {"national": None}, "68 and 86")) == ["traced", "mismatch"]


NO_DOCUMENT = "Without a text file, a document is an object with “facts” and “text”."


@pytest.mark.parametrize(
    "document", [{}, {"facts": FACTS}, {"text": "68"}, {"facts": FACTS, "text": 68}, "68", 68, None]
)
def test_a_document_without_facts_or_text_is_refused(document):
    with pytest.raises(BadFacts) as refused:
        answer(document)
    assert str(refused.value) == NO_DOCUMENT
    with pytest.raises(BadFacts) as listed:
        answer([{"facts": FACTS, "text": "68"}, document])
    assert str(listed.value) == f"Document 2 of 2: {NO_DOCUMENT}"


def test_what_is_wrong_with_the_facts_is_told_with_its_place():
    wrong = FACTS | {"latest": "2018"}
    with pytest.raises(BadFacts) as alone:
        answer(wrong, "68")
    with pytest.raises(BadFacts) as national:
        answer(FACTS | {"national": wrong}, "68")
    with pytest.raises(BadFacts) as listed:
        answer([{"facts": FACTS, "text": ""}, {"facts": wrong, "text": "68"}])
    assert str(national.value) == f"national: {alone.value}"
    assert str(listed.value) == f"Document 2 of 2: {alone.value}"


def test_each_figure_has_its_kind():
    text = (
        "£5, 068, 40 of 44 forces, 5%, one in five, twice the number, one every 9 minutes. "
        "Up by 20. As young as four. In three years. 6 months of 2018/19; since 2014, a third. "
        "The most common age was 13. Between 1 and 4. 22 a day. 5 percentage points. A record. "
        "All three years of figures. From 2016."
    )
    assert [(f.text, f.kind) for f in trace(text, NATION)] == [
        ("5", "money"),
        ("068", "malformed"),
        ("40 of 44", "coverage"),
        ("5%", "percent"),
        ("one in five", "fraction"),
        ("twice the number", "multiple"),
        ("one every 9 minutes", "interval"),
        ("20", "difference"),
        ("four", "youngest"),
        ("three", "span"),
        ("6", "months"),
        ("2018/19", "year"),
        ("2014", "since"),
        ("a third", "fraction"),
        ("13", "mode"),
        ("1 and 4", "range"),
        ("22", "rate"),
        ("5 percentage points", "points"),
        ("record", "record"),
        ("three", "data_years"),
        ("2016", "from_year"),
    ]


def test_of_two_sentences_each_is_judged_by_the_forces_it_names():
    wales = {"panel": {"Gwent": {"2018/19": 158}, "Powys": {"2018/19": 53}}, "latest": "2018/19"}
    text = "Gwent recorded 158. Powys recorded 158. Powys recorded 53. Gwent recorded 53."
    assert verdicts(answer(wales, text)) == ["traced", "mismatch", "traced", "mismatch"]


def test_a_figure_that_neither_document_bears_out_keeps_the_suggestion():
    assert told("There were 86, and 8,242.", TWO, NATION) == [
        "86 mismatch → 68: 68 in 2018/19",
        "8,242 mismatch → 8,224: 8,224 in 2018/19, all forces that replied",
    ]
    assert told("There were 86.", facts_of(500), facts_of(600)) == ["86 untraced"]


@pytest.mark.parametrize(
    ("written", "meant", "is_one"),
    [
        (68, 68, False),
        (86, 68, True),  # swapped, the last two
        (2168, 1268, True),  # the first two
        (1628, 1268, True),
        (1862, 1268, False),
        (8261, 1268, False),
        (69, 68, True),  # one changed
        (1298, 1268, True),
        (1999, 1268, False),
        (128, 1268, True),  # one lost
        (268, 1268, True),
        (126, 1268, True),
        (12, 1268, False),
        (12680, 1268, True),  # one added
        (11268, 1268, True),
        (13268, 1268, True),
        (126800, 1268, False),
        (8, 68, False),  # of single digits every other is one slip away
        (6, 8, False),
        (10, 11, True),
        (10, 1, False),
    ],
)
def test_a_slip_is_one_digit_changed_swapped_lost_or_added(written, meant, is_one):
    assert is_slip(written, meant) is is_one
