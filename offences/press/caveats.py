"""The caveats that the claims of a text require, and which of them are not in it."""

import re
from collections.abc import Iterator, Sequence

from offences.claims.claim import Claim
from offences.claims.pairs import Pair
from offences.english import number
from offences.models import PressRelease
from offences.press.basis import Basis, places_of
from offences.press.composing import rendered
from offences.statistics.years import JANUARY, first_month
from offences.tracing.evidence.sayable import SayableChange
from offences.tracing.finding.clauses import DIRECTION, Passage
from offences.tracing.marking import MarkedText
from offences.words.angles import OFFENDING_OR_RECORDING, caveat_of
from offences.words.charity import charity
from offences.words.claims import note

IN_DOUBT = "In doubt: "
RIGHT = ("traced", "rounded", "loose")
STEADY = ("little_changed", "unchanged")
_THAN_BEFORE = re.compile(
    r"(?i)\b(more|fewer)\s+than\s+(?:in\s+20\d\d|(?:in\s+)?(?:a|the|last|\w+)\s+(?:\w+\s+)?years?\b)"
)
_YEAR = re.compile(r"(?i)\byears?\b|20\d\d/\d\d")
_OF_OFFENCES = re.compile(
    r"(?i)\b(?:offences?|crimes?|victims?|cases|abuse\w*|groom\w*|children|police|figures?)\b"
)
_CALENDAR_YEAR = re.compile(r"(?i)\byears?\b|\b20\d\d\b")


def missing_caveats(
    text: PressRelease, basis: Basis | None, marked: MarkedText | None, *, is_own: bool = False
) -> Iterator[str]:
    """The caveats that a text needs and lacks: those of all texts and of the claims it makes.

    `is_own` says that its event has a block in its own words.
    """
    words, fixed = text.text, rendered("force", "caveats", {})
    always = [f"{each.rstrip('.')}." for each in fixed.split(". ")]
    drafted = [*always, OFFENDING_OR_RECORDING, charity().fewer_harmed]
    needed = [each for each in drafted if each in text.drafted_text]
    drafted_as = (text.drafted_headline, text.drafted_text)
    # A draft of our own templates has what its claims need.
    if basis and (is_own or (text.headline, text.text) != drafted_as):
        needed += _of_claims(text, basis, marked)
    for each in dict.fromkeys(needed):
        if each.removeprefix(IN_DOUBT).rstrip(".") not in words:
            yield each


def _of_claims(text: PressRelease, basis: Basis, marked: MarkedText | None) -> Iterator[str]:
    may = list(basis.may.values())
    pairs = [pair for claim in may if (pair := claim.values.get("pair"))]
    figures = [figure for _, figure in marked.figures] if marked else []
    facts = [figure.fact for figure in figures if figure.verdict in RIGHT]
    steady = [claim.values["pair"] for claim in may if claim.id in STEADY]
    made = [pair for pair in pairs if any(SayableChange(pair, {}).words in fact for fact in facts)]
    # “Little changed from 3,074” claims no change.
    made = [pair for pair in made if pair not in steady] + [*_in_words(text, basis, pairs)]
    for claim in may:
        pair = claim.values.get("pair")
        has_number = pair not in steady and _has_number(claim, text.text)
        if note(claim) and (pair in made or has_number):
            yield note(claim)
    yield from filter(None, map(caveat_of, made))


def _has_number(claim: Claim, words: str) -> bool:
    """Whether a text has the number of a claim: the earlier one of a change, or a count."""
    old, n = claim.figures.get("old"), claim.figures.get("n")
    if isinstance(old, int):
        return re.search(rf"\b(?:from|the|than|to) {number(old)}\b(?![,\d])", words) is not None
    return isinstance(n, int) and re.search(rf"(?<![\d,]){number(n)}\b(?![,\d])", words) is not None


def _in_words(text: PressRelease, basis: Basis, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The changes that an edited sentence claims by a direction alone: “up on the year”.

    They are of the year that the sentence names, otherwise of the newest year. A sentence about
    other places makes none.
    """
    drafted = f"{text.drafted_headline}\n\n{text.drafted_text}"
    elsewhere = set(places_of(basis.trend.force)) if basis.trend else set()
    elsewhere |= {basis.national.area} if basis.national else set()
    year = _CALENDAR_YEAR if first_month() == JANUARY else _YEAR
    for sentence in _sentences(f"{text.headline}\n\n{text.text}"):
        found = _THAN_BEFORE.search(sentence) or DIRECTION.search(sentence)
        if not found or sentence in drafted:
            continue
        if not (_OF_OFFENCES.search(sentence) or year.search(sentence)):
            continue
        if basis.place not in sentence and any(place in sentence for place in elsewhere):
            continue
        is_rise = found[0].split()[0].lower() == "more" or bool(found.groupdict().get("rise"))
        way = "rise" if is_rise else "fall"
        own = [pair for pair in pairs if SayableChange(pair, {}).way == way]
        named = [pair for pair in own if pair.old_year.label in sentence]
        newest = max((pair.old_year for pair in own), default=None)
        yield from named or [pair for pair in own if pair.old_year == newest]


def _sentences(text: str) -> Iterator[str]:
    passage, start = Passage(text), 0
    while start < len(text):
        _, end = passage.sentence_bounds(start)
        if sentence := text[start:end].strip():
            yield sentence
        start = max(end, start + 1)
