"""Verdicts on the words of a trend: doubled, halved, record, highest, lowest."""

import re
from fractions import Fraction

from offences.claims.multiples import MULTIPLES
from offences.english import and_list
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableChange
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, half_up
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, compiled
from offences.tracing.judging.changes import changes_of
from offences.tracing.judging.judgement import Fit, Judgement, Verdict, best
from offences.tracing.judging.slots import NO_PART_CHANGE, NO_RANKS, no_change, outside
from offences.tracing.judging.year_places import ranks_of_years
from offences.words import verdicts
from offences.words.claims import reason, sentence

_WORDS = {each.id: each.words for each in MULTIPLES}
_ACROSS = {
    "doubled": "more_than_doubled",
    "tripled": "more_than_tripled",
    "quadrupled": "more_than_quadrupled",
    "halved": "fell_by_more_than_half",
}


def multiple(statement: Statement, evidence: Evidence) -> Judgement:
    """Doubled, trebled, halved, five times as many: only if that claim is allowed."""
    if judged := outside(statement, evidence):
        return judged
    if statement.categories:
        return NO_PART_CHANGE
    changes = changes_of(statement, evidence)
    if changes:
        return best(_of_change(statement.figure, change) for change in changes)
    if statement.bases and (evidence.facts.series or evidence.facts.panel):
        return no_change(statement, evidence)
    return Judgement("mismatch", _nothing_compares(evidence))


def _nothing_compares(evidence: Evidence) -> str:
    """Why there is no multiple where no pair of years is held."""
    printed = (reason(c) for c in evidence.claims if c.id == "recorded_multiple")
    return next(printed, verdicts.fact("no_pair"))


def _of_change(found: Candidate, change: SayableChange) -> Judgement:
    if found.value.denominator > 1 and (words := _to_a_decimal(found, change)):
        return words
    right = allowed_multiple(change)
    verdict = _times(found, change) if found.word == "times" else _named(found, change)
    if verdict in ("traced", "rounded"):
        return Judgement(verdict, change.words)
    return Judgement(verdict or "mismatch", change.words, right)


def _to_a_decimal(found: Candidate, change: SayableChange) -> Judgement | None:
    """The verdict on a multiple with a decimal, if right; else None. "2.0 times" is a plain one.

    It says no more than a percentage, and rests on a base that one may rest on.
    """
    least = change.pair.facts.thresholds.mult_min_diff
    if change.exact is None or "percent_change" not in change.may:
        return None
    old, new = change.exact
    times = Fraction(new, old)
    if abs(new - old) < least or half_up(times, found.decimals) != found.value:
        return None
    is_right = {"near": times < found.value, "over": times > found.value}
    if not is_right.get(found.modifier, found.modifier in ("", "exactly", "about")):
        return None
    return Judgement("rounded" if found.modifier else "traced", change.words)


def allowed_multiple(change: SayableChange) -> str:
    """The multiple that may be said of a pair, in words; nothing if none may."""
    if claim := change.may.get("n_times"):
        return verdicts.fact("times", n=claim.figures["times"])
    return next((words for id, words in _WORDS.items() if id in change.may), "")


def _times(found: Candidate, change: SayableChange) -> Fit:
    """Five times or more: the whole number of times, cut off."""
    claim = change.may.get("n_times")
    if claim is None:
        return ""
    old, new = change.pair.old.low, change.pair.new.low
    is_stated = claim.figures["times"] == found.value
    match found.modifier:
        case "over" if new > found.value * old:
            return "traced" if is_stated else "loose"
        case "at_least" if new >= found.value * old:
            return "traced" if is_stated else "loose"
        case "" | "exactly" | "about":
            return "traced" if is_stated else ""
    return ""


def _named(found: Candidate, change: SayableChange) -> Fit:
    name, more = found.word, _ACROSS[found.word]
    match found.modifier:
        case "near":
            return "traced" if f"almost_{name}" in change.may else ""
        case "over" if more in change.may:
            return "traced"
        case "at_least" if name in change.may:
            return "loose"
        case "over" | "at_least":
            return "loose" if _is_beyond(found, change) and allowed_multiple(change) else ""
        case "about":
            return "loose" if name in change.may or f"almost_{name}" in change.may else ""
        case "under" | "at_most":
            return ""
    if name in change.may:
        return "traced"
    return "loose" if more in change.may else ""


