"""Every public page in awkward worlds: its words, its look, what it asks of the database."""
