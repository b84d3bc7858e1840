"""Checks of an event’s texts: their figures, their caveats, what they must not say.

A check is of words and of figures: an approved release never changes, so the same words by the same
release are checked once, and stored beside the text with a key that says of what they were.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from django.db.models import prefetch_related_objects
from django.utils.timezone import localtime

from offences.claims.totals import newest_total, totals_of_place
from offences.english import number, quantity
from offences.garbage import uncollected
from offences.models import CampaignEvent, PressBody, PressRelease
from offences.press.approved_words import shared_words
from offences.press.basis import Basis, ReleaseFacts, basis_of, facts_of_release
from offences.press.caveats import missing_caveats
from offences.press.drafting import release_of
from offences.press.hidden_numbers import find_disclosures
from offences.refused import Refused
from offences.tracing.binding.categories import CategoryWords
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.marking import MarkedText
from offences.words.cells import shown

_OUR_CODE = Path(__file__).resolve().parents[1]
SMALL = 10
COUNTS = ("count", "range", "difference")
PLACEHOLDER = re.compile(
    r"\[[^\]\n]*[a-zA-Z]{2}[^\]\n]*\]|\{[^}\n]*\}|(?i:\b(?:tbc|xxx+|quote goes here))\b"
)
"""Words that stand for others, in any form. A marker of a figure, such as [c], is none."""


@dataclass(frozen=True)
class TextCheck:
    """What was found in one text by one release."""

    key: str
    figure: str  # of the place, for the year of the release; empty if there is none
    before: str  # that of the last year it may be compared with; empty if there is none
    change: int  # between the two
    right: int
    wrong: list[list[str]]  # the words, and what should stand there
    untraced: list[str]
    loose: list[str]
    lacks: list[str]  # caveats that its claims require
    altered: list[str]  # words of all texts that are not as they were approved
    discloses: list[str]  # why it may not be said at all
    sensitive: list[str]  # an age, a sex, a platform, a small count
    facts: list[list[str]]  # every figure with its verdict

    @property
    def findings(self) -> int:
        return len(self.wrong) + len(self.untraced) + len(self.loose) + len(self.lacks)

    @property
    def blocks(self) -> bool:
        """Only a written reason lets it pass."""
        return bool(self.wrong or self.untraced or self.lacks)


@cache
def edition() -> str:
    """A digest of all our code: a newer one may find more in a text, so it checks again."""
    files = sorted(each for each in _OUR_CODE.rglob("*.*") if each.suffix in (".py", ".txt"))
    return digest(*(each.read_bytes() for each in files))


def key_of(text: PressRelease, event: CampaignEvent) -> str:
    """The key of a check: the words, how they were drafted, the release, and what checks them."""
    block = getattr(event, "national_block", None)
    now = sorted(shared_words(event, text.shared.get("nation", "")).items())
    shared = (now, text.shared, block.words if block else "", event.embargo_at.timestamp())
    return digest(edition(), event.release_id, text.headline, text.text, text.drafted_text, *shared)


def digest(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()


def fingerprint_of(text: PressRelease, check: TextCheck) -> str:
    """The fingerprint of what is signed: the words, the notice above, the check's findings.

    A newer release that leaves every printed figure true leaves the fingerprint as it is.
    """
    words = (text.event.notice, text.headline, text.text)
    return digest(*words, check.figure, check.facts, check.lacks)


@uncollected()
def check_texts(
    event: CampaignEvent, texts: Sequence[PressRelease], *, afresh: bool = False
) -> dict[int, TextCheck]:
    """The check of each text by its key; those that are stored are not made again, but `afresh`."""
    found: dict[int, TextCheck] = {}
    prefetch_related_objects([event], "quotes")
    for text in texts:
        stored = text.checked
        if not afresh and stored.get("key") == key_of(text, event):
            found[text.pk] = TextCheck(**stored)
    if missing := [text for text in texts if text.pk not in found]:
        whole, is_own = facts_of_release(release_of(event)), event.blocks.exists()
        for text in missing:
            found[text.pk] = _check(text, event, whole, is_own)
            text.checked = asdict(found[text.pk])
        PressRelease.objects.bulk_update(missing, ["checked"])
    return found


def basis_in(whole: ReleaseFacts, text: PressRelease, event: CampaignEvent) -> Basis | None:
    """What a text rests on in its event's release; None without any facts."""
    try:
        on = localtime(event.embargo_at).date()
        return basis_of(whole, text.body, whole.year, whole.forces, on)
    except Refused:
        return None


def marked_in(text: PressRelease, basis: Basis | None) -> MarkedText | None:
    return basis.mark(f"{text.headline}\n\n{text.text}") if basis else None


