#!/bin/sh
# Finds the few system libraries that Qt needs; as root on Debian or Ubuntu it installs them,
# otherwise it says exactly what to install. Other systems bring these libraries themselves.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

wanted="libglib-2.0.so.0:libglib2.0-0 libGL.so.1:libgl1 libEGL.so.1:libegl1 libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1 libxkbcommon.so.0:libxkbcommon0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0"

cache=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
packages=""
for pair in $wanted; do
  case "$cache" in
    *"${pair%%:*}"*) ;;
    *) packages="$packages ${pair#*:}" ;;
  esac
done
# Newer Debian and Ubuntu carry libglib under another name.
if command -v apt-cache >/dev/null 2>&1 && [ -n "$packages" ]; then
  case "$packages" in *libglib2.0-0*)
    apt-cache show libglib2.0-0t64 >/dev/null 2>&1 \
      && packages=$(printf '%s' "$packages" | sed 's/libglib2.0-0\b/libglib2.0-0t64/') ;;
  esac
fi
[ -z "$packages" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing the system libraries that Qt needs:$packages"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # a list of package names
  apt-get install -y -qq --no-install-recommends $packages >/dev/null 2>&1 || {
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
  }
  exit 0
fi
echo "Qt needs these system libraries. Please install them, then run this command again:" >&2
echo "  sudo apt-get install --no-install-recommends$packages" >&2
exit 1
