"""A round in words: who was asked, how it ended, and what the charity reported."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from offences.claims.totals import Total
from offences.english import NATIONS, and_list, area, counted, number, on_or_in, sentence
from offences.foi_clock import section_number
from offences.statistics.years import Year
from offences.words import text_table
from offences.words.answers import GAVE_FIGURES
from offences.words.panels import forces


@dataclass(frozen=True)
class Ending:
    """One way in which a request ends: its outcomes, a heading and a sentence about it."""

    outcomes: frozenset[str]
    title: str
    lead: str


FIGURES = Ending(frozenset(GAVE_FIGURES), "Gave figures", "These forces answered with figures.")
_OTHERS = {
    "refused": ("Refused", "A force may refuse under the law, and says which part of it."),
    "no_response": (
        "Did not answer",
        "We have no answer from these forces. That does not mean zero.",
    ),
    "awaited": ("Not answered yet", "These forces had not answered when this was published."),
    "unknown": (
        "Not known",
        "We do not know whether these forces answered. That is neither zero nor a refusal.",
    ),
}
ENDINGS = (FIGURES, *(Ending(frozenset({each}), *words) for each, words in _OTHERS.items()))
NONE_KNOWN = "None that we know of"


def who_was_asked(asked: int | None, named: int) -> tuple[str, str]:
    """Who the charity asked, in the middle of a sentence; and what is not known of it."""
    known = f"We know {forces(named)} of them by name."
    if asked is None:
        return "police forces", f"How many it asked was not published. {known}"
    return forces(asked), known if named < asked else ""


@dataclass(frozen=True)
class Whom:
    """The forces that one round asked, all of them known by name."""

    round: str  # “2019”
    forces: frozenset[str]


MOST_NAMES = 6
"""How many forces are named; more are counted."""


def why_numbers_differ(
    asked: Sequence[Whom], names: Mapping[str, str], territorial: Mapping[str, str]
) -> str:
    """Why pages count 44, 46 and 48 forces, who was asked, and who is listed.

    `asked` are the rounds, oldest first; `names` all forces listed; `territorial` the nation of
    each territorial force.
    """
    parts, known = [], frozenset[str]()
    for each in asked:
        new, before = each.forces - known, len(known)
        if not new or not known <= each.forces:
            continue
        known = each.forces
        if before:
            who = _named(new, names)
            parts.append(f"In {each.round} it also asked {who}, which makes {number(len(known))}.")
            continue
        nations = {territorial.get(force, "") for force in known}
        of_nations = {force for force, nation in territorial.items() if nation in nations}
        is_all = len(known) > 1 and known == of_nations and nations <= NATIONS
        whom = f"the {forces(len(known))} of {area(nations)}" if is_all else forces(len(known))
        parts.append(f"In {each.round} the charity asked {whom}.")
    rest = names.keys() - known
    if not parts or not (rest or len(parts) > 1):
        return ""
    if rest:
        were = "was" if len(rest) == 1 else "were"
        total = number(len(known | rest))
        also = f"This site also lists {_named(rest, names)}"
        parts.append(f"{also}, which {were} not asked, so it has {total}.")
    return " ".join(parts)


def _named(slugs: Collection[str], names: Mapping[str, str]) -> str:
    if len(slugs) > MOST_NAMES:
        return f"{number(len(slugs))} others"
    return and_list(sorted(names.get(slug, slug) for slug in slugs))


def answer_detail(
    outcome: str,
    when: str = "",
    reason: str = "",
    reference: str = "",
    first_outcome: str = "",
    times: Sequence[str] = (),
    sections: Sequence[str] = (),
) -> str:
    """What is known of one answer: when, what was refused and why, under which reference.

    `times` are how long it took, and how often the force was late before; `sections` those under
    which it refused.

    `first_outcome` is how an earlier request to the same force ended, where there was one.
    """
    is_unexplained = outcome in {"refused", "no_response"} and not sections
    none_given = "The reason is not known" if is_unexplained else ""
    refused = "Refused" if outcome == "refused" else "A part was refused"
    several = "s" if len(sections) > 1 else ""
    found = (
        "Answered in part" if outcome == "part_answered" else "",
        sentence(on_or_in(when)) if when else "",
        *times,
        f"{refused} under section{several} {and_list(sections)}" if sections else "",
        f"The reason given: {reason.rstrip('.')}" if reason else none_given,
        f"Reference {reference}" if reference else "",
        f"This was a second request; the first: {first_outcome}" if first_outcome else "",
    )
    return " ".join(f"{each}." for each in found if each)


def time_in_words(days: int | None, late: int | None) -> str:
    """The time that an answer took: “In time, after 18 working days”."""
    if days is None:
        return ""
    after = f"after {_working_days(days)}"
    return f"Late by {_working_days(late)}, {after}" if late else f"In time, {after}"


def _working_days(n: int) -> str:
    return f"{number(n)} working day{'s' if n != 1 else ''}"


def how_often_late(late: int, known: int) -> str:
    """The number of rounds in which a force was late, of those whose dates are known."""
    if known < 2:
        return ""
    often = f"Late in {number(late)} of" if late else "Never late in"
    return f"{often} the {number(known)} rounds whose dates we know"


def times_in_short(late: int, known: int) -> str:
    """The answers that came in time, of those whose dates are known."""
    whose = (
        "one answer whose date we know" if known == 1 else f"{number(known)} whose dates we know"
    )
    return f"{number(known - late)} in time and {number(late)} late, of the {whose}"


_SECTIONS = text_table("sections")
SECTION_NAMED = re.compile(r"\bsection (\d+[A-Z]?(?:\(\w+\))*)")


def sections_in_words(sections: Iterable[str]) -> list[tuple[str, str]]:
    """Each section once, with what it means, in the order of the Act."""
    found = {number for each in sections if (number := section_number(each)) is not None}
    known = [each for each in sorted(found) if str(each) in _SECTIONS]
    return [(f"Section {each}", f"{sentence(_SECTIONS[str(each)])}.") for each in known]


def counted_in(total: Total) -> str:
    """How many forces a total counts: “40 of the 44”, “all 46”, “39”."""
    if total.is_of_all:
        return f"all {number(total.asked or 0)}"
    of = f" of the {number(total.asked)}" if total.asked else ""
    return f"{number(total.with_figures or 0)}{of}"


def counted_by_charity(total: Total) -> str:
    """How many forces the charity's own total counts, where we have another number of them."""
    return f"The charity’s total of {total.vintage} counts {counted_in(total)}."


