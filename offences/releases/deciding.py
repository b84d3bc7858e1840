"""What to hide in a table: decided once, and for a large one by the worker, not by a page."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from django.core.cache import caches

from offences import disclosure
from offences.garbage import uncollected
from offences.refused import Refused
from offences.releases.all_releases import AllReleases, year_of
from offences.releases.parts import FigureKey
from offences.statistics.cells import Range

A_DAY = 24 * 60 * 60  # seconds
LARGE = 5_000
"""Tables with more counts take longer than a page should."""

type Report = Callable[[int, int], None]
"""How much is done, and of how much."""

_waits_for_worker: ContextVar[bool] = ContextVar("waits_for_worker", default=False)
"""True in code that does not compute what a large table hides itself: pages, not the worker."""


class HidingNotComputed(Exception):
    """What a large release hides is not computed yet, and a page does not wait for it."""

    def __init__(self, release: int) -> None:
        super().__init__(release)
        self.release = release


@contextmanager
def leaving_large_tables_to_worker() -> Iterator[None]:
    """Inside it what a large table hides is not computed: `HidingNotComputed` is raised.

    What the worker has decided is used as ever, and a small table is decided at once.
    """
    token = _waits_for_worker.set(True)
    try:
        yield
    finally:
        _waits_for_worker.reset(token)


@uncollected()
def decided(
    known: AllReleases, threshold: int, release: int, report: Report
) -> tuple[AllReleases, disclosure.Protected]:
    """What a release hides, and what that was decided on."""
    try:
        found = _safe_alone(known, threshold, release, report)
        more, years = known.hiding(found.hidden)
        if not years:
            return known, found
        _, redecided = decided(more.only(years), threshold, release, report)
        hidden = [key for key in found.hidden if year_of(key) not in years]
        left = [each for each in found.open if year_of(each.key) not in years]
        return more, disclosure.Protected(redecided.hidden.union(hidden), (*left, *redecided.open))
    except disclosure.Unsettled as late:
        why = "It was not settled in time what could be worked out from this release. "
        raise Refused(f"{why}Publish fewer of its breakdowns at once.") from late
    except disclosure.Contradiction as wrong:
        explained = known.with_unknown_changes(wrong)
        if explained is None:
            raise Refused(str(wrong)) from wrong
        return decided(explained, threshold, release, report)


def _safe_alone(
    known: AllReleases, threshold: int, release: int, report: Report
) -> disclosure.Protected:
    """What a release hides so that no number follows from it alone, whatever others show."""
    found = _decided(known.table, threshold, release, report)
    given = known.given_away_alone(found, threshold)
    if not given:
        return found
    years = {year_of(key) for key in given}  # the others are as they were decided
    again = _by_itself(known.only(years), given, threshold, release, report)
    hidden = [key for key in found.hidden if year_of(key) not in years]
    left = [each for each in found.open if year_of(each.key) not in years]
    return disclosure.Protected(again.hidden.union(hidden), (*left, *again.open))


def _by_itself(
    known: AllReleases, given: frozenset[FigureKey], threshold: int, release: int, report: Report
) -> disclosure.Protected:
    """The same where these numbers are protected in this release, even if older ones give them."""
    more, strict = given, known
    while more:
        strict = replace(strict, by_themselves=strict.by_themselves | more)
        found = _decided(strict.table, threshold, release, report)
        alone = known.given_away_alone(found, threshold)
        more = alone - strict.by_themselves
    # Nothing can help a number that earlier releases give away, unless this one does so as well.
    asked = disclosure.disclosed(known.table, found.hidden, threshold, found.seen)
    left = dict.fromkeys((*asked, *(each for each in found.open if each.key in alone)))
    return disclosure.Protected(found.hidden, tuple(left))


def _decided(
    table: disclosure.CountTable, threshold: int, release: int, report: Report
) -> disclosure.Protected:
    """What a table hides. It takes seconds, so the choice is cached."""
    key = f"hidden-{hashlib.sha256(_content(table, threshold).encode()).hexdigest()}"
    # The worker may be on another machine; small ones are not worth telling it.
    cache = caches["lasting" if len(table.items) > LARGE else "results"]
    found = _restored(table, cache.get(key))
    if found is None:
        if len(table.items) > LARGE and _waits_for_worker.get():
            raise HidingNotComputed(release)
        found = disclosure.protect(table, threshold, report)
        stored = _as_plain_values(found)
        if _restored(table, stored) == found:
            cache.set(key, stored, A_DAY)
    return found


def _content(table: disclosure.CountTable, threshold: int) -> str:
    """A table in words, the same in whatever order it was written; each count by its number."""
    in_order = sorted(table.names.values())
    number = {name: n for n, name in enumerate(in_order)}
    numbers = {key: number[name] for key, name in table.names.items()}

    def of(some: Iterable[disclosure.CountKey]) -> list[int | disclosure.CountKey]:
        return [numbers.get(key, key) for key in some]

    items = [(numbers[key], *vars(item).values()) for key, item in table.items.items()]
    sums = [(numbers[s.whole], of(s.parts), s.rest) for s in table.sums]
    known = [(of(k.parts), k.low, k.high, of(k.less), k.follows) for k in table.known]
    rows = (items, sums, known, [numbers[key] for key in table.changes])
    return repr([threshold, in_order, *(sorted(map(repr, each)) for each in rows)])


def _as_plain_values(found: disclosure.Protected) -> dict[str, list]:
    """A choice as JSON can store it, each count by its name in full."""
    disclosed = [
        (
            repr(d.key),
            isinstance(d.range, disclosure.ChangeRange),
            *vars(d.range).values(),
            d.reason,
        )
        for d in found.open
    ]
    return {"hidden": sorted(map(repr, found.hidden)), "open": disclosed}


def _restored(
    table: disclosure.CountTable, stored: dict[str, list] | None
) -> disclosure.Protected | None:
    """A choice as it was made of this table; None if none is stored."""
    if stored is None:
        return None
    keys = {name: key for key, name in table.names.items()}
    disclosed = (
        disclosure.Disclosed(
            keys.get(name, name),
            (disclosure.ChangeRange if is_change else Range)(low, high),
            reason,
        )
        for name, is_change, low, high, reason in stored["open"]
    )
    return disclosure.Protected(
        frozenset(keys[name] for name in stored["hidden"]), tuple(disclosed)
    )
