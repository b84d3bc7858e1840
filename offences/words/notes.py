"""The notes to editors: who answered, what was published before, what is missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from offences.claims.claim import Claim, Claims
from offences.claims.totals import OwnSum, Total
from offences.english import (
    and_list,
    counted,
    ended,
    not_asked,
    number,
    on_or_in,
    quantity,
    sentence,
)
from offences.statistics.cells import Missing
from offences.statistics.series import Break, Series, gaps_of, last_break
from offences.statistics.years import Year
from offences.words.cells import in_sentence, revision
from offences.words.change import rise_or_fall
from offences.words.national import all_forces, softness
from offences.words.reasons import CHARITY, Voice, gap_reason, in_a_row, skipped_years


@dataclass(frozen=True)
class Asked:
    """Whom the round asked, and what came of it. Names are for the middle of a sentence."""

    forces: int | None = None
    with_figures: int | None = None  # of these, how many gave a figure; None if not known
    silent: tuple[str, ...] = ()  # did not answer: “Dyfed-Powys Police”
    refused: tuple[str, ...] = ()
    late: tuple[str, ...] = ()  # have not answered yet
    read_from_print: bool = False  # known from a publication, not from the answers themselves


@dataclass(frozen=True)
class NationalNotes:
    """What the notes of every release of an event have in common."""

    year: Year
    asked: Asked
    of_asked: str  # “31 of the 44 forces”; empty where it is not known
    forces: str  # whom the letters went to: “44 police forces in England and Wales”
    definition: str
    changed: str  # the last change of definition, as a sentence
    answered: str  # who gave figures, and who is known not to have
    not_asked: str  # “Scotland was not asked”, without its full stop
    earlier: str  # when the nearest earlier total was published
    range: str = ""  # where our own sum lies, if a force withheld a small number
    softness: str = ""


def find(may: Claims, id: str, year: Year | None = None) -> Claim | None:
    found = (claim for (name, _), claim in may.items() if name == id)
    return next((c for c in found if year is None or c.subject == year.label), None)


def national_notes(
    published: Total | None,
    own: OwnSum | None,
    totals: Sequence[Total],
    asked: Asked,
    year: Year,
    definition: str,
    breaks: Sequence[Break] = (),
    voice: Voice = CHARITY,
) -> NationalNotes:
    """The notes on all forces together: on a published total, on our own sum, or on neither."""
    forces = published.asked if published and published.asked else asked.forces
    total = published or own
    where = f" in {published.area}" if published else ""
    return NationalNotes(
        year=year,
        asked=asked,
        of_asked=_of(asked.with_figures or 0, asked.forces) if asked.forces else "",
        forces=f"{counted(forces, 'police forces') if forces else 'police forces'}{where}",
        definition=" ".join(definition.split()),
        changed=definition_changed(breaks, year, voice),
        answered=" ".join(_who_answered(published, asked, voice)),
        not_asked=not_asked(total.nations if total else ()).rstrip("."),
        earlier=_earlier(published, totals, year) if published else "",
        range=quantity(own.total) if own and own.total.high and not own.total.is_exact else "",
        softness=softness(own) if own else "",
    )


def _who_answered(total: Total | None, asked: Asked, voice: Voice) -> list[str]:
    """How many gave figures, and who is known not to have: of the total, else of the release."""
    sentences = [*_coverage(total, asked, voice), *_without_figures(asked)]
    return sentences


def _coverage(total: Total | None, asked: Asked, voice: Voice) -> list[str]:
    if total and total.with_figures and total.asked:
        return [f"Figures came from {_of(total.with_figures, total.asked)} asked."]
    sentences = ["How many forces the total counts was not printed."] if total else []
    if asked.forces and asked.with_figures is not None:
        of = _of(asked.with_figures, asked.forces)
        ours = f"Figures from {of} asked are in {voice.whose} records."
        from_print = total or asked.read_from_print
        sentences.append(ours if from_print else f"Figures came from {of} asked.")
    return sentences


def _of(n: int, asked: int) -> str:
    if n == asked:
        return all_forces(asked).removesuffix(" asked")
    return f"{n} of the {counted(asked, 'forces')}"


def not_included(names: Collection[str], asked: Asked) -> str:
    """The forces that a total lacks, each with the reason where it is known."""
    unable = ", reported as unable to respond,"
    reasons = {
        unable if asked.read_from_print else ", which did not answer,": asked.silent,
        ", which refused to answer,": asked.refused,
        ", still to answer,": asked.late,
    }
    by_reason: dict[str, list[str]] = {}
    for name in sorted(names):
        why = next((words for words, forces in reasons.items() if name in forces), "")
        by_reason.setdefault(why, []).append(name)
    groups = " and ".join(f"{and_list(each)}{why}" for why, each in by_reason.items())
    return f"{sentence(groups)} {'is' if len(names) == 1 else 'are'} not included"


def _without_figures(asked: Asked) -> list[str]:
    """The forces without a figure, by the reason: silence, a refusal, or an answer to come."""
    unable = "{were} reported as unable to respond"
    by_words = {
        unable if asked.read_from_print else "did not answer": asked.silent,
        "refused to answer": asked.refused,
        "{have} not answered yet": asked.late,
    }
    verbs = {"were": "was", "have": "has"}, {"were": "were", "have": "have"}
    return [
        f"{sentence(and_list(names))} {words.format_map(verbs[len(names) > 1])}."
        for words, names in by_words.items()
        if names
    ]


def definition_changed(breaks: Sequence[Break], latest: Year, voice: Voice) -> str:
    """The last change of definition, for a page or a draft; empty where there is none."""
    changed = last_break(breaks, latest)
    if changed is None:
        return ""
    why = f": {ended(changed.why)}" if changed.why else "."
    compares = sentence(voice.says("compare"))
    return f"Counted in another way since {changed.year}{why} {compares} with no earlier year."


def newer_figures(year: Year, newest: Year) -> str:
    """The note that a newer release has figures of later years, or other ones of the same."""
    if newest > year:
        return "Figures of a later year have been published since."
    return "Corrected figures have been published since."


def remark_on(year: Year, remark: str) -> str:
    """A source's own caution about one figure, as a sentence."""
    return f"About the {year} figure: {ended(remark)}"


