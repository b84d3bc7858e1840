"""One message as plain values: its heads, its words, its files, and what is odd about it."""

import base64
import hashlib
import re
from dataclasses import dataclass, replace
from email.utils import getaddresses
from pathlib import PurePath
from typing import Any

MOST_NAME = 150  # characters of a file's name
PICTURES = (".png", ".gif", ".jpg", ".jpeg", ".bmp", ".svg", ".emz", ".wmz")
SIGNATURES = (".p7s", ".asc")
_ADDRESS = re.compile(r"[\w.+'&=-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class AttachedFile:
    """One file in a message; `words` are those of a letter, as far as they are read here."""

    name: str
    data: bytes
    is_shown: bool = False  # in the text itself, as the picture of a crest is
    words: str = ""
    size: int = 0
    sha256: str = ""
    fault: str = ""  # why nothing can open it

    @property
    def is_incidental(self) -> bool:
        """Whether nobody stores it unasked: a picture in the text, a digital signature."""
        ending = PurePath(self.name).suffix.lower()
        return (self.is_shown and ending in PICTURES) or ending in SIGNATURES


@dataclass(frozen=True)
class Message:
    """A message of a force: an e-mail, a pasted text, or a file that came without one."""

    sender: str = ""  # the address
    sender_name: str = ""
    to: str = ""
    date: str = ""  # as its head has it
    subject: str = ""
    message_id: str = ""
    answers_to: tuple[str, ...] = ()  # Message-IDs
    text: str = ""
    files: tuple[AttachedFile, ...] = ()
    notes: tuple[str, ...] = ()  # what is odd about it, a sentence each
    doubts: tuple[str, ...] = ()  # why its sender may be another, a sentence each

    @property
    def sender_line(self) -> str:
        """The sender as a head has it: “Ann Lee <foi@north.example>”."""
        return f"{self.sender_name} <{self.sender}>" if self.sender_name else self.sender

    @property
    def words(self) -> str:
        """All its words, those of its letters too."""
        return "\n\n".join(filter(None, [self.text, *(each.words for each in self.files)]))


def addresses_in(text: str) -> list[str]:
    """Every e-mail address in a text, once, in small letters."""
    return list(dict.fromkeys(each.lower().strip("'") for each in _ADDRESS.findall(text)))


def sender_of(head: str) -> tuple[str, str]:
    """The address and the name in a “From”; the last address if there are several in the name."""
    named = [(name, address) for name, address in getaddresses([head]) if "@" in address]
    if len(named) == 1 and _ADDRESS.fullmatch(named[0][1]):
        return named[0][1].lower(), named[0][0]
    found = addresses_in(head)
    return (found[-1] if found else ""), re.sub(r"<[^>]*>", "", head).strip(' "')


def file_name(text: str, number: int, otherwise: str = "") -> str:
    """A name under which a file can be stored: no path, no sign that no file has in its name."""
    plain = PurePath(text.replace("\\", "/").replace("\0", "")).name
    plain = " ".join(re.sub(r"[\x00-\x1f\x7f<>:\"|?*]", " ", plain).split()).strip(". ")
    if not plain:
        return f"attachment {number}{otherwise}"
    ending = PurePath(plain).suffix[:12]
    return plain if len(plain) <= MOST_NAME else plain[: MOST_NAME - len(ending)] + ending


def to_json(message: Message, *, with_files: bool) -> dict[str, object]:
    """A message for the line between two processes."""
    files = []
    for each in message.files:
        data = base64.b64encode(each.data).decode() if with_files else ""
        files.append(vars(each) | {"data": data})
    return {**vars(message), "files": files}


def from_json(found: dict[str, Any]) -> Message:
    """The message of such a line."""
    files = tuple(
        AttachedFile(**each | {"data": base64.b64decode(each["data"])}) for each in found["files"]
    )
    lists = {name: tuple(found[name]) for name in ("answers_to", "notes", "doubts")}
    return Message(**found | lists | {"files": files})


def without_twins(message: Message) -> Message:
    """The message with each file once, measured, and no two of one name."""
    seen, names, files = set[str](), set[str](), []
    for each in message.files:
        digest = hashlib.sha256(each.data).hexdigest()
        if digest in seen:
            continue
        seen.add(digest)
        path, number, name = PurePath(each.name), 2, each.name
        while name.casefold() in names:
            name, number = f"{path.stem} ({number}){path.suffix}", number + 1
        names.add(name.casefold())
        files.append(replace(each, name=name, size=len(each.data), sha256=digest))
    return replace(message, files=tuple(files))
