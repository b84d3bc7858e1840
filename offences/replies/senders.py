"""The request that a message is about, by which sign, or the question where signs conflict."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from offences.english import and_list, sentence
from offences.replies.message import Message, addresses_in

SHARED_HOSTS = frozenset(
    ("gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "whatdotheyknow.com")
)
LEAST_NAME = 4  # letters; shorter names are words of other things
LEAST_REFERENCE = 4


@dataclass(frozen=True)
class RequestTraits:
    """One request that a message may be about, as far as a message can show it."""

    key: str
    force: str  # the force's address on the site
    name: str
    names: frozenset[str] = frozenset()  # all its names, in small letters
    addresses: frozenset[str] = frozenset()
    office: str = ""  # shared by the forces of a joint office
    number: int = 1
    our_code: str = ""
    their_reference: str = ""
    letters: frozenset[str] = frozenset()  # Message-IDs of what we wrote about it


@dataclass(frozen=True)
class Sign:
    """Something in a message that points to requests; `is_strong` if it is meant for that."""

    what: str  # in words, for “Its … and …”
    quoted: str  # as it is in the message
    keys: frozenset[str]
    is_strong: bool = True


@dataclass(frozen=True)
class MatchedForce:
    """The request that a message is about; `is_certain` only if nothing speaks against it."""

    key: str = ""
    is_certain: bool = False
    why: str = ""  # a sentence
    question: str = ""  # where signs conflict or the sender is in doubt
    quoted: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()  # keys, for a choice by hand


def match_force(message: Message, asked: Sequence[RequestTraits]) -> MatchedForce:
    """The request that a message is about, the sign that shows it, or the question that is open."""
    strong = list(_strong_signs(message, asked))
    named = list(_named(message, asked))
    by_key = {each.key: each for each in asked}
    quoted = tuple(dict.fromkeys(sign.quoted for sign in (*strong, *named)))
    if not strong:
        return _by_name(named, by_key, quoted)
    shared = frozenset.intersection(*(sign.keys for sign in strong))
    forces = {by_key[key].force for key in shared}
    if not forces:
        question = _conflict(strong, by_key)
        keys = dict.fromkeys(key for sign in strong for key in sorted(sign.keys))
        return MatchedForce(question=question, quoted=quoted, likely=tuple(keys))
    if len(forces) > 1:  # a joint office: only a name says which of its forces
        fits = [sign for sign in named if sign.keys & shared]
        if len({by_key[key].force for sign in fits for key in sign.keys & shared}) == 1:
            shared &= fits[0].keys
    newest = max(shared, key=lambda key: (by_key[key].number, key))
    who = by_key[newest]
    match = MatchedForce(newest, why=_agree(strong), quoted=quoted, likely=(newest,))
    if len({by_key[key].force for key in shared}) > 1:
        names = and_list(sorted({by_key[key].name for key in shared}))
        question = f"This office answers for {names}. Choose which of them it is about."
        return replace(match, question=question, likely=tuple(sorted(shared)))
    others = [
        sign for sign in named if not sign.keys & {k for k in by_key if _same(by_key, k, who)}
    ]
    if others and len(others) == len(named):
        question = f"{match.why} Yet its words name only {others[0].quoted}. Is it {who.name}’s?"
        return replace(match, question=question, likely=(newest, *sorted(others[0].keys)))
    by_address_alone = all(sign.what == "the sender’s address" for sign in strong)
    is_certain = not (message.doubts and by_address_alone)
    return replace(match, is_certain=is_certain, question=" ".join(message.doubts))


def _same(by_key: dict[str, RequestTraits], key: str, who: RequestTraits) -> bool:
    return by_key[key].force == who.force


def _by_name(
    named: Sequence[Sign], by_key: dict[str, RequestTraits], quoted: tuple[str, ...]
) -> MatchedForce:
    """A guess by the names in a message: never certain, since any letter may name any force."""
    forces = {by_key[key].force for sign in named for key in sign.keys}
    if not forces:
        return MatchedForce(question="Nothing in it shows which force it is from. Choose it.")
    likely = tuple(dict.fromkeys(key for sign in named for key in sorted(sign.keys)))
    if len(forces) > 1:
        names = and_list(list(dict.fromkeys(sign.quoted for sign in named))[:6])
        question = f"Its words name {names}. Choose which of them it is from."
        return MatchedForce(question=question, quoted=quoted, likely=likely)
    newest = max(likely, key=lambda key: (by_key[key].number, key))
    why = f"Only {named[0].what} shows it: neither its sender nor a reference does."
    return MatchedForce(newest, False, why, "", quoted, likely)


def _strong_signs(message: Message, asked: Sequence[RequestTraits]) -> Iterator[Sign]:
    heads = f"{message.subject}\n{message.words}\n{' '.join(f.name for f in message.files)}"
    folded = heads.casefold()
    ours = [a for a in asked if a.our_code and _contains(a.our_code, folded)]
    for office in dict.fromkeys(a.office or a.force for a in ours):  # a letter to a joint office
        found = [a for a in ours if (a.office or a.force) == office]  # has a reference for each
        yield Sign("our reference", found[0].our_code, _keys(found))
    theirs = [a for a in asked if len(a.their_reference) >= LEAST_REFERENCE]
    theirs = [a for a in theirs if _contains(a.their_reference.casefold(), folded)]
    # “FOI 12/26” stands in “FOI 12/26/2”: the longest is meant.
    longest = max((len(a.their_reference) for a in theirs), default=0)
    if found := [a for a in theirs if len(a.their_reference) == longest]:
        yield Sign("the force’s reference", found[0].their_reference, _keys(found))
    ids = {*message.answers_to}
    if found := [a for a in asked if a.letters & ids]:
        yield Sign("our letter, which it answers,", message.subject, _keys(found))
    if sign := _sender(message, asked):
        yield sign


def _sender(message: Message, asked: Sequence[RequestTraits]) -> Sign | None:
    """The sender: a known address, else the domain of one office alone."""
    if exact := [a for a in asked if message.sender in a.addresses]:
        return Sign("the sender’s address", message.sender, _keys(exact))
    domain = _organisation(message.sender)
    if not domain or domain in SHARED_HOSTS:
        return None
    found = [a for a in asked if any(_organisation(each) == domain for each in a.addresses)]
    if not found or len({a.office or a.force for a in found}) > 1:
        return None
    return Sign("the sender’s address", message.sender, _keys(found))


def _organisation(address: str) -> str:
    """The domain of an organisation: “north.police.uk” of “foi@mail.north.police.uk”."""
    host = address.rpartition("@")[2].lower().removesuffix(".")
    parts = host.replace(".pnn.police.uk", ".police.uk").split(".")
    second = parts[-2:-1] and parts[-2] in ("police", "gov", "co", "org", "ac", "nhs", "com")
    return ".".join(parts[-3:] if second else parts[-2:]) if len(parts) > 1 else ""


def _named(message: Message, asked: Sequence[RequestTraits]) -> Iterator[Sign]:
    """Forces that are named: in the sender's name, the subject, the words, a file's name.

    A name within a longer one that is there too does not count: “Moor” of “Moor Valley”.
    """
    files = _folded(" ".join(each.name for each in message.files))
    text = _folded(f"{message.sender_name} {message.subject} {message.words}") + files
    addresses = {a for a in addresses_in(message.words)}
    found: dict[str, set[str]] = {}
    for each in asked:
        names = [n for n in map(_folded, each.names) if len(n.strip()) >= LEAST_NAME]
        for name in names:
            if name in text:
                found.setdefault(name, set()).add(each.key)
        for address in addresses & each.addresses:
            found.setdefault(address, set()).add(each.key)
    for name in sorted(found, key=len, reverse=True):
        rest = text
        for longer in found:
            if name in longer and name != longer and found[longer] != found[name]:
                rest = rest.replace(longer, "  ")
        if "@" in name or name in rest:
            where = "the name of its file" if name in files else "its text"
            yield Sign(where, _as_written(name, asked), frozenset(found[name]), is_strong=False)


def _as_written(name: str, asked: Iterable[RequestTraits]) -> str:
    for each in asked:
        if any(_folded(n) == name for n in each.names):
            return each.name
    return name


def _folded(text: str) -> str:
    return f" {' '.join(re.sub(r'[^\w@.]|_', ' ', text.casefold()).replace('.', ' ').split())} "


def _keys(asked: Iterable[RequestTraits]) -> frozenset[str]:
    return frozenset(each.key for each in asked)


def _contains(sought: str, text: str) -> bool:
    """Whether a reference stands in a text by itself, not within a longer one."""
    pattern = rf"(?<![\w/-]){re.escape(sought)}(?![\w-]|/\w)"
    return re.search(pattern, text) is not None


def _agree(signs: Sequence[Sign]) -> str:
    whats = list(dict.fromkeys(sign.what for sign in signs))
    if len(whats) == 1:
        return sentence(f"{whats[0].strip(',')} shows it") + "."
    return sentence(f"{and_list(whats)} agree") + "."


def _conflict(signs: Sequence[Sign], by_key: dict[str, RequestTraits]) -> str:
    parts = []
    for sign in signs:
        names = sorted({by_key[key].name for key in sign.keys})
        parts.append(f"{sign.what.strip(',')} ({sign.quoted}) is that of {and_list(names)}")
    return f"{sentence(and_list(list(dict.fromkeys(parts))))}. Choose the force that it is from."
