"""Every list of the admin, opened by somebody who may see them all. There is no peer.

Of each scale the slowest list is said and the one with most queries, and each that is too slow.
"""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.site import Judged
from tools.bench.spent import spent

if TYPE_CHECKING:
    from django.test import Client

MOST_MS = 200
MOST_QUERIES = 12


def somebody(*roles: str) -> "Client":
    """A browser of a person with these roles; without any named, with all."""
    from django.contrib.auth.models import Group, User
    from django.test import Client

    groups = Group.objects.filter(name__in=roles) if roles else Group.objects.all()
    name = "-".join(["bench", *roles]).replace(" ", "-").lower()
    found = User.objects.filter(username=name).first()
    person = found or User.objects.create_user(name, email=f"{name}@example.org", is_staff=True)
    person.groups.set(groups)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "mfa", "at": time.time(), "type": "totp"}
    ]
    session.save()
    return client


def lists() -> Iterator[tuple[str, str]]:
    """Each list by the name of its table, with its address."""
    from django.contrib import admin
    from django.urls import NoReverseMatch, reverse

    for model in admin.site._registry:
        of = model._meta
        try:
            yield str(of.verbose_name), reverse(f"admin:{of.app_label}_{of.model_name}_changelist")
        except NoReverseMatch:  # shown on another page alone
            continue


def opened(client: "Client", address: str) -> None:
    status = client.get(address).status_code
    if status != 200:
        raise RuntimeError(f"{address} was answered with {status}.")


def measure(judged: Judged, directory: Path) -> None:
    client = somebody()
    found = {
        name: spent(partial(opened, client, address))
        for name, address in lists()
        if client.get(address).status_code != 403  # a list that nobody opens here
    }
    slowest = sorted(found, key=lambda name: -found[name].ms)
    for name in [n for n in slowest if n == slowest[0] or found[n].ms > MOST_MS]:
        judged.say(f"slowest list, of {name}", found[name].ms, MOST_MS, " ms", most=True)
    asking = sorted(found, key=lambda name: -found[name].queries)
    for name in [n for n in asking if n == asking[0] or found[n].queries > MOST_QUERIES]:
        judged.say(f"  most queries, of {name}", found[name].queries, MOST_QUERIES, most=True)
