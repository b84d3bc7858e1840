"""Kinds of years: financial, calendar, and the charity's own where it is neither."""

from calendar import monthrange

from offences.statistics.years import APRIL, JANUARY, first_month


def own_kind() -> str:
    """The kind of the years that the charity asks for."""
    return {JANUARY: "calendar", APRIL: "financial"}.get(first_month(), "own")


def is_other_kind(kind: str | None) -> bool:
    """Whether a year is of a kind that the charity does not ask for."""
    return bool(kind) and kind != own_kind()


def kind_of_pair() -> str:
    """The kind of 2018/19, where nothing says more: the charity's, if it is labelled like that."""
    return "financial" if own_kind() == "calendar" else own_kind()


def kind_from(month: int) -> str:
    """The kind of the twelve months from one; empty if they are no year of any kind."""
    kinds = {JANUARY: "calendar", APRIL: "financial"} | {first_month(): own_kind()}
    return kinds.get(month, "")


def month_of_kind(kind: str) -> int | None:
    """The month in which years of a kind begin; None if it is no kind."""
    return {"financial": APRIL, "calendar": JANUARY, "own": first_month()}.get(kind)


def is_cut(first: int | None, last: int | None, month: tuple[int, int]) -> bool:
    """Whether days leave out some of the first month, or of the last: its year and number."""
    return (first or 1) > 1 or (last is not None and last < monthrange(*month)[1])
