"""A text with its figures marked, as a page shows it: pieces, verdicts in words, a summary."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from offences.claims.facts import Facts
from offences.english import ended, not_asked
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.spans import is_taken
from offences.tracing.trace import Figure, evidence_of, trace
from offences.tracing.unchecked import statements_without_figures
from offences.unseen import UNSEEN
from offences.words import verdicts
from offences.words.verdicts import NO_FACT, NOT_SUPPORTED, VERDICTS, summary

FINDINGS = ("mismatch", "untraced", "loose")

_UK = re.compile(r"\b(?:the\s+(?:UK|United\s+Kingdom)|Great\s+Britain|Britain)\b")
_ACROSS = re.compile(r"(?i)\b(?:across|in|throughout|all\s+over)\s+(?:all\s+of\s+)?$")


@dataclass(frozen=True)
class TextPiece:
    """A stretch of the text: plain, or one figure with its number on the page."""

    text: str
    figure: Figure | None = None
    number: int = 0

    @property
    def verdict(self) -> str:
        return VERDICTS[self.figure.verdict] if self.figure else ""

    @property
    def why(self) -> str:
        """What is behind the verdict, as a sentence."""
        if self.figure is None:
            return ""
        if self.figure.fact:
            return ended(f"{self.figure.fact[:1].upper()}{self.figure.fact[1:]}")
        return NO_FACT if self.figure.verdict == "untraced" else NOT_SUPPORTED


@dataclass(frozen=True)
class MarkedText:
    """A whole text as it was read."""

    paragraphs: tuple[tuple[TextPiece, ...], ...]
    figures: tuple[tuple[int, Figure], ...]  # with their numbers on the page
    not_checked: tuple[str, ...] = ()  # sentences that claim something no rule knows

    @property
    def rows(self) -> list[TextPiece]:
        return [TextPiece(figure.text, figure, number) for number, figure in self.figures]

    @property
    def findings(self) -> list[Figure]:
        """What a person has to look at."""
        return [figure for _, figure in self.figures if figure.verdict in FINDINGS]

    @property
    def wrong(self) -> list[Figure]:
        """What the facts contradict."""
        return [figure for _, figure in self.figures if figure.verdict == "mismatch"]

    @property
    def summary(self) -> str:
        """How many figures have each verdict: “11 figures: 5 wrong, 6 right.”"""
        number = {verdict: 0 for verdict in VERDICTS}
        for _, figure in self.figures:
            number[figure.verdict] += 1
        right = number["traced"] + number["rounded"]
        counted = number["mismatch"], number["untraced"], number["loose"], right
        return summary(*counted, len(self.not_checked))


def mark(
    text: str,
    facts: Facts | Evidence,
    national: Facts | Evidence | None = None,
    quoted: Iterable[str] = (),
    others: Mapping[str, Evidence] | None = None,
) -> MarkedText:
    """The text with every figure that is about the data, and the places that claim too much.

    `quoted` are words of the release itself, such as a note to one of its figures: where a text
    has them to the letter, their figures are right. `others` are the facts of further forces that
    the text names.
    """
    text = _tidy(text)
    found = [f for f in trace(text, facts, national, others) if not _is_incidental(f)]
    found += [
        place
        for place in _places(text, evidence_of(national or facts).facts)
        if not is_taken((place.start, place.end), found)
    ]
    whole = list(_spans(text, quoted))
    found = [_as_quoted(figure, whole) for figure in found]
    found.sort(key=lambda figure: figure.start)
    numbered = tuple(enumerate(found, 1))
    not_checked = tuple(statements_without_figures(text, [(f.start, f.end) for f in found]))
    return MarkedText(tuple(_paragraphs(text, numbered)), numbered, not_checked)


def _tidy(text: str) -> str:
    """No unseen characters, one kind of line end, and no long runs of white space: to search
    words in thousands of blank lines takes seconds."""
    text = UNSEEN.sub("", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[^\S\n]{3,}", "  ", re.sub(r"\n\s*\n", "\n\n", text))


def _spans(text: str, quoted: Iterable[str]) -> Iterator[tuple[int, int]]:
    for words in filter(None, quoted):
        for match in re.finditer(re.escape(words), text):
            yield match.span()


def _as_quoted(figure: Figure, spans: Sequence[tuple[int, int]]) -> Figure:
    if not any(start <= figure.start and figure.end <= end for start, end in spans):
        return figure
    return replace(figure, verdict="traced", fact=verdicts.fact("quoted"), suggestion="")


def _is_incidental(figure: Figure) -> bool:
    """No figure about the data, or only the year of one."""
    is_year = figure.kind in ("year", "since", "from_year")
    return figure.verdict == "exempt" or (is_year and figure.verdict == "traced")


def _places(text: str, facts: Facts) -> Iterator[Figure]:
    """The claims of a place where not all its nations were asked: “Across the UK”."""
    area = facts.area
    if not facts.nations or area.startswith("the UK"):
        return
    for match in _UK.finditer(text):
        before = _ACROSS.search(text[: match.start()])
        if before is None:
            continue
        start = before.start()
        yield Figure(
            start,
            match.end(),
            text[start : match.end()],
            "place",
            "mismatch",
            not_asked(facts.nations),
            f"in {area}",
        )


def _paragraphs(
    text: str, numbered: Sequence[tuple[int, Figure]]
) -> Iterator[tuple[TextPiece, ...]]:
    """Paragraph by paragraph, its lines kept; a figure never runs over a blank line."""
    start = 0
    for block in re.split(r"\n[ \t]*\n\s*", text):
        at = text.index(block, start)
        start = at + len(block)
        if block.strip():
            inside = [(n, f) for n, f in numbered if f.start in range(at, start)]
            yield tuple(_pieces(text, at, start, inside))


def _pieces(
    text: str, start: int, end: int, numbered: Sequence[tuple[int, Figure]]
) -> Iterator[TextPiece]:
    for number, figure in numbered:
        if figure.start > start:
            yield TextPiece(text[start : figure.start])
        yield TextPiece(text[figure.start : min(figure.end, end)], figure, number)
        start = figure.end
    if start < end:
        yield TextPiece(text[start:end])
