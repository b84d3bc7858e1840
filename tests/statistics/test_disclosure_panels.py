"""Panels as a release has them: forces, categories and years, with every total made of them."""

import highspy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offences.statistics.disclosure import Item, Sum, Table, disclosed, protect
from tests.statistics.disclosure_worlds import small

NATIONS = ("england", "wales", "scotland")
SAMPLE = 12


def panel(rng, forces, categories, years, *, nations, over_years, totals_shown, typical):
    """Forces by categories by years, each with its total; nations, all together, and all years.

    National figures are always shown, those of single nations may be hidden.
    """
    places = {n: (n if nations and n < 2 else 0) for n in range(forces)}
    size = [rng.lognormvariate(0, 0.7) for _ in range(forces)]
    share = [rng.lognormvariate(typical, 1.4) for _ in range(categories)]
    items, sums = {}, []

    def add(whole, parts, *, shown):
        n = sum(items[part].low for part in parts)
        items[whole] = Item(n, n, must_show=shown, must_hide=not shown and n < 5)
        sums.append(Sum(whole, tuple(parts)))

    for year in range(years):
        for force in range(forces):
            for category in range(categories):
                n = int(rng.expovariate(1) * size[force] * share[category])
                items[force, year, category] = Item(n, n, must_hide=n < 5)
            parts = [(force, year, c) for c in range(categories)]
            add((force, year, "all"), parts, shown=totals_shown)
        for category in [*range(categories), "all"]:
            shares = []
            for place in sorted(set(places.values())):
                parts = [(f, year, category) for f in range(forces) if places[f] == place]
                add((NATIONS[place], year, category), parts, shown=category == "all")
                shares.append((NATIONS[place], year, category))
            add(("all", year, category), shares, shown=True)
    for whom in [*range(forces), "all"] if over_years else []:
        for category in [*range(categories), "all"]:
            parts = [(whom, year, category) for year in range(years)]
            add((whom, "years", category), parts, shown=whom == "all" or category == "all")
    return Table(items, tuple(sums))


class Attacker:
    """Somebody with a solver who knows what is public: another program than the one tested."""

    def __init__(self, table, hidden):
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        self.cells = {}
        for key in sorted(table.items, key=repr):
            item = table.items[key]
            low, high = (0, None) if key in hidden else (item.low, item.high)
            upper = highspy.kHighsInf if high is None else high
            self.cells[key] = solver.addVariable(lb=low, ub=upper)
        for sum_ in table.sums:
            solver.addConstr(
                solver.qsum(self.cells[part] for part in sum_.parts) == self.cells[sum_.whole]
            )
        self.solver = solver

    def range(self, key):
        ends = []
        for ask in (self.solver.minimize, self.solver.maximize):
            ask(self.cells[key])
            status = self.solver.getModelStatus()
            endless = status in (
                highspy.HighsModelStatus.kUnbounded,
                highspy.HighsModelStatus.kUnboundedOrInfeasible,
            )
            ends.append(float("inf") if endless else self.solver.getObjectiveValue())
        return ends


def check(table, rng, threshold=5):
    """Nothing is disclosed, by the engine's own attack and by another."""
    found = protect(table, threshold)
    everything = {key for key, item in table.items.items() if not item.must_show}
    nought = small(table) - found.hidden
    assert found.open == disclosed(table, found.hidden, threshold) == ()
    assert found.hidden <= everything
    stranger, widest = Attacker(table, found.hidden), Attacker(table, everything)
    assert all(widest.range(key)[1] == pytest.approx(0) for key in sorted(nought, key=repr)[:3])
    hidden = sorted(found.hidden, key=repr)
    for key in rng.sample(hidden, min(SAMPLE, len(hidden))):
        low, high = stranger.range(key)
        if table.items[key].may_be_small(threshold):
            assert low == pytest.approx(0)
        if high - low < threshold - 1 - 1e-6:
            assert (low, high) == pytest.approx((0, widest.range(key)[1]))
    return found


@settings(max_examples=8)
@given(
    rng=st.randoms(use_true_random=False),
    forces=st.integers(2, 44),
    categories=st.integers(2, 20),
    years=st.integers(1, 3),
    nations=st.booleans(),
    totals_shown=st.booleans(),
    typical=st.floats(-1, 3),
)
def test_no_count_of_a_panel_can_be_worked_out(
    rng, forces, categories, years, nations, totals_shown, typical
):
    table = panel(
        rng,
        forces,
        categories,
        years,
        nations=nations,
        over_years=False,
        totals_shown=totals_shown,
        typical=typical,
    )
    check(table, rng)
