"""Sentences beside figures that change none of them: remarks, which need no question.

A sentence that names no part of what was asked for (a time, some ages, a place, a body, another
thing that is counted), gives no number, and says of nothing that it was left out, added or changed
is a remark. One that speaks of the counts themselves must do so in words that are all known, for
what they are asked for, recorded, looked up and given by; what else one says is of no count.
"""

import re

from offences.returns.labels.accused_words import names_accused
from offences.returns.labels.cell_counts import NOTE_MARKS, remembered_years
from offences.returns.labels.changing_words import CHANGES, FORCE, PLAIN
from offences.returns.labels.counted_units import counts_victims
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.making_dates import is_of_making
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.labels.years import find_dates, labels_in, parse_year

_FEWEST = 4  # words
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should"
    r"|must|cannot|means|mean(?= (?:that|the)\b)|runs?"
    r"|comes?|came|covers?|contains?|shows?|gives?|holds?|follows?"
    r"|takes?|took|makes?|adds?|includes?|searched|looked|used|records?|measures?|please|hope"
    r"|extracted|retrieved|taken|accurate|correct|provides?|completes?|explains?|contact|listed"
    r"|trust|located|details|outlines?|displays?|summari[sz]es?|belongs?|depends?|refers?|relates?|applies|apply|needs?)\b",
    re.IGNORECASE,
)
_COUNTED = r"(?:crimes?|offen[cs]es?|victims?|children|child|cases|records)"
_ABOUT = rf"(?:{_COUNTED}|figures?|numbers?|counts?|totals?|data|tables?)"
_FORCES = r"(?:(?:the|any|all|each|other|different|individual|police) )*forces?(?: areas?)?"
_WITH_OTHERS = (
    r" (?:with|to|between|across|against)(?: (?:those|figures|numbers|data|responses?|of|from|the"
    r"|other|any|police|forces?|areas?|each|countries|you|may|receive))*"
)
_NOT = r"(?:(?:should|must|can|may|could|do|does|is|are)(?: not|n[’']t)|cannot|not)"
_IDLE = re.compile(  # what says nothing of which counts were taken
    # how the figures may be used, beside those of others
    r"\b(?:(?:should|must|can|may|could|do|does|is|are|has|have|was|were)(?: not|n[’']t)|cannot"
    r"|not)(?: (?:be|been|directly|necessarily))* (?:comparable|used for comparisons?(?: purposes)?"
    rf"|audit\w*|measure|publish\w*|quoted)(?!\w)(?:{_WITH_OTHERS})?"
    rf"|\b(?:{_NOT} )?(?:be )?compar(?:ed?|ing|isons?)(?: (?:these|this|the|those|our) {_ABOUT})?"
    rf"(?:{_WITH_OTHERS})?(?= (?:should|must|with|as|because)\b|\W*$)"
    r"|\b(?:made|used|treated|compared|interpreted|viewed|read|considered) with (?:care|caution)\b"
    r"|\b(?:care|caution) (?:should|must|needs to) be (?:taken|used|exercised|applied)\b"
    # that forces record in their own ways
    rf"|\b{_FORCES} (?:(?:may|can|might|will|all|each) )*(?:record|use|have|capture|collect)s?"
    r"(?: (?:their|the|these|such|crimes?|offences|data|figures|information))*"
    r" (?:differently|different(?= (?:\w+ )*(?:systems?|practices?|methods?|ways?)\b))"
    r"|\b(?:systems?|practices?|methods?|procedures?|processes)(?: used)? (?:(?:may|can|might|will)"
    rf" )?(?:differ|vary|varies)(?: (?:between|across|from) {_FORCES}(?: to force)?)?(?=\W|$)"
    # by which rules, and in which year, all crimes are counted
    r"|\b(?:counted|recorded) (?:in (?:accordance|line) with|under|according to|by) (?:the )?"
    r"(?:(?:home office|national|police|counting|crime|recording|general) ?)*"
    r"(?:rules|standards?|guidance)\b|\b(?:criteria|rules|standards) (?:is|are) set nationally\b"
    rf"|(?:\bcounted )?\b(?:in|by|for|is) the (?:financial )?year (?:in which|when|that) (?:it|they"
    rf"|the {_COUNTED}) (?:was|were|is|are) recorded\b"
    # that victims are those who were asked for, and that figures of a system in use change
    r"|\b(?:all |the )*victims? (?:is|are|was|were) (?:all |those |the |children |persons )*"
    r"(?:aged )?(?:under|below) (?:the age of )?18(?=\W*$)"
    r"|\bnot (?:yet )?(?:reached|had|turned) (?:\w+ )?(?:18|eighteenth birthday)\b"
    r"|\b(?:(?:may|can|could|might|will) (?:be (?:subject|liable) to )?(?:change|differ|vary"
    r"|fluctuate|be (?:updated|reviewed))|(?:is |are )?subject to (?:(?:\w+al|constant|regular) )?"
    r"changes?|(?:is|are) (?:constantly |continually |regularly )?updated)"
    r"(?: (?:over|in|with) time| at a later date| (?:as|because|since) (?:the |this |it |our |a )*"
    r"(?:(?:crime|recording|police|computer) )*(?:system |database )?is (?:a )?live(?: system"
    r"| database)?| as (?:\w+ ){0,2}(?:investigations?|enquiries|crimes?|offen[cs]es?"
    r"|records?|cases?) (?:progress|continue|develop|change|(?:are|is) (?:being )?(?:updated"
    r"|reviewed|investigated))\w*"
    r"| (?:if|when) (?:the |a |this |same )*(?:search|query|report|request) (?:is|was|were)"
    r" (?:re-?)?(?:run|made|repeated)(?: again)?(?: (?:at|on) a(?:nother)? (?:later |different )?"
    r"(?:date|time|day))?)?(?= ?(?:[.,;]|$))"
    rf"|\b(?:may|might|will) not (?:match|agree with|be the same as) (?:the |those )?(?:{_ABOUT})"
    r"(?=.* at a (?:later|different|future) (?:date|time)\W*$)|\bat a (?:later|different|future)"
    r" (?:date|time)(?=\W*$)|\btaken into account\b"
    r"|\b(?:a |the )?child(?:ren)? (?:is|are|means?|refers? to)(?: defined as)? (?:an? |any |all )?"
    r"(?:persons?|people|individuals?|anyone|those|victims?|someone) (?:who (?:is|are|was|were) )?"
    r"(?:aged )?(?:under|below|younger than) (?:the age of )?(?:18|eighteen)(?: years(?: old| of"
    r" age)?)?"
    r"(?=\W*$)"
    # that an offence is online, and each crime one by the rules
    r"|\b(?:committed )?(?:in (?:full|whole)|wholly|fully)(?:,| and| or)+ (?:in )?part(?:ly"
    r"|ially)?\b"
    r"|\b(?:counting|recording) rules\b(?: (?:for|of|state|say|that|crime|recording|,))*,?"
    r" (?:one|each|a) (?:crime|offen[cs]e) (?:is|was) (?:recorded|counted) (?:per|for each"
    r"|for every) victim\b|\b(?:one|each) (?:crime|offen[cs]e) is (?:counted|recorded"
    r"|shown)"
    r" (?:per|in each|on each|for each) (?:row|line)\b"
    r"|\bwhether or not (?:they|it) (?:were|was|are|is|have been|has been) (?:solved"
    r"|detected)(?=\W*$)"
    # of other forces
    r"|^police forces in the (?:United Kingdom|UK)(?= (?:are|use|have|do|record)\b)"
    r"|\bcannot comment on (?:the )?\w+ (?:of|used by|in) (?:any )?other (?:police )?forces?\b"
    # where the table is
    r"|^(?:response: ?)?(?:please )?(?:see|refer to)(?: the| our)? (?:next|other|second|attached"
    r"|enclosed"
    r"|following) (?:sheets?|tabs?|pages?|tables?|worksheets?)(?=\W*$)"
    # why, and what is not given away
    r"|\b(?:(?:in order )?to |(?:would|could|may|might|will) )?(?:not )?"
    r"(?:protect|identify)(?:ing)? (?:(?:the )?(?:identit(?:y|ies)|privacy) of )?"
    r"(?:any |an? |the |those )?(?:\w+ )?(?:child(?:ren)?|individuals?|victims?|persons?|people)"
    r"(?: (?:involved|concerned))?(?=\W*$)"
    r"|\b(?:quoting (?:the |our |your )?)?(?:reference|unique) (?:number|reference)\b"
    r"|\bany (?:further |other |more )?(?:queries|questions)\b"
    r"|\bno personal (?:data|details|information)\b"
    # of each offence, and of no other thing
    r"|\b(?:crimes|offen[cs]es)(?: (?:is|are|were|have|been|counted|recorded|shown|given))*,?"
    r" (?:and )?(?:not|rather than) (?:of )?(?:the )?(?:numbers? of )?(?:victims|suspects|incidents"
    r"|persons|people|individuals|reports|offenders|perpetrators|defendants|complaints|convictions"
    r"|prosecutions|charges|arrests|cautions|outcomes|detections|sanctions|investigations)"
    r"(?: (?:convicted|charged|arrested|prosecuted|made|detected|brought))?(?=\W*$)"
    r"|\b(?:each|every)(?= (?:\w+ )?(?:offen[cs]e|crime)\b)",
    re.IGNORECASE,
)
_ZERO = re.compile(  # “Zero means that no offences were recorded”
    r"(?=.*\b(?:zeros?|0|nils?)\b)"
    rf"(.*)\b(?:no(?= (?:recorded |such )?(?:{_COUNTED}|figures?)(?: (?:was|were|are|is|had been))?"
    r"(?: recorded| found)?\W*$)|(?:nothing|none)(?= (?:(?:was|were) )?(?:recorded|found)\W*$))",
    re.IGNORECASE,
)
_TAKEN_IN = re.compile(  # “… has been included”, where all before it is what was asked for
    r"(.*)\b(?:has|have|is|are|was|were)(?: been)? (?:all )?(?:included|counted)\W*", re.IGNORECASE
)
_TAKES_IN = re.compile(  # “The figures include all crimes with a cyber flag”
    rf"\b({_ABOUT}) (?:includes?|contains?|covers?|shows?) (?:all|every)"
    r"(?= .*\b(?:on-?line|cyber|internet)\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    # left out, added, changed
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|unable|impossible|lack\w*|fail\w*"
    r"|incorrect\w*|halved?|cancel\w*|no-crim\w*"
    r"|add(?! up\b)|subtract\w*|deduct\w*|minus|divid\w*|multipl\w*|double"
    r"|withdrawn?|mis-?(?:typed|count\w*|record\w*|class\w*|enter\w*|s\w*)"
    r"|left (?:off|aside|out)|add(?:ed|ing|itional(?:ly)?|ition|itions)|extra|further|another"
    r"|elsewhere|separate\w*|own (?:table|sheet|file)|mov(?:ed|ing)|in place of|scaled|blur\w*"
    r"|random\w*|perturb\w*|swap\w*|alter\w*|merg\w+|lost|destroy\w*|delet\w*|drop(?:ped|s)?|cut"
    r"|continu\w*|more(?! (?:about|information|help|details?)\b)|second|next|wait\w*|grow\w*"
    r"|skip\w*|forg[eo]t\w*|overlook\w*|late|delay\w*|await\w*|outstanding|to follow|remain\w*"
    r"|still|yet|again|twice|double\w*|once|unless|but"
    r"|redact\w*|suppress\w*|withh[eo]ld\w*|hidden|exempt\w*|refus\w*|substitut\w*|assum\w*"
    r"|(?:to|yet to|be|being|under) (?:be )?(?:confirm(?:ed)?|verif\w+|validat\w+|finali[sz]\w+)"
    r"|guess\w*|predict\w*|project(?:ed|ions?)|proxy|instead|alone|just|solely|purely)\b|n[’']t\b"
    # some of them
    r"|\b(?:most|mostly|some|few|several|majority|minority|half|thirds?|quarters?|parts?|partly"
    r"|proportion|rest|others|mainly|largely|nearly|almost|typical\w*|certain|selected|chosen)\b"
    # a time
    r"|\b(?:christmas|easter|summer|winter|autumn|weeks?|months?|quarters?|fortnight"
    r"|since|until|till|onwards?|began|begins?|begun|start(?:s|ed|ing)?|ends?|ended|ending"
    r"|launch\w*|rolled|live from|(?:last|first|latest|current|previous|final|recent|earlier"
    r"|later|next|past|prior|older|newer|early) (?:\w+ )?(?:years?|half|part|periods?|figures?"
    r"|data|counts?|returns?|answers?|responses?|replies|reply|versions?|tables?|releases?)"
    r"|finish\w*|lockdown|pandemic|covid\S*)\b"
    # a place or body
    r"|\b(?:districts?|divisions?|stations?|towns?|villages?|cit(?:y|ies)|boroughs?|parish\w*"
    r"|north\w*|south\w*|east\w*|west\w*|central|locally|neighbou?r\w*|rural|urban|abroad|overseas"
    r"|foreign|schools?|prisons?|hospitals?|universit\w+|councils?|partners?|agenc(?:y|ies)"
    r"|both|constabularies)\b"
    # another thing that is counted, or another way
    r"|\b(?:charges?|courts?|trials?|prosecutors?|sentenced|witness\w*|families|households"
    r"|devices?|images?|accounts|face[ -]to[ -]face|words?|key ?words?|by hand|percent\w*"
    r"|rates?|averages?|per|hundreds?|thousands?|dozens?|millions?|times)\b"
    # an offence or an app
    r"|\b(?:rapes?|assault\w*|groom\w*|indecen\w+|incit\w+|exploit\w*|voyeurism|exposure|incest"
    r"|traffick\w+|prostitution|pornograph\w+|blackmail|harassment|stalking|facebook|instagram"
    r"|snapchat|whatsapp|tiktok|youtube|twitter|kik|roblox|discord|meta)\b"
    # a sex, and an age at another time
    r"|\b(?:(?:fe)?males?|boys?|girls?|men|women|sons?|daughters?|new(?:ly)?|old|former(?:ly)?)\b"
    r"|\b(?:when|time|date)\b(?: \w+){0,3} report(?:s|ed)?\b"
    # what a mark or a look stands for
    r"|\b(?:dash(?:es)?|hyphens?|blanks?|empty|stars?|asterisks?|symbols?|n/?a|nils?|crosse?s?"
    r"|brackets?|yellow|red|green|gr[ea]y|blue|orange|amber|bold|italics?|shaded|shading"
    r"|highlight\w*|colou?r\w*|underlin\w*)\b"
    # when the crimes were committed
    r"|\b(?:years?|dates?|days?|periods?)\b.*\b(?:committed|occur\w*|happen\w*|t[ao]o?ke?n? place)"
    # a limit, but for the age of all children
    r"|\b(?:fewer|less|under|below|over|above|between|up to|at least|at most|exceed\w*)(?: than)?"
    r" (?:the age of )?(?!18\b|eighteen\b)(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\b\d+ ?(?:to|and|or|-) ?\d+\b"
    # a part of the table
    r"|\b(?:rows?|columns?|cells?|lines?) \d"
    # a number of them
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    rf"|forty|fifty)\b(?! (?:\w+ ){{0,2}}(?:days?|sheets?|worksheets?|tabs?|tables|pages?|parts))"
    # figures, or what is said of them, that are elsewhere
    r"|\b(?:caveats?|(?:foot)?notes? \d+|qualifications|limitations)\b.*\b(?:in|of|on|with)"
    r" (?:the|our|an?|my) (?:[\w-]+ ){0,2}(?:letter|e-?mail|response|reply|document|file"
    r"|attachment)\b"
    rf"|\b{_ABOUT}(?: [\w’'-]+){{0,6}} (?:given|shown|provided|listed|set out|held|is|are)"
    r"(?: \w+){0,2} (?:in|on|with|by) (?:an?|another|our|the(?: (?:accompanying|covering|main))?)"
    r" (?:\w+ )?(?:letter|document|file|e-?mail|attachment|spreadsheet|workbook)s?\b"
    r"|\b(?:(?:letter|document|file|e-?mail|attachment|annex)s? (?:for|has|have|gives?|contains?)"
    r"|(?:other|another|next|separate|second) (?:sheet|tab|table|page)s? for) (?:(?:the|all|our) )?"
    rf"(?:\w+ ){{0,2}}{_ABOUT}\b",
    re.IGNORECASE,
)
_SPEAKS_OF_COUNTS = re.compile(
    rf"\b(?:(?:of|to|from) the (?:above|below)|{_COUNTED}"
    r"|case|figures?|numbers?|counts?|counted|totals?|data|rows?|columns?|tables?"
    r"|sums?|crime|offending|abuse|means?|meant|denotes?|stands? for)\b"
    r"|^(?:these|they|those|all|it)\b",
    re.IGNORECASE,
)
_MARK = re.compile(rf"[{NOTE_MARKS}<>=]|(?<!\w)-(?!\w)")
_LINK = (
    r"(?:that|which|who|whose|whom|where|with|in|from|by|at|on|of|for|involv\w+|against|via"
    r"|through|within|outside|inside|near|among|during|between|to)"
)
_LIMITED = re.compile(  # “crimes by officers”
    rf"(?=\b(?:{_ABOUT}|those)(?: (?:is|are|was|were|has|have|had|been|be|being))*"
    rf"(?: {_LINK})+ ((?:[\w’'-]+ ?){{1,6}}))",
    re.IGNORECASE,
)
_KNOWN = re.compile(  # what counts are asked for, recorded, looked up and given by
    r"(?:asked|given|held|holds?|shown?|shows|called|made|taken|prepared|search\w*|databases?"
    r"|systems?|record(?:s|ing)?|rules?|counting|counted|purposes?|each|every|any|own|same|ways?"
    r"|different(?:ly)?|accordance|line|their|them|they|those|it|he|she|his|her|who|whose|whom|when"
    r"|whether"
    r"|there|here|how|also|so|than|if|would|will|should|can|could|may|must|do|does|did|had"
    r"|being|you|your|we|us|i|document|best|knowledge|disclosed?|releas\w*|publish\w*|retriev\w*"
    r"|extract\w*|obtain\w*|collat\w+|compiled|produced|generated|queried|interrogated|pulled"
    r"|drawn|ran|run|correct|accurate|accuracy|operational|dynamic|complete|according|rows?|columns?|cells?|headings?|names?"
    r"|classification|kind|accompanying|covering|covers?|letter|means?|meant|contains?|zeros?"
    r"|statistics|whole|entire|crime|live|snapshot|based|queries|available|supplied|provided|sent"
    r"|way|order|general|sums?|up|adds?|recordable|notifiable|standards?|national|rule"
    r"|request(?:ed)?|applicants?|comes?|came|what|be|aware|note|use[ds]?|using|entered|marked"
    r"|ticked|set|dates?|recorded|reported|alphabetical|spreadsheet|workbook|answer(?:ed)?"
    r"|response|full|fully|values?|concerning|trust|located|answers?|details?|outlines?|displays?|summari[sz]es?|checked|quality|assured|approved|understood|treated|listed|apply"
    r"|applies|follow|follows|following|unchanged|integrity|within|about|element|sheet|birthday"
    r"|shared|read|matter|accepts?|liability|help|policing|younger"
    r"|together|routinely|required|provides?|government|bodies|various|carried|efforts?|ensure"
    r"|presented"
    r"|however|although|though|because|therefore|consequence|important|today|large|sources?"
    r"|inevitable|limitations?|collection|process(?:es)?|criteria|relevan\w+|ad|hoc|requests"
    r"|interpret\w*|disclaimer|administrative|titles|completes|explains?|explanation|review|ask"
    r"|marker"
    r"|term|meaning|definition|markings?|responses?"
    r"|final|top|bottom|out|as|into|over|has|have|having|becomes?|became)",
    re.IGNORECASE,
)
_OF_WORK = re.compile(  # who gives them, and to whom: though a crime may be by or against such
    r"(?:one|members?|staff|team|unit|analysts?|analytics|department|officers?|document|law"
    r"|enforcement|public|sector|personal|covering|website|interest|thank|hope|good|faith"
    r"|somebody|contact|please|further|national|manager|disclosure|another)",
    re.IGNORECASE,
)
_OF_OFFICE = (
    r"(?:Home|Office|Information|Rights|Business|Intelligence|Insight|Access|Disclosure|FOI"
    r"|Freedom|Commissioner|National|Statistics|Data|Crime"
    r"|Performance|Analysis|Corporate|Legal|Governance|Compliance|Management|Records?|Request)"
)
_NAMED = re.compile(  # a law, a document, an office or a system by its name, and no place
    r"\b(?:[A-Z][\w’'-]*(?: (?:of|for|and|the|[A-Z][\w’'-]*))* )?(?:Licence|License|Act|Rules?"
    r"|Codes?|Regulations|Standards?|Guidance|Policy|Order|Classification)\b"
    rf"|\b(?:(?:{_OF_OFFICE}|of|for|and) )*(?:Office|Unit|Team|Department|Commissioner)\b"
    rf"(?:(?: (?:of|for|and|the))+(?: {_OF_OFFICE})+)?"
    r"|\b(?:called|named|uses|system|database|extract\w* (?:from|using|via)|quer\w+|interrogat\w*)"
    r" (?!from\b)[A-Z][\w’'-]*"
    r"|\b[A-Z][\w’'-]*(?:,| \([^()]*\),?| is| which is)* (?:a|our|the)"
    r" (?:(?:live|crime|recording|records?|management|computer|force|database|main) )*"
    r"(?:system|database)\b"
)
_CAPITAL = re.compile(r"(?<=[\w,;:)’'-] )(?<!\. )[“‘(]?([A-Z][\w’'-]*)")
REACHED = re.compile(  # by telephone, e-mail or on a page of the web
    r"(?<![\w/])(?:\+44|0)\d[\d ()-]{7,13}\d(?!\d)|\S+@\S+|\b(?:https?:|www\.)\S+", re.IGNORECASE
)
_SEARCHED = re.compile(  # the day on which somebody looked
    r"\b(?:search\w*|ran|runs?|extract\w*|retriev\w+|obtained|taken|collated|prepared|produced"
    r"|made|checked|sent|received|dated|correct|system|pulled|drawn|download\w*|generated"
    r"|quer\w+)\b(?:(?!\brecorded\b|\bcommitted\b)[^,;]){0,60}"
    r"\b(?:on|at|date(?: (?:is|was|of))?)(?: the)? *$"
    r"|\b(?:extracted|retrieved|generated|downloaded|queried|accurate|correct)(?: as (?:of"
    r"|at))?:? *$",
    re.IGNORECASE,
)


