"""Lines → what each would do, told before anything is stored; and the storing itself.

The preview is the save, undone: the same plan is made, written by `counts.save_many` and rolled
back, so that every rule of the database has had its say before a person is asked to confirm.
"""

import datetime as dt
import hashlib
import mimetypes
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction

from offences import counts
from offences.counts import CellChange, CellKey, Refused
from offences.imports import files, layouts
from offences.imports.layouts import Given, Line
from offences.models import (
    AnnualCount,
    Breakdown,
    Category,
    Document,
    FoiRound,
    FoiSubmission,
    Force,
    ForceSpelling,
    Measure,
)
from offences.models.force import folded as folded_force
from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year

NEW, CHANGED, UNCHANGED, REFUSED, BLANK = "new", "changed", "unchanged", "refused", "blank"
MASTER_NOTE = "The charity’s master; the forces’ originals are not held."


@dataclass
class Row:
    """One count of the file, and what confirming would do with it."""

    line: Line
    status: str = ""
    reason: str = ""
    what: str = ""
    before: str = ""
    after: str = ""
    submission: int = 0
    key: CellKey | None = None
    change: CellChange | None = None

    @property
    def where(self) -> str:
        """“Counts, row 7, C7”: the sheet, where there is one, the row and the cell."""
        sheet = f"{self.line.sheet}, " if self.line.sheet else ""
        return f"{sheet}row {self.line.row}, {self.line.cell}"

    def refuse(self, reason: str) -> None:
        self.status, self.reason = REFUSED, reason


@dataclass
class Preview:
    """Every row of a file with what it would do."""

    rows: list[Row]
    notes: list[str]
    wide: bool
    given: Given
    submissions: dict[int, str] = field(default_factory=dict)
    unchecked: list[str] = field(default_factory=list)

    def of(self, status: str) -> list[Row]:
        return [row for row in self.rows if row.status == status]

    @cached_property
    def numbers(self) -> dict[str, int]:
        found = Counter(row.status for row in self.rows)
        return {name: found[name] for name in (NEW, CHANGED, UNCHANGED, REFUSED, BLANK)}

    @property
    def writes(self) -> int:
        return self.numbers[NEW] + self.numbers[CHANGED]

    @property
    def may_confirm(self) -> bool:
        return bool(self.writes) and not self.numbers[REFUSED]

    @property
    def fingerprint(self) -> str:
        """The mark of what was shown: the cells, and each before and after."""
        digest = hashlib.sha256()
        for row in self.rows:
            told = (row.status, row.submission, row.key, row.before, row.after, row.change)
            digest.update(repr(told).encode())
        return digest.hexdigest()

    def changes(self, document: Document | None) -> dict[int, dict[CellKey, CellChange]]:
        found: dict[int, dict[CellKey, CellChange]] = defaultdict(dict)
        for row in self.rows:
            if row.status in (NEW, CHANGED) and row.key and row.change:
                found[row.submission][row.key] = replace(row.change, document=document)
        return found


def preview(data: bytes, name: str, given: Given, *, by: User, now: dt.datetime) -> Preview:
    """What a file would do. Nothing is stored."""
    reading = _reading(data, name, given)
    with transaction.atomic():
        made = _plan(reading, given)
        _rehearse(made, by, now)
        transaction.set_rollback(True)
    return made


def confirm(
    data: bytes, name: str, given: Given, fingerprint: str, *, by: User, now: dt.datetime
) -> tuple[Preview, Document | None]:
    """Store what was previewed, all of it or nothing, with the file it came from.

    Where the records changed since, nothing is stored: the new preview comes without a document.
    """
    reading = _reading(data, name, given)
    stored: Document | None = None
    try:
        with transaction.atomic():
            made = _plan(reading, given)
            if made.fingerprint != fingerprint or not made.may_confirm:
                _rehearse(made, by, now)
                transaction.set_rollback(True)
                return made, None
            document, is_new = _document(data, name, made.wide, by, now)
            if is_new:
                stored = document
            counts.save_many(made.changes(document), by=by, now=now)
    except BaseException:
        if stored is not None:  # the row is gone with the transaction; its bytes are not
            _remove(stored)
        raise
    return made, document


