"""Lines that say nothing of any count: “Good morning,”, “Figures may change”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered

_GREETING = (
    r"(?:dear|hello|hi|good (?:morning|afternoon|evening|day))"
    r"(?: (?:all|both|there|team|everyone|colleagues?|applicant|sir|madam|or|sirs))*"
)
_FIGURES = r"(?:(?:all|any|these|the|this|our) )*(?:figures|data|numbers|counts|information)"
_MAY_CHANGE = (
    rf"(?:(?:please )?note (?:that )?)?{_FIGURES}"
    r"(?: (?:given|shown|provided|above|below|supplied|here))?"
    r" (?:may|might|could|can|are (?:likely|liable) to|(?:are|is|may be) subject to)"
    r" (?:future )?changes?(?: (?:over time|slightly|daily|in (?:the )?future|at any time))*"
)
_OF_REFERENCES = (  # the heading that a pivot gives its counts, one for each crime
    r"(?:distinct )?(?:count|number) of (?:(?:unique|crime|offence|record|reference|ref|urn|id"
    r"|number|no)s?[ .]*)+"
)
_SYSTEM = (  # in which figures are kept, or by which they are taken from it
    r"(?:(?:our|the|police|force|business|crime|recorded|recording|information|intelligence|data)"
    r"[ -])*(?:data ?(?:warehouse|hub|mart)|systems?|objects|intelligence|rms|cis|qlik(?: ?(?:sense"
    r"|view))?|power ?bi|tableau|cognos|sap|niche|athena|connect|dashboards?|databases?)"
)
_SOURCE = (
    rf"(?:data )?sources? ?[:-] ?{_SYSTEM}(?: ?\({_SYSTEM}\))?"
    rf"(?:(?:,| and| via| &|/) ?{_SYSTEM})*"
)
_JOINT = r"(?:a )?joint (?:response|reply|answer|return)(?: of| by| from| for)? (?:\w+ )?forces"
_IDLE = re.compile(
    rf"\W*(?:{_GREETING}|{_MAY_CHANGE}|{_OF_REFERENCES}|{_SOURCE}|{_JOINT})\W*", re.IGNORECASE
)


@remembered
def is_idle_line(text: str) -> bool:
    """Whether a whole line or sentence says nothing of which counts these are."""
    return bool(_IDLE.fullmatch(plain_text(text)))
