"""The meaning of the lines above a table, alone and beside those of other tables."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce

from offences.returns.labels import label_words as words
from offences.returns.labels import years
from offences.returns.labels.cell_counts import remembered_years
from offences.returns.labels.legends import is_legend
from offences.returns.labels.letter_heads import is_idle_heading
from offences.returns.labels.no_counts import is_no_count
from offences.returns.labels.part_year_words import words_with_part
from offences.returns.labels.remarks import is_remark_alone
from offences.returns.labels.scope_words import says_nothing
from offences.returns.labels.some_ages import names_every_age
from offences.returns.own_form import is_table_line
from offences.returns.sheet import LABEL_KINDS, Position, SheetRow, Table
from offences.returns.tables.cell_kinds import (
    dated_number,
    is_padded,
    is_year_number,
    names_year,
    parse_number,
)
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of
from offences.returns.tables.line_years import ADMIN, without_admin, year_in_name, year_of_line
from offences.returns.tables.titles import (
    NUMBERED,
    is_about_some,
    is_opposite,
    is_question,
    is_specific,
    label_in_title,
    label_of_victims,
    without_axes,
)


def context_of(lines: list[str], sheet_lines: list[str], sheet_name: str) -> LabelMeaning:
    """The meaning of the lines above a table, the sheet's title and its name."""
    meaning = reduce(LabelMeaning.and_then, map(line_meaning, lines), NOTHING)
    if meaning.year is None:
        for line in reversed(sheet_lines):
            if (year := year_of_line(line)) is not None and year.label:
                meaning = meaning.and_then(LabelMeaning(year=year))
                break
    if meaning.year is None or not meaning.year.label:
        own = LabelMeaning(year=year_in_name(sheet_name))
        meaning = meaning.and_then(own) if own.year and own.year.label else meaning
    named = any(role == "force" for role, _ in meaning.labels)
    if not named and words.content_role(sheet_name) == "force":
        meaning = LabelMeaning((("force", words.clean_label(sheet_name)),)).and_then(meaning)
    return meaning


def label_in_name(sheet_name: str) -> tuple[str, str] | None:
    """The sex, ages, offence or platform that a sheet's name gives its tables, with its role.

    “Sexual offences” is rather a title, and “18-19” a year.
    """
    year = year_of_line(sheet_name)
    text = words.clean_label(year.rest if year else sheet_name)
    role = words.content_role(text)
    if role == "offence" and not is_specific(text):
        role = ""
    dated = names_year(text) or is_year_number(text) or text.isdigit()
    is_age = role == "age" and not dated and any(map(str.isdigit, text))
    is_platform = role == "platform" and words.is_named_platform(text)
    named = (role in ("sex", "offence") or is_age or is_platform) and not words.is_title(text)
    return (role, text) if named and not is_no_count(text) else None


_NAMED = re.compile(r"([^:]{2,40}?) ?[:=] ?(.{1,100})")
_CLAUSES = re.compile(r"; |\d (?:\w+ )?(?:types|years)\b")  # “5 offence types; 4 financial years”
_AS_AT = re.compile(r"(?:position |data |figures? )?as (?:at|of|on)\b", re.IGNORECASE)
_SEX = re.compile(r"\b(males?|females?|boys?|girls?|men|women)\b", re.IGNORECASE)


