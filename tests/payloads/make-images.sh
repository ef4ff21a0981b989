#!/bin/sh
# Makes bootable images of the systems that fetch.sh unpacked. Needs mtools, dosfstools, xorriso, nasm, cpio, grub-mkimage.
# usage: make-images.sh FOLDER     images come to FOLDER/images
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd)
root=$folder/root
images=$folder/images
work=$folder/work
[ ! -e "$images/.complete" ] || [ "$here/make-images.sh" -nt "$images/.complete" ] || exit 0
for tool in mkfs.fat mcopy xorriso nasm cpio grub-mkimage gzip; do
	command -v $tool >/dev/null || {
		echo "make-images.sh: $tool is missing: apt-get install dosfstools mtools xorriso nasm cpio grub-common" >&2
		exit 2
	}
done
rm -rf "$images" "$work"
mkdir -p "$images" "$work"
kernel=$(ls "$root"/boot/vmlinuz-*-686)
modules=$root/usr/lib/syslinux/modules/bios

# floppy NAME FILE...: a FAT floppy with SYSLINUX and the files; the configuration comes on standard input.
floppy() {
	name=$1
	shift
	dd if=/dev/zero of="$images/$name" bs=1024 count=1440 status=none
	mkfs.fat -F 12 -i 44465731 "$images/$name" >/dev/null
	cat >"$work/syslinux.cfg"
	mcopy -i "$images/$name" "$work/syslinux.cfg" "$@" ::
	"$root/usr/bin/syslinux" --install "$images/$name"
}

floppy syslinux.img <<CFG
SAY hello from syslinux
PROMPT 1
CFG

# GRUB legacy: its own first stage loads the second from the sectors behind it.
grub1=$root/usr/lib/grub/x86_64-pc
{
	cat "$grub1/stage1" "$grub1/stage2"
	head -c 1474560 /dev/zero
} | head -c 1474560 >"$images/grub1.img"

grub2=$root/usr/lib/grub/i386-pc
grub-mkimage -d "$grub2" -O i386-pc -o "$work/core.img" -p '(fd0)' biosdisk normal ls echo cat help lsmmap serial terminal
{
	cat "$grub2/boot.img" "$work/core.img"
	head -c 1474560 /dev/zero
} | head -c 1474560 >"$images/grub2.img"

mkdir -p "$work/grubcd/boot/grub"
grub-mkimage -d "$grub2" -O i386-pc-eltorito -o "$work/grubcd/boot/grub/core.img" -p /boot/grub biosdisk iso9660 normal ls echo cat \
	help lsmmap configfile
echo 'echo "hello from grub on a cd"' >"$work/grubcd/boot/grub/grub.cfg"
xorriso -as mkisofs -quiet -o "$images/grub2.iso" -b boot/grub/core.img -c boot.cat -no-emul-boot -boot-load-size 4 \
	-boot-info-table "$work/grubcd" 2>"$work/xorriso.log" || { cat "$work/xorriso.log" >&2; exit 1; }

# isolinux NAME FILE...: a CD with ISOLINUX and the files; the configuration comes on standard input.
isolinux() {
	name=$1
	shift
	rm -rf "$work/cd"
	mkdir -p "$work/cd/isolinux"
	cp "$root/usr/lib/ISOLINUX/isolinux.bin" "$modules/ldlinux.c32" "$@" "$work/cd/isolinux/"
	cat >"$work/cd/isolinux/isolinux.cfg"
	xorriso -as mkisofs -quiet -o "$images/$name" -b isolinux/isolinux.bin -c isolinux/boot.cat -no-emul-boot \
		-boot-load-size 4 -boot-info-table "$work/cd" 2>"$work/xorriso.log" || { cat "$work/xorriso.log" >&2; exit 1; }
}

isolinux isolinux.iso <<CFG
SAY hello from isolinux
PROMPT 1
CFG

# MEMDISK boots a floppy image from memory: a boot sector that reads its second sector and prints what is in it.
nasm -f bin -o "$work/inner.bin" "$here/memdisk-inner.asm"
{
	cat "$work/inner.bin"
	head -c 1474560 /dev/zero
} | head -c 1474560 >"$work/inner.img"
floppy memdisk.img "$root/usr/lib/syslinux/memdisk" "$work/inner.bin" <<CFG
DEFAULT m
LABEL m
KERNEL memdisk
INITRD inner.bin
APPEND floppy c=80 h=2 s=18
CFG

cp "$root/boot/memtest86+ia32.bin" "$work/memtest"
floppy memtest.img "$work/memtest" <<CFG
DEFAULT memtest
CFG

cp "$root/boot/ipxe.lkrn" "$work/ipxe.lkrn"
floppy ipxe.img "$work/ipxe.lkrn" <<CFG
DEFAULT ipxe.lkrn
CFG

# Linux with a shell of busybox on the first serial port.
mkdir -p "$work/initrd/bin" "$work/initrd/proc" "$work/initrd/sys" "$work/initrd/dev" "$work/initrd/mnt"
cp "$root/bin/busybox" "$work/initrd/bin/busybox"
cp "$here/linux-init" "$work/initrd/init"
chmod 755 "$work/initrd/init"
for module in ata_piix libata scsi_mod sd_mod scsi_common cdrom sr_mod crc-t10dif crct10dif_common crc64-rocksoft crc64 \
	ata_generic t10-pi button nls_ascii nls_cp437 fat vfat; do
	find "$root"/lib/modules -name "$module.ko" -exec cp {} "$work/initrd/bin/" \;
done
(cd "$work/initrd" && find . | LC_ALL=C sort | cpio -o -H newc --quiet --reproducible | gzip -9n) >"$images/initrd.gz"
cp "$kernel" "$images/vmlinuz"
isolinux linux.iso "$images/vmlinuz" "$images/initrd.gz" <<CFG
DEFAULT linux
LABEL linux
KERNEL vmlinuz
INITRD initrd.gz
APPEND console=ttyS0,115200 quiet=0
CFG

rm -rf "$work"
touch "$images/.complete"