def _reading(data: bytes, name: str, given: Given) -> layouts.Reading:
    reading = layouts.read(files.sheets_of(data, name), given)
    if not reading.lines:
        raise Refused(" ".join(["This file has no counts in it.", *reading.notes[:5]]))
    return reading


def _document(
    data: bytes, name: str, wide: bool, by: User, now: dt.datetime
) -> tuple[Document, bool]:
    """The record of these bytes: the one that is there, or a new one."""
    digest = hashlib.sha256(data).hexdigest()
    if same := Document.objects.filter(sha256=digest).first():
        return same, False
    document = Document(
        kind=Document.Kind.MASTER,
        title=name[-200:],
        sha256=digest,
        size=len(data),
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        note=MASTER_NOTE if wide else "",
        added_by=by,
        added_at=now,
    )
    document.file.save(name[-80:], ContentFile(data), save=False)
    try:
        document.save()
    except BaseException:
        _remove(document)
        raise
    return document, True


def _remove(document: Document) -> None:
    if document.file.name:
        document.file.storage.delete(document.file.name)


# The plan


class Names[T]:
    """Rows by every name they go by; an unknown name is answered with the nearest."""

    def __init__(self, fold=layouts.folded) -> None:
        self.fold = fold
        self.addresses: dict[str, T] = {}
        self.found: dict[str, list[T]] = defaultdict(list)
        self.shown: dict[str, str] = {}
        self._nearest: dict[str, str] = {}

    def add(self, row: T, shown: str, address: str, *names: str) -> None:
        """An address is matched as it is before any name: it is the one that is never shared."""
        if address:
            self.addresses[address] = row
        for name in (shown, address, *names):
            key = self.fold(name)
            if key and row not in self.found[key]:
                self.found[key].append(row)
                self.shown.setdefault(key, shown)

    def get(self, name: str) -> list[T]:
        if name in self.addresses:
            return [self.addresses[name]]
        return self.found.get(self.fold(name), [])

    def nearest(self, name: str) -> str:
        """“ Did you mean “Durham”?”, or nothing."""
        key = self.fold(name)[:120]
        if key not in self._nearest and len(self._nearest) < 300:
            close = get_close_matches(key, self.found, n=1)
            self._nearest[key] = f" Did you mean “{self.shown[close[0]]}”?" if close else ""
        return self._nearest.get(key, "")

    def one(self, name: str, what: str, known: str) -> T:
        rows = self.get(name)
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise Refused(f"More than one {what} is called “{name[:80]}”: use its address.")
        raise Refused(f"No {what} is {known} “{name[:80]}”.{self.nearest(name)}")


