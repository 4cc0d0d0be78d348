#!/usr/bin/env bash
# Resident memory of a served twin over many requests, the journal on: one submit with a prompt of its own to nine reads, at
# a pace at which jobs come and go. The first rounds warm up; drift is the last row against the first row after them.
# Needs wrk. Usage: drift.sh [REQUESTS [CONNECTIONS]]   (default 1000000 32)
set -euo pipefail
requests=${1:-1000000} connections=${2:-32}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
[ -n "${NO_BUILD:-}" ] || dotnet build "$here/tests/PixverseHarness.Benchmarks" -c Release -v q -clp:NoSummary >/dev/null
program="$here/artifacts/bin/PixverseHarness.Benchmarks/release/PixverseHarness.Benchmarks"
work=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
mkfifo "$work/in"
"$program" call-target kestrel submit <"$work/in" >"$work/url" 2>/dev/null &
pid=$!
exec {hold}>"$work/in"
for _ in $(seq 100); do [ -s "$work/url" ] && break; sleep 0.1; done
url=$(head -1 "$work/url")
resident() { awk '/VmRSS/ {printf "%.1f", $2 / 1024}' "/proc/$pid/status"; }
shoot() { # until at least so many requests are through; says how many
  local sum=0
  while [ "$sum" -lt "$1" ]; do
    wrk -t1 -c"$connections" -d5s -s "$here/tests/PixverseHarness.Benchmarks/HostCalls/mixed.lua" "$url" >"$work/shot"
    sum=$((sum + $(awk '/requests in/ {print $1}' "$work/shot")))
  done
  echo "$sum"
}
echo "| requests after warm-up | resident |"
echo "|---:|---:|"
warm=$(shoot $((requests / 2)))
first=$(resident) sum=0
echo "| 0 (warmed up by $warm) | $first MB |"
for _ in 1 2 3 4; do
  sum=$((sum + $(shoot $((requests / 4)))))
  echo "| $sum | $(resident) MB |"
done
awk -v first="$first" -v last="$(resident)" 'BEGIN { printf "\nDrift: %+.1f %%\n", (last / first - 1) * 100 }'
