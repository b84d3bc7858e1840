"""The glossary and the models use the same words."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings

GLOSSARY = (Path(settings.BASE_DIR) / "docs" / "glossary.md").read_text(encoding="utf-8")
TABLES = GLOSSARY.split("## Words that are not tables")[0]


def test_every_model_has_its_heading_and_every_heading_its_model():
    headings = set(re.findall(r"^## (\w+)$", TABLES, re.M))
    models = {model.__name__ for model in apps.get_app_config("offences").get_models()}
    assert headings == models


def test_every_model_says_in_its_docstring_what_it_is():
    for model in apps.get_app_config("offences").get_models():
        assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}("), model
