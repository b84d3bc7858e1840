"""A round: its letters, forms, board and exemptions."""