def is_sentence(text: str) -> bool:
    """Whether a text says something, rather than names what is near it."""
    return text.count(" ") >= _FEWEST - 1 and bool(_VERB.search(text))


def without_names(text: str) -> str:
    """A text without forces, laws, offices and systems by their names, and places on the web."""
    return _NAMED.sub("~", FORCE.sub("~", REACHED.sub("~", text)))


@remembered_years
def is_remark_alone(text: str) -> bool:
    """Whether a sentence is a remark, by the words that it has and has not."""
    phrase = REACHED.sub(" ", in_fewer_words(text))
    if not is_sentence(phrase) or _MARK.search(phrase) or _names_time(phrase):
        return False
    said = _ZERO.sub(r"\1~", _IDLE.sub("~", phrase), count=1)
    said = _TAKES_IN.sub(r"\1 ", said)
    if (taken := _TAKEN_IN.fullmatch(said)) and not any(map(_is_unread, _words(taken[1]))):
        said = taken[1]
    said = without_names(said)
    changes = CHANGES.search(said) or _WORDS.search(said) or names_some_ages(said)
    other = counts_victims(said) or names_accused(said)
    unknown = _SPEAKS_OF_COUNTS.search(said) and any(map(_is_unread, _words(said)))
    return not (changes or other or unknown or _names_place(said) or _limits(said))


