"""How many forces recorded more, or fewer: "five forces reported a drop"."""

import re

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, compiled
from offences.tracing.judging.judgement import NOTHING, Judgement
from offences.tracing.judging.nations_of_forces import are_where_asked
from offences.words import verdicts

_KINDS = ("count", "forces", "maybe_forces", "exempt", "coverage")
_FORCES = r"(?:police\s+)?(?:forces?|constabular(?:y|ies))"
_DID = (
    r"(?:to\s+(?:report|record|see|show|log|register)|reported|recorded|saw|showed|(?:had|have|has)(?:\s+(?:seen|shown|reported|recorded|had))?|with|finish(?:ed)?"
    r"|ended|are|were|is|was|logged|registered|stand|stood)"
)
_CHANGED = compiled(
    rf"(?P<who>\s+of\s+(?:them|these|those|the\s+{NUMBER}|the\s+{_FORCES})(?:\s+{_FORCES})?"
    rf"|\s+(?:(?-i:[A-Z])\w+\s+)?{_FORCES}(?:\s+(?:in|across)\s+(?:the\s+)?(?-i:[A-Z])\w+(?:\s+and\s+(?-i:[A-Z])\w+)*)?)?"
    r"(?P<both>\s+with\s+(?:(?:figures|data|numbers|totals)\s+(?:for|in)\s+)?both(?:\s+(?:years|figures|totals))?)?"
    r"(?:,\s[^.;:\d]{3,90}?,)?\s+"  # their names
    rf"(?:(?:that|which)\s+)?(?P<did>{_DID})\s+"
    rf"(?:(?:(?:their|its|the)\s+(?:numbers?|figures?|totals?|counts?)|it|them)\s+(?:go(?:es|ing)?\s+|come\s+)?)?(?:up\s+|a\s+|an\s+|any\s+|slightly\s+|year-on-year\s+|annual\s+)*"
    rf"(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\b(?!\s+(?:of|by|to)\b|\s+than\s+\d|\s*\d)"
)
_THEIR_FORCES = (
    rf"(?P<who>\s+of\s+(?:them|these|those|the\s+{NUMBER}|the\s+{_FORCES})(?:\s+{_FORCES})?"
    rf"|\s+{_FORCES})"
)
_WITHOUT_AMOUNT = r"\b(?!\s+(?:of|by|to)\b|\s+than\s+\d|\s*\d)"
# "In ten of them it fell", "the number fell in ten forces"
_IN = compiled(r"\b(?:in|at|for|across|among)\s+(?:(?:only|just)\s+)?\Z")
_IT_CHANGED = compiled(
    rf"{_THEIR_FORCES},?\s+(?:it|they|offences|crimes|(?:the|its|their)\s+(?:number|figure|total|count)s?)\b"
    rf"[^.;:,\d]{{0,30}}?\b(?:(?P<rise>{RISE})|(?P<fall>{FALL})){_WITHOUT_AMOUNT}"
)
# "Fell in ten forces", and no app that "came up in 95 of them"
_CHANGED_IN = compiled(
    rf"(?<!\bcame\s)(?<!\bcomes\s)(?<!\bcome\s)(?<!\bcropped\s)(?<!\bcrops\s)(?<!\bturned\s)(?<!\bshowed\s)"
    rf"\b(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\s+in\s+(?:(?:only|just)\s+)?\Z"
)
_IN_FORCES = compiled(
    rf"{_THEIR_FORCES}\b(?!\s+(?:that|which|who|with|asked)\b|\s+(?:in|across|of)\s+(?-i:[A-Z]))(?![^.;]*\sby\s+{NUMBER})"
)
# "Offences on Snapchat rose in 12 forces", of which no years are held
_OF_A_PART = compiled(
    r"\b(?:offences|crimes|cases)\s+(?:(?:on|via|through)\s+\w+|against\s+(?:girls|boys|those|\w+-year-olds"
    r"|children\s+(?:aged|of|under|over)))\b[^.;:]*\Z"
)
_ALL = compiled(r"\b(?:the|these|those|all|our)\s+(?:other\s+)?\Z")
_OF_FORCES = compiled(rf"\b{_FORCES}\b")
_IN_CLAUSE = compiled(rf"\b{_FORCES}\b[^.;]*\Z")
# "Of the eight in England with figures for both years, seven recorded more"
_OF_N_WITH_FIGURES = compiled(
    rf"\b(?:of|among)\s+(?:the|these|those)\s+{NUMBER}\s[^.;:]*?\b(?:figures|data|numbers|totals)\s+(?:for|in)\s[^.;:]*,\s+\Z"
)
# A year compared with, or one that forces have figures for: no other is that of the change
_UNTIL_YEAR = compiled(r"\d{4}[/–-]\d\d\s+(?:and|to|until)\s+\Z")
_FROM_YEAR = compiled(
    r"\b(?:since|from|than|between|against|on|compared\s+(?:with|to)|comparison\s+(?:with|to)"
    r"|(?:figures?|data|numbers?|totals?|one|answers?)\s+(?:for|in|from)|both|forces\s+with)"
    r"\s+(?:(?:in|for|both|the|year|financial)\s+)*\Z"
)
_ONLY = compiled(r"\b(?:only|just)\s+\Z")


