"""Accounts of staff: how they sign in, who runs them, and what each person did."""
