"""The daily e-mail to staff."""
