"""What the facts of one document allow a text to say, each with its slots.

`document` gathers it from what the claims allow (`claimed`), in the types of `sayable`; `shares`
makes its percentages. `excerpts` are the facts of some years or of one force alone,
`local_and_national` two documents of one text, and `category` the names of what is counted.
"""
