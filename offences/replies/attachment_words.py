"""The words of a file in a message: a refusal is as often a PDF as it is a text."""

import io

from offences.refused import Refused
from offences.replies.page_words import page_words
from offences.replies.recognised_step import SHEETS
from offences.returns.formats.file_kinds import file_kind
from offences.returns.formats.files import open_file
from offences.returns.formats.texts import decode_text
from offences.returns.formats.word_letters import open_letter

MOST_PAGES = 20
MOST_ROWS = 40  # of a sheet
MOST_WORDS = 60_000  # characters
MOST_BYTES = 10 * 1024 * 1024


def words_of(data: bytes, name: str) -> str:
    """The first words of a letter, or of the visible sheets of a workbook; empty if broken.

    A file of figures that nothing can open is Refused: it is no answer.
    """
    if len(data) > MOST_BYTES:
        return ""
    try:
        return _words(data, name)[:MOST_WORDS].replace("\0", "").strip()
    except Refused:
        if name.lower().endswith(SHEETS):
            raise
        return ""
    except Exception:  # whatever a broken file makes a reader do; the file itself is stored
        return ""


def _words(data: bytes, name: str) -> str:
    if name.lower().endswith(SHEETS):
        return _sheet_words(data, name)
    match file_kind(data, name):
        case "pdf":
            return _pdf_words(data)
        case "docx":
            return "\n".join(each.text for each in open_letter(data).paragraphs)
        case "txt":
            return decode_text(data)
        case "xlsx" | "xls" | "ods" | "csv":
            return _sheet_words(data, name)
    is_page = name.lower().endswith((".htm", ".html"))
    return page_words(decode_text(data)) if is_page else ""


def _pdf_words(data: bytes) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    words = []
    for number in range(min(len(pdf), MOST_PAGES)):
        text = pdf[number].get_textpage().get_text_bounded()
        words.append(text[:MOST_WORDS].replace("\r\n", "\n").replace("\r", "\n"))
    return "\n\n".join(words)


def _sheet_words(data: bytes, name: str) -> str:
    """The names, titles and addresses of a workbook: no cell that begins with a digit."""
    lines = []
    for sheet in open_file(data, name).sheets:
        lines.append(sheet.name)
        cells = (text for (row, _), text in sheet.cells.items() if row <= MOST_ROWS)
        lines += [text[:300] for text in cells if text and not text[0].isdigit()]
    return "\n".join(lines)
