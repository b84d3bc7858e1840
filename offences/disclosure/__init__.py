"""Disclosure control: what to withhold so that no small count can be worked out."""

from offences.disclosure.attacks import Disclosed, attack, disclosed
from offences.disclosure.linear import Contradiction, Unsettled
from offences.disclosure.protection import Protected, protect
from offences.disclosure.tables import (
    ChangeRange,
    CountChange,
    CountGroup,
    CountKey,
    CountTable,
    PublicBound,
    TableCount,
    TableSum,
    cost,
)
