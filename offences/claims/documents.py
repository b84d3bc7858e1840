"""Facts and cells from their JSON form, with the place of every mistake."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from offences.claims.facts import AgeGroup, Ages, BadFacts, Facts, Recorded, Share
from offences.claims.thresholds import Thresholds
from offences.english import NATIONS
from offences.statistics.cells import Cell, Missing
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year

type Item = Mapping[str, Any]
type Read = Callable[[Any, str], Any]
"""How a value is read: with the place that is named where it is wrong."""


def answer_documents(document: Any, answer: Callable[[Any], Any]) -> Any:
    """The answer to one JSON document, or to each in a list, in the same order."""
    if not isinstance(document, list):
        return answer(document)
    answers = []
    for position, item in enumerate(document, 1):
        try:
            answers.append(answer(item))
        except BadFacts as error:
            raise BadFacts(f"Document {position} of {len(document)}: {error}") from error
    return answers


def read_facts(document: Any) -> Facts:
    """Facts from their JSON form; BadFacts says where the document is wrong."""
    if not isinstance(document, dict):
        raise BadFacts("Facts are a JSON object with place, measure, latest and series or panel.")
    if unknown := sorted(set(document) - _KEYS):
        raise BadFacts(f"“{unknown[0]}” is not a key of facts.")
    with _at("settings"):
        thresholds = Thresholds.from_settings(_object(document.get("settings", {}), "settings"))
    breaks = tuple(
        Break(_needed(item, "year", _year, "breaks"), str(item.get("why", "")))
        for item in _objects(document.get("breaks", []), "breaks")
    )
    recorded = tuple(_recorded(item) for item in _objects(document.get("recorded", []), "recorded"))
    series = Series(_cells(document["series"], "series"), breaks) if "series" in document else None
    panel = _panel(document, breaks) if "panel" in document else None
    if series is None and panel is None and not recorded:
        raise BadFacts("Facts need a series, a panel or recorded facts.")
    if "latest" in document:
        latest = _year(document["latest"], "latest")
    elif series is None and panel is None:
        latest = max(each.year for each in recorded)
    else:
        raise BadFacts("latest: the year the release is about is missing.")
    plain = {name: read(document[key], key) for key, name, read in _PLAIN if key in document}
    return Facts(
        **{"place": "", "measure": "offences"} | plain,
        latest=latest,
        series=series,
        panel=panel,
        recorded=recorded,
        thresholds=thresholds,
        aliases=_aliases(document),
    )


def _aliases(document: Item) -> dict[str, tuple[str, ...]]:
    """Other spellings: a list of those of the place, or lists by the body's name."""
    given = document.get("aliases", {})
    if isinstance(given, list):
        given = {document.get("place", ""): given}
    return {
        name: tuple(_text(each, "aliases") for each in _list(listed, "aliases"))
        for name, listed in _object(given, "aliases").items()
    }


def _panel(document: Item, breaks: tuple[Break, ...]) -> Panel:
    forces = {
        force: Series(_cells(cells, f"panel, {force}"), breaks)
        for force, cells in _object(document["panel"], "panel").items()
    }
    asked = document.get("asked")
    if isinstance(asked, list):
        asked = len({*forces, *(_text(force, "asked") for force in asked)})
    asked = len(forces) if asked is None else _count(asked, "asked")
    if asked < len(forces):
        raise BadFacts(f"asked: {asked} forces were asked, yet the panel has {len(forces)}.")
    return Panel(forces, asked, breaks)


def read_cell(value: Any, where: str = "cell") -> Cell:
    """A cell from its JSON form: 68, or an object with value, suppressed or missing."""
    if not isinstance(value, dict):
        return Cell.count(_count(value, where))
    with _at(where):
        if "missing" in value:
            return Cell.missing(value["missing"])
        if "suppressed" in value:
            ends = value["suppressed"]
            if not isinstance(ends, list) or len(ends) != 2:
                raise BadFacts(f"{where}: suppressed is a list of two, like [1, 4] or [1, null].")
            high = None if ends[1] is None else _count(ends[1], where)
            cell = Cell.suppressed(_count(ends[0], where), high)
        elif "value" in value:
            n = _count(value["value"], where)
            if n == 0 and value.get("confirmed") is False:
                return Cell.missing(Missing.UNCONFIRMED_ZERO)
            cell = Cell.part_year(n, _count(value.get("months", 12), where))
        else:
            raise BadFacts(f"{where}: a cell has a value, is suppressed or is missing.")
        previously, history = value.get("previously"), value.get("history", {})
        return cell.with_flags(
            provisional=value.get("provisional") is True,
            estimated=value.get("estimated") is True,
            previously=None if previously is None else _count(previously, where),
            history=tuple(
                (int(release), _count(n, f"{where}, history"))
                for release, n in sorted(_object(history, f"{where}, history").items())
            ),
            doubt=str(value.get("doubt") or ""),
        )


def _cells(value: Any, where: str) -> dict[Year, Cell]:
    return {
        _year(label, where): read_cell(cell, f"{where}, {label}")
        for label, cell in _object(value, where).items()
    }


