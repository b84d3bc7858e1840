"""Whether a quantity of a text counts something else than offences: weeks, officers, bands."""

import re
from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_OF_US = (
    r"(?:offences?|crimes?|cases?|casework|incidents?|reports?|victims?|survivors?|child|children|schoolchild\w*"
    r"|kids?|youngsters?|minors?|teen(?:ager)?s?|tweens?|youths?|pupils?|students?|toddlers?|bab(?:y|ies)"
    r"|infants?|tots?|mites?|souls?|individuals?|people|persons?|ones?|others?|(?:school)?girls?|(?:school)?boys?"
    r"|lads?|lass(?:es)?|daughters?|sons?|sisters?|brothers?|siblings?|twins?|males?|females?|women|men"
    r"|\S*olds?|unders|instances?|occurrences?|occasions?|times?|episodes?|matters?|acts?|events?|records?"
    r"|entr(?:y|ies)|files?|counts?|mentions?|examples?|complaints?|allegations?|investigations?|referrals?"
    r"|disclosures?|attacks?|assaults?|rapes?|arrests?|charges?|convictions?|cautions?|suspects?|offenders?"
    r"|abusers?|perpetrators?|prosecutions?|forms?|\w+-formers?|under-\w+|over-\w+|famil(?:y|ies)|households?|them|these|those)"
)
"""What may be counted where offences are: the words, in the singular and the plural."""
_IS_OF_US = re.compile(_OF_US, re.IGNORECASE)
_ENDS_PHRASE = re.compile(
    r"a|aged|appears?|features?|occurs?|exists?|about|above|across|after|again|although|amongst|below|between|beyond|despite|during|elsewhere|found|happen|here"
    r"|however|in|including|inside|into|lay|lies|like|near|now|nor|off|onto|outside|past|there|though|throughout|today|too"
    r"|under|unless|until|upon|whether|within|without|yet|against|all|also|always|among|an|and|are|as|at|be|because|been|before"
    r"|began|beside|besides|but|by|came|can|could|did|do|does|down|during|each|every|fell|fewer"
    r"|for|from|gave|got|had|has|have|he|i|if|in|is|it|its|just|kept|last|led|left|less|made"
    r"|may|met|might|more|must|not|of|on|only|or|over|per|perhaps|plus|put|ran|rose|said|saw"
    r"|sent|she|should|since|so|than|that|the|then|they|this|through|thus|to|told|took|towards"
    r"|up|us|using|versus|via|was|we|went|were|when|where|which|while|who|will|with|would|you",
    re.IGNORECASE,
)
_NO_HEAD = re.compile(
    r"ages|ago|alleged|alone|altogether|another|apiece|both|comes|compares|concerns|days|does"
    r"|earlier|eighths|else|fifths|figures|finger|fingers|further|halves|hand|hands|happens"
    r"|includes|involves|later|lone|makes|marks|means|names|numbers|occurs|online|overall"
    r"|points|possible|quarters|relates|remains|represents|sevenths|sexes|shows|single|sixths"
    r"|sole|stands|such|(?:seven|nin|eleven|twelf|\w+teen|\w+tie|hundred)th|tenths|thirds|times|together|totals|uses|weeks|years",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"[\s‐‑-]+(?:(?:out\s+)?of\s+(?=the\b|these\b|those\b|its\b|our\b|their\b|his\b|her\b|my\b|your\b))?"
    r"(?:(?:the|these|those|its|our|their|his|her|my|your)\s+)?(?P<words>[^\W\d_][\w’'‐‑-]*(?:\s+[^\W\d_][\w’'‐‑-]*){0,5})"
)
_PLURAL = re.compile(
    r"[a-z][a-z-]*[a-rt-z]s|[a-z]*(?:men|wives|folk|staff|police|feet|media|mice|criteria)"
)
_NO_PLURAL = re.compile(r"\w+(?:ous|less|us|ss)")


def is_ours(text: str, end: int, unit: str) -> bool:
    """Whether a noun may stand for offences: "a dozen mentions", "a lone ten-year-old features"."""
    return bool(_IS_OF_US.fullmatch(unit) or _AN_OLD.match(text, end))


