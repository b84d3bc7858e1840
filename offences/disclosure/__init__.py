"""Disclosure control: what to withhold so that no small count can be worked out."""

from offences.disclosure.attacks import Disclosed, attack, disclosed
from offences.disclosure.protection import Protected, protect
from offences.disclosure.tables import Item, Key, Known, Sum, Table, cost

__all__ = [
    "Disclosed",
    "Item",
    "Key",
    "Known",
    "Protected",
    "Sum",
    "Table",
    "attack",
    "cost",
    "disclosed",
    "protect",
]
