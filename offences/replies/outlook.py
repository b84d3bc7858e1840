"""Outlook's own messages: .msg files, and winmail.dat within an e-mail.

The two libraries are old and small. Whatever one of them does with a broken file becomes a
sentence here. The limited process stops one that would run for ever or fill the memory.
"""

import io
from collections.abc import Callable, Iterator
from email.parser import HeaderParser
from email.utils import format_datetime
from typing import Any

from offences.refused import Refused
from offences.replies.message import AttachedFile, Message, file_name, sender_of
from offences.replies.page_words import page_words
from offences.returns.formats.file_kinds import COMPOUND

WINMAIL = b"\x78\x9f\x3e\x22"
BROKEN = "This Outlook message is damaged. Open it in Outlook and save it again, or as .eml."
BROKEN_WINMAIL = (
    "“winmail.dat” cannot be opened. Ask the force to send its files as ordinary attachments."
)
ONLY_RICH = "The text of this message is only in Outlook’s own format. Save the message as .eml."
UNREADABLE_PART = "A part of this message cannot be read. Open it in Outlook and compare."
MOST_FILES = 200
DEEPEST = 5  # messages within messages
ROOT_HEADER, NESTED_HEADER, FILE_HEADER = 32, 24, 8  # bytes before the properties
NESTED = 5  # how an attached message is stored


def is_msg(data: bytes) -> bool:
    """Whether a compound file is a message, and not an old workbook or letter."""
    return data.startswith(COMPOUND) and "__properties_version1.0".encode("utf-16-le") in data


def is_winmail(data: bytes) -> bool:
    return data.startswith(WINMAIL)


def read_msg(data: bytes) -> Message:
    """A message that Outlook saved."""
    import olefile
    from oxmsg.storage import Storage

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            storage = Storage.from_ole(ole)
    except (MemoryError, RecursionError):
        raise
    except Exception:
        raise Refused(BROKEN) from None
    return _SavedMessage(storage, ROOT_HEADER).message()


