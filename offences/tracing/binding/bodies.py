"""The forces, nations and regions that a text names, and the facts held of each."""

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from offences.english import PLACES, is_uk
from offences.tracing.binding.body_names import (
    TITLE,
    as_written,
    display_name,
    in_capitals,
    name_written,
    named_in,
    reference,
    spellings,
    without_the,
)
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.seats import is_seat, seats_with_police
from offences.tracing.evidence.category import ALSO_WORDS, PLATFORMS
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import OFFENCE, compiled, words_before


@dataclass(frozen=True)
class Body:
    """A force, nation or region that a text names, and its figures, where there are any."""

    name: str
    evidence: Evidence | None = None


_SHARES = (  # of offences, and no "national share of blame"
    r"(?:shares?|proportions?|percentages?)"
    rf"(?!\s+(?:prices?|holders?|of\s+(?!(?:(?:all|the|these|those)\s+)*(?:{OFFENCE}|{NUMBER}|girls|boys|children|victims))))"
)
# "UK figures show", and no force's own that are "set beside UK figures", or that "sent UK data"
_UK_FIGURES = (
    r"(?<!beside\s)(?<!with\s)(?<!against\s)(?<!like\s)(?<!to\s)(?<!and\s)(?:UK|British)\s+"
    r"(?:figures|data|totals?|numbers?|statistics|returns|tally)"
    r"(?=:\s|\s+(?:of\s+)?[1-9]|(?:\s+(?:for|from)\s+[^.;:,]{1,30}?)?\s+(?:shows?|showed|says?|suggests?|reveal|indicate|puts?|gives?|is|are|was|were"
    r"|rose|fell|rises|falls|ha[sd]|have|stands?|stood|came|reached|reaches|hits?|tops|topped|pass(?:es|ed)|exceed(?:s|ed)|climb(?:s|ed)|jump(?:s|ed)|leap[st])\b)"
    r"|(?:UK|British)\s+police(?=\s+(?:recorded|logged|counted|saw)\b)"
    r"|(?<=(?-i:A)ccording\sto\s)(?:UK|British)\s+(?:figures|data|statistics)"
)
# "UK online sexual offences"
_OF_THESE = (
    r"(?:(?:online|internet|web|cyber|digital|child|children[’']s|sexual|sex|abuse|grooming|recorded|reported)"
    r"(?:\s+|-)){0,5}"
)
# A line of the UK, as of a table: "UK, platform known: Instagram 20%"
_UK_LABEL = r"(?:(?<![^\n])|(?<=[-–—•*·|]\s))(?:the\s+)?UK(?=\s*[,|(–—]|\s+[-–—]\s)"
_WHOLE = compiled(
    r"\b(?:(?:UK|Britain|country|nation)-wide|nationally|nationwide|countrywide|(?<!like\sforces\s)(?<!\bas\sforces\s)(?:across|around|round|throughout|all\s+over|up\s+and\s+down)\s+the\s+(?:whole\s+)?(?:country|nation|land)|in\s+the\s+country"
    r"|(?:the\s+)?whole\s+country|the\s+(?:country|nation)\s+(?:as\s+a\s+whole|at\s+large)"
    r"|(?:at|on)\s+(?:the\s+|an?\s+)?(?:national|UK|country)(?:-wide)?\s+(?:level|scale)|for\s+the\s+(?:country|nation)(?=[,.;:)]|\s+in\s+20\d\d)"
    r"|the\s+(?:country|nation)(?=[’']s\s+(?:own\s+)?(?:figures?|tables?|totals?|data|numbers?|statistics|tally|count)\b)"
    rf"|(?:UK|British|national)\s+(?:{_OF_THESE}(?:offences|crimes|cases)|incidents|victims|{_SHARES}|equivalents?|police\s+(?:data|figures))"
    rf"|{_UK_FIGURES}|{_UK_LABEL}"
    r"|national\s+(?:totals?|(?:police\s+)?(?:data|figures|statistics|returns|tables))"
    r"|the\s+national\s+(?:(?:daily|weekly|monthly|yearly|annual|like-for-like)\s+)?(?:figure|total|number|picture|count|increase|rise|fall"
    r"|decrease|drop|change|average|rate|percentage|share|proportion|trend|data|one|series|sample|result|finding|statistic|tally|table|breakdown|dataset)s?"
    r"|(?:police\s+)?forces(?:(?![’'])|(?=[’']\s+(?:combined|joint|overall)\b))|constabularies|(?:force|police)\s+areas"
    r"|(?:across|throughout)\s+the\s+(?:whole\s+)?(?:survey|sample|panel)"
    rf"|(?<=offences\s)across\s+(?:(?:all|the|those|these)\s+)+{NUMBER}(?=\s+(?:where|in\s+which|for\s+which)\b)"
    r"|(?:across|throughout|for|in|over)\s+the\s+(?:whole|entire)\s+(?:group|survey|sample|panel)"
    r"|(?:across|in|throughout|around|round|over)\s+(?:the\s+)?(?:whole\s+of\s+)?(?:the\s+)?(?:UK"
    r"|United\s+Kingdom|Great\s+Britain|Britain)|(?:the\s+)?UK(?=:\s)|the\s+(?:UK|United\s+Kingdom)"
    r"|(?:(?:the|all)\s+(?:home|two|three|four)|both)\s+nations)\b"
    # "Recorded by UK police", and no "UK police chief"
    r"|\b(?:(?:UK|British)|(?:Britain|(?:the|this)\s+(?:country|nation))[’']s)\s+(?:police(?:\s+officers)?|officers)\b"
    r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:in|to|for|between|over|during|last|this|on|and|across)\b|\s+(?:have|has|had|were|are|dealt|saw|counted|noted|took)\b|\s+\w+(?:ed|ing)\b)"
)
_NATION = "|".join(PLACES)
_CHANNEL = "Channel Islands"  # Jersey and Guernsey together
_PART = rf"(?:{_NATION}|{_CHANNEL})"
_ONE_NATION = re.compile(rf"\b{_PART}\b")
_NATIONS = re.compile(rf"\b{_PART}(?:(?:,|,?\s+and)\s+(?:in\s+)?(?:the\s+)?{_PART})+\b")
AREA = "county|city|force|constabulary|valley|town|area|district|borough|island|parish"
"""What an area is called, as in “the county”."""
_PLACE = rf"(?:{AREA}|patch)"
_OWN = r"(?:this|our|her|his|their|its)"
_LOCAL = compiled(
    rf"\b(?:locally|local\s+(?:officers|police|detectives|cases|offences|crimes|victims|children|records|files)|the\s+(?:{_PLACE}(?!\s+(?:boundary|border|line)\b)|local\s+(?:force|(?:figure|total|number|rise|increase|fall|drop|change|share|proportion|percentage|rate|one|count|picture|equivalent|counterpart|average|level|tally)s?)"
    r"|force\s+area)"
    rf"|{_OWN}\s+(?:own\s+|one\s+)?(?:{_PLACE}|part\s+of\s+the\s+(?:world|country)|corner\s+of)"
    r"|our\s+(?:own\s+)?(?:(?:recorded|online|sexual|reported|latest)\s+){0,3}(?:cases|offences|crimes|police|share|total|tally|number|figure(?!s)|count)|(?:on\s+)?our\s+(?:own\s+)?doorsteps?"
    r"|our\s+(?:own\s+)?(?:most\s+common|commonest|peak)\s+age"
    r"|(?:we|our\s+(?:officers|detectives|force))(?:[’']ve|\s+have)?\s+(?:recorded|logged)|(?:his|her)\s+(?:own\s+)?(?:officers|detectives)|ours|(?:a?round\s+|down\s+|up\s+)?here(?!(?:[’']s|\s+(?:is|are|were|was|come|comes|goes|follows?))\s+(?:the\b|what\b|how\b|why\b|where\b|some\b|our\b|an?\b|my\b|that\b|\w+\s+(?:things|facts|numbers|figures|points|findings))))\b"
)
_REGIONS = re.compile(
    r"\b(?:the\s+)?(?P<name>(?:North|South)(?:[\s-](?:East|West))?\s+(?:of\s+England|Wales)|(?:North|South)[\s-](?:East|West)"
    r"|(?:East|West)\s+Midlands|the\s+Midlands|East\s+Anglia|the\s+Home\s+Counties)\b(?!\s+[A-Z])"
)
_REGION = compiled(r"\b(?:regionally|(?:the|this|our)\s+region)\b")
_ELSEWHERE = compiled(
    r"\b(?:elsewhere|(?:in\s+)?(?:(?<!\bthe only\s)other|neighbouring|surrounding|remaining)"
    r"\s+(?:\w+\s+)?(?:(?:UK|British)\s+)?(?:police\s+)?(?:areas?"
    rf"|forces?|counties|regions?)(?:\s+(?:in|across|of)\s+{_PART}(?:(?:,|,?\s+and)\s+{_PART})*)?"
    rf"|the\s+(?:rest|remainder)\s+of\s+(?:the\s+(?:country|nation|UK|region|forces)|{_PART}(?:(?:,|,?\s+and)\s+{_PART})*)"
    r"|another\s+(?:force|county|area))\b"
)
# "The Welsh total", "Scottish forces"
_ADJECTIVES = tuple(
    (
        nation,
        compiled(
            rf"\b{adjective}(?:\s+(?:police\s+)?forces\b|(?=\s+(?:totals?|figures?|number|police|force|cases?|offences?|crimes?|victims?|records?|tally|table|data)\b))"
        ),
    )
    for nation, adjective in (("Wales", "Welsh"), ("Scotland", "Scottish"), ("England", "English"))
)
_FORCE_OF = compiled(r"\bthe\s+(?P<nation>Welsh|Scottish|English)\s+force\b")
_NATION_OF = {"welsh": "Wales", "scottish": "Scotland", "english": "England"}
# "The chief constable said his officers": not where another force was named before
_HIS = compiled(r"(?:his|her)\s+(?:own\s+)?(?:officers|detectives)")


