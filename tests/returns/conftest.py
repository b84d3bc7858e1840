"""Of the long tables of labels, lines and sheets, make test tries a part; make drill all."""

from pathlib import Path

import pytest

from tests.samples import leave_most_to_a_drill


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    leave_most_to_a_drill(config, items, Path(__file__).parent)