def _earlier(total: Total, totals: Sequence[Total], year: Year) -> str:
    """When the nearest earlier total of the same publication was reported."""
    same = [
        t
        for t in totals
        if (t.claim, t.kind, t.publication, t.area)
        == ("total", "total", total.publication, total.area)
        and t.year < year
    ]
    if not same:
        return ""
    nearest = max(same, key=lambda t: t.year)
    when = on_or_in(nearest.vintage)
    return f"The {number(nearest.value)} for {nearest.year} is as reported {when}."


def local_notes(
    series: Series,
    year: Year,
    may: Claims,
    vintages: Mapping[Year, str],
    voice: Voice,
    years: Collection[Year],
) -> list[str]:
    """Its own way of counting, the years that forbid a record, and what was not restated.

    `years` are those that the text names.
    """
    changed = last_break(series.breaks, year)
    own = [changed] if changed and changed.own else []  # a change for all is a note of its own
    sentences = [definition_changed(own, year, voice)] if own else []
    sentences += _no_record(series, year, may, voice)
    newest = vintages.get(year)
    for y in sorted(set(series.run(year)).intersection(years)):
        old = series.cell(y)
        figure = in_sentence(old) if not old.is_missing else ""
        said = []  # all of it in one sentence: two about one figure read as if they disagreed
        if newest and figure and vintages.get(y) not in (None, newest):
            said.append(f"was published {on_or_in(vintages[y])} and not restated since")
        if old.doubt and figure:
            said.append(f"is in doubt: {old.doubt}")
        if said:
            sentences.append(ended(f"The figure for {y}, {figure}, {', and '.join(said)}"))
        if old.is_revised:
            sentences.append(f"The figure for {y}, {figure}, was revised: {revision(old)}.")
    return sentences


def skipped_between(series: Series, year: Year, may: Claims) -> list[str]:
    """Why the years between the two compared have no figure to compare with."""
    pair = rise_or_fall(may)
    skipped = pair.figures.get("skipped_years", ()) if pair else ()
    return skipped_years([g for g in gaps_of(series, year) if g.years[0].label in skipped])


def _no_record(series: Series, year: Year, may: Claims, voice: Voice) -> list[str]:
    """The gaps that alone forbid a record."""
    gaps = gaps_of(series, year)
    if ("highest_available", "latest") not in may or not gaps:
        return []
    reasons = [
        f"no {in_a_row(gap.years, 'or')} figure is available"
        if gap.why is Missing.NOT_IN_RECORDS
        else gap_reason(gap, voice)
        for gap in gaps
    ]
    return [f"Please do not call {in_sentence(series.cell(year))} a record: {and_list(reasons)}."]
