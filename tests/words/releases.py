"""A press release as its templates write it, in its parts and without a database."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.template.loader import render_to_string

from offences.claims.claim import Claim
from offences.claims.totals import Total
from offences.press.blocks import Note, blocks
from offences.press.drafting import Shared
from offences.statistics.series import Break
from offences.statistics.years import Year
from offences.words.notes import Asked, NationalNotes, national_notes
from offences.words.page import Briefing
from offences.words.press import ForceCopy, TotalCopy, published_copy

YEAR = Year(2018)
NOBODY = Asked()
ASK = "Charity calls for a law"
EVENT = SimpleNamespace(
    name="The conference",
    description="a yearly one",
    quote="A quote.",
    contact="A number.",
    campaign=SimpleNamespace(ask="The campaign calls for a law.", short_ask=ASK),
)


SILENT = ForceCopy(
    place="Northshire",
    year=Year(2018),
    opening=None,
    headline=None,
    absence="Northshire Police did not answer",
    not_zero="",
    short_phrase="",
    is_open=False,
    cautions=(),
    note=(),
    claims=(),
)


@dataclass(frozen=True)
class Written:
    """The parts of a release; those that may not be said are empty."""

    headline: str
    text: str
    bullets: tuple[str, ...]
    lead: str
    local: tuple[str, ...]
    national: str
    ages: str
    notes: tuple[Note, ...]
    claims: tuple[Claim, ...]


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
    headline_phrase: str = "online sex offences",
    force: ForceCopy | None = None,
    nation: TotalCopy | None = None,
) -> Written:
    """The release of a force, of a nation, or of all forces."""
    template = "national"
    if force:
        template = "force" if force.opening else "no_figure"
    elif nation:
        template = "nation"
    own = force.claims if force else nation.claims if nation else ()
    shared = Shared(EVENT, headline_phrase, national, notes)
    draft = shared.draft(template, "kind", "body", "Place", own, force=force, nation=nation)
    made = blocks(draft.text)
    kinds = [block.kind for block in made]
    before = [b.text for b in made[1 : kinds.index("quote")]]
    context = before.pop(0) if not before[0].startswith("The figures are published") else ""
    lead, before = (context, before) if context else ("", before)
    *middle, published = before
    assert published.startswith("The figures are published for The conference, a yearly one.")
    after = [b.text for b in made[kinds.index("quote") + 1 : kinds.index("ends")]]
    *ages, caveat = after
    assert caveat.startswith("An offence is not a child")
    total = nation or national
    changes = force.cautions if force else total.changes if total else ()
    has_local = bool(force.cautions if force else total and (total.changes or total.earlier))
    local = (middle.pop(0),) if has_local else ()
    assert not changes or local == (" ".join(changes),)
    assert len(middle) == (1 if national and template != "national" else 0)
    block = "".join(middle)
    if national and template == "national":
        block = written(national, notes, force=SILENT).national
    return Written(
        draft.headline,
        draft.text,
        tuple(str(item) for item in made[0].items),
        lead,
        changes or local,
        block,
        "".join(ages),
        tuple(
            item for b in made if b.kind == "notes" for item in b.items if isinstance(item, Note)
        ),
        draft.claims,
    )
