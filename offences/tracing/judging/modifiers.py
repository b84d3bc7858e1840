"""How far "nearly", "more than", "about" and the like may be from a figure."""

from collections.abc import Callable
from fractions import Fraction

from offences.claims.coverage import grids
from offences.tracing.judging.judgement import Fit


def is_target(value: int, written: Fraction) -> bool:
    """A round number that a figure is nearly: the next above it on any of its grids.

    The gap is at most 2 below 100; else at most 3% of the figure and a quarter of the step.
    """
    if value < 20 or value % grids(value)[0] == 0:
        return False
    for step in grids(value):
        target = (value // step + 1) * step
        gap = target - value
        near = gap <= 2 if value < 100 else 100 * gap <= 3 * value and 4 * gap <= step
        if near and target == written:
            return True
    return False


def near(written: Fraction, value: int) -> Fit:
    """Judge "nearly": rounded to a target of the house rule, loose up to 10% short of it."""
    if is_target(value, written):
        return "rounded"
    if value < written:
        return "loose" if 10 * (written - value) <= written else ""
    return "mismatch" if 10 * value <= 11 * written else ""


def more_than(written: Fraction, value: int) -> Fit:
    """Judge "more than": rounded up to 8% above a figure of 20 or more, loose up to 25%."""
    if value > written:
        if value >= 20 and 100 * (value - written) <= 8 * written:
            return "rounded"
        return "loose" if 4 * (value - written) <= written else ""
    return "mismatch" if 10 * (written - value) <= written else ""


def about(written: Fraction, value: int) -> Fit:
    """Judge "about": rounded within 3% of the figure, loose within 10% or if it is the figure."""
    gap = abs(written - value)
    if gap == 0:
        return "loose"
    if 100 * gap <= 3 * value:
        return "rounded"
    return "loose" if 10 * gap <= value else ""


def at_least(written: Fraction, value: int) -> Fit:
    """Judge "at least": loose up to 25% below the figure, wrong up to 10% above it."""
    if written <= value:
        return "loose" if 4 * value <= 5 * written else ""
    return "mismatch" if 10 * (written - value) <= written else ""


def under(written: Fraction, value: int) -> Fit:
    """Judge "fewer than": loose up to a quarter above the figure, wrong from it down."""
    if value < written:
        return "loose" if 4 * written <= 5 * value else ""
    return "mismatch" if 10 * value <= 11 * written else ""


def at_most(written: Fraction, value: int) -> Fit:
    """Judge "no more than": as "fewer than", the number itself included."""
    return "loose" if value == written else under(written, value)


TESTS: dict[str, Callable[[Fraction, int], Fit]] = {
    "near": near,
    "over": more_than,
    "about": about,
    "at_least": at_least,
    "under": under,
    "at_most": at_most,
}
