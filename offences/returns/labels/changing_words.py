"""The words that may change what numbers near them are, and those that never do."""

import re

_BY_CHILDREN = (
    r"\bby (?:an? |other |another |the )?(?:(?:young|minor|child) )?(?:under[ -]?18s?|u18s?"
    r"|child(?:ren)?|minors|juveniles|people|persons|youths?|teen\w*|adolescents|peers?|pupils"
    r"|students)\b"
    r"(?![’'-]| (?:and |or )?(?:victims?|ages?|genders?|sex(?:es)?|groups?|bands?))"
    r"|\bbetween (?:\w+ )?(?:children|minors|pupils|peers|young people|youths|under[ -]?18s)\b"
    r"|\b(?:child|children|peer|youth|juvenile|minor|18)s?[ -](?:on|to|and)[ -](?:child|peer"
    r"|youth|juvenile|minor|under[ -]18)\w*|\bself[- ](?:generated|produced|taken)\b"
)
BY_CHILDREN = re.compile(_BY_CHILDREN, re.IGNORECASE)  # the accused are
_BY_WEB = (  # “recorded online”, though not “recorded online crime” or “recorded as online”
    r"(?<!request )(?<!request was )\b(?:reported|recorded|logged|registered|received"
    r"|submitted|notified|lodged|made|taken)"
    r" (?:(?:to|by) (?:the )?(?:police|public|force) )?(?:on-?line|via)\b"
    r"(?!,? (?:and |or )?(?:child|sex|crime|offen|abuse|exploit|groom|harass|stalk|blackmail|threat"
    r"|flag|element|marker|component|enabled|related|facilitated|incit|rape|assault|communicat"
    r"|indecen))"
    r"|\bon-?line[ -](?:reports?|reporting|recording)\b|\bon-?line-re(?:cord|port)ed\b"
)
BY_WEB = re.compile(_BY_WEB, re.IGNORECASE)
_COUNTS_FLAGS = r"\bcount of (?:[\w-]+ )?(?:flag|marker|indicator)s?(?=\W*$)"
COUNTS_FLAGS = re.compile(_COUNTS_FLAGS, re.IGNORECASE)  # of a pivot: those with “N”, too
CHANGES = re.compile(
    # more or fewer of them than were asked for
    r"\b(?:exclu\w+|excl\.?|includ\w+|incl\.?|inclusive of|only|except\w*|omit\w*|left out|without"
    r"|ignor\w+"
    r"|not (?:been )?(?:include|count|cover|captur|recorded|all|every|yet|full|fully)\w*|remov\w+"
    r"|filter\w*|limited to|restricted to|confined to"
    r"|where (?:known|recorded|stated|given|available)"
    r"|where (?:\w+ ){1,4}?(?:is|was|are|were|has been|have been|could be)(?: \w+)?"
    r" (?:known|stated|given|available|identified|named|(?:recorded|held|noted)(?=\W*$))"
    r"|other than|apart from|plus"
    r"|as well as|adults?|all ages|any age|over 1[6-9]|1[6-9] (?:and|or) over"
    r"|aged (?!(?:under|below) 18|0|17|up to 1[78])"
    r"|under[ -](?!18)\d{1,2}s?|historic\w*|non-recent|attempt\w*|conspir\w+|offline|in person"
    r"|contact offences)\b"
    r"|\b(?:ages?|victims?|child(?:ren)?) (?!0\b|1[78]\b)\d{1,2}\b(?! ?%)"
    r"|\b(?:on-?line|cyber)\b[\w -]{0,60}(?:,| and|&) (?:total|all|overall)\b"
    r"|\b(?:total|all) and on-?line\b"
    r"|\b(?:is|are|was|were|holds?|information|data) for (?:all|any)"
    r" (?:(?!on-?line|cyber|internet|flag)[\w-]+ ){0,2}(?:offen[cs]es|crimes?)(?=\W*$)"
    # another thing that is counted
    r"|(?<!\w )(?<!-)\brelated (?:crimes|offen[cs]es)\b|\b(?:are|of|were|the|and|with|their|all)"
    r" related (?:crimes|offen[cs]es)\b"
    r"|\b(?:not|rather than|instead of|as opposed to|nor) (?:of |the |all )*(?:offen[cs]es?|crimes?"
    r"|victims?|incidents?|children|persons|people|individuals|suspects?|offenders?|reports?)\b"
    r"|\b(?:finali[sz]ed|closed|detected|solved|charged|cautioned|convicted|prosecut\w+|concluded"
    r"|open cases|live cases|under investigation|outcomes?|disposals?|investigations?|arrest\w*"
    r"|suspects?|offenders?|perpetrators?|incidents?|reports? (?:made|received)|calls|referrals?"
    r"|intelligence|allegations?|individuals?|persons|people|unique|distinct|duplicat\w+"
    r"|(?:double|multiple)[ -]count\w*|counted (?:once|twice|more|per|for|each|by|in|as)"
    r"|(?:more than one|multiple|several|each|every|one|two) (?:\w+ )?(?:offen[cs]es?|crimes?"
    r"|victims?|suspects?|child|children|categor\w+|platforms?|apps?|rows?|columns?|times)"
    r"|(?:principal|primary|main|first|most serious) (?:offence|crime|victim|category|app|platform)"
    r"|lead offence)\b"
    r"|\ball (?:of )?(?:the )?(?:types|(?:police )?forces|police|persons|victims)\b"
    r"|\b(?:19|[2-9]\d)[ -](?:years?|yrs?)\b"
    r"|^all (?:(?:recorded|reported|child) )*(?:crimes?|(?:sexual )?offences)(?: (?:recorded"
    r"|reported))?(?: (?:against|involving|on)(?! .*\b(?:on-?line|cyber\w*|internet|flag\w*|web)\b)"
    r"(?: [\w’-]+){1,6})?\.?$|\btotal (?:recorded )?crime\b"
    # children who are accused
    rf"|{_BY_CHILDREN}"
    # a filter that lets all through, or other things than offences
    r"|\b(?:on-?line|cyber|internet|flag\w*|ages?|child\w*|victims?|under[ -]18s?|u18s?|forces?)\b"
    r"[^:=|?()]{0,30}(?:[:=] ?\(?(?:all|any)\)?|\((?:all|any)\))(?=\W*$)"
    r"|^(?:[\w-]+ )?(?:type|category|kind|base|unit|counts?|counted|measure)s?"
    r" ?[:=] ?victims?(?=\W*$)"
    # reported or recorded on the web, wherever they were committed
    rf"|{_BY_WEB}"
    rf"|{_COUNTS_FLAGS}"
    r"|\b(?:offen[cs]es|crimes)(?: recorded)? ?(?:and|&|/|\+|plus|as well as) ?"
    r"(?:(?:the|their|its|all|child|recorded|numbers? of) )*victims\b(?![’'])"
    r"|\bvictims ?(?:and|&|/|\+|plus|as well as) ?(?:offen[cs]es|crimes)\b"
    # another time
    r"|\bto date\b|\bso far\b"
    r"|^(?:(?:figures|data|position) )?(?:as )?(?:at|of|on)\b|\b(?:date|year|month) committed\b"
    r"|\b(?:offen[cs]e|crime|incident) dates?\b(?! (?:recorded|reported))"
    r"|\b(?:calendar|academic|school|tax|rolling|performance|fiscal|part)[ -]years?\b"
    r"|\byears? (?:is|are|runs?|ends?|ending|begins?|starts?|starting|means?|=)\b"
    r"|\b(?:since|before|after|prior to) (?:the )?(?:end of |start of )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|\b(?:year|date|month|day)s? (?:of|in which|that|when) (?:the )?(?:offen|crime|incident"
    r"|occur|commi|report|arrest|birth)\w*|\b(?:committed|occurr(?:ed|ing)|happened|happening"
    r"|took place|taking place) (?:(?:between|from|since|before|after|within|over)"
    r"(?= (?:the )?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|start|end|last"
    r"|(?:financial |calendar )?years?|period))|in"
    r"|on(?! (?:the )?(?:internet|web|on-?line|social media)\b)|during|date)\b"
    r"|\b(?:first|second|last) (?:half|quarter|\w+ months)\b"
    r"|\b(?:[2-9]|1[01]) ?(?:m|mths?|months)\b"
    # another place
    r"|\b(?:area|zone|sector|division|district|beat|cluster|hub) (?:\d{1,2}|[a-z])\b"
    r"|\b(?:region(?:al|s)?|county|counties|national|nationally|england|wales|u\.?k|joint"
    r"|both forces|other forces?|another force|neighbouring"
    r"|behalf of|partnership|combined|merged|transferred|outside|across the|whole of|airports?"
    r"|british transport|ministry of defence|other police)\b"
    # of another size, or not yet certain
    r"|(?<!\w)[x×] ?\d{2,}\b|\bmultipl(?:y|ied)\b|\btimes (?:ten|10)\b|\b(?:thousand|hundred)s?\b"
    r"|\b0{3}s?\b|\btens\b|\bin \d{2,}s\b"
    r"|\b(?:round\w*|estimat\w+|approx\w*|(?:about|around|circa) \d+|average\w*|provisional|draft"
    r"|interim|preliminary|unaudited|unvalidated|unverified|indicative|cumulative|running total"
    r"|weighted|sample\w*|scaled|adjusted|revised|restated|amended|corrected|superse\w+|replac\w+"
    r"|subject to|may (?:change|differ|vary|be)|might|could|incomplete|partial|missing|unreliable"
    r"|inaccura\w+|caution|understat\w+|overstat\w+|under-?record\w*|over-?record\w*|errors?"
    r"|mistakes?|wrong|problems?|issues?|gaps?|backlog|not (?:be )?(?:compar|accura|complete"
    r"|reliab|valid|consist|available|possible)\w*|no longer|dip[ -]?sample\w*)\b"
    r"|\b(?:correct|right|real|true|actual|proper) (?:\w+ )?(?:numbers?|figures?|counts?|totals?"
    r"|data)\b|\b(?:made[ -]up(?! of)|fictiti\w+|fictional|invented|illustrat\w+|placeholders?)\b"
    # counted in another way
    r"|\b(?:definition\w*|methodolog\w*|changed?|changes|new (?:system|flag|code|marker|rules?)"
    r"|old (?:system|flag|code)|migrat\w+|introduc\w+|keywords?|free[ -]text|manual\w*"
    r"|optional|mandatory|not always|flag(?:s|ged)? (?:may|not|only|is not|was not)|relies"
    r"|depend\w*)\b",
    re.IGNORECASE,
)
RULES = re.compile(  # by which all crimes are counted, with their edition
    r"\b(?:(?:(?:home office|national|crime|ho|the) )*(?:crime )?(?:counting|recording) rules"
    r"|hocr|ncrs)\b"
    r"(?:,? \(?(?:(?:of|from|for|as of|in force) )?(?:[a-z]{3,9} )?"
    r"(?:19|20)\d\d(?: ?[/-] ?(?:20)?\d\d)?(?!\d)\)?)?",
    re.IGNORECASE,
)
FORCE = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]{1,30}|and|&|of) ){0,6}(?:Police(?: Service| Force)?|Constabulary)\b"
    r"|\bHome Office\b"
)
PLAIN = re.compile(  # the words of a title that says what was asked for, and of a letter's head
    r"(?:\d+[a-z]?|sum|the|same|an?|of|in|on|at|by|to|for|from|and|or|with|where|which|that|this|these"
    r"|our"
    r"|is|are|was|were|has|have|been|be|as|it|its|total|totals|numbers?|counts?|volumes?|figures?"
    r"|data|nature"
    r"|all|single|used|time|applied|y|yes|gives?|codes?|ho|named|tabs?|statistics"
    r"|tables?"
    r"|sheet|page|annex|appendix|section|questions?|answers?|q\d*[a-z]?|response|reply"
    r"|request|foi|freedom|information|act|ref|reference|title|report|summary|end|breakdown"
    r"|broken|down|split|list|shown|below|above|following|attached|online|cyber|internet|flag"
    r"|flagged|marked|tagged|csa|enabled|related|facilitated|element|sexual|sex|offen[cs]es?|crimes?|recorded"
    r"|reported|produced|prepared|compiled|published|committed|commission|against|children|child"
    r"|childs|minors|under|years?|aged?|ages|annual|final|internet|systems?|athena|niche|nspis"
    r"|gender|victims?|involving|whose|financial|fy|between|during|period"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\d*|month"
    r"|platforms?|apps?|types?|categor\w+|groups?|bands?|class|description|police|forces?"
    r"|constabulary|area|notes?|key|please|see|find|requested|source|st|nd|rd|th|official|contents|search|searched|criteria|parameters"
    r"|sensitive|protect"
    r"|unclassified|crown|name|date|notifiable|marker|put)",
    re.IGNORECASE,
)
