"""What the gate of hidden numbers stops in invented worlds.

The writers of the sentences had not seen its rules. Each has its answer: the numbers that give a
hidden one away, none for an ordinary sentence. A changed answer is read as one who must not be
told would, then written by

    python -m tests.tracing.test_gate_worlds
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import Year
from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding

FILE = Path(__file__).parent / "gate_worlds.json"
WORLDS = json.loads(FILE.read_text(encoding="utf-8"))
NAMES = [
    f"{number}: {world['facts']['place']} {kind}"
    for number, world in enumerate(WORLDS)
    for kind in ("telling", "ordinary")
]


def category(name: str) -> NamedCategory:
    """ "age 8", "age 8-9", or the name of a part; what was not recorded is not known."""
    kind, _, ages = name.partition(" ")
    if kind.casefold() == "age" and ages[:1].isdigit():
        return NamedCategory("age", "", int(ages.split("-")[0]), int(ages.split("-")[-1]))
    is_unknown = name.casefold() in ("age unknown", "unknown", "sex not recorded", "not recorded")
    return category_of_part("not known" if is_unknown else name)


def withheld_in(world: dict) -> Hiding:
    years = {
        Year(int(year[:4])): tuple(cell["suppressed"])
        for year, cell in world["facts"]["series"].items()
        if isinstance(cell, dict) and "suppressed" in cell
    }
    return Hiding(
        frozenset(frozenset(map(category, each)) for each in world["hidden"]),
        {frozenset({category(name)}): frozenset({n}) for name, n in world["shown"].items()},
        frozenset(years),
        {frozenset({category(name)}): tuple(ends) for name, ends in world["ranges"].items()},
        years,
        world.get("threshold", 0),
    )


def given_away(world: dict, texts: Iterable[str]) -> Iterator[tuple[str, list]]:
    """Each text with the places that give a hidden number away, and what they are said of."""
    own = world["facts"]["place"]
    known = [Evidence(read_facts(world[each])) for each in ("facts", "national")]
    nothing = Hiding(frozenset(), {})
    forces = [
        (
            lambda name, force=force: name.removesuffix(" Police") == force,
            withheld_in(world) if force == own else nothing,
            force == own,
        )
        for force in dict.fromkeys([own, *world["national"].get("panel", {})])
    ]
    for text in texts:
        yield text, list(disclosures(text, known, forces, world["names"]))


def answers(world: dict, kind: str) -> dict[str, list[str]]:
    """Each sentence with the numbers that give a hidden one away, and what they are said of."""
    return {
        text: [f"{text[start:end]} | {name}" for start, end, name in found]
        for text, found in given_away(world, world[kind])
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_gives_away_what_is_noted_beside_it(name):
    number, kind = int(name.partition(":")[0]), name.rpartition(" ")[2]
    assert answers(WORLDS[number], kind) == WORLDS[number][kind]


if __name__ == "__main__":
    for world in WORLDS:
        for kind in ("telling", "ordinary"):
            world[kind] = answers(world, kind)
    FILE.write_text(f"{json.dumps(WORLDS, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
