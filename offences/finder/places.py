"""Towns, quarters, councils, counties and regions by every name that people use for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from offences.finder.spelling import plain_words
from offences.finder.tables import rows

COUNCIL, COUNTY, FORCE = 150_000, 1_000_000, 10_000_000
"""How well known these are, beside the inhabitants of a town: the better known is named first."""
WELL_KNOWN = 20_000
_KINDS = {"county": COUNTY, "region": COUNTY, "nation": COUNTY, "outside": COUNTY, "force": FORCE}
# “Newcastle” is short for both Newcastle upon Tyne and Newcastle-under-Lyme.
_JOINING = {"on", "in", "under", "super", "by", "next", "cum", "near", "de"}
_USUAL_FIRST = re.compile(r"(?:royal|great|market|high|isle of|city of) (.+)")
_PARTS = re.compile(r", | and ")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place, or a name of a force: where it is, its forces, and how well it is known."""

    name: str
    council: str
    forces: tuple[str, ...]
    weight: int
    kind: str = "place"


type Names = dict[str, list[NamedPlace]]


@cache
def named_places() -> Names:
    """Every place under each of its names as plain words."""
    found: Names = {}
    for place, names in _all_places():
        for name in names - {""}:
            of_name = found.setdefault(name, [])
            if not any((each.name, each.forces) == (place.name, place.forces) for each in of_name):
                of_name.append(place)
    return found


def _all_places() -> Iterator[tuple[NamedPlace, set[str]]]:
    for row in rows("places.csv"):
        is_council = row["council"] == "council"
        forces = tuple(row["forces"].split("|"))
        weight = COUNCIL if is_council else int(row["population"] or 0)
        name = re.sub(r", (?:City|County) of$", "", row["name"])
        place = NamedPlace(name, "" if is_council else row["council"], forces, weight)
        names = {name, *row["other_names"].split("|")}
        names |= set(_PARTS.split(name)) if is_council else set()
        yield place, {short for each in names for short in _short_forms(plain_words(each))}
    for row in rows("quarters.csv"):
        for name in row["names"].split("|"):
            yield NamedPlace(name, row["where"], (row["forces"],), 0), {plain_words(name)}
    for row in rows("regions.csv"):
        forces = tuple(filter(None, row["forces"].split("|")))
        names = {row["name"], *row["other_names"].split("|")}
        for name in names - {""}:
            place = NamedPlace(name, "", forces, _KINDS[row["kind"]], row["kind"])
            yield place, {plain_words(name)}


def _short_forms(name: str) -> Iterator[str]:
    """A name and what it is called for short: “Weston”, “Yarmouth”."""
    yield name
    words = name.split()
    for i, word in enumerate(words[1:], 1):
        if word in _JOINING:
            yield " ".join(words[:i])
            break
    if usual := _USUAL_FIRST.fullmatch(name):
        yield usual[1]
