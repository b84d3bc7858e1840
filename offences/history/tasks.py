"""The worker's tasks as writers: each changes rows for the person who asked for it."""

from typing import Any

from django.tasks import TaskResult

from offences.history.writer import ChangeWriter, begin


def start(sender: object, task_result: TaskResult, **_: Any) -> None:
    asked_by = task_result.kwargs.get("by")
    begin(ChangeWriter(str(task_result.id), f"task {task_result.task.name}", asked_by))


def end(sender: object, **_: Any) -> None:
    begin(None)
