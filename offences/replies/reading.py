"""The reading of any file that may be a message; any other file is a message by itself."""

from dataclasses import replace

from offences.refused import Refused
from offences.replies import outlook
from offences.replies.attachment_words import words_of
from offences.replies.eml import has_heads, read_eml
from offences.replies.message import AttachedFile, Message, file_name, without_twins
from offences.replies.pasted import read_pasted
from offences.returns.formats.texts import decode_text

LARGEST = 40 * 1024 * 1024  # a file of 25 MB is a third longer in an e-mail
PASTED = "pasted text.txt"
"""The name under which a pasted text comes."""


def read_any(data: bytes, name: str, *, with_words: bool = True) -> Message:
    """The message that a file is; a lone file is a message that has nothing but this file.

    `with_words`: the words of its letters and workbooks are read too.
    """
    if not data:
        raise Refused("This file is empty. Ask its sender for it again.")
    if len(data) > LARGEST:
        raise Refused("This message is larger than 40 MB. Save its files by themselves.")
    message = without_twins(_read(data, name))
    if not (message.text.strip() or message.files):
        note = "This message has neither a text nor a file."
        message = replace(message, notes=(*message.notes, note))
    if with_words:
        message = replace(message, files=tuple(map(_with_words, message.files)))
    return _storable(message)


def _with_words(file: AttachedFile) -> AttachedFile:
    if file.words:
        return file
    try:
        return replace(file, words=words_of(file.data, file.name))
    except Refused as refusal:
        return replace(file, fault=str(refusal))


def _read(data: bytes, name: str) -> Message:
    ending = name.lower().rpartition(".")[2]
    if outlook.is_msg(data):
        return outlook.read_msg(data)
    if outlook.is_winmail(data):
        text, files = outlook.read_winmail(data)
        return Message(text=text, files=tuple(files))
    if ending == "msg":
        raise Refused(outlook.BROKEN)
    if name == PASTED:
        return read_pasted(decode_text(data))
    if ending in ("eml", "mht", "mhtml") or has_heads(data):
        return read_eml(data)
    if ending == "txt" and (saved := _saved_text(data)):
        return saved
    return Message(files=(AttachedFile(file_name(name, 1), data),))


def _saved_text(data: bytes) -> Message | None:
    """A message that a mail program saved as text; None if the text has no heads."""
    try:
        message = read_pasted(decode_text(data))
    except Refused:
        return None
    return message if message.sender or message.subject else None


def _storable(message: Message) -> Message:
    """The message without what no database stores as text: NUL, and half of a pair of signs."""

    def plain(text: str) -> str:
        return text.replace("\0", "").encode("utf-8", "replace").decode()

    def plain_ones(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(plain, texts))

    return Message(
        sender=plain(message.sender),
        sender_name=plain(message.sender_name),
        to=plain(message.to),
        date=plain(message.date),
        subject=plain(message.subject),
        message_id=plain(message.message_id),
        answers_to=plain_ones(message.answers_to),
        text=plain(message.text),
        files=tuple(
            replace(f, name=plain(f.name), words=plain(f.words), fault=plain(f.fault))
            for f in message.files
        ),
        notes=plain_ones(message.notes),
        doubts=plain_ones(message.doubts),
    )
