"""The lines of a list or a data box: each is a cell of its own, under its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import EMPTY, Span
from offences.tracing.finding.vocabulary import compiled

# "Change in a year: down 13", "of which girls: 152", "2019/20: fewer than five offences"
_LABELLED = compiled(
    rf"[ \t]*(?:[-–—•●▪◦‣■◆★☆✔✓✅►▶▸➤👉🔹🔸*>][ \t]*)?[^\s:][^\n:;.!?]{{0,90}}:[ \t]+"
    rf"(?:[a-z]+[ \t]+){{0,3}}[+−–-]?{NUMBER}[^\n]{{0,60}}"
)
# "Snapchat 54", "Kik 12 per cent", "10 and under – 66", "Financial year 2020/21 – 520"
_NAMED = compiled(
    r"[ \t]*(?:[-–—•●▪◦‣■◆★☆✔✓✅►▶▸➤👉🔹🔸*>][ \t]*)?"
    r"(?:[^\W\d][^\n\d:;.!?|\t]{0,40}|(?:[a-z]+[ \t]+){0,3}(?:19|20)\d\d[/–-]\d\d(?:\d\d)?"
    r"|(?:aged?[ \t]+)?\d{1,2}[ \t]+(?:and|or)[ \t]+(?:under|younger|below|over|older))"
    r"[ \t]+(?:[–—-][ \t]+)?\d[\d,.]*(?:\s?%|[ \t]per[ \t]cent)?[ \t]*"
)
_LINE = re.compile(r"^[^\n]*", re.MULTILINE)
_HEADING = compiled(r"[^\n]{1,120}?(?:(?<![.!?;,])|:)[ \t]*")


@dataclass(frozen=True)
class BoxLine:
    """One line of a list; `heading` is the line above the list, or empty where there is none."""

    start: int
    end: int
    heading: Span = EMPTY


def rows_in(text: str) -> list[BoxLine]:
    """The lines of every list of a text: two or more in a row, or one below its heading."""
    found: list[BoxLine] = []
    block: list[Span] = []
    heading = EMPTY
    lines = (line.span() for line in _LINE.finditer(text))
    for line in (*lines, (len(text), len(text))):
        if text[slice(*line)].strip():
            block.append(line)
            continue
        if not block:
            continue
        found += _of_block(text, block, heading)
        # A line by itself is the heading of what stands behind the empty line below it, unless it
        # gives a number of its own: "Kent: 345".
        is_heading = len(block) == 1 and _HEADING.fullmatch(text, *block[0])
        heading = EMPTY if not is_heading or _LABELLED.fullmatch(text, *block[0]) else block[0]
        block = []
    return found


def _of_block(text: str, block: list[Span], heading: Span) -> Iterator[BoxLine]:
    """The rows between two empty lines, each with the last line above that is none."""
    rows: list[tuple[BoxLine, bool]] = []
    for line in block:
        labelled = _LABELLED.fullmatch(text, *line)
        if labelled or _NAMED.fullmatch(text, *line):
            rows.append((BoxLine(*line, heading), labelled is not None))
            continue
        yield from _if_list(rows)
        heading = line if _HEADING.fullmatch(text, *line) else EMPTY
        rows = []
    yield from _if_list(rows)


def _if_list(rows: list[tuple[BoxLine, bool]]) -> Iterator[BoxLine]:
    is_led = bool(rows) and rows[0][0].heading != EMPTY
    if len(rows) > 1 or (is_led and rows[0][1]):
        yield from (row for row, _ in rows)
