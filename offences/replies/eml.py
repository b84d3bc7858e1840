"""An e-mail as it travels (.eml): heads, words and files, in any alphabet, whole or cut off."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageDefect
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.policy import EmailPolicy
from typing import Any

from offences.refused import Refused
from offences.replies import outlook
from offences.replies.message import AttachedFile, Message, addresses_in, file_name, sender_of
from offences.replies.page_words import page_words

LONGEST_HEAD = 5_000  # characters of a line of the head; reading a longer one takes minutes
LONGEST_BODY = 2_000_000  # characters of the text, tags of a page included
MOST_PARTS = 500  # texts and attachments
DEEPEST = 5  # messages within messages
HEADS = ("From", "To", "Date", "Subject")
NOT_AN_EMAIL = "This is not an e-mail, whatever its name."
CUT_OFF = "The end of this message is missing. Save it again, or ask the force to send it again."
ENCRYPTED = "This message is encrypted. Open it in your mail program and save it without that."
_CUT = {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect"}
_TORN = {"InvalidBase64PaddingDefect", "InvalidBase64LengthDefect"}
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", "text/csv": ".csv", "image/png": ".png"}


class ShortHeads(EmailPolicy):
    """An e-mail policy that parses long headers only as far as LONGEST_HEAD."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        if len(value) > LONGEST_HEAD:  # the last address or word is dropped whole
            between = "," if name.lower() in ("from", "to") else " "
            value = value[:LONGEST_HEAD].rpartition(between)[0] or value[:LONGEST_HEAD]
        return super().header_fetch_parse(name, value)


def parse(data: bytes, notes: list[str]) -> EmailMessage:
    """The e-mail, or its beginning if it has too many parts."""
    made: list[EmailMessage] = []

    def part(policy: Any) -> Any:
        made.append(EmailMessage(policy=policy))
        return made[-1]

    parser = BytesFeedParser(policy=ShortHeads(message_factory=part))
    data, piece = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), 2**16
    for start in range(0, len(data), piece):
        parser.feed(data[start : start + piece])
        if len(made) > MOST_PARTS and start + piece < len(data):
            notes.append(f"This e-mail has more than {MOST_PARTS} parts: the last are not read.")
            break
    message = parser.close()
    assert isinstance(message, EmailMessage)
    return message


def head(message: EmailMessage, name: str) -> str:
    """A line of the head in words, whatever was written there."""
    try:
        return " ".join(str(message[name] or "").split())
    except Exception:  # the parser of the standard library has no one error for a broken line
        raw = next((str(v) for key, v in message.raw_items() if key.lower() == name.lower()), "")
        try:
            return " ".join(str(make_header(decode_header(raw[:LONGEST_HEAD]))).split())
        except (ValueError, LookupError):
            return " ".join(raw[:LONGEST_HEAD].split())


def heads_of(message: EmailMessage, notes: list[str]) -> dict[str, str]:
    """The heads that a reader sees, with a note of each that is shown only in part."""
    long = {name.lower(): len(line) for name, line in reversed([*message.raw_items()])}
    found = {name: text for name in HEADS if (text := head(message, name))}
    for name in found:
        if (size := long[name.lower()]) > LONGEST_HEAD:
            notes.append(f"“{name}” has {size:,} characters; only its beginning is shown.")
    return found


def text_of(part: EmailMessage, notes: list[str]) -> str:
    """The words of one part, whatever alphabet it says it is in."""
    try:
        text = part.get_content()
    except (LookupError, KeyError, UnicodeError, ValueError, AssertionError):
        text = None
    if not isinstance(text, str):  # an alphabet that nobody knows
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        try:
            text = data.decode()
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if len(text) > LONGEST_BODY:
        text = text[:LONGEST_BODY]
        notes.append(f"The text is longer than the {LONGEST_BODY:,} characters that are read.")
    is_page = part.get_content_type() == "text/html"
    return page_words(text) if is_page else text.replace("\r\n", "\n").replace("\r", "\n").strip()


