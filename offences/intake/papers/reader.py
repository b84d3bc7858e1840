"""One paper's bytes → its text, or a picture of a page, in a process of its own.

This file is run as a program: a letter can be made to fill all memory or to run for ever, so it is
read where memory and time are limited and where dying harms nobody. It knows nothing of Django.
What it prints is JSON ({"refused": "a sentence"} where the paper cannot be shown), or a PNG.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.policy import EmailPolicy
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

MEMORY = 1_500_000_000  # bytes of address space, most of it never touched
SECONDS = 15
UNPACKED = 100_000_000  # bytes of all parts of a text document together
LONGEST_DOCUMENT = 20_000_000  # bytes of its text, which takes many times that to be read
MOST_PAGES = 500
MOST_TEXT = 100_000  # characters of one answer
MOST_BLOCKS = 2_000  # paragraphs and rows of one answer
LONGEST_HEAD = 5_000  # characters of a line of an e-mail's head; reading one is slow, and more so
MOST_PARTS = 500  # of an e-mail: its texts and what is attached
LONGEST_BODY = 2_000_000  # characters of an e-mail's text, tags of a page included
MOST_NAMED = 20  # attachments
DPI, LEAST_DPI, LONGEST_SIDE = 110, 36, 2_400  # of a picture; its side in pixels

type Block = dict[str, object]  # {"kind": "p" or "h", "text"}, {"kind": "table", "rows"}


# PDF


class PaperRefused(Exception):
    """A paper that cannot be shown. This program has no other module of ours to import."""


def opened_pdf(data: bytes):
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        if "password" in str(broken).lower():
            raise PaperRefused("This file is locked with a password.") from None
        raise PaperRefused("This file is damaged: it cannot be opened.") from None
    if len(pdf) > MOST_PAGES:
        raise PaperRefused(
            f"This file has {len(pdf):,} pages; one of up to {MOST_PAGES} can be shown here."
        )
    if len(pdf) == 0:
        raise PaperRefused("This file has no pages.")
    return pdf


def page_of(pdf, number: int):
    import pypdfium2

    try:
        return pdf[number - 1]
    except pypdfium2.PdfiumError:
        raise PaperRefused(f"Page {number} is damaged: it cannot be read.") from None


def scale_of(page) -> float:
    """Pixels for one point of the page; 0 where no picture of a fair size could be read."""
    longest = max(page.get_size())
    dpi = min(DPI, LONGEST_SIDE / longest * 72) if longest > 0 else 0
    return dpi / 72 if dpi >= LEAST_DPI else 0


def about_page(data: bytes, asked: int) -> dict[str, object]:
    """One page of a PDF (the nearest there is to the one asked for): its number and its text."""
    pdf = opened_pdf(data)
    number = min(max(asked, 1), len(pdf))
    page = page_of(pdf, number)
    text = page.get_textpage().get_text_bounded()
    return {
        "page": number,
        "pages": len(pdf),
        "text": text[:MOST_TEXT].replace("\r\n", "\n").strip(),
        "cut": len(text) > MOST_TEXT,
        "metres": 0 if scale_of(page) else round(max(page.get_size()) / 72 * 0.0254, 1),
    }


def picture(data: bytes, number: int) -> bytes:
    pdf = opened_pdf(data)
    if not 1 <= number <= len(pdf):
        raise PaperRefused("This file has no such page.")
    pdf.init_forms()  # what was typed into the fields of a form is part of the letter
    page = page_of(pdf, number)
    scale = scale_of(page)
    if not scale:
        raise PaperRefused(f"Page {number} is too large for a picture.")
    out = BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(out, "PNG")
    return out.getvalue()


# Word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


class Hidden:
    """Whether anything was left out because the file hides it."""

    found = False


def is_on(element) -> bool:
    """Of a switch of the format, such as <w:vanish/>: there, and not said to be off."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def written(element, hidden: Hidden) -> str:
    """The text of a paragraph as it is read: with what was added, without what was struck out."""
    said: list[str] = []

    def walk(inside) -> None:
        for part in inside:
            if part.tag in (f"{W}del", f"{W}moveFrom", FALLBACK):
                continue
            if part.tag == f"{W}r" and is_on(part.find(f"{W}rPr/{W}vanish")):
                hidden.found = True
                continue
            if part.tag == f"{W}t":
                said.append(part.text or "")
            elif part.tag in SIGNS:
                said.append(SIGNS[part.tag])
            else:
                if part.tag == f"{W}p" and said:
                    said.append("\n")  # a text box, a paragraph of a cell
                walk(part)

    walk(element)
    return "".join(said).strip()


