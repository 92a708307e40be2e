#!/usr/bin/env bash
# Installs the servers that `npm run test:services` starts, on a bare Debian machine, as root or with sudo. What is
# there already is used; run again, it only looks. Everything but Debian's packages goes into .services/, and no
# service is left running or enabled: the suites start their own, on free ports.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/../../.."
here=tests/support/services
services="$PWD/.services"
mkdir -p "$services/bin"

say() { echo "services: $*" >&2; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
# Whether $1 is at least version $2.
at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n1)" = "$2" ]; }

# Debian's packages start and enable what they bring; neither is wanted here, and both are undone for new ones only.
apt_install() {
  say "installing Debian's $*"
  local policy=/usr/sbin/policy-rc.d ours=no
  if [ ! -e "$policy" ]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"
  fi
  local failed=no
  as_root apt-get update -qq >/dev/null || failed=yes
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || failed=yes
  if [ "$ours" = yes ]; then as_root rm -f "$policy"; fi
  if [ "$failed" = yes ]; then
    say "apt-get could not install $*"
    return 1
  fi
}

apt_install_server() { # package, unit
  apt_install "$1"
  if command -v systemctl >/dev/null; then as_root systemctl disable "$2" >/dev/null 2>&1 || true; fi
}

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
has_python() { command -v "$1" >/dev/null && "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

redis() {
  command -v redis-server >/dev/null || apt_install_server redis-server redis-server
  say "Redis: $(redis-server --version | grep -o 'v=[^ ]*')"
}

postgres() {
  has_postgres || apt_install_server postgresql postgresql
  say "PostgreSQL: $(compgen -G '/usr/lib/postgresql/*/bin/initdb' | tail -n1 || command -v initdb)"
}

milvus() {
  local stamp="$services/venv/requirements.txt"
  if ! cmp -s "$here/requirements.txt" "$stamp"; then
    local python=python3
    has_python "$python" || { apt_install python3 python3-venv; python=/usr/bin/python3; }
    say "installing Milvus Lite into .services/venv (450 MB)"
    rm -rf "$services/venv"
    "$python" -m venv "$services/venv"
    "$services/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$stamp"
  fi
  say "Milvus Lite: $("$services/venv/bin/python" -c 'from importlib.metadata import version; print(version("milvus-lite"))')"
}

# FerretDB needs Go 1.22. An older one, as Debian 12 has, fetches a newer one as the Go module that Go itself would
# take, checked against Go's checksum database.
GO_NEEDED=1.22
GO_FETCHED=1.22.12
go_program() {
  command -v go >/dev/null || apt_install golang-go
  local found
  found=$(GOTOOLCHAIN=local go version | grep -o 'go[0-9][0-9.]*' | head -n1)
  if at_least "${found#go}" "$GO_NEEDED"; then
    command -v go
    return
  fi
  say "Go ${found#go} is too old: fetching Go $GO_FETCHED into .services/go"
  local module folder
  module="golang.org/toolchain@v0.0.1-go$GO_FETCHED.linux-$(go env GOARCH)"
  GOMODCACHE="$services/go" GOFLAGS='' go mod download "$module"
  folder="$services/go/$module"
  chmod +x "$folder"/bin/* "$folder"/pkg/tool/*/*
  echo "$folder/bin/go"
}

ferretdb() {
  local stamp="$services/bin/ferretdb.sum" sum
  sum=$(cat tests/support/ferretdb/{main.go,go.mod,go.sum} | sha256sum)
  if [ ! -x "$services/bin/ferretdb" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ]; then
    local go
    go=$(go_program)
    say "building FerretDB into .services/bin (about a minute)"
    (cd tests/support/ferretdb && unset GOROOT &&
      CGO_ENABLED=0 GOTOOLCHAIN=local "$go" build -trimpath -buildvcs=false -o "$services/bin/ferretdb" .)
    echo "$sum" >"$stamp"
  fi
  say "FerretDB: $(grep -o 'FerretDB/FerretDB v[0-9.]*' tests/support/ferretdb/go.mod | head -n1 | cut -d' ' -f2)"
}

redis
postgres
milvus
ferretdb
