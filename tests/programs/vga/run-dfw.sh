#!/bin/sh
# Runs the VGA test programs in our emulator, under our ROMBIOS and VGABIOS.
#   run-dfw.sh [FIRMWARE-DIRECTORY]      default: build/firmware of this checkout
# DFW names the command that boots, by default this checkout's ./dfw. Exit status 1 if anything failed. Needs nasm.
set -u
here=$(cd "$(dirname "$0")" && pwd)
firmware=${1:-$here/../../../build/firmware}
dfw=${DFW:-$here/../../../dfw}
command -v nasm > /dev/null || { echo "run-dfw.sh: nasm is missing: install Debian's package nasm" >&2; exit 2; }
for file in "$firmware/rombios.rom" "$firmware/vgabios.rom"; do
	[ -f "$file" ] || { echo "run-dfw.sh: $file is missing: run ./dfw firmware" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for test in text graphics palette fonts state vbe; do
	nasm -f bin -I "$here/" -DOWN -o "$work/$test.img" "$here/$test.asm" || exit 2
	truncate -s 1474560 "$work/$test.img"
	: > "$work/out"
	$dfw boot --rombios "$firmware/rombios.rom" --vgabios "$firmware/vgabios.rom" --fda "$work/$test.img" --boot a \
		--debugcon "file:$work/out" --debug-exit 0xF4 --limit 60 --timeout 120 > "$work/log" 2>&1
	code=$?
	echo "$test: $(grep -c '^PASS' "$work/out") passed, $(grep -c '^FAIL' "$work/out") failed"
	grep '^FAIL' "$work/out" | sed 's/^/  /'
	if [ $code -ne 1 ] || ! grep -q '^DONE all passed' "$work/out"; then
		echo "  not finished: exit status $code"
		tail -n 3 "$work/log" | sed 's/^/  /'
		status=1
	fi
done
exit $status
