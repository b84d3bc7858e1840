"""A figure is called the highest only where the gate allows it; gaps are named as what they are."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.notes import Asked
from offences.words.press import force_copy
from offences.words.reasons import CHARITY
from tests.words.releases import shared, written
from tests.words.test_page_sentences import NORTHSHIRE, about

HIGHEST = [(id, "latest") for id in ("record", "joint_record", "highest_available")]
MISSING = Cell.missing("not_in_records")
HALF = Cell.part_year(19, 6)
DOUBT = Cell.count(48, doubt="may be another year")


def words(value) -> str:
    """Every text in a page or draft."""
    if dataclasses.is_dataclass(value):
        return words([getattr(value, field.name) for field in dataclasses.fields(value)])
    if isinstance(value, (tuple, list)):
        return " ".join(words(each) for each in value)
    return value if isinstance(value, str) else ""


def facts_of(cells, breaks=()) -> Facts:
    return Facts(
        place="Northshire Police",
        measure="online offences",
        latest=Year(2014 + len(cells)),
        series=Series(
            dict(zip(map(Year, range(2015, 2015 + len(cells))), cells, strict=True)), breaks
        ),
    )


def draft(cells, breaks=(), totals=(), asked=None, **more):
    facts = facts_of(cells, breaks)
    values = {"headline_phrase": "online child sex offences", "vintages": {}, "remarks": {}}
    values["voice"] = CHARITY
    block = shared(*totals, asked=asked or Asked(), breaks=breaks, year=facts.latest)
    return written(*block, force=force_copy(NORTHSHIRE, facts, **(values | more)))


counts = st.integers(0, 120)
cells = st.one_of(
    counts.map(Cell.count),
    counts.map(lambda n: Cell.count(n, doubt="may be another year")),
    st.tuples(counts, st.integers(1, 20)).map(lambda c: Cell.suppressed(c[0], sum(c))),
    st.just(Cell.suppressed(1, None)),
    st.tuples(counts, st.integers(1, 11)).map(lambda c: Cell.part_year(*c)),
    st.sampled_from(Missing).map(Cell.missing),
)


@given(st.lists(cells, min_size=1, max_size=6), st.integers(2014, 2022))
def test_no_page_or_draft_says_highest_or_record_unless_the_gate_does(series, changed):
    breaks = (Break(Year(changed), ""),) if changed < 2021 else ()
    page = about(dict(enumerate(series, 2015)), breaks=breaks)
    may = allowed(claims_for(facts_of(series, breaks)))
    said = f"{words(page)} {words(draft(series, breaks))}"
    if not any(claim in may for claim in HIGHEST):
        assert "highest" not in said
        assert "no other is as high" not in said
        assert "a record" not in said.replace("cannot call it a record", "")
    if ("record", "latest") not in may:
        assert not page.record_answer.startswith("It is a record")


@pytest.mark.parametrize(
    "series",
    [
        [MISSING, Cell.count(48), Cell.count(68)],  # two years are too few
        [Cell.part_year(90, 6), Cell.count(53), Cell.count(48), Cell.count(68)],
    ],
)
def test_what_the_gate_refuses_is_not_worked_out_again(series):
    page = about(dict(enumerate(series, 2015)))
    assert page.record_answer == "We cannot compare it with every year of the count."
    assert page.record_detail.startswith("We cannot call it a record: ")
    assert "2015/16" in page.record_detail
    assert "highest" not in words(page)


@pytest.mark.parametrize(
    ("series", "answer", "detail"),
    [
        (
            [MISSING, Cell.count(53), Cell.count(48), Cell.count(68)],
            "It is the highest of the three years we have.",
            "We cannot call it a record: we do not have 2015/16.",
        ),
        (
            [Cell.count(30), Cell.count(53), DOUBT, Cell.count(68)],
            "It is the highest of the three years we can compare.",
            "We cannot call it a record: 2017/18 is in doubt.",
        ),
        (
            [Cell.count(30), Cell.count(53), HALF, Cell.count(68)],
            "It is the highest of the three years we can compare.",
            "We cannot call it a record: 2017/18 covers six months only.",
        ),
        (
            [Cell.missing("refused"), MISSING, HALF, DOUBT, Cell.count(68)],
            "We cannot compare it with every year of the count.",
            "We cannot call it a record: 2015/16 was refused by the force, we do not have "
            "2016/17, 2017/18 covers six months only and 2018/19 is in doubt.",
        ),
        (
            [MISSING, MISSING, MISSING, Cell.count(68)],
            "We cannot compare it with every year of the count.",
            "We cannot call it a record: we do not have 2015/16 to 2017/18.",
        ),
    ],
)
def test_gaps_are_named_for_what_they_are(series, answer, detail):
    page = about(dict(enumerate(series, 2015)))
    assert (page.record_answer, page.record_detail) == (answer, detail)


# ---- the same in the notes of a draft


def use_of(series) -> str:
    return draft(series).note("Use")


def test_a_record_is_forbidden_in_words_where_a_gap_alone_forbids_it():
    series = [MISSING, Cell.count(53), DOUBT, Cell.count(48), Cell.count(68)]
    assert use_of(series) == (
        "Please do not call 68 a record: no 2015/16 figure is available and 2017/18 is in doubt."
    )


def test_a_record_is_not_named_where_another_year_was_higher():
    assert use_of([MISSING, Cell.count(99), Cell.count(48), Cell.count(68)]) == ""


@pytest.mark.parametrize("why", sorted(set(Missing) - {Missing.NOT_IN_RECORDS}))
def test_every_reason_has_words(why):
    series = [Cell.missing(why), Cell.count(40), Cell.count(48), Cell.count(68)]
    assert use_of(series).startswith("Please do not call 68 a record: 2015/16 ")
    page = about({2015: Cell.missing(why), 2016: 48, 2017: 68})
    assert page.record_detail.startswith("We cannot call it a record: ")
    assert "2015/16" in page.record_detail
