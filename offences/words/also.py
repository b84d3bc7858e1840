"""What else is known of a force where a yearly figure is absent: each in a few words."""

from offences.english import counted, small_number
from offences.statistics.series import Series
from offences.words.cells import in_sentence, is_single
from offences.words.change import Subject, period


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
