"""A press release as its templates write it, in its parts and without a database."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string

from offences.claims.totals import Total
from offences.press.approved_words import quote_for
from offences.press.blocks import Note, blocks
from offences.press.composing import TextPlan, compose
from offences.statistics.series import Break
from offences.statistics.years import Year
from offences.words.notes import Asked, NationalNotes, national_notes
from offences.words.page import Briefing
from offences.words.press import ForceCopy
from offences.words.reasons import CHARITY
from offences.words.total_copy import TotalCopy, published_copy

YEAR = Year(2018)
NOBODY = Asked()
ASK = "The charity calls for a law"
QUOTE = SimpleNamespace(
    nation="", words="A quote.", name="Ira Vale", title="head", is_approved=True
)


def event_of(kind: str = "conference", **blocks: str) -> Any:
    """An event with its own words for some blocks."""
    return SimpleNamespace(
        name="The conference",
        kind=kind,
        description="a yearly one",
        contact="A number.",
        help_lines="",
        quotes=SimpleNamespace(all=lambda: [QUOTE]),
        blocks=blocks,
        campaign=SimpleNamespace(ask="The charity asks for a law.", short_ask=ASK, about="About."),
    )


@dataclass(frozen=True)
class Written:
    """The parts of a release; those that may not be said are empty."""

    headline: str
    text: str
    bullets: tuple[str, ...]
    lead: str
    body: tuple[str, ...]  # the paragraphs after the lead, before ENDS
    notes: tuple[Note, ...]

    @property
    def trend(self) -> str:
        """The paragraph after the lead."""
        return self.body[0]

    def note(self, title: str) -> str:
        return " ".join(note.text for note in self.notes if note.title == title)


def quotation(page: Briefing) -> str:
    """The sentence of a page that may be quoted."""
    return render_to_string("press/sentences.txt#quotation", {"briefing": page})


def shared(
    *totals: Total,
    asked: Asked = NOBODY,
    whole: TotalCopy | None = None,
    breaks: tuple[Break, ...] = (),
    year: Year = YEAR,
) -> tuple[TotalCopy | None, NationalNotes]:
    """What every release of an event has in common: all forces together, and the notes."""
    copy = whole or published_copy(totals, year, "online offences", breaks)
    published, own = (copy.published, copy.own) if copy else (None, None)
    return copy, national_notes(published, own, totals, asked, year, "What is counted.", breaks)


def written(
    national: TotalCopy | None,
    notes: NationalNotes,
    *,
    headline_phrase: str = "online child sex offences",
    includes: str = "",
    force: ForceCopy | None = None,
    area: TotalCopy | None = None,
    event: Any = None,
) -> Written:
    """The release of a force, of an area, or of all forces."""
    measure = SimpleNamespace(
        headline_phrase=headline_phrase, phrase="online offences", includes=includes
    )
    event = event or event_of()
    common: Any = SimpleNamespace(
        event=event,
        blocks=event.blocks,
        spokespeople=(),
        quote=lambda nation: quote_for(event, nation),
        whole=SimpleNamespace(year=notes.year),
        voice=CHARITY,
        measure=measure,
        national=national,
        notes=notes,
        newer=None,
    )
    kind = "force" if force and force.angle else "area" if area else "national"
    made = compose(common, TextPlan(kind, force, area, slug="northshire" if force else ""))
    parts = blocks(made.text)
    kinds = [block.kind for block in parts]
    before = [block for block in parts[: kinds.index("ends")] if block.kind != "bullets"]
    return Written(
        made.headline,
        made.text,
        tuple(str(item) for block in parts if block.kind == "bullets" for item in block.items),
        before[0].text,
        tuple(block.text for block in before[1:]),
        tuple(n for b in parts if b.kind == "notes" for n in b.items if isinstance(n, Note)),
    )
