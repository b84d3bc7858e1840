"""Figures in a text that could disclose a number that its release withholds."""

import re
from collections.abc import Callable

from offences.claims.facts import Facts
from offences.models import Force, PressRelease, ReleasedCategory
from offences.press.basis import ReleaseFacts, basis_of, facts_of_release
from offences.refused import Refused
from offences.statistics.cells import State
from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.withheld import Categories, Withheld, disclosures


def find_disclosures(text: PressRelease, whole: ReleaseFacts | None = None) -> list[str]:
    """Possible disclosures of withheld numbers in a text, a sentence each."""
    whole = whole or facts_of_release(text.release)
    if not whole.parts:
        return []
    documents = [Evidence(facts) for facts in _facts_of(text, whole)]
    words = f"{text.headline}\n\n{text.text}"
    forces = [
        (_is_named(force), withheld_of(force, whole), force.slug == text.body)
        for force in whole.forces.values()
        if force.slug in whole.parts
    ]
    names = {c.name for c in whole.categories if not c.is_total and c.age_from is None}
    found = disclosures(words, documents, forces, names)
    return list(dict.fromkeys(_sentence(words[start:end], named) for start, end, named in found))


def _facts_of(text: PressRelease, whole: ReleaseFacts) -> list[Facts]:
    """The facts of a text; none but its place where the release has no figure of that place."""
    try:
        facts, national = basis_of(whole, text.body, whole.year, whole.forces).checked_with
    except Refused:
        return [Facts(text.place, whole.release.measure.phrase, whole.year)]
    return [facts, national] if national else [facts]


def _sentence(figure: str, named: str) -> str:
    return (
        f"“{figure}” is said of “{named}”, whose number the release withholds: together they could "
        "identify a child. Remove it."
    )


def withheld_of(force: Force, whole: ReleaseFacts) -> Withheld:
    """The categories whose number a release withholds for one force, in any year."""
    own = [f for f in whole.parts.get(force.slug, ()) if f.body_kind == "force"]
    hidden = {(f.breakdown, f.category) for f in own if f.state == State.SUPPRESSED}
    named = {
        (each.breakdown, each.category): named_as(each)
        for each in whole.categories
        if not each.is_total
    }
    shown: dict[Categories, set[int]] = {}
    for figure in own:
        place = (figure.breakdown, figure.category)
        if place in named and place not in hidden and figure.low is not None:
            shown.setdefault(named[place], set()).add(figure.low)
    return Withheld(
        frozenset(named[place] for place in hidden & named.keys()),
        {said: frozenset(numbers) for said, numbers in shown.items()},
    )


def named_as(category: ReleasedCategory) -> Categories:
    """A category as texts name it: its ages, its sex, its name."""
    name = category.name.strip()
    found = {category_of_part(word) for word in re.findall(r"\w+", name)}
    said = {each for each in found if each.kind == "sex"}
    first, last = category.age_from, category.age_to
    if first is not None:
        said.add(NamedCategory("age", "", first, 17 if last is None else last))
    return frozenset(said or {category_of_part(name)})


def _is_named(force: Force) -> Callable[[str], bool]:
    """Whether a name is the force's, with or without "Police"."""
    names = {force.slug, force.area, force.name, force.short_name} - {""}
    names |= {re.sub(r"^the\s+|\s+(?:Police|Constabulary)$", "", name) for name in names}
    return names.__contains__
