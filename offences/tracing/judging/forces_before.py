"""Forces that other words have counted before: "for both, that's eight", "those nine"."""

from offences.statistics.years import Year
from offences.tracing.binding.body_names import display_name
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.forces import GAVE_FIGURES, THOSE_FORCES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, YEAR, compiled

# "Those that could be compared with 2021/22, eight of them", "for both years, that's eight"
_COMPARED = compiled(
    r"(?:\b(?:can|could)\s+be\s+(?:compared|set\s+against)"
    r"|\b(?:for|in|at)\s+(?:both|the\s+two)\s+(?:years|ends|times)"
    r"|\btwo\s+years[’']\s+(?:figures|data|numbers))"
    r"(?:[^.;:,\d]|(?:19|20)\d\d(?:[/–-]\d\d)?){0,40},\s+(?:[^.;:,\d\s]+\s+){0,3}$"
    # "Comparable totals for 2020/21 exist for nine forces"
    rf"|\b(?:comparable|like[\s‐‑-]for[\s‐‑-]like)\s+(?:figures|numbers|totals|data|counts)\b(?:[^.;:\d]|{YEAR}){{0,60}}?"
    r"\b(?:for|from|by|with|across|among)\s+(?:(?:just|only|the)\s+)*$"
    # "The comparison of 2018/19 with 2019/20 rests on eight forces"
    rf"|\b(?:compar(?:ison|ing)|like[\s‐‑-](?:for|with)[\s‐‑-]like)\b(?:[^.;:\d]|{YEAR}){{0,60}}?\b(?:rests?|(?:is|was|are|were)\s+(?:based|made|built|drawn)"
    r"|covers?|takes?\s+in|includes?|uses?|relies|depends)\s+(?:(?:up)?on\s+|from\s+|up\s+of\s+)?(?:(?:just|only|the)\s+)*$"
)
THE_YEAR_BEFORE = compiled(
    r"\b(?:the\s+(?:year\s+before|previous\s+year)|(?:a|one)\s+year\s+(?:earlier|before))\b"
)

# "Two forces, Norleigh and East Wick, did not send anything"
_NAME = r"(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){0,3}"
_NAMED = compiled(
    rf"(?P<forces>\s+(?:(?:other|police)\s+)*(?:forces|force|constabularies)|\s+of\s+(?:them|these|those))"
    rf"(?:,\s+|\s+\(|\s[–—-]\s+)(?P<names>{_NAME}(?:,\s+{_NAME})*(?:,?\s+and\s+{_NAME})?)(?:,|\)|\s[–—-])(?=\s)"
)
_JOIN = compiled(r",?\s+and\s+|,\s+")


def without_names(after: str, evidence: Evidence) -> str:
    """The words behind so many forces, without the names of some that have no figure."""
    named, panel = _NAMED.match(after), evidence.facts.panel
    if named is None or panel is None:
        return after
    names = _JOIN.split(named["names"])
    have_figures = {display_name(name) for name in panel.figures(evidence.facts.latest)}
    return after if have_figures.intersection(names) else named["forces"] + after[named.end() :]


# "A survey of 14 forces produced returns from ten": so many were asked
_SURVEY_OF, _REPLIES_FROM = (
    compiled(
        r"\b(?:survey|poll|canvass|questionnaire|request|inquir(?:y|ies)|letter)s?\s+(?:of|to)\s+(?:(?:all|some|the)\s+)*\Z"
    ),
    compiled(
        rf"[^.;:,\d]{{0,60}}?\b(?:returns|repl(?:y|ies)|answers|responses|figures|data)\s+(?:\w+\s+)?from\s+(?:just\s+|only\s+)?{NUMBER}\b"
        rf"|[^.;:,\d]{{0,60}},\s+(?:just\s+|only\s+)?{NUMBER}\s+(?:of\s+(?:them|which)\s+)?"
        r"(?:replied|answered|responded|gave|sent|supplied|provided|returned)\b"
    ),
)


def is_survey_of(passage: Passage, figure: Candidate) -> bool:
    """Whether forces are those of a survey that fewer of them answered, as its words go on."""
    is_surveyed = _SURVEY_OF.search(passage.before(figure.start))
    return bool(is_surveyed and _REPLIES_FROM.match(passage.after(figure.end)))


