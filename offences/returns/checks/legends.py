"""The legends of a file, applied to the cells that have their marks: “* = 1 to 4”."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from offences.english import and_list
from offences.returns.labels.cell_counts import NOTE_MARKS, plain_text
from offences.returns.labels.legends import Legend, is_legend, legends_in, mark_of
from offences.returns.labels.scope_words import may_change_counts
from offences.returns.sheet import Observation, Position, Problem, ReadTable, Sheet, parse_address

_READ = ("label", "year", "value", "total", "marker")


def with_legends(
    sheets: Sequence[Sheet],
    roles: Mapping[str, Mapping[Position, str]],
    tables: Sequence[ReadTable],
) -> tuple[list[ReadTable], list[Problem]]:
    """Give each mark the limits that a legend states on any sheet, or ask what they are.

    They are asked where two legends differ, where one may be something else, such as an age behind
    a bullet, where the mark says otherwise itself, and where it is behind a number.
    """
    said: dict[str, dict[Legend, str]] = defaultdict(dict)
    for sheet in sheets:
        for text in unread_texts(sheet, roles[sheet.name]):
            for legend in legends_in(text) or _unclear_legends(text):
                said[legend.mark].setdefault(legend, text)
    cells = {sheet.name: sheet.cells for sheet in sheets}
    asked: dict[tuple[str, str], Problem] = {}
    done = []
    for table in tables if said else ():
        observations = []
        for seen in table.observations:
            written = cells[table.sheet].get(parse_address(seen.cell), "") if seen.cell else ""
            mark = mark_of(written) if seen.marker else _mark_behind(written)
            legends = said.get(mark, {})
            limits = {legend[1:3] for legend in legends}
            if not seen.marker:
                legends = dict(filter(lambda each: each[0].is_sure, legends.items()))
            elif len(limits) == 1 and any(map(_is_sure, legends)) and _fits(seen, *limits):
                low, high = limits.pop()
                seen = replace(seen, marker="suppressed", low=low, high=high)
                legends = {}
            if legends:
                texts = and_list([f"“{text[:60]}”" for text in legends.values()])
                why = f"A note says {texts}. What does “{written}” stand for?"
                new = Problem(table.sheet, seen.cell, why, stops=True)
                asked.setdefault((table.sheet, why), new)
            observations.append(seen)
        done.append(replace(table, observations=tuple(observations)))
    return done or [*tables], [*asked.values()]


def unread_texts(sheet: Sheet, roles: Mapping[Position, str]) -> Iterator[str]:
    """The texts of a sheet that were read as nothing; of two in one row, both as one.

    A mark that is the only label of its row is one, too: “*” beside “1 to 9” below a table.
    """
    rows: dict[int, list[Position]] = defaultdict(list)
    for at in sorted(sheet.cells):
        rows[at[0]].append(at)
    for places in rows.values():
        texts = [sheet.cells[at] for at in places]
        unread = [roles.get(at, "note") not in _READ for at in places]
        yield from (
            t for t, is_unread in zip(texts, unread, strict=True) if is_unread or is_legend(t)
        )
        if len(texts) == 2 and (all(unread) or _SYMBOL.fullmatch(texts[0])):
            yield " = ".join(texts)
    yield from (*sheet.lines_above, *sheet.lines_below)


_SYMBOL = re.compile(rf"[{NOTE_MARKS}.…:–-]{{1,4}}|\[[a-z]{{1,3}}\]")
_UNCLEAR = re.compile(rf"(?<![\w{NOTE_MARKS}.])[{NOTE_MARKS}.]{{1,4}}(?![\w{NOTE_MARKS}.])(?=.*\d)")


def _unclear_legends(text: str) -> Iterator[Legend]:
    """The marks in words that nobody is asked about elsewhere, and that may say what they are."""
    if len(text) < 200 and not may_change_counts(text):
        yield from (Legend(found[0], 0, 0, False) for found in _UNCLEAR.finditer(text))


def _mark_behind(written: str) -> str:
    """The mark behind a number: “19*” is no number that is less than 5, if that is what * means."""
    found = re.fullmatch(rf"\d[\d,]* ?([{NOTE_MARKS}]{{1,4}})", plain_text(written))
    return mark_of(found[1]) if found else ""


def _is_sure(legend: Legend) -> bool:
    return legend.is_sure


def _fits(seen: Observation, limits: tuple[int, int]) -> bool:
    """Whether limits are within what the mark says itself, as 0 to 4 are within “<5”."""
    return seen.high is None or (limits[1] <= seen.high and limits[0] <= limits[1])
