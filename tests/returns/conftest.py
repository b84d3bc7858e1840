"""Of the long tables of labels, lines and sheets, make test tries a part; make drill all.

Letters begin with a template of the few styles that they use: the one of python-docx has 400,
which are parsed and written with each letter.
"""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from docx.oxml.ns import qn

from tests.samples import leave_most_to_a_drill

STYLES = {"Table Grid", "Normal", "Normal Table", "Medium Shading 1 Accent 1"}


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> str:
    letter = docx.Document()
    relations = letter.part.rels
    for key in [key for key, each in relations.items() if not each.reltype.endswith("/styles")]:
        relations.pop(key)
    for style in [*letter.styles]:
        if not (style.name in STYLES or style.element.get(qn("w:default"))):
            style.delete()
    path = str(tmp_path_factory.mktemp("letters") / "small.docx")
    letter.save(path)
    return path


@pytest.fixture(autouse=True)
def with_small_template(small_template: str) -> Iterator[None]:
    with patch("docx.api._default_docx_path", lambda: small_template):
        yield


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    leave_most_to_a_drill(config, items, Path(__file__).parent)
