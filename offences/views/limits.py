"""How often one address may ask for costly answers."""

import ipaddress

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

from offences.views.moment import moment

WINDOW = 60  # seconds


def seconds_to_wait(request: HttpRequest, name: str, most: int) -> int:
    """Count a request; 0 if it may be answered, or how long its address has to wait.

    Each process counts for itself, or all together (CACHE_URL), from one minute of the clock to
    the next.
    """
    window, seconds = divmod(int(moment(request).timestamp()), WINDOW)
    key = f"{name}/{_visitor(request)}/{window}"
    caches["limits"].add(key, 0, 2 * WINDOW)
    try:
        number = caches["limits"].incr(key)
    except ValueError:  # it was dropped just now: the cache is full
        return 0
    return WINDOW - seconds if number > most else 0


def _visitor(request: HttpRequest) -> str:
    """The address that asks; of IPv6 the network, since each visitor has all of one."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        # Each proxy adds at the end whom it was asked by; what stands before that anyone can write.
        named = request.headers.get("X-Forwarded-For", "").split(",")
        address = named[-min(settings.TRUSTED_PROXIES, len(named))].strip() or address
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "elsewhere"
    if isinstance(known, ipaddress.IPv6Address):
        known = known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False)[0]
    return str(known)
