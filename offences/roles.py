"""Who may do what: the roles of staff, written to the database after every migrate.

This table is the only place that says so. A change to one of these groups in the admin lasts until
the next migrate; a group of another name stays as it is.
"""

from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps
from django.apps.registry import apps as current_apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, router

DATA_OFFICER = "Data officer"
CHECKER = "Checker"
PRESS_OFFICER = "Press officer"
APPROVER = "Approver"
DATA_LEAD = "Data lead"


def may(verbs: str, *models: str) -> tuple[str, ...]:
    """The permissions to do each of these with each of these models."""
    return tuple(f"{verb}_{model}" for model in models for verb in verbs.split())


EVERYONE = (
    # Reference data.
    *may("view", "force", "forcespelling", "forcebreak", "bankholiday"),
    *may("view", "measure", "measurebreak", "breakdown", "category", "offence"),
    # Rounds, answers and what was read in them.
    *may("view", "foiround", "foisubmission", "foievent", "foiquery", "document", "reading"),
    *may("view", "categoryspelling", "annualcount", "recordedfigure", "practiceanswer"),
    *may("view", "checkanswer", "exemption"),
    # Releases, and what forces said of them.
    *may("view", "release", "releasedfigure", "releasedcategory", "releasedresponse"),
    *may("view", "disclosurerule", "alreadypublic", "forcecheck", "dispute", "releasedremark"),
    *may("view", "revisionreason"),
    # Press.
    *may("view", "campaign", "campaignevent", "pressrelease", "issuedtext", "correction"),
    *may("view", "eventquote", "spokesperson", "eventblock", "printedarticle"),
)
"""What every role sees: nearly everything but people's addresses. Each changes its own part."""

SEES_PRERELEASE = may("view", "prereleasereader", "prereleaselog")
"""Who reads a release early: names and addresses of people, for those who prepare or approve."""

KEEPS_PRERELEASE = may("add change", "prereleasereader")

# Those who send figures to the forces see whom to write to, and record what comes back.
ASKS_FORCES = (
    "view_forcecontact",
    *may("add change", "forcecheck"),
    *may("add", "dispute", "revisionreason"),
)

ROLES: dict[str, tuple[str, ...]] = {
    DATA_OFFICER: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *ASKS_FORCES,
        *may("add change", "foiround", "foisubmission", "foievent", "foiquery", "document"),
        *may("add change", "reading", "annualcount", "recordedfigure", "force", "forcespelling"),
        *may("add change", "breakdown", "category", "release"),
        *may("view add", "sentletter"),
        *may("view add change", "reply"),  # letters of people, with their addresses
        # A wrong label misreads every later file. A break recorded by mistake bars every comparison
        # of its force. People ask to be taken off a list.
        *may("add change delete", "categoryspelling", "forcebreak", "forcecontact"),
        *may("add change delete", "exemption"),  # one recorded by mistake would be published
    ),
    CHECKER: (*EVERYONE, "check_foisubmission"),
    PRESS_OFFICER: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *may("add change", "campaign", "campaignevent", "pressrelease", "release"),
        *may("add change delete", "eventquote", "spokesperson", "eventblock"),
        "add_correction",
        *may("view add change delete", "mediacontact"),  # people ask to be taken off a list
        *may("view add", "senttext", "sentcorrection"),
        *may("add change", "printedarticle"),
    ),
    # An approver never changes what they approve.
    APPROVER: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *KEEPS_PRERELEASE,
        *("approve_release", "withdraw_release"),
        "issue_pressrelease",
        "decide_dispute",
    ),
    # Few people, apart from the others: they open files that may hold personal data
    # and run the accounts.
    DATA_LEAD: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *KEEPS_PRERELEASE,
        *ASKS_FORCES,
        *may("view add change", "account", "charity"),
        *may("view add change delete", "helpline"),
        *may("add change delete", "bankholiday"),  # one is proclaimed late, or taken back
        *may("add change", "measure", "breakdown", "category"),  # what is counted
        "view_rowchange",
        "clear_document",
        "view_reply",
        "answer_errors",  # the errors of a screening that are not corrected
        "decide_dispute",
        "add_disclosurerule",  # a new rule replaces the old one, which stays
        *may("add delete", "alreadypublic"),
    ),
}


def apply_after_migrate(
    sender: AppConfig,
    using: str,
    apps: Apps = current_apps,
    plan: list | None = None,
    **kwargs: Any,
) -> None:
    """Apply the roles once the tables are migrated.

    `flush` sends the signal too, without a plan: a database that is emptied stays empty.
    """
    if plan is not None:
        apply_roles(using, apps)


def apply_roles(using: str = DEFAULT_DB_ALIAS, apps: Apps = current_apps) -> None:
    """Give each role exactly the permissions of the table.

    `apps` is as the migration left it: at an older state permissions of later tables are missing.
    """
    try:
        Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # migrated back to before the tables of Django's own
        return
    if not router.allow_migrate_model(using, Group):
        return
    # Django makes permissions after migrating too, perhaps later than this: making them twice
    # changes nothing.
    create_permissions(current_apps.get_app_config("offences"), verbosity=0, using=using, apps=apps)
    own = Permission.objects.using(using).filter(content_type__app_label="offences")
    by_codename = dict(own.values_list("codename", "pk"))
    for role, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(by_codename[name] for name in codenames if name in by_codename)