_HANDLE = re.compile(r"(?<!\w)[@#](\w+)")
_HANDLE_ENDS = re.compile(r"(?:police(?:service)?|constabulary|pol(?:uk)?|police(?:uk|hq))$")
_PROPER = r"[A-Z][a-z’'-]+(?:[^\S\n]+(?:and|on|upon)[^\S\n]+[A-Z][a-z’'-]+|[^\S\n]+[A-Z][a-z’'-]+)?"
# A force or place of which nothing is held: "Southmoor Police", "In Ravenshire, …".
_UNKNOWN = re.compile(
    rf"(?<![\w-])(?P<name>{_PROPER})[^\S\n]+{TITLE}(?![\w-])"
    rf"|\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ff]or)\s+(?P<place>{_PROPER})(?![\w-])"
    r"(?<![’']s)(?![’']s?\s+(?:\w+\s+)?(?:study|survey|research|request|data|exercise|inquiry)\b)"
)
# "Geoff in Upper Eller texted", where he lives; not "officers in Upper Eller said", nor "PC Lee"
_PERSON_IN = re.compile(
    r"\b(?!(?i:children|people|men|women|staff|someone|somebody|nobody|everyone|everybody|and|but|so)\b)"
    r"(?:[A-Z][\w’'-]*[a-rt-z]|James|Chris|Jess|Ross|Thomas|Lewis|Nicholas|Francis)\s+in\s+\Z"
)
_OFFICER = compiled(
    r"\b(?:police|force|constabulary|officer|detective|constable|sergeant|inspector|superintendent|chief|commissioner"
    r"|council\w*|cllr|insp|sgt|supt|det|const|w?pc|d[cis]|pcc)\b[^.;:,\n]*\Z"
)
_SPEAKS = compiled(
    r"\s+(?:texts?|texted|emails?|emailed|wr(?:ites?|ote)|tweet(?:s|ed)|says?|said|asks?|asked|rang|messaged|post(?:s|ed)|tells?|told|adds?|added)\b"
)
# "Cabinet Member for Families", "the Centre for Children"
_TITLE_FOR = re.compile(r"\b[A-Z][\w’'-]+\s+for\s+\Z")
_APPS = "|".join(re.escape(name) for name in PLATFORMS if name not in ALSO_WORDS)
_NO_PLACE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Parliament|Westminster|Whitehall"
    r"|Government|House|Commons|Lords|Court|Act|The|When|While|If|As|In|And|But|UK|British|Local"
    r"|National|Welsh|Scottish|English|Military|Europe|Brussels|Freedom|Information|Years?|Key"
    r"|School|Childline|Christmas|Easter|Chief|Police|Online|Offences|Total|All|Last|This|Most"
    r"|More|Notes?|Further|Downing|Street|Road|Lane|Avenue|Square|Number|Home\s+Office|Cabinet|Treasury"
    r"|Ministry|Department|Office|Committee|Assembly|Senedd|Silicon"
    rf"|Congress|Senate|Palace|Hall|Chambers?|Hansard|Ofcom|Internet|{_APPS})\b"
)

