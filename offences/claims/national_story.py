"""The national part of a press release: all forces together, and the releases of nations.

What is said of all forces is our own sum where there is one (`added`), else a total as it was
printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from offences.claims.added import Together
from offences.claims.claim import Claim, Claims
from offences.claims.gate import allowed, claims_for
from offences.claims.notes import (
    Asked,
    Note,
    find,
    national_notes,
    whole_notes,
)
from offences.claims.totals import Total, facts_of, nation_totals, newest_total
from offences.english import counted, number, on_or_in, small_number
from offences.statistics.series import Break, last_break
from offences.statistics.years import Year

HEADLINE_LENGTH = 65


@dataclass(frozen=True)
class Story:
    """A press release in its parts; those that may not be said are empty."""

    headline: str
    bullets: tuple[str, ...]
    lead: str
    local: tuple[str, ...] = ()
    national: str = ""
    ages: str = ""
    notes: tuple[Note, ...] = ()
    claims: tuple[Claim, ...] = ()


def national_story(
    totals: tuple[Total, ...],
    year: Year,
    asked: Asked,
    *,
    phrase: str,
    headline_phrase: str,
    short_ask: str,
    definition: str,
    breaks: Sequence[Break] = (),
    whole: Together | None = None,
) -> Story:
    """The national block, the same in every release, and the release for all forces together."""
    if whole is not None:
        return _whole_story(whole, year, asked, headline_phrase, short_ask, definition, breaks)
    total = newest_total(totals, year)
    if total is None:
        coverage = (
            f"Of the {counted(asked.forces, 'forces')} asked, {asked.with_figures} gave figures "
            f"for {year}."
            if asked.forces and asked.with_figures is not None and not asked.read_from_print
            else ""
        )
        return Story(
            headline=fit(f"{headline_phrase[:1].upper()}{headline_phrase[1:]}: {year}"),
            bullets=(short_ask,),
            lead=coverage,
            notes=tuple(national_notes(None, totals, year, asked, {}, definition, breaks)),
        )
    claims = claims_for(facts_of(total, totals))
    may = allowed(claims)
    context = _context(total, year, may, last_break(breaks, year))
    return Story(
        headline=fit(
            f"{headline_phrase[:1].upper()}{headline_phrase[1:]}: {number(total.value)} in a year"
        ),
        bullets=(
            f"{_who(total)} recorded {counted(total.value, 'offences')} in {year}"
            f"{_average(may, year)}",
            short_ask,
        ),
        lead=_context(total, year, may, None, phrase).lead,
        national=" ".join(filter(None, (context.lead, context.earlier))),
        local=(context.earlier,) if context.earlier else (),
        ages=_ages(may, year),
        notes=tuple(national_notes(total, totals, year, asked, may, definition, breaks)),
        # The single years of a recorded total are not held: of those there is nothing to judge.
        claims=tuple(claim for claim in claims if claim.id.startswith("recorded_")),
    )


def _whole_story(
    whole: Together,
    year: Year,
    asked: Asked,
    headline_phrase: str,
    short_ask: str,
    definition: str,
    breaks: Sequence[Break],
) -> Story:
    """The same from our own sum: it is not quoted, it is what the forces' answers come to."""
    subject = f"{headline_phrase[:1].upper()}{headline_phrase[1:]}"
    return Story(
        headline=fit(f"{subject}: {whole.shortly} in a year", f"{subject}: {whole.shortly}"),
        bullets=(whole.bullet, short_ask),
        lead=whole.lead,
        national=" ".join((whole.lead, *whole.change)),
        local=whole.change,
        ages=whole.ages,
        notes=(*national_notes(None, (), year, asked, {}, definition, breaks), *whole_notes(whole)),
        claims=whole.claims,
    )


