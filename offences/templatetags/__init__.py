"""Filters and tags of templates: words of the charity, definitions, sections of the Act."""
