"""Lists of crimes made from a grammar of columns, each with how many crimes are of what."""

import random
from collections import Counter

from offences.returns.sheet import Sheet
from tests.returns.made_sheets import AXES, NAMES

type Counted = Counter[tuple[str, frozenset[tuple[str, str]]]]  # year, and labels with roles

STARTS = {"2020/21": 2020, "2021/22": 2021}
WHEN = ["Date recorded", "Recorded", "Date", "Financial year", "Year recorded"]
NUMBERS = {  # headings of numbers of each crime → the least and the most
    "Days to outcome": (0, 700),
    "Outcome": (1, 22),
    "Outcome code": (1, 22),
    "District": (1, 9),
    "Harm score": (1, 900),
    "Suspect age": (14, 60),
    "Max sentence (years)": (2, 14),
}
OF_ROWS = ["running number", "one each"]
OTHER_YEARS = ["Year of offence", "Date of offence", "Date of birth"]


class MadeList:
    """One list: the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = pick = random.Random(f"list of crimes {seed}")
        self.counted: Counted = Counter()
        roles = pick.sample(["age", "sex", "offence", "platform"], pick.randint(2, 3))
        if "offence" not in roles:
            roles[0] = "offence"
        members = {role: self.members(role) for role in roles}
        when = pick.choice(WHEN)
        headings = {when: "when"} | {pick.choice(NAMES[role]): role for role in roles}
        headings |= dict.fromkeys(pick.sample([*NUMBERS], pick.randint(0, 2)), "number")
        if pick.random() < 0.5:
            headings[pick.choice(["Crime", "Crime reference", "Record", "Incident"])] = "reference"
        if pick.random() < 0.2:
            headings[pick.choice(OTHER_YEARS)] = "other year"
        if pick.random() < 0.3:
            headings[pick.choice(["Number", "No.", "Count", "Crimes"])] = pick.choice(OF_ROWS)
        self.headings = pick.sample([*headings.items()], len(headings))
        rows = [self.row(members, when) for _ in range(pick.randint(12, 30))]
        table = [[heading for heading, _ in self.headings], *rows]
        cells = enumerate(table, 1)
        self.sheet = Sheet(
            "Data", {(r, c): text for r, row in cells for c, text in enumerate(row, 1) if text}
        )

    def members(self, role: str) -> list[str]:
        if role == "age":
            return [str(age) for age in range(11, 16)]
        return [text for text in self.random.choice(AXES[role]) if text != "Not known"]

    def row(self, members: dict[str, list[str]], when: str) -> list[str]:
        """One crime, which is counted in its year."""
        pick = self.random
        year = pick.choice([*STARTS])
        labels = {role: pick.choice(texts) for role, texts in members.items()}
        self.counted[year, frozenset(labels.items())] += 1
        return [self.text(heading, kind, year, labels) for heading, kind in self.headings]

    def text(self, heading: str, kind: str, year: str, labels: dict[str, str]) -> str:
        pick, start = self.random, STARTS[year]
        day, month = pick.randint(1, 28), pick.randint(1, 12)
        if kind == "when":
            date = f"{day:02}/{month:02}/{start if month > 3 else start + 1}"
            return year if "ear" in heading else date
        if kind in OF_ROWS:
            return str(self.counted.total()) if kind == "running number" else "1"
        if kind == "reference":
            return str(pick.randint(4_000_000, 4_999_999))
        if kind == "other year":
            before = start - pick.randint(2, 9)
            return str(before) if heading.startswith("Year") else f"{day:02}/{month:02}/{before}"
        return str(pick.randint(*NUMBERS[heading])) if kind == "number" else labels[kind]
