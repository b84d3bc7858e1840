"""Nouns in the plural that are no offence or victim, wherever they stand: "likes", "vicars".

Left out are those that may stand for victims or for the places of cases: what is lit, sung or
planted for each, who treats or speaks for each, who may be young or a parent of one, parts of a
district, homes and bedrooms, lives and stories, messages, pictures, phones and accounts, measures,
marks and words in a record.
"""

import re
from pathlib import Path

NOUNS = Path(__file__).with_name("things.txt")
THINGS = re.compile("|".join(NOUNS.read_text().split()), re.IGNORECASE)
"""What is counted next to a part of the figures, and is no offence."""
