#!/bin/sh
# run-qemu.sh [ROM|seabios]: reads floppies of every standard format under qemu-system-i386.
here=$(cd "$(dirname "$0")" && pwd)
rom=${1:-$here/../../../../build/firmware/rombios.rom}
bios="-bios $rom"
[ "$rom" = seabios ] && bios=
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
bad=0
try() {                                 # name, tracks, heads, sectors a track, QEMU's drive type
    nasm -f bin -DTRACKS=$2 -DHEADS=$3 -DPER_TRACK=$4 "-DSIZE_TEXT='$1'" -o "$dir/floppy.img" "$here/floppy_format.asm" || exit 2
    timeout 60 qemu-system-i386 $bios -m 16 -nic none -display none -boot a -drive file="$dir/floppy.img",format=raw,if=none,id=f \
        -device floppy,drive=f,drive-type=$5 -serial null -debugcon file:"$dir/log" -device isa-debug-exit,iobase=0xf4
    [ $? = 1 ] || { bad=1; echo "FAIL floppy of $1 in drive $5"; grep -a 'boot:' "$dir/log"; return; }
    echo "PASS floppy of $1 in drive $5"
}
try 1440K 80 2 18 144
try 720K 80 2 9 144
try 2880K 80 2 36 288
try 1440K 80 2 18 288
try 1200K 80 2 15 120
try 360K 40 2 9 120
try 320K 40 2 8 120
exit $bad
