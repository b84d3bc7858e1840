"""The charity's own years in sentences that were written of financial years."""

import re

from offences.statistics.years import (
    APRIL,
    JANUARY,
    MONTHS,
    Year,
    days_of_year,
    first_month,
    half_a_year,
    kind_of_year,
    months_of_year,
)

_LABEL = re.compile(r"\b([0-9]{4})/[0-9]{2}\b")


def in_our_years(text: str) -> str:
    """A fixed sentence of ours, written of financial years, as it is of the charity's years."""
    if first_month() == APRIL:
        return text
    year, end = Year(2018), Year(2018).ends_on
    for of_april, of_ours in (
        ("1 April to 31 March", days_of_year()),
        ("31 March", f"{end.day} {MONTHS[end.month - 1]}"),
        ("April to March", months_of_year()),
        ("Apr-Sep", half_a_year()),
        ("2018-04-01", year.starts_on.isoformat()),
        ("financial year", kind_of_year()),
    ):
        text = text.replace(of_april, of_ours)
    return _LABEL.sub(lambda found: Year(int(found[1])).label, text)


def in_full(year: Year) -> str:
    """A year with its kind: "the financial year 2018/19"; one from July is "the year 2018/19"."""
    kind = kind_of_year() if first_month() in (JANUARY, APRIL) else "year"
    return f"the {kind} {year}"
