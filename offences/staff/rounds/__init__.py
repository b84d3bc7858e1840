"""Pages of a round: its board, letters, replies, forms and exemptions."""
