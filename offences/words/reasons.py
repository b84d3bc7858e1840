"""Why a figure is missing or does not compare: one table, for every page, file and draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences import english
from offences.statistics.cells import MAY_BE_ZERO, Missing
from offences.statistics.series import Gap
from offences.statistics.years import Year
from offences.words import text_table

_THIRD = {"have": "has", "do": "does"}


@dataclass(frozen=True)
class Voice:
    """The speaker of a sentence, with the verb that agrees."""

    who: str
    whose: str
    is_plural: bool = True

    def says(self, verb: str) -> str:
        """The speaker and a verb, for the middle of a sentence: “we give”, “the charity gives”."""
        return f"{self.who} {verb if self.is_plural else _THIRD.get(verb, f'{verb}s')}"

    def starts(self, verb: str) -> str:
        """The same at the start of a sentence: “We give”, “The charity gives”."""
        return english.sentence(self.says(verb))


def voice_of(charity: str) -> Voice:
    """A charity as the speaker, by its name in the middle of a sentence: “the Harbour Trust”."""
    return Voice(charity, f"{charity}’s", is_plural=False)


WE = Voice("we", "our")
CHARITY = voice_of("the charity")


def release_voice(number: int) -> Voice:
    """One release as the speaker: “release 2 holds no figure”, whatever a later one holds."""
    return Voice(f"release {number}", f"release {number}’s", is_plural=False)


@dataclass(frozen=True)
class Absence:
    """One reason, as each place says it."""

    short: str  # in a table, or in brackets: “no answer”
    predicate: str  # after its years: “2015/16 had no answer”
    sentence: str  # what the force did, or what is known of it
    heading: str  # in place of a figure, at the head of a force's page


_TEXTS = text_table("reasons")
ABSENCES = {
    why: Absence(
        _TEXTS[why],
        _TEXTS[f"{why}.predicate"],
        _TEXTS[f"{why}.sentence"],
        _TEXTS.get(f"{why}.heading", "No figure{of} for {year}"),
    )
    for why in Missing
}
"""The words of each reason. Only a refusal is called “refused”."""


def short(why: Missing | None, section: str = "") -> str:
    """The reason in a table: “no answer”, “refused, s.12”."""
    words = ABSENCES[why or Missing.NOT_AVAILABLE].short
    return f"{words}, {section}" if section and why is Missing.REFUSED else words


def predicate(why: Missing | None, *, many: bool = False, voice: Voice = WE) -> str:
    """The reason after its year: “is not in our records”, “are not in our records”."""
    verbs = {"is": "are", "was": "were", "has": "have"}
    words = ABSENCES[why or Missing.NOT_AVAILABLE].predicate
    return words.format(whose=voice.whose, **(verbs if many else {verb: verb for verb in verbs}))


def phrase(
    why: Missing | None,
    force: str = "the force",
    year: Year | None = None,
    voice: Voice = WE,
    of: str = "",
) -> str:
    """What is known of the force, as a sentence without its full stop.

    `force` is its name in the middle of a sentence; with no year the figure itself is meant. `of`
    is what is counted: away from its table an absence names it, for there may be other figures.
    """
    return english.sentence(
        ABSENCES[why or Missing.NOT_AVAILABLE].sentence.format(
            force=force,
            year=year or "it",
            for_year=f" for {year}" if year else "",
            of=f" of {of}" if of else "",
            we_have=voice.says("have"),
        )
    )


def sentence(
    why: Missing | None,
    force: str = "the force",
    year: Year | None = None,
    voice: Voice = WE,
    of: str = "",
) -> str:
    """What is known of the force: “Kent Police did not answer for 2018/19.”"""
    return f"{phrase(why, force, year, voice, of)}."


def heading(why: Missing | None, year: Year, of: str) -> str:
    """The heading in place of a figure: “No answer for 2018/19.”"""
    words = ABSENCES[why or Missing.NOT_AVAILABLE].heading
    return f"{words.format(year=year, of=f' of {of}')}."


def hidden(force: str, year: Year, of: str) -> str:
    """That the release hides a number, without a word of what it may be."""
    words = f"how many {of} {force} recorded in {year} is not shown"
    return f"{english.sentence(words)}: the number is small or protects small ones."


def not_zero(why: Missing | None) -> str:
    """What follows the reason, so that nobody reads it as zero; nothing if it may be zero."""
    if why in MAY_BE_ZERO:
        return ""
    if why is Missing.NOT_IN_RECORDS:
        return "That is neither zero nor a refusal."
    return "That does not mean zero."


def gap_reason(gap: Gap, voice: Voice = WE) -> str:
    """Why a year cannot be compared: “we do not have it”, “2017/18 covers six months only”."""
    many = len(gap.years) > 1
    if gap.why is Missing.NOT_IN_RECORDS and voice is WE:
        return f"we do not have {in_a_row(gap.years)}"
    if gap.is_missing:
        words = predicate(gap.why, many=many, voice=voice)
    elif gap.months:
        words = f"cover{'' if many else 's'} {english.months(gap.months)} only"
    else:
        words = f"{'are' if many else 'is'} in doubt"
    return f"{in_a_row(gap.years)} {words}"


def were_revised(years: Sequence[Year], percent: int) -> str:
    """That years were revised by much: “2015/16 was revised by 10% or more”."""
    verb = "was" if len(years) == 1 else "were"
    return f"{in_a_row(years)} {verb} revised by {percent}% or more"


def not_here(later: Sequence[Year]) -> str:
    """That later figures exist: “figures for 2019/20 were published and are not here”."""
    return f"figures for {in_a_row(later)} were published and are not here"


def skipped_years(gaps: Sequence[Gap]) -> list[str]:
    """Why the years between the two compared are passed over."""
    lost = [year for gap in gaps if gap.is_missing and not gap.may_be_zero for year in gap.years]
    sentences = [f"There is no figure for {in_a_row(lost, 'or')} to compare with."] if lost else []
    for gap in gaps:
        many = len(gap.years) > 1
        noun = f"The figure{'s' if many else ''} for"
        if gap.may_be_zero:
            sentences.append(f"{noun} {gap_reason(gap)}.")
        elif not gap.is_missing:
            verb = ("are " if many else "is ") if gap.months else ""
            sentences.append(f"{noun} {gap_reason(gap)} and {verb}not compared with.")
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
    return english.and_list(words, word)
