"""The words of a chart's picture: all that a reader needs who sees nothing else of the site."""

from collections.abc import Iterable, Mapping

from offences.claims.totals import OwnSum, Total, newest_total, sum_of
from offences.english import and_list, sentence
from offences.statistics.cells import Cell, Missing
from offences.statistics.notation import published
from offences.statistics.years import Year, months_of_year
from offences.words.cells import in_sentence, revision
from offences.words.charity import charity
from offences.words.panels import forces

NOT_OFFICIAL = "Not official statistics."
NOTHING = ("No figures have been published here yet.", "That does not mean zero.")
WITHDRAWN = "This release was withdrawn."
GONE = "Its figures are no longer shown."


def cautions() -> tuple[str, str]:
    return (
        f"{charity().one_is_not_one} Recorded that year does not mean it happened that year.",
        f"Do not compare forces: {charity().differs}.",
    )


def counted(phrase: str, by: str) -> str:
    """What is counted and by whom: “Online … under-18s, recorded by Northshire Police, …”."""
    return f"{sentence(phrase)}, recorded by {by}, {months_of_year()}"


def title(area: str, figure: str, when: str, what: str) -> str:
    """The title of the picture, for those who do not see it: “Northshire: 68 in 2018/19. …”"""
    return f"{area}: {figure} in {when}. {what}" if figure else f"{area}. {what}"


def coverage(year: Year, totals: tuple[Total, ...], sums: tuple[OwnSum, ...]) -> str:
    """How many forces gave figures: “For 2018/19, 40 of 44 forces asked gave figures.”"""
    known = sum_of(sums, year) or newest_total(totals, year)
    if known is None or not known.with_figures:
        return ""
    if not known.asked:
        gave = f"For {year}, {forces(known.with_figures)} gave figures"
        return f"{gave}; how many were asked was not published."
    if known.asked == 1:
        return f"For {year}, the one force asked gave figures."
    of = "all" if known.with_figures == known.asked else f"{known.with_figures} of"
    return f"For {year}, {of} {known.asked} forces asked gave figures."


def sources(names: Iterable[str], what: str) -> str:
    """Who published the figures, from what: “Source: Northshire Today, from answers to …”"""
    shown = list(dict.fromkeys(filter(None, names)))
    if not shown:
        return ""
    came = f", from {what}" if what else ""
    return f"{'Source' if len(shown) == 1 else 'Sources'}: {and_list(shown)}{came}."


def release(number: int, when: str) -> str:
    """The release that the figures are from: “Release 4, September 2020.”"""
    return f"Release {number}, {when}." if when else f"Release {number}."


def corrections(figures: Iterable[tuple[Year, Cell]]) -> list[str]:
    """Each revised figure: “The figure for 2018/19 was revised: 54 in release 3, 77 since …”"""
    return [
        f"The figure for {year} was revised: {revision(cell)}."
        for year, cell in figures
        if cell.is_revised
    ]


def changes(old: Mapping[Year, Cell], new: Mapping[Year, Cell]) -> list[str]:
    """What a newer release changed: “… is 54 here and 77 in the newest release.”"""
    found = []
    for year, cell in old.items():
        now = new.get(year, Cell.missing(Missing.NOT_IN_RECORDS))
        if not cell.is_missing and published(cell) != published(now):
            is_now = "gone from" if now.is_missing else f"{in_sentence(now)} in"
            here = f"The figure for {year} is {in_sentence(cell)} here"
            found.append(f"{here} and {is_now} the newest release.")
    return found


def preview(name: str, until: object) -> str:
    """What a picture says in a preview of a release."""
    return f"Preview for {name}. Not public until {until}. Do not pass on."