def represents_offences(passage: Passage, figure: Candidate) -> bool:
    """ "Three mothers came to police", "two tip-offs", "two lines in the log": one for each."""
    phrase = " ".join(_words_after(passage.text, figure.end))
    sentence = passage.sentence(figure.start)
    return bool(
        _TIPS.search(phrase)
        or (_OFFENDERS.match(phrase) and _BREAKDOWN.search(sentence))
        or (_REPORTERS.search(phrase) and _REPORTED.search(sentence))
        or (_LINES.search(phrase) and _LOG.search(sentence))
    )


_TIPS = compiled(r"\b(?:tip-?\s?offs?|approach(?:es)?|alerts?|sightings?)$")
_OFFENDERS = compiled(r"(?:men|women|adults|offenders|abusers|strangers|groomers)\b")
_BREAKDOWN = compiled(r"\b(?:breakdown|records?|return|table|figures|statistics|log)\b")
_REPORTERS = compiled(
    r"\b(?:parents?|mothers?|fathers?|mums?|dads?|callers?|residents|neighbours|teachers?|calls?)\b"
)
_REPORTED = compiled(
    r"\breport(?:ed|s)?\s+(?:an?|the|it|this|that|their|her|his|one)\b|\b(?:came|went|turned|complained|spoke)\s+to\s+(?:the\s+)?(?:\w+\s+)?police\b"
    r"|\b(?:contacted|rang|called|told|alerted)\s+(?:the\s+)?(?:\w+\s+)?police\b|\bto\s+(?:the\s+)?(?:\w+\s+)?police\s+about\b"
)
_LINES = compiled(r"\b(?:lines?|dots?|bars?|names?|ticks?|marks?)$")
_LOG = compiled(r"\b(?:logs?|logbook|files?|crime\s+records?|tally)\b")


def words_near(passage: Passage, figure: Candidate) -> tuple[str, str]:
    """The words of a number's sentence before and after it, as far as they matter."""
    start, stop = passage.sentence_bounds(figure.start)
    start, stop = max(start, figure.start - _NEAR), min(stop, figure.end + _NEAR)
    return passage.text[start : figure.start], passage.text[figure.end : stop]


_NEAR = 300
"""How far from a number the words may be that say what it counts: a list may go on for ever."""


def harms(passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]) -> bool:
    """ "Two tragedies behind Yubo", "three lives scarred through Kik": whatever they are called."""
    start, end = passage.sentence_bounds(figure.start)
    text = passage.text
    return any(
        _THROUGH.search(text, start, m.start) or _IS_BEHIND.match(text, m.end)
        for m in within(named, (start, end))
    )


_THROUGH = compiled(r"\b(?:through|via|because\s+of|thanks\s+to|behind)\s+(?:the\s+)?\Z")
_IS_BEHIND = compiled(r"\s+(?:was|were|is|has\s+been|lay|lies)\s+(?:also\s+)?behind\b")


def is_of_people_met(passage: Passage, figure: Candidate) -> bool:
    """ "Taught 90 pupils", or a number of somebody's own story, who is no officer."""
    before, after = words_near(passage, figure)
    if OF_OFFENCES.search(f"{before} {after}"):
        return False  # "spoke to three victims", "knew of three cases"
    is_ours = _OFFICER.search(f"{before} {after}")
    is_a_story = _TOLD_US.search(before) or _ASKED_PEOPLE.search(before)
    is_of_a_parent = HAS.search(before) and _SONS.match(after)
    is_at_a_session = _TAUGHT.search(before) or _SESSION_FOR.search(before)
    return bool(
        is_of_a_parent or is_at_a_session or (not is_ours and (is_a_story or _DID.match(after)))
    )


def counts_a_thing(passage: Passage, figure: Candidate) -> bool:
    """ "Four messages", "a team of four", "two for their fathers": no number of offences."""
    text = passage.text
    ends = [n.end for n in passage.numbers if n.start == figure.start]
    if any(is_of_a_thing(text, figure.start, end) for end in (*ends, figure.end)):
        return True
    before, after = words_near(passage, figure)
    is_plain = not is_of_us(after)
    return bool(
        (is_plain and _A_TEAM_OF.search(before))
        or _ONE_A_THING.match(after)
        or (is_plain and _is_of_a_survey(figure, before, after))
        or _AGE_TO_JOIN.match(after)
        or (_AGE_RULE.search(before) and is_plain and 10 < figure.value < 19)
        or (_TIMES.match(text, figure.start) and _is_how_often(before, after))
        or (is_plain and _PAGE.search(before))
        or _PAGES.fullmatch(text[figure.start : figure.end])
        or _PAGES.match(f"one{after}")
        or (_OF_NAME.match(after) and _SURVEY_OF.search(before) and _HEARD_OF.search(before))
        or (_TURNED.search(before) and (figure.value > OLDEST or _ITS_NAME.search(before)))
        or (_ONE_EACH.match(after) and before.endswith(", ") and follows_a_thing(passage, figure))
        or (
            _LIKE_THE_LAST.match(after) and _AND.search(before) and follows_a_thing(passage, figure)
        )
    )