def rows_of(table, hidden: Hidden) -> list[list[str]]:
    rows = []
    for row in table.iter(f"{W}tr"):
        if is_on(row.find(f"{W}trPr/{W}hidden")):
            hidden.found = True
            continue
        cells: list[str] = []
        for cell in row.findall(f"{W}tc"):
            wide = cell.find(f"{W}tcPr/{W}gridSpan")
            span = int(wide.get(f"{W}val", "1")) if wide is not None else 1
            cells += [written(cell, hidden), *[""] * min(span - 1, 60)]
        rows.append(cells)
    return rows


def word(data: bytes) -> dict[str, object]:
    import docx

    archive = zipfile.ZipFile(BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > UNPACKED:
        raise PaperRefused("This file unpacks to more than 100 MB.")
    if archive.getinfo("word/document.xml").file_size > LONGEST_DOCUMENT:
        raise PaperRefused("The text of this file is longer than 20 MB.")
    hidden = Hidden()

    def blocks() -> Iterator[Block]:
        for each in docx.Document(BytesIO(data)).element.body:
            if each.tag == f"{W}p" and (text := written(each, hidden)):
                style = each.find(f"{W}pPr/{W}pStyle")
                name = "" if style is None else style.get(f"{W}val", "")
                heading = name.startswith(("Heading", "Title"))
                yield {"kind": "h" if heading else "p", "text": text}
            elif each.tag == f"{W}tbl" and (rows := rows_of(each, hidden)):
                yield {"kind": "table", "rows": rows}
            elif each.tag == f"{W}sdt" and (text := written(each, hidden)):
                yield {"kind": "p", "text": text}

    said = as_much(blocks())
    if hidden.found:
        said["notes"] = ["Some text of this file is hidden and is not shown."]
    return said


# Texts


def as_much(blocks: Iterator[Block]) -> dict[str, object]:
    """The blocks from the first on, as many as an answer holds."""
    taken: list[Block] = []
    room, left = MOST_TEXT, MOST_BLOCKS
    cut = False
    for block in blocks:
        if block["kind"] == "table":
            rows = block["rows"]
            assert isinstance(rows, list)
            while rows and (len(rows) > left or sum(len(c) for row in rows for c in row) > room):
                rows, cut = rows[: len(rows) // 2], True
            block = {"kind": "table", "rows": rows}
            size, number = sum(len(c) for row in rows for c in row), len(rows)
        else:
            text = str(block["text"])
            cut = cut or len(text) > room
            block = {"kind": block["kind"], "text": text[:room]}
            size, number = len(text), 1
        taken.append(block)
        room, left = room - size, left - number
        if room <= 0 or left <= 0 or cut:
            cut = cut or next(blocks, None) is not None
            break
    return {"blocks": taken, "cut": cut, "notes": []}


def decoded(data: bytes) -> str:
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if utf16 else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise PaperRefused("This is no text file, whatever its name.")


def paragraphs(text: str) -> Iterator[Block]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for paragraph in lines.split("\n\n"):
        if paragraph.strip():
            yield {"kind": "p", "text": paragraph.strip("\n")}


class Words(HTMLParser):
    """The words of a page, without what a browser would not show."""

    BREAKS = frozenset(("p", "br", "div", "tr", "li", "h1", "h2", "h3", "table", "blockquote"))

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent += tag in ("style", "script", "title")
        if tag in self.BREAKS:
            self.said.append("\n\n" if tag in ("p", "div") else "\n")
        elif tag in ("td", "th"):
            self.said.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "title") and self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


class Briefly(EmailPolicy):
    """E-mail as it is read here: no line of a head is taken apart further than LONGEST_HEAD."""

    def header_fetch_parse(self, name: str, value: str):
        if len(value) > LONGEST_HEAD:  # the last address, or word, is left out whole
            between = "," if name.lower() in ("from", "to") else " "
            value = value[:LONGEST_HEAD].rpartition(between)[0] or value[:LONGEST_HEAD]
        return super().header_fetch_parse(name, value)


def parsed(data: bytes, notes: list[str]) -> EmailMessage:
    """The e-mail; where it has too many parts, its beginning."""
    made = 0

    def part(policy: Any) -> Any:
        nonlocal made
        made += 1
        return EmailMessage(policy=policy)

    parser = BytesFeedParser(policy=Briefly(message_factory=part))
    piece = 2**16
    for start in range(0, len(data), piece):
        parser.feed(data[start : start + piece])
        if made > MOST_PARTS and start + piece < len(data):
            notes.append(f"This e-mail has more than {MOST_PARTS} parts: the last are not read.")
            break
    message = parser.close()
    assert isinstance(message, EmailMessage)
    return message


def body_of(message: EmailMessage, notes: list[str]) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        text = body.get_content()
    except (LookupError, KeyError, UnicodeError):  # an alphabet that nobody knows
        payload = body.get_payload(decode=True)
        text = payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""
    if len(text) > LONGEST_BODY:
        text = text[:LONGEST_BODY]
        notes.append(f"The text is longer than the {LONGEST_BODY:,} characters that are read.")
    if body.get_content_type() == "text/html":
        words = Words()
        words.feed(text)
        text = "".join(words.said)
    return text


def heads_of(message: EmailMessage, notes: list[str]) -> list[list[str]]:
    long = {name.lower(): len(line) for name, line in reversed([*message.raw_items()])}
    heads = []
    for name in ("From", "To", "Date", "Subject"):
        if said := message[name]:
            heads.append([name, str(said)])
            if (size := long[name.lower()]) > LONGEST_HEAD:
                notes.append(f"“{name}” has {size:,} characters; only its beginning is shown.")
    return heads


def mail(data: bytes) -> dict[str, object]:
    notes: list[str] = []
    message = parsed(data, notes)
    heads = heads_of(message, notes)
    if not heads:
        raise PaperRefused("This is no e-mail, whatever its name.")
    files = [part.get_filename() or "a file without a name" for part in message.iter_attachments()]

    def blocks() -> Iterator[Block]:
        yield {"kind": "table", "rows": heads}
        yield from paragraphs(body_of(message, notes))

    said = as_much(blocks())
    if files:
        some = ", ".join(name[:200] for name in files[:MOST_NAMED])
        if more := len(files[MOST_NAMED:]):
            some += f" and {more} more"
        notes.append(f"Attached to this e-mail and not shown: {some}.")
    said["notes"] = notes
    return said


# The program


def limit() -> None:
    """Not on Windows, which has no such limits; the caller's clock still runs."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, hard))


def answer(data: bytes, kind: str, page: int) -> dict[str, object] | bytes:
    match kind:
        case "page":
            return about_page(data, page)
        case "picture":
            return picture(data, page)
        case "docx":
            return word(data)
        case "eml":
            return mail(data)
    return as_much(paragraphs(decoded(data)))


def main() -> None:
    limit()
    said: dict[str, object] | bytes
    try:
        said = answer(sys.stdin.buffer.read(), sys.argv[1], int(sys.argv[2]))
    except PaperRefused as refusal:
        said = {"refused": str(refusal)}
    except MemoryError:
        said = {"refused": "This file takes too much memory to be shown."}
    except Exception as broken:  # whatever a broken file makes a reader do
        print(repr(broken), file=sys.stderr)
        said = {"refused": "This file is damaged: it cannot be read."}
    if isinstance(said, dict):
        said = json.dumps(said).encode()
    sys.stdout.buffer.write(said)


if __name__ == "__main__":
    main()
