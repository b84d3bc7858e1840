"""Postcodes, whole or in part, and the forces that serve them."""

import re
from dataclasses import dataclass
from functools import cache

from offences.finder.tables import rows

NORTHERN_IRELAND = "BT"
_AREA = r"[A-Z]{1,2}"
_DISTRICT = rf"{_AREA}[0-9][0-9A-Z]?"
_WHOLE = re.compile(rf"\b({_DISTRICT}) ?([0-9O])([ABD-HJLNP-UW-Z]{{2}})\b")
_SECTOR = re.compile(rf"\b({_DISTRICT}) ([0-9])[A-Z]?$")
_PART = re.compile(rf"\b({_DISTRICT})\b")


@dataclass(frozen=True, slots=True)
class PostcodeArea:
    """A postcode or a part of one: as it is written, and its forces, the largest share first.

    Where several forces share a district, `shares` are per cent of its postcodes and `councils`
    name where each force's part lies.
    """

    name: str
    forces: tuple[str, ...]
    is_whole: bool = False
    shares: tuple[int, ...] = ()
    councils: tuple[str, ...] = ()


@cache
def _districts() -> dict[str, PostcodeArea]:
    return {
        row["district"]: PostcodeArea(
            row["district"],
            tuple(row["forces"].split("|")),
            shares=tuple(int(share) for share in row["shares"].split("|") if share),
            councils=tuple(filter(None, row["councils"].split("|"))),
        )
        for row in rows("districts.csv")
    }


@cache
def _sectors() -> dict[str, tuple[str, ...]]:
    return {row["sector"]: tuple(row["forces"].split("|")) for row in rows("sectors.csv")}


@cache
def _exceptions() -> dict[str, list[tuple[str, str]]]:
    """Forces of some sectors, each with the ends of its postcodes in one string, “NGNSQF”."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("postcodes.csv"):
        found.setdefault(row["sector"], []).append((row["force"], row["units"]))
    return found


def postcode_in(text: str) -> PostcodeArea | None:
    """The postcode that a text has, the fullest; with no force where there is no such postcode."""
    upper = " ".join(text.upper().replace(",", " ").split())
    if whole := _WHOLE.search(upper):
        return _parts_of(whole[1], whole[2].replace("O", "0"), whole[3])
    if sector := _SECTOR.search(upper):
        return _of_sector(sector[1], sector[2])
    parts = _PART.findall(upper)
    known = [area for part in parts if (area := _of_district(part)).forces]
    if known:
        return known[-1]
    return PostcodeArea(parts[0], ()) if parts and parts[0] == upper else None


def postcodes_of_area(text: str) -> PostcodeArea | None:
    """All postcodes that begin with these one or two letters: “LS”, “BT”."""
    upper = text.strip().upper()
    if not re.fullmatch(_AREA, upper):
        return None
    if upper == NORTHERN_IRELAND:
        return _districts()[NORTHERN_IRELAND]
    whole = _all_within(upper, rf"{upper}[0-9]")
    return whole if whole.forces else None


def _all_within(name: str, pattern: str) -> PostcodeArea:
    """All districts of an area (“LS”), or the parts of a district of London (“SW1”)."""
    counts: dict[str, int] = {}
    for district in _districts().values():
        if re.match(pattern, district.name):
            for force, share in zip(district.forces, district.shares or (100,), strict=True):
                counts[force] = counts.get(force, 0) + share
    return PostcodeArea(name, tuple(sorted(counts, key=lambda force: -counts[force])))


def _of_district(name: str) -> PostcodeArea:
    if re.match(rf"{NORTHERN_IRELAND}[0-9]", name):
        return PostcodeArea(name, _districts()[NORTHERN_IRELAND].forces)
    return _districts().get(name) or _all_within(name, rf"{name}[A-Z]")


def _of_sector(district: str, digit: str) -> PostcodeArea:
    name, whole = f"{district} {digit}", _of_district(district)
    return PostcodeArea(name, _sectors().get(name) or whole.forces[:1])


def _parts_of(district: str, digit: str, unit: str) -> PostcodeArea:
    sector = _of_sector(district, digit)
    for force, units in _exceptions().get(sector.name, ()):
        if unit in {units[i : i + 2] for i in range(0, len(units), 2)}:
            return PostcodeArea(f"{sector.name}{unit}", (force,), is_whole=True)
    return PostcodeArea(f"{sector.name}{unit}", sector.forces[:1], is_whole=True)