@remembered_years
def says_otherwise(text: str) -> bool:
    """Whether a sentence says so with a word that no remark has: “This is the old table”."""
    phrase = in_fewer_words(text)
    if not is_sentence(phrase):
        return False
    for moment in reversed(find_dates(phrase)):
        phrase = f"{phrase[: moment.start]}~{phrase[moment.end :]}"
    for _, _, start, end in reversed(labels_in(phrase)):  # a year is no band of ages
        phrase = f"{phrase[:start]}~{phrase[end:]}"
    return bool(_WORDS.search(without_names(_IDLE.sub("~", phrase))))


def _names_time(phrase: str) -> bool:
    """Whether a year or a month is named that is not in the date on which somebody looked."""
    rest = phrase
    for moment in reversed(find_dates(phrase)):
        before = phrase[: moment.start]
        if not (moment.year and (is_of_making(before) or _SEARCHED.search(before))):
            return True
        rest = f"{rest[: moment.start]}~{rest[moment.end :]}"
    year = parse_year(rest)
    return bool(year and (year.label or year.several))


def _names_place(said: str) -> bool:
    """Whether a name is in the words that is none of a law, a document or a system."""
    first = re.match(r"[^\W\d_][\w’'-]*", said)
    names = [*_CAPITAL.findall(said), *([first[0]] if first else [])]
    return any(map(_is_unread, names))


def _limits(said: str) -> bool:
    """Whether words tell some crimes from others: “crimes by officers”."""
    behind = (word for found in _LIMITED.finditer(said) for word in _words(found[1]))
    return any(_is_unread(word) or _OF_WORK.fullmatch(word) for word in behind)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'-]*", text)


def _is_unread(word: str) -> bool:
    return not is_plain(word)


def is_plain(word: str) -> bool:
    """Whether a word is one of those that remarks and titles are made of."""
    plain = re.sub(r"[’'](?:s)?$", "", word)
    known = PLAIN.fullmatch(plain) or _KNOWN.fullmatch(plain) or _OF_WORK.fullmatch(plain)
    return known is not None
