#!/usr/bin/env bash
# Jobs per CPU-second of both engines, as the same command spends them on the same scenario; the twin is a process of its own.
#   tests/PixverseHarness.Benchmarks/Engines/engines.sh PIXVERSE.dll [PAIRS]
# PIXVERSE.dll is the command of a Release build with PixverseNBomber=true. Prints the rows of reports/benchmarks/engines.md.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
command=$1 pairs=${2:-10} port=${PORT:-8797}
work=$(mktemp -d)
TIMEFORMAT='%U %S'

dotnet "$command" simulate --port "$port" --seed 1 --scenario "$here/twin.json" >"$work/twin" 2>&1 &
twin=$!
trap 'kill "$twin" 2>/dev/null; wait "$twin" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do grep -q "$port" "$work/twin" && break; sleep 0.2; done

run() { # engine
  local completed cpu code=0
  { time dotnet "$command" load "$here/engines.json" --engine "$1" --seed 1 --target "http://127.0.0.1:$port" --out "$work/$1" \
    >"$work/out" 2>"$work/err" || code=$?; } 2>"$work/time"
  completed=$(sed 's/\xe2\x80\xaf//g' "$work/out" | sed -nE 's/^ +completed +([0-9]+) of .*/\1/p' | head -1)
  cpu=$(awk '{ print $1 + $2 }' "$work/time")
  # 0, 99 and 112 judge a whole run; after anything else its row says nothing, so say what it said.
  case $code in 0 | 99 | 112) ;; *) { echo "$1 ended with $code:"; tail -n 20 "$work/err"; } >&2 ;; esac
  awk -v e="$1" -v n="${completed:-0}" -v c="$cpu" 'BEGIN { printf "%s %d %.2f %.1f\n", e, n, c, n / c }'
}

run pixverse >/dev/null
for pair in $(seq "$pairs"); do
  if [ $((pair % 2)) = 0 ]; then run pixverse; run nbomber; else run nbomber; run pixverse; fi
done | tee "$work/rows"

for engine in pixverse nbomber; do
  awk -v e="$engine" '$1 == e { print $4 }' "$work/rows" | sort -n \
    | awk -v e="$engine" '{ v[NR] = $1 } END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; printf "median %s: %.1f jobs per CPU-second (%.1f to %.1f)\n", e, m, v[1], v[NR] }'
done
awk '$1 == "pixverse" { p = $4 } $1 == "nbomber" { n = $4 } NR % 2 == 0 { print p / n }' "$work/rows" | sort -n \
  | awk '{ v[NR] = $1 } END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; printf "median ratio of a pair: %.2f (%.2f to %.2f)\n", m, v[1], v[NR] }'
