"""What may be said of a force, and whether a draft says it: milliseconds of the processor a force.

All claims of 44 forces, and the trace of a draft of 600 words for each, against its own figures
and those of all forces together; nothing is kept from one force to the next but the latter.

The first text has a figure in every eight words, as the stories of the press in the tests have
(264 with 46,030 words and 5,840 figures); a draft that we write ourselves has one in every thirty.
The second is a list of nothing but claims, nearly twice as dense as those. The limit is for both.

It is measured as the texts of an event are checked: without a search for garbage. The patterns are
made once in the life of a process, and a server does that at its start; it is shown apart.
"""

import sys
import time
from itertools import cycle

from offences.claims.facts import AgeGroup, Ages, Facts, Share
from offences.garbage import uncollected
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.vocabulary import make_all
from offences.tracing.trace import trace
from offences.words.claims import sentence

FORCES = 44
WORDS = 600
LATEST = Year(2018)
TARGET = 50  # milliseconds a force

STANDING = """\
An offence is not a child: one child can be the victim of several. Forces mark crimes as online \
differently and cannot be compared with each other.

Notes to editors

1. Source. Answers to Freedom of Information requests to 44 police forces. Sections 15A and 16 of \
the Sexual Offences Act 2003, offence code 71/17. Published on 25 June 2019, embargoed until 00:01.

2. Help. In danger: 999. Childline: 0800 1111. Adults worried about a child: 0808 800 5000.
"""

WITHOUT_FIGURES = (
    "Police and schools have asked parents to talk with their children about the people they meet.",
    "“Every one of these offences is a crime against a child, and it could have been prevented.”",
    "The charity says that companies have had long enough to make their services safe.",
    "A spokesman for the force said that officers work with schools and with families every day.",
    "The government has promised a law on safety online and is now looking at the answers.",
)
"""What stands between the figures of a story."""


def series(force: int) -> Series:
    """Eight years, one of them withheld and one for part of a year."""
    cells = {
        Year(LATEST.start - 7 + n): Cell.count((37 * force + 53 * n * n) % 400 + 20)
        for n in range(8)
    }
    cells[Year(2013)] = Cell.suppressed(1, 4)
    cells[Year(2015)] = Cell.part_year(30 + force, 6)
    return Series(cells)


def facts_of(force: int) -> Facts:
    ages = {AgeGroup(age, age): Cell.count((force + age * age) % 60) for age in range(4, 18)}
    platforms = {"Snapchat": 90 + force, "Instagram": 60, "WhatsApp": 30}
    return Facts(
        place=f"Force {force}",
        measure="online sexual offences against under-18s",
        latest=LATEST,
        series=series(force),
        ages=Ages(ages, Cell.count(40)),
        age_limits=(10,),
        shares={"platform": Share(600, 250 + force, platforms)},
    )


def draft(force: Evidence, country: Evidence, *, is_list: bool) -> str:
    """What may be said of both, over and over, with the standing words of a release."""
    said = [sentence(each) for known in (country, force) for each in known.claims if each.allowed]
    if not is_list:
        said = [
            f"{each} {other}" for each, other in zip(said, cycle(WITHOUT_FIGURES), strict=False)
        ]
    text = " ".join(said)
    while len(f"{text} {STANDING}".split()) < WORDS:
        text = f"{text} {text}"
    kept = " ".join(text.split()[: WORDS - len(STANDING.split())])
    return f"{kept}\n\n{STANDING}"


def measured(*, is_list: bool) -> float:
    """Milliseconds of the processor a force, shown with how much was read."""
    panel = Panel({f"Force {n}": series(n) for n in range(FORCES)}, FORCES)
    country = Evidence(Facts("England", "offences", LATEST, panel=panel, nations=("England",)))
    texts = [draft(Evidence(facts_of(n)), country, is_list=is_list) for n in range(FORCES)]
    judged = figures = 0
    begun = time.process_time()
    country = Evidence(country.facts)
    with uncollected():
        for n, text in enumerate(texts):
            known = Evidence(facts_of(n))
            judged += len(known.claims)
            figures += len(trace(text, known, country))
    took = 1000 * (time.process_time() - begun) / FORCES
    kind = "a list of claims" if is_list else "a story"
    print(f"  {kind}: {took:.1f} ms, {judged // FORCES} claims, {figures // FORCES} figures")
    return took


def main() -> int:
    print(f"All claims of {FORCES} forces, and the trace of {WORDS} words for each", flush=True)
    begun = time.process_time()
    make_all()
    print(
        f"  the patterns, at the start of a server: {1000 * (time.process_time() - begun):.0f} ms"
    )
    took = [measured(is_list=is_list) for is_list in (False, True)]
    print(f"  milliseconds of the processor a force; under {TARGET} are wanted for each")
    return 0 if max(took) < TARGET else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
