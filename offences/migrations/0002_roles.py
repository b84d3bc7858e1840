"""The four roles of staff, as groups. All of them see everything; each does its own part."""

from django.db import migrations

APP = "offences"

ROLES = {
    "Data officer": {
        "foiround": ["add", "change"],
        "foisubmission": ["add", "change"],
        "foievent": ["add", "change"],
        "document": ["add", "change"],
        "annualcount": ["add", "change"],
        "recordedfigure": ["add", "change"],
        "release": ["add", "change"],
        "forcespelling": ["add", "change"],
    },
    "Checker": {"foisubmission": ["check"]},
    "Press officer": {
        "campaign": ["add", "change"],
        "campaignevent": ["add", "change"],
        "pressrelease": ["add", "change"],
        "release": ["add", "change"],
    },
    "Approver": {
        "release": ["approve", "withdraw"],  # never changes what it approves
        "pressrelease": ["issue"],
    },
}


def _named(model, action):
    """The name that Django itself gives a permission, which it makes only after migrating."""
    codename = f"{action}_{model._meta.model_name}"
    own = dict(model._meta.permissions)
    return codename, own.get(codename, f"Can {action} {model._meta.verbose_name_raw}")


# Every role sees these; a migration that adds a table says who sees that one.
SEEN_BY_ALL = [
    *("annualcount", "bankholiday", "breakdown", "campaign", "campaignevent", "category"),
    *("document", "foievent", "foiround", "foisubmission", "force", "forcespelling"),
    *("issuedtext", "measure", "measurebreak", "offence", "pressrelease", "recordedfigure"),
    *("release", "releasedfigure", "releasedresponse"),
]


def make_roles(apps, schema_editor):
    give(apps, schema_editor, ROLES, SEEN_BY_ALL)


def give(apps, schema_editor, roles, seen_by_all):
    """Each role's permissions, role → model → actions; and for all of them, what they all see."""
    database = schema_editor.connection.alias
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(database)
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    groups = apps.get_model("auth", "Group").objects.using(database)
    models = list(apps.get_app_config(APP).get_models())

    def permission(model, action):
        content_type, _ = content_types.get_or_create(app_label=APP, model=model._meta.model_name)
        codename, name = _named(model, action)
        return permissions.get_or_create(
            content_type=content_type, codename=codename, defaults={"name": name}
        )[0]

    by_name = {model._meta.model_name: model for model in models}
    views = [permission(by_name[name], "view") for name in seen_by_all]
    for role, may in roles.items():
        group, _ = groups.get_or_create(name=role)
        group.permissions.add(
            *views,
            *(permission(by_name[name], action) for name in may for action in may[name]),
        )


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias).filter(
        name__in=ROLES
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        (APP, "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
