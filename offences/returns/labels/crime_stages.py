"""Words for what became of recorded crimes: “Cancelled”, “Number charged”, “NFA”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered, remembered_years
from offences.returns.labels.label_words import clean_label, is_generic, is_total
from offences.returns.labels.years import parse_year

_CANCELLED = (
    r"(?:cancell?(?:ed|ations?)|no[- ]crim(?:ed|ing)|no[- ]crimes?|un-?crimed|annulled|void(?:ed)?"
    r"|expunged|deleted|withdrawn|struck (?:out|off)|re-?classified|transferred(?: out)?"
    r"|cancelled ?/ ?transferred|transferred ?/ ?cancelled)"
)
_LATER = (
    r"(?:charge[ds]?|charging|summons(?:e[ds])?|caution(?:ed|s)?|convict(?:ed|ions?)"
    r"|prosecut(?:ed|ions?)|detect(?:ed|ions?)|(?:sanction|non-sanction) detections?|undetected"
    r"|(?:un)?solved|cleared(?: up)?|clear[- ]?ups?|closed|open|live|filed|finali[sz]ed"
    r"|(?:positive|negative|formal) (?:outcomes?|disposals?|results?)|outcomes|disposals"
    r"|n\.?f\.?a\.?|no further action|(?:still )?under investigation|on-?going|pending"
    r"|community resolutions?|out[- ]of[- ]court(?: (?:disposals?|resolutions?))?"
    r"|(?:found )?guilty(?: pleas?)?|acquitted|acquittals?|sentenced|bailed|arrested|net)"
)
_AND = r"(?: ?[/&+] ?| (?:or|and) (?:a )?)"
_LEAD = (
    r"(?:(?:total|numbers?|nos?\.?|counts?|volume|how many|of|the|all|which|those|these|that|were"
    r"|was|have|been|being|had|are|has|later|since|subsequently|then|resulting|resulted|ending|less|minus"
    r"|ended|led|leading|in|to|with|an?|at least one|offen[cs]es?|crimes?|cases?|incidents?"
    r"|records?|investigations?|suspects?|persons?|people|victims?|recorded|reported|and|but"
    r"|o/w|police)(?: |$))*"
)
_TAIL = (
    r"(?: (?:offen[cs]es?|crimes?|cases?|incidents?|records?|recorded|investigations?|persons?"
    r"|people|suspects?|numbers?|totals?|counts?|only|to date|so far|made|issued|given|in|of|the"
    r"|same|this|that|year|period|out|against))*"
)
_STAGE = re.compile(
    rf"{_LEAD}(?P<stage>(?P<cancelled>{_CANCELLED})|{_LATER})(?:{_AND}(?:{_CANCELLED}|{_LATER}))*"
    rf"{_TAIL}",
    re.IGNORECASE,
)
_PARTS = re.compile(r" ?[()\[\]:;,]+ ?| - ")  # “Threats (cancelled)”, “Charged: number”
_AXIS = re.compile(
    r"\b(?:outcomes?|disposals?|results?|status|stages?|detections?|clearances?|finali[sz]ation"
    r"|action taken|method of disposal)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:(?:initially|originally|first|all|numbers?|nos?\.?|count|of|the|offen[cs]es?|crimes?|cases?"
    r"|incidents?|allegations?|complaints?|police|newly|new) )*"
    r"(?:recorded|reported|received|raised|created|logged|crimed|offen[cs]es?|crimes?)"
    r"(?: (?:offen[cs]es?|crimes?|cases?|incidents?|allegations?|by|to|in|with|the|police|force"
    r"|year|period|as|a|recorded|reported|crimed?))*",
    re.IGNORECASE,
)


@remembered_years
def names_stage(label: str) -> bool:
    """Whether a label or heading is of crimes of which something became: “Number charged”."""
    return any(map(_STAGE.fullmatch, _parts(label)))


@remembered_years
def names_cancelled(label: str) -> bool:
    """Whether it is of crimes that are none any more: “No-crimed”, “Threats (cancelled)”."""
    return any(found["cancelled"] for part in _parts(label) if (found := _STAGE.fullmatch(part)))


@remembered
def names_axis_of_stages(heading: str) -> bool:
    """Whether what is below a heading divides all crimes by what became of them: “Outcome”."""
    return bool(_AXIS.search(plain_text(heading)))


@remembered
def names_whole(label: str) -> bool:
    """Whether a label is of all crimes before anything became of them: “Crimes recorded”."""
    phrase = clean_label(plain_text(label)).strip(" :")
    return not is_total(phrase) and (is_generic(phrase) or bool(_WHOLE.fullmatch(phrase)))


def _parts(label: str) -> list[str]:
    phrase = clean_label(plain_text(label))
    year = parse_year(phrase)
    rest = year.rest if year and year.label and year.rest else phrase
    return [part for each in (phrase, rest) for part in _PARTS.split(each) if part]
