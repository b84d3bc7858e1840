"""Static files as a server collects them: named by their content, every reference followed."""

import re
from pathlib import Path

from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from offences.health import static_files_trouble


def test_every_address_inside_a_static_file_names_a_file(
    settings: Settings, tmp_path: Path
) -> None:
    # Names as WhiteNoise gives them, whose compression of each file takes seven seconds here.
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", verbosity=0, interactive=False)
    assert (tmp_path / "staticfiles.json").exists()
    assert trouble_of_a_new_process() == ""


def test_a_site_whose_static_files_were_not_collected_is_not_ready(
    settings: Settings, tmp_path: Path, db: None
) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    assert re.match(r"\d+ are missing, such as \S+: run manage.py coll", trouble_of_a_new_process())
    ready = Client().get("/readyz")
    static_files_trouble.cache_clear()
    assert (ready.status_code, "are missing" in ready.json()["static files"]) == (503, True)


def trouble_of_a_new_process() -> str:
    static_files_trouble.cache_clear()
    return static_files_trouble()
