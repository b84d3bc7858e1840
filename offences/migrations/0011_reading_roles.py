"""Who reads the forces' files, who asks them, and who alone opens what is held back."""

from importlib import import_module

from django.db import migrations

APP = "offences"

ROLES = {
    "Data officer": {
        "reading": ["add", "change"],
        "foiquery": ["add", "change"],
        "categoryspelling": ["add", "change", "delete"],
    },
    "Checker": {},
    "Press officer": {},
    "Approver": {},
}
SEEN_BY_ALL = ["reading", "foiquery", "categoryspelling"]

# Who looks at files that may hold people's data: apart from the others, and few.
LEAD = "Data lead"
SEEN_BY_LEAD = [
    *("annualcount", "breakdown", "category", "categoryspelling", "document", "foievent"),
    *("forcebreak", "practiceanswer"),
    *("foiquery", "foiround", "foisubmission", "force", "forcespelling", "measure"),
    *("measurebreak", "offence", "reading", "release", "releasedfigure", "releasedresponse"),
    *("recordedfigure", "bankholiday", "campaign", "campaignevent", "pressrelease"),
    *("issuedtext", "forcecontact"),
]


def make_roles(apps, schema_editor):
    first = import_module("offences.migrations.0002_roles")
    first.give(apps, schema_editor, ROLES, SEEN_BY_ALL)
    first.give(apps, schema_editor, {LEAD: {"document": ["clear"]}}, SEEN_BY_LEAD)


def remove_lead(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name=LEAD).delete()


class Migration(migrations.Migration):
    dependencies = [(APP, "0010_readings"), (APP, "0002_roles")]

    operations = [migrations.RunPython(make_roles, remove_lead)]
