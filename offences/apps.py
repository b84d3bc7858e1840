"""The app, and the admin site that staff work in."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.db.models.signals import post_migrate


class OffencesConfig(AppConfig):
    name = "offences"
    verbose_name = "Online offences against children"
    default = True

    def ready(self) -> None:
        from offences.roles import apply_after_migrate  # needs models, which are loaded by now

        post_migrate.connect(apply_after_migrate, sender=self)


class OffencesAdminConfig(admin.AdminConfig):
    default = False
    default_site = "offences.admin.site.StaffSite"