def _recorded(item: Item) -> Recorded:
    optional = {
        **{"with_figures": _count, "asked": _count, "nations": _nations},
        **{"category": _text, "source": _text},
    }
    return Recorded(
        claim=_needed(item, "claim", _text, "recorded", "recorded, claim"),
        year=_needed(item, "year", _year, "recorded"),
        value=_needed(item, "value", _count, "recorded", "recorded, value"),
        publication=_needed(item, "publication", _text, "recorded", "recorded, publication"),
        **{
            key: read(item[key], f"recorded, {key}")
            for key, read in optional.items()
            if item.get(key) is not None
        },
    )


def _ages(value: Any, where: str) -> Ages | None:
    if value is None:
        return None
    groups: dict[AgeGroup, Cell] = {}
    unknown = Cell.count(0)
    for label, number in _object(value, where).items():
        cell = read_cell(number, f"ages, {label}")
        plain = label.strip().casefold()
        if plain == "unknown":
            unknown = cell
        elif found := re.fullmatch(r"([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?", plain):
            low, high = int(found[1]), int(found[2] or found[1])
            if high < low:
                raise BadFacts(f"ages: the band “{label}” runs backwards.")
            groups[AgeGroup(low, high)] = cell
        elif found := re.fullmatch(r"([0-9]{1,3}) (?:and|or) under", plain):
            groups[AgeGroup(0, int(found[1]))] = cell
        else:
            raise BadFacts(f"ages: “{label}” is not an age, a band like 12-15, or unknown.")
    return Ages(dict(sorted(groups.items())), unknown)


def _shares(value: Any, where: str) -> dict[str, Share]:
    return {
        group: _share(_object(item, f"{where}, {group}"), f"{where}, {group}")
        for group, item in _object(value, where).items()
    }


def _share(item: Item, where: str) -> Share:
    of, known = (_needed(item, key, _count, where) for key in ("of", "known"))
    parts = _object(item.get("parts", {}), where)
    share = Share(of, known, {part: _count(n, f"{where}, {part}") for part, n in parts.items()})
    if not max([0, *share.parts.values()]) <= share.known <= share.of:
        raise BadFacts(f"{where}: a part cannot exceed the known, nor the known all there are.")
    return share


def _youngest(value: Any, where: str) -> int | None:
    return None if value is None else _needed(_object(value, where), "age", _count, where)


def _limits(value: Any, where: str) -> tuple[int, ...]:
    return tuple(_needed(item, "max", _count, where) for item in _objects(value, where))


# ---- values


@contextmanager
def _at(where: str) -> Iterator[None]:
    """Give facts that are refused in this block their place."""
    try:
        yield
    except BadFacts:
        raise
    except ValueError as error:
        raise BadFacts(f"{where}: {error}") from error


def _needed(item: Item, key: str, read: Read, where: str, place: str = "") -> Any:
    """The value under a key, read at a place, by default that of the whole."""
    if item.get(key) is None:
        raise BadFacts(f"{where}: “{key}” is missing.")
    return read(item[key], place or where)


def _checked(test: Callable[[Any], bool], wanted: str) -> Read:
    def read(value: Any, where: str) -> Any:
        if not test(value):
            raise BadFacts(f"{where}: {value!r:.60} is not {wanted}.")
        return value

    return read


_count = _checked(lambda n: type(n) is int and n >= 0, "a whole number from 0")
_text = _checked(lambda value: isinstance(value, str), "a text")
_object = _checked(lambda value: isinstance(value, dict), "an object")
_list = _checked(lambda value: isinstance(value, list), "a list")
_several = _checked(lambda value: isinstance(value, list), "a list of nations")
_nation = _checked(lambda name: isinstance(name, str) and name in NATIONS, "a nation we know")


def _objects(value: Any, where: str) -> list[dict[str, Any]]:
    return [_object(item, where) for item in _list(value, where)]


def _nations(value: Any, where: str) -> tuple[str, ...]:
    return tuple(_nation(name, where) for name in _several(value, where))


def _year(value: Any, where: str) -> Year:
    with _at(where):
        return Year.parse(_text(value, where))


def _years(value: Any, where: str) -> tuple[Year, ...]:
    return tuple(_year(item, where) for item in _list(value, where))


def _date(value: Any, where: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise BadFacts(f"{where}: {value!r:.60} is not a date like 2019-06-25.") from error


_PLAIN: tuple[tuple[str, str, Read], ...] = (
    *(("place", "place", _text), ("measure", "measure", _text), ("scope", "scope", _text)),
    *(("nations", "nations", _nations), ("published_on", "published_on", _date)),
    ("later", "later", _years),
    *(("ages", "ages", _ages), ("youngest", "youngest", _youngest)),
    *(("age_thresholds", "age_limits", _limits), ("shares", "shares", _shares)),
)
"""Each key that stands for itself, its name in the facts, and how it is read."""
_KEYS = {key for key, _, _ in _PLAIN} | {
    *("latest", "series", "panel", "asked", "breaks", "settings", "national", "recorded", "aliases")
}
