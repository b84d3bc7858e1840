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

EVERYONE = (
    # Reference data.
    *("view_force", "view_forcespelling", "view_forcecontact", "view_bankholiday"),
    *("view_measure", "view_measurebreak", "view_breakdown", "view_category", "view_offence"),
    # Rounds, answers and what was read in them.
    *("view_foiround", "view_foisubmission", "view_foievent", "view_foiquery", "view_document"),
    *("view_reading", "view_categoryspelling", "view_annualcount", "view_recordedfigure"),
    *("view_practiceanswer", "view_forcebreak"),
    # Releases, and what forces said of them.
    *("view_release", "view_releasedfigure", "view_releasedcategory", "view_releasedresponse"),
    *("view_disclosurerule", "view_alreadypublic"),
    *("view_forcecheck", "view_dispute", "view_releasedremark", "view_revisionreason"),
    # Press.
    *("view_campaign", "view_campaignevent", "view_pressrelease", "view_issuedtext"),
    "view_correction",
)
"""What every role sees. All of them read nearly everything; each changes its own part."""

SEES_PRERELEASE = ("view_prereleasereader", "view_prereleaselog")
"""Who reads a release early: names and addresses of people, for those who prepare or approve."""

KEEPS_PRERELEASE = ("add_prereleasereader", "change_prereleasereader")

ASKS_FORCES = (
    # Whoever sends figures to the forces records what comes back.
    *("add_forcecheck", "change_forcecheck"),
    "add_dispute",
    "add_revisionreason",
)

ROLES: dict[str, tuple[str, ...]] = {
    DATA_OFFICER: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *ASKS_FORCES,
        *("add_foiround", "change_foiround"),
        *("add_foisubmission", "change_foisubmission"),
        *("add_foievent", "change_foievent"),
        *("add_foiquery", "change_foiquery"),
        *("add_document", "change_document"),
        *("add_reading", "change_reading"),
        *("add_annualcount", "change_annualcount"),
        *("add_recordedfigure", "change_recordedfigure"),
        *("add_force", "change_force"),
        *("add_forcespelling", "change_forcespelling"),
        *("add_breakdown", "change_breakdown"),
        *("add_category", "change_category"),
        *("add_release", "change_release"),
        # A wrong label misreads every later file.
        *("add_categoryspelling", "change_categoryspelling", "delete_categoryspelling"),
        # A break recorded by mistake bars every comparison of its force.
        *("add_forcebreak", "change_forcebreak", "delete_forcebreak"),
        # People ask to be taken off a list.
        *("add_forcecontact", "change_forcecontact", "delete_forcecontact"),
    ),
    CHECKER: (*EVERYONE, "check_foisubmission"),
    PRESS_OFFICER: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *("add_campaign", "change_campaign"),
        *("add_campaignevent", "change_campaignevent"),
        *("add_pressrelease", "change_pressrelease"),
        *("add_release", "change_release"),
        "add_correction",
        # People ask to be taken off a list.
        *("view_mediacontact", "add_mediacontact", "change_mediacontact", "delete_mediacontact"),
    ),
    # An approver never changes what they approve.
    APPROVER: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *KEEPS_PRERELEASE,
        *("approve_release", "withdraw_release"),
        "issue_pressrelease",
        "decide_dispute",
        "view_mediacontact",  # to see who is sent a correction
    ),
    # Few people, apart from the others: they open files that may hold personal data.
    DATA_LEAD: (
        *EVERYONE,
        *SEES_PRERELEASE,
        *KEEPS_PRERELEASE,
        *ASKS_FORCES,
        "clear_document",
        "answer_errors",  # the errors of a screening that are not corrected
        "decide_dispute",
        "add_disclosurerule",  # a new rule replaces the old one, which stays
        *("add_alreadypublic", "delete_alreadypublic"),
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
