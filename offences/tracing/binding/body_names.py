"""The names of the forces there are, as texts write them, and where a text has one of these."""

import csv
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from offences.english import PLACES

REFERENCE = Path(__file__).parents[2] / "reference" / "forces.csv"

TITLE = r"(?:Police(?:\s+Service)?|Constabulary)"
_NOT_A_BODY = (
    r"(?![^\S\n]+(?:University|College|School|Cathedral|Council|Hospital|Live|Online|News|Times|Post"
    r"|Chronicle|Radio|FM|Gazette|Herald|Echo|Courier))"
)
_OF_A_STATION = r"(?<!\bRadio )(?<!\bBBC )"
# "OFFENDER MET CHILD" names no force.
_ALSO_A_WORD = ("Met",)
# "The metropolitan force" is the one of a city.
_ONLY_A_WORD = ("metropolitan",)


def _names_in(row: Mapping[str, str]) -> list[str]:
    """The name that readers see, then all others."""
    named = [row[key] for key in ("short_name", "name", "area", "slug")]
    return [*named, *row["spellings"].split("; ")]


def in_capitals[Of](names: Mapping[str, Of]) -> dict[str, Of]:
    """Names as headlines have them: "KENT POLICE", "SALTMARSH and Vale Police"."""
    found: dict[str, Of] = {}
    for written, of in names.items():
        if written not in _ALSO_A_WORD:
            first, space, rest = written.partition(" ")
            found.setdefault(written.upper(), of)
            found.setdefault(f"{first.upper()}{space}{rest}", of)
    return found


@cache
def reference() -> tuple[tuple[str, ...], ...]:
    """The names of each force there is, with its other spellings."""
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        return tuple(
            tuple(dict.fromkeys(each for each in _names_in(row) if len(each) > 2))
            for row in csv.DictReader(file)
        )


def as_written(names: Iterable[str]) -> list[str]:
    """Those by which a text names a force."""
    return [without_the(each) for each in names if each not in _ONLY_A_WORD]


def display_name(name: str) -> str:
    """A name as readers see it, where it is a force's address: "devon-and-cornwall"."""
    if not name.islower():
        return name
    title = name.replace("-", " ").title()
    return re.sub(r"\b(?:And|Of|The|On|Upon)\b", lambda match: match[0].lower(), title)


def without_the(name: str) -> str:
    return name.removeprefix("the ")


@lru_cache(1024)
def spellings(name: str, others: tuple[str, ...] = ()) -> frozenset[str]:
    """A body's name as texts write it, with or without "Police"; and as the reference has it."""
    short = re.sub(rf"\s+{TITLE}$", "", name)
    found = {name, short, *others}
    found.add(display_name(name))
    for names in reference():
        if short in names or name in names:
            found |= set(names)
    return frozenset(without_the(each) for each in found if each)


def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Any of these names, the longer ones first, sought by their first letter."""
    by_letter: dict[str, list[str]] = {}
    for each in sorted(names, key=len, reverse=True):
        by_letter.setdefault(each[:1], []).append(re.escape(each[1:]).replace(r"\ ", r"\s+"))
    any_name = "|".join(rf"{re.escape(of)}(?:{'|'.join(each)})" for of, each in by_letter.items())
    not_of = rf"(?<![\w-]){_OF_A_STATION}"
    return re.compile(rf"{not_of}(?:{any_name})(?!\w|-(?!wide\b)){_NOT_A_BODY}(?:\s+{TITLE}\b)?")


@cache
def _of_any_force() -> re.Pattern[str]:
    """Any force or nation there is: one for all documents, as it takes long to make."""
    names = (PLACES, *map(as_written, reference()))
    return _with_capitals(frozenset(each for of_one in names for each in of_one))


@lru_cache(64)
def _with_capitals(names: frozenset[str]) -> re.Pattern[str]:
    known = dict.fromkeys(names)
    return _pattern(frozenset({*known, *in_capitals(known)}))


def named_in(text: str, own: frozenset[str]) -> Iterator[re.Match[str]]:
    """Where a text names one of these or any force; of two names at a place the longer one."""
    patterns = [_of_any_force(), *([_with_capitals(own)] if own else [])]
    following = [each.search(text) for each in patterns]
    while named := min(filter(None, following), key=lambda m: (m.start(), -m.end()), default=None):
        yield named
        for n, each in enumerate(following):
            if each and each.start() < named.end():
                following[n] = patterns[n].search(text, named.end())


def name_written(written: str, names: Container[str]) -> str:
    """Of a name that a text has, the one among these: perhaps that without "Police"."""
    plain = " ".join(written.split())
    if plain in names:
        return plain
    return re.sub(rf"\s+{TITLE}$", "", plain)