_FORCES = re.compile(r"(?:police\s+)?forces|constabularies", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.;:!?]\s|\n")


@cache
def _of_reference() -> tuple[dict[str, Body], dict[str, Body]]:
    """Each force there is, with no facts of it: by its names, and by those in capitals."""
    names: dict[str, Body] = {}
    for spelled in reference():
        body = Body(spelled[0])
        for each in as_written(spelled):
            names.setdefault(each, body)
    return names, in_capitals(names)


class Bodies:
    """Every body that a text may name, and which facts are held of it.

    `documents` are the local facts, then those of all forces; `others` the facts of further
    forces by name.
    """

    def __init__(self, documents: Documents, others: Mapping[str, Evidence] | None = None) -> None:
        self.local, self.national = documents.local, documents.national
        names: dict[str, Body] = {}
        local = Body(self.local.facts.place or "all forces", self.local)
        whole = local
        if self.national is not self.local:
            whole = Body("all forces", self.national)
        elif not self._is_whole(self.local):
            whole = Body("all forces")
        if not self._is_whole(self.local):
            self._add_local(names, local)
        elif self.local.facts.place and not is_uk(self.local.facts.place):
            names[without_the(self.local.facts.place)] = local
        if self.national is not self.local:
            self._add(names, whole, self.national.facts.place)
        for name, evidence in (others or {}).items():
            self._add(names, Body(name, evidence), name)
        for evidence in {id(each): each for each in documents}.values():
            for member in evidence.members:
                spelled = evidence.facts.aliases.get(member, ())
                self._add(
                    names, Body(display_name(member), evidence.member(member)), member, spelled
                )
        # A region may have a force's name: "London".
        self._add_local(names, local)
        of_nation = self.national.facts.area if self._is_whole(self.national) else ""
        nations = {each: whole if each == of_nation else Body(each) for each in PLACES}
        of_reference, capitals = _of_reference()
        self._names = ChainMap(
            *(names, of_reference, nations), *(in_capitals(names), capitals, in_capitals(nations))
        )
        self._own = frozenset(names)
        self._whole, self._local = whole, local
        is_region = self.national.facts.scope == "region"
        in_region = whole if is_region else Body("the region")
        self._region = local if self.local.facts.scope == "region" else in_region

    def _add_local(self, names: dict[str, Body], local: Body) -> None:
        facts = self.local.facts
        self._add(names, local, facts.place, facts.aliases.get(facts.place, ()))

    @staticmethod
    def _is_whole(evidence: Evidence) -> bool:
        """Facts of more than one force: of a region, a nation or all."""
        facts = evidence.facts
        return facts.panel is not None or facts.scope != "force"

    def _add(
        self, names: dict[str, Body], body: Body, name: str, others: Iterable[str] = ()
    ) -> None:
        if is_uk(name):
            return  # "the UK": see _WHOLE
        for each in spellings(name, tuple(others)) if name else ():
            names.setdefault(without_the(each), body)

    @property
    def members(self) -> frozenset[str]:
        """The forces that together are the whole."""
        return frozenset(self._whole.evidence.members if self._whole.evidence else ())

    @property
    def whole(self) -> Body:
        return self._whole

    @property
    def of_the_page(self) -> Body:
        """The force from whose page the text is checked."""
        return self._local

    def is_named(self, mention: Mention[Body], text: str) -> bool:
        """Whether a mention is a force or place by its name: not "the force", nor all forces."""
        is_name = mention.slot is not self._whole and mention.slot.name != "elsewhere"
        return is_name and not _LOCAL.fullmatch(text, mention.start, mention.end)

    @property
    def _asked(self) -> set[str]:
        """The nations whose forces were asked, where that is given."""
        return set(self._whole.evidence.facts.nations or ()) if self._whole.evidence else set()

    def _of_nation(self, nation: str) -> Body:
        return self._names.get(nation, Body(nation))

    def _of_nations(self, words: str) -> Body:
        """The body of nations: "England and Wales" is all forces, unless others were asked."""
        asked = self._asked
        named = set(_ONE_NATION.findall(words))
        if _CHANNEL in named:
            named = named - {_CHANNEL} | {"Jersey", "Guernsey"}
        return Body(" ".join(words.split())) if asked and named != asked else self._whole

    def find(self, text: str) -> list[Mention[Body]]:
        """Every mention of a body, in the order of the text."""
        found: list[Mention[Body]] = []
        elsewhere = Body("elsewhere")
        found += [Mention(*m.span(), elsewhere) for m in _ELSEWHERE.finditer(text)]
        for m in _NATIONS.finditer(text):
            if not is_taken(m.span(), found):
                found.append(Mention(m.start(), m.end(), self._of_nations(m[0])))
        found += self._in_handles(text)
        for m in named_in(text, self._own):
            if not is_taken(m.span(), found):
                found.append(
                    Mention(m.start(), m.end(), self._names[name_written(m[0], self._names)])
                )
        found += [Mention(*m.span(), self._local) for m in self._forces_of_a_nation(text)]
        for pattern, body in (
            *((pattern, self._of_nation(nation)) for nation, pattern in _ADJECTIVES),
            (_WHOLE, self._whole),
            (_REGION, self._region),
            (_LOCAL, self._local),
            (_REGIONS, Body("another region")),
        ):
            for m in pattern.finditer(text):
                if not is_taken(m.span(), found):
                    found.append(Mention(m.start(), m.end(), body))
        for m in seats_with_police(text):
            span = m.span(str(m.lastgroup))
            if not is_taken(span, found):
                found.append(Mention(*span, Body(text[slice(*span)])))
        for m in _UNKNOWN.finditer(text):
            span = m.span("name") if m["name"] else m.span("place")
            words = text[slice(*span)]
            is_title = m["place"] and _TITLE_FOR.search(words_before(text, m.start("place")))
            is_owner = words.endswith(("’s", "'s"))  # "in Lantern's study"
            is_speaker = m["place"] and _is_where_one_lives(text, m.span("place"))
            is_no_place = is_seat(words) or _NO_PLACE.search(words)
            is_no_body = is_title or is_owner or is_speaker or is_no_place
            if not (is_taken(span, found) or is_no_body):
                found.append(Mention(*span, Body(words)))
        found = [m for m in found if not self._is_of_the_area(text, m, found)]
        found = [m for m in found if not (m.slot is elsewhere and _is_aside(text, m, found))]
        found = [m for m in found if not self._is_of_another_chief(text, m, found)]
        return sorted(found, key=lambda each: each.start)

    def _forces_of_a_nation(self, text: str) -> Iterator[re.Match[str]]:
        """Where a text calls its force by its nation: "the Welsh force", where Wales was asked."""
        return (
            m for m in _FORCE_OF.finditer(text) if _NATION_OF[m["nation"].lower()] in self._asked
        )

    def _is_of_another_chief(
        self, text: str, mention: Mention[Body], found: Sequence[Mention[Body]]
    ) -> bool:
        """Whether "his officers" may be those of another force, which its sentence names before."""
        if not _HIS.fullmatch(text, mention.start, mention.end):
            return False
        before = [
            m
            for m in found
            if m.end <= mention.start and not _NEW_SENTENCE.search(text, m.end, mention.start)
        ]
        return any(m.slot not in (self._local, self._whole) for m in before)

    def _in_handles(self, text: str) -> Iterator[Mention[Body]]:
        """The bodies of handles and tags, as posts name them: "@KentPolice", "#Kent_Police"."""
        for m in _HANDLE.finditer(text):
            if body := self._by_handle.get(_HANDLE_ENDS.sub("", m[1].replace("_", "").lower())):
                yield Mention(m.start(), m.end(), body)

    @cached_property
    def _by_handle(self) -> dict[str, Body]:
        found: dict[str, Body] = {}
        for names in self._names.maps:
            for name, body in names.items():
                found.setdefault(_HANDLE_ENDS.sub("", re.sub(r"\W", "", name).lower()), body)
        return found

    def _is_of_the_area(
        self, text: str, mention: Mention[Body], found: Sequence[Mention[Body]]
    ) -> bool:
        """Whether forces are those of the area just named: "Across Wales, 3 of the 4 forces"."""
        if not _FORCES.fullmatch(text, mention.start, mention.end):
            return False
        areas = (m for m in found if m.slot is self._local and self._is_whole(self.local))
        gaps = (
            text[m.end : mention.start] if m.end <= mention.start else text[mention.end : m.start]
            for m in areas
        )
        return any(len(gap) < 60 and not _NEW_SENTENCE.search(gap) for gap in gaps)


# "Kent, a neighbouring force, had 284"
_A_NEIGHBOUR = compiled(r"(?:\s+(?:Police|Constabulary))?,\s+(?:(?:an?|the|its|our)\s+)?")


def _is_aside(text: str, mention: Mention[Body], found: Sequence[Mention[Body]]) -> bool:
    """Whether another force is the one just named: "Kent, a neighbouring force"."""
    before = (m.end for m in found if m.end <= mention.start and m.slot.evidence)
    last = max(before, default=0)
    is_next = text.startswith(",", mention.end) and text[mention.end - 1] != "s" and last
    return bool(is_next and _A_NEIGHBOUR.fullmatch(text, last, mention.start))


def _is_where_one_lives(text: str, place: tuple[int, int]) -> bool:
    """Whether a place is only where a person is who speaks: "Geoff in Upper Eller texted"."""
    before = words_before(text, place[0])
    is_of_person = _PERSON_IN.search(before) and not _OFFICER.search(before)
    return bool(is_of_person and _SPEAKS.match(text, place[1]))
