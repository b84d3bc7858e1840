"""Which police force serves a place, from a town, a postcode or a name as people type them."""

from offences.finder.answers import Choice, FoundForces, Kind
from offences.finder.force_names import ForceNames
from offences.finder.search import LONGEST, find_forces, forces_named
