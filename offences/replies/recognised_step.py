"""The step that a reply takes, by its words: always a guess, with the words quoted.

A sentence counts only if it says what the force does: “we may have to refuse” in a receipt is no
refusal, and what was quoted of our own letter says nothing of the reply.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from offences.replies import phrases
from offences.replies.dates import dates_in
from offences.replies.message import Message
from offences.replies.sections import EXEMPT, number_of, sections_in

COST, VEXATIOUS = "12", "14"
MOST_QUOTED = 300  # characters
_FILE_NAME = re.compile(
    r"\S+\.(?:xls[xmb]?|ods|csv|tsv|docx?|pdf|txt|eml|msg|zip)\b", re.IGNORECASE
)
SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv")


class ReplyKind(StrEnum):
    """What a reply does to a request."""

    REFUSED = "refused"
    PART_ANSWERED = "part_answered"
    ANSWERED = "answered"
    EXTENSION_CLAIMED = "extension_claimed"
    CLARIFICATION_ASKED = "clarification_asked"
    ACKNOWLEDGED = "acknowledged"
    REVIEW_ANSWERED = "review_answered"
    OTHER = "other"  # it takes no step


@dataclass(frozen=True)
class RecognisedStep:
    """What a reply seems to do, and the words that say so."""

    kind: ReplyKind
    quoted: str = ""
    sections: tuple[str, ...] = ()
    until: dt.date | None = None  # of an extension
    why: str = ""  # where words alone do not show it
    offer: str = ""  # words with which it offers to answer less
    review: str = ""  # words that say how to ask for a review


def recognise_step(message: Message, *, is_in_review: bool = False) -> RecognisedStep:
    """What a reply seems to do; `is_in_review` if we have asked this force for a review."""
    text = own_words(message)
    subject = re.sub(r"^(?:(?:re|fw|fwd|sv|aw)\s*:\s*)+", "", message.subject, flags=re.I)
    if phrases.RETURNED.search(subject) or message.sender.startswith(
        ("mailer-daemon@", "postmaster@")
    ):
        return RecognisedStep(ReplyKind.OTHER, why="The letter did not arrive: it came back.")
    read = _Read({_FILE_NAME.sub("a file", each): each for each in (*clauses(text), subject)})
    has_sheet = any(f.name.lower().endswith(SHEETS) and not f.fault for f in message.files)
    kind, quoted, sections, until = read.step(has_sheet or has_table(text), is_in_review)
    why = ""
    if kind in (ReplyKind.OTHER, ReplyKind.ANSWERED) and (lost := _lost_files(message, text)):
        kind, why = ReplyKind.OTHER, lost
    elif kind is ReplyKind.OTHER:
        why = "Nothing in its words says what it is. Choose it under “It is something else”."
        if phrases.AWAY.search(subject):
            why = "An automatic reply of somebody who is away."
        elif has_sheet or has_table(text):
            kind, why = ReplyKind.ANSWERED, "There are figures in it."
    offer = (
        read.first(phrases.OFFERS) if kind in (ReplyKind.REFUSED, ReplyKind.PART_ANSWERED) else ""
    )
    return RecognisedStep(
        kind, quoted, sections, until, why, offer, read.first(phrases.REVIEW_BY, True)
    )


def _lost_files(message: Message, text: str) -> str:
    """Why a message is no answer, if nothing can open what it brings; else empty."""
    files = [each for each in message.files if not each.is_incidental]
    if not files or has_table(text) or not all(each.fault for each in files):
        return ""
    faults = " ".join(f"“{each.name}” cannot be read. {each.fault}" for each in files)
    return f"{faults} If you cannot put that right, ask the force to send it again."


def own_words(message: Message) -> str:
    """The words of a reply and its letters, without what it quotes of earlier messages."""
    all_lines = message.text.split("\n")
    lines: list[str] = []
    for line, after in zip(all_lines, [*all_lines[1:], ""], strict=True):
        if phrases.QUOTES.match(f"{line.strip()}\n{after.strip()}"):
            break
        if not line.lstrip().startswith(">"):
            lines.append(line)
    is_forwarded = re.match(r"fwd?\s*:", message.subject, re.IGNORECASE)
    own = "" if is_forwarded else "\n".join(lines).strip()
    letters = (f.words for f in message.files if not f.name.lower().endswith(SHEETS))
    return "\n\n".join(filter(None, [own or message.text, *letters]))


def clauses(text: str) -> list[str]:
    """The sentences of a text, each on one line, without the question that a force repeats."""
    found: list[str] = []
    is_repeated = False
    for paragraph in re.split(r"\n[ \t]*\n", text):
        split = (" ".join(each.split()) for each in phrases.CLAUSE.split(paragraph) if each)
        sentences = [each for each in split if each]
        found += [] if is_repeated else sentences
        is_repeated = bool(sentences and phrases.REPEATS.search(sentences[-1])) and not is_repeated
    return found


def as_rows(text: str) -> str:
    """A text whose columns stand apart by spaces, with tabs between them."""
    lines = (
        re.sub(r"[ \u00a0]{2,}|[ \t]*\|[ \t]*", "\t", each.strip()) for each in text.split("\n")
    )
    return "\n".join(each.strip("\t") for each in lines)


def has_table(text: str) -> bool:
    """Whether there are rows of numbers in the text itself."""
    rows = (re.findall(r"(?<![\w/])\d[\d,]*(?![\w/])", line) for line in text.split("\n"))
    return sum(len(row) > 1 for row in rows) > 2


@dataclass
class _Read:
    """The sentences of a reply, and the first of each kind.

    Each is read without the names of files in it, which say nothing of what a force does, and
    quoted as it is.
    """

    quoted: Mapping[str, str]

    @property
    def lines(self) -> list[str]:
        return [*self.quoted]

    def step(
        self, has_figures: bool, is_in_review: bool
    ) -> tuple[ReplyKind, str, tuple[str, ...], dt.date | None]:
        if is_in_review and (quoted := self.first(phrases.REVIEW_ENDS)):
            return ReplyKind.REVIEW_ANSWERED, quoted, tuple(self._refusals()[1]), None
        refusal, sections, is_decided = self._refusals()
        more_time, until = self._more_time()
        gives = self.first(phrases.GIVES)
        if refusal and (is_decided or not more_time):
            is_part = has_figures or (self.first(phrases.PARTLY) != "" and gives != "")
            kind = ReplyKind.PART_ANSWERED if is_part else ReplyKind.REFUSED
            return kind, refusal, tuple(sections), None
        if more_time:
            named = [s for line in self.lines for s in sections_in(line)]
            return ReplyKind.EXTENSION_CLAIMED, more_time, tuple(dict.fromkeys(named)), until
        asks = self._clarification()
        if asks and not has_figures:
            return ReplyKind.CLARIFICATION_ASKED, asks, ("1(3)",), None
        if gives:
            return ReplyKind.ANSWERED, gives, (), None
        if quoted := self.first(phrases.HOLDS_NOT):
            return ReplyKind.ANSWERED, quoted, (), None
        received, promised = self.first(phrases.RECEIVES), self.first(phrases.WILL_ANSWER, True)
        if received and (
            promised or re.search("acknowledg|receipt|received|logged", received, re.I)
        ):
            return ReplyKind.ACKNOWLEDGED, received, (), None
        return ReplyKind.OTHER, "", (), None

    def first(self, pattern: re.Pattern[str], maybe: bool = False) -> str:
        """The first sentence that says so, not one that only says it may happen."""
        for line in self.lines:
            found = pattern.search(line)
            if found and (maybe or not phrases.MAYBE.search(line[: found.end()])):
                return _shortened(self.quoted[line])
        return ""

    def _refusals(self) -> tuple[str, list[str], bool]:
        """The words of a refusal, its sections, and whether it is decided, not only considered."""
        found: list[tuple[str, list[str], bool]] = []
        for line in self.lines:
            refuses, costs = phrases.REFUSES.search(line), phrases.COSTS.search(line)
            named = sections_in(line)
            sign = refuses or costs
            if (
                not sign
                or phrases.NO_REFUSAL.search(line)
                or phrases.MAYBE.search(line[: sign.start()])
            ):
                continue
            if costs and COST not in {str(number_of(each)) for each in named}:
                named = [*named, COST]
            if "vexatious" in line.lower() and not named:
                named = [VEXATIOUS]
            decided = bool(costs or phrases.DECIDED.search(line))
            if named or decided:
                found.append((_shortened(self.quoted[line]), named, decided))
        sections = list(dict.fromkeys(each for _, named, _ in found for each in named))
        first = next((line for line, named, _ in found if named), found[0][0] if found else "")
        return first, _without_general(sections), any(decided for *_, decided in found)

    def _more_time(self) -> tuple[str, dt.date | None]:
        for line in self.lines:
            time = phrases.MORE_TIME.search(line)
            if not time or not phrases.TIME_OF.search(line) or phrases.NOT_ASKED_OF_US.search(line):
                continue
            if not phrases.MAYBE.search(line[: time.start()]):
                near = [line, *self.lines[self.lines.index(line) + 1 :][:4]]
                days = (d for each in near for d in _days_after_by(each))
                return _shortened(self.quoted[line]), next(days, None)
        return "", None

    def _clarification(self) -> str:
        for line in self.lines:
            found = phrases.ASKS.search(line)
            if (
                found
                and not phrases.MAYBE.search(line[: found.end()])
                and not phrases.CLEARED.search(line)
            ):
                return _shortened(self.quoted[line])
        return ""


def _days_after_by(line: str) -> Iterator[dt.date]:
    """The days by which something is promised."""
    for found in re.finditer(r"\b(?:by|until|to|before|than|is now|date of|on)\b", line):
        yield from dates_in(line[found.end() : found.end() + 40])[:1]


def _without_general(sections: list[str]) -> list[str]:
    """The sections named, without “40” where “40(2)” is named too."""
    return [
        each
        for each in sections
        if not any(other != each and other.startswith(f"{each}(") for other in sections)
        and number_of(each) in EXEMPT
    ]


def _shortened(line: str) -> str:
    return line if len(line) <= MOST_QUOTED else f"{line[: MOST_QUOTED - 2].rpartition(' ')[0]} …"
