#!/usr/bin/env bash
# PVF-127090902f: PV-STATUS-020
# The status of a failed job is answered 422.
# at GET /v2/requests/{id}/status status
# expected status 422
# seen 200 {"error":"Video generation failed.","metrics":{"inference_time":69.4035,"queue_time":0.1836,"total_time":69.5871},"request_id":"bbc2037c-9994-45fe-b1d6-6adfae05...
set -u
: "${SEGMIND_API_KEY:?set it to a valid key}"
: "${SEGMIND_OTHER_KEY:=}"
base=${BASE_URL:?set it to the origin of a target, such as that of pixverse simulate}
pass() { sleep "$1"; }

id=$(curl -sS -i -X POST "$base/v2/pixverse-text2video" -H "x-api-key: $SEGMIND_API_KEY" -H 'Content-Type: application/json' --data-binary '{"prompt":"A lighthouse in a storm, seen from the sea. [[generation_failed]]","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}' | tr -d '\n' | sed -n 's/.*"request_id": *"\([^"]*\)".*/\1/p')
[ -n "$id" ] || { echo 'the submit gave no request_id'; exit 2; }
deadline=$((SECONDS + 900))
until curl -sS -i "$base/v2/requests/$id/status" -H "x-api-key: $SEGMIND_API_KEY" | grep -Eq '"status": *"(COMPLETED|FAILED)"'; do
  [ $SECONDS -lt $deadline ] || { echo 'the job did not end in time'; exit 2; }
  pass 2
done
answer=$(curl -sS -i "$base/v2/requests/$id/status" -H "x-api-key: $SEGMIND_API_KEY")
printf '%s\n' "$answer"
if printf '%s' "$answer" | head -n 1 | grep -qF -- ' 200'; then
  echo 'PVF-127090902f seen again: PV-STATUS-020, expected status 422'
  exit 1
fi
echo 'PVF-127090902f not seen'
