"""The names of nations and regions within a sentence."""

_WITH_ARTICLE = {
    *("East Midlands", "East of England", "North East", "North West"),
    *("South East", "South West", "West Midlands", "City of London", "Thames Valley"),
}


def in_words(region: str) -> str:
    """A region or an area in the middle of a sentence: “the South East”, “Wales”."""
    return f"the {region}" if region in _WITH_ARTICLE else region
