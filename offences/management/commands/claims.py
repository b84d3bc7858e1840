"""What may be said of the figures in a file, as JSON."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offences.claims.facts import BadFacts
from offences.words.claims import answer


class Command(BaseCommand):
    help = "Lists every claim as allowed or refused, with the reason: JSON in, JSON out."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("facts", help="a file with one document or a list, or - for input")

    def handle(self, *args: Any, facts: str, **options: Any) -> None:
        try:
            text = sys.stdin.read() if facts == "-" else Path(facts).read_text(encoding="utf-8")
            result = answer(json.loads(text))
        except OSError as error:
            raise CommandError(f"{facts} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{facts} is not UTF-8 text.") from error
        except json.JSONDecodeError as error:
            raise CommandError(f"{facts} is not JSON: {error}.") from error
        except BadFacts as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(result, ensure_ascii=False, indent=1))
