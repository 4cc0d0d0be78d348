#!/usr/bin/env bash
# From the start of the process to the first answer, for each host of `pixverse simulate` and for the bare endpoint, in
# turn. Usage: start.sh [ROUNDS]   (default 10)
set -euo pipefail
rounds=${1:-10}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${NO_BUILD:-}" ]; then
  dotnet build "$here/src/PixverseHarness.Cli" -c Release -v q -clp:NoSummary >/dev/null
  dotnet build "$here/tests/PixverseHarness.Benchmarks" -c Release -v q -clp:NoSummary >/dev/null
fi
now() { date +%s%3N; }
once() { # kind: milliseconds until the first line of an answer has come
  mkfifo "$work/in"
  local from line host port
  from=$(now)
  case $1 in
    bare) "$here/artifacts/bin/PixverseHarness.Benchmarks/release/PixverseHarness.Benchmarks" call-target bare status <"$work/in" >"$work/out" 2>/dev/null & ;;
    *) "$here/artifacts/bin/PixverseHarness.Cli/release/PixverseHarness.Cli" simulate --port 0 --host "$1" <"$work/in" >"$work/out" 2>/dev/null & ;;
  esac
  local pid=$!
  exec {hold}>"$work/in"
  until line=$(grep -o -m1 'http://[0-9.:]*' "$work/out"); do sleep 0.005; done
  host=${line#http://} port=${host##*:}
  exec {socket}<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET /v1/get-user-credits HTTP/1.1\r\nHost: %s\r\nx-api-key: k\r\nConnection: close\r\n\r\n' "$host" >&"$socket"
  read -r _ <&"$socket"
  echo "$1 $(($(now) - from))" >>"$work/all"
  exec {socket}>&- {hold}>&-
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  rm "$work/in" "$work/out"
}
for kind in bare kestrel wiremock; do once "$kind"; done
rm "$work/all"
for _ in $(seq "$rounds"); do for kind in bare kestrel wiremock; do once "$kind"; done; done
median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
echo "| host | process start to first answer |"
echo "|---|---:|"
for kind in bare kestrel wiremock; do echo "| $kind | $(awk -v k="$kind" '$1 == k {print $2}' "$work/all" | median) ms |"; done
