#!/bin/sh
# Draws the same in each graphics mode under our VGABIOS and under SeaBIOS's in QEMU, and compares the pictures byte by
# byte: the registers and the palette, as the screen shows them.
#   compare-screens.sh [VGABIOS.ROM]      default: build/firmware/vgabios.rom of this checkout
# Exit status 1 if a picture differs. Needs nasm, qemu-system-i386, and Debian's package seabios.
set -u
here=$(cd "$(dirname "$0")" && pwd)
rom=${1:-$here/../../../build/firmware/vgabios.rom}
seabios=/usr/share/seabios/vgabios-stdvga.bin
for file in "$rom" $seabios; do
	[ -f "$file" ] || { echo "compare-screens.sh: $file is missing: build the firmware, install seabios" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# picture ROM FILE: takes it once the program says that it has drawn
picture() {
	: > "$work/drawn"
	(
		tries=0
		while [ ! -s "$work/drawn" ] && [ $tries -lt 100 ]; do
			sleep 0.2
			tries=$((tries + 1))
		done
		sleep 0.5
		echo "screendump $2"
		sleep 0.5
		echo quit
	) | timeout 40 qemu-system-i386 -m 16 -display none -monitor stdio -vga none -device VGA,romfile="$1" \
		-drive file="$work/bars.img",format=raw,if=floppy,readonly=on -boot a -debugcon file:"$work/drawn" > "$work/log" 2>&1
	[ -s "$work/drawn" ] && [ -s "$2" ]
}

for mode in 0x04 0x05 0x06 0x0d 0x0e 0x10 0x11 0x12 0x13; do
	nasm -f bin -DMODE=$mode -o "$work/bars.img" "$here/bars.asm" || exit 2
	if ! picture "$rom" "$work/ours.ppm" || ! picture $seabios "$work/theirs.ppm"; then
		echo "mode $mode: no picture"
		status=1
	elif cmp -s "$work/ours.ppm" "$work/theirs.ppm"; then
		echo "mode $mode: the same picture"
	else
		echo "mode $mode: the pictures differ"
		status=1
	fi
done
exit $status
