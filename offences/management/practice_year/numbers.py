"""Made-up counts: what each force recorded, and how it would answer."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from offences.models import BreakdownKind


@dataclass(frozen=True)
class SplitPart:
    """One category of a breakdown; `weight` is its usual share, in parts of all weights."""

    slug: str
    name: str
    weight: int
    ages: tuple[int, int] | None = None
    is_unknown: bool = False


@dataclass(frozen=True)
class SplitKind:
    """One way in which the counts are split."""

    kind: BreakdownKind
    name: str
    parts: tuple[SplitPart, ...]

    @property
    def slug(self) -> str:
        return str(self.kind.value)


UNKNOWN = SplitPart("not-known", "Not known", 4, is_unknown=True)
SPLITS = (
    SplitKind(
        BreakdownKind.OFFENCE,
        "By offence",
        (
            SplitPart("communication", "Sexual communication with a child", 34),
            SplitPart("inciting", "Causing or inciting sexual activity", 31),
            SplitPart("watching", "Causing a child to watch a sexual act", 14),
            SplitPart("assault", "Sexual assault", 9),
            SplitPart("grooming", "Meeting a child after grooming", 6),
            SplitPart("other", "Other sexual offences", 6),
        ),
    ),
    SplitKind(
        BreakdownKind.AGE,
        "By age",
        (
            SplitPart("10-and-under", "10 and under", 9, (0, 10)),
            SplitPart("11-to-13", "11 to 13", 32, (11, 13)),
            SplitPart("14-to-15", "14 to 15", 41, (14, 15)),
            SplitPart("16-to-17", "16 to 17", 14, (16, 17)),
            UNKNOWN,
        ),
    ),
    SplitKind(
        BreakdownKind.SEX,
        "By sex",
        (
            SplitPart("girls", "Girls", 72),
            SplitPart("boys", "Boys", 18),
            SplitPart("not-known", "Not known", 10, is_unknown=True),
        ),
    ),
    SplitKind(
        BreakdownKind.PLATFORM,
        "By platform",
        (
            SplitPart("pingwell", "Pingwell", 38),
            SplitPart("loopchat", "Loopchat", 27),
            SplitPart("streamnest", "Streamnest", 14),
            SplitPart("other-sites", "Other sites", 12),
            SplitPart("not-recorded", "Not recorded", 9, is_unknown=True),
        ),
    ),
)


@dataclass(frozen=True)
class AnswerRow:
    """One cell of an answer, as a force would write it; no category is the breakdown's total."""

    year: int
    split: str  # the address of a breakdown; empty for the measure's total
    part: str
    text: str


class ForceNumbers:
    """The numbers of one force in every year; the same for the same seed and force."""

    def __init__(self, seed: int, force: str, years: Sequence[int]) -> None:
        rng = random.Random(f"{seed} numbers of {force}")
        level = min(900.0, max(18.0, rng.lognormvariate(5.0, 0.6)))
        self.totals: dict[int, int] = {}
        for year in years:
            self.totals[year] = max(1, round(level * rng.gauss(1, 0.06)))
            level *= max(0.8, rng.gauss(1.07, 0.06))
        self.weights = {
            each: [part.weight * rng.uniform(0.7, 1.3) for part in each.parts] for each in SPLITS
        }
        self.first_part = rng.randrange(4)

    def parts(self, split: SplitKind, total: int) -> list[int]:
        """A total in whole parts by the force's own weights, the remainders to the largest."""
        weights = self.weights[split]
        shares = [total * each / sum(weights) for each in weights]
        counts = [int(each) for each in shares]
        by_remainder = sorted(range(len(counts)), key=lambda i: counts[i] - shares[i])
        for i in by_remainder[: total - sum(counts)]:
            counts[i] += 1
        return counts

    def answer(
        self,
        years: Sequence[int],
        *,
        splits: Sequence[SplitKind] = SPLITS,
        withholds: bool = False,
        restated: float = 1.0,
        not_held: str = "",
    ) -> Iterator[AnswerRow]:
        """The cells of an answer about some years; `restated` changes all but the newest."""
        for year in years:
            total = self.totals[year]
            if year != years[-1]:
                total = max(1, round(total * restated))
            yield AnswerRow(year, "", "", f"{total:,}")
            for split in splits:
                if split.slug == not_held:
                    continue
                for part, count in zip(split.parts, self.parts(split, total), strict=True):
                    text = "<5" if withholds and 0 < count < 5 else str(count)
                    yield AnswerRow(year, split.slug, part.slug, text)
                yield AnswerRow(year, split.slug, "", f"{total:,}")
