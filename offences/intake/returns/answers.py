"""What an officer said of a reading: which tables count, what labels mean, what was mended.

Kept as plain values with the reading. Every answer is a new edition of it, so that of two officers
the second is told.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import transaction

from offences.models import Reading, folded_label
from offences.refused import Refused

OUT, PLAIN = "out", "plain"


@dataclass(frozen=True)
class LabelAnswer:
    """What a label was said to mean: a category’s key, `out` or `plain`; and for how long."""

    to: str
    remember: bool = False
    label: str = ""


@dataclass(frozen=True)
class TableAnswer:
    """What was said of one table: whether it counts, of which measure, along which axes."""

    on: bool = True
    measure: int | None = None
    roles: Mapping[str, str] = field(default_factory=dict)  # as read → as it is
    added: tuple[str, ...] = ()  # axes over which its cells are added up


@dataclass(frozen=True)
class ReadingAnswers:
    tables: Mapping[int, TableAnswer] = field(default_factory=dict)
    words: Mapping[str, LabelAnswer] = field(default_factory=dict)
    mended: Mapping[str, str] = field(default_factory=dict)  # place → what was typed for it
    said: Mapping[str, str] = field(default_factory=dict)  # problem → the officer’s words

    @classmethod
    def of(cls, reading: Reading) -> "ReadingAnswers":
        kept: dict[str, Any] = reading.answers
        return cls(
            {
                int(number): TableAnswer(**table | {"added": tuple(table["added"])})
                for number, table in kept.get("tables", {}).items()
            },
            {key: LabelAnswer(**word) for key, word in kept.get("words", {}).items()},
            kept.get("mended", {}),
            kept.get("said", {}),
        )

    def table(self, number: int) -> TableAnswer:
        return self.tables.get(number, TableAnswer())

    def with_table(self, number: int, **changed: Any) -> "ReadingAnswers":
        told = replace(self.table(number), **changed)
        return replace(self, tables={**self.tables, number: told})

    def with_word(self, key: str, word: LabelAnswer) -> "ReadingAnswers":
        return replace(self, words={**self.words, key: word})

    def without_word(self, key: str) -> "ReadingAnswers":
        return replace(self, words={k: word for k, word in self.words.items() if k != key})

    def with_mended(self, place: str, typed: str) -> "ReadingAnswers":
        kept = {**self.mended, place: typed.replace("\0", "").strip()[:100]}
        return replace(self, mended={p: text for p, text in kept.items() if text})

    def with_said(self, problem: str, words: str) -> "ReadingAnswers":
        kept = {**self.said, problem: " ".join(words.replace("\0", "").split())[:300]}
        return replace(self, said={p: text for p, text in kept.items() if text})


def word_key(role: str, text: str) -> str:
    return f"{role}|{folded_label(text)}"


def place_key(sheet: str, cell: str | None) -> str:
    return f"{sheet}!{cell or ''}"


def problem_key(sheet: str, cell: str | None, message: str) -> str:
    """The same problem has the same key for as long as its words are the same."""
    return hashlib.sha256(f"{sheet}|{cell}|{message}".encode()).hexdigest()[:16]


class AnsweredMeanwhile(Refused):
    """Somebody else answered meanwhile."""


def save_answers(reading: Reading, answers: ReadingAnswers, edition: int) -> None:
    """Keep these answers, upon those that the officer saw."""
    with transaction.atomic():
        locked = Reading.objects.select_for_update().get(pk=reading.pk)
        if locked.edition != edition:
            raise AnsweredMeanwhile(
                "A colleague answered something of this reading meanwhile. What they said is shown "
                "now; your last answer was not kept: give it again where it still holds."
            )
        locked.answers, locked.edition = asdict(answers), edition + 1
        locked.save(update_fields=["answers", "edition"])
    reading.answers, reading.edition = locked.answers, locked.edition
