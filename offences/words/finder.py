"""What is said of a search for a force: its heading, why each force is offered, what to try."""

from collections.abc import Mapping, Sequence
from itertools import chain

from offences.english import and_list, sentence, small_number
from offences.finder import Choice, FoundForces, Kind
from offences.finder.spelling import plain_words
from offences.statistics.years import Year

TO_THE_LIST = {Kind.UNKNOWN, Kind.EVERY_FORCE, Kind.OUTSIDE, Kind.TOO_LONG}
"""Answers without a force, which lead to the list of all."""
TILES = {
    "has": "the {} figure is here",
    "had": "an earlier year is here",
    "not": "no figure is here yet",
    "unasked": "not asked for {}",
}
"""What a mark on the map of forces means."""
NO_FIGURE = "No figure yet"
MOST_PLACES = 3
_SHARES = ((97, "Nearly all"), (55, "Most"), (45, "About half"), (5, "Part"), (0, "A small part"))


def area_named(area: str) -> str:
    """An area within a sentence: “the City of London”."""
    return f"the {area}" if area.startswith("City of") else area


def heading(answer: FoundForces, force: str, areas: Mapping[str, str]) -> str:
    """The answer in a line; `force` is the name of the only force found."""
    name, number = answer.name, small_number(len(answer.choices))
    if answer.kind == Kind.COMPARED:
        return "We do not put forces side by side"
    if answer.kind == Kind.SEVERAL:
        return f"You named places in {number} force areas"
    if answer.kind == Kind.EVERY_FORCE:
        return f"{sentence(name)} has many forces"
    if answer.kind == Kind.OUTSIDE:
        return f"We have no figures for {name}"
    if answer.kind == Kind.TOO_LONG:
        return "That is too long for us to look up"
    if answer.kind in {Kind.UNKNOWN, Kind.LONGER, Kind.SPELLED}:
        return f"We do not know {'the postcode ' if answer.postcode else ''}“{name}”"
    if len(answer.choices) == 1:
        return _of_one(answer, force, areas[answer.forces[0]])
    if answer.postcode:
        return sentence(f"{number} forces share {name}")
    places = [place for choice in answer.choices for place in choice.places]
    if any(set(answer.forces) <= set(place.forces) for place in places):
        return f"{name}: {number} forces"
    return sentence(f"{number} forces have a place called {name}")


def _of_one(answer: FoundForces, force: str, area: str) -> str:
    is_force = any(place.kind == "force" for place in answer.choices[0].places)
    is_same = plain_words(answer.name) == plain_words(area)
    return force if is_force or is_same else f"{answer.name} is in {area}"


def lead(answer: FoundForces, typed: str) -> str:
    """What a reader should know, or do, before choosing."""
    if answer.kind == Kind.PARTLY:
        return f"We do not know all of “{typed}”, so please check that this is the place."
    if answer.kind == Kind.LONGER:
        return "Did you mean a longer name?"
    if answer.kind == Kind.SPELLED:
        return "Did you mean one of these?" if len(answer.choices) > 1 else "Did you mean this?"
    if answer.kind == Kind.TOO_LONG:
        return "Type up to 100 letters: a town, a postcode or the name of a force."
    if answer.kind in {Kind.UNKNOWN, Kind.EVERY_FORCE}:
        return "Try a town or the first half of a postcode."
    if answer.postcode and len(answer.choices) > 1 and not answer.postcode.is_whole:
        return "Choose by council, or type your full postcode and we can tell."
    return ""


def title(area: str, name: str) -> str:
    """A force in a list: its area, and its name where that does not begin alike."""
    return area if area.split()[0] in name else f"{area}: {name}"


def why(choice: Choice, name: str) -> str:
    """Where the part of a force is that was searched for: “Newport, Isle of Wight”."""
    if choice.share:
        share = next(words for least, words in _SHARES if choice.share >= least)
        return f"{share} of {name}: {and_list(choice.councils)}"
    places: dict[str, str] = {}
    for place in (each for each in choice.places if each.kind != "force"):
        is_own = plain_words(place.council) in ("", plain_words(place.name))
        words = place.name if is_own else f"{place.name}, {place.council}"
        places.setdefault(plain_words(words), words)
    places.pop(plain_words(name), "")
    return " · ".join([*places.values()][:MOST_PLACES])


def further(answer: FoundForces, areas: Mapping[str, str]) -> str:
    """The forces with smaller places of the same name, when there are too many to choose from."""
    if not answer.further:
        return ""
    others = and_list(sorted(areas[force] for force in answer.further))
    return f"Smaller places with this name are in {others}. Add the county, or type your postcode."


def figures_line(measure: str, years: Sequence[Year]) -> str:
    """The years of which there is a figure: “Online sexual offences: 2015/16 to 2018/19”."""
    if not years:
        return f"{NO_FIGURE} for {measure}"
    runs: list[list[Year]] = []
    for year in years:
        if runs and runs[-1][-1].next == year:
            runs[-1].append(year)
        else:
            runs.append([year])
    spans = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run) for run in runs]
    return f"{sentence(measure)}: {and_list(list(chain.from_iterable(spans)))}"


def lacks_figures(lines: Sequence[str]) -> bool:
    return any(line.startswith(NO_FIGURE) for line in lines)
