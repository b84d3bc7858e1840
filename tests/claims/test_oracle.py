"""What the gate says is traced with no finding; with one thing changed it is caught.

A sample; `make bench` runs the full space.
"""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from offences.claims.facts import AgeGroup, Ages, Facts, Share
from offences.claims.totals import OwnSum, facts_of_sum, facts_of_total
from offences.statistics.cells import Cell, Missing
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from offences.words.claims import sentence
from offences.words.notes import Asked
from offences.words.reasons import CHARITY
from offences.words.total_copy import sum_copy
from tests.claims.oracle import alarms, changes, findings, missed
from tests.claims.worlds import facts_of as series_of
from tests.claims.worlds import panel_of
from tests.words.releases import shared, written
from tests.words.test_page_sentences import total
from tests.words.test_record import draft, facts_of

LATEST = Year(2018)
counts = st.one_of(st.integers(0, 9), st.integers(0, 300))
cells = st.one_of(
    counts.map(Cell.count),
    counts.map(Cell.count),
    st.tuples(counts, counts).map(lambda c: Cell.count(c[0], previously=c[1])),
    counts.map(lambda n: Cell.count(n, provisional=True)),
    st.tuples(counts, st.integers(1, 20)).map(lambda c: Cell.suppressed(c[0], sum(c))),
    st.just(Cell.suppressed(1, 4)),
    st.just(Cell.suppressed(1, None)),
    st.tuples(counts, st.integers(1, 11)).map(lambda c: Cell.part_year(*c)),
    st.sampled_from(Missing).map(Cell.missing),
)
breaks = st.sampled_from([(), (), (), (Break(Year(2016), "a new code"),)])


def _series(found, changed=()):
    first = LATEST.start - len(found) + 1
    return Series({Year(first + n): cell for n, cell in enumerate(found)}, changed)


series = st.builds(_series, st.lists(cells, min_size=1, max_size=5), breaks)
ages = st.builds(
    lambda found, unknown: Ages(
        {AgeGroup(12 + n, 12 + n): Cell.count(n_of) for n, n_of in enumerate(found)},
        Cell.count(unknown),
    ),
    st.lists(st.integers(0, 60), min_size=2, max_size=6),
    st.integers(0, 200),
)
shares = st.builds(
    lambda a, b, rest, unknown: {"platform": Share(a + b + rest + unknown, a + b + rest, {"P": a})},
    *[counts] * 4,
)
more = {
    "ages": st.one_of(st.none(), ages),
    "shares": st.one_of(st.just({}), shares),
    "age_limits": st.sampled_from([(), (13,)]),
    "published_on": st.sampled_from([None, date(2019, 6, 25)]),
}
forces = st.builds(
    lambda series, **more: Facts("Northshire", "offences", LATEST, series=series, **more),
    series=series,
    scope=st.sampled_from(["force", "national"]),
    **more,
)
panels = st.builds(
    lambda found, silent, **more: Facts(
        "Wales",
        "offences",
        LATEST,
        panel=Panel(
            {f"{name}shire": each for name, each in zip("ABCD", found, strict=False)},
            len(found) + silent,
        ),
        **more,
    ),
    found=st.lists(st.builds(_series, st.lists(cells, min_size=3, max_size=3)), max_size=4).filter(
        len
    ),
    silent=st.integers(0, 2),
    scope=st.sampled_from(["region", "national"]),
    nations=st.sampled_from([(), ("England", "Wales")]),
    **more,
)


@given(st.one_of(forces, panels))
def test_what_the_gate_allows_is_traced_with_no_finding(facts):
    for claim, figure in alarms(Evidence(facts)):
        raise AssertionError((sentence(claim), figure))


@given(st.one_of(forces, panels), st.randoms(use_true_random=False))
def test_one_digit_year_word_or_direction_changed_is_caught(facts, random):
    def some(found):
        return random.sample(found, min(4, len(found)))

    for claim, change in missed(Evidence(facts), some):
        raise AssertionError((sentence(claim), change))


