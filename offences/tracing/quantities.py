"""Words for a quantity, as the gate of withheld numbers reads them, and what is none."""

import re

from offences.tracing.finding.numbers import NUMBER, WORDS
from offences.tracing.finding.vocabulary import compiled

COUNTED = (
    r"(?:offences?|cases?|crimes?|incidents?|reports?|victims?|children|child|girls?|boys?|them"
    r"|these|those|[\w-]+[-\s]years?[-\s]olds?)"
)
_SO_OFTEN = (
    rf"\b(?:once|one|an?\s+(?:[\w-]+\s+){{0,3}}?(?:offence|crime|case|report|child)(?:\s+\w+|\b[^.;:,\d]{{0,80}}?\s(?:recorded|logged)\b[^.;:,\d]{{0,40}}?)?)(?:\s+in)?\s+every\s+"
    rf"(?:(?:{NUMBER}|few|other|couple\s+of)\s+)?(?:weeks?|fortnight|months?|quarter|year)\b"
)
_ONE_NTH = (
    r"\b(?:an?|one|two|three)[\s-]"
    r"(?:seventh|ninth|eleventh|twelfth|\w+teenth|\w+tieth|hundredth)s?\b"
)
_ON_FINGERS = r"\bcount\w*\b[^.;]{0,40}\b(?:fingers?|hands?)"
SO_OFTEN = compiled(rf"{_SO_OFTEN}|{_ONE_NTH}|{_ON_FINGERS}")
OF_THEM = compiled(r"\s+(?:out\s+)?of\s+(?:them|these|those)\b")
OUTSIDE = compiled(
    r"\b(?:outside|other\s+than|except(?:\s+for)?|excluding|but\s+not\s+in)\s+(?:the\s+)?\Z"
)
AT_LARGE = compiled(
    r"\b(?:when|where|as|since|because|before|after|until|while|that|which|how)\s+(?:police\s+)?\Z"
)
PART_OF_A_NUMBER = compiled(
    r"(?:half|double|twice|treble|triple|(?:an?|one|two|three)[\s-](?:third|quarter|\w+th)s?|\w+\s+times)(?:\s+(?:the|its|that|their))?"
    rf"|{NUMBER}\s?(?:%|per\s?cent|pc)|\w+\s+(?:in|out\s+of)\s+\w+"
)
OF_A_NUMBER = compiled(
    r"\s+(?:of\s+)?(?:(?:the|that|its|their|[\w-]+[’']s)\s+)?(?:[\w’'-]+\s+){0,2}?(?:number|figure|count|total)\b"
)
"""After it, a part or a multiple is one of a number: "half the number against girls"."""
QUANTITY = compiled(
    rf"{_ON_FINGERS}\b|\b(?:\w+ty|hundred|\d+)[-\s]?fold\b"
    rf"|\bno\b(?=\s+(?:(?!(?:of|to|for|in|on|by|from|with)\b)[\w’'-]+\s+){{0,3}}?{COUNTED}\b)"
    r"|\b(?:all|most|every|each|several)\b(?=\s+(?:(?:but|bar|save|except)\s|one\b|(?:of\s+)?(?:the\s+|these\s+|those\s+"
    r"|our\s+)?(?:offences?|cases?|crimes?|incidents?|victims?|them|these|those)\b"
    rf"|of\s+(?:the|these|its|our)\s+(?:[\w’'-]+\s+){{0,2}}?{COUNTED}\b))"
    r"|\b(?:several|most)\b(?=\s+of\s+(?:the|these|its|our|[\w-]+[’']s)\s+(?:[\w’'-]+\s+){0,4}?(?:offences?|cases?|crimes?|incidents?|victims?)\b)"
    rf"|(?<=\bnot\s)(?:named|used|involved|mentioned|recorded|seen|found|feature|appear|figure|occur|(?:come|turn|crop)\s+up)"
    rf"\s+(?:in|on)\s+any\b(?=\s+(?:of\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:offences?|cases?|crimes?|incidents?)\b)"
    rf"|\bboth\b(?!\s+[\w-]+\s+and\b)(?=\s+(?:were|was|aged|(?:of\s+)?(?:the\s+|these\s+|those\s+)?{COUNTED}\b"
    rf"|(?:of\s+)?(?:(?:the|these|those|its|our|[\w-]+[’']s)\s+)?(?:(?!and\b)[\w’'-]+\s+){{1,3}}?{COUNTED}\b))"
    r"|\b(?:none|nobody|nil|zilch|nada|nought|naught|zip|nix|neither|half|majority|minority|hat-trick|foursome|threesome|twosome|quartet|quintet|handful|couple|pair|brace|duo|trio|dozens?"
    r"|a\s+(?:single|lone|sole|solitary|few)|(?:only|just)\s+(?:a|an|one)|the\s+(?:only|sole)|(?:once|twice|thrice)(?!\s+(?:an?|every|each|per)\b)"
    r"|(?:single|double)[\s-](?:figures?|digits?)|double|treble|triple|more\s+than\s+(?:any|all|half)|outnumber\w*|as\s+many)\b"
    rf"|{_ONE_NTH}(?=\s+(?:of|in|as)\b)"
    rf"|{_SO_OFTEN}|\b(?:lone|sole|solitary)\b(?=\s+(?:[\w-]+\s+){{0,3}}?{COUNTED}\b)"
    rf"|\b(?:(?<=[’']s\s)|(?<=its\s)|(?<=their\s)|(?<=the\s))(?:only|sole|lone|single|one)\b(?=\s+(?:[\w-]+\s+){{0,3}}?{COUNTED}\b)"
    r"|(?<=[:=–-]\s)[I|●•■★×✕]{1,9}(?=\s*(?:[,;.)\n]|$))"
    r"|(?<=[,:|(=–-]\s)(?:[IV]|[IVX]{2,6})(?=\s*(?:[;,.)|\n]|$))"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+and\s+(?:last|final|only|latest))?"
    r"(?=\s+(?:[\w-]+\s+){0,2}?(?:offence|crime|case|incident|victim|child|girl|boy)\b)"
    r"|\b(?:halv(?:e[sd]?|ing)|doubl(?:es?|ed|ing)|trebl(?:es?|ed|ing)|tripl(?:es?|ed|ing))\b"
    r"|(?<=\s)[▁-▟■-◿⬛⬜🟥-🟫]+(?!\w)"
    r"|\b(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b|\b\d[\d,]*\b"
)
"""A quantity that no reader of figures takes for one: "a single offence", "no girls"."""

