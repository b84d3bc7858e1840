"""The words of the API: what its addresses give, and why one was not answered."""

from collections.abc import Sequence

from offences.english import and_list, ended

TITLE = "{}: released figures"
ABOUT = (
    "Every released figure with its source, or the reason why there is none. Read only, open to "
    "every origin, without a key. A missing figure is null and never zero: see marker and reason. "
    "Do not rank forces: {our differs}. Measures overlap: never add them."
)
MEASURES = "What is counted, each with its newest release"
FORCES = "Every force and comparable body, with its codes"
RELEASES = "Every public release, newest first"
FIGURES = "The figures of one release: the rows of figures.csv as objects"
ANSWERS = "How each force answered: the rows of answers.csv as objects"

COUNT = "How many rows there are on all pages."
MEASURE_ADDRESS = "The address of the measure."
RELEASE_NUMBER = "The number of the release. Ask for it to get the same rows once more."
OWN_ADDRESS = "Its address, by which other questions name it."
PAGE = "Which page, from 1."
PER_PAGE = "How many rows a page has, at most 1,000."
MEASURE = "The address of a measure, such as cyber-flagged. /measures lists them."
RELEASE = "The number of a release. Without it, the newest."
FORCE = "The address of a force, such as cambridgeshire. /forces lists them."
YEAR = "A year from April to March, such as 2018/19."
WHAT = "A count from a return, a sum of counts, or a kind of published figure."
WHOLE = "whole"
BREAKDOWN = "The address of a breakdown, or “whole” for figures that are not split."


def wrong(name: str, why: str) -> str:
    """A parameter that cannot be read."""
    return f"The parameter “{name}” is wrong or missing: {ended(why)}"


def unknown(name: str, known: Sequence[str]) -> str:
    return f"There is no parameter “{name[:40]}” here. There are {and_list(known)}."


def repeated_parameter(name: str) -> str:
    return f"The parameter “{name}” is there more than once. Ask once for each value."


def no_page(page: int, pages: int) -> str:
    return f"There is no page {page}. The last one is page {pages}."


def no_release(measure: str, number: int | None, known: Sequence[str]) -> str:
    if measure in known:
        return f"“{measure}” has no public release {number}. /releases lists them."
    names = f"There are {and_list(known)}." if known else "Nothing has been published yet."
    return f"There is no measure “{measure}” with a public release. {names}"


def withdrawn(number: int, reason: str) -> str:
    return f"Release {number} was withdrawn. {ended(reason)}"


def no_force(slug: str) -> str:
    return f"There is no force “{slug}”. /forces lists their addresses."


def no_breakdown(slug: str, known: Sequence[str]) -> str:
    names = and_list([*known, WHOLE])
    return f"There is no breakdown “{slug}” in this release. It has {names}."
