"""The meaning of the headings above a cell, or the labels beside it: labels, year, total."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from offences.returns.labels import years
from offences.returns.labels.age_spans import slashed_ages
from offences.returns.labels.counts_in_labels import has_count_within
from offences.returns.labels.joined_labels import (
    is_letter_and_number,
    joined_parts,
    named_of_total,
    unrecorded_parts,
)
from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    counted_kind,
    is_generic,
    is_online_alone,
    is_region,
    is_total,
    is_unknown,
)
from offences.returns.labels.no_counts import is_no_count, is_plainly_no_count
from offences.returns.labels.note_marks import are_ages, number_behind
from offences.returns.labels.numbered_times import is_school_year, numbered_parts
from offences.returns.labels.part_year_words import words_with_part
from offences.returns.labels.plain_years import is_other_time, year_up_to
from offences.returns.sheet import LABEL_KINDS
from offences.returns.tables.cell_kinds import is_year_number, names_year
from offences.statistics.years import two_years


@dataclass(frozen=True)
class LabelMeaning:
    """Everything that the labels of one row, or the headings of one column, mean."""

    labels: tuple[tuple[str, str], ...] = ()  # role, text
    year: years.ReadYear | None = None
    total: bool = False
    no_counts: tuple[str, ...] = ()  # the texts that name another quantity: none is counted here
    as_counts: "LabelMeaning | None" = field(default=None, compare=False)  # if they do not
    two_years: tuple[str, ...] = field(default=(), compare=False)  # that exclude each other

    @property
    def excluded(self) -> bool:
        return bool(self.no_counts)

    @property
    def if_counted(self) -> "LabelMeaning":
        return self.as_counts or replace(self, no_counts=())

    def and_then(self, nearer: "LabelMeaning") -> "LabelMeaning":
        """Combine this with a meaning nearer to the cell, whose year comes first."""
        labels, year = self.labels + nearer.labels, _both(self.year, nearer.year)
        total, no_counts = self.total or nearer.total, self.no_counts + nearer.no_counts
        counted = self.if_counted.and_then(nearer.if_counted) if no_counts else None
        differ = self.two_years or nearer.two_years or _two_years(self.year, nearer.year)
        return LabelMeaning(labels, year, total, no_counts, counted, differ)

    def without_total(self) -> "LabelMeaning":
        """What a part of this count has of it: its labels and year, not the words for a total.

        Of what is no count, no part is one.
        """
        labels = tuple((role, text) for role, text in self.labels if not is_total(text))
        counted = self.as_counts and self.as_counts.without_total()
        return LabelMeaning(labels, self.year, no_counts=self.no_counts, as_counts=counted)


type Meanings = Mapping[int, LabelMeaning]
"""Of rows or of columns, by their numbers, in their order."""


NOTHING = LabelMeaning()
WHOLE_YEAR = re.compile(  # below months or quarters
    r"(?:the )?(?:(?:financial|calendar|full|whole) )?year(?:ly)?|annual(?:ly)?"
    r"|(?:12|twelve) months",
    re.IGNORECASE,
)
MOST_AGE = 18  # up to here 17-18 may be an age band as well as a year


def role_of(meaning: LabelMeaning) -> str:
    """The role that a heading, a label or a line between rows was given."""
    if meaning.excluded:
        return "ignored"
    if meaning.year and (meaning.year.label or meaning.year.part or meaning.year.several):
        return "year"
    return "total" if meaning.total else "label"


def _both(outer: years.ReadYear | None, inner: years.ReadYear | None) -> years.ReadYear | None:
    if outer is None or inner is None:
        return inner or outer
    if inner.label and outer.part and not outer.label and not inner.part:
        return replace(inner, part=outer.part)  # Q1, over rows of years
    if inner.label or inner.several:
        return inner
    # April, under 2018/19: the year outside, the part inside.
    return replace(outer, part=inner.part or outer.part)


def _two_years(outer: years.ReadYear | None, inner: years.ReadYear | None) -> tuple[str, ...]:
    """The years of two labels of one count that exclude each other.

    2019 may be the calendar year of a month of 2018/19, or of one of 2019/20.
    """
    if not (outer and inner and outer.label and inner.label):
        return ()
    years_of_one = abs(int(outer.label[:4]) - int(inner.label[:4])) <= (outer.kind != inner.kind)
    return () if years_of_one else (outer.label, inner.label)


class LabelLevel:
    """One row of headings, or one column of labels: all its texts, read alike."""

    def __init__(
        self,
        texts: list[str],
        hint: str = "",
        dated: bool = False,
        starts: int | None = None,
        ending: str = "",
        axes: tuple[str, ...] = (),
        timed: str = "",
    ) -> None:
        self.texts, self.hint = texts, hint  # the role that a name of the axis gives
        # Numbers below “Month”, or in a table by month, are no ages.
        self.numbered = numbered_parts(texts, timed) if hint not in LABEL_KINDS else {}
        self.axes = axes  # of labels of two kinds, if the heading names both
        self.starts = starts  # of the financial year named by a plain 2019, as in meanings.py
        self.ending = ending  # “Year ending”, of which each text is the end
        self._read: dict[tuple[str, str], LabelMeaning] = {}
        distinct = list(dict.fromkeys(self.texts))
        if self.hint in LABEL_KINDS and self._fit_no_hint(distinct):
            self.hint = ""  # “Victim age” over a table, whose columns are years
        self.pairs, self.may_be_ages = self._read_pairs(distinct, dated)
        self.slashed = frozenset() if self.hint == "year" else slashed_ages(distinct)
        alone = not any(content_role(t) == "age" for t in {*distinct} - self.slashed)
        self.may_be_ages |= bool(self.slashed) and alone and self.hint != "age"
        days = [d for d in map(years.parse_day, distinct) if d is not None]
        # Dates mean their months.
        self.months = any(not years.is_edge(d) for d in days)
        named = [*filter(None, map(self._year, distinct))]
        self.has_parts = sum(bool(year.part) for year in named) > 1
        whole = [year for year in named if year.label and not year.part]
        self.calendar = bool(whole) and all(y.kind == "calendar" for y in whole)
        self.role = self.hint if self.hint in LABEL_KINDS else self._vote(distinct)
        # “All recorded” beside “Cyber flagged”, Yes beside No: plain words that differ.
        plain = [t for t in distinct if not (is_total(t) or is_plainly_no_count(t))]
        names = {clean_label(t) for t in plain if not self._year(t)}
        self.parts_generic = len(names) > 1
        self.has_whole = any(is_total(t) or is_generic(t) for t in names | {*distinct})
        short = {text for text in distinct if is_letter_and_number(text)}
        joined = any(map(joined_parts, {*distinct} - short))
        orders = {tuple(kind for kind, _ in joined_parts(text)) for text in distinct}
        self.splits = bool(self.axes) and orders - {()} == {self.axes}
        # “M 10” beside “F 10”, or beside “Girls 10”.
        self.has_letters = joined or len({text[:1].casefold() for text in short}) > 1

    def _read_pairs(self, texts: list[str], dated: bool) -> tuple[bool, bool]:
        """Whether 17-18 is a year here, and whether nobody can know: it may be an age band.

        Years follow each other. `dated`: the year of the counts is named elsewhere.
        """
        found = {text: n for text in texts if (n := years.parse_short_pair(text)) is not None}
        pairs = [*found.values()]
        rising = len(pairs) >= 2 and all(b - a == 1 for a, b in pairwise(pairs))
        if self.hint == "year" or not rising:
            may_be_ages = any(" to " in text for text in found) and max(pairs) < 2000 + MOST_AGE
            return bool(pairs) and self.hint == "year", self.hint == "year" and may_be_ages
        if self.hint in LABEL_KINDS or any(" to " in text for text in found):
            return False, False
        may_be_ages = max(pairs) < 2000 + MOST_AGE
        return not (dated and may_be_ages), may_be_ages

    def _fit_no_hint(self, texts: list[str]) -> bool:
        """Whether most are years, or of another role than the one that a name gives them."""
        dated = sum(names_year(t) or is_year_number(t) for t in texts if content_role(t) != "age")
        roles = [content_role(t) for t in texts if not (is_total(t) or is_unknown(t))]
        others = sum(role not in ("", self.hint) for role in roles)
        return dated * 2 > len(texts) or others * 2 > len(roles)

    def _vote(self, texts: list[str]) -> str:
        idle = (is_total, is_unknown, is_generic, is_plainly_no_count, self._year)
        voters = [t for t in texts if not any(test(t) for test in idle)]
        votes = Counter(map(content_role, voters))
        best = max(votes, key=lambda role: (votes[role], bool(role)), default="")
        # Sexes are few: “Online flag set” beside them is none.
        enough = votes[best] * 2 >= len(voters) and not (best == "sex" and len(votes) > 1)
        return best if enough else ""

    def _year(self, text: str) -> years.ReadYear | None:
        if self.hint in LABEL_KINDS or text in self.slashed:
            return None
        if text in self.numbered and is_school_year(self.numbered[text]):
            return None
        if text in self.numbered:
            return years.ReadYear(part=self.numbered[text])
        if self.pairs and (start := years.parse_short_pair(text)) is not None:
            return years.of_pair(start)
        if self.ending and years.names_month(text):
            return years.parse_year(f"{self.ending} {text}")
        if day := years.parse_day(text):
            return years.year_of_month(day) if self.months else years.year_of_heading_day(day)
        found = year_up_to(text) or years.parse_year(text)
        plain = found and found.kind == "calendar" and not (found.part or found.rest)
        if found and plain and self.starts is not None and (self.starts or is_year_number(text)):
            begins = int(found.label) + self.starts
            return years.ReadYear(two_years(begins), "financial")
        if found and found.rest and not is_generic(found.rest) and content_role(text) == "offence":
            return None if found.kind == "calendar" else found
        return found

    def read(self, text: str, group: str = "") -> LabelMeaning:
        """The meaning of a text; `group` is the role of those right before it."""
        if (text, group) not in self._read:
            self._read[text, group] = self._parse(text, group)
        return self._read[text, group]

    def groups(self) -> list[str]:
        """For each text, the role of the run of texts before it; empty where it needs none.

        Behind girls and boys, “Not known” is a sex, though most of the row are ages.
        """
        found, run, length = [], "", 0
        for text in map(self._words, self.texts):
            own = "" if is_unknown(text) or self.hint in LABEL_KINDS else content_role(text)
            found.append(run if run == "sex" or length > 1 else "")
            if own:
                run, length = own, length + 1 if own == run else 1
            elif not is_unknown(text):
                run, length = "", 0
        return found

    def _words(self, text: str) -> str:
        """A text without its year."""
        year = self._year(text)
        return year.rest if year and year.rest else text

    def _parse(self, text: str, group: str = "") -> LabelMeaning:
        named = self.hint in LABEL_KINDS or content_role(text) == "offence"
        year, counted = self._year(text), self._counted(text, group)
        other = is_plainly_no_count(text) or (is_no_count(text) and not named)
        if other or (year and is_plainly_no_count(year.rest)):
            return LabelMeaning(no_counts=(text,), as_counts=counted)
        return counted

    def _counted(self, text: str, group: str) -> LabelMeaning:
        """The meaning of a text over or beside counts."""
        year = self._year(text)
        if year is None:
            return self._label(text, group)
        if self.calendar and year.part and year.calendar:
            year = replace(year, label=year.calendar, kind="calendar")
        numbered = number_behind(text) if year.label else None
        beside = words_with_part(text)
        words = year.rest or (beside if content_role(beside) in LABEL_KINDS else "")
        if not words or (numbered and not are_ages(*numbered, self.texts)):
            labels = (("other", clean_label(text)),) if is_other_time(text) else ()
            return LabelMeaning(labels, year, total=year.several)
        rest = self._label(words, group)
        return LabelMeaning(rest.labels, year, rest.total or year.several)

    def _label(self, text: str, group: str = "") -> LabelMeaning:
        meaning = clean_label(text)
        if text in self.numbered:
            return LabelMeaning((("other", self.numbered[text]),))
        if is_total(meaning) or (self.has_parts and WHOLE_YEAR.fullmatch(meaning)):
            return LabelMeaning(named_of_total(meaning) or (("other", meaning),), total=True)
        if parts := self._joined(meaning):
            return LabelMeaning(parts)
        if is_generic(meaning) and not self.parts_generic:
            return NOTHING
        plain = is_generic(meaning)  # “Offences” beside ages is no age
        own = "" if plain else content_role(meaning)
        # “Online” beside “Recorded” and ages is a part of it, and no age.
        part = self.role == "age" and self.has_whole and is_online_alone(meaning)
        voted = is_unknown(meaning) or not (own or plain or part)
        role = self.role if self.hint in LABEL_KINDS or voted else own
        if {self.hint, own} == {"sex", "age"} and (own == "sex" or self._is_age(meaning)):
            role = own  # rows of ages below those of sexes, with no heading of their own
        if is_unknown(meaning) and self.hint not in LABEL_KINDS:
            role = group or role or own
        if role == own:
            meaning = counted_kind(meaning)
        region = role == "force" and is_region(meaning)
        return LabelMeaning(((role or "other", meaning),), total=region and self._has_forces())

    def _is_age(self, text: str) -> bool:
        """Whether an age below sexes is one: a lone digit is a code, if no ages are beside it."""
        longer = (each for each in self.texts if content_role(each) == "age" and len(each) > 1)
        beside = any(any(map(str.isdigit, each)) for each in longer) if len(text) == 1 else True
        return any(map(str.isdigit, text)) and beside

    def _joined(self, text: str) -> tuple[tuple[str, str], ...]:
        """The labels of several kinds in one: “Female 0-12”."""
        if is_letter_and_number(text) and not self.has_letters:
            return ()
        if has_count_within(text, self.texts):
            return ()  # “Kik, of which 4 male” is asked about, and of no age
        parts = joined_parts(text)
        return unrecorded_parts(text, self.axes) if self.splits and not parts else parts

    def _has_forces(self) -> bool:
        return sum(not is_region(text) and not is_total(text) for text in set(self.texts)) > 3


def labels_by_kind(meaning: LabelMeaning, of_lines: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """The labels by kind; of two of one kind, the one nearest to the count keeps its name.

    “Other” within an offence of the table says no other one; the first `of_lines` are over it.
    """
    labels: dict[str, str] = {}
    other: list[str] = []
    outer = {text for role, text in meaning.labels[of_lines:] if role == "offence"}
    for role, text in meaning.labels:
        is_rest = role == "offence" and is_unknown(text) and labels.get(role) in outer
        if role not in LABEL_KINDS or is_rest:
            other.append(text)
        else:
            other += [labels[role]] if labels.get(role, text) != text else []
            labels[role] = text
    if meaning.year and meaning.year.part:
        other.append(clean_label(meaning.year.part))
    return labels, tuple(dict.fromkeys(other))
