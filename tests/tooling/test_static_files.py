"""Static files as a server collects them: named by their content, every reference followed."""

from pathlib import Path

from django.core.management import call_command
from pytest_django import Settings


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
