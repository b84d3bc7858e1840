"""A text that somebody pasted: the heads that mail programs copy with it, and its words."""

import re

from offences.replies.message import Message, addresses_in, sender_of

MOST_TEXT = 200_000  # characters
_NAMES = {
    **dict.fromkeys(("from",), "from"),
    **dict.fromkeys(("sent", "date", "received"), "date"),
    **dict.fromkeys(("to",), "to"),
    **dict.fromkeys(("cc", "importance", "attachments", "reply-to", "bcc"), ""),
    **dict.fromkeys(("subject",), "subject"),
}
_HEAD = re.compile(r"[>*\s]*([A-Za-z-]{2,12})\*?:\*?[ \t]*(.*)")


def read_pasted(text: str) -> Message:
    """The message that a pasted text is; without heads all of it is its words."""
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    heads, lines = dict[str, str](), text.split("\n")
    at = len(lines)
    for number, line in enumerate(lines):
        found = _HEAD.fullmatch(line)
        name = _NAMES.get(found[1].lower()) if found else None
        if found is None or name is None:
            at = number
            break
        if name:
            heads.setdefault(name, found[2].strip())
    if len(heads) < 2:
        return Message(text=text)
    sender, name = sender_of(heads.get("from", ""))
    return Message(
        sender=sender or next(iter(addresses_in(heads.get("from", ""))), ""),
        sender_name=name,
        to=heads.get("to", ""),
        date=heads.get("date", ""),
        subject=heads.get("subject", ""),
        text="\n".join(lines[at:]).strip(),
    )
