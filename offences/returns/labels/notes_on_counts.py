"""Sentences that plainly say that figures are no counts of all that was asked for.

“Figures are a count of victims”, “Charged offences only”, “0 represents fewer than 5”.
"""

import re

from offences.returns.labels.cell_counts import plain_text

_FIGURES = (
    r"(?:figures?|numbers?|counts?|data|values?|totals?|results?|statistics|these|this|they|it"
    r"|tables?|columns?|rows?|each (?:figure|number|count|row))"
)
_ARE = r"(?:is|are|was|were|shows?|represents?|counts?|gives?|means?|counts? of)"
_SHOW = (
    rf"(?:{_ARE}|covers?|(?:relates?|refers?|pertains?) to"
    r"|(?:is|are) (?:for|of|about|on|based on)|for|of|on)"
)
_ALL = r"(?:(?:the|an?|only|all|unique|distinct|individual|total|numbers?|counts?|of|by|child) )*"
_PERSONS = (
    r"(?:victims?|complainants?|nominals?|suspects?|offenders?|perpetrators?|persons|people"
    r"|individuals|defendants)"
)
_OUTCOMES = r"(?:arrests?|charges|convictions|detections|outcomes|disposals|prosecutions)"
_ENDED = (
    r"(?:detected|solved|charged|cleared[ -]up|convicted|finalised|closed|completed|prosecuted"
    r"|positive[ -]outcome)"
)
_CRIMES = r"(?:offen[cs]es?|crimes?|cases?|records?|incidents?|investigations?|those)"
_ONE_SEX = r"(?:females?|males?|girls?|boys?|women|men)"
_NOT_SAID_OF = r"(?!(?:['’]s?|-)| (?:aged?|under|ages?|sex|gender|details|who|where|whose))"
_LEAD = r"(?:(?:all|the|please|note|nb|n\.b\.|that|recorded|above|below)[ :,-]+)*"
_THERE = r"(?: (?:here|above|below|shown|given|provided|in (?:this|the) \w+))*"
_NO_MORE = r"(?! (?:and|or) (?:un|not )| in \w+ \d| (?:can|may|are|is|have|has|was|were)\b)"
_OTHERS = re.compile(
    rf"^{_LEAD}(?:{_FIGURES}{_THERE} {_ARE}|counts? of) {_ALL}{_PERSONS}\b{_NOT_SAID_OF}{_NO_MORE}"
    rf"|^{_LEAD}(?:{_FIGURES}{_THERE} {_SHOW}|counts? of) {_ALL}"
    rf"(?:{_OUTCOMES}|{_ENDED} {_CRIMES})\b{_NO_MORE}"
    # only those with an outcome
    rf"|(?<!\bnot )\bonly (?:the )?(?:{_CRIMES} )?(?:(?:that|which|who) )?"
    r"(?:(?:were|was|are|have been|had"
    rf"|with|resulting in|resulted in|led to|an?|been) )*(?:{_ENDED} {_CRIMES}|{_OUTCOMES}\b"
    rf"|charge\b|(?:were|was|been) {_ENDED}\b)|^{_ENDED} {_CRIMES} only\b"
    # of one sex, or not online, or a sample
    rf"|\b{_FIGURES}\b{_THERE} {_SHOW}(?: only| the| of| for"
    rf"| to)* {_ONE_SEX}(?: (?:victims?|children|{_CRIMES}))? only\b"
    rf"|\b(?:includes?|including) (?:\w+ ){{0,3}}{_CRIMES} (?:(?:that|which|who) )?(?:(?:were|was"
    r"|are|is|may|might|be) )*not (?:be )?(?:online|on the internet|cyber|flagged)"
    r"|\b(?:is|are|was|were) (?:only )?an? (?:[\w-]+ )?sample\b|\bsample only\b"
    r"|\b(?:shown|given|expressed|presented|displayed|is|are) in tens\b",
    re.IGNORECASE,
)
_ZERO = r"(?:[\"“'‘]?0[\"”'’]?|zero(?:e?s)?|nil|noughts?)"
_HIDDEN = (
    r"(?:fewer|less|under|below|between|up to|as many as|<|≤|1 ?(?:-|–|to)|small number|low number"
    r"|suppress\w*|with?held|redacted|hidden|not (?:known|held|recorded|available))"
)
_ZERO_IS_NO_ZERO = re.compile(
    rf"\b(?:figures?|values?|counts?|numbers?|cells?)? ?(?:of |with )?(?<![\w.]){_ZERO}(?![\w.])"
    r"(?: (?:values?|figures?|cells?|counts?))?(?: ?[=:–-]|(?: (?:is|are|was|were))?"
    r" (?:represents?|means?|denotes?|indicates?|shows?|shown|used|given|stands? for|are|is|may))"
    rf"(?:,? \w+){{0,5}}? ?{_HIDDEN}"
    rf"|\b{_HIDDEN} (?:than )?(?:\d+|five|ten|three) (?:\w+ ){{0,3}}?(?:as|by|with|to) (?:an? )?"
    rf"{_ZERO}(?!\w)",
    re.IGNORECASE,
)
_NO_ZERO = re.compile(r"\b(?:no|none|not a zero|true zero|actual zero)\b", re.IGNORECASE)
_BLANK_IS_ZERO = re.compile(
    r"\b(?:blanks?|empty)(?: (?:cells?|spaces?|fields?|entries|boxes))? (?:\w+ ){0,2}?"
    r"(?:denotes?|means?|represents?|indicates?|is|are|equals?|shows?|stands? for|as|=)"
    r"(?: \w+){0,3}? (?:0|zero(?:e?s)?|nil|none|no)\b(?! (?:data|information|record))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<=[a-z)\d][.!?;]) +|\n|, (?:not(?! only)|rather than|instead of|and not)\b"
)


def says_other_counts(text: str) -> bool:
    """Whether a sentence says that figures are of victims, suspects, one sex or some crimes."""
    return any(map(_OTHERS.search, _SENTENCE.split(plain_text(text))))


def says_zero_is_hidden(text: str) -> bool:
    """Whether a sentence says that 0 may stand for a few, or for what is not shown."""
    found = map(_ZERO_IS_NO_ZERO.search, _SENTENCE.split(plain_text(text)))
    return any(each and not _NO_ZERO.search(each[0]) for each in found)


def says_blank_is_zero(text: str) -> bool:
    """Whether a sentence says that cells without anything in them are zeros."""
    return bool(_BLANK_IS_ZERO.search(plain_text(text)))
