"""The number of offences against children of the most common age, given beside that age."""

from offences.tracing.binding.categories import RECORDED
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled

_MODE_WITH = compiled(
    r"(?:(?:[’']s|,(?=\s+(?:[\w’'-]+\s+(?:\w+\s+){1,2}age,|(?:and|but|by|both|share[sd]?|tie[sd]?|(?:are|were)\s+(?:tied|level|joint))\s)))?\s+(?:[^.;:\d]|\d{4}/\d\d){0,130}?)?"
    r"(?:,?\s+(?:(?:noted|recorded|given|named|logged|seen)\s+)?(?:with|at|in|on|accounting\s+for|making\s+up|behind)\s+(?:\w+\s+)?"
    r"|\s*\((?:with\s+)?|:\s+(?:there\s+(?:were|are)\s+|it\s+(?:was|is)\s+(?:noted|recorded|given|named|logged|seen)\s+(?:in\s+)?)?)"
    r"|[:,;]?\s+[^.;:\d]{0,60}?\b(?:that|it|which)\s+(?:was|is)\s+the\s+age\s+(?:given|recorded|noted|logged)\s+"
    r"(?:in|for)\s+"
    r"|,\s+which\s+(?:appear(?:s|ed)|feature[sd]|c(?:omes|ame)\s+up|was\s+(?:given|recorded|noted|logged))\s+in\s+"
    # "13, both here (25 offences) and in England (413)"
    r"|,?\s+both\s+[^.;:\d]{1,60}\(\d[\d,]*(?:\s+[a-z]+)?\)\s+and\s+[^.;:\d]{1,60}\(\s*"
    # "13 was the peak; that is so for England, where it accounts for 413"
    r"|[^.\d]{0,120}?\b(?:it|which|that\s+age)\s+(?:account(?:s|ed)\s+for|ma(?:de|kes?)\s+up|has|had"
    r"|(?:comes?|came|crop(?:s|ped)?|turn(?:s|ed)?)\s+up\s+in|appear(?:s|ed)\s+in|feature[sd]\s+in)\s+"
    r"(?:(?:just|only|some|about)\s+)*"
    # "Thirteen was the most common age. It was recorded in 48", "… Here it was 48 offences"
    r"|[^.;:\d]{0,70}[.;:]\s+(?:(?:here|locally|nationally|there|(?:in|across|for)\s+(?:the\s+)?[^.;:,\d]{1,40}),?\s+)?"
    r"(?:it|that\s+age|that)\s+(?:was|is|c(?:omes|ame)\s+up|appear(?:s|ed)|feature[sd])\s+"
    rf"(?:{RECORDED}\s+)?(?:in\s+|for\s+)?(?:(?:just|only|some|about)\s+)*"
)

# "It was most often 14; there were 27 such offences"
_SO_MANY, _SUCH = (
    compiled(
        r"[^.;:\d]{0,60}[.;:,–—-]+\s+(?:and\s+)?(?:there\s+(?:were|are)|(?:[\w’'-]+\s+){1,3}(?:recorded|logged|counted"
        r"|registered|saw|had))\s+(?:(?:just|only|some|about)\s+)*"
    ),
    compiled(
        r"\s+(?:such\s+(?:offences|cases|crimes|records|reports|incidents|victims|children)|(?:offences|cases|crimes)\s+(?:involving|against|on)\s+"
        r"(?:children\s+(?:of|at)\s+)?(?:that|this)\s+age|(?:victims|children)\s+(?:of|at)\s+(?:that|this)\s+age)\b"
        r"(?!\s+(?:in\s+(?:all|total)|altogether|overall)\b)"
    ),
)


# "13 came up more than any other, 19 times"
_COMMA, _TIMES = (
    compiled(
        r"(?:\s+(?:the\s+)?(?:most|more)\b[^.;:,\d]{0,40}|\s+(?:was|is)\s+(?:the\s+)?most\b[^.;:,\d]{0,30}"
        r"|\s+c[ao]mes?\s+up[^.;:,\d]{0,40})?,\s+(?:(?:appearing|coming\s+up|named|noted|recorded|given)\s+)?"
    ),
    compiled(r"\s+times\b(?!\s+(?:an?|per|each|every|as|more|the|over|in)\b)"),
)


def of_mode(scene: Scene, figure: Candidate) -> NamedCategory | None:
    """The age of a mode whose number this is: "The most common age was 13, with 112"."""
    text = scene.passage.text
    leads = (_MODE_WITH, _SO_MANY) if _SUCH.match(text, figure.end) else (_MODE_WITH,)
    leads = (*leads, _COMMA) if _TIMES.match(text, figure.end) else leads
    ages = (
        age
        for end, age in scene.modes.items()
        if any(each.fullmatch(text, end, figure.start) for each in leads)
    )
    return next(ages, None)
