"""How much of the offences of all forces are one force's: "a tenth of the UK total"."""

import re
from fractions import Fraction

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.shares import fits_share
from offences.words import verdicts

_BY_ALL = (
    r"(?:in|across|by|from|for)\s+(?:the\s+|all\s+|this\s+|our\s+)*(?:UK|United\s+Kingdom|England|Wales|Scotland"
    r"|Britain|country|nation|survey|study|table|report|replies|(?:\w+\s+)?forces)\b"
)
_WHOLE = compiled(
    r"\s+of\s+(?:(?:all|the|their|its|that|everything|those(?=\s+recorded))\s+)*"
    r"(?:(?:national|combined|overall|joint|UK|country[’']s|survey[’']s)\s+)*"
    rf"(?:(?P<n>{NUMBER})\b(?:\s+(?:offences|crimes|cases))?|(?P<total>total|whole)\b"
    r"|(?P<them>(?<=\sof\s)(?:them|these|those)\b)"
    r"|(?P<every>(?<=\sall\sthe\s)(?:offences|crimes|cases)\b)"
    rf"|(?:(?:offences|crimes|cases)\s+)?(?P<counted>(?:they\s+|were\s+)?(?:counted|recorded)\b)?"
    rf"(?P<by>\s*{_BY_ALL})?)"
)


def part_of_all(statement: Statement, documents: Documents, scene: Scene) -> Judgement | None:
    """The verdict on one force's share of the offences of all forces, if right; else None.

    Both numbers are of one year; the whole is the sum that the release gives for it. A share is no
    comparison: it says how large a force's number is in the one that it is part of.
    """
    figure, national = statement.figure, documents.national
    is_share = figure.kind in SHARES
    if not is_share or statement.categories or len(national.members) < 2:
        return None
    whole = _WHOLE.match(statement.passage.after(figure.end))
    if whole is None or not any(whole.groupdict().values()):
        return None
    own = _force(statement, documents, scene)
    if own is None:
        return None
    years = _years(statement, national)
    said = _numbers_of(whole, statement)
    for of_all in national.totals:
        if of_all.year not in years or (said is not None and of_all.value not in said):
            continue
        if said is None and of_all.forces and of_all.year == national.facts.latest:
            continue  # of those alone that are compared
        part = next((c.value for c in own.totals if c.year == of_all.year), 0)
        verdict = of_all.value and fits_share(figure, Fraction(part, of_all.value))
        if verdict in ("traced", "rounded"):
            words = verdicts.fact("part_of_all", n=part, of=of_all.value, year=of_all.year)
            return Judgement(verdict, words)
    return None


# "Tarn alone accounts for 149 of the 2,489 offences", "six per cent of the 2,489 were in Tarn"
_OF_THE, _ENDS = (
    compiled(
        r"(?:\s+(?:offences|crimes|cases))?\s+(?:out\s+)?of\s+(?:(?:the|those|these|all)\s+)+\Z"
    ),
    compiled(
        r"(?:\s+(?:offences|crimes|cases))?(?=\s*(?:[.,;:!?)]|\Z|\s[–—-]\s)"
        r"|\s+(?:were|are|came|(?:recorded|logged|counted)(?=\s*[.,;]|\s+(?:in|by|across))|in|across|and|but)\b)"
    ),
)

# "Tarn did not record 149 of the 2,489", "six per cent of the 2,489 were outside Tarn"
_NOT_RECORDED = compiled(
    r"\b(?:not|\w+n[’']t|never|fail\w*|miss(?:ed|es)?|clos(?:ed|es)|charg\w+|ignor\w+|los[te]|prevent\w*|dropp?\w*|solv\w+|resolv\w+"
    r"|hidden|outside|near|around|homes?|schools?|yet|last\s+month|pass(?:ed|es)|investigat\w+|arrest\w*|convict\w+)\b"
)


def whole_of_all(statement: Statement, documents: Documents, scene: Scene) -> Judgement | None:
    """The verdict on the offences of all forces behind one force's number of them, if right."""
    figure, national = statement.figure, documents.national
    is_number = figure.kind == "count" and statement.unit == OFFENCES and not figure.modifier
    if not is_number or statement.subject or len(national.members) < 2:
        return None
    start, end = scene.passage.sentence_bounds(figure.start)
    before = scene.figures_in(start, figure.start)[-1:]
    has_parts = bool(within(scene.categories, (start, end)))
    has_years = bool(within(scene.years, (start, end)))
    is_other = _NOT_RECORDED.search(scene.passage.text, start, end)
    if not before or has_parts or has_years or is_other:
        return None
    between = scene.passage.text[before[0].end : figure.start]
    own, latest = _force(statement, documents, scene), national.facts.latest
    is_part = _OF_THE.fullmatch(between) and _ENDS.match(scene.passage.after(figure.end))
    if own is None or own is national or not is_part:
        return None
    part = next((c.value for c in own.totals if c.year == latest), 0)
    for of_all in national.totals:
        if (of_all.year, of_all.value) != (latest, figure.value) or of_all.forces or not part:
            continue
        is_share = before[0].kind in SHARES and fits_share(before[0], Fraction(part, of_all.value))
        if is_share in ("traced", "rounded") or before[0].value == part:
            words = verdicts.fact("part_of_all", n=part, of=of_all.value, year=of_all.year)
            return Judgement("traced", words)
    return None


def _numbers_of(whole: re.Match[str], statement: Statement) -> set[Fraction] | None:
    """The numbers that may be the whole: the one named, or those before "of them"; None if any."""
    passage, at = statement.passage, statement.figure.start
    if whole["them"]:
        start, _ = passage.with_sentence_before(at)
        return {each.value for each in passage.numbers_between(start, at)}
    return {numbers_in(whole["n"])[0].value} if whole["n"] else None


def _years(statement: Statement, national: Evidence) -> set[Year]:
    """The years that a share may be of: the one named, else the latest."""
    named = {year for each in (statement.years, statement.bases) if each for year in each}
    return named or {national.facts.latest}


def _force(statement: Statement, documents: Documents, scene: Scene) -> Evidence | None:
    """The force that a share is of: the last one named before it, else the page's own."""
    national, figure = documents.national, statement.figure
    start, _ = statement.passage.with_sentence_before(figure.start)
    named = [m.slot for m in within(scene.bodies, (start, figure.start))]
    forces = [each for each in (*named, *statement.bodies) if each.evidence is not national]
    return forces[-1].evidence if forces else documents.local
