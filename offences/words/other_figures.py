"""What else is known of a force: other figures, each in a few words, and every revision."""

from collections.abc import Iterable

from offences.english import counted, ended, sentence, small_number
from offences.statistics.cells import Cell
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words.cells import in_sentence, is_single, revision
from offences.words.change import Subject, period
from offences.words.revisions import corrected_unshown


def newest_figure(subject: Subject, series: Series) -> str:
    """The newest yearly figure: “98 offences in 2023/24, and figures for six earlier years”."""
    years = [y for y in series.cells if not series.cell(y).is_missing]
    if not years:
        return ""
    *earlier, newest = years
    cell = series.cell(newest)
    noun = subject.phrase_singular if is_single(cell) else subject.phrase
    words = f"{in_sentence(cell, noun)} in {period(cell, newest)}"
    words += " (in doubt)" if cell.doubt else ""
    if not earlier:
        return words
    if len(earlier) == 1:
        return f"{words}, and a figure for {earlier[0]}"
    return f"{words}, and figures for {small_number(len(earlier))} earlier years"


def recorded_figure(
    subject: Subject, value: int | None, as_written: str, when: str, doubt: str
) -> str:
    """A published total or statement: “128 offences, April 2017 to September 2018”."""
    if value is None:
        return f"a published statement on {subject.phrase} in {when}: “{as_written}”"
    words = f"{counted(value, subject.phrase)}, {when}"
    return f"{words} (in doubt)" if doubt else words


def revisions(
    points: Iterable[tuple[Year, Cell, str]], unshown: Iterable[tuple[Year, int]] = ()
) -> list[str]:
    """Every revision of a force's figures with its reason, newest year first; or that none is.

    `unshown` are the years of which a release corrects numbers that are not shown, with its number.
    """
    found = [
        ended(f"{year}: {revision(cell)}{f'. {sentence(why)}' if why else ''}")
        for year, cell, why in points
        if cell.is_revised
    ]
    found += [corrected_unshown(*each) for each in unshown]
    return found or ["Nothing has been revised."]
