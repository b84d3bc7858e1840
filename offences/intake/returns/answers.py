"""An officer's answers to a reading; each makes an edition, so a second officer is warned."""

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
    """A label's meaning (a category’s key, `out` or `plain`) and whether to remember it."""

    to: str
    remember: bool = False
    label: str = ""


@dataclass(frozen=True)
class TableAnswer:
    """An officer's answer about a table: whether it counts, its measure and axes."""

    on: bool = True
    measure: int | None = None
    roles: Mapping[str, str] = field(default_factory=dict)  # as read → as it is
    added: tuple[str, ...] = ()  # axes over which its cells are added up


@dataclass(frozen=True)
class ReadingAnswers:
    """All answers to one reading."""

    tables: Mapping[int, TableAnswer] = field(default_factory=dict)
    labels: Mapping[str, LabelAnswer] = field(default_factory=dict)
    corrections: Mapping[str, str] = field(default_factory=dict)  # cell → what was typed for it
    explanations: Mapping[str, str] = field(default_factory=dict)  # problem → the officer’s words

    @classmethod
    def of(cls, reading: Reading) -> "ReadingAnswers":
        stored: dict[str, Any] = reading.answers
        tables = {
            int(number): TableAnswer(**table | {"added": tuple(table["added"])})
            for number, table in stored.get("tables", {}).items()
        }
        labels = {key: LabelAnswer(**label) for key, label in stored.get("labels", {}).items()}
        return cls(**{**stored, "tables": tables, "labels": labels})

    def table(self, number: int) -> TableAnswer:
        return self.tables.get(number, TableAnswer())

    def with_table(self, number: int, **changed: Any) -> "ReadingAnswers":
        table = replace(self.table(number), **changed)
        return replace(self, tables={**self.tables, number: table})

    def with_label(self, key: str, label: LabelAnswer) -> "ReadingAnswers":
        return replace(self, labels={**self.labels, key: label})

    def without_label(self, key: str) -> "ReadingAnswers":
        return replace(self, labels={k: label for k, label in self.labels.items() if k != key})

    def with_correction(self, place: str, typed: str) -> "ReadingAnswers":
        return replace(self, corrections=_with(self.corrections, place, typed.strip()[:100]))

    def with_explanation(self, problem: str, words: str) -> "ReadingAnswers":
        text = " ".join(words.split())[:300]
        return replace(self, explanations=_with(self.explanations, problem, text))


def _with(texts: Mapping[str, str], key: str, text: str) -> dict[str, str]:
    """An empty text takes the earlier one away."""
    return {k: each for k, each in {**texts, key: text.replace("\0", "")}.items() if each}


def label_key(role: str, text: str) -> str:
    return f"{role}|{folded_label(text)}"


def place_key(sheet: str, cell: str | None) -> str:
    return f"{sheet}!{cell or ''}"


def problem_key(sheet: str, cell: str | None, message: str) -> str:
    """The same problem has the same key for as long as its words are the same."""
    return hashlib.sha256(f"{sheet}|{cell}|{message}".encode()).hexdigest()[:16]


class AnsweredMeanwhile(Refused):
    """The answers were changed by somebody else meanwhile."""


def save_answers(reading: Reading, answers: ReadingAnswers, edition: int) -> None:
    """Store these answers, unless the officer saw an earlier edition."""
    with transaction.atomic():
        locked = Reading.objects.select_for_update().get(pk=reading.pk)
        if locked.edition != edition:
            raise AnsweredMeanwhile(
                "A colleague answered something of this reading meanwhile. Their answers are shown "
                "now; your last answer was not saved. Give it again if it still applies."
            )
        locked.answers, locked.edition = asdict(answers), edition + 1
        locked.save(update_fields=["answers", "edition"])
    reading.answers, reading.edition = locked.answers, locked.edition
