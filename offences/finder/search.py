"""Finds forces: a postcode, then exact names, then places in a longer text, then spelling."""

from itertools import chain

from offences.finder.answers import SHORT_CHOICE, Choice, FoundForces, Kind, answer_of
from offences.finder.force_names import ForceNames, names_of_forces
from offences.finder.places import COUNCIL, WELL_KNOWN, NamedPlace, named_places
from offences.finder.postcodes import PostcodeArea, postcode_in, postcodes_of_area
from offences.finder.spelling import MOST_EDITS, plain_words, similar_names

LONGEST, MOST_WORDS = 100, 12
"""Letters and words of a search: nobody's place has more."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What is typed around a place: “which police force covers Slough”, “Leeds City Council”.
_FILLER_WORDS = _words(
    "a about am area authority borough boro centre city constabulary council county covers crime "
    "district figures find for force forces i in is live local london metropolitan my near of "
    "offences online parish police please policing pcc royal service services statistics stats "
    "the town uk unitary what which who"
)
_BETWEEN = _words("v vs versus and or with to against compare compared")
_COMPASS = _words("north south east west mid central northern southern eastern western")
_NEVER_BEFORE = _words("new old little great upper lower nether over higher st")
_ROADS = _words("street road avenue lane close drive way court crescent terrace grove")
LITTLE_KNOWN = 5_000


class _Gazetteer:
    """The places of the forces in the list, and the forces by name."""

    def __init__(self, forces: tuple[ForceNames, ...]) -> None:
        self.listed = {force.slug for force in forces}
        self.forces, self.places = names_of_forces(forces), named_places()

    def named(self, name: str) -> list[NamedPlace]:
        """The forces and places with exactly this name."""
        found = [*self.forces.get(name, ()), *self.places.get(name, ())]
        nations = [place for place in found if place.kind == "nation"]
        return nations or [p for p in found if not p.forces or not self.listed.isdisjoint(p.forces)]

    def places_called(self, name: str) -> list[NamedPlace]:
        """The places of this name and, if all are little known, the towns it is short for."""
        found = self.named(name)
        if not found or any(place.weight >= LITTLE_KNOWN for place in found):
            return found
        keys = [key for key in self.places if key.startswith(f"{name} ")]
        longer = chain.from_iterable(map(self.named, keys))
        return [*found, *(place for place in longer if place.weight >= LITTLE_KNOWN)]

    def answer(self, kind: Kind, name: str, places: list[NamedPlace]) -> FoundForces:
        return answer_of(kind, name, places, self.listed)


def find_forces(text: str, forces: tuple[ForceNames, ...]) -> FoundForces:
    """The forces for what somebody typed. Guesses are a choice of their own kind."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return FoundForces(Kind.TOO_LONG, text[:LONGEST])
    gazetteer, name = _Gazetteer(forces), plain_words(text)
    if postcode := postcode_in(text):
        return _of_postcode(postcode, gazetteer)
    if exact := gazetteer.places_called(name):
        return _exact(text, exact, gazetteer)
    if postcode := postcodes_of_area(text):
        return _of_postcode(postcode, gazetteer)
    words = name.split()
    bare = " ".join(word for word in words if word not in _FILLER_WORDS)
    for shorter in (_without_ends(words), bare):
        if shorter != name and (exact := gazetteer.places_called(shorter)):
            return _exact(shorter.title(), exact, gazetteer)
    if len(words) <= MOST_WORDS:
        for some in dict.fromkeys((name, bare)):
            if not _is_address(some) and (found := _several_names(text, some, gazetteer)):
                return found
        if found := _in_a_text(words, gazetteer):
            return found
    return _guess(text, bare or name, gazetteer)


def _without_ends(words: list[str]) -> str:
    """A name without what is typed before and after it; “Vale of Glamorgan” keeps its “of”."""
    first = next((i for i, word in enumerate(words) if word not in _FILLER_WORDS), len(words))
    last = next((i for i, word in enumerate(words[::-1]) if word not in _FILLER_WORDS), 0)
    return " ".join(words[first : len(words) - last])


def forces_named(name: str, forces: tuple[ForceNames, ...]) -> set[str]:
    """The forces with exactly this name or abbreviation."""
    gazetteer = _Gazetteer(forces)
    named = [p for p in gazetteer.named(plain_words(name)) if p.kind == "force"]
    return {slug for place in named for slug in place.forces} & gazetteer.listed


def _exact(name: str, places: list[NamedPlace], gazetteer: _Gazetteer) -> FoundForces:
    whole = [place for place in places if not place.forces]
    if whole and len(whole) == len(places):
        kind = Kind.OUTSIDE if whole[0].kind == "outside" else Kind.EVERY_FORCE
        return FoundForces(kind, whole[0].name)
    same = [place.name for place in places if plain_words(place.name) == plain_words(name)]
    return gazetteer.answer(Kind.FOUND, same[0] if same else name, places)


