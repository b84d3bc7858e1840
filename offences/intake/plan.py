"""Lines → what each would do to the counts that stand. Nothing is written here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from offences import counts
from offences.counts import CellChange, CellKey
from offences.intake import layouts
from offences.intake.layouts import Given, Line
from offences.intake.lookup import Lookup
from offences.intake.rows import BLANK, CHANGED, NEW, UNCHANGED, Preview, Row
from offences.models import (
    AnnualCount,
    BreakdownKind,
    Category,
    FoiRound,
    FoiSubmission,
    Force,
    Measure,
)
from offences.refused import Refused
from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year

NOTHING = "Nothing is entered: an empty cell is never a 0."


def plan(reading: layouts.Reading, given: Given) -> Preview:
    """What each line of a file would do, against the records as they are now."""
    rows = [Row(line) for line in reading.lines]
    wanted = _meanings(rows)
    placed = _places(wanted)
    _against_what_stands(rows, placed)
    said = {pk: f"{s.force}, {s.round}" for pk, s in placed.items()}
    touched = {row.submission for row in rows if row.status in (NEW, CHANGED)}
    unchecked = sorted(said[pk] for pk in touched if placed[pk].checked_at is not None)
    rounds = sorted({s.round.name for s in placed.values()})
    return Preview(rows, reading.notes, reading.wide, given, said, unchecked, rounds)


@dataclass(frozen=True)
class Meaning:
    """What a line's words mean: which count of which round and force."""

    row: Row
    round: FoiRound
    force: Force
    measure: Measure
    category: Category
    year: Year


class _Once:
    """The same words mean the same: each is asked once, a refusal too."""

    def __init__(self) -> None:
        self.answers: dict[tuple, object] = {}
        self.refusals: dict[tuple, str] = {}

    def __call__[T](self, key: tuple, ask: Callable[[], T]) -> T:
        if key not in self.answers and key not in self.refusals:
            try:
                self.answers[key] = ask()
            except Refused as refusal:
                self.refusals[key] = str(refusal)
        if key in self.refusals:
            raise Refused(self.refusals[key])
        return self.answers[key]  # type: ignore[return-value]


def _meanings(rows: Iterable[Row]) -> list[Meaning]:
    lookup, once = Lookup(), _Once()
    found = []
    for row in rows:
        line = row.line
        row.what = ", ".join(
            filter(None, (line.says("force")[:80], line.says("category")[:80], line.says("year")))
        )
        if line.fault:
            row.refuse(f"{line.fault}.")
        elif not line.says("value"):
            row.status, row.reason = BLANK, NOTHING
        else:
            try:
                found.append(_meaning(row, lookup, once))
            except Refused as refusal:
                row.refuse(str(refusal))
    return found


def _meaning(row: Row, lookup: Lookup, once: _Once) -> Meaning:
    line = row.line
    round_ = once(("round", line.says("round")), lambda: _round(line, lookup))
    force = once(("force", line.says("force")), lambda: _force(line, lookup))
    words = tuple(line.says(n) for n in ("measure", "breakdown", "category", "sheet name"))
    measure, category = once(words, lambda: _category(line, lookup))
    year = once(("year", line.says("year"), round_.pk), lambda: _year(line, round_))
    if (round_.pk, measure.pk) not in lookup.asked:
        raise Refused(f"{sentence(round_.name)} did not ask for “{measure}”.")
    return Meaning(row, round_, force, measure, category, year)


def _places(wanted: list[Meaning]) -> dict[int, FoiSubmission]:
    """Say of each row which submission it is of; the submissions are held until the end."""
    rounds = {each.round.pk for each in wanted}
    several = len({each.measure.pk for each in wanted}) > 1
    found: dict[tuple[int, int], list[FoiSubmission]] = defaultdict(list)
    for submission in (
        FoiSubmission.objects.filter(round__in=rounds).select_for_update().order_by("pk")
    ):
        found[submission.round_id, submission.force_id].append(submission)
    placed: dict[int, FoiSubmission] = {}
    for each in wanted:
        row, round_, force = each.row, each.round, each.force
        try:
            chosen = _submission(row.line, found[round_.pk, force.pk], round_, force)
        except Refused as refusal:
            row.refuse(str(refusal))
            continue
        chosen.round, chosen.force = round_, force
        placed[chosen.pk] = chosen
        row.submission, row.key = chosen.pk, (each.measure.pk, each.year.start, each.category.pk)
        row.what = _in_words(each, several_rounds=len(rounds) > 1, several_measures=several)
    return placed


def _in_words(each: Meaning, *, several_rounds: bool, several_measures: bool) -> str:
    """“Northshire, Sexual assault, 2018/19”: as much as tells the rows of this file apart."""
    category, total = each.category, each.category.breakdown.kind == BreakdownKind.TOTAL
    told = [each.force.name]
    told += [each.round.name] if several_rounds else []
    told += [each.measure.name] if several_measures or total else []
    if not total:
        within = f"{category.breakdown.name}: " if category.is_total else ""
        told.append(f"{within}{category.name}")
    return ", ".join([*told, each.year.label])


def sentence(text: str) -> str:
    """The text as a sentence begins; “round 2019” is a name too."""
    return text[:1].upper() + text[1:]


def _round(line: Line, lookup: Lookup) -> FoiRound:
    if not line.says("round"):
        where = "write “Round: …” above the table" if line.wide else "add a column round"
        raise Refused(f"No round is named: {where}, or choose one for the whole file.")
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
        try:
            entry = read_entry(row.line.says("value"), Year(row.key[1]))
        except NotACount as mistake:
            row.refuse(str(mistake))
            continue
        place = (row.submission, row.key)
        if place in first:
            other = first[place].line
            where = f"{other.sheet}, {other.cell}" if other.sheet else other.cell
            row.refuse(
                f"The file gives this count twice: “{row.line.says('value')[:40]}” here, "
                f"“{other.says('value')[:40]}” at {where}. Keep one of the two."
            )
            continue
        first[place] = row
        if entry is None:
            row.status, row.reason = BLANK, NOTHING
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
