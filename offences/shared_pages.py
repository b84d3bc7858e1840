"""Pages that processes of several machines share, in the cache that settings call “pages”.

Each is signed: who can write there cannot change what readers are shown.
"""

import base64
import hashlib
import json

from django.conf import settings
from django.core.cache import caches
from django.utils.crypto import constant_time_compare, salted_hmac

from offences.public_answers import Address, Given, ReadyAnswer

A_DAY = 24 * 60 * 60  # seconds
LARGEST = 2_000_000  # bytes of one page in all its encodings
_SALT = "offences.shared_pages"


class SharedPages:
    """Ready answers of one version of the code, given by processes that did not make them."""

    def __init__(self, version: str) -> None:
        self.version = version

    def find(self, address: Address, stamp: str) -> ReadyAnswer | None:
        """The answer at this address that shows the state with this stamp."""
        name = self._name(address, stamp)
        signature, _, text = str(caches["pages"].get(name)).partition("\n")
        if not text or not constant_time_compare(signature, _signature(name, text)):
            return None
        tag, for_any_query, not_changed, by_encoding = json.loads(text)
        given = {encoding: _given(*of) for encoding, of in by_encoding.items()}
        return ReadyAnswer(stamp, tag, for_any_query, _given(*not_changed), given)

    def keep(self, address: Address, answer: ReadyAnswer) -> None:
        if answer.size > LARGEST:
            return
        by_encoding = {encoding: _plain(of) for encoding, of in answer.by_encoding.items()}
        of_answer = (answer.tag, answer.for_any_query, _plain(answer.not_changed), by_encoding)
        name, text = self._name(address, answer.stamp), json.dumps(of_answer)
        caches["pages"].set(name, f"{_signature(name, text)}\n{text}", A_DAY)

    def _name(self, address: Address, stamp: str) -> str:
        whole = "\0".join((self.version, stamp, *address))
        return hashlib.sha256(whole.encode()).hexdigest()


def shared_pages(version: str) -> SharedPages | None:
    """The pages that processes share; None where each has its own alone."""
    return SharedPages(version) if "pages" in settings.CACHES and version else None


def _signature(name: str, text: str) -> str:
    return salted_hmac(_SALT, name + text, algorithm="sha256").hexdigest()


def _plain(given: Given) -> tuple[int, list[tuple[str, str]], str]:
    return given.status, given.headers, base64.b64encode(given.content).decode()


def _given(status: int, headers: list[list[str]], content: str) -> Given:
    pairs = [(name, value) for name, value in headers]
    return Given(status, pairs, base64.b64decode(content))