def _check(
    text: PressRelease, event: CampaignEvent, whole: ReleaseFacts, is_own: bool
) -> TextCheck:
    basis = basis_in(whole, text, event)
    marked = marked_in(text, basis)
    is_local = text.body_kind == PressBody.FORCE
    figures = [figure for _, figure in marked.figures] if marked else []

    def words(verdict: str) -> list[str]:
        return [figure.text for figure in figures if figure.verdict == verdict]

    figure, before, change = _figure_and_change(basis)
    wrong = [[f.text, f.suggestion] for f in figures if f.verdict == "mismatch"]
    return TextCheck(
        key=key_of(text, event),
        figure=figure,
        before=before,
        change=change,
        right=len(words("traced")) + len(words("rounded")),
        wrong=wrong,
        untraced=words("untraced"),
        loose=words("loose"),
        lacks=list(missing_caveats(text, basis, marked, is_own=is_own)),
        altered=altered_in(text, event),
        discloses=find_disclosures(text, whole),
        sensitive=sensitive_words(text, event, basis) if basis and is_local else [],
        facts=[[figure.text, figure.verdict] for figure in figures],
    )


def _figure_and_change(basis: Basis | None) -> tuple[str, str, int]:
    """The figure of the place for the year of its text, an earlier one, and the difference."""
    if basis is None:
        return "", "", 0
    year = basis.whole.year
    if basis.trend is None:
        if basis.facts.panel and (total := basis.facts.panel.total(year)):
            return quantity(total), "", 0
        published = newest_total(totals_of_place(basis.whole.totals, basis.place), year)
        published = published or newest_total(basis.whole.totals, year)
        return number(published.value) if published else "", "", 0
    series = basis.trend.series
    cell = series.cell(year)
    if cell.is_missing:
        return "", "", 0
    years = [each for each in series.comparable_years(year) if series.cell(each).is_exact]
    if not (years and cell.is_exact and cell.is_comparable):
        return shown(cell), "", 0
    before = series.cell(years[-1])
    since = "" if years[-1] == year.previous else f" in {years[-1]}"
    return shown(cell), f"{shown(before)}{since}", (cell.low or 0) - (before.low or 0)


def locked_words(text: PressRelease, event: CampaignEvent) -> list[str]:
    """The words of all texts that this one has, as they are now: nobody edits them here.

    An ask or a quote that was changed since has to be here too: the old one is no longer approved.
    """
    block = getattr(event, "national_block", None)
    now = shared_words(event, text.shared.get("nation", ""))
    words = [each for name, each in now.items() if each and text.shared.get(name)]
    sentences = block.sentences if block else ()
    return [*words, *(each for each in sentences if each in text.drafted_text)]


@dataclass(frozen=True)
class TextPart:
    """A part of a text: edited in a box, or locked with the space around it."""

    words: str
    is_locked: bool
    number: int  # of the box

    @property
    def shown(self) -> str:
        return self.words.strip()

    @property
    def rows(self) -> int:
        return sum(2 + len(line) // 80 for line in self.words.splitlines()) or 2


def parts_of(text: str, locked: Sequence[str]) -> list[TextPart]:
    """The parts of a text, which make the text again when they are joined."""
    words = [re.sub(r"\\? ", r"\\s+", re.escape(each)) for each in locked if each]
    one = "|".join(sorted(words, key=len, reverse=True))
    pattern = rf"((?:\s*(?:^[->] +)?(?:{one}))+\s*)" if one else r"(\Z)(?!)"
    pieces = re.split(pattern, text, flags=re.MULTILINE)
    parts: list[TextPart] = []
    for place, piece in enumerate(pieces):
        number = 1 + sum(not each.is_locked for each in parts)
        if piece:
            parts.append(TextPart(piece, place % 2 == 1, number))
    return parts


def altered_in(text: PressRelease, event: CampaignEvent) -> list[str]:
    """The locked words that a text does not have, and a quote in it that is no longer approved."""
    flat, now = " ".join(text.text.split()), shared_words(event, text.shared.get("nation", ""))
    over = [words for name, words in text.shared.items() if not now.get(name, "…")]
    lacking = [each for each in locked_words(text, event) if each not in flat]
    return lacking + [each for each in over if each in flat]


def put_instead(headline: str, text: str, number: int, basis: Basis | None) -> tuple[str, str]:
    """A headline and text with one wrong figure put right, by its number on the page."""
    marked = basis.mark(f"{headline}\n\n{text}") if basis else None
    figures = dict(marked.figures) if marked else {}
    figure = figures.get(number)
    if marked is None or figure is None or not figure.suggestion:
        raise Refused("That figure is not there any more. Look at the text again.")
    word = rf"(?<![\w.,]){re.escape(figure.text)}(?!\w|[.,]\d)"
    before = sum(f.start < figure.start and f.text == figure.text for f in figures.values())
    typed = f"{headline}\n\n{text}"
    places = [match.span() for match in re.finditer(word, typed)]
    start, end = places[min(before, len(places) - 1)] if places else (0, 0)
    first, _, rest = f"{typed[:start]}{figure.suggestion}{typed[end:]}".partition("\n\n")
    return first, rest


def sensitive_words(text: PressRelease, event: CampaignEvent, basis: Basis) -> list[str]:
    """An age, a sex, a platform or a count under 10 in a text’s own words, each once."""
    own = f"{text.headline}\n\n{text.text}"
    for each in locked_words(text, event):
        own = own.replace(each, "")
    named = [own[each.start : each.end] for each in CategoryWords([basis.facts]).find(own)]
    counts = [each for each in find(Passage(own)) if each.kind in COUNTS and each.value < SMALL]
    return list(dict.fromkeys([*named, *(own[each.start : each.end] for each in counts)]))
