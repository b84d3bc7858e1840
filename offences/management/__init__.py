"""The commands of manage.py, and what the demonstration and the practice year load."""
