"""Every address of the site."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app_codes
from allauth.mfa.webauthn import views as passkeys
from django.contrib import admin
from django.urls import URLPattern, include, path, re_path
from django.views.decorators.cache import never_cache

from offences.accounts import oidc
from offences.accounts.addresses import LOG_IN, STAFF
from offences.accounts.pages import is_logged_in, log_out_everywhere, remove_passkey
from offences.staff.press import links
from offences.views import (
    about,
    api,
    areas,
    charity,
    charts,
    check,
    data,
    feeds,
    forces,
    home,
    pages,
    press,
    releases,
    responses,
)
from offences.views.chart_addresses import ALL, AREA, FORCE

RELEASE = "releases/<slug:measure>/<int:number>"

# What allauth has besides (signing up, other addresses of e-mail) is not on this site.
LOG_IN_PAGES = (
    ("", account.login, "login"),
    ("password/", account.password_reset, "reset_password"),
    ("password/sent/", account.password_reset_done, "reset_password_done"),
    ("password/stored/", account.password_reset_from_key_done, "reset_password_from_key_done"),
    (
        "password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/",
        account.password_reset_from_key,
        "reset_password_from_key",
    ),
)

FACTOR_PAGES = (
    ("", factors.index, "index"),
    ("code/", factors.authenticate, "authenticate"),
    ("code-again/", factors.reauthenticate, "reauthenticate"),
    ("app/", app_codes.activate_totp, "activate_totp"),
    ("app/remove/", app_codes.deactivate_totp, "deactivate_totp"),
    ("recovery-codes/", recovery_codes.view_recovery_codes, "view_recovery_codes"),
    ("recovery-codes/new/", recovery_codes.generate_recovery_codes, "generate_recovery_codes"),
    ("passkeys/", factors.index, "list_webauthn"),
    ("passkeys/new/", passkeys.add_webauthn, "add_webauthn"),
    ("passkeys/again/", passkeys.reauthenticate_webauthn, "reauthenticate_webauthn"),
    ("passkeys/(?P<pk>[0-9]{1,9})/remove/", remove_passkey, "remove_webauthn"),
)

PROVIDER_PAGES = (
    ("<slug:provider_id>/", oidc.log_in, "openid_connect_login"),
    ("<slug:provider_id>/back/", oidc.receive_person, "openid_connect_callback"),
    ("cancelled/", oidc.cancelled, "socialaccount_login_cancelled"),
)

LOG_IN_ROUTES = [
    *(
        re_path(f"^{route}$", never_cache(view), name=f"account_{name}")
        for route, view, name in LOG_IN_PAGES
    ),
    *(
        re_path(f"^second-factor/{route}$", never_cache(view), name=f"mfa_{name}")
        for route, view, name in FACTOR_PAGES
    ),
    *(path(f"by/{route}", never_cache(view), name=name) for route, view, name in PROVIDER_PAGES),
    path("logged-in/", never_cache(is_logged_in), name="is_logged_in"),
    path("everywhere/", log_out_everywhere, name="log_out_everywhere"),
]

CHARTS = {
    ALL: {"page": "measures/", "pinned": "all/", "embed": "measures/"},
    AREA: {
        "page": "areas/<slug:slug>/",
        "pinned": "areas/<slug:slug>/",
        "embed": "areas/<slug:slug>/",
    },
    FORCE: {
        "page": "forces/<slug:slug>/",
        "pinned": "forces/<slug:slug>/",
        "embed": "<slug:slug>/",
    },
}
"""Where the chart of each kind of place is: within its page, a release, the frames for others."""


def chart_routes(kind: str, page: str, pinned: str, embed: str) -> list[URLPattern]:
    """The addresses of one kind of chart: pictures and frames, live and pinned."""
    name = "" if kind == FORCE else f"{kind}_"
    to_frame = f"embed/{embed}<slug:measure>/"
    routes = (
        (f"{page}<slug:measure>/<str:file>", charts.picture, "chart_picture"),
        (f"{RELEASE}/{pinned}<str:file>", charts.picture, "pinned_picture"),
        (to_frame, charts.embed, "embed_measure"),
        (f"{to_frame}<int:number>/", charts.embed, "pinned_embed"),
    )
    return [path(route, view, {"kind": kind}, name=name + own) for route, view, own in routes]


SIGN_ROUTES = [
    path("<str:token>/", links.sign_link, name="sign_link"),
    path("<str:token>/<slug:body>/", links.sign_link_text, name="sign_link_text"),
]
"""What a person without an account opens by their own link."""

urlpatterns = [
    path("", home.home, name="home"),
    path("forces/", forces.forces, name="forces"),
    path("forces/<slug:slug>/", pages.force, name="force"),
    path("forces/<slug:slug>/<slug:measure>/", pages.force_measure, name="force_measure"),
    path("forces/<slug:slug>/feed.atom", feeds.ForceReleases(), name="force_feed"),
    path("forces/<slug:slug>/<slug:measure>.csv", data.force_csv, name="force_csv"),
    path("areas/<slug:slug>/", areas.area, name="area"),
    path("areas/<slug:slug>/<slug:measure>/", areas.area, name="area_measure"),
    path("measures/<slug:slug>/", pages.measure, name="measure"),
    path("responses/<slug:round>/", responses.responses, name="responses"),
    path("releases/", releases.release_index, name="releases"),
    path("releases/feed.atom", feeds.Releases(), name="releases_feed"),
    path(f"{RELEASE}/", releases.release, name="release"),
    path(f"{RELEASE}/changes/", releases.release_changes, name="release_changes"),
    *(
        path(
            f"{RELEASE}/figures.{kind}",
            data.release_file,
            {"file": f"figures.{kind}"},
            name=f"release_{kind}",
        )
        for kind in ("csv", "xlsx")
    ),
    path(f"{RELEASE}/<str:file>", data.release_file, name="release_file"),
    path(f"{RELEASE}/forces/<slug:slug>/", pages.pinned_force, name="pinned_force"),
    path(f"{RELEASE}/forces/<slug:slug>.csv", data.pinned_csv, name="pinned_csv"),
    path("embed/<slug:slug>/", charts.embed, {"kind": FORCE}, name="embed"),
    *(route for kind in CHARTS for route in chart_routes(kind, **CHARTS[kind])),
    path("data/", data.data, name="data"),
    path("data/columns.csv", data.columns, name="columns"),
    path("data/<slug:measure>/", data.data, name="data_of"),
    path("data/<slug:measure>/<slug:version>/<str:file>", data.data_file, name="data_file"),
    *api.routes("api/v1/"),
    path("press/", press.index, name="press"),
    path("press/<slug:event>/", press.event, name="press_event"),
    path("press/<slug:event>/<slug:body>/", press.text, name="press_text"),
    path("press/<slug:event>/<slug:body>/figures/", press.figures, name="press_figures"),
    *(
        path(
            f"press/<slug:event>/<slug:body>.{kind}",
            press.text_file,
            {"kind": kind},
            name=f"press_{kind}",
        )
        for kind in ("txt", "docx")
    ),
    path("check/", check.check, name="check"),
    path("about/", about.about, name="about"),
    path("about/methods/", about.methods_page, name="methods"),
    path("about/ranking/", about.ranking, name="ranking"),
    *(
        path(f"{name}/", about.fixed, {"name": name}, name=name)
        for name in ("help", "contact", "licence", "accessibility")
    ),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
    path("charity/logo.png", charity.logo, name="logo"),
    path("charity/colours.css", charity.colours, name="colours"),
    path(LOG_IN, include(LOG_IN_ROUTES)),
    path(f"{STAFF}sign/", include(SIGN_ROUTES)),
    path(STAFF, admin.site.urls),
]