def line_meaning(line: str) -> LabelMeaning:
    """The meaning of a line above a table: “Male victims”, “Offence: Rape”, “2014/15”."""
    line = without_admin(line)
    number = (parse_number(line) is not None and not is_year_number(line)) or dated_number(line)
    if number or ADMIN.search(line) or len(line) > 200:
        return NOTHING
    asked = label_in_title(line) if is_question(line) else label_of_victims(line)
    if asked or (is_question(line) and words.is_note(line)):
        return LabelMeaning((asked,) if asked else (), year_of_line(line))
    if words.speaks_of_figures(line) or is_legend(line) or says_nothing(line):
        return NOTHING
    year, named = year_of_line(line), _NAMED.fullmatch(line)
    if named and (role := words.heading_role(named[1])) in LABEL_KINDS:
        label = role, words.clean_label(without_axes(named[2]) or named[2])
        return NOTHING if _is_of_all(*label) else LabelMeaning((label,))
    if _CLAUSES.search(line) or _AS_AT.match(line):
        return LabelMeaning(year=year)
    beside = words_with_part(line)
    title = rest = (year.rest or beside) if year else line
    rest = "" if words.heading_role(rest) else rest
    meaning = LabelLevel([rest]).read(rest) if rest and not words.is_title(rest) else NOTHING
    found = () if meaning.excluded else meaning.labels
    labels = tuple(each for each in found if each[0] in LABEL_KINDS and not _is_of_all(*each))
    sexes = {found.casefold().rstrip("s") for found in _SEX.findall(line)}
    if not labels and len(sexes) == 1 and words.content_role(line) != "offence":
        labels = (("sex", words.clean_label(rest or line)),)
    subject = label_in_title(title)
    if subject and (not labels or subject[0] in ("sex", "age")):
        labels = (subject,)  # “Offences with a victim recorded as male” names no offence
    if not labels and not beside and _is_short_label(rest) and not _is_day(rest):
        labels = (("other", words.clean_label(rest)),)
    return LabelMeaning(labels, year)


def _is_of_all(role: str, text: str) -> bool:
    """Whether a label is of every age that was asked for, or of all: “Under 18s”, “(All)”."""
    every = words.is_total(text.strip("()")) or (role == "age" and names_every_age(text))
    return every and role in ("age", "force")


def _is_day(text: str) -> bool:
    """Whether a text is a day alone, as a letter has one over all that it says."""
    year = years.parse_year(text)
    return year is not None and not year.rest and years.parse_day(year.part) is not None


def _is_short_label(text: str) -> bool:
    tests = (words.is_title, words.is_generic, words.heading_role, is_idle_heading, is_remark_alone)
    return 1 < len(text) <= 40 and not any(test(text) for test in tests)


_TAIL = re.compile(
    r"[ ,:(–-]*\b(?:by|broken down|split|(?:as )?(?:recorded|reported) (?:by|in|to|between|within)"
    r"|between|per|for|in) .*",
    re.IGNORECASE,
)


@dataclass
class TableLines:
    """The lines above one table, and what the last of them says beside those of its siblings."""

    rows: list[SheetRow]
    title: list[str] = field(default_factory=list)  # lines that label every table of the sheet
    subject: LabelMeaning = NOTHING
    subject_line: str = ""  # which is not read by itself
    before: tuple[tuple[str, str], ...] = ()  # labels of the table that its “those” are of
    named: str = ""  # the line that is a label, though it is also the name of an axis
    is_unclear: bool = False  # of which table they are
    is_missing: bool = False  # the tables beside it have a line, but it has none

    @property
    def texts(self) -> list[str]:
        return [row.text for row in self.rows]

    def rows_with(self, title: list[str]) -> list[SheetRow]:
        """These lines below those of the sheet's title, which have no row here."""
        own = self.texts
        return [*(SheetRow(0, {1: text}) for text in title if text not in own), *self.rows]

    @cached_property
    def own(self) -> list[str]:
        """The lines that may say what the table counts: no notes, no names of axes."""
        return [text for text in self.texts if text == self.named or not _is_idle(text)]

    @cached_property
    def is_of_form(self) -> bool:
        return any(map(is_table_line, self.texts))

    @cached_property
    def nearest(self) -> str:
        return next(filter(_subject, reversed(self.own)), "")

    @cached_property
    def is_dated(self) -> bool:
        return any((year := year_of_line(text)) and year.label for text in self.texts)

    @property
    def is_obscure(self) -> bool:
        """Whether these lines say no year and nothing known."""
        if self.is_dated:
            return False
        if not self.own:
            return any(not (words.is_note(t) or words.heading_role(t)) for t in self.texts)
        return self.is_unnamed

    @property
    def is_unnamed(self) -> bool:
        """Whether the nearest line names nothing of a known kind."""
        return not _roles_of(self.nearest)

    def meaning(self, sheet_lines: list[str], sheet_name: str) -> LabelMeaning:
        """The meaning of all of them, in the table's sheet."""
        if self.is_of_form:
            return NOTHING
        texts = [text for text in self.texts if text != self.subject_line]
        context = context_of([*self.title, *texts], sheet_lines, sheet_name)
        return LabelMeaning(self.before).and_then(context).and_then(self.subject)

    def opposites(self) -> list[SheetRow]:
        """The lines that name what the counts leave out, or that they are some of others."""
        rows = () if self.is_of_form else self.rows
        left_out = [row for row in rows if is_opposite(row.text) and not ADMIN.search(row.text)]
        of_others = (row for row in rows if is_about_some(row.text) and row not in left_out)
        unknown = (r for r in of_others if self.is_unclear or not line_meaning(r.text).labels)
        return [*left_out, *unknown]

    def roles(self) -> dict[Position, str]:
        """The role of each line that means something."""
        found = {}
        for row in () if self.is_of_form else self.rows:
            read = self.subject if row.text == self.subject_line else line_meaning(row.text)
            if read.labels or read.total or (read.year and read.year.label):
                found[row.number, min(row.cells)] = role_of(read)
        return found


