"""What a release changed, as rows: the difference of its table and the table before.

An answer that was corrected in numbers that are not shown is a row too, that of its total.
"""

from collections.abc import Container, Iterable, Sequence

from offences.exports.release import OUR_OWN, WHAT, ReleaseContent, release_rows
from offences.exports.trend import Row, Value, csv_of
from offences.models import FigureKind
from offences.statistics.years import Year
from offences.words import downloads

LASTING = "lasting note"
_COMPUTED = {WHAT[kind] for kind in OUR_OWN}


def changes_csv(book: ReleaseContent, earlier: ReleaseContent | None) -> str:
    """The rows that are new, changed, gone, or corrected unseen; none of a first release."""
    rows: Sequence[Row] = []
    if earlier:
        unshown = {
            (each["force"], Year(each["year"]).label) for each in book.release.unshown_corrections
        }
        rows = _changed_rows(_rows(earlier), _rows(book), unshown)
    return csv_of(downloads.CHANGES, rows)


def _rows(book: ReleaseContent) -> list[Row]:
    """The rows of a release, each with the note that its figure has in any release.

    Why it was revised is not told again by later releases, in which nothing has changed.
    """
    plain = release_rows(book, with_reasons=False)
    return [
        row | {LASTING: other["note"]} for row, other in zip(release_rows(book), plain, strict=True)
    ]


def _changed_rows(
    before: Iterable[Row], now: Iterable[Row], unshown: Container[tuple[Value, Value]]
) -> list[Row]:
    old = {_key(row): row for row in before}
    new = {_key(row): row for row in now}
    changed = []
    for key in (*new, *(key for key in old if key not in new)):
        was, row = old.get(key), new.get(key)
        if row and _is_whole_count(row) and (row["address"], row["year"]) in unshown:
            changed.append(_change(was, row) | {"change": downloads.CORRECTED})
        elif was is None or row is None or _compared(was) != _compared(row):
            changed.append(_change(was, row))
    return changed


def _is_whole_count(row: Row) -> bool:
    return row["what"] == WHAT[FigureKind.COUNT] and not row["breakdown"]


def _change(was: Row | None, now: Row | None) -> Row:
    if now is None:
        assert was is not None
        gone = {name: value for name, value in was.items() if name not in downloads.COMPARED}
        row: Row = gone | {"change": downloads.GONE, "release": "", "status": ""}
    else:
        row = now | {"change": downloads.CHANGED if was else downloads.NEW}
    if was:
        row |= {f"{name}_before": was.get(name, "") for name in downloads.COMPARED}
        row["since_release"] = was["release"]
    return row


def _key(row: Row) -> tuple[Value, ...]:
    """The key of a row; a figure of ours is the same whenever it was published."""
    key = tuple(row.get(name, "") for name in downloads.KEY)
    return key[:-1] if row["what"] in _COMPUTED else key


def _compared(row: Row) -> tuple[Value, ...]:
    names = (LASTING if name == "note" else name for name in downloads.COMPARED)
    return tuple(row.get(name, "") for name in names)
