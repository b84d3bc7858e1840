"""A story in its blocks: each from its template, or in the event's own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.conf import settings
from django.template.loader import select_template

from offences.english import singular
from offences.models import POLITICAL, CampaignEvent, TextBlock
from offences.press.blocks import NOTES
from offences.press.event_blocks import fill_block, places_in
from offences.press.shared_parts import SharedParts
from offences.statistics.years import Year
from offences.words import site
from offences.words.charity import charity
from offences.words.notes import newer_figures
from offences.words.press import FACTS_OF_A_STORY, ForceCopy
from offences.words.total_copy import TotalCopy

HEADLINE_LENGTH = 65
MOST_WORDS = 440  # with the embargo above it at most 450
MOST_LEFT_OUT = 2  # the bullet of the area and what the event is, then the most common age
CONTACT = "Contact"

type Paragraphs = tuple[tuple[TextBlock, ...], ...]

B = TextBlock
BODY: Paragraphs = (
    *((B.LEAD,), (B.TREND,), (B.COVERAGE, B.AGES), (B.ASK,), (B.QUOTE,), (B.CAVEATS,)),
)
"""The blocks between the bullets and ENDS; those of one group are one paragraph."""
BODY_OF_ALL: Paragraphs = (
    *((B.LEAD,), (B.COVERAGE, B.TREND), (B.AGES,), (B.ASK,), (B.QUOTE,), (B.CAVEATS,)),
)
"""In the national story the total comes before what is said of it: a change, a force not in it."""
OF_ALL = ("coverage", "bullets")
"""The blocks in which a local text speaks of all forces, besides the ages."""
NOT_IN_BRIEF = {B.AGES, B.QUOTE, B.CAVEATS}


@dataclass(frozen=True)
class TextPlan:
    """The story of a text: a force's own, that of an area, or the national one."""

    kind: str  # the name of its template: force, area, national
    force: ForceCopy | None = None
    area: TotalCopy | None = None
    places: tuple[str, ...] = ()  # the nation and the region it is for
    slug: str = ""

    @property
    def is_brief(self) -> bool:
        """Whether it has fewer facts of its own than a story needs; its part in a total is one."""
        if self.force is None:
            return False
        parts = (*self.area.covers, *self.area.lacks) if self.area else ()
        is_part = self.kind == "area" and self.force.place in parts
        return self.force.facts + is_part < FACTS_OF_A_STORY


@dataclass(frozen=True)
class Composed:
    headline: str
    text: str


class _Blocks:
    """The blocks of one text: each in the event's own words, else by its template."""

    def __init__(self, shared: SharedParts, plan: TextPlan) -> None:
        newer = shared.newer and newer_figures(shared.whole.year, Year(shared.newer.year))
        self.kind, self.own = plan.kind, shared.blocks
        self.context = _context_of_all(shared) | {
            "notes": shared.notes,
            "use": (),
            "newer": newer or "",
            "force": plan.force,
            "area": plan.area,
            "slug": plan.slug,
            "is_brief": plan.is_brief,
            "quote": shared.quote(plan.places[0] if plan.places else ""),
            "spokespeople": [p for p in shared.spokespeople if p.area in ("", *plan.places)],
        }
        self.places = places_in(self.context) if self.own else {}
        # A brief has them in its notes: its body has no room.
        self.context["caveats"] = " ".join(self.of(B.CAVEATS).split()) if plan.is_brief else ""

    def of(self, block: TextBlock) -> str:
        if block in self.own and (words := fill_block(self.own[block], self.places).text):
            return words
        return self.by_template(block)

    def by_template(self, name: str) -> str:
        return rendered(self.kind, name, self.context)


