"""Numbers that nobody was shown yet, whatever is around them: each is listed or asked about.

It runs last. What was read, listed or asked about is skipped, and so is a number whose own words
say that it is no count; every other one may be the count that is missing.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from offences.returns.labels.cell_counts import plain_text, without_footnotes
from offences.returns.labels.harmless_numbers import leaves_number
from offences.returns.labels.joined_labels import joined_parts, named_of_total
from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.labels.legends import legends_in
from offences.returns.labels.note_marks import explains, number_behind
from offences.returns.labels.offence_classes import is_with_class
from offences.returns.labels.quoted_requests import is_of_request
from offences.returns.labels.some_ages import without_all_ages
from offences.returns.sheet import NotTaken, Position, Problem, ReadTable, Sheet, is_list, rows_of
from offences.returns.tables.cell_kinds import names_year, names_years
from offences.returns.tables.columns import NOT_READ
from offences.returns.tables.not_taken import UNKNOWN
from offences.returns.tables.prose_numbers import not_read

_COUNTS = ("value", "marker")
_NAMES = ("label", "year", "total")
_NO_COUNTS = tuple(why for kind, why in NOT_READ.items() if kind != "remark")
_MOST_WORDS = 6  # of what is no sentence
_SHOWN = 60  # characters of it that any question shows
_QUOTED = re.compile(r"“([^”]*\d[^”]*)”")
_SIGN = re.compile(r"\*{1,3}|[<≤]=? ?\d+")
_NUMBERED_MARK = re.compile(r"[a-z] ?[(\[](\d{1,2})[)\]]$", re.IGNORECASE)
_NOTE_ALONE = re.compile(
    r"\W*(?!(?:please )?see (?:also )?(?:foot)?notes? \d\b)(?:(?:please )?(?:see|refer to) )?"
    r"(?:also )?(?:foot)?notes? ?(?:nos?\.?|number)? ?(\d{1,3})\W*",
    re.IGNORECASE,
)
_LONG = 4  # words, as any note has
_SENTENCE = re.compile(  # “2. 3 offences had no age” is one
    r"(?<!^\d[.!?;])(?<!^1\d[.!?;])(?<=[a-z)\d][.!?;]) |\n", re.IGNORECASE
)


@dataclass(frozen=True)
class NumbersLeft:
    """The numbers of a file that are left: of cells, and of sentences and lines."""

    roles: Mapping[str, Mapping[Position, str]]
    tables: Sequence[ReadTable]
    asked: Sequence[Problem]
    listed: Collection[tuple[str, str]]  # sheets and cells of what is not taken
    texts: Collection[str] = ()  # of all its cells and lines, among which notes are

    def in_cells(
        self, sheet: Sheet, open_cells: Iterable[tuple[Position, str]]
    ) -> Iterator[NotTaken]:
        """The short texts of open cells."""
        for place, text in open_cells:
            if _is_sign(text) or any(_is_short(each) for each in self._left_in(text)):
                yield NotTaken(sheet.name, sheet.address(*place), text[:60], UNKNOWN, stops=True)

    def in_words(
        self, sheet: Sheet, open_cells: Iterable[tuple[Position, str]], seen: set[str]
    ) -> Iterator[Problem]:
        """Questions about sentences, and about the lines of a page or letter; `seen` are shown."""
        sentences = [s for _, text in open_cells for s in self._left_in(text) if not _is_short(s)]
        for line in (*sheet.lines_above, *sheet.lines_below):
            for each in self._left_in(line):
                if each in seen or (sheet.in_page and self._is_asked_of_page(each)):
                    continue
                if _is_short(each):
                    why = (
                        f"“{each}” has a number that was not read: check that no count is missing."
                    )
                    yield Problem(sheet.name, None, why, stops=True)
                else:
                    sentences.append(each)
                seen.add(each)
        yield from not_read(sheet.name, sentences)

    def _left_in(self, text: str) -> list[str]:
        """The sentences of a text with a number that nothing explains, and no question shows."""
        if legends_in(text) or not self._leaves_number(text):
            return []
        sentences = map(str.strip, _SENTENCE.split(text))
        return [each for each in sentences if self._is_left(each)]

    def _is_left(self, sentence: str) -> bool:
        end = "”" if len(sentence) < _SHOWN else ""  # “Yes, 6” is not “Yes, 67 girls were”
        is_asked = f"“{sentence[:_SHOWN]}{end}" in self._messages
        is_asked |= is_of_request(sentence) and not _is_short(sentence)  # “59?” is no question
        return not is_asked and self._leaves_number(sentence)

    def _leaves_number(self, text: str) -> bool:
        """Whether one is left without the mark of a note, and without the ages of all children.

        “Apps (6)” has no mark where nothing in the file begins with it, and “Note 67” names none in
        a file of fewer texts.
        """
        phrase = plain_text(text)
        if (note := _NOTE_ALONE.fullmatch(phrase)) and not self._has_note(note[1]):
            return True
        mark = _NUMBERED_MARK.search(phrase)
        notes = (each for each in self.texts if plain_text(each) != phrase)
        over_forces = heading_role(without_footnotes(phrase)) == "force"  # counts the forces
        if mark is None or over_forces or any(explains(mark[1], each) for each in notes):
            phrase = without_footnotes(phrase)
        else:
            phrase = f"{phrase[: mark.start(1) - 1].strip()} {mark[1]}"
        return leaves_number(phrase) and leaves_number(without_all_ages(phrase))

    def _has_note(self, number: str) -> bool:
        """Whether a text of the file is a note of this number, or one of so many without.

        “Note 1” and “Note 2” without one left out are over short notes.
        """
        named = {int(own[1]) for t in self.texts if (own := _NOTE_ALONE.fullmatch(plain_text(t)))}
        if len(named) > 1 and named == {*range(1, len(named) + 1)}:
            return True
        if sum(text.count(" ") + 1 >= _LONG for text in self.texts) >= int(number):
            return True
        others = (text for text in self.texts if not _NOTE_ALONE.fullmatch(plain_text(text)))
        return any(text.strip() == number or explains(number, text) for text in others)

    def _is_asked_of_page(self, line: str) -> bool:
        """Whether a line of a page is asked about in parts; one number alone is, or numbers it."""
        for part in self._parts_of_lines:
            line = line.replace(part, "~")
        return line.isdecimal() or not self._leaves_number(line)

    @cached_property
    def _messages(self) -> str:
        return " ".join(each.message for each in self.asked)

    @cached_property
    def _parts_of_lines(self) -> list[str]:
        of_pages = [each.message for each in self.asked if not each.sheet and each.stops]
        return [part for message in of_pages for part in _QUOTED.findall(message)]

    def open_cells(
        self, sheet: Sheet, excluded: Mapping[Position, str]
    ) -> Iterator[tuple[Position, str]]:
        """The cells of a sheet that became no count, and are not listed.

        `excluded` are cells that are known to hold no counts.
        """
        own = [table for table in self.tables if table.sheet == sheet.name]
        every = [each for table in own for each in table.observations]
        counted = {each.cell for each in every}
        labels = {text for o in every for text in (*o.labels.values(), *o.other)}
        ages = {o.labels.get("age", "") for o in every}
        of_lists = {row for table in own if is_list(table) for row in rows_of(table)}
        in_row = Counter(row for row, _ in sheet.cells)
        in_column = Counter(column for _, column in sheet.cells)
        in_list = Counter(column for row, column in sheet.cells if row in of_lists)
        roles = self.roles[sheet.name]
        for place, text in sorted(sheet.cells.items()):
            address, role = sheet.address(*place), roles.get(place, "note")
            alone = in_row[place[0]] == 1 or in_column[place[1]] == 1
            is_known = address in counted or (sheet.name, address) in self.listed
            is_known |= role in _COUNTS or excluded.get(place) in _NO_COUNTS
            is_known |= place[0] in of_lists and not alone and in_list[place[1]] > 1
            if role in _NAMES:
                label = plain_text(text)
                is_known |= names_year(text) or names_years(text) or label in ages
                named = named_of_total(text) or joined_parts(text)
                parts = {part for _, part in named} or {label}
                is_known |= not alone and (parts <= labels or content_role(text) == "age")
                is_known |= number_behind(text) is not None  # asked about, or a note’s
                is_known |= is_with_class(text)
            elif _is_sign(text):
                is_known = True  # listed, or the mark of a note
            if not is_known:
                yield place, text


def _is_sign(text: str) -> bool:
    """Whether a text is “*” or “<5”, with no word: in a count’s place, one that is not shown."""
    return bool(_SIGN.fullmatch(plain_text(text)))


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS
