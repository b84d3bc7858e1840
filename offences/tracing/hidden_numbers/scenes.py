"""Sentences of another scene, whose numbers count no offence: a survey, a school, a club."""

from collections.abc import Sequence
from functools import lru_cache

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES, is_ours, is_plural
from offences.tracing.hidden_numbers.phrases import (
    NEAR,
    hides_before,
    narrow_clause_around,
    words_led,
)


def is_of_another_scene(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a number is of a survey, a school or a club: "Forty boys of the choir sang".

    Its own clause must say what those counted do or answer: that a club is named is not enough.
    Not one of those who were named before, who may be victims: "The two were in the choir".
    """
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if _is_survey(passage, bounds):
        return _is_of_answers(passage, figure, bounds)
    if figure.kind in SHARES and _is_of_a_survey_before(passage, bounds):
        return _ANSWERED.match(text, figure.end, bounds[1]) is not None
    if (
        _is_of_the_scene_before(passage, bounds)
        and not within(named, bounds)
        and _ANSWERED.match(text, figure.end, bounds[1])
    ):
        return True
    if _has_won(passage, figure, bounds):
        return True
    is_definite = _DEFINITE.search(text, max(bounds[0], figure.start - NEAR), figure.start)
    if is_definite or not _is_activity(passage, bounds):
        return False
    if _is_of_what_they_do(passage, figure, bounds):
        return True
    if not (words_led(text, figure.end) or quantities.AN_OLD.match(text, figure.end)):
        return False
    if _are_in_the_data(passage, bounds) or _may_be_those_before(passage, figure, bounds):
        return False
    return _DOING.match(text, figure.end, bounds[1]) is not None


def _may_be_those_before(passage: Passage, figure: Candidate, bounds: tuple[int, int]) -> bool:
    """Whether they may be victims just spoken of: "Nines are hidden. Two nine-year-olds won it"."""
    if hides_before(passage, figure.start):
        return True
    before = passage.with_sentence_before(bounds[0])[0]
    return OF_OFFENCES.search(passage.text, before, bounds[0]) is not None


def _are_in_the_data(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether they are in the data after all: "They won a prize. Both are in the figures"."""
    after = passage.text[bounds[1] : passage.with_sentence_after(bounds[0])[1]]
    return _THEY.match(after) is not None and speaks_of_data(after)


def _has_won(passage: Passage, figure: Candidate, bounds: tuple[int, int]) -> bool:
    """Whether pupils won a prize, even with a film about pictures."""
    text, (first, last) = passage.text, bounds
    is_harm = OF_OFFENCES.search(text, first, last) or _OF_POLICE_OR_DATA.search(text, first, last)
    if is_harm or _are_in_the_data(passage, bounds) or hides_before(passage, figure.start):
        return False
    won = _WON_A_PRIZE.match(text, figure.end, last)
    return won is not None and not _OF_A_MAN.search(text, won.end(), last)


def _is_of_what_they_do(passage: Passage, figure: Candidate, bounds: tuple[int, int]) -> bool:
    """Whether it is of a thing that children of a school or club planted, won or swam."""
    text = passage.text
    words = words_led(text, figure.end)
    is_thing = any(map(is_plural, words)) and not any(map(is_ours, words))
    done = _DID.search(text, bounds[0], figure.start)
    return is_thing and done is not None and not _IN_MEMORY.search(text, *bounds)


def numbers_of_a_score(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> list[Number]:
    """The numbers of what looks like a score, of parts or at an age: "girls won 3-1 at nine"."""
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if not _WON.search(text, figure.start, figure.end):
        return []
    near = within(named, bounds)
    is_of_part = any(m.slot.kind == "part" or _AT.search(text, 0, m.start) for m in near)
    are_both = len({m.slot for m in near if m.slot.kind == "sex"}) > 1
    both_ends = figure.start, figure.end
    return passage.numbers_between(*both_ends) if is_of_part or are_both else []


def _is_of_answers(passage: Passage, figure: Candidate, bounds: tuple[int, int]) -> bool:
    """Whether a number of a survey is of those asked: "a poll of 900 teenagers", "half said"."""
    if figure.value < _SEVERAL and _ANSWERS.search(passage.text, bounds[0], figure.start):
        return not hides_before(passage, figure.start)  # "would tell nobody", "had one on Kik"
    written = numbers_in(passage.text[figure.start : figure.end])
    is_share = not written or figure.kind in SHARES
    are_ours = quantities.AN_OLD.match(passage.text, figure.end) or any(
        map(is_ours, words_led(passage.text, figure.end))
    )
    is_few = 0 < figure.value < _MANY and are_ours
    if (is_share or not is_few) and _ANSWERED.match(passage.text, figure.end, bounds[1]):
        return True
    is_poll = _A_POLL_OF.search(passage.text, bounds[0], figure.start)
    return bool(is_poll and not is_share)


def _is_of_a_survey_before(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a share is of those asked: "We asked 500 boys. One in four had seen it"."""
    if not bounds[0] or OF_OFFENCES.search(passage.text, *bounds):
        return False
    is_of_ours = _OF_POLICE_OR_DATA.search(passage.text, *bounds)
    return not is_of_ours and _is_survey(passage, passage.sentence_bounds(bounds[0] - 1))


def _is_of_the_scene_before(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence speaks on of the scene before: "A class of 28. Half of them sing"."""
    if not bounds[0] or _IS_OURS.search(passage.text, *bounds):
        return False
    before = passage.sentence_bounds(bounds[0] - 1)
    if _THE_SO_MANY.search(passage.text, *before):
        return False  # "We surveyed the 187": of those that were spoken of
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
    is_share = figure.kind in SHARES or figure.word == "quantity"
    return bool(found and (is_survey or (is_share and found["adults"])))


def is_of_ours(text: str) -> bool:
    """Whether words may be of offences, of those harmed, or of the data on them."""
    return _IS_OURS.search(text) is not None


def speaks_of_data(text: str) -> bool:
    """Whether words may be of offences or those harmed, of the data, or of the police."""
    return is_of_ours(text) or _OF_POLICE_OR_DATA.search(text) is not None


def _is_survey(passage: Passage, bounds: tuple[int, int]) -> bool:
    is_of_ours = any(
        p.search(passage.text, *bounds) for p in (_OF_POLICE_OR_DATA, OF_OFFENCES, _ABUSE)
    )
    return not is_of_ours and _SURVEY.search(passage.text, *bounds) is not None


@lru_cache(maxsize=8)
def _is_activity(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence is of what young people do, and of no harm; found once for its numbers."""
    text = passage.text
    if _IS_OURS.search(text, *bounds):
        return False
    is_of_police = _OF_POLICE_OR_DATA.search(text, *bounds)
    is_done = not is_of_police and _ACTIVITY.search(text, *bounds)
    return bool(is_done or _SCHOOLS.search(text, *bounds))


_SEVERAL, _MANY = 2, 10
_WON = compiled(
    r"\b(?:beat(?:en)?|w[io]n|wins|lost|loses?|drew|draws?)\b[^.;\d]*\d{1,2}\s?[-–]\s?\d{1,2}\Z"
)
_AT = compiled(r"\b(?:at|for|among)\s+(?:the\s+)?\Z")
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
_ANSWER = (
    r"(?:sa(?:id|ys?)|tell|told|ha(?:ve|s)(?!\s+been)|had|own|use[sd]?|play(?:s|ed)?|tried|knew|know|let|allow\w*|check\w*|would|could"
    r"|think|thought|feel|felt|believ\w+|worr\w+|want\w*|like|take|walk)\b"
)
_NO_VERB = r"(?:(?!\b(?:was|were|is|are|been|had|who|whose|what|told|said|came|took|on)\b)[^.;])"
_ANSWERS = compiled(rf"\b{_ANSWER}\s+\Z")
_ANSWERED = compiled(
    rf"(?:\s+of\s+(?:the\s+)?{NUMBER}\s+(?:(?:grand)?{_ADULTS}|pupils|students|children|teenagers)\s+who\s+(?:answered|took\s+part\s+in|repl\w+\s+to|filled\s+in)\s+[^.;,]{{0,40}}?(?:polls?|surveys?|questionnaires?)\b)?"
    rf"(?:{_NO_VERB}{{0,40}}?,\s+who\s+are\s+[\w-]+(?:\s+(?:or|and|to)\s+[\w-]+)?,)?{_NO_VERB}{{0,70}}?\s{_ANSWER}"
)
"""What those asked say or do: not that they are of a part, "were nine" or "took place on Kik"."""
_THE_SO_MANY = compiled(rf"\b(?:the|these|those|all)\s+{NUMBER}\b(?!\s+of\b)")
_A_POLL_OF = compiled(
    r"\b(?:surveys?|polls?|questionnaires?)\s+(?:of|asked|by)\s+(?:\w+\s+)?\Z"
    r"|\b(?:surveyed|polled|(?:we|I|they|it)\s+(?:asked|spoke\s+to))\s+(?:\w+\s+)?\Z"
)
_ABUSE = compiled(r"\b(?:abuse|happen\w*)\b")
_SURVEY = compiled(
    r"\basked\s+(?:(?:more\s+than|some|about)\s+)?\d[\d,]*\s+(?:[\w-]+\s+){0,2}?(?:pupils|parents|teen\w+|children|boys"
    r"|girls|adults|people|students|teachers|(?:and\s+)?\S+olds)\b|\b(?:surveys?|surveyed|polls?|polled|pollsters?|questionnaires?|respondents?|show\s+of\s+hands|research\s+(?:for|by)|stud(?:y|ies)\s+(?:of|for|by))\b"
    r"|\b(?:pupils|parents|children|people|students|\S+olds)\s+(?:filled\s+in|asked\s+by|(?:that\s+)?we\s+(?:asked|surveyed|polled|spoke\s+to))\b"
)
_OF_POLICE_OR_DATA = compiled(
    r"\b(?:police|force|forces|constabulary|officers?|detectives?|inspector|figures?|numbers?|data"
    r"|statistics|stats|records?|files?|tables?|lists?|sheet|returns?|counts?|tally|totals?|logs?)\b"
)
_SAFETY = r"(?!\s+(?:safety|safely|life|lives|world|day)\b)"
_IS_OURS = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:abuse|ordeal|suffer\w*|brave\w*|vigil|(?<!safe\s)online{_SAFETY}|internet{_SAFETY}|messag\w*|sent|sends?|pictures?|images?|photos?"
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
    r"|sports?|boxing|running|cycling|dance|art|after-school|holiday|reading|book|breakfast|coding)\s+(?:clubs?|teams?|sections?|groups?|squads?|camps?)"
    r"|F\.?C|(?:harvest\s+)?supper|youth\s+fellowship|Juniors|(?-i:(?<=\s)Infants)|Rovers|Wanderers|Scouts?|Cubs|Brownies|Cadets|choirs?|orchestras?"
    r"|cycled|swam|driving\s+test|exams?|chess|medals?|library|designed|baked|knitted|planted|(?:re)?built|mural|pen\s+friends?|spelling\s+bee|Brigade|badges?|(?:ran|held|led|took)\s+an?\s+(?:\w+\s+)?session|marathons?|sponsored|fundrais\w*|raised\s+£|assembl(?:y|ies)|workshops?|talks?\s+(?:on|about)"
    r"|lessons?|podcasts?|(?:a|the|short)\s+film|a\s+play|posters?|painted|prizes?|competitions?|contests?"
    r"|trophy|concerts?|school\s+(?:play|fair|trip)|sixth\s+form|nursery|playgroup"
    r"|(?:school|student|pupil|youth|wellbeing)\s+(?:council|parliament|board|panel)"
    r"|trained\s+as|mentors?|film\s+project|(?:first|last|next|our)\s+sessions?|leaflets?|local\s+radio|prefects?|drop-ins?|at\s+the\s+(?:launch|opening)\s+of)\b"
)
_HARMLESS = (
    r"(?:did\s+the\s+(?:washing|teas?|catering|raffle|music|readings?)|served\s+(?:tea|teas|drinks|cakes)|handed\s+round|cleared\s+up|won|planted\s+(?:an?|the|some|\d+)|reached\s+the\s+(?:\w+\s+)?final|walked|marched|scored|collected\s+(?:their|his|her|the)|handed\s+(?:over\s+)?an?|signed\s+up\s+(?:for|to)\s+(?:an?|the|our)|joined\s+(?:the|our)\s+(?:\w+\s+)?(?:club|project|team|choir|band|course)|came\s+to\s+(?:an?|the|our)\s+(?:\w+\s+)?(?:talk|assembly|workshop|session|lesson)|took\s+part\s+in\s+(?:a|the)|ran\s+(?:a|the)\s+(?:\w+\s+)?(?:stall|half|marathon|mile|race|cr[eè]che)|read\s+(?:poems|out|aloud)|cycled|swam|sang|danced|performed|painted|designed|drew|baked|raised\s+£|trained\s+as|learn(?:ed|t)"
    r"|brought\s+in\s+£"
    r"|(?:heard|attended|enjoyed|watched)\s+(?:[\w’-]+\s+){1,3}?(?:talks?|lessons?|workshops?|assembl(?:y|ies)|film|play|concert)"
    r"|made\s+(?:[\w’-]+\s+){1,3}?(?:film|posters?|videos?|song|podcast|display|banner)"
    r"|will\s+(?:sit\s+on|join\s+(?:the|our)\s+(?:youth|school|student|pupil)|read|lead|sing|show|spend|run|film|perform|play|run|walk|swim|cycle|dance|hand\s+out|help|host|hold|present|visit)"
    r"|(?:spoke|talked|appeared|sang)\s+(?:[\w’-]+\s+){0,4}?on\s+(?:[\w-]+\s+)?(?:radio|television|TV|stage))\b"
    r"(?![^.;]*\b(?:who|whose|whom|him|man|men|camera|webcam)\b)"
)
_DOING = compiled(rf"{_NO_VERB}{{0,90}}?\s{_HARMLESS}")
"""What those at a school or a club do: "Six pupils of nine won a prize"."""
_OF_A_SCHOOL = (
    rf"{_NO_VERB}{{0,40}}?\s(?:from|at|of|in)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?"
    r"(?:schools?|academy|college|primary|secondary|infants|juniors|sixth\s+form|class|brownies|cubs|scouts?|club)(?:[’']s)?"
)
_WON_A_PRIZE = compiled(
    rf"{_OF_A_SCHOOL}\s+(?:has\s+|have\s+)?(?:just\s+)?won\s+(?:the|an?|first|second|third|this|our)\s[^.;]{{0,60}}?"
    r"\b(?:competition|prize|award|cup|medals?|trophy|contest|place)\b"
)
_OF_A_MAN = compiled(
    r"\b(?:who|whose|whom|him|m[ae]n|strangers?|camera|webcam|happened|done|sent|met|them|ordeal|lives|stor(?:y|ies)|experiences?|victims?|brave\w*|bravery|courage)\b"
)
_DID = compiled(
    r"\b(?:planted|won|swam|swim(?:ming)?|baked|knitted|painted|drawing|drew|picture|read|cycled|ran|raised\s+£|collected|made|built|sang|sings?|sit|sat|passed|handed)\b"
    r"(?:(?!\b(?:who|whose|him|man|men)\b)[^.;])*\Z"
)
_THEY = compiled(
    r"\W*(?:both|all|they|each|neither|he|she|one|the\s+(?:two|three|pair)|these|those)\b"
)
_IN_MEMORY = compiled(
    r"\b(?:memor\w+|remember\w*|tribute|honou?r\w*|candles?|flowers?|hearts?|crosses|stars|(?:each|every)(?!\s+(?:year|day|week|month|morning|evening))|apiece|lost)\b"
)
"""What may stand for children who were harmed: "planted three trees in memory"."""
_DEFINITE = compiled(
    r"\b(?:the|these|those|its|their|our|both|all|other|only|another)\s+(?:other\s+|last\s+|first\s+)?\Z"
)
_POINTS_FAR = compiled(
    r"\b(?:these|those)\s+(?:children|victims|boys|girls)\b|\bthere\s+(?:was|were|has|have|had)\b"
)
