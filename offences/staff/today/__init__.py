"""The staff's first page, Today, and the search box of every page."""