def read_eml(data: bytes, depth: int = 0) -> Message:
    """An e-mail with its words and files; of one within it, the words and files too."""
    notes: list[str] = []
    message = parse(data, notes)
    is_whole = not notes
    heads = heads_of(message, notes)
    if not heads:
        raise Refused(NOT_AN_EMAIL)
    sender, name = sender_of(heads.get("From", ""))
    collected = _Parts(notes, depth, is_whole)
    collected.walk(message)
    if collected.is_cut and is_whole:
        notes.insert(0, CUT_OFF)
    return Message(
        sender=sender,
        sender_name=name,
        to=heads.get("To", ""),
        date=heads.get("Date", ""),
        subject=heads.get("Subject", ""),
        message_id=head(message, "Message-ID")[:250],
        answers_to=tuple(_ids(head(message, "In-Reply-To") + head(message, "References"))),
        text="\n\n".join(filter(None, collected.texts)),
        files=tuple(collected.files),
        notes=tuple(dict.fromkeys(notes)),
        doubts=tuple(_doubts(message, sender, name)),
    )


class _Parts:
    """The texts and files of an e-mail, in order; each leaf is one or the other, none is lost."""

    def __init__(self, notes: list[str], depth: int, is_whole: bool = True) -> None:
        self.notes, self.depth, self.is_whole = notes, depth, is_whole
        self.texts: list[str] = []
        self.files: list[AttachedFile] = []
        self.is_cut = False

    def walk(self, part: EmailMessage) -> None:
        self.is_cut |= _names(part.defects) & _CUT != set()
        kind = part.get_content_type()
        if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"):
            self.notes.append(ENCRYPTED)
        if kind == "message/rfc822" and self._nested(part):
            return
        if kind == "multipart/alternative" and part.is_multipart():
            self._alternative(part)
        elif part.is_multipart():
            for each in part.iter_parts() if kind != "message/rfc822" else ():
                assert isinstance(each, EmailMessage)  # the policy makes no other
                self.walk(each)
        elif _is_text(part):
            self.texts.append(text_of(part, self.notes))
        else:
            self._file(part)

    def _alternative(self, part: EmailMessage) -> None:
        """One text in several forms: the page where it says more, or has a table."""
        plain = page = ""
        for each in part.iter_parts():
            assert isinstance(each, EmailMessage)
            if not _is_text(each):
                if each.get_content_type() == "multipart/related":
                    inner = _Parts(self.notes, self.depth, self.is_whole)
                    inner.walk(each)
                    page, self.is_cut = "\n\n".join(inner.texts), self.is_cut | inner.is_cut
                    self.files += inner.files
                else:
                    self.walk(each)
            elif each.get_content_type() == "text/html":
                page = text_of(each, self.notes)
            else:
                plain = text_of(each, self.notes) or plain
        self.texts.append(_fuller(plain, page))

    def _nested(self, part: EmailMessage) -> bool:
        """A message within this one: a file of its own, whose words and files are read too."""
        inner = next(iter(part.get_payload() or []), None) if part.is_multipart() else None
        if not isinstance(inner, EmailMessage):
            return False
        data = inner.as_bytes(policy=ShortHeads(refold_source="none"))
        subject = head(inner, "Subject") or "message"
        name = file_name(f"{subject.replace('/', '-')[:80]}.eml", len(self.files) + 1)
        self.files.append(AttachedFile(name, data))
        if self.depth >= DEEPEST:
            self.notes.append("Messages nested this deep are not read.")
            return True
        try:
            read = read_eml(data, self.depth + 1)
        except Refused:
            return True
        lines = [f"From: {read.sender_name} <{read.sender}>", f"Date: {read.date}"]
        lines += [f"Subject: {read.subject}", "", read.text]
        self.texts.append("\n".join(["-----Attached message-----", *lines]))
        self.files += read.files
        self.notes += read.notes
        return True

    def _file(self, part: EmailMessage) -> None:
        try:
            payload = part.get_payload(decode=True)
        except (ValueError, LookupError, AssertionError):
            payload = None
        data = payload if isinstance(payload, bytes) else b""
        if not data and part.get_payload():
            raw = part.get_payload()
            data = raw.encode("utf-8", "replace") if isinstance(raw, str) else b""
        self.is_cut |= _names(part.defects) & _TORN != set()
        kind, number = part.get_content_type(), len(self.files) + 1
        try:
            given = part.get_filename() or ""
        except Exception:  # as `head`
            given = ""
        name = file_name(given, number, _ENDINGS.get(kind, ""))
        if not data and not self.is_whole:
            return  # the part in which the reading stopped
        if not data:
            self.notes.append(f"“{name}” is empty.")
            return
        if outlook.is_winmail(data):
            self._winmail(data, name)
            return
        is_shown = part.get_content_disposition() != "attachment" and bool(part["Content-ID"])
        self.files.append(AttachedFile(name, data, is_shown=is_shown))

    def _winmail(self, data: bytes, name: str) -> None:
        try:
            text, files = outlook.read_winmail(data)
        except Refused as refusal:
            self.files.append(AttachedFile(name, data))
            self.notes.append(str(refusal))
            return
        if text and not any(text[:200] in each for each in self.texts):
            self.texts.append(text)
        self.files += files


