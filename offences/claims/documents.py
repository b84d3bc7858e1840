"""Facts and cells from their JSON form, with the place of every mistake."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from offences.claims.facts import AgeGroup, Ages, BadFacts, Facts, Recorded, Share
from offences.claims.thresholds import Thresholds
from offences.english import NATIONS
from offences.statistics.cells import Cell, Missing
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year


def each_document(document: Any, answer: Callable[[Any], Any]) -> Any:
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


_KEYS = {
    *("place", "measure", "scope", "latest", "series", "panel", "asked", "nations", "breaks"),
    *("published_on", "ages", "age_thresholds", "shares", "youngest", "settings"),
    *("national", "recorded"),
}


def read_facts(document: Any) -> Facts:
    """Facts from their JSON form; BadFacts says where the document is wrong."""
    if not isinstance(document, dict):
        raise BadFacts("Facts are a JSON object with place, measure, latest and series or panel.")
    if unknown := sorted(set(document) - _KEYS):
        raise BadFacts(f"“{unknown[0]}” is not a key of facts.")
    thresholds = _thresholds(document)
    breaks = tuple(
        Break(_year(_need(item, "year", "breaks"), "breaks"), str(item.get("why", "")))
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
    return Facts(
        place=_text(document.get("place", ""), "place"),
        measure=_text(document.get("measure", "offences"), "measure"),
        latest=latest,
        series=series,
        panel=panel,
        scope=_text(document.get("scope", ""), "scope"),
        nations=_nations(document.get("nations", []), "nations"),
        published_on=_date(document.get("published_on"), "published_on"),
        recorded=recorded,
        thresholds=thresholds,
        **_ages_and_shares(document),
    )


def _thresholds(document: Mapping[str, Any]) -> Thresholds:
    settings = _object(document.get("settings", {}), "settings")
    try:
        return Thresholds.from_settings(settings)
    except ValueError as error:
        raise BadFacts(f"settings: {error}") from error


def _panel(document: Mapping[str, Any], breaks: tuple[Break, ...]) -> Panel:
    forces = {
        force: Series(_cells(cells, f"panel, {force}"), breaks)
        for force, cells in _object(document["panel"], "panel").items()
    }
    return Panel(forces, _asked(document.get("asked"), forces), breaks)


def _ages_and_shares(document: Mapping[str, Any]) -> dict[str, Any]:
    """What is given of the victims, each under its name in the facts."""
    ages, youngest = document.get("ages"), document.get("youngest")
    if youngest is not None:
        age = _need(_object(youngest, "youngest"), "age", "youngest")
        youngest = _count(age, "youngest")
    return {
        "ages": None if ages is None else _ages(_object(ages, "ages")),
        "youngest": youngest,
        "age_limits": tuple(
            _count(_need(item, "max", "age_thresholds"), "age_thresholds")
            for item in _objects(document.get("age_thresholds", []), "age_thresholds")
        ),
        "shares": {
            group: _share(_object(item, f"shares, {group}"), f"shares, {group}")
            for group, item in _object(document.get("shares", {}), "shares").items()
        },
    }


def read_cell(value: Any, where: str = "cell") -> Cell:
    """A cell from its JSON form: 68, or an object with value, suppressed or missing."""
    if not isinstance(value, dict):
        return Cell.count(_count(value, where))
    try:
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
            months = value.get("months", 12)
            cell = Cell.part_year(n, _count(months, where))
        else:
            raise BadFacts(f"{where}: a cell has a value, is suppressed or is missing.")
        previously = value.get("previously")
        return cell.with_flags(
            provisional=value.get("provisional") is True,
            estimated=value.get("estimated") is True,
            previously=None if previously is None else _count(previously, where),
            doubt=str(value.get("doubt") or ""),
        )
    except BadFacts:
        raise
    except ValueError as error:
        raise BadFacts(f"{where}: {error}") from error


def _cells(value: Any, where: str) -> dict[Year, Cell]:
    cells: dict[Year, Cell] = {}
    for label, cell in _object(value, where).items():
        cells[_year(label, where)] = read_cell(cell, f"{where}, {label}")
    return cells


def _asked(value: Any, forces: Mapping[str, Series]) -> int:
    if value is None:
        return len(forces)
    if isinstance(value, list):
        return len({*forces, *(_text(force, "asked") for force in value)})
    asked = _count(value, "asked")
    if asked < len(forces):
        raise BadFacts(f"asked: {asked} forces were asked, yet the panel has {len(forces)}.")
    return asked


def _recorded(item: Mapping[str, Any]) -> Recorded:
    def optional(key: str) -> int | None:
        value = item.get(key)
        return None if value is None else _count(value, f"recorded, {key}")

    return Recorded(
        claim=_text(_need(item, "claim", "recorded"), "recorded, claim"),
        year=_year(_need(item, "year", "recorded"), "recorded"),
        value=_count(_need(item, "value", "recorded"), "recorded, value"),
        publication=_text(_need(item, "publication", "recorded"), "recorded, publication"),
        with_figures=optional("with_figures"),
        asked=optional("asked"),
        nations=_nations(item.get("nations") or [], "recorded, nations"),
        category=_text(item.get("category") or "", "recorded, category"),
        source=_text(item.get("source") or "", "recorded, source"),
    )


def _ages(items: Mapping[str, Any]) -> Ages:
    groups: dict[AgeGroup, Cell] = {}
    unknown = Cell.count(0)
    for label, value in items.items():
        cell = read_cell(value, f"ages, {label}")
        plain = label.strip().casefold()
        if plain == "unknown":
            unknown = cell
        elif found := re.fullmatch(r"([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?", plain):
            low = int(found[1])
            high = low if found[2] is None else int(found[2])
            if high < low:
                raise BadFacts(f"ages: the band “{label}” runs backwards.")
            groups[AgeGroup(low, high)] = cell
        elif found := re.fullmatch(r"([0-9]{1,3}) (?:and|or) under", plain):
            groups[AgeGroup(0, int(found[1]))] = cell
        else:
            raise BadFacts(f"ages: “{label}” is not an age, a band like 12-15, or unknown.")
    return Ages(dict(sorted(groups.items())), unknown)


def _share(item: Mapping[str, Any], where: str) -> Share:
    share = Share(
        of=_count(_need(item, "of", where), where),
        known=_count(_need(item, "known", where), where),
        parts={
            part: _count(n, f"{where}, {part}")
            for part, n in _object(item.get("parts", {}), where).items()
        },
    )
    if not max([0, *share.parts.values()]) <= share.known <= share.of:
        raise BadFacts(f"{where}: a part cannot exceed the known, nor the known all there are.")
    return share


def _need(item: Mapping[str, Any], key: str, where: str) -> Any:
    if item.get(key) is None:
        raise BadFacts(f"{where}: “{key}” is missing.")
    return item[key]


def _checked(test: Callable[[Any], bool], value: Any, where: str, wanted: str) -> Any:
    if not test(value):
        raise BadFacts(f"{where}: {value!r:.60} is not {wanted}.")
    return value


def _count(value: Any, where: str) -> int:
    def is_count(n: Any) -> bool:
        return isinstance(n, int) and not isinstance(n, bool) and n >= 0

    return int(_checked(is_count, value, where, "a whole number from 0"))


def _text(value: Any, where: str) -> str:
    return str(_checked(lambda v: isinstance(v, str), value, where, "a text"))


def _object(value: Any, where: str) -> dict[str, Any]:
    return dict(_checked(lambda v: isinstance(v, dict), value, where, "an object"))


def _objects(value: Any, where: str) -> list[dict[str, Any]]:
    _checked(lambda v: isinstance(v, list), value, where, "a list")
    return [_object(item, where) for item in value]


def _nations(value: Any, where: str) -> tuple[str, ...]:
    _checked(lambda v: isinstance(v, list), value, where, "a list of nations")
    return tuple(
        _checked(lambda v: isinstance(v, str) and v in NATIONS, nation, where, "a nation we know")
        for nation in value
    )


def _year(value: Any, where: str) -> Year:
    try:
        return Year.parse(_text(value, where))
    except BadFacts:
        raise
    except ValueError as error:
        raise BadFacts(f"{where}: {error}") from error


def _date(value: Any, where: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise BadFacts(f"{where}: {value!r:.60} is not a date like 2019-06-25.") from error
