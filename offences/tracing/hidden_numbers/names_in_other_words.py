"""Names of categories in other words: misspelt, in some of their own, and as what was done."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from offences.tracing.finding.vocabulary import COUNTED_NOUN, compiled


def other_words(names: Sequence[str], measures: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Long names by two or more of their own words: "made to watch a sexual act"."""
    yield from as_done(names)
    words = {name: re.findall(r"[a-z]{3,}", name.casefold()) for name in names if " " in name}
    for name, own in words.items():
        others = {w for n, of in words.items() if n != name for w in of} | {*measures.split()}
        named = [w for w in own if w not in others and w not in _PLAIN]
        # "Exploitation: none" names "sexual exploitation", where no other part has the word.
        for word in named:
            if len(word) > 6 and not _COUNTED.fullmatch(word):
                yield name, compiled(rf"\b{word}\b")
        rare = [_ENDING.sub("", w) for w in named]
        rare = [w for w in rare if len(w) > 2]
        for word in rare[:1]:
            yield name, compiled(rf"\b{word}\w*(?=\s+(?:offences|cases|crimes)\b)")
        if len(rare) > 1:
            forms = [_FORMS.get(word, word) for word in rare]
            pairs = "|".join(
                rf"{a}\w*\b[^.;:,]{{0,40}}?\b{b}\w*" for a, b in permutations(forms, 2)
            )
            yield name, compiled(rf"\b(?:{pairs})\b")


def as_done(names: Sequence[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Names as what was done: "met the man grooming her"."""
    for name in names:
        yield from ((name, p) for n, p in _AS_DONE.items() if n in name.casefold())


def is_nearly(said: str, name: str) -> bool:
    """Whether a word is a name but for one letter, which is not the first."""
    if said[:1] != name[:1] or said == name or abs(len(said) - len(name)) > 1:
        return False
    shorter = min(len(said), len(name))
    first = next((n for n in range(shorter) if said[n] != name[n]), None)
    if first is None:
        return True
    is_swapped = (
        said[first:][:2] == name[first:][:2][::-1] and said[first + 2 :] == name[first + 2 :]
    )
    ends = ((1, 1), (0, 1), (1, 0))
    return is_swapped or any(said[first + a :] == name[first + b :] for a, b in ends)


_AS_DONE = {
    "rape": compiled(r"\brap(?:ed|ists?)\b"),
    "sexual assault": compiled(r"\bsexually\s+assaulted\b"),
    "blackmail": compiled(r"\bblackmail(?:ed|ers?)\b|\bsextort\w*\b"),
    "trafficking": compiled(r"\btraffick(?:ed|ers?)\b"),
    "incit": compiled(r"\bincited\b"),
    "exploitation": compiled(r"\bexploit(?:ed|ers?)\b"),
    "voyeur": compiled(r"\bvoyeur(?:s|istic)?\b|\bpeeping\b|\bsp(?:ied|ying)\s+on\b"),
    "image": compiled(
        r"\b(?:abuse|indecent|nude|naked)\s+(?:images?|imagery|material|pictures?|photo\w*|films?|videos?)\b"
        r"|\bimage\s+(?:offences|crimes|cases)\b|\bIIOC\b"
    ),
    "meeting": compiled(
        r"\bmet\b[^.;]{0,40}?\bin\s+person\b|\bmet\s+(?:up\s+with\s+)?(?:an?\s+|the\s+)?(?:child|girl|boy|victim)\b"
        r"|\b(?:met|meet(?:s|ing)?)\s+(?:up\s+with\s+)?(?:\w+\s+)?(?:child(?:ren)?|girls?|boys?|victims?)\b[^.;]{0,40}?\bgroom"
        r"|\b(?:met|meet(?:s|ing)?)\s+(?:up\s+with\s+)?(?:the|an?|their|her|his)\s+(?:\w+\s+){0,2}?(?:person|people|(?:wo)?m[ae]n|adults?|strangers?|users?|couple|coach(?:es)?|teachers?|tutors?|leaders?|uncle|neighbours?)\s+(?:\w+\s+){0,2}?groom\w*"
        r"|\b(?:meetings?|meet-?ups?)\s+(?:following|after)\s+(?:\w+\s+)?groom\w*"
        r"|\b(?:meetings?|meet-?ups?)\s+with\s+(?:the|an?|their|her|his)\s+(?:alleged\s+)?groomers?\b"
    ),
    "communication": compiled(
        r"\bsext(?:ed|ing)\b(?!\s+(?:advice|help|guides?|tools?|lessons?))|\bsexual\s+(?:messages?|chats?|texts?)\b"
    ),
}
"""Kinds of offences in the words of a newspaper, and as what was done to somebody."""
# Newspapers say grooming for all of them.
_COUNTED = re.compile(rf"{COUNTED_NOUN}|activit(?:y|ies)|grooming|internet|service|website")
_FORMS = {"meet": "(?:meet|met)"}
_ENDING = re.compile(r"(?:ations?|tions?|ements?|ments?|ings?|ed|es|s|e)$")
_PLAIN = {"with", "from", "child", "children", "against", "under", "over", "following", "other"}
_PLAIN |= {"and", "the", "for", "not", "known", "recorded", "another", "sex", "girls", "boys"}
