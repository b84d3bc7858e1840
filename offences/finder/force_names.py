"""The names of the forces, as the site's own list has them."""

from dataclasses import dataclass
from functools import lru_cache

from offences.finder.places import FORCE, NamedPlace, Names
from offences.finder.spelling import plain_words


@dataclass(frozen=True, slots=True)
class ForceNames:
    """A force's address on the site, the area it serves, and every name and spelling of it."""

    slug: str
    area: str
    names: tuple[str, ...]


@lru_cache(maxsize=2)
def names_of_forces(forces: tuple[ForceNames, ...]) -> Names:
    """Each force under each of its names; rebuilt when a name changes."""
    found: Names = {}
    for force in forces:
        for name in {plain_words(name) for name in (force.slug, force.area, *force.names)}:
            of_name = found.setdefault(name, [])
            of_name.append(NamedPlace(force.area, "", (force.slug,), FORCE, "force"))
    found.pop("", None)
    return found
