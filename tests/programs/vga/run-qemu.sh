#!/bin/sh
# Runs the VGA test programs in QEMU, each under our VGABIOS and under SeaBIOS's, which shows that the expectations are
# right; then compares the registers each standard mode sets with what two other video BIOSes set.
#   run-qemu.sh [VGABIOS.ROM]      default: build/firmware/vgabios.rom of this checkout
# Exit status 1 if anything failed. Needs nasm, qemu-system-i386, and Debian's packages seabios and vgabios.
set -u
here=$(cd "$(dirname "$0")" && pwd)
rom=${1:-$here/../../../build/firmware/vgabios.rom}
seabios=/usr/share/seabios/vgabios-stdvga.bin
bochs=/usr/share/vgabios/vgabios-stdvga.bin
tests="text graphics palette fonts state vbe"
for tool in nasm qemu-system-i386; do
	command -v $tool > /dev/null || { echo "run-qemu.sh: $tool is missing: install Debian's package nasm or qemu-system-x86" >&2; exit 2; }
done
for file in "$rom" $seabios $bochs; do
	[ -f "$file" ] || { echo "run-qemu.sh: $file is missing: build the firmware, install seabios and vgabios" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# assemble PROGRAM [NASM OPTIONS]
assemble() {
	program=$1
	shift
	nasm -f bin -I "$here/" "$@" -o "$work/$program.img" "$here/$program.asm" || exit 2
	truncate -s 1474560 "$work/$program.img"
}

# run PROGRAM ROM: its lines to $work/out
run() {
	rm -f "$work/out"
	timeout 60 qemu-system-i386 -m 16 -display none -monitor none -serial null -vga none -device VGA,romfile="$2" \
		-drive file="$work/$1.img",format=raw,if=floppy,readonly=on -boot a \
		-debugcon file:"$work/out" -device isa-debug-exit,iobase=0xf4,iosize=1 > "$work/log" 2>&1
	code=$?
	[ $code -eq 1 ] && return 0
	[ $code -eq 124 ] && echo "  timed out"
	return 1
}

# report NAME
report() {
	echo "$1: $(grep -c '^PASS' "$work/out") passed, $(grep -c '^FAIL' "$work/out") failed"
	grep '^FAIL' "$work/out" | sed 's/^/  /'
	grep -q '^DONE all passed' "$work/out" || { echo "  not finished"; status=1; }
}

for test in $tests; do
	assemble $test -DOWN
	run $test "$rom" || status=1
	report "$test, our VGABIOS"
	assemble $test
	run $test $seabios || status=1
	report "$test, SeaBIOS's"
done

# The registers. known-differences.txt names what the others do otherwise, and why ours is right.
assemble dump_modes
run dump_modes "$rom" || status=1
grep '^M' "$work/out" > "$work/ours"
for other in $seabios $bochs; do
	run dump_modes $other || status=1
	grep '^M' "$work/out" > "$work/theirs"
	diff "$work/theirs" "$work/ours" | grep '^>' | cut -c3- | cut -d' ' -f1,2 | sort -u > "$work/differences"
	sed 's/#.*//; /^ *$/d; s/ *$//' "$here/known-differences.txt" | grep -v -x -F -f - "$work/differences" > "$work/new"
	echo "registers against $other: $(wc -l < "$work/ours") lines, $(wc -l < "$work/differences") named differences"
	if [ -s "$work/new" ]; then
		echo "  not named in known-differences.txt:"
		sed 's/^/  /' "$work/new"
		status=1
	fi
done
exit $status
