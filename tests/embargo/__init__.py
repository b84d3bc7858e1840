"""Nothing is public before its minute, and previews are for those who may see them."""
