"""*Today*, opened by somebody of each role and by somebody with all. There is no peer.

A person with all roles sees every queue at once; each role sees its own. One round is running; the
copied years are over. Which issued texts have to be corrected is kept by a process, as on a server.
"""

from functools import partial
from pathlib import Path

from tools.bench.lists import MOST_MS, opened, somebody
from tools.bench.site import Judged
from tools.bench.spent import spent

MOST_QUERIES = 18  # of more kinds of steps than a list has columns


def measure(judged: Judged, directory: Path) -> None:
    from django.urls import reverse

    from offences.roles import ROLES
    from tools.bench.past_years import close_past_years

    close_past_years()
    address = reverse("admin:index")
    for roles in [[role] for role in ROLES] + [[]]:
        client = somebody(*roles)
        found = spent(partial(opened, client, address))
        name = f"Today, for {roles[0].lower() if roles else 'every role at once'}"
        judged.say(name, found.ms, MOST_MS, " ms", most=True)
        judged.say("  queries", found.queries, MOST_QUERIES, most=True)
