"""Ages, sexes, platforms and other parts of a whole."""

import re
from dataclasses import dataclass

from offences.claims.facts import Share
from offences.words import verdicts

APPS = (
    *("Snapchat", "WhatsApp", "Instagram", "Facebook Messenger", "Facebook", "TikTok", "YouTube"),
    *("Roblox", "Kik", "Omegle", "Skype", "Telegram", "Grindr", "Reddit", "Fortnite", "Minecraft"),
    *("PlayStation", "Xbox", "Yubo", "Musical.ly", "Viber", "Wizz", "BeReal"),
)
"""Names of platforms that are nothing else."""
ALSO_WORDS = (
    *("Messenger", "Meta", "Zoom", "Steam", "Signal", "Threads", "Discord", "Twitch", "Tinder"),
    "Snap",
)
"""Names of platforms that are words as well: "Signal" is one, "a signal" is not."""
OTHER_SPELLINGS = {
    **{"Twitter": "x", "Snap": "snapchat", "Insta": "instagram", "FB": "facebook"},
    **dict.fromkeys(("Whats App", "What’s App", "What's App", "Whats-App"), "whatsapp"),
    **dict.fromkeys(("Tik Tok", "Tik-Tok"), "tiktok"),
    **dict.fromkeys(("Snap Chat", "Snap-Chat"), "snapchat"),
    **dict.fromkeys(("You Tube", "You-Tube"), "youtube"),
}
"""Platforms by another spelling, with the name, in small letters, that it stands for."""
PLATFORMS = tuple(dict.fromkeys((*APPS, *ALSO_WORDS, *OTHER_SPELLINGS)))
"""Every name by which a text is read as naming a platform, whether facts have it or not."""
SAME_PLATFORM = {
    **{spelling.casefold(): name for spelling, name in OTHER_SPELLINGS.items()},
    **dict.fromkeys(("unknown", "not recorded", "not stated", "unspecified"), "not known"),
}
SEX_NAMES = {
    **dict.fromkeys(("girls", "girl", "female", "females", "f"), "girls"),
    **dict.fromkeys(("boys", "boy", "male", "males", "m"), "boys"),
    **dict.fromkeys(("another sex", "other sex", "another gender", "other gender"), "another sex"),
    **dict.fromkeys(("non-binary", "nonbinary", "transgender", "intersex"), "another sex"),
}


@dataclass(frozen=True, order=True)
class NamedCategory:
    """A part of the whole: an age or age band by its ends, a sex or any other part by its name."""

    kind: str  # "age", "sex", "part"
    name: str = ""
    low: int = 0
    high: int = 0

    def __str__(self) -> str:
        return self.name or verdicts.aged(self.low, self.high)


def age_category(low: int, high: int | None = None) -> NamedCategory:
    """The category of an age, or of the ages from one to another."""
    return NamedCategory("age", low=low, high=low if high is None else high)


def category_of_part(name: str) -> NamedCategory:
    """The category of a part of a share, by its name."""
    plain = name.casefold()
    if plain in SEX_NAMES:
        return NamedCategory("sex", SEX_NAMES[plain])
    return NamedCategory("part", SAME_PLATFORM.get(plain, plain))


def kind_of(share: Share) -> str:
    """Whether a share is of the sexes or of other parts."""
    kinds = {category_of_part(name).kind for name in share.parts}
    return "sex" if "sex" in kinds else "part"


def detail_of(group: str, share: Share) -> str:
    """What is known of those of a share: "age", "sex", "part" for a platform, "offence"."""
    if group.casefold() in ("gender", "sex"):
        return "sex"  # even where each part of it is hidden
    return "offence" if group.casefold().startswith("offence") else kind_of(share)


def recorded_category(written: str) -> frozenset[NamedCategory]:
    """The category of a published count: "10_and_under", "12_to_15"."""
    if not written:
        return frozenset()
    if limit := re.fullmatch(r"(\d+)_and_under", written):
        return frozenset({age_category(0, int(limit[1]))})
    if ages := re.fullmatch(r"(\d+)(?:_to_|-)(\d+)", written):
        return frozenset({age_category(int(ages[1]), int(ages[2]))})
    return frozenset({category_of_part(written.replace("_", " "))})
