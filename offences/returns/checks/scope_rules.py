"""Which texts of a sheet may change what all its numbers are: a rule for each place.

A sentence is asked about where no question shows it yet, and it says that the counts are of another
time, or of anything but what they are labelled with.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Self

from offences.returns.checks.other_totals import is_of_all_ages_alone, says_young
from offences.returns.labels.changing_words import RULES
from offences.returns.labels.counting_rules import is_counting_rule
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.idle_lines import is_idle_line
from offences.returns.labels.label_words import clean_label, content_role, sex_of
from offences.returns.labels.other_times import (
    Years,
    says_other_kind,
    says_other_start,
    says_other_year,
    without_kind,
    without_own_ending,
    without_own_start,
)
from offences.returns.labels.part_year_words import (
    names_part_alone,
    says_own_years,
    without_own_years,
)
from offences.returns.labels.quoted_requests import (
    is_of_request,
    without_first_day,
    without_own_offences,
)
from offences.returns.labels.scope_words import (
    changes_counts,
    is_heading,
    is_reference,
    may_change_counts,
    name_may_change_counts,
    remark_may_change_counts,
)
from offences.returns.labels.since_when import says_since_when
from offences.returns.labels.title_parts import part_of_title_is_of_months, without_own_parts
from offences.returns.labels.years import parse_short_pair
from offences.returns.sheet import ReadTable, Sheet, is_list
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.titles import label_in_title
from offences.statistics.years import APRIL, JANUARY

_SHORT = 20  # characters
_FEWEST = 3  # letters of a word cut short
_QUESTIONS = re.compile(r"q ?\d{1,2}\b(?:\W+(?:and|to)?\W*q? ?\d{1,2}\b)*", re.IGNORECASE)
_AGE_ALONE = re.compile("1[0-7]")  # a sheet “16”; “1” to “9” rather number questions
_SENTENCE = re.compile(r"(?<=[a-z)\d]{3}[.!?;]) (?=[A-Z])|\n")


@dataclass(frozen=True)
class FiguresOfSheet:
    """What the counts of a sheet are of, which no line of it needs to say again."""

    named: AbstractSet[str]  # their labels
    labels: AbstractSet[str]  # the same, with those of no kind that is read
    offences: AbstractSet[str]  # labels of single offences, none of all of them
    years: Years
    years_of_file: Years
    are_listed: bool  # every table is a list of crimes
    are_of_several_years: bool
    are_of_children: bool
    are_of_offences: bool  # as their file says, somewhere

    @classmethod
    def of(
        cls, tables: Sequence[ReadTable], years_of_file: Years, *, are_of_offences: bool
    ) -> Self:
        every = [each for table in tables for each in table.observations]
        named = {text for each in every for text in each.labels.values()}
        several = all(len({o.year for o in t.observations}) > 1 for t in tables)
        return cls(
            named=named,
            labels=named.union(*(each.other for each in every)),
            offences={t for o in every if (t := o.labels.get("offence")) and not o.total},
            years=years_of(tables),
            years_of_file=years_of_file,
            are_listed=bool(tables) and all(map(is_list, tables)),
            are_of_several_years=several and (bool(tables) or len(years_of_file) > 1),
            are_of_children=says_young(title for table in tables for title in table.titles),
            are_of_offences=are_of_offences,
        )

    @property
    def years_or_of_file(self) -> Years:
        return self.years or self.years_of_file

    @property
    def kinds_of_years(self) -> AbstractSet[str | None]:
        return {kind for kind, _ in self.years_of_file if kind}

    def without_years(self, text: str) -> str:
        """A text without the years of the figures, which may stand in it as in a title."""
        text = without_own_ending(text, self.years)
        return without_own_years(text, self.kinds_of_years, several=self.are_of_several_years)


@dataclass(frozen=True)
class ScopeRules:
    """Whether to ask about a text of a sheet with these figures.

    `messages` are the other questions about its file, `seen` the texts that a question like this
    one shows.
    """

    figures: FiguresOfSheet
    messages: str
    seen: AbstractSet[str]

    def ask_about_name(
        self, sheet: Sheet, tables: Sequence[ReadTable], *, beside_others: bool
    ) -> bool:
        if f"“{sheet.name}" in self.messages:
            return False
        if _AGE_ALONE.fullmatch(sheet.name) and not sheet.in_page:
            return True
        figures = self.figures
        return _is_named(
            sheet, tables, figures.labels, figures.kinds_of_years, beside_others=beside_others
        ) or (bool(figures.years) and says_other_start(sheet.name, figures.years))

    def sentences_to_ask_about(self, text: str, *, is_line: bool) -> Iterator[str]:
        """The sentences of a text that may change the counts; `is_line`: it is a line of words."""
        # A title that is no label of a known kind is shown to nobody elsewhere.
        if clean_label(text) in (self.figures.labels if is_line else self.figures.named):
            return
        is_of_other_time = self._line_is_of_other_time(text, is_line=is_line)
        for sentence in map(str.strip, _SENTENCE.split(text)):
            if not self._is_idle(sentence, is_line=is_line) and (
                is_of_other_time
                or self._names_other_year(sentence)
                or self._changes_counts(sentence, is_line=is_line)
            ):
                yield sentence

    def ask_about_words(self, text: str, rest: str) -> bool:
        """Of a heading or label, of whose words the `rest` became no label of any count."""
        years = self.figures.years
        other = says_other_start(text, years) or says_other_kind(text, years)
        return not self._is_quoted(text) and (other or may_change_counts(without_kind(rest)))

    def ask_about_remark(self, text: str) -> bool:
        """Of a text beside a count."""
        figures = self.figures
        if self._is_quoted(text) or says_own_years(text, figures.kinds_of_years):
            return False
        return (
            _is_part(text)
            or names_part_alone(text)
            or _is_other_year(text, figures.years)
            or says_other_year(text, figures.years)
            or parse_short_pair(text) is not None  # “16-17” beside counts may be ages
            or remark_may_change_counts(text)
        )

    def _is_idle(self, sentence: str, *, is_line: bool) -> bool:
        """Whether a sentence is asked about, or says what is so of the figures in any case."""
        kinds = self.figures.kinds_of_years
        return (
            sentence in self.seen
            or is_idle_line(sentence)
            or (is_line and _is_own_year(sentence, self.figures.years_or_of_file))
            or is_heading(sentence, kinds, alone=is_line)
            or self._is_quoted(sentence)
            or says_own_years(sentence, kinds)
            or says_since_when(sentence)
            or (self.figures.are_of_children and is_of_all_ages_alone(sentence))
            or (self.figures.are_of_offences and is_counting_rule(sentence))
        )

    def _is_quoted(self, sentence: str) -> bool:
        """Whether a question shows all of a sentence; a few letters may be there by chance."""
        is_long = len(sentence) > _SHORT
        return f"“{sentence}" in self.messages or (is_long and sentence in self.messages)

    def _line_is_of_other_time(self, text: str, *, is_line: bool) -> bool:
        """Whether a text as a whole names a part of a year, or a year that no figure is of."""
        if self.figures.are_listed:
            return False  # each crime has its own day; its years are asked about elsewhere
        rest = RULES.sub(" ", self.figures.without_years(in_fewer_words(text)))
        return part_of_title_is_of_months(rest, self.figures.kinds_of_years) or (
            is_line
            and (
                _is_part(rest) or names_part_alone(rest) or _is_other_year(text, self.figures.years)
            )
        )

    def _names_other_year(self, sentence: str) -> bool:
        years, of_file = self.figures.years_or_of_file, self.figures.years_of_file
        return not self.figures.are_listed and (
            says_other_start(sentence, years) or says_other_year(sentence, years, of_file)
        )

    def _changes_counts(self, sentence: str, *, is_line: bool) -> bool:
        """Whether what is left of a sentence without what the figures are of may change them."""
        figures = self.figures
        rest = figures.without_years(without_own_start(sentence, figures.years_or_of_file))
        rest = without_own_parts(rest, figures.kinds_of_years)
        label = label_in_title(sentence) if is_line else None
        rest = without_labels(rest, [label[1]]) if label and label[1] in figures.named else rest
        if is_of_request(rest):
            rest = without_first_day(rest, _begins(figures.years))
            rest = rest if is_line else without_labels(rest, figures.named)
            rest = without_own_offences(rest, figures.offences)
        return may_change_counts(rest) if is_line else changes_counts(rest)


def years_of(tables: Iterable[ReadTable]) -> Years:
    """Each year of the counts of tables, with its kind."""
    return {(o.year_kind, o.year) for table in tables for o in table.observations if o.year}


def _begins(years: Collection[tuple[str | None, str | None]]) -> tuple[int, int]:
    """The calendar year and the month with which the first of these years begins."""
    kind, year = min(years, key=lambda each: each[1] or "", default=("", ""))
    return int((year or "0")[:4]), JANUARY if kind == "calendar" else APRIL


def without_labels(title: str, labels: Iterable[str]) -> str:
    """A title without the labels that were read in it, of which nobody need be asked."""
    here = (label for label in labels if label in title)
    words = "|".join(sorted(map(re.escape, here), key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", " ", title) if words else title


def _is_named(
    sheet: Sheet,
    tables: Sequence[ReadTable],
    labels: Collection[str],
    kinds: AbstractSet[str | None],
    *,
    beside_others: bool,
) -> bool:
    """Whether the name of a sheet with figures, which labels none of them, may change them."""
    known = clean_label(sheet.name) in labels or _is_of_sex(sheet.name, tables)
    known = known or _shortens_offence(sheet.name, tables)
    named = not (sheet.in_page or known)
    of_other = beside_others and is_reference(sheet.name)
    part = names_part_alone(sheet.name) and not _QUESTIONS.fullmatch(sheet.name)
    name = _SHORT_KIND.sub(lambda found: _KINDS[found[0].casefold()], sheet.name)
    own = any(is_heading(f"{name}{years}", kinds, alone=True) for years in ("", " years"))
    own = own or _is_of_parts(sheet.name, tables)
    changes = part or _is_part(sheet.name) or name_may_change_counts(sheet.name)
    changes = changes and not (own and kinds)
    return bool(tables) and named and (of_other or changes)


_KINDS = {"cal": "calendar", "fin": "financial"}
_SHORT_KIND = re.compile(r"\b(?:cal|fin)\b", re.IGNORECASE)
_BY_PARTS = re.compile(
    r"(?:by )?(?:quarter(?:ly|s)?|month(?:ly|s)?)(?: (?:data|figures|tables?|counts|breakdown))?",
    re.IGNORECASE,
)


def _is_of_parts(name: str, tables: Sequence[ReadTable]) -> bool:
    """Whether a sheet “Quarterly” has quarters, and no count of a whole year but their totals."""
    counts = [each for table in tables for each in table.observations]
    parts = [each for each in counts if each.part_words]
    whole = any(not (each.part_words or each.total) for each in counts)
    return bool(_BY_PARTS.fullmatch(name.strip())) and bool(parts) and not whole


def _shortens_offence(name: str, tables: Sequence[ReadTable]) -> bool:
    """Whether a name is the offence of each count of the sheet in fewer words: “Sexual comms”.

    Of a total, which has no offence of its own, the other counts show it.
    """
    labels = {each.labels.get("offence", "") for t in tables for each in t.observations}
    labels -= {""} if any(each.total for t in tables for each in t.observations) else set()
    words = [word.rstrip("s") for word in _words(name)]
    if content_role(name) != "offence" or "" in labels or min(map(len, words), default=0) < _FEWEST:
        return False
    return all(
        all(any(own.startswith(word) for own in _words(label)) for word in words)
        for label in labels
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _is_of_sex(name: str, tables: Sequence[ReadTable]) -> bool:
    """Whether a name is that of one sex, and every count on the sheet is labelled with it."""
    sexes = {sex_of(each.labels.get("sex", "")) for table in tables for each in table.observations}
    return content_role(name) == "sex" and sexes == {sex_of(name)} != {""}


def _is_own_year(text: str, years: Collection[tuple[str | None, str | None]]) -> bool:
    """Whether a line is one of these years in words: “Year ending March 2019”."""
    year = year_of_line(text.rstrip(" ."))
    alone = year is not None and not (year.rest or year.part or year.several)
    return year is not None and alone and (year.kind, year.label) in years


def _is_other_year(text: str, years: Collection[tuple[str | None, str | None]]) -> bool:
    """Whether a line is a year of their kind and no more, which is none of these."""
    year = year_of_line(text.rstrip(" ."))
    if year is None or not year.label or year.rest or year.part or year.several:
        return False
    return year.kind in {kind for kind, _ in years} and (year.kind, year.label) not in years


def _is_part(text: str) -> bool:
    """Whether a text names a part of one year in words: “2019/20 to December”."""
    year = year_of_line(text) if any(map(str.isalpha, text)) else None
    return bool(year and year.label and year.part and not year.several)
