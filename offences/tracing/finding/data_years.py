"""Readers of how many years have figures: "four years of figures", "the worst of four"."""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import ANSWERED, GAVE
from offences.tracing.finding.times import SPAN_BEFORE, YEARS
from offences.tracing.finding.vocabulary import DATA, OFFENCE, TWO_YEARS_END, YEARS_LONG, compiled

SERIES = "series"
"""The word of a figure that is how many years there are: "the worst of its four years"."""

_LABEL = r"(?:19|20)\d\d[/–-]\d\d"
_YEARS_OF = compiled(
    rf"{YEARS_LONG}(?:,?\s+\(?(?:(?:from|between|of)\s+)?{_LABEL}(?:(?:,\s+{_LABEL})*,?\s+(?:(?:up\s+)?to|and|until"
    rf"|through(?:\s+to)?)\s+|\s?[–-]\s?){_LABEL}|\s+(?:of\s+(?:(?:comparable|available|full|published)\s+)?{DATA}"
    r"|(?:for\s+which|with|where|that\s+have)\b[^.,;:()\d]{0,30}\bfigures?\b"
    r"|we\s+(?:do\s+)?(?:have(?!\s+(?:[a-z]+ed|been|had|heard|seen|known|said|told|given|got|tried|made|gone|grown|risen|fallen|dealt)\b)|can\s+compare)|(?P<first>from\s+(?:19|20)\d\d)(?!(?:[/–-]\d\d)?\s+(?:to|until)\b)|from\s+(?:19|20)\d\d))"
)
# "Tarn's figures, 2016/17 to 2019/20, cover four financial years"
RANGE_COVERS = compiled(
    r"\b(?P<first>(?:19|20)\d\d)[/–-]\d\d(?:\s+(?:up\s+)?(?:to|until|through)\s+|\s?[–-]\s?)(?P<last>(?:19|20)\d\d)[/–-]\d\d[,)]*\s+"
    r"(?:cover|span|make|give|amount\s+to|com(?:e|prise)|is|are|was|were)(?:s|ing)?\s+(?:(?:just|only|a\s+(?:full|total\s+of)|to|up)\s+)*$"
)
_YEARS_OF_DATA = compiled(rf"{YEARS_LONG}\b")
_AS_LONG = compiled(r"[-‐‑\s]year\s+(?:total|sum|tally|count|period|stretch|span)\b")
# "Tarn Police gave figures for four years"
_FIGURES_FOR = compiled(
    r"\b(?:gave|ha[sd]|have|holds?|sent|supplied|provided)\s+(?:figures|data|numbers)\s+for\s+"
    r"(?:(?:just|only|the|all)\s+)*$"
)
# "It has figures for three of the four years"
_OF_N_YEARS = compiled(rf"\s+(?:out\s+)?of\s+(?:the\s+)?(?:last\s+|past\s+)?{NUMBER}\s+years\b")
# "The nine forces with two years of figures": which forces they are
_FORCES = (
    r"\b(?:forces|constabularies|those|ones"
    rf"|(?:among|in|across|from|for|of)\s+(?:the\s+)?{NUMBER})\s+"
)
_DID = r"(?:(?:that|which|who|could|can|able\s+to|have|had)\s+)*"
_TWO = r"(?:(?:all|both|each)\s+of\s+)?(?:(?:the|these|those|last|past|latest)\s+)*$"
_FORCES_WITH = compiled(
    rf"{_FORCES}{_DID}(?:with|have|had|{GAVE})\s+(?:us\s+)?"
    rf"(?:(?:\w+\s+)?{DATA}\s+(?:for|in|on|from|across|over|covering|spanning)\s+)?{_TWO}"
    rf"|{_FORCES}{_DID}(?:{ANSWERED}|(?:be\s+)?compar(?:ed|able))\s+(?:for|in|over|across)\s+{_TWO}"
)
_GIVEN_TWO = compiled(rf"(?:{YEARS_LONG}){TWO_YEARS_END}")


