"""The glossary and the models use the same words."""

import re
from pathlib import Path
from typing import get_args

from django.apps import apps
from django.conf import settings

from offences.tracing.judging.judgement import Verdict
from offences.words.verdicts import VERDICTS

GLOSSARY = (Path(settings.BASE_DIR) / "docs" / "glossary.md").read_text(encoding="utf-8")
TABLES = GLOSSARY.split("## Words that are not tables")[0]


def test_every_model_has_its_heading_and_every_heading_its_model():
    headings = set(re.findall(r"^## (\w+)$", TABLES, re.M))
    models = {model.__name__ for model in apps.get_app_config("offences").get_models()}
    assert headings == models


def test_each_word_of_the_code_is_a_class_of_the_module_beside_it():
    words = re.findall(r"^- \*\*(\w+)\*\*, `(\S+)`: ", GLOSSARY, re.M)
    assert len(words) == len(re.findall(r"^- \*\*", GLOSSARY, re.M)) > 10
    for name, module in words:
        text = (Path(settings.BASE_DIR) / module).read_text(encoding="utf-8")
        assert re.search(rf"^class {name}\b", text, re.M), f"{module} has no {name}"


def test_the_words_of_verdicts_are_those_of_code_and_pages():
    rows = dict(re.findall(r"^\| (\w+) \| (.+) \|$", GLOSSARY, re.M))
    assert list(rows) == [*get_args(Verdict.__value__)]
    assert {word: rows[word] for word in VERDICTS} == VERDICTS


def test_every_model_says_in_its_docstring_what_it_is():
    for model in apps.get_app_config("offences").get_models():
        assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}("), model
