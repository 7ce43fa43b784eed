#!/bin/sh
# Makes .venv with the locked dependencies. Needs Python 3.11 to 3.13 and nothing else.
set -eu
uv_version=0.13.9

python=""
for name in python3.11 python3.12 python3.13 python3; do
  if command -v "$name" >/dev/null 2>&1 \
    && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
  then python=$name; break; fi
done
if [ -z "$python" ]; then
  echo "Python 3.11, 3.12 or 3.13 is needed. On Debian 12: sudo apt-get install python3 python3-venv" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends "python$version-venv" >/dev/null 2>&1 || {
      apt-get update -qq
      apt-get install -y -qq --no-install-recommends "python$version-venv" >/dev/null
    }
  else
    echo "Python's venv module is missing. Please run: sudo apt-get install python$version-venv" >&2
    exit 1
  fi
fi

if [ "$(.tools/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$uv_version" ]; then
  rm -rf .tools
  "$python" -m venv .tools
  .tools/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
fi
UV_PYTHON_DOWNLOADS=never UV_PYTHON="$(command -v "$python")" \
  .tools/bin/uv sync --quiet --locked --all-extras
touch .venv/.ready
