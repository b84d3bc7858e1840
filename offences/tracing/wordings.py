"""Words without a number that the figures do not bear out: soared, worse than Kent."""

from collections.abc import Iterator

from offences.tracing.binding.bind import Binder
from offences.tracing.change_orders import change_orders
from offences.tracing.change_ranks import change_ranks
from offences.tracing.compared_years import compared_years
from offences.tracing.comparisons import comparisons
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate, Kind
from offences.tracing.finding.questions import FIGURES, is_asked_and_denied
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.first_changes import first_changes
from offences.tracing.judging.changes import changes_of
from offences.tracing.judging.judgement import Judgement
from offences.tracing.modes_of_both import modes_of_both
from offences.tracing.only_ones import only_ones
from offences.tracing.part_orders import part_orders
from offences.tracing.plain_changes import plain_changes
from offences.tracing.ranks import ranks
from offences.tracing.replies_of_forces import replies_of_forces
from offences.tracing.runs import in_some_years, runs
from offences.tracing.year_ranks import ends_of_another_year, first_times, year_ranks
from offences.words import verdicts
from offences.words.claims import reason

_VIVID = compiled(
    r"\b(?:soar(?:s|ed|ing)?|(?:sky)?rocket(?:s|ed|ing)?|balloon(?:s|ed|ing)|explod(?:e|es|ed|ing)"
    r"|mushroom(?:s|ed|ing)|spiral(?:s|led|ling)|plummet(?:s|ed|ing)?|plung(?:e|es|ed|ing))\b"
)
_OF_FIGURES = compiled(rf"\b{FIGURES}\b")
_LAST_YEAR = compiled(r"\blast\s+year\b(?![’']s)")


def wordings(binder: Binder, documents: Documents) -> Iterator[tuple[Candidate, Judgement]]:
    """Each word or phrase that is refused, with why; what is allowed is not listed."""
    yield from _vivid(binder, documents)
    for start, end in (*comparisons(binder), *ranks(binder, documents)):
        yield _refused("comparison", start, end, verdicts.fact("no_ranks"))
    for start, end in only_ones(binder, documents):
        yield _refused("comparison", start, end, verdicts.fact("not_the_only_one"))
    for start, end in modes_of_both(binder, documents):
        yield _refused("comparison", start, end, verdicts.fact("no_mode_of_both"))
    orders = *part_orders(binder, documents), *change_orders(binder.scene.passage)
    for start, end in orders:
        yield _refused("comparison", start, end, verdicts.fact("not_in_order"))
    for start, end, verdict in runs(binder, documents):
        why = verdicts.fact("not_in_turn" if verdict == "mismatch" else "not_so_far_back")
        yield Candidate("comparison", start, end), Judgement(verdict, why)
    for start, end in first_changes(binder, documents):
        yield _refused("comparison", start, end, verdicts.fact("not_so_before"))
    for start, end in in_some_years(binder, documents):
        yield _refused("comparison", start, end, verdicts.fact("not_in_so_many"))
    for start, end in change_ranks(binder, documents):
        yield _refused("comparison", start, end, verdicts.fact("not_in_order"))
    for start, end in (*year_ranks(binder, documents), *first_times(binder, documents)):
        yield _refused("comparison", start, end, verdicts.fact("not_nth_of_years"))
    for start, end in ends_of_another_year(binder, documents):
        yield _refused("comparison", start, end, verdicts.fact("not_nth_of_years"))
    for start, end in replies_of_forces(binder.scene.passage, documents):
        given = [pair for each in documents for pair in each.coverage][-1:] or [(0, 0)]
        replied = verdicts.fact("coverage", n=given[0][0], asked=given[0][1])
        yield _refused("comparison", start, end, replied)
    yield from compared_years(binder, documents)
    yield from plain_changes(binder, documents)
    yield from _last_year(binder.scene.passage.text, documents.local)


def _refused(kind: Kind, start: int, end: int, why: str) -> tuple[Candidate, Judgement]:
    return Candidate(kind, start, end), Judgement("mismatch", why)


def _vivid(binder: Binder, documents: Documents) -> Iterator[tuple[Candidate, Judgement]]:
    for match in _VIVID.finditer(binder.scene.passage.text):
        if not _OF_FIGURES.search(binder.scene.passage.sentence(match.start())):
            continue
        if is_asked_and_denied(binder.scene.passage, match.span()):
            continue
        word = Candidate("vivid", *match.span())
        statement = binder.bind(word)
        own = statement.evidence or list(documents)
        changes = [change for evidence in own for change in changes_of(statement, evidence)]
        if any("vivid" in change.may for change in changes):
            continue
        yield word, Judgement("mismatch", verdicts.fact("vivid"))


def _last_year(text: str, evidence: Evidence) -> Iterator[tuple[Candidate, Judgement]]:
    """Words for a year that is not the latest when the figures are published: "last year"."""
    if evidence.facts.published_on is None:
        return
    why = next((reason(c) for c in evidence.claims if c.id == "last_year" and not c.allowed), "")
    for match in _LAST_YEAR.finditer(text) if why else ():
        yield _refused("last_year", *match.span(), why)