def test_a_change_is_tried_at_every_place():
    kinds = [c.kind for c in changes("It doubled, up from 20 in 2016/17.", range(2015, 2018))]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "digit": 18,
        "label": 54,
        "year": 2,
        "trend": 11,
        "way": 1,
    }


# ---- drafts


totals = st.sampled_from(
    [
        (),
        (total(8224, with_figures=40, asked=44, year=LATEST),),
        (
            total(8224, with_figures=44, asked=44, year=LATEST),
            total(4042, with_figures=44, asked=44, year=Year(2015)),
        ),
        (total(12, with_figures=None, asked=None, in_records=None, year=LATEST),),
    ]
)


@given(st.lists(cells, min_size=4, max_size=4), totals, st.sampled_from([None, Asked(44, 31)]))
# "A rise from a number as small as ten is hard to measure; in 2015/16 there were 11."
@example([Cell.count(n) for n in (11, 0, 10, 100)], (), None)
def test_a_draft_traces_clean_from_headline_to_notes(found, printed, asked):
    story = draft(found, totals=printed, asked=asked, vintages={LATEST: "June 2019"})
    answered = [(31, 44)] if asked else []
    local = Evidence(facts_of(found), answered)
    national = Evidence(facts_of_total(printed[0], printed), answered) if printed else None
    text = f"{story.headline}\n\n{story.text}"
    assert not findings(text, local, national)


@given(st.lists(st.lists(counts, min_size=2, max_size=2), min_size=2, max_size=4))
def test_the_sum_of_all_forces_and_its_change_trace_clean(found):
    panel = Panel(
        {
            f"{name}shire": _series([Cell.count(n) for n in each])
            for name, each in zip("ABCD", found, strict=False)
        },
        len(found),
    )
    own = OwnSum(LATEST, panel.total(LATEST), "England and Wales", len(found), len(found))
    copy = sum_copy(own, facts_of_sum(own, panel, "offences"), "offences", CHARITY)
    facts = Facts(
        "England and Wales", "offences", LATEST, panel=panel, nations=("England", "Wales")
    )
    release = written(*shared(whole=copy, year=LATEST)) if copy else None
    for text in (release.headline, release.lead, release.trend) if release else ():
        assert not findings(text, facts), text


# ---- each change that the rules name, in one sentence each


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("68 offences", "86 offences"),
        ("up from 48", "down from 48"),
        ("48 in 2017/18", "48 in 2016/17"),
        ("up from 48 in 2017/18", "more than double the 48 in 2017/18"),
        ("offences in 2018/19", "offences in 2018/18"),
        ("offences in 2018/19", "offences in 2518/19"),
    ],
)
def test_a_sentence_is_right_and_with_one_thing_changed_is_not(said, instead):
    text = "Northshire recorded 68 offences in 2018/19, up from 48 in 2017/18."
    facts = series_of(41, 45, 48, 68)
    assert not findings(text, facts)
    assert findings(text.replace(said, instead), facts)


def test_a_sum_as_published_before_is_traced_where_one_of_its_forces_has_no_later_figure():
    found = {
        "Ashire": _series([Cell.count(3).with_flags(previously=1), Cell.count(5)]),
        "Bshire": _series([Cell.count(4).with_flags(previously=1), Cell.missing(Missing.NOT_HELD)]),
    }
    facts = Facts("Wales", "offences", LATEST, panel=Panel(found, 2))
    given = (
        "The 2017/18 figures for Ashire and Bshire were together {} in earlier releases and are "
        "now {}."
    )
    right, wrong = (trace(given.format(2, now), facts) for now in (7, 8))
    assert [f.verdict for f in right if f.kind == "count"] == ["traced", "traced"]
    assert [f.verdict for f in wrong if f.kind == "count"][-1] in ("mismatch", "untraced")


@pytest.mark.parametrize("link", ["compared with", "unchanged from", "the same as the"])
def test_no_year_is_compared_with_itself(link):
    facts = series_of(40, 45, 48, 48)
    said = f"Northshire recorded 48 offences in 2018/19, {link} 48 in {{}}."
    assert not findings(said.format("2017/18"), facts)
    assert findings(said.format("2018/19"), facts)