def _is_beyond(found: Candidate, change: SayableChange) -> bool:
    """Certainly past the multiple, whatever the ranges hold."""
    old, new = change.pair.old, change.pair.new
    if found.word == "halved":
        return new.high is not None and 2 * new.high < old.low
    return old.high is not None and new.low > found.value * old.high


AVAILABLE = re.compile(
    r"\b(?:available|held|holds?|with\s+figures|with\s+a\s+figure|figures?\s+(?:exists?|is|are)"
    r"|for\s+which\s+[^.;:,\d]{1,50}?\s(?:ha[sd]|have|holds?|gave|sent|supplied|provided)\b"
    r"|(?:gave|sent|supplied|provided)\s+(?:figures|data|numbers)\s+for"
    r"|(?:we|it|they|police|the\s+\w+)\s+(?:do(?:es)?\s+)?(?:have|has|hold)(?=\s*(?:[.,;:)]|\Z))|we\s+have|can\s+compare|ha(?:s|d|ve)\s+(?:full|complete|whole)\s+(?:figures|data|numbers))\b",
    re.IGNORECASE,
)
_EVER = re.compile(r"[^.;:!?,]{0,60}?\b(?:ever|in\s+history)\b", re.IGNORECASE)
# Police recorded offences before the first year that is held.
_SINCE_RECORDS = compiled(
    rf"[^.;:!?,\d]{{0,60}}?\bsince\s+(?:\w+\s+){{0,2}}?records?\s+(?:began|begin|started"
    rf"|were\s+first)\b(?!\s+(?:in\s+)?{YEAR})"
)
# "The highest since the series began in 2016/17": the year is judged by itself.
_SINCE_BEGAN = compiled(
    r"[^.;:!?\d]{0,60}?\bsince\s+(?:[\w’']+\s+){1,6}?(?:began|begins?|started|starts?)\b"
    r"[^.;:!?\d]{0,50}?\d{4}/\d\d"
)
_ALL_TIME = re.compile(r"\ball[-‐‑\s]time\s+$", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:joint|equal)[-‐‑\s]+$", re.IGNORECASE)
NTH_BEFORE = re.compile(
    r"\b(?:second|third|fourth|fifth|\d+(?:nd|rd|th)|next)[-‐‑\s]+$", re.IGNORECASE
)
_OF_CHANGE = re.compile(
    rf"[-‐‑\s]+(?:\w+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})s?\b"
    r"|[-‐‑\s]+(?:daily|weekly|monthly|quarterly)\b",
    re.IGNORECASE,
)
_WITH_THE = re.compile(
    r"\b(?:forces?|areas?|regions?|county)\s+with\s+(?:the|a)\s+$", re.IGNORECASE
)
_A_YEAR = re.compile(r"\d{4}/\d\d")
_WITH_YEARS = re.compile(
    r",?\s+(?:\w+,?\s+)?with\s+(?P<years>\d{4}/\d\d(?:(?:,|,?\s+and)\s+\d{4}/\d\d)*)"
)
_WAS_IN = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:was|were)\s+(?:(?:recorded|logged|seen|reached|\d[\d,]*,?)\s+)?"
    r"(?:back\s+)?in\s+(?P<year>\d{4}/\d\d)\b"
)
_RANK = compiled(
    r"[^.;:!?,]{0,40}?\b(?:(?:of|among)\s+(?:(?:any|all|of|the|those|these|other)\s+)*"
    rf"(?:(?:{NUMBER})\s+)?(?:other\s+)?(?:police\s+)?(?:forces|areas|regions|counties)"
    r"|of\s+any\s+(?:other\s+)?(?:police\s+)?(?:force|area|region|county)"
    r"|in\s+(?:the\s+(?:country|UK|region|nation)|England|Wales|Scotland|Britain))\b"
)


def record(statement: Statement, evidence: Evidence) -> Judgement:
    """Record, highest, lowest: over a whole series, and "since" its first year."""
    if judged := outside(statement, evidence):
        return judged
    if statement.categories:
        return Judgement("untraced", verdicts.fact("no_part_record"))
    found, passage = statement.figure, statement.passage
    before, after = passage.before(found.start), passage.after(found.end)
    if NTH_BEFORE.search(before) and (judged := _place_of_year(statement, evidence)):
        return judged
    if _is_of_another_year(statement, evidence):
        return Judgement("mismatch", verdicts.fact("latest_alone"))
    if _is_ever(found, before, after):
        return Judgement("mismatch", verdicts.fact("not_ever"), _instead(found, evidence))
    if NTH_BEFORE.search(before) or _OF_CHANGE.match(after):
        return Judgement("mismatch", verdicts.fact("not_of_changes"))
    is_rank = found.word in ("highest", "lowest") and _RANK.match(after)
    if _WITH_THE.search(before) or (is_rank and evidence.facts.panel is None):
        return NO_RANKS
    if _JOINT.search(before):
        return _joint(statement, evidence)
    return _alone(statement, evidence)