class Lookup:
    """Everything that the names of a file can mean, read once."""

    def __init__(self) -> None:
        self.forces: Names[Force] = Names(folded_force)
        self.rounds: Names[FoiRound] = Names()
        self.measures: Names[Measure] = Names()
        self.breakdowns: dict[int, Names[Breakdown]] = defaultdict(Names)
        self.categories: dict[int, Names[Category]] = defaultdict(Names)
        self.in_measure: dict[int, Names[Category]] = defaultdict(Names)
        self.totals: dict[int, Category] = {}
        self.whole: dict[int, Breakdown] = {}
        self.asked: set[tuple[int, int]] = set(
            FoiRound.measures.through.objects.values_list("foiround_id", "measure_id")
        )
        for force in Force.objects.all():
            self.forces.add(force, force.name, force.slug)
        for spelling in ForceSpelling.objects.select_related("force"):
            self.forces.add(spelling.force, spelling.force.name, "", spelling.spelling)
        for round_ in FoiRound.objects.all():
            self.rounds.add(round_, round_.name, round_.slug)
        for measure in Measure.objects.all():
            self.measures.add(measure, measure.name, measure.slug)
        for breakdown in Breakdown.objects.all():
            self.breakdowns[breakdown.measure_id].add(breakdown, breakdown.name, breakdown.slug)
            if breakdown.kind == Breakdown.Kind.TOTAL:
                self.whole[breakdown.measure_id] = breakdown
        for category in Category.objects.select_related("breakdown"):
            inside = category.breakdown
            self.categories[inside.pk].add(category, category.name, category.slug)
            if category.is_total:
                self.totals[inside.pk] = category
            else:
                self.in_measure[inside.measure_id].add(category, category.name, category.slug)

    def of_sheet(self, name: str, measure: Measure | None) -> tuple[Measure, Category]:
        """What a wide sheet is about, by its name: a measure, or a category of the measure.

        Programs cut a sheet's name at 31 characters, so the beginning of a name will do.
        """

        def fits[T](names: Names[T]) -> list[T]:
            key = names.fold(name)
            rows = names.get(name)
            if not rows and len(name) >= 28:
                rows = [r for k, some in names.found.items() if k.startswith(key) for r in some]
            return list(dict.fromkeys(rows))

        measures = fits(self.measures)
        if len(measures) == 1:
            return measures[0], self.total_of(measures[0])
        among = [measure] if measure else list({m.pk: m for m in self.all_measures()}.values())
        found = [(m, c) for m in among for c in fits(self.in_measure[m.pk])]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(
                f"“{name}” is a category of more than one measure or breakdown: write “Measure: …” "
                "and “Breakdown: …” and “Category: …” above the table."
            )
        if measure:  # “Sheet1” says nothing; then it is about what the person chose
            return measure, self.total_of(measure)
        raise Refused(
            f"The sheet’s name, “{name}”, is neither a measure nor a category, and no line above "
            f"the table says what it counts. Choose the measure.{self.measures.nearest(name)}"
        )

    def all_measures(self) -> Iterable[Measure]:
        return (measure for rows in self.measures.found.values() for measure in rows)

    def total_of(self, measure: Measure) -> Category:
        whole = self.whole.get(measure.pk)
        if whole is None or whole.pk not in self.totals:
            raise Refused(f"The measure “{measure}” has no total to hold a count.")
        return self.totals[whole.pk]

    def category(self, measure: Measure, breakdown: str, category: str) -> Category:
        if not breakdown:
            if not category:
                return self.total_of(measure)
            found = self.in_measure[measure.pk].get(category)
            if len(found) > 1:
                raise Refused(
                    f"“{category[:80]}” is in more than one breakdown of the measure: name the "
                    "breakdown."
                )
            if not found and layouts.folded(category) == "total":
                return self.total_of(measure)
            return self.in_measure[measure.pk].one(category, "category of the measure", "called")
        inside = self.breakdowns[measure.pk].one(breakdown, "breakdown of the measure", "called")
        if category:
            return self.categories[inside.pk].one(
                category, f"category of “{inside.name}”", "called"
            )
        if inside.pk not in self.totals:
            raise Refused(f"The breakdown “{inside.name}” has no stated total: name a category.")
        return self.totals[inside.pk]


