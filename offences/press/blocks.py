"""A release's plain text, the only form that is stored, as the blocks of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


def blocks(text: str) -> list[ReleaseBlock]:
    """The blocks of a release: bullets begin with “- ”, the quote with “> ”, notes with “1. ”."""
    return list(_joined_notes(_each(text)))


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


def _joined_notes(each: Iterator[ReleaseBlock]) -> Iterator[ReleaseBlock]:
    """Join notes that are separated by blank lines into one list."""
    notes: list[Note] = []
    for block in each:
        if block.kind == "notes":
            notes += [item for item in block.items if isinstance(item, Note)]
            continue
        if notes:
            yield ReleaseBlock("notes", items=tuple(notes))
            notes = []
        yield block
    if notes:
        yield ReleaseBlock("notes", items=tuple(notes))
