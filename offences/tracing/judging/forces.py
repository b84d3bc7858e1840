"""Verdicts on forces: how many were asked, how many replied, how many are compared."""

import re
from collections.abc import Sequence
from fractions import Fraction

from offences.claims.pairs import Pair
from offences.english import counted
from offences.statistics.years import Year
from offences.tracing.binding.set_slot import BOTH_CAME_FROM, CAN_BE_COMPARED
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.forces import is_rest_without_reply
from offences.tracing.finding.forces_pointed_at import COMPARED
from offences.tracing.finding.numbers import NUMBER, Number, half_up
from offences.tracing.finding.numbers_of_forces import (
    ANSWERED,
    COULD_NOT,
    GAVE,
    GAVE_NONE_FOR_A_REASON,
)
from offences.tracing.finding.vocabulary import ALL_BUT, ASKED, FALL_NOUN, RISE_NOUN, compiled
from offences.tracing.judging.counts import TESTS, worse_end
from offences.tracing.judging.counts import count as judge_count
from offences.tracing.judging.forces_before import (
    THE_YEAR_BEFORE,
    are_compared,
    compared_unnamed,
    number_before,
    year_given,
)
from offences.tracing.judging.forces_in_role import (
    OTHER,
    ROLE,
    clause_of_forces,
    first_role,
    in_role,
    last_role,
    says_why,
)
from offences.tracing.judging.forces_without import without_figure
from offences.tracing.judging.judgement import NOTHING, Judgement, best
from offences.tracing.judging.nations_of_forces import (
    are_in_other_nations,
    are_of_more_nations,
    open_with_other_nations,
)
from offences.tracing.judging.sets_of_forces import is_compared
from offences.words import verdicts

# "In England, Wales and Northern Ireland with figures for both years"
_FOR_BOTH = re.compile(
    r"(?:[^.,;:()]|,\s(?=[A-Z])){0,120}?\b(?:figures?\s+(?:for|in)\s+(?:both|the\s+two|(?:19|20)\d\d[/–-]\d\d\s+and(?=\s+(?:19|20)\d\d))"
    r"|both\s+(?:years|figures)|(?:one|them)\s+for\s+both|(?:(?:that|which)\s+)?(?:can|could)\s+be\s+compared"
    r"|also\s+(?:\w+\s+)?(?:do\s+so|(?:an?\s+)?(?:figures?|numbers?|data))\s+for"
    r"|(?:figures?|numbers?|data|one)\s+for\s+(?:19|20)\d\d[/–-]\d\d,?\s+(?:as\s+well|too)(?!\s+as\b)"
    r"|with\s+(?:comparable|like-for-like)\s+figures)\b"
)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent|pc\b)")


# "Three forces, out of 15 that were approached, failed to answer"
_WHO_WERE_ASKED = compiled(
    rf"\A(?:\s+(?:police\s+)?forces)?\s+(?:(?:that|which)\s+)?(?:(?:were|it|we|they|had|been)\s+){{0,2}}{ASKED}\b,?"
)