def _plan(reading: layouts.Reading, given: Given) -> Preview:
    lookup = Lookup()
    rows = [Row(line) for line in reading.lines]
    rounds: dict[int, FoiRound] = {}
    wanted: list[tuple[Row, FoiRound, Force, Measure, Category, Year]] = []
    meant: dict[tuple, Any] = {}  # the same words mean the same: each is asked once

    refused: dict[tuple, str] = {}

    def once(key: tuple, ask):
        if key not in meant and key not in refused:
            try:
                meant[key] = ask()
            except Refused as refusal:
                refused[key] = str(refusal)
        if key in refused:
            raise Refused(refused[key])
        return meant[key]

    for row in rows:
        line = row.line
        row.what = ", ".join(
            filter(None, (line.says("force")[:80], line.says("category")[:80], line.says("year")))
        )
        if line.fault:
            row.refuse(f"{line.fault}.")
            continue
        if not line.says("value"):
            row.status, row.reason = BLANK, "Nothing is entered: an empty cell is never a 0."
            continue
        try:
            round_ = once(("round", line.says("round")), lambda line=line: _round(line, lookup))
            force = once(("force", line.says("force")), lambda line=line: _force(line, lookup))
            words = tuple(line.says(n) for n in ("measure", "breakdown", "category", "sheet name"))
            measure, category = once(words, lambda line=line: _category(line, lookup))
            year = once(
                ("year", line.says("year"), round_.pk), lambda line=line, r=round_: _year(line, r)
            )
            if (round_.pk, measure.pk) not in lookup.asked:
                raise Refused(f"{sentence(round_.name)} did not ask for “{measure}”.")
        except Refused as refusal:
            row.refuse(str(refusal))
            continue
        rounds[round_.pk] = round_
        wanted.append((row, round_, force, measure, category, year))

    submissions: dict[tuple[int, int], list[FoiSubmission]] = defaultdict(list)
    for submission in (
        FoiSubmission.objects.filter(round__in=rounds).select_for_update().order_by("pk")
    ):
        submissions[submission.round_id, submission.force_id].append(submission)
    several_measures = len({measure.pk for _, _, _, measure, _, _ in wanted}) > 1
    placed: dict[int, FoiSubmission] = {}
    said: dict[int, str] = {}
    for row, round_, force, measure, category, year in wanted:
        try:
            chosen = _submission(row.line, submissions[round_.pk, force.pk], round_, force)
        except Refused as refusal:
            row.refuse(str(refusal))
            continue
        placed[chosen.pk] = chosen
        said[chosen.pk] = f"{force}, {round_}"
        row.submission, row.key = chosen.pk, (measure.pk, year.start, category.pk)
        told = [force.name, measure.name if several_measures else ""]
        told.insert(1, round_.name if len(rounds) > 1 else "")
        if category.breakdown.kind == Breakdown.Kind.TOTAL:
            told[2] = measure.name
        elif category.is_total:
            told.append(f"{category.breakdown.name}: {category.name}")
        else:
            told.append(category.name)
        row.what = ", ".join(filter(None, [*told, year.label]))

    _against_what_stands(rows, placed)
    touched = {row.submission for row in rows if row.status in (NEW, CHANGED)}
    unchecked = sorted(said[pk] for pk in touched if placed[pk].checked_at is not None)
    return Preview(rows, reading.notes, reading.wide, given, said, unchecked)


def sentence(text: str) -> str:
    """The text as a sentence begins; “round 2019” is a name too."""
    return text[:1].upper() + text[1:]


def _round(line: Line, lookup: Lookup) -> FoiRound:
    if not line.says("round"):
        raise Refused("No round is named: add a column round, or choose one for the whole file.")
    return lookup.rounds.one(line.says("round"), "round", "called")


def _force(line: Line, lookup: Lookup) -> Force:
    if not line.says("force"):
        raise Refused("No force is named beside this value.")
    return lookup.forces.one(line.says("force"), "force", "known as")


def _category(line: Line, lookup: Lookup) -> tuple[Measure, Category]:
    named = line.says("measure")
    measure = lookup.measures.one(named, "measure", "called") if named else None
    if line.says("sheet name"):
        return lookup.of_sheet(line.says("sheet name"), measure)
    if measure is None:
        raise Refused("No measure is named: add a column measure, or choose one for the file.")
    return measure, lookup.category(measure, line.says("breakdown"), line.says("category"))


def _year(line: Line, round_: FoiRound) -> Year:
    year = layouts.year_in(line.says("year"))
    if year is None:
        if not line.says("year"):
            raise Refused("No year is named.")
        raise Refused(f"“{line.says('year')[:40]}” is not a financial year. Write it like 2018/19.")
    if not round_.first_year <= year.start <= round_.last_year:
        raise Refused(
            f"{sentence(round_.name)} asked for {Year(round_.first_year)} to "
            f"{Year(round_.last_year)}, not for {year}."
        )
    return year


def _submission(
    line: Line, found: list[FoiSubmission], round_: FoiRound, force: Force
) -> FoiSubmission:
    if not found:
        raise Refused(
            f"{force} has no submission in {round_}: if it was asked, add the submission first."
        )
    if line.says("request"):
        same = [s for s in found if str(s.number) == line.says("request")]
        if not same:
            raise Refused(f"{force} has no request {line.says('request')[:20]} in {round_}.")
        return same[0]
    if len(found) > 1:
        raise Refused(
            f"{force} had {len(found)} requests in {round_}: say which in a column request."
        )
    return found[0]


