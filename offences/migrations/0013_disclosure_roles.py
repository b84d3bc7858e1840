"""Who decides what of the breakdowns may leave the admin, and records what is public already."""

from importlib import import_module

from django.db import migrations

APP = "offences"

ROLES = {"Data officer": {}, "Checker": {}, "Press officer": {}, "Approver": {}}
LEAD = {
    "Data lead": {"disclosurerule": ["add"], "alreadypublic": ["add", "delete"]},
}
SEEN_BY_ALL = ["disclosurerule", "alreadypublic", "releasedcategory"]


def make_roles(apps, schema_editor):
    first = import_module("offences.migrations.0002_roles")
    first.give(apps, schema_editor, ROLES | LEAD, SEEN_BY_ALL)


class Migration(migrations.Migration):
    dependencies = [(APP, "0012_breakdowns"), (APP, "0002_roles")]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
