"""The text of an e-mail, and the names of what is attached to it."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.policy import EmailPolicy
from html.parser import HTMLParser
from typing import Any

from offences.intake.papers import PaperBlock, TextPaper
from offences.intake.papers.letters import split_paragraphs, text_paper
from offences.refused import Refused

LONGEST_HEAD = 5_000  # characters of a line of the head; reading a longer one takes minutes
MOST_PARTS = 500  # texts and attachments
LONGEST_BODY = 2_000_000  # characters of the text, tags of a page included
MOST_NAMED = 20  # attachments


def read_email(data: bytes) -> TextPaper:
    """The head and the text of an e-mail."""
    notes: list[str] = []
    message = _parse(data, notes)
    heads = _heads(message, notes)
    if not heads:
        raise Refused("This is not an e-mail, whatever its name.")
    files = [part.get_filename() or "a file without a name" for part in message.iter_attachments()]
    text = _body(message, notes)

    def blocks() -> Iterator[PaperBlock]:
        yield PaperBlock("table", rows=heads)
        yield from split_paragraphs(text)

    if files:
        some = ", ".join(name[:200] for name in files[:MOST_NAMED])
        if more := len(files[MOST_NAMED:]):
            some += f" and {more} more"
        notes.append(f"Attached to this e-mail and not shown: {some}.")
    return text_paper(blocks(), notes)


class _ShortHeads(EmailPolicy):
    """An e-mail policy that parses long headers only as far as LONGEST_HEAD."""

    def header_fetch_parse(self, name: str, value: str):
        if len(value) > LONGEST_HEAD:  # the last address or word is dropped whole
            between = "," if name.lower() in ("from", "to") else " "
            value = value[:LONGEST_HEAD].rpartition(between)[0] or value[:LONGEST_HEAD]
        return super().header_fetch_parse(name, value)


def _parse(data: bytes, notes: list[str]) -> EmailMessage:
    """The e-mail, or its beginning if it has too many parts."""
    made = 0

    def part(policy: Any) -> Any:
        nonlocal made
        made += 1
        return EmailMessage(policy=policy)

    parser = BytesFeedParser(policy=_ShortHeads(message_factory=part))
    piece = 2**16
    for start in range(0, len(data), piece):
        parser.feed(data[start : start + piece])
        if made > MOST_PARTS and start + piece < len(data):
            notes.append(f"This e-mail has more than {MOST_PARTS} parts: the last are not read.")
            break
    message = parser.close()
    assert isinstance(message, EmailMessage)
    return message


def _heads(message: EmailMessage, notes: list[str]) -> list[list[str]]:
    long = {name.lower(): len(line) for name, line in reversed([*message.raw_items()])}
    heads = []
    for name in ("From", "To", "Date", "Subject"):
        if value := message[name]:
            heads.append([name, str(value)])
            if (size := long[name.lower()]) > LONGEST_HEAD:
                notes.append(f"“{name}” has {size:,} characters; only its beginning is shown.")
    return heads


def _body(message: EmailMessage, notes: list[str]) -> str:
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
        page = _PageWords()
        page.feed(text)
        text = "".join(page.words)
    return text


class _PageWords(HTMLParser):
    """The words of a page, without what a browser would not show."""

    BREAKS = frozenset(("p", "br", "div", "tr", "li", "h1", "h2", "h3", "table", "blockquote"))
    SILENT = ("style", "script", "title")

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent += tag in self.SILENT
        if tag in self.BREAKS:
            self.words.append("\n\n" if tag in ("p", "div") else "\n")
        elif tag in ("td", "th"):
            self.words.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SILENT and self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)