def _roles_of(line: str) -> set[str]:
    return {role for role, _ in line_meaning(line).labels} & set(LABEL_KINDS)


def lines_of_all(title: list[str], others: Sequence[TableLines]) -> list[str]:
    """The lines over the first table that are over the others too: no year, if they name theirs."""
    if not any(each.is_dated for each in others):
        return title
    return [line for line in title if not ((year := year_of_line(line)) and year.label)]


def _is_idle(line: str) -> bool:
    year = years.parse_year(line)
    named = ":" not in line and words.heading_role(year.rest if year else line)
    return bool(
        ADMIN.search(line) or words.speaks_of_figures(line) or named not in ("", "count", False)
    )


@remembered_years
def _subject(line: str) -> str:
    """What a line is about, without its number, year, axes and force."""
    year = years.parse_year(line)
    text = _TAIL.sub("", NUMBERED.sub("", year.rest if year else line, count=1)).strip(" ,:–-")
    # “Victims” says something beside “Suspects”, and “Number of offences” nothing.
    return "" if words.is_generic(text) and " " in text else words.clean_label(text)


def read_siblings(tables: Sequence[Table], lines: Sequence[TableLines]) -> None:
    """Read the lines over several tables of a sheet as one axis.

    Over one table “Harassment recorded online” may be a title. Where other tables have other
    lines, each says what its table counts.
    """
    if len(tables) < 2:
        return
    for group in _groups(tables):
        _find_names(tables, lines, group)
        near = {n: lines[n].nearest for n in group}
        if group[0] == 0:
            near[0] = _first_line([lines[n] for n in group])
        _read_axis([lines[n] for n in group], [near[n] for n in group])
        apart = _stacked(tables, group)
        by_year = sum(lines[n].is_dated and lines[n].is_unnamed for n in group[1:])
        named = any(lines[n].own for n in group)
        obscure = {
            n for n in group[1:] if (by_year if lines[n].own else named) and lines[n].is_obscure
        }
        undated = {n for n in group[1:] if by_year and not lines[n].is_dated}
        obscure |= {n for n in undated if not lines[n].texts}
        said = any(near[n] for n in group if n not in obscure)
        missing = {n for n in apart if n in obscure or (not near[n] and said)}
        # Where one has no line, one that says nothing known is no better.
        missing |= {n for n in apart if missing and n != group[0] and lines[n].is_obscure}
        if 0 in apart and _has_title_alone(near):
            missing.add(0)
        for n in missing:
            lines[n].is_missing = True
    _add_title(lines)
    titles = [each for each in lines if words.content_role(_subject(each.nearest))]
    if not any(each.subject_line for each in titles):
        _read_axis(titles, [each.nearest for each in titles])


_FEW = 2  # words of a name: “Offences by age” is a title


def _find_names(tables: Sequence[Table], lines: Sequence[TableLines], group: list[int]) -> None:
    """Take “Website” for a label, where a table beside is below “Snapchat”.

    It names no axis of a table whose rows and columns are all of another kind.
    """
    idle = [n for n in group if lines[n].rows and all(map(_is_idle, lines[n].texts))]
    others = [lines[n].nearest for n in group if n not in idle]
    if not any(map(subject_roles, others)):
        return
    for n in idle:
        text, table = lines[n].texts[-1], tables[n]
        first = table.columns()[0]
        heads = [t for row in table.header for c, t in row.cells.items() if c != first]
        levels = ([t for t in texts if not names_year(t)] for texts in (heads, table.texts(first)))
        roles = {LabelLevel(texts).role for texts in levels if texts}
        role = words.heading_role(text) if text.count(" ") < _FEW else ""
        if role in LABEL_KINDS and not roles & {"", role}:
            lines[n].named = text


