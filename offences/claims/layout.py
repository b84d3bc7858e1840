"""A release's plain text as the blocks a page shows: the text is the one form that is stored."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADINGS = {"Notes to editors", "Help for your readers", "Contact"}
_NUMBERED = re.compile(r"^\d+\. ")


@dataclass(frozen=True)
class Item:
    title: str
    text: str


@dataclass(frozen=True)
class Block:
    """One block: bullets, lead, paragraph, quote, ends, heading or notes."""

    kind: str
    text: str = ""
    items: tuple[str | Item, ...] = ()


def blocks(text: str) -> list[Block]:
    """The blocks of a release: bullets begin with “- ”, the quote with “> ”, notes with “1. ”."""
    return list(_joined_notes(_each(text)))


def _each(text: str) -> Iterator[Block]:
    lead = True
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if not lines:
            continue
        whole = " ".join(lines)
        if all(line.startswith("- ") for line in lines):
            yield Block("bullets", items=tuple(line[2:] for line in lines))
        elif all(_NUMBERED.match(line) for line in lines):
            yield Block("notes", items=tuple(_note(line) for line in lines))
        elif whole.startswith("> "):
            yield Block("quote", " ".join(line.removeprefix("> ") for line in lines))
        elif whole == "ENDS":
            yield Block("ends", whole)
        elif whole in HEADINGS:
            yield Block("heading", whole)
        else:
            yield Block("lead" if lead else "paragraph", whole)
            lead = False


def _note(line: str) -> Item:
    title, found, text = _NUMBERED.sub("", line).partition(". ")
    return Item(title, text) if found else Item("", title)


def _joined_notes(each: Iterator[Block]) -> Iterator[Block]:
    """Notes that blank lines part are one list."""
    notes: list[Item] = []
    for block in each:
        if block.kind == "notes":
            notes += [item for item in block.items if isinstance(item, Item)]
            continue
        if notes:
            yield Block("notes", items=tuple(notes))
            notes = []
        yield block
    if notes:
        yield Block("notes", items=tuple(notes))
