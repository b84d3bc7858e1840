"""Lines → what each would do to the current counts. Nothing is written here."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from offences import counts
from offences.counts import CellChange, CellKey
from offences.english import sentence
from offences.intake.preview import BLANK, CHANGED, NEW, REFUSED, STATUSES, UNCHANGED, Preview
from offences.intake.workbook.layouts import CountLine, WorkbookRead, year_in
from offences.models.count import AnnualCount
from offences.models.foi import Document, FoiRound, FoiSubmission
from offences.models.force import Force
from offences.models.measure import BreakdownKind, Category, Measure
from offences.refused import Refused
from offences.resources.names import NameLookup
from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year, kind_of_year

NOTHING = "Nothing is entered: an empty cell is never a 0."
SHOWN = 500  # rows of one status


@dataclass
class CountRow:
    """One count of the file, and what confirming would do with it."""

    line: CountLine
    status: str = ""
    reason: str = ""
    what: str = ""
    before: str = ""
    after: str = ""
    submission: int = 0
    key: CellKey | None = None
    year: Year | None = None
    change: CellChange | None = None

    @property
    def where(self) -> str:
        """The place of the line: its sheet, if that has a name, its row and cell."""
        sheet = f"{self.line.sheet}, " if self.line.sheet else ""
        return f"{sheet}row {self.line.row}, {self.line.cell}"

    @property
    def fingerprinted(self) -> tuple[object, ...]:
        # Of what is written as plain texts: the entry is `after`, as it would be typed.
        change = self.change
        texts = change and (change.sheet, change.cell, change.as_written, change.note, change.doubt)
        return (self.status, self.submission, self.key, self.before, self.after, texts)

    def to_document(self) -> dict[str, str]:
        names = ("where", "what", "before", "after", "reason")
        return {name: getattr(self, name) for name in names}

    def refuse(self, reason: str) -> None:
        self.status, self.reason = REFUSED, reason


@dataclass(kw_only=True)
class WorkbookPreview(Preview[CountRow]):
    """Every count of a workbook with what it would do."""

    wide: bool
    unchecked: list[str]  # returns that lose their checked mark
    rounds: list[str]

    def to_document(self) -> dict[str, object]:
        """All that a page shows of it, in plain values: the first rows of each status."""
        return {
            "wide": self.wide,
            "notes": self.notes[:SHOWN],
            "rows": len(self.rows),
            "rounds": self.rounds,
            "numbers": self.numbers,
            "writes": self.writes,
            "may_confirm": self.may_confirm,
            "unchecked": self.unchecked,
            "fingerprint": self.fingerprint,
            "statuses": {
                status: [row.to_document() for row in self.of(status)[:SHOWN]]
                for status in STATUSES
            },
        }


def changes_of(
    rows: Iterable[CountRow], document: Document | None
) -> dict[int, dict[CellKey, CellChange]]:
    """The changes that storing these rows would make, by submission."""
    found: dict[int, dict[CellKey, CellChange]] = defaultdict(dict)
    for row in rows:
        if row.status in (NEW, CHANGED) and row.key and row.change:
            change = replace(row.change, document=document) if document else row.change
            found[row.submission][row.key] = change
    return found


def plan(read: WorkbookRead) -> WorkbookPreview:
    """Plan what each line of a file changes in the present counts."""
    rows = [CountRow(line) for line in read.lines]
    submissions = _find_submissions(_meanings(rows))
    _compare_rows(rows, submissions)
    touched = {row.submission for row in rows if row.status in (NEW, CHANGED)}
    checked = (s for pk, s in submissions.items() if pk in touched and s.checked_at is not None)
    unchecked = sorted(f"{s.force}, {s.round}" for s in checked)
    rounds = sorted({submission.round.name for submission in submissions.values()})
    return WorkbookPreview(rows, read.notes, wide=read.wide, unchecked=unchecked, rounds=rounds)


@dataclass(frozen=True)
class CountMeaning:
    """The round, force and count that a line names."""

    row: CountRow
    round: FoiRound
    force: Force
    measure: Measure
    category: Category
    year: Year


def _meanings(rows: Iterable[CountRow]) -> list[CountMeaning]:
    names, found = FileNames(), []
    for row in rows:
        line = row.line
        texts = (line.text("force")[:80], line.text("category")[:80], line.text("year"))
        row.what = ", ".join(filter(None, texts))
        if line.fault:
            row.refuse(f"{line.fault}.")
        elif not line.text("value"):
            row.status, row.reason = BLANK, NOTHING
        else:
            try:
                found.append(_meaning(row, names))
            except Refused as refusal:
                row.refuse(str(refusal))
    return found


class FileNames:
    """What the names in a file mean. Each is in many of its rows, and is looked up once."""

    def __init__(self) -> None:
        names = NameLookup()
        self.asked = names.asked
        self.round = cache(names.round)
        self.force = cache(names.force)
        self.category = cache(partial(_category, names))
        self.year = cache(lambda text, of_round: _year(text, self.round(of_round)))


def _meaning(row: CountRow, names: FileNames) -> CountMeaning:
    line = row.line
    if not line.text("round"):
        where = "write “Round: …” above the table" if line.wide else "add a column round"
        raise Refused(f"No round is named: {where}, or choose one for the whole file.")
    round_ = names.round(line.text("round"))
    if not line.text("force"):
        raise Refused("No force is named beside this value.")
    force = names.force(line.text("force"))
    measure, category = names.category(
        *map(line.text, ("measure", "breakdown", "category", "sheet name"))
    )
    year = names.year(line.text("year"), line.text("round"))
    if (round_.id, measure.id) not in names.asked:
        raise Refused(f"{sentence(round_.name)} did not ask for “{measure}”.")
    return CountMeaning(row, round_, force, measure, category, year)


def _find_submissions(meanings: list[CountMeaning]) -> dict[int, FoiSubmission]:
    """Set the submission of each row; the submissions are locked until the end."""
    rounds = {each.round.id for each in meanings}
    counted = {(each.measure.id, each.category.id): each for each in meanings}
    several = len({measure for measure, _ in counted}) > 1
    named = {
        key: _named(each.measure, each.category, several_measures=several)
        for key, each in counted.items()
    }
    candidates: dict[tuple[int, int], list[FoiSubmission]] = defaultdict(list)
    asked = FoiSubmission.objects.filter(round__in=rounds).order_by("pk")
    for submission in asked.select_for_update():
        candidates[submission.round_id, submission.force_id].append(submission)
    found: dict[int, FoiSubmission] = {}
    for each in meanings:
        row, round_, force = each.row, each.round, each.force
        try:
            chosen = _submission(row.line, candidates[round_.id, force.id], round_, force)
        except Refused as refusal:
            row.refuse(str(refusal))
            continue
        if chosen.id not in found:
            chosen.round, chosen.force = round_, force
            found[chosen.id] = chosen
        measure, category = each.measure.id, each.category.id
        row.submission, row.key = chosen.id, (measure, each.year.start, category)
        row.year = each.year
        # “Northshire, Sexual assault, 2018/19”: as much as distinguishes the rows of this file.
        of_round = [round_.name] if len(rounds) > 1 else []
        row.what = ", ".join([force.name, *of_round, named[measure, category], each.year.label])
    return found


def _named(measure: Measure, category: Category, *, several_measures: bool) -> str:
    total = category.breakdown.kind == BreakdownKind.TOTAL
    parts = [measure.name] if several_measures or total else []
    if not total:
        within = f"{category.breakdown.name}: " if category.is_total else ""
        parts.append(f"{within}{category.name}")
    return ", ".join(parts)


def _category(
    names: NameLookup, measure_name: str, breakdown: str, category: str, sheet: str
) -> tuple[Measure, Category]:
    measure = names.measure(measure_name) if measure_name else None
    if sheet:
        return names.of_sheet(sheet, measure)
    if measure is None:
        raise Refused("No measure is named: add a column measure, or choose one for the file.")
    return measure, names.category(measure, breakdown, category)


def _year(text: str, round_: FoiRound) -> Year:
    year = year_in(text)
    if not text:
        raise Refused("No year is named.")
    if year is None:
        raise Refused(f"“{text[:40]}” is not a {kind_of_year()}. Write it like {Year(2018)}.")
    if not round_.first_year <= year.start <= round_.last_year:
        span = f"{Year(round_.first_year)} to {Year(round_.last_year)}"
        raise Refused(f"{sentence(round_.name)} asked for {span}, not for {year}.")
    return year


def _submission(
    line: CountLine, found: list[FoiSubmission], round_: FoiRound, force: Force
) -> FoiSubmission:
    if not found:
        missing = f"{force} has no request in {round_}"
        raise Refused(f"{missing}: if it was asked, add the request first.")
    if request := line.text("request"):
        found = [s for s in found if str(s.number) == request]
        if not found:
            raise Refused(f"{force} has no request {request[:20]} in {round_}.")
    elif len(found) > 1:
        several = f"{force} had {len(found)} requests in {round_}"
        raise Refused(f"{several}: say which in a column request.")
    return found[0]


_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LIMITS = {field.name: field.max_length for field in AnnualCount._meta.fields}


def _compare_rows(rows: list[CountRow], submissions: Iterable[int]) -> None:
    stored = AnnualCount.objects.current().filter(submission__in=list(submissions))
    current = {(s.submission_id, (s.measure_id, s.year, s.category_id)): s for s in stored}
    first: dict[tuple[int, CellKey], CountRow] = {}
    read = cache(read_entry)  # most numbers are in a file many times
    for row in rows:
        if row.key is None:
            continue
        try:
            entry = read(row.line.text("value"), row.year)
        except NotACount as mistake:
            row.refuse(str(mistake))
            continue
        place = (row.submission, row.key)
        if place in first:
            other = first[place].line
            where = f"{other.sheet}, {other.cell}" if other.sheet else other.cell
            row.refuse(
                f"The file gives this count twice: “{row.line.text('value')[:40]}” here, "
                f"“{other.text('value')[:40]}” at {where}. Keep one of the two."
            )
            continue
        first[place] = row
        if entry is None:
            row.status, row.reason = BLANK, NOTHING
            continue
        _compare(row, entry, current.get(place))


def _compare(row: CountRow, entry: Entry, old: AnnualCount | None) -> None:
    line = row.line
    # A column that the file does not have leaves a remark as it is.
    remarks = {"note": old.note, "doubt": old.doubt} if old else {"note": "", "doubt": ""}
    for name in remarks:
        if (text := line.texts.get(name)) is not None:
            remarks[name] = text
    row.after = write_entry(entry)
    texts = {"section": entry.section, "sheet": line.sheet, "cell": line.cell} | remarks
    if fault := _too_long(texts):
        row.refuse(fault)
        return
    written = " ".join(line.text("value").split())[:100]
    note, doubt = remarks["note"], remarks["doubt"]
    row.change = CellChange(
        entry, sheet=line.sheet, cell=line.cell, as_written=written, note=note, doubt=doubt
    )
    if old is None:
        row.status = NEW
        return
    before = counts.entry_of(old)
    row.before = write_entry(before)
    changed = [name for name, text in remarks.items() if text != getattr(old, name)]
    row.status = UNCHANGED if before == entry and not changed else CHANGED
    moves = ((name, getattr(old, name) or "none", remarks[name] or "none") for name in changed)
    row.reason = "; ".join(f"{name}: “{was}” → “{now}”" for name, was, now in moves)


def _too_long(texts: Mapping[str, str]) -> str:
    for name, text in texts.items():
        most = _LIMITS[name]
        if most and len(text) > most:
            return f"The {name} has {len(text)} characters; {most} is the most."
        if _UNSTORABLE.search(text):
            return f"The {name} has a character that cannot be stored. Type it again."
    return ""