class _SavedMessage:
    """A message in a compound file; a part that cannot be read is noted, and the rest is read."""

    def __init__(self, storage: Any, header: int, depth: int = 0) -> None:
        from oxmsg.properties import Properties

        self.storage, self.depth = storage, depth
        self.properties = Properties(storage, header)
        self.notes: list[str] = []

    def _property[Value](
        self, read: Callable[[Any], Value | None], name: str, default: Value
    ) -> Value:
        """A property; another value where there is none, with a note where it is broken."""
        from oxmsg.domain import constants

        try:
            found = read(getattr(constants, name))
        except (MemoryError, RecursionError):
            raise
        except Exception:  # whatever a broken file makes the library do
            self.notes.append(UNREADABLE_PART)
            return default
        return default if found is None else found

    def text(self, name: str) -> str:
        return self._property(self.properties.str_prop_value, name, "").replace("\0", "").strip()

    def number(self, name: str) -> int:
        return self._property(self.properties.int_prop_value, name, 0)

    def data(self, name: str) -> bytes:
        return self._property(self.properties.binary_prop_value, name, b"")

    def message(self) -> Message:
        headers = HeaderParser().parsestr(self.text("PID_TRANSPORT_MESSAGE_HEADERS"))
        subject, words = self.text("PID_SUBJECT"), self._words()
        files = list(self._files())
        if not (subject or words or files or headers):
            raise Refused(BROKEN)
        sender, name = sender_of(str(headers["from"] or ""))
        addresses = ("PID_SENDER_SMTP_ADDRESS", "PID_SENDER_EMAIL_ADDRESS")
        own = next((each for each in map(self.text, addresses) if "@" in each), "")
        answers = f"{self.text('PID_IN_REPLY_TO_ID')} {self.text('PID_INTERNET_REFERENCES')}"
        return Message(
            sender=sender or own.lower(),
            sender_name=name or self.text("PID_SENDER_NAME"),
            to=self.text("PID_DISPLAY_TO"),
            date=str(headers["date"] or "") or self._date(),
            subject=" ".join(subject.split()),
            message_id=(self.text("PID_INTERNET_MESSAGE_ID") or str(headers["message-id"] or ""))[
                :250
            ],
            answers_to=tuple(dict.fromkeys(answers.split())),
            text=words,
            files=tuple(files),
            notes=tuple(dict.fromkeys(self.notes)),
        )

    def _date(self) -> str:
        for name in ("PID_MESSAGE_DELIVERY_TIME", "PID_CLIENT_SUBMIT_TIME"):
            if found := self._property(self.properties.date_prop_value, name, None):
                return format_datetime(found)
        return ""

    def _words(self) -> str:
        plain = self.text("PID_BODY").replace("\r\n", "\n").replace("\r", "\n")
        page = self.text("PID_BODY_HTML")
        if not page and (found := self.data("PID_HTML")):
            try:
                page = found.decode(self.properties.body_encoding)
            except (LookupError, ValueError, KeyError):
                page = found.decode("cp1252", "replace")
        if not plain and not page and self.data("PID_RTF_COMPRESSED"):
            self.notes.append(ONLY_RICH)
        shown = page_words(page) if page else ""
        has_table = sum("\t" in line for line in shown.splitlines()) > 1
        return shown if shown and (has_table or not plain) else plain

    def _files(self) -> Iterator[AttachedFile]:
        stores = [*self.storage.iter_attachment_storages()]
        if len(stores) > MOST_FILES:
            self.notes.append(f"Only the first {MOST_FILES} of its {len(stores)} files are read.")
        for number, store in enumerate(stores[:MOST_FILES], 1):
            try:
                part = _SavedMessage(store, FILE_HEADER)
                part.notes = self.notes
                name = part.text("PID_ATTACH_LONG_FILENAME") or part.text("PID_ATTACH_FILENAME")
                name = name or part.text("PID_DISPLAY_NAME")
                if part.number("PID_ATTACH_METHOD") == NESTED:
                    yield from self._nested(store, name, number)
                elif data := part.data("PID_ATTACH_DATA_BINARY"):
                    is_shown = bool(part.text("PID_ATTACH_CONTENT_ID"))
                    yield AttachedFile(file_name(name, number), data, is_shown)
                else:
                    self.notes.append(f"“{file_name(name, number)}” is empty or only a link.")
            except (MemoryError, RecursionError):
                raise
            except Exception:
                self.notes.append(f"Attachment {number} of this message is damaged.")

    def _nested(self, store: Any, name: str, number: int) -> Iterator[AttachedFile]:
        """A message within this one: its words as a text, then its files."""
        inner = next((each for each in store.storages if each.name.endswith("3701000D")), None)
        if inner is None or self.depth >= DEEPEST:
            self.notes.append(f"The message attached as “{name}” is not read.")
            return
        read = _SavedMessage(inner, NESTED_HEADER, self.depth + 1).message()
        lines = [f"From: {read.sender_name} <{read.sender}>", f"Date: {read.date}"]
        lines += [f"Subject: {read.subject}", "", read.text]
        words = "\n".join(lines)
        title = file_name(f"{name or read.subject or 'message'}.txt", number)
        yield AttachedFile(title, words.encode(), words=words)
        yield from read.files
        self.notes += read.notes


def read_winmail(data: bytes) -> tuple[str, list[AttachedFile]]:
    """The words and files in a winmail.dat."""
    from tnefparse import TNEF

    try:
        found = TNEF(data, do_checksum=False)
        text = _decoded(found.body)
        page = _decoded(found.htmlbody)
        files = []
        for number, each in enumerate(found.attachments[:MOST_FILES], 1):
            try:
                name = _decoded(each.long_filename())
            except UnicodeDecodeError:  # the library takes every name to be in UTF-8
                name = _decoded(each._name)
            if each.data:
                files.append(AttachedFile(file_name(name, number), bytes(each.data)))
    except (MemoryError, RecursionError):
        raise
    except Exception:
        raise Refused(BROKEN_WINMAIL) from None
    if not (text or page or files):
        raise Refused(BROKEN_WINMAIL)
    return (text or page_words(page)), files


def _decoded(found: Any) -> str:
    if isinstance(found, (list, tuple)):
        found = found[0] if found else ""
    if isinstance(found, bytes):
        try:
            found = found.decode()
        except UnicodeDecodeError:
            found = found.decode("cp1252", "replace")
    return str(found or "").replace("\0", "").replace("\r\n", "\n").strip()
