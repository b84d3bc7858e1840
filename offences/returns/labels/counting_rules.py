"""Sentences on how crimes, victims and suspects relate, whichever of them is counted.

“One offence may have more than one victim” is so of all crimes that are recorded in any force.
"""

import re

from offences.returns.labels.cell_counts import plain_text, remembered

_CRIME = (
    r"(?:recorded |reported |single |individual |given |particular )?(?:offen[cs]e|crime|record)"
)
_CRIMES = r"(?:recorded |reported |separate |different )?(?:offen[cs]es|crimes|records)"
_PERSON = (
    r"(?:child |young )?(?:victim|complainant|suspect|offender|perpetrator|defendant|child|person)"
)
_VICTIM = r"(?:child |young )?(?:victim|complainant|child)"  # by suspect, other counts are given
_PERSONS = (
    r"(?:child |young )?(?:victims|complainants|suspects|offenders|perpetrators|defendants"
    r"|children|people|persons)"
)
_MANY = r"(?:several|multiple|many|various|numerous|two or more|a number of)"
_ONE_OF = r"(?:an?|one|each|every|any|some|the same|a single)"
_MORE = r"(?:more than one|one or more|at least one)(?: (?:different|single))?"
_OF_CRIMES = rf"(?:{_ONE_OF} {_CRIME}|(?:some |many |all )?{_CRIMES}|{_ONE_OF} incident|incidents)"
_OF_PERSONS = rf"(?:{_ONE_OF} {_PERSON}|(?:some |many )?{_PERSONS})"
_MAY = r"(?:may|can|could|might)(?: also| therefore| each| sometimes| well)*"
_PLURAL = (
    rf"(?:{_MORE} (?:{_PERSON}s?|{_CRIME}s?|incidents?|children|people)"
    rf"|{_MANY} (?:{_PERSONS}|{_CRIMES}|incidents))"
)
_BETWEEN = (  # what one has of the other
    r"(?:have|have been (?:the|a) victims? of|involve|include|concern|affect|contain|relate to"
    r"|result in|lead to|comprise"
    r"|consist of|be (?:against|(?:committed|recorded|carried out|made) (?:against|by|for)"
    r"|(?:linked|connected|related) (?:to|with)|associated with|(?:the|a) (?:victims?|subjects?) of"
    r"|subject to|involved in|responsible for|named in)|commit|suffer|report)"
)
_MADE = r"(?:recorded|reported|created|logged|made known)"
_ALIKE = (  # only behind “not”: that the numbers are the same says what was counted
    r"(?:equal|match|be (?:the same as|equal to)|correspond (?:to|with)|reflect|equate to"
    r"|the same as)"
)
_UNLIKE = r"(?:be (?:higher than|lower than|greater than|different (?:from|to))|differ from|exceed)"
_CLAUSES = (
    rf"(?:{_OF_CRIMES}|{_OF_PERSONS}) {_MAY} {_BETWEEN} {_PLURAL}"
    rf"(?:,? (?:and|or|and/or) (?:vice versa|{_PLURAL}))?",
    rf"there {_MAY} be {_PLURAL}"
    rf" (?:per|for|in|to|of|on|linked to|involved in|recorded for) (?:the )?(?:{_ONE_OF} )?"
    rf"(?:{_CRIME}|{_PERSON}|incident)",
    rf"{_PLURAL} {_MAY} be (?:recorded|linked|involved|committed|named|listed|attached|associated)"
    rf" (?:for|to|in|on|by|against|with|per) (?:{_ONE_OF} )?(?:{_CRIME}|{_PERSON}|incident)",
    rf"the numbers? of (?:{_CRIMES}|{_PERSONS}) (?:{_MAY}|will|does|do|need|is|are)"
    rf" (?:not (?:necessarily |always )?{_ALIKE}|{_UNLIKE})"
    rf" (?:the |that of )*(?:numbers? of )?(?:{_CRIMES}|{_PERSONS})",
    rf"{_OF_CRIMES} (?:is|are) (?:only )?(?:counted|recorded|shown) (?:only )?once,?"
    r" (?:however many|no matter how many"
    r"|(?:regardless|irrespective) of (?:how many|the numbers? of))"
    rf" {_PERSONS}(?: (?:there are|are involved|it has|they have|(?:it|they) involves?))?",
    rf"(?:{_OF_CRIMES}|(?:the |these |all )?(?:data|figures|counts|numbers)) (?:is|are) (?:based on"
    r"|counted (?:by|on|in)|recorded (?:by|on|in)|shown by|given by|by) the"
    rf" (?:date|day|(?:financial )?year) (?:(?:on|in) which )?(?:(?:they|it) (?:was|were) )?{_MADE}"
    r"(?:,? (?:and )?(?:not|rather than) (?:(?:by|on|in) )?(?:the )?(?:date|day|year|when)"
    rf" (?:(?:of|when|on which|in which|that) )?(?:the {_CRIMES}|the {_CRIME}|they|it)?"
    r"(?: (?:was|were) committed| took place| occurred| happened)?)?",
    rf"(?:only )?(?:{_ONE_OF} )?{_CRIME} (?:is|are|must be|will be|should be)? ?(?:recorded )?"
    rf"(?:per|for each|for every) {_VICTIM}(?: (?:is|are|must be|will be) recorded)?",
)
_CLAUSE = rf"(?:{'|'.join(_CLAUSES)})"
_RULES = (
    r"(?:(?:home office|national|crime|ho) )*(?:(?:counting|recording) (?:rules|standards?)"
    r"|hocr|ncrs)"
)
_LEAD = (
    r"(?:(?:please )?(?:also )?(?:note|be aware|remember|nb|n\.b\.)[:,]? ?(?:also )?(?:that )?"
    r"|(?:it )?(?:should|must) (?:also )?be (?:noted|remembered|borne in mind)(?: that)?"
    rf"|notes?[:,]|(?:as )?(?:under|in line with|in accordance with|because of) (?:the )?{_RULES},?"
    rf"|(?:the )?{_RULES} (?:(?:state|say|require|mean|allow)s?(?: that)?|appl(?:y|ies):?)"
    r"|also,?|in addition,?)"
)
_TAIL = (
    r"(?:,? ?(?:in line with|in accordance with|as required by|under|as per|according to)"
    rf" (?:the )?{_RULES}(?: for recorded crime)?)"
)
_LINK = (
    r"(?:[,;]? (?:as|because|since|and|so|while|whilst|therefore|but)|;|\.|,| due to the fact that)"
)
_RULE = re.compile(
    rf"\W*(?:\d{{1,2}}[.)] ?|\(\d{{1,2}}\) ?)?(?:{_LEAD} ?)?{_CLAUSE}"
    rf"{_TAIL}?(?:{_LINK} {_CLAUSE}{_TAIL}?)*\W*",
    re.IGNORECASE,
)
_LONGEST = 250  # characters


@remembered
def is_counting_rule(text: str) -> bool:
    """Whether a sentence says that crimes may have several victims, victims several crimes…

    No word of it says which of them is counted here, or how often: “… and is counted for each”.
    """
    return len(text) <= _LONGEST and bool(_RULE.fullmatch(plain_text(text)))
