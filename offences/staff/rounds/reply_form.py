"""The choices that a person confirms for a reply, read from the form of its page."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.dateparse import parse_date

from offences.english import and_list
from offences.intake.returns.uploads import LARGEST
from offences.refused import Refused
from offences.replies.message import AttachedFile, Message
from offences.replies.recognised_step import SHEETS, RecognisedStep, ReplyKind, has_table
from offences.rounds.filing import TEXT, FilingChoice, PaperUse

NAMES: dict[ReplyKind, str] = {
    ReplyKind.REFUSED: "a refusal",
    ReplyKind.PART_ANSWERED: "an answer in part",
    ReplyKind.ANSWERED: "an answer",
    ReplyKind.EXTENSION_CLAIMED: "an extension",
    ReplyKind.CLARIFICATION_ASKED: "a question to us",
    ReplyKind.ACKNOWLEDGED: "an acknowledgement",
    ReplyKind.REVIEW_ANSWERED: "an answer to our request for a review",
    ReplyKind.OTHER: "something else, which changes nothing",
}
NO_REQUEST = "not about a request"
READ_IT, DO_NOT_READ = "read its figures", "store it, do not read it"
WITH_SECTIONS = (ReplyKind.REFUSED, ReplyKind.PART_ANSWERED, ReplyKind.EXTENSION_CLAIMED)
MOST_WORDS = 4_000  # characters of a letter that are shown beside it
_SECTION = re.compile(r"(\d{1,2}[A-Za-z]?)((?:\([\da-z]{1,4}[A-Z]?\))*)")


@dataclass(frozen=True)
class OfferedFile:
    """One file of a reply, and what would become of it unless a person says otherwise."""

    key: str
    name: str
    size: str
    use: PaperUse
    words: str = ""  # of a letter, or as many of them as are shown
    unread: PaperUse = PaperUse.PAPER  # its use if its figures are not read

    @property
    def uses(self) -> list[tuple[PaperUse, str]]:
        return [(PaperUse.READ, READ_IT), (self.unread, DO_NOT_READ)]


def button_of(kind: ReplyKind, sections: Sequence[str]) -> str:
    """The words of the one filled button, which names the act."""
    if kind is ReplyKind.OTHER:
        return "File it and change nothing"
    if kind is ReplyKind.REFUSED and sections:
        noun = "sections" if len(sections) > 1 else "section"
        return f"Record a {noun} {and_list(sections)} refusal"
    return f"Record {NAMES[kind]}"


def offered_files(message: Message, kind: ReplyKind) -> list[OfferedFile]:
    """The files of a message, and its own text where it has a table."""
    found = [_offered(each, kind) for each in message.files]
    if has_table(message.text) and not any(each.use is PaperUse.READ for each in found):
        found.insert(0, OfferedFile(TEXT, "the text of the message", "", PaperUse.READ))
    return found


def _offered(file: AttachedFile, kind: ReplyKind) -> OfferedFile:
    is_sheet = file.name.lower().endswith(SHEETS)
    gives = kind in (ReplyKind.ANSWERED, ReplyKind.PART_ANSWERED)
    unread = PaperUse.PAPER
    if file.is_incidental or file.size > LARGEST:
        unread = PaperUse.LEAVE  # it is stored in its message alone
    is_table = (is_sheet and kind is not ReplyKind.REFUSED) or (gives and has_table(file.words))
    is_read = is_table and not file.is_incidental and not file.fault
    use = PaperUse.READ if is_read else unread
    size = f"{max(1, round(file.size / 1024)):,} kB"
    return OfferedFile(file.sha256, file.name, size, use, file.words[:MOST_WORDS], unread)


def read_choice(
    post: QueryDict, message: Message, step: RecognisedStep, offered: dt.date | None
) -> FilingChoice:
    """What the form says; Refused with a sentence where something is missing or wrong.

    `offered` is a day that the form came with and that nothing in the message shows.
    """
    asked = post.get("record", "")
    kind = _kind(post.get("kind", "") if asked == "chosen" else asked)
    on = _date(post.get("on", ""), "Write the day on which it was received, such as 9 June 2026.")
    if on is None:
        raise Refused("Write the day on which it was received: nothing in the message says it.")
    if on == offered and "day" not in post:
        raise Refused(
            f"Say when it was received: tick “Right” beside it if that was on {on.day} {on:%B}, or "
            "write the day."
        )
    sections: tuple[str, ...] = ()
    if kind in WITH_SECTIONS:
        sections = _sections(post.get("sections", ""))
    elif kind is ReplyKind.CLARIFICATION_ASKED:
        sections = ("1(3)",)
    is_as_recognised = kind is step.kind
    return FilingChoice(
        kind=kind,
        on=on,
        sections=sections,
        quoted=step.quoted if is_as_recognised else "",
        until=_date(post.get("until", ""), "Write the end of the extension as a day.")
        if kind is ReplyKind.EXTENSION_CLAIMED
        else None,
        reference=_plain(post.get("their", ""))[:60] if "reference" in post else "",
        offer=step.offer if "offer" in post and is_as_recognised else "",
        is_part=kind is ReplyKind.REFUSED and post.get("scope") == "part",
        uses=_uses(post, message),
    )


def _kind(text: str) -> ReplyKind:
    try:
        return ReplyKind(text)
    except ValueError:
        raise Refused("Choose what this reply is.") from None


def _plain(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _date(text: str, otherwise: str) -> dt.date | None:
    if not text.strip():
        return None
    try:
        found = parse_date(text.strip())
    except ValueError:
        found = None
    if found is None:
        raise Refused(otherwise)
    return found


def _sections(text: str) -> tuple[str, ...]:
    """Sections as somebody typed them: “12(1), 40(2)”."""
    found = []
    plain = re.sub(r"\b(?:sections?|s\.)|\s", "", text, flags=re.IGNORECASE)
    for each in filter(None, re.split(r"[,;&]|and", plain)):
        section = _SECTION.fullmatch(each)
        if not section:
            raise Refused(f"“{each[:20]}” is no section of the Act. Write it such as 12 or 40(2).")
        found.append(section[1].upper() + section[2])
    return tuple(dict.fromkeys(found))


def _uses(post: QueryDict, message: Message) -> Mapping[str, PaperUse]:
    """The use of each file, by its SHA-256; one that the form does not name stays."""
    keys = [TEXT, *(each.sha256 for each in message.files)]
    chosen = {key: post.get(f"file-{key}", PaperUse.LEAVE) for key in keys}
    if bad := next((each for each in chosen.values() if each not in [*PaperUse]), None):
        raise Refused(f"Choose what becomes of each file: “{bad[:20]}” is no choice.")
    return {key: PaperUse(use) for key, use in chosen.items()}
