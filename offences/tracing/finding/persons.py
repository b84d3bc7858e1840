"""The age of one person in a text: "Linda, 42, from", "her son was 12 when", "a man of 29"."""

from offences.tracing.finding.vocabulary import COUNTED_NOUN, any_of

PERSON = any_of(
    *("(?:step|grand|god)?(?:daughter|son|mother|father|child)", "girl", "boy", "teen(?:ager)?"),
    *("mum(?:my)?", "dad(?:dy)?", "gran(?:ny|dad|dma|dpa)?", "nan", "man", "woman", "victim"),
    *("youngster", "lad", "lass", "sister", "brother", "niece", "nephew", "cousin", "twin"),
    *("wife", "husband", "partner", "friend", "uncle", "aunt(?:ie)?", "parent", "carer"),
    *("student", "pupil", "schoolgirl", "schoolboy", "(?:head)?teacher", "officer", "constable"),
    *("sergeant", "detective", "inspector", "councillor", "minister", "secretary", "worker"),
    *("abuser", "offender", "attacker", "groomer", "predator", "paedophile", "stranger"),
    *("defendant", "suspect", "leader", "coach", "driver", "nurse", "doctor", "survivor"),
    *("caller", "campaigner", "volunteer", "eldest", "oldest", "middle\\s+one", "grandparent"),
)
_PEOPLE = any_of(
    *("girls", "boys", "sons", "daughters", "kids", "children", "twins", "callers", "pupils"),
    *("students", "grandchildren", "nieces", "nephews", "friends", "lads", "teenagers"),
)
_THEN = rf"\s+(?:[\w’'-]+\s+){{0,3}}?{COUNTED_NOUN}|\s?%|\s+per\s+cent|[,.]?\d"
_WORD = (
    r"(?i:four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh"
    r"|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[-\s](?:one|two|three|four|five|six|seven"
    r"|eight|nine))?)\b"
)
_N = rf"(?:\d{{1,2}}|{_WORD})(?!{_THEN})"
_AGES = rf"{_N}(?:\s+(?:and|or)\s+{_N})?"
_WHOSE = r"(?:my|her|his|our|your|their|whose|[A-Z][a-z]+[’']s)"
_ONE = rf"(?:an?|one|the|another|former|{_WHOSE})"
_JUST = r"(?:(?:now|just|only|then|still|nearly|almost|about|already)\s+){0,2}"
_IS = r"(?:\s+(?:is|was|am|turned|turns|had\s+turned|had\s+been)|[’'](?:s|m))"
# What may follow the age of a person, but not a number of things.
_AGE_ENDS = (
    r"(?=\s*(?:[.,;:!?)\"”“’']|$)|\s+(?:when|at|and|in|then|but|that|with|by|as|before|after|now"
    r"|last|this|or|because)\b)"
)
_NAME = r"[A-Z][\w’'-]*[a-z]"
# Not "the victim was 13", which may be said of cases.
_ADULT = (
    r"(?:man|woman|(?:grand|step)?(?:mother|father)|mum|dad|abuser|offender|attacker|groomer"
    r"|predator|paedophile|stranger|defendant|teacher|officer)"
)
_SPEAKS = (
    r"(?:who|whose|said|says|told|tells|added|adds|asked|of(?!\s+(?:which|them|these|those))|from"
    r"|an?|has|had|runs|works|was|is|and\s+(?:his|her))"
)

