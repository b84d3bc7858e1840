"""Words for a quantity, as the gate of hidden numbers reads them, and what is none."""

import re

from offences.tracing.finding.numbers import NUMBER, WORDS
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES

ORDINALS = {
    **{"fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10},
    **{"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15},
    **{"sixteenth": 16, "seventeenth": 17},
}
"""Words for the place in a row, of an age or of a share."""
COUNTED = (
    r"(?:offences?|cases?|crimes?|incidents?|reports?|victims?|children|child|girls?|boys?|pupils?|kids?|youngsters?|them"
    r"|these|those|[\w-]+[-\s]years?[-\s]olds?)"
)
_HARMED_BY = (
    r"(?:offenders?|suspects?|abusers?|predators?|perpetrators?|groomers?|m[ae]n|wom[ae]n|adults?)"
)
_SO_OFTEN = (
    rf"\b(?:once|one|an?\s+(?:[\w-]+\s+){{0,3}}?(?:offence|crime|case|report|child)(?:\s+\w+|\b[^.;:,\d]{{0,80}}?\s(?:recorded|logged|abused|groomed|targeted|raped|blackmailed|harmed|approached)\b[^.;:,\d]{{0,40}}?)?)(?:\s+in)?\s+every\s+"
    rf"(?:(?:{NUMBER}|few|other|couple\s+of)\s+)?(?:weeks?|fortnight|months?|quarter|year)\b"
    r"|\b(?:was|were)\s+(?:\w+\s+){1,2}?(?:(?:once|twice)\s+(?:an?|each|per)|every)\s+"
    rf"(?:{NUMBER}\s+)?(?:weeks?|fortnight|months?|quarter|year)\b"
)
_ONE_NTH = (
    r"\b(?:an?|one|two|three)[\s-]"
    r"(?:seventh|ninth|eleventh|twelfth|\w+teenth|\w+tieth|hundredth)s?\b"
)
_ON_FINGERS = (
    r"(?:\bcount\w*\b[^.;]{0,40}\b(?:fingers?|hands?)|\b(?:fingers?|hands?)\b[^.;]{0,20}\bcount\w*)"
)
SO_OFTEN = compiled(rf"{_SO_OFTEN}|{_ONE_NTH}|{_ON_FINGERS}")
AHEAD = compiled(r"\s+(?:ahead|behind|more|fewer|less|above|below)\b")
FIRST_OF_ALL = compiled(
    r"\b(?:[a-z]+est|most|least|(?:sm|l)aller|larger|higher)\s+of\s+(?:the|these|those|all)\s+\Z"
)
ELSEWHERE = compiled(r"\b(?:outside|elsewhere|beyond|rest|others?|all\s+but|except)\b")
OURS = compiled(r"\b(?:we|us|ours?|my|mine|I|here|local\w*|hereabouts)\b")
"""Words of one who speaks for the force or of its place."""
SOME_OF_OURS = compiled(
    r"\b(?:we|us|ours?|my|I|here|local\w*|near\w*|close|home|some|several|many|most|few|among|includ\w*|too|also"
    r"|as\s+well|even|every|each|all|both|any|forces|areas?|everywhere|throughout|across(?!\s+the\s+(?:(?:two|three|four|whole)\s+)?(?:countr(?:y|ies)|nations?)\b)|spread|shared?|split|this|such|not|no)\b"
)
"""What may say of a number of all forces that a part of it is of the text's own."""
OUTSIDE = compiled(
    r"\b(?:outside|other\s+than|except(?:\s+for)?|excluding|but\s+not\s+in)\s+(?:the\s+)?\Z"
)
NO_OTHER_NEAR = compiled(
    r"no\s+other\s+(?:app|platform|site|game|age|network|service)\s+(?:comes?|came|was|is|gets?|got)\s+(?:even\s+|anywhere\s+|remotely\s+)?(?:near|close)(?=\s*[:.,;!])"
)
"""What is said of the others behind a part that leads: "no other app came close"."""
THE_SAME_AS = compiled(
    r",?\s+(?:exactly\s+|just\s+|which\s+is\s+)?(?:the\s+same\s+(?:\w+\s+)?(?:as|that)|as\s+many\s+as)\b"
)
AT_LARGE = compiled(
    r"\b(?:when|where|as|since|because|before|after|until|while|that|which|how)\s+(?:police\s+)?\Z"
)
PART_OF_A_NUMBER = compiled(
    r"(?:half|double|twice|treble|triple|(?:an?|one|two|three)[\s-](?:third|quarter|\w+th)s?|\w+\s+times)(?:\s+(?:the|its|that|their))?"
    rf"|{NUMBER}\s?(?:%|per\s?cent|pc)|\w+\s+(?:in|out\s+of)\s+\w+"
)
QUANTITY = compiled(
    rf"{_ON_FINGERS}\b|\b(?:\w+ty|hundred|\d+)[-\s]?fold\b"
    r"|\bno\b(?=\s+(?:files?|forms?|records?|entry|entries|reports?)\s+(?:at\s+all\s+)?(?:(?:in|on)\s+which|where|whose|with|without|lack\w*|miss\w*)\b)"
    rf"|\bno\b(?=\s+(?:(?!(?:of|to|for|in|on|by|from|with)\b)[\w’'-]+\s+){{0,3}}?(?:{COUNTED}|{_HARMED_BY})\b)"
    r"|\b(?:all|most|every|each|several)\b(?=\s+(?:(?:but|bar|save|except)\s|one\b|(?:of\s+)?(?:the\s+|these\s+|those\s+"
    r"|our\s+)?(?:offences?|cases?|crimes?|incidents?|victims?|them|these|those)\b"
    rf"|of\s+(?:the|these|its|our)\s+(?:[\w’'-]+\s+){{0,2}}?{COUNTED}\b))"
    r"|\b(?:several|most)\b(?=\s+of\s+(?:the|these|its|our|[\w-]+[’']s)\s+(?:[\w’'-]+\s+){0,4}?(?:offences?|cases?|crimes?|incidents?|victims?)\b)"
    rf"|(?<=\bnot\s)(?:named|used|involved|mentioned|recorded|seen|found|feature|appear|figure|occur|(?:come|turn|crop)\s+up)"
    rf"\s+(?:in|on)\s+any\b(?=\s+(?:of\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:offences?|cases?|crimes?|incidents?)\b)"
    rf"|\bboth\b(?!\s+[\w-]+\s+and\b)(?=\s+(?:were|was|aged|(?:of\s+)?(?:the\s+|these\s+|those\s+)?{COUNTED}\b"
    rf"|(?:of\s+)?(?:(?:the|these|those|its|our|[\w-]+[’']s)\s+)?(?:(?!and\b)[\w’'-]+\s+){{1,3}}?{COUNTED}\b))"
    r"|\bwithout\s+(?:recording|logging|seeing|registering|noting|receiving|dealing\s+with)\s+(?:any|an?|one|a\s+single)\b"
    rf"|(?<=\bfrom\s)nothing\b(?!\s+to\s+(?!{NUMBER}))"
    r"|\b(?:none|nobody|nil|zilch|nada|nought|naught|zip|nix|neither|half|majority|minority|hat-trick|foursome|threesome|twosome|quartet|quintet|handful|couple|pair|brace|duo|trio|dozens?"
    r"|a\s+(?:single|lone|sole|solitary|few)|(?<!\bnot\s)(?<!n[’']t\s)(?:only|just)\s+(?:a|an|one)|the\s+(?:only|sole)|(?:once|twice|thrice)(?!\s+(?:an?|every|each|per|the\s+(?:giant|leader|favourite|king|biggest|top|most|main|market|go-to))\b)"
    r"|(?:single|double)[\s-](?:figures?|digits?)|double|treble|triple|more\s+than\s+(?:any|all|half|once?)|outnumber\w*|as\s+many)\b"
    r"|\bboth\s+of\s+(?:theirs|its|ours|hers|his)\b"
    r"|(?<!one )(?<!or )\banother\b"
    r"(?=\s*(?:[.,;!?”\"]|$)|\s+(?:in|on|at|last|this|and|who|was|aged)\b)"
    rf"|{_ONE_NTH}(?=\s+(?:of|in|as)\b)|(?<=\b(?:is|as|in)\s){_ONE_NTH}(?=\s*[.,;!?])"
    rf"|{_SO_OFTEN}|\b(?:lone|sole|solitary)\b(?=\s+[a-z])"
    rf"|(?<!every\s)(?<!each\s)(?<!any\s)(?<!one\s)\bsingle\b(?=\s+{COUNTED}\b)"
    rf"|\b(?:(?<=[’']s\s)|(?<=its\s)|(?<=their\s)|(?<=the\s))(?:only|single)\b(?=\s+[a-z])"
    rf"|\b(?:(?<=[’']s\s)|(?<=its\s)|(?<=their\s)|(?<=the\s))one\b(?=\s+(?:[\w-]+\s+){{0,3}}?{COUNTED}\b)"
    r"|(?<=[:=–-]\s)[I|●•■★×✕]{1,9}(?=\s*(?:[,;.)\n]|$))"
    r"|(?<=[,:|(=–-]\s)(?:[IV]|[IVX]{2,6})(?=\s*(?:[;,.)|\n]|$))"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+and\s+(?:last|final|only|latest))?"
    r"(?=\s+(?:[\w-]+\s+){0,2}?(?:offence|crime|case|incident|victim|child|girl|boy)\b)"
    r"|(?:(?<=\bits\s)|(?<=[’']s\s)|(?<=\ba\s)|(?<=\bthe\s))(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"(?=\s*[.,;!?)]|\s+(?:of\s+(?:the|its|this|that|last)|in|on|at|came|was|has|this|last|soon|so|and|or|to\s+come)\b)"
    r"|\b(?:halv(?:e[sd]?|ing)|doubl(?:es?|ed|ing)|trebl(?:es?|ed|ing)|tripl(?:es?|ed|ing))\b"
    r"|(?<=\s)[▁-▟■-◿⬛⬜🟥-🟫]+(?!\w)"
    r"|\b(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b(?!\s+[mb]illion\b)|\b\d[\d,]*\b|(?<=[a-z]\sx)\d+\b(?=\s*(?:[,;.)\n]|$))"
)
"""A quantity that no reader of figures takes for one: "a single offence", "no girls"."""

