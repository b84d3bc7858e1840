"""How much of the offences of all forces are one force's: "a tenth of the UK total"."""

import re
from fractions import Fraction

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
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
_ITS_SHARE = compiled(
    r"\b(?:share|part|proportion)\s+of\s+(?:it|that|(?:all\s+)?the\s+(?:offences|crimes|cases)\s+(?:in|on)\s+(?:it|them|the\s+\w+)"
    r"|(?:the\s+)?(?:(?:national|combined|overall|UK)\s+)?total)\b"
    r"(?:[^.:;]|(?<=\d)\.(?=\d)){0,60}?(?P<from>\bfrom\s+)?\Z"
)


# "Tarn contributed 8% of the offences."
_CONTRIBUTED, _OFFENCES = (
    compiled(
        r"\b(?:contribut(?:e|es|ed|ing)|account(?:s|ed|ing)?\s+for|(?:makes?|made)\s+up)\s+(?:\w+\s+){0,2}?\Z"
    ),
    compiled(r"\s+of\s+(?:all\s+(?:the\s+)?|the\s+)(?:offences|crimes|cases)(?=\s*[.,;])"),
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
    before = statement.passage.before(figure.start, 120)
    after = statement.passage.after(figure.end)
    whole, its_share = _WHOLE.match(after), _ITS_SHARE.search(before)
    is_of_all = whole is not None and any(whole.groupdict().values())
    is_given = _CONTRIBUTED.search(before) and _OFFENCES.match(after)
    if not (its_share or is_of_all or is_given):
        return None
    own = _force(statement, documents, scene)
    if own is None:
        return None
    is_earlier = bool(its_share and its_share["from"])
    years = _years(statement, national, is_earlier=is_earlier)
    if its_share and not (is_earlier or statement.years):
        years = {national.facts.latest}  # "from 9% to 8% in a year"
    said = _numbers_of(whole, statement) if whole else None
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


def _numbers_of(whole: re.Match[str], statement: Statement) -> set[Fraction] | None:
    """The numbers that may be the whole: the one named, or those before "of them"; None if any."""
    passage, at = statement.passage, statement.figure.start
    if whole["them"]:
        start, _ = passage.with_sentence_before(at)
        return {each.value for each in passage.numbers_between(start, at)}
    return {numbers_in(whole["n"])[0].value} if whole["n"] else None


def _years(statement: Statement, national: Evidence, *, is_earlier: bool) -> set[Year]:
    """The years that a share may be of: the one named, else the latest; "from 9%" an earlier."""
    latest = national.facts.latest
    named = {year for each in (statement.years, statement.bases) if each for year in each}
    if is_earlier:
        return named - {latest} or {c.year for c in national.totals} - {latest}
    return named or {latest}


def _force(statement: Statement, documents: Documents, scene: Scene) -> Evidence | None:
    """The force that a share is of: the last one named before it, else the page's own."""
    national, figure = documents.national, statement.figure
    start, _ = statement.passage.with_sentence_before(figure.start)
    named = [m.slot for m in within(scene.bodies, (start, figure.start))]
    forces = [each for each in (*named, *statement.bodies) if each.evidence is not national]
    return forces[-1].evidence if forces else documents.local
