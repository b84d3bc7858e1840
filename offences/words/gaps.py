"""Years that do not compare, each for what it is."""

from collections.abc import Sequence

from offences.claims.gaps import Gap
from offences.english import and_list, months
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.voice import WE, Voice


def reason(gap: Gap, voice: Voice = WE) -> str:
    """“2015/16 is not in our records”, “2017/18 covers six months only”."""
    many = len(gap.years) > 1
    if gap.is_missing:
        words = reasons.predicate(gap.why, many=many, voice=voice)
    elif gap.months:
        words = f"cover{'' if many else 's'} {months(gap.months)} only"
    else:
        words = f"{'are' if many else 'is'} in doubt"
    return f"{in_a_row(gap.years)} {words}"


def missing(years: Sequence[Year]) -> str:
    """“2015/16 is missing”, whatever the reason."""
    return f"{in_a_row(years)} {'is' if len(years) == 1 else 'are'} missing"


def skipped_years(gaps: Sequence[Gap]) -> list[str]:
    """Why the years between the two compared are passed over."""
    lost = [year for gap in gaps if gap.is_missing and not gap.may_be_zero for year in gap.years]
    sentences = [f"There is no figure for {in_a_row(lost, 'or')} to compare with."] if lost else []
    for gap in gaps:
        many = len(gap.years) > 1
        noun = f"The figure{'s' if many else ''} for"
        if gap.may_be_zero:
            sentences.append(f"{noun} {reason(gap)}.")
        elif not gap.is_missing:
            verb = ("are " if many else "is ") if gap.months else ""
            sentences.append(f"{noun} {reason(gap)} and {verb}not compared with.")
    return sentences


def in_a_row(years: Sequence[Year], word: str = "and") -> str:
    """Years in order, three or more in a row as “2010/11 to 2015/16”."""
    runs: list[list[Year]] = []
    for year in sorted(years):
        if runs and runs[-1][-1].next == year:
            runs[-1].append(year)
        else:
            runs.append([year])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [year.label for year in run]
    return and_list(words, word)