AGE_OF_A_PERSON = "|".join(
    (
        # "He's 16 now", "who was ten in June", "I'm 14"
        rf"\b(?:[Ss]?[Hh]e|I|[Ww]ho){_IS}\s+{_JUST}{_N}{_AGE_ENDS}",
        rf"\b[Ww]hen\s+(?:s?he|I)\s+was\s+{_JUST}{_N}",
        # "At 46 she is the oldest", "I joined at 24 and", "Freya, now 19, was 13 when"
        rf"\b[Aa]t\s+{_N},?\s+(?=(?:s?he|I)\b)",
        r"(?<=, )who\s+at\s+\d\d\s+(?=(?:is|was|has)\b)",
        rf"\b(?:I|s?he)\s+(?:\w+\s+){{1,3}}?at\s+{_N}\s+(?=and\s+(?:I|s?he|have|has|was|am)\b)",
        rf"(?<=,\s)was\s+{_N}(?=\s+when\b)",
        # "Leah was 13 when", "Now 23, she visits", "whose daughter was groomed at 11"
        rf"\b{_NAME}\s+was\s+{_JUST}{_N}(?=\s+when\s+(?:an?|she|he|her|his|they|somebody|someone)\b)",
        rf"\bNow\s+{_N},\s+(?=(?:s?he|they|{_NAME})\b)",
        rf"\b(?i:{_WHOSE})\s+(?:\w+\s+)?(?i:{PERSON})\s+(?:was|had\s+been)\s+\w+ed\s+(?:online\s+)?at\s+{_N}",
        rf"\b(?i:{PERSON}|[Ss]?he|who)\s+(?:ha[sd]\s+)?(?:just\s+)?turned\s+{_N}",
        # "A girl he believed was 13"
        rf"\b(?:he|she|they|who)\s+(?:believed|thought|assumed|supposed)\s+"
        rf"(?:(?:s?he\s+)?(?:was|were)|to\s+be)\s+{_JUST}{_N}",
        rf"\b(?i:if\s+you(?:[’']re|\s+are))\s+(?:under|over)\s+{_N}",
        # "Jo (not her real name), 43, opened", "a teaching assistant, 26, was"
        rf"\([^)\d]*\),\s+{_N},",
        r"\b[Aa]n?\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+,\s+\d\d,(?=\s+(?:was|is|has|had)\b)",
        rf"\b(?:am|[’']m)\s+{_JUST}{_N}{_AGE_ENDS}",
        rf"\b[Tt]he\s+(?:eldest|oldest)\s+(?:is|was)\s+{_N}{_AGE_ENDS}",
        rf"\b(?i:{_WHOSE})\s+(?:[\w’'-]+\s+){{0,2}}?(?i:{PERSON}){_IS}\s+{_JUST}{_N}{_AGE_ENDS}",
        rf"\b(?i:{_ADULT})\s+(?:was|is|turned)\s+{_JUST}{_N}{_AGE_ENDS}",
        rf"\b(?i:{PERSON})\s+(?:was|is|were|turned)\s+{_JUST}{_N}"
        r"(?=\s+(?:when|at\s+the\s+time|and\s+(?:was|had))\b)",
        rf"\b(?i:{_WHOSE})\s+(?:[\w’'-]+\s+)?(?i:{_PEOPLE})\s+(?:is|are|was|were)\s+{_AGES}{_AGE_ENDS}",
        rf"\b(?i:{_WHOSE})\s+(?:[\w’'-]+\s+)?(?i:{_PEOPLE}),\s+{_AGES},",
        # "Claimed to be 16", "said he was 14"
        r"\b(?:claim|pretend|profess)(?:s|ed|ing)?\s+(?:to\s+be|that\s+(?:s?he|they)\s+(?:was"
        r"|were))"
        rf"\s+{_JUST}{_N}{_AGE_ENDS}",
        # "Alan Stone, 58, chair", "one officer, 29, who", "Chloe, now 17, who"
        rf"\b{_NAME}\s+(?:{_NAME}\s+)?{_NAME},\s+{_JUST}{_N}(?=[,.;!?\"”])(?!,\s+or\b)",
        rf"\b{_NAME},\s+{_JUST}{_N},(?=\s+(?:{_SPEAKS}|found|saw|knew|took|thought|felt|went|came)\b)",
        rf"\b(?:said|says|told|added|adds)\s+{_NAME},\s+{_N}(?=[,.;!?\"”])",
        rf"\b(?i:{PERSON}),\s+{_JUST}{_N}(?=[,.;!?\"”]),?",
        r"\b[A-Z]{2,},\s+\d\d(?=:\s)",  # "VOX: ELLIE, 16: …"
        rf"\b(?i:{_ONE})\s+(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+,\s+\d\d,(?=\s+(?:who|whose|said|says"
        rf"|told|adds|added)\b)",
        rf"\b{_NAME}\s+{_NAME}\s+\(\d\d\)(?=[,.]|\s+(?:from|who|said|told|says)\b)",
        # "A man of 29"; "only one boy of 13" is counted
        r"\b(?i:an?|the|another|former)\s+(?:\w+\s+){0,2}"
        rf"(?i:(?!boy|girl|victim|child|(?:grand)?(?:mother|father|parent)|mum|dad|gran"
        rf"|nan){PERSON})"
        rf"\s+of\s+{_N}(?!,?\s+(?:in|were)\b)",
        rf"\b(?i:boy|girl)\s+of\s+{_N}",
        # "They can have a phone at 14."
        r"\b(?i:they|she|he|his|her|i|you|we|who)\s(?:(?!\b(?:stood|stands?|remain\w*|peaked|put"
        r"|record\w*|number\w*|was|were|is)\b)"
        rf"[^.;,:\d]){{0,40}}\bat\s+{_N}(?=[.,;!?\"”]|$)",
    )
)
"""Where the age of a person stands who is no case of the figures."""

_SPOKEN = (
    r"my|her|his|our|your|their|whose|she|he|who|they|you|we|when|at|if|am|was|claim|pretend|said|says|told|added|adds"
    r"|profess"
)
_SOMEBODY = r"[a-z]+(?:,|\s+(?:was|is|were|turned|had|of))\s"
PERSON_START = (
    rf"(?:(?=\()|\b(?=[A-Z]|(?i:(?:an?|one|the|another|former)\b|[’']m|{_SPOKEN})|{_SOMEBODY}))"
    rf"(?=[^\d\n]{{0,70}}\d|(?i:{_SPOKEN})|{_SOMEBODY})"
)
"""Where it can begin: before a number in digits, or at a word for somebody."""
