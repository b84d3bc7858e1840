"""Grown-ups who are asked or come to a talk: "230 parents later", "a father said that …"."""

from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import narrow_clause_around, words_led
from offences.tracing.hidden_numbers.scenes import speaks_of_data
from offences.tracing.hidden_numbers.topics import TALK_ON


def is_of_people_spoken_to(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a number is of grown-ups who were asked or say something, or of a helpline.

    Nothing there, nor in the next sentence that points back, may be of harm, the police or the
    data; and of an app no more may be said than that they have heard of it.
    """
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if _is_who_is_quoted(passage, figure, named) or _is_of_an_audience(passage, figure):
        return True
    if _is_of_harm_or_data(passage, bounds):
        return False
    if figure.kind in SHARES or not any(map(_GROWN_UPS.fullmatch, words_led(text, figure.end))):
        return False
    if figure.value < _MANY and within(named, passage.bounds_before(bounds[0])):
        return False  # of a part named before as many may be victims: "Kik is hidden. Two mums …"
    if not _TELL.match(text, figure.end, bounds[1]):
        return False
    parts = [m for m in within(named, bounds) if m.slot.kind == "part"]
    return all(_is_spoken_of(text, bounds[0], m) for m in parts)


def _is_of_an_audience(passage: Passage, figure: Candidate) -> bool:
    """Whether it is of grown-ups in a room: "half the dads in the hall", "25 people came".

    Of few the room must be named; nothing in the clause may be of offences or harm.
    """
    text = passage.text
    came = _IN_THE_ROOM.match(text, figure.end) or _HEARD_A_TALK.match(text, figure.end)
    if came and _ON_AN_APP.search(text, passage.sentence_bounds(figure.start)[0], figure.start):
        return False
    is_many = figure.value >= _AN_AUDIENCE and _PRESENT.match(text, figure.end)
    first, last = narrow_clause_around(passage, (figure.start, figure.end))
    words = text[first:last]
    return bool(came or is_many) and not (OF_OFFENCES.search(words) or says_harm(words))


def _is_who_is_quoted(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it is one parent or reader who is quoted: "My son is nine," one mother told us.

    Their words may tell nothing of what befell a child, nor may they be said to the police.
    """
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    if figure.value != 1 or not _ONE_TOLD.match(text, figure.end, last):
        return False
    if text[first : figure.start].strip(' "“‘') and not _A_QUOTE.search(text, first, figure.start):
        return False
    start, _ = passage.with_sentence_before(first) if _IN_QUOTES.match(text, first) else (first, 0)
    _, end = passage.with_sentence_after(figure.start)
    words = text[start:end]
    if OF_OFFENCES.search(words) or says_harm(words) or _BEFELL.search(words):
        return False
    apps = [m for m in within(named, (first, last)) if m.slot.kind == "part"]
    return all(_IS_RULED_OUT.search(text, first, m.start) for m in apps)


def _is_of_harm_or_data(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence, or the next that points back to it, may be of harm or of the data."""
    text = passage.text
    after = bounds[1], passage.with_sentence_after(bounds[0])[1]
    sentences = [bounds, *([after] if _POINTS.search(text, *after) else [])]
    words = " ".join(_HARMLESS.sub(" ", text[slice(*each)]) for each in sentences)
    return speaks_of_data(words) or says_harm(words) or _OF_THEIRS.search(words) is not None


def _is_spoken_of(text: str, start: int, part: Mention[NamedCategory]) -> bool:
    """Whether somebody has heard of an app, or comes to a talk on it."""
    return any(each.search(text, start, part.start) for each in (_HEARD_OF, TALK_ON))


_A_SPEAKER = (
    r"(?:mothers?|fathers?|mums?|dads?|parents?|"
    r"grand\w+|nans?|carers?|readers?|callers?|listeners?|viewers?|residents?|teachers?|governors?|councillors?|neighbours?|pensioners?|women|woman|man|villagers?)"
)
_ONE_TOLD = compiled(
    rf"\s+(?:\w+\s+)?{_A_SPEAKER}(?:\s+of\s+\w+|,\s+\w+,)?\s+(?:who\s+[^.;,]{{1,40}}\s+)?(?:(?:told|tells)\s+(?:us|me|this\s+\w+|the\s+(?:\w+\s+)?(?:meeting|paper|programme|council|newspaper|hall|room|show|audience|governors))\b|(?:said|says|wrote|writes|asked|asks|wondered|wonders|added|admitted|wanted\s+to\s+know|explained|complained|suggested|posted|texted|tweeted|commented)\b)"
)
_A_QUOTE = compiled(r"[,?!.][\"”’]*\s+\Z")
_IN_QUOTES = compiled(r"[^\"“‘]*[”\"]")
_BEFELL = compiled(
    r"\b(?:m[ae]n|strangers?|some(?:one|body)|met|meets?|sent|sends?|found|messag\w+|happen\w*|pictures?|photos?|images?|began|start(?:s|ed)|police|officers?|detectives?|court|ordeal|trust\w*"
    r"|nightmare|through\s+it|one\s+of\s+(?:them|those|these)|took|lost|tricked|lured|cried|tears|star(?:s|red)?|row|statement|case|figures?|numbers?|victims?|mine|ours|was\s+(?:him|her)|is\s+(?:mine|ours))\b"
)
"""What may be said of a child that was harmed, or is in the figures."""
_IS_RULED_OUT = compiled(
    r"\b(?:deleted|bann?(?:s|ed)|block(?:s|ed)|remov(?:es?|ed)|heard\s+of|allow(?:s|ed)?|uninstall(?:s|ed)?|asks?\s+for|wants?|use)\s+(?:(?-i:[A-Z][\w’-]+)(?:,\s+(?:and\s+)?|\s+and\s+|\s+or\s+))*\Z"
)
_AN_AUDIENCE = 20
"""So many who came to a meeting are more than a number that is hidden."""
_ADULTS = (
    r"(?:people|parents|"
    r"mothers|fathers|mums|dads|grandparents|adults|residents|villagers|governors)"
)
_IN_THE_ROOM = compiled(
    rf"\s+(?:of\s+)?(?:the\s+)?{_ADULTS}\s+(?:present\b|in\s+the\s+(?:room|hall|audience|church|pews|library|tent)\b)"
)
_HEARD_A_TALK = compiled(
    rf"\s+{_ADULTS}\s+(?:heard|came\s+to|attended|sat\s+through|listened\s+to|turned\s+(?:up|out)\s+for|braved\s+the\s+\w+\s+for)\s+(?:(?:the|our|an?|her|his|(?-i:[A-Z])\S+|\w+[’']s)\s+){{0,4}}?(?:talk|session|assembly|workshop|lecture|presentation|briefing|(?:public|parents[’']|town|village|school)\s+meeting)\b(?!\s+(?:with|where|he|she|of|following|after|that)\b)"
)
_ON_AN_APP = compiled(
    r"\b(?:on|for)\s+(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z])\w+,?\s+\Z"
)
_PRESENT = compiled(
    rf"\s+{_ADULTS}\s+(?:(?:had\s+)?(?:came|come|attended|turned\s+up|showed\s+up|signed(?:\s+up)?|packed|squeezed|listened)\b(?!\s+forward)|there\b(?=\s*[.,;!]))"
)
_MANY = 10
"""So many people asked are no parents of the few victims of a hidden part."""
_GROWN_UPS = compiled(
    r"parents?|mothers?|fathers?|mums?|dads?|carers?|grandparents?|adults?|people|experts?|readers?|residents?"
    r"|neighbours?|reporters?|viewers?|listeners?"
)
_EVENT = r"(?:talks?|meetings?|sessions?|workshops?|evenings?|events?|courses?|launch)"
_TELL = compiled(
    r"(?:(?!\b(?:of|whose|whom|who)\b)[^.;,:]){0,40}?\s"
    r"(?:(?:told\s+(?:us|me)|sa(?:id|ys?))\s+(?:that\s+)?(?:(?:s?he|they)\s+had\s+never\s+heard\s+of|(?:it|they|the\s+\w+)\s+(?:should|ought))"
    r"|(?:have\s+|has\s+)?(?:started|set\s+up|formed|founded|launched|begun)\s+an?\s+(?:[\w’'-]+\s+){0,2}?(?:group|campaign|petition|charity|page|club|network|newsletter)\b"
    r"|(?:have\s+|has\s+)?asked\s+(?:me|us)\s+(?:why|how|whether)|(?:have\s+)?volunteered\b|want(?:ed)?\s+to\s+(?:help|join|volunteer)\b"
    rf"|(?:have\s+)?(?:c[ao]me\s+to|attended|signed\s+up\s+(?:to|for)|booked|turned\s+up\s+to)\s+(?:an?|the|our)\s+(?:\w+\s+)?{_EVENT}\b)"
)
_HEARD_OF = compiled(
    r"\b(?:heard\s+of|(?:worried|worry|concerned|anxious|nervous)\s+about|know|knew|knows|allow(?:s|ed)?|ban(?:s|ned)?)\s+"
    r"(?:(?-i:[A-Z][\w’-]+)(?:,\s+(?:and\s+)?|\s+and\s+|\s+or\s+))*\Z"
)
_POINTS = compiled(
    r"\b(?:they|them|their|these|those|both|all|each|neither|none|every|one\s+of|it|that|he|she|his|her)\b"
)
_OF_THEIRS = compiled(
    r"\b(?:their|his|her|whose)\s+(?:\w+\s+)?(?:cases?|losses|grief|names|evidence|ordeal|statements?)\b"
    r"|\b(?:their|his|her|whose|own|an?)\s+(?:\w+\s+)?(?:sons?|daughters?|boys?|girls?|lads?|lass(?:es)?|twins|kids?|child(?:ren)?)\b"
    r"|\b(?:each|apiece)\b"
    r"|\b(?:blam\w+|happen\w*|through\s+it|hurt|lost|cried|wept|tears)\b"
)
_HARMLESS = compiled(
    r"\bto\s+protect\s+children\b|\b(?:(?:his|her)\s+(?:son|daughter)\s+)?showed\s+it\s+to\s+(?:him|her|them)\b|\bmeetings?\b"
)
"""Words that look like harm and are none."""
