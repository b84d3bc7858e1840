"""An officer's answers to a reading, each with who gave it and when."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from offences.counts import CellKey
from offences.models import Reading, folded_label

PLAIN = "plain"
ALL = "*"  # of the forces that a table names: the whole table is this force's

type Path = tuple[str, str]
"""The part of the answers and the key of one answer in it."""


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
    breakdown: int | None = None  # by which it is split, where its labels do not say
    force: str = ""  # which of the names in it is this force, or ALL


@dataclass(frozen=True)
class ReadingAnswers:
    """All answers to one reading."""

    tables: Mapping[int, TableAnswer] = field(default_factory=dict)
    labels: Mapping[str, LabelAnswer] = field(default_factory=dict)
    corrections: Mapping[str, str] = field(default_factory=dict)  # place → what was typed for it
    years: Mapping[str, str] = field(default_factory=dict)  # place → the year that starts then
    categories: Mapping[str, str] = field(default_factory=dict)  # place → the category's key
    counts: Mapping[str, str] = field(default_factory=dict)  # count → what was typed for it
    reasons: Mapping[str, str] = field(default_factory=dict)  # place or count → why
    explanations: Mapping[str, str] = field(default_factory=dict)  # problem → the officer’s words
    seen: Mapping[str, str] = field(default_factory=dict)  # list of cells not taken → seen
    signed: Mapping[str, tuple[int, str, str]] = field(default_factory=dict)  # answer → by whom

    @classmethod
    def of(cls, reading: Reading) -> "ReadingAnswers":
        return cls.from_plain(reading.answers)

    @classmethod
    def from_plain(cls, stored: Mapping[str, Any]) -> "ReadingAnswers":
        tables = {
            int(number): TableAnswer(**table | {"added": tuple(table["added"])})
            for number, table in stored.get("tables", {}).items()
        }
        labels = {key: LabelAnswer(**label) for key, label in stored.get("labels", {}).items()}
        signed = {key: tuple(each) for key, each in stored.get("signed", {}).items()}
        return cls(**{**stored, "tables": tables, "labels": labels, "signed": signed})

    def table(self, number: int) -> TableAnswer:
        return self.tables.get(number, TableAnswer())

    def with_table(self, number: int, **changed: Any) -> "ReadingAnswers":
        table = replace(self.table(number), **changed)
        return replace(self, tables={**self.tables, number: table})

    def with_label(self, key: str, label: LabelAnswer) -> "ReadingAnswers":
        return replace(self, labels={**self.labels, key: label})

    def with_text(self, part: str, key: str, text: str, why: str | None = None) -> "ReadingAnswers":
        """These answers with a text and its reason; an empty text removes the earlier one."""
        text = " ".join(text.replace("\0", "").split())[:300]
        changed: dict[str, Any] = {part: _with(getattr(self, part), key, text)}
        found = replace(self, **changed)
        return found if why is None else found.with_text("reasons", key, why if text else "")

    def with_correction(self, place: str, typed: str, why: str | None = None) -> "ReadingAnswers":
        return self.with_text("corrections", place, typed[:100], why)

    def with_explanation(self, problem: str, words: str) -> "ReadingAnswers":
        return self.with_text("explanations", problem, words)

    # Answers one by one, as two people give them

    @property
    def leaves(self) -> dict[Path, Any]:
        found: dict[Path, Any] = {
            (part, key): each for part in _PARTS for key, each in getattr(self, part).items()
        }
        for number, table in self.tables.items():
            for name, value in vars(table).items():
                if value != getattr(TableAnswer(), name):
                    found["tables", f"{number}.{name}"] = value
        return found

    def with_leaf(self, path: Path, value: Any) -> "ReadingAnswers":
        """These answers with one more; None removes it."""
        part, key = path
        if part == "tables":
            number, _, name = key.partition(".")
            given = getattr(TableAnswer(), name) if value is None else value
            return self.with_table(int(number), **{name: given})
        left = {k: each for k, each in getattr(self, part).items() if k != key}
        return replace(self, **{part: left if value is None else {**left, key: value}})

    def signature(self, path: Path) -> tuple[str, dt.datetime] | None:
        """Who gave an answer, and when."""
        if found := self.signed.get("|".join(path)):
            return found[1], dt.datetime.fromisoformat(found[2])
        return None


_PARTS = [f.name for f in fields(ReadingAnswers) if f.name not in ("tables", "signed")]


def _with(texts: Mapping[str, str], key: str, text: str) -> dict[str, str]:
    return {k: each for k, each in {**texts, key: text}.items() if each}


def label_key(role: str, text: str) -> str:
    return f"{role}|{folded_label(text)}"


def count_key(count: CellKey) -> str:
    return "|".join(map(str, count))


def problem_key(sheet: str, cell: str | None, message: str) -> str:
    """The same problem has the same key for as long as its words are the same."""
    return hashlib.sha256(f"{sheet}|{cell}|{message}".encode()).hexdigest()[:16]


# Two people at one reading: what only one of them answered is taken, the rest is a conflict


@dataclass(frozen=True)
class AnswerConflict:
    """One thing that two people answered: the earlier answer stays until somebody chooses."""

    path: Path
    mine: Any
    theirs: Any
    signature: tuple[str, dt.datetime] | None


def save_answers(
    reading: Reading,
    answers: ReadingAnswers,
    *,
    by: User,
    now: dt.datetime,
    opened: ReadingAnswers | None = None,
) -> list[AnswerConflict]:
    """Store what differs from the answers as they were `opened`; each change makes an edition.

    What a colleague answered meanwhile stays, and is a conflict if this person changed it too.
    """
    with transaction.atomic():
        locked = Reading.objects.select_for_update().get(pk=reading.pk)
        merged = stored = ReadingAnswers.of(locked)
        before, after, now_there = (opened or stored).leaves, answers.leaves, stored.leaves
        signed, conflicts = dict(stored.signed), []
        for path in dict.fromkeys((*before, *after)):
            mine, theirs = after.get(path), now_there.get(path)
            if mine == before.get(path) or mine == theirs:
                continue
            if theirs != before.get(path):
                conflicts.append(AnswerConflict(path, mine, theirs, stored.signature(path)))
                continue
            merged = merged.with_leaf(path, mine)
            signed["|".join(path)] = (by.pk, by.get_full_name() or by.username, now.isoformat())
        if merged != stored:
            locked.answers = asdict(replace(merged, signed=signed))
            locked.edition += 1
            locked.save(update_fields=["answers", "edition"])
    reading.answers, reading.edition = locked.answers, locked.edition
    return conflicts
