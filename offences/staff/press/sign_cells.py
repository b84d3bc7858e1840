"""Who has signed a text, role by role, as pages show it; and what changed in its words."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.timezone import localtime

from offences.models import EventSigner, ReviewKind, SignRole
from offences.press import TextState
from offences.staff.names import name_of

BESIDE = 160  # characters beside a change
LETTERS = {role: role.label[0] for role in SignRole}
KINDS = {"": "not signed", "y": "signed", "n": "sent back", "w": "taken back", "na": "not needed"}


@dataclass(frozen=True)
class SignCell:
    """The state of one role at one text."""

    role: str
    letter: str
    kind: str  # of KINDS
    who: str = ""
    when: str = ""

    @property
    def words(self) -> str:
        return KINDS[self.kind]


def sign_cells(state: TextState, signers: Mapping[str, EventSigner]) -> list[SignCell]:
    """Every role, in the order in which the roles are named."""
    return [_cell(state, role, signers.get(role)) for role in SignRole]


def _cell(state: TextState, role: SignRole, signer: EventSigner | None) -> SignCell:
    label, letter = role.label, LETTERS[role]
    named = signer.name if signer else "nobody is named"
    due = f"by {signer.due_on:%-d %B}, then the deputy signs" if signer else ""
    decided = state.decided.get(role)
    if role not in state.needed:
        return SignCell(label, letter, "na", "", "no age, sex, platform or small count")
    if decided is None:
        return SignCell(label, letter, "", named, due)
    day = f"{localtime(decided.at):%-d %B, %H:%M}"
    if role in state.signed:
        return SignCell(label, letter, "y", decided.who, f"signed {day}")
    if decided.kind == ReviewKind.SENT_BACK:
        return SignCell(label, letter, "n", decided.who, f"sent back {day}")
    edited = decided.text != state.text.text or decided.headline != state.text.headline
    why = "the text changed" if edited else "a figure, a caveat or the notice changed"
    return SignCell(label, letter, "w", decided.who, f"taken back: {why}")


@dataclass(frozen=True)
class HistoryRow:
    """One thing that happened to a text."""

    when: str
    what: str
    who: str
    words: str = ""


def history_of(state: TextState) -> list[HistoryRow]:
    """The steps taken with a text, the newest first."""
    text = state.text
    rows = [(text.prepared_at, "drafted", name_of(text.prepared_by), "")]
    if text.edited_at:
        rows.append((text.edited_at, "edited", name_of(text.edited_by), ""))
    for each in state.reviews:
        if each.kind != ReviewKind.SEEN:
            role = f" for {each.get_role_display()}" if each.role else ""
            rows.append((each.at, f"{each.get_kind_display()}{role}", each.who, each.words))
    rows.sort(key=lambda row: row[0], reverse=True)
    return [HistoryRow(f"{localtime(at):%-d %B, %H:%M}", *rest) for at, *rest in rows]


@dataclass(frozen=True)
class Change:
    """A stretch of a text, as it was or as it is: same, gone, new."""

    kind: str
    words: str


def changes(before: str, after: str) -> list[Change]:
    """A text with what was taken out and what was put in, word by word."""
    old, new = (re.split(r"(\s+)", text) for text in (before, after))
    found: list[Change] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Change("same", _shortened("".join(old[a:b]))))
            continue
        found += [Change("gone", gone)] if (gone := "".join(old[a:b])).strip() else []
        found += [Change("new", put)] if (put := "".join(new[c:d])).strip() else []
    return found


def _shortened(words: str) -> str:
    """A long stretch in which nothing changed, by its beginning and its end."""
    if len(words) <= 2 * BESIDE:
        return words
    return f"{words[:BESIDE].rsplit(' ', 1)[0]} … {words[-BESIDE:].partition(' ')[2]}"


def number_of(found: Sequence[Change]) -> int:
    """How many places changed."""
    kinds = ["same", *(each.kind for each in found)]
    return sum(a == "same" and b != "same" for a, b in pairwise(kinds))
