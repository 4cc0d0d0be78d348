#!/usr/bin/env bash
# Recreates the videos that the twin serves: one per aspect ratio and duration, as small as H.264 makes a moving picture.
# Usage: bash make-outputs.sh   (needs ffmpeg with libx264; the same ffmpeg gives the same bytes)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

make_output() { # name, width, height, seconds
  # A light square bounces over a plain field; its path takes the whole clip, so that every second looks different.
  ffmpeg -nostdin -v error -y \
    -f lavfi -i "color=c=0x203040:s=$2x$3:r=8:d=$4" \
    -f lavfi -i "color=c=0xf0c040:s=16x16:r=8:d=$4" \
    -filter_complex "overlay=x='(W-w)*t/$4':y='(H-h)*abs(sin(2*PI*t/$4))':shortest=1,format=yuv420p" \
    -c:v libx264 -profile:v baseline -level 1.1 -preset veryslow -crf 34 -g 240 -threads 1 \
    -x264-params "no-info=1:no-psy=1" -bsf:v "filter_units=remove_types=6" \
    -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart -an "$1"
}

for seconds in 5 8; do
  make_output "16x9-${seconds}s.mp4" 128 72 "$seconds"
  make_output "4x3-${seconds}s.mp4" 128 96 "$seconds"
  make_output "1x1-${seconds}s.mp4" 96 96 "$seconds"
  make_output "3x4-${seconds}s.mp4" 96 128 "$seconds"
  make_output "9x16-${seconds}s.mp4" 72 128 "$seconds"
done
