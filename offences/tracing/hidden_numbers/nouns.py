"""Words by what they speak of: offences and victims, the data on them, or another scene."""

import re

from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.things import THINGS

OURS = (
    r"(?:offences?|crimes?|cases?|casework|jobs?|incidents?|reports?|victims?|survivors?|child|children|schoolchild\w*"
    r"|kids?|youngsters?|minors?|teen(?:ager)?s?|tweens?|youths?|pupils?|students?|toddlers?|bab(?:y|ies)"
    r"|infants?|tots?|mites?|souls?|individuals?|people|persons?|ones?|others?|(?:school)?girls?|(?:school)?boys?"
    r"|lads?|lass(?:es)?|users?|daughters?|sons?|sisters?|brothers?|siblings?|twins?|(?:boy|girl|school)?friends?|(?:class|school|team)?mates?|males?|females?|women|men"
    r"|\S*olds?|unders|instances?|occurrences?|occasions?|times?|episodes?|matters?|acts?|events?|records?"
    r"|entr(?:y|ies)|files?|counts?|mentions?|examples?|complaints?|allegations?|investigations?|referrals?"
    r"|disclosures?|attacks?|assaults?|rapes?|arrests?|charges?|convictions?|cautions?|suspects?|offenders?"
    r"|abusers?|perpetrators?|prosecutions?|forms?|\w+-formers?|under-\w+|over-\w+|famil(?:y|ies)|households?|them|these|those|unknowns?)"
)
"""What may be counted where offences are: the words, in the singular and the plural."""
_IS_OURS = re.compile(OURS, re.IGNORECASE)
OF_OFFENCES = compiled(
    r"\b(?:offences?|offend\w*|crim\w+|cases?|casework|incidents?|victims?|survivors?|rap(?:es?|ed)|assaults?|assaulted|abused|abus(?:es|ers?)"
    r"|groom(?:ed|ers?)|exploited|target(?:ed|s)?|harm(?:ed|s)|attack(?:ed|s)?|predators?|prey\w*|suspects?|complaints?|allegations?"
    r"|investigat\w+|disclosures?|reported|recorded|logged|registered|counted|contacted|lured|coerced|blackmailed|hurt|affected"
    r"|occurrences?|instances?|episodes?|reports)\b"
)
OF_NO_PERSON = (
    r"(?![^.;:]*\b(?:victims?|survivors?|child(?:ren)?|kids?|youngsters?|toddlers?|bab(?:y|ies)|infants?|teen(?:ager)?s?|pupils?"
    r"|students?|(?:school)?(?:girl|boy)s?|lads?|lass(?:es|ies|ie)?|(?:fe)?males?|daughters?|sons?|sisters?|brothers?|siblings?"
    r"|twins?|famil(?:y|ies)|parents?|m[ae]n|wom[ae]n|suspects?|ones?)\b)"
)
"""That no person is named in the rest of a clause: a row is missing, and nobody with it."""
OTHER_AMOUNTS = (
    r"(?:votes?|ballot|budgets?|spending|turnover|income|revenues?|profits?|sales|costs?|fees?|prices?|grants?|funding|tax"
    r"|salar(?:y|ies)|wages?|pay|rent|membership|turnout|audience|staff|workforce|headcount|traffic|screen\s+time)"
)
"""What has an amount of its own, which is none of offences."""
HIDING = compiled(
    r"\b(?:hidden|hides?|hiding|withheld|withh[eo]ld\w*|suppress\w*|redacted|blank\w*|(?:str(?:uck|ik\w+)|blacked|crossed|scored|greyed|whited|rubbed)[\s-]out|missing|held\s+back|kept\s+back|left\s+out|leav(?:e|es|ing)\s+out|masked|starred"
    r"|not\s+(?:been\s+|being\s+)?(?:given|shown|printed|published|released|disclosed|provided|listed|split|divided|broken\s+(?:out|down)|made\s+(?:public|available))"
    r"|(?:is|are|was|were|has|have)n[’']t\s+(?:been\s+)?(?:given|shown|printed|published|released|disclosed|public|broken\s+(?:out|down))"
    r"|(?:does|do|did|will|would)\s+not\s+(?:give|show|print|publish|release|say|tell|disclose|split|divide)"
    r"|(?:does|do|did|wo|would)n[’']t\s+(?:give|show|print|publish|release|say|tell|disclose|split|divide))\b"
)
_FIGURE = r"(?:figures?|numbers?|counts?|rows?|totals?)"
_VERB = r"\b(?:is|are|was|were|be|been|has|have|had|that|which|up|down|rose|fell|\w+ing)\b"
_A_FIGURE_FOR = (
    rf"\b(?:(?:gives?|gave|has|have|prints?|publish(?:es|ed)?|shows?|releas(?:es|ed)|there\s+(?:is|are))\s+(?:(?:only|an?|the|its)\s+)*(?:\w+\s+)?{_FIGURE}"
    rf"|{_FIGURE}\s+(?:is|are|was|were)\s+(?:given|published|printed|shown|released|available))\s+for\s(?:(?!{_VERB})[^.;]){{1,80}}?\W"
    r"(?:but|though|and)\s+(?:not|none)\s+(?:one\s+)?for\s[^.;,:\d]{1,60}?(?=[”\"’]?\s*[.!?;]|\s*\Z)"
    rf"|\b(?:has|have|gets?|got)\s+an?\s+(?:published\s+|printed\s+)?{_FIGURE}\b(?!\s+of\b)[^.]{{0,40}}?\s(?:do|does)(?:\s+not|n[’']t)(?=[”\"’]?\s*[.!?;]|\s*\Z)"
)
"""One part with a figure and another without: "a number for girls, 62, but not for boys"."""
DECLINING = compiled(
    rf"{HIDING.pattern}|{_A_FIGURE_FOR}|\b(?:not|\w+n[’']t|un)\s*(?:able|free|allowed|going)\s+to\s+(?:go\s+into|give|discuss|publish)\b"
    r"|\bleav(?:es|ing)\s+(?:the|its|their)\s+(?:cells?|rows?|bars?)\b[^.;,]{0,40}\bempty\b"
    r"|\b(?:given|published|printed|shown|released)\s+(?:only\s+)?as\s+a\s+range\b"
    r"|\b(?:keeps?|kept|keeping|holds?|held|holding)\b[^.;,\d]{0,60}\b(?:back|under\s+wraps|to\s+(?:itself|themselves))\b"
    r"|\bno\s+(?:[\w-]+\s+)?(?:number|figure|count|entry)\s+(?:is|for|on)\b"
    r"|\bnot\s+find\s+an?\s+(?:\w+\s+)?(?:number|figure|count)\b"
    r"|\b(?:prints?|gives?|shows?|has|have)\s+(?:only\s+|just\s+|but\s+)?an?\s+(?:dash|star|asterisk|blank|marker)\b"
    r"|\b(?:and|but)\s+(?:only\s+)?a\s+range\s+(?:of\s+\d+\s+to\s+\d+\s+)?for\b"
    r"|\b(?:gives?|has|have|prints?|publishes|shows?|there\s+is)\s+no\s+(?:\w+\s+)?(?:number|figure|count)s?\b"
    r"|\b(?:\w+n[’']t|cannot|not)\s+(?:discuss|know\s+how\s+many)\b|\bdeclin(?:e[sd]?|ing)\s+to\s+(?:give|say|comment)\b"
)
"""Where nothing is said of a part but that its number is not given, or is given as a range."""
PERSON = (
    r"(?:girl|boy|lad|lass|child|victim|pupil|toddler|teenager|youngster|swimmer|woman|schoolgirl|schoolboy|daughter|son|niece|nephew"
    r"|infant|baby|kid|survivor|(?:\w+-)+year-old)"
)
SEVERAL = (
    r"(?:twins?|triplets|siblings?|sisters?(?!\s+(?:charit|forc|paper|title|site|app))|brothers?)"
)
"""A child who may be the one behind a number, and more than one of a family."""
STOPS_A_PHRASE = re.compile(
    r"a|aged|appears?|features?|occurs?|exists?|about|above|across|after|again|although|amongst|below|between|beyond|despite|during|elsewhere|found|happen|here"
    r"|however|in|including|inside|into|lay|lies|like|near|now|nor|off|onto|outside|past|there|though|throughout|today|too"
    r"|under|unless|until|upon|whether|within|without|yet|against|all|also|always|among|an|and|are|as|at|be|because|been|before"
    r"|began|beside|besides|but|by|came|can|could|did|do|does|down|during|each|every|fell|fewer"
    r"|for|from|gave|got|had|has|have|he|i|if|in|is|it|its|just|kept|last|led|left|less|made"
    r"|may|met|might|more|must|not|of|on|only|or|over|per|perhaps|plus|put|ran|rose|said|saw"
    r"|recalled|remembered|warned|explained|added|admitted|joked|argued|insisted|claimed|replied|sent|she|should|since|so|than|that|the|then|they|this|through|thus|to|told|took|towards"
    r"|up|us|using|versus|via|was|we|went|were|when|where|which|while|who|will|with|would|you",
    re.IGNORECASE,
)
NO_HEAD = re.compile(
    r"ages|ago|alleged|alone|altogether|another|apiece|both|comes|compares|concerns|days|does"
    r"|earlier|eighths|else|fifths|figures|finger|fingers|further|halves|hand|hands|happens"
    r"|includes|involves|later|lone|makes|marks|means|names|numbers|occurs|online|overall"
    r"|tells|speaks|remembers|recalls|describes|explains|agrees|knows|says|points|possible|quarters|relates|remains|represents|sevenths|sexes|shows|single|sixths"
    r"|sole|stands|such|(?:seven|nin|eleven|twelf|\w+teen|\w+tie|hundred)th|tenths|thirds|times|together|totals|uses|weeks|years",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"[a-z][a-z-]*[a-rt-z]s|[a-z]*(?:men|wives|folk|staff|police|feet|media|mice|criteria)|[A-Z]{2,5}s"
)
_NO_PLURAL = re.compile(r"\w+(?:ous|less|us|ss)")


def is_ours(word: str) -> bool:
    """Whether a noun may stand for offences or victims."""
    return _IS_OURS.fullmatch(word) is not None


def is_thing(word: str) -> bool:
    """Whether a noun in the plural is of something else, wherever it stands."""
    return THINGS.fullmatch(word) is not None


def is_one_thing(word: str) -> bool:
    """Whether a noun in the singular is: "reply", of "replies"."""
    return (
        is_thing(f"{word}s")
        or is_thing(f"{word}zes")
        or (word.endswith("y") and is_thing(f"{word[:-1]}ies"))
    )


def is_plural(word: str) -> bool:
    """Whether a word is a noun in the plural, as far as its ending says."""
    return bool(_PLURAL.fullmatch(word)) and not _NO_PLURAL.fullmatch(word)
