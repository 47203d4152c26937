#!/bin/sh
# Install what the tests need besides Python: a browser, a Java runtime for the Nu HTML checker, a reader of metadata,
# a watcher of system calls, a clock that can be set wrong, and the languages from which a locale is made.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromium-headless-shell >/dev/null 2>&1 || missing="$missing chromium-headless-shell"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v exiftool >/dev/null 2>&1 || missing="$missing libimage-exiftool-perl"
command -v strace >/dev/null 2>&1 || missing="$missing strace"
command -v faketime >/dev/null 2>&1 || missing="$missing faketime"
[ -e /usr/share/i18n/locales/nl_NL ] || missing="$missing locales"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests need:$missing. Install them with this system's own package manager and run the tests again." >&2
  exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
  else
    echo "The tests need:$missing, and this user may not install packages. Ask an administrator for:" >&2
    echo "  apt-get install$missing" >&2
    exit 1
  fi
fi

echo "Installing for the tests:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of names is meant
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
