"""The first rise or fall for so long: "fell for the first time in three years"."""

import re
from collections.abc import Iterator

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.questions import is_asked_and_denied
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, any_of, compiled
from offences.tracing.runs import changed

_ROSE = any_of(
    *("rose", "risen", "ris(?:es|ing)", "grew", "grow(?:n|s)", "increas(?:es|ed)"),
    *("climb(?:s|ed)", "jump(?:s|ed)", "(?:went|gone|goes|are|is|were|was) up"),
)
_FELL = any_of(
    *("fell", "fall(?:en|s)", "drop(?:s|ped)", "decreas(?:es|ed)", "declin(?:es|ed)"),
    *("dip(?:s|ped)", "(?:went|gone|goes|came|come|are|is|were|was) down"),
)
_SO_MANY_YEARS = rf"(?:in|for)\s+(?P<many>{NUMBER})\s+years"
_FOR_SO_LONG = rf"(?:{_SO_MANY_YEARS}|since\s+(?P<since>{YEAR}))"
_CHANGED = rf"(?:(?P<rise>{_ROSE})|(?P<fall>{_FELL}))"
_WHAT = (
    r"(?:the\s+|its\s+|their\s+|(?-i:[A-Z])[\w-]+[’']s?\s+)?(?:(?:annual|yearly|total|overall|recorded|online|sexual|sex)\s+)*"
    r"(?:numbers?|totals?|figures?|counts?|tally|offences|crimes|cases|it)"
    r"(?:\s+(?:of\s+)?(?:offences|crimes|cases))?(?:\s+(?:in|at|for|recorded\s+by)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+)?"
)
_FORMS = (
    # "For the first time in three years the number fell"
    compiled(
        rf"\b(?P<words>for\s+the\s+first\s+time)\s+{_FOR_SO_LONG},?\s+{_WHAT}"
        rf"\s+(?:(?:has|have|had|also|again|actually)\s+)*{_CHANGED}\b"
    ),
    # "The number fell in 2019/20 for the first time since 2016/17"
    compiled(
        rf"\b{_WHAT}\s+(?:(?:has|have|had|also|again|actually)\s+)*{_CHANGED}\b(?:[^.;:,\d]|{YEAR}){{0,40}}?,?\s+"
        rf"(?P<words>for\s+the\s+first\s+time)\s+{_FOR_SO_LONG}"
    ),
    # "It is the first fall in three years"; that since a year is judged as that year's
    compiled(
        rf"\b(?P<words>first\s+(?:(?:annual|yearly|year-on-year)\s+)?(?:(?P<rise>{RISE_NOUN})|(?P<fall>{FALL_NOUN})))"
        rf"(?:\s+(?:there|in\s+(?:the\s+)?(?:number|total|figure|county|(?-i:[A-Z])[\w-]+)))?\s+{_SO_MANY_YEARS}"
    ),
)


def first_changes(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of such words where the number had changed so within that time, or did not now."""
    passage = binder.scene.passage
    for match in (m for form in _FORMS for m in form.finditer(passage.text)):
        if is_asked_and_denied(passage, match.span()):
            continue
        of = binder.bind(Candidate("vivid", *match.span("words")))
        own = None if of.categories or of.subject else of.own_facts(documents)
        if own is not None and _is_so(match, own, _year_of_change(match, binder)) is False:
            yield match.span("words")


def _year_of_change(match: re.Match[str], binder: Binder) -> Year | None:
    """The one year that the sentence names before the words or within them, not that since when."""
    passage = binder.scene.passage
    since = _since(match)
    start, _ = passage.sentence_bounds(match.start())
    named = {Year(each.first) for each in passage.labels_between(start, match.end())} - {since}
    return named.pop() if len(named) == 1 else None


def _since(match: re.Match[str]) -> Year | None:
    said = match.groupdict().get("since")
    return year_of(said) if said else None


def _is_so(match: re.Match[str], own: Evidence, named: Year | None) -> bool | None:
    """Whether the number changed so then, and not in the years before; None where not known."""
    to, way = named or own.facts.latest, "rise" if match["rise"] else "fall"
    many = number_of_years(f"{match['many']} years") if match["many"] else 0
    since = _since(match)
    first = since.next if since else Year(to.start - max(many, 1) + 1)
    now = changed(own.values, to, way)
    if now is False:
        return False
    if first <= own.all_years[0]:
        return None  # it goes back beyond what is held, which is for the number of years
    before = [changed(own.values, y, way) for y in own.all_years if first <= y < to]
    if True in before:
        return False
    return None if now is None or None in before else True
