#!/usr/bin/env bash
# The demo on this machine, or a practice year: set up, make the database, load it, serve it on loopback.
set -euo pipefail
cd "$(dirname "$0")/.."

world=${1:-demo}
command=${1:-run}
port=${PORT:-8000}
if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65535)); then
    echo "run: PORT is '$port'. Set it to a number from 1 to 65535." >&2
    exit 1
fi
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    echo "run: port $port is in use. Stop what uses it, or choose another: make $command PORT=$((10#$port + 1))" >&2
    exit 1
fi

tools/setup.sh
export DEBUG=1 PYTHONUNBUFFERED=1 DJANGO_RUNSERVER_HIDE_WARNING=true
if [[ $world == practice ]]; then
    # Never beside anything real: its own database and its own files.
    export DATABASE_URL="sqlite:///$PWD/var/practice/db.sqlite3" MEDIA_ROOT="$PWD/var/practice/media"
fi
manage() { .venv/bin/python manage.py "$@"; }

echo "Preparing the database"
manage migrate --verbosity 0
echo "Loading the $world"
SITE_ADDRESS="http://127.0.0.1:$port" manage "$world"  # prints a login for each role
echo
# The worker does what takes long: large imports, an event's drafts. Both end together.
SITE_ADDRESS="http://127.0.0.1:$port" .venv/bin/python manage.py db_worker --no-reload --verbosity 0 &
worker=$!
.venv/bin/python manage.py runserver --noreload --skip-checks "127.0.0.1:$port" &
server=$!
stop() {
    trap - EXIT
    kill "$server" "$worker" 2>/dev/null || true
    wait "$server" "$worker" 2>/dev/null || true
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
# Said once something listens; a server that cannot start has given its own reason.
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || { wait "$server"; exit; }
    sleep 0.2
done
echo "Ready: http://127.0.0.1:$port/ (staff: http://127.0.0.1:$port/admin/). Stop with Ctrl-C."
wait "$server"
