#!/bin/bash
# Builds the image that grades "@ASSIGNMENT@". Needs: Python 3.11 or newer (looked for, else installed
# by apt-get), the network now and never again, @MEMORY@ of memory and @SECONDS@ seconds a submission.
set -euo pipefail
umask 022 # what is graded runs as a user of its own, and must find Python

fail() {
    echo "nabla: $1" >&2
    exit 1
}

source=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venv=$(dirname "$source")/nabla
chmod 700 "$source" # the solutions are in it

# A Python that can make an environment; first the version that the pins were made with.
find_python() {
    local name
    for name in python@PYTHON@ python3.12 python3.13 python3.11 python3.14 python3; do
        if "$name" -I -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

if ! python=$(find_python); then
    export DEBIAN_FRONTEND=noninteractive
    command -v apt-get > /dev/null || fail "no Python 3.11 or newer here, and no apt-get to install one"
    apt-get update -qq || fail "apt-get update failed; is the network there?"
    for version in @PYTHON@ 3.12 3.13 3.11; do
        if apt-get install -qq -y --no-install-recommends "python$version" "python$version-venv" > /dev/null 2>&1; then
            break
        fi
    done
    python=$(find_python) || fail "no Python 3.11 or newer here, and apt-get has none: choose Ubuntu 24.04 or 22.04 as base image"
fi
echo "nabla: $("$python" -I --version) at $python"

rm -rf "$venv"
"$python" -I -m venv "$venv"
# Wheels only: building a library would take minutes and a compiler, and be another than the one pinned.
"$venv/bin/python" -I -m pip install --quiet --disable-pip-version-check --no-cache-dir --only-binary :all: \
    -r "$source/nabla/requirements.txt" \
    || fail "the libraries could not be installed: the lines above say which; if one has no wheel for this Python, build the zip with it, or choose a base image with Python @PYTHON@"
"$venv/bin/python" -I -m pip install --quiet --disable-pip-version-check --no-index --no-deps \
    "$source/nabla/@WHEEL@" \
    || fail "the grader itself could not be installed from @WHEEL@"

"$venv/bin/python" -I -m grader.export.direct.setup "$source/nabla" || fail "this image would not grade, see above"
echo "nabla: ready"
