"""Five releases in a row, decided as the worker does it: seconds of processor time."""

import os
import sys

import django


def main() -> int:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0",
        "SECRET_KEY": "for benchmarks alone: it signs nothing that anybody ever reads",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": "sqlite:///:memory:",
    }
    django.setup()
    from tools.bench.made_releases import measure

    return measure()


if __name__ == "__main__":
    sys.exit(main())
