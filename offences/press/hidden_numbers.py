"""Figures in a text that could disclose a number that its release hides."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from django.utils.text import slugify

from offences.claims.facts import Facts
from offences.models import Force, PressRelease, ReleasedCategory, ReleasedFigure
from offences.press.basis import NATIONAL, ReleaseFacts, basis_of, facts_of_release
from offences.refused import Refused
from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.tracing.evidence.category import age_category, category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Categories, Hiding, OfBody
from offences.words.charity import charity


def find_disclosures(text: PressRelease, whole: ReleaseFacts | None = None) -> list[str]:
    """Possible disclosures of hidden numbers in a text, a sentence each."""
    whole = whole or facts_of_release(text.release)
    bodies = list(_bodies(text, whole))
    if not any(hiding.hidden or hiding.years for _, hiding, _ in bodies):
        return []
    documents = [Evidence(facts) for facts in _facts_of(text, whole)]
    words = f"{text.headline}\n\n{text.text}"
    names = {c.name for c in whole.categories if not c.is_total and c.age_from is None}
    found = disclosures(words, documents, bodies, names)
    return list(dict.fromkeys(_sentence(words[start:end], named) for start, end, named in found))


def _bodies(text: PressRelease, whole: ReleaseFacts) -> Iterator[OfBody]:
    """The forces, the nations and all forces together, each with what is hidden of it."""
    years = defaultdict[tuple[str, str], set[Year]](set)
    for figure in whole.figures:
        if figure.is_hidden:
            years[figure.body_kind, figure.body].add(Year(figure.year))

    def hiding(kind: str, body: str) -> Hiding:
        return replace(hiding_of(body, whole, kind), years=frozenset(years[kind, body]))

    with_parts = {(f.body_kind, f.body) for of in whole.parts.values() for f in of}
    for kind, body in sorted(with_parts | years.keys()):
        if kind == "force" and body in whole.forces:
            yield _is_named(whole.forces[body]), hiding(kind, body), body == text.body
        elif kind == "nation":
            yield {body}.__contains__, hiding(kind, body), slugify(body) == text.body
        elif kind == "total":
            names = {body, "all forces"}
            yield names.__contains__, hiding(kind, body), text.body == NATIONAL


def _facts_of(text: PressRelease, whole: ReleaseFacts) -> list[Facts]:
    """The facts of a text; none but its place where the release has no figure of that place."""
    try:
        basis = basis_of(whole, text.body, whole.year, whole.forces)
    except Refused:
        return [Facts(text.place, whole.release.measure.phrase, whole.year)]
    return [each.facts for each in (basis.evidence, basis.national_evidence) if each]


def _sentence(figure: str, named: str) -> str:
    return (
        f"“{figure}” is said of “{named}”, or helps to work it out, and the release hides that "
        f"number: together they could identify a {charity().person}. Remove it."
    )


def hiding_of(body: str, whole: ReleaseFacts, kind: str = "force") -> Hiding:
    """The categories whose number a release hides for a body, in any year.

    Of all forces together few are hidden: not those of which the text's own year is shown.
    """
    own = [f for f in whole.parts.get(body, ()) if f.body_kind == kind]
    hidden = {(f.breakdown, f.category) for f in own if f.state == State.SUPPRESSED}
    if kind == "total":
        of_year = [f for f in own if f.year == whole.year.start and f.state == State.VALUE]
        hidden -= {(f.breakdown, f.category) for f in of_year}
    named = {
        (each.breakdown, each.category): named_as(each)
        for each in whole.categories
        if not each.is_total
    }
    shown: dict[Categories, set[int]] = {}
    for figure in own:
        place = (figure.breakdown, figure.category)
        if place not in named or place in hidden or figure.is_hidden:
            continue
        if figure.low is not None:
            shown.setdefault(named[place], set()).add(figure.low)
    return Hiding(
        frozenset(named[place] for place in hidden & named.keys()),
        {said: frozenset(numbers) for said, numbers in shown.items()},
        ranges=_ranges(own, {place: named[place] for place in hidden & named.keys()}),
        threshold=whole.release.disclosure.get("threshold", 0),
    )


def _ranges(
    figures: Iterable[ReleasedFigure], hidden: Mapping[tuple[str, str], Categories]
) -> dict[Categories, tuple[int, int]]:
    """The ranges that forces gave themselves, where one category has the same in every year."""
    found: dict[Categories, set[tuple[int, int]]] = {}
    for figure in figures:
        said = hidden.get((figure.breakdown, figure.category))
        if said and figure.state == State.SUPPRESSED:
            ends = (figure.low or 0, -1 if figure.high is None else figure.high)
            found.setdefault(said, set()).add(ends)
    return {said: min(ends) for said, ends in found.items() if len(ends) == 1 and min(ends)[1] >= 0}


def named_as(category: ReleasedCategory) -> Categories:
    """A category as texts name it: its ages, its sex, its name."""
    name = category.name.strip()
    found = {category_of_part(word) for word in re.findall(r"\w+", name)}
    said = {each for each in found if each.kind == "sex"}
    first, last = category.age_from, category.age_to
    if first is not None:
        said.add(age_category(first, 17 if last is None else last))
    if category.is_unknown:
        name = "not known"
    elif category.kind == "sex":
        name = "another sex"
    return frozenset(said or {category_of_part(name)})


def _is_named(force: Force) -> Callable[[str], bool]:
    """Whether a name is the force's, with or without "Police"."""
    names = {force.slug, force.area, force.name, force.short_name} - {""}
    names |= {re.sub(r"^the\s+|\s+(?:Police|Constabulary)$", "", name) for name in names}
    return names.__contains__
