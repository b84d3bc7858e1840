"""Findings about single figures that are new in a release."""

from collections.abc import Callable, Iterable

from offences.models import ReleasedFigure
from offences.releases.national_sums import why_not_summed
from offences.releases.screening.finding import (
    Finding,
    FindingItem,
    Key,
    ScreenedRelease,
    has_figure,
    value_of,
    warning,
)
from offences.statistics.cells import Missing
from offences.statistics.years import Year
from offences.trends import released_cell

BASE, TIMES = 20, 3  # below twenty, three times as many is chance

Question = Callable[[ReleasedFigure], bool]


def corrected(subject: ScreenedRelease) -> Iterable[Finding]:
    """Figures of the same round that the previous release had differently."""
    items = [
        subject.item(key, f"{value_of(before)}, now {value_of(now)}")
        for key, now in subject.counts.items()
        if (before := subject.previous.get(key))
        and before.round == now.round
        and has_figure(before)
        and has_figure(now)
        and (before.low, before.high, before.months) != (now.low, now.high, now.months)
    ]
    if items:
        yield warning(
            "corrected",
            f"{_number(items, 'figure is', 'figures are')} corrected against the release before, "
            "within the same round. Say what was wrong: readers see the change.",
            items,
        )


def jumps(subject: ScreenedRelease) -> Iterable[Finding]:
    """Figures over three times the year before, or under a third, from twenty on."""
    items = []
    for key, figure in subject.counts.items():
        before = (key[0], key[1] - 1)
        old = subject.counts.get(before)
        if old is None or not (subject.is_new(key) or subject.is_new(before)):
            continue
        one, two = released_cell(old), released_cell(figure)
        if not (one.is_comparable and two.is_comparable and one.range and two.range):
            continue
        if one.range.low < BASE:
            continue
        rise = one.range.high is not None and two.range.low > TIMES * one.range.high
        fall = two.range.high is not None and two.range.high * TIMES < one.range.low
        if rise or fall:
            items.append(subject.item(key, f"{value_of(figure)}, the year before {value_of(old)}"))
    if items:
        yield warning(
            "large change",
            f"{_number(items, 'figure is', 'figures are')} more than three times the year before, "
            "or less than a third. Say how it is known that it is no slip and no part of a year.",
            items,
        )


def refused(subject: ScreenedRelease) -> Iterable[Finding]:
    """No figure where there was one; or an older number is used after a refusal."""
    no = {Missing.REFUSED, Missing.BLANK, Missing.NOT_HELD, Missing.NOT_AVAILABLE}
    items = []
    for key, figure in subject.counts.items():
        if not subject.is_new(key):
            continue
        newest = next(iter(subject.vintages.get(key, ())), None)
        if has_figure(figure):
            if newest and newest.cell.why in no:
                items.append(
                    subject.item(key, f"{_reason(newest.cell.why)}; an older number is used")
                )
            continue
        was = [subject.previous.get(key), subject.counts.get((key[0], key[1] - 1))]
        if figure.why in no and any(map(has_figure, was)):
            items.append(subject.item(key, _reason(figure.why)))
    if items:
        yield warning(
            "no figure where there was one",
            f"{_number(items, 'answer has', 'answers have')} no figure where the force gave one "
            "before. Say whether it was asked why.",
            items,
        )


def in_doubt(subject: ScreenedRelease) -> Iterable[Finding]:
    if items := _items_of(subject, lambda f: bool(f.doubt), lambda f: f.doubt):
        yield warning(
            "in doubt",
            f"{_number(items, 'figure is', 'figures are')} in doubt: shown, and never compared. "
            "Say what was done to settle it.",
            items,
        )


def provisional(subject: ScreenedRelease) -> Iterable[Finding]:
    if items := _items_of(subject, lambda f: f.provisional or f.estimated):
        yield warning(
            "provisional or estimated",
            f"{_number(items, 'figure is', 'figures are')} provisional or estimated. Say that it "
            "can be published as such, or ask for the final one.",
            items,
        )


def derived(subject: ScreenedRelease) -> Iterable[Finding]:
    if items := _items_of(subject, lambda f: f.derived, value_of):
        yield warning(
            "derived total",
            f"{_number(items, 'total is', 'totals are')} derived: added up from a breakdown, for "
            "the force stated none. Say that the breakdown is whole.",
            items,
        )


def zeros(subject: ScreenedRelease) -> Iterable[Finding]:
    if items := _items_of(subject, lambda f: f.why == Missing.UNCONFIRMED_ZERO):
        yield warning(
            "zero unconfirmed",
            f"{_number(items, 'zero is', 'zeros are')} not confirmed, and therefore no figure. "
            "Ask a checker to confirm it, or say why it stays out.",
            items,
        )


def breaks(subject: ScreenedRelease) -> Iterable[Finding]:
    """Forces’ own breaks that readers see for the first time."""
    known = subject.earlier.breaks if subject.earlier else []
    items = [
        FindingItem(
            f"{subject.names.get(str(each['force']), each['force'])} since "
            f"{Year(int(str(each['year'])))}: {each['why']}"
        )
        for each in subject.snapshot.breaks
        if "force" in each and each not in known
    ]
    if items:
        yield warning(
            "counted in another way",
            f"{_number(items, 'force counts', 'forces count')} in another way than before, in its "
            "own words, which are published. Say that they are fit for readers.",
            items,
        )


def sums(subject: ScreenedRelease) -> Iterable[Finding]:
    """Years without a sum over all forces, and why."""
    snapshot = subject.snapshot
    reasons = why_not_summed(
        list(subject.counts.values()), snapshot.figures, snapshot.responses, subject.names
    )
    if items := [FindingItem(f"{Year(year)}: {why}") for year, why in reasons]:
        yield warning(
            "no sum",
            f"For {_number(items, 'year', 'years')} the forces’ figures are not added up. Say that "
            "the release goes without these sums, or settle the answers.",
            items,
        )


def _items_of(
    subject: ScreenedRelease, which: Question, words: Callable[[ReleasedFigure], str] = lambda f: ""
) -> list[FindingItem]:
    """The new figures of a kind, each with its words."""

    def is_of_kind(key: Key, figure: ReleasedFigure) -> bool:
        return which(figure) and subject.is_new(key)

    return [
        subject.item(key, words(figure))
        for key, figure in subject.counts.items()
        if is_of_kind(key, figure)
    ]


def _reason(why: str | None) -> str:
    return {
        Missing.REFUSED: "refused",
        Missing.BLANK: "left blank",
        Missing.NOT_HELD: "not held",
        Missing.NOT_AVAILABLE: "not available",
    }.get(Missing(why or Missing.BLANK), "")


def _number(items: list[FindingItem], one: str, many: str) -> str:
    return f"1 {one}" if len(items) == 1 else f"{len(items)} {many}"