NO_BEFORE = compiled(
    r"\b(?P<no>no|zero|not\s+a\s+single)\s+(?:recorded\s+|reported\s+)?\Z"
    r"|\b(?P<both>both|neither|either)\s+(?:of\s+)?(?:the|these|those|its|our)\s+(?:\w+\s+)?\Z"
)
ANSWER = compiled(
    rf"\W*(?:A(?:nswer)?\s*[:.–-]\s*)?(?:just\s+|only\s+|exactly\s+|about\s+)?(?:{NUMBER}|none|nil|no)\W*"
)
STOOD_AT = compiled(r"\b(?:at|is|was|were|to|stood|stands)\s+(?:just\s+|well\s+)?\Z")
TIMES_OR_VICTIMS = compiled(r"\s+(?:times|occasions|victims?|offences?|crimes?|cases?|children)\b")
A_TOTAL = compiled(r"\b(?:totals?|overall\s+(?:figure|number))\b[^.;]*\Z")
CHANGED = compiled(r"(?:halv|doubl|trebl|tripl)(?:e[sd]?|ing)")
IT_WAS = compiled(r"\W*(?:it|that|this)\s+(?:was|is|stood|came|had\s+been)\b")
ALL_BUT = compiled(rf"all\s+(?:but|bar|except|save)\s+(?P<n>{NUMBER})")
FINGERS = ("finger", "fingers", "hand", "hands")
LINK = r"(?:on|in|at|from|by|with|via|through|of|for|to|and|or|was|were|used|took|involv\w+)\b"
FEW = compiled(
    r"handful|couple|pair|brace|duo|trio|a\s+(?:single|lone|sole|few)|(?:only|just)\s+(?:an?|one)"
)
THEN_COUNTED = compiled(rf"\s+(?:of\s+)?(?:(?!{LINK})[\w’'-]+\s+){{0,4}}?{COUNTED}\b")
OF_VICTIMS = compiled(
    r"\s+(?:\w+\s+)?(?:families|parents|mothers|fathers|mums|dads|homes|households)\b[^.;]*"
    r"\b(?:targeted|abused|groomed|exploited|contacted|victims?)\b|\s+exceptions?\b|\s+(?:[\w-]+\s+){1,4}?(?:aged\b|of\s+age\b|(?:was|were)\s+(?:the\s+|both\s+|all\s+)?"
    r"(?:victims?|targeted|abused|groomed|exploited|contacted|affected)\b)"
)
THERE_WERE = compiled(r"\bthere\s+(?:was|were)\s+(?:just\s+|only\s+)?\Z")
OF_ANY = compiled(
    r"\b(?:can|may|could|might)\s+be\s+(?:the\s+)?victims?\s+of\s+(?:several|more\s+than\s+one)\b"
    r"|\bone\s+of\s+(?:them|these|those)(?=,[^,;.]*,\s+(?:is|was)\s+(?:hidden|withheld|missing|blank|not\s+given)\b)"
    r"|\bnot\s+every\s+offence\b[^.;,\d]{0,40}\b(?:is|are|was|gets)\s+(?:ever\s+)?reported\b"
    r"|\b(?:nobody|no\s+one|none)(?=\s+(?:at|from|in|inside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:police|force|company|council|office|charity|firm)\b)"
    r"|\b(?:nobody|no\s+one|none)(?=\s+(?:was|were|is)\s+(?:available|able|willing|ready|free)\b)"
    r"|\bone\s+(?:girl|boy|child|mother|father|parent|victim|teenager|pupil|teacher|woman|man|officer)"
    r"(?=\s+(?:told|said|says|recalled|wrote|rang|asked)\b(?!\s+(?:the\s+)?(?:police|officers|force)\b))"
    r"|\b(?:row|band|range)s?\b[^.;]*\bis\s+one(?=\s+(?:too|as\s+well)\b)|\band\s+(?:a|another)\s+(?:third|fourth|fifth|sixth)(?=,)"
    r"|\bor\s+one(?=\s+(?:beside|near|next|close)\b)|\bthe\s+one(?=\s+(?:that|which)\s+(?!(?:was|is|were|took|involved|happened|came|occurred)\b))"
    r"|\b(?:nobody|no\s+one|none)(?=\s+(?:else\s+)?(?:can|could|should|will|would|may|must|is\s+able)\b)"
    rf"|\b(?:protect|hide|shield|give\s+away|reveal|identify|work\s+out)\s+(?:the\s+)?(?:other|remaining|same)\s+{NUMBER}(?=\s*[.,;!?])"
    rf"|\bnot\s+one\s+of\s+(?:them|(?:these|those|the|our)\s+(?:[\w,]+\s+){{0,2}}?{COUNTED})(?=\s+(?:chose|asked"
    r"|deserve\w*|should|wanted|(?:is|was)\s+(?:to\s+blame|an?\s+(?:number|statistic))|did\s+(?:any|a)thing)\b)"
    r"|\b(?:smaller|larger|bigger|lower|higher|second|first|last|next|new|old)\s+one\b"
    r"|\b(?:does|do|did)(?:\s+not|n[’']t)\s+(?:mean|imply|show|prove|say)\s+(?:that\s+)?(?:there\s+(?:were|was|are)\s+)?(?:no(?:ne)?|nobody)\b"
    r"|\b(?:giv|show|print|publish|releas|disclos|know|hav)ing\s+(?:only\s+|either\s+|just\s+)?one\b(?=[^.;]*\bother\b)"
    rf"|\b(?:withheld|hidden|suppressed|missing)\b[^.;,\d]{{0,40}},\s+{NUMBER}(?=\s+(?:because|since|so\s+that|to\s+(?:protect|stop|prevent|hide))\b)"
    rf"|\band\s+(?:the\s+other\s+)?{NUMBER}(?=\s+(?:because|so\s+that|to\s+(?:protect|stop|prevent|hide))\b)"
    rf"|\b(?:bands?|groups?|ages)[,:]\s+(?:the\s+)?{NUMBER}\s+and\s+(?={NUMBER}\s+and\s+(?:under|over)\b)"
    rf"|(?<=is\s)one\s+too\s+many\b"
    rf"|\b{NUMBER}(?=\s+(?:(?:later|other|earlier|following|remaining|next|last|past|latest|first|previous|full|more|recent)\s+)+years\b)"
    rf"|\b(?:each|every\s+one)\s+of\s+(?:the|these|those|our|its)\s+(?=(?:more\s+than\s+|nearly\s+|over\s+)?{NUMBER})"
    r"|(?:,|\b(?:talk|chat|help|support|advice|sessions?|lessons?))\s+one[-\s]to[-\s]one\b"
    rf"|\b{NUMBER}\s+(?:[\w-]+\s+)?(?:girls|boys|children|teenagers|pupils|mothers|fathers|parents)(?=(?:\s+(?:from|in|at)\s+[A-Z]\w+)?\s+(?:told\s+us|talked\s+to\s+us|explained)\s+(?:how|what|why)\b)"
    r"|\bwere\s+(?:each\s+|all\s+)?counted\s+(?:only\s+|just\s+)?once\b"
    r"|\b(?:protect|hide|shield|cover)\s+(?:another|an?other|one\s+other|one\s+more)(?:\s+one)?\b"
    rf"|\b(?:hidden|withheld|suppressed|missing|blank)\b,?\s+(?:and\s+)?so\s+(?:is|are|was|were)\s+(?:at\s+least\s+)?{NUMBER}(?=\s+(?:more|others?)\b)"
    r"|\b(?:where|when|if|whenever)\b[^.,;]{0,60}\b(?:named|knew|gave|noted|identified|specified|stated|recorded)\s+one(?=\s*[.,;])"
    r"|\b(?:not|un)\s?true\s+that\s+no(?=\s)|(?:(?<=^)|(?<=[.:;!?]\s))\(\d\)(?=\s+[A-Z])"
    r"|\bone(?=\s+(?:was|is)\s+(?:founded|launched|based|owned|bought|sold|set\s+up|opened|closed|made|run)\b)"
    r"|\b(?:this|that)\s+one(?=\s+(?:does|do|did|is|was|has|will|gives?|says?)\b|\s*[.,;])"
    rf"|\bbetween\s+the\s+{NUMBER}\s+of\s+(?:them|these|those)\b"
    rf"|\b(?:replied|responded|answered|(?:wrote|came|got)\s+back)\s+(?:to\s+us\s+)?(?:only\s+)?(?:after|within)\s+(?:just\s+|only\s+)?{NUMBER}(?=\s*(?:[.,;]|$))"
    r"|\b(?:nobody|no\s+one|none)(?=\s+(?:at|from|inside)\s+(?:[\w’'-]+\s+){1,4}?(?:answered|replied|responded|commented|rang|returned|picked\s+up)\b)"
    r"|\b(?:comment|statement|reply|answer|response|explanation|interview)s?,?\s+(?:(?:and|but|yet|it|they|which)\s+)*(?:(?:has|have|had)\s+)?"
    r"(?:gave|given|got|received|sent|offered|made)\s+(?:none|nothing)(?=\s*(?:[.,;]|$))"
    rf"|\b{NUMBER}\s+(?:out\s+)?of\s+(?:(?:the|its|these|those|our)\s+)?{NUMBER}\s+(?:\w+\s+)?(?:types|kinds|groups|parts|bands|rows|cells)\b(?!\s+of\b)"
    rf"|\b{NUMBER}\s+(?:bands|rows|cells|columns|groups|types|kinds)\s+(?:out\s+)?(?:of|in)\s+(?:the\s+)?{NUMBER}(?=\s+(?:are|is|were|was|cannot|stay|remain)\b)"
    rf"|\bcovers?\s+{NUMBER}\s+(?:years|ages)(?:\s+of\s+age)?,?\s+(?:(?:and|while|but|the|band)\s+)*\d\d?\s?[-–]\s?\d\d?\s+(?:only\s+|just\s+)?{NUMBER}(?=\s*(?:[.,;]|$))"
    rf"|\brated\s+(?:as\s+)?(?:suitable\s+)?(?:for\s+)?(?:(?:children|users|players|ages|anyone)\s+)?(?:from|over|at|aged)\s+{NUMBER}(?=\s*(?:[.,;]|$)|\s+(?:and\s+(?:up|over|above)|upwards)\b)"
    rf"|\bwants?\s+(?:that|it|this|the\s+(?:age|limit|rating|minimum))\s+(?:raised|lowered|put\s+up|lifted)\s+to\s+{NUMBER}(?=\s*(?:[.,;]|$))"
    r"|\bas\s+many(?=\s+as\s+(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen)\b)"
)
"""A quantity of what may happen to anyone, as in our own caveats."""

