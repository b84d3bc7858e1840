"""Five releases in a row, decided as the worker does it: seconds of processor time."""

import os
import sys

import django


def set_up() -> None:
    """Make our code importable; what is measured needs no database."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0",
        "SECRET_KEY": "for benchmarks alone: it signs nothing that anybody ever reads",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": "sqlite:///:memory:",
    }
    django.setup()


def main() -> int:
    set_up()
    from tools.bench.made_releases import measure

    return measure()


if __name__ == "__main__":
    sys.exit(main())
