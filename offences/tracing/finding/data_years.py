"""A reader of how many years have figures: "four years of figures"."""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.times import SPAN_BEFORE, YEARS
from offences.tracing.finding.vocabulary import YEARS_LONG, compiled

_LABEL = r"(?:19|20)\d\d[/–-]\d\d"
_YEARS_OF = compiled(
    rf"{YEARS_LONG}(?:,?\s+\(?(?:(?:from|between|of)\s+)?{_LABEL}(?:(?:,\s+{_LABEL})*,?\s+(?:(?:up\s+)?to|and|until"
    rf"|through(?:\s+to)?)\s+|\s?[–-]\s?){_LABEL}|\s+(?:of\s+(?:(?:comparable|available|full|published)\s+)?(?:data|figures|records)"
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
_FORCES_WITH = compiled(
    r"\b(?:forces|constabularies|those|ones)\s+(?:with|(?:that|which|who)\s+(?:have|had|gave|sent|supplied))\s+$"
)


def years_of_data(here: Context) -> Candidate | None:
    """How many years of figures there are: "four years of figures"."""
    if here.precedes(_FIGURES_FOR) and (here.follows(YEARS) or here.follows(_OF_N_YEARS)):
        return here.found("data_years")
    if here.follows(_YEARS_OF_DATA) and here.precedes(RANGE_COVERS):
        return here.found("data_years")
    match = here.follows(_YEARS_OF)
    if match and here.number.value == 2 and here.precedes(_FORCES_WITH):
        return here.found("exempt")
    if here.follows(_AS_LONG):  # "the three-year total, 2016/17 to 2018/19"
        sentence = here.passage.sentence_bounds(here.number.start)
        return here.found("data_years") if len(here.passage.labels_between(*sentence)) > 1 else None
    is_time = match and match["first"] and SPAN_BEFORE.search(here.all_before)
    return here.found("data_years") if match and not is_time else None
