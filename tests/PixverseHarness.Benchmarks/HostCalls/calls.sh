#!/usr/bin/env bash
# One call of the twin's hosts against a bare minimal-API endpoint with the same answer. The servers run side by side, with
# the same settings of the runtime, and wrk visits them in turn, so that a noisy machine is noisy for all; the table gives
# medians over the rounds. Needs wrk. Usage: calls.sh CALL [ROUNDS [SECONDS_EACH [CONNECTIONS]]]
# CALL is status, result or submit; default 10 3 32.
set -euo pipefail
call=${1:?status, result or submit} rounds=${2:-10} seconds=${3:-3} connections=${4:-32}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
[ -n "${NO_BUILD:-}" ] || dotnet build "$here/tests/PixverseHarness.Benchmarks" -c Release -v q -clp:NoSummary >/dev/null
program="$here/artifacts/bin/PixverseHarness.Benchmarks/release/PixverseHarness.Benchmarks"
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
declare -A url pid held
for kind in bare kestrel wiremock; do
  mkfifo "$work/$kind.in"
  "$program" call-target "$kind" "$call" <"$work/$kind.in" >"$work/$kind.url" 2>"$work/$kind.gc" &
  pid[$kind]=$!; pids+=($!)
  exec {hold}>"$work/$kind.in"
  held[$kind]=$hold
  for _ in $(seq 100); do [ -s "$work/$kind.url" ] && break; sleep 0.1; done
  url[$kind]=$(head -1 "$work/$kind.url")
done
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
script=()
[ "$call" != submit ] || script=(-s "$here/tests/PixverseHarness.Benchmarks/HostCalls/submit.lua")
shoot() { wrk "${script[@]}" -t1 -c"$connections" -d"$2s" --latency -H 'x-api-key: SG_0000000000000001' "${url[$1]}"; }
for kind in bare kestrel wiremock; do shoot "$kind" 3 >/dev/null; done
for _ in $(seq "$rounds"); do
  for kind in bare kestrel wiremock; do
    before=$(ticks "${pid[$kind]}")
    shoot "$kind" "$seconds" >"$work/shot"
    after=$(ticks "${pid[$kind]}")
    ! grep -q 'Non-2xx' "$work/shot" || { echo "$kind answered something else than 200" >&2; exit 1; }
    awk -v kind="$kind" -v ticks=$((after - before)) '
      function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text * 1000 }
      /99%/ { p99 = ms($2) } /requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 }
      END { printf "%s %.1f %.3f %.2f\n", kind, rate, p99, ticks * 10000 / requests }' "$work/shot" >>"$work/all"
  done
done
median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
pairs() { # the median of the ratios of column $2 of kind $1 to that of bare, round by round
  paste -d' ' <(awk -v k="$1" -v c="$2" '$1 == k {print $c}' "$work/all") <(awk -v c="$2" '$1 == "bare" {print $c}' "$work/all") | awk '{print $1 / $2}' | median
}
echo "| host | calls/s | ratio | p99 | ratio | server CPU a call | ratio |"
echo "|---|---:|---:|---:|---:|---:|---:|"
for kind in bare kestrel wiremock; do
  of() { awk -v k="$kind" -v c="$1" '$1 == k {print $c}' "$work/all" | median; }
  printf '| %s | %.0f | %.2f | %.2f ms | %.2f | %.1f us | %.2f |\n' "$kind" "$(of 2)" "$(pairs "$kind" 2)" "$(of 3)" "$(pairs "$kind" 3)" "$(of 4)" "$(pairs "$kind" 4)"
done
# Each server has the pipes of those before it open too: close all, then wait.
for kind in bare kestrel wiremock; do hold=${held[$kind]}; exec {hold}>&-; done
for kind in bare kestrel wiremock; do
  wait "${pid[$kind]}" || true
  echo "<!-- $kind: $(cat "$work/$kind.gc") -->"
done
