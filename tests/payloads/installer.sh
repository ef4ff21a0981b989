#!/bin/sh
# The slow test outside ./dfw test: boots the Debian installer for i386 with our firmware to its language menu (100 MB to fetch, 13,000
# million instructions). The exit status is that of ./dfw boot: 0 when the menu is on the screen. Options behind FOLDER go to ./dfw boot,
# such as --rombios and --vgabios for another firmware.
# usage: installer.sh FOLDER [OPTIONS]
set -eu

folder=${1:?installer.sh: name a folder for the files}
shift
dfw=$(cd "$(dirname "$0")/../.." && pwd)/dfw
package=debian-installer-12-netboot-i386
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
files=$folder/root/usr/lib/debian-installer/images/12/i386/text/debian-installer/i386

if [ ! -e "$files/linux" ]; then
	cd "$folder"
	apt-get download "$package"
	dpkg-deb -x "$package"_*.deb root
	rm "$package"_*.deb
fi
exec "$dfw" boot --memory 512 --kernel "$files/linux" --initrd "$files/initrd.gz" --append "vga=normal nomodeset" \
	--until-screen 'Select a language' --limit 600 --screen-text "$@"