def nation_story(
    nation: str,
    totals: tuple[Total, ...],
    year: Year,
    national: Story,
    *,
    phrase: str,
    headline_phrase: str,
    breaks: Sequence[Break] = (),
) -> Story | None:
    """The release for one nation with several forces: its recorded total before the national one.

    None where no total of that nation was printed for the year.
    """
    own = nation_totals(totals, nation)
    total = newest_total(own, year)
    if total is None:
        return None
    claims = claims_for(facts_of(total, own))
    may = allowed(claims)
    context = _context(total, year, may, last_break(breaks, year), phrase, rate=False)
    printed = f"The total for {nation} is as reported {on_or_in(total.vintage)} by {total.source}."
    return replace(
        national,
        headline=fit(
            f"{nation}: {number(total.value)} {headline_phrase} in a year",
            f"{nation}: {number(total.value)} {headline_phrase}",
        ),
        bullets=(
            f"{_who(total)} recorded {counted(total.value, 'offences')} in {year}",
            *national.bullets,
        ),
        lead=context.lead,
        local=(context.earlier,) if context.earlier else (),
        notes=(*national.notes, Note(nation, printed)),
        claims=(*(c for c in claims if c.id.startswith("recorded_")), *national.claims),
    )


def summed_story(nation: str, sum_of: Together, national: Story, headline_phrase: str) -> Story:
    """The release for one nation from our own sum over its forces, before the national block."""
    made = f"The figure for {nation} is the sum of what {sum_of.added.who} there recorded."
    return replace(
        national,
        headline=fit(
            f"{nation}: {sum_of.shortly} {headline_phrase} in a year",
            f"{nation}: {sum_of.shortly} {headline_phrase}",
        ),
        bullets=(sum_of.bullet, *national.bullets),
        lead=sum_of.lead,
        local=sum_of.change,
        notes=(*national.notes, Note(nation, made)),
        claims=(*sum_of.claims, *national.claims),
    )


@dataclass(frozen=True)
class _Context:
    lead: str
    earlier: str


def _who(total: Total) -> str:
    """Whose total it is, at the start of a bullet."""
    if total.with_figures and total.asked:
        return f"{total.with_figures} of {counted(total.asked, 'forces')} in {total.area}"
    if total.with_figures:
        return f"{counted(total.with_figures, 'forces')} in {total.area}"
    return f"Forces in {total.area}"


def _counted(total: Total) -> str:
    if total.with_figures and total.asked:
        return f"{total.with_figures} of the {counted(total.asked, 'forces')} asked"
    if total.with_figures:
        return counted(total.with_figures, "forces")
    return "the forces that answered"


def _average(may: Claims, year: Year) -> str:
    rate = find(may, "recorded_per_day", year)
    return f", an average of {number(rate.figures['rate'])} a day" if rate else ""


def _context(
    total: Total,
    year: Year,
    may: Claims,
    changed: Break | None,
    phrase: str = "offences",
    *,
    rate: bool = True,
) -> _Context:
    """The total with its coverage, and the earlier one; a small total without a rate, since 1.6 a
    day rounds down to 1."""
    lead = (
        f"Across {total.area}, {_counted(total)} recorded {counted(total.value, phrase)} in {year}"
        f"{_average(may, year) if rate else ''}."
    )
    pairs = [
        claim
        for (id, _), claim in may.items()
        if id == "recorded_pair" and claim.figures["new_year"] == year.label
    ]
    earlier = ""
    if pairs:
        pair = max(pairs, key=lambda claim: Year.parse(str(claim.figures["old_year"])))
        if changed and Year.parse(str(pair.figures["old_year"])) < changed.year:
            return _Context(lead, "")
        earlier = (
            f"For {pair.figures['old_year']} the charity reported {number(pair.figures['old'])}. "
            "The forces counted in the two years may differ."
        )
    return _Context(lead, earlier)


def _ages(may: Claims, year: Year) -> str:
    """What was printed of ages: `facts_of` holds those of the release's own year alone."""
    common, young = find(may, "recorded_most_common_age"), find(may, "recorded_age_total")
    said = []
    if common:
        said.append(f"where age was recorded, {common.figures['value']} was the most common age")
    if young:
        said.append(
            f"{counted(young.figures['value'], 'offences')} "
            f"{'was' if young.figures['value'] == 1 else 'were'} against children {_aged(young)}"
        )
    return f"Nationally in {year}, {', and '.join(said)}." if said else ""


def _aged(claim: Claim) -> str:
    limit = int(str(claim.figures["category"]).split("_")[0])
    return f"aged {small_number(limit)} and under"


def fit(*candidates: str) -> str:
    """The first headline that fits; the last, cut at a word, if none does."""
    for headline in candidates:
        if len(headline) <= HEADLINE_LENGTH:
            return headline
    return candidates[-1][:HEADLINE_LENGTH].rsplit(" ", 1)[0]
