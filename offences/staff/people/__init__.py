"""People: who has an account, what they may do, and what each of them did."""
