"""The numbers of a file that are in no table, and may be counts.

Each number is one of these: what a cell was read as, or its label or year; listed as not taken
(`not_taken.py`); plainly no count, by what is beside it; or asked about.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from offences.english import and_list
from offences.returns.labels.cell_counts import (
    SURE_MARKS,
    is_fraction,
    parse_count,
    plain_text,
    without_footnotes,
)
from offences.returns.labels.label_words import content_role, heading_role, is_generic, is_total
from offences.returns.labels.offence_classes import is_with_class
from offences.returns.labels.open_counts import names_axis_with_mark, precedes_no_count
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Problem
from offences.returns.tables.cell_kinds import (
    dated_number,
    is_padded,
    is_run,
    is_value,
    is_year_number,
    names_year,
)
from offences.returns.tables.page_lines import Box, PageLine, is_count, is_unfinished

NEAR = 3  # heights of a line: so far above its rows may headings be, and below them a row
_MARGIN = 60  # points from the upper and lower edge: there the number of the page may be
_EDGE = 45  # and there no other number is alone
_LONG = 60
_LONGEST = 200  # of a title
_MARKS = ("(", "[", *SURE_MARKS)  # of footnotes
_DIGITS = re.compile(r"\d+(?:,\d{3})*")
_ANSWER = re.compile(  # “Rape: 34”, “Rape - 34”, “Q1 - 34”, “Q1: 34 offences”
    r"(.*\D[:=]|.*[A-Za-z)] [-–]|q(?:uestion)? ?\d+[a-z]? ?[-–:=](?! ?(?:19|20)\d\d\b))"
    r" ?(\d\S*)(?: (?:offences?|crimes?|victims?|records?|incidents?|children))?",
    re.IGNORECASE,
)
_DATED = re.compile(  # “2021/22: 45; 2022/23: 52”, “Total 2021/22: 38 offences”
    r"(?<!\d)(?:19|20)\d\d(?: ?[/-] ?\d\d(?:\d\d)?)? ?[:=] ?\d[\d,]*"
    r"(?=$|[ ,;.)]*(?:$|[;,.)]|and\b|offences?\b|crimes?\b|victims?\b|records?\b|incidents?\b))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(  # “FOI 2019: 1234”
    r"\b(?:foia?|refs?|reference|request|case|log|urn)(?: (?:no|nos|number|id|request|ref))?"
    r"[ .:#-]*$",
    re.IGNORECASE,
)
_ACT = re.compile(r"\bact $", re.IGNORECASE)
_PHONE = (
    r"(?<!\d)(?:\+\d\d ?)?\(?0\d{1,4}\)? ?\d{3,4} ?\d{3,4}(?!\d)"
    r"|(?<!\d)\+\d\d ?(?:\(0\) ?)?\d{2,4} ?\d{3,4} ?\d{3,4}(?!\d)"
    r"|\b(?:tel(?:ephone)?|phone|switchboard|dial|call)\b[.: ]{1,2}101(?!\d)"
    r"|\bext(?:ension)?\b[.: ]{1,2}\d{3,5}(?!\d)"
)
_PHONES = re.compile(_PHONE, re.IGNORECASE)
_CONTACTS = re.compile(rf"\S+@\S+|{_PHONE}", re.IGNORECASE)  # mail, telephone
_NUMBERING = re.compile(  # of answers in one line: “1. 12 2. 14”, “(a) 12; (b) 14”
    r"(?:^|(?<=\s))(?:\((?:\d{1,2}|[a-h])\)|q?(?:\d{1,2}|[a-h])[.):]|q\d{1,2})(?=\s+[\d<])",
    re.IGNORECASE,
)
_SHORT = re.compile(r"((?:\S+ ){1,5})(\d[\d,]*)")  # “Recorded crimes 34”
_QUESTION = re.compile(r"question \d+[a-z]? ?[-–]", re.IGNORECASE)  # what follows is its answer
_IN_BRACKETS = re.compile(  # “Offences (61)”, “Total [1,204]”; one digit is the mark of a note
    r"(.*[A-Za-z]{3}.*?) ?[(\[{] ?(?:n ?= ?)?(?!(?:19|20)\d\d\b)(\d{2,}|\d{1,3}(?:,\d{3})+) ?[)\]}]"
)
_TOUCHING = re.compile(r"((?:\S+ ){0,5}[A-Za-z]*[a-z]{3})(\d{2,}|\d+[a-z]{1,2}\d+)")  # “crimes34”
_GOES_ON = re.compile(r"(?:and|or|to|years?|yrs?|months?|plus)\b")  # behind an age
_ORDERED = re.compile(  # “Year 1”, “District 4”
    r"(?:year|month|week|quarter|period|phase|tier|stage|band|district|division|sector|zone)\W*",
    re.IGNORECASE,
)


def open_numbers(lines: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """The numbers of each line, which is its pieces, that may be counts.

    They are apart from words; or behind a colon, or few words that do not ask for a number. One
    within words is part of a sentence. One apart is no count if it is a fraction, or a code that
    begins with 0; if words right before it say so (a reference, a page, “Age”); and if it numbers a
    paragraph: they count up from 1 at the left of words.
    """
    paragraph = 1
    for pieces in lines:
        found: list[str] = []
        before = ""
        for piece in map(_answers_alone, map(_without_contacts, pieces)):
            answer = _ANSWER.fullmatch(piece) or short_answer(piece)
            has_class = is_with_class(piece) and any(map(is_value, pieces[1:]))
            if answer := answer or (None if has_class else _counted_in_brackets(piece)):
                before, piece = answer[1], re.sub(r"[a-z]", "", answer[2])
            elif number := dated_number(piece):
                before, piece = "", number
            numbers = [piece] if _is_whole(piece) else piece.split()
            apart = all(map(_is_whole, numbers)) and any(map(str.isdigit, piece))
            if apart and not _is_named(piece, before) and not is_padded(numbers[0]):
                found += _numbers(piece)
            before = piece
        if len(pieces) > 1 and pieces[0] == str(paragraph) and not is_value(pieces[1]):
            found, paragraph = found[1:], paragraph + 1
        yield found


def _without_contacts(piece: str, instead: str = " ") -> str:
    """Without addresses and telephone numbers; an endless word is looked through once."""
    if not any(map(str.isdigit, piece)):
        return piece
    return (_CONTACTS if "@" in piece else _PHONES).sub(instead, piece).strip()


def _answers_alone(piece: str) -> str:
    """A line of nothing but answers, each behind its number, without those of the questions."""
    answers = [each.strip(" ;,") for each in _NUMBERING.split(piece)]
    if len(answers) < 2 or answers[0] or not all(map(_is_whole, answers[1:])):
        return piece
    return " ".join(answers[1:])


def _numbers(text: str) -> list[str]:
    return _DIGITS.findall(without_footnotes(text))


def is_answer(line: str) -> bool:
    """Whether a line is a label with its number: “Rape: 34”."""
    return bool(_ANSWER.fullmatch(line) or dated_number(line)) and may_count(line)


def ends_in_brackets(line: str) -> re.Match[str] | None:
    """Words that end in a number in brackets for which they do not ask: “Offences (61)”."""
    found = _IN_BRACKETS.fullmatch(plain_text(line)) if len(line) < _LONGEST else None
    no_count = found and (precedes_no_count(found[1]) or is_unfinished(found[1]))
    return None if no_count or names_axis_with_mark(line) else found


def _counted_in_brackets(piece: str) -> re.Match[str] | None:
    """The same behind words of a count: in a letter, “A. Smith (4421)” is a person."""
    found = ends_in_brackets(piece)
    is_count_of = found and (is_total(found[1]) or is_generic(found[1]) or content_role(found[1]))
    return found if is_count_of else None


def gives_dated_numbers(text: str) -> bool:
    """Whether words give a year its number: “2021/22: 45; 2022/23: 52”."""
    phrase = without_footnotes(plain_text(text))
    return not all(_is_of_other(phrase, found) for found in _DATED.finditer(phrase))


def _is_of_other(phrase: str, found: re.Match[str]) -> bool:
    """Whether a number is a reference's or a law's: “FOI 2019: 1234”, “Act 2003: 16 crimes”."""
    before, behind = phrase[: found.start()], phrase[found.end() :]
    return bool(_REFERENCE.search(before)) or (
        _ACT.search(before) is not None and " " in behind[1:]
    )


def may_count(line: str) -> bool:
    line = _without_contacts(line, "")
    return any(map(str.isdigit, line)) and any(open_numbers([[line]]))


def unread_problem(where: str, texts: Iterable[str]) -> Problem:
    """The question about lines that look like rows of a table, and were read with none."""
    found = [f"“{text[:_LONG]}”" for text in dict.fromkeys(texts)]
    what = "looks like a row of a table, but was not read with one"
    if len(found) > 1:
        what = "look like rows of tables, but were not read with any"
    return Problem("", None, f"{where}: {and_list(found)} {what}: check the file.", stops=True)


def _is_whole(text: str) -> bool:
    is_apart = is_count(text) and not is_fraction(text) and not text.startswith(_MARKS)
    count = parse_count(text)
    return is_apart and not (count and count.marker == "refused")  # by section 17 of the Act


def short_answer(text: str) -> re.Match[str] | None:
    """A few words and a number that they do not ask for, or that they run into."""
    found = _SHORT.fullmatch(text) or _TOUCHING.fullmatch(text)
    if not found or not re.search("[A-Za-z]", found[1]):
        return None
    before = found[1].rstrip()
    if is_unfinished(before) and not _QUESTION.fullmatch(before):
        return None
    if text.startswith(_MARKS):
        return None  # “* fewer than 5” says what a mark stands for
    return None if is_year_number(found[2]) or names_year(text) else found


def _is_named(number: str, before: str) -> bool:
    """Whether the words before a number say that it is no count."""
    role = heading_role(before)
    is_axis = (role == "year" and is_year_number(number)) or (role == "age" and len(number) < 3)
    return (
        is_axis
        or precedes_no_count(before)
        or bool(_ORDERED.fullmatch(before) and len(number) == 1)
    )


def open_lines(
    lines: list[PageLine], numbers: list[list[str]], cells: Iterable[str], boxes: list[Box]
) -> Iterator[tuple[PageLine, str]]:
    """The lines of a page with a number that may be a count, and is in no cell of its tables.

    Nor is one part of a cell's words unless they ask for it: “153” over “2017/18” is not.
    """
    inside = [is_inside(line, boxes) for line in lines]
    pairs = [*zip(lines, numbers, inside, strict=True)]
    whole = {piece.text for line in lines for piece in line.pieces}
    exact: Counter[str] = Counter()
    words: list[str] = []
    for text in cells:
        found = _numbers(text)
        if is_value(text) and (len(found) == 1 or text in whole):
            exact.update(found)
        elif found:
            words.append(text)
    every = Counter(number for text in words for number in _numbers(text))
    numbers_of = (_numbers(t) if t in whole else _asked_numbers(t) for t in words)
    asked = Counter(number for each in numbers_of for number in each)
    for line, own, _ in filter(itemgetter(2), pairs):
        plain, among = Counter[str](), Counter[str]()
        for piece in line.pieces:
            is_plain = is_value(piece.text) and not piece.text.startswith(_MARKS)
            (plain if is_plain else among).update(_numbers(piece.text))
        exact -= plain - Counter(own)
        every -= among - (Counter(own) - plain)
    placed = exact + (every & asked)
    for line, own, _ in sorted(pairs, key=lambda pair: not pair[2]):
        if (missing := Counter(own) - placed) and not _heads_table(line, boxes):
            yield line, _named(line.text, missing)
        placed -= Counter(own)


def _named(line: str, missing: Iterable[str]) -> str:
    """A line, or its numbers alone if they cannot be seen in it."""
    seen = len(line) < _LONG and all(number in line for number in missing)
    return line if seen else " … ".join(missing)


def _asked_numbers(text: str) -> Iterator[str]:
    """The numbers that the words of a cell ask for: its year, “under 16”, “16 and over”."""
    year = parse_year(text)
    for found in _DIGITS.finditer(text):
        before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
        own = year and year.label and found[0] not in _DIGITS.findall(year.rest)
        asked = is_unfinished(before) or _is_named(found[0], before)
        if own or asked or (after and not after[0].isalnum()) or _GOES_ON.match(after):
            yield found[0]


def is_inside(line: PageLine, boxes: list[Box]) -> bool:
    return any(top < (line.top + line.bottom) / 2 < bottom for top, bottom in boxes)


def _heads_table(line: PageLine, boxes: list[Box]) -> bool:
    """Whether a line is years or ages over a table."""
    texts = [piece.text for piece in line.pieces]
    years = all(map(is_year_number, texts)) or (len(texts) > 2 and is_run(texts, ""))
    return years and is_near(line, [(top, top) for top, _ in boxes], 2 * NEAR)


def is_page_number(line: PageLine, boxes: list[Box], page: int, height: float) -> bool:
    """Whether a line is, or ends in the margin in, the number of its page; at the edge, any."""
    number = line.pieces[-1].text.strip("-– ")
    apart = not is_near(line, boxes)
    outer, edge = (apart and not at < line.bottom < height - at for at in (_MARGIN, _EDGE))
    alone = len(line.pieces) == 1 and number.isdigit()
    return (alone and edge) or (number == str(page) and (alone or outer))


def is_near(line: PageLine, boxes: list[Box], heights: int = NEAR) -> bool:
    reach = heights * line.height
    return any(top - reach < line.bottom and line.top < bottom + reach for top, bottom in boxes)
