#!/bin/sh
# Downloads Debian packages of systems to boot and unpacks them, without installing anything.
# usage: fetch.sh FOLDER     afterwards FOLDER/root holds their files and FOLDER/.complete names the packages
set -eu

folder=$1
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
any="grub-legacy grub-pc-bin syslinux-common syslinux isolinux memtest86+ ipxe"
i386="busybox-static:i386"

[ ! -e "$folder/.complete" ] || exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
	echo "fetch.sh: apt-get and dpkg-deb are needed to get the boot payloads: run this on Debian or Ubuntu" >&2
	exit 2
}

# An apt of our own beside the system's: it also knows the i386 packages, and leaves the system alone.
apt=$folder/apt
mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$folder/deb" "$folder/root"
: >"$apt/status"
own="-o Dir::State=$apt/state -o Dir::State::status=$apt/status -o Dir::Cache=$apt/cache -o APT::Sandbox::User=root
	-o APT::Architectures::=i386 -o APT::Architectures::=$(dpkg --print-architecture)"
# A list that cannot be had now (a mirror being renewed) is no harm as long as another one has the packages.
apt-get -qq $own update >&2 || echo "fetch.sh: going on without the lists that failed" >&2
# The kernel package's name carries its version: the meta package says which.
kernel=$(apt-cache $own show linux-image-686:i386 | sed -n 's/^Depends: \(linux-image-[^ ,]*\).*/\1/p' | head -n 1)
[ -n "$kernel" ] || {
	echo "fetch.sh: no linux-image-686 for i386 in the lists of packages; check the network and /etc/apt/sources.list" >&2
	exit 1
}
(cd "$folder/deb" && apt-get -qq $own download $any $i386 "$kernel:i386" >&2)
for package in "$folder"/deb/*.deb; do
	dpkg-deb -x "$package" "$folder/root"
done
ls "$folder/deb" >"$folder/.complete"
rm -rf "$folder/deb" "$apt"
