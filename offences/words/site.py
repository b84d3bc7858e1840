"""Fixed words of the site that are not in a template: its name, its feed, its forms."""

NAME = "Online offences against children"
FEED_TITLE = f"{NAME}: releases"
FEED_SUBTITLE = "Every release of the figures, newest first. A correction is a new release."
CHECK_LABELS = {
    "release": "What is counted, and by which release",
    "body": "Whose figures",
    "text": "Your text",
}
NO_TEXT = "Paste your text first."

HELP_HEADING = "Help for your readers"
CHANGED_FIGURES = "Figures that changed"
NEW_FIGURES = "New figures"
LOST_FIGURES = "No longer given"
OTHER_REASONS = "Still no figure, for another reason"


def text_too_long(most: int) -> str:
    """Why a pasted text is not checked whole."""
    return f"We can check up to {most:,} letters at once. Send a part."


def dataset_description(definition: str) -> str:
    """A release as search engines describe it."""
    return (
        f"{definition} Figures of police forces, year by year, with their sources. "
        "Answers to Freedom of Information requests; not official statistics."
    )


def revised_in(figures: str, *, one: bool) -> str:
    """How many figures a release revises, for its entry in the feed."""
    return f"{figures} {'figure is' if one else 'figures are'} revised in it"


def withdrawn(reason: str) -> str:
    """The entry of a withdrawn release in the feed."""
    return f"This release was withdrawn. {reason}"


def feed_link(revised: str) -> str:
    """The link from the feed to the changes of a release."""
    return f"{revised}: see what changed"


def embargo_line(when: str, *, over: bool, issued: bool) -> str:
    """The embargo over a press release: ahead, over, or past while it is still a draft."""
    until = f"Embargoed until {when}"
    if not over:
        return until
    return f"Embargo: {when}, now over" if issued else f"{until}, which is past"