def _is_of_a_survey(figure: Candidate, before: str, after: str) -> bool:
    """ "In a poll of parents 40% had heard of it"; no study of police figures."""
    is_share = figure.kind in ("fraction", "percent")
    return bool(is_share and (_POLL.search(before) or _KNEW.match(after)))


def is_of_a_thing(text: str, start: int, end: int) -> bool:
    phrase = _words_after(text, end)
    if _THESE.match(text, end):
        return False  # "a pair of these jobs": of what is spoken of
    if "Acts" in phrase:
        return True
    if len(phrase) > 1 and any(map(_COMPOUND.fullmatch, phrase[1:])):
        return True  # "one case study", "two child protection officers"
    if not phrase or "known" in phrase or any(_IS_OF_US.fullmatch(word) for word in phrase):
        return False
    if _SINGLE.fullmatch(text, start, end):
        head = phrase[-1]
        return head.islower() and not (_NO_HEAD.fullmatch(head) or head.endswith(("ed", "ly")))
    heads = [w for w in phrase if _PLURAL.fullmatch(w) and not _NO_HEAD.fullmatch(w)]
    return bool(heads) and not _NO_PLURAL.fullmatch(heads[-1])


def is_of_us(after: str) -> bool:
    return any(_IS_OF_US.fullmatch(word) for word in _words_after(after, 0))


def _words_after(text: str, end: int) -> list[str]:
    """The words of the noun phrase that a number leads: "four Roblox players"."""
    found = _PHRASE.match(text, end)
    phrase: list[str] = []
    if _NUMBER_NEXT.match(text, end) and not text[:end].endswith(" of"):
        return phrase  # "three twelve months before"
    for word in found["words"].split() if found else ():
        if _ENDS_PHRASE.fullmatch(word):
            break
        if not word.endswith(("’s", "'s")):  # "one girl's mother"
            phrase.append(word)
    return phrase


_THESE = compiled(
    r"\s+(?:of\s+)?(?:these|those|such)\s+(?:jobs|things|matters|horrors|stories|tragedies)\b"
)
_COMPOUND = compiled(
    r"stud(?:y|ies)|panels?|workers?|officers?|teams?|units?|schemes?|commissioners?|carers?|services?|conferences?|clubs?|places"
    r"|seats|magazines?|books?|films?|homes|centres?|psychologists?|trials?|minders?|specialists?|experts?|charit(?:y|ies)|campaigns?"
)
_SINGLE = compiled(r"(?:at\s+|just\s+|only\s+)?one|a\s+(?:single|lone|sole|solitary)")
_NUMBER_NEXT = compiled(rf"\s+{NUMBER}")


