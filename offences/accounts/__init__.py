"""Accounts of staff: how they log in, who runs them, and what each person did."""
