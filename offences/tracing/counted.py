"""Whether a quantity of a text counts something else than offences: weeks, officers, bands."""

import re
from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention
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
    r"a|about|above|across|after|again|although|amongst|below|between|beyond|despite|during|elsewhere|found|happen|here"
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
        or (_REPORTERS.search(phrase) and _REPORTED.search(sentence))
        or (_LINES.search(phrase) and _LOG.search(sentence))
    )


_TIPS = compiled(r"\b(?:tip-?\s?offs?|approach(?:es)?|alerts?|sightings?)$")
_REPORTERS = compiled(
    r"\b(?:parents?|mothers?|fathers?|mums?|dads?|callers?|residents|neighbours|teachers?|calls?)\b"
)
_REPORTED = compiled(
    r"\breport(?:ed|s)?\s+(?:an?|the|it|this|that|their|her|his|one)\b|\b(?:came|went|turned|complained|spoke)\s+to\s+(?:the\s+)?(?:\w+\s+)?police\b"
    r"|\b(?:contacted|rang|called|told|alerted)\s+(?:the\s+)?(?:\w+\s+)?police\b|\bto\s+(?:the\s+)?(?:\w+\s+)?police\s+about\b"
)
_LINES = compiled(r"\b(?:lines?|dots?|bars?|names?|ticks?|marks?)$")
_LOG = compiled(r"\b(?:logs?|logbook|files?|crime\s+records?|tally)\b")


def is_of_people_met(passage: Passage, figure: Candidate) -> bool:
    """ "Taught 90 pupils", or a number of somebody's own story, who is no officer."""
    start, stop = passage.sentence_bounds(figure.start)
    before, after = passage.text[start : figure.start], passage.text[figure.end : stop]
    if _OF_OFFENCES.search(f"{before} {after}"):
        return False  # "spoke to three victims", "knew of three cases"
    is_ours = _OFFICER.search(f"{before} {after}")
    is_a_story = _TOLD_US.search(before) or _ASKED_PEOPLE.search(before)
    is_of_a_parent = _HAS.search(before) and _SONS.match(after)
    is_at_a_session = _TAUGHT.search(before) or _SESSION_FOR.search(before)
    return bool(
        is_of_a_parent or is_at_a_session or (not is_ours and (is_a_story or _DID.match(after)))
    )


def counts_a_thing(passage: Passage, figure: Candidate) -> bool:
    """ "Four messages", "a team of four", "two for their fathers": no number of offences."""
    text = passage.text
    ends = [n.end for n in passage.numbers if n.start == figure.start]
    if any(_is_of_a_thing(text, figure.start, end) for end in (*ends, figure.end)):
        return True
    start, stop = passage.sentence_bounds(figure.start)
    before, after = text[start : figure.start], text[figure.end : stop]
    is_plain = not _is_of_us(after)
    return bool(
        (is_plain and _A_TEAM_OF.search(before))
        or _ONE_A_THING.match(after)
        or (is_plain and _is_of_a_survey(figure, before, after))
        or _AGE_TO_JOIN.match(after)
        or (_AGE_RULE.search(before) and is_plain and 10 < figure.value < 19)
        or (_TIMES.match(text, figure.start) and (_ASKED.search(before) or _TO_US.search(before)))
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


def _is_of_a_thing(text: str, start: int, end: int) -> bool:
    phrase = _words_after(text, end)
    if not phrase or "known" in phrase or any(_IS_OF_US.fullmatch(word) for word in phrase):
        return False
    if _SINGLE.fullmatch(text, start, end):
        head = phrase[-1]
        return head.islower() and not (_NO_HEAD.fullmatch(head) or head.endswith(("ed", "ly")))
    heads = [w for w in phrase if _PLURAL.fullmatch(w) and not _NO_HEAD.fullmatch(w)]
    return bool(heads) and not _NO_PLURAL.fullmatch(heads[-1])


def _is_of_us(after: str) -> bool:
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
    if not earlier or not _is_of_a_thing(passage.text, earlier[-1].start, earlier[-1].end):
        return False
    text, end = passage.text, figure.end
    between = text[earlier[-1].end : figure.start]
    words = set(re.findall(r"[\w-]+", between.casefold())) - {"them", "these", "those", "others"}
    if any(map(_IS_OF_US.fullmatch, words)):
        return False
    if _OF_THEM.match(text, figure.start) or _KNEW.match(text, end):
        return True
    is_named = any(earlier[-1].end <= m.start < figure.start for m in named)
    return bool(not is_named and _HAS.search(between) and _ENDS.match(text, end))


_OF_THEM = compiled(rf"(?:{NUMBER}|none|both|half|most|all|each|any)\s+of\s+(?:them|these|those)\b")
_KNEW = compiled(
    r"\s+(?:(?:(?:had|have|did|do|could|would|were|was)\s+(?:not\s+|never\s+)?)?(?:heard|said|say|told"
    r"|kn[eo]w\w*|thought|think|believed?|replied|answered|responded|agreed|declined|refused|wanted|want|felt"
    r"|admitted|allowed?|worried|aware|unaware|surprised|name|named\s+(?:it|one)|attended|signed|joined)\b)"
)
_HAS = compiled(r"\b(?:has|have|had)\s+(?:now\s+|just\s+|only\s+)?\Z")
_ENDS = compiled(r"\s*(?:[.,;:!?)]|\Z)")


def follows_a_thing(passage: Passage, figure: Candidate) -> bool:
    """Whether a number of something else stands before it in its sentence."""
    start, _ = passage.sentence_bounds(figure.start)
    earlier = [n for n in passage.numbers if start <= n.start and n.end <= figure.start]
    return any(_is_of_a_thing(passage.text, each.start, each.end) for each in earlier)


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
    r"\s+(?:[\w-]+\s+){0,4}?(?:teenagers|boys?|girls?|child|children|pupils?|young\s+people|students?)\b"
    r"(?:,[^,]*,|\s+(?:of|aged|from)\s+[\w\s-]{1,20}?)?\s+(?:won|wrote|write|made|raised|joined|built|designed|sang"
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
_OF_OFFENCES = compiled(
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
_TO_US = compiled(
    r"\b(?:wrote|written|writes|rang|called|phoned|emailed|contacted|asked|visited|spoke|spoken|came\s+back|turned)\s+(?:to\s+)?"
    r"(?:us|me|(?:the|our|a)\s+(?:charity|helpline|paper|editor|newsroom|office|force|council)|Childline)\s+(?:\w+\s+)?$"
)
_TIMES = compiled(rf"once|twice|{NUMBER}\s+times")
_ASKED = compiled(
    r"\b(?:we|i|he|she|they|it|charity|reporter|paper|police|force)\s+(?:have\s+|has\s+|had\s+)?"
    r"(?:asked|wrote|written|requested|checked|rang|called|met|tried|reminded|chased|spoke|visited)\b[^.;]*$"
    r"|\b(?:asked|contacted|approached|invited)\s+(?:for\s+(?:a\s+)?(?:comment|response|reply|statement)|to\s+(?:comment|respond|reply))\s+$"
)
_AND = compiled(r"\b(?:and|plus|with|or)\s+(?:another\s+|just\s+|only\s+)?$")
_LIKE_THE_LAST = compiled(r"\s+(?:for|who|which|that|at|from|with|on\s+[a-z]+)\b", re.NOFLAG)
