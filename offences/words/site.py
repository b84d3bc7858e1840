"""Fixed words of the site that are not in a template: its name, its feed, its forms."""

PRACTICE = "Practice. Every force, figure, person and newsroom here is made up."
"""What a practice year says of itself, on its pages (templates/_practice.html) and in its files."""
FEED_TITLE = "{}: releases"
FEED_SUBTITLE = "Every release of the figures, newest first. A correction is a new release."
FORCE_FEED_SUBTITLE = "Every release: the newest figure of this force, or why there is none."
FORCE_FEED_NOTHING = "{}: we have no figure of this force."
FORCE_FEED_FIGURE = "{}, {}: {}. {}."
"""What was counted, the newest year, the figure, when it was published or why there is none."""
CHECK_LABELS = {
    "release": "What is counted, and by which release",
    "body": "Whose figures",
    "text": "Your text",
}
NO_TEXT = "Paste your text first."
TOO_LONG = "We can check up to {:,} letters at once. Send a part."
TOO_MANY_FIGURES = "Your text has {:,} figures. We can check up to {:,} at once. Send it in parts."
TOO_OFTEN = (
    "We check up to {:,} texts a minute from one address. Your text is still here: "
    "please send it again in {}."
)

SOURCE = (
    "Answers of police forces to Freedom of Information requests, and publications named in them"
)

CATALOGUE = "Every figure of police forces on {}, with its source, or the reason why there is none."
DATASET = (
    "{} Figures of police forces, year by year, with their sources. "
    "Answers to Freedom of Information requests; not official statistics."
)
"""A release, after its definition, as search engines describe it."""
WITHDRAWN = "This release was withdrawn. {}"
REVISED, REVISED_ONE = "{} figures are revised in it", "{} figure is revised in it"
CORRECTED, CORRECTED_ONE = "{} answers were corrected", "{} answer was corrected"
UNSHOWN = "{}, and {} in numbers that are not shown"
SEE_CHANGES = "{}: see what changed"
"""The entry of a release in the feed."""

HELP_HEADING = "Help for your readers"
CHANGED_FIGURES = "Figures that changed"
NEW_FIGURES = "New figures"
LOST_FIGURES = "No longer given"
OTHER_REASONS = "Still no figure, for a different reason"


def embargo_line(when: str, *, over: bool, issued: bool) -> str:
    """The embargo over a press release: ahead, over, or past while it is still a draft."""
    until = f"Embargoed until {when}"
    if not over:
        return until
    return f"Embargo: {when}, now over" if issued else f"{until}, which is past"
