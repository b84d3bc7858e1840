"""The charity whose site this is, in words: its names, whom it protects, whom to call.

The edge remembers it for this process as it reads it (offences.models.charity); every sentence
below takes it from `charity()`.
"""

import base64
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from offences.statistics import years


@dataclass(frozen=True)
class HelpOffered:
    """Somebody to call: in a line at the foot of every page, and in full on the page of help."""

    line: str
    heading: str
    name: str
    number: str
    about: str
    links: str

    @property
    def dialled(self) -> str:
        return re.sub(r"[^0-9+]", "", self.number)

    @property
    def linked(self) -> list[tuple[str, str]]:
        """The text and the address of each link: one a line, with a bar between."""
        pairs = (line.rpartition("|") for line in self.links.splitlines() if "|" in line)
        return [(text.strip(), address.strip()) for text, _, address in pairs]


@dataclass(frozen=True)
class TwoBars:
    """A force of an example: people who live there and offences, each as a bar."""

    name: str
    people: int
    offences: int
    people_wide: float
    offences_wide: float
    down: int


LONGEST = 54  # per cent of the picture's width; the rest is for the number beside it


@dataclass(frozen=True)
class CharityWords:
    """What a charity says of itself. As it is here, nobody has set one up yet."""

    title: str = "Police figures"
    tagline: str = "What the police answered, year by year"
    name: str = ""
    introduced: str = "a charity"
    website: str = ""
    subject: str = "recorded offences"
    warning: str = "crime"
    victim: str = "victim"
    victims: str = "victims"
    measured_as: str = ""
    victims_are_people: bool = False
    marked_as: str = ""
    keywords: str = "police recorded crime, Freedom of Information, police forces"
    help_lead: str = "There are people who will listen and help."
    help_printed: str = ""
    helplines: tuple[HelpOffered, ...] = ()
    contact: str = "No address has been given here yet."
    press_contact: str = ""
    corrections_contact: str = ""
    licence_name: str = ""
    licence_address: str = ""
    licence_code: str = ""
    nations: Sequence[str] = ()
    years_start: int = years.APRIL
    accent: str = ""
    accent_dark: str = ""
    logo: str = ""
    comparison: Mapping[str, Any] | None = None
    changed_at: datetime | None = None

    @property
    def is_set_up(self) -> bool:
        return self.title != CharityWords.title

    @property
    def title_inside(self) -> str:
        """The name of the site after a colon: “Cambridgeshire: online offences …”."""
        is_word = self.title[1:2].islower() or self.title[1:2] == " "
        return self.title[:1].lower() + self.title[1:] if is_word else self.title

    @property
    def tagline_inside(self) -> str:
        return self.tagline[:1].lower() + self.tagline[1:]

    @property
    def paragraphs_of_contact(self) -> list[str]:
        return [each.strip() for each in re.split(r"\n\s*\n", self.contact.strip())]

    @property
    def a_victim(self) -> str:
        return f"{'an' if self.victim[:1].lower() in 'aeiou' else 'a'} {self.victim}"

    @property
    def person(self) -> str:
        """Who could be recognised by a small number: “child”, or any person."""
        return self.victim if self.victims_are_people else "person"

    @property
    def people(self) -> str:
        return self.victims if self.victims_are_people else "people"

    @property
    def months(self) -> str:
        """The months of the years that it asks for: "April to March"."""
        return years.months_of_year()

    @property
    def days(self) -> str:
        """The days of the years that it asks for: "1 April to 31 March"."""
        return years.days_of_year()

    @property
    def kind_of_year(self) -> str:
        return years.kind_of_year()

    @property
    def kind_of_years(self) -> str:
        return years.kind_of_years()

    @property
    def a_year(self) -> str:
        """A year as an example of how to write one: "2018/19"."""
        return years.Year(2018).label

    @property
    def half_a_year(self) -> str:
        """Part of a year as an example of how to write one: "Apr-Sep"."""
        return years.half_a_year()

    @property
    def parts(self) -> str:
        """What a figure is broken down by, as a heading has it: ages belong to people."""
        return (
            "offences, ages and platforms"
            if self.victims_are_people
            else "offences and other parts"
        )

    @property
    def by_part(self) -> str:
        """What counts are split by, after "counts by": "offence, age or platform"."""
        return "offence, age or platform" if self.victims_are_people else "offence or another part"

    @property
    def as_marked(self) -> str:
        """How forces mark these crimes, after “mark crimes”: " as online"."""
        return f" as {self.marked_as}" if self.marked_as else ""

    @property
    def differs(self) -> str:
        """Why forces are never compared: “each marks crimes as online differently”."""
        return f"each marks crimes{self.as_marked} differently"

    @property
    def two_forces(self) -> dict[str, Any] | None:
        """Two forces whose figures cannot be compared, as bars: two scales, each its longest."""
        if not self.comparison:
            return None
        places, bars = self.comparison["places"], []
        most = [max(each[of] for each in places) for of in (1, 2)]
        for at, (name, people, offences) in enumerate(places):
            wide = LONGEST * people / most[0], LONGEST * offences / most[1]
            bars.append(TwoBars(name, people, offences, *wide, down=110 * at))
        return {**self.comparison, "bars": bars}

    @property
    def logo_width(self) -> int:
        """How wide the logo is where it is 40 dots high: by the size that a PNG begins with."""
        width, height = struct.unpack(">2I", base64.b64decode(self.logo[:32])[16:24])
        return round(40 * width / height)

    @property
    def at_foot(self) -> list[HelpOffered]:
        return [each for each in self.helplines if each.line]

    @property
    def help_in_print(self) -> str:
        """The help that newspapers are asked to print with a story."""
        lines = [f"{each.line}, {each.number}." for each in self.at_foot]
        usual = ["Please print these with the story.", "In danger: 999.", *lines]
        return self.help_printed or " ".join(usual)

    @property
    def keyword_list(self) -> list[str]:
        return [word for each in self.keywords.split(",") if (word := each.strip())]

    @property
    def one_is_not_one(self) -> str:
        return f"One offence is not one {self.victim}."

    @property
    def fewer_harmed(self) -> str:
        return f"Fewer recorded offences need not mean fewer {self.victims} harmed."

    def in_newspapers(self, phrase: str) -> str:
        """What is counted, as newspapers write it: “… against children”, for “under-18s”."""
        if not self.measured_as:
            return phrase
        one = self.measured_as.removesuffix("s")
        plural = phrase.replace(self.measured_as, self.victims)
        return re.sub(rf"\ban? {re.escape(one)}\b", self.a_victim, plural)


NOT_SET_UP = CharityWords()
_remembered = NOT_SET_UP
_previewed: ContextVar[CharityWords | None] = ContextVar("previewed", default=None)


def charity() -> CharityWords:
    """The charity as this process last read it; within a preview, the one previewed."""
    return _previewed.get() or _remembered


def remember(words: CharityWords | None) -> CharityWords:
    """Keep a charity as it was read; without one, the words of a site not set up yet."""
    global _remembered
    _remembered = words or NOT_SET_UP
    years.remember_first_month(_remembered.years_start)
    return _remembered


@contextmanager
def previewing(words: CharityWords) -> Iterator[None]:
    """Speak for a charity within this block, before it is stored."""
    token = _previewed.set(words)
    try:
        with years.starting_in(words.years_start):
            yield
    finally:
        _previewed.reset(token)


def our(text: str) -> str:
    """A sentence with each “{our …}” in the charity's own words."""
    return re.sub(r"\{our (\w+)\}", lambda found: str(getattr(charity(), found[1])), text)