def forces_changed(statement: Statement, documents: Documents) -> Judgement | None:
    """The verdict on a number of forces with a rise or a fall; None where it is none of them."""
    figure, passage, national = statement.figure, statement.passage, documents.national
    if figure.kind not in _KINDS or figure.value.denominator != 1 or len(national.members) < 2:
        return None
    before = passage.before(figure.start)
    said, is_rise = _change_of(before, passage.after(figure.end, 120))
    if said is None or _ALL.search(before) or _are_those_compared(said, figure):
        return None
    first, _ = passage.with_sentence_before(figure.start)
    lead = passage.text[first : figure.start]
    is_named = said["who"] and ("force" in said["who"] or "constab" in said["who"])
    of_n = _OF_N_WITH_FIGURES.search(before)
    if not are_where_asked(said["who"] or (of_n[0] if of_n else ""), national):
        return NOTHING  # "six forces in England" of those of England and Wales
    is_of_some = said["who"] or of_n
    if not (is_named or (_OF_FORCES if is_of_some else _IN_CLAUSE).search(lead)):
        return None
    if statement.categories or _OF_A_PART.search(before):
        return NOTHING  # of which no years are held
    base = _base(passage, figure, national.facts.latest)
    if base is None:
        return NOTHING  # "In 2016/17 two forces recorded a rise"
    many = _many(national, base, is_rise=is_rise)
    is_any = figure.value == 1 and not _ONLY.search(before)  # "one force was down"
    is_bound = figure.modifier == "at_most"  # "no more than two forces"
    if many is None or (figure.modifier and not is_bound) or is_any:
        return None
    if figure.kind == "coverage" and figure.of not in national.forces:
        return None
    words = verdicts.fact("of_forces_changed", n=many, year=base)
    if is_bound and many < figure.value:
        return Judgement("loose", words, number(many))
    if figure.value == many:
        return Judgement("traced", words)
    return Judgement("mismatch", words, number(many))


def _base(passage: Passage, figure: Candidate, latest: Year) -> Year | None:
    """The year compared with, or the one before; None where a year is only that of the rise."""
    labels = passage.labels_between(*passage.sentence_bounds(figure.start))
    earlier = [each for each in labels if each.is_possible and Year(each.first) < latest]
    bases = [each for each in earlier if _FROM_YEAR.search(passage.before(each.start))]
    if any(_UNTIL_YEAR.search(passage.before(each.start)) for each in earlier):
        return None  # "between 2015/16 and 2016/17"
    if earlier and not bases:
        return None
    return min((Year(each.first) for each in bases), default=latest.previous)


def _are_those_compared(said: re.Match[str], figure: Candidate) -> bool:
    """Whether forces are all that have both figures: "Two forces with both recorded more"."""
    is_part = figure.kind == "coverage" or "of" in (said["who"] or "").split()
    return bool(said.groupdict().get("both")) and not is_part


def _change_of(before: str, after: str) -> tuple[re.Match[str] | None, bool]:
    """The words that give so many forces a rise or a fall, and whether it is a rise."""
    said = _CHANGED.match(after) or (_IN.search(before) and _IT_CHANGED.match(after))
    if said:
        return said, bool(said["rise"])
    changed = _CHANGED_IN.search(before)
    return (_IN_FORCES.match(after), bool(changed["rise"])) if changed else (None, False)


def _many(national: Evidence, base: Year, *, is_rise: bool) -> int | None:
    """How many forces have more, or fewer, than in a year; None where none has both years."""
    latest = national.facts.latest
    own = [national.member(name).values for name in national.members]
    gaps = [v[latest] - v[base] for v in own if latest in v and base in v]
    return sum(gap > 0 if is_rise else gap < 0 for gap in gaps) if gaps else None