def _place_of_year(statement: Statement, evidence: Evidence) -> Judgement | None:
    """That a year has the place among the years that is said: "its third highest total"."""
    passage, at = statement.passage, statement.figure.start
    is_of_all = {*evidence.values} == {*evidence.all_years}
    if evidence.facts.breaks or not (is_of_all or AVAILABLE.search(passage.sentence(at))):
        return None
    for rank in ranks_of_years(passage, *passage.sentence_bounds(at)):
        if rank.end[0] == at and rank.is_true(passage, evidence):
            return Judgement(
                "traced",
                verdicts.fact(
                    "years_held", first=evidence.all_years[0], latest=evidence.facts.latest
                ),
            )
    return None


def _is_of_another_year(statement: Statement, evidence: Evidence) -> bool:
    """Whether the record is said to be of a year before the latest."""
    found, passage, latest = statement.figure, statement.passage, evidence.facts.latest.label
    after = passage.after(found.end, 240)
    if (was := _WAS_IN.match(passage.after(found.end))) and was["year"] != latest:
        return True
    years = {each.label for each in statement.years} if statement.years else set()
    if latest in years:
        return False
    began = _SINCE_BEGAN.match(after)
    others = {*_level_with(statement), *(_A_YEAR.findall(began[0]) if began else ())}
    return bool(years - others)


def _is_ever(found: Candidate, before: str, after: str) -> bool:
    """Whether the record is one of all time, or since there are records."""
    return bool(
        found.modifier == "ever"
        or _ALL_TIME.search(before)
        or _EVER.match(after)
        or _SINCE_RECORDS.match(after)
    )


def _joint(statement: Statement, evidence: Evidence) -> Judgement:
    claim = evidence.claim("joint_record")
    if not claim or statement.figure.word == "lowest":
        return Judgement(
            "mismatch", "no joint record", "record" if evidence.claim("record") else ""
        )
    others = claim.figures["level_with"]
    if not _level_with(statement) <= {*others}:
        return Judgement("mismatch", sentence(claim), f"with {and_list(others)}")
    return Judgement("traced", sentence(claim))


def _alone(statement: Statement, evidence: Evidence) -> Judgement:
    """A record above all other years: since its first year, or of those that are held."""
    found, passage, latest = statement.figure, statement.passage, evidence.facts.latest
    since = passage.year_since(found.end)
    if _SINCE_BEGAN.match(passage.after(found.end, 240)):
        since = None
    if claim := evidence.claim("lowest" if found.word == "lowest" else "record"):
        first = latest.parse(str(claim.figures["since"]))
        years = found.year_count or claim.figures["years"]
        if years == claim.figures["years"] and since in (None, first):
            return Judgement("traced", sentence(claim))
        is_later = since is not None and first < since < latest
        is_less = years < claim.figures["years"] or (not found.year_count and is_later)
        verdict: Verdict = "loose" if is_less else "mismatch"
        return Judgement(verdict, sentence(claim), f"since {first}")
    claim = evidence.claim("highest_available")
    if claim and found.word == "highest" and AVAILABLE.search(passage.sentence(found.start)):
        first = latest.parse(str(claim.figures["since"]))
        if since in (None, first, evidence.years[0]):
            return Judgement("traced", sentence(claim))
    return Judgement("mismatch", _why_not(found, evidence), _instead(found, evidence))


def _level_with(statement: Statement) -> set[str]:
    """The years that a joint record is said to be level with."""
    passage, found = statement.passage, statement.figure
    said = _WITH_YEARS.match(passage.after(found.end, 240))
    return {*_A_YEAR.findall(said["years"])} if said else set()


def _instead(found: Candidate, evidence: Evidence) -> str:
    """What may be said in place of the record."""
    if found.word == "lowest":
        return ""
    if evidence.claim("joint_record"):
        return "joint record"
    if claim := evidence.claim("highest_available"):
        return verdicts.fact("highest_known", years=claim.figures["years"])
    return ""


def _why_not(found: Candidate, evidence: Evidence) -> str:
    id = "lowest" if found.word == "lowest" else "record"
    return next((reason(claim) for claim in evidence.claims if claim.id == id), "")