# "The 11 that could supply a figure for 2016/17", "eleven of them with figures for 2016/17"
_YEAR_GIVEN = rf"{GAVE_FIGURES}(?P<year>(?:19|20)\d\d[/–-]\d\d)"
_GAVE_FOR = compiled(_YEAR_GIVEN)
# "Among the nine forces with figures for 2018/19, the number has gone up by 80 per cent"
_CHANGED_SINCE = compiled(
    rf"(?:\s+police)?\s+(?:forces|constabularies){_YEAR_GIVEN}\b,?\s[^.;:,\d]{{0,40}}?"
    rf"\b(?:has|have)\s+(?:[\w-]+\s+)?(?:{RISE}|{FALL}|doubl\w+|tripl\w+|trebl\w+|halv\w+)\b"
)

_FAR = 120


def are_compared(passage: Passage, figure: Candidate, latest: Year) -> bool:
    """Whether forces are those of a change by the words around their number."""
    after = passage.after(figure.end, _FAR)
    gave = _GAVE_FOR.match(after) or _CHANGED_SINCE.match(after)
    year = year_of(gave["year"]) if gave else None
    is_earlier = year is not None and year < latest
    return is_earlier or bool(_COMPARED.search(passage.before(figure.start, _FAR)))


# "Nine of the 13 forces asked in England were able to give a number for 2014/15"
_GAVE_IN = compiled(
    rf"[^.;:,\d]{{0,60}}?{_YEAR_GIVEN}\b(?!\s+(?:(?:and|or|to|plus)\s+(?:for\s+|in\s+)?{YEAR}|as\s+well\b|too\b))"
)


def year_given(statement: Statement) -> Year | None:
    """The one year that so many of the forces asked are said to have given a figure for."""
    gave = _GAVE_IN.match(statement.passage.after(statement.figure.end, 2 * _FAR))
    return year_of(gave["year"]) if gave else None


# What may say which two years are meant further on: "since 2016/17", "three years ago"
_A_TIME_BEFORE = compiled(
    rf"\b(?:{YEAR}|(?:19|20)\d\d|years?|since|ago|earlier|decade|{RISE}|{FALL}|doubl\w+|tripl\w+|trebl\w+)\b"
)


def compared_unnamed(before: str, evidence: Evidence) -> frozenset[int]:
    """How many forces have figures for "both years", where the sentence does not say which.

    The number of all that replied is right of the latest year alone, where no words before it
    speak of an earlier one, and it is not that of the latest two years.
    """
    latest, replied = evidence.facts.latest, {n for n, _ in evidence.coverage}
    changes = evidence.change_since(latest.previous, latest)
    of_last_two = {len(each.pair.forces) for each in changes}
    if not of_last_two or _A_TIME_BEFORE.search(before):
        return evidence.forces_compared
    return (evidence.forces_compared - replied) | of_last_two


def number_before(statement: Statement) -> frozenset[int]:
    """How many forces the sentence before named, where these are the same; empty if not said."""
    named, passage = statement.forces, statement.passage
    if not THOSE_FORCES.search(passage.before(statement.figure.start)):
        return frozenset()
    if named and named.is_earlier and named.number:
        return frozenset({named.number})
    return frozenset()


# "2016/17: 1,204 offences from the ten forces with data"
_OFFENCES_FROM = compiled(
    rf"{NUMBER}\s+(?:offences|crimes|cases)\s+(?:from|by)\s+(?:(?:just|only|the|those|all)\s+)*\Z"
)
# "A year before, the same five had 1,867"
_THE, _HAD_OFFENCES = (
    compiled(r"\b(?:those|these|the)(?:\s+same)?\s+\Z"),
    compiled(
        rf"(?:\s+(?:police\s+)?forces)?\s+had\s+(?:[a-z]+\s+){{0,2}}?{NUMBER}"
        r"(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:\w+\s+){0,2}?(?:offences|crimes|cases)\b)"
    ),
)


def had_offences(statement: Statement) -> bool:
    """Whether forces spoken of before are those that had a number of offences."""
    passage, figure = statement.passage, statement.figure
    is_of_those = _THE.search(passage.before(figure.start))
    return bool(is_of_those and _HAD_OFFENCES.match(passage.after(figure.end)))


def gave_offences(statement: Statement) -> bool:
    """Whether so many forces are those that a number of offences right before them is from."""
    return bool(_OFFENCES_FROM.search(statement.passage.before(statement.figure.start)))
