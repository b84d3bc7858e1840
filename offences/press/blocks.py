"""A release's plain text, the only form that is stored, as blocks of a page and as files."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from offences.exports import TrendRow
from offences.exports.archives import with_one_moment
from offences.words import pack, site

NOTES = "Notes to editors"
HEADINGS = {NOTES, site.HELP_HEADING, "Contact"}
SAME_MOMENT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""What a file bears that is not of one moment."""
_NUMBERED = re.compile(r"^\d+\. ")


@dataclass(frozen=True)
class Note:
    title: str
    text: str


@dataclass(frozen=True)
class ReleaseBlock:
    """One block: bullets, lead, paragraph, quote, ends, heading or notes."""

    kind: str
    text: str = ""
    items: tuple[str | Note, ...] = ()

    @property
    def notes(self) -> list[Note]:
        return [item for item in self.items if isinstance(item, Note)]


def blocks(text: str) -> list[ReleaseBlock]:
    """The blocks of a release: bullets begin with “- ”, the quote with “> ”, notes with “1. ”."""
    found: list[ReleaseBlock] = []
    for is_notes, some in groupby(_each(text), lambda block: block.kind == "notes"):
        same = list(some)
        # Notes that are separated by blank lines are one list.
        notes = tuple(note for block in same for note in block.notes)
        found += [ReleaseBlock("notes", items=notes)] if is_notes else same
    return found


def _each(text: str) -> Iterator[ReleaseBlock]:
    lead = True
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if not lines:
            continue
        whole = " ".join(lines)
        if all(line.startswith("- ") for line in lines):
            yield ReleaseBlock("bullets", items=tuple(line[2:] for line in lines))
        elif all(_NUMBERED.match(line) for line in lines):
            yield ReleaseBlock("notes", items=tuple(_note(line) for line in lines))
        elif whole.startswith("> "):
            yield ReleaseBlock("quote", " ".join(line.removeprefix("> ") for line in lines))
        elif whole == "ENDS":
            yield ReleaseBlock("ends", whole)
        elif whole in HEADINGS:
            yield ReleaseBlock("heading", whole)
        else:
            yield ReleaseBlock("lead" if lead else "paragraph", whole)
            lead = False


def _note(line: str) -> Note:
    title, found, text = _NUMBERED.sub("", line).partition(". ")
    return Note(title, text) if found else Note("", title)


def plain_text(headline: str, text: str, *, embargo: str, notice: str = "") -> str:
    """The whole release in one piece, embargo first: what goes into an e-mail."""
    return "\n\n".join(filter(None, (notice, embargo, headline, text.strip()))) + "\n"


class Local(Protocol):
    """The parts of a Word file, besides the text, that are about one force."""

    @property
    def rows(self) -> Sequence[TrendRow]: ...
    @property
    def picture(self) -> bytes: ...
    @property
    def alternative(self) -> str: ...


def word(
    headline: str,
    text: str,
    *,
    embargo: str,
    notice: str = "",
    local: Local | None = None,
    mark: str = "",
    at: dt.datetime = SAME_MOMENT,
) -> bytes:
    """The same release as a .docx: headings, bullets and numbers are real ones.

    A table of the local figures has a row of headings, and their chart a text for those who do not
    see it. `mark` says which text it is, for when it comes back edited. `at` is the moment that the
    file bears: the same text gives the same bytes.
    """
    document = Document()
    document.core_properties.title = headline
    document.core_properties.author = ""
    document.core_properties.keywords = f"{pack.MARK}{mark}" if mark else ""
    document.styles["Normal"].font.size = Pt(11)
    for line in filter(None, (notice, embargo)):
        document.add_paragraph().add_run(line).bold = True
    document.add_heading(headline, level=1)
    for block in blocks(text):
        _add(document, block)
    if local:
        _add_local(document, local)
    file = io.BytesIO()
    document.save(file)
    return with_one_moment(file.getvalue(), at)


def _add_local(document, local: Local) -> None:
    document.add_heading(pack.FIGURES, level=2)
    table = document.add_table(rows=1, cols=len(pack.COLUMNS), style="Light Grid")
    for cell, heading in zip(table.rows[0].cells, pack.COLUMNS, strict=True):
        cell.text = heading
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in local.rows:
        shown = (row.year, row.shown, row.published, row.note)
        for cell, words in zip(table.add_row().cells, shown, strict=True):
            cell.text = words
    document.add_heading(pack.CHART, level=2)
    picture = document.add_picture(io.BytesIO(local.picture), width=Cm(16))
    picture._inline.docPr.set("descr", local.alternative)


def _add(document, block: ReleaseBlock) -> None:
    if block.kind == "bullets":
        for item in block.items:
            document.add_paragraph(str(item), style="List Bullet")
    elif block.kind == "notes":
        for note in block.notes:
            paragraph = document.add_paragraph(style="List Number")
            if note.title:
                paragraph.add_run(f"{note.title}. ").bold = True
            paragraph.add_run(note.text)
    elif block.kind == "heading":
        document.add_heading(block.text, level=2)
    elif block.kind == "ends":
        document.add_paragraph().add_run(block.text).bold = True
    else:
        document.add_paragraph(block.text, style="Quote" if block.kind == "quote" else None)


def as_lines(text: str) -> list[str]:
    """A release line by line as its Word file has it, whatever lines its text is broken into."""
    lines, prefixes = [], {"bullets": "- ", "quote": "> "}
    for block in blocks(text):
        notes = [f"{n.title}. {n.text}" if n.title else n.text for n in block.notes]
        items = [f"{i}. {note}" for i, note in enumerate(notes, 1)] or block.items
        prefix = prefixes.get(block.kind, "")
        lines += [f"{prefix}{item}" for item in items or (block.text,)]
    return lines
