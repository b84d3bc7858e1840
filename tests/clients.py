"""A browser of a person who is logged in, and what a page says."""

import html
import re

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text_of(response: HttpResponse) -> str:
    """The words of a page, without its drawings and marks."""
    drawings = r"<svg.*?</svg>|<script.*?</script>|<[^>]+>"
    words = re.sub(drawings, " ", response.content.decode(), flags=re.S)
    return " ".join(html.unescape(words).split()).replace(" ,", ",")
