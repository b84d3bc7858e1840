"""The words of the first page that several of its parts use: days, numbers, addresses."""

import datetime as dt
from urllib.parse import urlencode

from django.urls import reverse

from offences.statistics.dates import in_words


def day_in_words(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def ago(day: dt.date, today: dt.date) -> str:
    days = (today - day).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days <= 60 else in_words(day, "day")


def number_in_words(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def list_of(model: str, **filters: object) -> str:
    address = reverse(f"admin:offences_{model}_changelist")
    return f"{address}?{urlencode(filters)}" if filters else address


def page_of(model: str, page: str, pk: int) -> str:
    return reverse(f"admin:offences_{model}_{page}", args=[pk])
