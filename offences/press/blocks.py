"""A release's plain text, the only form that is stored, as blocks of a page and as files."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from docx import Document
from docx.shared import Pt

from offences.words import site

NOTES = "Notes to editors"
HEADINGS = {NOTES, site.HELP_HEADING, "Contact"}
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


def word(headline: str, text: str, *, embargo: str, notice: str = "") -> bytes:
    """The same release as a .docx: headings, bullets and numbers are real ones."""
    document = Document()
    document.core_properties.title = headline
    document.core_properties.author = ""
    document.styles["Normal"].font.size = Pt(11)
    for line in filter(None, (notice, embargo)):
        document.add_paragraph().add_run(line).bold = True
    document.add_heading(headline, level=1)
    for block in blocks(text):
        _add(document, block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


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
