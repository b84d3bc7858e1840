"""The app, and the admin site that staff work in."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin import apps as admin
from django.core.management import call_command
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class OffencesConfig(AppConfig):
    name = "offences"
    verbose_name = "Records"
    default = True

    def ready(self) -> None:
        from offences import deploy_checks  # noqa: F401 - which registers them
        from offences.management import holidays  # needs models, which are loaded by now
        from offences.roles import apply_after_migrate

        post_migrate.connect(apply_after_migrate, sender=self)
        post_migrate.connect(holidays.store_after_migrate, sender=self)
        post_migrate.connect(make_cache_tables, sender=self)
        post_migrate.connect(plan_nightly_work, sender=self)
        if settings.SENTRY_DSN:
            from offences import VERSION, error_reports  # which takes its time

            error_reports.start(settings.SENTRY_DSN, VERSION)
        _record_changes(self)
        _log_second_factors()


def _record_changes(app: AppConfig) -> None:
    """Have the database record every change with its author, except those of migrations."""
    from django.tasks.signals import task_finished, task_started

    from offences.history import tasks, triggers
    from offences.models import remember_charity

    pre_migrate.connect(triggers.stop_recording, sender=app)
    post_migrate.connect(triggers.start_recording, sender=app)  # after all else that a migrate does
    connection_created.connect(triggers.name_writer)
    task_started.connect(tasks.start)
    task_started.connect(remember_charity)
    task_finished.connect(tasks.end)


def _log_second_factors() -> None:
    """Note each change of a second factor, which allauth reports only by signals."""
    from allauth.mfa import signals

    from offences.accounts import second_factor

    signals.authenticator_added.connect(second_factor.note_added)
    signals.authenticator_removed.connect(second_factor.note_removed)
    signals.authenticator_reset.connect(second_factor.note_new_codes)


def make_cache_tables(sender: AppConfig, using: str, verbosity: int = 1, **kwargs: Any) -> None:
    """Make the cache tables of the database, which no migration has; existing ones stay."""
    call_command("createcachetable", database=using, verbosity=max(0, verbosity - 1))


def plan_nightly_work(sender: AppConfig, **kwargs: Any) -> None:
    """Have the worker make backups and purge: each deployment migrates, so none is without them."""
    from offences.tasks import plan_backups, plan_purges  # needs models, which are loaded by now

    plan_backups()
    plan_purges()


class OffencesAdminConfig(admin.AdminConfig):
    default = False
    default_site = "offences.admin.site.StaffSite"
