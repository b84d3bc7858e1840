"""Checks: what a person should look at, and what nobody should see by accident."""
