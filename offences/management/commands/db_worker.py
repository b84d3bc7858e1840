"""manage.py db_worker: the worker of django-tasks-db, which gives signs of life meanwhile."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from offences.workers import signs_of_life


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        with signs_of_life(options["worker_id"]):
            super().handle(**options)
