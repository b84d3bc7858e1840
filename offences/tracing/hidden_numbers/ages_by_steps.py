"""Hidden parts that a text points at from a released one: "a year further down".

"Seven were nine. A year below that there are three": the words name an age by its steps from
another. "One app has a tenth of that": they name none, and a share of a released number tells it.
"""

from collections.abc import Iterator, Mapping, Sequence

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled

type OfKind = Mapping[str, Sequence[NamedCategory]]
"""The hidden parts of each kind."""
_FAR = 200
"""How far from the words of a step the age may stand that it is taken from."""


def ages_by_steps(
    text: str, named: Sequence[Mention[NamedCategory]], hidden: OfKind
) -> Iterator[Mention[NamedCategory]]:
    """Each hidden age that lies so many steps from one named near: "two years below those of"."""
    ages = [m for m in named if m.slot.kind == "age"]
    for match in _STEP.finditer(text):
        many = int(numbers_in(match["n"])[0].value) if match["n"] else 1
        apart = (m for m in ages if m.end <= match.start() or m.start >= match.end())
        near = [m.slot for m in apart if abs(m.start - match.start()) < _FAR]
        is_up = any(match[name] for name in ("up", "rise", "next", "after"))
        further = ((c, 1 + (many - 1) * (c.high - c.low + 1)) for c in near)
        lows = {c.high + steps if is_up else c.low - steps for c, steps in further}
        for each in hidden.get("age", ()):
            if each.low in lows or each.high in lows:
                yield Mention(*match.span("said"), age_category(each.low, each.high))


def parts_with_a_share(
    text: str, named: Sequence[Mention[NamedCategory]], hidden: OfKind
) -> Iterator[Mention[NamedCategory]]:
    """A hidden part that is but "an age", with a share of a released one, unless one is named."""
    for match in _WITH_A_SHARE.finditer(text):
        hiding = hidden.get("age" if match["age"] else "part", ())
        answers = (m for m in named if match.end() < m.start < match.end() + _FAR)
        if not any(_THAT_IS.search(text, match.end(), m.start) for m in answers):
            yield from (Mention(*match.span("said"), each) for each in hiding[:1])


_DOWN = r"(?:down|below|beneath|lower|under|younger|(?:his|her|their|its)\s+junior)"
_UP = r"(?:up|above|over|higher|older|(?:his|her|their|its)\s+senior)"
_GROUP = r"(?:age\s+)?(?:groups?|bands?|brackets?)(?!\s+(?:to|who)\b)"
_A_STEP = (
    r"(?:(?:school\s+)?years?|class(?:es)?|ages?|birthdays?|steps?|rungs?|rows?|lines?"
    rf"|notch(?:es)?|places?|ones?|{_GROUP})"
)
_STEP = compiled(
    rf"(?P<said>\b(?:an?|one|the|(?P<n>{NUMBER}))\s+(?:(?:more|whole|single|full|further|next)\s+){{0,2}}{_A_STEP}\s+"
    rf"(?:(?:further|just|directly|immediately|right|one)\s+)?(?:{_DOWN}|(?P<up>{_UP}))"
    rf"|\b(?:go|look|step|drop|move|come|going|looking|stepping|dropping|moving)\s+(?:(?:down|back|lower)|(?P<rise>up))?\s*(?:by\s+)?(?:an?|one|another|just\s+one)\s+(?:more\s+)?{_A_STEP}"
    rf"|\b(?:take|knock|shave)\s+(?:off\s+)?(?:an?|one|another)\s+{_A_STEP}(?:\s+(?:off|away))?"
    rf"|\bthe\s+(?:previous|preceding|(?:younge|lowe)r|next\s+(?:younge|lowe)st|(?P<next>(?:next|following)(?:\s+(?:olde|highe)(?:r|st))?|(?:olde|highe)r))\s+(?:{_GROUP}|ones)"
    rf"|\bthe\s+{_GROUP}\s+(?:just\s+)?(?:before|(?P<after>after)))\b"
)
_WITH_A_SHARE = compiled(
    r"(?P<said>\b(?:an|one|another)\s+(?:other\s+)?(?:(?P<age>age)|app|platform|site|game)\b)\s+(?:(?:in|on)\s+[^.;,]{1,30}?\s+)?(?:(?:that|which)\s+)?(?:with|has|had|got|gets?)\s+"
    r"(?:(?:exactly|just|only|about|roughly|nearly|barely|a\s+mere)\s+)*"
    rf"(?:half|an?\s+\w+(?=\s+(?:of|the|that)\b)|one[\s-]\w+(?=\s+(?:of|the|that)\b)|{NUMBER}\s*(?:%|per\s+cent)|{NUMBER}\s+times\s+fewer)"
    r"(?!\s+(?:limit|of\s+(?:the\s+)?(?:total|offences|cases|crimes|all)))"
)
_THAT_IS = compiled(
    r"(?:\b(?:it|that|this)(?:[’']s|\s+(?:is|was|being))\s+|[:,–—-]\s*|\bnamely\s+)(?:at\s+|the\s+|age\s+)?\Z"
)
