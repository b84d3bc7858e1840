"""Labels and headings that were cut in two: “Sexual communication” above “with a child”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from offences.returns.labels.label_words import (
    content_role,
    is_generic,
    is_of_which,
    is_total,
    is_unknown,
)
from offences.returns.sheet import Position, Problem, Table
from offences.returns.tables.cell_kinds import names_year

_LINK = (
    r"(?:with|of|by|and|or|to|in|on|at|for|from|under|through|via|involving|without|against|into"
    r"|an?|the|who|which|where|that|their|his|her)"
)
_KIND = r"(?:non|sexual|other)"  # “Sexual” by itself is a group of offences
_ENDS = re.compile(
    rf".*(?:\b{_LINK}|[,&/–-]|\b(?:with|of|by|to|for|from|an?|the|causing|inciting) {_KIND})"
    r"\W*(?<!:)",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"(?:{_LINK}\b|{_KIND}\b|[,&/]).*")  # in small letters
_ON = re.compile(r"(?:on|via|through|by|in|over|using) ")  # “on Snapchat” is whole
_CAPITAL = re.compile(r"(?:To|With|Of|And|Or|Into|Against|Under|Who|That) .*")
_ACT = re.compile(  # an act that is nothing without its object
    r".*\b(?:arranging|facilitating|causing|inciting|controlling|engaging|attempting|encouraging"
    r"|assisting|procuring)\W*(?<!:)",
    re.IGNORECASE,
)


def cut_labels(table: Table) -> Iterator[Problem]:
    """Ask once about a label in two rows, and once about a heading in two.

    The first line of such a label has no count and would be over all rows below it.
    """
    for found in (_cut_rows(table), _cut_heading(table)):
        for at, upper, lower in found:
            why = f"“{upper[:60]}” and “{lower[:60]}” below it may be one label in two rows."
            place = table.sheet.address(*at) if at[0] > 0 else table.range().partition(":")[0]
            yield Problem(table.sheet.name, place, f"{why} What are these counts of?", stops=True)
            break


def _cut_rows(table: Table) -> Iterator[tuple[Position, str, str]]:
    """A line and the label below it, or the label above, that are one."""
    lines = [*_lines(table), None, None]
    before = ""
    for line, own, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line and own and own.counts and not line.counts:
            continued = _continues(own.text) and not (
                after and after.counts and _is_small(after.text)
            )
            if _CAPITAL.fullmatch(own.text) and not _is_whole(own.text):
                continued = not (after and after.counts and _is_sibling(after.text))
            act = bool(_ACT.fullmatch(line.text)) and not _is_whole(own.text)
            alone = not (after and after.counts) or act
            if before and _continues(line.text):
                yield line.place, before, line.text
            elif continued or (alone and _is_cut_off(line.text)):
                yield own.place, line.text, own.text
        before = line.text if line else ""


class _Line(NamedTuple):
    place: Position
    text: str
    counts: bool  # beside it


def _lines(table: Table) -> Iterator[_Line]:
    """Each row’s first label, and the lines between the rows."""
    for row in table.body:
        for each in (*table.sections.get(row.number, ()), row):
            first = min(each.cells)
            at = (each.number, first)
            if each is not row:
                yield _Line(at, each.text, counts=False)
            elif table.roles.get(at) == "label":
                yield _Line(at, row.cells[first], counts=row.number not in table.left_blank)


def _continues(text: str) -> bool:
    """Whether a label cannot begin so: “with a child”, in small letters."""
    of_app = content_role(_ON.sub("", text, count=1)) == "platform"
    return bool(_BEGINS.fullmatch(text)) and not (_is_whole(text) or of_app)


def _is_sibling(text: str) -> bool:
    """Whether a label is one of several below a line: “With a weapon”, “Without a weapon”."""
    return bool(_BEGINS.fullmatch(text[:1].lower() + text[1:])) or _is_whole(text)


def _is_cut_off(text: str) -> bool:
    """Whether a label cannot end so: “Sexual activity with”."""
    cut = _ENDS.fullmatch(text) or _ACT.fullmatch(text)
    return bool(cut) and not _is_whole(text)


def _is_small(text: str) -> bool:
    return text[:1].islower() and not _is_whole(text)


def _is_whole(text: str) -> bool:
    """Whether a label is a whole one: of ages, a sex, an app, a time, a total or a part."""
    role = content_role(text) not in ("", "offence")
    tests = (names_year, is_total, is_of_which, is_unknown)
    return role or any(test(text) for test in tests)


def _cut_heading(table: Table) -> Iterator[tuple[Position, str, str]]:
    """Headings over each column of counts that go on in small letters below, in each of them.

    Levels of headings are merged, or have the same labels below several of the upper ones.
    """
    counted = table.columns_of_counts()
    merged = {row for row, _ in table.sheet.spans}
    for above, below in zip(table.header, table.header[1:], strict=False):
        columns = sorted(c for c in below.cells if c in counted)
        pairs = [(above.cells.get(c, ""), below.cells[c]) for c in columns]
        if above.number in merged or below.number != above.number + 1:
            continue
        uppers, lowers = ({pair[side] for pair in pairs} for side in (0, 1))
        levels = len(uppers) < 2 or len({*pairs}) > len(lowers)
        whole = all(one[:1].isupper() and _may_be_cut(one) for one in uppers)
        small = all(_is_small(two) for two in lowers)
        plain = any(all(map(is_generic, texts)) for texts in (uppers, lowers))
        if whole and small and not (levels or plain):
            yield (below.number, columns[0]), *pairs[0]


def _may_be_cut(text: str) -> bool:
    return content_role(text) in ("", "offence") and not (names_year(text) or is_total(text))
