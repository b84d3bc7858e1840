"""Changes without a number: "offences fell last year", "fewer crimes than in 2016/17"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.compared_years import numbers_of_years
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.questions import is_asked_and_denied
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import (
    FALL_NOUN,
    FELL_IN_NEWS,
    RISE_NOUN,
    ROSE_IN_NEWS,
    YEAR,
    any_of,
    compiled,
)
from offences.tracing.judging.judgement import Judgement

_NAME = r"(?-i:[A-Z])[\w’'-]+"
_CRIMES = (
    r"(?:(?:recorded|reported|logged|online|sexual|sex|child|grooming|cyber|abuse|these|such|the)\s+)*"
    r"(?:offences|crimes|cases)(?:\s+against\s+children)?(?:\s+(?:recorded|reported|logged)(?=\s+(?:in|by|across)\b))?"
)
_NUMBER = (
    r"(?:(?:overall|annual|yearly|total|recorded)\s+)*"
    rf"(?:numbers?|totals?|figures?|counts?|tall(?:y|ies))(?:\s+(?:of|for)\s+{_CRIMES})?"
)
_PLACE = (
    rf"(?:(?:in|for|at|across|throughout|by)\s+(?:the\s+)?(?:{_NAME}(?:\s+(?:and\s+)?{_NAME})*(?!\s+\d)"
    r"|county|country|nation|force\s+area|area))"
)
_SAYS = any_of(
    *("sa(?:y|ys|id)", "show(?:s|ed|n|ing)?", "reveal(?:s|ed)?", "suggest(?:s|ed)?", "found"),
    *("confirm(?:s|ed)?", "report(?:s|ed)?", "means?", "that", "and", "but", "while", "as"),
    *("because", "although", "though", "whereas", "so", "yet", "where"),
)
# The number is the clause's own subject: "Kent's total", "the number of offences in Kent"
_SUBJECT = (
    rf"(?:the\s+|all\s+)?(?:(?:its|their|our)\s+|{_NAME}(?:\s+{_NAME})*[’']s?\s+)?"
    rf"(?:{_NUMBER}|{_CRIMES})(?:\s+{_PLACE})?"
)
_OPENS = compiled(rf"(?:\A|[.,;:!?—–“”\"(]|\b{_SAYS}\b)\s*\Z")
_ADVERB = (
    r"(?:again|back|too|also|once\s+more|overall|\w{2,}ly|(?:for\s+the\s+\w+\s+time)|by\s+far)"
)
_HAVE = r"(?:has|have|had|then|also|now|actually|in\s+fact|since|all)"
_ROSE = any_of(
    *("rose", "risen", "ris(?:es|ing)", "grew", "grow(?:n|s|ing)", "increas(?:es|ed|ing)"),
    *("climb(?:s|ed|ing)", "jump(?:s|ed|ing)", "(?:went|gone|goes|going) up"),
    ROSE_IN_NEWS,
)
_FELL = any_of(
    *("fell", "fall(?:en|s|ing)", r"(?<!cases\s)dropped", "dropping", "drops"),
    *("decreas(?:es|ed|ing)", "declin(?:es|ed|ing)", "dip(?:s|ped|ping)?"),
    "(?:went|gone|goes|going|came|come|coming) down",
    FELL_IN_NEWS,
)
_HIGHER = r"(?:(?:much|far|slightly)\s+)?(?:higher|greater|larger|bigger)(?!\s+than\b)"
_LOWER = r"(?:(?:much|far|slightly)\s+)?(?:lower|smaller|fewer)(?!\s+than\b)"
_BE = r"(?:(?:is|are|was|were|been|be|keeps?|kept)\s+)"
_FLAT = (
    r"(?:(?:(?:is|are|was|were|been)\s+|(?:stay|remain|held|hold|kept|keep)(?:s|ed)?\s+)(?:\w+ly\s+)?"
    r"(?:(?:flat|steady|stable|level|static|constant)(?!\s+(?:since|with|on)\b)"
    r"|(?:unchanged|(?:much\s+)?the\s+same)(?!\s+(?:in|as|since|on|from|with|at)\b))"
    r"|(?:has|have|had|did)\s+(?:barely|hardly|scarcely)\s+(?:changed?|moved?|altered)"
    r"|barely\s+(?:changed|moved)|levelled\s+off|plateaued)"
)
# "Offences in Kent have fallen", "crimes up in Kent", "the number stayed flat"
_CHANGED = compiled(
    rf"(?<![\w’'/-]){_SUBJECT}(?:\s+{_HAVE})*\s+"
    rf"(?P<words>{_BE}?(?:(?P<more>{_ROSE}|up|rise|increase|{_HIGHER})|(?P<fewer>{_FELL}|down|fall|drop|{_LOWER}))|{_FLAT})\b"
)
_THEN = compiled(
    r",?\s+(?:before|(?:and|but)\s+then|then|only\s+to|and|but)\s+(?:it\s+|they\s+)?"
    rf"(?P<words>(?P<more>{_ROSE}|rise|increase)|(?P<fewer>{_FELL}|fall|drop))\b"
)
_RECORDED = r"(?:recorded|logged|counted|registered|noted|reported)"
# "Kent Police recorded fewer offences", "there were more crimes in 2017/18 than"
_MORE = compiled(
    r"(?:(?P<lead>\A|[.;:!?“”\"]|(?<=[.;:!?“”\"])\s)\s*"
    rf"|\b(?:{_RECORDED}|there\s+(?:were|are|have\s+been)|had|has|have|saw|seen)\s+)"
    r"(?P<words>(?:(?:many|far|significantly|slightly|considerably)\s+)?(?:(?P<more>more)|(?P<fewer>fewer|less))"
    rf"\s+{_CRIMES})\b(?:\s+(?:were|was|have\s+been|are)\s+{_RECORDED}\b)?"
)
# "Has seen a fall in offences", "a drop in the number of crimes was recorded"
_A_CHANGE = compiled(
    r"\b(?:an?|the|this|last\s+year[’']s|another|further)\s+(?:(?:slight|small|sharp|steep|big|large|further|general|welcome|steady|annual|overall)\s+)*"
    rf"(?P<words>(?:(?P<more>{RISE_NOUN})|(?P<fewer>{FALL_NOUN}))\s+in\s+(?:the\s+)?(?:{_NUMBER}|{_CRIMES}))\b"
    rf"(?:\s+(?:was|has\s+been)\s+{_RECORDED}\b)?"
)
_ENDS = compiled(
    r"\s*(?:[.,;:)!”\"—–]|\Z)|\s+(?:and|but|while|after|before|despite|because|thanks|following|according|although|though"
    r"|even|as(?!\s+(?:an?\s+(?:share|proportion|percentage)|many|much|far|often)\b))\b"
)
_STEP = compiled(rf",?\s+(?:{_ADVERB}|{_PLACE})(?=[\s.,;:)!?”\"—–]|\Z)")
_TO_YEAR = compiled(
    r",?\s+(?:(?:in|for|during|over|of|at|since|between|from|by|back)\s+|the\s+year\s+)*\Z"
)
_THAN = compiled(
    r",?\s+(?:than|compared\s+(?:with|to))\s+(?:(?:it|they|there|the\s+force|police|that|those|had|has|did|was|were|been"
    rf"|{_RECORDED}|{_NUMBER}|in|for|of|at|back|during)\s+)*\Z"
)
# Hopes, denials, conditions and other forces claim nothing of these numbers.
_NO_CLAIM = compiled(
    r"\b(?:not|never|no|none|neither|nor|cannot|\w+n[’']t|without|if|whether|unless|until|once|when|hop(?:e|es|ed|ing)|fear(?:s|ed)?"
    r"|expect(?:s|ed)?|aim(?:s|ed)?|wants?|wish|might|could|would|will|should|must|likely|unlikely|forecasts?|predict\w*"
    r"|wrong\s+to|nobody|few|only|every|each|any|some|many|most|other|another|half|two|three|four|five|six|seven|eight|nine|\d+"
    r"|forces|areas|elsewhere|seem\w*|appear\w*|impression|perhaps|myth|claims?|claimed|think|thought|believe[sd]?)\b"
)
_AFTER_YEAR, _BEFORE_YEAR = (
    compiled(r",?\s+"),
    compiled(
        rf"(?:\A|[.,;:!?—–“”\"(]|\b{_SAYS}\b)\s*(?:(?:and|but|so)\s+)?(?:(?:in|for|during|over|since|between|from|by)\s+)?\Z"
    ),
)
_LATER = compiled(r"\b(?:this|next|following|after|later|coming)\b")
_CLAUSE = compiled(r"[,;:–—]\s|\b(?:but|although|though|while|whereas)\s")
# "People say that offences are falling. Are they?"
_ARE_THEY = compiled(
    r"\W*(?:but\s+|and\s+)?(?:are|is|have|has|do|does|did)\s+(?:they|it|that|this)\b[^.!?]*\?"
)
_LABEL = compiled(YEAR)
_FLAT_WITHIN = Fraction(1, 10)


@dataclass(frozen=True)
class _Change:
    """A change that is said of the data, with where its words are and where they end."""

    words: re.Match[str]
    end: int
    to: Mention[YearsNamed] | None
    base: Mention[YearsNamed] | None


def plain_changes(binder: Binder, documents: Documents) -> Iterator[tuple[Candidate, Judgement]]:
    """The words by which the number of offences is said to go the way that it did not go."""
    for said in _changes_in(binder):
        start, end = said.words.span("words")
        of = binder.bind(Candidate("difference", start, end, Fraction(0)))
        if of.categories or of.subject:
            continue
        own = of.own_facts(documents)
        each = [own] if own and of.bodies else [] if of.bodies else [*documents]
        wrong = [w for evidence in each if (w := _against(said, evidence)) is not None]
        if wrong and all(wrong):
            place = _place(said, binder.scene.passage.text)
            yield Candidate("comparison", *place), Judgement("mismatch", wrong[0])


def _changes_in(binder: Binder) -> Iterator[_Change]:
    text, passage = binder.scene.passage.text, binder.scene.passage
    for pattern in (_CHANGED, _MORE, _A_CHANGE):
        for match in pattern.finditer(text):
            start, end = passage.sentence_bounds(match.start())
            if match.end() > end or _is_asked(text, match.end(), end):
                continue
            if is_asked_and_denied(passage, match.span()):
                continue
            before = text[start : match.start()]
            opened = _year_that_opens(binder, start, match.start())
            if pattern is _CHANGED and not (opened or _OPENS.search(before)):
                continue
            if _NO_CLAIM.search(_CLAUSE.split(text[start : match.start("words")])[-1]):
                continue
            said = _read(binder, match, opened)
            while said:
                yield said
                then = _THEN.match(text, said.end) if pattern is _CHANGED else None
                said = _read(binder, then, None) if then else None


def _place(said: _Change, text: str) -> Span:
    """What is asked about: the one year in which it is said to be so, else the words."""
    is_label = said.to and _LABEL.fullmatch(text, said.to.start, said.to.end)
    return (said.to.start, said.to.end) if said.to and is_label else said.words.span("words")


def _is_asked(text: str, at: int, end: int) -> bool:
    return text[at:end].rstrip("\"”’') \n").endswith("?") or bool(_ARE_THEY.match(text, end))


def _year_that_opens(binder: Binder, start: int, end: int) -> Mention[YearsNamed] | None:
    """The year right before what changed, with which its sentence or clause begins."""
    text = binder.scene.passage.text
    last = within(binder.scene.years, (start, end))[-1:]
    if not last or not _AFTER_YEAR.fullmatch(text, last[0].end, end):
        return None
    return last[0] if _BEFORE_YEAR.search(text[start : last[0].start]) else None


def _read(
    binder: Binder, match: re.Match[str], opened: Mention[YearsNamed] | None
) -> _Change | None:
    """What is said, with the years named right behind it; None where it goes on otherwise."""
    text, at = binder.scene.passage.text, match.end()
    to, base = _as_ends(opened)
    later = within(binder.scene.years, (at, binder.scene.passage.sentence_bounds(match.start())[1]))
    while True:
        if step := _STEP.match(text, at):
            at = step.end()
            continue
        named = next((m for m in later if m.start >= at), None)
        if named is None:
            break
        if _THAN.fullmatch(text, at, named.start):
            base = named
        elif _TO_YEAR.fullmatch(text, at, named.start):
            of, since = _as_ends(named)
            to, base = of or to, since or base
        else:
            break
        at = named.end
    if not _ENDS.match(text, at) or any(m and _is_later(text, m) for m in (to, base)):
        return None
    return _Change(match, at, to, base)


def _as_ends(named: Mention[YearsNamed] | None) -> tuple[Mention[YearsNamed] | None, ...]:
    """A year as the one in which a number changed, or as that since when, or as both."""
    if named is None:
        return None, None
    if named.slot.first:
        return named, named
    return (None, named) if named.slot.is_base else (named, None)


def _is_later(text: str, named: Mention[YearsNamed]) -> bool:
    return _LATER.search(text, named.start, named.end) is not None


def _against(said: _Change, evidence: Evidence) -> str | None:
    """The numbers that say otherwise; empty where they bear it out, None where none compare."""
    pairs = (p for p in _pairs(said, evidence) if evidence.change_since(min(p), max(p)))
    held = {p: n for p in pairs if (n := numbers_of_years(evidence, {*p}))}
    if not held:
        return None
    if any(_is_so(said.words, n[old], n[new]) for (old, new), n in held.items()):
        return ""
    pair = max(held, key=max)
    return " and ".join(f"{number(held[pair][year])} in {year}" for year in sorted(pair))


def _pairs(said: _Change, evidence: Evidence) -> list[tuple[Year, Year]]:
    """The years that are compared; where none is named, each with the one before it, and all."""
    latest = evidence.facts.latest
    to = said.to.slot.years if said.to else None
    if said.base:
        bases = said.base.slot.first or said.base.slot.years
        return [(b, y) for y in to or {latest} for b in bases if b != y]
    if to:
        return [(year.previous, year) for year in to]
    if not (said.words["more"] or said.words["fewer"]):
        return [(latest.previous, latest)]
    years = evidence.all_years
    return [*((y.previous, y) for y in years if y.previous in years), (years[0], latest)]


def _is_so(words: re.Match[str], old: int, new: int) -> bool:
    if words["more"]:
        return new > old
    if words["fewer"]:
        return new < old
    return abs(new - old) <= _FLAT_WITHIN * max(new, old)
