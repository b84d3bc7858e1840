"""Figures in a text that could disclose a number that its release withholds."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from offences.english import small_number
from offences.models import Force, PressRelease, ReleasedCategory
from offences.press.basis import ReleaseFacts, basis_of, facts_of_release
from offences.refused import Refused
from offences.statistics.cells import State
from offences.tracing.finding.clauses import Passage
from offences.tracing.trace import Figure, trace

OTHER_WORDS = {
    "female": r"girls?|females?|wom[ae]n",
    "girls": r"girls?|females?|wom[ae]n",
    "male": r"boys?|males?|m[ae]n",
    "boys": r"boys?|males?|m[ae]n",
    "facebook": r"facebook|messenger",
    "x": r"twitter",
    "twitter": r"twitter",
}
"""By a category's name, how people write it."""

NUMBER = re.compile(
    r"\b(?:\d[\d,]*|none|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|couple|handful|dozen)\b",
    re.IGNORECASE,
)
"""A number that nothing says is a count: “on Facebook there were four”."""

HARMLESS = ("traced", "rounded", "exempt")
"""The verdicts on a figure that the release itself has, or that is about something else.

One that is exempt for no stated reason may be a count all the same: “only one of them”."""


type WithheldNumbers = tuple[re.Pattern[str], list[ReleasedCategory]]
"""The names of a force, and the categories whose number is withheld for it."""


def withheld_of(force: Force, whole: ReleaseFacts) -> WithheldNumbers:
    """The numbers that a release withholds for one force, in any year."""
    own = (f for f in whole.parts.get(force.slug, ()) if f.body_kind == "force")
    hidden = {(f.breakdown, f.category) for f in own if f.state == State.SUPPRESSED}
    names = {force.area, force.name, force.short_name} - {""}
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    categories = [each for each in whole.categories if (each.breakdown, each.category) in hidden]
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), categories


def find_disclosures(text: PressRelease) -> list[str]:
    """Possible disclosures of withheld numbers in a text, a sentence each."""
    whole = facts_of_release(text.release)
    if not whole.parts:
        return []
    try:
        basis = basis_of(whole, text.body, whole.year)
    except Refused:
        return []
    words = f"{text.headline}\n\n{text.text}"
    forces = {each.slug: each for each in Force.objects.all()}
    withheld = {slug: withheld_of(forces[slug], whole) for slug in whole.parts if slug in forces}
    figures = trace(words, *basis.checked_with)
    return list(dict.fromkeys(_disclosures(words, figures, withheld, text.body)))


def _disclosures(
    text: str, figures: Iterable[Figure], withheld: Mapping[str, WithheldNumbers], body: str
) -> Iterator[str]:
    """Each figure in one sentence with a category whose number is withheld.

    Figures of the release itself are fine. Another figure need not be the withheld number: “all but
    three were girls” discloses it as well, so none may be near such a word at all.
    """
    passage = Passage(text)
    for first, last in _suspects(text, list(figures)):
        start, end = passage.sentence_bounds(first)
        # The figure itself names nothing: “11” is no age in “11 cases”.
        beside = f"{text[start:first]} {text[last:end]}"
        for slug, (names, categories) in withheld.items():
            if slug != body and not names.search(beside):
                continue
            named = next((c for c in categories if _named(c).search(beside)), None)
            if named and not _is_the_name(named, text[start:end], first - start, last - start):
                yield (
                    f"“{text[first:last]}” is in one sentence with “{named.name}”, whose number "
                    "the release withholds: together they could identify a child. Remove it."
                )
                break


def _suspects(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """The figures that the release does not have, and numbers that may be counts."""
    for figure in figures:
        is_plain = figure.verdict == "exempt" and figure.fact in ("", "phrase with one")
        if is_plain or figure.verdict not in HARMLESS:
            yield figure.start, figure.end
    for match in NUMBER.finditer(text):
        if not any(f.start < match.end() and match.start() < f.end for f in figures):
            yield match.span()


def _is_the_name(category: ReleasedCategory, sentence: str, first: int, last: int) -> bool:
    """A number that is a part of the category’s own name: “aged 11”."""
    found = list(_named(category).finditer(sentence))
    return all(m.start() <= first and last <= m.end() for m in found) and bool(found)


@cache
def _words_for(name: str, ages: tuple[int, int] | None, unknown: bool) -> re.Pattern[str]:
    """The words for a category in a running text."""
    if ages is not None:
        years = range(ages[0], ages[1] + 1)
        each = "|".join(f"{age}|{small_number(age)}" for age in years)
        after = r"(?:[\s-]years?[\s-]olds?|\s+and\s+(?:under|younger))"
        return re.compile(
            rf"\b(?:aged?(?:\s+of)?\s+(?:{each})\b|(?:{each}){after}|(?:{each})\s+or\s+younger"
            rf"|(?:under|below)[\s-](?:the\s+age\s+of\s+)?"
            rf"(?:{'|'.join(f'{age + 1}s?|{small_number(age + 1)}' for age in years)})\b)",
            re.IGNORECASE,
        )
    if unknown:
        return re.compile(r"\b(?:not|un)[\s-]?(?:known|recorded)\b", re.IGNORECASE)
    words = OTHER_WORDS.get(name.casefold(), re.escape(name))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _named(category: ReleasedCategory) -> re.Pattern[str]:
    first, last = category.age_from, category.age_to
    ages = None if first is None or last is None else (first, last)
    return _words_for(category.name, ages, category.is_unknown)
