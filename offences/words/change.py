"""The opening sentence of a force, and its change since the year before, as claims allow."""

from dataclasses import dataclass

from offences.claims.claim import Claim, Claims
from offences.claims.thresholds import Thresholds
from offences.english import months, number, sentence
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.words.cells import in_sentence, is_single
from offences.words.claims import note
from offences.words.reasons import WE, Voice

PAIR = "latest_vs_previous"

_CHANGES = (  # the claim, the words with a number to start from, and those without one
    ("rise", "up from {old} in {year}", "up on {year}"),
    ("fall", "down from {old} in {year}", "down on {year}"),
    ("little_changed", "little changed from {old} in {year}", ""),
    ("unchanged", "the same as in {year}", ""),
    ("from_none", "up from none in {year}", ""),
)


def change(may: Claims) -> str:
    """The change on the nearest earlier year, in the middle of a sentence; empty if none may be
    said: “up from 48 in 2017/18”, “similar to the 48 of 2017/18”."""
    for kind, words, without_number in _CHANGES:
        claim = may.get((kind, PAIR))
        if claim is None:
            continue
        old, year = claim.figures.get("old"), claim.figures["old_year"]
        if old is None:
            return without_number.format(year=year)
        if is_within_chance(claim) and kind in {"rise", "fall"}:
            return f"similar to the {number(old)} of {year}"
        return words.format(old=number(old), year=year)
    return ""


def rise_or_fall(may: Claims) -> Claim | None:
    """The rise or fall on the nearest earlier year."""
    return may.get(("rise", PAIR)) or may.get(("fall", PAIR))


def earlier_year(may: Claims) -> Year | None:
    """The year that the change is measured from, where any change may be said."""
    found = next((claim for kind, *_ in _CHANGES if (claim := may.get((kind, PAIR)))), None)
    return Year.parse(str(found.figures["old_year"])) if found else None


def is_within_chance(claim: Claim) -> bool:
    return claim.figures.get("chance") == "within"


def percentage(may: Claims) -> str:
    """The change in per cent: “That is 42% more.” Never of one that chance alone can make."""
    claim, pair = may.get(("percent_change", PAIR)), rise_or_fall(may)
    if claim is None or pair is None or is_within_chance(pair):
        return ""
    more = "more" if pair.id == "rise" else "fewer"
    return f"That is {number(claim.figures['percent'])}% {more}."


def percentage_or_reason(
    may: Claims, thresholds: Thresholds, voice: Voice = WE, history: str = ""
) -> list[str]:
    """The change in per cent, or that none is given and why; with the caution about chance.

    `history` is what releases said of the earlier figure; a revision is then told in full.
    """
    pair = rise_or_fall(may)
    if pair is None:
        return []
    given, caution, old = percentage(may), note(pair), pair.figures.get("old")
    if pair.values["pair"].is_revised:
        why = f"{pair.figures['old_year']} was revised substantially"
        why += f": {history}" if history else ""
        none = f"{sentence(voice.says('give'))} no percentage, because the figure for {why}."
        return [caution, none] if caution else [none]
    if given:
        return [given, caution] if caution else [given]
    none = f"{sentence(voice.says('give'))} no percentage"
    if not caution and old is not None and old < thresholds.percent_base:
        return [f"{none}, because {number(old)} is too small to start from."]
    if not caution and (old is None or pair.figures.get("new") is None):
        return [f"{none}, because one of the two is known only as a range."]
    return [caution, f"{none}."] if caution else [f"{none}."]


@dataclass(frozen=True)
class Subject:
    """Whose figures, and of what, in the words that sentences need."""

    name: str  # at the start of a sentence: “Cambridgeshire Constabulary”
    short_name: str  # in the middle of one: “the Metropolitan Police”
    area: str  # the place: “Cambridgeshire”
    phrase: str  # “online sexual offences against under-18s”
    phrase_singular: str


@dataclass(frozen=True)
class Opening:
    """The first sentence on a force in its parts: “Essex Police recorded 68 …, up from 48 …”."""

    name: str
    figure: str  # “68 online sexual offences against under-18s”
    when: str  # “2018/19”, “six months of 2018/19”
    change: str  # “up from 48 in 2017/18”; empty if none may be said


def opening(subject: Subject, cell: Cell, year: Year, may: Claims) -> Opening:
    return Opening(
        subject.name,
        in_sentence(cell, subject.phrase_singular if is_single(cell) else subject.phrase),
        period(cell, year),
        change(may),
    )


def period(cell: Cell, year: Year) -> str:
    """What time a figure is for: “2018/19”, “six months of 2018/19”."""
    return f"{months(cell.months)} of {year}" if cell.months else year.label
