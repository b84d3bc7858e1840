"""The text of a letter: a Word document, an e-mail with its attachments' names, or text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from offences.intake.papers import PaperBlock, TextPaper
from offences.refused import Refused
from offences.replies.eml import read_eml
from offences.returns.formats.texts import decode_text
from offences.returns.formats.word_letters import open_letter

MOST_TEXT = 100_000  # characters of one answer
MOST_BLOCKS = 2_000  # paragraphs and rows of one answer
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_text(data: bytes) -> TextPaper:
    """The paragraphs of plain text."""
    return text_paper(split_paragraphs(decode_text(data)), [])


def split_paragraphs(text: str) -> Iterator[PaperBlock]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for paragraph in lines.split("\n\n"):
        if paragraph.strip():
            yield PaperBlock("p", paragraph.strip("\n"))


def text_paper(blocks: Iterator[PaperBlock], notes: list[str]) -> TextPaper:
    """The blocks from the first on, as many as one answer may have."""
    taken: list[PaperBlock] = []
    room, left = MOST_TEXT, MOST_BLOCKS
    cut = False
    for block in blocks:
        rows, text = block.rows, block.text[:room]
        while rows and (len(rows) > left or _length(rows) > room):
            rows = rows[: len(rows) // 2]
        cut = len(rows) < len(block.rows) or len(text) < len(block.text)
        taken.append(PaperBlock(block.kind, text, rows))
        room -= _length(rows) + len(text)
        left -= len(rows) if block.kind == "table" else 1
        if room <= 0 or left <= 0 or cut:
            cut = cut or next(blocks, None) is not None
            break
    if not taken:
        raise Refused("This file has no text.")
    return TextPaper(notes=(*notes, *["Only the beginning is shown."] * cut), blocks=tuple(taken))


def _length(rows: list[list[str]]) -> int:
    return sum(len(cell) for row in rows for cell in row)


def read_word(data: bytes) -> TextPaper:
    """The paragraphs and tables of a Word document, without what it hides."""
    letter = WordLetter()
    paper = text_paper(letter.blocks(data), [])
    note = "Some text of this file is hidden and is not shown."
    return replace(paper, notes=(note, *paper.notes)) if letter.hides else paper


class WordLetter:
    """Walks a Word document; `hides` once it has met something that is hidden."""

    hides = False

    def blocks(self, data: bytes) -> Iterator[PaperBlock]:
        for each in open_letter(data).element.body:
            if each.tag == f"{_W}tbl" and (rows := self._rows(each)):
                yield PaperBlock("table", rows=rows)
            elif each.tag in (f"{_W}p", f"{_W}sdt") and (text := self.text(each)):
                style = each.find(f"{_W}pPr/{_W}pStyle")
                name = "" if style is None else style.get(f"{_W}val", "")
                yield PaperBlock("h" if name.startswith(("Heading", "Title")) else "p", text)

    def text(self, element) -> str:
        """The text of a paragraph with what was added, and without what was struck out."""
        words: list[str] = []
        self._walk(element, words)
        return "".join(words).strip()

    def _walk(self, element, words: list[str]) -> None:
        for part in element:
            if part.tag in (f"{_W}del", f"{_W}moveFrom", _FALLBACK):
                continue
            if part.tag == f"{_W}r" and self._is_on(part.find(f"{_W}rPr/{_W}vanish")):
                continue
            if part.tag == f"{_W}t":
                words.append(part.text or "")
            elif part.tag in _SIGNS:
                words.append(_SIGNS[part.tag])
            else:
                if part.tag == f"{_W}p" and words:
                    words.append("\n")  # a text box, a paragraph of a cell
                self._walk(part, words)

    def _rows(self, table) -> list[list[str]]:
        rows = []
        for row in table.iter(f"{_W}tr"):
            if self._is_on(row.find(f"{_W}trPr/{_W}hidden")):
                continue
            cells: list[str] = []
            for cell in row.findall(f"{_W}tc"):
                wide = cell.find(f"{_W}tcPr/{_W}gridSpan")
                span = int(wide.get(f"{_W}val", "1")) if wide is not None else 1
                cells += [self.text(cell), *[""] * min(span - 1, 60)]
            rows.append(cells)
        return rows

    def _is_on(self, switch) -> bool:
        """Whether a switch that hides something, such as <w:vanish/>, is there and not off."""
        on = switch is not None and switch.get(f"{_W}val", "1") not in ("0", "false", "off")
        self.hides = self.hides or on
        return on


# E-mails

MOST_NAMED = 20  # attachments


def read_email(data: bytes) -> TextPaper:
    """The head and the text of an e-mail."""
    message = read_eml(data)
    named = (("From", message.sender_line), ("To", message.to), ("Date", message.date))
    heads = [[name, text] for name, text in (*named, ("Subject", message.subject)) if text]
    notes = list(message.notes)
    if message.files:
        names = [each.name for each in message.files]
        some = ", ".join(names[:MOST_NAMED])
        if more := len(names[MOST_NAMED:]):
            some += f" and {more} more"
        notes.append(f"Attached to this e-mail and not shown: {some}.")
    blocks = chain([PaperBlock("table", rows=heads)], split_paragraphs(message.text))
    return text_paper(blocks, notes)
