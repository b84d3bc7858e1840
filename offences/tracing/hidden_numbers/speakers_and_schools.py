"""Numbers of who speaks, of a school, or of nobody: "Jo Hart, 46 and a mother of three, …".

"Nobody at headquarters would comment", "no boy should feel ashamed", "why is it hidden, one reader
asked", "in a valley with one secondary school".
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.declined import SAYS_MORE
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES, is_ours
from offences.tracing.hidden_numbers.phrases import hides_before, words_led


def is_of_a_speaker_or_a_school(passage: Passage, figure: Candidate) -> bool:
    """Whether a number is none of the figures: an age of who speaks, nobody, one school."""
    text, end = passage.text, figure.end
    start, last = passage.sentence_bounds(figure.start)
    before = text[start : figure.start]
    return bool(
        (figure.value > _GROWN and _A_NAME.search(before) and _AND_A_PARENT.match(text, end))
        or (_GROWN < figure.value < _OLD and _is_age_of_a_grown_up(text, before, end))
        or (_is_age_in_the_past(before, figure) and _SPEAKS.match(text, end))
        or _SCHOOL.match(text, end)
        or (_ONE.fullmatch(text, figure.start, end) and _NEIGHBOUR_SAYS.match(text, end))
        or _PAST_A_DEADLINE.match(text, end)
        or (_NOBODY.fullmatch(text, figure.start, end) and _WOULD_SAY.match(text, end, last))
        or (_A_PLACE_OF.search(before) and _is_led_by_a_thing(text, end))
        or _is_who_asks_why(passage, figure)
        or (_AS_YOUNG_AS.search(before) and _is_of_pupils_visited(passage, figure))
    )


_ONE = compiled(r"one|another")
_NEIGHBOUR_SAYS = compiled(
    r"\s+(?:(?!(?:an?|the|our|my|another)\b)\w+\s+)?(?:reader|teacher|resident|neighbour|councillor|commenter)\s+"
    r"(?:posted|wrote|writes|said|says|asked|asks|texted|commented|added|suggested|joked)\b(?=\s*(?:[.,;:!?]|\Z)|\s+(?:on|in|under|at)\s+(?!it\b))"
)
"""Who speaks: "one neighbour posted", no victim and no parent of one."""


def _is_led_by_a_thing(text: str, end: int) -> bool:
    """Whether it leads a noun of no person or offence: "a place of one shop, one lighthouse"."""
    led = words_led(text, end)
    return bool(led) and not any(map(is_ours, led))


def _is_age_of_a_grown_up(text: str, before: str, end: int) -> bool:
    """Whether it is behind a name or a role: "Dr Ann Lee, 44, a psychologist", "a nurse of 24"."""
    if _A_ROLE_OF.search(before):
        return _ASIDE_ENDS.match(text, end) is not None
    return bool(_NAMED.search(before) and _WHO_SAYS.match(text, end))


def _is_age_in_the_past(before: str, figure: Candidate) -> bool:
    """Whether it is an age that a grown-up had long ago: "Jo Hart, 31, who was groomed at 15"."""
    was = _WHO_WAS_AT.search(before)
    now = numbers_in(was["now"])[0].value if was else 0
    return now > _GROWN and _YEARS_BACK < now - figure.value < now


def _is_who_asks_why(passage: Passage, figure: Candidate) -> bool:
    """Whether it is somebody who asks why: "Why is Kik hidden, one reader wanted to know"."""
    text, (start, last) = passage.text, passage.sentence_bounds(figure.start)
    question = text[start : figure.start]
    if not (_WHY.match(question) and _ASKED.match(text, figure.end, last)):
        return False
    is_of_some = any(each.search(question) for each in (OF_OFFENCES, _OF_THEIRS, _OF_A_FEW))
    return not (is_of_some or says_harm(question))


def _is_of_pupils_visited(passage: Passage, figure: Candidate) -> bool:
    """Whether it is the age of pupils whose school is visited: "talks to pupils as young as 8"."""
    bounds = passage.sentence_bounds(figure.start)
    sentence = passage.text[slice(*bounds)]
    is_of_harm = says_harm(sentence) or OF_OFFENCES.search(_VISIT.sub(" ", sentence))
    return bool(_VISIT.search(sentence)) and not (is_of_harm or hides_before(passage, bounds[0]))


_GROWN, _YEARS_BACK = 18, 8
"""No victim of the figures, whose years are fewer, was a child so long ago."""
_OLD = 100
_A_ROLE_OF = compiled(
    r"\b(?:an?|the|his|her|our|their|my)\s+(?:[\w-]+\s+){0,2}?(?:teacher|tutor|coach|nurse|doctor|counsellor|psychologist|psychiatrist|therapist|worker|officer|inspector|sergeant|constable"
    r"|detective|lawyer|solicitor|barrister|judge|magistrate|vicar|priest|rabbi|imam|curate|warden|councillor|councilwoman|mayor|clerk|librarian|governor|trustee|volunteer|adviser|advisor|analyst"
    r"|plumber|joiner|builder|farmer|driver|baker|butcher|engineer|designer|developer|programmer|student|pensioner|widow|widower|journalist|reporter|editor|author|actor|singer|campaigner|researcher|lecturer"
    r"|professor|manager|director|secretary|caretaker|firefighter|paramedic|postman|shopkeeper|publican|landlady|landlord)(?:,|\s+(?:of|aged))\s+\Z"
)
_NAMED = compiled(
    r"(?-i:\b(?:Mrs?|Ms|Miss|Dr|Rev|Prof|Professor|Judge|Inspector|Insp|Superintendent|Supt|Sergeant|Sgt|Constable|PC|DC|DS|DI|DCI|Councillor|Cllr|Sir|Dame|Lord|Lady)\.?\s+(?:[A-Z][\w’'-]+\s+)?[A-Z][\w’'-]+),\s+\Z"
)
_ASIDE_ENDS = compiled(r"\s*(?:[.,;!?)\"”]|\Z)|\s+(?:who|from|and|with|in|at|on)\b")
_WHO_SAYS = compiled(
    r"\s*[.)]|,\s+(?:an?|the|who|of|from|has|had|is|was|said|says|told|whose|and|runs|chairs|leads|works)\b|\s+and\s+(?:has|an?|runs|lives|works)\b"
)
_A_NAME = compiled(r"(?-i:[A-Z][\w’'-]+\s+[A-Z][\w’'-]+),\s+\Z")
_AND_A_PARENT = compiled(
    r"\s*,?\s+and\s+(?:(?:him|her)self\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:mother|father|parent|mum|dad|gran\w*|uncle|aunt|teacher)\b"
)
_WHO_WAS_AT = compiled(
    r"(?-i:[A-Z][\w’'-]+\s+[A-Z][\w’'-]+),\s+(?P<now>\d\d),\s+who\s+(?:was|had\s+been)\s+(?:(?:groomed|abused|targeted|blackmailed|herself|himself|also|first)\s+){1,3}"
    r"(?:at|aged|when\s+s?he\s+was)\s+(?:just\s+|only\s+)?\Z"
)
_SPEAKS = compiled(
    r"\s*[.!”\"]|,\s+(?:spoke|speaks|says|said|added|told|now|runs|has|gives|works|believes|wants|helps)\b(?![^.;]*\b(?:figures|data|tables?|totals?|numbers?|last\s+year)\b)"
)
_PAST_A_DEADLINE = compiled(
    r"(?:\s+(?:working\s+)?days)?\s+(?:beyond|over|past|inside|within|ahead\s+of|after)\s+(?:the\s+|its\s+)?(?:\w+\s+)?(?:limit|deadline)\b(?!\s+of\s+age)"
)
_SCHOOL = compiled(
    r"\s+(?:primary|secondary|infant|junior|high|middle|grammar)\s+schools?\b(?=\s*[.,;:!?)]|\s+(?:in|and|with|for|is|was|has|that|which|on|at|across|since)\b)"
)
_NOBODY = compiled(r"nobody|no\s+one|none")
_WOULD_SAY = compiled(
    r"(?:\s+(?:at|in|from)\s+(?:the\s+)?(?:headquarters|HQ|force|station|council|office|press\s+office|control\s+room|police))?"
    rf"(?:(?:\s+(?:would|could|will|can)|\s+was\s+(?:able|available|free|willing|allowed|prepared)\s+to)\s+{SAYS_MORE}\b"
    r"|\s+should\s+(?:read\s+(?:anything|much|too\s+much)\s+into|draw\s+(?:any\s+)?conclusions?\s+from|try\s+to\s+guess|guess\s+at)\s+(?:the|a|its|this|that|what)\b)"
)
_WHY = compiled(r"\W*(?:why|how\s+come|on\s+what\s+grounds)\b")
_ASKED = compiled(
    r"\s+(?:caller|listener|reader|viewer|parent|resident|councillor|commenter|neighbour|governor|teacher)\s+"
    r"(?:wanted\s+to\s+know|asked|asks|wondered|wonders|demanded)\s*[.!]"
)
_A_PLACE_OF = compiled(
    r"\ban?\s+(?:\w+\s+)?(?:place|town|village|island|parish|valley|dale|county|district)\s+(?:of|with)\s+(?:one\s+[\w’'-]+,\s+)*\Z"
)
_OF_THEIRS = compiled(r"\b(?:my|our|his|her|their|your|I|we|me|us)\b")
_OF_A_FEW = compiled(
    r"\b(?:girls?|boys?|child|children|lads?|pupils?|son|daughter|few\w*|handful|small\w*|low\w*|little|tiny|used)\b"
)
"""That a question says who or how many there were: "why hide so few"."""
_AS_YOUNG_AS = compiled(
    r"\b(?:talk|speak|read|present|teach|show)\w*\s+(?:to\s+|with\s+)?(?:pupils|children|classes|youngsters)\s+(?:who\s+are\s+)?(?:as\s+young\s+as|from\s+the\s+age\s+of)\s+\Z"
)
_VISIT = compiled(
    rf"\b(?:staff|officers|we|they|she|he|volunteers|police|team|PCSOs?|charity)\s+(?:\w+\s+){{0,2}}?(?:visit(?:ed|s)?|been\s+(?:in)?to|spoken\s+(?:at|in)|toured|gone\s+into)\s+(?:{NUMBER}\s+|\d+\s+)?(?:\w+\s+)?schools?\b"
)
