"""Numbers that count nothing: sums of money, times of day, pages, items, parts of words."""

import re
from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.ages_of_groups import is_age_of_a_group, is_of_a_school_year
from offences.tracing.hidden_numbers.nouns import DECLINING, OF_NO_PERSON, OF_OFFENCES
from offences.tracing.hidden_numbers.times_of_day import is_a_time

_NEAR = 300
"""How far from a number the words may be that say what it is."""


def counts_nothing(passage: Passage, figure: Candidate) -> bool:
    """A sum of money, a time of day, the number of an item, a part of a set phrase."""
    text, start, end = passage.text, figure.start, figure.end
    before = text[max(0, start - _NEAR) : start]
    is_pronoun = _PRONOUN.search(f"{before}{text[start:end]}") and _PRONOUN_ENDS.match(text, end)
    return bool(
        is_pronoun
        or (_OFFENCES_WHERE.search(before) and _ONE_WAS_NOTED.match(text, start))
        or (_NAMED_BESIDE.search(before) and _ONE_WITH.match(text, start))
        or (_WANTS_IT.search(before) and _DOUBLED.match(text, start))
        or _TWICE_A_LETTER.match(text, start)
        or (_MET.search(before) and _SO_MANY_TIMES.match(text, end))
        or _COMPOUND.match(text, end)
        or _COMPOUND.search(text, start, end)
        or (figure.value == 18 and _UNDER.search(before) and not _COUNTED_NEXT.match(text, end))
        or _is_each(text, start)
        or (_IS_FIRST.search(before) and _THINGS_TO_DO.match(text, end))
        or _NEITHER.match(text, start)
        or _NEITHER_IS_GIVEN.match(text, start)
        or (_CELLS_ARE_HIDDEN.search(before) and _ONE_OF_THEM.match(text, start))
        or (figure.value > _FEW and _WHETHER_AMONG.search(before) and _IS_NOT_SAID.match(text, end))
        or (_NOT_IN_A_TABLE.search(before) and _NEITHER_ARE.match(text, start))
        or _GROWN.match(text, start)
        or _MONEY.search(before)
        or _LABEL.search(before)
        or _IDIOM.match(text, start)
        or _ONE_TOO_MANY.match(text, start)
        or _is_of_asking(passage, figure)
        or _is_a_time_or_an_age(passage, figure, before)
        or (_HIRES.search(before) and _TO_WORK.match(text, end))
        or (_is_of_those_asked(before) and _THREE_KNEW.match(text, end))
        or _IN_A_WORD.match(text, end)
    )


def _is_a_time_or_an_age(passage: Passage, figure: Candidate, before: str) -> bool:
    """A year, a time of day, or the age of a group: "until 1991", "You must be 13"."""
    text, end = passage.text, figure.end
    return bool(
        (figure.value in _YEARS and _IN.search(before) and _ENDS_HERE.match(text, end))
        or is_a_time(passage, figure)
        or is_of_a_school_year(passage, (figure.start, end))
        or is_age_of_a_group(passage, figure)
    )


def _is_each(text: str, at: int) -> bool:
    """Whether all are meant that were counted: "Each of these is a child"."""
    said = _EACH_IS_A_CHILD.match(text, at)
    return said is not None and said[0][:3].casefold() not in ("one", "of ")