_LIMITS = {
    field.name: field.max_length
    for field in AnnualCount._meta.fields
    if field.name in ("section", "note", "doubt", "sheet", "cell")
}


def _against_what_stands(rows: list[Row], placed: Mapping[int, FoiSubmission]) -> None:
    standing = {
        (old.submission_id, (old.measure_id, old.year, old.category_id)): old
        for old in AnnualCount.objects.current().filter(submission__in=list(placed))
    }
    first: dict[tuple[int, CellKey], Row] = {}
    for row in rows:
        if row.key is None:
            continue
        place = (row.submission, row.key)
        if place in first:
            other = first[place].line
            where = f"{other.sheet}, {other.cell}" if other.sheet else other.cell
            row.refuse(
                f"The file gives this count twice, here and at {where}: keep one of the two."
            )
            continue
        first[place] = row
        try:
            entry = read_entry(row.line.says("value"), Year(row.key[1]))
        except NotACount as mistake:
            row.refuse(str(mistake))
            continue
        if entry is None:
            row.status, row.reason = BLANK, "Nothing is entered: an empty cell is never a 0."
            continue
        _compare(row, entry, standing.get(place))


def _compare(row: Row, entry: Entry, old: AnnualCount | None) -> None:
    line = row.line
    # A column that the file does not have leaves what it would say as it is.
    remarks = {
        name: text if text is not None else (getattr(old, name) if old else "")
        for name, text in ((n, line.texts.get(n)) for n in ("note", "doubt"))
    }
    row.after = write_entry(entry)
    fault = _too_long({"section": entry.section, "sheet": line.sheet, "cell": line.cell} | remarks)
    if fault:
        row.refuse(fault)
        return
    row.change = CellChange(
        entry,
        sheet=line.sheet,
        cell=line.cell,
        as_written=" ".join(line.says("value").split())[:100],
        note=remarks["note"],
        doubt=remarks["doubt"],
    )
    if old is None:
        row.status = NEW
        return
    before = counts.entry_of(old)
    row.before = write_entry(before)
    moved = [name for name, text in remarks.items() if text != getattr(old, name)]
    if before == entry and not moved:
        row.status = UNCHANGED
        return
    row.status = CHANGED
    row.reason = "; ".join(
        f"{name}: “{getattr(old, name) or 'none'}” → “{remarks[name] or 'none'}”" for name in moved
    )


def _too_long(texts: Mapping[str, str]) -> str:
    for name, text in texts.items():
        most = _LIMITS[name]
        if most and len(text) > most:
            return f"The {name} has {len(text)} characters; {most} is the most."
        if any(ord(c) < 32 and c not in "\t\n\r" for c in text):
            return f"The {name} has a character that no text has. Type it anew."
    return ""


# The rehearsal


def _rehearse(made: Preview, by: User, now: dt.datetime) -> None:
    """Write it all, so that the database can object; the caller rolls it back."""
    todo = [row for row in made.rows if row.status in (NEW, CHANGED)]
    _try(todo, made, by, now)
    made.__dict__.pop("numbers", None)


def _try(rows: list[Row], made: Preview, by: User, now: dt.datetime) -> None:
    """Find the rows that the database refuses, by halves: of twenty thousand, in fifteen steps."""
    if not rows:
        return
    part = Preview(rows, [], made.wide, made.given)
    try:
        with transaction.atomic():
            counts.save_many(part.changes(None), by=by, now=now)
            transaction.set_rollback(True)
        return
    except (DatabaseError, Refused) as objection:
        if len(rows) == 1:
            rows[0].refuse(_in_words(objection))
            return
    middle = len(rows) // 2
    _try(rows[:middle], made, by, now)
    _try(rows[middle:], made, by, now)


def _in_words(objection: Exception) -> str:
    if isinstance(objection, Refused):
        return str(objection)
    for model in (AnnualCount, FoiSubmission):
        for rule in model._meta.constraints:
            if rule.name in str(objection):
                return str(rule.violation_error_message)
    return "The database refuses this value."
