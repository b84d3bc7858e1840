"""Answers to a search."""

from dataclasses import dataclass
from enum import Enum

from offences.finder.places import NamedPlace
from offences.finder.postcodes import PostcodeArea

SHORT_CHOICE = 6
"""Forces offered for a name; places of the same name elsewhere are listed after them."""


class Kind(Enum):
    """How sure an answer is, and so how it is worded."""

    FOUND = "found"  # exactly what was typed
    SEVERAL = "several"  # places named together that no one force serves
    PARTLY = "partly"  # a known place in an address or a sentence
    LONGER = "longer"  # longer names with these words
    SPELLED = "spelled"  # names spelled nearly so
    COMPARED = "compared"  # two forces, to be compared
    EVERY_FORCE = "every force"  # a whole country
    OUTSIDE = "outside"  # a place whose police are not in the list
    UNKNOWN = "unknown"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Choice:
    """One force, with the places because of which it is offered."""

    force: str
    places: tuple[NamedPlace, ...] = ()
    share: int = 0
    councils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundForces:
    """The forces for what was typed, the likeliest first.

    `name` is what was recognised, `further` are forces with smaller places of the same name.
    """

    kind: Kind
    name: str
    choices: tuple[Choice, ...] = ()
    further: tuple[str, ...] = ()
    postcode: PostcodeArea | None = None

    @property
    def forces(self) -> tuple[str, ...]:
        return tuple(choice.force for choice in self.choices)


def choices_of(places: list[NamedPlace], listed: set[str]) -> list[Choice]:
    """The forces of some places that are in the list, the best-known place's first."""
    by_force: dict[str, list[NamedPlace]] = {}
    for place in sorted(places, key=lambda place: -place.weight):
        for force in place.forces:
            if force in listed:
                by_force.setdefault(force, []).append(place)
    return [Choice(force, tuple(of_force)) for force, of_force in by_force.items()]


def answer_of(kind: Kind, name: str, places: list[NamedPlace], listed: set[str]) -> FoundForces:
    """An answer with the forces of these places: a region's all, of others a short choice."""
    choices = choices_of(places, listed)
    whole = max((len(place.forces) for place in places), default=0)
    most = max(SHORT_CHOICE, whole)
    further = tuple(choice.force for choice in choices[most:])
    return FoundForces(kind, name, tuple(choices[:most]), further)
