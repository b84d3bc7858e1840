"""Which police force serves a place: from a town, a postcode or a force's name as people type it."""

from offences.finder.answers import Answer, Choice, Kind
from offences.finder.force_names import ForceNames
from offences.finder.search import LONGEST, find_forces, forces_named
