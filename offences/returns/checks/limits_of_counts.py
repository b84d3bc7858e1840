"""The least and the most that a count can be, as totals are compared with what they sum."""

from offences.returns.sheet import Observation

type Limits = tuple[int, int | None]  # the least and the most that it can be; None: nobody knows


def range_of(each: Observation) -> Limits:
    """The range of a cell: 12 is 12, “0-4” is 0 to 4, “*” at least 1; a refused one has none."""
    if each.value is not None:
        return each.value, each.value
    least = 1 if each.marker == "suppressed" else 0  # a zero is shown as 0
    return least if each.low is None else each.low, each.high


def overlap(one: Limits, other: Limits) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])


def format_limits(each: Limits) -> str:
    """12 · 24 to 60 · at least 24."""
    low, high = each
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
