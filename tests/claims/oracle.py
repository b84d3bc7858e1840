"""The gate and the tracer as each other's oracle.

What the gate allows is traced with no finding; with one digit, year, trend word or direction
changed it is caught, unless it then says another thing that is true.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.multiples import MULTIPLES
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import Figure, trace
from offences.words.claims import note, sentence

FINDINGS = ("loose", "mismatch", "untraced")
WAYS = {"up": "down", "down": "up", "rise": "fall", "fall": "rise"}
WORDS = {each.words: each.id for each in MULTIPLES}

_LABEL = re.compile(r"\b(20\d\d)/\d\d\b")
_MULTIPLE = re.compile(rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b")
_WAY = re.compile(rf"\b(?:{'|'.join(WAYS)})\b(?! by more than half)")
# Digits that are no figure: dates, ages in a definition, what a new definition is called.
_NO_FIGURE = re.compile(r"\d+ March \d+|aged \d+|\b\d+ and under|: a new code")
_NUMBER = re.compile(r"[\d,]*\d")


def findings(text: str, known: Facts | Evidence, national: Facts | Evidence | None = None):
    return [f for f in trace(text, known, national) if f.verdict in FINDINGS]


@dataclass(frozen=True)
class Change:
    """A sentence with one thing changed."""

    kind: str
    said: str
    start: int
    end: int
    new: str

    @property
    def text(self) -> str:
        return self.said[: self.start] + self.new + self.said[self.end :]

    @property
    def number(self) -> int:
        """The number that a changed digit belongs to."""
        for match in _NUMBER.finditer(self.text):
            if match.start() <= self.start < match.end():
                return int(match[0].replace(",", ""))
        raise AssertionError(self)


def changes(text: str, years: range = range(2012, 2022)) -> Iterator[Change]:
    """Every digit, year, trend word and direction of a sentence changed, one at a time."""
    labels = [m.span() for m in _LABEL.finditer(text)]
    spared = [m.span() for m in _NO_FIGURE.finditer(text)]

    def put(kind: str, start: int, end: int, new: str) -> Change:
        return Change(kind, text, start, end, new)

    for match in re.finditer(r"\d", text):
        start, end = match.span()
        if any(a <= start < b for a, b in spared):
            continue
        kind = "label" if any(a <= start < b for a, b in labels) else "digit"
        yield from (put(kind, start, end, new) for new in "0123456789" if new != match[0])
    for match in _LABEL.finditer(text):
        for year in years:
            if str(year) != match[1]:
                yield put("year", *match.span(), Year(year).label)
    for match in _MULTIPLE.finditer(text):
        yield from (put("trend", *match.span(), new) for new in WORDS if new != match[0])
    for match in _WAY.finditer(text):
        yield put("way", *match.span(), WAYS[match[0]])


def may_pass(change: Change, claim: Claim, known: Evidence) -> bool:
    """What was changed is another true fact, so that nobody need be told."""
    if change.kind == "digit":
        return _is_another_number(change, known)
    if change.kind == "year":
        return _is_another_year(change, claim, known)
    if change.kind == "trend":
        halved = ("halved", claim.subject) in known.may
        return (halved and "fell by more than half" in change.text) or any(
            f" {words} " in change.text and (id, claim.subject) in known.may
            for words, id in WORDS.items()
        )
    return False


def _is_another_number(change: Change, known: Evidence) -> bool:
    numbers = stated(known)
    if match := re.search(r"\b(more than|nearly) [\d,]*$", change.text[: change.start]):
        return any(_is_near(match[1], change.number, n) for n in numbers)
    return change.number in numbers


def _is_near(word: str, written: int, true: int) -> bool:
    least, most = (written, true) if word == "more than" else (true, written)
    return least < most <= 1.1 * least


def stated(known: Evidence) -> set[int]:
    """Every number that any allowed claim, any cell, age or platform states."""
    found: set[int] = set()
    for claim in known.may.values():
        if claim.id.startswith("per_"):  # printed cut off, it is right rounded half up as well
            found.add(claim.figures["rate"] + 1)
        for value in claim.figures.values():
            found |= {v for v in (value if isinstance(value, list) else [value]) if type(v) is int}
    facts = known.facts
    bodies = facts.panel.series.values() if facts.panel else [facts.series] if facts.series else []
    for series in bodies:
        for cell in series.cells.values():
            found |= {n for n in (cell.low, cell.high, cell.previously, cell.months) if n}
            found |= {(cell.high or 0) + 1} | ({0} if cell.high == 0 else set())
    for share in facts.shares.values():
        found |= {share.of, share.known, *share.parts.values()}
    if facts.ages:
        found |= {facts.ages.known, facts.ages.total}
        found |= {cell.low or 0 for cell in facts.ages.groups.values()}
    for year in facts.panel.years if facts.panel else ():
        same = facts.panel.like_for_like(year, facts.latest)
        found |= {len(same.forces), *_ends(same.old), *_ends(same.new)} if same else set()
    found |= {n for claim in known.may.values() for n in _in_text(sentence(claim))}
    return found


def _ends(figure) -> set[int]:
    return {figure.low, figure.high or 0}


def _in_text(text: str) -> list[int]:
    return [int(n.replace(",", "")) for n in _NUMBER.findall(_LABEL.sub("", text))]


# Sentences whose year is only named: that a table may be shown, that earlier years do not compare.
_NAMES_A_YEAR = ("age_table", "definition_change", "coverage", "last_year")


def _is_another_year(change: Change, claim: Claim, known: Evidence) -> bool:
    """Another year's figure is the same, or of that year the sentence says nothing untrue."""
    label = change.text[change.start : change.start + 7]
    if claim.id in _NAMES_A_YEAR:
        breaks = [each.year.label for each in known.facts.breaks]
        return label in breaks or known.covers(Year.parse(label))
    before = change.text[: change.start]
    if match := re.search(r"[Nn]o (comparable )?figure [^.]*$", before):
        return not known.has_figure(Year.parse(label), comparable=bool(match[1]))
    if match := re.search(r"years with figures since $", before):
        return label < claim.figures["since"]  # only years without a figure are added
    known_of = _of_year(Year.parse(label), known)
    if claim.id == "revised":
        of_year = {each.value for each in known.counts if each.year.label == label}
        return bool((known_of | of_year) & set(_in_text(change.text)))
    part = r"(?: in \d+ months? of)"  # "0 offences in 1 month of 2018/19"
    found = re.search(rf"(more than |nearly )?([\d,]*\d)(?: offences?)?(?: in|{part}) $", before)
    if not found:
        return False
    number = int(found[2].replace(",", ""))
    if found[1]:
        return any(_is_near(found[1].strip(), number, n) for n in known_of)
    return number in known_of


