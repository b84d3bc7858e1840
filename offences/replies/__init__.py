"""A force's reply: the message read, whose it is, and which step of a request it takes.

`reading` opens any message in a process of its own as a `message`: `eml`, `outlook`, `pasted`, with
`page_words` of HTML and `attachment_words` of its files. `senders` says which request it is about
and by which sign, `references` the force's own reference, `recognised_step` what its words do, with
the words quoted: `phrases`, `sections` of the Act, `dates`.

All of it is offered to a person: nothing here records anything, or knows of the database.
"""

import json

from offences.refused import Refused
from offences.replies.message import Message, from_json
from offences.returns.limited_process import ask

_SECONDS = 120  # by the clock; one that works is ended by its own limit of processor time
_TOO_MUCH = "This message takes too much memory or time to be read. Save its files by themselves."


def read_message(data: bytes, name: str, *, with_files: bool = False) -> Message:
    """Read a message; Refused with a sentence if nobody can. Files have bytes only if asked."""
    if not with_files:
        try:
            return _ask(data, name, with_words=True, with_files=False)
        except Refused:
            pass  # by one of its files, perhaps, which is stored even if nobody can open it
    return _ask(data, name, with_words=False, with_files=with_files)


def _ask(data: bytes, name: str, **what: bool) -> Message:
    asked = json.dumps({"name": name, **what}).encode() + b"\n" + data
    return from_json(ask("offences.replies", asked, seconds=_SECONDS, too_much=_TOO_MUCH))
