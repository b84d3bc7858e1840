"""The inbox: what forces sent and nobody has uploaded yet, files and e-mails alike.

Every file says that it is made up, in its name and inside; the damaged and the empty one in their
names alone.
"""

import io
import shutil
from collections.abc import Callable, Mapping
from itertools import cycle
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from offences import models as db
from offences.management.practice_year import files, messages
from offences.management.practice_year.dates import at
from offences.management.practice_year.files import Rows
from offences.management.practice_year.numbers import SPLITS
from offences.management.practice_year.past import PracticeOffice
from offences.management.practice_year.senders import Sender
from offences.rounds import workbook_for
from offences.rounds.board import BoardState
from offences.statistics.years import Year
from offences.words.site import PRACTICE

ANSWER = (
    *(BoardState.OVERDUE, BoardState.TO_STORE, BoardState.ACKNOWLEDGED, BoardState.WAITING),
    *(BoardState.DUE_TODAY, BoardState.EXTENDED),
)
"""The states of the forces whose answers lie in the inbox, in this order."""


def write(
    office: PracticeOffice, round_: db.FoiRound, states: Mapping[str, BoardState], into: Path
) -> None:
    """Write them all into a folder, which is emptied first if an earlier inbox is there."""
    if into.exists() and (into / messages.READ_ME).exists():
        shutil.rmtree(into)
    into.mkdir(parents=True, exist_ok=True)
    by_force = {
        each.force.slug: each
        for each in round_.submissions.filter(number=1).select_related("force", "round")
    }
    order = [slug for state in ANSWER for slug, of in states.items() if of is state]
    senders = [Sender(office, by_force[slug]) for slug in order]
    lines = []
    for (kind, make), sender in zip(ATTACHMENTS.items(), cycle(senders), strict=False):
        name = f"practice-{sender.force.slug}-{kind}"
        (into / name).write_bytes(make(sender))
        lines.append(name)
    for number, (name, message) in enumerate(messages.all_of(senders), 1):
        (into / f"practice-{number}-{name}.eml").write_bytes(message.as_bytes())
        lines.append(f"practice-{number}-{name}.eml")
    (into / messages.READ_ME).write_text(
        "\n".join([PRACTICE, "", "What arrived for the running round:", "", *lines, ""]),
        encoding="utf-8",
    )


def _own_form(sender: Sender) -> bytes:
    """Our own return form, every table of it filled in."""
    moment = at(sender.office.dates.back(1), 11)
    book = load_workbook(io.BytesIO(workbook_for(sender.submission, moment)))
    for sheet in book.worksheets:
        _fill(sheet, sender)
    file = io.BytesIO()
    book.save(file)
    return files.with_one_moment(file.getvalue(), moment)


def _fill(sheet: Worksheet, sender: Sender) -> None:
    line = str(sheet["A2"].value or "")
    if not line.startswith("Table "):
        return
    slug = line.removeprefix("Table ").split(" of ")[0].partition("/")[2]
    kind = next((each for each in SPLITS if each.slug == slug), None)
    for row in range(7, sheet.max_row + 1):
        for column in range(3, sheet.max_column + 1):
            total = sender.numbers.totals[Year.parse(str(sheet.cell(6, column).value)).start]
            count = total
            if kind and row - 7 < len(kind.parts):
                count = sender.numbers.parts(kind, total)[row - 7]
            sheet.cell(row, column).value = count


def _changed(rows: Rows, change: Callable[[str | int, int, int], str | int]) -> Rows:
    """A table with each of its cells as `change` has it, by its row and column from 0."""
    return [[change(cell, r, c) for c, cell in enumerate(row)] for r, row in enumerate(rows)]


def _book(sender: Sender, rows: Rows, **more: Rows) -> bytes:
    moment = at(sender.office.dates.back(1), 11)
    return files.workbook({"Return": rows, **more}, moment, hidden=more)


def _own_layout(sender: Sender) -> bytes:
    return _book(sender, sender.table())


def _open_document(sender: Sender) -> bytes:
    return files.open_document(sender.table("age"))


def _plain(sender: Sender) -> bytes:
    return files.plain(sender.table("sex"))


def _letter(sender: Sender) -> bytes:
    title, about, _, *rows = sender.table("sex")
    return files.letter(
        [str(title[0]), str(about[0]), "Yours faithfully, the disclosure unit"], rows
    )


def _with_a_hidden_sheet(sender: Sender) -> bytes:
    crimes = [["Crime number", "Note"], ["P/1/26", "made up"], ["P/2/26", "made up"]]
    return _book(sender, sender.table(), Crimes=crimes)


def _part_of_a_year(sender: Sender) -> bytes:
    rows = sender.table()
    last = len(rows[3]) - 1
    return _book(
        sender,
        _changed(rows, lambda x, r, c: f"{x} (April to September)" if (r, c) == (3, last) else x),
    )


def _withheld(sender: Sender) -> bytes:
    """Small counts are withheld, some as “<5” and some as a star."""

    def hide(cell: str | int, r: int, c: int) -> str | int:
        return ("<5" if c % 2 else "*") if isinstance(cell, int) and cell < 5 else cell

    return _book(sender, _changed(sender.table("age"), hide))


def _wrong_total(sender: Sender) -> bytes:
    rows = sender.table()
    last = len(rows) - 1
    return _book(
        sender, _changed(rows, lambda x, r, c: x + 7 if r == last and isinstance(x, int) else x)
    )


def _other_labels(sender: Sender) -> bytes:
    """The offences are called A to F, which only the force can explain."""
    return _book(
        sender,
        _changed(
            sender.table(),
            lambda x, r, c: f"Category {'ABCDEF'[r - 4]}" if c == 0 and 4 <= r < 10 else x,
        ),
    )


def _calendar_years(sender: Sender) -> bytes:
    return _book(
        sender,
        _changed(
            sender.table(), lambda x, r, c: f"Calendar year {str(x)[:4]}" if r == 3 and c else x
        ),
    )


def _damaged(sender: Sender) -> bytes:
    return _own_layout(sender)[:1500]


def _empty(sender: Sender) -> bytes:
    return b""


ATTACHMENTS: dict[str, Callable[[Sender], bytes]] = {
    "our-form.xlsx": _own_form,
    "own-layout.xlsx": _own_layout,
    "ages.ods": _open_document,
    "sexes.csv": _plain,
    "letter.pdf": _letter,
    "hidden-sheet.xlsx": _with_a_hidden_sheet,
    "part-of-a-year.xlsx": _part_of_a_year,
    "withheld.xlsx": _withheld,
    "wrong-total.xlsx": _wrong_total,
    "other-labels.xlsx": _other_labels,
    "calendar-years.xlsx": _calendar_years,
    "damaged.xlsx": _damaged,
    "empty.xlsx": _empty,
    "extension.msg": messages.saved_by_outlook,
}
"""By the end of its name, what each file is made by; each comes from the next force in the row."""