HARMLESS = {"year", "since", "from_year", "coverage", "forces", "span", "data_years", "months"}
NO_REASON = ("", "phrase with one")
NO_COUNT = compiled(
    rf"\s*(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+|our\s+|their\s+|all\s+)?(?:(?!{COUNTED}|{LINK}|known\b)[\w’'-]+\s+){{0,3}}?"
    r"(?:bands?|sexes|genders|age\s+groups?|ages|figures?|numbers?|totals|cells?|rows|columns|categor(?:y|ies)|markers?|stars?|asterisks?|blanks|ranges?"
    r"|gaps|platforms?|apps?|sites?|firms?|companies|regulators?|laws?|minutes|accounts?|schools?"
    r"|forces|constabularies|readers?|residents?|policem[ae]n|vans?|lessons?|countr(?:y|ies)|users?|areas?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|mornings?|afternoons?|letters?|emails?|sessions?|guides?|leaflets?|workshops?"
    r"|towns?|cities|villages?|meetings?|evenings?|colleges?|stations?|officers?|detectives?|constables?|teachers?|councils?|councillors?)\b(?!\s+{COUNTED}\b)"
    rf"|\s+of\s+(?:(?:the|those|these|its|our|all|past|last|{NUMBER})\s+)*(?:[\w-]+\s+){{0,2}}?(?:years|months|weeks|days)\b"
    r"|\s+(?:(?:of\s+)?the\s+\w+est\b|(?:square\s+)?(?:miles?|acres?|kilometres?)\b)"
    r"|\s+of\s+(?:them|these|those)\s+(?:have\s+|had\s+)?(?:replied|responded|answered|complied|gave)\b"
    r"|\+(?=[^\S\n]*(?:[.,;:!?)|\n]|\Z))|\s+single\s+(?:years|ages)\b|(?<=single)\s+(?:year|month|week|day)\b|\s+of\s+(?:you|us)\b|\s+(?:of\s+)?(?:the\s+)?\w+\s+(?:in|at|from)\s+(?:my|our|his|her)\b"
    r"|\s+(?:\w+\s+)?of\s+(?:my|our|his|her|their|your)\s+own\b"
)
IS_NOT_ONE = compiled(r"\b(?:is|was|are|were)\s+not\s+one\s+of\Z")
AGE_LIMIT = compiled(
    r"\b(?:users?|members?|players?|people|children|anyone|everyone)\s+(?:to|must|should|have\s+to)\s+be\s+(?:at\s+least\s+|over\s+)?1\d$"
    r"|\b(?:minimum\s+age\s+(?:is|of|was)|age\s+limit\s+(?:is|of)|must\s+be(?:\s+at\s+least|\s+over)?"
    r"|at\s+least)\s+1\d$|\b(?:my|his|her|our|their)\s+(?:\w+\s+)?(?:son|daughter|boy|girl|child)\s+(?:was|is)\s+(?:only\s+|just\s+)?1?\w+$|\byou(?:\s+are|[’']re)\s+(?:aged\s+)?(?:1?\d\s+(?:or|and|to)\s+)?1?\d$"
    r"|\b(?:report|release|study|review|survey|strategy|answer|spring|summer|autumn|winter)\s+(?:of|for|from|in)\s+(?:19|20)\d\d$|\b(?:at\s+least|since|in)\s+(?:19|20)\d\d$"
)
AN_ATTRIBUTE = compiled(
    r"\b(?:an?|the|its|their|child[’']s|victim[’']s)\s+(?:ages?|sex|gender|platforms?|apps?)\b[^.;\d]*"
    r"\b(?:put|known|given|attached|assigned|recorded|noted|logged|established|stated|named|found|matched)\b"
)
OF_NOBODY = compiled(r"nobody|no\s+one|none|no|not\s+one")
POINTS_BACK = compiled(
    r"\W*(?:all|both|each|every|they|these|those|it|that|this|half|most|a\s+(?:majority|minority|third|quarter|fifth)|none|neither|one\s+of"
    r"|of\s+(?:these|those|them))\b"
)
OF_ALL = compiled(
    r"\b(?:national(?:ly)?|country|(?:all|across|every)\s+(?:the\s+)?(?:\w+\s+)?forces?|Britain|UK)\b"
)
YOUNGEST = compiled(r"\b(?:youngest|as\s+young\s+as)\b")
POINTS_THERE = compiled(
    r"\bthere\b(?!\s+(?:were|was|are|is|have|had|has)\b)|\b(?:of|in|among)\s+(?:these|those|them|it)\b"
    r"|\b(?:rest|remain(?:s|ing|der)|others?|balance|left)\b"
)
OF_N = compiled(rf"\s+of\s+(?:(?:the|its|all)\s+|[\w’'-]+[’']s?\s+|[A-Z][\w-]+\s+)*(?P<n>{NUMBER})")
REST = compiled(
    r"\b(?:rest|remain(?:s|ing|der)?|left|leav(?:e|es|ing)|balance|others?|except|exclud(?:ed?|es|ing)"
    r"|(?:apart|aside)\s+from|exceptions?|all\s+(?:but|bar|save))\b"
)
TO_ONE = compiled(
    rf"\b(?P<n>{NUMBER})(?:\s+to\s+(?:one|1)\b|\s+times\s+as\s+\w+|\b[^.;\d]{{0,40}}?\bfor\s+(?:every|each)\b)"
)
LEAVES = compiled(
    r"\b(?:rest|remain(?:s|ing|der)?|left|leav(?:e|es|ing)|balance|others?|another|besides|without"
    r"|except|exclud(?:ed?|es|ing)|not\s+counting|(?:apart|aside)\s+from|than|exceptions?"
    r"|(?:all|every|each)\b[^.;,]{0,40}\b(?:but|bar|save))\b"
)
TO_NUMBER = compiled(rf"\s+to\s+(?:just\s+|only\s+)?{NUMBER}")  # "up by six to nine in 2022/23"
THE_REST = compiled(
    r"\b(?:the|all)\s+(?:rest|others?|remainder|remaining\s+(?:\w+\s+)?(?:ones?|offences?|cases?|victims?)|balance)\b"
    r"(?!\s+of\s+(?!(?:the\s+|these\s+|those\s+)?(?:them|these|those|offences|cases|victims|children)\b))"
    r"|\bmak(?:e|es|ing)\s+up\s+the\s+(?:total|number|rest|difference)\b"
)
"""What is left of a whole whose parts are given: "the rest were boys"."""
AMONG_OTHERS = compiled(r"\s*,?\s*(?:such\s+as|includ(?:ed?|es|ing)|among|like|and|or)\b")
ROW = re.compile(
    r"(?m)(?:^[\s|*•–-]*|[,;(:]\s*|\b(?:and|ages?:?|aged)\s+)(?P<age>\d{1,2})"
    r"(?:\s*(?:years?(?:\s+old)?|yrs?))?\s*(?:[|:=–—]|-(?!\s?year)|\t|\s{2,}|\(|,(?=\d+$|\s+\w+(?:-\w+)?\s*(?:[;.]|$)))\s*"
    r"(?P<n>\d+(?:,\d{3}(?!\d))*|(?:no(?:ne|ught)?|nil)\b|"
    rf"{WORDS})"
)
NOT_KNOWN_CELL = compiled(
    r"(?:(?:age|sex|gender|platform|app)s?\s+)?(?:not\s+(?:known|recorded|stated|given)|un(?:known|recorded|stated))"
)
LISTED = compiled(r"\s*(?:,|;|/|,?\s+and)\s*[<≤]?\s*")
ITEM = re.compile(r"(?<=[:.]\s)\d{1,2}[.)](?=\s+[A-Z])")
OF_AGES = compiled(r"\bage[ds]?\b|\byears?[-\s]olds?\b")
