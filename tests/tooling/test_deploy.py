"""The files of deploy/ are such that their programs take them, and name the same places."""

import os
import re
import runpy
import stat
from types import SimpleNamespace

import pytest

from offences.accounts.upload_limits import OF_STAFF, OF_STRANGERS
from tests.machines.servers import free_port
from tests.programs import DEPLOY, nginx_here, program, run_to_its_end

PAGE = (DEPLOY.parent / "docs" / "operate.md").read_text()
NGINX = (DEPLOY / "nginx.conf").read_text()
CADDY = (DEPLOY / "Caddyfile").read_text()
COMPOSE = (DEPLOY / "compose.yaml").read_text()
UNITS = sorted(DEPLOY.glob("*.service"))


def said_by(*command):
    done = run_to_its_end(*command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


# ---- the programs themselves ---------------------------------------------------------------------


@pytest.mark.parametrize("unit", UNITS, ids=lambda each: each.stem)
def test_systemd_knows_each_line_of_a_unit(unit, tmp_path):
    here = re.sub(r"/srv/offences/\.venv/bin/\w+", "/bin/true", unit.read_text())
    (tmp_path / unit.name).write_text(here)
    verify = (program("systemd-analyze"), "verify", str(tmp_path / unit.name))
    assert said_by(*verify) == (0, "")


def test_nginx_takes_its_site(tmp_path):
    code, said = said_by(*nginx_here(tmp_path, {"80": free_port(), "443": free_port()}), "-t")
    assert code == 0 and "[warn]" not in said, said


def test_caddy_takes_its_site():
    caddy, site = program("caddy"), DEPLOY / "Caddyfile"
    code, said = said_by(caddy, "validate", "--adapter", "caddyfile", "--config", site)
    assert code == 0, said
    assert said_by(caddy, "fmt", site) == (0, CADDY)


# ---- what they say of each other -----------------------------------------------------------------


def test_a_proxy_lets_through_what_the_site_takes_and_hardly_more():
    """Otherwise an officer reads a bare page of the proxy instead of a sentence."""
    sizes = {int(each) << 20 for each in re.findall(r"max_body_size (\d+)m;", NGINX)}
    to_readers, to_staff = sorted(sizes)
    caddys = [int(each) * 1_000_000 for each in re.findall(r"max_size (\d+)MB", CADDY)]
    for readers, staff in ((to_readers, to_staff), caddys):
        assert OF_STRANGERS < readers < 2 * OF_STRANGERS
        assert OF_STAFF < staff < 1.1 * OF_STAFF


def test_proxies_ask_where_the_site_listens(monkeypatch):
    monkeypatch.delenv("BIND", raising=False)
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: "")
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    place = runpy.run_path(str(DEPLOY / "gunicorn.conf.py"))["bind"]
    assert {*re.findall(r"proxy_pass http://(\S+);", NGINX)} == {place}
    assert re.findall(r"reverse_proxy (\S+)", CADDY) == [place]
    assert f'"{place}:8000"' in COMPOSE and "BIND: 0.0.0.0:8000\n" in COMPOSE


def test_what_a_web_process_writes_is_readable_by_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: "")
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    monkeypatch.setenv("METRICS_PROCESS", "")
    as_it_was = os.umask(0o022)
    try:
        begin = runpy.run_path(str(DEPLOY / "gunicorn.conf.py"))["post_fork"]
        begin(None, SimpleNamespace(place=0))
        (tmp_path / "written").touch()
    finally:
        os.umask(as_it_was)
    assert stat.S_IMODE((tmp_path / "written").stat().st_mode) == 0o600


def test_one_name_stands_for_that_of_the_site():
    example = (DEPLOY / "offences.env").read_text()
    assert "ALLOWED_HOSTS=figures.example.org\n" in example
    assert {*re.findall(r"server_name (\S+);", NGINX)} == {"figures.example.org"}
    assert {*re.findall(r"/etc/letsencrypt/live/([^/]+)/", NGINX)} == {"figures.example.org"}
    assert "\nfigures.example.org {\n" in CADDY


def test_the_page_puts_each_file_where_the_others_look_for_it():
    for unit in UNITS:
        written = unit.read_text()
        assert "WorkingDirectory=/srv/offences\nEnvironmentFile=/etc/offences.env\n" in written
        (places,) = re.findall(r"^ReadWritePaths=(.*)$", written, re.MULTILINE)
        made = re.search(r"^install -d -o offences -g offences (/srv/.*)$", PAGE, re.MULTILINE)[
            1
        ].split()
        assert {*places.split()} <= {*made}  # systemd starts nothing where one is missing
        assert f"deploy/{unit.name}" in PAGE
    assert "deploy/offences.env /etc/offences.env\n" in PAGE


def test_a_renewed_certificate_is_read():
    """`certonly` leaves nginx as it is: it would go on with the old one until that expires."""
    (line,) = re.findall(r"^certbot certonly .*$", PAGE, re.MULTILINE)
    assert '--deploy-hook "systemctl reload nginx"' in line
