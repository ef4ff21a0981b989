#!/bin/sh
# run-qemu.sh [ROM|seabios] [PROGRAM...]
# Builds the conformance programs of this folder and runs each under qemu-system-i386 with the given ROM
# (default: build/firmware/rombios.rom of this checkout; "seabios": QEMU's own). Exit 1 if a program failed.
here=$(cd "$(dirname "$0")" && pwd)
rom=${1:-$here/../../../build/firmware/rombios.rom}
[ $# -gt 0 ] && shift
for tool in nasm qemu-system-i386; do
    command -v $tool >/dev/null || { echo "run-qemu.sh: $tool is not installed" >&2; exit 2; }
done
bios="-bios $rom"
[ "$rom" = seabios ] && bios=
[ "$rom" = seabios ] || [ -f "$rom" ] || { echo "run-qemu.sh: no ROM at $rom: run make -C firmware-src" >&2; exit 2; }
[ $# -gt 0 ] || set -- "$here"/*.asm
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
bad=0
for source in "$@"; do
    name=$(basename "$source" .asm)
    nasm -f bin -I"$here/" -o "$dir/floppy.img" "$here/$name.asm" || { bad=1; continue; }
    rm -f "$dir/disk.img"; truncate -s 16M "$dir/disk.img"
    timeout 60 qemu-system-i386 $bios -m 64 -nic none -display none -boot a \
        -drive file="$dir/floppy.img",format=raw,if=floppy -drive file="$dir/disk.img",format=raw,if=ide \
        -serial null -debugcon file:"$dir/log" -device isa-debug-exit,iobase=0xf4
    status=$?
    unexpected=$(grep -a '^FAIL' "$dir/log" | sed "s/^FAIL //; s/: got.*//")
    if [ "$rom" = seabios ]; then       # where SeaBIOS and the references differ
        grep -v '^#' "$here/seabios-differences.txt" > "$dir/known"
        echo "$unexpected" | grep -Fx -f "$dir/known" | sed "s/^/$name: known difference: /"
        unexpected=$(echo "$unexpected" | grep -Fxv -f "$dir/known")
    fi
    grep -a '^FAIL' "$dir/log" | grep -F "${unexpected:-(none)}" | sed "s/^/$name: /"
    echo "$name: $(grep -a '^DONE' "$dir/log" || echo 'did not finish'), status $status"
    [ $status = 1 ] || { [ $status = 3 ] && [ -z "$unexpected" ]; } || bad=1
done
exit $bad
