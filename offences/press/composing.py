"""A story in its blocks: each from its template, or in the event's own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template.loader import select_template

from offences.english import singular
from offences.models import POLITICAL, TextBlock
from offences.press.blocks import NOTES
from offences.press.event_blocks import fill_block, places_in
from offences.statistics.years import Year
from offences.words import site
from offences.words.charity import charity
from offences.words.notes import newer_figures
from offences.words.press import FACTS_OF_A_STORY, ForceCopy
from offences.words.total_copy import TotalCopy

if TYPE_CHECKING:
    from offences.press.drafting import Shared

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


def compose(shared: "Shared", plan: TextPlan) -> Composed:
    """The headline and the text of a story, block by block."""
    event = shared.event
    context = _context_of_all(shared) | {
        "notes": shared.notes,
        "use": (),
        "newer": newer_figures(shared.whole.year, Year(shared.newer.year)) if shared.newer else "",
        "force": plan.force,
        "area": plan.area,
        "slug": plan.slug,
        "is_brief": plan.is_brief,
        "quote": shared.quote(plan.places[0] if plan.places else ""),
        "spokespeople": [each for each in shared.spokespeople if each.area in ("", *plan.places)],
    }
    own = shared.blocks
    places = places_in(context) if own else {}

    def block(name: str) -> str:
        if name in own and (words := fill_block(own[name], places).text):
            return words
        return rendered(plan.kind, name, context)

    # A brief has them in its notes: its body has no room.
    context["caveats"] = " ".join(block(B.CAVEATS).split()) if plan.is_brief else ""
    groups = BODY_OF_ALL if plan.kind == "national" else BODY
    if event.kind in POLITICAL:
        groups = ((B.ASK,), *(group for group in groups if group != (B.ASK,)))
    if plan.is_brief:
        groups = tuple(tuple(b for b in group if b not in NOT_IN_BRIEF) for group in groups)
    headline = fit(*block(B.HEADLINE).splitlines())
    last = [
        *(site.HELP_HEADING, rendered(plan.kind, "help", context)),
        *(CONTACT, rendered(plan.kind, "contact", context)),
    ]
    notes = shared.notes
    use = list(plan.force.use) if plan.force else []
    use += [] if plan.force or plan.area else filter(None, (notes.earlier,))
    while True:  # what is too much for a text is on the page of the force, to which it leads
        context["use"] = use
        body = [" ".join(filter(None, map(block, group))) for group in groups]
        parts = (
            "" if plan.is_brief else re.sub(r"\n+", "\n", block(B.BULLETS)),
            *body,
            "ENDS",
            NOTES,
            "\n\n".join(_numbered(block(B.NOTES))),
            *last,
        )
        text = "\n\n".join(filter(None, parts)) + "\n"
        is_shortest = context["left_out"] == MOST_LEFT_OUT and not use
        if is_shortest or len(f"{headline} {text}".split()) <= MOST_WORDS:
            return Composed(headline, text)
        if context["left_out"] < MOST_LEFT_OUT:
            context["left_out"] += 1
        else:
            use = use[:-1]


def _context_of_all(shared: "Shared") -> dict[str, Any]:
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


def national_sentences(shared: "Shared") -> tuple[str, ...]:
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
