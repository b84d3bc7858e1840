"""Tables whose title, corner or sheet says that their numbers are no counts by year."""

from collections.abc import Iterable, Iterator

from offences.returns.checks.online_or_all import column_of_all, years_of_all, years_of_rows
from offences.returns.checks.yes_or_no import counts_of_no, plain_words
from offences.returns.labels.accused_words import names_accused
from offences.returns.labels.changing_words import BY_CHILDREN
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.no_counts import (
    is_of_other_quantity,
    is_plainly_no_count,
    names_moment,
    names_multiple,
    names_no_counts,
    names_other_year,
    names_share,
    names_time_of_crime,
)
from offences.returns.labels.quoted_requests import is_of_request
from offences.returns.labels.scope_words import names_more_than_victims
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Position, Problem, SheetRow, Table

OF_OTHERS = "Are these the counts that were asked for?"


def _without_year(text: str) -> str:
    year = parse_year(text)
    return year.rest if year and year.label and not year.part else ""


def _is_quantity(text: str) -> bool:
    return is_of_other_quantity(text) and not ("%" in text and not names_share(text))


def of_other_counts(
    table: Table, lines: Iterable[SheetRow], asked: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """Ask about the lines above a table, its sheet's name and its headings.

    Of a column it may be `asked` already whether it has counts or shares.
    """
    sheet, start = table.sheet, table.range().partition(":")[0]
    counted = table.columns_of_counts()
    left = table.excluded.keys()
    headings = {(row.number, c): text for row in table.header for c, text in row.cells.items()}
    corners = {at: t for at, t in headings.items() if at[1] not in counted and at[1] not in left}
    # The lines of a page have no row of their own.
    above = [((line.number, min(line.cells)), line.text) for line in lines]
    found: dict[str, Position] = {}
    for at, text in corners.items():
        if names_moment(text):
            found[f"“{text[:100]}”: were these crimes recorded in the year of each day?"] = at
        elif is_plainly_no_count(text):
            found[f"“{text[:100]}” is the heading of these rows. Are their numbers counts?"] = at
    for at, text in headings.items():
        is_read = at[1] in left or names_accused(text)  # which is asked about elsewhere
        more = names_more_than_victims(text) or (at in corners and BY_CHILDREN.search(text))
        if more and not is_read:
            found[f"“{text[:100]}” is a heading here. {OF_OTHERS}"] = at
    quoted = " ".join(each.message for each in asked)
    over = [*above, ((0, 0), sheet.name)]
    named = [(at, t) for at, t in over if names_no_counts(t) or _is_quantity(_without_year(t))]
    of_counts = [(at, t) for at, t in headings.items() if at not in corners and at[1] not in left]
    named += [(at, t) for at, t in headings.items() if names_multiple(t) and at[1] not in left]
    shares = ((at, t) for at, t in (*over, *of_counts) if names_share(t) and f"“{t}" not in quoted)
    for at, text in (*named, *shares):
        found[f"“{text[:100]}” is over this table. {OF_OTHERS}"] = at
    for at, text in (*over, *headings.items()):
        said = in_fewer_words(text)
        of_crime = names_time_of_crime(said) and not is_of_request(text)
        if (of_crime or names_other_year(said)) and at[1] not in left:
            found[f"“{text[:100]}”: was each crime recorded then?"] = at
    labels = [column for column in table.columns() if column not in counted]
    found |= {why: at for at, why in (*years_of_all(dict(of_counts)), *column_of_all(table, lines))}
    found |= {why: at for at, why in years_of_rows(table, labels)}
    found |= {why: at for at, why in (*plain_words(table), *counts_of_no(table))}
    for why, at in found.items():
        yield Problem(sheet.name, sheet.address(*at) if at[0] > 0 else start, why, stops=True)