def years_of_data(here: Context) -> Candidate | None:
    """How many years of figures there are: "four years of figures"."""
    is_two = here.number.value == 2 and here.precedes(_FORCES_WITH)
    if is_two and (here.follows(_GIVEN_TWO) or here.follows(_YEARS_OF)):
        return here.found("exempt")
    if here.precedes(_FIGURES_FOR) and (here.follows(YEARS) or here.follows(_OF_N_YEARS)):
        return here.found("data_years")
    if here.follows(_YEARS_OF_DATA) and here.precedes(RANGE_COVERS):
        return here.found("data_years")
    match = here.follows(_YEARS_OF)
    if here.follows(_AS_LONG):  # "the three-year total, 2016/17 to 2018/19"
        sentence = here.passage.sentence_bounds(here.number.start)
        return here.found("data_years") if len(here.passage.labels_between(*sentence)) > 1 else None
    is_time = match and match["first"] and SPAN_BEFORE.search(here.all_before)
    return here.found("data_years") if match and not is_time else None


_OWN = r"(?:the|its|their|our|these|(?-i:[A-Z])[\w’'-]*(?:\s+(?:Police|Constabulary))?[’']s?)"
# "The second highest of the", "the fewest recorded in any of its", "the only fall in the"
_PLACE_AMONG = compiled(
    r"\b(?:highest|lowest|most|fewest|largest|smallest|biggest|busiest|quietest|worst|best|peak|top|bottom|only|sole"
    r"|ranks?|ranked|ranking|second|third|fourth|fifth|sixth|seventh|eighth|last)\b[^.;:\d]{0,80}?"
    rf"\b(?:of|in|among|amongst|across|over)\s+(?:(?:any|all|of)\s+)*{_OWN}\s+(?:(?:full|whole)\s+)*$"
)
_SERIES = compiled(
    rf"(?:{YEARS_LONG}|\s+(?:yearly|annual)\s+(?:totals|figures|numbers|counts|tallies))\b"
    r"(?![’']|\s+(?:ago|before|earlier|later|old|in\s+prison|of\s+(?:age|work|service))\b)"
)
# "Its worst year of the four"
_YEAR_OF_THE = compiled(r"\byears?\s+of\s+(?:the|its|all)\s+$")
_ENDS = compiled(r"\s*(?:[.,;:)!?]|$)|\s+(?:was|is|had|from|since|between|to|in|for|came|with)\b")
# "The first two years on the list, 2016/17 and 2017/18", "its two latest years, …"
LISTED = (
    rf",?\s+\(?(?P<named>{_LABEL}(?:,\s+{_LABEL})*,?"
    rf"(?:\s+(?:to|until)\s+|\s+and\s+|\s?[–-]\s?){_LABEL})"
)
"""Years that are named one by one, or the first and the last of them."""
_END, _OF_LIST = (
    compiled(r"\b(?:first|earliest|last|latest|opening|closing|most\s+recent)\s+$"),
    compiled(
        rf"{YEARS_LONG}\s+(?:on|of|in)\s+{_OWN}\s+(?:[\w’'-]+\s+){{0,2}}?(?:list|series|table|run|record|figures){LISTED}"
    ),
)
_END_YEARS = compiled(rf"\s+(?:first|earliest|last|latest|most\s+recent)\s+years{LISTED}")
_SO_LONG = compiled(r"[-‐‑\s]year\s+(?:series|record)\b")
_OF_DATA = compiled(rf"\b(?:totals?|figures?|numbers?|counts?|{OFFENCE})\b")
_THE = compiled(r"\b(?:the|this|its|our|their)\s+$")


def years_of_series(here: Context) -> Candidate | None:
    """How many years one of them is first, last or alone among: "the worst of its four years"."""
    if not here.number.is_whole or here.number.value < 2:
        return None
    if (here.precedes(_END) and here.follows(_OF_LIST)) or here.follows(_END_YEARS):
        return here.found("data_years", word=SERIES)
    is_among = here.follows(_SERIES) and here.precedes(_PLACE_AMONG)
    is_among = is_among or (here.follows(_ENDS) and here.precedes(_YEAR_OF_THE))
    if not (is_among or (here.follows(_SO_LONG) and here.precedes(_THE))):
        return None
    start, end = here.passage.sentence_bounds(here.number.start)
    has_labels = here.passage.labels_between(start, end)
    is_of_data = has_labels or _OF_DATA.search(here.passage.text, start, end)
    return here.found("data_years", word=SERIES) if is_of_data else None