def _is_text(part: EmailMessage) -> bool:
    """Whether a part is shown as text: neither attached nor with a file's name."""
    if part.get_content_maintype() != "text" or part.is_multipart():
        return False
    try:
        named = part.get_filename()
    except Exception:  # as `head`
        named = "a name"
    kind = part.get_content_type()
    return not named and part.get_content_disposition() != "attachment" and kind in _SHOWN


_SHOWN = ("text/plain", "text/html", "text/enriched")


def _fuller(plain: str, page: str) -> str:
    """The form of a text that says more; the page too where only it keeps the cells of a table."""
    letters = [sum(map(str.isalnum, each)) for each in (plain, page)]
    has_table = sum("\t" in line for line in page.splitlines()) > 1
    return page if letters[1] > letters[0] * (0.8 if has_table else 1.5) else plain or page


def _names(defects: list[MessageDefect]) -> set[str]:
    return {type(each).__name__ for each in defects}


def _ids(text: str) -> Iterator[str]:
    yield from dict.fromkeys(re.findall(r"<[^<>\s]{3,240}>", text)[:50])


def _doubts(message: EmailMessage, sender: str, name: str) -> Iterator[str]:
    """Why a message may not be from the address in its “From”."""
    shown = [each for each in addresses_in(name) if each != sender]
    if shown:
        yield f"Its sender is shown as {shown[0]}, and its address is {sender}."
    checks = " ".join(str(value) for key, value in message.raw_items() if key.lower() in _CHECKS)
    failed = re.findall(r"\b(dmarc|spf|dkim)=(?:hard)?fail", checks[:20_000], re.IGNORECASE)
    if failed:
        tests = ", ".join(dict.fromkeys(each.upper() for each in failed))
        yield f"The mail server could not confirm its sender: {tests} failed."
    answers = addresses_in(head(message, "Reply-To"))
    if sender and answers and all(domain_of(each) != domain_of(sender) for each in answers):
        yield f"Answers to it would go to {answers[0]}, and its sender is {sender}."


_CHECKS = ("authentication-results", "received-spf", "arc-authentication-results")


def domain_of(address: str) -> str:
    return address.rpartition("@")[2].lower().strip(". ")


def has_heads(data: bytes) -> bool:
    """Whether a text begins as an e-mail does: two lines of a head that every e-mail has."""
    message = message_from_bytes(data[:20_000].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    names = {key.lower() for key in message.keys()}  # noqa: SIM118
    return len(names & {"from", "to", "date", "subject", "received", "message-id"}) > 1 and bool(
        names & {"mime-version", "received", "message-id", "content-type", "return-path"}
    )
