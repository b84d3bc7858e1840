"""The site as it will be at a release's minute, for those who may read it before: /as-at/…/.

The beginning of the address is taken off, so that the very views of the public answer, asked about
that minute; every link that they make stays inside. What comes out bears the reader's name, and
nobody keeps it.
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone
from django.utils.http import escape_leading_slashes

from offences.releases import prerelease_access
from offences.releases.prerelease_access import EarlyView, EndedLink

ADDRESS = re.compile(r"/as-at/([^/]+)(/.*)?", re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")


class AsAt:
    """Serves a preview to whoever has a link that still opens.

    `request.as_at` is the preview, or None on the public site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.as_at = None  # type: ignore[attr-defined]
        found = ADDRESS.fullmatch(request.path_info)
        if found is None:
            return self.get_response(request)
        token, rest = found[1], found[2] or "/"
        opened = prerelease_access.open_link(token, request.user, timezone.now())
        if isinstance(opened, EndedLink):
            return _for_nobody_else(_ended(request, opened, rest))
        prerelease_access.log_opened(opened, rest)
        own = get_script_prefix()
        inside = f"{own}as-at/{token}/"
        request.as_at = opened  # type: ignore[attr-defined]
        request.path_info = rest
        _say_public_addresses(request, own, inside)
        set_script_prefix(inside)
        try:
            response = self.get_response(request)
        finally:
            set_script_prefix(own)
        return _for_nobody_else(_marked(response, opened))

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """The staff's own pages are no part of what will be public."""
        match = request.resolver_match
        if request.as_at and match and "admin" in match.namespaces:  # type: ignore[attr-defined]
            raise Http404("The staff site has no preview.")
        return None


def _say_public_addresses(request: HttpRequest, own: str, inside: str) -> None:
    """A whole address is one to be quoted or kept: the public one, never that of the preview."""
    whole = request.build_absolute_uri

    def build_absolute_uri(location: str | None = None) -> str:
        path = request.get_full_path() if location is None else location
        return whole(own + path.removeprefix(inside) if path.startswith(inside) else path)

    request.build_absolute_uri = build_absolute_uri  # type: ignore[method-assign]


def _ended(request: HttpRequest, ended: EndedLink, rest: str) -> HttpResponse:
    """Why the link opens nothing; once it is all public, the public page itself."""
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


def _for_nobody_else(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    del response["ETag"]
    return response