def is_of_a_whole_table(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a table is said to be of all: "Kent, all offences. 2020/21: 40"; of no part of it."""
    text, (first, _) = passage.text, passage.sentence_bounds(figure.start)
    if any(m.slot.kind != "age" for m in within(named, (first, figure.start))):
        return False
    if OF_OFFENCES.search(text, first, figure.start):
        return False  # "the list of victims goes from eight to 17"
    all_of = _ALL_OFFENCES.match(text, figure.start)
    return bool(all_of and _THEN_A_YEAR.match(text, all_of.end()))


def _is_of_asking(passage: Passage, figure: Candidate) -> bool:
    """Whether somebody asked for a number, or declined to answer, so many times; no victim."""
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    if not _SO_MANY_TIMES.match(text, figure.end) or _OF_PERSONS.search(text, first, figure.start):
        return False
    if _WROTE_TO_US.search(text, first, figure.start):
        return True
    if _WE_TRIED.search(text, first, figure.start) and _SO_OFTEN_ALONE.match(text, figure.end):
        return True
    if _OF_PERSONS.search(text, figure.end, last):
        return False
    spoke = _SPOKE.search(text, max(first, figure.start - _NEAR), figure.start)
    behind = _FOR_SOMETHING.match(text, figure.end)  # "asked twice for pictures"
    return bool(spoke and _FOR_AN_ANSWER.search(text, figure.end if behind else first, last))


def _is_of_those_asked(before: str) -> bool:
    """Whether it counts those whom we asked: "I asked nine colleagues and only …"; no victims."""
    asked = _WE_ASKED.search(before)
    return asked is not None and not _OF_PERSONS.search(asked[0])


_THEN_A_YEAR = re.compile(r"\s*[.:,;]?\s+(?:19|20)\d\d[/–-]\d\d\s*[:=|–-]")
_YEARS = range(1900, 2100)
_IN = compiled(r"\b(?:in|until|till|since|by|before|after|(?:goes|dates?|went)\s+back\s+to)\s+\Z")
_OFFENCES_WHERE = compiled(
    r"\b(?:offences|cases|crimes|records|files|reports|those)\s+(?:where|(?:in|for)\s+which)\s+(?:(?:officers|police|staff)\s+(?:wrote|noted|recorded|put|took)\s+)?\Z"
)
_ONE_WAS_NOTED = compiled(
    r"one\s+(?:down\b|(?:is|was)\s+(?:known|recorded|noted|named|given|stated|logged|identified|established|entered|(?:noted|written|put)\s+down)\b(?!\s+(?:as|to)\b))"
)
_NOT_GIVEN = (
    rf"{DECLINING.pattern}|\b(?:given|published|printed|shown|released|disclosed|taken\s+out)\b"
)
_NAMED_BESIDE = compiled(
    r"\b(?:figure|number|count|entry|row|column|cell|line)\b[^;]{0,100}(?:\b(?:and|or|nor|protect)\s+(?:for\s+)?|\.\s+)\Z"
)
_ONE_WITH = compiled(
    rf"the\s+ones?\s+(?:for\b|with\b(?=[^.;]*(?:{_NOT_GIVEN})))(?![^.;,]*\b(?:is|was)\s+{NUMBER})"
)
_ALL_OFFENCES = compiled(r"(?:all|every)\s+(?:of\s+)?(?:the\s+)?(?:offences?|cases?|crimes?)\b")
_COMPOUND = compiled(
    r"\s+o[’']clock\b|[-‐‑](?:minute|hour|day|week|digit|mile|page|acre|seat|metre|foot|word|part|storey|strong|year(?=\s+(?:sentence|prison|jail|term|ban|plan|project|scheme|contract|grant|deal|trend|comparison|history|chart)))\b"
)
_UNDER = compiled(r"\b(?:under|over|until|till)\s+\Z")
_COUNTED_NEXT = compiled(r"\s+(?:offences|cases|crimes|victims|children|girls|boys|per|in)\b|\s?%")
_EACH_IS_A_CHILD = compiled(
    r"(?:(?:(?:each|every)\s+(?:single\s+)?)?(?:one\s+)?of\s+(?:those|these|them)"
    r"(?:\s+(?:offences|crimes|cases|incidents))?|(?:each|every)\s+(?:single\s+)?one(?=\s+is\s+an?\s+(?:real\s+)?\w+\s*(?:[.!]|,?[\"”’])))\s+is\s+an?\s+(?:real\s+)?"
    r"(?:child|person|life|story|family)\b(?!\s+(?:of|aged|on|under|over)\b|\s+in\s+(?:Year|(?-i:[a-z])))"
)
_THINGS_TO_DO = compiled(
    r"\s+(?:\w+\s+)?(?:things|ways|reasons|rules|ideas|facts|tips)\s+(?:to|you|we|why|that\s+every|for\s+(?:parents|teachers))\b"
)
_NEITHER = compiled(
    r"neither\s+of\s+which\s+(?:has|is|was)\s+(?:an?\s+)?(?:published|given|printed|released|shown)\b|neither\s+(?:(?:has\s+|had\s+)?(?:replied|responded|commented)\b|confirm|(?:is|are)\s+(?:the\s+ones?|that|those)|company|firm|council|charity)\b|neither\s+(?:(?:will|do|can|shall|would|should)\s+(?:(?:we|I)\b|(?:you|they|readers)\s+(?:find|see|get|read)\b)"
    rf"|(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:numbers?|figures?|counts?)\b(?=[^;]*(?:{_NOT_GIVEN})))"
)
_NEITHER_IS_GIVEN = compiled(
    r"neither(?:\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}?\s+nor(?:\s+[\w’'-]+){1,4}?)?\s+(?:is|are|was|were|has\s+been|have\s+been)\s+"
    r"(?:given|shown|printed|published|released)(?:\s+an?\s+(?:exact\s+)?(?:figure|number|count))?(?=[”\"’]?\s*[.;!]|\s*\Z)"
)
_FEW = 9
_CELLS_ARE_HIDDEN = compiled(
    rf"\b(?:cells|rows|figures|numbers|counts|categories|lines|columns)\b[^.;\d]{{0,60}}?(?:{DECLINING.pattern})[^.;\d]{{0,20}}?\band\s+(?:the\s+)?[\w’'-]+\s+(?:is|are)\s+\Z"
)
_ONE_OF_THEM = compiled(r"(?:one\s+of|among)\s+(?:them|these|those)\s*[.;!]")
_WHETHER_AMONG = compiled(
    r"\bwhether\s+(?:an?|any|the)\s[^.;,]{1,60}?\s(?:is|was|are|were)\s+(?:among|one\s+of|in|part\s+of)\s+(?:the\s+|those\s+)?(?:[\w-]+[’']s\s+)?\Z"
)
_IS_NOT_SAID = compiled(
    r"\s+is\s+(?:something|a\s+(?:question|matter|thing|detail)|what)\b[^.;,]{1,60}?\b(?:neither\s+confirm\s+nor\s+deny"
    r"|(?:(?:will|would|can|could)\s*not|\w+n[’']t)\s+(?:say|confirm|discuss|answer|disclose))[”\"’]?\s*(?:[.!]|\Z)"
)
"""Whether a child of a part is among all: what is not said gives no number of it."""
_NOT_IN_A_TABLE = compiled(
    r"\b(?:(?:not|never)\s+|\w+n[’']t\s+)(?:appear|feature|shown|printed|listed|included|given)\s+(?:in|on)\s+(?:the|our|its|this|any)\s+(?:[\w’'-]+\s+)?(?:tables?|charts?|graphs?|pages?|release|bars?)\b[^.;:\d]{0,12}?\band\s+\Z"
)
_NEITHER_ARE = compiled(rf"neither\s+(?:do|does|are|is|did){OF_NO_PERSON}[^.;:,]{{2,40}}[.;]")
"""What is missing from a table, as the part before it is: nothing of its number."""
_GROWN = compiled(
    r"(?:doubl|trebl|tripl|halv)\w*\s+(?:the\s+(?:size|number)\s+of\s+)?(?:its|their|our|his|her)\s+(?:[\w-]+\s+){0,2}?(?:teams?|staff|workforce|moderators|budget|profits?|prices?|fees?|revenues?"
    r"|turnover|users?|audience|membership|offices?|grants?|funding|spending|followers|headcount)\b"
)
_MONEY = re.compile(r"[£$€]\s?\Z")
_IDIOM = compiled(
    r"(?:a\s+quarter|half|three[\s-]quarters)\s+(?:of\s+)?a\s+million\b"
    r"|(?:(?<=\bis\s)|(?<=\bare\s))one\s+(?:of\s+the\s+)?(?:main\s+|good\s+)?reasons?\b"
    r"|two\s+to\s+one(?=\s+(?:you|readers|listeners|voters|viewers)\b)"
    r"|(?<=\btwo\sto\s)one(?=\s+(?:you|readers|listeners|voters|viewers)\b)"
    r"|(?:(?<=\bpairs\s)|(?<=\bpaired\s)|(?<=\bmatches\s)|(?<=\bconnects\s)|(?<=\bputs\s))two\s+strangers\b(?=\s+(?:at\s+random|together)\b)"
    r"|(?<=\bat\s)once\b|(?<=\bfor\s)once\b"
    r"|a\s+(?:third|fourth|fifth|sixth)(?=,\s+(?-i:[A-Z][\w’'-]+\s+[A-Z]))"
    r"|(?<=\bin\s)one\s+(?:police\s+(?:area|force)|county|town|village|city)\b(?=\s*[.,;!?]|\s+alone\b)"
    r"|no\s+(?:\w+\s+){1,2}is\s+(?:ever\s+)?too\s+(?:small|minor|trivial|silly|little|slight|daft)\b"
    r"|one\s+out\b(?=\s*[.,;!])|(?:zero|0|nought)[\s-](?:tolerance|jargon|cost|fuss|charge)\b"
    r"|once-over\b|(?:nought|zero|none)\s+included\b|\w+\s+too\s+many\b|one\s+another\b"
    r"|one\s+way\s+or\s+(?:the\s+other|another)\b|(?<=\bfirst\s)half\b|(?<=\bsecond\s)half\b"
    r"|(?<=\blike\s)the\s+one\b"
    r"|(?<=\bis\s)the\s+one\s+(?:(?:that\s+)?(?:nobody|no\s+one|everyone|everybody|I|we|she|he|they|parents|teachers|most\s+people)\s+(?:(?:has|have|had)\s+(?:(?:never|ever|always)\s+)?(?:heard|worried|feared|banned)|never|always|hates?|fears?|loves?|likes?|dreads?|knows?|warns?|bans?|worr(?:y|ies))|to\s+watch)\b"
    r"|(?<=\bin\s)one\s+force\s+area\b|one[-\s]to[-\s]one\b|one\s+day\b"
    r"|half[-\s](?:term|time|past)\b"
)
_ONE_TOO_MANY = compiled(r"(?:[\w’'-]+\s+){1,5}?(?:is|was|are|would\s+be)\s+one\s+too\s+many\b")
_PRONOUN = compiled(
    r"\b(?:this|that|last|latest|next|first|second|third|previous|new|old|smaller|larger|bigger|lower|higher|right|wrong|same|each|every|quick|tricky|easy|hard|English|England|Welsh|Wales|Scottish|Scotland|UK|national)\s+one\Z"
)
_PRONOUN_ENDS = compiled(
    r"\s*(?:[.,;:!?)]|\Z)|[’']s\b|\s+(?:before|too)\b|\s+(?:left|retired|resigned)\s+(?:in|after|for)\b|\s+(?:(?:is|was|has|does|did|would|could)(?:n[’']t)?|will|can|and|or)\b"
)
_SPOKE = compiled(
    r"\b(?:ask(?:ed|ing)?|declin(?:ed?|es|ing)|refus(?:ed?|es|ing)|rang|phoned|wrote\s+to|e-?mailed)\s+(?:(?!from\b|by\b)[\w’'-]+\s+){0,4}\Z"
)
_FOR_SOMETHING = compiled(r"(?:\s+times)?\s+(?:for|to)\b")
_WROTE_TO_US = compiled(
    r"\b(?:wrote|written)\s+to\s+(?:us|you|me|them|(?:this|the)\s+(?:newspaper|paper|editor|council|company))\s+\Z"
)
_FOR_AN_ANSWER = compiled(
    r"\b(?:numbers?|figures?|counts?|breakdown|data|comments?|interviews?|answers?|statement|repl(?:y|ies)|how\s+many|to\s+(?:say|comment|publish|release|explain)|(?:was|were|been)\s+(?:\w+\s+)?(?:refused|turned\s+down|rebuffed))\b"
)
_OF_PERSONS = compiled(
    r"\b(?:victims?|child|children|girls?|boys?|m[ae]n|strangers?|groomers?|offenders?|suspects?|abusers?|predators?|[\w-]+[-\s]years?[-\s]olds?)\b"
)
_WE_TRIED = compiled(
    r"\b(?:I|we|our\s+reporters?|this\s+(?:news)?paper)\s+(?:(?:have|had|has)\s+)?(?:asked|tried|rang|phoned|wrote|e-?mailed)(?:\s+(?!(?:from|by|and|it|was|were|told|that|which|said|had|but|of|with)\b)[\w’'-]+){0,6}\s+\Z"
)
_SO_OFTEN_ALONE = compiled(
    r"(?:\s+(?:times|occasions)|(?<=twice))(?=\s*[,.;!?]|\s+(?:in|since|before|last|this)\s)"
    r"(?![^.!?]*?[,.;:!?–—-][”\"’]?\s+(?:(?:and|but|so|well|yes)[\s,]+)*(?:(?:that|this|which|it)(?:[’']s|\s+(?:is|was|has|had))|(?:so|as|that|this)\s+(?:many|often)|(?:just|exactly|equally|quite)\s+(?:as|so|that)|the\s+same)\b)"
)
"""How often the press asked: "Our reporter asked about Kik on three occasions"."""
_WANTS_IT = compiled(r"\b(?:wants?|wanted|would\s+like)\s+(?:to\s+see\s+)?(?:it|that|this)\s+\Z")
_DOUBLED = compiled(r"(?:doubled|trebled|tripled|halved)(?=\s*[.,;!?])")
_TWICE_A_LETTER = compiled(
    r"(?:once|twice)\s+(?:the|our)\s+(?:[\w’-]+\s+)?(?:school|head|PTA|academy|council|club)\s+(?:has|have)\s+(?:sent|written)\s+(?:letters|emails|e-mails|newsletters|home)\b"
)
_SO_MANY_TIMES = compiled(r"\s+(?:times|occasions)\b|(?<=once)\b|(?<=twice)\b")
_MET = compiled(
    r"\b(?:council(?:lors)?|committee|board|cabinet|parliament|assembly|governors|trustees|forum|choir|club|society)"
    r"\s+(?:has\s+|have\s+|had\s+)?met\s+(?:only\s+|just\s+)?\Z"
    r"|\b(?:asked|invited|booked)\b(?:(?!\b(?:each|every)\b)[^.!?]){0,60}\b(?:visit|talk|assembly|lesson|session|speak)\b(?:(?!\b(?:each|every)\b)[^.!?]){0,30}[.!?]\s+(?:they|s?he)\s+(?:came|visited|spoke)\s+\Z"
)
_WE_ASKED = compiled(
    r"\b(?:I|we)\s+(?:asked|wrote\s+to)\s[^.;]{2,120}?(?:\.\s+|\s(?:and|but)\s+)(?:(?:only|just)\s+)?\Z"
)
_THREE_KNEW = compiled(
    r"\s+(?:knew|agreed|answered|replied|disagreed)\b(?!\s+(?:(?:to|with)\b|(?:the|their|an?|his|her)\b))"
)
_HIRES = compiled(
    r"\b(?:hir(?:e[sd]?|ing)|employ(?:s|ed|ing)?|(?:taken|took|takes)\s+on)\s+(?:up\s+to\s+|about\s+|another\s+|some\s+)?\Z"
)
_TO_WORK = compiled(
    r"\s+(?:\w+\s+)?(?:people|staff|workers|moderators|engineers)\b(?!\s+(?:who|aged|on|via|whose)\b)"
)
_IS_FIRST = re.compile(r"(?:\A|[.!?:\n]\s*|[Hh]ere are\s+)[\"“‘]?\Z")
_LABEL = compiled(
    r"\b(?:mother|father|mum|dad)-of-\Z|\b(?:carried|passed|lost|defeated|won|approved|rejected)\s+(?:by\s+)?\w+\s+votes\s+to\s+\Z|\b(?:recommendation|motion|lesson|unit|session|module|stage|item|episode|(?<=,\s)part|pages?|(?:callers?|calls?|listeners?|guests?)\s+on\s+line|chapter|appendix|annex|para(?:graph)?s?|section|room|question|(?-i:Class))[\s-]+\Z|\broom\s+for\s+\Z|\bask\w*\s+that\s+\Z|\bwe\s+(?:can\s+|must\s+)?tell\s+\Z"
)
_IN_A_WORD = compiled(r"[-‐‑](?=,|\s+(?:and|or|to)\b)|(?<=1\d)\+(?=[^\S\n]*(?:[.,;:!?)|\n]|\Z))")
_ENDS_HERE = compiled(r"\s*[.,;!]")
