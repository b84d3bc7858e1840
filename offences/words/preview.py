"""The line above a release before its publication, and why a link to it opens nothing."""

DAMAGED = (
    "Part of this link is missing or changed, or it is too old. Copy it whole from the message you "
    "had, or ask the sender for a new one."
)
FOR_STAFF = (
    "This link opens for one member of staff only. If it is yours, log in to the staff site first."
)
WITHDRAWN = "The release behind this link was withdrawn."
NOT_APPROVED = "The release behind this link is no longer approved."
PUBLIC = "The release behind this link is public."
REVOKED = "This link was revoked by those who gave it."
MOVED = "The time of publication changed, and this link ended. Ask for a new one."


def embargo_line(until: str, name: str) -> str:
    """The line above everything in a preview."""
    return f"Embargoed until {until}. For {name} only: do not pass on."


def ended_at(minute: str) -> str:
    return f"This link ended at {minute}."


def opens_at(minute: str) -> str:
    return f"This link opens at {minute}."


def texts_of(event: str) -> str:
    return f"the press releases for {event}"
