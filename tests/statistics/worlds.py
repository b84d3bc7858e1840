"""Small worlds of cells, series and panels for the properties."""

from hypothesis import strategies as st

from offences.statistics.cells import Cell, Missing
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year, years_between

FIRST, LAST = Year(2014), Year(2019)
YEARS = years_between(FIRST, LAST)

counts = st.builds(Cell.count, st.integers(0, 300))
withheld = st.builds(
    lambda low, more: Cell.suppressed(low, None if more is None else low + more),
    st.integers(0, 30),
    st.none() | st.integers(1, 20),
)
part_years = st.builds(Cell.part_year, st.integers(0, 300), st.integers(1, 11))
missing = st.builds(Cell.missing, st.sampled_from(Missing))
doubtful = st.builds(lambda n: Cell.count(n, doubt="year unclear"), st.integers(0, 300))
cells = counts | counts | withheld | part_years | missing | doubtful

series = st.builds(Series, st.dictionaries(st.sampled_from(YEARS), cells, max_size=len(YEARS)))


@st.composite
def panels(draw, most=5):
    forces = draw(st.dictionaries(st.sampled_from("ABCDEFGH"), series, max_size=most))
    return Panel(forces, len(forces) + draw(st.integers(0, 3)))
