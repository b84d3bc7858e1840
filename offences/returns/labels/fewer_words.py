"""What officers say in many ways, given back in the few words in which it is known here.

The children and the crimes that were asked for, the order of a table, what it shows and where, and
how its counts are kept: none of these changes a count, in whichever words it is said.
"""

import re

from offences.returns.labels.cell_counts import plain_text, remembered

_OFFENCES = r"(?:offen[cs]es?|crimes?)"
_FIGURES = r"(?:figures?|numbers?|counts?|totals?|data|statistics|information)"
_TABLES = r"(?:tables?|sheets?|worksheets?|tabs?|pages?|spreadsheets?|charts?|columns?)"
_GIVEN = r"(?:shown|given|set out|provided|listed|detailed|displayed|presented|found|supplied)"
_PERSONS = r"(?:people|persons?|individuals?|those|anyone|someone|victims?|child(?:ren)?)"
_BE = r"(?:(?:is|are|was|were|being|had been) )?"
_NET = (
    r"(?:(?:the |an? |any )?(?:other )?(?:(?:computer|internet|digital|electronic|on-?line)[ -]"
    r"(?:enabled|based) (?:devices?|activit(?:y|ies)|technolog(?:y|ies)|means)|internet|web"
    r"|world wide web|on-?line|computers?(?: (?:networks?|systems?))?)"
    r"(?:,? or |, |/|(?!\w)))+"
)
_NUMBER = r"(?:question|part|q)\.? ?\d{1,2}[a-z]?"
_CHANGED = r"(?:re-?class\w+|re-?categori[sz]ed|updated|amended|reviewed|changed)"
_PART = r"(?:partly|partially|in part|part)"
_WHOLE = r"(?:in full|fully|wholly|entirely|in whole|completely)"
_MORE = (
    r"(?:(?:any|further|more|additional|other) )*(?:information|details?|queries|questions"
    r"|enquiries|concerns|help|assistance)"
)
_ALL_ORDERS = r"(?:chronological|alphabetical|date|year|numerical|descending|ascending|time)"

