"""A press release as it is sent: plain text for the body of an e-mail, Word for sign-off."""

import io
from collections.abc import Iterator

from docx import Document
from docx.shared import Pt

from offences.press.blocks import Note, ReleaseBlock, blocks


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
        for note in _notes(block):
            paragraph = document.add_paragraph(style="List Number")
            if note.title:
                paragraph.add_run(f"{note.title}. ").bold = True
            paragraph.add_run(note.text)
    elif block.kind == "heading":
        document.add_heading(block.text, level=2)
    elif block.kind == "quote":
        document.add_paragraph(block.text, style="Quote")
    elif block.kind == "ends":
        document.add_paragraph().add_run(block.text).bold = True
    else:
        document.add_paragraph(block.text)


def _notes(block: ReleaseBlock) -> Iterator[Note]:
    return (item for item in block.items if isinstance(item, Note))
