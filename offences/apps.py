"""The app, and the admin site that staff work in."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class OffencesConfig(AppConfig):
    name = "offences"
    verbose_name = "Online offences against children"
    default = True


class OffencesAdminConfig(admin.AdminConfig):
    default = False
    default_site = "offences.admin.site.StaffSite"
