"""Sentences of another scene, whose numbers count no offence: a survey, a school, a club."""

import re
from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import narrow_clause_around, words_led

_FEW = 9
"""Up to it, a number of people asked may be one of victims: "Three ten-year-olds were found"."""


def is_of_another_scene(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a number is of a survey, a school or a club: "Forty boys of the choir sang".

    Not one of those who were named before, who may be victims: "The two were in the choir".
    """
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    is_share = figure.kind in ("percent", "fraction")
    if _is_survey(passage, bounds):
        written = numbers_in(text[figure.start : figure.end])
        return is_share or not written or written[0].value > _FEW
    if is_share and _is_survey(passage, bounds, _STUDY):
        return True
    if _is_of_the_scene_before(passage, bounds) and not within(named, bounds):
        return True
    is_definite = _DEFINITE.search(text, bounds[0], figure.start)
    if is_definite or not _is_activity(passage, bounds):
        return False
    if _OF_THEM.match(text, figure.end):
        return bool(passage.numbers_between(bounds[0], figure.start))  # "640 pupils, most of them"
    return bool(words_led(text, figure.end) or quantities.AN_OLD.match(text, figure.end))


def _is_of_the_scene_before(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence speaks on of the scene before: "A class of 28. Half of them sing"."""
    if not bounds[0] or _IS_OURS.search(passage.text, *bounds):
        return False
    before = passage.sentence_bounds(bounds[0] - 1)
    is_scene = _is_survey(passage, before) or _is_activity(passage, before)
    return is_scene and not _POINTS_FAR.search(passage.text, *bounds)


def is_of_people_asked(passage: Passage, figure: Candidate) -> bool:
    """Whether a share is of people asked: "Six in ten parents had never heard of Kik"."""
    first, last = narrow_clause_around(passage, (figure.start, figure.end))
    if OF_OFFENCES.search(passage.text, first, last) or _YOUNG.search(passage.text, first, last):
        return False
    asked, _ = passage.with_sentence_before(figure.start)
    is_survey = _ASKED.search(passage.text, asked, last)
    found = _RESPONDENTS.match(passage.text, figure.end)
    is_share = figure.kind in ("percent", "fraction")
    return bool(found and (is_survey or (is_share and found["adults"])))


def is_of_ours(text: str) -> bool:
    """Whether words may be of offences, of those harmed, or of the data on them."""
    return _IS_OURS.search(text) is not None


def _is_survey(
    passage: Passage, bounds: tuple[int, int], words: re.Pattern[str] | None = None
) -> bool:
    is_of_ours = _OF_POLICE_OR_DATA.search(passage.text, *bounds) or OF_OFFENCES.search(
        passage.text, *bounds
    )
    return not is_of_ours and (words or _SURVEY).search(passage.text, *bounds) is not None


def _is_activity(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence is of what young people do, and of no harm to anybody."""
    text = passage.text
    if _IS_OURS.search(text, *bounds):
        return False
    is_of_police = _OF_POLICE_OR_DATA.search(text, *bounds)
    is_done = not is_of_police and _ACTIVITY.search(text, *bounds)
    return bool(is_done or _SCHOOLS.search(text, *bounds))


_ADULTS = r"(?:parents|mothers|fathers|mums|dads|carers|adults|grown-ups|teachers|readers)"
_ASKED = compiled(
    rf"\b(?:survey(?:ed)?|poll(?:ed)?|asked)\b[^.;]*\b{_ADULTS}\b(?!\s+(?:of|whose)\b)|\b{_ADULTS}\b[^.;]*\bsurvey"
)
_RESPONDENTS = compiled(
    rf"\s+(?:(?:of\s+)?(?:the\s+|these\s+|those\s+)?(?P<adults>{_ADULTS})\s+|of\s+(?:them|these|those)\s+)?"
    r"(?:(?:said|told\s+us|say|tell\s+us)\s+(?:that\s+)?)?(?:they\s+|that\s+they\s+)?(?:had|have)\s+(?:never|not|n[’']t)?\s*(?:even\s+)?(?:heard\s+of|looked\s+at)\b"
)
_YOUNG = compiled(
    r"\b(?:child|children|pupils?|victims?|boys?|girls?|sons?|daughters?|teen\w*|young\w*|kids?|\S*olds?)\b"
)
_STUDY = compiled(r"\b(?:research|researchers|study|studies)\b")
_SURVEY = compiled(
    r"\b(?:surveys?|surveyed|polls?|polled|pollsters?|questionnaires?|respondents?)\b"
)
_OF_POLICE_OR_DATA = compiled(
    r"\b(?:police|force|forces|constabulary|officers?|detectives?|inspector|figures?|numbers?|data"
    r"|statistics|stats|records?|files?|tables?|lists?|sheet|returns?|counts?|tally|totals?|logs?)\b"
)
_SAFETY = r"(?!\s+(?:safety|safely|life|lives|world)\b)"
_IS_OURS = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:online{_SAFETY}|internet{_SAFETY}|messag\w*|sent|sends?|pictures?|images?|photos?"
    r"|offer\w*|brib\w*|promis\w*|gifts?|paid|invit\w*|strangers?|approach\w*|contact\w*|met|meet\w*|threat\w*|courts?|trials?|jail\w*|charged"
    r"|counsel\w*|therap\w*|support\w*|figures?|numbers?|data|statistics|records?|files?|tables?"
    r"|counts?|tally|totals?|hidden|withheld)\b"
)
_SCHOOLS = compiled(
    r"\b(?:primary|secondary|infant|junior|local|city|county|town|our|nearby)\s+schools\b"
    r"|\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?)\b[^.;]{0,40}\bschools\b"
)
_ACTIVITY = compiled(
    r"\b(?:class(?:es)?\s+of\s+\S+|(?:football|rugby|cricket|swimming|netball|hockey|youth|drama|chess"
    r"|sports?|boxing|running|cycling|dance|art|after-school|holiday)\s+(?:clubs?|teams?|sections?|groups?|squads?|camps?)"
    r"|F\.?C|Juniors|Rovers|Wanderers|Scouts?|Cubs|Brownies|Cadets|choirs?|orchestras?"
    r"|cycled|marathons?|sponsored|fundrais\w*|raised\s+£|assembl(?:y|ies)|workshops?|talks?\s+(?:on|about)"
    r"|lessons?|(?:a|the|short)\s+film|a\s+play|posters?|painted|prizes?|competitions?|contests?"
    r"|trophy|concerts?|school\s+(?:play|fair|trip)|sixth\s+form|nursery|playgroup"
    r"|(?:school|student|pupil|youth|wellbeing)\s+(?:council|parliament|board|panel)"
    r"|trained\s+as|mentors?|prefects?|drop-ins?|at\s+the\s+(?:launch|opening)\s+of)\b"
)
_DEFINITE = compiled(
    r"\b(?:the|these|those|its|their|our|both|all|other|only|another)\s+(?:other\s+|last\s+|first\s+)?\Z"
)
_OF_THEM = compiled(r"\s+(?:of\s+)?(?:them|these|those)\b")
_POINTS_FAR = compiled(
    r"\b(?:these|those)\s+(?:children|victims|boys|girls)\b|\bthere\s+(?:was|were|has|have|had)\b"
)
