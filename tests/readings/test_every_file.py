"""The page takes a file of any layout to stored: nobody has to edit the file and try again."""

import pytest

from offences.models import AnnualCount
from tests.readings.officer import Officer, ask_for
from tests.returns.every_format import FORMATS
from tests.returns.made_sheets import made_sheet
from tests.samples import sampled

pytestmark = pytest.mark.django_db

FILES = 60


def rows_of(seed: int):
    """A made sheet as rows, with the cells that are merged in it."""
    made = made_sheet(seed)
    height, width = (max(place[at] for place in made.cells) for at in (0, 1))
    texts = (
        (made.cells.get((r, c), "") for c in range(1, width + 1)) for r in range(1, height + 1)
    )
    return [[int(t) if t.isdigit() else t for t in row] for row in texts], made.merged


@pytest.mark.parametrize("seed", sampled(range(FILES), [7]))
def test_an_officer_gets_every_file_stored(world, client, seed):
    name = [*FORMATS][seed % 3]
    data = FORMATS[name](*rows_of(seed))
    ask_for(world, data, name)
    assert Officer(world, client, data, name).stored() == ""
    assert AnnualCount.objects.exists()
