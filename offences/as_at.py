"""The site as it will be when a release opens, for its early readers: /as-at/…/.

The prefix is taken off the address, so that the public views themselves answer, about that minute;
every link that they make stays inside. Each answer is marked with the reader's name and never
cached.
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone
from django.utils.http import escape_leading_slashes

from offences.accounts.addresses import is_staff_address
from offences.releases import prerelease_access
from offences.releases.prerelease_access import EarlyView, EndedLink
from offences.releases.public_state import PublicRequest

ADDRESS = re.compile(r"/as-at/([^/]+)(/.*)?", re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")


class AsAt:
    """Serves a preview to the reader of a link that still opens.

    `request.as_at` is the preview, or None on the public site.
    """

    def __init__(self, get_response: Callable[[PublicRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: PublicRequest) -> HttpResponse:
        request.as_at = None
        found = ADDRESS.fullmatch(request.path_info)
        if found is None:
            return self.get_response(request)
        token, rest = found[1], found[2] or "/"
        reader = prerelease_access.open_link(token, request.user, timezone.now())
        if isinstance(reader, EndedLink):
            return _never_cached(_ended(request, reader, rest))
        prerelease_access.log_view(reader, rest)
        own = get_script_prefix()
        inside = f"{own}as-at/{token}/"
        request.as_at = reader
        request.path_info = rest
        _use_public_addresses(request, own, inside)
        set_script_prefix(inside)
        try:
            response = self.get_response(request)
        finally:
            set_script_prefix(own)
        return _never_cached(_marked(response, reader))

    def process_view(
        self, request: PublicRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Exclude the staff's own pages, which are no part of what will be public."""
        if request.as_at and is_staff_address(request):
            raise Http404("The staff site has no preview.")
        return None


def _use_public_addresses(request: PublicRequest, own: str, inside: str) -> None:
    """Make whole addresses, which people quote and store, the public ones."""
    whole = request.build_absolute_uri

    def build_absolute_uri(location: str | None = None) -> str:
        path = request.get_full_path() if location is None else location
        return whole(own + path.removeprefix(inside) if path.startswith(inside) else path)

    request.build_absolute_uri = build_absolute_uri  # type: ignore[method-assign]


def _ended(request: PublicRequest, ended: EndedLink, rest: str) -> HttpResponse:
    """Say why the link opens nothing; once everything is public, lead to the public page."""
    if ended.is_public:
        query = request.META.get("QUERY_STRING", "")
        address = get_script_prefix() + quote(rest.lstrip("/"))
        return HttpResponseRedirect(
            escape_leading_slashes(address) + (f"?{query}" if query else "")
        )
    return render(request, "as_at_ended.html", {"why": ended.why}, status=ended.status)


def _marked(response: HttpResponse, preview: EarlyView) -> HttpResponse:
    """A page with its mark at the top, at the bottom and across; a file with it in its name."""
    if response.get("Content-Type", "").startswith("text/html"):
        page = response.content.decode(response.charset)
        style, top, bottom = (
            render_to_string("_watermark.html", {"preview": preview, "place": place})
            for place in ("head", "top", "bottom")
        )
        begins = _BODY.search(page)
        at = begins.end() if begins else 0
        ends = page.rfind("</body>", at)
        ends = len(page) if ends < 0 else ends
        head = page[:at].replace("</head>", f"{style}</head>")
        response.content = head + top + page[at:ends] + bottom + page[ends:]
    if named := response.get("Content-Disposition"):
        response["Content-Disposition"] = named.replace('filename="', 'filename="EMBARGOED-')
    return response


def _never_cached(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    del response["ETag"]
    return response