def _has_title_alone(near: dict[int, str]) -> bool:
    """Whether the first line is the sheet's title, which says nothing of the kind of the others."""
    first, *others = map(subject_roles, near.values())
    if not (others and all(others)):
        return False
    is_title, *lines = map(words.is_title, near.values())
    may_be = bool(first) or (is_title and not any(lines))
    return may_be and not set.intersection(*others) <= first


def subject_roles(line: str) -> set[str]:
    """The kinds of label that a line gives, or that its subject is of."""
    named = "" if words.is_generic(own := _subject(line)) else words.content_role(own)
    return _roles_of(line) or {named} - {""}


def _read_axis(lines: Sequence[TableLines], near: Sequence[str]) -> None:
    """Read lines alike that are of different subjects, but those whose role they say."""
    subjects = [*map(_subject, near)]
    if len({*subjects}) < 2:
        return
    level = LabelLevel([text for text in subjects if text])
    for each, line, text in zip(lines, near, subjects, strict=True):
        if text and not _roles_of(line):
            year, read = line_meaning(line).year, level.read(text)
            named = replace(read, no_counts=(line,)) if read.excluded else read
            each.subject, each.subject_line = LabelMeaning(year=year).and_then(named), line


def _first_line(group: Sequence[TableLines]) -> str:
    """The first table's own line: not the sheet's title, above as many as other tables have.

    One that is no title counts where the others have none at all.
    """
    first, *others = group
    most = max((len(each.own) for each in others), default=0)
    if most:
        return next(filter(_subject, reversed(first.own[-most:])), "")
    roles = {role for role, _ in line_meaning(first.nearest).labels}
    return first.nearest if roles - {"force"} else ""


def _add_title(lines: Sequence[TableLines]) -> None:
    """Let a sheet's title, above the first table's own lines, label all its tables.

    Whether it does so for a table without any line, nobody knows.
    """
    first, *others = lines
    most = max(len(each.own) for each in others)
    for line in first.own[: -most or None]:
        roles = _roles_of(line) - {"force"}
        for each in others if roles else ():
            if each.own:
                each.title.append(line)
            elif roles - {"offence"}:
                each.is_missing = True


def _groups(tables: Sequence[Table]) -> list[list[int]]:
    """The tables with the same headings, apart from years, totals and corners, and rows alike."""
    groups: dict[tuple[frozenset[str], ...], list[int]] = defaultdict(list)
    idle = (names_year, words.is_total, is_no_count, words.heading_role)
    for number, table in enumerate(tables):
        first = table.columns()[0]
        texts = {text for row in table.header for c, text in row.cells.items() if c != first}
        own = frozenset(text for text in texts if not any(test(text) for test in idle))
        if table.header:
            labels = next(filter(_are_no_codes, map(table.texts, table.columns())), [])
            groups[own, _row_kind(labels)].append(number)
    return [*groups.values()]


def _are_no_codes(texts: list[str]) -> bool:
    return not (any(map(is_padded, texts)) and all(map(str.isdigit, texts)))


def _row_kind(labels: list[str]) -> frozenset[str]:
    """The role of a table's rows; without one, the labels themselves."""
    own = {text for text in labels if not (words.is_total(text) or names_year(text))}
    role = LabelLevel([*own]).role
    return frozenset({role} if role else own)


def _stacked(tables: Sequence[Table], group: Sequence[int]) -> set[int]:
    """The tables of a group that are above or below all others of it, rather than beside one."""
    starts: dict[str, list[int]] = defaultdict(list)
    for n in group:
        insort(starts[tables[n].sheet.name], tables[n].range_start)
    found = set()
    for n in group:
        first, last = tables[n].range_start, tables[n].range_end
        own = starts[tables[n].sheet.name]
        found |= {n} if bisect_right(own, last) - bisect_left(own, first) == 1 else set()
    return found