def _of_year(year: Year, known: Evidence) -> set[int]:
    """What any sentence about one year may state."""
    found = {
        each.value for each in known.counts if (each.categories or each.role) and each.year == year
    }
    revised = known.may.get(("revised", year.label))
    found |= {revised.figures["now"]} if revised else set()
    if known.facts.series is not None:
        cell = known.facts.series.cell(year)
        return found | {n for n in (cell.low, cell.high, (cell.high or 0) + 1) if n is not None}
    same = known.facts.panel.like_for_like(year, known.facts.latest) if known.facts.panel else None
    return found | (_ends(same.old) if same else set())


def missed(known: Evidence, pick) -> Iterator[tuple[Claim, Change]]:
    """Of every sentence the gate allows, the changes that `pick` chooses and nobody caught."""
    for claim in known.claims:
        for change in pick(list(changes(sentence(claim)))) if claim.allowed else ():
            if not findings(change.text, known) and not may_pass(change, claim, known):
                yield claim, change


def alarms(known: Evidence) -> Iterator[tuple[Claim, Figure]]:
    """Findings in what the gate itself allows: false alarms."""
    for claim in known.claims:
        for text in filter(None, (sentence(claim), note(claim)) if claim.allowed else ()):
            yield from ((claim, figure) for figure in findings(text, known))
