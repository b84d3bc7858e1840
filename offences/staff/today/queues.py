"""Queues of the first page: each kind of step, and everything that waits for it.

What a person is given follows from permissions, never from a group's name, and excludes what the
rule of two people gives to somebody else.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from offences.staff.pages import ENTER, may
from offences.statistics.dates import in_words

SHOWN = 5  # rows of a queue; the others are one link away
SEES_FORCES = ("change_foisubmission", "add_annualcount")
LETTERS = ("add_sentletter",)
PREPARERS = "data officer or press officer"
NAMED = "the people named"
KINDS: dict[str, tuple[str, str, str, Sequence[str]]] = {
    "returned": ("Sent back by a checker", "Correct the first", "data officer", ENTER),
    "text_back": ("Texts sent back", "Correct the first", "press officer", ["change_pressrelease"]),
    "unconfirmed": (
        "Forces that have not answered about their figures",
        "Record the first",
        "data officer",
        ["change_forcecheck"],
    ),
    "owned": ("Disputes you are looking into", "Open the first", "its owner", []),
    "decide": ("Disputes to decide", "Decide the first", "approver", ["decide_dispute"]),
    "correct": ("Correct what was sent", "Correct the first", "press officer", ["add_correction"]),
    "printed": (
        "Articles that are still wrong",
        "Ask the first",
        "press officer",
        ["change_printedarticle"],
    ),
    "reply": ("Replies to file", "File the first", "data officer", ["change_reply"]),
    "held_back": ("Files held back", "Review the first", "data lead", ["clear_document"]),
    "store": ("More files to store", "Continue with the first", "data officer", ENTER),
    "ask": ("Questions to forces", "Open the first", "data officer", ["change_foiquery"]),
    "asked": (
        "Questions that were sent to forces",
        "Open the first",
        "data officer",
        ["change_foiquery"],
    ),
    "enter": ("Answered, to enter", "Enter the first", "data officer", ENTER),
    "part": ("Answered in part", "Open the first", "data officer", ENTER),
    "check": ("Answered, to check", "Check the first", "checker", ["check_foisubmission"]),
    "differ": ("Problems to answer", "Answer the first", "data officer", ["change_recordedfigure"]),
    "stopped": ("Letters that do not leave", "Open the first", "data officer", ["add_sentletter"]),
    "stopped_texts": (
        "E-mails that do not leave",
        "Open the first",
        "press officer",
        ["add_senttext"],
    ),
    "prepare": ("Releases to prepare", "Prepare it", PREPARERS, ["add_release"]),
    "sent_back": ("Releases sent back", "Correct the first", PREPARERS, ["change_release"]),
    "screen": ("Releases to screen", "Screen the first", PREPARERS, ["change_release"]),
    "approve": ("Releases to approve", "Preview the first", "approver", ["approve_release"]),
    "overdue": ("Overdue", "Preview the reminders", "data officer", LETTERS),
    "review-overdue": ("Review overdue", "Open the first", "data officer", SEES_FORCES),
    "asked-us": ("Asked us a question", "Answer the first", "data officer", SEES_FORCES),
    "refused": ("Refused", "Challenge the first", "data officer", SEES_FORCES),
    "not-sent": ("Not sent", "Preview the letters", "data officer", LETTERS),
    "unsent": ("Rounds not sent", "Preview the letters", "data officer", ["add_sentletter"]),
    "awaited": ("Still to come", "Open the first", "data officer", SEES_FORCES),
    "draft": ("Events to draft for", "Draft the first", "press officer", ["add_pressrelease"]),
    "issue": ("Texts to sign", "Read the first", "the people named", ["view_pressrelease"]),
    "issue_late": ("Drafts of past events", "Open the first", "approver", ["issue_pressrelease"]),
}
"""Each kind of step: its title, the button to the first, whose it is, what they may do."""

HINTS = {
    "unconfirmed": "Ask again, or record that the force has not answered.",
    "owned": "Ask the force, look at its return, and tell an approver what you found.",
    "correct": "A notice goes to those who were sent these texts, from the page of the release.",
    "printed": "Look whether the article was put right, or ask the newsroom again.",
    "stopped": "The account of the person who was to send them has ended. Take them back on the "
    "page of the letters; then you can send them.",
    "stopped_texts": "The account of the person who was to send them has ended. Take them back on "
    "that page; then you can send them.",
    "ask": "Send the letter from its page.",
    "asked": "When the force answers, record the answer on the page of its question.",
    "differ": "Published with different numbers, and only one can be right. Open the wrong one and "
    "say what is wrong.",
    "screen": "Errors are corrected, or answered by the data lead; warnings are answered by anyone "
    "who prepares releases.",
    "returned": "Saving a change gives it back to the checker; so does an answer that says why "
    "nothing changes.",
    "text_back": "Saving a change gives it back to the person who sent it; so does an answer "
    "that says why nothing changes.",
    "awaited": "When an answer arrives, drop it on Replies, on the board.",
    "review-overdue": "The force has not answered our request for a review. The next step is a "
    "complaint to the Information Commissioner.",
    "issue_late": "Their day is over. Read the first to issue it late, or discard it.",
}


@dataclass(frozen=True)
class LinkRow:
    """One thing that waits, was found or was done, with its page."""

    name: str
    url: str
    about: str = ""
    age: str = ""
    mine: bool = True  # False: the rule of two people gives it to a colleague


@dataclass(frozen=True)
class Queue:
    """One kind of step: who may do it, and everything that waits for it."""

    title: str
    action: str  # the button's words; it leads to the first row
    url: str  # the list of them all
    role: str
    may: bool
    rows: Sequence[LinkRow]
    hint: str = ""
    is_for_all: bool = False  # one step is taken for all of them
    is_late: bool = False
    colleagues_url: str = ""  # the list of those for others, where it is not the list of all

    @cached_property
    def mine(self) -> list[LinkRow]:
        """Rows for this person."""
        return [row for row in self.rows if self.may and row.mine]

    @property
    def first(self) -> Sequence[LinkRow]:
        # One row takes no more room than the link that would replace it.
        return self.mine if len(self.mine) <= SHOWN + 1 else self.mine[:SHOWN]

    @property
    def start(self) -> str:
        """The address of its button: the letters to many forces at once, or the first row."""
        return self.url if self.is_for_all else self.mine[0].url

    @property
    def more(self) -> int:
        return len(self.mine) - len(self.first)

    @property
    def for_colleagues(self) -> int:
        """Number of rows for somebody else."""
        return len(self.rows) - len(self.mine)

    @property
    def colleague(self) -> str:
        """The role of the somebody else."""
        return f"another {self.role}" if self.may else self.role


def queue_of(user: User, kind: str, url: str, rows: Sequence[LinkRow], also: str = "") -> Queue:
    """A queue for this person; `also` is a permission that is enough by itself."""
    title, action, role, needed = KINDS[kind]
    allowed = may(user, *needed) or bool(also and may(user, also))
    hint, is_late = HINTS.get(kind, ""), kind in ("overdue", "review-overdue")
    return Queue(title, action, url, role, allowed, rows, hint, needed is LETTERS, is_late)


def ago(when: dt.date | None, today: dt.date) -> str:
    """How long ago a day is: “yesterday”, “3 days ago”; its date after two months."""
    if when is None:
        return ""
    day = timezone.localtime(when).date() if isinstance(when, dt.datetime) else when
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{days} days ago" if days <= 60 else in_words(day, "day")


def plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def list_of(model: str, **filters: object) -> str:
    address = reverse(f"admin:offences_{model}_changelist")
    return f"{address}?{urlencode(filters)}" if filters else address


def page_of(row: Model, page: str = "change") -> str:
    return reverse(f"admin:offences_{row._meta.model_name}_{page}", args=[row.pk])
