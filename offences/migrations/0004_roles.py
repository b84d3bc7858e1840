"""Who keeps the lists: contacts, and the reference tables that a round's answers add to."""

from importlib import import_module

from django.db import migrations

APP = "offences"
LISTS = ["view", "add", "change", "delete"]  # people ask to be taken out of a list

ROLES = {
    "Data officer": {
        "force": ["add", "change"],
        "breakdown": ["add", "change"],
        "category": ["add", "change"],
        "forcecontact": LISTS,
    },
    "Checker": {},
    "Press officer": {"mediacontact": LISTS},
    "Approver": {"mediacontact": ["view"]},
}
SEEN_BY_ALL = ["forcecontact"]


def make_roles(apps, schema_editor):
    first = import_module("offences.migrations.0002_roles")
    first.give(apps, schema_editor, ROLES, SEEN_BY_ALL)


class Migration(migrations.Migration):
    dependencies = [(APP, "0003_contacts_and_drafts"), (APP, "0002_roles")]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
