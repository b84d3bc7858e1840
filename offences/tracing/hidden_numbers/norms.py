"""Words for nobody, once or twice that count no offence: "nobody of nine should be on it".

What people should do, who would not speak, and how often somebody read or heard something.
"""

from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.data_words import OF_DATA
from offences.tracing.hidden_numbers.declined import SAYS_MORE
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.nouns import OURS
from offences.tracing.hidden_numbers.roles import ROLE
from offences.tracing.hidden_numbers.scenes import speaks_of_data


def is_of_a_norm(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it says what nobody should do, who voted, or how often one read it."""
    text, at = passage.text, figure.start
    first, last = passage.sentence_bounds(at)
    if _NOBODY_MAY_GUESS.match(text, at, last) or is_in_a_norm(passage, at):
        return True
    if _NEITHER_WOULD.match(text, at, last) or _NEITHER_PROVES.match(text, at, last):
        return True
    if _NOBODY_SPEAKS.match(text, at, last):
        return not says_harm(text[first:last])
    if _NOBODY_REACTS.match(text, at, last):
        # "Kik is on it. Nobody objected"; but "Can Kik be shown? It can't, and nobody objected"
        before = first if "," in text[first:at] else passage.with_sentence_before(at)[0]
        return not within(named, (before, last))
    if _VOTED.match(text, figure.end, last):
        return True
    if _ITS_MAKERS.search(text, first, at) and _NEITHER_MAY.match(text, at, last):
        return True
    if _AND_VOTED.search(text, first, at) and _AGAINST.match(text, figure.end, last):
        return True
    if _I_NEVER.search(text, first, at) and _ONCE_HEARD.match(text, at, last):
        return not speaks_of_data(text[first:last])
    return bool(_I_READ_IT.search(text, first, at) and _SO_OFTEN.match(text, at, last))


def is_in_a_norm(passage: Passage, at: int) -> bool:
    """Whether a place is in what no child should do or feel: "nobody of nine should be on it"."""
    text, (first, last) = passage.text, passage.sentence_bounds(at)
    if any(at in range(*m.span()) for m in _NO_CHILD_SHOULD.finditer(text, first, last)):
        return True
    norms = (m for m in _NOBODY_SHOULD.finditer(text, first, last) if at in range(*m.span()))
    rests = (text[norm.end() : last] for norm in norms)
    return any(not (OF_DATA.search(rest) or says_harm(rest)) for rest in rests)


_SHOULD = r"(?:should|ought\s+to|must|needs?\s+to)"
_NOBODY_SHOULD = compiled(
    r"\b(?:nobody|no\s+one|no\s+(?:child|girl|boy|pupil))"
    rf"(?:\s+(?:(?:of|aged|under|below)\s+(?:the\s+age\s+of\s+)?{NUMBER}|that\s+(?:age|young)))?\s+{_SHOULD}\s+(?:ever\s+)?"
    r"(?:be\s+(?:on|using|allowed|given\s+(?:an?|their\s+own))\b(?![^.;]*\b(?:again|what)\b)(?!\s+(?:the|that|this|its|our)\s+(?:list|table|books?|register))"
    r"|have\s+(?:an?|their\s+own|any)\s+(?:[\w’-]+\s+)?(?:account|phone|tablet|profile|smartphone|page|app)|(?:be\s+(?:meeting|chatting\s+(?:to|with)|talking\s+to)|meet|chat\s+(?:to|with)|talk\s+to)\s+(?:strangers?|anyone|people|somebody|someone|the\s+(?:person|man|adult|stranger)\s+grooming\s+(?:them|her|him))|own|use|go\s+on|join)\b"
)
"""What no child should do: not what one "should have been" or did."""
_NO_CHILD_SHOULD = compiled(
    rf"\bno\s+(?:girl|boy|child|victim|youngster|lad)(?:,?\s+(?:and|or)\s+no\s+(?:girl|boy))?(?:\s+(?:for\s+that\s+matter|either),)?\s+(?:(?:of|aged)\s+{NUMBER}\s+)?(?:should|ought\s+to|must|needs?\s+to)\s+(?:ever\s+)?"
    r"(?:feel|fear|think|believe|suffer|blame|hesitate|worry|have\s+to|go\s+through|face|carry"
    r"|be\s+(?:made\s+to|afraid|ashamed|scared|frightened|left|blamed|embarrassed|too))\b"
    r"(?![^.;!?]*\b(?:again|this(?!\s+(?:alone|on\s+(?:his|her|their)\b))|what|that(?!\s+(?:it|they|he|she|the|no|nobody)\b)|(?:through|face|carry|suffer|of|with)\s+it)\b)"
)
"""What no child should feel, and not what one went through: "have to face that again"."""
_NOBODY_MAY_GUESS = compiled(
    rf"(?:nobody|no\s+one)\s+(?:{_SHOULD}|can|could)\s+(?:make\s+an?\s+|try\s+to\s+|have\s+to\s+)?(?:guess|speculate)\b"
)
_NEITHER_WOULD = compiled(
    rf"neither(?:\s+(?!{OURS}\b)[\w’'-]+){{1,5}}?\s+nor(?:\s+(?!{OURS}\b)[\w’'-]+){{1,5}}?\s+(?:would|could|will|can|wished\s+to|wanted\s+to|was\s+(?:willing|able|prepared|allowed)\s+to)\s+"
    rf"(?:{SAYS_MORE}|(?:say|confirm)\s+(?:anything|any\s+more|how|why|which|whether)\b)"
)
_NEITHER_PROVES = compiled(
    r"neither\s+(?:confirm|support|prove|suggest|explain|back|endorse|help|harm|praise|accept|welcome|mention(?!\w*\s+nor\s+\w+\s+(?:by|in)\b))\w*\s+(?:\w+\s+){0,2}?nor\s+(?:contradict|den(?:y|ie)|disprove|rule|reject|condemn|hinder|help|harm|blame|criticis|explain|oppose)\w*\b"
)
"""What a table or a firm does: "neither confirms nor denies it"."""
_PLACE = (
    r"(?:\s+(?:at|in|on|from|near|outside|inside)\s+"
    r"(?!it\b|them\b|(?:the|this|that|our|its)\s+(?:figures|list|table|data|numbers|release|report)\b)(?:[\w’'-]+\s*){1,3}?)?"
)
_AUX = (
    r"(?:(?:has|had|have|would|could|can|will|is|was|seems?|"
    r"seemed|ever|really|even|yet|still|quite|able|willing|free|available|prepared|allowed|to|there|else)\s+)*"
)
_NOBODY_SPEAKS = compiled(
    rf"(?:nobody|no[\s-]one|none\s+of\s+(?:us|you|my\s+\w+|our\s+\w+))\b{_PLACE}\s+{_AUX}(?:"
    r"(?:(?<=\bwould\s)|(?<=\bcould\s)|(?<=\bwill\s)|(?<=\bcan\s)|(?<=\bto\s)|(?<=\bever\s))(?:tell|told|talk(?:ed|s)?|spoken?|speak|explain(?:ed|s)?|warn(?:ed|s)?|taught|teach(?:es)?|asked|asks|rang|wrote|answer(?:ed)?|show(?:n|ed)?)\s+(?:to\s+)?(?:me|us|him|her|you|my\s+\w+|our\s+\w+|the\s+(?:panel|committee|council|meeting|press|paper|reporters?|parents))\b"
    rf"|(?:(?<=\bwould\s)|(?<=\bcould\s)|(?<=\bwill\s)){SAYS_MORE}"
    r"|(?:heard|heard\s+of|know|knew|knows|remembers?|understands?|sure|quite\s+sure)\s+(?:of|what|how\s+to|why|where|when|which|whether|the\s+(?:word|name|rules|answer))\b"
    r"|(?:say|said|explain|confirm|discuss)\s+(?:when|why|whether|how\s+many|how\s+much|what|which)\b"
    r"|(?:guess|work\s+(?:it\s+)?out|deduce|do\s+the\s+(?:sums?|subtraction|maths|arithmetic))\b"
    r"|heard\s+of(?=\s*[.,;!?\"”]))"
)
"""Who says or knows nothing: "nobody at school has ever talked to us"."""
_NOBODY_REACTS = compiled(
    r"(?:nobody|no\s+one)\s+(?:argued|objected|disagreed|laughed|clapped|volunteered|applauded|protested|complained|yawned|giggled|minded|(?:fell|was)\s+asleep|walked\s+out|(?:ever\s+)?checks)"
    r"(?=\s*[.,;!?”\"]|\s*\Z)"
)
_VOTED = compiled(
    r"\s+for,?\s+(?:and\s+)?[\w-]+\s+against\b|(?:\s+(?:of\s+them|members|councillors|people|pupils|governors|MPs|MSPs|students))?\s+(?:voted|abstained|(?:backed|opposed|supported|signed)\s+(?:the|an?)\s+(?:motion|petition|letter|pledge|ban|plan|amendment|bill|call))\b"
)
_AND_VOTED = compiled(r"\b(?:voted?|ballot|motion)\b[^.;]*\s(?:for|to|in)\b[^.;]*(?:\band|,)\s+\Z")
_AGAINST = compiled(r"\s+(?:were\s+|voted\s+)?against\b(?=\s*[.,;!]|\s*\Z)")
_ITS_MAKERS = compiled(rf"\b(?:its|our|their)\s+(?:\w+\s+)?{ROLE}\b")
_NEITHER_MAY = compiled(
    r"neither\s+(?:is|are|has\s+been|will\s+be|was)\s+(?:yet\s+)?allowed\b(?![^.;]*\b(?:again|now|since)\b)"
)
_I_NEVER = compiled(r"\b(?:I|he|she)\b[^.;:]{0,60}\bnever\s+\Z")
_ONCE_HEARD = compiled(r"once\s+(?:heard|regretted)\b")
_I_READ_IT = compiled(
    r"\b(?:I|we|she|he)(?:[’']ve|\s+have|\s+has|\s+had)?\s+(?:now\s+)?(?:read|been\s+through|gone\s+through|checked|watched|skimmed|leafed\s+through)\s+"
    r"(?:the|this|that|their|its|your)\s+(?:\w+\s+)?(?:report|release|leaflet|letter|notes?|document|page|article|paper|guide|footnotes?|film|book|bulletin)\s+\Z"
)
_SO_OFTEN = compiled(
    r"(?:once|twice|(?:two|three|four|five)\s+times)(?=\s*[.,;!?]|\s+(?:and|but|now|over|already|this)\b)"
)
