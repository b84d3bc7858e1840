"""Groups of the lists of all records, by the work they are for."""

from typing import Any

from offences.words import text_table

# The lists of all records by the work they are for. The last are only to look at, so that the first
# page leaves them out.
ONLY_TO_LOOK_AT = "To look at"
GROUPS: dict[str, tuple[str, ...]] = {
    "Collect": (
        *("FoiRound", "FoiSubmission", "FoiEvent", "Exemption", "FoiQuery", "SentLetter"),
        "ForceContact",
    ),
    "Check": ("AnnualCount", "RecordedFigure", "Document", "ForceBreak", "MeasureBreak"),
    "Publish": ("Release", "Dispute", "DisclosureRule", "AlreadyPublic"),
    "Press": ("CampaignEvent", "Campaign", "PressRelease", "SentText", "MediaContact"),
    "Reference": (
        *("Force", "ForceSpelling", "Measure", "Breakdown", "Category", "CategorySpelling"),
        *("Offence", "BankHoliday", "Charity"),
    ),
    ONLY_TO_LOOK_AT: (
        *("Reply", "Reading", "PracticeAnswer", "ReleasedFigure", "ReleasedResponse", "IssuedText"),
        "RowChange",
    ),
}
OF_OTHERS = {
    "auth": ("People", {"Group": "Roles"}),
    "django_tasks_database": ("Long work", {"DBTaskResult": "Tasks of the worker"}),
}
"""Applications that others wrote, by our own words: what only somebody who runs the site sees."""


_ABOUT = text_table("record_lists")


def explain_lists(apps: list[Any]) -> list[Any]:
    """These applications, each list with what it holds where its name does not say it."""
    for each in (model for app in apps for model in app["models"]):
        each["about"] = _ABOUT.get(each["object_name"], "")
    return apps


def groups_of(app: dict[str, Any]) -> list[dict[str, Any]]:
    """The lists of an application of ours in their groups; of another one in our own words."""
    if app["app_label"] != "offences":
        name, ours = OF_OTHERS.get(app["app_label"], (app["name"], {}))
        named = [
            {**each, "name": ours.get(each["object_name"], each["name"])} for each in app["models"]
        ]
        return [{**app, "name": name, "models": named}]
    lists = {each["object_name"]: each for each in app["models"]}
    groups = []
    for name, models in GROUPS.items():
        if found := [lists[each] for each in models if each in lists]:
            slug = f"offences-{name.lower().replace(' ', '-')}"
            groups.append({**app, "name": name, "app_label": slug, "models": found})
    return groups