_HIDES = r"(?:published|printed|released|given|shown|stated|hidden|withheld|suppressed)\b"
# "No recorded rapes", "no online-related rapes"
_LIKE = r"(?:online|local|new|recent|known|such|child|further|[a-z]+ly|[a-z]+ed|[a-z]+[-‐‑][a-z]+)"
NO_BEFORE = compiled(
    rf"\b(?P<no>no|zero|not\s+a\s+single)\s+(?:(?!{_HIDES}){_LIKE}\s+){{0,2}}\Z"
    r"|\b(?P<both>both|neither|either)\s+(?:of\s+)?(?:the|these|those|its|our)\s+(?:\w+\s+)?\Z"
    r"|\b(?P<bare>both|neither)\s+\Z"
)
ANSWER = compiled(
    rf"\W*(?:A(?:nswer)?\s*[:.–-]\s*)?(?:just\s+|only\s+|exactly\s+|about\s+)?(?:{NUMBER}|none|nil|no)\W*"
)
A_MEAN_IS = compiled(
    r"\b(?:averages?|mean|median|totals?|sum)\b(?:(?!\b(?:ages?|aged|who|that|victims?|child|children|girls?|boys?|pupils?)\b)[^.;:?\n])*\Z"
)
"""Before "was 12", the subject of which it is a number, and no age."""
STOOD_AT = compiled(r"\b(?:at|is|was|were|to|stood|stands)\s+(?:just\s+|well\s+)?\Z")
TIMES_OR_VICTIMS = compiled(r"\s+(?:times|occasions|victims?|offences?|crimes?|cases?|children)\b")
A_TOTAL = compiled(r"\b(?:totals?|overall\s+(?:figure|number))\b[^.;]*\Z")
IT_IS = compiled(r"\b(?:it|that|this)(?:[’']s|\s+(?:is|was))\b")
TIMES_NEXT = compiled(r"\s+times\b(?!\s+(?:as|the|an?)\b|\s+in\s+(?!(?:19|20)\d\d))")
GREW = compiled(
    r"\b(?:rose|risen|rises?|grew|grown|grows?|increas\w+|up)\s+(?:by\s+)?(?:more\s+than\s+|nearly\s+|almost\s+|about\s+|over\s+)?\Z"
)
TIMES = compiled(r"(?:double|twice|thrice|treble|triple|quadruple)\b")
IT_WAS = compiled(r"\W*(?:it|that|this)\s+(?:was|is|stood|came|had\s+been)\b")
ALL_BUT = compiled(rf"all\s+(?:but|bar|except|save)\s+(?P<n>{NUMBER})")
FINGERS_BEHIND = compiled(r"\s+fingers?\b")
"""Behind a number that somebody shows: "she held up three fingers"."""
FINGERS = ("finger", "fingers", "hand", "hands")
LINK = r"(?:on|in|at|from|by|with|via|through|of|for|to|and|or|was|were|used|took|involv\w+)\b"
FEW = compiled(
    rf"handful|couple|pair|brace|duo|trio|a\s+(?:single|lone|sole|few)|(?:only|just)\s+(?:an?|one)|{_ONE_NTH}"
)
THEN_COUNTED = compiled(rf"\s+(?:of\s+)?(?:(?!{LINK})[\w’'-]+\s+){{0,4}}?{COUNTED}\b")
HARMLESS = {"year", "since", "from_year", "coverage", "forces", "span", "data_years", "months"}
NO_REASON = ("", "phrase with one", "one of any")
AN_OLD = compiled(
    r"\s+(?:[\w-]+\s+)?\w+[-\s]years?[-\s]olds?\b"
    r"|\s+(?:(?:just|exactly|about|of)\s+)*(?:her|his|your|my|their|our|that|the\s+same)\s+(?:own\s+|very\s+)?age\b"
    r"|\s+(?:just\s+)?(?:as\s+(?:young|old|small|little)\s+as|(?:no|not\s+(?:much|any|a\s+day))\s+(?:older|younger|bigger)\s+than)\s+(?:her|him|she|he|you|yours|mine|hers|his|that)\b"
)
"""Behind a number of children of some age: "two nine-year-olds", "one her age"."""
AGE_LIMIT = compiled(
    r"\b(?:users?|members?|players?|people|children|anyone|everyone)\s+(?:to|must|should|have\s+to)\s+be\s+(?:at\s+least\s+|over\s+)?1\d$"
    r"|\b(?:minimum\s+age\s+(?:is|of|was)|age\s+limit\s+(?:is|of)|(?:must\s+be|aged)(?:\s+at\s+least|\s+over)?)\s+1\d$|\b(?:my|his|her|our|their)\s+(?:\w+\s+)?(?:son|daughter|boy|girl|child)\s+(?:was|is)\s+(?:only\s+|just\s+)?1?\w+$|\byou(?:\s+are|[’']re)\s+(?:aged\s+)?(?:1?\d\s+(?:or|and|to)\s+)?1?\d$"
    r"|\b(?:report|release|study|review|survey|strategy|answer|spring|summer|autumn|winter)\s+(?:of|for|from|in)\s+(?:19|20)\d\d$|\b(?:at\s+least|since|in)\s+(?:19|20)\d\d$"
    r"|\b(?:from|between)\s+(?:19|20)\d\d\s+(?:to|and|until|till)\s+(?:19|20)\d\d$"
)
AN_ATTRIBUTE = compiled(
    r"\b(?:an?|the|its|their|child[’']s|victim[’']s)\s+(?:ages?|sex|gender|platforms?|apps?)\b[^.;\d]*"
    r"\b(?:put|known|given|attached|assigned|recorded|noted|logged|established|stated|named|found|matched)\b"
    r"|\b(?:filled\s+in|entered|(?:put|wrote)\s+down|noted|completed)\s+(?:the|an?)\s+(?:[\w’']+\s+)?(?:age|sex|gender|platform|app)\b"
)
POINTS_BACK = compiled(
    r"\W*(?:all|both|each|every|they|these|those|it|that|this|half|most|a\s+(?:majority|minority|third|quarter|fifth)|none|neither|one\s+of"
    r"|of\s+(?:these|those|them)|in\s+(?:that|the\s+same)\s+order|respectively|the\s+(?:[\w-]+\s+)?(?:apps?|platforms?|(?:web)?sites?|service|network|game|firm))\b"
)
POINTS_THERE = compiled(
    r"\bthere\b(?!\s+(?:were|was|are|is|have|had|has)\b)|\b(?:of|in|among|between)\s+(?:these|those|them|it)\b"
    r"|\b(?:rest|remain(?:s|ing|der)|others?|balance|left)\b"
    r"|\badd(?:ed|ing)?\s+(?:it|that|this|them)\b"
)
OF_N = compiled(rf"\s+of\s+(?:(?:the|its|all)\s+|[\w’'-]+[’']s?\s+|[A-Z][\w-]+\s+)*(?P<n>{NUMBER})")
REST = compiled(
    r"\b(?:rest|remain(?:s|ing|der)?|left|leav(?:e|es|ing)|balance|others?|except|exclud(?:ed?|es|ing)"
    r"|(?:apart|aside)\s+from|exceptions?|all\s+(?:but|bar|save))\b"
)
_LEFT = (
    r"\b(?:rest|remain(?:s|ing|der)?|left|leav(?:e|es|ing)|balance|others?|another|besides|without"
    r"|except|exclud(?:ed?|es|ing)|not\s+counting|(?:apart|aside)\s+from|exceptions?"
    r"|(?:all|every|each)\b[^.;,]{0,40}\b(?:but|bar|save))\b"
)
LEAVES_OUT = compiled(_LEFT)
ON_TOP_OF = compiled(r"\b(?:on\s+top\s+of|in\s+addition\s+to|over\s+and\s+above)\b")
LEAVES = compiled(rf"{_LEFT}|\bthan\b|{ON_TOP_OF.pattern}")
NEXT_WITHOUT_A_NAME = compiled(
    r"\b(?:next|then|after|below|above|behind|beneath|under|following|second|third|last)\b[^.;:!?]*?\b(?:is|are|was|were|comes?|came|stands?|sits?|lies?|ranks?)\s+"
    r"(?:the|an?|one|that|its|another)\s+(?:[\w-]+\s+){0,2}?(?:groups?|bands?|brackets?|ages?|apps?|platforms?|sites?|categor(?:y|ies)|rows?|ones?|kinds?|bars?)\b"
)
"""What comes next in an order and is not named: "Next up, with six fewer, is the top group"."""
BEHIND_A_MARK = compiled(
    r"\b(?:behind|beneath|underneath|under)\s+(?:that|this|the|each|either|every)\s+(?:[\w-]+\s+)?"
    r"(?:lines?|rows?|stars?|asterisks?|dash(?:es)?|blanks?|gaps?|entr(?:y|ies)|cells?|marks?|box(?:es)?|columns?)\b"
    r"|\bfor\s+that\s+(?:line|row|star|dash|blank|gap)\b|\bbehind\s+(?:it|them|those)\b|\b(?:is|are|lies?|stands?|sits?)\s+(?:under|beneath|underneath)\s+(?:it|them|those)\b"
)
"""Where those counted stand for what a table hides: "two names behind that line"."""
PUBLISHER = compiled(
    r"\W*(?:it|they)\s+(?:(?:also|only|then|had|has|have|do|does|did)\s+)*"
    r"(?:publish|print|record|logg?|point|g[ia]ve|say|said|report|count|release|show|confirm|obtain)"
    r"(?:e?d|e?s)?\b(?!\s+(?:\w+\s+)?(?:in|on|up)\b)"
)
"""A sentence on what the force or the charity gives, not on a part: "It does publish"."""
THE_REST = compiled(
    r"\b(?:everybody|everyone|all)\s+else\b|\b(?:the|all)\s+(?:rest|others?|remainder|remaining\s+(?:\w+\s+)?(?:ones?|offences?|cases?|victims?)|balance)\b"
    r"(?!\s+of\s+(?!(?:the\s+|these\s+|those\s+)?(?:them|these|those|offences|cases|victims|children)\b))"
    r"|\bwhat(?:[’']s|\s+is|\s+was)\s+left(?:\s+over)?\b"
    r"|\bmak(?:e|es|ing)\s+up\s+the\s+(?:total|number|rest|difference)\b"
)
"""What is left of a whole whose parts are given: "the rest were boys"."""
ROW = re.compile(
    r"(?m)(?:^[\s|*•–-]*|[,;(:|]\s*|\b(?:and|ages?:?|aged)\s+)(?P<age>\d{1,2})"
    r"(?:\s*(?:years?(?:\s+old)?|yrs?))?\s*(?:[|:=–—]|-(?!\s?year)|\t|\s{2,}|\(|,(?=\d+$|\s+\w+(?:-\w+)?(?:\s+(?:offences?|cases?|crimes|victims?|children))?\s*(?:[;.]|$)))\s*"
    r"(?P<n>\d+(?:,\d{3}(?!\d))*|(?:no(?:ne|ught)?|nil)\b|"
    rf"{WORDS})"
)
NOT_KNOWN_CELL = compiled(
    r"(?:(?:age|sex|gender|platform|app)s?\s+)?(?:not\s+(?:known|recorded|stated|given)|un(?:known|recorded|stated))"
)
OF_AGES = compiled(r"\bage[ds]?\b|\byears?[-\s]olds?\b")
FOR_EVERY = compiled(
    r"\bfor\s+(?:every|each)\s+(?:one\s+)?\w+\b[^.;,]{0,40}?,?\s+(?:\w+\s+){0,4}\Z"
)
PASSED = compiled(
    r"\b(?:(?:pass|topp?|exceed|cross|reach)(?:ed|ing|es|s)|br(?:oke|oken|eaks|eaking)(?:\s+through)?"
    r"|(?:climb|rose|rise|went|gone|go)\w*\s+(?:past|above|over|beyond))\s+(?:the\s+)?"
    rf"(?:{NUMBER}(?:\s+mark)?\s+in\s+(?:19|20)\d\d[/–-]\d\d(?:,?\s+and\s+|,\s+))*\Z"
)
"""Before a round number that a total went past."""
FOR_EVERY_NEXT = compiled(r"(?:\s+[\w’-]+){1,3}?\s+(?:for|to)\s+(?:every|each)\s+(?:one\s+)?\w+\b")
AND_A_HALF = compiled(rf"\b(?P<n>{NUMBER})\s+and\s+a\s+half\s+times\b")
THE_TOTAL = compiled(
    r"\b(?:the|its|our|their)\s+(?:[\w’'-]+\s+){0,2}?(?:total|number\s+of\s+(?:online\s+)?offences)"
    r"(?:\s+(?:for|in)\s+(?:(?:the|that)\s+year|all\s+(?:offences|ages|platforms|kinds)|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?))?"
    r"(?:,|\s+(?:of|is|was|stands\s+at|stood\s+at))?\s+\Z"
)
LEAVES_SO_MANY = compiled(
    r"(?:\b(?:all|each|every(?:\s*one|body)?)\s+(?:but|bar|except|save)(?:\s+for)?|\bothers?\s*[:=(|–—,-]?"
    r"|\bleav(?:e|es|ing)(?:\s+(?:us|you|just|only|exactly|about|another))*"
    r"|\b(?:rest|remainder|remaining|balance|difference)\b[^.;,\d]{0,30}"
    r"|\b(?:(?:tak|leav)(?:e|es|ing)\s+(?:away|out|off)|minus|without|subtract(?:ing)?|deduct(?:ing)?|(?:apart|aside)\s+from|besides|beyond|other\s+than|tak(?:e|ing)\s+(?:[\w-]+\s+){1,4}?(?:away|out|off)|add(?:ed)?\s+up)\b[^.;]{0,90}?"
    r"\b(?:has|have|had|get|gets|is|are|was|were|be|at|to)(?:\s+(?:just|only|still|about|with))*)\s*\Z"
)
THE_TOP = compiled(
    rf"\b(?:the|those)\s+(?:big|biggest|top|main|first|leading|largest|major)\s+{NUMBER}\b"
)
SO_MANY_ARE_LEFT = compiled(
    r"\s+(?:exceptions?|apart|aside|excepted|excluded)\b|(?:\s+of\s+(?:them|these|those))?\s+(?:was|were|is|are|did|do)(?:n[’']t|\s+not)(?=\s*(?:[.,;!?)]|\Z))"
    r"|\s+(?:(?:of\s+(?:them|these|those)|offences|cases|crimes|victims|children|more|are|is|were|was|still|to)\s+){0,3}?"
    r"(?:left|remain\w*|missing|unaccounted|go)\b(?!\s+(?:out|blank|empty|to|on|up)\b)"
    r"|[^.;,]{0,60}?\b(?:(?:on|with|of|to|by|in|through|via)\s+(?:none|neither)\s+of|(?:was|were)\s+neither\b|(?:other|others|elsewhere)\s+than|outside\s+(?:of\s+)?(?:the|these|those)"
    r"|(?:not|n[’']t)\s+(?:on|with|of)\s+(?:any|one)\s+of)\b"
)
"""What says of a number that it is what some parts leave of the whole."""
HAVE_A_NUMBER = compiled(
    r"\b(?:apps|platforms|ages|rows|forces|firms|sites)\b[^.\d]{0,30}?\b(?:have|has|get|show)\s+an?\s+(?:number|figure|count)(?:\s+in\s+(?:[\w’'-]+\s+){1,4}?(?:table|list|chart|release))?"
    r"\W+(?:(?:and|but|while|the|other)\s+)*\Z"
)
"""Before how many parts have none: "Four apps have a number; three do not"."""
KINDS = (
    ("age", compiled(r"\bages?\b|\bbands?\b|\bage\s+groups?|\b(?:younge|olde)(?:r|st)\b")),
    ("part", compiled(r"\b(?:platform|app|site|kind|type)s?\b|\bcategor(?:y|ies)\b")),
    ("sex", compiled(r"\bsex(?:es)?\b|\bgenders?\b")),
    ("year", compiled(r"\btotals?\b|\byears?\b|\b(?:19|20)\d\d\b")),
)
NARROWS = compiled(
    r"\b(?:small|tiny|big|larg|few|less|more|high|low|similar|same|like|share|part|most|zero|close|near)\w*\b"
)
COMPARED_WITH = compiled(
    r"(?:\b(?:it|that|which|its\s+\w+)(?:\s+is|\s+was|[’']s)\s+(?:only\s+|just\s+)?"
    r"(?:about|around|roughly|almost|nearly|at\s+least|at\s+most)"
    r"|\b(?:approaching|behind|ahead\s+of|level\s+with|par\s+with|far\s+from|(?:un)?like|above"
    r"|below|beyond|beneath|than|over|under|past|exceed\w*|beats?|tops?|short\s+of|towards?))"
    r"\s+(?:(?:the|its|our|that|published|total|of|[\w-]+[’']s)\s+){0,3}\Z"
)
THEN = compiled(r",?\s+(?:and|then|to)\s+(?:then\s+)?|(?:\s+then)?,\s+")
OF_SOME = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:used?|named|among(?:st)?|some|any|share|part\s+of|role|includ\w*|too|also|even|as\s+well|came\s+up)\b"
)
"""What a sentence may say of a part without a number: that it had some."""
MARKED_PARTS = compiled(
    r"(?:\A|(?<=[.!?\n]\s)|[,;:]\s+)[^.,;:\d]{3,40}\s(?:[*†‡]|\[\w\])(?=\s*(?:[,;.)\n]|\Z))"
)
"""A part in a list with a mark for its number: "boys *"."""
HOW_MANY_OF = compiled(r"\bhow\s+many\s+of\s+(?:the|its|their|our|[\w’'-]+[’']s?)\s+\Z")