_SAME: tuple[tuple[str, str], ...] = (
    (r"\be-mail(s|ed)?\b", r"email\1"),
    # the children, and the crimes against them
    (
        r"\b(?:aged? )?(?:(?:under|below|younger than)[ -](?:the )?(?:age of )?(?:18|eighteen)s?"
        r"|u18s?|(?<=aged )(?:0|birth)(?: years?)? ?(?:-|to) ?17)(?: years?(?: old| of age)?)?"
        r"(?!\w)",
        "under 18",
    ),
    (r"\bunder 18 (?:means|is) (?:persons? )?(?:aged )?under 18\b", "under 18"),
    (r"\b(?:an? )?nil returns? (?=(?:means?|indicates?|is)\b)", "zero "),
    (r"\bunder 18,? at the time of the (?:offen[cs]e|crime|incident)\b", "under 18"),
    (r"\bchild(?:ren)?(?:/| or | and )young (?:persons?|people)\b|(?-i:\bCYP\b)", "children"),
    (
        rf"\b(against|involving|towards?) (?:any |all |an? |the )?(?:young )?{_PERSONS}"
        rf" (?:(?:who|that) )?{_BE}\(?under 18\)?",
        r"\1 child",
    ),
    (
        r"\b(?:where|when|in which|with) (?:an? |the |any |each )?(?:child )?victims?"
        rf" {_BE}(?:recorded as )?(?:an? )?(?:under 18|child(?:ren)?)(?! (?:and|or)\b)\b",
        "against child",
    ),
    (r"^n\.?b\.?[:.,]? (?=\w)", ""),
    (r"[‘'“\"](online|cyber|internet)[’'”\"]", r"\1"),
    (
        r"\b(question|part|table|annex|appendix|section|request) (?:one|two|three|four|five|six)\b"
        r"(?! of)",
        r"\1 1",
    ),
    (
        r"\bages? (?:(?:is|are|was|calculated|taken|given|shown|recorded|as|that) )*(?:at|on)"
        rf" (?:the )?(?:date|time) (?:of|when|that) (?:the )?{_OFFENCES}"
        r"(?: (?:was|were) committed| occurred| took place)?\b",
        "age",
    ),
    (r"\bsexual abuse\b(?! of\b)", "sexual crimes"),
    # what makes a crime one online
    (
        rf",? ?\b(?:{_WHOLE}(?:/| or | and |, )+{_PART}|{_PART}(?:/| or | and |, )+{_WHOLE}),?"
        rf"(?: (?:on|through|via|using|by|over))? {_NET}",
        " online",
    ),
    (
        rf"\b(?:through|via|using|over|by (?:means|use) of|with the use of) {_NET}"
        r"(?! (?:form|report|tool|portal))",
        "online",
    ),
    (
        r"\b(?:the )?(?:(?:reporting|investigating|recording) )*officer (?:believes|considers)"
        r"(?: that)?\b|,? ?\bon the balance of probabilit(?:y|ies),?",
        " ",
    ),
    (
        r"\bany (?=(?:(?:element|part|aspect)s? of (?:the|an?) )?(?:offen[cs]e|crime)\b)"
        r"(?=.*\bonline\b)",
        "an ",
    ),
    (r"\b(online|cyber|internet)[ -]key ?word\b(?! search)", r"\1 flag"),
    (
        rf"^(?:the |all |these )*({_OFFENCES}|records) (?:were|are|have been) (?:identified"
        r"|selected|found) (?:using|by|through|via|with)(?: (?:the|their|home office|national"
        r"|(online|cyber|cyber-?crime|internet)))+ (?:crime )?(?:flag|marker|qualifier)(?=\W*$)",
        r"\1 with \2 flag",
    ),
    (
        r"\b(flag|marker|qualifier) (?:is|was|should be|must be) (?:added|attached|applied|placed"
        r"|set)"
        r"(?: (?:to|on) (?:an?|the|each|every) (?:crime|offen[cs]e)(?: record)?)?\b",
        r"\1 is used",
    ),
    (r"\beach (?:crime|offen[cs]e) is counted (?:only )?once\b", ""),
    # in which order, and by which day
    (
        r"[ ,;(–-]*\b(?:(?:the )?(?:years|rows|columns|offen[cs]es) are )?(?:(?:sorted|listed|shown"
        r"|given) )?(?:(?:with the )?(?:most recent|latest|newest|earliest|oldest)(?: years?)?"
        r" first"
        rf"|in (?:reverse )?{_ALL_ORDERS}"
        rf"(?: {_ALL_ORDERS})? order)\b\)?(?! {_OFFENCES})",
        " ",
    ),
    (
        r"\b(based|counted|shown|grouped) (?:by|on) (?:the )?(?:(?:crime|offen[cs]e)s? )?"
        r"(?:recorded|recording) (date|year)(?=\W*$)",
        r"\1 on the \2 recorded",
    ),
    (
        r"\b(?:(?:counted|shown|grouped|given|listed|presented|based|organised) )?(?:by|on|in|under"
        r"|according to) (?:the )?(?:(?:financial|calendar) )?(?:year|date|month)"
        rf" (?:(?:on|in) which )?(?:(?:it|they|the {_OFFENCES}) )?(?:(?:was|were|of) )?"
        r"(?:recorded|recording|record)(?: by (?:the )?police)?(?!\w)",
        "recorded",
    ),
    # what a table shows, and where
    (
        rf"\b({_FIGURES}|{_TABLES}|they|these)(?: (?:below|above|provided|given|shown))?"
        r" (?:relate|refer|pertain)s? to"
        r"(?= (?:(?:the|all|numbers? of|recorded|reported|police|sexual|child|on-?line|cyber"
        r"|internet)"
        rf"[ -])*(?:flagged )?{_OFFENCES}\b)",
        r"\1 are of",
    ),
    (
        rf"\b({_FIGURES}|{_TABLES}|they|these) covers?(?: the (?:period|years?))?(?: from)?"
        r"(?= (?:\d|(?:1 )?(?:april|january)\b))",
        r"\1 are for the period",
    ),
    (
        rf"\b({_TABLES}(?: (?:below|above|attached|overleaf|here))?) (?:shows?|sets? out|lists?"
        r"|details?|provides?|contains?|presents?|displays?|outlines?|summari[sz]es?)\b",
        r"\1 gives",
    ),
    (
        rf" (?:is|are|can be) {_GIVEN} (?:(?:in|on) the (?:(?:attached|following|accompanying"
        rf"|enclosed) )?{_TABLES}(?: (?:below|above|attached|overleaf))?|below|above|here"
        r"|overleaf)(?=\W*$)",
        "",
    ),
    (rf"\bas (?:(?:in|for|per|with|asked in) )?{_NUMBER}(?!\w)", "as that"),
    (rf"\b(answer|response|reply) to {_NUMBER}(?!\w)", r"\1"),
    (r"\bparts? (?:\d{1,2}|[a-z]|one|two|three|four) of (?:the|your|our) request\b", "request"),
    (
        r"\b(?:classified|coded|grouped|named) (?:using|by|under|according to|in line with)"
        r" (?:the )?(?:(?:home office|national|official|notifiable|crime|offence) )+"
        r"(?:codes?|classifications?|list|categories|groups?)\b",
        "recorded",
    ),
    (
        rf"\b(?:{_FIGURES} )?(?:may|might|will) differ from (?:those|{_FIGURES})?(?: ?(?:previously"
        rf"|already|earlier))* ?(?:published|released)(?: {_FIGURES})?(?: (?:by the home office"
        r"|previously|elsewhere))?(?=\W*$)",
        "",
    ),
    (r"\breporting period\b", "period"),
    # where the answer is, and why some of it is not shown
    (
        r"\b(?:(?:the |your )?(?:information|data|figures|answer)(?: you)?(?: have)?"
        r" (?:requested|asked for)|(?:our|the) (?:full )?(?:response|reply|answer)"
        rf") (?:is|are) (?:{_GIVEN} )?(?:on|in) the (?:next|following|second|attached|enclosed"
        rf"|data) {_TABLES}(?=\W*$)",
        "",
    ),
    (
        # with “figures” before it, since “under 5” may be an age
        rf"(?:\b(?:{_FIGURES} )?(?:of )?(?:fewer|less|lower) than|^\W*{_FIGURES} (?:of )?(?:under"
        r"|below|smaller than)) (?:5|five) (?:are|have been) (?:not (?:shown|disclosed)"
        r"|suppressed|withheld|redacted)(?: (?:under|by virtue of)"
        r" s(?:ection)?\.? ?\d+(?:\(\w+\))*(?: of the (?:foia|freedom of information act"
        r"(?: 2000)?))?)?(?: \(personal (?:information|data)\))?"
        r"(?:,? (?:in order )?to (?:protect|prevent|avoid)(?: the)?(?: (?:identification|identity"
        r"|identities|privacy|disclosure)(?: of(?: the| any)?)?)?(?: (?:individuals|victims"
        r"|children|persons|people))?)?(?=\W*$)",
        "",
    ),
    # whom to ask
    (
        rf"\b(?:(?:for|(?:if|should) you (?:have|need|require)) {_MORE},? )?(?:please )?"
        r"(?:(?:do not hesitate to|feel free to) )?(?:contact|email|call|telephone|write to)"
        r" (?:me|us|(?:the|our) (?:[\w’'-]+ ){1,5}(?:team|unit|office|department|officer))"
        rf"(?: (?:if|should) you (?:have|need|require) {_MORE})?"
        r"(?: (?:on|at) (?:\+44|0)[\d ()-]{8,14})?(?=\W*$)",
        "",
    ),
    (
        rf"\b(?:if|should) you (?:have|need|require) {_MORE},? please quote (?:the|this|our)"
        r" reference(?: number)?(?: (?:above|below))?(?=\W*$)",
        "",
    ),
    # that figures are of all of a force, and that of a system in use they change
    (
        r"\bforce[ -]wide\b|\b(?:for|across) the (?:whole|entire) (?:of the )?force(?: area)?\b",
        "force",
    ),
    (
        rf"\b(?:{_OFFENCES}|records|{_FIGURES}|these|they) (?:can|may|might|could) be {_CHANGED}"
        r" (?:as|when|if|while|following|during|after) (?:(?:they|it|an?|the|any|new|more|further"
        r"|is|are|been|has|have) )*(?:investigat\w+|enquir\w+|information|evidence)"
        r"(?: (?:progress\w*|continues?|develops?|proceeds?|comes? to light|is received))?"
        rf"(?:,? (?:so|and|therefore)(?: (?:the|these|our))* {_FIGURES} (?:can|may|might|could)"
        r" (?:change|vary|differ)(?: over time)?)?(?=\W*$)",
        "",
    ),
)
_SAME_RES = [(re.compile(pattern, re.IGNORECASE), same) for pattern, same in _SAME]
_BEFORE_NOTES = (
    r"(?:(?:explanatory|data|technical|background|general|further|supporting|important|useful|end"
    r"|foot|user|guidance|quality|relevant|and|&)[ -])*"
)
_NOTES = (
    r"(?:notes?|footnotes?|caveats?|guidance|definitions?|glossary|explanations?|comments?"
    r"|remarks?|terms(?: used)?|abbreviations|acronyms|dictionary|disclaimers?|background"
    r"|introduction|information|methodology|read ?me|quality)"
)
_ABOUT = rf"(?:(?:the|these|this|our|all) )*(?:{_FIGURES}|{_TABLES}|response|request|terms|users?)"
_HEAD_OF_NOTES = re.compile(
    rf"(?:{_BEFORE_NOTES}{_NOTES}(?:(?:,|/| and| &)+ {_BEFORE_NOTES}{_NOTES})*"
    rf"(?: (?:to|on|about|for|of)(?: (?:accompany|use with|(?:be )?read with))?(?: {_ABOUT})?)?"
    rf"|(?:please (?:note|read|see) )?(?:(?:that )?the )?following {_BEFORE_NOTES}{_NOTES}"
    rf"(?: (?:apply|applies|relate|refer)(?: to {_ABOUT})?)?"
    rf"|about {_ABOUT}|how to (?:read|use) {_ABOUT})\W*",
    re.IGNORECASE,
)
_CHILD = r"(?:an? |any |the )?(?:child(?:ren)?|minors?|under 18)"
_DEFINES_CHILD = re.compile(
    rf"{_CHILD} ?(?:=|:|-|means?|is|are) ?(?:an? |any )?(?:(?:persons?|people|anyone) (?:aged )?)?"
    rf"{_CHILD}\W*",
    re.IGNORECASE,
)
_SERIAL = re.compile(  # of a question or a sheet
    r"(?:question|q|annex|appendix|tab|sheet|part|section|request)\.? ?(?:\d{1,2}[a-z]?|[a-h])\W*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(  # a letter goes with every answer, and each note says what it says
    r"(?:please )?(?:see|refer to) (?:(?:the|also|our) )*(?:notes?|footnotes?|glossary|definitions)"
    r"(?: (?:below|above|overleaf|tab|sheet|page))?\W*"
    r"|(?:please )?(?:see|refer to|read (?:with|alongside|together with|in conjunction with))"
    r" (?:(?:the|our|my|also|attached|enclosed|accompanying|covering|cover|response|decision|main"
    r"|disclosure|foi|formal|full|reply) )*(?:letter|response|reply)"
    r"(?: for (?:(?:further|more|full|the) )*(?:details?|information|explanations?|context|notes"
    r"|caveats|definitions|exemptions?))?\W*",
    re.IGNORECASE,
)


@remembered
def in_fewer_words(text: str) -> str:
    """A text with what it says in other words said in those that are known."""
    phrase = plain_text(text)
    for pattern, same in _SAME_RES:
        phrase = pattern.sub(same, phrase)
    return phrase if phrase == text else " ".join(phrase.split())


@remembered
def is_serial_or_definition(text: str) -> bool:
    """Whether a text is the number of a question, or says what a child is, and no more."""
    phrase = in_fewer_words(text)
    return bool(_SERIAL.fullmatch(phrase) or _DEFINES_CHILD.fullmatch(phrase))


@remembered
def heads_notes(text: str) -> bool:
    """Whether a text is the name of notes, of which each says by itself what it says."""
    return bool(_HEAD_OF_NOTES.fullmatch(plain_text(text)))


@remembered
def points_elsewhere(text: str) -> bool:
    """Whether a text says no more than that a letter, or the notes, are to be read, too."""
    return bool(_ELSEWHERE.fullmatch(plain_text(text)))
