"""What releases in a row lose more than each would alone: numbers hidden beside numbers hidden.

The *loss* of a release is how many numbers it hides: those that are small or of young children, and
those that are hidden to protect them or what they changed by, sums over all forces among them. It
is compared with what the same release would hide if there were no other, with the same program: the
*ratio*. That of a series is of the sums over its releases. A release that is refused loses nothing
and is in neither. Two, three and five releases in a row, for each kind of event and for all mixed.

The second ratio is of the numbers that need not be hidden themselves, and were, to protect others.
It may be above 1.5 where nothing hides less: a small force that answers late is the difference of
two sums over all forces, so each sum in which its number has to be hidden is hidden with it.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median, quantiles

from tools.bench.releases import set_up

TIMES = 1.5
NUMBERS = (2, 3, 5)
SERIES = 3  # of each kind and number of releases


@dataclass(frozen=True)
class Loss:
    """What one release hides, and would hide alone; of both, how many need not be hidden."""

    hidden: int
    alone: int
    others: int
    others_alone: int

    @classmethod
    def sum(cls, losses: Iterable["Loss"]) -> "Loss":
        every = [(x.hidden, x.alone, x.others, x.others_alone) for x in losses]
        return cls(*map(sum, zip(*every, strict=True))) if every else cls(0, 0, 0, 0)

    @property
    def ratio(self) -> float:
        return self.hidden / max(1, self.alone)

    @property
    def ratio_of_others(self) -> float:
        return self.others / max(1, self.others_alone)


def main() -> int:
    set_up()
    return measure()


def measure() -> int:
    """Print the ratios; 0 only if no series lost more than is wanted."""
    from tools.bench.made_series import KINDS, Series
    from tools.bench.short import many

    of_series, of_releases = list[Loss](), list[Loss]()
    for kind in KINDS:
        own = []
        for releases in NUMBERS:
            for seed in range(many(SERIES, 1)):
                found = [each for _, each in losses(Series(kind, releases, seed))]
                own.append(Loss.sum(found))
                of_releases += found[1:]
        of_series += own
        print(f"  {kind:<13} {_in_words(Loss.sum(own))}", flush=True)
    for what, found in (("series", of_series), ("releases", of_releases)):
        print(f"  of {len(found)} {what}:")
        print(f"    all hidden numbers    {_spread([each.ratio for each in found])}")
        print(f"    hidden for others     {_spread([each.ratio_of_others for each in found])}")
    worst = max(each.ratio for each in of_series)
    print(f"  worst series {worst:.2f} (wanted: at most {TIMES})")
    return 0 if worst <= TIMES else 1


def losses(series: Iterable) -> Iterator[tuple[object, Loss]]:
    """Each release of a series as it is published, with what it lost; none that is refused."""
    from offences.disclosure import protect
    from offences.refused import Refused
    from offences.releases import deciding
    from offences.releases.all_releases import AllReleases
    from offences.statistics.cells import HIDDEN
    from tools.bench.made_series import THRESHOLD, items_of

    public: list = []
    for made in series:
        table, items = made.table, items_of(made.table)
        try:
            known, chosen = deciding.decided(
                AllReleases(public, table, items), THRESHOLD, table.number, lambda done, of: None
            )
        except Refused:
            continue
        if known.new_among(chosen.open, THRESHOLD):
            continue
        alone = protect(AllReleases([], table, items).table, THRESHOLD).hidden
        must = {key for key, item in items.items() if item.must_hide}
        sets = chosen.hidden, alone, chosen.hidden - must, alone - must
        shown = {key: HIDDEN if key in chosen.hidden else r for key, r in table.ranges.items()}
        public.append(replace(table, ranges=shown))
        yield replace(made, table=public[-1]), Loss(*map(len, sets))


def _in_words(loss: Loss) -> str:
    return (
        f"{loss.hidden:5} hidden, alone {loss.alone:5}: {loss.ratio:.2f};  "
        f"for others {loss.others:4}, alone {loss.others_alone:4}: {loss.ratio_of_others:.2f}"
    )


def _spread(ratios: list[float]) -> str:
    tenths = quantiles(ratios, n=10, method="inclusive")
    return f"median {median(ratios):.2f}, 90 % {tenths[8]:.2f}, worst {max(ratios):.2f}"


if __name__ == "__main__":
    sys.exit(main())
