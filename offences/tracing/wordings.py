"""Words without a number that the figures do not bear out: soared, worse than Kent."""

from collections.abc import Iterator, Sequence

from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.slots import changes_of
from offences.words import verdicts
from offences.words.claims import reason

_VIVID = compiled(
    r"\b(?:soar(?:s|ed|ing)?|(?:sky)?rocket(?:s|ed|ing)?|balloon(?:s|ed|ing)|explod(?:e|es|ed|ing)"
    r"|mushroom(?:s|ed|ing)|spiral(?:s|led|ling)|plummet(?:s|ed|ing)?|plung(?:e|es|ed|ing))\b"
)
_OF_FIGURES = compiled(
    r"\b(?:offences?|crimes?|cases|reports|figures?|numbers?|totals?|incidents?|levels?|abuse)\b"
)
_RANKS = compiled(
    r"\b(?:worst(?!\s+(?:thing|part|bit|case|day|fear|time|nightmare)s?\b)(?!\s+(?:offenders?|abusers?|criminals?)\s+(?!in\b|of\b|are\b|is\b|was\b|were\b))"
    r"|safest(?!\s+(?:place|space|way|thing))|most\s+dangerous)\b(?=\s+(?:[\w-]+\s+){0,3}?(?:in|of|for|area|force|county|region"
    r"|hit|affected)\b)|\bworst[-‐‑](?:hit|affected)\s+(?:\w+\s+)?(?:force|area|county|region)\b"
    r"|\branks?\s+(?:first|second|third|fourth|fifth|\w+th|top|bottom)\b|\bno\s+other\s+(?:police\s+)?force\s+(?:\w+\s+){1,3}?(?:as|more)\b"
    r"|\b(?:higher|lower|more|fewer|worse|better|steeper)\s+than\s+(?:most|any|all|many|every)\s+(?:of\s+the\s+)?(?:other\s+)?(?:police\s+)?"
    r"(?:forces?|areas?|counties|county)\b|\bleague\s+tables?\b|\btops?\s+the\s+(?:list|table)\b"
)
_THAN = compiled(
    r"\b(?:more|fewer|less|higher|lower|worse|better|greater|bigger|larger|smaller)\b[^.;:,]{0,40}?"
    r"\bthan\s+(?:(?:in|the|that|those|of|figure|rate|number|recorded|by|for)\s+)*$"
)
# "Steeper than that of Kent", "more offences than neighbouring Kent"
_THAN_FORCE = compiled(
    r"\b(?:more|fewer|less|worse|better|(?!(?:oth|rath|wheth|nev|ov|und|earli|lat|furth|aft|numb|ev|eith)er\b)\w{2,}er)\b"
    r"[^.;:,\d]{0,60}?\bthan\s+(?:(?!(?:had|did|could|the\s+year)\b)[^\W\d][\w’']*,?\s+){0,4}$"
)
# "Outstrips that of Kent", "second only to Kent", "has overtaken Kent"
_PAST_FORCE = compiled(
    r"\b(?:outstrip\w*|exceed\w*|outpac\w*|outdo\w*|overt(?:ak|ook)\w*|surpass\w*|dwarf\w*|eclips\w*|trail(?:s|ed|ing)"
    r"|lag(?:s|ged|ging)?\s+behind|ahead\s+of|second\s+only\s+to|next\s+only\s+to"
    r"|compar\w+\s+(?:badly|poorly|well|favourably|unfavourably)\s+(?:with|to)"
    r"|put(?:s|ting)?\s+(?:[\w’']+\s+){1,4}?(?:above|below|behind|ahead\s+of))\s+"
    r"(?:(?:that|those|the\s+\w+)\s+(?:of|in)\s+|(?:neighbouring|nearby)\s+)*$"
)
_ONLY = compiled(r"\bonly\s+$")
_HAD_MORE = compiled(
    r"(?:,[^,.;]*,)?\s+(?:recorded|had|has|saw|logged|counted)\s+(?:an?\s+)?(?:more|fewer|higher|lower)\b(?!\s+than)"
)
# "The counts should not be read as a league table"
_NEGATED = compiled(
    r"\b(?:not|never|cannot|no|nor|without|whether|warn\w*\s+(?:\w+\s+)?against|rather\s+than"
    r"|misleading|\w+n[’']t)\b[^.;:]*$"
)
_ASKS = compiled(r"\bwhether\b[^.;:]*$")
_LAST_YEAR = compiled(r"\blast\s+year\b(?![’']s)")


def wordings(
    binder: Binder, documents: Sequence[Evidence]
) -> Iterator[tuple[Candidate, Judgement]]:
    """Each word or phrase that is refused, with why; what is allowed is not listed."""
    yield from _vivid(binder, documents)
    text = binder.scene.passage.text
    for match in _RANKS.finditer(text):
        if _NEGATED.search(binder.scene.passage.before(match.start(), 60)):
            continue
        yield _refused("comparison", *match.span(), verdicts.fact("no_ranks"))
    for mention in binder.scene.bodies:
        before = binder.scene.passage.before(mention.start)
        if _ASKS.search(before):
            continue
        is_force = mention.slot.name not in ("all forces", "elsewhere", binder.body.held.whole.name)
        than = _THAN.search(before)
        if is_force and not than:
            than = _THAN_FORCE.search(before) or _PAST_FORCE.search(before)
            only = _ONLY.search(before) if _HAD_MORE.match(text, mention.end) else None
            than = than or only
        if than:
            start = mention.start - len(before) + than.start()
            yield _refused("comparison", start, mention.end, verdicts.fact("no_ranks"))
    yield from _last_year(text, documents[0])


def _refused(kind: str, start: int, end: int, why: str) -> tuple[Candidate, Judgement]:
    return Candidate(kind, start, end), Judgement("mismatch", why)


def _vivid(binder: Binder, documents: Sequence[Evidence]) -> Iterator[tuple[Candidate, Judgement]]:
    for match in _VIVID.finditer(binder.scene.passage.text):
        if not _OF_FIGURES.search(binder.scene.passage.sentence(match.start())):
            continue
        statement = binder.bind(Candidate("multiple", *match.span()))
        own = [e for body in statement.bodies for e in body.documents] or list(documents)
        changes = [change for evidence in own for change in changes_of(statement, evidence)]
        if any("vivid" in change.may for change in changes):
            continue
        yield _refused("vivid", *match.span(), verdicts.fact("vivid"))


def _last_year(text: str, evidence: Evidence) -> Iterator[tuple[Candidate, Judgement]]:
    """ "Last year", where it is not the latest year on the day the figures are published."""
    if evidence.facts.published_on is None:
        return
    why = next((reason(c) for c in evidence.claims if c.id == "last_year" and not c.allowed), "")
    for match in _LAST_YEAR.finditer(text) if why else ():
        yield _refused("last_year", *match.span(), why)