def compose(shared: SharedParts, plan: TextPlan) -> Composed:
    """The headline and the text of a story, block by block."""
    blocks = _Blocks(shared, plan)
    groups = _groups(plan, shared.event)
    headline = fit(*blocks.of(B.HEADLINE).splitlines())
    last = [
        *(site.HELP_HEADING, blocks.by_template("help")),
        *(CONTACT, blocks.by_template("contact")),
    ]
    text = ""
    for left_out, use in _shortenings(_use(shared, plan)):
        blocks.context |= {"left_out": left_out, "use": use}
        parts = (
            "" if plan.is_brief else re.sub(r"\n+", "\n", blocks.of(B.BULLETS)),
            *(" ".join(filter(None, map(blocks.of, group))) for group in groups),
            "ENDS",
            NOTES,
            "\n\n".join(_numbered(blocks.of(B.NOTES))),
            *last,
        )
        text = "\n\n".join(filter(None, parts)) + "\n"
        if len(f"{headline} {text}".split()) <= MOST_WORDS:
            break
    return Composed(headline, text)


def _groups(plan: TextPlan, event: CampaignEvent) -> Paragraphs:
    """The blocks of the body, in their order: a political event begins with its ask."""
    groups = BODY_OF_ALL if plan.kind == "national" else BODY
    if event.kind in POLITICAL:
        groups = ((B.ASK,), *(group for group in groups if group != (B.ASK,)))
    if plan.is_brief:
        groups = tuple(tuple(b for b in group if b not in NOT_IN_BRIEF) for group in groups)
    return groups


def _use(shared: SharedParts, plan: TextPlan) -> list[str]:
    """The notes on how its figures may be used; of all forces, how earlier totals compare."""
    if plan.force:
        return list(plan.force.use)
    return [] if plan.area or not shared.notes.earlier else [shared.notes.earlier]


def _shortenings(use: list[str]) -> Iterator[tuple[int, list[str]]]:
    """How many facts are left out and which notes stay, until a text is short enough.

    What is too much for a text is on the page of the force, to which it leads.
    """
    for left_out in range(MOST_LEFT_OUT + 1):
        yield left_out, use
    for length in reversed(range(len(use))):
        yield MOST_LEFT_OUT, use[:length]


def _context_of_all(shared: SharedParts) -> dict[str, Any]:
    """The values that a template about all forces needs."""
    national, measure = shared.national, shared.measure
    phrases = (measure.headline_phrase, charity().in_newspapers(measure.phrase))
    is_one = bool(national and national.rate and national.rate.is_one)
    return {
        "event": shared.event,
        "site": settings.SITE_ADDRESS,
        "charity": shared.voice.who,
        "measure": measure,
        "phrase": phrases[1],
        "daily": [singular(each) if is_one else each for each in phrases],
        "year": shared.whole.year,
        "national": national,
        "left_out": 0,
    }


def national_sentences(shared: SharedParts) -> tuple[str, ...]:
    """The bullets or sentences about all forces, the same in every local text."""
    national, event = shared.national, shared.event
    if national is None:
        return ()
    context = _context_of_all(shared)
    blocks = (rendered(kind, name, context) for kind in ("force", "national") for name in OF_ALL)
    lead = rendered("national", "lead", context)
    lines = [lead, *national.ages, *(line for block in blocks for line in block.splitlines())]
    return tuple(dict.fromkeys(line for line in lines if event.campaign.short_ask not in line))


def rendered(kind: str, block: str, context: Mapping[str, Any]) -> str:
    """A block of a story's own template, else of the shared one, without the lines left empty."""
    template = select_template([f"press/{kind}.txt#{block}", f"press/release.txt#{block}"])
    paragraphs = re.split(r"\n[ \t]*\n", template.render(dict(context)).strip())
    return "\n\n".join(filter(None, map(_plain, paragraphs)))


def _plain(paragraph: str) -> str:
    lines = (re.sub(r" +", " ", line).strip(" ") for line in paragraph.splitlines())
    return "\n".join(filter(None, lines))


def _numbered(notes: str) -> Iterator[str]:
    numbers = count(1)
    return (f"{next(numbers)}. {line}" for line in notes.splitlines() if line)


def fit(*headlines: str) -> str:
    """The first headline that fits; the last, cut at a word, if none does."""
    for headline in headlines:
        if len(headline) <= HEADLINE_LENGTH:
            return headline
    return headlines[-1][:HEADLINE_LENGTH].rsplit(" ", 1)[0]
