"""Where the words that may narrow a number end: "as adults target children" does not."""

from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, FALL_NOUN, RISE, RISE_NOUN, YEAR, compiled

ENDS = compiled(
    r"[.,;:!?()\n“”\"–—]|\b(?:and|but|while|whereas|than|compare[sd]?|includ(?:e|es|ed)|mostly|mainly|largely|chiefly|up|down|or|is|are|means?|found\s+that|(?<!\bthat\s)(?<!\bwhich\s)(?:show(?:s|ed)?|reveal(?:s|ed)?|suggest(?:s|ed)?)|makes?|became|becomes?|turn(?:s|ed)?\s+into|form(?:s|ed)?"
    r"|(?<!\bthat\s)(?<!\bwhich\s)(?<!\bwho\s)(?:had|has|have)|puts?|marks?|were\s+the|was\s+the|tells?|says?|represents?|between\s+them"
    rf"|(?<!\bthat\s)(?<!\bwhich\s)(?<!\bwho\s)(?:became|become|turned\s+into|(?:{RISE}|{FALL})\s+(?:\w+ly\s+)?to)(?=\s+(?:\Z|{NUMBER}))"
    rf"|(?<!\bthat\s)(?<!\bwhich\s)(?:amount|come|work|average|equate)(?:s|ed)?\s+(?:out\s+|up\s+)?(?:to|at)(?=\s+(?:[\w-]+\s+){{0,2}}?(?:\Z|{NUMBER}))"
    r"|(?:was|were)\s+(?:(?:therefore|thus|\w+ly|not)\s+)*(?:the|an?|followed)"
    r"|as\s+(?:[\w’'-]+\s+){1,4}?(?:calls?|warns?|urges?|demands?|says?|faces?|launch(?:es)?|seeks?|reveals?))\b"
)
# "905 offences in a year as adults target children": what else goes on
AS_THEY_TARGET = compiled(
    r"(?<!\bday )(?<!\bweek )(?<!\bmonth )(?<!\bhour )(?<!\bevery year )(?<!\beach year )\bas\s+"
    r"(?:(?:more|online|sex|sexual)\s+){0,2}"
    r"(?:adults|predators|p(?:a)?edophiles|groomers|abusers|offenders|criminals|perpetrators)\s+"
    r"(?:are\s+)?(?:target(?:ing)?|contact(?:ing)?|approach(?:ing)?|groom(?:ing)?|prey(?:ing)?\s+on"
    r"|exploit(?:ing)?|abus(?:e|ing)|hunt(?:ing)?)(?=\s+(?:children|youngsters|the\s+young|young\s+people)\b)"
)
# "The 149 offences amount to a rise of 35 per cent": all of them do, beside those before
AMOUNT_TO_A_CHANGE = compiled(
    r"(?<!\bthat\s)(?<!\bwhich\s)(?<!\bnot\s)(?<!\bnever\s)(?<!\bhardly\s)(?<!n[’']t\s)\b(?:amount|equate)(?:s|ed)?\s+to\s+an?\s+"
    rf"(?:(?:sharp|steep|big|large|small|slight|modest|total|overall|huge)\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\s+of\s+"
    rf"(?:(?:about|around|nearly|almost|over|more\s+than|just|only)\s+)*{NUMBER}(?:\s?%|\s+per\s?cent)"
    r"(?=\s*(?:[.,;!?]|\Z)|\s+(?:on|since|from|over|compared\s+with|in)\s+"
    rf"(?:the\s+(?:year\s+before|previous\s+year)|a\s+year\b|{NUMBER}\s+years\b|(?:that\s+of\s+)?{YEAR})\s*(?:[.,;!?]|\Z))"
)