def is_of_a_thing_before(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "Two spreadsheets, one of them on Kik", "six firms, and four replied": those again.

    Not where offences or a category were named since: "two towns had offences, three on Kik".
    """
    start, _ = passage.sentence_bounds(figure.start)
    earlier = [n for n in passage.numbers if start <= n.start and n.end <= figure.start]
    if not earlier or not is_of_a_thing(passage.text, earlier[-1].start, earlier[-1].end):
        return False
    text, end = passage.text, figure.end
    between = text[earlier[-1].end : figure.start]
    words = set(re.findall(r"[\w-]+", between.casefold())) - {"them", "these", "those", "others"}
    if any(map(_IS_OF_US.fullmatch, words)) or _MAIN_VERB.search(between):
        return False  # "Kent, the smallest of the four forces, had three of them"
    if _OF_THEM.match(text, figure.start) or _KNEW.match(text, end):
        return True
    is_named = any(earlier[-1].end <= m.start < figure.start for m in named)
    return bool(not is_named and HAS.search(between) and ENDS.match(text, end))


_MAIN_VERB = compiled(r",\s+(?:had|has|recorded|saw|counted|supplied|accounted|logged)\b")
_OF_THEM = compiled(rf"(?:{NUMBER}|none|both|half|most|all|each|any)\s+of\s+(?:them|these|those)\b")
_KNEW = compiled(
    r"\s+(?:(?:(?:had|have|did|do|could|would|were|was)\s+(?:not\s+|never\s+)?)?(?:heard|said|say|told"
    r"|kn[eo]w\w*|thought|think|believed?|replied|answered|responded|agreed|declined|refused|wanted|want|felt"
    r"|admitted|allowed?|worried|aware|unaware|surprised|name|named\s+(?:it|one)|attended|signed|joined)\b)"
)
HAS = compiled(r"\b(?:has|have|had)\s+(?:now\s+|just\s+|only\s+)?\Z")
ENDS = compiled(r"\s*(?:[.,;:!?)]|\Z)")


def follows_a_thing(passage: Passage, figure: Candidate) -> bool:
    """Whether a number of something else stands before it in its sentence."""
    start, _ = passage.sentence_bounds(figure.start)
    earlier = [n for n in passage.numbers if start <= n.start and n.end <= figure.start]
    return any(is_of_a_thing(passage.text, each.start, each.end) for each in earlier)


_A_TEAM_OF = compiled(
    r"\b(?:team|panel|squad|class|crew|staff|unit|board|committee|tour|list|population|circulation|print\s+run|budget|first|second|third|last)\s+of\s+"
    r"(?:just\s+|only\s+)?$"
)
_ONE_A_THING = compiled(
    rf"\s*(?:of\s+)?(?:them|these|those)\s+(?:is\s+|was\s+)?an?\s+(?!(?:[\w-]+\s+)?{_OF_US}\b)[a-z]+"
)
_POLL = compiled(
    r"\b(?:survey(?:ed)?|poll(?:ed)?|questionnaire|quiz|respondents?|(?:of|asked)\s+(?:the\s+)?(?:parents|players|users|adults|teachers|mothers|fathers))\b[^.;]*$"
)
_TOLD_US = compiled(
    r"\b(?:old|girl|boy|mother|father|mum|dad|parent|pupil|teenager|child|daughter|son|woman|man)\b[^.;]*\btold\s+(?:us|me|the\s+\w+|our\s+\w+)"
    r"[^.;]*\b(?:she|he|I)\b[^.;]*$"
)
_SONS = compiled(r"\s+(?:\w+\s+)?(?:sons|daughters|grandchildren|grandsons|granddaughters)\b")
_AN_OLD = compiled(r"\s+(?:[\w-]+\s+)?\w+[-\s]years?[-\s]olds?\b")
_SESSION_FOR = compiled(
    r"\b(?:sessions?|lessons?|workshops?|courses?|assembl\w+|classes|meetings?|camps?|clubs?|visits?)\b"
    r"[^.;]*\b(?:for|with|to)\s+(?:some\s+|about\s+|up\s+to\s+|only\s+)?$"
)
_DID = compiled(
    r"\s+(?:[\w-]+\s+){0,4}?(?:[\w-]*[\s-]olds?|teenagers|boys?|girls?|child|children|pupils?|young\s+people|students?)\b"
    r"(?:\s+(?:of|aged|from|at|in)\s+[\w\s’'-]{1,60}?)?(?:,[^,]*,)?\s+(?:(?:have|has|had)\s+(?:just\s+)?)?(?:won|wrote|write|made|raised|joined|built|designed|sang"
    r"|took\s+part|spoke|performed|visited|recorded\s+a|filmed|drew|learn(?:ed|t)|attended|signed)\b"
)
_OFFICER = compiled(
    r"\b(?:officers?|detectives?|police|superintendent|forces?|inspectors?|sergeants?|constables?|spokes\w+)\b"
)
_ONLY = r"(?:some\s+|about\s+|only\s+|just\s+|more\s+than\s+|nearly\s+|over\s+)?$"
_TAUGHT = compiled(
    r"\b(?:taught|teach\w*|train(?:ed|s|ing)|advis\w+|survey(?:ed|s|ing)|poll(?:ed|s|ing)|lessons?\s+for"
    rf"|workshops?\s+for|visit(?:ed|s)\s+by|invit\w+)\s+{_ONLY}"
)
_ASKED_PEOPLE = compiled(
    rf"\b(?:spoke(?:n)?\s+(?:to|with)|talk(?:s|ed|ing)?\s+(?:to|with)|ask(?:ed|s|ing)|interview\w*)\s+{_ONLY}"
)
OF_OFFENCES = compiled(
    r"\b(?:offences?|crimes?|cases?|incidents?|victims?|investigat\w+|suspects?|statements?|charged)\b"
)
_AGE_TO_JOIN = compiled(r"\s+to\s+(?:join|use|sign|open|have|play|register|create|get|hold)\b")
_AGE_RULE = compiled(
    r"\b(?:may|can|must|should|allow\w*|lets?|open\w*|permit\w*)\b[^.;]*\b(?:at|from|over|until)\s+$|\b(?:minimum\s+age|(?:the|its|a)\s+(?:limit|minimum|cut-off|threshold)\s+(?:is|was|of)|age\s+(?:limit|rating|rule)|age\s+of\s+consent)\b[^.]*$"
)
_PAGE = compiled(r"\b(?:pages?|chapter|appendix|annex)\s+$")
_PAGES = compiled(
    r"[\w]+[-‐‑](?:pages?|word|line|day|week|month|hour|minute|point|column|row|chapter|part|question)\b"
)
_SURVEY_OF = compiled(rf"\b(?:survey|poll|questionnaire|quiz)\s+of\s+(?:\w+\s+)?{NUMBER}\b[^.;]*$")
_HEARD_OF = compiled(r"\b(?:heard|kn[eo]w\w*|aware|told|thought|tried)\b[^.;]*$")
_OF_NAME = compiled(r"\s+of(?=\s+[A-Z])")
_ITS_NAME = compiled(r"\b[A-Z]\w+\s+turned\s+$", re.NOFLAG)
_TURNED = compiled(r"\bturn(?:ed|s|ing)?\s+$")
_ONE_EACH = compiled(r"\s+(?:an?|per|each|for\s+each)\b")
_TIMES = compiled(rf"once|twice|{NUMBER}\s+times")
_ACT = compiled(
    r"\b(?:ask|call|check|meet|met|debat|discuss|updat|chang|sold|sell|buy|bought|fine[ds]?\b|writ|wrote|rang|ring|sp[eo]k|visit|tried|remind|chas|contact|invit"
    r"|approach|download|install|test|warn|read|watch|mov|renam|bann|prais|critici[sz]|sued|launch|redesign|rais|lower|vot|won\b|lost\b|teach|taught|train"
    r"|appeal|advertis|mention(?:ed|s)?\s+(?:by|on\s+(?:air|radio|television))|on\s+(?:the\s+)?(?:radio|television|TV|air)|come\s+back|came\s+back|turn(?:ed)?\s+to|request|count(?:ed)?\s+the|told\s+us|sa(?:y|id)\b(?!\s+that))\w*"
)
_HAPPENED = compiled(
    r"\b(?:offences?|crimes?|cases?|incidents?|victims?|records?|recorded|logs?|logged|figures|data|statistics|returns?|table|target\w*|abus\w+|groom\w*"
    r"|featur\w+|appear\w*|occur\w*|happen\w*|crop\w*|turn(?:ed|s)?\s+up|c[ao]me\s+up|show(?:ed|s|n)?\s+up|used|named|cited|involved|seen|saw|counted)\b"
)


def _is_how_often(before: str, after: str) -> bool:
    """ "Kik changed hands twice", "the force met us four times": of what no crime is."""
    first = re.split(r"[,;:–—]\s|\s(?:and|but|while)\s", before)[-1]
    words = f"{first} {re.split(r'[,;:–—]', after)[0]}"
    if not (_ACT.search(words) or _HAPPENED.search(words)):
        words = f"{before} {words}"
    return bool(_ACT.search(words) and not _HAPPENED.search(_ACT.sub("", words)))


_AND = compiled(r"\b(?:and|plus|with|or)\s+(?:another\s+|just\s+|only\s+)?$")
_LIKE_THE_LAST = compiled(r"\s+(?:for|who|which|that|at|from|with|on\s+[a-z]+)\b", re.NOFLAG)