def coverage(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "40 of 44 forces": how many gave a figure, and of how many asked.

    Said of "the UK", it also needs forces of all four nations.
    """
    found, passage = statement.figure, statement.passage
    given = evidence.coverage_in(min(statement.years) if statement.years else year_given(statement))
    if not given:
        return NOTHING
    before = passage.before(found.start)
    clause = clause_of_forces(_WHO_WERE_ASKED.sub("", passage.after(found.end), count=1))
    lead = before if first_role(clause) else before.removesuffix(": ")  # "Refused: 3 of 15"
    is_rest = ALL_BUT.search(before) or last_role(_BEFORE.split(lead)[-1]) == "missing"
    if is_rest or ROLE["missing"].search(clause):
        given = [(asked - n, asked) for n, asked in given]
    is_across = _ACROSS_ALL.search(before) and found.value in {n for n, _ in given}
    is_of_those = is_across or _THAT_GAVE.match(passage.after(found.end))
    if found.value == found.of and is_of_those:
        given = [(n, n) for n, _ in given]  # "all 20 forces that replied"
    given = _so_many_compared(statement, evidence) or given
    without = without_figure(statement, evidence) if found.of in evidence.coverage[0] else ()
    given = [(n, int(found.of)) for n in sorted(without)] or given
    if (found.value, found.of) not in given:
        n, asked = given[0]
        is_right = not says_why(statement) or n in in_role(statement, evidence)
        right = f"{n} of {asked}" if is_right else ""
        return Judgement("mismatch", verdicts.fact("coverage", n=n, asked=asked), right)
    given_as = {"n": int(found.value), "asked": int(found.of)}
    area = evidence.facts.area
    is_elsewhere = _opens_elsewhere(statement, evidence)
    if is_elsewhere or are_of_more_nations(passage.after(found.end), evidence):
        return Judgement(
            "mismatch",
            verdicts.fact("forces_in", area=area),
            verdicts.fact("coverage_in", area=area, **given_as),
        )
    return Judgement("traced", verdicts.fact("coverage", **given_as))


def _opens_elsewhere(statement: Statement, evidence: Evidence) -> bool:
    """Whether the sentence of a number of forces opens with nations that are not all asked."""
    passage, figure = statement.passage, statement.figure
    start, _ = passage.sentence_bounds(figure.start)
    return open_with_other_nations(passage.text[start : figure.start], evidence)


def _so_many_compared(statement: Statement, evidence: Evidence) -> list[tuple[int, int]]:
    """How many can be compared, of those that replied or were asked: "7 of 8 had both years".

    With the year before, unless the sentence names another.
    """
    said = CAN_BE_COMPARED.match(statement.passage.after(statement.figure.end))
    if not said or "," in said[0]:
        return []
    passage, latest = statement.passage, evidence.facts.latest
    labels = passage.labels_between(*passage.sentence_bounds(statement.figure.start))
    since = min((Year(each.first) for each in labels), default=latest.previous)
    many = sorted({len(each.pair.forces) for each in evidence.change_since(since, latest)})
    return [(n, of) for n in many for of in evidence.coverage[0]]


def maybe_coverage(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "40 of 44" without the word: coverage if it is that, else two numbers."""
    found = statement.figure
    after = clause_of_forces(statement.passage.after(found.end))
    is_rest = ROLE["missing"].search(after) and found.of in {n for _, n in evidence.coverage}
    if is_rest or (found.value, found.of) in evidence.coverage:
        return coverage(statement, evidence)
    return worse_end(statement, evidence)


# "Of 15 forces in England, 12 came back with numbers: 2,489 offences in all"
_OF = compiled(r"\b(?:out\s+)?of\s+(?:(?:the|all|some)\s+)?\Z")
_SOME_DID = compiled(
    rf"\s+(?:police\s+)?forces\b(?:(?!\b(?:that|which|who|whose|with)\b)[^.;:\d]){{0,60}}?,\s+(?:(?:just|only|some|all\s+but)\s+)*(?:{NUMBER}|a\s+dozen)\s+"
    rf"(?:of\s+(?:them|these|those)\s+)?(?:have\s+|had\s+|did\s+)?(?:{ANSWERED}|{GAVE})\b"
)


# "No figure for 2018/19 was given by any of the 12 forces"
_BY_NONE_OF = compiled(
    r"\bno\s+(?:figures?|numbers?|data|answers?|replies|reply)\b[^.;:]{0,60}?\b(?:by|from)\s+any\s+of\s+the\s+\Z"
)


def _by_none_of(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on the number of forces of which none gave a figure for a year: all asked."""
    panel = evidence.facts.panel
    if panel is None or not _BY_NONE_OF.search(statement.passage.before(statement.figure.start)):
        return None
    given = panel.coverage(min(statement.years or (evidence.facts.latest,)))
    asked = counted(given.asked, "forces")
    if given.with_figures:
        return Judgement(
            "mismatch", verdicts.fact("coverage", n=given.with_figures, asked=given.asked)
        )
    return Judgement("traced" if statement.figure.value == given.asked else "mismatch", asked)


def forces(statement: Statement, evidence: Evidence) -> Judgement:
    """A number of forces: that replied, were asked, or are compared for both years."""
    found, passage = statement.figure, statement.passage
    if not evidence.forces:
        return NOTHING
    if of_none := _by_none_of(statement, evidence):
        return of_none
    after = passage.after(found.end, 180)
    if are_in_other_nations(after, evidence) or _opens_elsewhere(statement, evidence):
        words = verdicts.fact("forces_in", area=evidence.facts.area)
        return Judgement("mismatch", words) if found.value in evidence.forces else NOTHING
    compared = (
        _FOR_BOTH.match(after)
        or CAN_BE_COMPARED.match(after)
        or BOTH_CAME_FROM.search(passage.before(found.start))
        or COMPARED.search(passage.before(found.start))
        or _go_with_a_change(statement, evidence)
        or _are_those_compared(statement)
        or are_compared(passage, found, evidence.facts.latest)
    )
    numbers = _compared(statement, evidence) if compared else in_role(statement, evidence)
    numbers = without_figure(statement, evidence) or number_before(statement) or numbers
    is_other = OTHER.search(passage.before(found.start))
    is_whole = _OF.search(passage.before(found.start)) and _SOME_DID.match(after)
    if is_whole:
        numbers = frozenset(asked for _, asked in evidence.coverage)
    elif not (compared or is_other or is_compared(statement)):
        numbers = numbers & _that_gave_all(statement, evidence) or numbers
    elif not (compared or is_other):
        numbers = numbers & _of_both_ends(statement, evidence) or numbers
    if found.modifier in ("", "exactly"):
        if found.value in numbers:
            return Judgement("traced", counted(int(found.value), "forces"))
    else:
        test = TESTS[found.modifier]
        judged = best(
            Judgement(verdict, counted(n, "forces"))
            for n in numbers
            if (verdict := test(found.value, n))
        )
        if judged.verdict in ("rounded", "loose"):
            return judged
    replied = [n for n, _ in evidence.coverage_in(min(statement.years or (), default=None))[:1]]
    is_rest = is_rest_without_reply(passage, found.start, found.end)
    is_own = compared or found.value in replied or is_rest or says_why(statement)
    right = numbers if is_own else replied
    if not right:
        return Judgement("mismatch")
    return Judgement("mismatch", counted(max(right), "forces"), str(max(right)))


_AMONG = re.compile(r"\b(?:among|across|in|for|at)\s+(?:the\s+|those\s+|just\s+)*$", re.IGNORECASE)


def _go_with_a_change(statement: Statement, evidence: Evidence) -> bool:
    """Whether forces are those of a change, not those asked: "the rise is 46% among 28"."""
    found, passage = statement.figure, statement.passage
    is_of_pair = found.value in evidence.forces_compared.difference(*evidence.coverage)
    has_role = first_role(clause_of_forces(passage.after(found.end)))
    if has_role or not is_of_pair or _that_gave_all(statement, evidence, is_part=True):
        return False
    return bool(_AMONG.search(passage.before(found.start)))


# "On a like-for-like basis, 11 forces", "those forces gave both years. Taken together, these eight"
_LIKE_FOR_LIKE = compiled(
    r"\blike[\s‐‑-](?:for|with)[\s‐‑-]like\b[^.;:\d]{0,40}[,:]?\s+(?:(?:the|just|only|those)\s+)*\Z"
)
_SAW_A_CHANGE = compiled(
    r"\s+(?:police\s+)?(?:forces|constabularies),?\s+(?:between\s+them,?\s+|together,?\s+|as\s+a\s+group,?\s+)?"
    rf"(?:saw|had|showed|reported|recorded|experienced)\s+an?\s+(?:\w+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\b"
)


def _are_those_compared(statement: Statement) -> bool:
    """Whether forces are those of a comparison that the words before their number make."""
    passage, figure, named = statement.passage, statement.figure, statement.forces
    before = passage.before(figure.start)
    saw_it = _SAW_A_CHANGE.match(passage.after(figure.end)) and not OTHER.search(before)
    if _LIKE_FOR_LIKE.search(before) or saw_it:
        return True
    return bool(named and named.is_compared and named.is_earlier)


def _compared(statement: Statement, evidence: Evidence) -> frozenset[int]:
    """How many forces have figures for both years: of the change of the sentence, or its years."""
    passage = statement.passage
    start, end = passage.sentence_bounds(statement.figure.start)
    stated = [n for n in passage.numbers_between(start, end) if n.start != statement.figure.start]
    told = {
        len(pair.forces)
        for pair in evidence.pairs_of_forces
        if _gives_number_of(pair, stated, passage)
    }
    named = sorted({Year(n.first) for n in passage.labels_between(start, end) if n.is_possible})
    if not named and THE_YEAR_BEFORE.search(passage.text, start, end):
        named = [evidence.facts.latest.previous]
    if not named and statement.bases:
        named = [min(statement.bases)]
    last = named[-1] if len(named) > 1 else evidence.facts.latest
    changes = (each for year in named for each in evidence.change_since(year, last))
    of_years = {len(change.pair.forces) for change in changes}
    numbers = frozenset(told & of_years or told | of_years)
    return numbers or compared_unnamed(passage.text[:start], evidence)


def _of_both_ends(statement: Statement, evidence: Evidence) -> frozenset[int]:
    """How many forces went from one number to another, where the sentence gives both."""
    bounds = statement.passage.sentence_bounds(statement.figure.start)
    stated = {n.value for n in statement.passage.numbers_between(*bounds)}
    pairs = (p for p in evidence.pairs_of_forces if p.is_exact)
    return frozenset(len(p.forces) for p in pairs if {p.old.low, p.new.low} <= stated)


def _gives_number_of(pair: Pair, stated: Sequence[Number], passage: Passage) -> bool:
    """Whether one of some numbers is an end of a change, its difference or its percentage."""
    if not pair.is_exact:
        return False
    old, new = pair.old.low, pair.new.low
    percent = half_up(Fraction(100 * abs(new - old), old)) if old else None
    ends = {True: (percent,), False: (old, new, abs(new - old))}
    return any(n.value in ends[bool(_PERCENT.match(passage.text, n.end))] for n in stated)


def _that_gave_all(
    statement: Statement, evidence: Evidence, *, is_part: bool = False
) -> frozenset[int]:
    """How many replied, beside a total or a part of it: "5,434 offences from 16 forces"."""
    passage, found = statement.passage, statement.figure
    stated = {n.value for n in passage.numbers_between(*passage.sentence_bounds(found.start))}
    facts = (*(() if is_part else evidence.totals), *(f for f in evidence.counts if f.categories))
    if not any(f.value in stated - {found.value} and not f.forces for f in facts):
        return frozenset()
    of_printed = [claim.figures["with_figures"] for claim in evidence.of("recorded_total")]
    return frozenset([*(n for n, _ in evidence.coverage), *filter(None, of_printed)])


_ACROSS_ALL = compiled(
    r"\b(?:across|among(?:st)?|for|from)\s+all\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?\Z"
)
_THAT_GAVE = compiled(
    r"\s*(?:\w+\s+)?(?:that|which|who)\s+(?:replied|responded|answered|gave|sent|suppl|provid)"
)
_BEFORE = re.compile(r"[.;:,]")


def maybe_forces(statement: Statement, evidence: Evidence) -> Judgement:
    """A number by itself that is of forces if it fits them, else a number like any other."""
    found = statement.figure
    did_not = evidence.coverage and (
        GAVE_NONE_FOR_A_REASON.match(statement.passage.after(found.end))
        or COULD_NOT.match(statement.passage.after(found.end))
        or is_rest_without_reply(statement.passage, found.start, found.end)
    )
    is_without = evidence.coverage and without_figure(statement, evidence)
    if not found.modifier and (did_not or is_without or found.value in evidence.forces):
        return forces(statement, evidence)
    return judge_count(statement, evidence)
