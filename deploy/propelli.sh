#!/bin/sh
# /usr/local/bin/propelli: the command line with the service's settings and as its user. Run as root: propelli links
set -eu
export PROPELLI_HOME=/var/lib/propelli PYTHONPATH=/opt/propelli MPLCONFIGDIR=/tmp
if [ -e /etc/propelli.env ]; then
    set -a
    . /etc/propelli.env
    set +a
fi
exec runuser -u propelli -- /opt/propelli/.venv/bin/python -P -m server "$@"