def reported(total: Total, year: Year, by_name: int) -> str:
    """What the charity reported of a round, beside the forces that we know by name."""
    count = f"Figures for {year} from {counted_in(total)} forces asked, by its own count of"
    if by_name >= (total.with_figures or 0):
        return f"{count} {total.vintage}."
    known = f"We know {by_name or 'none'} of the {total.with_figures} by name"
    return f"{count} {total.vintage}. {known}; the others were not named."


def how_many_answered(total: Total | None) -> str:
    """The detail beside a link to a round: how many of the forces asked gave figures."""
    if total is None:
        return ""
    if total.is_of_all:
        who = "The one force" if total.asked == 1 else f"All {total.asked} forces"
        return f"{who} asked gave figures"
    return f"Figures from {total.with_figures} of the {total.asked} forces asked"


def who_reported(total: Total) -> str:
    """Which forces a published total rests on, as a sentence."""
    if total.asked is None:
        gave = f"Reported by {counted(total.with_figures or 0, 'forces')} in {total.area}"
        return f"{gave}. The report did not say how many were asked."
    all_of_them = "the one force" if total.asked == 1 else f"all {total.asked} forces"
    some = f"{total.with_figures} of the {total.asked} forces"
    who = all_of_them if total.is_of_all else some
    return f"Reported by {who} asked in {total.area}."