def _of_postcode(postcode: PostcodeArea, gazetteer: _Gazetteer) -> FoundForces:
    shares = postcode.shares or (0,) * len(postcode.forces)
    councils = postcode.councils or ("",) * len(postcode.forces)
    choices = tuple(
        Choice(force, share=share, councils=tuple(filter(None, of_force.split("+"))))
        for force, share, of_force in zip(postcode.forces, shares, councils, strict=True)
        if force in gazetteer.listed
    )
    kind = Kind.FOUND if choices else Kind.UNKNOWN
    return FoundForces(kind, postcode.name, choices, postcode=postcode)


def _several_names(text: str, name: str, gazetteer: _Gazetteer) -> FoundForces | None:
    """An answer to several names: “Richmond, North Yorkshire”, “Kent v Essex”."""
    groups = _split(name.split(), gazetteer)
    if groups is None or len(groups) < 2:
        return None
    served = [set(chain.from_iterable(p.forces for p in group)) for group in groups]
    both = set.intersection(*served)
    well_known = [p for p in chain.from_iterable(groups) if p.weight >= WELL_KNOWN]
    if any(both.intersection(place.forces) for place in well_known):
        places = [p for p in groups[0] if both.intersection(p.forces)]
        narrowed = [
            NamedPlace(p.name, p.council, _forces_in_both(p, both), p.weight, p.kind)
            for p in places
        ]
        return gazetteer.answer(Kind.FOUND, text, narrowed)
    kinds = [any(place.kind == "force" for place in group) for group in groups]
    kind = Kind.COMPARED if all(kinds) else Kind.SEVERAL
    if kind == Kind.COMPARED:
        groups = [[place for place in group if place.kind == "force"] for group in groups]
    return gazetteer.answer(kind, text, list(chain.from_iterable(groups)))


def _is_address(name: str) -> bool:
    return not _ROADS.isdisjoint(name.split()[1:])


def _forces_in_both(place: NamedPlace, forces: set[str]) -> tuple[str, ...]:
    return tuple(force for force in place.forces if force in forces)


def _split(words: list[str], gazetteer: _Gazetteer) -> list[list[NamedPlace]] | None:
    """The names of which these words are made up, the longest first; None if some are no name."""
    if not words:
        return []
    for length in range(len(words), 0, -1):
        if found := gazetteer.named(" ".join(words[:length])):
            rest = _split(words[length:], gazetteer)
            if rest is not None:
                return [found, *rest]
    return _split(words[1:], gazetteer) if words[0] in _BETWEEN | _COMPASS else None


def _in_a_text(words: list[str], gazetteer: _Gazetteer) -> FoundForces | None:
    """The best-known place in an address or a sentence: the longest name, the last such."""
    while words and words[-1] in _COMPASS:  # “Leeds Central”, as constituencies are named
        words = words[:-1]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length, -1, -1):
            name = " ".join(words[start : start + length])
            may_be_a_place = start + length == len(words) or name in gazetteer.forces
            if not may_be_a_place or name in _FILLER_WORDS:
                continue
            before = words[start - 1] if start else ""
            least = COUNCIL if before in _COMPASS else WELL_KNOWN
            found = [p for p in gazetteer.named(name) if p.forces]
            if before not in _NEVER_BEFORE and any(p.weight >= least for p in found):
                return gazetteer.answer(Kind.PARTLY, found[0].name, found)
    return None


def _guess(text: str, name: str, gazetteer: _Gazetteer) -> FoundForces:
    """Longer names with these words, else names that are spelled nearly so, else nothing."""
    keys = chain(gazetteer.forces, gazetteer.places)
    longer = [key for key in keys if f" {name} " in f" {key} "] if len(name) > 3 else []
    if longer:
        return _choice_of(Kind.LONGER, text, [(0, key) for key in longer], gazetteer)
    keys = chain(gazetteer.forces, gazetteer.places)
    return _choice_of(Kind.SPELLED, text, similar_names(name, dict.fromkeys(keys)), gazetteer)


def _choice_of(
    kind: Kind, text: str, names: list[tuple[int, str]], gazetteer: _Gazetteer
) -> FoundForces:
    ranked = sorted(
        (
            (distance, -place.weight, place.name, place)
            for distance, name in names
            for place in gazetteer.named(name)
            if place.forces and (distance < MOST_EDITS or place.weight >= LITTLE_KNOWN)
        ),
        key=lambda each: each[:3],
    )
    found: dict[str, list[NamedPlace]] = {}
    for _, _, _, place in ranked:
        for force in place.forces:
            if force in gazetteer.listed and (force in found or len(found) < SHORT_CHOICE):
                found.setdefault(force, []).append(place)
    choices = tuple(Choice(force, tuple(places)) for force, places in found.items())
    return FoundForces(kind if choices else Kind.UNKNOWN, text, choices)