def test_a_year_that_is_little_changed_from_a_revised_one_is_no_correction():
    found = [Cell.count(54).with_flags(previously=77), Cell.count(53)]
    facts = Facts("Northshire", "offences", LATEST, series=_series(found))
    said = "Northshire recorded 53 offences in 2018/19, little changed from {} in 2017/18."
    assert not findings(said.format(54), Evidence(facts))
    assert findings(said.format(77), Evidence(facts))


def test_the_number_of_forces_is_no_total_that_another_is_measured_by():
    ranged, nothing = Cell.suppressed(1, 4), Cell.missing(Missing.NOT_HELD)
    found = {
        "Ashire": _series([Cell.count(0), ranged, nothing]),
        "Bshire": _series([Cell.count(1), Cell.count(0), Cell.count(0)]),
        "Cshire": _series([Cell.count(1), Cell.count(0), Cell.count(0)]),
        "Dshire": _series([Cell.count(1), Cell.count(4), Cell.count(5)]),
    }
    facts = Facts("Wales", "offences", LATEST, panel=Panel(found, 4))
    said = (
        "Wales recorded 5 offences in 2018/19 among the 3 forces with figures for both years, {} "
        "from 4 in 2017/18."
    )
    assert not findings(said.format("up"), Evidence(facts))
    assert findings(said.format("down"), Evidence(facts))


def test_a_joint_record_may_be_level_with_two_years():
    facts = series_of(0, 20, 20, 20)
    said = "Northshire recorded 20 offences in 2018/19, a joint record with 2016/17 and {}."
    assert not findings(said.format("2017/18"), facts)
    assert findings(said.format("2015/16"), facts)


@pytest.mark.parametrize(("of", "known"), [(6, 3), (9, 6), (3, 0), (9, 8)])
def test_a_range_is_compared_with_a_sum_whatever_else_has_the_number_of_its_ends(of, known):
    found = {
        "Ashire": _series([Cell.count(0), Cell.suppressed(1, 4)]),
        "Bshire": _series([Cell.count(0), Cell.count(2)]),
    }
    shares = {"platform": Share(of, known, {"P": 0})}
    facts = Facts("Wales", "offences", LATEST, panel=Panel(found, 2), shares=shares)
    said = "Wales recorded between 3 and 6 offences in 2018/19, compared with {} in 2017/18."
    assert not findings(said.format(0), facts)
    assert findings(said.format(1), facts)


def test_a_force_s_own_figure_is_traced_only_where_it_is_named():
    wales = panel_of({"Gwent": {"2017/18": 40, "2018/19": 70}, "Dyfed": {"2018/19": 60}})
    assert [f.verdict for f in trace("Gwent recorded 70 offences.", wales)] == ["traced"]
    assert [f.verdict for f in trace("One recorded 70 offences.", wales)][-1] == "untraced"


def test_those_whose_figures_were_revised_are_the_one_sum_that_is_given():
    found = {
        "Ashire": _series([Cell.count(7)]),
        "Bshire": _series([Cell.count(3).with_flags(previously=4)]),
        "Cshire": _series([Cell.count(5).with_flags(previously=9)]),
    }
    facts = Facts("Wales", "offences", LATEST, panel=Panel(found, 3))
    given = (
        "The 2018/19 figures for Bshire and Cshire were together {} in earlier releases and are "
        "now {}."
    )
    verdicts = {
        text: [each.verdict for each in trace(text, facts) if each.kind == "count"]
        for text in (given.format(13, 8), given.format(12, 8), given.format(13, 15))
    }
    assert [*verdicts.values()] == [
        ["traced", "traced"],
        ["mismatch", "traced"],
        ["traced", "mismatch"],
    ]
    other = "In 2018/19, Ashire and Bshire together recorded 8 offences."
    assert "traced" not in {f.verdict for f in trace(other, facts) if f.kind == "count"}
