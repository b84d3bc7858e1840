"""What the facts of one document allow a text to say, each with its slots.

`document` has all of it, as what a text may say is named in `sayable`; `shares` are its shares in
per cent. `excerpts` are the facts of some years or of one force alone, `local_and_national` two
documents of one text, and `category` the names of what is counted.
"""
