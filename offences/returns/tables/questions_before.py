"""What “those” are in “How many of those were girls?”, above a table of its own."""

from collections.abc import Sequence
from itertools import pairwise

from offences.returns.sheet import LABEL_KINDS
from offences.returns.tables.lines_above import TableLines, line_meaning
from offences.returns.tables.titles import is_about_some

type Labels = tuple[tuple[str, str], ...]


def read_questions_before(lines: Sequence[TableLines]) -> None:
    """Label each table about “those” by the question before it, or mark it as unclear."""
    for number, (before, own) in enumerate(pairwise(lines), 1):
        if not _is_about_those(own):
            continue
        if not _is_about_those(before):
            earlier = _named_before(lines[:number])
            labels, unclear = earlier[-1], len({*map(_distinct, earlier)}) > 1
        else:
            # Girls “of those”, then boys “of those”, are of the same; then Snapchat may be of boys.
            same = _kinds(_own_labels(own)) == _kinds(_own_labels(before))
            labels = before.before if same else ()
            unclear = before.is_unclear or not (same or not _labels_of(before))
        clash = _kinds(labels) & _kinds(_own_labels(own))
        own.before = () if unclear or clash else labels
        own.is_unclear = unclear or bool(clash)


def mark_sheets_before(sheets: Sequence[tuple[Sequence[TableLines], bool]]) -> None:
    """Mark the first table of a sheet whose “those” are on the sheet before, if it names them.

    Each sheet has its tables' lines, and whether its own name is a label.
    """
    for (before, named), (own, _) in pairwise(sheets):
        if before and own and _is_about_those(own[0]):
            own[0].is_unclear = named or any(map(_labels_of, before))


def _is_about_those(lines: TableLines) -> bool:
    """Whether a table's lines are about some of others, which none of these lines names first."""
    for text in () if lines.is_of_form else lines.texts:
        if is_about_some(text):
            return True
        if _kinds(line_meaning(text).labels):
            return False
    return False


def _named_before(lines: Sequence[TableLines]) -> list[Labels]:
    """What the tables next before a question name, as far back as another one about “those”.

    A table that names nothing is of all, and says nothing beside those that follow.
    """
    found: list[Labels] = []
    for each in reversed(lines):
        if _is_about_those(each):
            break
        labels = _labels_of(each)
        if labels or not found:
            found.insert(0, labels)
    return found


def _labels_of(lines: TableLines) -> Labels:
    return tuple(each for each in lines.meaning([], "").labels if each[0] != "force")


def _own_labels(lines: TableLines) -> Labels:
    return tuple(each for text in lines.texts for each in line_meaning(text).labels)


def _distinct(labels: Labels) -> Labels:
    return tuple(sorted({each for each in labels if each[0] in LABEL_KINDS}))


def _kinds(labels: Labels) -> set[str]:
    return {role for role, _ in labels} & {*LABEL_KINDS} - {"force"}
