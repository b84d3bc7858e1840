"""Sentences of any reply: the law and its clock, how to complain, whom to write to."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.open_counts import has_open_count
from offences.returns.labels.years import MONTH, find_dates

_DATE = (
    rf"(?:(?:[a-z]+day,? )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? (?:19|20)\d\d"
    r"|\d\d?[/.-]\d\d?[/.-](?:20)?\d\d)"
)
_SPEAKS_OF_COUNTS = re.compile(
    r"\b(?:figures?|counts?|counted|totals?|data(?! protection)|tables?|rows?|columns?|crimes?"
    r"|(?<!reference )(?<!telephone )(?<!phone )(?<!contact )(?<!fax )(?<!charity )"
    r"(?<!company )(?<!registration )numbers?"
    r"|offen[cs]es?|victims?|child\w*|adults?|suspects?|arrest\w*|offender\w*|charge[sd]|girls?"
    r"|boys?|ages?|aged|years?|recorded|flag\w*|on-?line|estimat\w+|exclud\w+|includ\w+|round\w+"
    r"|convict\w*|caution\w*|prosecut\w*|investigat\w*|detect\w*|outcomes?|incidents?|calls|reports?"
    r"|referrals?|allegations?|people|persons|individuals?|pupils?|teen\w*|sampl\w*|remaining|rest"
    r"|part|partly|refus\w+(?! notice)|withh\w+|redact\w+|only|except"
    r"|not (?:hold|held|provided?|supplied)|other forces?|provisional|draft|revised|supersed\w+"
    r"|replac\w+|accused|defendants?|perpetrators?|months|(?<!head )quarters?|half|districts?"
    r"|divisions?|missing|doubled?|these|covers|shown)\b",
    re.IGNORECASE,
)
_ASKS = r"(?:request|application|e-?mail|letter|enquiry|correspondence)(?: for information)?"
_DATED = (  # what is answered, and by when
    rf"(?:i|we)\b.{{0,40}}\b(?:connection|response|reply|relation|reference|regards?|further|refer)\b"
    rf".{{0,12}}\byour (?:[\w-]+ ){{0,4}}{_ASKS}(?:,? (?:which|that) (?:was|is))?(?:,? (?:was )?"
    rf"(?:received|dated|sent|made|submitted|of)(?: by (?:[\w’'-]+ ?){{1,6}}?)?)?(?: on| of)?"
    rf"(?: the)?(?: {_DATE})?(?:,? under the (?:foi|freedom of information) act(?: 2000)?)?",
    rf"your {_ASKS} (?:was|is|has been) (?:received|logged|acknowledged|registered|dated)"
    rf"(?: by (?:[\w’'-]+ ?){{1,6}}?)?(?: on)? {_DATE}(?:,? and (?:a|the|our) (?:response|reply"
    rf"|answer) (?:is|was) due (?:by|on|before) {_DATE})?",
    rf"(?:[a-z]+day,? ){_DATE}",
)
_OF_SYSTEM = (
    r"(?:however,? )?(?:it is important to note that )?(?:these|the|this)"
    r" (?:data|figures|information) (?:have|has|were|was|are|is) (?:been )?"
    r"(?:extracted|taken|drawn) from a large administrative system,? (?:and,? )?"
    r"(?:as with any other (?:police )?system,? )?(?:has|have|with) its limitations"
)
_OF_ALL = (  # that leave nothing out, though they speak of figures and limits
    _OF_SYSTEM,
    r"(?:this|our) (?:response|reply) is unique(?: to (?:this|our) force)?(?:,? and reflects? the"
    r" (?:recording|crime|it) systems? of (?:this|our) force)?(?: (?:only|alone))?",
    r"(?:pursuant to|under|in accordance with) section 1\(1\)(?: ?\(a\))?(?: of the (?:freedom of"
    r" information )?act(?: 2000)?)?,? (?:i|we) (?:can )?confirm that (?:we|the force|this force)"
    r" (?:do )?holds? (?:this|the|all (?:of )?the)(?: requested)? information"
    r"(?: (?:that )?you (?:have )?(?:requested|asked for))?",
    r"(?:every|all)(?: reasonable)? (?:efforts?|care) (?:is|are|was|has been|have been)"
    r" (?:made|taken) to ensure that the (?:figures|data|information)(?: presented| provided)?"
    r" (?:are|is) (?:as )?accurate(?: and complete)?(?: as (?:they|it) can be| as possible)?",
    r"the cost of (?:compliance|complying) (?:has|does|did|would) not exceed(?:ed)? the appropriate"
    r" (?:cost )?limit(?: of 18 hours)?",
    r"no exemptions? (?:has|have) been (?:applied|used|engaged)",
    r"(?:we|the force) (?:have )?(?:interpreted|taken|read) [\"“'‘]?child(?:ren)?[\"”'’]?"
    r" (?:as|to mean)(?: an?| any)? (?:persons?|people|anyone|someone)(?: aged)? under(?: the age"
    r" of)? 18",
)
_SENTENCES = (
    # the law
    r"(?:the|this) (?:act|legislation|law) (?:allows?|gives?|requires?|provides?)\b.{0,60}"
    r"\b(?:20|twenty) working days\b.{0,60}",
    r"(?:unless (?:an )?exemptions? appl(?:y|ies), )?(?:the|our) (?:first|second|other) duty\b"
    r".{0,180}",
    r".{0,80}\bstatutory duty\b.{0,120}\bcopyright\b.{0,80}",
    r"there is no charge for (?:this|the|providing this) (?:information|request|response|service)",
    # how to complain, and whom to write to
    r"your attention is drawn to\b.{0,120}\b(?:rights?|procedures?|review|complaints?)\b.{0,60}",
    r"(?:(?:please |you (?:can|may|should) |alternatively,? ?(?:please )?)+"
    r"(?:write|contact|phone|telephone|ring|call|e-?mail)|write|phone|telephone)"
    r"(?: (?:or|and) (?:write|phone|telephone|contact|call|e-?mail))*"
    r" (?:to|us|me|the|our|your|at|on)\b.{0,120}",
    r"letters? should be addressed to\b.{0,120}",
    r"(?:should|if)(?:, after .{1,60},)? you (?:have|need|require|wish|would like|are|remain|feel"
    r"|think|disagree|want)\b.{0,120}\b(?:contact|write|review|complain|complaints?|appeal|hesitate"
    r"|let (?:me|us) know|information commissioner|telephone|call|e-?mail)\b.{0,140}",
    r"(?:you (?:should|must|can|may)|any (?:such )?(?:request|complaint|appeal)|requests?"
    r"|complaints?|appeals?|letters?)\b.{0,80}\bwithin (?:\w+|\d+)(?: \(\d+\))?"
    r" (?:working |calendar )?(?:days|weeks|months)\b.{0,100}",
    r"ask to have the decision looked at again|that person will be able to discuss the decision\b"
    r".{0,80}",
    r"(?:we|the force) (?:will )?publish(?:es)? (?:our|a|its) disclosure log\b.{0,60}",
    r"(?:your )?(?:rights?|how) (?:to|of) (?:(?:an?|request|ask for|internal) )*(?:reviews?"
    r"|appeals?|complain|complaints?)\b.{0,30}",
    # who signed, and how to reach the police
    r"(?:(?:temporary|acting|deputy|assistant|detective|chief|the) )*(?:constable|superintendent"
    r"|inspector|sergeant|solicitor)(?: [A-Z][\w.’'-]*){0,5}",
    r"(?:head|director|deputy head) of (?:(?:legal|information|corporate|business|data|records"
    r"|governance|services?|management|performance|access|rights|compliance|and|support|strategy"
    r"|communications?|disclosure|security)(?: |$))+",
    r"(?:non-?emergency|in an emergency,?(?: (?:please|always))*(?: dial| call| ring)?|emergency)"
    r"[: ]*(?:dial |call )?(?:999|101|112)",
    r"(?:registered )?(?:charity|company|vat|ico)(?: registration| registered)?"
    r"(?: (?:no|number)\.?)?[: ]*[\d ]+",
    r"(?:strictly )?private (?:and|&) confidential|(?:sent )?(?:by|via) (?:e-?mail|post)(?: only)?",
)
_REPLY = re.compile(rf"\W*(?:{'|'.join(_SENTENCES)})\W*", re.IGNORECASE)
_WITH_DATE = re.compile(rf"\W*(?:{'|'.join(_DATED)})\W*", re.IGNORECASE)
_ABOUT_DATA = re.compile(rf"\W*(?:{'|'.join(_OF_ALL)})\W*", re.IGNORECASE)
_DAY = re.compile(_DATE, re.IGNORECASE)
_IN_TIME = re.compile(
    r"\bwithin (?:one|two|three|four|six|\d)(?: \(\d\))? (?:calendar )?months\b", re.IGNORECASE
)
_CALLED = re.compile(r"\b(?:999|101|112)\b")
_LONGEST = 300  # characters


@remembered
def is_of_reply(text: str) -> bool:
    """Whether a sentence is of any reply to a request, and has no word for what is counted."""
    phrase = plain_text(text)
    if len(phrase) > _LONGEST:
        return False
    if _ABOUT_DATA.fullmatch(phrase):
        return True
    if _WITH_DATE.fullmatch(phrase):
        phrase = _DAY.sub("", phrase)
    elif not _REPLY.fullmatch(phrase):
        return False
    phrase = _IN_TIME.sub("", _CALLED.sub("", phrase))
    return not (_SPEAKS_OF_COUNTS.search(phrase) or find_dates(phrase) or has_open_count(phrase))
