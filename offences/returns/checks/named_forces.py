"""Forces that the words around the tables of a file name, of which one may be another force."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePath

from offences.returns.formats.files import FileContents
from offences.returns.labels.force_names import forces_in, without_names
from offences.returns.labels.quoted_requests import is_of_request
from offences.returns.sheet import Position, Problem, ReadTable, Sheet

_SHOWN = 120
_READ = ("label", "year", "value", "total", "marker")


def named_forces(
    name: str,
    file: FileContents,
    roles: Mapping[str, Mapping[Position, str]],
    tables: Sequence[ReadTable],
) -> Iterator[Problem]:
    """A question for each text beside or below a table, and each name, that names a force.

    Each force is asked about once. What is over a table, and what labels its counts, is judged
    with them.
    """
    seen: set[str] = set()
    if not tables:
        return
    for text in (PurePath(name).stem.replace("_", " "), *file.properties):
        yield from _asked("", text, forces_in(text), seen)
    labels = {o.labels.get("force", "") for table in tables for o in table.observations} - {""}
    for sheet in file.sheets:
        titles = {title for table in tables if table.sheet == sheet.name for title in table.titles}
        for text in _texts(sheet, roles[sheet.name]):
            if text not in titles and not is_of_request(text):
                named = forces_in(without_names(text, labels))
                yield from _asked(sheet.name, text, named, seen)


def _texts(sheet: Sheet, roles: Mapping[Position, str]) -> Iterator[str]:
    """The texts of a sheet that are no labels and no counts."""
    yield from () if sheet.in_page else (sheet.name,)
    yield from (t for at, t in sorted(sheet.cells.items()) if roles.get(at, "note") not in _READ)
    yield from sheet.lines_below


def _asked(sheet: str, text: str, found: Collection[str], seen: set[str]) -> Iterator[Problem]:
    if not seen.issuperset(found):
        seen.update(found)
        why = f"“{text[:_SHOWN]}” names a force. Are the counts here those of that force?"
        yield Problem(sheet, None, why)
