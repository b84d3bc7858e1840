"""Releases in a row hide at most half as much again as each would alone, and nothing is told."""

import pytest

from offences.statistics.cells import HIDDEN
from tests.releases.subtracting import Reader
from tests.samples import sampled
from tools.bench.losses import Loss, losses
from tools.bench.made_series import KINDS, THRESHOLD, Series

SEEDS = {"merged": 1}  # else bands that replace ages are refused
ALL = [Series(kind, releases, SEEDS.get(kind, 0)) for kind in KINDS for releases in (2, 3)]
SAMPLE = [each for each in ALL if each.releases == 2 and each.kind in ("late", "mixed")]


@pytest.mark.parametrize("series", sampled(ALL, SAMPLE), ids=str)
def test_releases_in_a_row_lose_at_most_half_as_much_again_and_tell_no_change(series):
    published, found = zip(*losses(series), strict=True)
    assert len(found) > 1
    assert Loss.sum(found).ratio <= 1.5
    assert max(each.ratio for each in found) <= 1.5
    tables = {made.table.number: made.table for made in published}
    editions = {made.table.number: made.editions for made in published}
    seen = shown(tables, lambda key, r: r == HIDDEN)
    stranger = Reader(seen, editions)
    freest = Reader(shown(tables, lambda key, r: r == HIDDEN or is_part(key)), editions)

    def known(what):
        """What the releases before it had told of the same number, an age of a band perhaps."""
        *_, number, key = what
        before = Reader({n: figures for n, figures in seen.items() if n < number}, editions)
        return before.of_edition(key, editions[number].get(key.body, 0))

    for what, ends in stranger.numbers_and_changes():
        *earlier, number, key = what
        true = tables[number].truth[key].low - sum(tables[n].truth[key].low for n in earlier)
        if not is_safe(ends, true):
            assert ends in ((freest.change if earlier else freest.number)(*what), known(what))


def is_part(key):
    return key.kind == "force" and bool(key.breakdown)


def shown(tables, is_hidden):
    return {
        number: {key: None if is_hidden(key, r) else r.low for key, r in table.ranges.items()}
        for number, table in tables.items()
    }


def is_safe(ends, true):
    """Several numbers are possible; zero too, unless it is large."""
    low, high = ends
    return high - low >= THRESHOLD - 1 and (low <= 0 <= high or abs(true) >= THRESHOLD)


def test_the_loss_of_a_series_is_of_all_that_its_releases_hide():
    loss = Loss.sum([Loss(12, 10, 2, 0), Loss(18, 10, 8, 5)])
    assert (loss.ratio, loss.ratio_of_others) == (1.5, 2)
    assert Loss.sum([]).ratio == 0
