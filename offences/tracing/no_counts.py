"""Numbers of no offence that happened: of hidden cells, of what may be, of a family."""

from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.counted import ENDS, HAS, OF_OFFENCES, is_of_a_thing, is_of_us, words_near
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled


def is_no_fact(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """A number of cells, of markers, of what may be, or of what somebody else's class has.

    "Two of them are hidden", "a star, and there is one beside it", "no boy can be picked out".
    """
    before, after = words_near(passage, figure)
    return bool(
        (_ARE_HIDDEN.match(after) and not _LIMIT.search(before))
        or (_THERE_ARE.search(before) and _MARKER.search(before) and not is_of_us(after))
        or (_ANY.fullmatch(passage.text, figure.start, figure.end) and _MAY.match(after))
        or _NO_PART.match(after)
        or _OF_MINE.match(after)
        or (_SAID_NAME.search(before) and after[:1] in (",", ")"))
        or (_AT_TIME.search(before) and _ENDS_TIME.match(after))
        or (figure.decimals == 2 and before.endswith((" at ", "from ")) and _CLOCK.match(after))
        or (_MINE.search(before) and not OF_OFFENCES.search(f"{before} {after[:40]}"))
        or (_SURVEY.search(before) and not _OFFENCE.search(before))
        or (_OPINION.match(after) and not _OFFENCE.search(f"{before} {after}"))
        or (figure.value == 1 and ENDS.match(after) and _THEIRS.search(before))
        or _EACH_GETS.match(after)
        or _CAME.match(after)
        or _TOO_MANY.match(after)
        or (_FIGURE.search(before) and _THE_ONE.match(passage.text, figure.start))
        or (_LIMITED.search(before) or _VOTED.search(before))
        or (_HAVE.search(before) and _KIDS.match(after))
        or (_NEITHER.match(after) and _ANY.fullmatch(passage.text, figure.start, figure.end))
        or _IN_SURVEY.match(after)
        or _ANY_SHOWN.match(passage.text, figure.start)
        or (_WISH.search(before) and ENDS.match(after))
        or (_N_YEAR.fullmatch(passage.text, figure.start, figure.end) and not _OLD.match(after))
        or _ANOTHER.fullmatch(passage.text, figure.start, figure.end)
        or (_WHETHER.search(before) and not _SAID_SO.search(after))
        or _CLASS_OF.search(before)
        or (_NOBODY.fullmatch(passage.text, figure.start, figure.end) and _DOES.match(after))
        or _OF_HIDDEN.match(passage.text, figure.start)
        or (
            not within(named, passage.sentence_bounds(figure.start))
            and _is_left_out(passage, figure)
        )
    )


_BE = r"(?:is|are|was|were|has|have|stays?|remains?|must|can|could)\s+"
_ALL = r"(?:(?:both|each|all|also|been|be|too|to)\s+)*"
_ARE_HIDDEN = compiled(
    r"(?:\s+(?:of\s+(?:them|these|those|the\s+\w+)|others?|more))?(?:\s+(?:that|which))?"
    r"\s+(?:the\s+\w+\s+)?(?:"
    rf"{_BE}{_ALL}(?:not\s+)?(?:hidden|withheld|suppressed|missing|blank(?:ed)?|redacted)\b"
    rf"|(?:{_BE}{_ALL}(?:not|never)|cannot)\s+{_ALL}(?:given|shown|printed|published|released)\b"
    rf"|{_BE}{_ALL}(?:kept|left|held)\s+(?:back|out|blank|hidden)\b"
    rf"|{_BE}{_ALL}marked\s+(?:with|by)\s+an?\b)"
)
_OPINION = compiled(
    r"\s+of\s+(?:those|them|these|the\s+\w+|[a-z]+s)\b[^.;,:\"“”]{0,60}?"
    r"\b(?:said|say|told\s+us|thought|think|knew|know|believed?|felt|feel|agreed|had\s+heard|admitted|wanted)\b"
)
_THEIRS = compiled(r"\b(?:theirs?|he|she|I)\s+(?:\w+\s+)?(?:have|has|had|got)\s+\Z")
_FIGURE = compiled(r"\b(?:figure|number|count|total|row|cell|range)s?\b")
_THE_ONE = compiled(r"the\s+one\s+(?:for|of|on)\b(?!\s+(?:\w+\s+){0,3}(?:is|was|came)\b)")
_TOO_MANY = compiled(
    r"\s+(?:\w+\s+)?(?:is|would\s+be)\s+one\s+too\s+many\b|\s+(?:tolerance|too\s+many)\b"
)
_CAME = compiled(
    r"\s+(?:came(?=\s*[.,;!])|attended|(?:has\s+|had\s+|have\s+)?(?:replied|responded|answered|declined|commented)|took\s+part|joined|signed\s+up|registered|enrolled)\b"
)
_LIMITED = compiled(
    r"\b(?:places|seats|tickets|numbers)\s+(?:are|is|were|will\s+be)\s+(?:limited|restricted|capped)\s+(?:to|at)\s+\Z"
)
_VOTED = compiled(r"\bvot(?:ed?|es|ing)\s+(?:by\s+)?(?:[\w-]+\s+to\s+)?\Z")
_HAVE = compiled(r"\b(?:I|she|he|who)(?:\s+have|\s+has|[’']ve|[’']s)(?:\s+got)?\s+\Z")
_KIDS = compiled(
    r"\s+(?:\w+\s+)?(?:kids|children|sons|daughters|boys|girls)\b(?!\s+(?:aged|of|in|on|from)\b)"
)
_NEITHER = compiled(
    r"\s+[\w’'-]+(?:\s+[\w’'-]+)?\s+nor\s+[\w’'-]+(?:\s+[\w’'-]+)?\s+(?:has\s+|had\s+|would\s+|will\s+)?(?:repl|answer|respon|comment|sa[iy]|want|agree)\w*\b"
)
_IN_SURVEY = compiled(r"[^.;,]{0,40}\bin\s+(?:the|our|a|this)\s+(?:survey|poll|class|school)\b")
_ANY_SHOWN = compiled(
    r"more\s+than\s+any\s+other\b[^.;]{0,30}\b(?:publish|show|give|print|list|releas|shown|given)\w*"
)
_WISH = compiled(
    r"\b(?:would\s+like|wants?|hopes?|plans?|aims?)\s+to\s+(?:run|have|open|hire|add|hold|start|train)\s+(?:another\s+)?\Z"
)
_N_YEAR, _OLD = compiled(r"\w+[-‐‑]years?"), compiled(r"[\s-]olds?\b")
_ANOTHER = compiled(r"one\s+another")
_WHETHER = compiled(
    r"\b(?:ask|asks|asked|say|tell|know|knows|answer|wonder\w*)\b[^.;]*\bwhether\b[^.;]*\Z"
)
_SAID_SO = compiled(
    r"\b(?:said|answered|replied|confirmed)\s+(?:that\s+)?(?:it|they|there|he|she|that|no|yes)\b"
)
_CLASS_OF = compiled(
    r"\b(?:class|audience|assembly|choir|squad|team|troop|roomful|hall|coachload)\s+of\s+(?:about\s+|some\s+|over\s+)?\Z"
)
_NOBODY = compiled(r"nobody|no\s+one|none")
_DOES = compiled(
    r"\s+(?:else\s+)?(?:ever\s+|has\s+|had\s+|have\s+)?(?:check|ask|repl|answer|respond|know|knew|told|tell|said|say|notic|look|car|turn|want|need|mind|help|believ|listen"
    r"|call|rang|wrote|read|stopp|complain|object|disagree|understand|understood|explain|think|thought)\w*\b"
)
_EACH_GETS = compiled(
    r"\s+one\s+(?:of\s+\w+\s+)?(?:gets?|takes?|sees?|meets?|learns?|goes|comes|leaves|receives?|is\s+(?:given|told|asked))\b"
)
_OF_HIDDEN = compiled(
    r"(?:one|two|three|four|five|six|\d)\s+of\s+(?:those|these|them|the\s+\w+)\s+(?:(?:that|which)\s+)?(?:the\s+\w+\s+|we\s+)?(?:has|have|had|is|are|was|were)?\s*"
    r"(?:been\s+|not\s+)?(?:hidden|withheld|suppressed|missing|shown|published|given|kept|left)\b"
)
_LIMIT = compiled(r"\b(?:below|under|than|to|most|least|over|above|[<≤])\s*\Z")
_THERE_ARE = compiled(r"\bthere\s+(?:is|are)\s+(?:now\s+|just\s+|only\s+|also\s+)?\Z")
_MARKER = compiled(
    r"\b(?:stars?|asterisks?|dash(?:es)?|markers?|blanks?|gaps?|cells?|hidden|\[\w\])\b"
)
_ANY = compiled(r"no|nobody|none|neither|one|a\s+(?:single|lone|sole)|no\s+one|any|every|each")
_MAY = compiled(
    r"(?:\s+(?!(?:was|were|had|has|did)\b)[\w’'-]+){0,7}?\s+(?:can|could|should|may|might|must|will|would|ought|deserves?)\b(?!\s+(?:have|say|find|see|be\s+(?:found|said)))"
)
_NO_PART = compiled(
    r"(?:\s+of\s+(?:them|these|those))?(?:\s+[\w-]+)?\s+(?:is|are|was|were|forms?)\s+(?:not\s+)?(?:part\s+of|included\s+in|counted\s+in|in)\s+(?:the|these|those|this|our)\s+"
    r"(?:[\w/-]+\s+){0,2}(?:figures?|totals?|data|release)\b"
)
_OF_MINE = compiled(r"\s+(?:of\s+)?(?:my|our)\s+\w+")
_SAID_NAME = compiled(
    r"\b(?:said|says|told|tells|asked|adds?|added)\s+[A-Z]\w+(?:\s+[A-Z][\w’-]+)?(?:,\s+|\s+\()\Z"
)
_CLOCK = compiled(r"\s+(?:on|tomorrow|today|tonight|this|next)\b|\s*(?:[ap]m|[ap]\.m)\b")
_AT_TIME = compiled(
    r"\b(?:meets?|met|meeting|opens?|opened|speaks?|arrives?|gathers?|live|press\s+conference|doors"
    r"|(?:sessions?|events?|shows?|talks?|lessons?|class(?:es)?|programmes?|courses?)\s+(?:start|begin|end|close)s?)\b"
    r"[^.;]{0,40}\bat\s+\Z"
)
_ENDS_TIME = compiled(r"\s*(?:[.,;:!?)]|$)|\s+(?:and|on|in|with|for|to|or|sharp|tomorrow|today)\b")
_MINE = compiled(
    r"\b(?:I|we|my|her|his|she|he|who)\b[^.;]*\b(?:children|sons|daughters|grandchildren|grandsons|granddaughters|kids|boys|girls|nephews|nieces|son|daughter)\b[^.;]{0,60}\Z"
)
_SURVEY = compiled(
    r"\b(?:survey|poll|questionnaire|quiz|study)\s+of\s+(?:\w+\s+)?\Z|\b(?:surveyed|polled|questioned)\s+(?:\w+\s+)?\Z"
)
_OFFENCE = compiled(r"\b(?:offences?|crimes?|cases?|incidents?|records?)\b")


def _is_left_out(passage: Passage, figure: Candidate) -> bool:
    """ "It had one detective then. Today it has five.": of what the sentence before counts."""
    start, _ = passage.sentence_bounds(figure.start)
    before, after = words_near(passage, figure)
    if not start or not HAS.search(before) or not ENDS.match(after) or _OFFENCE.search(before):
        return False
    first, last = passage.sentence_bounds(start - 1)
    earlier = [n for n in passage.numbers if first <= n.start < last]
    return bool(earlier) and is_of_a_thing(passage.text, earlier[-1].start, earlier[-1].end)
